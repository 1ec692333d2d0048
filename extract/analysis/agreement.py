"""Whether a stated change (同比下降36%) agrees with the values of its two years."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from extract.analysis.bounds import Numbers, bounds, decimals, overlap, printed

AGREES, CONTRADICTS, UNKNOWN = "agrees", "contradicts", "unknown"
#: the columns of a value that a change may start from or lead to
VALUE = ["report", "metric", "year", "value", "value_high", "qualifier", "scope", "start", "source"]
_BASE = ["value", "value_high", "qualifier", "source", "report", "start"]


def values_near(mentions: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Every value that a report itself gives for a metric and year: its mentions, and what they came to."""
    actual = mentions[mentions["basis"] == "actual"].rename(columns={"period": "year"})
    columns = [column for column in VALUE if column != "source"]
    read = actual[columns].assign(source="mention")
    came = observations[observations["resolution"] != "derived"][columns].assign(source="observation")
    return pd.concat([came, read], ignore_index=True).drop_duplicates(["report", "metric", "year", "value", "qualifier"])


def judged(stated: pd.DataFrame, near: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """The stated changes with value_from, value_to, relative and agreement, and where the value before stands.

    The value after must stand in the same report; the one before there too, else in the earlier report of the series.
    A statement agrees if any two of these values bear it out within what their digits and qualifiers leave open.
    """
    keyed = stated.reset_index(drop=True).assign(_row=lambda frame: np.arange(len(frame)))
    after = _candidates(keyed, near, "to_year")
    before = _candidates(keyed, near, "from_year")
    missing = keyed[~keyed["_row"].isin(before["_row"])]
    series = settled[settled["resolution"] != "derived"].assign(source="earlier")
    before = pd.concat([before, _earlier(missing, series)], ignore_index=True)
    both = keyed.merge(_named(before, "_a"), on="_row").merge(_named(after, "_b"), on="_row")
    both["_fits"] = fits(both)
    both["_worse"] = (~both["_fits"]).astype(int)
    both["_rank"] = (both["source_a"] == "mention").astype(int) + (both["source_b"] == "mention").astype(int)
    best = both.sort_values(["_row", "_worse", "_rank"], kind="stable").drop_duplicates("_row").set_index("_row")
    keyed = keyed.set_index("_row")
    keyed["value_from"] = best["value_a"].reindex(keyed.index)
    keyed["value_to"] = best["value_b"].reindex(keyed.index)
    keyed["relative"] = _relative(keyed["value_from"], keyed["value_to"])
    verdict = best["_fits"].map({True: AGREES, False: CONTRADICTS})
    keyed["agreement"] = verdict.reindex(keyed.index).fillna(UNKNOWN).astype("string")
    keyed["from_report"] = best["report_a"].reindex(keyed.index)
    keyed["from_start"] = best["start_a"].reindex(keyed.index)
    keyed["to_start"] = best["start_b"].reindex(keyed.index)
    return keyed.reset_index(drop=True)


def _named(values: pd.DataFrame, suffix: str) -> pd.DataFrame:
    return values.rename(columns={column: column + suffix for column in _BASE})


def _candidates(keyed: pd.DataFrame, near: pd.DataFrame, year: str) -> pd.DataFrame:
    wanted = keyed[["_row", "report", "metric", year]].rename(columns={year: "year"})
    return wanted.merge(near, on=["report", "metric", "year"])[["_row", *_BASE]]


def _earlier(keyed: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The settled value of the year before, which stands in another report."""
    wanted = keyed[["_row", "series", "metric", "from_year"]].rename(columns={"from_year": "year"})
    return wanted.merge(series, on=["series", "metric", "year"])[["_row", *_BASE]]


def _relative(before: Any, after: Any) -> Any:
    base = before.where(before > 0)
    return (100 * (after - before) / base).round(2)


def fits(both: pd.DataFrame) -> Any:
    """Whether two values bear out the direction and amount of the statement."""
    rate = (both["unit"] == "pp").to_numpy(bool)
    a_low, a_high = bounds(both["value_a"], both["value_high_a"], both["qualifier_a"], rate=rate)
    b_low, b_high = bounds(both["value_b"], both["value_high_b"], both["qualifier_b"], rate=rate)
    amount = both["amount"].to_numpy(np.float64)
    up = (both["direction"] != "down").to_numpy(bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        relative = 100 * (b_low / a_high - 1), 100 * (b_high / a_low - 1)
    percent = (both["unit"] == "%").to_numpy(bool)
    low = np.where(percent, relative[0], b_low - a_high)
    high = np.where(percent, relative[1], b_high - a_low)
    # 下降36% is a fall of 36: turn the interval round and compare sizes
    low, high = np.where(up, low, -high), np.where(up, high, -low)
    said_low, said_high = _said(both, amount)
    known = np.isfinite(low) & np.isfinite(high)
    return ~known | overlap(low, high, said_low, said_high)


def _said(both: pd.DataFrame, amount: Numbers) -> tuple[Numbers, Numbers]:
    """What the printed amount may mean: a percentage is rounded, a count is as qualified."""
    low, high = printed(amount, both["qualifier"])
    count = (both["unit"] == "count").to_numpy(bool)
    count_low, count_high = bounds(amount, np.full(amount.shape, np.nan), both["qualifier"])
    # 增长2倍 came as 200%: its printed digit is worth a hundred times a percent's
    times = (both["unit"] == "%").to_numpy(bool) & both["figure"].astype(str).str.contains("倍|番").to_numpy(bool)
    unit = 100.0 * 10.0 ** -decimals(amount / 100)
    low, high = np.where(times, amount - unit / 2, low), np.where(times, amount + unit, high)
    return np.where(count, count_low, low), np.where(count, count_high, high)
