"""What is fuzzed: for each part a check that takes bytes and raises only if the part breaks one of its promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from extract.errors import LibraryError, LibraryProblem, ReadError
from extract.figures.denials import find_denials
from extract.figures.numerals import parse_number
from extract.figures.scanner import find_quantities
from extract.flow import make_flow
from extract.library import load_library, load_library_text
from extract.library.wording import compile_pattern
from extract.matching.result import Extractor
from extract.reading import Document, Limits, read
from extract.reading.issues import SENTENCES
from extract.reading.reader import read_all, reader_of
from extract.report.identity import identify
from extract.report.outline import outline
from extract.tables import CHANGES, MENTIONS, OBSERVATIONS, QUANTITIES
from tests.reading.office import docx, relations, zipped

if TYPE_CHECKING:
    from extract.library.model import Library
    from extract.matching.result import ReportResult

Check = Callable[[bytes], None]
LIMITS = Limits(file_bytes=2_000_000, characters=400_000, unpacked_bytes=4_000_000, pages=20, scan_pages=1)
_UNITS = frozenset({"件", "起", "人次", "元", "%"})
_KNOWN = frozenset({"化解", "纠纷", "复议", "受理"})


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def numerals(data: bytes) -> None:
    """A number is a plain decimal of bounded length, or none; reading it twice is the same."""
    text = _text(data)
    value = parse_number(text)
    assert value == parse_number(text)
    if value is not None:
        _plain(value)


def _plain(value: Decimal) -> None:
    assert value.is_finite()
    assert value >= 0
    assert "E" not in str(value)
    assert len(value.as_tuple().digits) <= 32


def quantities(data: bytes) -> None:
    """Quantities stand in order, never overlap, leave no digit out, and lead back to the raw text."""
    raw = _text(data)
    flow = make_flow(raw)
    covered = bytearray(len(flow.clean))
    behind = 0
    for quantity in find_quantities(flow.clean):
        assert behind <= quantity.start < quantity.end <= len(flow.clean)
        assert quantity.start <= quantity.number_end <= quantity.end
        start, end = flow.raw_span(quantity.start, quantity.end)
        assert 0 <= start < end <= len(raw)
        covered[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
        behind = quantity.end
        for value in (quantity.value, quantity.high):
            if value is not None:
                _plain(value)
    assert not [place for place, sign in enumerate(flow.clean) if sign in "0123456789" and not covered[place]]
    behind = 0
    for denial in find_denials(flow.clean):
        assert behind <= denial.start < denial.end
        assert denial.value == 0
        behind = denial.end


def patterns(data: bytes) -> None:
    """A pattern compiles, or every fault names a place in it."""
    source = _text(data)
    elements, faults = compile_pattern(source, _UNITS, _KNOWN)
    assert elements or faults
    for fault in faults:
        assert 0 <= fault.offset <= len(source)
        assert fault.what


def library(data: bytes) -> None:
    """A library file loads, or every problem names line and column; a loaded one can be put to work."""
    loaded, problems = _loaded(_text(data))
    if loaded is None:
        assert problems
        assert all(problem.line >= 1 and problem.column >= 1 and problem.what for problem in problems)
        return
    Extractor(loaded).read_text("全年受理矛盾纠纷124起，化解96起，罚款1.2万元。", 2024)


def layout(data: bytes) -> None:
    """Sections cover the text without gaps, and whose report it is can be asked of any text."""
    document = Document(_text(data), name="report.txt")
    flow = make_flow(document.text)
    found = outline(flow.clean)
    behind = 0
    for section in found.sections:
        assert section.start == behind
        assert section.start <= section.end <= len(flow.clean)
        behind = section.end
    identity, warnings = identify(document, flow, found, {})
    assert identity.year is None or 1900 <= identity.year <= 2100
    assert all(warning.code for warning in warnings)


def _loaded(text: str) -> tuple[Library | None, Sequence[LibraryProblem]]:
    try:
        return load_library_text(text), ()
    except LibraryError as error:
        return None, error.problems


@cache
def _extractor() -> Extractor:
    return Extractor(load_library())


def matcher(data: bytes) -> None:
    """A report is read to the end; every row's figure is the text at its place, and a second reading gives the same rows."""
    text = _text(data)
    result = _extractor().read(Document(text, name="report.txt"))
    places(result)
    again = _extractor().read(Document(text, name="report.txt"))
    assert again.mention_rows() == result.mention_rows()
    assert again.observation_rows() == result.observation_rows()


