"""Contradictions: within a report, between reports, and between texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from extract.analysis.across import earlier_values, jumps, stated_changes
from extract.analysis.agreement import judged, values_near
from extract.analysis.copies import copied_reports, filed_years, repeated_figures, title_years
from extract.analysis.facts import Facts, Tables, settled
from extract.analysis.findings import Finding, as_table
from extract.analysis.sentences import RATE_SENTENCE, SETTLED_SENTENCE, STEADY_SENTENCE, piece_around, sentence_key
from extract.analysis.sums import totals
from extract.analysis.within import double_values, ranges, rates, wholes
from extract.analysis.written import more_settled, stated_rates, worded_changes
from extract.tables import Row

if TYPE_CHECKING:
    from extract.library.model import Library

_SCALE = frozenset({"jump", "lost_wan", "extra_wan"})
_LARGER = frozenset({"resolved_over_received", "part_over_whole"})
BETWEEN = frozenset({"change_against_values", "prior_against_earlier"})
_DOUBTFUL = _SCALE | {"two_values", "rate_over_100", "outside_range"}


def audit(
    tables: Tables | Facts | Iterable[Tables], library: Library | None = None, *, year: int | None = None, language: str = "both"
) -> pd.DataFrame:
    """Every contradiction of one report, of several, or of a corpus, as the audit table.

    `year` keeps the findings of reports filed for that year; they are still held against the years before.
    """
    if library is None:
        from extract.library import load_library

        library = load_library()
    facts = tables if isinstance(tables, Facts) else Facts.of(tables)
    return as_table(find(facts, library, year), facts, library, language)


def audit_rows(tables: Tables | Facts) -> list[Row]:
    """The audit table's rows, for the files that `extract` writes."""
    table = audit(tables).astype(object)
    return [tuple(row) for row in table.where(table.notna(), None).itertuples(index=False, name=None)]


def find(facts: Facts, library: Library, year: int | None = None) -> list[Finding]:
    """The findings, each figure's gravest kind once."""
    if facts.reports.empty:
        return []
    filed = filed_years(facts)
    series = facts.series()
    found = [*_of_texts(facts, series, filed, library), *_of_values(facts, series, library)]
    kept = without_echoes(found)
    return kept if year is None else [finding for finding in kept if finding.year == year]


def _of_texts(facts: Facts, series: pd.DataFrame, filed: dict[str, int | None], library: Library) -> Iterator[Finding]:
    yield from title_years(facts, filed)
    yield from copied_reports(facts, series, filed)
    if "sentence_key" not in facts.mentions:
        places = (facts.mentions["start"] - facts.mentions["sentence_start"]).astype(int)
        pieces = map(piece_around, facts.mentions["sentence"].astype(str), places)
        facts.mentions = facts.mentions.assign(sentence_key=[sentence_key(piece) for piece in pieces])
    yield from repeated_figures(facts, series, filed, library)


def _of_values(facts: Facts, series: pd.DataFrame, library: Library) -> Iterator[Finding]:
    """What the values of the reports that count come to."""
    counted = set(facts.observations["report"])
    known = series[["report", "series", "name", "report_year"]]
    mentions = facts.mentions[(facts.mentions["basis"] == "actual") & facts.mentions["report"].isin(counted)]
    mentions = mentions.drop(columns="report_year").merge(known, on="report")
    observations = facts.observations[facts.observations["year"].notna()]
    values = settled(observations, known)
    stated = facts.stated[facts.stated["report"].isin(counted)]
    told = judged(stated.merge(known, on="report"), values_near(mentions, observations), values) if len(stated) else stated
    found = [
        *rates(mentions, library, facts.quotes),
        *wholes(mentions, observations, library, facts.quotes),
        *totals(observations, mentions, facts.unclaimed, library, facts.quotes),
        *double_values(observations, mentions, library, facts.quotes),
        *ranges(mentions, library),
        *earlier_values(mentions, values, facts.quotes),
        *jumps(values, mentions, told, library, facts.around),
        *(stated_changes(told, mentions, library) if len(told) else ()),
    ]
    yield from found
    places = {(finding.report, finding.start) for finding in found}
    yield from stated_rates(facts.written(RATE_SENTENCE), mentions, places)
    yield from more_settled(facts.written(SETTLED_SENTENCE), mentions, places)
    yield from worded_changes(facts.written(STEADY_SENTENCE), mentions, values, places)


def without_echoes(found: list[Finding]) -> list[Finding]:
    """One finding for one wrong figure: what only follows from another finding is left out.

    A lost 万 is outside the range too, and a value outside it jumps; a part larger than its whole does not add up; a year
    held against a figure that is itself in question says nothing, nor does a whole report that is a copy.
    """
    scaled = {(f.report, f.start): f.kind for f in found if f.kind in _SCALE}
    outside = {(f.report, f.start) for f in found if f.kind == "outside_range"}
    larger = {(f.report, f.other_start) for f in found if f.kind in _LARGER}
    doubtful = {(f.report, f.metric) for f in found if f.kind in _DOUBTFUL}
    copies = {f.report for f in found if f.kind == "same_report"}
    kept = []
    for finding in found:
        place = (finding.report, finding.start)
        between = finding.kind in BETWEEN
        if (
            (finding.kind == "outside_range" and scaled.get(place, "").endswith("wan"))
            or (finding.kind == "jump" and place in outside)
            or (finding.kind == "parts_against_total" and place in larger)
            or (between and (finding.report in copies or (finding.other_report, finding.metric) in doubtful))
        ):
            continue
        kept.append(finding)
    return kept


__all__: list[Any] = ["BETWEEN", "audit", "audit_rows", "find", "without_echoes"]
