"""Running totals of several years beside the year's figure, on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "three years in all": (
        "三年共调解纠纷310件，今年为96件。",
        "disputes_mediated: 310 cumulative; disputes_mediated: 96",
    ),
    "two years behind the noun": (
        "法律援助两年累计41件，2024年19件。",
        "legal_aid_cases: 41 cumulative; legal_aid_cases: 19",
    ),
    "in more than two years": ("两年多里罚款31万元，今年罚款8.6万元。", "fines_amount: 310000 cumulative; fines_amount: 86000"),
    "a five-year plan": (
        "“十四五”以来累计开展普法宣传120场，2024年开展25场。",
        "publicity_events: 120 cumulative; publicity_events: 25",
    ),
    "since a year, up to a month of this one": (
        "自2022年3月挂牌以来，截至今年10月底累计办理执法案件260件，其中2024年办案88件。",
        "enforcement_cases: 260 cumulative; enforcement_cases: 88",
    ),
    "counted from a year": (
        "从2021年设立接访日算起，累计接待信访140批，今年接待38批。",
        "petitions_handled: 140 cumulative; petitions_handled: 38",
    ),
    "since a post was made": (
        "2021年设立审查专员以来，累计审查180件，其中2024年审查52件。",
        "legal_reviews: 180 cumulative; legal_reviews: 52",
    ),
    "from then to now": (
        "持证人员从2020年的6人增加到如今的15人。",
        "enforcement_certificate_holders: 6 2020; enforcement_certificate_holders: 15",
    ),
    "and once more": (
        "上半年办案21件，下半年又办17件，全年办案38件。",
        "enforcement_cases: 21; enforcement_cases: 17; enforcement_cases: 38",
    ),
    "last year's without a noun": ("全年共出具法律意见书22份，上年出具18份。", "legal_opinions: 22; legal_opinions: 18 2023"),
    "another year's without a noun": (
        "全年开展普法活动30场，2023年开展24场。",
        "publicity_events: 30; publicity_events: 24 2023",
    ),
    "a school year": ("为三年级学生上法治课4节。", "school_law_lessons: 4"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_years(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(expected.split("; "))
