"""报告 Report: one report with every figure marked, what each was read as, and the way from one doubtful one to the next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from extract.reading.page_image import DRAWN, boxes_of
from views.answers import ReportTables, original_file, page_picture, report_document, report_tables, tables
from views.escape import html_text
from views.formats import is_missing, number, year
from views.frame import Page, heading
from views.grid import Cell, Column, grid
from views.reading import (
    CLAIMED,
    OTHER,
    UNCLAIMED,
    UNSURE,
    Readings,
    by_start,
    kinds_of,
    parts_of,
    reader,
    sheet,
    title_of,
    value_of,
)
from views.state import segments, select
from views.widgets import file_stem, link

_LARGEST_DOWNLOAD = 50_000_000


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(page, "report", say("report intro"))
    reports = tables(page.source).reports
    if reports.empty:
        st.info(say("no data"))
        return
    names = [str(name) for name in reports.sort_values(["township", "year", "report"], kind="stable")["report"]]
    about = {str(row["report"]): row for row in reports.to_dict("records")}
    name = str(select(say("report"), names, "report", show=lambda one: _title(about[one])))
    held = report_tables(page.source, name)
    if held is None:
        st.info(say("report gone"))
        return
    numbers, readings = kinds_of(held.quantities, held.mentions), by_start(held.mentions)
    _facts(page, held, numbers)
    at = _place()
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _legend(page, numbers)
        if _shows_pages(page, name, held):
            _sheet(page, held, numbers, readings, name, at)
        else:
            others = st.toggle(say("show other"), value=True, key="others")
            shown = numbers if others else numbers[numbers["kind"] != OTHER]
            titles = [title_of(page, row, readings) for row in shown.to_dict("records")]
            parts = parts_of(held.text, shown, titles)
            reader(say("page report"), f"{name} {others} {page.language} {held.row.get('sha256', '')}", parts, at, _clicked)
    with right:
        _steps(page, numbers, at)
        _chosen(page, held, numbers, readings, at)
        _table(page, held, name, at)
    _files(page, held, name)


def _title(row: dict[Any, Any]) -> str:
    who = f"{row['township'] or '—'} {year(row['year'])}"
    return f"{who} · {Path(str(row['report'])).name}"


def _place() -> int:
    raw = st.query_params.get("at", "")
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else -1


def _go(start: int) -> None:
    st.query_params["at"] = str(start)


def _clicked() -> None:
    state: Any = st.session_state.get("reader")
    start = state.get("clicked") if state else None
    if start is not None:
        _go(int(start))


def _shows_pages(page: Page, name: str, held: ReportTables) -> bool:
    """Whether the pages of the original are looked at instead of its text, which PDFs and scans allow."""
    if str(held.row.get("format")) not in DRAWN or original_file(page.source, name) is None:
        return False
    return segments(page.say("view"), ("text", "pages"), "as", lambda one: page.say(f"as {one}"), hidden=True) == "pages"


def _sheet(page: Page, held: ReportTables, numbers: pd.DataFrame, readings: Readings, name: str, at: int) -> None:
    """A page of the original with its figures framed; the chosen figure's page comes first."""
    say = page.say
    document = report_document(page.source, name)
    pages = [one.number for one in document.pages] if document is not None else []
    if document is None or not pages:
        st.info(say("no picture"))
        return
    wanted = document.page_of(at) if at >= 0 else None
    if wanted is not None and st.session_state.get("turned") != (name, at):
        st.session_state["turned"] = (name, at)
        st.session_state["sheet page"] = wanted
    if st.session_state.get("sheet page") not in pages:
        st.session_state["sheet page"] = pages[0]
    number = int(st.session_state["sheet page"])
    if len(pages) > 1:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="center"):
            st.button("‹", key="page before", on_click=_turn, args=(pages, number, -1), help=say("previous page"))
            st.html(f'<div class="tm-quiet">{html_text(say("page of", number=number, total=len(pages)))}</div>', width="content")
            st.button("›", key="page after", on_click=_turn, args=(pages, number, 1), help=say("next page"))
    picture = page_picture(page.source, name, str(held.row.get("format")), number)
    if picture is None:
        st.info(say("no picture"))
        return
    frames = []
    for row in numbers[numbers["kind"] != OTHER].to_dict("records"):
        title = title_of(page, row, readings)
        for place, *box in boxes_of(document, int(row["start"]), int(row["end"])):
            if place == number:
                frames.append([*box, str(row["kind"]), int(row["start"]), title])
    label = say("picture of", report=name, number=number)
    of = f"{name} {number} {page.language} {held.row.get('sha256', '')}"
    data = {"picture": picture, "frames": frames, "at": at, "of": of, "label": label}
    sheet(data, _framed)


def _turn(pages: list[int], number: int, step: int) -> None:
    st.session_state["sheet page"] = pages[(pages.index(number) + step) % len(pages)]


def _framed() -> None:
    state: Any = st.session_state.get("sheet")
    start = state.get("clicked") if state else None
    if start is not None:
        _go(int(start))


