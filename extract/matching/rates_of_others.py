"""Rates of what a report has just counted that is no dispute: 信访事项128件，化解率98%."""

from re import compile as regex

from extract.matching.match import Match
from extract.matching.readings import Mention
from extract.matching.scene import Scene, Sentence

_RATE = "dispute_resolution_rate"
#: what is settled in shares as well, other than disputes
_SETTLED = frozenset(
    (
        "petitions_handled",
        "hotline_tickets",
        "enterprise_issues_resolved",
        "proposals_handled",
        "hazards_found",
        "problems_rectified",
    )
)
#: what makes a rate one of disputes by its own words
_OF_DISPUTES = regex("纠纷|矛盾|调[解处成停]|劝[解和]|人民调解|诉前")
_LISTING = frozenset("、和及与")


def is_rate_of_others(scene: Scene, sentence: Sentence, rate: Match, stated: list[Mention]) -> bool:
    """Whether a rate names no disputes, and what was counted last before it are none: 信访事项128件，化解率98%."""
    if rate.metric.id != _RATE or not stated or not rate.words:
        return False
    nearest = rate.words[0]
    counted = [m for m in stated if m.quantity.unit != "%" and m.quantity.end <= nearest.start and m.sentence is sentence]
    if not counted or not _is_other(counted[-1]):
        return False
    last = counted[-1]
    if any(token.start > last.quantity.end for token in rate.carried):
        return False
    clause = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, last.quantity.start) + 1 for mark in "，,；;：:"))
    if _OF_DISPUTES.search(scene.clean, clause, nearest.end) is not None or scene.clean.startswith("其中", clause):
        return False
    # 受理矛盾纠纷120件、信访28件，化解率98%: of both
    before = counted[-2] if len(counted) > 1 else None
    return before is None or _is_other(before) or scene.clean[before.quantity.reach_end] not in _LISTING


def _is_other(mention: Mention) -> bool:
    return mention.metric.id in _SETTLED
