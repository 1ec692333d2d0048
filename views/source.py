"""Where pages get their tables: a store is opened, asked and closed; the analysis of an area is kept while it is current."""

from __future__ import annotations

import os
import tempfile
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
from extract.analysis.compare import compare
from extract.analysis.movers import movers, trends
from extract.analysis.places import series_of
from extract.analysis.reviews import REVIEWS
from extract.corpus.facts import StoreFacts, store_facts
from extract.corpus.folder import STORE_FOLDER
from extract.corpus.reader import Store
from extract.corpus.reviews import REVIEWS_FILE, Decided, read_reviews
from extract.errors import StoreBusyError, UsageError
from extract.exporting.contents import with_texts
from extract.library import load_library
from extract.reading.page_image import draw_page
from extract.tables import MENTIONS, QUANTITIES, REPORTS, frame

if TYPE_CHECKING:
    from extract.corpus.progress import Progress
    from extract.corpus.run import Summary
    from extract.library.model import Library
    from extract.reading.document import Document

#: an installed package's samples lie where they may be written
SAMPLES = Path(os.environ.get("TOWNSHIP_METRICS_SAMPLES") or Path(__file__).resolve().parent.parent / "data")
#: more reports than this are looked at county by county
WHOLE_CORPUS = 2_000
_TOWNSHIPS = "townships.csv"
#: no such county exists
SAMPLE_COUNTY = "岚汀县"
_AREA = "r.province = ? AND r.city = ? AND r.county = ?"
_COUNTIES = "SELECT province, city, county, count(*) FROM reports GROUP BY ALL ORDER BY ALL"
#: where a report stands among those of its county: a township's stand together
_PLACE = "(r.township || chr(31) || r.report)"
_PART = f"{_PLACE} BETWEEN ? AND ?"
#: the townships of a county, of which one (that of reports whose township nobody knows) may have too many reports itself
_STRETCHES = f"""
    SELECT count(*), min(place), max(place) FROM (
        SELECT {_PLACE} AS place, r.township, (row_number() OVER (PARTITION BY r.township ORDER BY r.report) - 1) // ? AS piece
        FROM reports r WHERE {{where}}
    ) GROUP BY township, piece ORDER BY 2"""  # noqa: S608  (words of our own)


@dataclass(frozen=True, slots=True)
class Area:
    """A county to look at; without one the whole corpus."""

    province: str = ""
    city: str = ""
    county: str = ""
    whole: bool = True
    #: of a county with more reports than can be looked at at once, where a part of them begins and ends
    first: str = ""
    last: str = ""

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last township of a part, or the first and the last report of one; empty without parts."""
        if not self.last:
            return ("", "")
        (one, report), (other, last) = (place.split("\x1f", 1) for place in (self.first, self.last))
        return (one or "—", other) if one != other else (report, last)

    @property
    def key(self) -> str:
        """How the area is written in a link."""
        part = (self.first, self.last) if self.last else ()
        return "" if self.whole else "|".join((self.province, self.city, self.county, *part))


@dataclass(frozen=True, slots=True)
class Source:
    """A store as it is at this moment, the library and the area looked at: the key under which answers are kept."""

    path: str
    stamp: tuple[int, int, int]
    library: str
    area: Area = Area()
    #: what changes when somebody decides on a figure; empty where nobody has
    reviews: tuple[int, ...] = ()

    @property
    def unreviewed(self) -> Source:
        """The same without what people decided."""
        return replace(self, reviews=())

    @property
    def root(self) -> Path | None:
        """The folder of reports that the store belongs to, where it lies beside it."""
        place = Path(self.path).parent
        return place.parent if place.name == STORE_FOLDER else None


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


def stamp_of(path: Path) -> tuple[int, int, int]:
    """What changes when a run publishes."""
    status = path.stat()
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def source_of(path: Path, area: Area | None = None) -> Source:
    """The store at a path as it is now."""
    if not path.is_file():
        raise UsageError(f"There is no store at {path}.", f"没有找到数据库 {path}。")
    source = Source(str(path), stamp_of(path), library_path(), area or Area())
    place = reviews_file(source)
    return replace(source, reviews=stamp_of(place)) if place is not None and place.is_file() else source


def reviews_file(source: Source) -> Path | None:
    """Where decisions on the corpus are kept: reviews.csv beside its reports."""
    return source.root / REVIEWS_FILE if source.root is not None else None


@lru_cache(maxsize=4)
def decisions(source: Source) -> pd.DataFrame:
    """What people decided, in the order of their decisions."""
    place = reviews_file(source)
    return pd.DataFrame(columns=REVIEWS) if place is None or not source.reviews else read_reviews(place)


@lru_cache(maxsize=4)
def _decided(source: Source) -> Decided:
    return Decided(Path(source.path), decisions(source))


def decided(source: Source) -> Decided:
    """What people decided as it bears on the store."""
    return _decided(replace(source, area=Area()))


def area_where(area: Area) -> tuple[str, list[str]]:
    """The area as the restriction of a store's question."""
    if area.whole:
        return "TRUE", []
    part = [area.first, area.last] if area.last else []
    return f"{_AREA} AND {_PART}" if part else _AREA, [area.province, area.city, area.county, *part]


