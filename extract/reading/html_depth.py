"""Takes the deepest tags out of a page before it is parsed: the parser's time grows with the square of the depth."""

import re

from extract.reading.wordlist import words

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?:\s[^<>]{0,2000})?>")
#: Elements that browsers close by themselves are never nested by being left open.
_SELF_CLOSING = words(
    "area base br col dd dt embed hr img input li link meta option p param source td th tr tbody thead tfoot track wbr"
)
_FEW_TAGS = 3_000
_DEEPEST = 300


def flattened(page: str) -> str:
    """The page as it is, or, where its tags are nested deeper than any real page's, with line breaks for the deepest."""
    if page.count("<") < _FEW_TAGS:
        return page
    kept: list[str] = []
    place, depth = 0, 0
    for tag in _TAG.finditer(page):
        if tag[2].lower() in _SELF_CLOSING:
            continue
        too_deep = depth > _DEEPEST if tag[1] else depth >= _DEEPEST
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if too_deep:
            kept += page[place : tag.start()], "<br>"
            place = tag.end()
    return "".join(kept) + page[place:] if kept else page
