"""Metrics that the library computes from others; their rows are marked, and never stand for a stated value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from extract.analysis.bounds import bounds
from extract.analysis.keys import first_rows, ids_of, key_of, keys_of, mixed

if TYPE_CHECKING:
    from extract.library.model import Derived, Library

_EXACTNESS = ["exact", "about", "nearly", "over"]
#: more than any year, so that township and year make one number
_YEARS = 10_000
Array = NDArray[Any]
#: the townships and years that state an operand, in order and as keys, and the row of each
Operand = tuple[Array, Array]


def once(key: Array, rows: Array) -> Operand:
    """Of these rows, of which `key` tells township and year, the first of each."""
    found, first = first_rows(key[rows])
    return found, rows[first]


def first_stated(operands: Sequence[Operand]) -> Array:
    """Of each township and year the row of the first operand that is stated."""
    key, rows = (np.concatenate(side) for side in zip(*operands, strict=True))
    return np.asarray(rows[first_rows(key)[1]])


def stated_by_all(operands: Sequence[Operand]) -> list[Array]:
    """The rows of each operand where all are stated."""
    common = reduce(lambda one, other: np.intersect1d(one, other, assume_unique=True), [key for key, _ in operands])
    return [rows[np.searchsorted(key, common)] for key, rows in operands]


def with_derived(observations: pd.DataFrame, library: Library) -> pd.DataFrame:
    """The settled observations and, below them, the rows that the library's derived metrics come to."""
    units = {name: library.metrics[name].unit for derived in library.derived.values() for name in derived.operands}
    usable = observations[observations["metric"].isin(units) & (observations["resolution"] != "conflict")]
    # a merge of tables of thirty columns for each operand took four times as long
    key = pd.factorize(usable["series"])[0].astype(np.int64) * _YEARS + usable["year"].to_numpy(np.int64)
    metrics, stated = (usable[name].to_numpy(dtype=object) for name in ("metric", "unit"))
    operands = {name: once(key, np.flatnonzero((metrics == name) & (stated == unit))) for name, unit in units.items()}
    found = [_rows(usable, [operands[name] for name in derived.operands], derived) for derived in library.derived.values()]
    found = [frame for frame in found if len(frame)]
    return pd.concat([observations, *found], ignore_index=True) if found else observations


def _rows(usable: pd.DataFrame, operands: Sequence[Operand], derived: Derived) -> pd.DataFrame:
    if derived.operation == "first":
        chosen = usable.iloc[first_stated(operands)].copy()
        chosen["mentions"] = chosen["id"]
    else:
        chosen = _computed([usable.iloc[rows] for rows in stated_by_all(operands)], derived)
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


def _computed(sides: Sequence[pd.DataFrame], derived: Derived) -> Any:
    """Shares, ratios and sums of townships and years that state every operand, row by row; missing stays missing."""
    values = [side["value"].to_numpy(np.float64) for side in sides]
    edges = [bounds(value, side["value_high"], side["qualifier"]) for value, side in zip(values, sides, strict=True)]
    if derived.operation == "sum":
        value, low, high = (np.sum(parts, axis=0) for parts in (values, *zip(*edges, strict=True)))
    else:
        scale = 100.0 if derived.operation == "share" else 1.0
        (top_low, top_high), (bottom_low, bottom_high) = edges
        with np.errstate(divide="ignore", invalid="ignore"):
            value = scale * values[0] / values[1]
            low, high = scale * top_low / bottom_high, scale * top_high / bottom_low
    chosen = sides[0].copy()
    chosen["value"] = np.round(value, 4)
    chosen["value_high"] = np.nan
    words = [side["qualifier"].to_numpy(dtype=object) for side in sides]
    chosen["qualifier"] = _qualifiers(words, additive=derived.operation == "sum")
    chosen["mentions"] = [";".join(map(str, ids)) for ids in zip(*(side["id"] for side in sides), strict=True)]
    wide = np.all([(side["scope"] == "township").to_numpy(bool) for side in sides], axis=0)
    chosen["scope"] = np.where(wide, "township", "part")
    return chosen[np.isfinite(value) & np.isfinite(low) & np.isfinite(high)]


def _qualifiers(words: list[np.ndarray], *, additive: bool) -> list[str]:
    """A sum of `over` values is over; a quotient of anything inexact is about."""
    rows = zip(*words, strict=True)
    if additive:
        return [max(map(str, row), key=lambda word: _EXACTNESS.index(word) if word in _EXACTNESS else 0) for row in rows]
    return ["exact" if all(word == "exact" for word in row) else "about" for row in rows]
