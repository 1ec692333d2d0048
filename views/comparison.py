"""对比 Compare: townships side by side for a year: bars, a table, all metrics at once, several, or two against each other."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from extract.errors import UsageError
from views.charts import Point, Words, bars, heat, multiples, scatter
from views.escape import html_text
from views.formats import figure, is_missing, number, signed
from views.frame import Page, area_name, heading
from views.source import changed, compared, tables, townships_file, years_of
from views.state import chosen_ids, segments, select, several
from views.widgets import (
    chart,
    download,
    evidence,
    metric_picker,
    metrics_by_reach,
    point_of,
    township_picker,
    year_picker,
)

_MEASURES = ("value", "per_village", "per_1000")
_SORTS = ("value", "change", "name")
_TABS = ("bars", "table", "heat", "multiples", "scatter")
#: what a chart can hold and still be read
_BARS, _COLUMNS, _ROWS = 60, 16, 40
_PANELS = 6


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(say("page compare"), say("compare intro"))
    years = years_of(page.source)
    if not years:
        st.info(say("no data") if tables(page.source).reports.empty else say("no years"))
        return
    first, second, third = st.columns([4, 2, 5])
    with second:
        year = year_picker(page, years)
    every = compared(page.source)
    of_year = every[every["year"] == year]
    names, counts = metrics_by_reach(of_year)
    if not names:
        st.info(say("nothing here"))
        return
    with first:
        metric = metric_picker(page, names, counts)
    with third:
        towns = township_picker(page, sorted({str(name) for name in of_year["name"]}))
    measure, group, sort = _options(page)
    frame = _grouped(page, group)
    frame = frame[frame["year"] == year]
    if towns:
        frame = frame[frame["name"].isin(towns)]
    view = segments(say("view"), _TABS, "view", lambda name: say(f"tab {name}"), hidden=True)
    own = frame[frame["metric"] == metric]
    if view == "bars":
        _bars(page, own, metric, year, measure, sort)
    elif view == "table":
        _table(page, own, metric, year)
    elif view == "heat":
        _heat(page, frame, names, year)
    elif view == "multiples":
        _several(page, frame, names, year)
    else:
        _two(page, frame, names, year)


def _options(page: Page) -> tuple[str, str, str]:
    say = page.say
    first, second, third = st.columns([4, 4, 3])
    told = townships_file(page.source)
    groups = [
        name for name in ("all", "county", "peers", "size") if name != "peers" or (told is not None and "peer_group" in told)
    ]
    with first:
        measure = segments(say("measure"), _MEASURES, "measure", lambda name: say(f"measure {name}"))
    with second:
        group = segments(say("group"), groups, "group", lambda name: say(f"group {name}"))
    with third:
        sort = segments(say("sort"), _SORTS, "sort", lambda name: say(f"sort {name}"))
    return measure, group, sort


def _grouped(page: Page, group: str) -> pd.DataFrame:
    try:
        return compared(page.source, group)
    except UsageError:
        # a townships.csv that lost its peer groups meanwhile
        return compared(page.source)


def _changes(page: Page, metric: str, year: int) -> dict[str, float]:
    """What each township's value changed by since the year before."""
    found = changed(page.source)
    rows = found[(found["metric"] == metric) & (found["to_year"] == year) & (found["from_year"] == year - 1)]
    rows = rows[(rows["origin"] == "computed") & rows["amount"].notna()]
    return {str(row["township"]): float(row["value_to"]) - float(row["value_from"]) for row in rows.to_dict("records")}


def _ordered(page: Page, rows: pd.DataFrame, metric: str, year: int, measure: str, sort: str) -> pd.DataFrame:
    """The rows that a chart can show, in the order asked for."""
    kept = rows[(rows["resolution"] != "conflict") & rows[measure].notna()]
    if sort == "name":
        return kept.sort_values("name", kind="stable")
    if sort == "change":
        moved = _changes(page, metric, year)
        keys = kept["name"].map(moved)
        return kept.assign(_change=keys).sort_values("_change", ascending=False, kind="stable", na_position="last")
    return kept.sort_values(measure, ascending=False, kind="stable")


