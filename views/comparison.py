"""对比 Compare: townships side by side for a year: bars, a table, all metrics at once, several, or two against each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from extract.errors import UsageError
from views.answers import better, changed, compared, tables, townships_file, years_of
from views.charts import bars, multiples, scatter
from views.escape import html_text
from views.formats import figure, is_missing, number, signed
from views.frame import Page, heading
from views.grid import Cell, Column, grid, town_cell
from views.heat import heat_columns, heat_picture, heat_rows
from views.points import Point
from views.state import chosen_ids, pick_id, segments, select, several, toggle_id
from views.widgets import (
    chart,
    download,
    metric_picker,
    metrics_by_reach,
    missing_note,
    picture_buttons,
    point_of,
    quiet,
    side_by_side,
    township_picker,
    words_of,
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
    heading(page, "compare", say("compare intro"))
    years = years_of(page.source)
    if not years:
        st.info(say("no data") if tables(page.source).reports.empty else say("no years"))
        return
    first, second, third = st.columns([4, 3, 4])
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
        towns = township_picker(page, sorted({str(name) for name in of_year["name"] if str(name)}))
    measure, group, sort = _options(page)
    frame = _grouped(page, group)
    frame = frame[frame["year"] == year]
    if towns:
        frame = frame[frame["name"].isin(towns)]
    view = segments(say("view"), _TABS, "view", lambda name: say(f"tab {name}"), hidden=True)
    own = frame[frame["metric"] == metric]
    if view == "bars":
        _bars(page, own, metric, year, measure, sort, group)
    elif view == "table":
        _table(page, own, metric, year, group)
    elif view == "heat":
        _heat(page, frame, names, year, group)
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


def _ordered(rows: pd.DataFrame, moved: dict[str, float], measure: str, sort: str) -> pd.DataFrame:
    """The rows that a chart can show, in the order asked for."""
    kept = rows[(rows["resolution"] != "conflict") & rows[measure].notna()]
    if sort == "name":
        return kept.sort_values("name", kind="stable")
    if sort == "change":
        keys = kept["name"].map(moved)
        return kept.assign(_change=keys).sort_values("_change", ascending=False, kind="stable", na_position="last")
    return kept.sort_values(measure, ascending=False, kind="stable")


def _filters(page: Page, measure: str = "value", group: str = "") -> list[str]:
    """What the pickers restrict a chart to, in words."""
    say = page.say
    towns = [str(name) for name in st.session_state.get("towns") or []]
    return [
        say("filter measure", measure=say(f"measure {measure}")) if measure != "value" else "",
        say("filter group", group=say(f"group {group}")) if group not in ("", "all") else "",
        say("filter towns", names=say.join(towns[:6]) + ("…" if len(towns) > 6 else "")) if towns else "",
    ]


def _bars(page: Page, rows: pd.DataFrame, metric: str, year: int, measure: str, sort: str, group: str) -> None:
    say = page.say
    moved = _changes(page, metric, year)
    ordered = _ordered(rows, moved, measure, sort)
    if ordered.empty:
        st.info(say("no measure") if len(rows) and measure != "value" else say("nothing here"))
        return
    unit = page.unit(metric) if measure == "value" else f"{page.unit(metric)} / {say('measure ' + measure)}"
    points = [_bar(page, row, measure, sort, moved) for row in ordered.to_dict("records")]
    silent = _silent(page, year, set(rows["name"]))
    shown = [*points[:_BARS], *(Point(name, None, "—") for name in silent[: max(0, _BARS - len(points))])]
    middle = float(ordered[measure].median()) if measure != "value" else float(ordered["group_median"].iloc[0])
    spread = ordered["group"].nunique() == 1 and len(ordered) > 2 and not is_missing(middle)
    title = say("compare title", metric=page.metric(metric), year=year)
    median = say("median of", value=number(middle, page.language))
    filters = [say("unit is", unit=unit) if unit else "", *_filters(page, measure, group)]
    words = words_of(page, title, ordered["report"].nunique(), filters=filters, unit=unit, median=median)
    held = chosen_ids()
    alt = _told(page, points)
    drawn = bars(shown, words, middle if spread else None, held)
    chart(page, drawn, "bars", words, alt=alt, table=rows.drop(columns=["name"]))
    if len(points) > _BARS:
        quiet(say("shown of", shown=_BARS, total=len(points)))
    conflicts = sorted({str(name) for name in rows[rows["resolution"] == "conflict"]["name"]})
    if conflicts:
        st.html(_line("tm-error", say("conflict left out", names=say.join(conflicts))))
    missing_note(page)
    _evidence(page, chosen_ids(), conflicts, rows)


def _told(page: Page, points: list[Point]) -> str:
    """A chart in a sentence, for who does not see it."""
    known = [point for point in points if point.value is not None]
    if not known:
        return ""
    most, least = max(known, key=lambda one: one.value or 0), min(known, key=lambda one: one.value or 0)
    return page.say("chart told", count=len(known), most=most.name, high=most.text, least=least.name, low=least.text)


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
        quiet(page.say("evidence hint"))
        return
    side_by_side(page, ids)


def _table(page: Page, rows: pd.DataFrame, metric: str, year: int, group: str) -> None:
    say = page.say
    if rows.empty:
        st.info(say("nothing here"))
        return
    moved = _changes(page, metric, year)
    cells = [_row(page, row, moved) for row in rows.to_dict("records")]
    titles = ("township", "value", "unit", "rank", "quartile", "change from", "share", "note", "sentence")
    kinds = ("line", "right", "line", "right", "centre", "right", "right", "", "wide clip")
    columns = [Column(say(title), kind, title != "sentence") for title, kind in zip(titles, kinds, strict=True)]
    ids = [str(key) for key in rows["id"]]
    held = chosen_ids()
    title = say("compare title", metric=page.metric(metric), year=year)
    st.subheader(title)
    picked = [ids.index(key) for key in held if key in ids]
    grid(page, "compare_table", columns, cells, title, picked=picked, on_pick=pick_id(ids, most=4), height=620)
    quiet(say("row hint"), page.sources(rows["report"].nunique()))
    download(page, rows.drop(columns=["name"]), title, "compare_csv", " · ".join(filter(None, _filters(page, group=group))))
    side_by_side(page, [key for key in held if key in ids])


def _row(page: Page, row: dict[Any, Any], moved: dict[str, float]) -> list[Cell | str | None]:
    say = page.say
    conflict = row["resolution"] == "conflict"
    shown = figure(row["value"], row["value_high"], row["qualifier"], "", page.language)
    ranked = not is_missing(row["rank"])
    quarter = None if is_missing(row["quartile"]) else int(row["quartile"])
    letter = "n" if _is_neutral(page, row) else "q"
    change = moved.get(str(row["name"]))
    share = None if is_missing(row["share"]) else float(row["share"])
    return [
        town_cell(str(row["name"]), "strong"),
        Cell(shown, None if is_missing(row["value"]) else float(row["value"]), kind="error" if conflict else "strong"),
        say.unit(str(row["unit"])),
        Cell(say("rank of", rank=int(row["rank"]), of=int(row["of"])), int(row["rank"])) if ranked else None,
        Cell(str(quarter), quarter, kind=f"q {letter}{quarter}") if quarter else None,
        Cell(signed(change, page.language), change) if change is not None else None,
        Cell(f"{share:g}%", share) if share is not None else None,
        _notes(page, str(row["comparable"] or "")),
        str(row["sentence"]),
    ]


def _notes(page: Page, notes: str) -> str:
    return page.say.join([page.say.either(f"note {word}", word) for word in notes.split(";") if word])


def _heat(page: Page, frame: pd.DataFrame, names: list[str], year: int, group: str) -> None:
    say = page.say
    kept = frame[(frame["resolution"] != "conflict") & frame["metric"].isin(names)]
    if kept.empty:
        st.info(say("nothing here"))
        return
    towns = [str(name) for name in kept.groupby("name")["metric"].nunique().sort_values(ascending=False).index]
    order = list(dict.fromkeys(str(name) for name in kept["metric"]))
    reach = set(names[:_ROWS])
    chosen = [name for name in order if name in reach]
    shown = towns[:_COLUMNS]
    drawn = kept[kept["metric"].isin(chosen) & kept["name"].isin(shown)]
    points = {(str(row["metric"]), str(row["name"])): _placed(page, row) for row in drawn.to_dict("records")}
    cells = [[points.get((metric, name)) for name in shown] for metric in chosen]
    title = say("heat title", year=year)
    words = words_of(page, title, kept["report"].nunique(), filters=[say("quarters"), *_filters(page, group=group)])
    st.subheader(title)
    quiet(words.filters)
    ids = [point.id if point is not None else "" for line in cells for point in (None, *line)]
    held = chosen_ids()

    def pick(number: int) -> None:
        if ids[number]:
            toggle_id(ids[number], most=2)

    metrics = [Cell(page.metric(name), to=("compare", {"metric": name, "year": str(year)})) for name in chosen]
    columns, rows = heat_columns(say("metric"), shown), heat_rows(metrics, cells)
    picked = [number for number, key in enumerate(ids) if key and key in held]
    grid(page, "heat_table", columns, rows, title, picked=picked, on_pick=pick, height=900, by_cell=True)
    quiet(words.source)
    picture = heat_picture(shown, [page.metric(name) for name in chosen], cells, words)
    picture_buttons(page, "heat", words, picture, frame.drop(columns=["name"]))
    if len(towns) > _COLUMNS:
        quiet(say("shown of", shown=_COLUMNS, total=len(towns)))
    quiet(say("heat note"))
    side_by_side(page, held)


def _placed(page: Page, row: dict[Any, Any]) -> Point:
    """A cell of the heat table: pointed at it tells its rank before its sentence."""
    point = replace(point_of(page, row), neutral=_is_neutral(page, row))
    if is_missing(row["rank"]):
        return point
    rank = page.say("ranked", rank=int(row["rank"]), of=int(row["of"]))
    return replace(point, hover=f"{rank} · {point.hover}")


def _is_neutral(page: Page, row: dict[Any, Any]) -> bool:
    """Whether neither more nor less of the row's metric is better."""
    return better(page.source).get(str(row["metric"])) == "neutral"


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
        panels.append((page.with_unit(name), [held.get(town, Point(town, None, "—")) for town in towns]))
    words = words_of(page, say("multiples title", year=year), kept["report"].nunique(), filters=_filters(page))
    alt = say.join([page.metric(name) for name in chosen])
    chart(page, multiples(panels, words), "multiples", words, alt=alt, table=kept.drop(columns=["name"]))
    missing_note(page)
    side_by_side(page, chosen_ids())


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
    title = say("compare title", metric=f"{page.metric(across)} × {page.metric(upward)}", year=year)
    labels = [page.with_unit(name) for name in (across, upward)]
    words = words_of(page, title, len(points), filters=_filters(page), x=labels[0], y=labels[1])
    alt = say("pairs told", count=len(points))
    both = kept[kept["metric"].isin([across, upward])].drop(columns=["name"])
    chart(page, scatter(points, words), "scatter", words, alt=alt, table=both)
    held = chosen_ids()
    pair = next((pair for pair in points if pair[0].id in held), None)
    side_by_side(page, [point.id for point in pair] if pair else [])
