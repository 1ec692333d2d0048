"""How values are written on pages: units, qualifiers, ranges, missing, and 万 in Chinese."""

from __future__ import annotations

import math
from typing import Any

#: how a figure's exactness is written beside its value
MARKS = {"over": "≥", "nearly": "≤", "about": "≈"}
MISSING = "—"
_WAN, _YI = 10_000, 100_000_000
_TENFOLD = 900


def is_missing(value: Any) -> bool:
    """Whether there is no value: None, NaN or pandas' NA.

    >>> is_missing(None), is_missing(float("nan")), is_missing(0)
    (True, True, False)
    """
    if value is None:
        return True
    try:
        return math.isnan(float(value))
    except (TypeError, ValueError):
        return True


def number(value: Any, language: str = "zh") -> str:
    """A plain value in the reader's language; missing is a dash, zero is 0.

    >>> number(46500), number(46500, "en"), number(0), number(None), number(98.25), number(92_000_000), number(120_000_000)
    ('4.65万', '46,500', '0', '—', '98.25', '9,200万', '1.2亿')
    """
    if is_missing(value):
        return MISSING
    plain = float(value)
    if language == "zh" and abs(plain) >= _YI:
        return f"{_short(plain / _YI)}亿"
    if language == "zh" and abs(plain) >= _WAN:
        return f"{_short(plain / _WAN)}万"
    return _short(plain)


def _short(value: float) -> str:
    places = 2 if abs(value) >= 1 else 4
    return f"{value:,.{places}f}".rstrip("0").rstrip(".")


def figure(value: Any, high: Any = None, qualifier: str = "exact", unit: str = "", language: str = "zh") -> str:
    """A value as the report means it: 20余 is ≥20, a range keeps both ends, the unit stands behind.

    >>> figure(20, None, "over", "场"), figure(3, 5, "exact", "次"), figure(None), figure(97.6, unit="%")
    ('≥20场', '3–5次', '—', '97.6%')
    """
    if is_missing(value):
        return MISSING
    text = number(value, language)
    if not is_missing(high):
        text = f"{text}–{number(high, language)}"
    gap = "" if language == "zh" or unit in ("", "%") else " "
    return f"{MARKS.get(qualifier, '')}{text}{gap}{unit}"


def signed(value: Any, language: str = "zh", unit: str = "") -> str:
    """A change with its sign.

    >>> signed(12), signed(-3.5), signed(0), signed(None), signed(20, unit="%")
    ('+12', '−3.5', '0', '—', '+20%')
    """
    if is_missing(value):
        return MISSING
    plain = float(value)
    sign = "+" if plain > 0 else "−" if plain < 0 else ""
    return f"{sign}{number(abs(plain), language)}{unit}"


def relative(value: Any, language: str = "zh") -> str:
    """A change in percent; beyond tenfold how many times as much it is, which is easier to grasp.

    >>> relative(-45.454), relative(1042.42), relative(1042.42, "en"), relative(None)
    ('−45.5%', '11.4倍', '11.4 times', '—')
    """
    if is_missing(value):
        return MISSING
    plain = float(value)
    if plain >= _TENFOLD:
        times = number(round(plain / 100 + 1, 1), language)
        return f"{times}倍" if language == "zh" else f"{times} times"
    # what is nearly all is not all
    return signed(round(plain, 1 if abs(round(plain, 1)) != 100 else 2), language, "%")


def year(value: Any) -> str:
    """A year, or the dash.

    >>> year(2024), year(None)
    ('2024', '—')
    """
    return MISSING if is_missing(value) else str(int(value))


def year_span(first: int, last: int, language: str = "zh") -> str:
    """A stretch of years, or the one that it is.

    >>> year_span(2021, 2024), year_span(2021, 2024, "en"), year_span(2024, 2024)
    ('2021—2024', '2021–2024', '2024')
    """
    if first == last:
        return str(first)
    return f"{first}{'–' if language == 'en' else '—'}{last}"
