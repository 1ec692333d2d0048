"""总览 Overview: what is here, what the figures say, what moved, what does not add up."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views.charts import Point, Words, coverage
from views.escape import html_text
from views.formats import figure, number, signed
from views.frame import Page, area_name, heading
from views.source import audited, compared, library_of, moved, problems, tables, years_of
from views.widgets import chart, frame_csv, link, metrics_by_reach, year_picker

_METRICS, _MOVERS, _FINDINGS = 10, 8, 8
_TOWNS = 60


def show(page: Page) -> None:
    """The page."""
    say, source = page.say, page.source
    held = tables(source)
    years = years_of(source)
    reports = held.reports
    frame = compared(source)
    towns = frame["name"].nunique()
    span = f"{min(years)}—{max(years)}" if years else "—"
    heading(say("page overview"), say("overview intro", reports=len(reports), towns=towns, years=span))
    failed = problems(source.path, source.stamp)
    if reports.empty:
        st.info(say("no data"))
        link("data", say("page data"))
        _unread(page, failed)
        return
    findings = audited(source, page.language)
    _numbers(page, reports, len(findings), len(failed))
    if not years:
        st.info(say("no years"))
        return
    _coverage(page, reports, frame)
    with st.columns([1, 3])[0]:
        year = year_picker(page, years)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _headline(page, frame, year)
    with right:
        _movers(page, year)
    _findings(page, findings)
    _unread(page, failed)


def _numbers(page: Page, reports: pd.DataFrame, findings: int, failed: int) -> None:
    figures, claimed = int(reports["figures"].sum()), int(reports["claimed"].sum())
    cells = [
        ("reports read", number(len(reports), page.language)),
        ("figures found", number(figures, page.language)),
        ("figures claimed", f"{100 * claimed / figures:.0f}%" if figures else "—"),
        ("contradictions", number(findings, page.language)),
        ("unread files", number(failed, page.language)),
    ]
    for column, (key, text) in zip(st.columns(len(cells)), cells, strict=True):
        column.metric(page.say(key), text)


def _coverage(page: Page, reports: pd.DataFrame, frame: pd.DataFrame) -> None:
    """Townships by years; a cell leads to its report."""
    say = page.say
    known = reports[reports["year"].notna()]
    stated = frame[frame["resolution"] != "derived"].groupby("report")["metric"].nunique()
    names = dict(zip(frame["report"], frame["name"], strict=True))
    cells: dict[tuple[str, int], Point] = {}
    for row in known.to_dict("records"):
        name, year = str(names.get(row["report"], row["township"])), int(row["year"])
        count = int(stated.get(row["report"], 0))
        if (name, year) not in cells or count > (cells[name, year].value or 0):
            hover = say("coverage cell", year=year, count=count)
            cells[name, year] = Point(name, float(count), str(count), str(row["report"]), hover, year)
    towns = sorted({name for name, _ in cells})
    years = list(range(int(known["year"].min()), int(known["year"].max()) + 1)) if len(known) else []
    words = Words(say("coverage"), _source_line(page, len(reports)))
    clicked = chart(page, coverage(towns[:_TOWNS], years, cells, words), "coverage", say("coverage"))
    st.caption(say("coverage note"))
    if len(towns) > _TOWNS:
        st.caption(say("shown of", shown=_TOWNS, total=len(towns)))
    if clicked:
        st.html(f'<div class="tm-head">{html_text(clicked[0])}</div>')
        link("report", say("open report"), report=clicked[0])


def _source_line(page: Page, count: int) -> str:
    return page.say("source line", count=count, area=area_name(page.say, page.source.area))


def _headline(page: Page, frame: pd.DataFrame, year: int) -> None:
    say = page.say
    st.subheader(say("headline", year=year))
    chosen = frame[(frame["year"] == year) & frame["rank"].notna() & (frame["resolution"] != "derived")]
    names, counts = metrics_by_reach(chosen[chosen["category"] != "context"])
    rows = []
    for name in names[:_METRICS]:
        of: Any = chosen[chosen["metric"] == name].sort_values("value", kind="stable")
        unit = page.unit(name)
        ends = [of.iloc[0], of.iloc[-1]]
        shown = [
            say(
                "named count",
                name=figure(end["value"], end["value_high"], end["qualifier"], "", page.language),
                count=end["name"],
            )
            for end in ends
        ]
        rows.append((page.metric(name), number(of["group_median"].iloc[0], page.language), unit, counts[name], *shown))
    columns = [say("metric"), say("median"), say("unit"), say("stated by"), say("lowest"), say("highest")]
    table = pd.DataFrame(rows, columns=columns)
    st.dataframe(table, hide_index=True, height="content", alt=say("headline", year=year))
    left, right = st.columns(2)
    with left:
        link("compare", say("see compare"), year=str(year))
    with right:
        st.download_button(say("download csv"), frame_csv(table), f"overview_{year}.csv", "text/csv", on_click="ignore")


def _movers(page: Page, year: int) -> None:
    say = page.say
    st.subheader(say("movers", year=year))
    found = moved(page.source, year)
    found = found[~found["metric"].isin(list(library_of(page.source.library).derived))]
    if found.empty:
        st.caption(say("no movers"))
    lines = []
    for row in found.head(_MOVERS).to_dict("records"):
        unit = page.unit(str(row["metric"]))
        before, after = (figure(row[key], None, "exact", unit, page.language) for key in ("value_from", "value_to"))
        change = signed(row["relative"], page.language, "%") if row["unit"] != "pp" else ""
        arrow = "▲" if row["direction"] == "up" else "▼"
        lines.append(
            f'<div class="tm-row"><b>{html_text(str(row["township"]))}</b> {html_text(page.metric(str(row["metric"])))}<br>'
            f'<span class="tm-quiet">{arrow} {html_text(before)} → {html_text(after)} {html_text(change)}</span></div>'
        )
    st.html("".join(lines) or "<span></span>")
    link("change", say("see change"))


def _findings(page: Page, findings: pd.DataFrame) -> None:
    """What does not add up, the gravest first, with the way to its report."""
    say = page.say
    st.subheader(say("to check"))
    if findings.empty:
        st.caption(say("no contradictions"))
        return
    order = {"error": 0, "warning": 1, "note": 2}
    ordered = findings.assign(_order=findings["severity"].map(order)).sort_values(["_order", "year"], ascending=[True, False])
    table = pd.DataFrame(
        {
            say("severity"): [say(f"severity {severity}") for severity in ordered["severity"]],
            say("township"): ordered["township"].tolist(),
            say("year"): [None if pd.isna(year) else str(int(year)) for year in ordered["year"]],
            say("message"): ordered["message"].tolist(),
        }
    )
    event: Any = st.dataframe(
        table,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row-required",
        key="findings",
        height=330,
        alt=say("to check"),
    )
    rows = event.selection.rows if event else []
    place = rows[0] if rows and rows[0] < len(ordered) else 0
    _finding(page, ordered.iloc[place].to_dict())


def _finding(page: Page, row: dict[Any, Any]) -> None:
    """One finding with the sentences it is about."""
    say = page.say
    with st.container(border=True):
        st.html(
            f'<div class="tm-{html_text(str(row["severity"]))}"><div class="tm-head">{html_text(str(row["message"]))}</div>'
            f'<div class="tm-line">{html_text(_text(row["sentence"]))}</div>'
            f'<div class="tm-quiet">{html_text(_text(row["report"]))}</div>'
            + (f'<div class="tm-line">{html_text(_text(row["other_sentence"]))}</div>' if _text(row["other_sentence"]) else "")
            + f'<div class="tm-quiet">{html_text(_text(row["other_report"]))}</div></div>'
        )
        at = {} if pd.isna(row["start"]) else {"at": str(int(row["start"]))}
        link("report", say("open report"), report=str(row["report"]), **at)


def _text(value: object) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)


def _unread(page: Page, failed: list[tuple[str, str, str]]) -> None:
    if not failed:
        return
    say = page.say
    st.subheader(say("not read"))
    rows = [(report, say.issue(issue, message)) for report, issue, message in failed]
    st.dataframe(
        pd.DataFrame(rows, columns=[say("file"), say("reason")]), hide_index=True, height="content" if len(rows) < 12 else 400
    )
