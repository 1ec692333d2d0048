"""Numbers that put things in order: list marks, 一是, 第三条."""

import re

from extract.figures.numerals import parse_number
from extract.figures.quantity import EXACT, NAME, ORDINAL, Quantity

#: what stands before a list mark: the start of a line, the end of a sentence
_OPEN = frozenset("\n。；：！？;:!?|”）) ，")
_BEFORE_IS = frozenset("统唯专划归单如整")
#: 2.1 班子学法: a number of a section, and what follows it, since 12.4宪法日 is a day
_SECTION, _HEADING = re.compile(r"[0-9]{1,2}(?:[.][0-9]{1,2}){1,3}"), re.compile(r"[ 、][一-鿿“《（【]")
_MARKS = frozenset("、.．)）")
#: what a rank names: 第三十三条第一款, 第二届
_RANKED = re.compile("[款项目章节编届位名批号次期卷册页集轮]|责任人")


def read_ranked(found: list[Quantity], clean: str, start: int, end: int, number: str) -> None:
    """Add a number behind 第: 第三, 第25次会议, 第一季度, 第一责任人."""
    named = _RANKED.match(clean, end)
    kind = ORDINAL
    if named and named.group() == "责任人":
        kind = NAME
    elif named:
        end = named.end()
    found.append(Quantity(start - 1, end, kind, parse_number(number), None, "", EXACT, start + len(number), start - 1, end))


def list_mark(clean: str, number: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a list mark made with the bare number at `start`, or None.

    >>> list_mark("（二）加强", "二", 1, 2), list_mark("一是抓", "一", 0, 1), list_mark("统一是", "一", 1, 2)
    ((0, 3), (0, 2), None)
    """
    if "." in number:
        heads = _SECTION.fullmatch(number) and (not start or clean[start - 1] == "\n") and _HEADING.match(clean, end)
        if heads:
            return start, end
    if len(number) > 3:
        return None
    prior = clean[start - 1] if start else "\n"
    following = clean[end : end + 1] or "\n"
    if following == "是":
        return (start, end + 1) if prior not in _BEFORE_IS and number[0] not in "0123456789百千万" else None
    if following == "要" and prior in _OPEN:
        return start, end + 1
    if following in "）)" and prior in "（(":
        return start - 1, end + 1
    if following in _MARKS and prior in _OPEN and prior != "，":
        return start, end + 1
    if prior == "其" and following in "，,、：":
        return start - 1, end
    return None
