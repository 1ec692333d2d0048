"""The audit of sums: parts that do not add up to their total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from extract.analysis.bounds import bounds, edges, overlap
from extract.analysis.findings import Finding, integer
from extract.analysis.sentences import introduces_sum

if TYPE_CHECKING:
    from extract.library.model import Library, Metric

#: parts that fall short of their total by more than this share of it, and this many, are a choice of examples, not a sum
_MOST_SHORT, _FEW_SHORT = 0.1, 2
_FEW_PARTS = 2
#: what a total is held against its parts by
_COMPARED = [
    "report", "sentence_start", "start", "end", "metric", "value", "value_high", "qualifier", "unit", "unit_stated", "period",
    "report_year",
]  # fmt: skip
_NEW_CLAUSE = re.compile("[，,；;。]")
#: who is not of the staff that a total counts
_ASIDE = re.compile(r"辅助|协管|协勤|临聘|外聘|另聘|借调|退休")


def totals(
    observations: pd.DataFrame, mentions: pd.DataFrame, unclaimed: pd.DataFrame, library: Library, sentences: Any
) -> Iterator[Finding]:
    """Parts that do not add up: of metrics that the library adds, and those that a sentence lists."""
    seen: set[tuple[str, int]] = set()
    for metric in library.metrics.values():
        for finding in _declared(observations, metric) if metric.parts else ():
            seen.add((finding.report, finding.start or 0))
            yield finding
    for finding in _listed(mentions, unclaimed, library, sentences):
        if (finding.report, finding.start or 0) not in seen:
            seen.add((finding.report, finding.start or 0))
            yield finding


def _declared(observations: pd.DataFrame, metric: Metric) -> Iterator[Finding]:
    usable = observations[(observations["resolution"] != "conflict") & observations["metric"].isin([metric.id, *metric.parts])]
    held = usable[(usable["metric"] == metric.id) & (usable["resolution"] != "sum") & (usable["scope"] == "township")]
    parts = usable[usable["metric"] != metric.id].drop_duplicates(["report", "year", "metric"])
    # most reports give a total alone, and tables are slow to put together
    held = held[held["report"].isin(set(parts["report"]))]
    if held.empty:
        return
    low, high = bounds(parts["value"], parts["value_high"], parts["qualifier"])
    summed = parts.assign(_low=low, _high=high).groupby(["report", "year"], as_index=False)
    table = summed.agg(
        _sum=("value", "sum"), _low=("_low", "sum"), _high=("_high", "sum"), _count=("value", "size"), _at=("start", "min")
    )
    joined = held.merge(table, on=["report", "year"])
    if joined.empty:
        return
    least, most = bounds(joined["value"], joined["value_high"], joined["qualifier"])
    complete = (joined["_count"] == len(metric.parts)).to_numpy(bool)
    over = joined["_low"].to_numpy() > most
    wrong = over | (complete & ~overlap(joined["_low"].to_numpy(), joined["_high"].to_numpy(), least, most))
    for row in joined[wrong].to_dict("records"):
        yield _sum_finding(row["report"], row["year"], metric.id, row["value"], row["_sum"], row["start"], row["end"], row["_at"])


def _sum_finding(
    report: str, year: object, metric: str, total: float, came: float, start: object, end: object, at: object
) -> Finding:
    where = integer(start), integer(end)
    return Finding("parts_against_total", report, integer(year), metric, total, came, *where, "", integer(at))


def _listed(mentions: pd.DataFrame, unclaimed: pd.DataFrame, library: Library, sentences: Any) -> Iterator[Finding]:
    """Sentences with 其中, or with a sum beside what it sums up."""
    part = mentions["rule"].astype("string").str.contains(r"其中|\bpart \|", regex=True).fillna(False)
    adding = {metric.id for metric in library.metrics.values() if metric.combine == "sum"}
    same = mentions[mentions["metric"].isin(adding) & ~part]
    here = ["report", "sentence_start", "metric", "unit", "period"]
    crowded = same[same.groupby(here, dropna=False)["start"].transform("size") > _FEW_PARTS]
    summed = crowded[_is_sum(crowded, sentences)] if len(crowded) else crowded
    wanted = pd.concat([mentions.loc[part, ["report", "sentence_start"]], summed[["report", "sentence_start"]]]).drop_duplicates()
    if wanted.empty:
        return
    rows = (
        mentions.assign(_part=part)[[*_COMPARED, "_part"]]
        .merge(wanted, on=["report", "sentence_start"])
        .sort_values(["report", "start", "metric"])
    )
    sums = set(zip(summed["report"], summed["start"].astype(int), strict=True))
    loose = unclaimed[unclaimed["report"].isin(set(wanted["report"]))]
    by_report: dict[str, list[_Loose]] = {}
    for report, *figure in loose[["report", "start", "value", "unit", "reason"]].itertuples(index=False, name=None):
        by_report.setdefault(report, []).append(_Loose(*figure))
    # every row is taken out of the table once, and the sentences are asked for at once: one by one costs more than all else
    held: list[dict[Any, Any]] = rows.to_dict("records")
    places = rows.reset_index(drop=True).groupby(["report", "sentence_start"], sort=False).groups.values()
    told = [[held[place] for place in group] for group in places]
    doubted = [list(_after_total(records, by_report.get(records[0]["report"], []), library)) for records in told]
    asked = [records[0] for records, divisions in zip(told, doubted, strict=True) if divisions]
    quoted = iter(sentences(pd.DataFrame(asked)[["report", "start"]]) if asked else ())
    for records, divisions in zip(told, doubted, strict=True):
        text = str(next(quoted)) if divisions else ""
        people = bool(divisions) and "人" in {record["unit"] for record in records}
        if not (people and _ASIDE.search(text)):
            for division in divisions:
                yield from _wrong(division, text)
        yield from _beside_sum(records, sums)


class _Loose(NamedTuple):
    """A figure that nothing claims."""

    start: int
    value: float
    unit: str
    reason: str


@dataclass(frozen=True)
class _Division:
    """A total with parts that do not make it, as far as their numbers tell."""

    total: dict[Any, Any]
    parts: list[dict[Any, Any]]
    remainder: float
    complete: bool


def _is_sum(mentions: pd.DataFrame, sentences: Any) -> Any:
    """Whether a figure is introduced as the sum of those before it: 合计21个."""
    quoted = sentences(mentions[["report", "start"]])
    ends = (mentions["start"] - mentions["sentence_start"]).astype(int)
    return [introduces_sum(str(sentence)[:end]) for sentence, end in zip(quoted, ends, strict=True)]


def _after_total(records: list[dict[Any, Any]], loose: list[_Loose], library: Library) -> Iterator[_Division]:
    """共16份，其中镇级7份、村级11份."""
    total: dict[Any, Any] | None = None
    parts: list[dict[Any, Any]] = []
    for record in [*records, None]:
        if record is not None and (record["_part"] or record["period"] != record["report_year"]):
            if record["_part"] and total is not None and record["start"] > total["start"] and record["unit"] == total["unit"]:
                parts.append(record)
            continue
        if total is not None and parts:
            after = np.inf if record is None else record["start"]
            division = _compared(total, parts, loose, library, after)
            if division is not None:
                yield division
        total, parts = record, []


def _compared(
    total: dict[Any, Any], parts: list[dict[Any, Any]], loose: list[_Loose], library: Library, after: float
) -> _Division | None:
    listed = list({part["start"]: part for part in parts}.values())
    parts = _kindred(total, listed, library)
    if not parts:
        return None
    # 其余37件 behind another figure is left over from that one
    end = min(max(part["end"] for part in parts) + 40, after)
    rest = [figure for figure in loose if total["start"] < figure.start <= end and figure.unit == total["unit_stated"]]
    # what nothing claims may be one more part
    complete = len(parts) == len(listed) and all(figure.reason == "remainder" for figure in rest)
    left = (figure.value for figure in rest if figure.reason == "remainder" and not pd.isna(figure.value))
    remainder = float(sum(left))
    wrong = _does_not_make(total, parts, remainder, complete) is not None
    return _Division(total, parts, remainder, complete) if wrong else None


def _wrong(division: _Division, text: str) -> Iterator[Finding]:
    """The finding, unless the sentence shows that the parts make the total and then go on."""
    total = division.total
    parts = _last_division(total, division.parts, text)
    came = _does_not_make(total, parts, division.remainder, division.complete) if parts else None
    if came is not None:
        where = total["start"], total["end"], parts[0]["start"]
        yield _sum_finding(total["report"], total["period"], total["metric"], total["value"], came, *where)


def _does_not_make(total: dict[Any, Any], parts: list[dict[Any, Any]], remainder: float, complete: bool) -> float | None:
    """What the parts make, where that is not the total."""
    low, high = edges(parts)
    least, most = edges([total])
    came = float(sum(part["value"] for part in parts)) + remainder
    if remainder and low.sum() <= most.sum() <= high.sum():
        return None
    if low.sum() + remainder > most.sum():
        return came
    # one part alone is an example
    short = (
        complete
        and (len(parts) > 1 or remainder > 0)
        and high.sum() + remainder < least.sum()
        and (remainder > 0 or total["value"] - came <= max(_FEW_SHORT, _MOST_SHORT * total["value"]))
    )
    return came if short else None


def _last_division(total: dict[Any, Any], parts: list[dict[Any, Any]], text: str) -> list[dict[Any, Any]]:
    """The parts behind those that already made up the total: 来信9件、来访21件、网上8件，办结38件 divides 38 once and goes on."""
    least, most = edges([total])
    rest: list[dict[Any, Any]] = []
    for part in parts:
        between = text[int(rest[-1]["end"]) - _begin(total) : int(part["start"]) - _begin(total)] if rest else ""
        low, high = edges(rest)
        if len(rest) > 1 and _NEW_CLAUSE.search(between) and overlap(low.sum(), high.sum(), least, most)[0]:
            rest = []
        rest.append(part)
    return rest


def _begin(record: dict[Any, Any]) -> int:
    return int(record["sentence_start"])


def _kindred(total: dict[Any, Any], listed: list[dict[Any, Any]], library: Library) -> list[dict[Any, Any]]:
    """The parts that add up to the total: of its own metric, or all of one other metric's parts.

    In 在岗47人，其中持证43人、年内通过考试6人 what is counted by several names overlaps.
    """
    # 行政处罚39起，内有简易程序28起: parts of a part
    inner = {name for part in listed for name in library.metrics[part["metric"]].parts}
    parts = [part for part in listed if part["metric"] not in inner] or listed
    own = {total["metric"], *library.metrics[total["metric"]].parts}
    if kin := [part for part in parts if part["metric"] in own]:
        return kin
    held = {part["metric"] for part in parts}
    alike = any(held <= {metric.id, *metric.parts} for metric in library.metrics.values() if metric.parts)
    return parts if alike else []


def _beside_sum(records: list[dict[Any, Any]], sums: set[tuple[Any, Any]]) -> Iterator[Finding]:
    """17个行政村、2个社区，合计21个: a metric that adds up, stated with its sum."""
    for total in records:
        if (total["report"], int(total["start"])) not in sums:
            continue
        alike = [r for r in records if all(r[c] == total[c] for c in ("metric", "unit", "period")) and not r["_part"]]
        parts = list({r["start"]: r for r in alike if r["start"] < total["start"]}.values())
        low, high = edges(parts)
        least, most = edges([total])
        if len(parts) >= _FEW_PARTS and (low.sum() > most.sum() or high.sum() < least.sum()):
            came = sum(part["value"] for part in parts)
            where = total["start"], total["end"], parts[0]["start"]
            yield _sum_finding(total["report"], total["period"], total["metric"], total["value"], came, *where)
