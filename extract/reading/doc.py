"""Word 97–2003 documents (doc), which WPS writes too (wps): the text as printed, like that of a docx."""

import struct
from dataclasses import dataclass, field
from itertools import pairwise

from extract.reading.doc_lists import DocLists
from extract.reading.document import Document
from extract.reading.docx_runs import RAISED, Fields
from extract.reading.limits import Limits
from extract.reading.rows import Cell, table_lines
from extract.reading.word97 import (
    BOXES,
    END_PLACES,
    END_TEXTS,
    HEADERS,
    NOTE_PLACES,
    NOTE_TEXTS,
    SHAPES,
    Word97,
    is_set,
    whole,
)

VERSION = "doc/1"
_DELETED, _HIDDEN, _RAISED_OR_LOWERED, _SPECIAL = 0x0800, 0x083C, 0x2A48, 0x0855
_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_TABLE_SHAPE = 0xD608
_FIELDS = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
_SIGNS = {
    "\x0b": "\n",
    "\x0c": "",
    "\x0e": "",
    "\x1e": "-",
    "\x1f": "",
    "\xa0": " ",
    "\xad": "",
    "\x01": "",
    "\x08": "",
    "\x02": "",
    "\x05": "",
}
_LAYOUT_CELL = 400
_NEAR = 40


def read_doc(data: bytes, limits: Limits) -> Document:
    """The text of a doc; its headers and footers are metadata, since they belong to the pages."""
    word = Word97(data, limits)
    notes = _Behind(word)
    reading = _Reading(word, DocLists(word), limits, notes)
    lines = reading.part(*word.parts["main"]) + notes.left_over(reading)
    metadata = {kind: text for kind, text in _margins(word, limits).items() if text}
    return Document("\n".join(lines), reader=VERSION, metadata=metadata)


@dataclass(slots=True)
class _CellText:
    lines: list[str] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A table as far as it has been read: rows with the edges of their cells, and the cell that is being filled."""

    rows: list[tuple[list[_CellText], list[int]]] = field(default_factory=list)
    row: list[_CellText] = field(default_factory=list)
    cell: _CellText = field(default_factory=_CellText)

    def end_cell(self) -> None:
        self.row.append(self.cell)
        self.cell = _CellText()

    def end_row(self, edges: list[int]) -> None:
        self.rows.append((self.row, edges))
        self.row, self.cell = [], _CellText()


class _Reading:
    """Turns a part of the file's characters into lines."""

    def __init__(
        self, word: Word97, lists: DocLists | None, limits: Limits, notes: "_Behind | None", numbers: bool = True
    ) -> None:
        self._word = word
        self._lists = lists
        self._limits = limits
        self._notes = notes
        self._fields = Fields(numbers)
        self._lines: list[str] = []
        self._tables: list[_Table] = []

    def part(self, start: int, end: int) -> list[str]:
        """The lines from one character to another."""
        outer = self._lines, self._tables
        self._lines, self._tables = [], []
        text: list[str] = []
        behind: list[str] = []
        for first, characters, formats, place, width in self._word.stretches(start, end):
            hidden = is_set(formats, _DELETED) or is_set(formats, _HIDDEN)
            for offset, character in enumerate(characters):
                if self._notes is not None and not hidden:
                    behind.extend(self._notes.at(first + offset, self))
                if character in "\r\x07":
                    if hidden and character == "\r" and not self._tables:
                        continue
                    self._end(character, place + offset * width, "".join(text), behind)
                    text, behind = [], []
                elif not hidden:
                    self._character(character, formats, text)
        self._paragraph("".join(text), 0, {}, behind)
        self._close_tables(0)
        lines, (self._lines, self._tables) = self._lines, outer
        return lines

    def _character(self, character: str, formats: dict[int, bytes], text: list[str]) -> None:
        if character in _FIELDS:
            self._fields.mark(_FIELDS[character])
        elif not self._fields.visible:
            self._fields.instruct(character)
        elif character in _SIGNS:
            text.append(_SIGNS[character])
        elif character == "(" and is_set(formats, _SPECIAL):
            return  # a sign of a symbol font
        elif character >= " " or character == "\t":
            raised = character.isascii() and character.isdigit() and formats.get(_RAISED_OR_LOWERED, b"")[:1] == b"\x01"
            text.append(character.translate(RAISED) if raised else character)

    def _end(self, mark: str, place: int, text: str, behind: list[str]) -> None:
        """Ends a paragraph, a cell or a row."""
        style, formats = self._word.paragraph(place)
        depth = whole(formats[_DEPTH]) if _DEPTH in formats else int(is_set(formats, _IN_TABLE))
        self._close_tables(depth)
        while len(self._tables) < min(depth, 20):
            self._tables.append(_Table())
        self._fields.end_paragraph()
        row = is_set(formats, _ROW_END) or is_set(formats, _INNER_ROW)
        if row and self._tables:
            self._tables[-1].end_row(_edges(formats.get(_TABLE_SHAPE, b"")))
            return
        self._paragraph(text, style, formats, behind)
        if self._tables and (mark == "\x07" or is_set(formats, _INNER_CELL)):
            self._tables[-1].end_cell()

    def _paragraph(self, text: str, style: int, formats: dict[int, bytes], behind: list[str]) -> None:
        label = self._lists.label(style, formats) if self._lists is not None and text.strip() else ""
        lines = (line.strip(" \t\u3000") for line in (label + text).split("\n"))
        self._target().extend([line for line in lines if line] + behind)

    def _target(self) -> list[str]:
        return self._tables[-1].cell.lines if self._tables else self._lines

    def _close_tables(self, depth: int) -> None:
        while len(self._tables) > depth:
            table = self._tables.pop()
            if table.row or table.cell.lines:
                table.end_cell()
                table.end_row([])
            lines = _table_lines(table, self._limits)
            if self._tables:
                self._tables[-1].cell.nested.extend(lines)
            else:
                self._lines.extend(lines)


