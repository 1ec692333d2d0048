"""Whose each report is: corrected one report after the other, kept until all are saved to identity.csv and read again."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import streamlit as st

from extract.corpus.identity_file import IDENTITY_FILE, read_identity
from views.answers import tables
from views.escape import label
from views.exports import identity_csv
from views.formats import year
from views.frame import Page
from views.grid import MOST_ROWS, Cell, Column, grid
from views.jobs import start_job
from views.state import chosen_row, pick_row
from views.widgets import quiet

_FIELDS = ("township", "county", "city", "province", "year")
_UNSURE = ("township-unknown", "township-conflict", "year-unknown", "year-conflict", "year-inferred", "place-unknown")
_KEPT = "identity kept"


def identity(page: Page) -> None:
    """The view."""
    say = page.say
    root = page.source.root
    reports = tables(page.source).reports
    if root is None or reports.empty or not os.access(root, os.W_OK):
        st.info(say("no place to write") if len(reports) else say("no data"))
        return
    st.caption(say("identity note"))
    before, doubts = _read(page, reports)
    kept: dict[str, dict[str, str]] = st.session_state.setdefault(_KEPT, {})
    after = before.copy()
    for number, report in enumerate(before["report"]):
        for name, value in kept.get(report, {}).items():
            after.loc[number, name] = value
    shown, told = after, doubts
    if len(after) > MOST_ROWS:
        words = str(st.text_input(say("find report"), key="find report") or "").split()
        hits = [all(word in " ".join(map(str, row)) for word in words) for row in after.to_numpy()]
        shown, told = after[hits].reset_index(drop=True), [doubt for doubt, hit in zip(doubts, hits, strict=True) if hit]
    if len(shown):
        place = chosen_row("row", len(shown))
        _table(page, shown, kept, told, place)
        _fields(page, {str(name): str(value) for name, value in shown.iloc[place].items()}, kept)
    else:
        st.info(say("nothing here"))
    _save(page, root, before, after)


def _read(page: Page, reports: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The reports with whose they were taken to be, those first that something is doubtful about; and what that is."""
    doubts = [
        page.say.join([page.say.either(f"warning {code}", code) for code in str(told or "").split(";") if code in _UNSURE])
        for told in reports["warnings"]
    ]
    ordered = reports.assign(_doubt=doubts, _sure=[not one for one in doubts]).sort_values(["_sure", "report"], kind="stable")
    found = ordered[["report", *_FIELDS]].copy()
    found["year"] = ["" if pd.isna(when) else year(when) for when in found["year"]]
    return found.fillna("").astype(str).astype(object).reset_index(drop=True), [str(one) for one in ordered["_doubt"]]


def _table(page: Page, after: pd.DataFrame, kept: dict[str, dict[str, str]], doubts: list[str], place: int) -> None:
    say = page.say
    rows: list[list[Cell | str | None]] = [
        [
            *(
                Cell(str(row[name]), kind="strong" if name in kept.get(str(row["report"]), {}) else "")
                for name in ("report", *_FIELDS)
            ),
            doubt,
        ]
        for row, doubt in zip(after.to_dict("records"), doubts, strict=True)
    ]
    titles = [say("report"), say("township"), say("area"), say("column city"), say("column province"), say("year"), say("remark")]
    columns = [Column(title, "line" if 0 < number < 6 else "") for number, title in enumerate(titles)]
    grid(page, "identity_table", columns, rows, say("identity"), picked=[place], on_pick=pick_row("row"), height=380)


def _fields(page: Page, row: dict[str, str], kept: dict[str, dict[str, str]]) -> None:
    """The chosen report's cells; what is typed is kept at once."""
    say, report = page.say, row["report"]
    titles = {"county": say("area"), "city": say("column city"), "province": say("column province")}

    def keep(name: str, field: str) -> None:
        value = str(st.session_state.get(field) or "").strip()
        if name == "year" and value and not (value.isascii() and value.isdigit() and len(value) == 4):
            st.session_state["identity problem"] = page.say("year wrong", year=label(value))
            st.session_state[field] = row[name]
            return
        kept.setdefault(report, {})[name] = value

    with st.container(border=True):
        quiet(report)
        for place, name in zip(st.columns([3, 2, 2, 2, 1]), _FIELDS, strict=True):
            field = f"identity {name} {report}"
            st.session_state.setdefault(field, row[name])
            place.text_input(titles.get(name) or say(name), key=field, on_change=keep, args=(name, field))
    problem = st.session_state.pop("identity problem", "")
    if problem:
        st.error(problem)


def _save(page: Page, root: Path, before: pd.DataFrame, after: pd.DataFrame) -> None:
    say = page.say
    text = identity_csv(read_identity(root / IDENTITY_FILE), before, after)
    changed = int((before != after).any(axis=1).sum())
    with st.container(horizontal=True):
        about = say("save identity", count=changed) if text is not None else say("nothing corrected")
        pressed = st.button(about, key="save identity", type="primary", disabled=text is None)
        if st.button(say("drop identity"), disabled=text is None):
            st.session_state[_KEPT] = {}
            for key in [key for key in st.session_state if str(key).startswith("identity ")]:
                del st.session_state[key]
            st.rerun()
    if not pressed or text is None:
        return
    beside = root / f".{IDENTITY_FILE}.{os.getpid()}.new"
    beside.write_text(text, encoding="utf-8", newline="")
    beside.replace(root / IDENTITY_FILE)
    del st.session_state[_KEPT]
    start_job(root)
