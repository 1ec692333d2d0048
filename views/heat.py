"""All metrics of all townships at once: a table coloured by quarter, and the same as a picture to keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from views.escape import chart_text
from views.formats import MISSING
from views.grid import Cell, Column
from views.points import FONT, PLAIN_QUARTILES, QUARTILES, Point, Words

_FORBIDDEN = re.compile("[\x00-\x1f\ufffe\uffff\ud800-\udfff]")
Grid = Sequence[Sequence[Point | None]]
_NAME, _CELL, _ROW, _HEAD = 230, 92, 28, 104
#: letters of a picture's columns and rows; Latin ones are half as wide
_COLUMN_LETTERS, _ROW_LETTERS = 6, 17


def heat_columns(title: str, names: Sequence[str]) -> list[Column]:
    """The columns: the metric, and each township."""
    return [Column(title, "pinned", sort=False), *(Column(name, "centre", sort=False) for name in names)]


def heat_rows(metrics: Sequence[Cell], grid: Grid) -> list[list[Cell | str | None]]:
    """A row for each metric; a cell without a rank stays plain."""
    return [[metric, *(_cell(point) for point in line)] for metric, line in zip(metrics, grid, strict=True)]


def _cell(point: Point | None) -> Cell | None:
    if point is None:
        return None
    letter = "n" if point.neutral else "q"
    return Cell(point.text, cell=f"quarter {letter}{point.quartile}" if point.quartile else "", title=point.hover)


def heat_picture(names: Sequence[str], metrics: Sequence[str], grid: Grid, words: Words) -> str:
    """The table as SVG, with its title, what it is restricted to, its source and date."""
    width, height = _NAME + _CELL * len(names) + 20, _HEAD + _ROW * len(metrics) + 44
    ground = "#11161c" if words.dark else "#ffffff"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' font-family="{escape(FONT)}" font-size="13">',
        f"<title>{_text(words.title)}</title><desc>{_text(f'{words.filters} {words.source}')}</desc>",
        f'<rect width="100%" height="100%" fill="{ground}"/>',
        _words(12, 28, words.title, words.ink, size=17, weight=650),
        _words(12, 52, words.filters, words.faint, size=12),
        _words(12, height - 14, words.source, words.faint, size=12),
    ]
    for column, name in enumerate(names):
        parts.append(_words(_NAME + _CELL * (column + 0.5), _HEAD - 10, _cut(name, _COLUMN_LETTERS), words.ink, anchor="middle"))
    for row, (metric, line) in enumerate(zip(metrics, grid, strict=True)):
        top = _HEAD + _ROW * row
        parts.append(_words(_NAME - 10, top + 19, _cut(metric, _ROW_LETTERS), words.ink, anchor="end"))
        for column, point in enumerate(line):
            left = _NAME + _CELL * column
            quarter = point.quartile if point is not None else 0
            if point is not None and quarter:
                fill = (PLAIN_QUARTILES if point.neutral else QUARTILES)[quarter - 1]
                parts.append(f'<rect x="{left}" y="{top}" width="{_CELL - 2}" height="{_ROW - 2}" fill="{fill}"/>')
            colour = "#1b1f24" if quarter else words.faint
            text = MISSING if point is None else point.text
            parts.append(_words(left + _CELL / 2, top + 19, text, colour, anchor="middle"))
    return "".join([*parts, "</svg>"])


def _text(text: str) -> str:
    """Text for SVG: `chart_text` knows what turns the direction of words, and tags; what XML forbids goes."""
    return _FORBIDDEN.sub("\ufffd", chart_text(text))


def _words(x: float, y: float, text: str, colour: str, *, size: int = 13, weight: int = 400, anchor: str = "start") -> str:
    look = f'fill="{colour}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}"'
    return f'<text x="{x:g}" y="{y:g}" {look}>{_text(text)}</text>'


def _cut(text: str, most: float) -> str:
    """The text as far as there is room for it."""
    room = float(most)
    for place, letter in enumerate(text):
        room -= 0.55 if letter.isascii() else 1
        if room < 0:
            return text[: max(place - 1, 1)] + "…"
    return text
