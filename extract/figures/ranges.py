"""Two numbers joined by 至, 到 or a dash: ranges, spans of years, codes."""

import re
from dataclasses import dataclass

from extract.figures import dates, qualifiers
from extract.figures.counts import add_other, amount, kind_of
from extract.figures.numerals import plain
from extract.figures.quantity import DATE, EXACT, FIGURE, NAME, OVER, RULE, Quantity
from extract.figures.rules import promises
from extract.figures.units import canonical

_CODE_TAIL = re.compile(r"[-—][0-9]")


@dataclass(slots=True)
class End:
    """One of the two numbers, as the shape found it; `stop` is behind everything of it."""

    start: int
    stop: int
    number: str
    approximate: str | None
    scale: str | None
    unit: str | None
    date: str | None
    after: str | None

    @property
    def unit_end(self) -> int:
        """Where the unit ends, before 以上."""
        return self.stop - len(self.after or "")


def ends_of(match: re.Match[str]) -> tuple[End, End]:
    """The two numbers of a shape that has both."""
    groups = match.groups()
    return End(match.start(), match.start(7), *groups[:6]), End(match.start(8), match.end(), *groups[7:])


def read_range(found: list[Quantity], clean: str, first: End, second: End) -> bool:
    """Add the two numbers as one quantity if they are one."""
    if day := dates.full_date(clean, first.start):
        add_other(found, DATE, first.start, max(day[0], first.start + 1), year=day[1])
        return True
    if first.number[0] == "0" or (len(second.number) > 6 and not second.scale) or _CODE_TAIL.match(clean, second.stop):
        add_other(found, NAME, first.start, second.stop)
        return True
    if second.date or first.date:
        return _read_span(found, clean, first, second)
    return _read_amounts(found, clean, first, second)


def _read_span(found: list[Quantity], clean: str, first: End, second: End) -> bool:
    """2021—2025年, 1—11月, 2023年1月至12月; a date and a count are not one."""
    if second.unit or (first.unit and second.date):
        return False
    if second.date and second.date[0] in "届级层星大号":
        add_other(found, NAME, first.start, second.stop)
        return True
    starts_year = (first.date or second.date or "")[:1] == "年"
    year = dates.year_of(first.number, clean, first.start, second.stop) if starts_year else None
    year_to = None
    if (second.date or "")[:1] == "年":
        year_to = dates.year_of(second.number, clean, second.start, second.stop)
    if second.date is None and year is None:
        return False
    kind = RULE if year is None and promises(clean, second.stop) else DATE
    add_other(found, kind, first.start, second.stop, year=year, year_to=year_to)
    return True


def _read_amounts(found: list[Quantity], clean: str, first: End, second: End) -> bool:
    if first.unit and (second.unit is None or canonical(first.unit) != canonical(second.unit)):
        return False
    low, high = (
        amount(first.number, first.scale, first.unit or ("成" if second.unit == "成" else "")),
        amount(second.number, second.scale, second.unit or ""),
    )
    if low is None or high is None:
        return False
    factor = _shared_factor(first, second)
    bottom, top = plain(low[0] * factor) or low[0], high[1] or high[0]
    if second.unit is None:
        return _read_bare_pair(found, clean, first, second)
    if bottom >= top or clean[first.start - 1 : first.start] in ("由", "从"):
        return False
    number = first.number if len(first.number) > 1 else second.number
    kind = kind_of(clean, number, second.unit, second.approximate, second.after, first.start, second.stop)
    kind = kind if kind in (NAME, RULE) else FIGURE
    qualifier, reach = qualifiers.before(clean, first.start)
    if second.approximate or first.approximate:
        qualifier = OVER
    elif second.after and qualifier == EXACT:
        qualifier = qualifiers.after(second.after)
    end = second.unit_end
    unit = canonical(second.unit)
    found.append(Quantity(first.start, end, kind, bottom, top, unit, qualifier, end - len(second.unit), reach, second.stop))
    return True


def _shared_factor(first: End, second: End) -> int:
    """In 2至3万元 and 20—30万 the scale belongs to both; in 5000至1万 it does not."""
    if first.scale or first.unit or first.number[-1] in "百千万亿" or second.number[-1] not in "万亿千百":
        return 1
    plain_second = amount(second.number.rstrip("百千万亿"))
    low = amount(first.number)
    if plain_second is None or low is None or low[0] >= plain_second[0]:
        return 1
    whole = amount(second.number)
    assert whole is not None
    return int(whole[0] / plain_second[0])


def _read_bare_pair(found: list[Quantity], clean: str, first: End, second: End) -> bool:
    """2021-2025 is a span of years, “12-4” a day, 3-2 a name."""
    years = [dates.year_of(e.number, clean, e.start, e.stop) if len(e.number) == 4 else None for e in (first, second)]
    if years[0] and years[1]:
        add_other(found, DATE, first.start, second.stop, year=years[0], year_to=years[1])
        return True
    day = dates.is_month_and_day(f"{first.number}.{second.number}") and clean[first.start - 1 : first.start] in '“"‘'
    add_other(found, DATE if day else NAME, first.start, second.stop)
    return True
