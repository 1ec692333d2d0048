"""What pages share: pickers, the evidence of a figure, tables, downloads, links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from extract.exporting.csv import csv_lines
from views.answers import compared, find_observation
from views.escape import Mark, html_text, marked
from views.formats import figure, is_missing, year
from views.frame import Page, dark, shared_query, today
from views.parts import part
from views.points import Point, Words
from views.state import segments, select, several, toggle_id

_MOST_TOWNS = 60
_FEW_YEARS = 4


def metric_picker(page: Page, names: Sequence[str], counts: Mapping[str, int], key: str = "metric") -> str:
    """One metric of those that have values, the commonest first; the number of townships behind it."""
    return str(
        select(
            page.say("metric"),
            names,
            key,
            show=lambda name: page.say("named count", name=page.metric(name), count=counts.get(name, 0)),
        )
    )


def year_picker(page: Page, years: Sequence[int], key: str = "year", *, hidden: bool = False) -> int:
    """One year; a few stand side by side."""
    if len(years) <= _FEW_YEARS:
        return int(segments(page.say("year"), [str(when) for when in years], key, str, hidden=hidden))
    return int(select(page.say("year"), [str(when) for when in years], key))


def township_picker(page: Page, names: Sequence[str], key: str = "towns") -> list[str]:
    """Some townships; none chosen means all."""
    return several(page.say("townships"), names, key, page.say("all"), most=_MOST_TOWNS)


def metrics_by_reach(frame: pd.DataFrame) -> tuple[list[str], dict[str, int]]:
    """The metrics of a compared table by how many townships state them."""
    counts = frame[frame["value"].notna()].groupby("metric", sort=False)["name"].nunique()
    ordered = counts.sort_values(ascending=False, kind="stable")
    found = {str(name): int(count) for name, count in ordered.items()}
    return list(found), found


def chart(
    page: Page, drawn: Any, key: str, words: Words, *, alt: str = "", table: pd.DataFrame | None = None, most: int = 2
) -> None:
    """Draws a figure with the ways to keep it as a picture or a table; a clicked point's id goes into the link."""
    config = {"displayModeBar": False, "locale": "en"}
    told = f"{words.title} {words.filters} {alt} {words.source}"
    with st.container(key=f"chart-{key}"):
        st.plotly_chart(
            drawn, key=key, config=config, alt=told, theme=None, on_select=lambda: _clicked(key, most), selection_mode="points"
        )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _save(page, key, words)
        if table is not None:
            download(page, table, words.title, f"{key}_csv", words.filters)


def _clicked(key: str, most: int) -> None:
    """A click adds its point's figure to the link or, on one that is there, takes it away."""
    state: Any = st.session_state.get(key)
    points = state.get("selection", {}).get("points", []) if state else []
    now = [one for one in (_first(point.get("customdata")) for point in points) if one]
    before: list[str] = st.session_state.get(f"{key} clicked", [])
    st.session_state[f"{key} clicked"] = now
    for one in [one for one in now if one not in before] or ([] if now else before):
        toggle_id(one, most=most)


