"""Numbers without a unit: names, idioms, list marks, days, and the few that count."""

import re

from extract.figures import dates, lexicon, qualifiers
from extract.figures.counts import amount, plain
from extract.figures.numerals import parse_number
from extract.figures.ordinals import list_mark
from extract.figures.quantity import ABOUT, DATE, EXACT, FIGURE, IDIOM, NAME, ORDINAL, OVER, Quantity
from extract.figures.shapes import CHINESE, FRACTION
from extract.figures.units import canonical, pattern

_BREAKS = frozenset('，。；、！？\n|）)（(,;：:”’"')
_HAN_DIGITS = frozenset(CHINESE)
_SCALES = frozenset("十百千万亿")
#: 3、5、8次: bare numbers that share the unit of the last
_CHAIN = re.compile(rf"(?:[、和及,][0-9]{{1,9}}(?:\.[0-9]{{1,4}})?(%)?){{1,8}}({pattern()})")
_DATE_CHAIN = re.compile(r"(?:[、和及,][0-9]{1,2}){1,8}[日月号]")
_FORMULA = re.compile(r"(?:\+[0-9A-Za-z一二三四五六七八九十]{1,6})+")
_CLOCK = re.compile(r"[:：][0-5][0-9](?::[0-5][0-9])?(?![0-9])")
_RATIO = re.compile(r"[:：/][0-9]+")
_COUPLE = re.compile(rf"[\u4e00-\u9fff]([{CHINESE}])[\u4e00-\u9fff]")
#: words that a score or share ends with before its bare number
_SCORED = re.compile(r"(?:分|率|度|为|达|达到|至|到|共|计|成绩|得分|总分|指数)$")


def read_bare(found: list[Quantity], clean: str, start: int, end: int, number: str) -> None:
    """Add a number that stands without a unit."""
    if number[0] in "0123456789":
        _read_arabic(found, clean, start, end, number)
    elif number[0] == "双":
        _read_hundreds(found, clean, start, end)
    else:
        _read_chinese(found, clean, start, end, number)


def _add(found: list[Quantity], kind: str, start: int, end: int, number: str = "", year: int | None = None) -> None:
    value = parse_number(number) if number else None
    found.append(Quantity(start, end, kind, value, number_end=end, reach_start=start, reach_end=end, year=year))


def _add_figure(found: list[Quantity], clean: str, start: int, end: int, number: str, unit: str = "") -> None:
    value = amount(number)
    if value is None:
        _add(found, NAME, start, end)
        return
    qualifier, reach = qualifiers.before(clean, start)
    found.append(Quantity(start, end, FIGURE, value[0], value[1], unit, qualifier, end, reach, end))


def _read_fraction(found: list[Quantity], clean: str, start: int, end: int, number: str) -> bool:
    """百分之九十八 is 98 %, 四分之三 is 75 %."""
    match = FRACTION.match(clean, end)
    if match is None:
        return False
    of, part = parse_number(number), amount(match[1])
    if not of or part is None:
        return False
    low, high = (plain(round(p * 100 / of, 4)) if p is not None else None for p in part)
    assert low is not None
    qualifier, reach = qualifiers.before(clean, start)
    if match[2] and qualifier == EXACT:
        qualifier = qualifiers.after(match[2])
    if low * of != part[0] * 100 and qualifier == EXACT:
        qualifier = ABOUT  # 三分之一 has no exact decimal
    found.append(Quantity(start, match.end(1), FIGURE, low, high, "%", qualifier, match.end(1), reach, match.end()))
    return True


def _read_hundreds(found: list[Quantity], clean: str, start: int, end: int) -> None:
    """双百 is 100 % of two rates, or a name (“双百”行动)."""
    head = clean[max(0, start - 14) : start]
    tail = clean[end : end + 2].lstrip('”’"')
    if "率" in head or (tail[:1] or "\n") in _BREAKS or tail.startswith("目"):
        found.append(Quantity(start, end, FIGURE, parse_number("100"), None, "%", EXACT, end, start, end))
    else:
        _add(found, NAME, start, end)