def _table_lines(table: _Table, limits: Limits) -> list[str]:
    rows = [[cell for cell in row if cell.lines or cell.nested] for row, _ in table.rows]
    layout = any(len(cell.lines) > 2 and sum(map(len, cell.lines)) > _LAYOUT_CELL for row in rows for cell in row)
    if layout or all(len(row) <= 1 for row, _ in table.rows):
        return [line for row in rows for cell in row for line in cell.lines + cell.nested]
    grid = _grid([edges for _, edges in table.rows])
    lines: list[str] = []
    for row, edges in table.rows:
        shape = [Cell(" ".join(cell.lines), _columns(grid, edges, index)) for index, cell in enumerate(row)]
        before = sum(1 for edge in grid if edges and edge < edges[0] - _NEAR)
        lines.extend(table_lines([[Cell("", before), *shape] if before else shape], limits))
        lines.extend(line for cell in row for line in cell.nested)
    return lines


def _edges(shape: bytes) -> list[int]:
    """The upright edges of a row's cells."""
    count = shape[0] if shape else 0
    if len(shape) < 1 + 2 * (count + 1):
        return []
    return list(struct.unpack_from(f"<{count + 1}h", shape, 1))


def _grid(rows: list[list[int]]) -> list[int]:
    """The different edges in a table; edges that hardly differ are one."""
    grid: list[int] = []
    for edge in sorted({edge for row in rows for edge in row}):
        if not grid or edge - grid[-1] > _NEAR:
            grid.append(edge)
    return grid


def _columns(grid: list[int], edges: list[int], index: int) -> int:
    """How many columns of the grid a cell covers."""
    if index + 1 >= len(edges):
        return 1
    return max(1, sum(1 for edge in grid if edges[index] + _NEAR < edge <= edges[index + 1] + _NEAR))


class _Behind:
    """The notes and text boxes that stand behind the paragraphs they are anchored in, each given once."""

    def __init__(self, word: Word97) -> None:
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for places, texts, part in ((NOTE_PLACES, NOTE_TEXTS, "footnote"), (END_PLACES, END_TEXTS, "endnote")):
            anchors = _numbers(word.table(places), 2)
            bounds = _numbers(word.table(texts), 0)
            for anchor, start, end in zip(anchors, bounds, bounds[1:], strict=False):
                self._add(word, anchor, part, start, end)
        shapes = dict(_records(word.table(SHAPES), 26, 0))
        anchors_of = {lid: place for place, lid in shapes.items()}
        boxes = word.table(BOXES)
        bounds = _numbers(boxes, 22)
        for (start, lid), end in zip(_records(boxes, 22, 14), bounds[1:], strict=False):
            self._add(word, anchors_of.get(lid, -1), "box", start, end)

    def _add(self, word: Word97, anchor: int, part: str, start: int, end: int) -> None:
        base, last = word.parts[part]
        if base + start < min(base + end, last):
            self._spans.setdefault(anchor, []).append((base + start, min(base + end, last)))

    def at(self, place: int, reading: _Reading) -> list[str]:
        """The lines of what is anchored at a character."""
        return [line for span in self._spans.pop(place, ()) for line in reading.part(*span)] if place in self._spans else []

    def left_over(self, reading: _Reading) -> list[str]:
        """The lines of what has no anchor in the text."""
        return [line for place in sorted(self._spans) for line in self.at(place, reading)]


def _numbers(raw: bytes, size: int) -> list[int]:
    """The places of a table of places, each but the last followed, further on, by a record of `size` bytes."""
    count = (len(raw) - 4) // (4 + size)
    return list(struct.unpack_from(f"<{count + 1}I", raw)) if count > 0 else []


def _records(raw: bytes, size: int, offset: int) -> list[tuple[int, int]]:
    """The places of a table with a number out of each record."""
    places = _numbers(raw, size)
    base = 4 * len(places)
    return [(place, whole(raw[base + size * index + offset :][:4])) for index, place in enumerate(places[:-1])]


def _margins(word: Word97, limits: Limits) -> dict[str, str]:
    """What stands in headers and in footers, without page numbers; each line once."""
    base, last = word.parts["header"]
    bounds = _numbers(word.table(HEADERS), 0)
    found: dict[str, dict[str, None]] = {"header": {}, "footer": {}}
    # the first six stories separate notes; then each section has six: headers of even and odd pages, footers, those of the first
    for index, (start, end) in enumerate(pairwise(bounds)):
        if index >= 6 and base + start < min(base + end, last):
            lines = _Reading(word, None, limits, None, numbers=False).part(base + start, min(base + end, last))
            kind = "header" if index % 6 in (0, 1, 4) else "footer"
            found[kind].update(dict.fromkeys(line for line in lines if line.strip("第页共 -—/0123456789")))
    return {kind: "\n".join(lines) for kind, lines in found.items()}
