"""Writes an element of a web page as lines of text: one paragraph a line, one table row a line."""

import re

from extract.reading.dom import Element
from extract.reading.limits import Limits
from extract.reading.rows import Cell, table_lines
from extract.reading.wordlist import words

_BLOCKS = words(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
_SOFT = re.compile("[\xad\u200b\u2060\ufeff]")
#: A cell with more text than this holds paragraphs, not a figure: the table only lays out the page.
_LAYOUT_CELL = 400


class LineWriter:
    """Collects the lines of an element and of everything below it."""

    def __init__(self, limits: Limits) -> None:
        self.lines: list[str] = []
        self._inline: list[str] = []
        self._limits = limits

    def write(self, element: Element) -> "LineWriter":
        """Adds the lines of `element`."""
        self._walk(element)
        self._break()
        return self

    def _walk(self, element: Element) -> None:
        number = _first_number(element)
        for child in element.children:
            if isinstance(child, str):
                self._inline.append(child)
            elif child.tag == "br":
                self._break()
            elif child.tag == "table" and not is_layout(child):
                self._break()
                self.lines.extend(table_lines(_rows(child, self._limits), self._limits))
            elif child.tag in _BLOCKS:
                self._break()
                if child.tag == "li" and number is not None:
                    self._inline.append(f"{number}. ")
                    number += 1
                self._walk(child)
                self._break()
            else:
                self._walk(child)

    def _break(self) -> None:
        line = _tidy("".join(self._inline))
        self._inline.clear()
        if line:
            self.lines.append(line)


def lines_of(element: Element, limits: Limits) -> list[str]:
    """The lines of an element."""
    return LineWriter(limits).write(element).lines


def is_layout(table: Element) -> bool:
    """Whether a table only places blocks on the page: it holds one column, another table, or whole paragraphs."""
    cells = [element for element in table.elements() if element.tag in ("td", "th")]
    rows = [element for element in table.elements() if element.tag == "tr"]
    if len(cells) <= len(rows) or any(element.tag == "table" for element in table.elements() if element is not table):
        return True
    return any(len(_SPACE.sub("", cell.text())) > _LAYOUT_CELL and _paragraphs(cell) > 2 for cell in cells)


def _paragraphs(cell: Element) -> int:
    return sum(1 for element in cell.elements() if element.tag in ("p", "br", "div", "li"))


def _rows(table: Element, limits: Limits) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    caption = [Cell(element.text()) for element in table.elements() if element.tag == "caption"]
    if caption:
        rows.append(caption)
    for row in (element for element in table.elements() if element.tag == "tr"):
        cells = (child for child in row.children if isinstance(child, Element) and child.tag in ("td", "th"))
        rows.append([_cell(cell, limits) for cell in cells])
    return rows


def _cell(cell: Element, limits: Limits) -> Cell:
    text = " ".join(lines_of(cell, limits))
    return Cell(text, _span(cell, "colspan"), _span(cell, "rowspan"))


def _span(cell: Element, key: str) -> int:
    value = cell.attributes.get(key, "")[:4].strip()
    return int(value) if value.isascii() and value.isdigit() else 1


def _first_number(element: Element) -> int | None:
    """The number that a browser shows before the first item of a numbered list; nothing for any other element."""
    if element.tag != "ol" or "none" in element.attributes.get("style", ""):
        return None
    start = element.attributes.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1


def _tidy(line: str) -> str:
    return _SPACE.sub(" ", _SOFT.sub("", line)).strip(" \u3000")
