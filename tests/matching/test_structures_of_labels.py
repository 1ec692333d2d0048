"""Figures that leave their noun to a label, a run-in heading or the heading above, with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "a heading that runs into its paragraph": (
        "三、行政执法\n（一）办案。全年共52件，另有移送线索3条。\n（二）行政处罚。共31件：简易24件，普通7件。",
        "enforcement_cases: 52; penalty_cases: 31; penalty_cases_simple: 24; penalty_cases_ordinary: 7",
    ),
    "two sentences behind it": ("2.合法性审查。严格按程序办。全年共46件。", "legal_reviews: 46"),
    "what follows counts something else": ("（三）调解员。共27名网格员帮忙。", ""),
    "a noun right behind the number": ("（三）法律顾问。共5家企业主动来问。", ""),
    "label and heading together": (
        "五、普法\n活动：63场次，村村都到。\n■ 调解与信访\n●排查：412起（上年：455起）。\n●走访：96次。",
        "publicity_events: 63; disputes_received: 412; disputes_received: 455 2023",
    ),
    "a plan below a bullet": (
        "■ 不足\n●人手：执法人员12名，偏老。\n■ 2025年目标\n●普法活动：80场次。",
        "enforcement_officers: 12; publicity_events: 80 planned",
    ),
    "a label in brackets": (
        "要点6（人大代表建议、政协提案）：承办9件。\n要点7（法律明白人）：在册61名。",
        "proposals_handled: 9; law_literate_people: 61",
    ),
    "a year by quarters": (
        "四、矛盾纠纷\n（一）摸排：一季度31件，二季度42件，三季度18件，四季度25件。",
        "disputes_received: 31; disputes_received: 42; disputes_received: 18; disputes_received: 25",
    ),
    "months behind a comma": (
        "重大决策的合法性审查，1至6月14件，7至12月19件，全年33件。",
        "legal_reviews: 14; legal_reviews: 19; legal_reviews: 33",
    ),
    "money by what it was paid for": (
        "处罚31起；罚款：违规搭建2.3万元，占用路面3600元。",
        "penalty_cases: 31; fines_amount: 23000; fines_amount: 3600",
    ),
    "what became of none": ("处罚：移送2件。", ""),
    "a sentence that tells what its paragraph speaks of": (
        "一、主要工作\n机关干部的集体学法抓得紧、排得满。一年下来31次，多在周五。",
        "staff_law_study_sessions: 31",
    ),
    "a sum of items behind such a sentence": (
        "一、主要工作\n执法巡查没有断过。汛期42次，平时95次，合计137次。",
        "administrative_inspections: 137; administrative_inspections: 42; administrative_inspections: 95",
    ),
    "a paragraph of several things": ("一、主要工作\n书记把普法的事扛在肩上。下村三十趟，开会41次。", ""),
    "a bold heading behind the number of a section": (
        "## 2 关键少数\n\n2.1 **班子学法。** 全年共14次。\n\n2.2 **名录管理。** 普法活动25场次。",
        "theory_study_sessions: 14; publicity_events: 25",
    ),
    "three numbers of a section": ("3.1.2 合法性审查。严格按程序办。全年共46件。", "legal_reviews: 46"),
    "a plan below numbered sections": (
        "9 短板\n9.1 **人手。** 执法人员12名，偏老。\n## 10 2025年打算\n10.1 **普法。** 普法活动80场次。",
        "enforcement_officers: 12; publicity_events: 80 2025 planned",
    ),
    "bare lines": (
        "附：数据\n〔执法〕\n执法人员：18\n其中有证的 13\n罚款（万元）：2.4\n执法检查 140\n到场听讲（人次） 6400\n法治讲座 9",
        "enforcement_officers: 18; enforcement_certificate_holders: 13; fines_amount: 24000; administrative_inspections: 140; "
        "publicity_audience: 6400; law_lectures: 9",
    ),
    "parts in bare lines": (
        "附：数据\n调解纠纷（件） 218\n其中邻里 90\n12345工单 574\n普法活动 36",
        "disputes_mediated: 218; disputes_mediated: 90; hotline_tickets: 574; publicity_events: 36",
    ),
    "bare lines of a plan": (
        "明年打算\n执法检查 120\n法治讲座 18\n普法活动 36",
        "administrative_inspections: 120 2025 planned; law_lectures: 18 2025 planned; publicity_events: 36 2025 planned",
    ),
    "a table of contents": ("目录\n执法检查情况 1\n行政处罚情况 4\n法治讲座安排 6", ""),
    "two bare lines": ("附：数据\n执法检查 120\n法治讲座 18", ""),
    "items without a label": ("五、普法\n天气转凉，63场次。", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
