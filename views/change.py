"""变化 Change: year by year, two years side by side, what reports say against what their figures say, and what to look at."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from views.charts import Line, Point, Words, dumbbells, lines
from views.formats import figure, is_missing, number, signed, year
from views.frame import Page, area_name, heading
from views.source import changed, compared, tables, years_of
from views.state import amount, chosen_ids, segments, select
from views.widgets import (
    chart,
    download,
    evidence,
    metric_picker,
    metrics_by_reach,
    point_of,
    township_picker,
)

_TABS = ("lines", "slope", "deltas", "stated", "flags")
_LINES, _PAIRS = 8, 60


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(say("page change"), say("change intro"))
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


def _source_line(page: Page, rows: pd.DataFrame) -> str:
    return page.say("source line", count=rows["report"].nunique(), area=area_name(page.say, page.source.area))


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
        st.caption(say("chosen first", count=len(shown)))
    middle = kept.drop_duplicates("year").set_index("year")["group_median"].to_dict()
    medians = [None if is_missing(middle.get(when)) else float(middle[when]) for when in span]
    title = (
        say("compare title", metric=page.metric(metric), year=f"{span[0]}—{span[-1]}") if len(span) > 1 else page.metric(metric)
    )
    words = Words(title, _source_line(page, kept), page.unit(metric), say("median"))
    drawn = lines([Line(name, held[name]) for name in shown], span, words, medians if len(towns) > 2 else ())
    clicked = chart(page, drawn, "lines", title)
    st.caption(say("missing note"))
    ids = chosen_ids(clicked)
    if not ids:
        st.caption(say("evidence hint"))
    for column, key in zip(st.columns(2) * 2, ids, strict=False):
        with column:
            evidence(page, key)


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
    words = Words(title, _source_line(page, kept), page.unit(metric))
    pairs = [(before[name], after[name]) for name in both[:_PAIRS]]
    clicked = chart(page, dumbbells(pairs, words, str(first), str(last)), "slope", title)
    for key in clicked[:1]:
        pair = next((pair for pair in pairs if key in (pair[0].id, pair[1].id)), ())
        for column, point in zip(st.columns(2), pair, strict=False):
            with column:
                evidence(page, point.id)


def _deltas(page: Page, moved: pd.DataFrame, rows: pd.DataFrame, metric: str, towns: list[str]) -> None:
    """The computed changes of the metric with each township's course in small."""
    say = page.say
    found = moved[(moved["metric"] == metric) & (moved["origin"] == "computed")]
    if towns:
        found = found[found["township"].isin(towns)]
    if found.empty:
        st.info(say("too few years"))
        return
    course = {
        str(name): [float(value) for value in group["value"]]
        for name, group in rows[rows["resolution"] != "conflict"].sort_values("year").groupby("name")
    }
    found = found.sort_values(["to_year", "township"], ascending=[False, True], kind="stable")
    cells = [
        (
            row["township"],
            f"{year(row['from_year'])} → {year(row['to_year'])}",
            number(row["value_from"], page.language),
            number(row["value_to"], page.language),
            _amount(page, row),
            signed(row["relative"], page.language, "%"),
            course.get(str(row["township"]), []),
            say.either(f"agreement {row['agreement']}", ""),
        )
        for row in found.to_dict("records")
    ]
    titles = ("township", "year", "before", "after", "amount", "relative", "course", "agreement")
    table = pd.DataFrame(cells, columns=[say(title) for title in titles])
    st.dataframe(
        table,
        hide_index=True,
        height="content" if len(table) < 15 else 560,
        column_config={say("course"): st.column_config.LineChartColumn(say("course"), y_min=0)},
        alt=say("tab deltas"),
    )
    download(page, found, f"{say('tab deltas')}_{page.metric(metric)}", "deltas_csv")


def _amount(page: Page, row: dict[Any, Any]) -> str:
    if is_missing(row["amount"]):
        return "—"
    sign = -1 if row["direction"] == "down" else 1
    unit = {"pp": page.say("points"), "%": "%"}.get(str(row["unit"]), "")
    mark = {"nearly": "≤", "over": "≥", "about": "≈"}.get(str(row["qualifier"]), "")
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
    cells = [
        (
            say.either(f"agreement {row['agreement']}", say("agreement unknown"))
            if row["agreement"]
            else say("agreement unknown"),
            row["township"],
            year(row["to_year"]),
            page.metric(str(row["metric"])),
            _amount(page, row),
            f"{number(row['value_from'], page.language)} → {number(row['value_to'], page.language)}",
            row["sentence"],
        )
        for row in found.to_dict("records")
    ]
    titles = ("agreement", "township", "year", "metric", "stated says", "computed is", "sentence")
    table = pd.DataFrame(cells, columns=[say(title) for title in titles])
    st.dataframe(table, hide_index=True, height="content" if len(table) < 15 else 520, alt=say("tab stated"))
    download(page, found.drop(columns=["_order"]), say("tab stated"), "stated_csv")


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
    st.caption(say("flag found", year=when, count=len(found)))
    if found.empty:
        return
    cells = [
        (
            row["township"],
            page.metric(str(row["metric"])),
            *(
                figure(row[key], None, "exact", page.unit(str(row["metric"])), page.language)
                for key in ("value_from", "value_to")
            ),
            _amount(page, row),
            signed(row["relative"], page.language, "%"),
            row["sentence"],
        )
        for row in found.to_dict("records")
    ]
    titles = ("township", "metric", "before", "after", "amount", "relative", "sentence")
    table = pd.DataFrame(cells, columns=[say(title) for title in titles])
    event: Any = st.dataframe(
        table, hide_index=True, height="content" if len(table) < 15 else 520, on_select="rerun", selection_mode="single-row",
        key="flagged", alt=say("tab flags"),
    )  # fmt: skip
    for place in event.selection.rows[:1] if event else []:
        row = found.iloc[place]
        _both(page, str(row["township"]), str(row["metric"]), (int(row["from_year"]), int(row["to_year"])))
    download(page, found, f"{say('tab flags')}_{when}", "flags_csv")


def _both(page: Page, town: str, metric: str, years: tuple[int, int]) -> None:
    """The sentences of a township's two years."""
    every = compared(page.source)
    rows = every[(every["name"] == town) & (every["metric"] == metric) & every["year"].isin(years)].sort_values("year")
    for column, key in zip(st.columns(2), rows["id"], strict=False):
        with column:
            evidence(page, str(key))
