"""What stands around a figure: title, filters, source line, margins and axes, so that a saved picture says what it is."""

from __future__ import annotations

import re
from typing import Any

from views.escape import chart_text
from views.points import FONT, Words

#: letters of a title and of what stands below it that a phone has room for in a line
_TITLE_WIDTH, _FILTERS_WIDTH = 20.5, 28.0
_WORDS = re.compile(r"[A-Za-z0-9.,%’'()/-]+ *|. *", re.DOTALL)
#: what a letter of a row's name takes of the width
_NAME_LETTER = 13
#: a figure as Plotly's JSON knows it; Plotly's own classes take ten times as long to make one
Figure = dict[str, Any]


def dressed(
    traces: list[dict[str, Any]],
    layout: dict[str, Any],
    words: Words,
    height: int,
    *,
    above: int = 70,
    below: int = 20,
    right: int = 40,
) -> Figure:
    """Title, what it is restricted to, source line and margins, so that a saved picture says what it is."""
    lines_of_title = _folded(words.title, _TITLE_WIDTH)
    more = 22 * lines_of_title.count("<br>")
    title: dict[str, object] = {
        "text": lines_of_title,
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        # Plotly sets further lines above the first one's place, not below
        "pad": {"t": 8 + more, "l": 2},
        "font": {"size": 17, "color": words.ink, "weight": 650},
    }
    if words.filters:
        filters = _folded(words.filters, _FILTERS_WIDTH)
        title["subtitle"] = {"text": filters, "font": {"size": 12.5, "color": words.faint}}
        more += 14 + 17 * filters.count("<br>")
    above, height = above + more, height + more
    notes = list(layout.get("annotations", ()))
    left = _names_wide(layout.get("yaxis", {}))
    if words.source:
        notes.append(
            {"text": chart_text(words.source, 100), "xref": "paper", "yref": "paper", "x": 0, "y": 0,
             "xshift": -left, "yshift": -(48 + below), "xanchor": "left", "yanchor": "bottom",
             "showarrow": False, "font": {"size": 11.5, "color": words.faint}}
        )  # fmt: skip
    whole = {
        "bargap": 0.25,
        **layout,
        "annotations": notes,
        "title": title,
        "height": height + below,
        "margin": {"l": 10 + left, "r": right, "t": above, "b": 56 + below},
        "dragmode": False,
        "hoverlabel": {"align": "left"},
        "separators": ".,",
        "font": {"family": FONT, "color": words.ink, "size": 13},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "template": "none",
    }
    for name in [key for key in whole if key.startswith(("xaxis", "yaxis"))]:
        whole[name] = _plain_axis(whole[name], words, upward=name.startswith("y"))
    return {"data": traces, "layout": whole}


def _folded(text: str, width: float, most: int = 3) -> str:
    """A title in as many lines as a phone needs, broken between words; `width` counts Chinese letters."""
    lines_of: list[str] = []
    line, room = "", width
    for word in _WORDS.findall(text):
        needed = sum(0.55 if letter.isascii() else 1 for letter in word)
        if line and needed > room and len(lines_of) < most - 1:
            lines_of.append(line.rstrip())
            line, room = "", width
        line, room = line + word, room - needed
    return "<br>".join(chart_text(one, 60) for one in (*lines_of, line))


def _names_wide(axis: dict[str, Any]) -> int:
    """The room that the names at an axis take, 0 where they are numbers that Plotly chooses."""
    wide = (sum(_NAME_LETTER * (0.62 if letter.isascii() else 1) for letter in name) for name in axis.get("ticktext", ()))
    return round(max(wide, default=0.0))


def _plain_axis(axis: dict[str, Any], words: Words, *, upward: bool) -> dict[str, Any]:
    dressed = axis | {
        "ticks": "",
        # where the room that words take is known, Plotly need not draw, measure and draw again
        "automargin": not _names_wide(axis) if upward else "title" in axis,
        "fixedrange": True,
        "gridcolor": words.rule,
        "zerolinecolor": words.rule,
        "linecolor": words.rule,
        "tickfont": {"color": words.ink if upward else words.faint, "size": 13 if upward else 12},
    }
    if "title" in axis:
        dressed["title"] = axis["title"] | {"font": {"color": words.faint, "size": 12}}
    return dressed
