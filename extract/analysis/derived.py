"""Metrics that the library computes from others; their rows are marked, and never stand for a stated value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from extract.analysis.bounds import bounds
from extract.analysis.keys import ids_of, key_of, keys_of, mixed

if TYPE_CHECKING:
    from extract.library.model import Derived, Library

_PAIR = 2
_EXACTNESS = ["exact", "about", "nearly", "over"]
#: more than any year, so that township and year make one number
_YEARS = 10_000
Positions = NDArray[np.int64]


def with_derived(observations: pd.DataFrame, library: Library) -> pd.DataFrame:
    """The settled observations and, below them, the rows that the library's derived metrics come to."""
    operands = {name for derived in library.derived.values() for name in derived.operands}
    usable = _Values(observations[observations["metric"].isin(operands) & (observations["resolution"] != "conflict")])
    found = [frame for derived in library.derived.values() if len(frame := _rows(usable, derived, library))]
    return pd.concat([observations, *found], ignore_index=True) if found else observations


class _Values:
    """Observations by their positions: a merge of tables of thirty columns for each operand takes ten times as long."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self.places = pd.factorize(frame["series"])[0].astype(np.int64) * _YEARS + frame["year"].to_numpy(np.int64)
        self._metrics, self._units = (frame[name].to_numpy(dtype=object) for name in ("metric", "unit"))

    def of(self, metric: str, unit: str) -> Positions:
        """Where a metric stands in its own unit, once for each township and year, in the order of the table."""
        return self.once(np.flatnonzero((self._metrics == metric) & (self._units == unit)))

    def once(self, positions: Positions) -> Positions:
        """The first position of each township and year."""
        first = np.unique(self.places[positions], return_index=True)[1]
        return np.asarray(positions[np.sort(first)], dtype=np.int64)

    def together(self, operands: Sequence[Positions]) -> list[Positions]:
        """Of the townships and years that state every operand: where each stands, in the order of the first."""
        shared = reduce(np.intersect1d, [self.places[positions] for positions in operands])
        found = []
        for positions in operands:
            order = np.argsort(self.places[positions], kind="stable")
            found.append(positions[order[np.searchsorted(self.places[positions], shared, sorter=order)]])
        rows = np.argsort(found[0], kind="stable")
        return [positions[rows] for positions in found]

    def numbers(self, name: str, positions: Positions) -> NDArray[np.float64]:
        """The numbers of a column at these positions."""
        return self.frame[name].to_numpy(dtype=np.float64, na_value=np.nan)[positions]

    def words(self, name: str, positions: Positions) -> NDArray[Any]:
        """The words of a column at these positions."""
        return self.frame[name].to_numpy(dtype=object)[positions]


def _rows(usable: _Values, derived: Derived, library: Library) -> pd.DataFrame:
    operands = [usable.of(name, library.metrics[name].unit) for name in derived.operands]
    if derived.operation == "first":
        chosen = usable.frame.iloc[usable.once(np.concatenate(operands))].copy()
        chosen["mentions"] = chosen["id"]
    else:
        if len(operands) < _PAIR or not all(map(len, operands)):
            return usable.frame.iloc[:0]
        chosen = _computed(usable, operands, derived)
    for column, cell in (
        ("metric", derived.id),
        ("metric_zh", derived.zh),
        ("metric_en", derived.en),
        ("category", derived.category),
        ("unit", derived.unit),
        ("unit_stated", ""),
        ("resolution", "derived"),
        ("rule", f"{derived.operation} " + " ".join(derived.operands)),
    ):
        if column in chosen:
            chosen[column] = cell
    chosen["id"] = ids_of(mixed(key_of(derived.id), keys_of(chosen["series"]), chosen["year"].to_numpy(np.int64)))
    return chosen


def _computed(usable: _Values, operands: Sequence[Positions], derived: Derived) -> Any:
    """Shares, ratios and sums of townships and years that state every operand; missing stays missing."""
    places = usable.together(operands)
    values = [usable.numbers("value", at) for at in places]
    edges = [
        bounds(value, usable.numbers("value_high", at), usable.words("qualifier", at))
        for value, at in zip(values, places, strict=True)
    ]
    if derived.operation == "sum":
        value, low, high = (np.sum(parts, axis=0) for parts in (values, *zip(*edges, strict=True)))
    else:
        scale = 100.0 if derived.operation == "share" else 1.0
        (top_low, top_high), (bottom_low, bottom_high) = edges
        with np.errstate(divide="ignore", invalid="ignore"):
            value = scale * values[0] / values[1]
            low, high = scale * top_low / bottom_high, scale * top_high / bottom_low
    rounded = np.round(value, 4)
    sound = np.isfinite(rounded) & np.isfinite(low) & np.isfinite(high)
    chosen = usable.frame.iloc[places[0][sound]].copy()
    chosen["value"] = rounded[sound]
    chosen["value_high"] = np.nan
    words = [usable.words("qualifier", at[sound]) for at in places]
    chosen["qualifier"] = _qualifiers(words, additive=derived.operation == "sum")
    ids = [usable.words("id", at[sound]) for at in places]
    chosen["mentions"] = [";".join(map(str, parts)) for parts in zip(*ids, strict=True)]
    wide = np.all([usable.words("scope", at[sound]) == "township" for at in places], axis=0)
    chosen["scope"] = np.where(wide, "township", "part")
    return chosen


def _qualifiers(words: list[np.ndarray], *, additive: bool) -> list[str]:
    """A sum of `over` values is over; a quotient of anything inexact is about."""
    rows = zip(*words, strict=True)
    if additive:
        return [max(map(str, row), key=lambda word: _EXACTNESS.index(word) if word in _EXACTNESS else 0) for row in rows]
    return ["exact" if all(word == "exact" for word in row) else "about" for row in rows]
