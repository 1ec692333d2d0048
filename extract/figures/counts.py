"""Numbers with a unit: what they are worth, how exact they are, and whether they count."""

import re
from decimal import Decimal
from functools import lru_cache
from string import ascii_letters

from extract.figures import lexicon, ones, qualifiers, rules
from extract.figures.dates import year_of
from extract.figures.numerals import LONGEST_TEXT, parse_either, parse_number, plain
from extract.figures.quantity import ABOUT, DATE, EXACT, FIGURE, IDIOM, NAME, NEARLY, ORDINAL, OVER, RULE, Quantity
from extract.figures.units import AGES, HOURS, TERMS, UNITS, WHOLE, canonical

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SEVERAL = frozenset("数几好")
_BARE_SCALES = frozenset("十百千万亿")
_FORMULA = frozenset("×*+")
#: 同比+8.5%, 较上年+3件
_COMPARED = frozenset("比年期")
#: 自2022起 names a year, not 2022 cases
_SINCE = frozenset("自从")
#: one of these stands in every word by which something counts as so many: 计为, 算, 视为
_COUNTING = ("计", "算", "视")
#: characters before a number that say more than that it counts
_TELLING = qualifiers.LAST | _FORMULA | _SINCE | frozenset(ascii_letters)
#: units that are what they are printed as and measure no time
_ORDINARY = frozenset(unit for unit in UNITS if canonical(unit) == unit and unit not in TERMS and unit not in AGES)
#: units that join a set of principles: 三项制度, 两个责任
_SETS = frozenset("个项条张支类本场套道步把面种层家批所")
_TIMES = TERMS | AGES
#: names of villages: 三家村, 八间镇
_IN_PLACES = frozenset("家门台间口眼里")
_PLACE = re.compile("[村镇乡](?![民企干办务级])|街道|社区")
#: 1.3名 at the head of a sentence is a list mark and three people
_OPENS = frozenset("\n。；：;:")
_LIST_MARK = re.compile(r"[0-9]{1,2}\.(?=[1-9][0-9]*$)")
#: names of meetings: 人大五次会议, 县委十五届三次、四次全会
_SESSION = re.compile(r"(?:[、和及][一二三四五六七八九十]{1,3}次)*(?:会议|全会|全体)")
_OF_BODY = re.compile(r"[大会届协委](?:[一二三四五六七八九十]{1,3}次[、和及])*\Z")
#: 十五届三次、四次、五次、六次
_LONGEST_SESSIONS = 30
#: 翻了一番, 翻近两番: everywhere else 一番 is an effort
_DOUBLED = re.compile("翻了?(?:近|将近|约|超|超过|整整)?$")
#: 没有发生1起行政复议: of what was denied not one is counted
_NOT_ONE = re.compile(
    r"(?:没有?|(?<!有)无|[未不]曾?(?:有|再?发生|出现|收到|接到|产生|引发|受理|形成|制定|印发|出台))(?:再?(?:发生|出现|收到|接到))?(?:过|任何)?$"
)
_NINE = frozenset("一二三四五六七八九")


def amount(number: str, scale: str | None = None, unit: str = "") -> tuple[Decimal, Decimal | None] | None:
    """The value of a number, and its high end when it names two (二三十); None when it is no number.

    `scale` is one that stands behind 余 (十余万); a unit such as （万元） or 成 has its own.
    """
    return _amount(number, scale, unit) if len(number) <= LONGEST_TEXT else None


@lru_cache(maxsize=65536)
def _amount(number: str, scale: str | None, unit: str) -> tuple[Decimal, Decimal | None] | None:
    low: Decimal | None
    if scale is None and not unit and number.isascii():
        low = parse_number(number)
        return None if low is None else (low, None)
    low, high = parse_either(number) or (parse_number(number), None)
    factor = 10 if unit == "成" else _SCALES.get(unit[1], 1) if unit[:1] in ("（", "(") else 1
    for character in scale or "":
        factor *= _SCALES[character]
    if low is None or (low := plain(low * factor)) is None:
        return None
    return low, None if high is None else plain(high * factor)


def add_amount(
    found: list[Quantity],
    kind: str,
    start: int,
    end: int,
    value: tuple[Decimal, Decimal | None],
    unit: str,
    qualifier: str,
    number_end: int,
    reach_start: int,
    reach_end: int,
) -> None:
    """Add a quantity with a value."""
    found.append(Quantity(start, end, kind, value[0], value[1], unit, qualifier, number_end, reach_start, reach_end))


