"""Walks over the XML of a Word text and writes what a reader of the printed page would see.

Insertions count, deletions do not; text boxes, content controls, footnotes and the numbers of lists are part of the text.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from extract.reading.docx_numbering import Numbering
from extract.reading.docx_runs import Fields, first_form, is_hidden, shown_text, symbol, text_boxes
from extract.reading.limits import Limits
from extract.reading.rows import Cell, table_lines
from extract.reading.xml import attribute, child, local, value_at

#: Gives the lines of a note by its kind (footnote, endnote) and id.
Notes = Callable[[str, str], list[str]]

#: What tracked changes took out, what was never shown, and what only steers the layout.
_UNSEEN = frozenset(
    {"", "del", "moveFrom", "delText", "delInstrText", "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "sdtPr", "rt", "rubyPr"}
)
_GRAPHICS = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: A cell with more text than this, in several paragraphs, holds a part of the report: the table only lays out the page.
_LAYOUT_CELL = 400


@dataclass(slots=True)
class _Paragraph:
    """What a paragraph has gathered so far: its text, and the text boxes and notes that stand behind it."""

    text: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _CellLines:
    """A cell's lines in order; `own` are those that belong to no table inside it."""

    columns: int
    own: list[str]
    nested: list[str]
    all: list[str]


class Body:
    """Turns block elements into lines, one paragraph or table row a line."""

    def __init__(self, numbering: Numbering, notes: Notes, limits: Limits, keep_page_numbers: bool = True) -> None:
        self._numbering = numbering
        self._notes = notes
        self._limits = limits
        self._fields = Fields(keep_page_numbers)
        self._here = _Paragraph()
        self._unfinished = ""

    def lines(self, block: etree._Element) -> list[str]:
        """The lines of everything below `block`."""
        found: list[str] = []
        for element in block:
            name = local(element)
            if name == "p":
                found.extend(self._paragraph(element))
            elif name == "tbl":
                found.extend(self._table(element))
            elif name == "AlternateContent":
                found.extend(first_form(element, self.lines))
            elif not _unseen(element, name):
                found.extend(self.lines(element))
        return found

    def _paragraph(self, paragraph: etree._Element) -> list[str]:
        properties = child(paragraph, "pPr")
        outer, self._here = self._here, _Paragraph()
        label = self._numbering.label(properties) or _label_of_2003(properties)
        unfinished, self._unfinished = self._unfinished, ""
        self._runs(paragraph)
        self._fields.end_paragraph()
        text = "".join(self._here.text)
        text = unfinished + text if unfinished else (label + text if text.strip() else "")
        behind, self._here = self._here.behind, outer
        if _mark_is_deleted(properties):
            self._unfinished = text
            return behind
        lines = (line.strip(" \t\u3000\xa0") for line in text.split("\n"))
        return [line for line in lines if line] + behind

    def _runs(self, element: etree._Element, run: etree._Element | None = None) -> None:
        for below in element:
            name = local(below)
            if name == "t":
                self._write(shown_text(run, below.text or ""))
            elif name == "r":
                if not is_hidden(below):
                    self._runs(below, below)
            elif name in _SIGNS:
                self._write("" if attribute(below, "type") in ("page", "column") else _SIGNS[name])
            elif name == "AlternateContent":
                first_form(below, self._inline)
            elif name in _GRAPHICS:
                self._here.behind.extend(line for box in text_boxes(below) for line in self.lines(box))
            elif name == "f":
                self._fraction(below)
            elif not self._mark(below, name) and not _unseen(below, name):
                self._runs(below, run)

    def _mark(self, element: etree._Element, name: str) -> bool:
        """Takes in an element that is no text itself but stands for some, or hides some."""
        if name == "fldChar":
            self._fields.mark(attribute(element, "fldCharType"))
        elif name == "instrText":
            self._fields.instruct(element.text or "")
        elif name == "fldSimple":
            return not self._fields.shows(attribute(element, "instr"))
        elif name == "sym":
            self._write(symbol(element))
        elif name in ("footnoteReference", "endnoteReference"):
            self._here.behind.extend(self._notes(name.removesuffix("Reference"), attribute(element, "id")))
        else:
            return False
        return True

    def _write(self, text: str) -> None:
        if self._fields.visible:
            self._here.text.append(text)

    def _inline(self, element: etree._Element) -> list[str]:
        """Reads one form of some content; tells by a non-empty list whether it held any."""
        before = len(self._here.text) + len(self._here.behind)
        self._runs(element)
        return ["text"] if len(self._here.text) + len(self._here.behind) > before else []

    def _fraction(self, element: etree._Element) -> None:
        """A fraction of a formula, its bar written as a stroke: 3 over 4 must not become 34."""
        for place, name in enumerate(("num", "den")):
            part = child(element, name)
            self._write("/" if place else "")
            if part is not None:
                self._runs(part)

    def _table(self, table: etree._Element) -> list[str]:
        rows = [[self._cell(cell) for cell in _inside(row, "tc")] for row in _inside(table, "tr") if not _row_is_deleted(row)]
        filled = [[cell for cell in row if cell.all] for row in rows]
        if all(len(row) <= 1 for row in rows) or any(_is_layout(cell) for row in filled for cell in row):
            return [line for row in filled for cell in row for line in cell.all]
        lines: list[str] = []
        shapes = [[Cell(" ".join(cell.own), cell.columns) for cell in row] for row in rows]
        offsets = [_whole(value_at(row, "trPr", "gridBefore"), 0) for row in _inside(table, "tr") if not _row_is_deleted(row)]
        for shape, offset, row in zip(shapes, offsets, rows, strict=True):
            lines.extend(table_lines([[Cell("", offset), *shape] if offset else shape], self._limits))
            lines.extend(line for cell in row for line in cell.nested)
        return lines

    def _cell(self, cell: etree._Element) -> _CellLines:
        found = _CellLines(_whole(value_at(cell, "tcPr", "gridSpan"), 1), [], [], [])
        if child(cell, "tcPr", "cellDel") is not None or _continues(cell):
            return found
        for element in cell:
            name = local(element)
            if name == "tbl":
                lines = self._table(element)
                found.nested.extend(lines)
            else:
                lines = self._paragraph(element) if name == "p" else [] if _unseen(element, name) else self.lines(element)
                found.own.extend(lines)
            found.all.extend(lines)
        return found


