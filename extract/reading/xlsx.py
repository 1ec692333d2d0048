"""Spreadsheets (xlsx): each sheet's rows as table lines, every cell as it is shown."""

import re
from collections.abc import Iterator

from lxml import etree

from extract.reading.cell_format import BUILT_IN, shown
from extract.reading.document import Document, ReadWarning
from extract.reading.issues import issue
from extract.reading.limits import Limits
from extract.reading.package import Package
from extract.reading.rows import row_line
from extract.reading.xml import attribute, child, local

VERSION = "xlsx/1"
_PLACE = re.compile("([A-Z]{1,3})[0-9]{1,7}")
_NAMELESS = re.compile(r"(?i)sheet ?[0-9]{0,3}|工作表 ?[0-9]{0,3}")
_WIDEST = 256


def read_xlsx(data: bytes, limits: Limits) -> Document:
    """The text of all sheets that are shown; a sheet of one column is written as paragraphs."""
    package = Package(data, limits)
    main = package.main_part("xl/workbook.xml")
    book = package.parse(main)
    if book is None:
        raise issue("damaged", "its workbook part is missing")
    relations = package.relations_of(main)
    sheets = [sheet for sheet in _below(book, "sheets") if local(sheet) == "sheet"]
    visible = [sheet for sheet in sheets if attribute(sheet, "state") in ("", "visible")]
    reader = _Sheets(package, dict(relations.values()), book, limits)
    lines: list[str] = []
    for sheet in visible:
        found = reader.lines(relations.get(_relation(sheet), ("", ""))[1])
        name = attribute(sheet, "name").strip()
        if found and len(visible) > 1 and not _NAMELESS.fullmatch(name):
            lines.append(name)
        lines.extend(found)
    hidden = len(sheets) - len(visible)
    warnings = (ReadWarning("hidden-sheet", f"{hidden} hidden sheets were left out."),) if hidden else ()
    return Document("\n".join(lines), reader=VERSION, warnings=warnings)


class _Sheets:
    """Reads the sheets of one workbook, which share their texts and formats."""

    def __init__(self, package: Package, parts: dict[str, str], book: etree._Element, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._cells = 0
        shared = package.parse(parts.get("sharedStrings", ""))
        self._texts = [_text(item) for item in shared] if shared is not None else []
        self._formats = _formats(package.parse(parts.get("styles", "")))
        properties = child(book, "workbookPr")
        self._date1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")

    def lines(self, part: str) -> list[str]:
        """The rows of one sheet that hold anything."""
        root = self._package.parse(part)
        rows = []
        for row in _below(root, "sheetData"):
            cells: dict[int, str] = {}
            for place, cell in enumerate(row):
                text = self._shown(cell)
                if text.strip():
                    cells[_column(attribute(cell, "r"), place)] = text
            if cells:
                rows.append(cells)
        columns = sorted({column for cells in rows for column in cells})[:_WIDEST]
        self._count(len(rows) * len(columns))
        if len(columns) == 1:
            return [line.strip() for cells in rows for text in cells.values() for line in text.split("\n") if line.strip()]
        return [_row(cells, columns) for cells in rows]

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > self._limits.cells:
            raise issue("too-large", f"{self._limits.cells} table cells")

    def _shown(self, cell: etree._Element) -> str:
        kind = attribute(cell, "t")
        if kind == "inlineStr":
            text = child(cell, "is")
            return _text(text) if text is not None else ""
        found = child(cell, "v")
        raw = (found.text or "") if found is not None else ""
        if kind == "s":
            return self._texts[int(raw)] if raw.isdigit() and int(raw) < len(self._texts) else ""
        if kind == "b":
            return "是" if raw == "1" else "否"
        if kind in ("str", "e", "d"):
            return "" if kind == "e" else raw
        style = attribute(cell, "s")
        pattern = self._formats[int(style)] if style.isdigit() and int(style) < len(self._formats) else ""
        return shown(raw, pattern, self._date1904)


def _row(cells: dict[int, str], columns: list[int]) -> str:
    """One row; text that runs over the whole width, as titles do, is a line of its own."""
    if len(cells) == 1 and min(cells) == columns[0]:
        return next(iter(cells.values())).strip().replace("\n", " ")
    return row_line(cells.get(column, "") for column in columns)


def _formats(styles: etree._Element | None) -> list[str]:
    own = {attribute(entry, "numFmtId"): attribute(entry, "formatCode") for entry in _below(styles, "numFmts")}
    return [
        own.get(attribute(entry, "numFmtId")) or BUILT_IN.get(attribute(entry, "numFmtId"), "")
        for entry in _below(styles, "cellXfs")
    ]


def _below(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    found = child(element, name)
    yield from found if found is not None else ()


def _text(item: etree._Element) -> str:
    """The text of a cell, its differently formatted pieces joined, without the pronunciation beside it."""
    pieces: list[str] = []
    for element in item:
        if local(element) == "t":
            pieces.append(element.text or "")
        elif local(element) == "r":
            pieces.append(_text(element))
    return "".join(pieces)


def _relation(sheet: etree._Element) -> str:
    return next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")


def _column(place: str, otherwise: int) -> int:
    found = _PLACE.match(place)
    if not found:
        return otherwise
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return number - 1
