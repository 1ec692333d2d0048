"""Contradictions as rows of a table, and one of them with its sentences."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views.escape import html_text
from views.formats import year
from views.frame import Page
from views.grid import Cell, Column, town_cell
from views.widgets import link

_GRAVEST = {"error": 0, "warning": 1, "note": 2}


def finding_rows(page: Page, findings: pd.DataFrame) -> tuple[pd.DataFrame, list[Column], list[list[Cell | str | None]]]:
    """The findings, the gravest first and of them the newest, as they stand in a table."""
    say = page.say
    ordered = findings.assign(_order=findings["severity"].map(_GRAVEST)).sort_values(
        ["_order", "year"], ascending=[True, False], kind="stable"
    )
    rows: list[list[Cell | str | None]] = [
        [
            Cell(say(f"severity {severity}"), _GRAVEST[severity], kind=f"tag {severity}"),
            town_cell(plain(township), "line") if plain(township) else None,
            year(when),
            Cell(plain(message)),
        ]
        for severity, township, when, message in zip(
            ordered["severity"], ordered["township"], ordered["year"], ordered["message"], strict=True
        )
    ]
    columns = [
        Column(say("severity"), "line"), Column(say("township"), "line"), Column(say("year"), "line"),
        Column(say("message"), "wide"),
    ]  # fmt: skip
    return ordered, columns, rows


def show_finding(page: Page, row: dict[Any, Any]) -> None:
    """One finding with the sentences it is about."""
    say = page.say
    with st.container(border=True):
        sentence = plain(row["sentence"])
        # two figures of one sentence have no other
        other = plain(row["other_sentence"]) if plain(row["other_sentence"]) != sentence else ""
        st.html(
            f'<div class="tm-{html_text(str(row["severity"]))}"><div class="tm-head">{html_text(plain(row["message"]))}</div>'
            f'<div class="tm-line">{html_text(sentence)}</div>'
            f'<div class="tm-quiet">{html_text(plain(row["report"]))}</div>'
            + (f'<div class="tm-line">{html_text(other)}</div>' if other else "")
            + f'<div class="tm-quiet">{html_text(plain(row["other_report"]))}</div></div>'
        )
        at = {} if pd.isna(row["start"]) else {"at": str(int(row["start"]))}
        link("report", say("open report"), report=str(row["report"]), **at)


def plain(value: object) -> str:
    """A cell's words; what is missing is empty."""
    return "" if value is None or value is pd.NA or value != value else str(value)
