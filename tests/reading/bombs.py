"""Small files that want to be large: zip archives, documents and web pages that grow when they are read."""

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.reading.ofd import ofd, text
from tests.reading.office import docx, p, xlsx, zipped

_DOCUMENT = "word/document.xml"
_TYPES = {"[Content_Types].xml": "<Types/>"}
_ODT = {"mimetype": "application/vnd.oasis.opendocument.text"}


def _lying(claimed: int, true: int) -> bytes:
    """An archive that claims a small size for its large entry."""
    data = zipped({**_TYPES, _DOCUMENT: b"<a>" + bytes(true - 3)})
    return data.replace(true.to_bytes(4, "little"), claimed.to_bytes(4, "little"))


def _overlapping() -> bytes:
    """A thousand entries of the directory that all point at the same packed bytes."""
    one = zipped({"word/a.xml": bytes(900_000)})
    directory = one.index(b"PK\x01\x02")
    ending = one.index(b"PK\x05\x06")
    entry = one[directory:ending]
    entries = b"".join(entry.replace(b"word/a.xml", b"word/%03d.x" % n) for n in range(1000))
    sizes = struct.pack("<HHHHIIH", 0, 0, 1000, 1000, len(entries), directory, 0)
    return one[:directory] + entries + b"PK\x05\x06" + sizes


def _nested(depth: int) -> bytes:
    data = zipped({"a.txt": bytes(40_000_000)})
    for _ in range(depth):
        data = zipped({"b.zip": data})
    return data


def _many_members() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(2_100):
            archive.writestr(f"{number}.txt", "")
    return buffer.getvalue()


BOMBS: dict[str, Callable[[], bytes]] = {
    "one large entry": lambda: zipped({**_TYPES, _DOCUMENT: bytes(60_000_000)}),
    "a claimed size that is a lie": lambda: _lying(900, 60_000_003),
    "a ratio of a thousand": lambda: zipped({**_TYPES, _DOCUMENT: bytes(9_000_000)}),
    "many entries": lambda: zipped({f"word/{number}.xml": "" for number in range(2_100)}),
    "many files": _many_members,
    "overlapping entries": _overlapping,
    "small paragraphs": lambda: docx(p("x") * 700_000),
    "one text": lambda: docx(p("x" * 60_000_000)),
    "archives in archives": lambda: _nested(5),
    "a large spreadsheet": lambda: xlsx({"a": [["x"] * 200] * 10_000}),
    "a large odt": lambda: zipped({**_ODT, "content.xml": b"<a>" + b"<b/>" * 15_000_000 + b"</a>"}),
    "a large page": lambda: ofd([text("化解96起。", 28, 90) * 300_000]),
}
REASONS = frozenset(("too-large", "damaged", "unsupported", "archive"))
