"""Parts told by their share: 纠纷236件，邻里占41.5%、98件. What a share is of is told by what both numbers make."""

from decimal import Decimal
from itertools import chain
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.match import Match
from extract.matching.parts_of_wholes import is_set_apart
from extract.matching.readings import Mention, Told, mention_of
from extract.tables import ACTUAL, PART, TOWNSHIP

_SHARE_BEFORE = regex("占(?:比|总数的?|总量的?|全部的?|了|到|去)?(?:为|达到?|是|约|近|超)?[：:]?$")
#: 占41.5%、98件; 占41.5%（98件）; 占41.5%，计98件; 占比41.5%，为98件
_TO_COUNT = regex("[、，,（(]?(?:即|为|有|计|共计?|是|达|合)?")
#: 98件、占41.5%; 98件（占41.5%）; 98件，占比为41.5%
_TO_SHARE = regex("[、，,（(]?(?:约|就)?占(?:比|总数的?|总量的?|全部的?|了|到|去)?(?:为|达到?|是|约|近|超)?[：:]?")
#: 信访事项50件，办结45件，占90%: what became of some is no kind of what was counted
_WHAT_BECAME = regex(
    "办[结理完]|化解|结案|调成|成功|整改|采纳|解决|[答回]复|合格|及格|优[秀良]|满意|持证|通过|履行|回访|销号|完成|清零"
    "|[已未尚没退撤]|党员|女|学历|[岁龄]"
)
#: below this so many shares fit by chance
_LEAST_WHOLE = 10
_WHOLE_REACH = 160
_TENTH, _ONE = Decimal("0.06"), Decimal("0.6")
_HUNDRED = Decimal(100)
_BEFORE = 16
_SERVICE, _ONLINE_ITEMS = "service_items_handled", "online_service_items"
_ONLINE = regex("网上|线上|掌上|手机|服务网|一网通|平台|网办|小程序|APP")


def part_by_share(so_far: Told, index: int, own: Match | None) -> Mention | None:
    """The figure as a part of the count before of which it is the share that is told beside it.

    `own` is what the words of the figure say; it stands where it says more than the whole does.
    """
    scene, sentence = so_far.scene, so_far.sentence
    figure = sentence.figures[index]
    if not sentence.shares or not figure.value or figure.unit in ("%", "元"):
        return None
    share = _share_beside(so_far, index)
    if share is None:
        return None
    floor = max(figure.start - _WHOLE_REACH, scene.clean.rfind("\n\n", max(0, figure.start - _WHOLE_REACH), sentence.start))
    for mention in chain(reversed(so_far.stated), reversed(so_far.reading.mentions)):
        if mention.quantity.start < floor:
            break
        if not _is_share_of(figure, share, mention):
            continue
        if own is not None and not _says_no_more(own, mention):
            return None
        before = scene.clean[max(sentence.start, figure.reach_start - _BEFORE) : figure.reach_start]
        if is_set_apart(scene, figure, before, [mention]):
            return None
        if own is None and index not in so_far.parts and _WHAT_BECAME.search(before):
            return None
        metric = mention.metric
        if metric.id == _SERVICE and _ONLINE.search(before) is not None:
            # 办件8216件，其中政务服务网办成的2307件，占28.1%
            metric = so_far.library.library.metrics.get(_ONLINE_ITEMS, metric)
        told = "as " + scene.clean[mention.quantity.start : mention.quantity.end]
        return mention_of(metric, figure, sentence, mention.period, PART, ("part by its share", told))
    return None


def _share_beside(so_far: Told, index: int) -> Quantity | None:
    """The share that is told of the figure, right before it or right behind it."""
    scene, sentence = so_far.scene, so_far.sentence
    clean, figures = scene.clean, sentence.figures
    figure = figures[index]
    if index:
        before = figures[index - 1]
        if (
            before.unit == "%"
            and not scene.noun_follows(figure.reach_end)
            and _TO_COUNT.fullmatch(clean, before.reach_end, figure.reach_start)
            and _SHARE_BEFORE.search(clean, max(sentence.start, before.reach_start - _BEFORE), before.reach_start)
        ):
            return before
    if index + 1 < len(figures):
        behind = figures[index + 1]
        if behind.unit == "%" and _TO_SHARE.fullmatch(clean, figure.reach_end, behind.reach_start):
            return behind
    return None


def _is_share_of(figure: Quantity, share: Quantity, whole: Mention) -> bool:
    """Whether the figure is as large a part of the whole as the share says."""
    if (
        whole.scope != TOWNSHIP
        or whole.period.basis != ACTUAL
        or whole.value < _LEAST_WHOLE
        or whole.quantity.start >= figure.start
    ):
        return False
    if figure.unit not in (whole.quantity.unit, *whole.metric.spellings) or figure.value is None or share.value is None:
        return False
    if figure.value >= whole.value or share.qualifier == "over":
        return False
    rounded = _ONE if share.value == share.value.to_integral_value() else _TENTH
    return abs(figure.value * _HUNDRED / whole.value - share.value) <= rounded


def _says_no_more(own: Match, whole: Mention) -> bool:
    """Whether the words of the part are those of the whole: 纠纷236件，邻里纠纷占41.5%、98件."""
    if own.metric is whole.metric or whole.match is None:
        return own.metric is whole.metric
    named = frozenset().union(*(token.word.sets for token in (*whole.match.words, *whole.match.carried)))
    return own.metric.category == whole.metric.category and len(own.words) == 1 and bool(own.words[0].word.sets & named)
