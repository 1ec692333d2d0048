"""Numbers with a unit: what they are worth, how exact they are, and whether they count."""

from decimal import Decimal

from extract.figures import lexicon, ones, qualifiers, rules
from extract.figures.numerals import parse_either, parse_number
from extract.figures.quantity import EXACT, FIGURE, IDIOM, NAME, OVER, RULE, Quantity
from extract.figures.units import AGES, TERMS, canonical

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SEVERAL = frozenset("数几好")
_BARE_SCALES = frozenset("十百千万亿")
_CIRCLED_WORDS = frozenset("×xX*+")
#: units that join a set of principles: 三项制度, 两个责任
_SETS = frozenset("个项条张支类本场套道步把面种层家批")


def amount(number: str, scale: str | None = None, unit: str = "") -> tuple[Decimal, Decimal | None] | None:
    """The value of a number, and its high end when it names two (二三十); None when it is no number."""
    value, high = parse_number(number), None
    if value is None or (len(number) == 2 and parse_either(number)):
        ends = parse_either(number)
        if ends is None:
            return None
        value, high = ends
    factor = 1
    if scale:
        for character in scale:
            factor *= _SCALES[character]
    if unit:
        factor *= 10 if unit == "成" else 10**4 if "万" in unit else 10**8 if "亿" in unit else 1
    if factor != 1:
        value = plain(value * factor)
        high = plain(high * factor) if high is not None else None
    return value, high


def plain(value: Decimal) -> Decimal:
    """`value` without exponent or trailing zeros."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def kind_of(clean: str, number: str, unit: str, after: str | None, start: int, end: int) -> str:
    """Whether a number with a unit is a figure, a name, an idiom or a rule."""
    if number[0] in "0123456789":
        prior = clean[start - 1] if start else ""
        if prior in _CIRCLED_WORDS or (prior.isascii() and prior.isalpha()):
            return NAME
        if unit in TERMS and rules.is_name_of_hours(clean, number, unit, end):
            return NAME
    elif (kind := _kind_in_words(clean, number, unit, start, end)) is not None:
        return kind
    if rules.is_frequency(clean, start) or rules.is_threshold(clean, unit, after, end):
        return RULE
    if unit in TERMS and (rules.is_term(clean, unit, end) or rules.is_rhythm(clean, end)):
        return RULE
    return FIGURE


def _kind_in_words(clean: str, number: str, unit: str, start: int, end: int) -> str | None:
    """The kind of a Chinese number with a unit, None when it is to be judged like any other."""
    prior = clean[start - 1] if start else ""
    if number == "一":
        if unit in TERMS or unit in AGES:
            return RULE
        if prior != "每" and rules.is_frequency(clean, start):
            return RULE
        return FIGURE if ones.one_counts(clean, start, unit, end) else IDIOM
    if prior in _SEVERAL and number[0] in _BARE_SCALES:
        return IDIOM
    if len(number) == 1:
        if unit[-1] in _SETS and lexicon.ABSTRACT.match(clean, end):
            return NAME
        if number in "百千万亿" and qualifiers.before(clean, start)[0] == EXACT:
            return IDIOM
    elif _BARE_SCALES.issuperset(number) and number[0] != "十" and qualifiers.before(clean, start)[0] == EXACT:
        return IDIOM
    elif amount(number) is None:
        return NAME
    return None


def read_count(
    found: list[Quantity],
    clean: str,
    start: int,
    end: int,
    number: str,
    approximate: str | None,
    scale: str | None,
    unit: str,
    after: str | None,
) -> None:
    """Add the number at `start` with its unit; `end` is behind what follows the unit (`after`)."""
    unit_end = end - len(after) if after else end
    number_end = unit_end - len(unit)
    if approximate:
        # 百余, 千余 count; 数百余 does not
        kind = kind_of(clean, number if number != "一" else "1", unit, after, start, unit_end if after is None else end)
        if kind == IDIOM and clean[start - 1 : start] not in _SEVERAL:
            kind = FIGURE
    else:
        kind = kind_of(clean, number, unit, after, start, end if after else unit_end)
    value = amount(number, scale, unit)
    if value is None:
        found.append(Quantity(start, unit_end, NAME, number_end=number_end, reach_start=start, reach_end=end))
        return
    low, high = value
    if unit == "成" and clean[unit_end : unit_end + 1] in "一二三四五六七八九" and unit_end < len(clean):
        low += parse_number(clean[unit_end]) or 0
        unit_end += 1
        end = max(end, unit_end)
    qualifier, reach = qualifiers.before(clean, start)
    if approximate:
        qualifier = OVER
    elif after and qualifier == EXACT:
        qualifier = qualifiers.after(after)
    unit = canonical(unit)
    found.append(Quantity(start, unit_end, kind, low, high, unit, qualifier, number_end, reach, end))