def _bars(page: Page, rows: pd.DataFrame, metric: str, year: int, measure: str, sort: str) -> None:
    say = page.say
    ordered = _ordered(page, rows, metric, year, measure, sort)
    if ordered.empty:
        st.info(say("no measure") if len(rows) and measure != "value" else say("nothing here"))
        return
    unit = page.unit(metric) if measure == "value" else f"{page.unit(metric)} / {say('measure ' + measure)}"
    points = [_bar(page, row, measure, sort, _changes(page, metric, year)) for row in ordered.to_dict("records")]
    silent = _silent(page, year, set(rows["name"]))
    shown = [*points[:_BARS], *(Point(name, None, "—") for name in silent[: max(0, _BARS - len(points))])]
    middle = float(ordered[measure].median()) if measure != "value" else float(ordered["group_median"].iloc[0])
    spread = ordered["group"].nunique() == 1 and len(ordered) > 2 and not is_missing(middle)
    words = Words(
        say("compare title", metric=page.metric(metric), year=year),
        say("source line", count=ordered["report"].nunique(), area=area_name(say, page.source.area)),
        unit,
        say("median of", value=number(middle, page.language)),
    )
    held = [key for key in chosen_ids([]) if key]
    clicked = chart(page, bars(shown, words, middle if spread else None, held), "bars", words.title)
    if len(points) > _BARS:
        st.caption(say("shown of", shown=_BARS, total=len(points)))
    conflicts = sorted({str(name) for name in rows[rows["resolution"] == "conflict"]["name"]})
    if conflicts:
        st.html(_line("tm-error", say("conflict left out", names=say.join(conflicts))))
    st.caption(say("missing note"))
    _evidence(page, chosen_ids(clicked), conflicts, rows)


def _bar(page: Page, row: dict[Any, Any], measure: str, sort: str, moved: dict[str, float]) -> Point:
    point = point_of(page, row, row[measure])
    text = point.text if measure == "value" else number(row[measure], page.language)
    if sort == "change":
        text = f"{text}（{signed(moved.get(str(row['name'])), page.language)}）"
    return Point(point.name, point.value, text, point.id, point.hover, point.year, point.inexact)


def _silent(page: Page, year: int, stated: set[str]) -> list[str]:
    """The townships that report for the year but say nothing of the metric."""
    every = compared(page.source)
    own = tables(page.source).reports
    filed = set(own[own["year"] == year]["report"])
    names = {str(name) for name in every[every["report"].isin(filed)]["name"]}
    chosen = set(st.session_state.get("towns") or names)
    return sorted((names & chosen) - {str(name) for name in stated})


def _line(kind: str, text: str) -> str:
    return f'<div class="{kind}">{html_text(text)}</div>'


def _evidence(page: Page, ids: list[str], conflicts: list[str], rows: pd.DataFrame) -> None:
    """The sentences of the bars that were clicked, side by side; what contradicts itself shows both of its own."""
    st.subheader(page.say("evidence"))
    if not ids and conflicts:
        ids = [str(key) for key in rows[rows["resolution"] == "conflict"]["id"]][:2]
    if not ids:
        st.caption(page.say("evidence hint"))
        return
    for column, key in zip(st.columns(min(len(ids), 2)) * 2, ids, strict=False):
        with column:
            evidence(page, key)


def _table(page: Page, rows: pd.DataFrame, metric: str, year: int) -> None:
    say = page.say
    if rows.empty:
        st.info(say("nothing here"))
        return
    moved = _changes(page, metric, year)
    cells = [
        (
            row["name"],
            figure(row["value"], row["value_high"], row["qualifier"], "", page.language),
            say.unit(str(row["unit"])),
            None if is_missing(row["rank"]) else say("rank of", rank=int(row["rank"]), of=int(row["of"])),
            None if is_missing(row["quartile"]) else int(row["quartile"]),
            signed(moved.get(str(row["name"])), page.language),
            None if is_missing(row["share"]) else float(row["share"]),
            _notes(page, str(row["comparable"] or "")),
            row["sentence"],
        )
        for row in rows.to_dict("records")
    ]
    titles = ("township", "value", "unit", "rank", "quartile", "change from", "share", "note", "sentence")
    table = pd.DataFrame(cells, columns=[say(title) for title in titles])
    st.caption(say("row hint"))
    event: Any = st.dataframe(
        table, hide_index=True, on_select="rerun", selection_mode="multi-row", key="compare_table", alt=say("tab table"),
        height="content" if len(table) < 15 else 560,
    )  # fmt: skip
    chosen = [int(place) for place in event.selection.rows if place < len(rows)] if event else []
    download(page, rows.drop(columns=["name"]), say("compare title", metric=page.metric(metric), year=year), "compare_csv")
    for column, place in zip(st.columns(2) * 2, chosen[:4], strict=False):
        with column:
            evidence(page, str(rows.iloc[place]["id"]))


