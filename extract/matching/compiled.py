"""The pattern library made ready for reading: one keyword automaton, and the patterns by unit and anchor word."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.library.model import Element, Library, Metric, Pattern
from extract.matching.cues import CUES, TOTAL
from extract.matching.standing import breaks, places_of_words, zero_set

#: a figure printed without a unit is tried as this unit
NO_UNIT = ""
#: people may be counted 个 where the word beside the number is one for people: 调解员43个
_ANYONE, _APIECE = "位", "个"


@dataclass(frozen=True, slots=True)
class Step:
    """One word to find beside the number: any word of `wanted`, the nearest one of its `group`."""

    group: str
    wanted: str
    optional: bool
    far: bool
    #: whether the number stands right behind it
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A pattern as two walks outward from the number."""

    metric: Metric
    pattern: Pattern
    left: tuple[Step, ...]
    right: tuple[Step, ...]
    #: the word set that must stand in the figure's own territory for the plan to be tried
    anchor: str
    #: its group, where it must be the next to the number on its left
    group: str | None
    #: every word set that must stand there, before the number and behind it
    needs_left: frozenset[str]
    needs_right: frozenset[str]
    #: the place in the library, by which equals are put in order
    rank: int


@dataclass(frozen=True, slots=True)
class Word:
    """A vocabulary word with the sets and groups it stands in."""

    text: str
    sets: frozenset[str]
    groups: frozenset[str]
    cue: int
    #: whether it stands among the bounds alone, so that it names what no metric counts
    bounds: bool = False


#: 全年, 累计, 一共
_TOTALS = tuple(word for word, cue in CUES.items() if cue & TOTAL and len(word) > 1)


def _cue_of(text: str) -> int:
    """The cues of a word; one that opens with 全年 or 累计 tells of a total as well."""
    return CUES.get(text, 0) | (TOTAL if text.startswith(_TOTALS) else 0)


class CompiledLibrary:
    """What the reading rules ask of a library, in the form they ask for it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._sets: dict[frozenset[str], frozenset[str]] = {}
        plans: dict[str, dict[str, list[Plan]]] = {}
        any_unit: dict[str, list[Plan]] = {}
        rank = 0
        for metric in library.metrics.values():
            for pattern in metric.patterns:
                rank += 1
                plan = self._plan(metric, pattern, rank)
                units = dict.fromkeys((*metric.spellings, *metric.apart))
                if _ANYONE in units:
                    units[_APIECE] = None
                for unit in units:
                    plans.setdefault(unit, {}).setdefault(plan.anchor, []).append(plan)
                any_unit.setdefault(plan.anchor, []).append(plan)
        self.zero_nouns: dict[str, list[Metric]] = {}
        for metric in library.metrics.values():
            for noun in metric.zero:
                self.zero_nouns.setdefault(zero_set(library, noun), []).append(metric)
        #: by unit, the metrics whose figures may stand alone among facts of the place, with the noun behind the number
        self.alone: dict[str, list[tuple[Metric, str]]] = {}
        for metric in library.metrics.values():
            for unit in (metric.unit, *metric.units) if metric.alone else ():
                self.alone.setdefault(unit, []).extend((metric, noun) for noun in metric.alone)
        #: the metrics that others add up to
        self.composed = [metric for metric in library.metrics.values() if metric.parts]
        self.place_facts = [metric for metric in library.metrics.values() if metric.alone]
        places = places_of_words(library)
        # 进京：0批 is also written with the narrow colon
        narrow = {text.replace("：", ":"): place for text, place in places.items() if "：" in text}
        places = {**narrow, **places}
        texts = sorted(places)
        read = {name for name, word_set in library.word_sets.items() if not word_set.bounds}
        in_the_way = {place: _bounds_only(place.sets, read) for place in set(places.values())}
        self.words = [Word(t, places[t].sets, places[t].groups, _cue_of(t), in_the_way[places[t]]) for t in texts]
        self.automaton = AhoCorasick(texts, matchkind=MatchKind.LeftmostLongest)
        self.breaks = breaks(texts)
        self.plans = plans
        #: for change statements, whose unit is not the metric's
        self.plans_of_any_unit = any_unit

    def _plan(self, metric: Metric, pattern: Pattern, rank: int) -> Plan:
        number = pattern.number_index
        before, after = pattern.elements[:number], pattern.elements[number + 1 :]
        # The … before an element joins it to its left neighbour; seen from the number, that is the next step outward.
        left = tuple(
            self._step(element, far=pattern.elements[index + 1].far, beside=pattern.elements[index + 1].beside)
            for index, element in reversed(list(enumerate(before)))
        )
        right = tuple(self._step(element, far=element.far) for element in after)
        needs_left = [step.wanted for step in left if not step.optional]
        needs_right = [step.wanted for step in right if not step.optional]
        anchor = next(iter((*needs_left, *needs_right)), "")
        group = left[0].group if left and not left[0].optional else None
        needs = self._shared(needs_left), self._shared(needs_right)
        return Plan(metric, pattern, left, right, anchor, group, *needs, rank)

    def _shared(self, names: Iterable[str]) -> frozenset[str]:
        """The one set of these names: thousands of words stand in a few hundred sets, and what is in use stays at hand."""
        one = frozenset(names)
        return self._sets.setdefault(one, one)

    def _step(self, element: Element, far: bool, beside: bool = False) -> Step:
        if element.kind == "text":
            return Step("=" + element.text, "=" + element.text, element.optional, far, beside)
        word_set = self.library.word_sets[element.text]
        return Step(word_set.group, word_set.name, element.optional, far, beside)


def _bounds_only(names: Set[str], read: Set[str]) -> bool:
    """Whether a word of these sets stands in the way and is read by no pattern; a literal of a pattern is read."""
    return bool(names) and not any(name in read or name.startswith("=") for name in names)
