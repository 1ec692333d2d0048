"""乡镇 Township: one township's metrics and years, where it stands in its group, its reports and contradictions."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views.escape import html_text
from views.formats import figure, is_missing, year
from views.frame import Page, heading
from views.source import audited, compared, moved, tables, years_of
from views.state import select
from views.widgets import all_towns, download, evidence, frame_csv, link

_SHOWN = 6


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(say("page township"), say("township intro"))
    towns = all_towns(page)
    if not towns:
        st.info(say("no data") if tables(page.source).reports.empty else say("no years"))
        return
    every = compared(page.source)
    former = dict(zip(every["township"].astype(str), every["name"], strict=True))
    asked = st.query_params.get("town", "")
    if asked not in towns and former.get(asked) in towns:
        # a link by the name that the township had in an earlier report
        st.query_params["town"] = former[asked]
    town = str(select(say("township"), towns, "town"))
    rows = every[every["name"] == town]
    older = sorted({str(name) for name in rows["township"]} - {town})
    if older:
        st.html(f'<div class="tm-quiet">{html_text(say("former names", names=say.join(older)))}</div>')
    years = [when for when in years_of(page.source) if when in set(rows["year"])]
    latest = years[0]
    left, middle, right = st.columns(3, gap="large")
    _ranks(page, rows[rows["year"] == latest], latest, left, middle)
    with right:
        _fell(page, town, latest)
    st.subheader(say("its metrics"))
    _metrics(page, rows, years, town)
    left, right = st.columns(2, gap="large")
    with left:
        _reports(page, rows)
    with right:
        _findings(page, rows)


def _ranks(page: Page, rows: pd.DataFrame, latest: int, left: Any, right: Any) -> None:
    """The metrics in which it stands in the first quarter, and those in the last."""
    ranked = rows[rows["quartile"].notna() & (rows["category"] != "context")]
    for column, quartile, title, nothing in ((left, 1, "ahead", "none ahead"), (right, 4, "behind", "none behind")):
        with column:
            st.subheader(page.say(title, year=latest))
            found = ranked[ranked["quartile"] == quartile].sort_values("rank", ascending=quartile == 1, kind="stable")
            lines = [
                page.say("rank line", metric=page.metric(str(row["metric"])), rank=int(row["rank"]), of=int(row["of"]))
                for row in found.head(_SHOWN).to_dict("records")
            ]
            st.html(_rows(lines) if lines else f'<div class="tm-quiet">{html_text(page.say(nothing))}</div>')


def _rows(lines: list[str]) -> str:
    return "".join(f'<div class="tm-row">{html_text(line)}</div>' for line in lines)


def _fell(page: Page, town: str, latest: int) -> None:
    st.subheader(page.say("fell"))
    found = moved(page.source, latest)
    found = found[(found["township"] == town) & (found["direction"] == "down")]
    lines = []
    for row in found.head(_SHOWN).to_dict("records"):
        unit = page.unit(str(row["metric"]))
        before, after = (figure(row[key], None, "exact", unit, page.language) for key in ("value_from", "value_to"))
        lines.append(f"{page.metric(str(row['metric']))} {before} → {after}")
    st.html(_rows(lines) if lines else f'<div class="tm-quiet">{html_text(page.say("no movers"))}</div>')


def _metrics(page: Page, rows: pd.DataFrame, years: list[int], town: str) -> None:
    """Every metric with its years, newest first, and its course in small."""
    say = page.say
    ascending = sorted(years)
    cells, ids = [], []
    for metric, group in rows.groupby("metric", sort=False):
        held = {int(row["year"]): row for row in group.to_dict("records") if not is_missing(row["year"])}
        shown = [_cell(page, held.get(when)) for when in years]
        plain = [held[when]["value"] for when in ascending if when in held and held[when]["resolution"] != "conflict"]
        last: dict[Any, Any] = held[max(held)]
        rank = None if is_missing(last["rank"]) else say("rank of", rank=int(last["rank"]), of=int(last["of"]))
        course = [float(value) for value in plain if not is_missing(value)]
        cells.append((page.metric(str(metric)), page.unit(str(metric)), *shown, course, rank))
        ids.append([str(held[when]["id"]) for when in years if when in held])
    titles = [say("metric"), say("unit"), *(str(when) for when in years), say("course"), say("rank")]
    st.caption(say("row hint"))
    table = pd.DataFrame(cells, columns=titles)
    event: Any = st.dataframe(
        table,
        hide_index=True,
        height="content" if len(table) < 12 else 460,
        on_select="rerun",
        selection_mode="single-row",
        key=f"town_metrics {town}",
        column_config={say("course"): st.column_config.LineChartColumn(say("course"), y_min=0)},
        alt=say("its metrics"),
    )
    chosen = [place for place in event.selection.rows if place < len(ids)] if event else []
    for place in chosen[:1]:
        for column, key in zip(st.columns(2) * 2, ids[place][:4], strict=False):
            with column:
                evidence(page, key)
    download(page, rows.drop(columns=["name"]), town, "town_csv")


def _cell(page: Page, row: dict[Any, Any] | None) -> str:
    if row is None:
        return "—"
    if row["resolution"] == "conflict":
        return page.say("resolution conflict")
    return figure(row["value"], row["value_high"], str(row["qualifier"]), "", page.language)


def _reports(page: Page, rows: pd.DataFrame) -> None:
    say = page.say
    st.subheader(say("its reports"))
    held = tables(page.source).reports
    own = held[held["report"].isin(set(rows["report"]))].sort_values("year", ascending=False)
    for row in own.to_dict("records"):
        st.html(f'<div class="tm-row"><b>{html_text(year(row["year"]))}</b>　{html_text(str(row["report"]))}</div>')
        link("report", say("open report"), report=str(row["report"]))


def _findings(page: Page, rows: pd.DataFrame) -> None:
    say = page.say
    st.subheader(say("its contradictions"))
    found = audited(page.source, page.language)
    found = found[found["report"].isin(set(rows["report"]))].sort_values("year", ascending=False)
    if found.empty:
        st.html(f'<div class="tm-quiet">{html_text(say("no contradictions"))}</div>')
        return
    blocks = [
        f'<div class="tm-row tm-{html_text(str(row["severity"]))}"><b>{html_text(year(row["year"]))}</b> '
        f"{html_text(str(row['message']))}</div>"
        for row in found.to_dict("records")
    ]
    st.html("".join(blocks))
    st.download_button(say("download csv"), frame_csv(found), "audit.csv", "text/csv", key="town_audit", on_click="ignore")
