"""What an example says is read: `value [high] [qualifier] [year] [basis]` as a Reading, or a sentence on what is wrong."""

import re
from decimal import Decimal

from extract.library.model import Reading
from extract.said import Said

#: a plain decimal; leading zeros, signs, separators and exponents are refused, not interpreted
NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?")
YEAR = re.compile(r"(?:199|20[0-9])[0-9]")
QUALIFIERS = ("over", "nearly", "about")
BASES = ("planned", "cumulative")
SHAPE = "value [high] [over|nearly|about] [year] [planned|cumulative], as in `20 30`, `120 over`, `95 2025 planned`"


class ReadingError(ValueError):
    """The text does not say a reading; the message says why."""


def number(text: str) -> Decimal | None:
    """The number that `text` writes in plain decimal notation, or None.

    >>> number("97.8"), number("012"), number("1_000"), number("1e3")
    (Decimal('97.8'), None, None, None)
    """
    return Decimal(text) if NUMBER.fullmatch(text) else None


def reading(metric: str, text: str) -> Reading:
    """The reading that `text` states for `metric`.

    The upper end of a range stands before the qualifier or the year, or is joined by a hyphen: `1990-2010` is a range.

    >>> reading("mediators", "20 30 over 2023 cumulative").high
    Decimal('30')
    """
    if len(text) > 200:
        raise ReadingError(Said("the reading is too long"))
    words = text.split()
    if not words:
        raise ReadingError(Said("the reading is empty"))
    low, hyphen, joined = words.pop(0).partition("-")
    value, high = number(low), number(joined) if hyphen else None
    if value is None or (hyphen and high is None):
        raise ReadingError(Said("{0!r} is not a plain number", low if value is None else joined))
    if not hyphen and words and number(words[0]) is not None and not _is_year(words):
        high = number(words.pop(0))
    if high is not None and high <= value:
        raise ReadingError(Said("the upper end {0} is not above {1}", high, value))
    qualifier = words.pop(0) if words and words[0] in QUALIFIERS else "exact"
    period = int(words.pop(0)) if words and YEAR.fullmatch(words[0]) else None
    basis = words.pop(0) if words and words[0] in BASES else "actual"
    if words:
        raise ReadingError(Said("{0!r} is not expected here", words[0]))
    return Reading(metric, value, high, qualifier, period, basis)


def _is_year(words: list[str]) -> bool:
    """Whether the number after the value is the year: it looks like one, and no qualifier or other year follows it."""
    after = words[1] if len(words) > 1 else ""
    return bool(YEAR.fullmatch(words[0])) and after not in QUALIFIERS and not YEAR.fullmatch(after)
