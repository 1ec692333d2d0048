"""Whose figure it is: the county's, a neighbour's, or the township's own."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
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
    "where something was done is no number of villages": ("在7个行政村开展法治宣传21次。", "publicity_events: 21"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
