"""Structures of sentences that change what a figure means, on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "zero of this year after last year's figure": (
        "上一年全镇有3批次群众越级上访；这一年，实现了“零”上访。",
        "petition_batches: 3 2023; petition_batches: 0",
    ),
    "no more of what happened the year before": (
        "去年还有2批5人越级上访，今年没有再发生过。",
        "petition_batches: 2 2023; petition_persons: 5 2023; petition_batches: 0",
    ),
    "two noughts, each behind its noun": (
        "行政复议零申请、行政诉讼零发生。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "a denial behind its nouns": (
        "行政复议、行政诉讼案件均未发生。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "no experience is no zero": ("我镇没有行政诉讼应诉经验。", ""),
    "the part of this year's value beside last year's": (
        "2023年受理矛盾纠纷58件，2024年83件，其中婚姻家庭类61件。",
        "disputes_received: 58 2023; disputes_received: 83; disputes_received: 61",
    ),
    "sorted by kind in the same sentence": (
        "全年排查矛盾纠纷120件，从案由看，婚姻家庭40件、邻里50件、土地30件。",
        "disputes_received: 120; disputes_received: 40; disputes_received: 50; disputes_received: 30",
    ),
    "sorted by kind in the next sentence": (
        "全年调解矛盾纠纷120件。按类型分，婚姻家庭纠纷40件、邻里纠纷50件、土地纠纷30件。",
        "disputes_mediated: 120; disputes_mediated: 40; disputes_mediated: 50; disputes_mediated: 30",
    ),
    "a breakdown of nothing named": ("其中，涉及婚姻家庭的有38件，涉及邻里的有45件。", ""),
    "planned and done": (
        "原定法治培训6场，仅完成4场。",
        "legal_training_sessions: 6 planned; legal_training_sessions: 4",
    ),
    "years paired with figures": (
        "2022年、2023年、2024年全镇分别受理矛盾纠纷31件、46件、52件。",
        "disputes_received: 31 2022; disputes_received: 46 2023; disputes_received: 52",
    ),
    "nouns paired with figures over a verb": (
        "司法所工作人员、法律顾问分别列席党委会议12次、8次。",
        "justice_office_meetings_attended: 12",
    ),
    "from one level to another without a year": (
        "普法活动由32场增加到45场。",
        "publicity_events: 32 2023; publicity_events: 45",
    ),
    "from one level to another, with the year compared": (
        "与2022年相比，普法活动由32场增加到45场。",
        "publicity_events: 32 2022; publicity_events: 45",
    ),
    "the county's bureau and the township's office": (
        "市司法局柳河司法所列席党委会、镇长办公会22次。",
        "justice_office_meetings_attended: 22",
    ),
    "all townships of the county": ("全县各乡镇共化解矛盾纠纷3000件。", ""),
    "times a day": ("村里大喇叭一天三遍响。", ""),
    "a list of numbers before their nouns": ("举办了2次法治讲座和1次旁听庭审。", "law_lectures: 2"),
    "papers in units of their own share the verb behind them": (
        "对36份合同、2件规范性文件进行合法性审查。",
        "contracts_reviewed: 36; normative_documents_reviewed: 2",
    ),
    "villages and communities without a unit": ("辖19村2社区。", "villages: 19; villages: 2"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
