"""Townships side by side: rank, quartile, share, derived metrics, comparability; what is missing stays missing."""

from decimal import Decimal

import pandas as pd
import pytest

from extract.analysis.comparability import comparability, pairs
from extract.analysis.compare import COMPARE, compare
from extract.errors import UsageError
from extract.library import load_library
from tests.analysis.rows import observations

LIBRARY = load_library()


def row_of(table: pd.DataFrame, town: str, metric: str = "disputes_resolved") -> "pd.Series[object]":
    found = table[(table["township"] == town) & (table["metric"] == metric)]
    assert len(found) == 1
    return found.iloc[0]


def four() -> list[dict[str, object]]:
    return [{"township": town, "value": value} for town, value in (("甲镇", 90), ("乙镇", 60), ("丙镇", 60), ("丁镇", 30))]


def test_rank_quartile_median_and_share() -> None:
    table = compare(observations(four()), 2024, library=LIBRARY)
    ranks = dict(zip(table["township"], table["rank"], strict=True))
    assert ranks == {"甲镇": 1, "乙镇": 2, "丙镇": 2, "丁镇": 4}
    assert dict(zip(table["township"], table["quartile"], strict=True)) == {"甲镇": 1, "乙镇": 2, "丙镇": 2, "丁镇": 4}
    assert set(table["group_median"]) == {60.0}
    assert row_of(table, "甲镇")["share"] == 37.5
    assert list(table.columns) == COMPARE


def test_the_least_is_first_where_less_is_better() -> None:
    rows = [{"township": t, "metric": "lawsuits_lost", "value": v} for t, v in (("甲镇", 3), ("乙镇", 0))]
    table = compare(observations(rows), 2024, library=LIBRARY)
    assert row_of(table, "乙镇", "lawsuits_lost")["rank"] == 1


def test_a_conflict_and_another_unit_are_shown_and_not_ranked() -> None:
    rows = [
        {"township": "甲镇", "value": 90},
        {"township": "乙镇", "value": 60, "unit": "人次"},
        {"township": "丙镇", "value": 40, "resolution": "conflict"},
        {"township": "丙镇", "value": 44, "resolution": "conflict"},
    ]
    table = compare(observations(rows), 2024, library=LIBRARY)
    assert len(table) == 4
    assert table["rank"].notna().sum() == 1
    assert row_of(table, "甲镇")["of"] == 1
    assert row_of(table, "乙镇")["comparable"] == "unit"
    assert set(table.loc[table["township"] == "丙镇", "comparable"]) == {"conflict"}


def test_what_is_missing_makes_no_row() -> None:
    table = compare(observations(four()), 2023, library=LIBRARY)
    assert table.empty
    assert list(table.columns) == COMPARE


def test_remarks_say_what_is_not_exact_or_only_a_part() -> None:
    rows = [
        {"township": "甲镇", "value": 20, "qualifier": "over"},
        {"township": "乙镇", "value": 26, "scope": "part"},
        {"township": "丙镇", "value": 20, "value_high": 30},
        {"township": "丁镇", "value": 5, "resolution": "restated"},
    ]
    table = compare(observations(rows), 2024, library=LIBRARY)
    notes = dict(zip(table["township"], table["comparable"], strict=True))
    assert notes == {"甲镇": "exactness", "乙镇": "part", "丙镇": "range", "丁镇": "restated"}


def test_derived_metrics_are_computed_beside_the_stated_ones() -> None:
    rows = [{"metric": "disputes_received", "value": 120}, {"metric": "disputes_resolved", "value": 90}]
    table = compare(observations(rows), 2024, library=LIBRARY)
    share = row_of(table, "甲镇", "disputes_resolved_of_received")
    assert (share["value"], share["unit"], share["resolution"], share["comparable"]) == (75.0, "%", "derived", "computed")
    assert share["qualifier"] == "exact"
    assert row_of(table, "甲镇", "disputes_handled")["value"] == 120
    assert "disputes_resolved_of_mediated" not in set(table["metric"])


def test_the_first_known_metric_of_a_chain_stands() -> None:
    rows = [{"metric": "disputes_received", "value": 120}, {"metric": "disputes_mediated", "value": 80}]
    assert row_of(compare(observations(rows), 2024, library=LIBRARY), "甲镇", "disputes_handled")["value"] == 80


