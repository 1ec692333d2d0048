"""PDF: the print on its pages, with its places; pages that are pictures go to the reader of scans."""

from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.reading.document import Document, ReadWarning
from extract.reading.issues import issue
from extract.reading.layout import Sheet
from extract.reading.layout_margins import without_margins
from extract.reading.layout_text import PageText
from extract.reading.limits import Limits
from extract.reading.pdf_page import covered_by_picture, read_page
from extract.reading.scan import Recogniser, recogniser
from extract.reading.watched import picture_begins

VERSION = f"pdf/1 pypdfium2/{pdfium.PYPDFIUM_INFO}"
#: A page with fewer characters than this, and a picture over most of it, was scanned.
_FEW = 20
#: A text layer with more characters than this that mean nothing was made with a lost font table.
_GARBLED = 0.2
#: Pictures of pages are drawn at this many dots an inch before they are read.
_DOTS = 200


def read_pdf(data: bytes, limits: Limits) -> Document:
    """The text of all pages; raises ReadError `encrypted`, `damaged`, `too-large`, `needs-ocr`."""
    book = _opened(data)
    try:
        if len(book) > limits.pages:
            raise issue("too-large", f"{limits.pages} pages")
        reading = _Reading(book, limits)
        sheets = list(reading.sheets())
        margins = without_margins(sheets)
        text = PageText().add(sheets)
    finally:
        book.close()
    if reading.unread and not text.text.strip():
        raise issue("needs-ocr")
    return Document(
        text.text,
        reader=reading.version,
        pages=tuple(text.pages),
        metadata=margins,
        warnings=reading.warnings(),
    )


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = pdfium_c.FPDF_GetLastError() == pdfium_c.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise issue("encrypted") if locked else issue("damaged", "no page of it can be opened") from error


class _Reading:
    """Reads the pages one after the other, and remembers which were pictures and which could not be read."""

    def __init__(self, book: pdfium.PdfDocument, limits: Limits) -> None:
        self._book = book
        self._limits = limits
        self._scans = 0
        self._broken: list[int] = []
        self.unread: list[int] = []
        self._recogniser: Recogniser | None = None
        self._characters = 0

    @property
    def version(self) -> str:
        """The reader with its version, and that of the reader of scans if it was needed."""
        return f"{VERSION} {self._recogniser.version}" if self._recogniser else VERSION

    def sheets(self) -> Iterator[Sheet]:
        """The pages as print with its places."""
        for place in range(len(self._book)):
            try:
                page = self._book[place]
                sheet = read_page(page, place + 1)
            except pdfium.PdfiumError:
                self._broken.append(place + 1)
                continue
            if _is_scan(page, sheet):
                sheet = self._scan(page, sheet)
            self._characters += sum(len(piece.text) for piece in sheet.pieces)
            if self._characters > self._limits.characters:
                raise issue("too-large", f"{self._limits.characters} characters")
            page.close()
            yield sheet

    def _scan(self, page: pdfium.PdfPage, sheet: Sheet) -> Sheet:
        picture_begins(self._limits)
        self._recogniser = self._recogniser or recogniser()
        if self._recogniser is None:
            self.unread.append(sheet.number)
            return Sheet(sheet.number, sheet.width, sheet.height)
        self._scans += 1
        if self._scans > self._limits.scan_pages:
            raise issue("too-large", f"{self._limits.scan_pages} scanned pages")
        image = page.render(scale=_DOTS / 72).to_numpy()
        return self._recogniser.sheet(image, sheet.number, sheet.width, sheet.height)

    def warnings(self) -> tuple[ReadWarning, ...]:
        """The pages that could not be read, and that others were recognised from pictures."""
        found = []
        if self.unread:
            found.append(ReadWarning("needs-ocr", f"Pages {_listed(self.unread)} are pictures and were not read."))
        if self._broken:
            found.append(ReadWarning("page-damaged", f"Pages {_listed(self._broken)} are damaged and were not read."))
        if self._scans:
            found.append(ReadWarning("ocr", f"{self._scans} pages were recognised from pictures; check their figures."))
        return tuple(found)


def _listed(pages: list[int]) -> str:
    return ", ".join(map(str, pages[:20])) + (" …" if len(pages) > 20 else "")


def _is_scan(page: pdfium.PdfPage, sheet: Sheet) -> bool:
    """Whether a page is a picture, or its characters are only numbers of glyphs that mean nothing."""
    text = "".join(piece.text for piece in sheet.pieces)
    if len(text) < _FEW:
        return covered_by_picture(page)
    strange = sum(1 for character in text if "\ue000" <= character <= "\uf8ff" or character == "\ufffd" or character < " ")
    return strange > _GARBLED * len(text)
