"""The audit of what sentences say in words: rates beside their counts, more settled than came in, 持平 and 有所下降."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from extract.analysis.bounds import bounds
from extract.analysis.findings import Finding
from extract.analysis.printed import Amount, Rise
from extract.analysis.sentences import CARRIED, MOVED, OVER, PLANNED, RATE, STEADY, rate_finding

_REACH = 16
#: how far 持平 and 基本持平 let two values lie apart
_EVEN, _NEARLY_EVEN, _LEAST_APART = 0.05, 0.15, 2.0


def stated_rates(sentences: pd.DataFrame, mentions: pd.DataFrame, known: set[tuple[str, Any]]) -> Iterator[Finding]:
    """Rates that no two counts of their own sentence make: 应考42人，实考38人，参考率100%.

    Only a rate whose own word stands before one of the counts (持证9名，持证率100%) is held against them; `known` are the
    places of those that were found by their metrics.
    """
    metrics = _metrics_at(mentions, sentences)
    for report, start, sentence in _rows(sentences):
        if PLANNED.search(sentence):
            continue
        for rate in RATE.finditer(sentence):
            finding = rate_finding(sentence, rate)
            at = start + rate.start(2)
            if finding is None or (report, at) in known:
                continue
            part, whole, percent = finding
            metric = metrics.get((report, at)) or metrics.get((report, start + part.start), "")
            name = rate[1][-6:] + "率"
            words: dict[str, object] = {
                "part": Amount(part.value),
                "whole": Amount(whole.value),
                "zh": name,
                "en": name,
                "unit": "%",
            }
            year = metrics.get((report, "year"))
            yield Finding(
                "rate_against_counts", report, year, metric, percent, float(rate[2]), at, start + rate.end(),
                "", start + part.start, words,
            )  # fmt: skip


def more_settled(sentences: pd.DataFrame, mentions: pd.DataFrame, known: set[tuple[str, Any]]) -> Iterator[Finding]:
    """More settled than came in, of whatever the sentence speaks: 排查隐患40处，整改46处."""
    metrics = _metrics_at(mentions, sentences)
    for report, start, sentence in _rows(sentences):
        if CARRIED.search(sentence) or PLANNED.search(sentence):
            continue
        for match in OVER.finditer(sentence):
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
        for match in [*STEADY.finditer(sentence), *MOVED.finditer(sentence)]:
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
    if match.re is STEADY:
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
        "came": Rise(difference, row["unit"]),
        "before": Amount(before["value"]),
        "after": Amount(row["value"], row["unit"]),
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
