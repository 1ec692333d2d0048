"""What a page looks at: the store that is open, as it is now, and the county in it; made and brought up to date here."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from extract.analysis.reviews import REVIEWS
from extract.corpus.folder import STORE_FOLDER
from extract.corpus.reader import Store
from extract.corpus.reviews import REVIEWS_FILE, Decided, read_reviews
from extract.errors import StoreBusyError, UsageError
from extract.library import load_library

if TYPE_CHECKING:
    from extract.corpus.progress import Progress
    from extract.corpus.run import Summary
    from extract.library.model import Library

#: an installed package's samples lie where they may be written
SAMPLES = Path(os.environ.get("TOWNSHIP_METRICS_SAMPLES") or Path(__file__).resolve().parent.parent / "data")
#: more reports than this are looked at county by county
WHOLE_CORPUS = 2_000
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
    found = SAMPLES.iterdir() if SAMPLES.is_dir() else ()
    return sorted(path for path in found if path.is_dir() and not path.name.startswith("."))


def sample_folder() -> Path:
    """The sample corpus that the project brings, the largest."""
    folders = sample_folders()
    if not folders:
        raise UsageError(
            "Name a folder of reports: township-metrics dashboard FOLDER.",
            "请指定报告文件夹：township-metrics dashboard 文件夹。",
        )
    return max(folders, key=lambda folder: (sum(1 for _ in folder.rglob("*")), folder.name))


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
