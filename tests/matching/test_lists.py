"""Lists whose items share a number or take one each: 分别, 均, 各; on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "a list of nouns that only the last names whole": (
        "县级、镇级人大代表建议分别办理4件、11件。",
        "proposals_handled: 4; proposals_handled: 11",
    ),
    "a shared verb before a noun that nothing counts": (
        "拆除占道雨棚、违章建筑分别为31个、6处。",
        "illegal_structures_removed: 6",
    ),
    "a noun that is none of the library's in the middle": (
        "办理行政处罚、行政检查、行政强制分别为12件、240次、3件。",
        "penalty_cases: 12; administrative_inspections: 240",
    ),
    "items that only say of what, behind the noun": (
        "开展专项执法行动，校园周边、农贸市场、建筑工地三个方面分别为6次、5次、3次。",
        "joint_enforcement_actions: 6; joint_enforcement_actions: 5; joint_enforcement_actions: 3",
    ),
    "one number for acts of their own": (
        "全年制定行政规范性文件、签订重大行政协议均为0件。",
        "normative_documents_issued: 0",
    ),
    "each item with its own subject": (
        "党委会前学法、机关集中学法各12次。",
        "theory_study_sessions: 12; staff_law_study_sessions: 12",
    ),
    "the other's noun forbids nothing": (
        "镇村调解组织、专兼职人民调解员分别有18个、102名。",
        "mediation_committees: 18; mediators: 102",
    ),
    "one of the two is still to come": (
        "现有持证执法人员9人，新考取证件、正在备考者各2名。",
        "enforcement_certificate_holders: 9; enforcement_certificates_obtained: 2",
    ),
    "verbs share the object behind the last": (
        "全年受理、办结12345热线工单均为412件。",
        "hotline_tickets: 412",
    ),
    "what is done with both stands behind": (
        "书面督察、实地督察分别指出问题6个、5个，均已整改到位。",
        "problems_rectified: 6; problems_rectified: 5",
    ),
    "numbers in a row before their noun": (
        "对督察、审计指出的9个、4个问题分别整改到位。",
        "problems_rectified: 9; problems_rectified: 4",
    ),
    "titles in a row between noun and number": (
        "中心组集中研读《读本》第三卷有关篇章，以及《中华人民共和国宪法》《信访工作条例》《行政规范性文件管理办法》，全年共7次。",
        "theory_study_sessions: 7",
    ),
    "kinds of the same thing": (
        "线上、线下法治宣传分别为23场、31场。",
        "publicity_events: 23; publicity_events: 31",
    ),
    "an increase of a stock is no stock": (
        "人民调解员增加12名，达到96名。",
        "mediators: 96",
    ),
    "denials with verbs of their own": (
        "全年制定规范性文件、收到依申请公开、被提起行政复议均为零。",
        "normative_documents_issued: 0; disclosure_requests: 0; administrative_reconsiderations: 0",
    ),
    "a denial behind a colon": ("依申请公开：未收到申请。", "disclosure_requests: 0"),
    "a denial right behind its noun": (
        "行政复议 无；行政诉讼 无。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "a nought in quotes": (
        "行政复议、行政诉讼案件数量均为“0”。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "not to speak of": (
        "全年既无行政复议案件，也无行政诉讼案件，更谈不上败诉。",
        "administrative_reconsiderations: 0; administrative_litigations: 0; lawsuits_lost: 0",
    ),
    "numbers of levels before their noun": (
        "由15个村级、1个乡级调委会化解纠纷。",
        "mediation_committees: 15; mediation_committees: 1",
    ),
    "the last kind of a breakdown": (
        "公开政府信息684条，其中惠农补贴类212条、财政资金类97条、其他375条。",
        "government_information_published: 684; government_information_published: 212; "
        "government_information_published: 97; government_information_published: 375",
    ),
    "study in general and study of law": (
        "党委中心组全年开展集体学习24次，其中学习习近平法治思想8次。",
        "theory_study_sessions: 8",
    ),
    "a county by its name": ("柳河区全年举办普法活动860余场。", ""),
    "for every ten thousand": ("每万人持证执法人员4.65名。", ""),
    "one who is none of those counted": (
        "现有持证执法人员14人（年内考取6人，1人证件注销）。",
        "enforcement_certificate_holders: 14; enforcement_certificates_obtained: 6",
    ),
    "years in Chinese numerals": (
        "全年查办违法案件21起，比二〇一八年的14起增加50%。",
        "enforcement_cases: 21; enforcement_cases: 14 2018",
    ),
    "an aim behind the comma": (
        "2025年，合同审查做到应审尽审，力争40份以上。",
        "contracts_reviewed: 40 over 2025 planned",
    ),
    "received, not left": ("接待办理来信1件。", "petitions_handled: 1"),
    "what is not counted in": (
        "办机关学法15次；网格员防溺水培训3期、电商培训6期另计。",
        "staff_law_study_sessions: 15",
    ),
    "a level with a noun of its own": ("2025年，群众满意度升至97%、持证率升至98%。", "satisfaction_rate: 97 2025 planned"),
    "the county's in passing": ("结案238宗；县里同期结案3400余宗。", ""),
    "a colon and levels of procedure": (
        "处罚31宗：简易23宗、普通8宗。",
        "penalty_cases: 31; penalty_cases_simple: 23; penalty_cases_ordinary: 8",
    ),
    "facts of the place": (
        "全镇距县城37公里，管19个村、1个社区，2.6万人，党员1286名。",
        "villages: 19; villages: 1; population: 26000",
    ),
    "no facts of the place": ("修路6公里，走访3个村，1200人受益。", ""),
    "other places to compare with": (
        "与同处山区的石梁、沙坪两镇相比，执法案件分别少11件、16件。",
        "",
    ),
    "subjects before one predicate": (
        "镇党委会、镇长办公会研究法治工作分别为4次、2次。",
        "law_work_meetings: 4; law_work_meetings: 2",
    ),
    "bodies that the library does not know before one predicate": (
        "纪委、审计局、巡察组反馈问题分别为5个、3个、2个，全部整改到位。",
        "problems_rectified: 5; problems_rectified: 3; problems_rectified: 2",
    ),
    "people whom the library does not know before one predicate": (
        "镇领导、中心主任、社区书记述法分别为7人、5人、10人。",
        "responsibility_reports: 7; responsibility_reports: 5; responsibility_reports: 10",
    ),
    "channels before one predicate": (
        "微信群、抖音号、广播站推送普法内容分别为80条、12条、30条。",
        "online_posts: 80; online_posts: 12; broadcasts: 30",
    ),
    "the verb before the first item": (
        "化解婚姻家庭纠纷、邻里纠纷、土地纠纷各31件、22件、15件，三类相加68件。",
        "disputes_resolved: 31; disputes_resolved: 22; disputes_resolved: 15; disputes_resolved: 68",
    ),
    "the verb before items that only say of what": (
        "解答劳动、婚姻、社保方面的法律咨询分别为40人次、33人次、21人次。",
        "legal_consultations: 40; legal_consultations: 33; legal_consultations: 21",
    ),
    "as many numbers as nouns behind 各": (
        "镇本级合同、村级合同、规范性文件审查各19份、27份、2件，三项合计48件。",
        "contracts_reviewed: 19; contracts_reviewed: 27; normative_documents_reviewed: 2",
    ),
    "the one noun of two that the library knows": (
        "制定规范性文件、文件被上级纠错两项均为0件。",
        "normative_documents_issued: 0",
    ),
    "those who should have come and those who came": (
        "学法考试应到、实到均为61人。",
        "law_exam_participants: 61",
    ),
    "places listed with other things": (
        "行政村、社区、网格依次为9个、2个、38个，户籍人口、务工人员依次是1.7万人、5200人。",
        "villages: 9; villages: 2; grids: 38; population: 17000",
    ),
    "places before their numbers": (
        "全镇行政村14个、社区2个，户籍人口3.1万人。",
        "villages: 14; villages: 2; population: 31000",
    ),
    "places that were visited": ("走访行政村14个、社区2个。", ""),
    "training of something else behind training in law": (
        "面向村干部开展法律培训4期，又办育苗技术培训2期；急救技能培训、养蜂技术培训分别为3期、2期。",
        "legal_training_sessions: 4",
    ),
    "training in law once more": (
        "面向村干部开展法律培训，年内集中培训4期。",
        "legal_training_sessions: 4",
    ),
    "what was left from the year before": (
        "上年结转纠纷3起，本年新收矛盾纠纷167起。",
        "disputes_received: 167",
    ),
    "places round about": ("周边的青石乡、白马乡执法案件分别为26件、31件，我乡偏少。", ""),
    "one item of two that is ours": (
        "普法宣传进学校、进工地、进企分别为6场、4场、11场。",
        "school_law_lessons: 6; publicity_events: 4; publicity_events: 11",
    ),
    "a row set apart in a clause of its own": (
        "开展法律培训4期，养蜂培训6期、普法讲座式的科技课21场，均由业务站所统计，不计入普法场次。",
        "legal_training_sessions: 4",
    ),
    "a row that is another ledger's": (
        "政策宣讲27场、消防演练14场、法律培训8期，由各线口自行上报，不列入本账。",
        "",
    ),
    "a row that has nothing to do with law": (
        "养蜂培训12期、招工会3场、文艺宣传2场，也是镇里办的，但跟法治是两码事，不往里凑数。",
        "",
    ),
    "what the number leaves out": ("全年普法活动43场，不计入网上活动。", "publicity_events: 43"),
    "what is left out before the comma": ("全年普法活动43场，广场舞等文艺活动不计入。", "publicity_events: 43"),
    "what another body did with our files": ("县司法局随机抽评案卷9卷，平均得分93分。", "case_file_reviews: 9"),
    "a paragraph that begins with its place in order": ("五讲喇叭。村头大喇叭播放普法内容210次。", "broadcasts: 210"),
    "a part told as a part without saying so": (
        "审查合同108份，光是物资采购、场地租用两类合同就占了41份。",
        "contracts_reviewed: 108; contracts_reviewed: 41",
    ),
    "the year's end before": (
        "年末持证执法人员23名，2023年末为20名。",
        "enforcement_certificate_holders: 23; enforcement_certificate_holders: 20 2023",
    ),
    "the spirit of a meeting is no meeting": (
        "镇党委理论学习中心组学习习近平法治思想、全省政法工作会议精神和信访法规五次。",
        "theory_study_sessions: 5",
    ),
    "new ones and how many that makes": (
        "新培养“法律明白人”16名，总数达到88名；新选聘人民调解员9名，现有67名。",
        "law_literate_people: 88; mediators: 67",
    ),
    "a rate past a sum of money": (
        "司法所累计调解各类纠纷168件，涉及金额236万元，成功率98.8%。",
        "disputes_mediated: 168; dispute_resolution_rate: 98.8",
    ),
    "a sum over kinds, with more behind it": (
        "开展法治文艺演出6场、法治讲座9场，合计15场，受众1.2万人次。",
        "publicity_events: 6; law_lectures: 9; publicity_audience: 12000",
    ),
    "the county's, as it told": ("县上通报全县同期进京访4批，没有我乡的人。", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_list(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))


CHANGES = {
    "the same deed in other words": (
        "审查合同97份，较上年多审了15份；公开信息386条，同比多公开52条。",
        ["contracts_reviewed up 15 count 2023>2024", "government_information_published up 52 count 2023>2024"],
    ),
    "a sign or an arrow for the word": (
        "审查合同46份，同比-12.4%；热线工单880件，同比↑3.1%；调解纠纷96件，较上年+8.5%。",
        [
            "contracts_reviewed down 12.4 % 2023>2024",
            "hotline_tickets up 3.1 % 2023>2024",
            "disputes_mediated up 8.5 % 2023>2024",
        ],
    ),
    "points that a rate rose by": ("群众满意度96.2%，升1.3个百分点。", ["satisfaction_rate up 1.3 pp 2023>2024"]),
    "nearly a tenth": ("全年受理矛盾纠纷246件，比上年的271件少了近一成。", ["disputes_received down 10 % 2023>2024"]),
    "last year's value instead of a comparison": (
        "12345热线工单3184件，去年是3610件，降了11.8%。",
        ["hotline_tickets down 11.8 % 2023>2024"],
    ),
    "persons behind batches": (
        "全年越级上访3批5人次，批次同比下降50%，人次同比下降44.4%。",
        ["petition_batches down 50 % 2023>2024", "petition_persons down 44.4 % 2023>2024"],
    ),
    "batches and persons paired": (
        "越级上访批次、人次同比分别下降40%和52%。",
        ["petition_batches down 40 % 2023>2024", "petition_persons down 52 % 2023>2024"],
    ),
    "above last year": ("纠纷化解率达到98.4%，高于上年0.7个百分点。", ["dispute_resolution_rate up 0.7 pp 2023>2024"]),
    "the noun one clause before": (
        "矛盾纠纷数量连续三年走低，2024年同比再降14%。",
        ["disputes_received down 14 % 2023>2024"],
    ),
    "fewer, said twice": (
        "今年全镇纠纷量少了38件，少了近两成。",
        ["disputes_received down 38 count 2023>2024", "disputes_received down 20 % 2023>2024"],
    ),
    "above the county, then above last year": (
        "纠纷化解率97.2%，比全县平均水平高1.5个百分点，较上年提高0.8个百分点。",
        ["dispute_resolution_rate up 0.8 pp 2023>2024"],
    ),
    "against another place": ("调解纠纷120件，比邻近的沙河镇多15件。", []),
    "against two years": (
        "矛盾纠纷同比下降7.7%，较2022年下降14.2%；纠纷化解率同比提高0.9个百分点。",
        [
            "disputes_received down 7.7 % 2023>2024",
            "disputes_received down 14.2 % 2022>2024",
            "dispute_resolution_rate up 0.9 pp 2023>2024",
        ],
    ),
    "over two years": ("两年来，纠纷总量下降31%。", ["disputes_received down 31 % 2022>2024"]),
    "a unit that tells which": (
        "全年行政检查238次，检查1164户次；检查户次同比下降31.5%。",
        ["places_inspected down 31.5 % 2023>2024"],
    ),
    "how often it was inspected": ("涉企检查次数同比压减三成。", ["administrative_inspections down 30 % 2023>2024"]),
}


@pytest.mark.parametrize(("text", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_change(text: str, expected: list[str]) -> None:
    found = extractor().read_text(text, 2024).reading.changes
    assert [
        f"{c.metric.id} {c.direction} {format(c.amount.normalize(), 'f')} {c.unit} {c.from_year}>{c.to_year}" for c in found
    ] == expected
