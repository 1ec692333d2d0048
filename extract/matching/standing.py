"""In which sets and groups of the library each word stands that reading looks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from extract.library.model import Library
from extract.matching.cues import CUES

#: brackets of words, which texts also write in half width
_NARROW = str.maketrans("（）", "()")
#: words of time that open longer words
_TIMES = ("今年", "本年度", "本年", "全年", "当年", "年内", "一年")


@dataclass(frozen=True, slots=True)
class Place:
    """Sets and groups that words stand in."""

    sets: frozenset[str]
    groups: frozenset[str]


_NOWHERE = Place(frozenset(), frozenset())


class _Standing:
    """Where each word stands; a hundred thousand words stand in some hundred combinations of sets, each of which is kept once."""

    def __init__(self) -> None:
        self.words: dict[str, Place] = {}
        self._joined: dict[tuple[int, int], Place] = {}
        self._kept: dict[Place, Place] = {_NOWHERE: _NOWHERE}

    def of(self, set_name: str, group: str) -> Place:
        """The place of words of one set alone."""
        return self._keep(Place(frozenset((set_name,)), frozenset((group,))))

    def enter(self, word: str, place: Place) -> None:
        """Makes the word stand there too; `place` is one of those handed out."""
        known = self.words.get(word)
        if known is None:
            self.words[word] = place
        elif known is not place:
            pair = id(known), id(place)
            if pair not in self._joined:
                self._joined[pair] = self._keep(Place(known.sets | place.sets, known.groups | place.groups))
            self.words[word] = self._joined[pair]

    def _keep(self, place: Place) -> Place:
        return self._kept.setdefault(place, place)


def places_of_words(library: Library) -> dict[str, Place]:
    """Every word that reading looks for, with the sets and groups it stands in."""
    standing = _Standing()
    for word_set in library.word_sets.values():
        one = standing.of(word_set.name, word_set.group)
        for text in word_set.words:
            standing.enter(text, one)
    literals = {e.text for m in library.metrics.values() for p in m.patterns for e in p.elements if e.kind == "text"}
    for text in sorted(literals):
        standing.enter(text, standing.of("=" + text, "=" + text))
    for metric in library.metrics.values():
        for noun in metric.zero:
            if (name := zero_set(library, noun)) not in library.word_sets:
                standing.enter(noun, standing.of(name, name))
    places = standing.words
    for text in [text for text in places if "（" in text or "）" in text]:
        # 村（社区） is also written 村(社区)
        standing.enter(text.translate(_NARROW), places[text])
    for text in CUES:
        standing.enter(text, _NOWHERE)
    bounds = {name for name, word_set in library.word_sets.items() if word_set.bounds}
    for text in [text for text in places if text.startswith(_TIMES) and places[text].sets.isdisjoint(bounds)]:
        # 今年新取得 is found in place of 新取得, whatever list it stands in: it says all that the shorter word says
        rest = text[next(len(time) for time in _TIMES if text.startswith(time)) :]
        if len(rest) > 1 and rest in places and places[rest].sets.isdisjoint(bounds):
            standing.enter(text, places[rest])
    return places


def breaks(words: Iterable[str]) -> frozenset[str]:
    """Marks that end clauses and stand in none of these words, so that a text may be cut behind them."""
    return frozenset("。！？!?\n；;，,").difference(*words)


def zero_set(library: Library, noun: str) -> str:
    """The set of words whose denial is a zero: one of the library, or the noun alone."""
    return noun if noun in library.word_sets else "=" + noun
