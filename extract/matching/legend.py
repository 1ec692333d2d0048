"""What a report says of its own figures' brackets: 括号内为上年数 makes the second number of 8次（6次） last year's."""

from dataclasses import replace
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.periods import Period
from extract.matching.readings import Mention
from extract.matching.scene import Sentence
from extract.matching.territory import chain_head
from extract.tables import ACTUAL

_LEGEND = regex(
    r"(?:(?:括号|括弧|圆括号)(?:之?[内里中])?|[（(]\s*[）)]\s*[内里中])(?:所列|所示|标注)?的?(?:数字|数据|数值|数|者)?"
    r"(?:均|皆|一律|都)?(?:为|是|系|指|表示|填)?(?P<year>上年度?|去年|上一?年度?|20[0-9]{2}年度?)(?:全年|同期)?的?(?:同期)?"
    r"(?:[值数]|数字|数据|数值|情况|实绩|实数)?(?=[，,。；;、）)\n]|$)"
)
#: the rule by which a figure in brackets states last year's value
IN_BRACKETS = "in brackets, as the report says of them"
_OPENING, _CLOSING = ("（", "("), ("）", ")")


def bracketed_year(clean: str, year: int | None) -> int | None:
    """The earlier year that the figures in brackets are of, where the report says so."""
    found = _LEGEND.search(clean) if "括" in clean or "（）" in clean else None
    if found is None:
        return None
    named = found["year"]
    told = int(named[:4]) if named[0] == "2" else None if year is None else year - 1
    return told if told is not None and (year is None or told < year) else None


def told_in_brackets(clean: str, sentence: Sentence, index: int) -> int:
    """The figure behind which the sentence's `index`-th stands in brackets of its own, counted alike; -1 if it does not."""
    figures = sentence.figures
    first = chain_head(clean, figures, index)
    if first == 0 or not clean.startswith(_OPENING, figures[first].start - 1):
        return -1
    last = index
    while last + 1 < len(figures) and chain_head(clean, figures, last + 1) == first:
        last += 1
    opens = figures[first].start - 1
    if figures[first - 1].reach_end != opens or not clean.startswith(_CLOSING, figures[last].reach_end):
        return -1
    for before in range(first - 1, -1, -1):
        if figures[before].unit == figures[index].unit:
            return before
        if before == 0 or chain_head(clean, figures, before) == before:
            break
    return -1


def of_year(mention: Mention, figure: Quantity, year: int, rule: str) -> Mention:
    """The same metric's value of an earlier year, which the figure states by this rule."""
    return replace(
        mention,
        quantity=figure,
        value=figure.value if figure.value is not None else mention.value,
        high=figure.high,
        qualifier=figure.qualifier,
        period=Period(year, ACTUAL, True, "year named"),
        trace=(rule, *mention.trace[:1]),
        total=False,
    )