def places(result: ReportResult) -> None:
    """Every row's figure is the text at its place, and no id comes twice."""
    text = result.document.text
    for columns, rows in (
        (MENTIONS, result.mention_rows()),
        (OBSERVATIONS, result.observation_rows()),
        (CHANGES, result.change_rows()),
        (QUANTITIES, result.quantity_rows()),
    ):
        at, to, said = columns.index("start"), columns.index("end"), columns.index("figure")
        for row in rows:
            start, end = row[at], row[to]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert 0 <= start < end <= len(text)
            assert text[start:end] == row[said]
        if columns[0] == "id":
            keys = [row[0] for row in rows]
            assert len(keys) == len(set(keys))


def _outcome(data: bytes, name: str) -> None:
    """A file gives a document with text, or one reason with its sentence; nothing else ever comes out."""
    reason = _reason(lambda: read(data, name, LIMITS))
    assert reason is None or (reason.issue in SENTENCES and str(reason))


def _reason(reading: Callable[[], Document]) -> ReadError | None:
    """Why there is no document, or None if there is one."""
    try:
        document = reading()
    except ReadError as error:
        return error
    assert document.text.strip()
    return None


def _by(kind: str, wrap: Callable[[bytes], bytes] = bytes) -> Check:
    """Files of one format, `wrap`ped in whatever a fuzzer would not find by itself.

    The reader is called without the net under it that turns whatever goes wrong into `damaged`: its own code must not
    stumble over anything that its libraries let pass.
    """

    def check(data: bytes) -> None:
        reader = reader_of(kind)
        with suppress(ReadError):
            reader(wrap(data), LIMITS)

    return check


def archive(data: bytes) -> None:
    """An archive gives documents and reasons."""
    for found in read_all(data, "a.zip", LIMITS):
        assert isinstance(found, Document) or found.issue in SENTENCES


def _as_docx(xml: bytes) -> bytes:
    frame = docx("@@")
    return _swap(frame, "word/document.xml", xml)


def _as_numbering(xml: bytes) -> bytes:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = f'<w:p><w:pPr><w:pStyle w:val="1"/>{number}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    return _swap(docx(body * 3, {"numbering.xml": "", "styles.xml": ""}), "word/numbering.xml", xml)


def _swap(package: bytes, part: str, content: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        parts: dict[str, str | bytes] = {name: opened.read(name) for name in opened.namelist()}
    parts[part] = content
    return zipped(parts)


def _as_odt(xml: bytes) -> bytes:
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def _as_xlsx(xml: bytes) -> bytes:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ids = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations({"xl/workbook.xml": "officeDocument"}),
            "xl/workbook.xml": f"<workbook {main} {ids}><sheets><sheet name='a' sheetId='1' r:id='r0'/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations({"worksheets/sheet1.xml": "worksheet"}),
            "xl/worksheets/sheet1.xml": xml,
        }
    )


def _as_ofd(xml: bytes) -> bytes:
    from tests.reading.ofd import ofd

    return _swap(ofd(["<x/>"]), "Doc_0/Pages/Page_0/Content.xml", xml)


TARGETS: dict[str, Check] = {
    "numerals": numerals,
    "quantities": quantities,
    "patterns": patterns,
    "library": library,
    "layout": layout,
    "matcher": matcher,
    "txt": _by("txt"),
    "html": _by("html"),
    "mhtml": _by("mhtml"),
    "docx": _by("docx", _as_docx),
    "numbering": _by("docx", _as_numbering),
    "wordml": _by("wordml"),
    "odt": _by("odt", _as_odt),
    "ofd": _by("ofd", _as_ofd),
    "xlsx": _by("xlsx", _as_xlsx),
    "rtf": _by("rtf"),
    "doc": lambda data: _outcome(data, "a.doc"),
    "pdf": lambda data: _outcome(data, "a.pdf"),
    "archive": archive,
    "any": lambda data: _outcome(data, "a"),
}
