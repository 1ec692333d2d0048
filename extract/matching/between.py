"""Between reports: which report counts for a township and year, and when a restated value fills a gap (rule 8).

These are the only functions that decide it; the store streams its rows through them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

SAME_TEXT, EARLIER_REPORT = "same-text", "earlier-report"


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What decides whether a report counts. An empty `place` or a `year` of None is unknown, and such a report never yields."""

    report: str
    place: str
    year: int | None
    published: str = ""
    text_hash: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report that does not count, why, and the one that counts instead."""

    report: str
    reason: str
    instead: str


@dataclass(frozen=True, slots=True)
class ValueFacts:
    """What decides whether an observation counts: what it speaks of, and the report that it stands in."""

    id: str
    place: str
    metric: str
    year: int | None
    report: str
    report_year: int | None


def place_key(report: str, township: str, county: str = "", city: str = "", province: str = "", division_code: str = "") -> str:
    """The key under which reports of one township come together; a report of nobody stays alone.

    A division code joins the old and the new name of a township; without one the names as far as they are known do.
    """
    if division_code:
        return division_code
    return "|".join((township, county, city, province)) if township else f"report|{report}"


def reports_set_aside(reports: Iterable[ReportFacts]) -> list[SetAside]:
    """The reports that do not count, in the order of their names.

    Of files with the same text the first name counts, of different reports the latest dated, of those the last name.

    >>> reports_set_aside([ReportFacts("a.txt", "甲镇", 2024, "2025-01-05"), ReportFacts("b.txt", "甲镇", 2024, "2025-03-01")])
    [SetAside(report='a.txt', reason='earlier-report', instead='b.txt')]
    """
    rivals: dict[tuple[str, int], list[ReportFacts]] = {}
    for facts in reports:
        if facts.place and facts.year is not None:
            rivals.setdefault((facts.place, facts.year), []).append(facts)
    found: list[SetAside] = []
    for group in rivals.values():
        if len(group) > 1:
            found.extend(_losers(sorted(group, key=lambda facts: facts.report)))
    return sorted(found, key=lambda loser: loser.report)


def _losers(group: list[ReportFacts]) -> Iterable[SetAside]:
    first: dict[str, ReportFacts] = {}
    for facts in group:
        same = first.setdefault(facts.text_hash or facts.report, facts)
        if same is not facts:
            yield SetAside(facts.report, SAME_TEXT, same.report)
    winner = max(first.values(), key=lambda facts: (facts.published, facts.report))
    for facts in first.values():
        if facts is not winner:
            yield SetAside(facts.report, EARLIER_REPORT, winner.report)


def values_set_aside(values: Iterable[ValueFacts]) -> list[str]:
    """The ids of the observations that do not count, among those of reports that do.

    The report of the year itself wins; without one the report of the nearest later year fills the gap. Every value of one
    place, metric and year must come in the same call, next to each other.
    """
    lost: list[str] = []
    for (place, _, year), group in groupby(values, key=lambda value: (value.place, value.metric, value.year)):
        if not place or year is None:
            continue
        rivals = list(group)
        best = min((_rank(value, year), value.report) for value in rivals)[1]
        lost.extend(value.id for value in rivals if value.report != best)
    return lost


def _rank(value: ValueFacts, year: int) -> tuple[bool, bool, int]:
    """Own year first, then later years by nearness, then earlier ones, then reports of an unknown year."""
    own = value.report_year
    return (True, True, 0) if own is None else (False, own < year, abs(own - year))