def _facts(page: Page, held: ReportTables, numbers: pd.DataFrame) -> None:
    figures = int((numbers["class"] == "figure").sum())
    taken = int(numbers["kind"].isin([CLAIMED, UNSURE]).sum())
    row = held.row
    cells = [
        (page.say("township"), str(row.get("township") or "—")),
        (page.say("year"), year(row.get("year"))),
        (page.say("characters"), number(row.get("characters"), "en")),
        (page.say("figures found"), str(figures)),
        (page.say("figures claimed"), str(taken)),
    ]
    st.html("　".join(f'<span class="tm-quiet">{html_text(key)}</span> <b>{html_text(text)}</b>' for key, text in cells))


def _legend(page: Page, numbers: pd.DataFrame) -> None:
    counts = numbers["kind"].value_counts()
    styles = {
        CLAIMED: "background:rgba(43,123,186,.20);border-bottom:2px solid #2b7bba",
        UNSURE: "background:rgba(230,159,0,.28);border-bottom:2px dashed #e69f00",
        UNCLAIMED: "background:rgba(213,94,0,.20);border-bottom:2px double #d55e00",
        OTHER: "border-bottom:1px dotted #8a939c",
    }
    words = [
        f'<span style="{style};padding:0 3px">{html_text(page.say(f"legend {kind}"))} {int(counts.get(kind, 0))}</span>'
        for kind, style in styles.items()
    ]
    st.html(f'<div class="tm-quiet">{"　".join(words)}</div>')


def _steps(page: Page, numbers: pd.DataFrame, at: int) -> None:
    """To the next or previous figure that nobody is sure of."""
    doubtful = [int(start) for start in numbers[numbers["kind"].isin([UNSURE, UNCLAIMED])]["start"]]
    st.caption(page.say("unsure count", count=len(doubtful)))
    if not doubtful:
        return
    before = next((start for start in reversed(doubtful) if start < at), doubtful[-1])
    after = next((start for start in doubtful if start > at), doubtful[0])
    left, right = st.columns(2)
    left.button(page.say("previous unsure"), key="before", on_click=_go, args=(before,), shortcut="P", width="stretch")
    right.button(page.say("next unsure"), key="after", on_click=_go, args=(after,), shortcut="N", width="stretch")


def _chosen(page: Page, held: ReportTables, numbers: pd.DataFrame, readings: Readings, at: int) -> None:
    """What the chosen number was read as."""
    say = page.say
    rows = numbers[numbers["start"] == at]
    with st.container(border=True):
        if rows.empty:
            st.caption(say("click figure"))
            return
        row: dict[Any, Any] = rows.iloc[0].to_dict()
        words = held.text[int(row["start"]) : int(row["end"])]
        st.html(f'<div class="tm-value">{html_text(words)}</div>')
        for mention in readings.get(at, ()):
            st.html(
                f'<div class="tm-head">{html_text(page.metric(str(mention["metric"])))}</div>'
                f"<div>{html_text(value_of(page, mention))} · {html_text(year(mention['period']))}</div>"
                f'<div class="tm-quiet">{html_text(say("rule", rule=page.rule(str(mention["rule"] or "—"))))}</div>'
            )
        if row["kind"] not in (CLAIMED, UNSURE):
            st.html(f"<div>{html_text(title_of(page, row, readings))}</div>")
        for flag in filter(None, str(row["flags"]).split(";")):
            st.html(f'<div class="tm-warning">{html_text(say.either(f"unsure {flag}", flag))}</div>')


def _table(page: Page, held: ReportTables, name: str, at: int) -> None:
    """The mentions; a row leads to its place in the text."""
    say = page.say
    mentions = held.mentions
    if mentions.empty:
        st.caption(say("nothing here"))
        return
    cells = [
        (
            Cell(page.metric(str(row["metric"]))),
            Cell(value_of(page, row), None if is_missing(row["value"]) else float(row["value"])),
            year(row["period"]),
            str(row["figure"]),
        )
        for row in mentions.to_dict("records")
    ]
    columns = [Column(say("metric")), Column(say("value"), "right"), Column(say("period"), "line"), Column(say("figure"), "line")]
    starts = [int(start) for start in mentions["start"]]
    picked = [place for place, start in enumerate(starts) if start == at]
    grid(
        page,
        f"mentions {name}",
        columns,
        cells,
        say("figures table"),
        picked=picked,
        on_pick=lambda row: _go(starts[row]),
        height=360,
    )


def _files(page: Page, held: ReportTables, name: str) -> None:
    left, middle, right = st.columns(3)
    stem = Path(name.rsplit("!", 1)[-1])
    with left:
        place = original_file(page.source, name)
        if place is not None and place.stat().st_size <= _LARGEST_DOWNLOAD:
            st.download_button(page.say("download original"), place.read_bytes, stem.name, on_click="ignore")
    with middle:
        text = ("\ufeff" + held.text).encode("utf-8", "replace")
        st.download_button(page.say("download text"), text, f"{file_stem(stem.stem)}.txt", "text/plain", on_click="ignore")
    with right:
        town = held.row.get("township")
        if town and not is_missing(len(str(town))):
            link("township", page.say("open township"), town=str(town))
