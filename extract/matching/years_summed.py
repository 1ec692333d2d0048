"""What several years make together, behind the value of each: 合同41份，上年29份，两年合计70份."""

from decimal import Decimal
from itertools import chain
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.periods import Period
from extract.matching.readings import Mention, Told, mention_of
from extract.report.model import PLAN
from extract.tables import ACTUAL, CUMULATIVE, TOWNSHIP

#: right before the sum, with no more of a verb than 办 or 得, which do not tell what is summed up
_IN_SO_MANY_YEARS = regex(
    r"(?<![0-9第〇零一二三四五六七八九十上前头后])(?P<years>[两二三四五六])个?(?:年度?|年头)(?:里|间|来|下来|以来|数|时间)?[，,]?"
    r"(?:的|一|总|合|累|拢|统)?(?:加起来|加在一起|合起来|合在一起|算下来|算起来|放在一起|相加|合计|累计|总计|共计|共|计|总数|总量)"
    r"(?:就|便|则|已|也|一共|总共|共计|共|有|为|是|达到|达|约|办了?|得)*$"
)
_NUMERALS = "零一二三四五六"
_REACH = 20
#: how far before the sum the values of the years begin
_YEARS_REACH = 160


def sum_over_years(so_far: Told, index: int) -> Mention | None:
    """The sum of what was counted alike for each of so many years, as a running total that ends with the report's year."""
    scene, sentence, year = so_far.scene, so_far.sentence, so_far.year
    figure = sentence.figures[index]
    if year is None or not sentence.years or not figure.value or figure.unit == "%" or sentence.role == PLAN:
        return None
    found = _IN_SO_MANY_YEARS.search(scene.clean, max(sentence.start, figure.reach_start - _REACH), figure.reach_start)
    if found is None:
        return None
    years = _NUMERALS.index(found["years"].replace("两", "二"))
    floor = max(figure.start - _YEARS_REACH, scene.clean.rfind("\n", max(0, figure.start - _YEARS_REACH), sentence.start) + 1)
    near: list[Mention] = []
    for mention in chain(reversed(so_far.stated), reversed(so_far.reading.mentions)):
        if mention.quantity.start < floor:
            break
        if _counts_alike(mention, figure):
            near.append(mention)
    seen: list[str] = []
    for mention in near:
        if mention.metric.id in seen:
            continue
        seen.append(mention.metric.id)
        values = _by_year(near, mention.metric)
        wanted = [values.get(year - back) for back in range(years)]
        if sum((value for value in wanted if value is not None), Decimal(0)) == figure.value and None not in wanted:
            told = "as " + scene.clean[mention.quantity.start : mention.quantity.end]
            period = Period(year, CUMULATIVE, True, "cumulative")
            return mention_of(mention.metric, figure, sentence, period, TOWNSHIP, ("sum over years", told))
    return None


def _by_year(near: list[Mention], metric: Metric) -> dict[int | None, Decimal]:
    """The value told of each year for the metric, by the mentions from the last back; of several for one year the first."""
    return {mention.period.year: mention.value for mention in near if mention.metric is metric}


def _counts_alike(mention: Mention, figure: Quantity) -> bool:
    return (
        mention.scope == TOWNSHIP
        and mention.period.basis == ACTUAL
        and not mention.metric.stock
        and figure.unit in (mention.quantity.unit, *mention.metric.spellings)
    )
