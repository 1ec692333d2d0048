"""Word documents (docx, and Word's XML of 2003): the text as printed, with headers and footers apart from it."""

from lxml import etree

from extract.reading.document import Document
from extract.reading.docx_body import Body
from extract.reading.docx_numbering import Numbering
from extract.reading.issues import issue
from extract.reading.limits import Limits
from extract.reading.package import Package
from extract.reading.xml import attribute, child, local, parse_xml

VERSION = "docx/1"
#: Notes that Word keeps for the line above the notes.
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, limits: Limits) -> Document:
    """The text of a docx; its headers and footers are metadata, since they belong to the pages and not to the report."""
    package = Package(data, limits)
    main = package.main_part("word/document.xml")
    root = package.parse(main)
    body = child(root, "body")
    if body is None:
        raise issue("damaged", "its text part is missing")
    relations = package.relations_of(main)
    kinds = {kind for kind, _ in relations.values()}
    # styles, often the largest part, only matter for the numbers of lists
    wanted = _HELPERS if "numbering" in kinds else _HELPERS - {"styles"}
    parts = {kind: package.parse(target) for kind, target in relations.values() if kind in wanted}
    notes = _Notes(parts, limits)
    lines = Body(Numbering(parts.get("numbering"), parts.get("styles")), notes.lines, limits).lines(body)
    metadata = {kind: text for kind in ("header", "footer") if (text := _margin(kind, package, relations, limits))}
    return Document("\n".join(lines), reader=VERSION, metadata=metadata)


def read_word_xml(data: bytes, limits: Limits) -> Document:
    """The text of a document in the XML of Word 2003."""
    body = child(parse_xml(data), "body")
    if body is None:
        raise issue("damaged", "its text part is missing")
    return Document("\n".join(Body(Numbering(None, None), _no_notes, limits).lines(body)), reader=VERSION)


_HELPERS = frozenset({"numbering", "styles", "footnotes", "endnotes"})


class _Notes:
    """The footnotes and endnotes of a document, each given once, where it is first referred to."""

    def __init__(self, parts: dict[str, etree._Element | None], limits: Limits) -> None:
        self._limits = limits
        self._notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            part = parts.get(kind + "s")
            for note in part if part is not None else ():
                if local(note) == kind and attribute(note, "type") not in _SEPARATORS:
                    self._notes[kind, attribute(note, "id")] = note

    def lines(self, kind: str, key: str) -> list[str]:
        note = self._notes.pop((kind, key), None)
        return Body(Numbering(None, None), self.lines, self._limits).lines(note) if note is not None else []


def _no_notes(kind: str, key: str) -> list[str]:  # noqa: ARG001 - stands in for _Notes.lines
    return []


def _margin(kind: str, package: Package, relations: dict[str, tuple[str, str]], limits: Limits) -> str:
    """What stands in the headers, or in the footers, without page numbers; each line once."""
    found: dict[str, None] = {}
    for relation, target in relations.values():
        root = package.parse(target) if relation == kind else None
        if root is not None:
            body = Body(Numbering(None, None), _no_notes, limits, keep_page_numbers=False)
            found.update(dict.fromkeys(line for line in body.lines(root) if any(character.isalpha() for character in line)))
    return "\n".join(line for line in found if line.strip("第页共 -—/")) if found else ""
