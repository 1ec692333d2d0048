"""Figures that no pattern reads: the ways to read them once the whole sentence is told, one after another.

What is tried first goes first: several figures that make something together, then each by itself in the order of the text, then
those still left from the last one back, for the verb behind a list reaches its items one after the other.
"""

from collections.abc import Callable, Sequence

from extract.matching.counted_beside import parts_number_first, rates_before_their_noun
from extract.matching.items_alike import as_items_before
from extract.matching.kinds_with_rest import kinds_with_rest
from extract.matching.matcher import Matcher
from extract.matching.partners import partner_of
from extract.matching.place_facts import told_alone
from extract.matching.readings import Mention, Told
from extract.matching.sums import kinds_of_whole, part_of_a_sum, row_with_its_sum, sum_of_those_before, whole_of_parts
from extract.matching.verb_behind import item_before_verb

Way = Callable[[Told, int], Mention | None]


def read_deferred(so_far: Told, matcher: Matcher) -> None:
    """Reads what may still be read of the deferred figures, and says of the others why they are left."""
    left = _without_rates(so_far, matcher)
    for together in _TOGETHER:
        if left:
            found = together(so_far, [index for index, _ in left])
            if found:
                so_far.stated.extend(found)
                read = {id(mention.quantity) for mention in found}
                left = [waiting for waiting in left if id(so_far.sentence.figures[waiting[0]]) not in read]
    still_left = []
    for index, reason in left:
        if not _read_by(_ONE_BY_ONE, so_far, index):
            still_left.append((index, reason))
    for index, reason in reversed(still_left):
        if not _read_by(_FROM_THE_LAST_BACK, so_far, index):
            so_far.reading.reasons[id(so_far.sentence.figures[index])] = reason


def _without_rates(so_far: Told, matcher: Matcher) -> list[tuple[int, str]]:
    """What is left once the rates are read that are told before what they are of: 合格率100%，132人参加学法考试."""
    figures = so_far.sentence.figures
    if not so_far.stated or all(figures[index].unit != "%" for index, _ in so_far.deferred):
        return so_far.deferred
    told_by = {id(mention.quantity): mention for mention in so_far.stated}
    left = []
    for index, reason in so_far.deferred:
        rates = rates_before_their_noun(so_far, index, matcher, told_by)
        so_far.stated.extend(rates)
        if not rates:
            left.append((index, reason))
    return left


def _read_by(ways: Sequence[Way], so_far: Told, index: int) -> bool:
    """Reads the figure by the first of the ways that can, and says whether there was one."""
    for way in ways:
        mention = way(so_far, index)
        if mention is not None:
            so_far.stated.append(mention)
            return True
    return False


def _kinds(so_far: Told, indices: Sequence[int]) -> list[Mention]:
    """纠纷65件。土地41件、婚姻14件、借贷10件."""
    return kinds_of_whole(so_far.scene, so_far.sentence, indices, so_far.stated, so_far.reading)


def _kinds_and_rest(so_far: Told, indices: Sequence[int]) -> list[Mention]:
    """市级平台派转302件，信箱并入48件，其余30件自接."""
    return kinds_with_rest(so_far, indices)


def _row(so_far: Told, indices: Sequence[int]) -> list[Mention]:
    """摸排纠纷，东片96起，中片74起，合计170起."""
    if not so_far.stated:
        return []
    return row_with_its_sum(so_far.scene, so_far.sentence, indices, so_far.stated, so_far.reading)


def _partner(so_far: Told, index: int) -> Mention | None:
    return partner_of(so_far, index, so_far.parts.get(index))


def _whole(so_far: Told, index: int) -> Mention | None:
    if not so_far.parts:
        return None
    return whole_of_parts(so_far.scene, so_far.sentence, index, so_far.parts, so_far.stated)


def _part(so_far: Told, index: int) -> Mention | None:
    return part_of_a_sum(so_far.scene, so_far.sentence, index, so_far.stated)


def _alone(so_far: Told, index: int) -> Mention | None:
    if not so_far.library.alone:
        return None
    return told_alone(so_far.scene, so_far.sentence, index, so_far.stated, so_far.library, so_far.year)


def _as_before(so_far: Told, index: int) -> Mention | None:
    return as_items_before(so_far, index)


def _before_verb(so_far: Told, index: int) -> Mention | None:
    return item_before_verb(so_far.scene, so_far.sentence, index, so_far.stated)


def _sum(so_far: Told, index: int) -> Mention | None:
    return sum_of_those_before(so_far.scene, so_far.sentence, index, so_far.stated, so_far.reading)


#: the order matters: what an earlier way has read, a later one builds on
_TOGETHER: tuple[Callable[[Told, Sequence[int]], list[Mention]], ...] = (_kinds, parts_number_first, _row, _kinds_and_rest)
_ONE_BY_ONE: tuple[Way, ...] = (_partner, _whole, _part, _alone, _as_before)
_FROM_THE_LAST_BACK: tuple[Way, ...] = (_before_verb, _sum)
