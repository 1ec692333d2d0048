"""Counts that went from one level to another (由9名减至7名): where that begins, what rose, and what it came to."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.cell_mentions import written_out
from extract.matching.matcher import Matcher
from extract.matching.named_years import goes_on_to
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Reading, Told, mention_of
from extract.matching.scene import Scene, Sentence
from extract.matching.words import Token
from extract.tables import TOWNSHIP

_LONGEST_RISE, _LONG_NAME = 60, 4
#: the group of words such as 今年, which name no thing
_TIMES = "times"
#: what ends the clause that tells of the change
_NEXT_CLAUSE = regex("[，,；;。]")
#: 由2021年的|22个
_FROM = regex(
    "[由从](?:(?:20[0-9]{2}|[去上前]|上一)年(?:度|[末底初])?的?|(?:原来|原先|原有|最初|起初|调整前|合并前|撤并前|整合前|以前|过去|原)的?)?"
)
#: what may stand before villages that are all there are, and what says so
_ALL_THERE_ARE = regex(
    "(?:目前|现|经|撤并后|调整后|合村并居后)*(?:(?:[全我本](?:镇|乡|街道)|镇域|乡域|辖区)(?:内)?)?(?:[下所]?辖|管辖|共有|现有)?的?"
)
_HAS = "全镇下辖"
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
    if any(mention.quantity.start >= clause for mention in stated if mention.quantity.start < figure.start):
        return False
    if start - clause >= _LONG_NAME:
        return not any(mention.quantity.start >= clause for mention in stated)
    # 行政村由22个调整为18个，“法律明白人”90人: the noun right before 由 wins over one behind the comma
    return noun_of_rise(scene, sentence, start) is not None and not any(
        clause <= mention.quantity.start and not _NEXT_CLAUSE.search(clean, figure.reach_end, mention.quantity.start)
        for mention in stated
        if mention.quantity.start >= figure.start
    )


def noun_of_rise(scene: Scene, sentence: Sentence, start: int) -> Token | None:
    """The word of the library that stands right before the 由 at `start` and says what rose."""
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if token.end == start and (token.word.groups - {_TIMES}):
            return token
    return None


def places_that_changed(so_far: Told, index: int, matcher: Matcher) -> Mention | None:
    """How many villages there were before and after: 行政村由2021年的22个调整为18个; the first of the two."""
    scene, sentence = so_far.scene, so_far.sentence
    figure = sentence.figures[index]
    if not sentence.rising or figure.unit != "个" or not goes_on_to(scene, sentence, figure):
        return None
    start = rise_start(scene, sentence, figure)
    noun = noun_of_rise(scene, sentence, start)
    if noun is None or "places" not in noun.word.groups or _FROM.fullmatch(scene.clean, start, figure.reach_start) is None:
        return None
    clause = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, start) + 1 for mark in "，,；;。：:（("))
    if _ALL_THERE_ARE.fullmatch(scene.clean, clause, noun.start) is None:
        # 结对帮扶的村由2个增加到4个
        return None
    for match in written_out(matcher, _HAS + noun.word.text, figure, ""):
        if match.metric.stock:
            period = period_of(scene, sentence, figure, so_far.year, True)
            return mention_of(match.metric, figure, sentence, period, TOWNSHIP, (match.plan.pattern.source, "what changed"))
    return None


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
