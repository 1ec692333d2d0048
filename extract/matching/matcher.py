"""Which metric a figure measures: the library's patterns walked outward from the number."""

from bisect import bisect_left
from dataclasses import dataclass
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.compiled import CompiledLibrary, Plan, Step
from extract.matching.cues import SHARE
from extract.matching.scene import Scene, Sentence, Token

#: between two nouns that share one number
_JOINT = regex(r"(?:案件|事项|活动|工作|次数)?(?:、|和|及|与|以及|并|/|，)(?:法律)?")
#: between two figures that count the same thing twice (20批次21人次; 320户、11万元)
_CHAINED = frozenset(
    (
        "",
        "、",
        "/",
        "，",
        ",",
        "和",
        "(",
        "（",
        "共",
        "计",
        "共计",
        "，共",
        "，共计",
        "，计",
        "合计",
        "、共",
        "（共",
        "，累计",
        "，合计",
        "，约",
    )
)


_CHAINED_TIGHT = frozenset(("", "、", "/", "，", ","))
#: units that count whatever noun follows them: 整合8个部门 counts no noun before it
_CLASSIFIERS = frozenset(("个", "项"))


@dataclass(frozen=True, slots=True)
class Territory:
    """The stretch of a sentence in which a figure's own words stand: between the figures beside it."""

    start: int
    end: int
    first_token: int
    #: the first token at or behind the number
    split: int
    last_token: int
    #: where the leftward walk begins: the number, or the noun that `分别` pairs it with
    walk_start: int
    walk_end: int


@dataclass(frozen=True, slots=True)
class Match:
    """One pattern's hold on a figure."""

    plan: Plan
    score: tuple[int, int, int, int]
    start: int
    end: int
    words: tuple[Token, ...]
    carried: tuple[Token, ...]
    shared: bool

    @property
    def metric(self) -> Metric:
        """The metric whose pattern this is."""
        return self.plan.metric


def territory(scene: Scene, sentence: Sentence, index: int) -> Territory:
    """Where the words of the sentence's `index`-th figure may stand."""
    figures = sentence.figures
    figure = figures[index]
    clean = scene.clean
    start = sentence.start
    follower = figure
    for before in range(index - 1, -1, -1):
        other = figures[before]
        chained = clean[other.reach_end : follower.reach_start] in _CHAINED and other.unit != figure.unit
        if not chained and not _bracketed_away(clean, other, figure):
            start = other.reach_end
            break
        follower = other
    end = sentence.end
    for after in range(index + 1, len(figures)):
        other = figures[after]
        if not _bracketed_away(clean, other, figure):
            end = other.reach_start
            break
    starts, low, high = scene.token_starts, sentence.first_token, sentence.last_token
    first = bisect_left(starts, start, low, high)
    split = bisect_left(starts, follower.reach_start, first, high)
    if split > first and scene.tokens[split - 1].end > follower.reach_start:
        split -= 1
    last = bisect_left(starts, end, split, high)
    if last > split and scene.tokens[last - 1].end > end:
        last -= 1
    return Territory(start, end, first, split, last, follower.reach_start, figure.reach_end)


def chain_head(clean: str, figures: list[Quantity], index: int) -> int:
    """The first of the figures that count one thing in a row (20批次21人次), of which the `index`-th is one."""
    while index > 0:
        before, figure = figures[index - 1], figures[index]
        if before.unit == figure.unit or clean[before.reach_end : figure.reach_start] not in _CHAINED_TIGHT:
            break
        index -= 1
    return index


def _bracketed_away(clean: str, other: Quantity, figure: Quantity) -> bool:
    """Whether a figure stands in brackets of its own, which the number beside it does not see."""
    if other.start < figure.start:
        gap = clean[other.end : figure.start]
        close = max(gap.find("）"), gap.find(")"))
        return close >= 0 and "（" not in gap[:close] and "(" not in gap[:close] and _opens_before(clean, other.start)
    gap = clean[figure.end : other.start]
    opening = max(gap.rfind("（"), gap.rfind("("))
    return opening >= 0 and "）" not in gap[opening:] and ")" not in gap[opening:]


def _in_closed_bracket(clean: str, offset: int, position: int) -> bool:
    """Whether `offset` stands in brackets that close before `position`."""
    close = max(clean.find("）", offset, min(position, offset + 40)), clean.find(")", offset, min(position, offset + 40)))
    if close < 0:
        return False
    inside = clean[offset:close]
    return "（" not in inside and "(" not in inside and _opens_before(clean, offset)


def _opens_before(clean: str, offset: int) -> bool:
    before = clean[max(0, offset - 40) : offset]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))


