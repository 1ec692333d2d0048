"""Tells what kind of file some bytes are, by their content; the suffix only decides between kinds of plain text."""

import re
from pathlib import PurePath

from extract.reading.archive import Archive
from extract.reading.compound import stream_names
from extract.reading.issues import issue
from extract.reading.limits import Limits

_STARTS = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x1f\x8b\x08", "gz"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"SQLite format 3\x00", "database"),
)
UNSUPPORTED = frozenset({"7z", "rar", "gz", "program", "database", "pptx", "ppt", "xls", "ods", "odp"})
_PARTS = (
    ("OFD.xml", "ofd"),
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
)
#: an archive that holds one of these was a document before it was damaged
_PACKAGE_PARTS = frozenset(("[Content_Types].xml", "_rels/.rels", "mimetype", "META-INF/manifest.xml"))
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_HTML = re.compile(
    rb"""(?ix) \A (?: \s | <\?xml [^>]{0,300} > | <!-- .{0,4000}? --> )*
    < (?: !doctype \s{1,9} html
      | (?: html | head | body | meta | title | div | table | p | span | h[1-6] | center | article ) [\s>] )"""
)
_MHTML = re.compile(rb"(?i)\A\s*(?:from|mime-version|content-type|date|subject|snapshot-content-location)\s*:")
_TAG = re.compile(rb"(?i)</(?:p|div|td|html|body|span)>")
#: enough of a file to tell plain text from all else
HEAD = 8192
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})


def kind_of(data: bytes, name: str, limits: Limits) -> str:
    """The format of `data`: one of the readers' names, `zip`, or one of UNSUPPORTED."""
    if not data:
        raise issue("empty")
    for start, kind in _STARTS:
        if data.startswith(start) and (start != b"BM" or data[6:10] == bytes(4)):
            return kind
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _kind_of_zip(data, limits)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _kind_of_compound(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image"
    return _kind_of_text(data, name)


def is_plain_text(head: bytes, name: str) -> bool:
    """Whether a file that begins so is text without marks that a library has to read."""
    if head[:2] == b"PK" or head[:4] in (b"\xd0\xcf\x11\xe0", b"RIFF") or b"%PDF-" in head[:1024]:
        return False
    if any(head.startswith(start) for start, _ in _STARTS) or PurePath(name).suffix.lower() in _HTML_SUFFIXES:
        return False
    return _kind_of_text(head, name) in ("txt", "md")


def _kind_of_zip(data: bytes, limits: Limits) -> str:
    archive = Archive(data, limits)
    names = archive.names()
    for part, kind in _PARTS:
        if part in names or (part.endswith("/") and "[Content_Types].xml" in names and any(n.startswith(part) for n in names)):
            return kind
    if "mimetype" in names and "content.xml" in names:
        return _OPEN_DOCUMENT.get(archive.read("mimetype").strip(), "zip")
    if not _PACKAGE_PARTS.isdisjoint(names):
        raise issue("damaged", "its main part is missing")
    return "zip"


def _kind_of_compound(data: bytes) -> str:
    names = stream_names(data)
    if "encryptedpackage" in names:
        raise issue("encrypted")
    if "worddocument" in names:
        return "doc"
    if "workbook" in names or "book" in names:
        return "xls"
    if "powerpoint document" in names:
        return "ppt"
    raise issue("damaged", "a compound file without a document in it")


def _kind_of_text(data: bytes, name: str) -> str:
    head = _narrow(data[:HEAD])
    suffix = PurePath(name).suffix.lower()
    if b"<?mso-application" in head or b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return "wordml"
    if _HTML.match(head) or (suffix in _HTML_SUFFIXES and _TAG.search(_narrow(data[:200_000]))):
        return "html"
    if _MHTML.match(head) and re.search(rb"(?i)multipart/related|text/html", head):
        return "mhtml"
    return "md" if suffix in _MARKDOWN_SUFFIXES else "txt"


def _narrow(head: bytes) -> bytes:
    """The head with UTF-16's zero bytes and any mark left out, so that its ASCII can be looked at."""
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
