"""Counts that went from one level to another (由9名减至7名): where that begins, what rose, and what it came to."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Reading, mention_of
from extract.matching.scene import Scene, Sentence
from extract.tables import TOWNSHIP

_LONGEST_RISE, _LONG_NAME = 60, 4
#: the group of words such as 今年, which name no thing
_TIMES = "times"
#: 满意率94.8%，重复投诉率降到4.7%: a rate that the library does not know is one all the same
_A_RATE = regex("[，,；;、][^，,。；;、0-9]{2,12}率")


def rise_start(scene: Scene, sentence: Sentence, figure: Quantity) -> int:
    """Where the change that ends at the figure begins: 由9名减至7名 speaks of nothing before its 由."""
    floor = max(sentence.start, figure.reach_start - _LONGEST_RISE)
    return max(floor, *(scene.clean.rfind(word, floor, figure.reach_start) for word in ("由", "从")))


def rises_by_itself(scene: Scene, sentence: Sentence, figure: Quantity, stated: list[Mention]) -> bool:
    """Whether what rose is named before 由 and counted by no metric: 事项清单由去年的64项精简到51项."""
    clean, start = scene.clean, rise_start(scene, sentence, figure)
    if clean[start : start + 1] not in ("由", "从"):
        return False
    clause = max(sentence.start, *(clean.rfind(mark, sentence.start, start) + 1 for mark in "，,；;。：:（("))
    return start - clause >= _LONG_NAME and not any(mention.quantity.start >= clause for mention in stated)


def level_reached(scene: Scene, sentence: Sentence, index: int, year: int | None, reading: Reading) -> Mention | None:
    """The value that a change led to: 较去年增加3次，达到11次."""
    figure = sentence.figures[index]
    change = reading.changes[-1] if reading.changes else None
    if index == 0 or change is None or change.quantity is not sentence.figures[index - 1] or figure.value is None:
        return None
    metric = change.metric
    if figure.unit not in metric.spellings:
        return None
    return mention_of(
        metric,
        figure,
        sentence,
        period_of(scene, sentence, figure, year, metric.stock),
        TOWNSHIP,
        ("level after a change", "as " + scene.clean[change.start : change.end]),
    )


def names_its_own(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a word of the library stands between the figure and the one before: 取证4名，执法队伍壮大到22人."""
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    tokens = scene.tokens[sentence.first_token : sentence.last_token]
    end = sentence.figures[index].start
    return any(token.word.groups and _TIMES not in token.word.groups and start <= token.start < end for token in tokens)


def has_own_rate(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a rate is named between the figure and the one before."""
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    end = sentence.figures[index].reach_start
    if _A_RATE.search(scene.clean, start, end):
        return True
    return any(
        start <= t.start < end and "rates" in t.word.groups for t in scene.tokens[sentence.first_token : sentence.last_token]
    )
