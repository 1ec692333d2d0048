"""Which texts a changed library can read otherwise: those that hold a changed word, or all words of a changed pattern.

Reading asks a library for three things only: the words in a text, the patterns of its metrics, and the nouns whose denial is a
zero. A text that holds none of what differs gives the same rows as before; every other one is matched again. Where a change
cannot be tied to words (metrics that others add up to, another order of patterns), every text is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.library.model import Library, Metric
from extract.matching.standing import Place, breaks, places_of_words

#: fields of a metric that no row of a report depends on
_ONLY_SHOWN = frozenset(
    ("zh", "en", "category", "definition", "definition_en", "better", "examples", "patterns", "line", "column")
)
#: what the cells of a table are read from is put together from several places of the text
_BAR = "|"

#: words of which a text must hold one from each group
Need = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What of two libraries differs, as far as texts are concerned."""

    words: frozenset[str]
    needs: tuple[Need, ...]

    def touches(self, clean: str) -> bool:
        """Whether a text may be read otherwise now."""
        if not self.words and not self.needs:
            return False
        if _BAR in clean:
            return True
        if any(word in clean for word in self.words):
            return True
        return any(all(any(word in clean for word in group) for group in need) for need in self.needs)


def description(library: Library) -> dict[str, Any]:
    """What reading asks of a library, to be kept beside what was read with it."""
    places = places_of_words(library)
    together: dict[Place, list[str]] = {}
    for word in sorted(places):
        together.setdefault(places[word], []).append(word)
    return {
        # by where they stand: a hundred thousand words stand in some hundred combinations of sets
        "words": [[sorted(place.sets), sorted(place.groups), words] for place, words in together.items()],
        "breaks": "".join(sorted(breaks(places))),
        "metrics": [[metric.id, _fields(metric), _patterns(metric)] for metric in library.metrics.values()],
    }


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference | None:
    """What differs between two descriptions; None where every text may be read otherwise."""
    if before["breaks"] != after["breaks"]:
        return None
    stood, stands = _places(before), _places(after)
    words = frozenset(word for word in stood.keys() | stands.keys() if stood.get(word) != stands.get(word))
    old, new = _by_id(before), _by_id(after)
    if not _same_order(list(old), list(new)):
        return None
    summed = {part for fields, _ in (*old.values(), *new.values()) for part in fields["parts"]}
    needs: list[Need] = []
    sets = _words_of_sets(before), _words_of_sets(after)
    for name in dict.fromkeys((*old, *new)):
        mine, other = old.get(name), new.get(name)
        if mine == other:
            continue
        if mine is not None and other is not None and mine[0] == other[0]:
            if not _same_order(_keys(mine[1]), _keys(other[1])):
                return None
            kept = set(_keys(mine[1])) & set(_keys(other[1]))
        elif name in summed or any(side is not None and (side[0]["parts"] or side[0]["alone"]) for side in (mine, other)):
            # sums of others, and numbers that no word of the metric stands beside
            return None
        else:
            kept = set()
        for side, held in ((mine, sets[0]), (other, sets[1])):
            if side is not None:
                needs.extend(_need(pattern, held) for pattern in side[1] if str(pattern) not in kept)
                if mine is None or other is None or mine[0] != other[0]:
                    needs.extend((held.get(noun, frozenset((noun,))),) for noun in side[0]["zero"])
    return Difference(words, tuple(dict.fromkeys(needs)))


def _fields(metric: Metric) -> dict[str, Any]:
    held = {key: getattr(metric, key) for key in Metric.__slots__ if key not in _ONLY_SHOWN}
    return {key: _plain(value) for key, value in held.items()}


def _patterns(metric: Metric) -> list[Any]:
    return [
        [pattern.source, [[e.kind, e.text, e.optional, e.far, e.beside] for e in pattern.elements]] for pattern in metric.patterns
    ]


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Decimal) else value


def _by_id(described: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {name: (fields, patterns) for name, fields, patterns in described["metrics"]}


def _keys(patterns: Iterable[object]) -> list[str]:
    return [str(pattern) for pattern in patterns]


def _same_order(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what both hold stands in the same order: of equals, the place in the library decides."""
    shared = set(before) & set(after)
    return [name for name in before if name in shared] == [name for name in after if name in shared]


def _places(described: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Where each word stands."""
    return {word: (sets, groups) for sets, groups, words in described["words"] for word in words}


def _words_of_sets(described: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sets, _, words in described["words"]:
        for name in sets:
            found.setdefault(name, set()).update(words)
    return {name: frozenset(words) for name, words in found.items()}


def _need(pattern: Any, sets: Mapping[str, frozenset[str]]) -> Need:
    """The words of which a figure's surroundings must hold one each; what may be carried over was named in the text too."""
    return tuple(
        sets.get(text, frozenset()) if kind == "words" else frozenset((text,))
        for kind, text, *_ in pattern[1]
        if kind != "number"
    )
