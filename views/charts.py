"""Figure builders: tables in, Plotly figures out as plain dicts; pure, so that they can be tested without a page.

Every point carries the id of its observation in `customdata`. What differs in colour differs in pattern, symbol or text too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from views.dressing import Figure, dressed
from views.escape import chart_text
from views.placing import apart, beside
from views.points import BLUE, GREY, ORANGE, SERIES, Line, Point, Words

_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star", "cross")
#: the same as letters
_BULLETS = "●■◆▲✖★✚"
_LONGEST_NAME = 16
#: names of more points than these are told when they are pointed at
_MOST_NAMED = 60
#: lines of more townships than these are told by a legend, fewer by a name at their end
_MOST_ENDS = 12
#: what a line's name takes of the height, and the height that lines have
_END_TALL, _LINES_TALL = 17, 330
#: what a letter and the whole of the bars take of the width
_LETTER_WIDE, _BARS_WIDE = 8.5, 800


def bars(points: Sequence[Point], words: Words, median: float | None = None, selected: Sequence[str] = ()) -> Figure:
    """Sorted bars, the first on top, with the median; what is missing keeps its place and says so."""
    shown = list(points)
    marker = {
        "color": [ORANGE if point.id and point.id in selected else BLUE for point in shown],
        "pattern": {"shape": ["/" if point.inexact else "" for point in shown], "solidity": 0.35, "fgcolor": "#ffffff"},
    }
    trace = _bar_trace(shown, list(range(len(shown)))) | {
        "marker": marker,
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    layout: dict[str, Any] = {
        "xaxis": {"rangemode": "tozero", "tickformat": "~s" if _is_large(shown) else ""},
        "yaxis": _named(point.name for point in shown),
    }
    if median is not None:
        layout["shapes"] = [
            {"type": "line", "x0": median, "x1": median, "xref": "x", "y0": top, "y1": bottom, "yref": "y",
             "layer": "below", "line": {"dash": "dot", "color": GREY}}
            for top, bottom in _free_rows(shown, median)
        ]  # fmt: skip
        layout["annotations"] = [
            {"text": chart_text(words.median), "x": median, "xref": "x", "xanchor": "center", "y": 1, "yref": "y domain",
             "yanchor": "bottom", "showarrow": False, "font": {"size": 12, "color": words.faint}}
        ]  # fmt: skip
    return dressed([trace], layout, words, 150 + 30 * max(len(shown), 1))


def _free_rows(points: Sequence[Point], median: float) -> list[tuple[float, float]]:
    """Where the median's line is drawn: not through the value that is written behind a bar."""
    wide = max((point.value or 0 for point in points), default=0) / _BARS_WIDE
    spans: list[tuple[float, float]] = []
    top = -0.5
    for row, point in enumerate(points):
        value = point.value or 0
        if value <= median < value + (1 + len(point.text)) * _LETTER_WIDE * wide:
            spans.append((top, row - 0.4))
            top = row + 0.4
    return [*spans, (top, len(points) - 0.5)]


def _bar_trace(points: Sequence[Point], rows: Sequence[object]) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": [0 if point.value is None else point.value for point in points],
        "y": rows,
        "orientation": "h",
        "text": [chart_text(point.text) for point in points],
        "textposition": "outside",
        "cliponaxis": False,
        **_told(points),
    }


