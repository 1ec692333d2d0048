"""How a noun reaches its figure over fillers, occasions and clauses between, on sentences of our own."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "people of whom something else is told": (
        "述法8人，结果同评优挂钩。安排经费3万元。包村领导12人，约谈村干部2人。",
        "responsibility_reports: 8",
    ),
    "things that were put up": (
        "检查沿街商铺210家，发现隐患38条，新装充电桩90个。",
        "places_inspected: 210; hazards_found: 38",
    ),
    "a thing with a name of its own": (
        "矛盾纠纷就地化解，与调解室12个、“乡贤小院”13个构成解纷网络。",
        "governance_centres: 12",
    ),
    "the later of two words carried over": ("便民服务窗口6个。巡察反馈问题8个，销号8个。", "problems_rectified: 8"),
    "the verb behind the number": ("政务公开栏全年信息93条上网。", "government_information_published: 93"),
    "the verb behind the number of a list's last item": (
        "司法所长党委会、镇长办公会12次列席。",
        "justice_office_meetings_attended: 12",
    ),
    "a verb behind the number that is those people's own": ("辖区考点共有考生212人参加考试。", ""),
    "a bare verb that runs on": (
        "合同审查42份，出具意见31份，2021年以来累计审查210份。",
        "contracts_reviewed: 42; legal_opinions: 31; contracts_reviewed: 210 cumulative",
    ),
    "what it was meant to be": ("法治讲座36场，年初定下的是30场。", "law_lectures: 36; law_lectures: 30 planned"),
    "what it was meant to be, in brackets": (
        "调解纠纷88件（年初目标80件）。",
        "disputes_mediated: 88; disputes_mediated: 80 planned",
    ),
    "by how much it is more than meant": (
        "法治讲座36场，比年初定的30场多6场。",
        "law_lectures: 36; law_lectures: 30 planned",
    ),
    "the year before of what nothing reads": ("执法人员在册20名，18名留在一线，比上年的14名多。", "enforcement_officers: 20"),
    "the last kind, counted as the whole is": (
        "审查各类事项64宗，其中合同51份，规范性文件1份，信访答复等其他涉法文件12宗。",
        "legal_reviews: 64; contracts_reviewed: 51; normative_documents_reviewed: 1; legal_reviews: 12",
    ),
    "a clause between a heading that runs in and what was done of it": (
        "1. 合法性审查。司法所、承办站所两级把关，全年审结236件。",
        "legal_reviews: 236",
    ),
    "no more than": ("在册的人民调解员，不过十二名。", "mediators: 12"),
    "only, and yet": ("受聘的镇政府法律顾问，虽然只有两名，但随叫随到。", "legal_advisors: 2"),
    "here at present": ("人民调解员，眼下全镇也就二十六名。", "mediators: 26"),
    "in the town there are": ("像老周这样的人民调解员，镇上有六十二名。", "mediators: 62"),
    "in this year": ("从院坝里听来的纠纷，这一年是一百零三起。", "disputes_received: 103"),
    "from when to when": ("机关集体学法，从开春算起，到腊月为止，前后安排了九次。", "staff_law_study_sessions: 9"),
    "what was made use of": ("面向全体队员的执法业务培训，利用春秋两个农闲季节举办了三场。", "enforcement_training_sessions: 3"),
    "why it was so": ("机关集中学法多在雨天，因为晴天都下村去了，凑起来也有三十次。", "staff_law_study_sessions: 30"),
    "who is left out": ("参加学法考试的公职人员，除去两名休假的同志之外，是九十六人。", "law_exam_participants: 96"),
    "two asides": ("法治讲座，天冷也不停，风大也不停，一共讲了14场。", "law_lectures: 14"),
    "an aside of something that is counted": ("机关集体学法，镇里化解纠纷，一共是9件。", "disputes_resolved: 9"),
    "the noun right before the number": ("从网格员手机上转来的纠纷，这一年是46起。", "disputes_received: 46"),
    "how they came to be what they are": ("经过培训考核后挂牌上岗的“法律明白人”，为九十二名。", "law_literate_people: 92"),
    "by whom it was done": ("由两名执法人员当场处理的27件。", "penalty_cases_simple: 27"),
    "the halves of the year": (
        "排查纠纷131件，比上年少3件。今年上半年79件，下半年52件，春耕前后最集中。",
        "disputes_received: 131; disputes_received: 79; disputes_received: 52",
    ),
    "the quarters of the year": (
        "调解纠纷90件。一季度20件，二季度45件，三季度25件。",
        "disputes_mediated: 90; disputes_mediated: 20; disputes_mediated: 45; disputes_mediated: 25",
    ),
    "half a year of something else": (
        "发放资料3000份。上半年接访40件，下半年52件。",
        "publicity_materials: 3000; petitions_handled: 40; petitions_handled: 52",
    ),
    "none at the time": ("进京上访，在敏感节点期间也未发生。", "petition_batches: 0"),
    "none from when to when": ("行政复议，从年初到年底，没有一件。", "administrative_reconsiderations: 0"),
    "villages that stay": ("行政村仍是9个，社区1个。", "villages: 9; villages: 1"),
    "villages above smaller places": ("【基本情况】村9个、社区1个、小组58个。", "villages: 9; villages: 1"),
    "villages visited": ("走访行政村9个，社区1个、小组58个。", ""),
    "objects of a list before their one verb": (
        "对3件行政规范性文件、18份招商引资合同进行了合法性审查。",
        "normative_documents_reviewed: 3; contracts_reviewed: 18",
    ),
    "objects of a list with what was done with them": (
        "出台的2件规范性文件、签订的14份合同均经合法性审查。",
        "normative_documents_reviewed: 2; contracts_reviewed: 14",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
