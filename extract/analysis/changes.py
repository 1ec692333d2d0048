"""Year over year: computed changes of every series beside those that the reports state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.agreement import AGREES, CONTRADICTS, judged, values_near
from extract.analysis.bounds import bounds
from extract.analysis.compare import report_years
from extract.analysis.derived import with_derived
from extract.analysis.facts import settled
from extract.analysis.keys import ids_of, key_of, keys_of, mixed
from extract.analysis.places import series_of
from extract.tables import CHANGES

if TYPE_CHECKING:
    from extract.library.model import Library

_SERIES = ["series", "metric"]
COMPUTED, STATED = "computed", "stated"


def changes(
    observations: pd.DataFrame,
    stated: pd.DataFrame | None = None,
    *,
    mentions: pd.DataFrame | None = None,
    reports: pd.DataFrame | None = None,
    library: Library | None = None,
) -> pd.DataFrame:
    """The changes between one stated year and the next of every township and metric, and the changes that reports state.

    A computed row's `qualifier` says how far its amount is open: 20余 → 26 is `nearly` 6, that is 6 or less. Its `agreement`
    is that of the statement beside it, or says why two years do not compare: gap (years between them are missing), unit,
    scope, conflict. A renamed township is one series under its latest name.
    """
    known = report_years(observations) if reports is None else reports
    series = series_of(known).merge(known[["report", "year"]].rename(columns={"year": "report_year"}), on="report")
    values = settled(observations[observations["year"].notna()], series)
    found = [computed(with_derived(values, library) if library is not None and len(values) else values)]
    if stated is not None and len(stated):
        told = _stated(stated, mentions, values, series)
        told = told.assign(**{column: "" for column in CHANGES if column not in told})
        found[0]["agreement"] = _beside(found[0], told)
        found.append(told)
    table = pd.concat(
        [frame[[*CHANGES, "series"]] for frame in found if len(frame)] or [pd.DataFrame(columns=[*CHANGES, "series"])]
    )
    table = table.sort_values(["county", "township", "metric", "to_year", "origin", "report", "start", "id"], kind="stable")
    return table[CHANGES].reset_index(drop=True)


def _stated(stated: pd.DataFrame, mentions: pd.DataFrame | None, values: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    near = values_near(mentions if mentions is not None else _no_mentions(values), values)
    # a renamed township is one series under its latest name
    told = judged(stated.merge(series[["report", "series", "name"]], on="report"), near, values)
    told["township"] = told["name"].where(told["name"].astype(str) != "", told["township"])
    # one statement in two files that were filed for the same year is one statement
    return told.drop_duplicates(["series", "metric", "from_year", "to_year", "direction", "amount", "unit"])


def _no_mentions(values: pd.DataFrame) -> pd.DataFrame:
    return values.iloc[:0].rename(columns={"year": "period"}).assign(basis="")


def computed(values: pd.DataFrame) -> pd.DataFrame:
    """The change from each stated year of a series to the next one."""
    frame = values.sort_values([*_SERIES, "year", "start"], kind="stable").reset_index(drop=True)
    conflict = frame["resolution"].eq("conflict")
    frame = frame[~(conflict & frame.duplicated([*_SERIES, "year"]))].reset_index(drop=True)
    before = frame.shift(1)
    follows = frame["series"].eq(before["series"]) & frame["metric"].eq(before["metric"])
    after, before = frame[follows.fillna(False)].reset_index(drop=True), before[follows.fillna(False)].reset_index(drop=True)
    found = after[["township", "county", "metric", "series", "report", "start", "end"]].copy()
    found["figure"] = after.get("figure", "")
    found["township"] = after["name"].where(after["name"].astype(str) != "", after["township"])
    found["sentence"] = after.get("sentence", "")
    found["from_year"], found["to_year"] = before["year"].astype("Int64"), after["year"]
    found["value_from"], found["value_to"] = before["value"].astype("float64"), after["value"]
    found["origin"] = COMPUTED
    bar = _bars(before, after)
    found["agreement"] = bar
    _amounts(found, before, after, pd.Series(bar, index=found.index).isin(["unit", "conflict"]))
    words = keys_of(found["series"]), keys_of(found["metric"])
    found["id"] = ids_of(
        mixed(key_of(COMPUTED), *words, found["from_year"].to_numpy(np.int64), found["to_year"].to_numpy(np.int64))
    )
    return found


def _bars(before: Any, after: Any) -> Any:
    """Why two values do not compare, or nothing."""
    tests = (
        ("conflict", (before["resolution"] == "conflict") | (after["resolution"] == "conflict")),
        ("unit", before["unit"] != after["unit"]),
        ("gap", (after["year"].astype("float64") - before["year"].astype("float64")) > 1),
        ("scope", before["scope"] != after["scope"]),
    )
    return np.select([np.asarray(test, dtype=bool) for _, test in tests], [word for word, _ in tests], "").astype(object)


def _amounts(found: pd.DataFrame, before: Any, after: Any, barred: Any) -> None:
    """Adds direction, amount, unit, qualifier and relative."""
    rate = (after["unit"] == "%").to_numpy(bool)
    difference = (found["value_to"] - found["value_from"]).where(~barred).round(6)
    found["direction"] = np.select([difference > 0, difference < 0, difference == 0], ["up", "down", "same"], "")
    found["amount"] = difference.abs()
    found["unit"] = np.where(rate, "pp", "count")
    found["relative"] = (100 * difference / found["value_from"].where(found["value_from"] > 0)).where(~rate).round(2)
    a_low, a_high = bounds(before["value"], before["value_high"], before["qualifier"], rate=rate)
    b_low, b_high = bounds(after["value"], after["value_high"], after["qualifier"], rate=rate)
    qualified = ((before["qualifier"] != "exact") | (after["qualifier"] != "exact")).to_numpy(bool)
    found["qualifier"] = open_amount(difference.to_numpy(np.float64), a_low, a_high, b_low, b_high, qualified)


def open_amount(difference: Any, a_low: Any, a_high: Any, b_low: Any, b_high: Any, qualified: Any) -> Any:
    """How far the amount of a change is open, from what its two values may mean."""
    up = difference >= 0
    least = np.where(up, b_low - a_high, a_low - b_high)
    most = np.where(up, b_high - a_low, a_high - b_low)
    amount = np.abs(difference)
    less, more = least < amount - 1e-9, most > amount + 1e-9
    return np.select([qualified & less & more, qualified & less, qualified & more], ["about", "nearly", "over"], "exact")


def worst_agreement(told: pd.DataFrame) -> pd.DataFrame:
    """Of the statements of one series, metric and years the one that its values bear out least."""
    verdicts = told[told["agreement"].isin([AGREES, CONTRADICTS])]
    worst = verdicts.sort_values("agreement", ascending=False, kind="stable")
    return worst.drop_duplicates(["series", "metric", "from_year", "to_year"])


def _beside(found: pd.DataFrame, told: pd.DataFrame) -> Any:
    """What the statements of the same series, metric and years say of a computed change."""
    key = ["series", "metric", "from_year", "to_year"]
    worst = worst_agreement(told)
    beside = found[key].merge(worst[[*key, "agreement"]], on=key, how="left")["agreement"].set_axis(found.index)
    return found["agreement"].where(found["agreement"] != "", beside.fillna(""))
