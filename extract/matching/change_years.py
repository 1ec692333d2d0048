"""Which years a change lies between that stands behind last year's value: 上年登记的矛盾是152起，同比下降10.5%."""

from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.readings import Mention, Reading
from extract.matching.scene import Scene, Sentence
from extract.tables import ACTUAL

#: how many of the last mentions may tell the years that are compared
_YEARS_TOLD = 6
#: the units of a change that is relative, and what the table of changes calls them
UNITS = {"%": "%", "百分点": "pp", "倍": "%", "番": "%"}
#: 上年登记152起; what a change is then said to be of, not 上年比前年、上年同比下降
_OF_LAST_YEAR = regex("(?:去年|上年|[上前]一年)")
#: 2022年登记203件，一年下来|少了16件
_A_YEAR_ON = regex("[，,；;](?:今年|这|整整|过去|仅仅)?(?:过了)?一年(?:下来|过[来去]|来|间|里)?[，,]?[^，,。；;0-9]{0,6}")
_BY_THAT_YEAR = regex("前年|去年|上年|[上前]一年|20[0-9]{2}年|[；;]")


def leads_on(
    scene: Scene, sentence: Sentence, index: int, metric: Metric, year: int | None, stated: list[Mention], reading: Reading | None
) -> bool:
    """Whether a change right behind last year's value leads from there to now: 上年登记的矛盾是152起，同比下降10.5%.

    Behind a calendar year's value the sums must say so: 2023年152件，同比下降10.5% goes on a row of years.
    """
    last = stated[-1] if stated else None
    if last is None or year is None or last.metric is not metric or not index or last.quantity is not sentence.figures[index - 1]:
        return False
    figure = sentence.figures[index]
    if _A_YEAR_ON.fullmatch(scene.clean, last.quantity.end, figure.reach_start) and last.period.year == year - 1:
        return True
    if last.period.year != year - 1 or last.period.basis != ACTUAL:
        return False
    if _BY_THAT_YEAR.search(scene.clean, last.quantity.end, figure.reach_start):
        return False
    if _OF_LAST_YEAR.search(scene.clean, sentence.start, last.quantity.start):
        return True
    told = [m.value for m in reading.mentions if m.metric is metric and m.period.year == year] if reading is not None else []
    return any(_amounts_to(last.value, now, figure) for now in told)


def _amounts_to(then: Decimal | None, now: Decimal | None, figure: Quantity) -> bool:
    """Whether the change from `then` to `now` is the amount, as the report rounds it."""
    if not then or now is None or figure.value is None:
        return False
    gap = abs(now - then)
    return gap == figure.value if figure.unit not in UNITS else abs(gap / then * 100 - figure.value) < 1


def year_that_fits(figure: Quantity, metric: Metric, compared: int, year: int | None, stated: list[Mention]) -> int:
    """The year whose value is off by the amount, where these are told: 2022年152件、2023年131件，两年净减21件."""
    values = {m.period.year: m.value for m in stated[-_YEARS_TOLD:] if m.metric is metric and m.period.basis == ACTUAL}
    now = values.pop(year, None)
    if now is None:
        return compared
    fits = [told for told, value in values.items() if told is not None and abs(value - now) == figure.value]
    return compared if not fits or compared in fits else max(fits)


def is_told_of(metric: Metric, year: int | None, stated: list[Mention]) -> bool:
    """Whether the sentence has stated the metric for that year and for the one before."""
    years = {m.period.year for m in stated if m.metric is metric and m.period.basis == ACTUAL}
    return year is not None and {year, year - 1} <= years
