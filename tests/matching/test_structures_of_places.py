"""Whose figure it is: the county's, a neighbour's, or the township's own."""

import pytest

from extract.matching.examples import read_example
from extract.reading.document import Document
from tests.matching.whole_reports import extractor

CASES = {
    "communities called by their names": (
        "辖区面积5.4平方公里，有榕湾、河堤、菜园、机厂4个社区，网格126个。",
        "villages: 4; grids: 126",
    ),
    "the county's average, and then our own": (
        "调解成功率95.5%，全县的平均数是94.2%，人民调解员115名，调委会20个。",
        "dispute_resolution_rate: 95.5; mediators: 115; mediation_committees: 20",
    ),
    "the county's rate, and what the county did": (
        "全县调解成功率97%，调解纠纷2万件。",
        "",
    ),
    "villages and communities without a joint, at the head": (
        "8个村1个社区，不足9800口人。",
        "villages: 8; villages: 1; population: 9800 nearly",
    ),
    "villages and communities joined and added up": (
        "全镇12个村同3个社区加起来共15个。",
        "villages: 12; villages: 3; villages: 15",
    ),
    "people of several nations": (
        "全镇有14个村、1个社区，彝、汉、回等各族群众3.26万人。",
        "villages: 14; villages: 1; population: 32600",
    ),
    "villages that make up the township": ("全乡由九个村组成。", "villages: 9"),
    "villages that make up less": ("东片区由四个村组成。", ""),
    "members of villages and groups": ("走访4个村组成员。", ""),
    "centres that work": ("村级综治中心14个运转。", "governance_centres: 14"),
    "learning with a body of the county": ("跟着县局学办案、学文书的执法培训6次。", "enforcement_training_sessions: 6"),
    "the whole city by its name": ("兴泽全市当年组织民法典宣讲1200余场，本镇做法作了交流。", ""),
    "what the city has told of all": ("清宁市通报的全市违法处罚240余宗，我镇处罚31宗。", "penalty_cases: 31"),
    "what a court decided of ours": (
        "法院、复议机关审结的案件中无败诉，负责人出庭应诉率100%，办理建议提案17件。",
        "lawsuits_lost: 0; court_appearance_rate: 100; proposals_handled: 17",
    ),
    "a neighbour as the subject": (
        "隔河的青溪乡，人口比我镇少两千，同年纠纷95件。邻近的石桥镇一年受理信访60件。",
        "",
    ),
    "more than ours": ("三山县城关片区一年的纠纷约40起，比我乡多。", ""),
    "what a body of the county does to us": (
        "县司法局执法监督通报问题6个，已全部整改到位。",
        "problems_rectified: 6",
    ),
    "bodies of the county in a list": (
        "邀请县法院、县司法局的老师来上课，执法实务培训5期。",
        "enforcement_training_sessions: 5",
    ),
    "another county called by its name": ("清河县全年举办普法活动760余场，我镇41场。", "publicity_events: 41"),
    "another place behind a bullet": ("- 全县同期行政处罚402起", ""),
    "the county's bureau and the township's office": (
        "市司法局柳河司法所列席党委会、镇长办公会22次。",
        "justice_office_meetings_attended: 22",
    ),
    "the county's figures end where the township's own body speaks": (
        "全县受理纠纷4126起，县里的经验为我们提供了样板，镇党委理论学习中心组集中学习习近平法治思想6次",
        "theory_study_sessions: 6",
    ),
    "a neighbour's figure": ("相邻的沙河乡同期拆除违建41处。", ""),
    "a neighbour that is a street office": ("毗邻的柳荫街道同期受理纠纷1100余件。", ""),
    "villages beside an area, wherever it stands": (
        "我镇面积420平方公里，其中林地12万亩；行政村9个、社区1个。",
        "villages: 9; villages: 1",
    ),
    "a town next door": ("隔壁驷马镇一年办案45件，我镇全年办案17件。", "enforcement_cases: 17"),
    "a whole city at the same time": ("全金华同期复议案件1500余件，我镇2件。", "administrative_reconsiderations: 2"),
    "the county's office drew our files": (
        "镇自查处罚案卷40宗，县司法局随机抽查6宗。",
        "case_file_reviews: 40; case_file_reviews: 6",
    ),
    "who came to the village is no second value": ("由3名律师到村开展法治讲座12场。", "law_lectures: 12"),
    "the village fair alone": ("全年开展普法活动52场，仅岸湾大集就去了19场。", "publicity_events: 52; publicity_events: 19"),
    "a court of the county": ("清河县人民法院全年审理行政诉讼案件140件，我镇未发生行政诉讼。", "administrative_litigations: 0"),
    "the county's committee and its government": (
        "县委理论学习中心组今年举办法治学习6次、县政府常务会议学法9次，我镇党委跟进学习4次。",
        "theory_study_sessions: 4",
    ),
    "a platform of the county": ("县12345热线平台全年受理工单5.2万件，我镇承办工单212件。", "hotline_tickets: 212"),
    "what the county's bodies organise": ("县工商联、县工信局走访企业240家，提供法律咨询310次。", ""),
    "authorities of every level": ("2024年全市各级行政机关败诉案件61件，我镇无败诉案件。", "lawsuits_lost: 0"),
    "whom the county's deputies asked": ("县人大常委会全年向县直单位交办代表建议143件。", ""),
    "what the county's inspectors told us": ("县委巡察组今年反馈问题17个，已整改16个。", "problems_rectified: 16"),
    "ours among the county's": ("县政府全年办理行政复议案件88件，涉及我镇的3件。", "administrative_reconsiderations: 3"),
    "what is demanded": ("按照县里负责人出庭应诉率不低于90%的要求，我镇修订了应诉规则。", ""),
    "what is demanded and what it is": ("县里要求公众满意度不低于90%，我镇实际为95.4%。", "satisfaction_rate: 95.4"),
    "what is reached as demanded": ("群众满意度达到96%以上的要求。", "satisfaction_rate: 96 over"),
    "where something was done is no number of villages": ("在7个行政村开展法治宣传21次。", "publicity_events: 21"),
    "people without a unit": ("全镇下辖14个村（居），总人口32650。", "villages: 14; population: 32650"),
    "people before their kind": ("全乡有2.1万常住人口。", "population: 21000"),
    "our own behind the county's": ("全县配备人民调解员500名，我镇有38名。", "mediators: 38"),
    "whose way of doing is learnt": (
        "学习借鉴邻镇全年化解纠纷310起、调解成功率99%的经验做法。对标邻县建成综治中心12个的做法，我镇建成1个。",
        "governance_centres: 1",
    ),
    "our own behind what was learnt": ("学习借鉴外地经验，全年化解矛盾纠纷96起。", "disputes_resolved: 96"),
    "a neighbour's broadcast": ("邻镇普法直播吸引3万人观看，我镇还是空白。", ""),
    "streets around us": ("周边街道调解纠纷360件。", ""),
    "together with a street beside us": ("与相邻街道调解纠纷16件。", "disputes_mediated: 16"),
    "at the border": ("相邻街道交界处排查隐患16处。", "hazards_found: 16"),
    "below the county's mean": ("矛盾纠纷化解率比全县平均96.4%低1.2个百分点。", ""),
    "below the county's level": ("群众满意度94.3%，低于全县平均水平96.4%。", "satisfaction_rate: 94.3"),
    "the county's mean before ours": ("矛盾纠纷化解率全县平均96.4%，我镇94.3%。", "dispute_resolution_rate: 94.3"),
    "a mean of cases": ("调解纠纷72件，县均为130件。", "disputes_mediated: 72"),
    "above the mean, and what it is": ("群众满意度高于全市平均达94.3%。", "satisfaction_rate: 94.3"),
    "each of our villages": ("矛盾纠纷化解率各社区均达到94.3%。", "dispute_resolution_rate: 94.3"),
    "what discipline inspects": ("纪检部门开展“三资”专项检查6轮。", ""),
    "and what it found": ("镇纪检监察室开展专项检查7次，排查廉政风险隐患14处。", ""),
    "checks of village accounts": ("镇纪委联合财政所开展村级财务专项检查6次。", ""),
    "the party's office": ("镇党建办对各村开展检查7次。", ""),
    "enforcers led by discipline": ("镇纪委联合综合执法队开展执法检查6次。", "joint_enforcement_actions: 6"),
    "enforcers watched by discipline": ("镇纪委监督执法，综合执法队开展行政检查26次。", "administrative_inspections: 26"),
    "a finance office with another": ("镇财政所、应急办联合开展安全检查7次。", "administrative_inspections: 7"),
    "led by the party": ("党建引领，开展行政检查26次。", "administrative_inspections: 26"),
    "our own way of doing": ("学习推广我镇化解纠纷96起的做法。", "disputes_resolved: 96"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))


def test_other_towns_called_by_name_are_held_against_ours() -> None:
    text = (
        "辽宁省义县柳林镇2023年法治政府建设报告\n一、问题\n持证人员偏少，柳林镇持证9名，而青石镇持证21名、"
        "沙河乡持证19名，全县平均14名。\n柳林镇调解纠纷31件。\n"
    )
    result = extractor().read(Document(text))
    assert [(m.metric.id, m.value) for m in result.reading.mentions] == [
        ("enforcement_certificate_holders", 9),
        ("disputes_mediated", 31),
    ]