def _notes(page: Page, notes: str) -> str:
    return page.say.join([page.say.either(f"note {word}", word) for word in notes.split(";") if word])


def _heat(page: Page, frame: pd.DataFrame, names: list[str], year: int) -> None:
    say = page.say
    kept = frame[(frame["resolution"] != "conflict") & frame["metric"].isin(names)]
    towns = [str(name) for name in kept.groupby("name")["metric"].nunique().sort_values(ascending=False).index]
    order = list(dict.fromkeys(str(name) for name in kept["metric"]))
    chosen = [name for name in order if name in set(names[:_ROWS])]
    cells = {(str(row["name"]), page.metric(str(row["metric"]))): point_of(page, row) for row in kept.to_dict("records")}
    shown = towns[:_COLUMNS]
    title = say("tab heat") + f" · {year}"
    words = Words(title, say("source line", count=kept["report"].nunique(), area=area_name(say, page.source.area)))
    clicked = chart(page, heat(shown, [page.metric(name) for name in chosen], cells, words), "heat", title)
    if len(towns) > _COLUMNS:
        st.caption(say("shown of", shown=_COLUMNS, total=len(towns)))
    st.caption(say("heat note"))
    for key in clicked[:1]:
        evidence(page, key)
    download(page, frame.drop(columns=["name"]), title, "heat_csv")


def _several(page: Page, frame: pd.DataFrame, names: list[str], year: int) -> None:
    say = page.say
    first = names[: min(3, len(names))]
    chosen = several(say("pick metrics"), names, "several", say("choose"), first, page.metric, _PANELS)
    kept = frame[(frame["resolution"] != "conflict") & frame["metric"].isin(chosen)]
    if kept.empty:
        st.info(say("nothing here"))
        return
    towns = sorted({str(name) for name in kept["name"]})[:_BARS]
    panels = []
    for name in chosen:
        held = {str(row["name"]): point_of(page, row) for row in kept[kept["metric"] == name].to_dict("records")}
        unit = page.unit(name)
        panels.append((f"{page.metric(name)}（{unit}）", [held.get(town, Point(town, None, "—")) for town in towns]))
    title = say("tab multiples") + f" · {year}"
    words = Words(title, say("source line", count=kept["report"].nunique(), area=area_name(say, page.source.area)))
    clicked = chart(page, multiples(panels, words), "multiples", title)
    for key in clicked[:1]:
        evidence(page, key)


def _two(page: Page, frame: pd.DataFrame, names: list[str], year: int) -> None:
    say = page.say
    left, right = st.columns(2)
    with left:
        across = str(select(say("metric across"), names, "across", show=page.metric))
    if len(names) < 2:
        st.info(say("too few"))
        return
    with right:
        rest = [name for name in names if name != across]
        upward = str(select(say("metric upward"), rest, "upward", show=page.metric))
    kept = frame[(frame["resolution"] != "conflict") & frame["value"].notna()]
    one, other = (
        {str(row["name"]): point_of(page, row) for row in kept[kept["metric"] == name].to_dict("records")}
        for name in (across, upward)
    )
    points = [(one[name], other[name]) for name in sorted(one) if name in other]
    if len(points) < 2:
        st.info(say("too few"))
        return
    labels = [f"{page.metric(name)}（{page.unit(name)}）" for name in (across, upward)]
    title = f"{page.metric(across)} × {page.metric(upward)} · {year}"
    words = Words(title, say("source line", count=len(points), area=area_name(say, page.source.area)), x=labels[0], y=labels[1])
    clicked = chart(page, scatter(points, words), "scatter", title)
    for key in clicked[:1]:
        row = next((pair for pair in points if pair[0].id == key), None)
        for column, point in zip(st.columns(2), row or (), strict=False):
            with column:
                evidence(page, point.id)
