"""The whole of a corpus that is too large to be looked at at once: provinces by years, and a metric's spread over the years."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import streamlit as st

from extract.corpus import queries
from extract.corpus.queries import Filter
from extract.corpus.reader import Store
from views.answers import tables
from views.formats import number
from views.frame import Page
from views.grid import Cell, Column, grid
from views.source import Source, areas, library_of
from views.state import select
from views.widgets import quiet


def is_country(source: Source) -> bool:
    """Whether the store holds more than the county looked at, and is looked at county by county."""
    held = areas(source.path, source.stamp)
    return not source.area.whole and not any(area.whole for area, _ in held)


@lru_cache(maxsize=4)
def _coverage(path: str, stamp: tuple[int, int, int]) -> list[dict[str, Any]]:
    del stamp
    with Store(path) as store:
        rows: list[dict[str, Any]] = queries.coverage(store).to_pylist()
    return rows


@lru_cache(maxsize=64)
def _spread(path: str, stamp: tuple[int, int, int], metric: str) -> list[dict[str, Any]]:
    del stamp
    with Store(path) as store:
        rows: list[dict[str, Any]] = queries.metric_years(store, metric).to_pylist()
    return rows


@lru_cache(maxsize=64)
def _movers(path: str, stamp: tuple[int, int, int], metric: str, year: int) -> list[dict[str, Any]]:
    del stamp
    with Store(path) as store:
        rows: list[dict[str, Any]] = queries.largest_movers(store, metric, year, Filter(), limit=8).to_pylist()
    return rows


def show_country(page: Page) -> None:
    """Reports of every province and year, and one metric over all townships."""
    say, source = page.say, page.source
    rows = _coverage(source.path, source.stamp)
    years = sorted({int(row["year"]) for row in rows if row["year"] is not None})[-10:]
    st.subheader(say("country"))
    cells = {(str(row["province"] or ""), int(row["year"])): row for row in rows if row["year"] is not None}
    most = max((int(row["reports"]) for row in cells.values()), default=1) or 1
    lines: list[list[Cell | str | None]] = []
    for province in sorted({name for name, _ in cells}):
        line: list[Cell | str | None] = [Cell(province or say("county unknown"), kind="strong")]
        for when in years:
            held = cells.get((province, when))
            count = int(held["reports"]) if held else 0
            if held is None:
                line.append(Cell("—", None, kind="missing"))
                continue
            shade = round(8 + 40 * count / most)
            line.append(Cell(number(count, page.language), count, cell="shaded", shade=shade))
        lines.append(line)
    columns = [Column(say("column province"), "line"), *(Column(str(when), "right") for when in years)]
    grid(page, "provinces", columns, lines, say("country"), height=360)
    quiet(say("country note", reports=number(sum(int(row["reports"]) for row in rows), page.language)))
    library = library_of(source.library)
    stated = tables(source).observations["metric"].value_counts()
    names = [str(name) for name in stated.index if str(name) in library.metrics] or list(library.metrics)
    metric = str(select(say("metric"), names, "national", show=page.metric))
    left, right = st.columns(2, gap="large")
    with left:
        _years(page, metric)
    with right:
        _moved(page, metric, years[-1] if years else 0)


def _years(page: Page, metric: str) -> None:
    """The middle of a metric in each year, with the quarters around it."""
    say = page.say
    names = ("lower_quartile", "median", "upper_quartile")
    cells: list[list[Cell | str | None]] = [
        [
            str(row["year"]),
            *(Cell(number(row[name], page.language), row[name], kind="strong" if name == "median" else "") for name in names),
            Cell(number(row["townships"], page.language), row["townships"]),
        ]
        for row in _spread(page.source.path, page.source.stamp, metric)
    ]
    titles = [say("year"), *(say(name) for name in names), say("stated by")]
    grid(page, "spread", [Column(one, "right") for one in titles], cells, say("country spread", metric=page.with_unit(metric)))
    quiet(say("country spread", metric=page.with_unit(metric)))


def _moved(page: Page, metric: str, year: int) -> None:
    rows = _movers(page.source.path, page.source.stamp, metric, year)
    cells = [
        (
            Cell(str(row["township"]), quiet=str(row["county"] or "")),
            Cell(f"{number(row['value_from'], page.language)} → {number(row['value_to'], page.language)}", kind="strong"),
        )
        for row in rows
    ]
    title = page.say("country movers", year=year)
    grid(page, "country_movers", [Column(title), Column(page.say("amount"), "right")], cells, title)
