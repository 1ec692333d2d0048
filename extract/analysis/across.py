"""The audit between years: what a report says of another year, stated changes, jumps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.agreement import CONTRADICTS
from extract.analysis.bounds import bounds, overlap
from extract.analysis.findings import Finding, number

if TYPE_CHECKING:
    from extract.library.model import Library

#: a value this many times its neighbours', and this far from them, is no ordinary year
_TIMES, _FAR = 8.0, 50.0
#: below this a count is too small for times to mean much
_SMALL, _SMALL_TIMES, _SMALL_FAR = 5.0, 50.0, 200.0
#: other years must agree among themselves before one can be called an outlier
_ALIKE = 5.0
_WAN = (2_500.0, 40_000.0)
_YEAR_WORD = re.compile(r"20[0-9]{2}|今年|本年|当年|去年|上年|上一年|前年")
_NAN = float("nan")


def earlier_values(mentions: pd.DataFrame, settled: pd.DataFrame, sentences: Any) -> Iterator[Finding]:
    """Prior-year values that the report of that year does not bear out.

    `mentions` carry series and report_year. Nothing is said where any mention of the earlier report, or another one
    beside it, gives the same value.
    """
    told = mentions[(mentions["period"] < mentions["report_year"]).fillna(False) & (mentions["scope"] == "township")]
    own = settled[settled["report_year"].eq(settled["year"]).fillna(False) & (settled["resolution"] != "part")]
    own = own[["series", "metric", "unit", "year", "value", "value_high", "qualifier", "report", "start"]]
    joined = told.merge(
        own.rename(columns={"year": "period"}), on=["series", "metric", "unit", "period"], suffixes=("", "_own")
    ).reset_index(drop=True)
    if joined.empty:
        return
    joined["_fits"] = _overlapping(joined, "", "_own")
    key = ["report", "metric", "period"]
    wrong = joined[~joined.groupby(key)["_fits"].transform("any")].reset_index(drop=True)
    if wrong.empty:
        return
    wrong["_row"] = np.arange(len(wrong))
    fields = ["report", "metric", "period", "value", "value_high", "qualifier"]
    heard = wrong[["_row", "report_own", "metric", "period", "value", "value_high", "qualifier"]].merge(
        mentions[fields].rename(columns={c: f"{c}_own" for c in ("report", "value", "value_high", "qualifier")}),
        on=["report_own", "metric", "period"],
    )
    borne_out = set(heard["_row"][_overlapping(heard, "", "_own")]) if len(heard) else set()
    wrong = wrong[~wrong["_row"].isin(borne_out)].drop_duplicates(key)
    quoted = sentences(wrong[["report", "start"]]).tolist() if len(wrong) else []
    for row, sentence in zip(wrong.to_dict("records"), quoted, strict=True):
        if _names_own_year(str(sentence), row):
            continue
        yield Finding(
            "prior_against_earlier", row["report"], _int(row["report_year"]), row["metric"], row["value_own"], row["value"],
            _int(row["start"]), _int(row["end"]), row["report_own"], _int(row["start_own"]), {"period": row["period"]},
        )  # fmt: skip


def _names_own_year(sentence: str, row: Any) -> bool:
    """Whether the last year named before the figure is the report's own, so that the figure may be of that one."""
    before = sentence[: int(row["start"]) - int(row["sentence_start"])]
    told = _YEAR_WORD.findall(before)
    return bool(told) and (told[-1] in ("今年", "本年", "当年") or told[-1] == str(row["report_year"]))


def _overlapping(joined: pd.DataFrame, one: str, other: str) -> Any:
    sides = [
        bounds(joined[f"value{side}"], joined[f"value_high{side}"].astype("float64"), joined[f"qualifier{side}"])
        for side in (one, other)
    ]
    return overlap(*sides[0], *sides[1])


