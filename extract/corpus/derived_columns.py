"""The library's derived metrics over columns, as `analysis/derived.py` makes them of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.analysis.bounds import bounds
from extract.analysis.derived import Operand, first_stated, once, stated_by_all
from extract.analysis.keys import Keys, key_of, mixed
from extract.corpus.columns import Array, Columns, Words, constant, stacked, taken

if TYPE_CHECKING:
    from extract.library.model import Derived, Library

_YEAR_BASE = 1000
_EXACTNESS = ("exact", "about", "nearly", "over")


def with_derived(values: Columns, library: Library, keys: Keys) -> Columns:
    """The values and, below them, what derived metrics come to; `metric` names each row's, `keys` the series by number."""
    if not len(values["key"]):
        return values
    usable = values["resolution"].mapped({"conflict": False}, True)
    own = values["unit"].codes >= 0
    key = values["series"].astype(np.int64) * _YEAR_BASE * 10 + values["year"].astype(np.int64)
    operands: dict[str, Operand] = {}
    for name in {name for derived in library.derived.values() for name in derived.operands}:
        unit = library.metrics[name].unit
        rows = np.flatnonzero(usable & own & values["metric"].among([name]) & values["unit"].among([unit]))
        operands[name] = once(key, rows)
    parts = [values]
    for derived in library.derived.values():
        stated = [operands[name] for name in derived.operands]
        made = [first_stated(stated)] if derived.operation == "first" else stated_by_all(stated)
        if len(made[0]):
            parts.append(_derived_rows(values, made, derived, keys))
    return stacked(parts)


def _derived_rows(values: Columns, made: list[Array], derived: Derived, keys: Keys) -> Columns:
    rows = made[0]
    found = taken(values, rows)
    sound = np.ones(len(rows), dtype=bool)
    if derived.operation != "first":
        sides = [taken(values, side) for side in made]
        edges = [
            bounds(side["value"], side["value_high"], np.array(side["qualifier"].written().to_pylist(), dtype=object))
            for side in sides
        ]
        if derived.operation == "sum":
            value = np.sum([side["value"] for side in sides], axis=0)
            low, high = np.sum([edge[0] for edge in edges], axis=0), np.sum([edge[1] for edge in edges], axis=0)
        else:
            scale = 100.0 if derived.operation == "share" else 1.0
            with np.errstate(divide="ignore", invalid="ignore"):
                value = scale * sides[0]["value"] / sides[1]["value"]
                low, high = scale * edges[0][0] / edges[1][1], scale * edges[0][1] / edges[1][0]
        sound = np.isfinite(value) & np.isfinite(low) & np.isfinite(high)
        found["value"] = np.round(value, 4)
        found["value_high"] = np.full(len(rows), np.nan)
        found["qualifier"] = _qualifiers([side["qualifier"] for side in sides], additive=derived.operation == "sum")
        wide = np.all([side["scope"].among(["township"]) for side in sides], axis=0)
        found["scope"] = Words(np.where(wide, 1, 0).astype(np.int32), ("part", "township"))
    found["metric"] = constant(derived.id, len(rows))
    found["unit"] = constant(derived.unit, len(rows))
    found["resolution"] = constant("derived", len(rows))
    if not sound.all():
        found = taken(found, np.flatnonzero(sound))
    found["key"] = mixed(key_of(derived.id), keys[found["series"] - 1], found["year"])
    return found


def _qualifiers(sides: list[Words], *, additive: bool) -> Words:
    """As `analysis/derived.py` has it: a sum of `over` values is over, a quotient of anything inexact is about."""
    ranks = [side.mapped({word: rank for rank, word in enumerate(_EXACTNESS)}, 0) for side in sides]
    if additive:
        worst = np.max(ranks, axis=0)
        return Words(np.array([1, 0, 2, 3], dtype=np.int32)[worst], ("about", "exact", "nearly", "over"))
    exact = np.all([side.among(["exact"]) for side in sides], axis=0)
    return Words(np.where(exact, 1, 0).astype(np.int32), ("about", "exact"))
