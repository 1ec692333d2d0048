"""Chinese numerals without a unit: list marks, names, sayings, and the few that count."""

import re

from extract.figures import lexicon, qualifiers
from extract.figures.counts import add_amount, add_other, amount
from extract.figures.headed import read_headed
from extract.figures.ordinals import list_mark
from extract.figures.quantity import DATE, FIGURE, IDIOM, NAME, ORDINAL, Quantity
from extract.figures.shapes import CHINESE
from extract.figures.shares import read_fraction, read_hundreds

_BREAKS = frozenset('，。；、！？\n|）)（(,;：:”’"')
#: behind these a numeral is no list mark
_ENDS = _BREAKS - frozenset("、)）")
_NUMERALS = frozenset(CHINESE)
#: 一共一万元, 一总一百件: no saying, the words lead up to a number
_ALTOGETHER = frozenset("共总")
_SCALES = frozenset("十百千万亿")
#: names and sayings of the shape 三重一大, 一村一法律顾问, 千家万户
_COUPLE = re.compile(rf"[\u4e00-\u9fff]([{CHINESE}])[\u4e00-\u9fff]")
#: 七、八户: neighbours that stand for either
_NEIGHBOUR = re.compile(r"、([二三四五六七八九])([户人名个件次场天家起])")
_FOLLOWS = dict(zip("一二三四五六七八", "二三四五六七八九", strict=True))


def read_han(found: list[Quantity], clean: str, start: int, end: int, number: str) -> None:
    """Add a Chinese numeral that stands without a unit."""
    following = clean[end] if end < len(clean) else "\n"
    prior = clean[start - 1] if start else "\n"
    if number == "双百":
        read_hundreds(found, clean, start, end)
    elif number[0] not in _NUMERALS:  # ①
        add_other(found, ORDINAL, start, end)
    elif following == "分" and read_fraction(found, clean, start, end, number):
        pass
    elif following == "、" and (pair := _NEIGHBOUR.match(clean, end)) and _FOLLOWS.get(number) == pair[1]:
        _read_neighbours(found, clean, start, pair, number)
    elif following in _ENDS and read_headed(found, clean, start, end, number):
        pass
    elif mark := list_mark(clean, number, start, end):
        add_other(found, ORDINAL, *mark, number)
    elif prior == "周" or clean.startswith("星期", max(0, start - 2)):
        add_other(found, DATE, start, end)
    elif not (number == "一" and following in _ALTOGETHER) and (couple := _COUPLE.match(clean, end)):
        _read_couple(found, clean, start, end, number, couple)
    elif number == "一":
        add_other(found, NAME if lexicon.SCHEME.match(clean, end) else IDIOM, start, end)
    elif _SCALES.issuperset(number) or number in ("一一", "三三", "两两"):
        add_other(found, IDIOM, start, end)
    elif len(number) > 1 and following in _BREAKS and not _SCALES.isdisjoint(number) and (value := amount(number)):
        qualifier, reach = qualifiers.before(clean, start)
        add_amount(found, FIGURE, start, end, value, "", qualifier, end, reach, end)
    else:
        add_other(found, NAME, start, end)


def _read_neighbours(found: list[Quantity], clean: str, start: int, pair: re.Match[str], number: str) -> None:
    low, high = amount(number), amount(pair[1])
    assert low is not None
    assert high is not None
    qualifier, reach = qualifiers.before(clean, start)
    add_amount(found, FIGURE, start, pair.end(), (low[0], high[0]), pair[2], qualifier, pair.end(1), reach, pair.end())


def _read_couple(found: list[Quantity], clean: str, start: int, end: int, number: str, couple: re.Match[str]) -> None:
    """三重一大 is a name, 一户一档 a saying, 一村一法律顾问 the name of a scheme."""
    if number == couple[1] == "一":
        if clean[end] in lexicon.PLACES:
            add_other(found, NAME, start, couple.end(1))
        else:
            add_other(found, IDIOM, start, couple.end())
    else:
        add_other(found, IDIOM if number in lexicon.SAYING_FIRST else NAME, start, couple.end())
