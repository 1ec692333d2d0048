"""Arabic numbers without a unit: list marks, dates, codes, hotlines, and those that count."""

import re

from extract.figures import dates, lexicon, qualifiers
from extract.figures.counts import add_amount, add_other, amount
from extract.figures.headed import read_headed
from extract.figures.ordinals import list_mark
from extract.figures.quantity import DATE, FIGURE, NAME, ORDINAL, OVER, Quantity
from extract.figures.shapes import UNIT
from extract.figures.shares import read_fraction
from extract.figures.units import canonical

_BREAKS = frozenset('，。；、！？\n|）)（(,;：:”’"')
#: 3、5、8次: bare numbers that share the unit of the last
_CHAIN = re.compile(rf"(?:[、和及,][0-9]{{1,9}}(?:\.[0-9]{{1,4}})?){{1,8}}({UNIT})")
_DATE_CHAIN = re.compile(r"(?:[、和及,][0-9]{1,2}){1,8}[日月号]")
#: so many numbers are no list mark and its first word, even at the head of a line
_LONG_CHAIN = re.compile(rf"(?:、[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?){{2,8}}(?:([日月号])|{UNIT})")
_FORMULA = re.compile(r"(?:\+[0-9A-Za-z一二三四五六七八九十]{1,6})+")
_CLOCK = re.compile(r"[:：][0-5][0-9](?::[0-5][0-9])?(?![0-9])(?:[-—~至到][0-2]?[0-9][:：][0-5][0-9])?")
_RATIO = re.compile(r"[:：/][0-9]+")
#: what a score, share or count ends with before its bare number
_MEASURED = re.compile(r"(?:分|率|度|为|达|至|到|共|计|绩|数|量|值|额|比|得)[：:]?\Z")


def read_arabic(found: list[Quantity], clean: str, start: int, end: int, number: str) -> None:
    """Add an Arabic number that stands without a unit."""
    following = clean[end] if end < len(clean) else "\n"
    if following == "分" and read_fraction(found, clean, start, end, number):
        return
    if following == "、" and (dates_or_counts := _LONG_CHAIN.match(clean, end)):
        kind = DATE if dates_or_counts[1] else FIGURE
        _add_typed(found, clean, start, end, number, following, kind)
    elif mark := list_mark(clean, number, start, end):
        add_other(found, ORDINAL, *mark, number)
    elif day := dates.full_date(clean, start):
        add_other(found, DATE, start, day[0], year=day[1])
    elif following in ":：/" and (match := _CLOCK.match(clean, end) or _RATIO.match(clean, end)):
        add_other(found, DATE if match.re is _CLOCK else NAME, start, match.end())
    elif following == "+" and (match := _FORMULA.match(clean, end)):
        add_other(found, NAME, start, match.end())
    elif not read_headed(found, clean, start, end, number):
        _add_typed(found, clean, start, end, number, following, _kind(clean, start, end, number, following))


def _add_typed(found: list[Quantity], clean: str, start: int, end: int, number: str, following: str, kind: str) -> None:
    if kind == FIGURE and (value := amount(number)):
        # 人口2.56万,7个村: what has a scale of its own shares no unit over a comma
        joined = following in "、和及" or (following == "," and number[-1] not in "万亿")
        shared = _CHAIN.match(clean, end) if joined else None
        qualifier, reach = qualifiers.before(clean, start)
        add_amount(found, FIGURE, start, end, value, canonical(shared[1]) if shared else "", qualifier, end, reach, end)
    else:
        year = int(number) if kind == DATE and len(number) == 4 and number.isdigit() else None
        add_other(found, NAME if kind == FIGURE else kind, start, end, number, year)


def _kind(clean: str, start: int, end: int, number: str, following: str) -> str:
    prior = clean[start - 1] if start else "\n"
    whole = number.isdigit()
    if prior in "+×*" or _is_latin(prior) or _is_latin(following) or (whole and len(number) > 6):
        return NAME
    if "·" in number or (number.count(".") == 1 and dates.is_month_and_day(number)):
        return _kind_of_day(clean, start, end, number, prior, following)
    if number.count(".") > 1 or (number[0] == "0" and number != "0" and not number.startswith("0.")):
        return NAME
    if lexicon.HOTLINES.fullmatch(number) or (whole and len(number) > 2 and lexicon.DIALLED.match(clean, end)):
        return NAME
    if lexicon.CODE.search(clean, max(0, start - 7), start):
        return NAME
    if whole and len(number) == 4 and 1990 <= int(number) <= 2040:
        return DATE
    if prior == "|" or following == "|":
        return FIGURE
    if lexicon.LABEL.search(clean, max(0, start - 2), start):
        return ORDINAL
    if _DATE_CHAIN.match(clean, end):
        return DATE
    if number == "0" or lexicon.NOUNS.match(clean, end) or _CHAIN.match(clean, end):
        return FIGURE
    if _MEASURED.search(clean, max(0, start - 2), start):
        return FIGURE
    return FIGURE if following in _BREAKS and prior not in _BREAKS and prior not in "-—" else NAME


def _kind_of_day(clean: str, start: int, end: int, number: str, prior: str, following: str) -> str:
    """12.4 and 4·15 are days where the words around say so; 9.5 is else a score."""
    if "·" in number:
        return DATE if dates.is_month_and_day(number) else NAME
    if dates.names_a_day(clean, end):
        return DATE
    if _MEASURED.search(clean, max(0, start - 2), start) or prior == "|":
        return FIGURE
    if prior in '“"‘（(、和及在以':
        return DATE
    return FIGURE if following in _BREAKS else NAME


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def read_approximate(found: list[Quantity], clean: str, start: int, end: int, number: str, scale: str | None) -> None:
    """Add a number that ends in 余, 多 or +, without a unit: 走访群众3000余."""
    value = amount(number, scale)
    prior = clean[start - 1] if start else "\n"
    if value is None or prior in "数几好" or number == "一":
        add_other(found, NAME, start, end)
    else:
        _, reach = qualifiers.before(clean, start)
        add_amount(found, FIGURE, start, end, value, "", OVER, end, reach, end)
