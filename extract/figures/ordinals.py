"""Numbers that put things in order: list marks, 一是, 第三条."""

from extract.figures.numerals import parse_number
from extract.figures.quantity import DATE, NAME, ORDINAL, Quantity

#: what stands before a list mark: the start of a line, the end of a sentence
_OPEN = frozenset("\n。；：！？;:!?|”）) ")
_BEFORE_IS = frozenset("统唯专划归单如整")


def read_ranked(found: list[Quantity], clean: str, start: int, end: int, number: str, suffix: str) -> None:
    """Add a number behind 第: 第三, 第25次会议, 第一季度, 第一责任人."""
    kind = DATE if suffix == "季度" else NAME if clean.startswith("责任人", end) else ORDINAL
    found.append(
        Quantity(start - 1, end, kind, parse_number(number), number_end=end - len(suffix), reach_start=start - 1, reach_end=end)
    )


def list_mark(clean: str, number: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a list mark made with the bare number at `start`, or None.

    >>> list_mark("（二）加强", "二", 1, 2), list_mark("一是抓", "一", 0, 1), list_mark("统一是", "一", 1, 2)
    ((0, 3), (0, 2), None)
    """
    if len(number) > 3:
        return None
    prior = clean[start - 1] if start else "\n"
    following = clean[end : end + 1] or "\n"
    if following == "是":
        return (start, end + 1) if prior not in _BEFORE_IS and number[0] not in "0123456789百千万" else None
    if following in "）)":
        if prior in "（(":
            return start - 1, end + 1
        return (start, end + 1) if prior in _OPEN else None
    if following in "、.．" and prior in _OPEN:
        return start, end + 1
    if prior == "其" and following in "，,、：":
        return start - 1, end
    return None
