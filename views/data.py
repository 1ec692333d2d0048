"""数据 Data: add reports, see what could not be read, say whose a report is, download every table."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

import streamlit as st

from extract.corpus.folder import printable
from views.answers import original_file, problems, tables, years_of
from views.corpora import leave
from views.escape import html_text, label
from views.exports import STORED, analysed_csv, exported, stored_csv
from views.formats import year
from views.frame import Page, area_name, heading
from views.grid import Cell, Column, grid, town_cell
from views.identity import identity
from views.jobs import show_job, start_job
from views.source import library_of, sample_folders
from views.state import segments, several
from views.widgets import quiet, year_picker

_VIEWS = ("add", "not read", "identity", "downloads")
_LARGEST = 20_000_000
_LONGEST_NAME = 120


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(page, "data", say("data intro"))
    place = page.source.root or Path(page.source.path)
    st.html(f'<div class="tm-quiet">{html_text(say("now showing", place=place.name))}</div>')
    if show_job(page):
        return
    done, failed = st.session_state.pop("run done", None), st.session_state.pop("run failed", None)
    if failed:
        st.error(label(failed))
    if done:
        st.success(label(done))
    names = {"add": "add reports", "not read": "not read", "identity": "identity", "downloads": "downloads"}
    view = segments(say("view"), _VIEWS, "view", lambda name: say(names[name]), hidden=True)
    if view == "add":
        _add(page)
    elif view == "not read":
        _problems(page)
    elif view == "identity":
        identity(page)
    else:
        _downloads(page)


def _add(page: Page) -> None:
    say = page.say
    left, right = st.columns(2, gap="large")
    with left, st.form("folder form"):
        st.subheader(say("by folder"))
        given = st.text_input(say("folder"), placeholder=say("folder hint"), key="folder")
        if st.form_submit_button(say("read folder"), type="primary"):
            folder = Path(str(given or "").strip()).expanduser()
            if not str(given or "").strip() or not folder.is_dir():
                st.error(say("no such folder"))
            else:
                start_job(folder.absolute())
    with right, st.form("upload form"):
        st.subheader(say("by upload"))
        st.html(_uploader_style(say("choose files"), say("upload limit"), say("drop here")))
        files = st.file_uploader(say("upload"), accept_multiple_files=True, key="upload", help=say("upload hint"))
        if st.form_submit_button(say("read uploads"), type="primary") and files:
            start_job(_saved(page, files))
    _samples(page)
    if st.session_state.get("store") and st.button(say("back to first")):
        leave()
        st.rerun()
    _outcomes(page)


def _samples(page: Page) -> None:
    """The corpora that the project brings, to switch to."""
    say, folders = page.say, sample_folders()
    if not folders:
        return
    with st.form("sample form"):
        st.subheader(say("by sample"))
        names = {folder.name: folder for folder in folders}
        chosen = st.selectbox(
            say("sample corpus"), list(names), format_func=lambda name: say.either(f"sample {name}", name), key="sample corpus"
        )
        if st.form_submit_button(say("open sample")) and chosen:
            start_job(names[chosen])


def _outcomes(page: Page) -> None:
    """What became of each file, those that could not be read first."""
    say = page.say
    failed = problems(page.source.path, page.source.stamp)
    reports = tables(page.source).reports
    rows: list[list[Cell | str | None]] = [
        [report, Cell(say("file failed"), 0, kind="tag error"), None, None, None, say.issue(issue, message)]
        for report, issue, message in failed
    ]
    for row in reports.to_dict("records"):
        share = f"{int(row['claimed'])}/{int(row['figures'])}"
        town = str(row["township"] or "")
        rows.append(
            [
                Cell(str(row["report"]), to=("report", {"report": str(row["report"])})),
                Cell(say("file read"), 1, kind="tag note"),
                town_cell(town) if town else None,
                year(row["year"]),
                Cell(share, int(row["claimed"])),
                say.join([say.either(f"warning {code}", code) for code in str(row["warnings"] or "").split(";") if code]),
            ]
        )
    if not rows:
        return
    st.subheader(say("files"))
    titles = ("file", "outcome", "township", "year", "claimed of", "remark")
    kinds = ("", "line", "line", "line", "right", "")
    columns = [Column(say(title), kind) for title, kind in zip(titles, kinds, strict=True)]
    grid(page, "outcomes", columns, rows, say("files"), height=460)


def _uploader_style(choose: str, limit: str, drop: str) -> str:
    """Streamlit knows its uploader's words in English only; ours stand in their place. All are texts of the catalogue."""
    zone = '[data-testid="stFileUploaderDropzone"]'
    words = '[data-testid="stFileUploaderDropzoneInstructions"]'
    dragged = f"{zone} > input + div:not(:has(button))"
    return (
        f'<style>{zone} button > * {{display: none}} {zone} button::after {{content: "{choose}"}}'
        f'{words} > * {{display: none}} {words}::after {{content: "{limit}"; font-size: .85rem; opacity: .8}}'
        f'{dragged} * {{font-size: 0}} {dragged}::after {{content: "{drop}"; margin: auto}}</style>'
    )


