"""Counts the numbered paragraphs of a word processor's lists and writes their numbers."""

import re
from dataclasses import dataclass, field

from extract.reading.counting import counted

_PLACE = re.compile("%([1-9])")


@dataclass(slots=True)
class Level:
    """How the numbers of one level look: `%1、` is the number of the first level and a mark."""

    style: str = "decimal"
    text: str = ""
    start: int = 1
    space: str = ""
    plain_above: bool = False


@dataclass(slots=True)
class ListShape:
    """A list's levels; lists with the same `counter` count on, except on the levels that `restarts` names."""

    levels: dict[int, Level] = field(default_factory=dict)
    counter: str = ""
    restarts: dict[int, int] = field(default_factory=dict)


class ListCounter:
    """Counts paragraphs in the order in which their labels are asked for."""

    def __init__(self, lists: dict[str, ListShape]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()

    def label(self, number: str, level: int) -> str:
        """The number of the next paragraph on a level of a list, with the space behind it."""
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        self._count(number, found, level)
        return self._write(found, level)

    def _count(self, number: str, found: ListShape, level: int) -> None:
        counts = self._counts.setdefault(found.counter, {})
        if number not in self._started:
            self._started.add(number)
            for place in found.restarts:
                counts.pop(place, None)
        first = found.restarts.get(level, found.levels[level].start)
        counts[level] = counts[level] + 1 if level in counts else first
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]

    def _write(self, found: ListShape, level: int) -> str:
        this = found.levels[level]
        counts = self._counts[found.counter]

        def written(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            shape = found.levels.get(above, this)
            style = "decimal" if this.plain_above else shape.style
            return counted(counts.get(above, shape.start), style)

        label = "" if this.style in ("bullet", "none") else _PLACE.sub(written, this.text)
        return label + this.space if label.strip() else ""


def space_behind(label: str, suffix: str) -> str:
    """What separates a number from its text. Word puts a tab there; behind 、 and ） nobody writes one."""
    return "" if suffix == "nothing" or label.endswith(("、", "）", "．", "，", "：")) else " "
