"""Changes from year to year: computed, stated, gaps, renamed townships; movers that tiny bases do not fool."""

import pandas as pd
import pytest

from extract.analysis.changes import changes
from extract.analysis.movers import movers, trends
from extract.tables import CHANGES
from tests.analysis.rows import observations, reports, stated


def series(*values: float, first: int = 2021, **cells: object) -> list[dict[str, object]]:
    return [{"year": first + n, "value": value, **cells} for n, value in enumerate(values)]


def only(table: pd.DataFrame) -> "pd.Series[object]":
    assert len(table) == 1
    return table.iloc[0]


def test_a_change_is_computed() -> None:
    row = only(changes(observations(series(40, 50))))
    assert (row["direction"], row["amount"], row["unit"], row["relative"]) == ("up", 10, "count", 25)
    assert (row["from_year"], row["to_year"], row["origin"]) == (2021, 2022, "computed")
    assert list(changes(observations(series(40, 50))).columns) == CHANGES


@pytest.mark.parametrize(
    ("before", "after", "qualifier"),
    [
        ({"value": 20, "qualifier": "over"}, {"value": 26}, "nearly"),
        ({"value": 20}, {"value": 26, "qualifier": "over"}, "over"),
        ({"value": 20, "qualifier": "about"}, {"value": 26}, "about"),
        ({"value": 20}, {"value": 26}, "exact"),
    ],
)
def test_how_far_an_amount_is_open(before: dict[str, object], after: dict[str, object], qualifier: str) -> None:
    row = only(changes(observations([before | {"year": 2023}, after | {"year": 2024}])))
    assert (row["amount"], row["qualifier"]) == (6, qualifier)


def test_a_gap_is_shown_as_a_gap() -> None:
    row = only(changes(observations([{"year": 2021, "value": 3}, {"year": 2024, "value": 9}])))
    assert (row["from_year"], row["to_year"], row["agreement"]) == (2021, 2024, "gap")


@pytest.mark.parametrize(
    ("cells", "why"), [({"unit": "人次"}, "unit"), ({"scope": "part"}, "scope"), ({"resolution": "conflict"}, "conflict")]
)
def test_what_does_not_compare_says_why(cells: dict[str, object], why: str) -> None:
    row = only(changes(observations([{"year": 2023, "value": 9}, {"year": 2024, "value": 12} | cells])))
    assert row["agreement"] == why
    assert pd.isna(row["amount"]) == (why != "scope")


def test_a_rate_changes_in_points() -> None:
    row = only(changes(observations(series(95.5, 97, unit="%", metric="satisfaction_rate"))))
    assert (row["amount"], row["unit"]) == (1.5, "pp")


def test_a_restated_value_fills_a_gap_and_never_replaces() -> None:
    rows = [
        {"year": 2023, "value": 40, "resolution": "restated", "report": "甲镇2024.txt"},
        {"year": 2024, "value": 50, "report": "甲镇2024.txt"},
    ]
    known = [{"township": "甲镇", "year": 2024}]
    assert only(changes(observations(rows), reports=reports(known)))["value_from"] == 40
    own = [*rows, {"year": 2023, "value": 44, "report": "甲镇2023.txt"}]
    table = changes(observations(own), reports=reports([*known, {"township": "甲镇", "year": 2023}]))
    assert only(table)["value_from"] == 44


@pytest.mark.parametrize(
    ("old", "new", "joined"),
    [
        ({"township": "青石乡"}, {"township": "青石镇"}, True),
        ({"township": "青石乡", "division_code": "1"}, {"township": "新城街道", "division_code": "1"}, True),
        ({"township": "青石乡", "county": "东县"}, {"township": "青石镇", "county": "西县"}, False),
        ({"township": "青石乡"}, {"township": "白石镇"}, False),
    ],
)
def test_a_renamed_township_is_one_series(old: dict[str, object], new: dict[str, object], joined: bool) -> None:
    table = changes(observations([{"year": 2023, "value": 4} | old, {"year": 2024, "value": 6} | new]))
    assert len(table) == joined
    if joined:
        assert only(table)["township"] == new["township"]


