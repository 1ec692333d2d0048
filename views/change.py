"""变化 Change: year by year, two years side by side, what reports say against what their figures say, and what to look at."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views.answers import changed, compared, tables, years_of
from views.charts import dumbbells, lines
from views.formats import MARKS, figure, is_missing, number, relative, signed, year, year_span
from views.frame import Page, heading
from views.grid import Cell, Column, grid, town_cell
from views.points import Line, Point
from views.state import amount, chosen_ids, chosen_row, pick_row, segments, select
from views.widgets import (
    chart,
    download,
    metric_picker,
    metrics_by_reach,
    missing_note,
    point_of,
    quiet,
    side_by_side,
    township_picker,
    words_of,
)

_TABS = ("lines", "slope", "deltas", "stated", "flags")
_LINES, _PAIRS = 8, 60


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(page, "change", say("change intro"))
    years = sorted(years_of(page.source))
    if not years:
        st.info(say("no data") if tables(page.source).reports.empty else say("no years"))
        return
    every = compared(page.source)
    names, counts = metrics_by_reach(every)
    left, right = st.columns([3, 4])
    with left:
        metric = metric_picker(page, names, counts)
    with right:
        towns = township_picker(page, sorted({str(name) for name in every["name"]}))
    rows = every[(every["metric"] == metric) & every["value"].notna()]
    if towns:
        rows = rows[rows["name"].isin(towns)]
    moved = changed(page.source)
    view = segments(say("view"), _TABS, "view", lambda name: say(f"tab {name}"), hidden=True)
    if view == "lines":
        _lines(page, rows, metric, bool(towns))
    elif view == "slope":
        _slope(page, rows, metric)
    elif view == "deltas":
        _deltas(page, moved, rows, metric, towns)
    elif view == "stated":
        _stated(page, moved, towns)
    else:
        _flags(page, moved, years, towns)


def _filters(page: Page, unit: str = "") -> list[str]:
    towns = [str(name) for name in st.session_state.get("towns") or []]
    say = page.say
    return [
        say("unit is", unit=unit) if unit else "",
        say("filter towns", names=say.join(towns[:6]) + ("…" if len(towns) > 6 else "")) if towns else "",
    ]


def _lines(page: Page, rows: pd.DataFrame, metric: str, chosen: bool) -> None:
    say = page.say
    kept = rows[rows["resolution"] != "conflict"]
    if kept.empty:
        st.info(say("nothing here"))
        return
    span = list(range(int(kept["year"].min()), int(kept["year"].max()) + 1))
    held: dict[str, list[Point]] = {}
    for row in kept.sort_values("year", kind="stable").to_dict("records"):
        held.setdefault(str(row["name"]), []).append(point_of(page, row))
    towns = sorted(held, key=lambda name: (-len(held[name]), name))
    shown = towns if chosen else towns[:_LINES]
    if len(shown) < len(towns):
        quiet(say("chosen first", count=len(shown)))
    middle = kept.drop_duplicates("year").set_index("year")["group_median"].to_dict()
    medians = [None if is_missing(middle.get(when)) else float(middle[when]) for when in span]
    title = (
        say("compare title", metric=page.metric(metric), year=year_span(span[0], span[-1], page.language))
        if len(span) > 1
        else page.metric(metric)
    )
    unit = page.unit(metric)
    words = words_of(page, title, kept["report"].nunique(), filters=_filters(page, unit), unit=unit, median=say("median"))
    drawn = lines([Line(name, held[name]) for name in shown], span, words, medians if len(towns) > 2 else ())
    alt = say("lines told", count=len(shown), first=span[0], last=span[-1])
    chart(page, drawn, "lines", words, alt=alt, table=rows.drop(columns=["name"]), most=4)
    missing_note(page)
    ids = chosen_ids()
    if not ids:
        quiet(say("evidence hint"))
    side_by_side(page, ids)


def _slope(page: Page, rows: pd.DataFrame, metric: str) -> None:
    say = page.say
    kept = rows[rows["resolution"] != "conflict"]
    years = sorted({int(when) for when in kept["year"]})
    if len(years) < 2:
        st.info(say("too few years"))
        return
    left, right = st.columns(2)
    with left:
        first = int(select(say("from year"), years[:-1], "from", years[-2]))
    with right:
        later = [when for when in years if when > first]
        last = int(select(say("to year"), later, "to"))
    before, after = (
        {str(row["name"]): point_of(page, row) for row in kept[kept["year"] == when].to_dict("records")} for when in (first, last)
    )
    both = [name for name in before if name in after]
    both.sort(key=lambda name: -abs((after[name].value or 0) - (before[name].value or 0)))
    if not both:
        st.info(say("nothing here"))
        return
    title = say("change title", metric=page.metric(metric), first=first, last=last)
    unit = page.unit(metric)
    words = words_of(page, title, kept["report"].nunique(), filters=_filters(page, unit), unit=unit)
    pairs = [(before[name], after[name]) for name in both[:_PAIRS]]
    up = sum((after[name].value or 0) > (before[name].value or 0) for name in both)
    down = sum((after[name].value or 0) < (before[name].value or 0) for name in both)
    alt = say("slope told", up=up, down=down)
    table = kept[kept["year"].isin([first, last])].drop(columns=["name"])
    chart(page, dumbbells(pairs, words, str(first), str(last)), "slope", words, alt=alt, table=table)
    held = chosen_ids()
    pair = next((pair for pair in pairs if pair[0].id in held or pair[1].id in held), ())
    side_by_side(page, [point.id for point in pair])


def _deltas(page: Page, moved: pd.DataFrame, rows: pd.DataFrame, metric: str, towns: list[str]) -> None:
    """The computed changes of the metric with each township's course in small."""
    say = page.say
    found = moved[(moved["metric"] == metric) & (moved["origin"] == "computed")]
    if towns:
        found = found[found["township"].isin(towns)]
    if found.empty:
        st.info(say("too few years"))
        return
    course: dict[str, dict[int, float]] = {}
    kept = rows[rows["resolution"] != "conflict"]
    for name, when, value in zip(kept["name"], kept["year"], kept["value"], strict=True):
        course.setdefault(str(name), {})[int(when)] = float(value)
    found = found.sort_values(["to_year", "township"], ascending=[False, True], kind="stable")
    cells: list[list[Cell | str | None]] = [
        [
            town_cell(str(row["township"]), "strong"),
            Cell(f"{year(row['from_year'])} → {year(row['to_year'])}"),
            _plain(page, row["value_from"]),
            _plain(page, row["value_to"]),
            _changed(page, row),
            _relative(page, row),
            _course(course.get(str(row["township"]), {})),
            Cell(
                say.either(f"agreement {row['agreement']}", ""),
                kind="tag error" if row["agreement"] == "contradicts" else "",
            )
            if row["agreement"]
            else "",
        ]
        for row in found.to_dict("records")
    ]
    titles = ("township", "year", "before", "after", "amount", "relative", "course", "agreement")
    kinds = ("line", "line", "right", "right", "right", "right", "line", "")
    columns = [Column(say(title), kind, title != "course") for title, kind in zip(titles, kinds, strict=True)]
    name = f"{say('tab deltas')}：{page.with_unit(metric)}"
    st.subheader(name)
    grid(page, "deltas", columns, cells, name, height=620)
    quiet(page.sources(found["report"].nunique()))
    download(page, found, name, "deltas_csv", " · ".join(filter(None, _filters(page))))


