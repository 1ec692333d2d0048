"""The audit between years: what a report says of another year, stated changes, jumps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.agreement import AGREES, CONTRADICTS, fits
from extract.analysis.bounds import bounds, overlap
from extract.analysis.findings import Finding, integer
from extract.analysis.printed import Amount, Rise

if TYPE_CHECKING:
    from extract.library.model import Library

#: a value this many times its neighbours', and this far from them, is no ordinary year
TIMES, _FAR = 8.0, 50.0
#: below this a count is too small for times to mean much
_SMALL, _SMALL_TIMES, _SMALL_FAR = 5.0, 50.0, 200.0
#: other years must agree among themselves before one can be called an outlier
_ALIKE = 5.0
_WAN = (2_500.0, 40_000.0)
_YEAR_WORD = re.compile(r"20[0-9]{2}|今年|本年|当年|去年|上年|上一年|前年")
#: what an office says where a figure really grew tenfold
_REASON = re.compile(
    r"由于|得益于|受[^，,。；;]{1,12}影响|[主要]?是?因为?(?![此人村案时户材地势公])|纳入|首次|首年|扩大|统计口径|口径|承接|赋权|划转|划归|并入|移交|下放"
    r"|大幅|激增|剧增|猛增|骤[增减降]|锐减|成倍|翻[了一两几]*番|倍"
)
_TWO = 2
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
    wrong = joined[~joined.groupby(key, dropna=False)["_fits"].transform("any")].reset_index(drop=True)
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
            "prior_against_earlier", row["report"], integer(row["report_year"]), row["metric"], row["value_own"], row["value"],
            integer(row["start"]), integer(row["end"]), row["report_own"], integer(row["start_own"]),
            {"period": row["period"], "unit": row["unit"]},
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


def stated_changes(judged: pd.DataFrame, mentions: pd.DataFrame, library: Library) -> Iterator[Finding]:
    """Stated changes that their two values contradict; the values come with the judgement.

    Nothing is said where two other values of the same sentence bear the statement out: the clerk then meant those.
    """
    wrong = judged[judged["agreement"] == CONTRADICTS].reset_index(drop=True)
    wrong = wrong[~_meant_otherwise(wrong, mentions)] if len(wrong) else wrong
    for row in wrong.drop_duplicates(["report", "start", "metric"]).to_dict("records"):
        before, after = float(row["value_from"]), float(row["value_to"])
        difference = after - before
        relative = 100 * difference / before if before else _NAN
        came = relative if row["unit"] == "%" else difference
        sign = -1 if row["direction"] == "down" else 1
        unit = library.metrics[row["metric"]].unit if row["metric"] in library.metrics else ""
        size = unit if row["unit"] == "count" else row["unit"]
        said = Rise(sign * row["amount"], size)
        words: dict[str, object] = {
            "said": said,
            "said_en": said,
            "came": Rise(came, size),
            "before": Amount(before),
            "after": Amount(after, unit),
        }
        other = "" if row["from_report"] == row["report"] else str(row["from_report"])
        yield Finding(
            "change_against_values", row["report"], integer(row["to_year"]), row["metric"], came, sign * row["amount"],
            integer(row["start"]), integer(row["end"]), other, integer(row["from_start"]), words,
        )  # fmt: skip


def _meant_otherwise(wrong: pd.DataFrame, mentions: pd.DataFrame) -> Any:
    fields = ["value", "value_high", "qualifier", "period", "unit"]
    here = mentions[mentions["report"].isin(set(wrong["report"]))][["report", "sentence_start", *fields]]
    rows = wrong[["report", "start", "direction", "amount", "unit", "qualifier", "figure", "from_year", "to_year"]]
    places = here.groupby("report")["sentence_start"].apply(lambda starts: sorted(set(starts))).to_dict()
    # the sentence that a statement stands in begins last before it
    begins = [
        max((s for s in places.get(r, ()) if s <= at), default=-1) for r, at in zip(rows["report"], rows["start"], strict=True)
    ]
    both = rows.assign(_row=np.arange(len(rows)), sentence_start=pd.array(begins, dtype="Int64"))
    for side, year in (("_a", "from_year"), ("_b", "to_year")):
        held = here.rename(columns={field: field + side for field in fields}).rename(columns={f"period{side}": year})
        both = both.merge(held, on=["report", "sentence_start", year])
    both = both[both["unit_a"] == both["unit_b"]].reset_index(drop=True)
    borne_out = set(both["_row"][fits(both)]) if len(both) else set()
    return np.isin(np.arange(len(rows)), list(borne_out))


def jumps(
    settled: pd.DataFrame,
    mentions: pd.DataFrame,
    judged: pd.DataFrame,
    library: Library,
    around: Any,
    usual: Mapping[Any, float] | None = None,
) -> Iterator[Finding]:
    """Values that are a power of ten off the other years of their series, unless the report says why.

    `around` gives the text about figures that it is asked for, which are few; `usual` the median of each metric, where
    `settled` does not hold all of its values.
    """
    rates = {metric.id for metric in library.metrics.values() if metric.unit == "%"}
    plain = ~settled["resolution"].isin(["conflict", "derived", "imported", "part"])
    frame = settled[plain & (settled["value"] > 0) & ~settled["metric"].isin(rates) & (settled["scope"] == "township")]
    frame = frame.drop_duplicates(["series", "metric", "year"])
    key = ["series", "metric", "unit"]
    groups = frame.groupby(key, sort=False)["value"]
    wide = (groups.transform("max") >= TIMES * groups.transform("min")) & (groups.transform("size") > 1)
    if usual is None:
        usual = frame.groupby("metric")["value"].median().to_dict()
    found = [_broken(row) for row in frame[_is_broken(frame, library)].to_dict("records")]
    beyond = frame.loc[wide, [*key, "year", "value", "report", "start", "end"]].sort_values([*key, "year"], kind="stable")
    records: list[dict[Any, Any]] = beyond.to_dict("records")
    for _, rows in groupby(records, lambda row: (row["series"], row["metric"], row["unit"])):
        finding = _outlier(list(rows), usual, library)
        if finding is not None:
            found.append(finding)
    broken = {(f.report, f.metric) for f in found if f.kind == "lost_wan"}
    found = [f for f in found if f.kind == "lost_wan" or (f.other_report, f.metric) not in broken]
    yield from _unexplained(list({(f.report, f.start): f for f in found}.values()), mentions, judged, around)


def _is_broken(frame: pd.DataFrame, library: Library) -> Any:
    """A fraction of a person or a piece, or less than a thousand 元 with a decimal: 受众2.3人次, 罚款12.6元."""
    units = {metric.id: metric.unit for metric in library.metrics.values()}
    own = frame["unit"].astype(str) == frame["metric"].map(units).astype(str)
    money = frame["unit"] == "元"
    return own & (frame["value"] % 1 != 0) & (frame["value"] < 1000) & (money | (frame["unit"] != "%"))


def _broken(row: dict[Any, Any]) -> Finding:
    words: dict[str, object] = {"seen": "数值不应有小数", "seen_en": "which cannot be a fraction", "unit": row["unit"]}
    place = (
        row["report"],
        integer(row["year"]),
        row["metric"],
        None,
        row["value"],
        integer(row["start"]),
        integer(row["end"]),
    )
    return Finding("lost_wan", *place, words=words)


def _unexplained(found: list[Finding], mentions: pd.DataFrame, judged: pd.DataFrame, around: Any) -> Iterator[Finding]:
    """What the report neither gives a reason for nor tells itself: 较上年的14份大幅增加."""
    if not found:
        return
    reports = {finding.report for finding in found}
    told = mentions[mentions["report"].isin(reports) & (mentions["period"] < mentions["report_year"]).fillna(False)]
    knowing = set(zip(told["report"], told["metric"], strict=True))
    if len(judged):
        agreed = judged[judged["report"].isin(reports) & (judged["agreement"] == AGREES)]
        knowing |= set(zip(agreed["report"], agreed["metric"], strict=True))
    said = around(pd.DataFrame({"report": [f.report for f in found], "start": [f.start for f in found]}))
    for finding, text in zip(found, said, strict=True):
        known = (finding.report, finding.metric) in knowing or _REASON.search(str(text)) is not None
        if finding.kind != "jump" or not known:
            yield finding


def _outlier(rows: list[dict[Any, Any]], typical: Mapping[Any, float], library: Library) -> Finding | None:
    """The one value that does not fit its series, or nothing where no one value is to blame."""
    found: list[tuple[float, float, dict[Any, Any], float]] = []
    for place, row in enumerate(rows):
        others = [other["value"] for other in rows if other is not row]
        if max(others) >= _ALIKE * min(others):
            continue
        # the nearest year is what a reader would hold it against
        usual = _middle(others)
        times = max(row["value"] / usual, usual / row["value"])
        if _is_far(row["value"], usual, times):
            found.append((times, _strange(row, typical, library) + place / 100, row, usual))
    if not found:
        return None
    # of two years alone the one that other townships' values speak against is asked about, else the later one
    times, _, row, usual = max(found, key=lambda entry: entry[1] if len(rows) == _TWO else entry[0])
    nearest = min((other for other in rows if other is not row), key=lambda other: abs(other["year"] - row["year"]))
    wan = _WAN[0] <= times <= _WAN[1]
    kind = ("lost_wan" if row["value"] < usual else "extra_wan") if wan else "jump"
    other = Amount(usual, row["unit"])
    words: dict[str, object] = {
        "times": Amount(round(times)),
        "seen": f"其他年度约{other.told('zh')}",
        "seen_en": f"in other years about {other.told('en')}",
        "unit": row["unit"],
    }
    return Finding(
        kind, row["report"], integer(row["year"]), row["metric"], usual, row["value"], integer(row["start"]), integer(row["end"]),
        nearest["report"], integer(nearest["start"]), words,
    )  # fmt: skip


def _middle(values: list[float]) -> float:
    """The median of a few values, which numpy takes a hundred times as long for."""
    held, half = sorted(values), len(values) // 2
    return held[half] if len(held) % 2 else (held[half - 1] + held[half]) / 2


def _strange(row: dict[Any, Any], typical: Mapping[Any, float], library: Library) -> float:
    """How many powers of ten a value lies off what is usual for its metric; one that is not plausible at all is the stranger."""
    metric = library.metrics.get(row["metric"])
    if metric is not None and metric.high is not None and row["value"] > metric.high:
        return float("inf")
    usual = typical.get(row["metric"], 0.0)
    return float(abs(np.log10(row["value"] / usual))) if usual > 0 else 0.0


def _is_far(value: float, usual: float, times: float) -> bool:
    far = abs(value - usual)
    if min(value, usual) < _SMALL:
        return times >= _SMALL_TIMES and far >= _SMALL_FAR
    return times >= TIMES and far >= _FAR
