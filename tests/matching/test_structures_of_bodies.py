"""Bodies that are none of the township's: the county's bureaus, courts and police, on sentences of our own."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "what a county's court hands out in a year": ("松屏县人民法院全年诉前委派调解纠纷300件，调解成功率58%。", ""),
    "what a county's court hands to us": ("县人民法院委派我镇调解纠纷41件。", "disputes_mediated: 41"),
    "what a bureau does here by itself": ("县水利局在我乡范围内自行查办案件4宗，我乡派人配合。", ""),
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
    "it is invited": ("县司法局普法讲师应邀授课，80名村组干部接受培训。", "legal_training_participants: 80"),
    "its wishes are followed": ("落实县应急管理局要求，检查企业26家。", "places_inspected: 26"),
    "a government's own deed": ("全年县政府出台规范性文件9件。", ""),
    "a task force": ("县根治欠薪专班化解劳资纠纷85起。", ""),
    "a task force of the township": ("青山镇根治欠薪专班化解劳资纠纷8起。", "disputes_resolved: 8"),
    "a headquarters": ("市防汛指挥部排查隐患230处。", ""),
    "an association": ("县律师协会办理法律援助案件60件。", ""),
    "our county": ("今年，我县开展普法宣传430场，发放资料5万份。", ""),
    "our city's brigade": ("我市综合执法支队160名执法人员全部持证。", ""),
    "our county only sets the scene": ("我县推行赋权改革，我镇办理行政处罚案件20件。", "penalty_cases: 20"),
    "first in our county": ("在我县率先建成综治中心1个。", "governance_centres: 1"),
    "what is told of the county by word of mouth": ("县里举办法治培训6期。", ""),
    "it found what is wrong with us": ("县里检查发现问题8个，改完7个。", "problems_rectified: 7"),
    "a government's plan, and our deed": ("县政府出台实施方案后，全镇开展执法检查20次。", "administrative_inspections: 20"),
    "it inspects enterprises here": ("县安委会检查我镇企业20家。", ""),
    "we inspect them with it": ("县安委会与我镇联合检查辖区企业20家。", "places_inspected: 20"),
    "the whole county acts as one": ("全区统一组织联合执法45次。", ""),
    "the whole county has us act": ("全区统一部署，我镇开展联合执法10次。", "joint_enforcement_actions: 10"),
    "a mean of the county": ("全县群众满意度平均值96.2%。", ""),
    "what a poll of the nation says of us": ("全国平安建设民意调查满意度97%。", "satisfaction_rate: 97"),
    "a campaign of the county": ("全县专项行动中，检查企业30家。", "places_inspected: 30"),
    "a court's other suits": ("区法院审结行政案件80件。", ""),
    "a suit of our own": ("区法院审理我街道行政诉讼案件5件。", "administrative_litigations: 5"),
    "a suit against us": ("法院审结以本街道为被告的行政案件3件。", "administrative_litigations: 3"),
    "a review of our own": ("县政府受理以我镇为被申请人的行政复议案件3件。", "administrative_reconsiderations: 3"),
    "a review of our own beside all": (
        "涉及我镇的行政复议案件2件，县政府全年受理行政复议案件65件。",
        "administrative_reconsiderations: 2",
    ),
    "where petitioners went": ("到市信访局上访3批。", "petition_batches: 3"),
    "a fine of others": ("某企业被市局罚款20万元。", ""),
    "a fine of our own": ("3家企业被处罚款2万元。", "fines_amount: 20000"),
    "meetings of others": ("参加县司法局召开的法治工作会议3次。", ""),
    "praise for a few": ("全县调解员1860人，我镇3人获表彰。", ""),
    "the township's own beside the whole's": ("全县调解员1860人，我镇58人。", "mediators: 58"),
    "the brigade of a named street": ("城东区安定街道综合执法大队开展联合执法14次。", "joint_enforcement_actions: 14"),
    "the brigade of the town itself": ("城市管理综合执法大队立案查处36件。", "enforcement_cases: 36"),
    "one of several helpers": ("联合县医院、县司法局开展普法宣传6场。", "publicity_events: 6"),
    "it reviews our files": ("县司法局评查我镇案卷12卷。", "case_file_reviews: 12"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
