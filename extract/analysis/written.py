"""The audit of what sentences say in words: rates beside their counts, more settled than came in, 持平 and 有所下降."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from extract.analysis.bounds import bounds, printed
from extract.analysis.findings import Finding, number

#: sentences worth reading, in a form that the store's engine knows too
RATE_SENTENCE = "率[^，,。；;0-9]{0,4}[0-9.]+[%％]"
SETTLED_SENTENCE = (
    "(排查|摸排|受理|收到|发现|接到|接报|登记|承办|交办|转办|征集|查出|反馈).{0,60}(办结|整改|化解|答复|回复|办复|处置|解决|销号)"
)
STEADY_SENTENCE = (
    "(与|和|同|较|比)(上年|去年|上一年|20[0-9]{2}年).{0,24}(持平|相当|增加|增长|上升|提高|提升|增多|下降|减少|降低|回落|下滑)"
)

_UNITS = "件次|人次|场次|件|起|宗|例|卷|人|名|位|个|项|条|处|份|家|户|次|场|批"
_COUNT = re.compile(rf"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)(万)?(余|多)?\s*({_UNITS})(?:以上)?")
_RATE = re.compile(r"([\u4e00-\u9fff]{1,8})率(?:为|达到|达|保持在|高达|：|:)?([0-9]+(?:\.[0-9]+)?)[%％](以上)?")
_PROMPT = re.compile(r"按期|按时|及时|限期|当场|一次性?|首次")
_CLAUSE = re.compile(r"[，,；;。：:！!？?、（(）)\n]")
_PLANNED = re.compile(r"力争|计划|目标|确保|预计|不低于|不少于")
#: a rate may be off from what 余 leaves open by as many points
_LOOSE, _TIGHT = 5.0, 0.0
#: matters that came in before the year are settled in it
CARRIED = re.compile(r"结转|遗留|积案|积存|陈案|旧案|存量|跨年|往年|历年|历史|此前|(?:上年|去年|20[0-9]{2}年)度?(?:未|转|移)")
_CAME = "排查|摸排|受理|接收|收到|发现|接到|接报|登记|承办|交办|转办|征集|查出|检查出|反馈"
_SETTLED = "办结|整改|化解|答复|回复|办复|调处成功|调解成功|处置|解决|销号"
_OVER = re.compile(
    rf"({_CAME})[^，,。；;、0-9%]{{0,14}}?([0-9]+)(余|多)?({_UNITS})[，,、]?(?:[^，,。；;0-9比较上去]{{0,6}}?)({_SETTLED})(?:了|到位|完毕)?"
    rf"[^，,。；;0-9率]{{0,6}}?([0-9]+)({_UNITS})"
)
_BASE = r"(?:与|和|同|较|比)(上年度?|去年|上一年度?|20[0-9]{2}年)(?:同期)?(?:的?[0-9.]+万?[\u4e00-\u9fff]{1,2})?(?:相比)?[，,]?"
_STEADY = re.compile(rf"{_BASE}(基本|大体|总体)?(?:保持)?(?:持平|相当|一致|不变)")
_MOVED = re.compile(
    rf"{_BASE}(?:均|都|又|也)?(?:有所|略有|稍有|明显|大幅度?|显著|小幅|稳步|持续|进一步)?"
    r"(?:(增加|增长|上升|提高|提升|增多)|(下降|减少|降低|回落|下滑))(?=[，,。；;）)、]|$)"
)
_REACH = 16
#: how far 持平 and 基本持平 let two values lie apart
_EVEN, _NEARLY_EVEN, _LEAST_APART = 0.05, 0.15, 2.0
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Count:
    """A number that a sentence counts, with the words just before it."""

    value: float
    loose: bool
    unit: str
    start: int
    before: str


def stated_rates(sentences: pd.DataFrame, mentions: pd.DataFrame, known: set[tuple[str, Any]]) -> Iterator[Finding]:
    """Rates that no two counts of their own sentence make: 应考42人，实考38人，参考率100%.

    Only a rate whose own word stands before one of the counts (持证9名，持证率100%) is held against them; `known` are the
    places of those that were found by their metrics.
    """
    metrics = _metrics_at(mentions, sentences)
    for report, start, sentence in _rows(sentences):
        if _PLANNED.search(sentence):
            continue
        for rate in _RATE.finditer(sentence):
            finding = _rate_finding(sentence, rate)
            at = start + rate.start(2)
            if finding is None or (report, at) in known:
                continue
            part, whole, percent = finding
            metric = metrics.get((report, at)) or metrics.get((report, start + part.start), "")
            name = rate[1][-6:] + "率"
            words: dict[str, object] = {"part": number(part.value), "whole": number(whole.value), "zh": name, "en": name}
            year = metrics.get((report, "year"))
            yield Finding(
                "rate_against_counts", report, year, metric, percent, float(rate[2]), at, start + rate.end(),
                "", start + part.start, words,
            )  # fmt: skip


def _rate_finding(sentence: str, rate: re.Match[str]) -> tuple[_Count, _Count, float] | None:
    stem = rate[1]
    if len(stem) < _SHORTEST or _PROMPT.search(sentence, max(0, rate.start() - 3), rate.end(1)):
        return None
    counts = _counts(sentence[: rate.start()])
    marks = (stem[-2:], "实" + stem[-1])
    parts = [count for count in counts if any(mark in count.before for mark in marks)]
    if not parts:
        return None
    part = parts[-1]
    alike = [count for count in counts if count.unit == part.unit]
    before = [count for count in alike if count.start < part.start and count not in parts]
    wholes = [count for count in before if count.value >= part.value]
    if not wholes or not wholes[-1].value:
        return None
    whole = wholes[-1]
    said_low, said_high = printed(np.array([float(rate[2])]), ["over" if rate[3] else "exact"])
    slack = _LOOSE if any(count.loose for count in alike) else _TIGHT
    low, high = said_low[0] - slack, said_high[0] + slack
    pairs = [(top.value, bottom.value) for top in alike for bottom in alike if top is not bottom]
    sums = [(sum(count.value for count in alike if count.start > bottom.start), bottom.value) for bottom in alike]
    if any(low <= 100 * top / bottom <= high for top, bottom in [*pairs, *sums] if bottom):
        return None
    return part, whole, round(100 * part.value / whole.value, 2)


def _counts(text: str) -> list[_Count]:
    found = []
    for match in _COUNT.finditer(text):
        value = float(match[1]) * (10_000 if match[2] else 1)
        before = _CLAUSE.split(text[max(0, match.start() - 10) : match.start()])[-1]
        loose = bool(match[3]) or before.endswith(("约", "近", "超", "超过"))
        found.append(_Count(value, loose, match[4], match.start(), before))
    return found


def more_settled(sentences: pd.DataFrame, mentions: pd.DataFrame, known: set[tuple[str, Any]]) -> Iterator[Finding]:
    """More settled than came in, of whatever the sentence speaks: 排查隐患40处，整改46处."""
    metrics = _metrics_at(mentions, sentences)
    for report, start, sentence in _rows(sentences):
        if CARRIED.search(sentence) or _PLANNED.search(sentence):
            continue
        for match in _OVER.finditer(sentence):
            came, done = float(match[2]), float(match[6])
            at = start + match.start(6)
            if match[3] or match[4] != match[7] or done <= came or (report, at) in known:
                continue
            words: dict[str, object] = {
                "zh": match[5], "en": "What was settled", "whole_zh": match[1], "whole_en": "what came in", "unit": match[4],
            }  # fmt: skip
            metric = metrics.get((report, at)) or metrics.get((report, start + match.start(2)), "")
            yield Finding(
                "resolved_over_received", report, metrics.get((report, "year")), metric, came, done, at, start + match.end(),
                "", start + match.start(2), words,
            )  # fmt: skip


def worded_changes(
    sentences: pd.DataFrame, mentions: pd.DataFrame, settled: pd.DataFrame, known: set[tuple[str, Any]]
) -> Iterator[Finding]:
    """Changes told without an amount that the values contradict: 96次，与上年持平; 较上年有所下降."""
    here = mentions[mentions["report"].isin(set(sentences["report"]))] if len(sentences) else mentions.iloc[:0]
    if here.empty:
        return
    beside: dict[tuple[Any, Any], list[dict[Any, Any]]] = {}
    for row in here.sort_values(["report", "start"]).to_dict("records"):
        beside.setdefault((row["report"], row["sentence_start"]), []).append(row)
    series = set(here["series"])
    kept = settled[settled["series"].isin(series) & (settled["resolution"] != "conflict")]
    earlier = {
        (row["series"], row["metric"], row["year"]): row
        for row in kept.drop_duplicates(["series", "metric", "year"]).to_dict("records")
    }
    for report, start, sentence in _rows(sentences):
        rows = beside.get((report, start), [])
        for match in [*_STEADY.finditer(sentence), *_MOVED.finditer(sentence)]:
            finding = _worded(report, start, match, rows, earlier, known)
            if finding is not None:
                yield finding


def _worded(
    report: str,
    start: int,
    match: re.Match[str],
    rows: list[dict[Any, Any]],
    earlier: Mapping[Any, dict[Any, Any]],
    known: set[tuple[str, Any]],
) -> Finding | None:
    edge = start + match.start()
    now = [row for row in rows if row["period"] == row["report_year"] and 0 <= edge - row["end"] <= _REACH]
    if not now or now[-1]["scope"] != "township" or (report, now[-1]["start"]) in known:
        return None
    row = now[-1]
    year = int(match[1][:4]) if match[1].startswith("20") else int(row["report_year"]) - 1
    here = [other for other in rows if other["metric"] == row["metric"] and other["period"] == year]
    before = here[0] if here else earlier.get((row["series"], row["metric"], year))
    if before is None or before["unit"] != row["unit"]:
        return None
    (low, b_low), (high, b_high) = bounds(
        [row["value"], before["value"]],
        [np.nan if pd.isna(r["value_high"]) else r["value_high"] for r in (row, before)],
        [row["qualifier"], before["qualifier"]],
    )
    if match.re is _STEADY:
        share = _NEARLY_EVEN if match[2] else _EVEN
        apart = max(low - b_high, b_low - high)
        wrong, said, said_en = apart > max(_LEAST_APART, share * before["value"]), "持平", "unchanged"
    else:
        up = match[2] is not None
        wrong = high < b_low if up else low > b_high
        said, said_en = match[2] or match[3], "up" if up else "down"
    if not wrong:
        return None
    difference = row["value"] - before["value"]
    words: dict[str, object] = {
        "said": said,
        "said_en": said_en,
        "came": ("增加" if difference > 0 else "减少") + number(abs(difference)),
        "came_en": ("up " if difference > 0 else "down ") + number(abs(difference)),
        "before": number(before["value"]),
        "after": number(row["value"]),
    }
    other = "" if before["report"] == report else str(before["report"])
    return Finding(
        "change_against_values", report, int(row["report_year"]), row["metric"], difference, None, int(row["start"]),
        start + match.end(), other, int(before["start"]), words,
    )  # fmt: skip


def _rows(sentences: pd.DataFrame) -> Iterable[tuple[str, int, str]]:
    ordered = sentences.sort_values(["report", "sentence_start"])
    return zip(ordered["report"].astype(str), ordered["sentence_start"].astype(int), ordered["sentence"].astype(str), strict=True)


def _metrics_at(mentions: pd.DataFrame, sentences: pd.DataFrame) -> dict[tuple[str, Any], Any]:
    """The metric that stands at a place of a report, and under "year" the report's year."""
    here = mentions[mentions["report"].isin(set(sentences["report"]))] if len(sentences) else mentions.iloc[:0]
    found: dict[tuple[str, Any], Any] = {}
    for report, start, metric, year in zip(here["report"], here["start"], here["metric"], here["report_year"], strict=True):
        found[str(report), int(start)] = str(metric)
        if not pd.isna(year):
            found[str(report), "year"] = int(year)
    return found
