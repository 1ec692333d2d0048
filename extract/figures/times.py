"""Numbers before 年, 月, 日, 时, 届 and the like."""

from extract.figures import dates, rules
from extract.figures.quantity import DATE, EXACT, IDIOM, NAME, RULE, Quantity

_RANKS = frozenset("届级层星大号")


def read_time(found: list[Quantity], clean: str, start: int, end: int, number: str, suffix: str) -> None:
    """Add a number with the date or rank word `suffix`."""
    year, year_to, kind = None, None, DATE
    first = suffix[0]
    if first in _RANKS:
        kind = IDIOM if number == "一" and first == "大" else NAME
    elif first == "年":
        year = dates.year_of(number, clean, start, end - len(suffix) + 1)
        if year is None:
            year, year_to = dates.years_run_together(number)
        if year is None and (rules.promises(clean, end) or rules.is_rhythm(clean, end) or rules.is_frequency(clean, start)):
            kind = RULE
    elif first == "日" and (rules.promises(clean, end) or rules.is_frequency(clean, start)):
        kind = RULE
    elif first == "日" and len(number) > 4:
        year, _ = dates.years_run_together(number)
    elif first == "时" and number == "一":
        kind = IDIOM
    found.append(Quantity(start, end, kind, None, None, "", EXACT, end - len(suffix), start, end, year, year_to))
