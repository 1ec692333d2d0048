"""One pass over a clean text that finds and types every number."""

import re

from extract.figures.arabic import read_approximate, read_arabic
from extract.figures.counts import add_other, read_count
from extract.figures.dates import is_month_and_day
from extract.figures.enclosures import QUOTED, REFERENCE, find_enclosures
from extract.figures.han import read_han
from extract.figures.numerals import parse_number
from extract.figures.ordinals import list_mark, read_ranked
from extract.figures.quantity import EXACT, IDIOM, NAME, ORDINAL, Quantity
from extract.figures.ranges import End, ends_of, read_range
from extract.figures.shapes import CHINESE, SHAPE
from extract.figures.times import read_time
from extract.figures.units import TERMS

_NUMERALS = frozenset(CHINESE)
#: quoted names of several numbers: 三重一大, 1+3+N, 一社区一法律顾问
_COMPOUND = re.compile(
    rf"[0-9{CHINESE}]{{1,4}}(?:\+[0-9A-Za-z{CHINESE}]{{1,6}})+|[{CHINESE}][\u4e00-\u9fff]{{1,4}}?[{CHINESE}][\u4e00-\u9fff]?"
)
#: what makes more of a bare 一 than part of a word
_AFTER_ONE = frozenset("是要、.．）)分，,站网码窗公委件卡本张条封门把图屏键次性县照")
_BEFORE_ONE = frozenset("周期其")


def find_quantities(clean: str) -> list[Quantity]:
    """Every number of `clean`, in order, without overlap.

    >>> [(one.kind, one.value, one.unit, one.qualifier) for one in find_quantities("一是调解30余起。")]
    [('ordinal', Decimal('1'), '', 'exact'), ('figure', Decimal('30'), '起', 'over')]
    """
    found: list[Quantity] = []
    enclosures = iter([*find_enclosures(clean), (len(clean) + 1, len(clean) + 1, "")])
    enclosure = next(enclosures)
    done = 0
    resume: int | None = 0
    while resume is not None:
        from_here, resume = resume, None
        for match in SHAPE.finditer(clean, from_here):
            start = match.start()
            if start < done:
                if match.end() <= done:
                    continue
                resume = done  # a name took the first of two joined numbers: 9:30—11:30
                break
            while start >= enclosure[1]:
                enclosure = next(enclosures)
            if start > enclosure[0]:
                _read_enclosed(found, clean, match, enclosure[2], enclosure[1])
            elif start and clean[start - 1] == "第":
                read_ranked(found, clean, start, match.end(), match[1])
            elif match.lastindex == 1:
                _read_alone(found, clean, start, match.end(), match[1])
            else:
                _read_open(found, clean, match, start)
            done = found[-1].end
    return found


def _read_alone(found: list[Quantity], clean: str, start: int, end: int, number: str) -> None:
    """Add a number that nothing belongs to: a list mark, or the 一 of 进一步 and 统一, which belongs to no shape at all."""
    following = clean[end : end + 1]
    if following == "是" and number[0] in _NUMERALS and (mark := list_mark(clean, number, start, end)):
        add_other(found, ORDINAL, *mark, number)
    elif number == "一" and not (
        following in _AFTER_ONE or clean[end + 1 : end + 2] in _NUMERALS or (start and clean[start - 1] in _BEFORE_ONE)
    ):
        found.append(Quantity(start, end, IDIOM, None, None, "", EXACT, end, start, end))
    else:
        _read_bare(found, clean, start, end, number)


def _read_open(found: list[Quantity], clean: str, match: re.Match[str], start: int) -> None:
    """Add a number that stands in the open, by what the shape found beside it."""
    last = match.lastindex
    if last == 4:
        number, approximate, scale, unit = match.group(1, 2, 3, 4)
        read_count(found, clean, start, match.end(), number, approximate, scale, unit, None)
    elif last == 5 and match[2] is None:
        read_time(found, clean, start, match.end(), match[1], match[5])
    else:
        _read_other(found, clean, match, start)


def _read_other(found: list[Quantity], clean: str, match: re.Match[str], start: int) -> None:
    """Add a number with a date, an approximation or a second number."""
    if match[7] is None:
        _read_single(found, clean, End(start, match.end(), *match.group(1, 2, 3, 4, 5, 6)))
        return
    first, second = ends_of(match)
    if not read_range(found, clean, first, second):
        _read_single(found, clean, first)
        if found[-1].end <= second.start:  # else a name took both: 一至十十
            _read_single(found, clean, second)


def _read_single(found: list[Quantity], clean: str, one: End) -> None:
    if one.date:
        read_time(found, clean, one.start, one.unit_end, one.number, one.date)
    elif one.unit:
        read_count(found, clean, one.start, one.stop, one.number, one.approximate, one.scale, one.unit, one.after)
    elif one.approximate:
        read_approximate(found, clean, one.start, one.unit_end, one.number, one.scale)
    else:
        _read_bare(found, clean, one.start, one.start + len(one.number), one.number)


def _read_bare(found: list[Quantity], clean: str, start: int, end: int, number: str) -> None:
    if number[0] in "0123456789":
        read_arabic(found, clean, start, end, number)
    else:
        read_han(found, clean, start, end, number)


def _read_enclosed(found: list[Quantity], clean: str, match: re.Match[str], inside: str, closes: int) -> None:
    """Add a number inside a title, a quoted name or a document number."""
    start, end = match.span()
    if inside == REFERENCE:
        end = closes
    elif match[7] is None:
        one = End(start, end, *match.group(1, 2, 3, 4, 5, 6))
        if _keeps_its_kind(one, inside):
            _read_single(found, clean, one)
            return
        if name := _COMPOUND.match(clean, start):
            end = min(name.end(), closes - 1)
    elif _is_span(match, inside):
        _read_other(found, clean, match, start)
        return
    start -= clean[start - 1] == "第"
    found.append(Quantity(start, end, NAME, parse_number(match[1]), None, "", EXACT, match.end(1), start, end))


def _keeps_its_kind(one: End, inside: str) -> bool:
    """Whether a number is a date or figure although it stands in a title or in quotes."""
    if one.date:
        return one.date[0] in "年月日" and (one.number[0] <= "9" or len(one.number) >= 4)
    if inside != QUOTED:
        return len(one.number) == 4 and one.number.isdigit() and not one.unit
    if one.unit:
        counted = len(one.number) > 2 and one.number[0] in "0123456789" and one.unit not in TERMS
        return one.unit == "%" or one.approximate is not None or counted
    return one.number in ("0", "双百") or "·" in one.number or is_month_and_day(one.number)


def _is_span(match: re.Match[str], inside: str) -> bool:
    """Whether two joined numbers in a title or in quotes are years, days or shares."""
    if (match[5] or match[12] or "")[:1] == "年":
        return True
    return inside == QUOTED and (match[11] == "%" or not (match[4] or match[5] or match[11] or match[12]))