def test_two_townships_of_one_stem_that_report_for_the_same_year_stay_two() -> None:
    rows = [
        {"township": town, "year": year, "value": value}
        for town, year, value in (("青石乡", 2023, 4), ("青石乡", 2024, 5), ("青石镇", 2023, 40), ("青石镇", 2024, 50))
    ]
    assert sorted(changes(observations(rows))["amount"]) == [1, 10]


STATED = [
    ({"amount": 10}, "agrees"),
    ({"amount": 11}, "contradicts"),
    ({"amount": 25, "unit": "%"}, "agrees"),
    ({"amount": 24.9, "unit": "%"}, "contradicts"),
    ({"amount": 25, "unit": "%", "direction": "down"}, "contradicts"),
    ({"amount": 20, "unit": "%", "qualifier": "over"}, "contradicts"),
    ({"amount": 24, "unit": "%", "qualifier": "over"}, "agrees"),
    ({"amount": 25, "unit": "%", "metric": "disputes_received"}, "unknown"),
]


@pytest.mark.parametrize(("statement", "verdict"), STATED)
def test_a_statement_is_held_against_the_values(statement: dict[str, object], verdict: str) -> None:
    table = changes(observations(series(40, 50, first=2023)), stated([statement]))
    told = only(table[table["origin"] == "stated"])
    assert told["agreement"] == verdict
    if verdict != "unknown":
        assert (told["value_from"], told["value_to"], told["relative"]) == (40, 50, 25)
        assert only(table[table["origin"] == "computed"])["agreement"] == verdict


def test_a_multiple_is_as_exact_as_its_digits() -> None:
    told = stated([{"amount": 200, "unit": "%", "figure": "2倍"}])
    table = changes(observations(series(40, 70, first=2023)), told)
    assert only(table[table["origin"] == "stated"])["agreement"] == "contradicts"
    table = changes(observations(series(40, 122, first=2023)), told)
    assert only(table[table["origin"] == "stated"])["agreement"] == "agrees"


def test_movers_are_not_fooled_by_tiny_bases() -> None:
    rows = []
    for number in range(12):
        town = f"{'甲乙丙丁戊己庚辛壬癸子丑'[number]}镇"
        before = 200 + 10 * number
        after = {3: before * 2, 5: before * 0.6}.get(number, before * 1.04)
        rows += [{"township": town, "year": 2023, "value": before}, {"township": town, "year": 2024, "value": round(after)}]
    rows += [{"township": "小镇", "year": 2023, "value": 1}, {"township": "小镇", "year": 2024, "value": 4}]
    found = movers(changes(observations(rows)), 2024)
    assert list(found["township"]) == ["丁镇", "己镇"]
    assert found["score"].iloc[0] > 3
    assert found["score"].iloc[1] < -2


def test_nobody_moved() -> None:
    assert movers(changes(observations(series(40, 41))), 2022).empty
    assert movers(changes(observations([])), 2022).empty


def test_trends_count_streaks_and_missing_years() -> None:
    rows = [*series(3, 5, 7, 6, 4), *series(9, 1, township="乙镇")]
    rows += [{"township": "丙镇", "year": 2021, "value": 2}, {"township": "丙镇", "year": 2024, "value": 8}]
    table = trends(observations(rows)).set_index("township")
    assert table.loc["甲镇", "streak"] == -2
    assert table.loc["甲镇", ["first_year", "last_year", "first_value", "last_value"]].tolist() == [2021, 2025, 3, 4]
    assert table.loc["丙镇", ["missing", "streak"]].tolist() == [2, 0]
    assert table.loc["丙镇", ["rank_first", "rank_last", "rank_change"]].tolist() == [3, 1, 2]
