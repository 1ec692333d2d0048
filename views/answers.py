"""What pages ask of a source: the tables of its area and what the analysis says of them, kept while they are current."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pandas as pd

from extract.analysis.audit import audit
from extract.analysis.changes import changes
from extract.analysis.movers import movers, trends
from extract.corpus.at_hand import AtHand
from extract.corpus.facts import StoreFacts, store_facts
from extract.corpus.reader import Store
from extract.exporting.contents import with_texts
from extract.reading.page_image import draw_page
from extract.tables import MENTIONS, QUANTITIES, REPORTS, frame
from views.source import SAMPLE_COUNTY, SAMPLES, Source, area_where, areas, decided, library_of

if TYPE_CHECKING:
    from extract.reading.document import Document

_TOWNSHIPS = "townships.csv"


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of an area; nobody changes them."""

    observations: pd.DataFrame
    stated: pd.DataFrame
    facts: StoreFacts

    @property
    def reports(self) -> pd.DataFrame:
        """One row a report."""
        return self.facts.reports


@lru_cache(maxsize=8)
def tables(source: Source) -> Tables:
    """The tables of the area."""
    if source.reviews:
        facts = copy(tables(source.unreviewed).facts)
        decided(source).facts(facts)
        return Tables(with_texts(facts, facts.observations), with_texts(facts, facts.stated), facts)
    facts = store_facts(source.path, *area_where(source.area))
    return Tables(with_texts(facts, facts.observations), with_texts(facts, facts.stated), facts)


@lru_cache(maxsize=1)
def _invented() -> frozenset[str]:
    """The townships that the project made up: the folders of its sample county, names that stand in no register."""
    county = SAMPLES / SAMPLE_COUNTY
    return frozenset(folder.name for folder in county.iterdir() if folder.is_dir()) if county.is_dir() else frozenset()


@lru_cache(maxsize=8)
def is_sample(source: Source) -> bool:
    """Whether reports of the county that the project made up are among those looked at."""
    return bool(tables(source).reports["township"].isin(_invented()).any())


@lru_cache(maxsize=4)
def townships_file(source: Source) -> pd.DataFrame | None:
    """Population, villages and peer group of each township, where townships.csv beside the reports tells them."""
    place = source.root / _TOWNSHIPS if source.root else None
    if place is None or not place.is_file():
        return None
    try:
        found = pd.read_csv(place, dtype=str, encoding="utf-8-sig")
    except (ValueError, UnicodeDecodeError):
        return None
    return found if "township" in found else None


@lru_cache(maxsize=4)
def _at_hand(source: Source) -> AtHand:
    """What the area's observations are compared by."""
    held = tables(source)
    return AtHand(held.observations, held.reports, library_of(source.library))


def compared(source: Source, group: str = "all") -> pd.DataFrame:
    """Every township, metric and year, placed in its group; `name` is what it is called now, or else its report's file."""
    return _compared(source, group)


@lru_cache(maxsize=16)
def _compared(source: Source, group: str) -> pd.DataFrame:
    held = _at_hand(source)
    found = held.compared(group, townships_file(source))
    names = held.series.set_index("report")["name"]
    called = found["report"].map(names).fillna(found["township"]).astype(str)
    # whose report it is may not be known: then its file says which it is, and no two are drawn as one
    nameless = called == ""
    called[nameless] = found.loc[nameless, "report"].map(lambda report: PurePosixPath(report).stem)
    return _light(found.assign(name=called))