def picture_buttons(page: Page, key: str, words: Words, picture: str, table: pd.DataFrame, filters: str = "") -> None:
    """The ways to keep a table that is also drawn as a picture."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _save(page, key, words, picture)
        download(page, table, words.title, f"{key}_csv", filters or words.filters)


def _save(page: Page, key: str, words: Words, picture: str = "") -> None:
    data = {
        "picture": picture,
        "chart": f"chart-{key}",
        "title": words.title,
        "about": f"{words.filters} {words.source}".strip(),
        "name": dated(words.title),
        "ground": "#11161c" if dark() else "#ffffff",
        "svg": page.say("save svg"),
        "png": page.say("save png"),
    }
    part("save")(key=f"save-{key}", data=data, width="content")


def words_of(page: Page, title: str, count: int, *, filters: Sequence[str] = (), **more: str) -> Words:
    """What stands around a chart: its title, what it is restricted to, its source and date."""
    told = " · ".join(part for part in filters if part)
    return Words(title, page.sources(count), filters=told, dark=dark(), **more)


def quiet(*lines: str) -> None:
    """Small print."""
    st.html("".join(f'<div class="tm-quiet">{html_text(line)}</div>' for line in lines if line))


def missing_note(page: Page) -> None:
    """What the dash and the marks beside values mean."""
    quiet(page.say("missing note"))


def _first(value: Any) -> str:
    while isinstance(value, list | tuple):
        value = value[0] if value else ""
    return str(value or "")


def evidence(page: Page, key: str, *, links: bool = True, town: bool = True) -> None:
    """The sentence that a figure came from, with the figure marked in it, and the way to its report."""
    row = find_observation(page.source, key)
    if row is None:
        st.info(page.say("evidence gone"))
        return
    with st.container(border=True):
        shown = figure(row["value"], row["value_high"], str(row["qualifier"]), page.say.unit(str(row["unit"])), page.language)
        head = " · ".join((str(row["township"]), year(row["year"]), page.metric(str(row["metric"]))))
        st.html(
            f'<div class="tm-head">{html_text(head)}</div><div class="tm-value">{html_text(shown)}</div>'
            f'<div class="tm-line">{sentence_html(row)}</div>'
            f'<div class="tm-quiet">{html_text(_about(page, row))}</div>'
        )
        if links:
            left, right = st.columns(2)
            with left:
                link("report", page.say("open report"), report=str(row["report"]), at=str(int(row["start"])))
            if town:
                with right:
                    link("township", page.say("open township"), town=str(row["township"]))


def side_by_side(page: Page, ids: Sequence[str], *, town: bool = True) -> None:
    """The sentences of some figures, two in a row; `town` with the way to the township."""
    if not ids:
        return
    for column, key in zip(st.columns(min(len(ids), 2)) * 2, ids[:4], strict=False):
        with column:
            evidence(page, key, town=town)


def sentence_html(row: Mapping[Any, Any]) -> str:
    """A sentence with its figure marked, harmless."""
    text = str(row["sentence"])
    if is_missing(row.get("sentence_start")) or is_missing(row.get("start")):
        return html_text(text)
    at = int(row["sentence_start"])
    return marked(text, [Mark(int(row["start"]) - at, int(row["end"]) - at, "claimed")])


def _about(page: Page, row: Mapping[str, Any]) -> str:
    parts = [page.say("source", report=str(row["report"]))]
    if not is_missing(row.get("page")):
        parts.append(page.say("page number", number=int(row["page"])))
    if str(row.get("resolution") or "") not in ("", "single"):
        parts.append(page.say("resolution " + str(row["resolution"])))
    if str(row.get("rule") or "") not in ("", "nan"):
        parts.append(page.say("rule", rule=page.rule(str(row["rule"]))))
    return "　".join(parts)


def link(name: str, text: str, **query: str) -> None:
    """A link to another page with what it shall show; `text` is our own word."""
    pages: dict[str, Any] = st.session_state.get("pages", {})
    if name not in pages:
        return
    st.page_link(pages[name], label=text, query_params=shared_query(query))


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as CSV for Excel: with BOM, formulas defused."""
    return ("\ufeff" + "".join(csv_lines(columns, rows)).removeprefix("\ufeff")).encode()


def frame_csv(frame: pd.DataFrame) -> bytes:
    """A DataFrame as CSV, missing cells empty."""
    plain = frame.astype(object).where(frame.notna(), None)
    return csv_bytes(list(frame.columns), plain.itertuples(index=False, name=None))


def download(page: Page, frame: pd.DataFrame, title: str, key: str, filters: str = "") -> None:
    """A table as CSV; its name and its last columns say what is in it, how it was restricted, and when it was made.

    They stand in columns and not above the table, so that programs read it as it is.
    """

    def made() -> bytes:
        told = {
            page.say("column title"): title,
            page.say("column filters"): filters,
            page.say("column made"): today(page.language),
        }
        return frame_csv(frame.assign(**told))

    st.download_button(page.say("download csv"), made, f"{dated(title)}.csv", "text/csv", key=key, on_click="ignore")


def dated(title: str) -> str:
    """A file's name from a title and the date."""
    return f"{file_stem(title)}_{datetime.now(tz=UTC).astimezone():%Y%m%d}"


def file_stem(title: str) -> str:
    """A title as a file's name."""
    kept = "".join(c if c.isalnum() or c in "—-_（）" else "_" for c in title)
    return "_".join(part for part in kept.split("_") if part)[:60] or "township-metrics"


def point_of(page: Page, row: Mapping[Any, Any], value: Any = None, name: str = "") -> Point:
    """An observation as a point of a chart."""
    drawn = row["value"] if value is None else value
    text = figure(row["value"], row["value_high"], str(row["qualifier"]), "", page.language)
    return Point(
        name or str(row.get("name") or row["township"]),
        None if is_missing(drawn) else float(drawn),
        text,
        str(row["id"]),
        str(row["sentence"]),
        0 if is_missing(row["year"]) else int(row["year"]),
        str(row["qualifier"]) != "exact" or not is_missing(row["value_high"]),
        0 if is_missing(row.get("quartile")) else int(row["quartile"]),
    )


def all_towns(page: Page) -> list[str]:
    """The townships of the area."""
    return sorted({str(name) for name in compared(page.source)["name"] if str(name)})