def test_a_share_of_something_inexact_is_about() -> None:
    rows = [{"metric": "disputes_received", "value": 120, "qualifier": "over"}, {"metric": "disputes_resolved", "value": 90}]
    share = row_of(compare(observations(rows), 2024, library=LIBRARY), "甲镇", "disputes_resolved_of_received")
    assert (share["qualifier"], share["comparable"]) == ("about", "exactness;computed")


def test_nothing_is_divided_by_nothing() -> None:
    rows = [{"metric": "disputes_received", "value": 0}, {"metric": "disputes_resolved", "value": 0}]
    table = compare(observations(rows), 2024, library=LIBRARY)
    assert "disputes_resolved_of_received" not in set(table["metric"])


def test_values_per_village_come_from_the_report_or_else_from_the_file() -> None:
    rows = [*four(), {"township": "甲镇", "metric": "villages", "unit": "个", "value": 9}]
    towns = pd.DataFrame({"township": ["甲镇", "乙镇"], "villages": [10, 12], "population": [30_000, None]})
    table = compare(observations(rows), 2024, library=LIBRARY, townships=towns)
    assert row_of(table, "甲镇")["per_village"] == 10
    assert row_of(table, "甲镇")["per_1000"] == 3
    assert row_of(table, "乙镇")["per_village"] == 5
    assert pd.isna(row_of(table, "丁镇")["per_village"])


def test_groups() -> None:
    rows = [dict(row, county="东县" if row["township"] in ("甲镇", "乙镇") else "西县") for row in four()]
    by_county = compare(observations(rows), 2024, library=LIBRARY, group="county")
    assert row_of(by_county, "丙镇")["rank"] == 1
    named = compare(observations(rows), 2024, library=LIBRARY, group="peers", peers=["丙镇", "丁镇"])
    assert list(named["township"]) == ["丙镇", "丁镇"]
    towns = pd.DataFrame({"township": ["甲镇", "乙镇", "丙镇"], "population": [9, 5, 1], "peer_group": ["山", "川", "山"]})
    sized = compare(observations(rows), 2024, library=LIBRARY, group="size", townships=towns)
    assert dict(zip(sized["township"], sized["group"], strict=True))["丁镇"] == "unknown size"
    peers = compare(observations(rows), 2024, library=LIBRARY, group="peers", townships=towns)
    assert row_of(peers, "丙镇")["of"] == 2
    with pytest.raises(UsageError, match="no group 'best'"):
        compare(observations(rows), 2024, group="best")


PAIRS = [
    ({}, {}, "yes", ()),
    ({}, {"qualifier": "over"}, "limited", ("exactness",)),
    ({}, {"scope": "part"}, "limited", ("part",)),
    ({}, {"resolution": "derived"}, "limited", ("computed",)),
    ({}, {"unit": "人次"}, "no", ("unit",)),
    ({}, {"year": 2023}, "no", ("period",)),
    ({}, {"metric": "disputes_received"}, "no", ("metric",)),
    ({"resolution": "conflict"}, {}, "no", ("conflict",)),
]


@pytest.mark.parametrize(("one", "other", "verdict", "reasons"), PAIRS)
def test_two_cells(one: dict[str, object], other: dict[str, object], verdict: str, reasons: tuple[str, ...]) -> None:
    usual = {"metric": "m", "unit": "件", "year": 2024, "qualifier": "exact", "scope": "township", "resolution": "single"}
    assert comparability(usual | one, usual | other) == (verdict, reasons)


def test_pairs_hold_every_two_townships_together() -> None:
    table = compare(observations(four()), 2024, library=LIBRARY)
    held = pairs(table, "disputes_resolved", 2024)
    assert len(held) == 6
    assert set(held["comparable"]) == {"yes"}


def test_a_decimal_stays_what_it_is() -> None:
    table = compare(observations([{"value": Decimal("97.6"), "unit": "%", "metric": "satisfaction_rate"}]), 2024, library=LIBRARY)
    assert table["value"].tolist() == [97.6]