def library_path() -> str:
    """The pattern library in use, by its path and time."""
    given = os.environ.get("TOWNSHIP_METRICS_LIBRARY", "")
    return f"{given}\n{Path(given).stat().st_mtime_ns}" if given and Path(given).is_file() else ""


@lru_cache(maxsize=2)
def library_of(key: str) -> Library:
    """The pattern library."""
    return load_library(key.split("\n")[0] or None)


def sample_folders() -> list[Path]:
    """The corpora that the project brings."""
    return sorted(path for path in SAMPLES.iterdir() if path.is_dir()) if SAMPLES.is_dir() else []


def sample_folder() -> Path:
    """The sample corpus that the project brings, the largest."""
    folders = sample_folders()
    if not folders:
        raise UsageError(
            "Name a folder of reports: township-metrics dashboard FOLDER.",
            "请指定报告文件夹：township-metrics dashboard 文件夹。",
        )
    return max(folders, key=lambda folder: (sum(1 for _ in folder.rglob("*")), folder.name))


@lru_cache(maxsize=1)
def _invented() -> frozenset[str]:
    """The townships that the project made up: the folders of its sample county, names that stand in no register."""
    county = SAMPLES / SAMPLE_COUNTY
    return frozenset(folder.name for folder in county.iterdir() if folder.is_dir()) if county.is_dir() else frozenset()


@lru_cache(maxsize=8)
def is_sample(source: Source) -> bool:
    """Whether reports of the county that the project made up are among those looked at."""
    return bool(tables(source).reports["township"].isin(_invented()).any())


def make_store(folder: Path) -> Path:
    """The store beside a folder of reports, made or brought up to date."""
    from extract.corpus.progress import Silent

    try:
        return run_store(folder, Silent())[0]
    except StoreBusyError:
        place = store_place(folder)
        if place.is_file():
            # another window or command is bringing it up to date; until then it shows what was there
            return place
        raise


def run_store(folder: Path, progress: Progress) -> tuple[Path, Summary]:
    """Brings the store of a folder up to date; what the run did."""
    from extract.corpus.result import open_result
    from extract.corpus.run import Options

    place = store_place(folder)
    place.parent.mkdir(parents=True, exist_ok=True)
    result = open_result([folder], (), library_of(library_path()), place, Options(progress=progress))
    return Path(result.store), result.summary


def store_place(folder: Path) -> Path:
    """Where the store of a folder lies: beside its reports, or in a temporary folder where that cannot be written to."""
    if os.access(folder, os.W_OK):
        return folder / STORE_FOLDER / "store.duckdb"
    return Path(tempfile.gettempdir()) / f"township-metrics-{os.getpid()}" / folder.name / STORE_FOLDER / "store.duckdb"


@lru_cache(maxsize=8)
def areas(path: str, stamp: tuple[int, int, int]) -> list[tuple[Area, int]]:
    """The counties of a store with their reports; the whole corpus first, where it is small enough to be looked at at once.

    A county that is not (reports whose county nobody knows can be many) is looked at a stretch of townships at a time.
    """
    del stamp
    with Store(path) as store:
        rows = store.ask(_COUNTIES)
        found = [
            part
            for province, city, county, count in rows
            for part in _parts(store, Area(str(province), str(city), str(county), False), int(count))
        ]
    total = sum(count for _, count in found)
    return [(Area(), total), *found] if total <= WHOLE_CORPUS or not found else found


def _parts(store: Store, county: Area, count: int) -> list[tuple[Area, int]]:
    """A county, or its townships in the order of their names, as many at a time as can be looked at at once."""
    if count <= WHOLE_CORPUS:
        return [(county, count)]
    where, parameters = area_where(county)
    found: list[tuple[Area, int]] = []
    for reports, first, last in store.ask(_STRETCHES.format(where=where), [WHOLE_CORPUS, *parameters]):
        before, held = found[-1] if found else (county, 0)
        if held and held + reports <= WHOLE_CORPUS:
            found[-1] = (replace(before, last=str(last)), held + int(reports))
        else:
            found.append((replace(county, first=str(first), last=str(last)), int(reports)))
    return found


@lru_cache(maxsize=8)
def tables(source: Source) -> Tables:
    """The tables of the area."""
    if source.reviews:
        facts = copy(tables(source.unreviewed).facts)
        decided(source).facts(facts)
        return Tables(with_texts(facts, facts.observations), with_texts(facts, facts.stated), facts)
    facts = store_facts(source.path, *area_where(source.area))
    return Tables(with_texts(facts, facts.observations), with_texts(facts, facts.stated), facts)


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


def compared(source: Source, group: str = "all") -> pd.DataFrame:
    """Every township, metric and year, placed in its group; `name` is what it is called now, or else its report's file."""
    return _compared(source, group)


@lru_cache(maxsize=16)
def _compared(source: Source, group: str) -> pd.DataFrame:
    held = tables(source)
    told = townships_file(source)
    found = compare(held.observations, library=library_of(source.library), reports=held.reports, group=group, townships=told)
    names = series_of(held.reports).set_index("report")["name"]
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
    """What stands out among the changes of a year."""
    return movers(changed(source), year)


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


def years_of(source: Source) -> list[int]:
    """The years that the area's observations speak of, the latest first."""
    years: Sequence[Any] = tables(source).observations["year"].dropna().unique().tolist()
    return sorted((int(year) for year in years), reverse=True)
