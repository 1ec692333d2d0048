"""Running totals beside the year's own figure: 本年5次，2021年以来累计19次."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.match import Match
from extract.matching.periods import Period
from extract.matching.readings import Mention, Told, mention_of
from extract.matching.roles import runs_on
from extract.matching.scene import Scene, Sentence
from extract.matching.since import SINCE_YEAR
from extract.report.model import PLAN
from extract.tables import ACTUAL, CUMULATIVE, TOWNSHIP

_FIRST_BRACKET = regex("[（(）)]")
_LEAD = 26
_STOP = regex(r"[；;。]")


def running_total(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None, stated: list[Mention]) -> Mention | None:
    """What the year's own figure before it counts, since some earlier year: 本年5次，2021年以来累计19次."""
    if figure.value is None:
        return None
    alike = [
        m
        for m in stated
        if m.quantity.end <= figure.start
        and m.period.basis == ACTUAL
        and (m.quantity.unit == figure.unit or figure.unit in m.metric.spellings)
        and (figure.unit == "%" or m.value <= figure.value)
        and not _closes_bracket(scene.clean, m.quantity.end, figure.reach_start)
    ]
    alone = len({m.metric.id for m in stated}) == 1
    if not alike or not (alone or _STOP.search(scene.clean, alike[-1].quantity.end, figure.reach_start) is None):
        return None
    partner = alike[-1]
    since = SINCE_YEAR.search(scene.clean, partner.quantity.end, figure.reach_start) is not None
    if partner.metric.stock and not since:
        # 今年新增12名，累计127名: how many there are now, but 现有92名，2021年以来累计培养140名 has others that left
        return None
    if not since and any(m.metric is partner.metric and m.period.year != partner.period.year for m in stated):
        # 今年15件，去年12件，两年共27件 adds up what is told already, but 2021年以来累计74件 counts more
        return None
    told = "as " + scene.clean[partner.quantity.start : partner.quantity.end]
    return mention_of(
        partner.metric, figure, sentence, Period(year, CUMULATIVE, True, "cumulative"), TOWNSHIP, ("running total", told)
    )


def running_on(so_far: Told, index: int, own: Match) -> Mention | None:
    """A running total by the bare verb of what the sentence has counted: 合同审查52份，2021年以来累计审查237份."""
    scene, sentence = so_far.scene, so_far.sentence
    figure = sentence.figures[index]
    act = own.words[0].word
    before = scene.clean[max(sentence.start, figure.reach_start - _LEAD) : figure.reach_start]
    if "actions" not in act.groups or sentence.role == PLAN or not runs_on(before.removesuffix(act.text), so_far.year):
        return None
    for mention in reversed(so_far.stated):
        if mention.match is None or mention.period.basis != ACTUAL or mention.quantity.unit != figure.unit:
            continue
        named = any(act.sets & token.word.sets for token in mention.match.words)
        if not named:
            continue
        if mention.metric is own.metric or len(mention.match.words) + len(mention.match.carried) < 2:
            return None
        return running_total(scene, sentence, figure, so_far.year, [mention])
    return None


def _closes_bracket(clean: str, start: int, end: int) -> bool:
    """Whether a bracket that stands open at `start` is closed before `end`: 处罚21件（简易15件），四年累计74件."""
    closes = _FIRST_BRACKET.search(clean, start, end)
    return closes is not None and closes[0] in "）)"
