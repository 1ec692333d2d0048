"""Which words belong to which number, where two numbers stand in one sentence, on sentences of our own."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "cases that were opened, and some of them closed": (
        "检查经营主体60家次，发现问题21个，立案8件，结案7件。",
        "places_inspected: 60; hazards_found: 21; enforcement_cases: 8",
    ),
    "a part behind an act that was got done": (
        "合法性审查全年共办结53件，其中合同37份、规范性文件2件。",
        "legal_reviews: 53; contracts_reviewed: 37; normative_documents_reviewed: 2",
    ),
    "a kind of what was mediated": (
        "调解案件88件，其中争水争路49件、婚姻纠纷39件。",
        "disputes_mediated: 88; disputes_mediated: 49; disputes_mediated: 39",
    ),
    "a part with a verb of its own": ("调解案件88件，其中调解成功85件。", "disputes_mediated: 88; disputes_resolved: 85"),
    "a kind of what was fined": ("行政处罚案件40起，其中市容案件31起。", "penalty_cases: 40; penalty_cases: 31"),
    "a part that names another metric": ("合法性审查30件，其中重大决策3件。", "legal_reviews: 30; major_decisions: 3"),
    "a verb behind the noun of the number before": ("调解37件纠纷，成功35件。", "disputes_mediated: 37; disputes_resolved: 35"),
    "the same as a part": ("受理37起邻里纠纷，其中成功35起。", "disputes_received: 37; disputes_resolved: 35"),
    "a rate behind the noun of the number before": (
        "化解37起纠纷，成功率97%。",
        "disputes_resolved: 37; dispute_resolution_rate: 97",
    ),
    "one number for two, the noun told before": (
        "开展矛盾纠纷大起底，摸排64起，全部调解成功。",
        "disputes_received: 64; disputes_resolved: 64",
    ),
    "one number for two, the noun before its verb": (
        "矛盾纠纷调处64起，全部化解。",
        "disputes_mediated: 64; disputes_resolved: 64",
    ),
    "one number for two, of something else": ("受理信访事项，登记64起，全部化解。", "petitions_handled: 64"),
    "villages and whom they were given": ("为13个村选聘法律顾问13名。", "villages_with_legal_advisor: 13"),
    "the people before their noun": ("为13个村配备了9名法律顾问。", "villages_with_legal_advisor: 13"),
    "the township's own beside them": (
        "镇政府聘请法律顾问2名，为13个村配备法律顾问13名。",
        "legal_advisors: 2; villages_with_legal_advisor: 13",
    ),
    "places and how often": ("对47家企业开展执法检查96次。", "places_inspected: 47; administrative_inspections: 96"),
    "places that check themselves": ("组织47家企业开展自查96次。", ""),
    "visits have one number": ("到47家企业走访96次。", "enterprise_visits: 96"),
    "a word behind a long title": ("发放《保障农民工工资支付条例》单行本260本。", "publicity_materials: 260"),
    "a long title of what is signed": ("签订《森林防灭火目标责任书》26份。", ""),
    "part of what the study group studied": ("中心组共学习14个专题，其中法治专题学习5场。", "theory_study_sessions: 5"),
    "others who study": (
        "中心组学习14次，机关干部集中学法22次。",
        "theory_study_sessions: 14; staff_law_study_sessions: 22",
    ),
    "another deed in between": (
        "党委书记讲法治课2次，集中学法22次。",
        "leader_law_lectures: 2; staff_law_study_sessions: 22",
    ),
    "a noun behind the second number": ("审定合同47份，3件旧文宣布失效。", "contracts_reviewed: 47"),
    "a noun of another metric behind it": ("检查企业47家，3处隐患当场整改。", "places_inspected: 47; hazards_found: 3"),
    "people who came": ("举办法治集训3场次，260人次走进课堂。", "legal_training_sessions: 3; legal_training_participants: 260"),
    "what was studied told behind": ("召开党委会议3次，专题学习习近平法治思想。", "theory_study_sessions: 3"),
    "other things studied": ("召开党委会议26次，专题学习经济工作会议精神。", ""),
    "what was decided": ("召开党委会议26次，研究决定重大事项。", ""),
    "one study among other business": ("召开党委会议26次，研究议题180个，学习宪法。", ""),
    "in turns": ("170名调解员分3期参加培训。", "legal_training_participants: 170; legal_training_sessions: 3"),
    "in turns, told first": ("分4批对170名网格员开展法治培训。", "legal_training_sessions: 4; legal_training_participants: 170"),
    "groups are no turns": ("170名调解员分3组开展调解。", "mediators: 170"),
    "a rate of petitions": ("信访事项117件，化解率98%。", "petitions_handled: 117"),
    "a rate carried past petitions": (
        "调解纠纷86件，信访事项117件，办结率98%。",
        "disputes_mediated: 86; petitions_handled: 117",
    ),
    "a rate that names its disputes": (
        "信访事项117件，矛盾纠纷化解率98%。",
        "petitions_handled: 117; dispute_resolution_rate: 98",
    ),
    "a rate of both": (
        "受理矛盾纠纷86件、信访事项17件，化解率98%。",
        "disputes_received: 86; petitions_handled: 17; dispute_resolution_rate: 98",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
