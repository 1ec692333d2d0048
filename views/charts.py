"""Figure builders: tables in, Plotly figures out; pure, so that they can be tested without a page.

Every point carries the id of its observation in `customdata`. Colours are those of Okabe and Ito, which people with any kind
of colour vision tell apart; what differs in colour differs in pattern, symbol or text too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from views.escape import chart_text
from views.formats import MISSING

BLUE, ORANGE, GREEN, PINK, SKY, YELLOW, GREY = "#2b7bba", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#8a939c"
SERIES = (BLUE, ORANGE, GREEN, PINK, SKY, YELLOW, GREY)
_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star", "cross")
#: quartile 1 to 4, the best first; dark letters read on all of them
_QUARTILES = ("#7fb8e0", "#cfe4f3", "#fbe0c0", "#f3a766")
_LONGEST_NAME = 16
#: fonts that are on the machine
FONT = "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, Segoe UI, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Point:
    """One value to draw: whose, how it is written, and the observation it came from; a value of None is missing."""

    name: str
    value: float | None
    text: str
    id: str = ""
    hover: str = ""
    year: int = 0
    inexact: bool = False
    quartile: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a chart."""

    title: str
    source: str = ""
    unit: str = ""
    median: str = ""
    x: str = ""
    y: str = ""
    filters: str = ""
    dark: bool = False

    @property
    def ink(self) -> str:
        """The colour of words, at least 4.5:1 against the page."""
        return "#e8edf2" if self.dark else "#1b1f24"

    @property
    def faint(self) -> str:
        """The colour of small print, at least 4.5:1 against the page."""
        return "#a9b3bd" if self.dark else "#56606a"

    @property
    def rule(self) -> str:
        """The colour of grid lines."""
        return "#2b343e" if self.dark else "#e3e7eb"


@dataclass(frozen=True, slots=True)
class Line:
    """The years of one township."""

    name: str
    points: Sequence[Point] = field(default_factory=tuple)


