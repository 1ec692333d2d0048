"""Bare numbers whose unit stands in brackets before the colon of their row: 处罚案件（起）：12，上年17."""

import re

from extract.figures import qualifiers
from extract.figures.counts import add_amount, amount
from extract.figures.quantity import FIGURE, Quantity
from extract.figures.units import UNITS, canonical

#: the bracket, the colon, and what stands between it and the number
_HEADED = re.compile(rf"[（(]((?:万|亿)?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}))[)）][：:]([^。；;\n|（(]{{0,24}})$")
_HEADED_REACH = 36


def read_headed(found: list[Quantity], clean: str, start: int, end: int, number: str) -> bool:
    """Add a bare number to which a heading in the same line gives its unit, 人口（人）：12600; whether it was one."""
    low = max(0, start - _HEADED_REACH)
    colon = max(clean.rfind("）：", low, start), clean.rfind(")：", low, start), clean.rfind("）:", low, start))
    headed = _HEADED.search(clean, low, start) if colon >= 0 else None
    if headed is None or (headed[2] and number.isdigit() and len(number) == 4 and 1990 <= int(number) <= 2040):
        return False
    unit = f"（{headed[1]}）"
    value = amount(number, None, unit)
    if value is None:
        return False
    qualifier, reach = qualifiers.before(clean, start)
    add_amount(found, FIGURE, start, end, value, canonical(unit), qualifier, end, reach, end)
    return True