class Matcher:
    """Walks the patterns of one library."""

    def __init__(self, library: CompiledLibrary) -> None:
        self.library = library

    def matches(self, scene: Scene, sentence: Sentence, figure: Quantity, where: Territory, unit: str | None) -> list[Match]:
        """Every pattern that holds, best first; `unit=None` disregards units (for change statements)."""
        plans = self._candidates(scene, where, unit)
        found = [match for plan in plans if (match := self._walk(scene, sentence, figure, where, plan)) is not None]
        if len(found) > 1:
            found.sort(key=lambda match: (match.score, match.plan.rank), reverse=True)
        return found

    def _candidates(self, scene: Scene, where: Territory, unit: str | None) -> list[Plan]:
        """The plans whose words all stand in the territory, in the order of the library."""
        source = (self.library.plans if unit is not None else self.library.plans_of_any_unit).get(unit or "")
        if not source:
            return []
        present: set[str] = set()
        for token in scene.tokens[where.first_token : where.last_token]:
            present |= token.word.sets
        plans = [plan for name in present & source.keys() for plan in source[name] if plan.needs <= present]
        if len(plans) > 1:
            plans.sort(key=lambda plan: plan.rank)
        return plans

    def _walk(self, scene: Scene, sentence: Sentence, figure: Quantity, where: Territory, plan: Plan) -> Match | None:
        words: list[Token] = []
        carried: list[Token] = []
        distance = 0
        shared = False
        position, at = where.walk_start, where.split
        for step in plan.left:
            step_at = self._nearest_left(scene, where, step, position, at, to_number=not words)
            if step_at is not None:
                token = scene.tokens[step_at]
                if step.wanted not in token.word.sets:
                    partner = self._in_list(scene, sentence, where, figure, step, step_at)
                    if partner is None:
                        return None
                    shared = True
                    words.append(scene.tokens[partner])
                    distance += position - token.end
                    position, at = scene.tokens[partner].start, partner
                    continue
                words.append(token)
                distance += position - token.end
                position, at = token.start, step_at
            elif step.optional:
                token_carried = self._carried(scene, sentence, step, at, position)
                if token_carried is None:
                    return None
                carried.append(token_carried)
            else:
                return None
        if not plan.right and figure.unit in _CLASSIFIERS and scene.noun_follows(figure.reach_end):
            return None
        start = min(position, figure.start)
        position, at = where.walk_end, where.split
        for step in plan.right:
            step_at = self._nearest_right(scene, sentence, where, step, position, at, from_number=position == where.walk_end)
            if step_at is not None and step.wanted in scene.tokens[step_at].word.sets:
                token = scene.tokens[step_at]
                words.append(token)
                distance += token.start - position
                position, at = token.end, step_at + 1
            elif step_at is None and step.optional:
                token_carried = self._carried(scene, sentence, step, where.split, where.walk_start)
                if token_carried is None:
                    return None
                carried.append(token_carried)
            else:
                return None
        end = max(position, figure.end)
        stretch = scene.clean[start:end]
        if any(word in stretch for word in plan.metric.not_words):
            return None
        matched = sum(token.end - token.start for token in words)
        # A carried word that no number stands before counts half as much as one in its place.
        near = sum(token.start >= where.start for token in carried)
        return Match(
            plan, (2 * len(words) + near, matched, -len(carried), -distance), start, end, tuple(words), tuple(carried), shared
        )

    def _nearest_left(self, scene: Scene, where: Territory, step: Step, position: int, at: int, to_number: bool) -> int | None:
        """The nearest word of the step's group to the left, if it stands near enough."""
        tokens = scene.tokens
        for candidate in range(at - 1, where.first_token - 1, -1):
            token = tokens[candidate]
            if step.group in token.word.groups and not (
                scene.has_brackets and _in_closed_bracket(scene.clean, token.end, position)
            ):
                if step.far or scene.gap_is_short(token.end, position, to_number):
                    return candidate
                return None
        return None

    def _nearest_right(
        self, scene: Scene, sentence: Sentence, where: Territory, step: Step, position: int, at: int, from_number: bool
    ) -> int | None:
        tokens = scene.tokens
        if from_number and scene.clean[position : position + 1] in ("、", "和", "及"):
            return None
        for candidate in range(at, where.last_token):
            token = tokens[candidate]
            if step.group in token.word.groups and token.start >= position:
                if scene.leads_to_figure(sentence, token.end):
                    return None
                if step.far or scene.gap_is_short(position, token.start, to_number=False):
                    return candidate
                return None
        return None

    def _carried(self, scene: Scene, sentence: Sentence, step: Step, at: int, position: int) -> Token | None:
        """The word of the step's group that the sentence, or the one before it, named last."""
        tokens = scene.tokens
        floor = scene.carry_floor(sentence)
        for candidate in range(at - 1, -1, -1):
            token = tokens[candidate]
            if token.start < floor:
                return None
            if step.group in token.word.groups and not (
                scene.has_brackets and _in_closed_bracket(scene.clean, token.end, position)
            ):
                return token if step.wanted in token.word.sets else None
        return None

    def _in_list(
        self, scene: Scene, sentence: Sentence, where: Territory, figure: Quantity, step: Step, nearest: int
    ) -> int | None:
        """The wanted word among nouns that share the number: A、B均达N."""
        tokens = scene.tokens
        if figure.unit != "%" and not any(token.word.cue & SHARE for token in tokens[nearest + 1 : where.split]):
            return None
        right = tokens[nearest]
        for candidate in range(nearest - 1, where.first_token - 1, -1):
            token = tokens[candidate]
            if not _JOINT.fullmatch(scene.clean, token.end, right.start):
                return None
            if step.group in token.word.groups and step.wanted in token.word.sets:
                return candidate
            right = token
        return None
