"""A breakdown that opens the sentence behind its whole and leaves one kind over: 市级平台派转302件，信箱并入48件，其余30件自接.

The kinds must add up to the whole with what is left over, or with those that are read already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from re import compile as regex

from extract.matching.channels import names_channel
from extract.matching.readings import Mention, Told, mention_of
from extract.tables import ACTUAL, PART, TOWNSHIP

_REACH, _FEWEST, _MOST, _LONGEST_ITEM = 120, 3, 12, 20
#: four kinds or more that make a large sum belong to it though other points were told in between: （四）类账。邻里相争74件，…
_MANY, _LARGE, _FAR = 4, 50, 1_500
#: below this a sum comes about by chance
_LEAST_WHOLE = 20
_JOINTS = frozenset("，,；;、")
#: of a row of kinds so many are read at least where no sum confirms the others
_FEWEST_KNOWN = 2
_SAID_OUTRIGHT = frozenset(("actions", "who", "forms"))
#: what became of some is no kind of what was counted
_NOT_A_KIND = regex(
    "没|未|移[交送]|转[到至入给]|引导|终止|撤|驳|退|维持|合格|及格|整改|采纳|解决|办[结理完]|化解|调[成解处]|结案|立案|增加|减少|[去上前]年|同比|拟|计划"
)


def kinds_with_rest(so_far: Told, unread: Sequence[int]) -> list[Mention]:
    """The unread figures of a row of kinds that adds up to what was counted before; those read already become its parts."""
    figures = so_far.sentence.figures
    first = unread[0]
    unit = figures[first].unit
    if not unit or unit in ("%", "元"):
        return []
    read = {id(mention.quantity): mention for mention in so_far.stated}
    while first and _is_kind(so_far, first - 1, unit):
        first -= 1
    last = first
    row, together, rest = [first], figures[first].value or Decimal(0), False
    while last + 1 < len(figures) and len(row) < _MOST and not rest and _is_kind(so_far, last + 1, unit):
        last += 1
        row.append(last)
        together += figures[last].value or 0
        rest = so_far.reading.reasons.get(id(figures[last])) == "remainder"
    if len(row) < _FEWEST or together < _LEAST_WHOLE or _NOT_A_KIND.search(_told_of(so_far, row)):
        return []
    if first and read.get(id(figures[first - 1])) is not None and _opens_no_row(so_far, first):
        return []
    reach = _FAR if len(row) >= _MANY and together >= _LARGE else _REACH
    whole = _whole(so_far, first, together, unit, reach)
    if whole is None:
        return _of_its_neighbours(so_far, row, unread, read)
    known = [read[id(figures[at])] for at in row if id(figures[at]) in read]
    if any(not _is_of(mention, whole) for mention in known):
        return []
    for place, mention in enumerate(so_far.stated):
        if mention in known:
            so_far.stated[place] = replace(mention, metric=whole.metric, scope=PART, total=False)
    trace = ("kinds that add up", "as " + so_far.scene.clean[whole.quantity.start : whole.quantity.end])
    waiting = [at for at in row if at in unread]
    return [mention_of(whole.metric, figures[at], so_far.sentence, whole.period, PART, trace) for at in waiting]


def _of_its_neighbours(so_far: Told, row: Sequence[int], unread: Sequence[int], read: Mapping[int, Mention]) -> list[Mention]:
    """The unread kinds of a row of which some are read as kinds of one thing: 邻里纠纷74件，婚姻68件，土地争议41件."""
    figures = so_far.sentence.figures
    known = [read[id(figures[at])] for at in row if id(figures[at]) in read]
    waiting = [at for at in row if at in unread]
    if len(known) < _FEWEST_KNOWN or len(known) + len(waiting) < len(row) or len(row) < _MANY:
        return []
    first = known[0]
    if any(mention.metric is not first.metric or mention.period != first.period for mention in known):
        return []
    if first.metric.combine == "sum" or any(_names_another(so_far, at) for at in waiting):
        return []
    scope = PART if all(mention.scope == PART for mention in known) else TOWNSHIP
    trace = ("kinds in a row", "as " + so_far.scene.clean[first.quantity.start : first.quantity.end])
    return [mention_of(first.metric, figures[at], so_far.sentence, first.period, scope, trace) for at in waiting]


def _names_another(so_far: Told, index: int) -> bool:
    """Whether a word of the library stands in the item, which then counts something of its own."""
    figures, scene = so_far.sentence.figures, so_far.scene
    start = figures[index - 1].reach_end if index else so_far.sentence.start
    return any(
        start <= token.start and token.end <= figures[index].reach_start and not token.word.groups.isdisjoint(_SAID_OUTRIGHT)
        for token in scene.tokens[so_far.sentence.first_token : so_far.sentence.last_token]
    )


def _is_kind(so_far: Told, index: int, unit: str) -> bool:
    """Whether the figure at `index` is one of a row with the one behind it or before it: same unit, a short item, one mark."""
    figures, clean = so_far.sentence.figures, so_far.scene.clean
    figure = figures[index]
    if figure.unit != unit or not figure.value:
        return False
    start = figures[index - 1].reach_end if index else so_far.sentence.start
    item = clean[start : figure.reach_start]
    if index and (item[:1] not in _JOINTS or any(mark in _JOINTS for mark in item[1:])):
        return False
    return len(item) <= _LONGEST_ITEM


def _told_of(so_far: Told, row: Sequence[int]) -> str:
    figures = so_far.sentence.figures
    start = figures[row[0] - 1].reach_end if row[0] else so_far.sentence.start
    return so_far.scene.clean[start : figures[row[-1]].reach_start]


def _opens_no_row(so_far: Told, first: int) -> bool:
    """Whether the row goes on from a figure that counts something else: 受理97件，化解90件，移交7件."""
    return so_far.scene.clean[so_far.sentence.figures[first].reach_start - 1] not in "：:" and first > 1


def _whole(so_far: Told, first: int, together: Decimal, unit: str, reach: int) -> Mention | None:
    """The count of the township that stands before the row and is as large as the row together."""
    start = so_far.sentence.figures[first].start
    for mention in (*reversed(so_far.stated), *reversed(so_far.reading.mentions)):
        if mention.quantity.start < start - reach:
            break
        if mention.quantity.end > start or mention.value != together or mention.scope != TOWNSHIP:
            continue
        if (
            mention.period.basis == ACTUAL
            and not mention.period.rule
            and unit in (mention.quantity.unit, *mention.metric.spellings)
        ):
            return mention
    return None


def _is_of(mention: Mention, whole: Mention) -> bool:
    """Whether a kind that is read already counts what the whole does, or names but the way it came."""
    if mention.metric is whole.metric:
        return True
    return mention.match is not None and names_channel(mention.match, whole.metric)