def stated_changes(judged: pd.DataFrame) -> Iterator[Finding]:
    """Stated changes that their two values contradict; the values come with the judgement."""
    wrong = judged[judged["agreement"] == CONTRADICTS]
    for row in wrong.drop_duplicates(["report", "start", "metric"]).to_dict("records"):
        before, after = float(row["value_from"]), float(row["value_to"])
        difference = after - before
        relative = 100 * difference / before if before else _NAN
        came = relative if row["unit"] == "%" else difference
        sign = -1 if row["direction"] == "down" else 1
        words: dict[str, object] = {
            "said": _change(sign * row["amount"], row["unit"], "zh"),
            "said_en": _change(sign * row["amount"], row["unit"], "en"),
            "came": _change(came, row["unit"], "zh"),
            "came_en": _change(came, row["unit"], "en"),
            "before": number(before),
            "after": number(after),
        }
        other = "" if row["from_report"] == row["report"] else str(row["from_report"])
        yield Finding(
            "change_against_values", row["report"], _int(row["to_year"]), row["metric"], came, sign * row["amount"],
            _int(row["start"]), _int(row["end"]), other, _int(row["from_start"]), words,
        )  # fmt: skip


def _change(amount: float, unit: str, language: str) -> str:
    size = number(abs(amount))
    if language == "en":
        return ("down " if amount < 0 else "up ") + size + {"%": "%", "pp": " points"}.get(unit, "")
    return ("减少" if amount < 0 else "增加") + size + {"%": "%", "pp": "个百分点"}.get(unit, "")


def jumps(settled: pd.DataFrame, library: Library) -> Iterator[Finding]:
    """Values that are a power of ten off the other years of their series."""
    rates = {metric.id for metric in library.metrics.values() if metric.unit == "%"}
    plain = ~settled["resolution"].isin(["conflict", "derived", "imported", "part"])
    frame = settled[plain & (settled["value"] > 0) & ~settled["metric"].isin(rates) & (settled["scope"] == "township")]
    frame = frame.drop_duplicates(["series", "metric", "year"])
    key = ["series", "metric", "unit"]
    groups = frame.groupby(key, sort=False)["value"]
    wide = (groups.transform("max") >= _TIMES * groups.transform("min")) & (groups.transform("size") > 1)
    for _, rows in frame[wide].sort_values([*key, "year"], kind="stable").groupby(key, sort=False):
        finding = _outlier(rows.to_dict("records"))
        if finding is not None:
            yield finding


def _outlier(rows: list[dict[Any, Any]]) -> Finding | None:
    """The one value that does not fit its series, or nothing where no one value is to blame."""
    found: list[tuple[float, int, dict[Any, Any], float]] = []
    for place, row in enumerate(rows):
        others = [other["value"] for other in rows if other is not row]
        if max(others) >= _ALIKE * min(others):
            continue
        # the nearest year is what a reader would hold it against
        usual = float(np.median(others))
        times = max(row["value"] / usual, usual / row["value"])
        if _is_far(row["value"], usual, times):
            found.append((times, place, row, usual))
    if not found:
        return None
    # of two years alone the later one is asked about
    times, _, row, usual = max(found, key=lambda entry: (len(rows) > 2, entry[1]) if len(rows) == 2 else (True, entry[0]))
    nearest = min((other for other in rows if other is not row), key=lambda other: abs(other["year"] - row["year"]))
    wan = _WAN[0] <= times <= _WAN[1]
    kind = ("lost_wan" if row["value"] < usual else "extra_wan") if wan else "jump"
    return Finding(
        kind, row["report"], _int(row["year"]), row["metric"], usual, row["value"], _int(row["start"]), _int(row["end"]),
        nearest["report"], _int(nearest["start"]), {"times": number(round(times))},
    )  # fmt: skip


def _is_far(value: float, usual: float, times: float) -> bool:
    far = abs(value - usual)
    if min(value, usual) < _SMALL:
        return times >= _SMALL_TIMES and far >= _SMALL_FAR
    return times >= _TIMES and far >= _FAR


def _int(value: object) -> int | None:
    return None if value is None or pd.isna(value) else int(value)  # type: ignore[call-overload]