def _read_arabic(found: list[Quantity], clean: str, start: int, end: int, number: str) -> None:
    following = clean[end] if end < len(clean) else "\n"
    prior = clean[start - 1] if start else "\n"
    if following == "分" and _read_fraction(found, clean, start, end, number):
        return
    if mark := list_mark(clean, number, start, end):
        _add(found, ORDINAL, *mark, number)
        return
    if found_date := dates.full_date(clean, start):
        _add(found, DATE, start, found_date[0], year=found_date[1])
        return
    if following in ":：/" and (match := _CLOCK.match(clean, end) or _RATIO.match(clean, end)):
        _add(found, DATE if match.re is _CLOCK else NAME, start, match.end())
        return
    if following == "+" and (match := _FORMULA.match(clean, end)):
        _add(found, NAME, start, match.end())
        return
    kind = _kind_of_arabic(clean, start, end, number, prior, following)
    if kind == FIGURE:
        shared = _CHAIN.match(clean, end) if following in "、和及," else None
        _add_figure(found, clean, start, end, number, canonical(shared[2]) if shared else "")
    elif kind == DATE and len(number) == 4 and number.isdigit():
        _add(found, DATE, start, end, number, int(number))
    else:
        _add(found, kind, start, end, number)


def _kind_of_arabic(clean: str, start: int, end: int, number: str, prior: str, following: str) -> str:
    if prior in "+×*" or _is_latin(prior) or _is_latin(following) or (number.isdigit() and len(number) > 6):
        return NAME
    if "·" in number or (number.count(".") == 1 and dates.is_month_and_day(number)):
        return _kind_of_day(clean, start, end, number, prior, following)
    if number.count(".") > 1 or (number[0] == "0" and number != "0" and not number.startswith("0.")):
        return NAME
    if lexicon.HOTLINES.fullmatch(number):
        return NAME
    if len(number) == 4 and number.isdigit() and 1990 <= int(number) <= 2040:
        return DATE
    if prior == "|" or following == "|":
        return FIGURE
    if _DATE_CHAIN.match(clean, end):
        return DATE
    if number == "0" or lexicon.NOUNS.match(clean, end) or _CHAIN.match(clean, end):
        return FIGURE
    if following in _BREAKS:
        return FIGURE if prior not in _BREAKS and prior not in "-—" else NAME
    return FIGURE if _SCORED.search(clean, max(0, start - 2), start) else NAME


def _kind_of_day(clean: str, start: int, end: int, number: str, prior: str, following: str) -> str:
    """12.4 and 4·15 are days where the words around say so; 9.5 is else a score."""
    if "·" in number:
        return DATE if dates.is_month_and_day(number) else NAME
    if _SCORED.search(clean, max(0, start - 2), start) and not dates.names_a_day(clean, end):
        return FIGURE
    if prior in '“"‘（(、和及在以|' or dates.names_a_day(clean, end):
        return DATE
    return FIGURE if following in _BREAKS else NAME


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _read_chinese(found: list[Quantity], clean: str, start: int, end: int, number: str) -> None:
    following = clean[end] if end < len(clean) else "\n"
    prior = clean[start - 1] if start else "\n"
    if number[0] not in _HAN_DIGITS:  # ①
        _add(found, ORDINAL, start, end)
    elif following == "分" and _read_fraction(found, clean, start, end, number):
        pass
    elif mark := list_mark(clean, number, start, end):
        _add(found, ORDINAL, *mark, number)
    elif prior in "周" or clean.startswith("星期", start - 2):
        _add(found, DATE, start, end)
    elif couple := _COUPLE.match(clean, end):
        saying = number in lexicon.SAYING_FIRST or number == couple[1] == "一"
        _add(found, IDIOM if saying else NAME, start, couple.end())
    elif number == "一" or _SCALES.issuperset(number) or number in ("一一", "三三", "两两"):
        _add(found, IDIOM, start, end)
    elif len(number) > 1 and following in _BREAKS and not _SCALES.isdisjoint(number) and amount(number):
        _add_figure(found, clean, start, end, number)
    else:
        _add(found, NAME, start, end)


def read_approximate(found: list[Quantity], clean: str, start: int, end: int, number: str, scale: str | None) -> None:
    """Add a number that ends in 余, 多 or +, without a unit: 走访群众3000余."""
    prior = clean[start - 1] if start else "\n"
    value = amount(number, scale)
    if value is None or prior in "数几好" or number == "一":
        _add(found, IDIOM if value else NAME, start, end)
        return
    _, reach = qualifiers.before(clean, start)
    found.append(Quantity(start, end, FIGURE, value[0], value[1], "", OVER, end, reach, end))
