"""What moved: the trend of every series, and the largest movers, not fooled by tiny bases.

From 1 to 4 is +300%, and nothing. A mover must clear three hurdles: an absolute one (at least 5, and a tenth of the group's
median; 2 points for a rate), a relative one (10%), and a score. The score is how far the change lies from the group's usual
change, in robust standard deviations: the logarithm of (after + k) / (before + k), where k, a quarter of the group's median
and at least 5, makes small bases small; then less the group's median, over its scaled median absolute deviation.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from extract.analysis.compare import report_years
from extract.analysis.facts import settled
from extract.analysis.places import series_of

TRENDS = (
    "township county metric unit first_year last_year first_value last_value years missing direction streak relative rank_first"
    " rank_last rank_change"
).split()
MOVERS = (
    "township county metric from_year to_year value_from value_to amount unit relative score direction qualifier id report start"
).split()
_MAD = 1.4826
#: fewer townships than this have no usual spread
_FEW = 5
_LEAST_COUNT, _LEAST_POINTS, _LEAST_RELATIVE = 5.0, 2.0, 10.0


def movers(changed: pd.DataFrame, year: int | None = None, *, most: int = 0) -> pd.DataFrame:
    """The computed changes of a year that stand out, the largest first; `changed` is the table of `changes`."""
    frame: Any = changed[
        (changed["origin"] == "computed") & changed["amount"].notna() & ~changed["agreement"].isin(["scope", "gap"])
    ]
    if year is not None:
        frame = frame[frame["to_year"] == year]
    frame = frame.copy()
    if frame.empty:
        return pd.DataFrame(columns=MOVERS)
    rate = frame["unit"] == "pp"
    by = [frame["metric"], frame["to_year"]]
    middle: Any = frame[["value_from", "value_to"]].mean(axis=1).groupby(by).transform("median")
    k: Any = np.maximum(_LEAST_COUNT, middle / 4)
    logs: Any = np.log((frame["value_to"] + k) / (frame["value_from"] + k))
    move: Any = (frame["value_to"] - frame["value_from"]).where(rate, logs)
    usual = move.groupby(by).transform("median")
    spread: Any = (move - usual).abs().groupby(by).transform("median") * _MAD
    spread = spread.where(move.groupby(by).transform("size") >= _FEW, 0)
    # few townships, or all alike, would make any spread look tiny
    floor = np.where(rate, 1.5, 0.15)
    frame["score"] = ((move - usual) / np.maximum(spread, floor)).round(2)
    least = np.where(rate, _LEAST_POINTS, np.maximum(_LEAST_COUNT, middle / 10))
    large = (frame["amount"] >= least) & (rate | ~(frame["relative"].abs() < _LEAST_RELATIVE)) & (frame["score"].abs() >= 1)
    frame = frame[large]
    frame = frame.assign(_size=frame["score"].abs()).sort_values(["_size", "amount", "id"], ascending=[False, False, True])
    found: pd.DataFrame = frame[MOVERS].head(most or len(frame)).reset_index(drop=True)
    return found


def trends(
    observations: pd.DataFrame, reports: pd.DataFrame | None = None, *, less: frozenset[str] = frozenset()
) -> pd.DataFrame:
    """One row for each series and metric: first and last year, missing years, the streak it ends with, rank then and now.

    `streak` counts the last steps in one direction, falls below zero; a gap breaks it. Ranks are among all townships of the
    year that state the metric in the same unit, 1 for the most, or for the least of the metrics in `less`.
    """
    known = report_years(observations) if reports is None else reports
    series = series_of(known).merge(known[["report", "year"]].rename(columns={"year": "report_year"}), on="report")
    values = settled(observations[observations["year"].notna()], series)
    values = values[(values["resolution"] != "conflict") & values["value"].notna()]
    values = values.drop_duplicates(["series", "metric", "year"])
    unit = values.groupby("metric")["unit"].transform(lambda units: units.mode().iloc[0])
    values = values[values["unit"] == unit].sort_values(["series", "metric", "year"], kind="stable").reset_index(drop=True)
    sign: Any = np.where(values["metric"].isin(less), 1.0, -1.0)
    signed: Any = values["value"] * sign
    values["_rank"] = signed.groupby([values["metric"], values["year"]]).rank(method="min")
    values["_streak"] = _streaks(values)
    groups: Any = values.groupby(["series", "metric"], sort=False)
    first, last = groups.first(), groups.last()
    count = groups.size()
    found: pd.DataFrame = last[["county", "unit"]].copy()
    found["township"] = last["name"]
    found["first_year"], found["last_year"] = first["year"], last["year"]
    found["first_value"], found["last_value"] = first["value"], last["value"]
    found["years"] = count
    found["missing"] = (last["year"] - first["year"] + 1).astype("int64") - count
    found["streak"] = last["_streak"]
    found["relative"] = (100 * (last["value"] - first["value"]) / first["value"].where(first["value"] > 0)).round(2)
    found["direction"] = np.select([last["value"] > first["value"], last["value"] < first["value"]], ["up", "down"], "same")
    found["rank_first"], found["rank_last"] = first["_rank"].astype("Int64"), last["_rank"].astype("Int64")
    found["rank_change"] = found["rank_first"] - found["rank_last"]
    return found.reset_index()[TRENDS].sort_values(["county", "township", "metric"], kind="stable").reset_index(drop=True)


def _streaks(values: pd.DataFrame) -> Any:
    """For each row the number of steps in one direction that end there."""
    same: Any = values["series"].eq(values["series"].shift()) & values["metric"].eq(values["metric"].shift())
    next_year = same & values["year"].sub(values["year"].shift()).eq(1).fillna(False)
    difference: Any = values["value"] - values["value"].shift()
    step = np.sign(difference.where(next_year, 0)).fillna(0).astype(int).to_numpy()
    streak = np.zeros(len(values), dtype=int)
    for place in np.flatnonzero(step):
        before = streak[place - 1]
        streak[place] = before + step[place] if before * step[place] > 0 and bool(next_year.iloc[place]) else step[place]
    return streak
