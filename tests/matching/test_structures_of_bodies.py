"""Bodies that are none of the township's: the county's bureaus, courts and police, on sentences of our own."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "a bureau's own cases": ("县市场监督管理局全年查处无照经营案件42起，罚没款18万元。", ""),
    "a branch of a city's bureau": ("市生态环境局柳河分局立案查处环境违法案件7起，罚款33万元。", ""),
    "a county called by its name": ("柳河县人民法院全年审理行政诉讼案件86件，我镇组织干部旁听。", ""),
    "an office of the county": ("县普法办开展普法宣传活动260场次，发放资料6万份，我镇积极参与。", ""),
    "its staff": ("县城管局现有执法队员64人，负责城区市容管理。", ""),
    "what it does by powers of its own, here too": ("县水利局对辖区一家砂场立案处罚，罚款15万元。", ""),
    "what it does in all the county": ("在县司法局组织的全县行政执法案卷评查中，共评查案卷180卷。", ""),
    "a court tries our disputes": ("县人民法院柳河法庭将我镇3起土地纠纷由简易程序转为普通程序审理。", ""),
    "the police's cases": ("派出所全年破获盗窃案件5起，处理治安案件31起。", ""),
    "the township behind it": ("县委政法委通报，全县调解矛盾纠纷5200件，我镇受理84件。", "disputes_received: 84"),
    "it comes to us": ("县司法局到我镇开展法治讲座3场，受众260人次。", "law_lectures: 3; publicity_audience: 260"),
    "it trains our staff": ("县司法局为我镇执法人员举办培训班2期。", "enforcement_training_sessions: 2"),
    "it is asked to come": ("邀请县人民检察院检察官开展法治进校园4场。", "school_law_lessons: 4"),
    "it is helped": ("配合县自然资源局开展联合执法行动3次。", "joint_enforcement_actions: 3"),
    "it takes part with us": ("县司法局、镇司法所联合开展普法宣传活动5场次。", "publicity_events: 5"),
    "it tests our staff": ("县司法局统一命题的年度学法考试，参考53人。", "law_exam_participants: 53"),
    "it reviews our files": ("县司法局评查我镇案卷12卷。", "case_file_reviews: 12"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
