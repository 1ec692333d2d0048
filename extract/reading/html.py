"""Web pages: the article's text, and beside it what the page says about it."""

import re

from selectolax.lexbor import LexborHTMLParser

from extract.reading.document import Document
from extract.reading.dom import page_tree
from extract.reading.encoding import decode
from extract.reading.html_depth import flattened
from extract.reading.html_lines import lines_of
from extract.reading.html_main import main_element
from extract.reading.html_metadata import date_of, labelled, meta_tags, page_title, without_furniture
from extract.reading.limits import Limits

VERSION = "html/1"
_CHARSET = re.compile(rb"(?i)(?:charset|encoding)\s*=\s*[\"']?\s*([a-z0-9_-]{2,20})")
_SPACE = re.compile(r"\s+")
_FIRST_LINES = 4
_KEPT = ("title", "published", "publisher", "index", "source", "written", "number", "site")


def read_html(data: bytes, limits: Limits, charset: str = "") -> Document:
    """The article of a web page, one paragraph a line, headed by its title."""
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, charset or (declared[1].decode("ascii") if declared else ""))
    parser = LexborHTMLParser(flattened(decoded.text.replace("\x00", "")))
    root = page_tree(parser)
    everything = lines_of(root, limits)
    metadata = meta_tags(parser)
    for key, value in labelled(everything).items():
        metadata.setdefault(key, value)
    metadata["title"] = page_title(parser, root, metadata)
    if "published" in metadata:
        metadata["published"] = date_of(metadata["published"])
    lines = _headed(without_furniture(lines_of(main_element(root), limits)), metadata["title"])
    return Document(
        "\n".join(lines),
        reader=VERSION,
        encoding=decoded.encoding,
        metadata={key: metadata[key] for key in _KEPT if metadata.get(key)},
        warnings=decoded.warnings(),
    )


def _headed(lines: list[str], title: str) -> list[str]:
    """The lines with the title first: many pages keep it apart from the article."""
    beginning = _SPACE.sub("", "".join(lines[:_FIRST_LINES]))
    if not title or not lines or _SPACE.sub("", title) in beginning:
        return lines
    return [title, *lines]
