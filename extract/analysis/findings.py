"""A finding of the audit, and findings as the rows of the audit table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from extract.analysis.facts import Facts
from extract.analysis.messages import message, severity
from extract.analysis.printed import Amount
from extract.tables import AUDIT, frame, plain

if TYPE_CHECKING:
    from extract.library.model import Library

_SEVERITIES = ("error", "warning", "note")
_WIDTH = 300


@dataclass(slots=True)
class Finding:
    """One contradiction, with the places of the figure and of what it is held against."""

    kind: str
    report: str
    year: int | None
    metric: str = ""
    expected: float | None = None
    found: float | None = None
    start: int | None = None
    end: int | None = None
    other_report: str = ""
    other_start: int | None = None
    words: dict[str, object] = field(default_factory=dict)
    sentence: str = ""
    other_sentence: str = ""


def number(value: object) -> str:
    """A value as messages print it.

    >>> number(98.250001), number(1200.0), number(None)
    ('98.25', '1200', '')
    """
    if value is None or value != value:  # NaN
        return ""
    return plain(Decimal(str(round(float(value), 2))))  # type: ignore[arg-type]


def integer(value: object) -> int | None:
    """A year or a place, or nothing where it is missing."""
    return None if value is None or pd.isna(value) else int(value)  # type: ignore[call-overload]


def as_table(findings: Iterable[Finding], facts: Facts, library: Library, language: str) -> pd.DataFrame:
    """The findings as the audit table, the gravest of each report first, with their sentences quoted."""
    found = list(findings)
    names = facts.series().set_index("report")["name"].to_dict()
    county = facts.reports.drop_duplicates("report").set_index("report")["county"].fillna("").to_dict()
    own = [(f.report, f.start) for f in found]
    quoted = _quotes(facts, [*own, *((f.other_report or f.report, f.other_start) for f in found)])
    other = quoted[len(found) :]
    rows = [
        (
            f.kind,
            severity(f.kind),
            names.get(f.report, ""),
            county.get(f.report, ""),
            f.year,
            f.metric,
            message(f.kind, _blanks(f, library, names), language),
            _rounded(f.expected),
            _rounded(f.found),
            f.report,
            (f.sentence or quoted[n])[:_WIDTH],
            f.start,
            f.end,
            f.other_report,
            (f.other_sentence or other[n])[:_WIDTH],
        )
        for n, f in enumerate(found)
    ]
    rows.sort(key=lambda row: (row[3], row[2], row[4] or 0, row[9], _SEVERITIES.index(row[1]), row[11] or 0, row[0], row[5]))
    return frame(AUDIT, rows)


def _rounded(value: float | None) -> float | None:
    return None if value is None or value != value else round(float(value), 4)


def _blanks(finding: Finding, library: Library, names: Mapping[Any, Any]) -> dict[str, object]:
    metric = library.metrics.get(finding.metric)
    town = names.get(finding.report, "")
    # a metric counts some things apart, and a check may speak of what no metric counts
    unit = str(finding.words.get("unit", metric.unit if metric else ""))
    blanks: dict[str, object] = {
        "zh": metric.zh if metric else finding.metric,
        "en": metric.en if metric else finding.metric,
        "expected": Amount(finding.expected, unit),
        "found": Amount(finding.found, unit),
        "other": finding.other_report,
        "town": town,
        "year": finding.year,
    }
    return blanks | finding.words


def _quotes(facts: Facts, places: list[tuple[str, int | None]]) -> list[str]:
    table = pd.DataFrame(places, columns=["report", "start"])
    table["start"] = pd.array([start for _, start in places], dtype="Int64")
    return [str(text) for text in facts.quotes(table)]
