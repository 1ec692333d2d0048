"""What another pattern library makes of the same reports: figures gained, lost and read otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extract.tables import MENTIONS

IMPACT = "change metric report figure value before sentence".split()
_WHICH = [MENTIONS.index(column) for column in ("report", "start", "end", "metric", "period", "basis", "scope")]
_WHAT = [MENTIONS.index(column) for column in ("value", "value_high", "qualifier", "unit")]
_METRIC, _REPORT, _FIGURE, _SENTENCE = (MENTIONS.index(column) for column in ("metric", "report", "figure", "sentence"))

Row = Sequence[object]


def impact(before: Iterable[Row], after: Iterable[Row]) -> list[tuple[object, ...]]:
    """The mentions of either side that the other has not, in the order of metrics, reports and places.

    A figure that both read for the same metric and year, but with another value, is `changed`.
    """
    old, new = ({tuple(row[place] for place in _WHICH): row for row in rows} for rows in (before, after))
    found = []
    for key in sorted(old.keys() | new.keys(), key=lambda key: [str(key[3]), str(key[0]), _number(key[1]), str(key)]):
        one, other = old.get(key), new.get(key)
        if one is None and other is not None:
            found.append(_row("gained", other, ""))
        elif other is None and one is not None:
            found.append(_row("lost", one, one[_WHAT[0]]))
        elif one is not None and other is not None and _what(one) != _what(other):
            found.append(_row("changed", other, one[_WHAT[0]]))
    return found


def counted(rows: Iterable[Row]) -> list[tuple[str, str, int]]:
    """How many figures each metric gained, lost and reads otherwise."""
    counts = Counter((str(row[1]), str(row[0])) for row in rows)
    return [(metric, change, count) for (metric, change), count in sorted(counts.items())]


def _number(value: object) -> int:
    return value if isinstance(value, int) else -1


def _what(row: Row) -> list[object]:
    return [row[place] for place in _WHAT]


def _row(change: str, row: Row, before: object) -> tuple[object, ...]:
    value = "" if change == "lost" else row[_WHAT[0]]
    return change, row[_METRIC], row[_REPORT], row[_FIGURE], value, before, row[_SENTENCE]
