"""Pictures of pages: photographs and scans saved as jpg, png or tiff."""

from extract.reading.document import Document, ReadWarning
from extract.reading.issues import issue
from extract.reading.layout import Sheet
from extract.reading.layout_margins import without_margins
from extract.reading.layout_text import PageText
from extract.reading.limits import Limits
from extract.reading.scan import decoded_pages, recogniser
from extract.reading.watched import picture_begins

VERSION = "image/1"
#: The longer side of a sheet of A4 in points, which the layout is told in.
_LONG_SIDE = 842.0


def read_image(data: bytes, limits: Limits) -> Document:
    """The text on a picture, or on each picture of a tiff; raises ReadError `needs-ocr` without the extra."""
    picture_begins(limits)
    found = recogniser()
    if found is None:
        raise issue("needs-ocr")
    sheets: list[Sheet] = []
    for number, picture in enumerate(decoded_pages(data, limits), start=1):
        picture_begins(limits)
        down, across = picture.shape[:2]
        scale = _LONG_SIDE / max(across, down)
        sheets.append(found.sheet(picture, number, across * scale, down * scale))
    margins = without_margins(sheets)
    text = PageText().add(sheets)
    warning = ReadWarning("ocr", f"{len(sheets)} pages were recognised from pictures; check their figures.")
    return Document(
        text.text, reader=f"{VERSION} {found.version}", pages=tuple(text.pages), metadata=margins, warnings=(warning,)
    )