def add_other(
    found: list[Quantity], kind: str, start: int, end: int, number: str = "", year: int | None = None, year_to: int | None = None
) -> None:
    """Add a quantity that is no amount: a date, a name, an ordinal, an idiom."""
    value = parse_number(number) if number else None
    found.append(Quantity(start, end, kind, value, None, "", EXACT, end, start, end, year, year_to))


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
    if number == "1" and approximate is None and scale is None and _NOT_ONE.search(clean, start - 8 if start > 8 else 0, start):
        add_other(found, IDIOM, start, end - len(after) if after else end, number)
        return
    if after is None and number[0] <= "9" and unit in _ORDINARY and _nothing_tells(clean, start) and len(number) <= LONGEST_TEXT:
        value = _amount(number, scale, "")
        if value is not None and ("." not in number or unit not in WHOLE):
            qualifier = _loose(approximate) if approximate else EXACT
            found.append(Quantity(start, end, FIGURE, value[0], value[1], unit, qualifier, end - len(unit), start, end))
            return
    if unit == "讲" and len(number) == 1 and clean[start - 1 : start] in ("", "\n") and "一" <= clean[end : end + 1] <= "鿿":
        # 三讲冷库那份合同: the third thing told, at the head of its paragraph
        add_other(found, ORDINAL, start, end, number)
        return
    if unit == "起" and start and clean[start - 1] in _SINCE and (year := year_of(number, clean, start, end)):
        add_other(found, DATE, start, end - 1, year=year)
        return
    unit_end = end - len(after) if after else end
    number_end = unit_end - len(unit)
    if "." in number and not (approximate or scale) and unit in WHOLE and (mark := _list_mark(clean, number, start)):
        found.append(Quantity(start, mark, ORDINAL, parse_number(number.partition(".")[0]), None, "", EXACT, mark, start, mark))
        start, number = mark, number.partition(".")[2]
    value = amount(number, scale, unit)
    if value is None:
        found.append(Quantity(start, unit_end, NAME, None, None, "", EXACT, number_end, start, end))
        return
    kind = kind_of(clean, number, unit, approximate, after, start, end)
    if unit == "成" and clean[unit_end : unit_end + 1] in _NINE:
        value = value[0] + parse_number(clean[unit_end]), value[1]  # type: ignore[operator]
        unit_end += 1
        end = max(end, unit_end)
    qualifier, reach = qualifiers.before(clean, start)
    if approximate:
        qualifier = _loose(approximate)
    elif after and qualifier == EXACT:
        qualifier = qualifiers.after(after)
    found.append(Quantity(start, unit_end, kind, value[0], value[1], canonical(unit), qualifier, number_end, reach, end))


def _loose(approximate: str) -> str:
    """What a word between number and unit says: 余 and 多 are more, 来 is about as many."""
    return ABOUT if approximate == "来" else OVER


def _nothing_tells(clean: str, start: int) -> bool:
    """Whether nothing before an Arabic number can make it more than a plain count: nearly always so."""
    if start == 0 or clean[start - 1] in _TELLING:
        return False
    head = clean[start - rules.WINDOW if start > rules.WINDOW else 0 : start]
    if "每" in head or "至少" in head:
        return False
    return not any(word in head for word in _COUNTING) or not rules.is_definition(clean, start)


_TOGETHER_AT, _STOPS = frozenset("到在"), frozenset(("", *"，,。；;、！？\n"))


def _list_mark(clean: str, number: str, start: int) -> int | None:
    """The end of the list mark that a number such as 1.3 before 名 begins with."""
    mark = _LIST_MARK.match(number) if start == 0 or clean[start - 1] in _OPENS else None
    return start + mark.end() if mark else None


def kind_of(clean: str, number: str, unit: str, approximate: str | None, after: str | None, start: int, end: int) -> str:
    """Whether a number with a unit is a figure, a name, an idiom or a rule."""
    if unit == "番":
        return FIGURE if len(number) == 1 and _DOUBLED.search(clean[max(0, start - 5) : start]) else IDIOM
    if number[0] <= "9":
        prior = clean[start - 1] if start else ""
        if (prior in _FORMULA and not (prior == "+" and clean[max(0, start - 2)] in _COMPARED)) or (
            prior < "\x80" and prior.isalpha()
        ):
            return NAME
    elif (kind := _kind_in_words(clean, number, unit, approximate, start, end)) is not None:
        return kind
    if unit in _TIMES:
        if unit in AGES or rules.is_term(clean, unit, end) or rules.is_rhythm(clean, end):
            return RULE
        if rules.is_name_of_hours(clean, number, unit, end):
            return NAME
        if unit in HOURS and qualifiers.before(clean, start)[0] == NEARLY:
            return RULE
    if after and rules.is_threshold(clean, unit, after, end):
        return RULE
    return RULE if rules.is_frequency(clean, start, unit) or rules.is_definition(clean, start) else FIGURE


def _kind_in_words(clean: str, number: str, unit: str, approximate: str | None, start: int, end: int) -> str | None:
    """The kind of a Chinese number with a unit, None when it is to be judged like any other."""
    prior = clean[start - 1] if start else ""
    if prior in _SEVERAL and number[0] in _BARE_SCALES:
        return IDIOM
    if approximate:
        return None
    if number == "一":
        if unit in TERMS or unit in AGES:
            return RULE
        if prior != "每" and (rules.is_frequency(clean, start) or rules.is_definition(clean, start)):
            return RULE
        if unit == "起" and prior in _TOGETHER_AT and clean[end : end + 1] in _STOPS:
            return IDIOM  # 劝好了再坐到一起
        if ones.one_counts(clean, start, unit, end):
            return FIGURE
        return NAME if prior not in lexicon.NO_COUNT_BEFORE and lexicon.SCHEME.match(clean, start + 1) else IDIOM
    if len(number) == 1 and unit in _IN_PLACES and _PLACE.match(clean, end):
        return NAME
    if unit == "次" and _SESSION.match(clean, end) and _OF_BODY.search(clean, max(0, start - _LONGEST_SESSIONS), start):
        return NAME
    if len(number) == 1 and (lexicon.SAYING.match(clean, start) or (unit == "件" and lexicon.AFFAIRS.match(clean, end))):
        return IDIOM
    if len(number) == 1 and unit[-1] in _SETS and lexicon.ABSTRACT.match(clean, end):
        return NAME
    if number[0] != "十" and _BARE_SCALES.issuperset(number) and qualifiers.before(clean, start)[0] == EXACT:
        return IDIOM
    return None