def _course(values: dict[int, float]) -> Cell | None:
    """A township's years in small, a missing one as a gap."""
    if not values:
        return None
    years = range(min(values), max(values) + 1)
    text = "，".join(f"{when}: {values[when]:g}" for when in years if when in values)
    return Cell(text, course=[values.get(when) for when in years])


def _plain(page: Page, value: Any, unit: str = "") -> Cell | None:
    return None if is_missing(value) else Cell(figure(value, None, "exact", unit, page.language), float(value))


def _changed(page: Page, row: dict[Any, Any]) -> Cell | None:
    if is_missing(row["amount"]):
        return None
    sign = -1 if row["direction"] == "down" else 1
    return Cell(_amount(page, row), sign * float(row["amount"]), kind=str(row["direction"] or ""))


def _relative(page: Page, row: dict[Any, Any]) -> Cell | None:
    return None if is_missing(row["relative"]) else Cell(relative(row["relative"], page.language), float(row["relative"]))


def _amount(page: Page, row: dict[Any, Any]) -> str:
    if is_missing(row["amount"]):
        return "—"
    sign = -1 if row["direction"] == "down" else 1
    unit = {"pp": page.say("points"), "%": "%"}.get(str(row["unit"]), "")
    mark = MARKS.get(str(row["qualifier"]), "")
    return mark + signed(sign * float(row["amount"]), page.language, unit)