def _light(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its words as plain objects: of those a page's filters take their rows twice as fast."""
    words = [name for name in table.columns if str(table[name].dtype) in ("str", "string")]
    return table.astype(dict.fromkeys(words, object))


@lru_cache(maxsize=4)
def changed(source: Source) -> pd.DataFrame:
    """The changes from year to year, computed and stated."""
    held = tables(source)
    library = library_of(source.library)
    return _light(changes(held.observations, held.stated, mentions=held.facts.mentions, reports=held.reports, library=library))


@lru_cache(maxsize=16)
def moved(source: Source, year: int | None) -> pd.DataFrame:
    """What stands out among the changes of a year; the statements beside them, which take longest, say nothing to that."""
    return movers(_at_hand(source).moved(), year)


def better(source: Source) -> dict[str, str]:
    """Whether more or less of a metric is better, or neither."""
    known = library_of(source.library)
    return {name: metric.better for held in (known.metrics, known.derived) for name, metric in held.items()}


@lru_cache(maxsize=4)
def trended(source: Source) -> pd.DataFrame:
    """Trend, streak and rank change of every township and metric."""
    held = tables(source)
    less = frozenset(name for name, direction in better(source).items() if direction == "less")
    return trends(held.observations, held.reports, less=less)


@lru_cache(maxsize=8)
def audited(source: Source, language: str) -> pd.DataFrame:
    """The contradictions."""
    return audit(tables(source).facts, library_of(source.library), language=language)


@lru_cache(maxsize=8)
def problems(path: str, stamp: tuple[int, int, int]) -> list[tuple[str, str, str]]:
    """The files that could not be read: report, issue, message."""
    del stamp
    with Store(path) as store:
        return [(str(a), str(b), str(c)) for a, b, c in store.ask("SELECT * FROM problems ORDER BY report")]


def years_of(source: Source) -> list[int]:
    """The years that the area's observations speak of, the latest first."""
    years: Sequence[Any] = tables(source).observations["year"].dropna().unique().tolist()
    return sorted((int(year) for year in years), reverse=True)


def find_observation(source: Source, key: str) -> dict[str, Any] | None:
    """The observation of an id, read or computed, with where its figure stands in its sentence."""
    held = tables(source).observations
    rows = held[held["id"] == key]
    if len(rows):
        return _cells(rows)
    derived = compared(source)
    rows = derived[derived["id"] == key]
    if rows.empty:
        return None
    row = _cells(rows)
    beside = held[(held["report"] == row["report"]) & (held["start"] == row["start"])]
    row["sentence_start"] = int(beside["sentence_start"].iloc[0]) if len(beside) else None
    return row


def _cells(rows: pd.DataFrame) -> dict[str, Any]:
    return {str(key): value for key, value in rows.iloc[0].to_dict().items()}


def warm_up(source: Source, language: str) -> None:
    """Asks what the first page will ask, so that the answers are kept."""
    held = areas(source.path, source.stamp)
    if held:
        source = replace(source, area=held[0][0])
    compared(source)
    years = years_of(source)
    moved(source, years[0] if years else None)
    audited(source, language)
    problems(source.path, source.stamp)


@dataclass(frozen=True, slots=True)
class ReportTables:
    """One report: its text, every number in it, and every mention."""

    text: str
    quantities: pd.DataFrame
    mentions: pd.DataFrame
    row: dict[str, Any]


@lru_cache(maxsize=16)
def report_tables(source: Source, report: str) -> ReportTables | None:
    """What the store holds of a report."""
    with Store(source.path) as store:
        text = store.text(report)
        if text is None:
            return None
        people, within = decided(source), {report}
        quantities, mentions = (
            frame(columns, people.rows(table, columns, store.rows(table, "r.report = ?", [report]), within))
            for table, columns in (("quantities", QUANTITIES), ("mentions", MENTIONS))
        )
        rows = list(store.rows("reports", "r.report = ?", [report]))
    return ReportTables(text, quantities, mentions, dict(zip(REPORTS, rows[0], strict=True)) if rows else {})


@lru_cache(maxsize=8)
def report_document(source: Source, report: str) -> Document | None:
    """A report as its reader made it, with its pages and the boxes of its print."""
    with Store(source.path) as store:
        return store.document(report)


@lru_cache(maxsize=16)
def page_picture(source: Source, report: str, format_: str, page: int) -> str | None:
    """A page of the original as a picture that can stand in a page."""
    place = original_file(source, report)
    document = report_document(source, report)
    recognised = document is not None and "ocr/" in document.reader
    drawn = draw_page(place, format_, page, recognised=recognised) if place is not None else None
    return None if drawn is None else f"data:image/jpeg;base64,{b64encode(drawn).decode('ascii')}"


def original_file(source: Source, report: str) -> Path | None:
    """The report's own file, where it still lies under the folder and is a plain file."""
    if source.root is None or "!" in report:
        return None
    root = source.root.resolve()
    place = (root / report).resolve()
    return place if place.is_file() and place.is_relative_to(root) else None
