"""Lawsuits between citizens, which are none against the township: 诉讼案件72件，其中民事诉讼58件，行政诉讼14件."""

from re import compile as regex

from extract.matching.readings import Mention
from extract.matching.scene import Scene

_LAWSUITS = "诉讼"
_CIVIL = regex(r"民(?:商)?事|劳动(?:争议|仲裁)|刑事")
_ADMINISTRATIVE = ("行政", "民告官")
#: 涉诉案件31件，其中民事22件、行政9件: the whole is of both kinds
_KINDS_BEHIND = regex(
    r"[，,（(：:；;](?:其中|含|包括|有|分别为|内有)?[：:]?(?:行政[^，,。；;、0-9]{0,8}[0-9]+[件起宗例][、，,；;和及])?"
    r"(?:民(?:商)?事)[^，,。；;、0-9]{0,8}[0-9]"
)
_CLAUSE_MARKS = "，,；;。：:、（("


def is_civil(scene: Scene, mention: Mention) -> bool:
    """Whether a count of lawsuits is of civil ones, or of civil and administrative ones together."""
    sentence, figure, match = mention.sentence, mention.quantity, mention.match
    if mention.metric.category != "oversight" or "事" not in scene.clean[sentence.start : sentence.end]:
        return False
    start = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, figure.reach_start) + 1 for mark in _CLAUSE_MARKS))
    if any(word in scene.clean[start : figure.reach_start] for word in _ADMINISTRATIVE):
        return False
    if match is None or any(_LAWSUITS in token.word.sets for token in (*match.words, *match.carried)):
        if _CIVIL.search(scene.clean, start, figure.reach_start) is not None:
            return True
        return match is not None and _KINDS_BEHIND.match(scene.clean, figure.reach_end, sentence.end) is not None
    return False
