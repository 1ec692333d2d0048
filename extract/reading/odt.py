"""OpenDocument texts (odt), which LibreOffice and newer WPS write: the text as printed."""

from lxml import etree

from extract.reading.archive import Archive
from extract.reading.document import Document
from extract.reading.issues import issue
from extract.reading.limits import Limits
from extract.reading.list_numbers import Level, ListCounter, ListShape, space_behind
from extract.reading.rows import Cell, table_lines
from extract.reading.wordlist import words
from extract.reading.xml import attribute, child, local, parse_xml

VERSION = "odt/1"
_UNSEEN = words(
    "tracked-changes annotation annotation-end sequence-decls forms ruby-text note-citation table-of-content title desc"
)
#: Shapes and notes stand behind the paragraph that they are anchored in.
_BEHIND = words("text-box note-body custom-shape rect ellipse frame g polygon")
_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_BY_FIRST = {"一": "chineseCounting", "壹": "chineseLegalSimplified", "甲": "ideographTraditional", "子": "ideographZodiac"}
_BY_FIRST |= {"①": "decimalEnclosedCircle", "１": "decimalFullWidth"}
_LAYOUT_CELL = 400
_MOST_SPACES = 200


def read_odt(data: bytes, limits: Limits) -> Document:
    """The text of an odt; its headers and footers are metadata."""
    archive = Archive(data, limits)
    names = archive.names()
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise issue("encrypted")
    root = parse_xml(archive.read("content.xml"))
    text = child(root, "body", "text")
    if text is None:
        raise issue("damaged", "its text part is missing")
    styles = parse_xml(archive.read("styles.xml")) if "styles.xml" in names else None
    shapes = _shapes(child(styles, "styles")) | _shapes(child(root, "automatic-styles"))
    lines = _Text(ListCounter(shapes), limits).lines(text)
    metadata = {kind: found for kind in ("header", "footer") if (found := _margin(kind, styles, limits))}
    return Document("\n".join(lines), reader=VERSION, metadata=metadata)


class _Text:
    """Turns elements into lines, one paragraph or table row a line."""

    def __init__(self, counter: ListCounter, limits: Limits) -> None:
        self._counter = counter
        self._limits = limits
        self._lists: list[str] = []
        self._label = ""

    def lines(self, block: etree._Element) -> list[str]:
        """The lines of everything below `block`."""
        found: list[str] = []
        for element in block:
            name = local(element)
            if name in ("p", "h"):
                found.extend(self._paragraph(element))
            elif name == "list":
                found.extend(self._list(element))
            elif name == "table":
                found.extend(self._table(element))
            elif name and name not in _UNSEEN:
                found.extend(self.lines(element))
        return found

    def _list(self, element: etree._Element) -> list[str]:
        self._lists.append(attribute(element, "style-name") or (self._lists[-1] if self._lists else ""))
        found: list[str] = []
        for item in element:
            if local(item) == "list-item":
                self._label = self._counter.label(self._lists[-1], len(self._lists) - 1)
            found.extend(self.lines(item))
        self._lists.pop()
        return found

    def _paragraph(self, element: etree._Element) -> list[str]:
        text: list[str] = []
        behind: list[str] = []
        self._inline(element, text, behind)
        label, self._label = self._label, ""
        written = "".join(text)
        lines = (line.strip(" \t\u3000") for line in ((label if written.strip() else "") + written).split("\n"))
        return [line for line in lines if line] + behind

    def _inline(self, element: etree._Element, text: list[str], behind: list[str]) -> None:
        text.append(_flat(element.text))
        for below in element:
            name = local(below)
            if name == "s":
                count = attribute(below, "c")
                text.append(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES))
            elif name == "tab":
                text.append("\t")
            elif name == "line-break":
                text.append("\n")
            elif name in _BEHIND:
                behind.extend(self.lines(below))
            elif name and name not in _UNSEEN:
                self._inline(below, text, behind)
            text.append(_flat(below.tail))

    def _table(self, table: etree._Element) -> list[str]:
        rows: list[list[tuple[list[str], int]]] = []
        for row in table.iter("{*}table-row"):
            if next((above for above in row.iterancestors() if local(above) == "table"), None) is table:
                cells = [cell for cell in row if local(cell) in ("table-cell", "covered-table-cell")]
                rows.append([(self.lines(cell), local(cell) == "table-cell") for cell in cells])
        filled = [[lines for lines, _ in row if lines] for row in rows]
        layout = any(len(lines) > 2 and sum(map(len, lines)) > _LAYOUT_CELL for row in filled for lines in row)
        if layout or all(len(row) <= 1 for row in rows):
            return [line for row in filled for lines in row for line in lines]
        return table_lines([[Cell(" ".join(lines) if own else "") for lines, own in row] for row in rows], self._limits)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\u00ad", "")


def _shapes(styles: etree._Element | None) -> dict[str, ListShape]:
    found: dict[str, ListShape] = {}
    for style in styles if styles is not None else ():
        if local(style) == "list-style":
            name = attribute(style, "name")
            levels = {int(attribute(level, "level") or 1) - 1: _level(level) for level in style}
            found[name] = ListShape(levels, name)
    return found


def _level(element: etree._Element) -> Level:
    if local(element) != "list-level-style-number":
        return Level("bullet")
    form = attribute(element, "num-format")
    style = _STYLES.get(form) or _BY_FIRST.get(form[:1], "decimal")
    depth, shown = int(attribute(element, "level") or 1), int(attribute(element, "display-levels") or 1)
    numbers = ".".join(f"%{place}" for place in range(max(1, depth - shown + 1), depth + 1))
    text = attribute(element, "num-prefix") + numbers + attribute(element, "num-suffix")
    start = attribute(element, "start-value")
    return Level(style, text, int(start) if start.isdigit() and len(start) < 6 else 1, space_behind(text, ""))


def _margin(kind: str, styles: etree._Element | None, limits: Limits) -> str:
    found: dict[str, None] = {}
    for part in styles.iter("{*}" + kind) if styles is not None else ():
        lines = _Text(ListCounter({}), limits).lines(part)
        found.update(dict.fromkeys(line for line in lines if line.strip("第页共 -—/0123456789")))
    return "\n".join(found)
