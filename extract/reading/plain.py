"""Text files and markdown, kept character by character."""

from extract.reading.document import Document
from extract.reading.encoding import decode
from extract.reading.limits import Limits

VERSION = "text/1"


def read_plain(data: bytes, limits: Limits) -> Document:  # noqa: ARG001 - every reader is called alike
    """The text of a txt file, with its line breaks and spaces as they are."""
    decoded = decode(data)
    return Document(decoded.text, reader=VERSION, encoding=decoded.encoding, warnings=decoded.warnings())


def read_markdown(data: bytes, limits: Limits) -> Document:
    """The text of a markdown file with its marks; its table rows are already rows."""
    return read_plain(data, limits)
