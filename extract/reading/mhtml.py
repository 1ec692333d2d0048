"""Web pages saved as one file (mht, mhtml): the page inside, read like any other."""

from email import message_from_bytes
from email.message import Message

from extract.reading.document import Document
from extract.reading.html import read_html
from extract.reading.issues import issue
from extract.reading.limits import Limits


def read_mhtml(data: bytes, limits: Limits) -> Document:
    """The article of the first page in the file; its other parts are frames and pictures."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return read_html(_content(part), limits, part.get_content_charset() or "")
    raise issue("damaged", "no page in it")


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
