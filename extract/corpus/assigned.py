"""Figures that no metric took and that a reviewer assigned to one: the rows that this adds to the tables of a store."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extract.analysis.reviews import ASSIGNED, REVIEWED, Decisions, corrected
from extract.corpus.reader import Store
from extract.report.sentences import sentence_ends
from extract.tables import ACTUAL, REPORTS, TOWNSHIP, plain, stable_id

_METRICS = "SELECT id, zh, en, category, unit FROM metrics"
_UNITS = 'SELECT q.start, q."end", q.unit FROM quantities q JOIN reports r USING (number) WHERE r.report = ?'
_SET_ASIDE = "SELECT r.report FROM reports r JOIN reports_set_aside USING (number) WHERE r.report IN (SELECT unnest(?))"


def sentence_around(text: str, ends: list[int], start: int) -> tuple[int, int]:
    """Where the sentence that holds `start` begins and ends; `ends` are those of all sentences of the text."""
    place = bisect_right(ends, start)
    return (ends[place - 1] if place else 0), ends[min(place, len(ends) - 1)] if ends else len(text)


def added_rows(store: Path, decisions: Decisions) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """What assigned figures add to the observations and the mentions, by report; what no longer stands there adds nothing."""
    asked = sorted(report for report, reviews in decisions.items() if any(one["action"] == ASSIGNED for one in reviews.values()))
    found: dict[str, dict[str, list[dict[str, Any]]]] = {"observations": {}, "mentions": {}}
    if not asked:
        return found
    with Store(store) as opened:
        metrics = {str(row[0]): row[1:] for row in opened.ask(_METRICS)}
        aside = {str(report) for (report,) in opened.ask(_SET_ASIDE, [asked])}
        library = opened.meta().get("library", "")
        for report in asked:
            for row in _rows(opened, report, decisions[report], metrics):
                row["library"] = library
                found["mentions"].setdefault(report, []).append(row | _as_mention(row))
                if report not in aside:
                    found["observations"].setdefault(report, []).append(row | _as_observation(row))
    return found


def _rows(
    store: Store, report: str, reviews: Mapping[tuple[int, int, str], Mapping[Any, Any]], metrics: Mapping[str, tuple[Any, ...]]
) -> Iterator[dict[str, Any]]:
    """What an observation and a mention have in common, for every assigned figure of a report."""
    document = store.document(report)
    held = next(store.rows("reports", "r.report = ?", [report]), None)
    if document is None or held is None:
        return
    about = dict(zip(REPORTS, held, strict=True))
    ends = sentence_ends(document.text)
    units = {(start, end): unit for start, end, unit in store.ask(_UNITS, [report])}
    for (start, end, metric), review in sorted(reviews.items()):
        if review["action"] != ASSIGNED or metric not in metrics or document.text[start:end] != str(review["figure"]):
            continue
        zh, en, category, unit = metrics[metric]
        first, last = sentence_around(document.text, ends, start)
        who = {name: about[name] for name in ("township", "county", "city", "province", "division_code", "report")}
        yield who | {
            "report_year": about["year"],
            "year": int(review["year"]),
            "metric": metric,
            "metric_zh": zh,
            "metric_en": en,
            "category": category,
            "value": corrected(review),
            "value_high": None,
            "qualifier": "exact",
            "unit": unit,
            "unit_stated": units.get((start, end)) or "",
            "scope": TOWNSHIP,
            "figure": document.text[start:end],
            "sentence": document.text[first:last],
            "sentence_start": first,
            "sentence_end": last,
            "start": start,
            "end": end,
            "page": document.page_of(start),
            "rule": REVIEWED,
        }


def _mention_id(row: Mapping[str, Any]) -> str:
    return stable_id(f"{row['report']}\x1f{row['start']}\x1f{row['metric']}\x1f{row['year']}")


def _as_mention(row: Mapping[str, Any]) -> dict[str, Any]:
    key = _mention_id(row)
    # nothing is written like it in another year, as far as anybody knows
    more = {"section": "", "flags": REVIEWED, "sentence_key": int(key, 16)}
    return {"id": key, "period": row["year"], "basis": ACTUAL} | more


def _as_observation(row: Mapping[str, Any]) -> dict[str, Any]:
    key = stable_id(f"{row['report']}\x1f{row['metric']}\x1f{row['year']}\x1f{plain(row['value'])}\x1f{REVIEWED}")
    return {"id": key, "resolution": REVIEWED, "mentions": _mention_id(row), "flags": ""}