def _saved(page: Page, files: list[Any]) -> Path:
    """The uploaded files in a folder of their own, named by what is in them, so that nothing is overwritten."""
    kept = []
    for file in files:
        if file.size > _LARGEST and not file.name.lower().endswith(".zip"):
            st.warning(page.say("upload too large", name=label(file.name)))
            continue
        kept.append((safe_name(file.name), file.getvalue()))
    key = hashlib.sha256("".join(sorted(name + hashlib.sha256(data).hexdigest() for name, data in kept)).encode()).hexdigest()
    folder = Path(tempfile.gettempdir()) / f"township-metrics-{os.getpid()}" / key[:24]
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for name, data in kept:
        free = _free_name(name, taken)
        taken.add(free)
        (folder / free).write_bytes(data)
    return folder


def _free_name(name: str, taken: set[str]) -> str:
    """The name, or with a number behind it where two uploads are called alike."""
    place, number = PurePath(name), 2
    while name in taken:
        name = f"{place.stem}（{number}）{place.suffix}"
        number += 1
    return name


def safe_name(name: str) -> str:
    """A file's name that stays in its folder: no path, no control character, not hidden.

    >>> safe_name("../../etc/passwd"), safe_name("甲镇2024.docx"), safe_name("...")
    ('passwd', '甲镇2024.docx', 'report')
    """
    last = PurePath(name.replace("\\", "/")).name
    kept = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in printable(last)).lstrip(".~ ").rstrip(". ")
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{suffix[:8]}" if stem else kept[:_LONGEST_NAME] or "report"


def _problems(page: Page) -> None:
    say = page.say
    failed = problems(page.source.path, page.source.stamp)
    if not failed:
        st.success(say("all read"))
        return
    rows = [(report, say.issue(issue, message), issue) for report, issue, message in failed]
    columns = [Column(say("file")), Column(say("reason"), "wide"), Column(say("code"))]
    grid(page, "failed_files", columns, rows, say("not read"), height=600)
    report = st.selectbox(say("file"), [row[0] for row in rows], key="failed")
    place = original_file(page.source, str(report))
    if place is not None:
        st.download_button(say("download original"), place.read_bytes, place.name, on_click="ignore")


def _downloads(page: Page) -> None:
    say = page.say
    held = tables(page.source)
    if held.reports.empty:
        st.info(say("no data"))
        return
    quiet(say("downloads note", area=area_name(say, page.source.area)))
    years = years_of(page.source)
    named = sorted(set(held.observations["metric"]), key=list(library_of(page.source.library).metrics).index)
    left, right = st.columns([1, 2], gap="large")
    with left:
        year = year_picker(page, years) if years else None
    with right:
        metrics = several(say("metrics chosen"), named, "metrics", say("all"), show=page.metric)
    if year is not None:
        st.subheader(say("downloads of year", year=year))
        _row(page, say("export workbook"), exported(page, f"{year}.xlsx", year=year), f"{year}.xlsx")
        _row(page, say("export brief"), exported(page, f"{year}.docx", year=year), f"{year}.docx")
        _row(page, say("export page"), exported(page, f"{year}.html", year=year), f"{year}.html")
        side = exported(page, "side-by-side.csv", year=year, metrics=metrics, shape="metrics")
        _row(page, say("export side by side"), side, f"{year}-side-by-side.csv")
    st.subheader(say("downloads of all years"))
    for name in ("observations", "mentions", "quantities", "changes", "audit", "reports"):
        made = (stored_csv if name in STORED else analysed_csv)(page, name, metrics)
        _row(page, say(f"export {name}"), made, f"{name}.csv")
    if len(metrics) == 1:
        by_year = exported(page, "by-year.csv", metrics=metrics, shape="years")
        _row(page, say("export by year", metric=page.metric(metrics[0])), by_year, f"{metrics[0]}-by-year.csv")
    st.subheader(say("downloads for programs"))
    _row(page, say("export panel"), exported(page, "panel.csv", metrics=metrics, shape="panel"), "panel.csv")
    for name in ("observations.parquet", "observations.sdmx.csv", "package.zip"):
        _row(page, say(f"export {name}"), exported(page, name, metrics=metrics), name)


def _row(page: Page, about: str, made: Callable[[], bytes], name: str) -> None:
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.html(f'<div><b>{html_text(name)}</b>　<span class="tm-quiet">{html_text(about)}</span></div>')
    right.download_button(page.say("download"), made, name, key=f"download {name}", on_click="ignore", width="stretch")
