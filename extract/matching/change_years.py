"""Which years a change lies between that stands behind last year's value: 上年登记的矛盾是152起，同比下降10.5%."""

from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.readings import Mention, Reading
from extract.matching.scene import Scene, Sentence
from extract.tables import ACTUAL

#: the units of a change that is relative, and what the table of changes calls them
UNITS = {"%": "%", "百分点": "pp", "倍": "%", "番": "%"}
#: 上年登记152起; what a change is then said to be of, not 上年比前年、上年同比下降
_OF_LAST_YEAR = regex("(?:去年|上年|[上前]一年)")
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
