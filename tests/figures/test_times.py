"""Dates and the years they name."""

import pytest

from extract.figures.scanner import find_quantities

YEARS = {
    "2024年": [("2024年", 2024, None)],
    "2024年度": [("2024年度", 2024, None)],
    "二〇二四年": [("二〇二四年", 2024, None)],
    "2024年3月15日": [("2024年3月15日", 2024, None)],
    "2024.3.15": [("2024.3.15", 2024, None)],
    "2024-03-15": [("2024-03-15", 2024, None)],
    "2024/3/15": [("2024/3/15", 2024, None)],
    "2021—2025年": [("2021—2025年", 2021, 2025)],
    "2021-2025": [("2021-2025", 2021, 2025)],
    "2023年12月至2024年11月": [("2023年12月至2024年11月", 2023, 2024)],
    "2024年1月—11月": [("2024年1月—11月", 2024, None)],
    "23年全年共": [("23年", 2023, None)],
    "20212025年": [("20212025年", 2021, 2025)],
    "202411日": [("202411日", 2024, None)],
    "三年来": [("三年", None, None)],
    "近23年": [("23年", None, None)],
    "十余年": [("十余年", None, None)],
    "3月": [("3月", None, None)],
    "12月4日": [("12月4日", None, None)],
    "1至11月": [("1至11月", None, None)],
    "12·4": [("12·4", None, None)],
    "12.4国家宪法日": [("12.4", None, None)],
    "“4.15”": [("4.15", None, None)],
    "四季度": [("四季度", None, None)],
    "8时30分": [("8时30分", None, None)],
    "自2022起": [("2022", 2022, None)],
    "2024法治": [("2024", 2024, None)],
    "以12.4为节点": [("12.4", None, None)],
    "周五": [("五", None, None)],
    "“12-4”": [("12-4", None, None)],
    "规划（2021—2025年）": [("2021—2025年", 2021, 2025)],
    "《规划（2021—2025年）》": [("2021—2025年", 2021, 2025)],
    "5、6、7月": [("5", None, None), ("6", None, None), ("7月", None, None)],
}
NO_DATES = {"9.5，": "figure", "上半年": "", "第二届": "ordinal", "二十届三中全会": "name", "3级": "name", "13.4国家": "name"}


@pytest.mark.parametrize(("text", "dates"), YEARS.items(), ids=YEARS)
def test_a_date(text: str, dates: list[tuple[str, int | None, int | None]]) -> None:
    found = find_quantities(text)
    assert {quantity.kind for quantity in found} == {"date"}
    assert [(text[q.start : q.end], q.year, q.year_to) for q in found] == dates


@pytest.mark.parametrize(("text", "kind"), NO_DATES.items(), ids=NO_DATES)
def test_no_date(text: str, kind: str) -> None:
    assert "".join(quantity.kind for quantity in find_quantities(text)) == kind