def _unseen(element: etree._Element, name: str) -> bool:
    if name == "sdt":
        return child(element, "sdtPr", "showingPlcHdr") is not None
    # the XML of 2003 wraps tracked changes into annotations
    return name in _UNSEEN or (name == "annotation" and attribute(element, "type") == "Word.Deletion")


def _mark_is_deleted(properties: etree._Element | None) -> bool:
    """Whether the paragraph's end was deleted, so that the next one goes on where this one stops."""
    marks = child(properties, "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None


def _label_of_2003(properties: etree._Element | None) -> str:
    """The list number that Word 2003 wrote beside the paragraph."""
    shown = child(properties, "listPr", "t")
    return attribute(shown, "val") + " " if shown is not None and attribute(shown, "val") else ""


def _inside(element: etree._Element, wanted: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, content controls and tracked changes around them looked through."""
    found: list[etree._Element] = []
    for below in element:
        name = local(below)
        if name == wanted:
            found.append(below)
        elif name not in ("tbl", "tr", "tc", "trPr", "tcPr") and not _unseen(below, name):
            found.extend(_inside(below, wanted))
    return found


def _continues(cell: etree._Element) -> bool:
    """Whether the cell is covered by the one above it, or by the one before it."""
    above = child(cell, "tcPr", "vMerge")
    return (above is not None and attribute(above, "val") != "restart") or value_at(cell, "tcPr", "hMerge") == "continue"


def _row_is_deleted(row: etree._Element) -> bool:
    return child(row, "trPr", "del") is not None


def _is_layout(cell: _CellLines) -> bool:
    return len(cell.own) > 2 and sum(map(len, cell.own)) > _LAYOUT_CELL


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise
