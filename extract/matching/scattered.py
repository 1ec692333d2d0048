"""What a figure measures that no pattern holds: all words of one stand in its own clause, though in another order or farther off.

先后十八次受邀列席镇党政班子会议: a pattern tells what words belong together, the clause that they do. Such a reading is doubtful
and says so.
"""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.compiled import CompiledLibrary, Plan
from extract.matching.matcher import Match
from extract.matching.scene import Scene, Sentence
from extract.matching.words import Token

#: how far a word may stand from its number
_REACH = 34
#: how far the verb of a clause that names no thing may: 制定工作方案3份 names one
_BESIDE = 3
#: units that count whatever stands beside them
_ANYTHING = frozenset(("", "%", "元", "个"))
_CLAUSE_BREAK = regex(r"[，,；;。：:！？\n|（(）)]")
#: the group of words that name what is counted
_THING = "objects"


def scattered_match(scene: Scene, sentence: Sentence, index: int, library: CompiledLibrary) -> Match | None:
    """The one metric of which a pattern's words, two at least, all stand around the figure."""
    figure = sentence.figures[index]
    source = library.plans.get(figure.unit)
    if figure.unit in _ANYTHING or not source:
        return None
    start, own, end = _stretch(scene, sentence, index)
    around = [
        token
        for token in scene.tokens[sentence.first_token : sentence.last_token]
        if start <= token.start and token.end <= end and token.word.sets
    ]
    names = frozenset(name for token in around for name in token.word.sets)
    # A clause that names a thing counts none that was named before it.
    reach_back = not any(_THING in token.word.groups for token in around if token.start >= own)
    stretch = scene.clean[start:end]
    best: list[Match] = []
    for name in sorted(names):
        for plan in source.get(name, ()):
            if len(plan.left) + len(plan.right) < 2 or any(word in stretch for word in plan.metric.not_words):
                continue
            words = _words_of(plan, around, figure)
            if not words or words[-1].start < own:
                continue
            if words[0].start < own and not (reach_back and _carries(words, own, figure)):
                continue
            score = (2 * len(words), sum(token.end - token.start for token in words), 0, 0)
            if best and score < best[0].score:
                continue
            if best and score > best[0].score:
                best = []
            if all(match.metric is not plan.metric for match in best):
                first, last = min(words[0].start, figure.start), max(words[-1].end, figure.end)
                best.append(Match(plan, score, first, last, words, [], False, plan.metric))
    return best[0] if len(best) == 1 else None


def _stretch(scene: Scene, sentence: Sentence, index: int) -> tuple[int, int, int]:
    """Where what may be the figure's begins, where its own clause does, and where that ends."""
    figures = sentence.figures
    figure = figures[index]
    start = max(figures[index - 1].reach_end if index else sentence.start, figure.reach_start - _REACH)
    end = figures[index + 1].reach_start if index + 1 < len(figures) else sentence.end
    end = min(end, figure.reach_end + _REACH)
    own = start
    for found in _CLAUSE_BREAK.finditer(scene.clean, start, figure.reach_start):
        own = found.end()
    cut = _CLAUSE_BREAK.search(scene.clean, figure.reach_end, end)
    return start, own, end if cut is None else cut.start()


def _words_of(plan: Plan, around: list[Token], figure: Quantity) -> list[Token]:
    """The nearest word for each step of the pattern, in their order; none where one is missing."""
    words: list[Token] = []
    for step in (*plan.left, *plan.right):
        nearest: Token | None = None
        for token in around:
            if step.wanted not in token.word.sets or token in words:
                continue
            if nearest is None or abs(token.start - figure.start) < abs(nearest.start - figure.start):
                nearest = token
        if nearest is None:
            return []
        words.append(nearest)
    words.sort(key=_start)
    return words


def _start(token: Token) -> int:
    return token.start


def _carries(words: list[Token], own: int, figure: Quantity) -> bool:
    """Whether a thing named before the figure's clause may be its: nothing else stands between the number and its verb."""
    gaps = [max(figure.reach_start - token.end, token.start - figure.reach_end) for token in words if token.start >= own]
    return min(gaps) <= _BESIDE and any(_THING in token.word.groups for token in words if token.start < own)
