"""Shares in words: 百分之九十八, 四分之三, 双百."""

from decimal import Decimal

from extract.figures import qualifiers
from extract.figures.counts import add_amount, add_other, amount
from extract.figures.numerals import parse_number, plain
from extract.figures.quantity import ABOUT, EXACT, FIGURE, NAME, Quantity
from extract.figures.shapes import FRACTION

_ENDS = frozenset('，。；、！？\n|）)（(,;：:”’"')


def read_fraction(found: list[Quantity], clean: str, start: int, end: int, number: str) -> bool:
    """Add 百分之九十八 as 98 %, 四分之三 as 75 %; `end` is where 分之 stands."""
    match = FRACTION.match(clean, end)
    if match is None:
        if number != "百" or not clean.startswith("分百", end):
            return False
        add_amount(found, FIGURE, start, end + 2, (Decimal(100), None), "%", EXACT, end + 2, start, end + 2)
        return True
    of, part = parse_number(number), amount(match[1])
    if not of or part is None:
        return False
    low, high = _percent(part[0], of), part[1] and _percent(part[1], of)
    qualifier, reach = qualifiers.before(clean, start)
    stop, stretch = match.end(1), match.end(2) if match[2] else match.end(1)
    if match[3] and match[2] is None and (top := amount(match[3])) and top[0] > part[0]:
        high, stop, stretch = _percent(top[0], of), match.end(3), match.end(3)
    elif match[2] and qualifier == EXACT:
        qualifier = qualifiers.after(match[2])
    if low * of != part[0] * 100 and qualifier == EXACT:
        qualifier = ABOUT  # 三分之一 has no exact decimal
    add_amount(found, FIGURE, start, stop, (low, high), "%", qualifier, stop, reach, stretch)
    return True


def _percent(part: Decimal, of: Decimal) -> Decimal:
    return plain(round(part * 100 / of, 4)) or Decimal(0)


def read_hundreds(found: list[Quantity], clean: str, start: int, end: int) -> None:
    """Add 双百: 100 % of two rates, or a name (“双百”行动)."""
    tail = clean[end : end + 2].lstrip('”’"')
    if "率" in clean[max(0, start - 14) : start] or (tail[:1] or "\n") in _ENDS or tail[:1] == "目":
        add_amount(found, FIGURE, start, end, (Decimal(100), None), "%", EXACT, end, start, end)
    else:
        add_other(found, NAME, start, end)
