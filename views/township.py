"""乡镇 Township: one township's metrics and years, where it stands in its group, its reports and contradictions."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views.answers import audited, better, compared, moved, tables, years_of
from views.findings import finding_rows
from views.formats import figure, is_missing, year
from views.frame import Page, heading
from views.grid import Cell, Column, grid
from views.state import chosen_row, pick_row, select
from views.widgets import all_towns, download, quiet, side_by_side

_SHOWN = 6


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(page, "township", say("township intro"))
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
        quiet(say("former names", names=say.join(older)))
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
    """The metrics in which it stands in the first quarter, and those in the last, where more or less is better at all."""
    judged = {name for name, direction in better(page.source).items() if direction != "neutral"}
    ranked = rows[rows["quartile"].notna() & (rows["category"] != "context") & rows["metric"].isin(judged)]
    for column, quartile, title, nothing in ((left, 1, "ahead", "none ahead"), (right, 4, "behind", "none behind")):
        with column:
            st.subheader(page.say(title, year=latest))
            found = ranked[ranked["quartile"] == quartile].sort_values("rank", ascending=quartile == 1, kind="stable")
            rows_of = [
                (
                    Cell(page.metric(str(row["metric"])), to=("compare", {"metric": str(row["metric"]), "year": str(latest)})),
                    Cell(page.say("rank of", rank=int(row["rank"]), of=int(row["of"])), kind="strong"),
                )
                for row in found.head(_SHOWN).to_dict("records")
            ]
            if rows_of:
                grid(page, title, [Column("")] * 2, rows_of, page.say(title, year=latest), shape="list pairs")
            else:
                quiet(page.say(nothing))


def _fell(page: Page, town: str, latest: int) -> None:
    st.subheader(page.say("fell"))
    found = moved(page.source, latest)
    wrong = {"more": "down", "less": "up"}
    worse = {name: wrong[direction] for name, direction in better(page.source).items() if direction in wrong}
    found = found[(found["township"] == town) & (found["direction"] == found["metric"].map(worse))]
    rows = []
    for row in found.head(_SHOWN).to_dict("records"):
        unit = page.unit(str(row["metric"]))
        before, after = (figure(row[key], None, "exact", unit, page.language) for key in ("value_from", "value_to"))
        to = ("change", {"metric": str(row["metric"]), "towns": town})
        rows.append(
            (Cell(page.metric(str(row["metric"])), to=to), Cell(f"{before} → {after}", kind=f"strong {row['direction']}"))
        )
    if rows:
        grid(page, "fell", [Column("")] * 2, rows, page.say("fell"), shape="list pairs")
    else:
        quiet(page.say("none fell"))


def _metrics(page: Page, rows: pd.DataFrame, years: list[int], town: str) -> None:
    """Every metric with its years, newest first, and its course in small."""
    say = page.say
    span = range(min(years), max(years) + 1)
    cells: list[list[Cell | str | None]] = []
    ids: list[list[str]] = []
    needed = ["metric", "year", "id", "value", "value_high", "qualifier", "resolution", "rank", "of"]
    by_metric: dict[str, dict[int, dict[Any, Any]]] = {}
    for row in rows[needed].to_dict("records"):
        if not is_missing(row["year"]):
            by_metric.setdefault(str(row["metric"]), {})[int(row["year"])] = row
    for name, held in by_metric.items():
        last: dict[Any, Any] = held[max(held)]
        rank = (
            None
            if is_missing(last["rank"])
            else Cell(say("rank of", rank=int(last["rank"]), of=int(last["of"])), int(last["rank"]))
        )
        cells.append(
            [
                Cell(page.metric(name), to=("change", {"metric": name, "towns": town}), kind="strong"),
                page.unit(name),
                *(_cell(page, held.get(when)) for when in sorted(years)),
                _course(held, span),
                rank,
            ]
        )
        ids.append([str(held[when]["id"]) for when in years if when in held])
    columns = [
        Column(say("metric")), Column(say("unit"), "line"), *(Column(str(when), "right") for when in sorted(years)),
        Column(say("course"), "line", sort=False), Column(say("rank"), "right"),
    ]  # fmt: skip
    place = chosen_row("row", len(cells))
    grid(page, "town_metrics", columns, cells, say("its metrics"), picked=[place], on_pick=pick_row("row"), height=560)
    quiet(say("row hint"), say("missing note"), page.sources(rows["report"].nunique()))
    download(page, rows.drop(columns=["name"]), town, "town_csv")
    side_by_side(page, ids[place], town=False)


def _course(held: dict[int, dict[Any, Any]], span: range) -> Cell | None:
    """The metric's years in small; a missing or contradicted one is a gap."""
    values = [
        None
        if when not in held or held[when]["resolution"] == "conflict" or is_missing(held[when]["value"])
        else float(held[when]["value"])
        for when in span
    ]
    text = "，".join(f"{when}: {value:g}" for when, value in zip(span, values, strict=True) if value is not None)
    return Cell(text, course=values) if any(value is not None for value in values) else None


def _cell(page: Page, row: dict[Any, Any] | None) -> Cell | None:
    if row is None:
        return None
    if row["resolution"] == "conflict":
        return Cell(page.say("resolution conflict"), kind="tag error")
    return Cell(figure(row["value"], row["value_high"], str(row["qualifier"]), "", page.language), float(row["value"]))


def _reports(page: Page, rows: pd.DataFrame) -> None:
    say = page.say
    st.subheader(say("its reports"))
    held = tables(page.source).reports
    own = held[held["report"].isin(set(rows["report"]))].sort_values("year", ascending=False)
    cells = [
        (year(row["year"]), Cell(str(row["report"]), to=("report", {"report": str(row["report"])})), str(int(row["figures"])))
        for row in own.to_dict("records")
    ]
    columns = [Column(say("year"), "line"), Column(say("report")), Column(say("figures found"), "right")]
    grid(page, "town_reports", columns, cells, say("its reports"))


def _findings(page: Page, rows: pd.DataFrame) -> None:
    say = page.say
    st.subheader(say("its contradictions"))
    found = audited(page.source, page.language)
    found = found[found["report"].isin(set(rows["report"]))]
    if found.empty:
        quiet(say("no contradictions"))
        return
    ordered, columns, cells = finding_rows(page, found)
    leads = [
        [one[0], one[2], Cell(str(row["message"]), to=_place(row))]
        for one, row in zip(cells, ordered.to_dict("records"), strict=True)
    ]
    grid(page, "town_findings", [columns[0], columns[2], columns[3]], leads, say("its contradictions"), height=420)
    download(page, found, f"{say('its contradictions')}_{rows['name'].iloc[0]}", "town_audit")


def _place(row: dict[Any, Any]) -> tuple[str, dict[str, str]]:
    at = {} if is_missing(row["start"]) else {"at": str(int(row["start"]))}
    return "report", {"report": str(row["report"]), **at}