def _told(points: Sequence[Point | None]) -> dict[str, Any]:
    """What a trace's points carry: the ids of their observations, and what is said of them when pointed at."""
    return {
        "customdata": ["" if point is None else point.id for point in points],
        "hovertext": ["" if point is None else _hover(point) for point in points],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _named(names: Iterable[str]) -> dict[str, Any]:
    """An axis that names its rows, the first on top."""
    texts = [chart_text(name, _LONGEST_NAME) for name in names]
    return {
        "tickvals": list(range(len(texts))), "ticktext": texts, "autorange": "reversed", "showgrid": False, "zeroline": False,
    }  # fmt: skip


def lines(series: Sequence[Line], years: Sequence[int], words: Words, median: Sequence[float | None] = ()) -> Figure:
    """A line for each township; a year without a value is a gap."""
    named = [str(year) for year in years]
    traces: list[dict[str, Any]] = []
    for number, line in enumerate(series):
        held = {point.year: point for point in line.points}
        points = [held.get(year) for year in years]
        symbols = [_symbol(number, open_=point is not None and point.inexact) for point in points]
        dash = ("solid", "dash")[number // len(SERIES) % 2]
        traces.append(
            {
                "type": "scatter",
                "x": named,
                "y": [None if point is None else point.value for point in points],
                "mode": "lines+markers",
                "name": chart_text(line.name, _LONGEST_NAME),
                "connectgaps": False,
                "line": {"color": SERIES[number % len(SERIES)], "width": 2, "dash": dash},
                "marker": {"size": 9, "symbol": symbols},
                **_told(points),
            }
        )
    if any(value is not None for value in median):
        traces.append(
            {
                "type": "scatter",
                "x": named,
                "y": list(median),
                "mode": "lines",
                "name": chart_text(words.median),
                "line": {"color": GREY, "dash": "dot", "width": 2},
                "customdata": [""] * len(years),
                "hovertemplate": "%{y}<extra></extra>",
            }
        )
    layout: dict[str, Any] = {"xaxis": {"type": "category", "showgrid": False}, "yaxis": {"rangemode": "tozero"}}
    if len(series) <= _MOST_ENDS:
        ends = _ends(traces, words)
        room = max((len(str(trace["name"])) for trace in traces), default=0)
        return dressed(traces, layout | {"showlegend": False, "annotations": ends}, words, 470, right=34 + 13 * room)
    layout |= {"showlegend": True, "legend": {"orientation": "h", "y": -0.12, "yanchor": "top", "x": 0}}
    return dressed(traces, layout, words, 470, below=40 + 24 * (len(series) // 5 + 1))


def _ends(traces: Sequence[dict[str, Any]], words: Words) -> list[dict[str, Any]]:
    """The name of every line beside its last point, moved up or down where names would cover one another."""
    most = max((value or 0 for trace in traces for value in trace["y"]), default=0) * 1.05 or 1
    last = sorted(
        ([value for value in trace["y"] if value is not None][-1], number)
        for number, trace in enumerate(traces)
        if any(value is not None for value in trace["y"])
    )
    places = apart([value / most * _LINES_TALL for value, _ in last], _END_TALL)
    ends = []
    for (value, number), place in zip(last, places, strict=True):
        trace = traces[number]
        bullet = "┄" if trace["mode"] == "lines" else _BULLETS[(number + number // len(SERIES)) % len(_BULLETS)]
        ends.append(
            {"text": f'<span style="color:{trace["line"]["color"]}">{bullet}</span> {trace["name"]}', "x": 1, "xref": "paper",
             "xanchor": "left", "xshift": 4, "y": value, "yref": "y", "yshift": round(place - value / most * _LINES_TALL),
             "showarrow": False, "font": {"size": 12.5, "color": words.ink}}
        )  # fmt: skip
    return ends


def dumbbells(pairs: Sequence[tuple[Point, Point]], words: Words, before: str, after: str) -> Figure:
    """A township's value before and after, joined; what moved most on top."""
    shapes = []
    for row, (one, other) in enumerate(pairs):
        colour = GREY if one.value == other.value else BLUE if (other.value or 0) > (one.value or 0) else ORANGE
        shapes.append(
            {"type": "line", "x0": one.value, "x1": other.value, "y0": row, "y1": row, "line": {"color": colour, "width": 3}}
        )
    traces = []
    for place, (name, symbol, colour) in enumerate(((before, "circle-open", GREY), (after, "circle", BLUE))):
        points = [pair[place] for pair in pairs]
        traces.append(
            {
                "type": "scatter",
                "x": [point.value for point in points],
                "y": list(range(len(points))),
                "mode": "markers",
                "name": chart_text(name),
                "marker": {"symbol": symbol, "size": 12, "color": colour, "line": {"width": 2}},
                **_told(points),
            }
        )
    layout = {
        "xaxis": {"rangemode": "tozero"},
        "yaxis": _named(one.name for one, _ in pairs),
        "shapes": shapes,
        "showlegend": True,
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
    }
    return dressed(traces, layout, words, 190 + 30 * max(len(pairs), 1), above=90)


def multiples(panels: Sequence[tuple[str, Sequence[Point]]], words: Words, columns: int = 3) -> Figure:
    """Small bars for several metrics, every panel with its own scale and the same order of townships."""
    rows = max((len(panels) + columns - 1) // columns, 1)
    height = 90 + rows * (70 + 22 * max((len(points) for _, points in panels), default=1))
    gap, side = min(60 / height, 0.9 / rows), 0.05
    tall, wide = (1 - gap * (rows - 1)) / rows, (1 - side * (columns - 1)) / columns
    traces: list[dict[str, Any]] = []
    titles: list[dict[str, Any]] = []
    layout: dict[str, Any] = {"showlegend": False}
    for number, (name, points) in enumerate(panels):
        row, column = divmod(number, columns)
        axis = "" if number == 0 else str(number + 1)
        left, top = column * (wide + side), 1 - row * (tall + gap)
        trace = _bar_trace(points, [chart_text(point.name, 12) for point in points])
        traces.append(trace | {"marker": {"color": SERIES[number % len(SERIES)]}, "xaxis": f"x{axis}", "yaxis": f"y{axis}"})
        layout[f"xaxis{axis}"] = {
            "anchor": f"y{axis}", "domain": [left, min(left + wide, 1)], "rangemode": "tozero", "showticklabels": False,
            "showgrid": False,
        }  # fmt: skip
        first = row * columns
        of_row = {"matches": f"y{first + 1 if first else ''}", "showticklabels": False} if column else {}
        layout[f"yaxis{axis}"] = {
            "anchor": f"x{axis}", "domain": [max(top - tall, 0), top], "autorange": "reversed", "showgrid": False,
            "type": "category", **of_row,
        }  # fmt: skip
        titles.append(
            {"text": chart_text(name, 18), "x": left + wide / 2, "xref": "paper", "xanchor": "center", "y": top, "yref": "paper",
             "yanchor": "bottom", "showarrow": False, "font": {"size": 13}}
        )  # fmt: skip
    return dressed(traces, layout | {"annotations": titles}, words, height, above=90)


def scatter(points: Sequence[tuple[Point, Point]], words: Words) -> Figure:
    """Two metrics against each other, a named point for each township."""
    trace = {
        "type": "scatter",
        "x": [one.value for one, _ in points],
        "y": [other.value for _, other in points],
        "mode": "markers+text" if len(points) <= _MOST_NAMED else "markers",
        "text": [chart_text(one.name, _LONGEST_NAME) for one, _ in points],
        "textposition": beside([(one.name[:_LONGEST_NAME], one.value or 0, other.value or 0) for one, other in points])
        if len(points) <= _MOST_NAMED
        else "top center",
        "marker": {"size": 12, "color": BLUE},
        "cliponaxis": False,
        **_told([one for one, _ in points]),
        "hovertext": [f"{_hover(one)}<br>{chart_text(other.text)}" for one, other in points],
    }
    layout = {
        axis: {"title": {"text": chart_text(title)}, "rangemode": "tozero"}
        for axis, title in (("xaxis", words.x), ("yaxis", words.y))
    }
    return dressed([trace], layout, words, 480)


def _is_large(points: Sequence[Point]) -> bool:
    return any(point.value is not None and point.value >= 1_000_000 for point in points)


def _symbol(number: int, *, open_: bool) -> str:
    """The symbol of a line; the next round of colours goes with other symbols."""
    return _SYMBOLS[(number + number // len(SERIES)) % len(_SYMBOLS)] + ("-open" if open_ else "")


def _hover(point: Point) -> str:
    head = f"<b>{chart_text(point.name, 30)}</b> {chart_text(point.text)}"
    return f"{head}<br>{_wrapped(point.hover)}" if point.hover else head


def _wrapped(text: str, width: int = 34, most: int = 170) -> str:
    """A sentence in lines, so that the box beside the pointer stays on the screen."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return "<br>".join(chart_text(cut[at : at + width]) for at in range(0, len(cut), width))
