"""What a pattern holds of a figure, and which of several holds is the most specific."""

from dataclasses import dataclass

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.compiled import Plan
from extract.matching.scene import Sentence
from extract.matching.words import Token


@dataclass(slots=True)
class Match:
    """One pattern's hold on a figure."""

    plan: Plan
    #: the more specific first: words found, their length, then the fewest carried over, then the nearest
    score: tuple[int, int, int, int]
    start: int
    end: int
    words: list[Token]
    carried: list[Token]
    shared: bool
    #: the metric whose pattern this is
    metric: Metric


def put_in_order(found: list[Match], sentence: Sentence, figure: Quantity) -> None:
    """The most specific match first."""
    if len(found) > 1:
        found.sort(key=lambda match: (match.score, _is_of(match, sentence), match.plan.rank), reverse=True)
        _put_fuller_first(found, sentence, figure)


def winners(matches: list[Match]) -> list[Match]:
    """The most specific match, those of other metrics by the same wording, and those that share its number through a list."""
    if len(matches) < 2:
        return matches
    best = matches[0]
    winners = {best.metric.id: best}
    for match in matches[1:]:
        if match.metric.id not in winners and (
            ((match.shared or best.shared) and len(match.words) == len(best.words)) or is_of_both(best, match)
        ):
            winners[match.metric.id] = match
    return list(winners.values())


def is_of_both(one: Match, other: Match) -> bool:
    """Whether one metric counts what the other does by the same wording: 审查重大决策6项; (纠纷，)摸排92起，全部化解."""
    if other.metric.id not in one.metric.also and one.metric.id not in other.metric.also:
        return False
    if one.words != other.words or one.carried != other.carried:
        return False
    asked, wanted = one.plan.pattern.elements, other.plan.pattern.elements
    return len(asked) == len(wanted) and all(step.text == word.text for step, word in zip(asked, wanted, strict=True))


def _is_of(match: Match, sentence: Sentence) -> bool:
    """Whether nothing that a match lives by stands in a sentence before: 窗口6个。反馈问题8个，销号8个 is of the second."""
    return all(token.start >= sentence.start for token in match.carried)


def _put_fuller_first(found: list[Match], sentence: Sentence, figure: Quantity) -> None:
    """Of two matches by the same words the one that carries the other's and one more is the more specific."""
    best = found[0]
    if not best.carried and len(best.words) < 2:
        _put_named_first(found, sentence, figure)
        return
    for place, match in enumerate(found):
        if len(match.carried) > len(best.carried) and match.words == best.words and all(t in match.carried for t in best.carried):
            found.insert(0, found.pop(place))
            return


def _put_named_first(found: list[Match], sentence: Sentence, figure: Quantity) -> None:
    """合同送审率100%，全年送审117份: what a rate was just told of is what the bare verb behind it counts."""
    best = found[0]
    for place, match in enumerate(found):
        if match.words == best.words and match.carried:
            start = match.carried[0].start
            between = [other for other in sentence.figures if start <= other.start < figure.start]
            if start >= sentence.start and between and all(other.unit == "%" for other in between):
                found.insert(0, found.pop(place))
            return
