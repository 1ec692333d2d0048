"""Which of several reports and values counts, as tables of cases."""

import random

import pytest

from extract.matching.between import (
    ReportFacts,
    SetAside,
    ValueFacts,
    place_key,
    reports_set_aside,
    values_set_aside,
)

A, B = "甲镇||", "乙镇||"


@pytest.mark.parametrize(
    ("reports", "lost"),
    [
        pytest.param([ReportFacts("a", A, 2024), ReportFacts("b", A, 2023)], [], id="two years"),
        pytest.param([ReportFacts("a", A, 2024), ReportFacts("b", B, 2024)], [], id="two townships"),
        pytest.param([ReportFacts("a", A, None), ReportFacts("b", A, None)], [], id="unknown years never yield"),
        pytest.param([ReportFacts("a", "", 2024), ReportFacts("b", "", 2024)], [], id="unknown places never yield"),
        pytest.param(
            [ReportFacts("b", A, 2024, "2025-01-01", "x"), ReportFacts("a", A, 2024, "2025-01-01", "x")],
            [SetAside("b", "same-text", "a")],
            id="the same text twice",
        ),
        pytest.param(
            [ReportFacts("a", A, 2024, "2025-03-01", "x"), ReportFacts("b", A, 2024, "2025-01-20", "y")],
            [SetAside("b", "earlier-report", "a")],
            id="the later date counts",
        ),
        pytest.param(
            [ReportFacts("a", A, 2024, "", "x"), ReportFacts("b", A, 2024, "2025-01-20", "y")],
            [SetAside("a", "earlier-report", "b")],
            id="a date counts before none",
        ),
        pytest.param(
            [ReportFacts("a", A, 2024, "", "x"), ReportFacts("b", A, 2024, "", "y")],
            [SetAside("a", "earlier-report", "b")],
            id="without dates the last name",
        ),
        pytest.param(
            [
                ReportFacts("a", A, 2024, "2025-01-01", "x"),
                ReportFacts("b", A, 2024, "2025-01-01", "x"),
                ReportFacts("c", A, 2024, "2025-02-01", "y"),
            ],
            [SetAside("a", "earlier-report", "c"), SetAside("b", "same-text", "a")],
            id="a copy and a later one",
        ),
    ],
)
def test_reports(reports: list[ReportFacts], lost: list[SetAside]) -> None:
    assert reports_set_aside(reports) == lost
    assert reports_set_aside(reversed(reports)) == lost


def value(key: str, report: str, report_year: int | None, year: int | None = 2023, place: str = A) -> ValueFacts:
    return ValueFacts(key, place, "disputes_resolved", year, report, report_year)


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        pytest.param([value("1", "r23", 2023), value("2", "r24", 2024)], ["2"], id="own year wins"),
        pytest.param([value("2", "r24", 2024)], [], id="a later report fills the gap"),
        pytest.param([value("2", "r24", 2024), value("3", "r25", 2025)], ["3"], id="the nearest later report"),
        pytest.param([value("1", "r22", 2022), value("2", "r25", 2025)], ["1"], id="a later before an earlier"),
        pytest.param([value("1", "r?", None), value("2", "r25", 2025)], ["1"], id="a known year before none"),
        pytest.param([value("1", "r23", 2023), value("2", "r23", 2023)], [], id="a conflict stays as it is"),
        pytest.param([value("1", "a", 2024, None), value("2", "b", 2023, None)], [], id="no year, no rivalry"),
        pytest.param([value("1", "a", 2024, place=""), value("2", "b", 2023, place="")], [], id="no place, no rivalry"),
    ],
)
def test_values(values: list[ValueFacts], lost: list[str]) -> None:
    assert values_set_aside(values) == lost
    shuffled = random.Random(1).sample(values, len(values))
    assert sorted(values_set_aside(shuffled)) == sorted(lost)


def test_a_code_joins_the_old_and_the_new_name() -> None:
    assert place_key("a", "石桥乡", "甲县", "", "", "370000000000") == place_key("b", "石桥镇", "甲县", "", "", "370000000000")
    assert place_key("a", "石桥镇", "甲县") != place_key("b", "石桥镇", "乙县")
    assert place_key("a", "") != place_key("b", "")
