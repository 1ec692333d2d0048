"""What a figure states by the patterns that hold: of which year, as a total, as a part or of the whole township."""

from dataclasses import replace
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import roles
from extract.matching.cues import SHARE
from extract.matching.legend import of_year
from extract.matching.match import Match
from extract.matching.named_years import years_alike
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Told, mention_of
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import chain_head
from extract.tables import PART, TOWNSHIP

_BRACKET = regex(r"[（(]")
_NARROW_REACH = 30


def state(so_far: Told, index: int, chosen: list[Match], tie: bool) -> None:
    """Adds what the figure states by each of the matches chosen; `tie` where another one would do as well."""
    scene, sentence, parts, stated = so_far.scene, so_far.sentence, so_far.parts, so_far.stated
    figure = sentence.figures[index]
    for match in chosen:
        part = index in parts and _breaks_down(scene, sentence, index, parts[index], match.metric, stated)
        mention = mention_by(so_far, index, match, tie, part, index in parts)
        if mention.scope != PART and match.metric.narrow and _is_of(match, sentence, index, stated):
            mention = replace(mention, scope=PART)
        stated.append(mention)
        if sentence.cues & SHARE:
            alike = years_alike(scene, sentence, figure, so_far.year)
            stated += [of_year(mention, figure, year, "alike in both years") for year in alike]


def mention_by(so_far: Told, index: int, match: Match, tie: bool, part: bool, listed: bool = False) -> Mention:
    """What the figure states by a match; `listed` where 其中 or the like opens the list it stands in."""
    scene, sentence, metric = so_far.scene, so_far.sentence, match.metric
    figure = sentence.figures[index]
    lead = sentence.figures[chain_head(scene.clean, sentence.figures, index)]
    period = period_of(scene, sentence, lead, so_far.year, metric.stock)
    total = not part and roles.is_total(scene, sentence, figure, match)
    trace = [match.plan.pattern.source]
    if match.carried:
        trace.append("carried " + "、".join(token.word.text for token in match.carried))
    if match.shared:
        trace.append("shared number")
    if period.rule:
        trace.append(period.rule)
    if listed:
        trace.append("其中")
    return mention_of(
        metric,
        figure,
        sentence,
        period,
        PART if part or not period.whole or (metric.narrow and _is_narrow(scene, sentence, figure, metric)) else TOWNSHIP,
        tuple(trace),
        total,
        ("tie",) if tie else (),
        match,
    )


def _is_narrow(scene: Scene, sentence: Sentence, figure: Quantity, metric: Metric) -> bool:
    """Whether the clause counts only a part of what the metric counts: 书记领办信访积案2件."""
    start = max(sentence.start, figure.reach_start - _NARROW_REACH)
    clause = max(start, *(scene.clean.rfind(mark, start, figure.reach_start) + 1 for mark in "，,；;：:"))
    return any(word in scene.clean[clause : figure.reach_start] for word in metric.narrow)


def _is_of(match: Match, sentence: Sentence, index: int, stated: list[Mention]) -> bool:
    """Whether what is told before makes the figure a part: 隐患85处，整改79处 is not what inspectors found wrong with us."""
    narrow = match.metric.narrow
    if any(word in token.word.text for token in match.carried for word in narrow):
        return True
    return any(m.metric.id in narrow for m in stated if index and m.quantity is sentence.figures[index - 1])


def _breaks_down(scene: Scene, sentence: Sentence, index: int, whole: int, metric: Metric, stated: list[Mention]) -> bool:
    """Whether what 其中 opens is a part of its own metric too; 执法人员10人，其中持证7人 says how many hold one in all."""
    known = next((mention for mention in stated if mention.metric is metric), None)
    if known is not None and "其中" in known.trace and known.sentence is sentence and known.scope != PART:
        # 合法性审查62件，其中镇级合同31份、村级合同17份: both are contracts, neither a part of the other
        return False
    if whole < 0 or known is not None:
        return True
    if _BRACKET.search(scene.clean, sentence.figures[whole].reach_end, sentence.figures[index].start):
        return True
    wholes = [mention.metric for mention in stated if mention.quantity is sentence.figures[whole]]
    return not wholes or any(metric.id in known.parts for known in wholes)
