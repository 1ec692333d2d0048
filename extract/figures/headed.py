"""Bare numbers whose unit stands in brackets before the colon of their row: 处罚案件（起）：12，上年17."""

import re

from extract.figures.units import UNITS

#: the bracket, the colon, and what stands between it and the number
_HEADED = re.compile(rf"[（(]((?:万|亿)?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}))[)）][：:]([^。；;\n|（(]{{0,24}})$")
_HEADED_REACH = 36


def headed_unit(clean: str, start: int, number: str) -> str:
    """The unit that a heading in the same line gives a bare number: 人口（人）：12600."""
    low = max(0, start - _HEADED_REACH)
    colon = max(clean.rfind("）：", low, start), clean.rfind(")：", low, start), clean.rfind("）:", low, start))
    headed = _HEADED.search(clean, low, start) if colon >= 0 else None
    if headed is None or (headed[2] and number.isdigit() and len(number) == 4 and 1990 <= int(number) <= 2040):
        return ""
    return headed[1]
