"""The years that titles, openings, headings and file names speak of."""

import re
from collections import Counter

_HAN_DIGITS = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")
_HAN_YEAR = r"二[〇○零0oO][〇○零一二三四五六七八九0-9]{2}(?=年)"
# Not the end of a span (2021—2025年), not part of a longer number (20239号, 20212025年), not a day (2024年1月).
_MONTH = r"(?!年(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月)"
_SPAN = r"(?!年?度?[-—~至到](?:20)?[0-9]{2}(?![0-9]))"
# One class of characters comes first, so that the search skips plain text fast.
YEAR = re.compile(
    r"[2二](?:(?<=2)(?<![0-9]2)(?<![0-9][-—~至到]2)0[0-4][0-9]|(?<=二)[〇○零0oO][〇○零一二三四五六七八九0-9]{2})"
    rf"(?=年){_MONTH}{_SPAN}"
)
_BARE = re.compile(r"20(?<![0-9]20)(?<![0-9][-—~/.]20)[0-4][0-9](?![0-9年]|[-—~/.][0-9])")
_SHORT = re.compile(r"[12](?<![0-9].)(?:(?<=1)[5-9]|(?<=2)[0-9])(?=年(?:度|法治|依法|普法|工作|以来|上|政府|司法|推进|[，,]))")
_DATE = re.compile(r"(20[0-4][0-9])(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{2}|[0-9](?![0-9]))")
_HAN_DATE = re.compile(rf"({_HAN_YEAR})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日")


def year_of(text: str) -> int:
    """The value of a year as written: 2024, 二○二四, 24."""
    number = int(text.translate(_HAN_DIGITS))
    return number + 2000 if number < 100 else number


def stated_year(text: str) -> int | None:
    """The first year that a title or a file name says the report is of."""
    for pattern in (YEAR, _BARE, _SHORT):
        found = pattern.search(text)
        if found:
            return year_of(found.group())
    return None


def stated_years(text: str) -> list[int]:
    """Every year that a text names as a year, in order."""
    return [year_of(found.group()) for found in YEAR.finditer(text)]


def commonest(years: list[int]) -> int | None:
    """The year named most; None on a tie or when none is named twice."""
    ranked = Counter(years).most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return ranked[0][0]


def iso_date(text: str) -> str:
    """The first full date of a text as 2024-01-05; empty when there is none."""
    found = _DATE.search(text)
    if found:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        found = _HAN_DATE.search(text)
        if not found:
            return ""
        year, month, day = year_of(found[1]), _ten(found[2]), _ten(found[3])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _ten(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    value = int(ones.translate(_HAN_DIGITS)) if ones else 0
    return value if not ten else (int(tens.translate(_HAN_DIGITS)) if tens else 1) * 10 + value