def bars(points: Sequence[Point], words: Words, median: float | None = None, selected: Sequence[str] = ()) -> go.Figure:
    """Sorted bars, the first on top, with the median; what is missing keeps its place and says so."""
    shown = list(points)
    figure = go.Figure(
        go.Bar(
            x=[0 if point.value is None else point.value for point in shown],
            y=list(range(len(shown))),
            orientation="h",
            text=[chart_text(point.text) for point in shown],
            textposition="outside",
            cliponaxis=False,
            customdata=[point.id for point in shown],
            hovertext=[_hover(point) for point in shown],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": [ORANGE if point.id and point.id in selected else BLUE for point in shown],
                "pattern": {"shape": ["/" if point.inexact else "" for point in shown], "solidity": 0.35, "fgcolor": "#ffffff"},
            },
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    if median is not None:
        figure.add_vline(
            x=median,
            line_dash="dot",
            line_color=GREY,
            annotation_text=chart_text(words.median),
            annotation_position="top",
            annotation_font={"size": 12, "color": words.faint},
        )
    names = [chart_text(point.name, _LONGEST_NAME) for point in shown]
    figure.update_yaxes(tickvals=list(range(len(shown))), ticktext=names, autorange="reversed", showgrid=False, zeroline=False)
    figure.update_xaxes(rangemode="tozero", tickformat="~s" if _is_large(shown) else "")
    return _dressed(figure, words, 150 + 30 * max(len(shown), 1))


def _letters(grid: Sequence[Sequence[Point | None]], size: int, faint: str) -> go.Scatter:
    """The texts of a grid's cells as one trace; a thousand annotations would take seconds.

    On a coloured cell they are dark; a cell without a quartile has no colour.
    """
    cells = [(column, row, cell) for row, line in enumerate(grid) for column, cell in enumerate(line)]
    grey = [cell is None or not cell.quartile for _, _, cell in cells]
    return go.Scatter(
        x=[column for column, _, _ in cells],
        y=[row for _, row, _ in cells],
        mode="text",
        text=[MISSING if cell is None else chart_text(cell.text) for _, _, cell in cells],
        textfont={"size": size, "color": [faint if quiet else "#1b1f24" for quiet in grey]},
        hoverinfo="skip",
        showlegend=False,
    )


def lines(series: Sequence[Line], years: Sequence[int], words: Words, median: Sequence[float | None] = ()) -> go.Figure:
    """A line for each township; a year without a value is a gap."""
    figure = go.Figure()
    for number, line in enumerate(series):
        held = {point.year: point for point in line.points}
        points = [held.get(year) for year in years]
        figure.add_trace(
            go.Scatter(
                x=[str(year) for year in years],
                y=[None if point is None else point.value for point in points],
                mode="lines+markers",
                name=chart_text(line.name, _LONGEST_NAME),
                customdata=["" if point is None else point.id for point in points],
                hovertext=["" if point is None else _hover(point) for point in points],
                hovertemplate="%{hovertext}<extra></extra>",
                connectgaps=False,
                line={"color": SERIES[number % len(SERIES)], "width": 2, "dash": ("solid", "dash")[number // len(SERIES) % 2]},
                marker={
                    "size": 9,
                    "symbol": [_symbol(number, open_=point is not None and point.inexact) for point in points],
                },
            )
        )
    if any(value is not None for value in median):
        figure.add_trace(
            go.Scatter(
                x=[str(year) for year in years],
                y=list(median),
                mode="lines",
                name=chart_text(words.median),
                line={"color": GREY, "dash": "dot", "width": 2},
                customdata=[""] * len(years),
                hovertemplate="%{y}<extra></extra>",
            )
        )
    figure.update_xaxes(type="category", showgrid=False)
    figure.update_yaxes(rangemode="tozero")
    figure.update_layout(showlegend=True, legend={"orientation": "h", "y": -0.12, "yanchor": "top", "x": 0})
    return _dressed(figure, words, 470, below=40 + 24 * (len(series) // 5 + 1))


def dumbbells(pairs: Sequence[tuple[Point, Point]], words: Words, before: str, after: str) -> go.Figure:
    """A township's value before and after, joined; what moved most on top."""
    figure = go.Figure()
    for row, (one, other) in enumerate(pairs):
        colour = GREY if one.value == other.value else BLUE if (other.value or 0) > (one.value or 0) else ORANGE
        figure.add_shape(type="line", x0=one.value, x1=other.value, y0=row, y1=row, line={"color": colour, "width": 3})
    for place, (name, symbol, colour) in enumerate(((before, "circle-open", GREY), (after, "circle", BLUE))):
        points = [pair[place] for pair in pairs]
        figure.add_trace(
            go.Scatter(
                x=[point.value for point in points],
                y=list(range(len(points))),
                mode="markers",
                name=chart_text(name),
                marker={"symbol": symbol, "size": 12, "color": colour, "line": {"width": 2}},
                customdata=[point.id for point in points],
                hovertext=[_hover(point) for point in points],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )
    names = [chart_text(one.name, _LONGEST_NAME) for one, _ in pairs]
    figure.update_yaxes(tickvals=list(range(len(pairs))), ticktext=names, autorange="reversed", showgrid=False, zeroline=False)
    figure.update_xaxes(rangemode="tozero")
    figure.update_layout(showlegend=True, legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0})
    return _dressed(figure, words, 190 + 30 * max(len(pairs), 1), above=90)


def heat(names: Sequence[str], metrics: Sequence[str], cells: dict[tuple[str, str], Point], words: Words) -> go.Figure:
    """Metrics by townships, coloured by quartile and lettered with the value; without a rank a cell stays plain."""
    grid = [[cells.get((name, metric)) for name in names] for metric in metrics]
    quartiles = [[(cell.quartile or None) if cell is not None else None for cell in row] for row in grid]
    steps = [[edge, colour] for n, colour in enumerate(_QUARTILES) for edge in (n / 4, (n + 1) / 4)]
    figure = go.Figure(
        go.Heatmap(
            x=list(range(len(names))),
            y=list(range(len(metrics))),
            z=quartiles,
            zmin=0.5,
            zmax=4.5,
            colorscale=steps,
            showscale=False,
            customdata=[["" if cell is None else cell.id for cell in row] for row in grid],
            hovertext=[["" if cell is None else _hover(cell) for cell in row] for row in grid],
            hovertemplate="%{hovertext}<extra></extra>",
            xgap=2,
            ygap=2,
        )
    )
    figure.add_trace(_letters(grid, 12, words.faint))
    figure.update_xaxes(
        tickvals=list(range(len(names))),
        ticktext=[chart_text(n, _LONGEST_NAME) for n in names],
        side="top",
        showgrid=False,
        zeroline=False,
        showline=False,
    )
    figure.update_yaxes(
        tickvals=list(range(len(metrics))),
        ticktext=[chart_text(m, 32 if m.isascii() else 20) for m in metrics],
        range=[len(metrics) - 0.5, -0.5],
        showgrid=False,
        zeroline=False,
        showline=False,
    )
    return _dressed(figure, words, 140 + 28 * max(len(metrics), 1), above=100)


def multiples(panels: Sequence[tuple[str, Sequence[Point]]], words: Words, columns: int = 3) -> go.Figure:
    """Small bars for several metrics, every panel with its own scale and the same order of townships."""
    rows = max((len(panels) + columns - 1) // columns, 1)
    height = 90 + rows * (70 + 22 * max((len(points) for _, points in panels), default=1))
    figure = make_subplots(
        rows=rows,
        cols=columns,
        subplot_titles=[chart_text(name, 18) for name, _ in panels],
        shared_yaxes=True,
        vertical_spacing=min(60 / height, 0.9 / rows),
        horizontal_spacing=0.05,
    )
    for number, (_, points) in enumerate(panels):
        trace = go.Bar(
            x=[0 if point.value is None else point.value for point in points],
            y=[chart_text(point.name, 12) for point in points],
            orientation="h",
            text=[chart_text(point.text) for point in points],
            textposition="outside",
            cliponaxis=False,
            customdata=[point.id for point in points],
            hovertext=[_hover(point) for point in points],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={"color": SERIES[number % len(SERIES)]},
        )
        figure.add_trace(trace, row=number // columns + 1, col=number % columns + 1)
    figure.update_yaxes(autorange="reversed", showgrid=False, type="category")
    figure.update_xaxes(rangemode="tozero", showticklabels=False, showgrid=False)
    figure.update_layout(showlegend=False)
    figure.update_annotations(font_size=13)
    return _dressed(figure, words, height, above=90)


def scatter(points: Sequence[tuple[Point, Point]], words: Words) -> go.Figure:
    """Two metrics against each other, a named point for each township."""
    figure = go.Figure(
        go.Scatter(
            x=[one.value for one, _ in points],
            y=[other.value for _, other in points],
            mode="markers+text",
            text=[chart_text(one.name, _LONGEST_NAME) for one, _ in points],
            textposition="top center",
            marker={"size": 12, "color": BLUE},
            customdata=[one.id for one, _ in points],
            hovertext=[f"{_hover(one)}<br>{chart_text(other.text)}" for one, other in points],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
        )
    )
    figure.update_xaxes(title=chart_text(words.x), rangemode="tozero")
    figure.update_yaxes(title=chart_text(words.y), rangemode="tozero")
    return _dressed(figure, words, 480)


def _is_large(points: Sequence[Point]) -> bool:
    return any(point.value is not None and point.value >= 1_000_000 for point in points)


def _symbol(number: int, *, open_: bool) -> str:
    return _SYMBOLS[number % len(_SYMBOLS)] + ("-open" if open_ else "")


def _hover(point: Point) -> str:
    head = f"<b>{chart_text(point.name, 30)}</b> {chart_text(point.text)}"
    return f"{head}<br>{_wrapped(point.hover)}" if point.hover else head


def _wrapped(text: str, width: int = 34, most: int = 170) -> str:
    """A sentence in lines, so that the box beside the pointer stays on the screen."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return "<br>".join(chart_text(cut[at : at + width]) for at in range(0, len(cut), width))


def _dressed(figure: go.Figure, words: Words, height: int, *, above: int = 70, below: int = 20) -> go.Figure:
    """Title, what it is restricted to, source line and margins, so that a saved picture says what it is."""
    title: dict[str, object] = {
        "text": chart_text(words.title, 60),
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"t": 8, "l": 2},
        "font": {"size": 17, "color": words.ink, "weight": 650},
    }
    if words.filters:
        title["subtitle"] = {"text": chart_text(words.filters, 110), "font": {"size": 12.5, "color": words.faint}}
        above += 14
        height += 14
    figure.update_layout(
        title=title,
        height=height + below,
        margin={"l": 10, "r": 40, "t": above, "b": 56 + below},
        bargap=0.25,
        dragmode=False,
        hoverlabel={"align": "left"},
        separators=".,",
        font={"family": FONT, "color": words.ink, "size": 13},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        template="none",
    )
    if words.source:
        figure.add_annotation(
            text=chart_text(words.source, 100),
            xref="paper",
            yref="paper",
            x=0,
            y=0,
            yshift=-(48 + below),
            xanchor="left",
            yanchor="bottom",
            showarrow=False,
            font={"size": 11.5, "color": words.faint},
        )
    plain = {
        "ticks": "",
        "automargin": True,
        "fixedrange": True,
        "gridcolor": words.rule,
        "zerolinecolor": words.rule,
        "linecolor": words.rule,
    }
    figure.update_xaxes(**plain, tickfont={"color": words.faint, "size": 12}, title_font={"color": words.faint, "size": 12})
    figure.update_yaxes(**plain, tickfont={"color": words.ink, "size": 13}, title_font={"color": words.faint, "size": 12})
    return figure
