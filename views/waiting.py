"""What waits for a person: values that conflict, findings of the audit, figures read with doubt, and figures nobody took."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from extract.corpus.facts import StoreFacts
from extract.corpus.reader import Store
from extract.report.sentences import sentence_ends
from extract.tables import QUANTITIES, frame
from views.answers import audited, tables
from views.formats import is_missing
from views.source import Source, area_where, decisions

CONFLICT, CONTRADICTION, UNSURE, UNCLAIMED = "conflict", "contradiction", "unsure", "unclaimed"
KINDS = (CONFLICT, CONTRADICTION, UNSURE, UNCLAIMED)
_GRAVEST = {"error": 0, "warning": 1, "note": 2}
_OPEN = "t.class = 'figure' AND t.metrics = '' AND t.reason IN ('no pattern', 'no unit')"
#: unclaimed figures beyond these come up when the first are done
_MOST_UNCLAIMED = 500


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that can be decided on: its place, what it was read as, and its sentence."""

    report: str
    sha256: str
    start: int
    end: int
    figure: str
    metric: str
    year: int | None
    value: float | None
    value_high: float | None
    qualifier: str
    unit: str
    sentence: str
    sentence_start: int
    flags: str = ""

    @property
    def key(self) -> tuple[str, int, int, str]:
        """How reviews.csv names it."""
        return (self.sha256, self.start, self.end, self.metric)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide; of a conflict every figure that stands against the others."""

    kind: str
    township: str
    figures: tuple[Figure, ...]
    severity: str = ""
    messages: tuple[str, ...] = ()
    other_report: str = ""
    other_sentence: str = ""
    reason: str = ""

    @property
    def key(self) -> str:
        """Its name in a link: the report, the place and the metric of its first figure."""
        first = self.figures[0]
        return f"{first.sha256[:12]}.{first.start}.{first.metric}"


def queue(source: Source, language: str) -> tuple[Item, ...]:
    """Everything that waits or waited, the gravest first; made of what was read, before anybody decided."""
    return _queue(source.unreviewed, language)


@lru_cache(maxsize=4)
def _queue(plain: Source, language: str) -> tuple[Item, ...]:
    held = tables(plain)
    hashes = dict(zip(held.reports["report"], held.reports["sha256"], strict=True))
    conflicts = _conflicts(held.observations, hashes)
    known = {(one.report, one.metric, one.year) for item in conflicts for one in item.figures}
    contradictions = _contradictions(audited(plain, language), held.observations, hashes, known)
    taken = {one.key for item in (*conflicts, *contradictions) for one in item.figures}
    unsure = [item for item in _unsure(held.observations, hashes) if item.figures[0].key not in taken]
    return (*conflicts, *contradictions, *unsure, *_unclaimed(plain, held.facts))


def _figure(row: dict[Any, Any], hashes: dict[str, str]) -> Figure:
    high = row["value_high"]
    return Figure(
        str(row["report"]),
        str(hashes.get(str(row["report"]), "")),
        int(row["start"]),
        int(row["end"]),
        str(row["figure"]),
        str(row["metric"]),
        None if is_missing(row["year"]) else int(row["year"]),
        None if is_missing(row["value"]) else float(row["value"]),
        None if is_missing(high) else float(high),
        str(row["qualifier"]),
        str(row["unit"]),
        str(row["sentence"]),
        int(row["sentence_start"]),
        str(row["flags"] or ""),
    )


def _conflicts(observations: pd.DataFrame, hashes: dict[str, str]) -> list[Item]:
    rows = observations[observations["resolution"] == "conflict"]
    groups: dict[tuple[object, ...], list[dict[Any, Any]]] = {}
    for row in rows.to_dict("records"):
        groups.setdefault((row["report"], row["metric"], row["year"]), []).append(row)
    return [
        Item(CONFLICT, str(group[0]["township"]), tuple(_figure(row, hashes) for row in group), "error")
        for group in groups.values()
    ]


def _contradictions(
    findings: pd.DataFrame, observations: pd.DataFrame, hashes: dict[str, str], known: set[tuple[str, str, int | None]]
) -> list[Item]:
    """Findings about a figure; those about a whole report are nothing that one figure could settle."""
    rows: dict[tuple[str, str, int | None], dict[Any, Any]] = {}
    exact: dict[tuple[str, int, str], dict[Any, Any]] = {}
    concerned = observations[observations["report"].isin(set(findings["report"]))]
    for row in concerned.to_dict("records"):
        year = None if is_missing(row["year"]) else int(row["year"])
        rows.setdefault((str(row["report"]), str(row["metric"]), year), row)
        exact[str(row["report"]), int(row["start"]), str(row["metric"])] = row
    found: dict[tuple[str, int, int, str], Item] = {}
    ordered = findings.assign(_order=findings["severity"].map(_GRAVEST)).sort_values("_order", kind="stable")
    for finding in ordered.to_dict("records"):
        report, metric = str(finding["report"]), str(finding["metric"] or "")
        year = None if is_missing(finding["year"]) else int(finding["year"])
        at = None if is_missing(finding["start"]) else int(finding["start"])
        row_of = (exact.get((report, at, metric)) if at is not None else None) or rows.get((report, metric, year))
        if row_of is None or (report, metric, year) in known:
            continue
        figure = _figure(row_of, hashes)
        before = found.get(figure.key)
        words = (*(before.messages if before else ()), _text(finding["message"]))
        found[figure.key] = Item(
            CONTRADICTION,
            str(row_of["township"]),
            (figure,),
            before.severity if before else str(finding["severity"]),
            tuple(dict.fromkeys(words)),
            before.other_report if before and before.other_report else _text(finding["other_report"]),
            before.other_sentence if before and before.other_sentence else _text(finding["other_sentence"]),
        )
    return list(found.values())


def _unsure(observations: pd.DataFrame, hashes: dict[str, str]) -> list[Item]:
    rows = observations[observations["flags"].fillna("") != ""]
    return [Item(UNSURE, str(row["township"]), (_figure(row, hashes),), "note") for row in rows.to_dict("records")]


def _unclaimed(source: Source, facts: StoreFacts) -> list[Item]:
    """Figures that look like counts and that no metric took."""
    about = {str(row["report"]): row for row in facts.reports.to_dict("records")}
    where, parameters = area_where(source.area)
    found: list[Item] = []
    with Store(source.path) as store:
        rows = frame(QUANTITIES, store.rows("quantities", where, parameters, _OPEN)).head(_MOST_UNCLAIMED)
        # those of a county are at hand, and a store opens some thousand texts to find a few hundred
        texts = {str(name): facts.texts.get(str(name), "") for name in rows["report"].unique()}
        texts |= store.texts(name for name, text in texts.items() if not text)
    ends = {name: sentence_ends(text) for name, text in texts.items()}
    for row in rows.to_dict("records"):
        text, report = texts[str(row["report"])], about.get(str(row["report"]))
        if report is None or text[int(row["start"]) : int(row["end"])] != row["figure"]:
            # a run published while this was asked
            continue
        bounds = ends[str(row["report"])]
        place = bisect_right(bounds, int(row["start"]))
        start, end = bounds[place - 1] if place else 0, bounds[min(place, len(bounds) - 1)]
        row |= {"metric": "", "year": report["year"], "sentence": text[start:end], "sentence_start": start, "flags": ""}
        figure = _figure(row, {str(row["report"]): str(report["sha256"])})
        found.append(Item(UNCLAIMED, str(report["township"] or "—"), (figure,), "note", reason=str(row["reason"])))
    return found


def _text(value: object) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)


def decided(source: Source, items: Iterable[Item]) -> dict[str, str]:
    """What was decided on each item, by its key: the action of the latest review of one of its figures."""
    latest: dict[tuple[str, int, int], str] = {}
    for review in decisions(source).to_dict("records"):
        latest[str(review["sha256"]), int(review["start"]), int(review["end"])] = str(review["action"])
    found: dict[str, str] = {}
    for item in items:
        for one in item.figures:
            action = latest.get((one.sha256, one.start, one.end))
            if action:
                found[item.key] = action
    return found


def open_items(items: Sequence[Item], done: dict[str, str]) -> list[Item]:
    """The items that nobody has decided on."""
    return [item for item in items if item.key not in done]
