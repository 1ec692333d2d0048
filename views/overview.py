"""总览 Overview: what is here, what the figures say, what moved, what does not add up."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views.ahead import load_ahead
from views.answers import audited, compared, moved, problems, tables, years_of
from views.country import is_country, show_country
from views.findings import finding_rows, show_finding
from views.formats import MISSING, figure, number, relative, year_span
from views.frame import Page, heading
from views.grid import Cell, Column, grid, town_cell
from views.source import library_of
from views.state import chosen_row, pick_row
from views.widgets import download, link, metrics_by_reach, missing_note, quiet, year_picker

_METRICS, _MOVERS, _FINDINGS = 12, 6, 8
#: a coverage table that is longer scrolls
_TALL = 392


def show(page: Page) -> None:
    """The page."""
    say, source = page.say, page.source
    held = tables(source)
    years = years_of(source)
    reports = held.reports
    frame = compared(source)
    towns = frame["name"].nunique()
    span = year_span(years[-1], years[0], page.language) if years else MISSING
    heading(page, "overview", say("overview intro", reports=len(reports), towns=towns, years=span))
    failed = problems(source.path, source.stamp)
    if reports.empty:
        st.info(say("no data"))
        link("data", say("page data"))
        _unread(page, failed)
        return
    findings = audited(source, page.language)
    _cards(page, reports, towns, findings, len(failed))
    if not years:
        st.info(say("no years"))
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        _coverage(page, reports, frame)
    with right:
        _movers(page, years[0])
    _headline(page, frame, years)
    _findings(page, findings)
    if is_country(source):
        show_country(page)
    _unread(page, failed)
    load_ahead()


def _cards(page: Page, reports: pd.DataFrame, towns: int, findings: pd.DataFrame, failed: int) -> None:
    """How much is here, and how much of it waits for somebody."""
    say = page.say
    figures, claimed = int(reports["figures"].sum()), int(reports["claimed"].sum())
    errors = int((findings["severity"] == "error").sum())
    share = f"{100 * claimed / figures:.0f}%" if figures else "—"
    cells: list[tuple[str, str, str, tuple[str, dict[str, str]], bool]] = [
        ("reports read", number(len(reports), page.language), say("of townships", count=towns), ("report", {}), False),
        ("figures found", number(figures, page.language), say("all marked"), ("report", {}), False),
        ("figures claimed", share, say("left over", count=figures - claimed), ("metrics", {"view": "near misses"}), False),
        ("contradictions", number(len(findings), page.language), say("errors of", count=errors), ("review", {}), errors > 0),
        ("unread files", number(failed, page.language), say("unread note"), ("data", {"view": "not read"}), failed > 0),
    ]
    rows = [(say(key), Cell(text, kind="big", to=to), Cell(note, kind="quiet")) for key, text, note, to, _ in cells]
    kinds = ["alert" if alert else "" for *_, alert in cells]
    grid(page, "cards", [Column("")] * 3, rows, say("page overview"), shape="cards", kinds=kinds)


def _coverage(page: Page, reports: pd.DataFrame, frame: pd.DataFrame) -> None:
    """Townships by years; a cell leads to its report, and one without a report stays empty."""
    say = page.say
    st.subheader(say("coverage"))
    known = reports[reports["year"].notna()]
    stated = frame[frame["resolution"] != "derived"].groupby("report")["metric"].nunique()
    names = dict(zip(frame["report"], frame["name"], strict=True))
    cells: dict[tuple[str, int], tuple[int, str]] = {}
    for report, township, when in zip(known["report"], known["township"], known["year"], strict=True):
        key = (str(names.get(report, township)), int(when))
        cells[key] = max(cells.get(key, (-1, "")), (int(stated.get(report, 0)), str(report)))
    most = max((count for count, _ in cells.values()), default=1) or 1
    years = list(range(int(known["year"].min()), int(known["year"].max()) + 1)) if len(known) else []
    rows = [
        [town_cell(name, "line"), *(_held(page, when, cells.get((name, when)), most) for when in years)]
        for name in sorted({name for name, _ in cells})
    ]
    columns = [Column(say("township"), "line"), *(Column(str(when), "centre") for when in years)]
    grid(page, "coverage", columns, rows, say("coverage"), height=_TALL)
    quiet(say("coverage note"), page.sources(len(reports)))


def _held(page: Page, when: int, cell: tuple[int, str] | None, most: int) -> Cell:
    if cell is None:
        return Cell("—", None, kind="missing", cell="gone", title=page.say("no report", year=when))
    count, report = cell
    title = f"{page.say('coverage cell', year=when, count=count)} · {report}"
    return Cell(str(count), count, ("report", {"report": report}), cell="held", title=title, shade=round(10 + 42 * count / most))


def _movers(page: Page, year: int) -> None:
    """What changed most against the year before."""
    say = page.say
    st.subheader(say("movers", year=year))
    found = moved(page.source, year)
    found = found[~found["metric"].isin(list(library_of(page.source.library).derived))]
    if found.empty:
        quiet(say("no movers"))
    rows = []
    for row in found.head(_MOVERS).to_dict("records"):
        unit = page.unit(str(row["metric"]))
        before, after = (figure(row[key], None, "exact", unit, page.language) for key in ("value_from", "value_to"))
        change = relative(row["relative"], page.language) if row["unit"] != "pp" else ""
        to = ("change", {"metric": str(row["metric"]), "towns": str(row["township"])})
        words = Cell(page.metric(str(row["metric"])), to=to)
        rows.append(
            (town_cell(str(row["township"]), "strong"), words, Cell(f"{before} → {after}　{change}", kind=str(row["direction"])))
        )
    grid(page, "movers", [Column("")] * 3, rows, say("movers", year=year), shape="list")
    link("change", say("see change"), view="flags", when=str(year))


def _headline(page: Page, frame: pd.DataFrame, years: list[int]) -> None:
    """The metrics that most townships state: middle, least and most."""
    say = page.say
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    with right:
        year = year_picker(page, years, hidden=True)
    with left:
        st.subheader(say("headline", year=year))
    chosen = frame[(frame["year"] == year) & frame["rank"].notna() & (frame["resolution"] != "derived")]
    chosen = chosen[chosen["category"] != "context"]
    names, counts = metrics_by_reach(chosen)
    rows: list[list[Cell | str | None]] = []
    needed = ["metric", "value", "value_high", "qualifier", "name", "group_median"]
    stated: dict[str, list[dict[Any, Any]]] = {}
    for row in chosen[needed].sort_values("value", kind="stable").to_dict("records"):
        stated.setdefault(str(row["metric"]), []).append(row)
    for name in names[:_METRICS]:
        of = stated[name]
        middle = float(of[0]["group_median"])
        to = ("compare", {"metric": name, "year": str(year)})
        first = Cell(page.metric(name), to=to, kind="strong")
        ends = [_end(page, of[0]), _end(page, of[-1])]
        rows.append(
            [first, Cell(number(middle, page.language), middle), page.unit(name), Cell(str(counts[name]), counts[name]), *ends]
        )
    columns = [
        Column(say("metric")), Column(say("median"), "right"), Column(say("unit")), Column(say("stated by"), "right"),
        Column(say("lowest")), Column(say("highest")),
    ]  # fmt: skip
    grid(page, "headline", columns, rows, say("headline", year=year))
    missing_note(page)
    left, right = st.columns([3, 2])
    with left:
        link("compare", say("see compare"), year=str(year), view="heat")
    with right:
        download(page, chosen.drop(columns=["name"]), say("headline", year=year), "headline_csv")


def _end(page: Page, row: Any) -> Cell:
    text = figure(row["value"], row["value_high"], str(row["qualifier"]), "", page.language)
    town = str(row["name"])
    return Cell(text, float(row["value"]), ("township", {"town": town}), quiet=town)


def _findings(page: Page, findings: pd.DataFrame) -> None:
    """What does not add up, the gravest first, with the way to its report."""
    say = page.say
    st.subheader(say("to check"))
    if findings.empty:
        quiet(say("no contradictions"))
        return
    ordered, columns, rows = finding_rows(page, findings)
    held = chosen_row("finding", len(ordered))
    grid(page, "findings", columns, rows[:_FINDINGS], say("to check"), picked=[held], on_pick=pick_row("finding"))
    left, right = st.columns([3, 2])
    with left:
        link("review", say("see review", count=len(rows)))
    with right:
        download(page, findings, say("contradictions"), "findings_csv")
    show_finding(page, ordered.iloc[held].to_dict())


def _unread(page: Page, failed: list[tuple[str, str, str]]) -> None:
    if not failed:
        return
    say = page.say
    st.subheader(say("not read"))
    rows = [(report, say.issue(issue, message)) for report, issue, message in failed]
    grid(page, "unread", [Column(say("file")), Column(say("reason"))], rows, say("not read"), height=400)