def _stated(page: Page, moved: pd.DataFrame, towns: list[str]) -> None:
    """The changes that reports state, held against their own values; what does not agree comes first."""
    say = page.say
    found = moved[moved["origin"] == "stated"]
    if towns:
        found = found[found["township"].isin(towns)]
    if found.empty:
        st.info(say("nothing here"))
        return
    order = found["agreement"].map({"contradicts": 0, "agrees": 1}).fillna(2)
    found = found.assign(_order=order).sort_values(["_order", "to_year"], ascending=[True, False], kind="stable")
    cells: list[list[Cell | str | None]] = [
        [
            _verdict(page, str(row["agreement"] or "")),
            town_cell(str(row["township"]), "strong"),
            year(row["to_year"]),
            Cell(page.metric(str(row["metric"])), to=("change", {"metric": str(row["metric"]), "towns": str(row["township"])})),
            _changed(page, row),
            Cell(f"{number(row['value_from'], page.language)} → {number(row['value_to'], page.language)}"),
            Cell(str(row["sentence"]), to=("report", {"report": str(row["report"]), "at": str(int(row["start"]))})),
        ]
        for row in found.to_dict("records")
    ]
    titles = ("agreement", "township", "year", "metric", "stated says", "computed is", "sentence")
    kinds = ("line", "line", "line", "name", "right", "right", "wide")
    columns = [Column(say(title), kind, title != "sentence") for title, kind in zip(titles, kinds, strict=True)]
    grid(page, "stated", columns, cells, say("tab stated"), height=640)
    quiet(say("stated note"), page.sources(found["report"].nunique()))
    download(page, found.drop(columns=["_order"]), say("tab stated"), "stated_csv", " · ".join(filter(None, _filters(page))))


def _verdict(page: Page, agreement: str) -> Cell:
    text = (
        page.say.either(f"agreement {agreement}", page.say("agreement unknown")) if agreement else page.say("agreement unknown")
    )
    return Cell(text, kind="tag error" if agreement == "contradicts" else "tag note")


def _flags(page: Page, moved: pd.DataFrame, years: list[int], towns: list[str]) -> None:
    """The changes over both thresholds, of all metrics."""
    say = page.say
    first, second, third = st.columns(3)
    with first:
        relative = amount(say("flag relative"), "over", 30.0, 1000.0, 5.0)
    with second:
        least = amount(say("flag amount"), "least", 10.0, 1e6, 1.0)
    with third:
        when = int(select(say("year"), sorted(years, reverse=True), "when"))
    found = moved[(moved["origin"] == "computed") & (moved["to_year"] == when) & moved["amount"].notna()]
    large = found["relative"].abs().fillna(float("inf")) > relative
    found = found[large & (found["amount"] > least) & (found["value_from"] > 0)]
    if towns:
        found = found[found["township"].isin(towns)]
    found = found.sort_values("amount", ascending=False, kind="stable")
    title = say("flag found", year=when, count=len(found))
    st.subheader(title)
    if found.empty:
        quiet(say("no flags"))
        return
    cells: list[list[Cell | str | None]] = [
        [
            town_cell(str(row["township"]), "strong"),
            page.metric(str(row["metric"])),
            _plain(page, row["value_from"], page.unit(str(row["metric"]))),
            _plain(page, row["value_to"], page.unit(str(row["metric"]))),
            _changed(page, row),
            _relative(page, row),
            str(row["sentence"]),
        ]
        for row in found.to_dict("records")
    ]
    titles = ("township", "metric", "before", "after", "amount", "relative", "sentence")
    kinds = ("line", "name", "right", "right", "right", "right", "wide clip")
    columns = [Column(say(title), kind, title != "sentence") for title, kind in zip(titles, kinds, strict=True)]
    held = chosen_row("flag", len(found))
    grid(page, "flagged", columns, cells, title, picked=[held], on_pick=pick_row("flag"), height=520)
    quiet(say("row hint"), page.sources(found["report"].nunique()))
    limits = say("flag limits", relative=f"{relative:g}", amount=f"{least:g}")
    download(page, found, f"{say('tab flags')}_{when}", "flags_csv", " · ".join(filter(None, [limits, *_filters(page)])))
    row: Any = found.iloc[held]
    side_by_side(page, _both(page, str(row["township"]), str(row["metric"]), (int(row["from_year"]), int(row["to_year"]))))


def _both(page: Page, town: str, metric: str, years: tuple[int, int]) -> list[str]:
    """The observations of a township's two years."""
    every = compared(page.source)
    rows = every[(every["name"] == town) & (every["metric"] == metric) & every["year"].isin(years)].sort_values("year")
    return [str(key) for key in rows["id"]]
