"""Numbers that name a time."""

import re

from extract.figures.numerals import parse_number

_DAY_NUMBER = re.compile(r"([0-9]{1,2})[.·]([0-9]{1,2})(?![0-9])")
_FULL = re.compile(r"((?:19|20)[0-9]{2})[.·/-]([0-9]{1,2})(?:[.·/-]([0-9]{1,2}))?(?![0-9])")
_DAY_NAME = re.compile(
    r"[”’\"』]|日|(?:国家|国际|全国|世界|全民|中国)?[\u4e00-\u9fff]{0,8}?(?:日|节|宣传|活动|周|月|安全|普法|普治|宪法|禁毒|前后|期间|维权|消费)"
)
#: what follows a year of two digits: 23年全年, 24年度
_SHORT_YEAR_TAIL = re.compile(r"度|全年|全镇|全乡|年?[底末初中春]|上半年|下半年|以来|[0-9]{1,2}月|我|共|[，,]|工作|累计|开展|的")
_SPAN_BEFORE = frozenset("近过前后满达超余约这共历时续第两几")


def year_of(number: str, clean: str, start: int, end: int) -> int | None:
    """The calendar year that a number before 年 names; `end` is behind 年. A length of time (三年) names none."""
    if len(number) == 4:
        if number.isascii() and number.isdigit():
            return int(number) if "1900" <= number <= "2100" else None
        value = parse_number(number)
        return int(value) if value is not None and 1900 <= value <= 2100 else None
    if len(number) == 2 and (number.isdigit() or (number[0] == "二" and number[1] not in "十百千万")):
        value = parse_number(number)
        before = clean[start - 1] if start else ""
        if value is not None and 15 <= value <= 39 and before not in _SPAN_BEFORE and _SHORT_YEAR_TAIL.match(clean, end):
            return 2000 + int(value)
    return None


def years_run_together(number: str) -> tuple[int | None, int | None]:
    """The years of a date that lost its characters: 20212025年 was 2021—2025年, 202411日 was 2024年1月1日."""
    if not number.isdigit() or not 5 <= len(number) <= 8 or number[:2] != "20":
        return None, None
    if len(number) == 8 and number[4:6] == "20" and number[4:] > number[:4]:
        return int(number[:4]), int(number[4:])
    return int(number[:4]), None


def is_month_and_day(number: str) -> bool:
    """Whether 12.4 or 4·15 can be a day of the year."""
    match = _DAY_NUMBER.fullmatch(number)
    return match is not None and 1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 31


def names_a_day(clean: str, end: int) -> bool:
    """Whether what follows says that a day was meant: 12.4国家宪法日, “4·15”."""
    return _DAY_NAME.match(clean, end) is not None


def full_date(clean: str, start: int) -> tuple[int, int] | None:
    """The end and year of 2024.3.15, 2024-03-15, 2024/3 at `start`."""
    match = _FULL.match(clean, start)
    if match is None or not 1 <= int(match[2]) <= 12 or (match[3] and not 1 <= int(match[3]) <= 31):
        return None
    return match.end(), int(match[1])
