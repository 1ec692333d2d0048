"""Rates of what a report has just counted that is no dispute: 信访事项128件，化解率98%."""

from re import compile as regex

from extract.matching.match import Match
from extract.matching.readings import Mention
from extract.matching.scene import Scene, Sentence

_RATE, _DISPUTES, _PETITIONS = "dispute_resolution_rate", "disputes", "petitions_handled"
#: what cases are counted in, of which a share is resolved
_CASES = frozenset("件起宗例批处个条单桩封项") | {"批次", "件次"}
#: what makes a rate one of disputes by its own words
_OF_DISPUTES = regex("[纠矛调劝解和](?:纷|盾|解(?!率|的)|处|成|停|和|纷)|人民调解|诉前")
_LISTING = frozenset("、和及与")


def is_rate_of_others(scene: Scene, sentence: Sentence, rate: Match, stated: list[Mention]) -> bool:
    """Whether a rate names no disputes, and what was counted last before it are none: 信访事项128件，化解率98%."""
    if rate.metric.id != _RATE or not stated or not rate.words:
        return False
    nearest = rate.words[0]
    counted = [m for m in stated if m.quantity.unit in _CASES and m.quantity.end <= nearest.start and m.sentence is sentence]
    if not counted or not _is_other(counted[-1]):
        return False
    last = counted[-1]
    if any(token.start > last.quantity.end for token in rate.carried):
        return False
    if _OF_DISPUTES.search(scene.clean, last.quantity.end, nearest.end) is not None:
        return False
    # 受理矛盾纠纷120件、信访28件，化解率98%: of both
    before = counted[-2] if len(counted) > 1 else None
    return before is None or _is_other(before) or scene.clean[before.quantity.reach_end] not in _LISTING


def _is_other(mention: Mention) -> bool:
    return mention.metric.category != _DISPUTES or mention.metric.id == _PETITIONS
