"""Metrics that the library computes from others; their rows are marked, and never stand for a stated value."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.bounds import bounds
from extract.analysis.keys import ids_of, key_of, keys_of, mixed

if TYPE_CHECKING:
    from extract.library.model import Derived, Library

_KEY = ["series", "year"]
_PAIR = 2
_EXACTNESS = ["exact", "about", "nearly", "over"]


def with_derived(observations: pd.DataFrame, library: Library) -> pd.DataFrame:
    """The settled observations and, below them, the rows that the library's derived metrics come to."""
    operands = {name for derived in library.derived.values() for name in derived.operands}
    usable = observations[observations["metric"].isin(operands) & (observations["resolution"] != "conflict")]
    found = [frame for derived in library.derived.values() if len(frame := _rows(usable, derived, library))]
    return pd.concat([observations, *found], ignore_index=True) if found else observations


def _rows(usable: pd.DataFrame, derived: Derived, library: Library) -> pd.DataFrame:
    operands = []
    for name in derived.operands:
        metric = library.metrics[name]
        operands.append(usable[(usable["metric"] == name) & (usable["unit"] == metric.unit)].drop_duplicates(_KEY))
    if derived.operation == "first":
        chosen = pd.concat(operands, ignore_index=True).drop_duplicates(_KEY).copy()
        chosen["mentions"] = chosen["id"]
    else:
        if len(operands) < _PAIR or any(frame.empty for frame in operands):
            return usable.iloc[:0]
        chosen = _computed(operands, derived)
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


def _computed(operands: list[pd.DataFrame], derived: Derived) -> Any:
    """Shares, ratios and sums of townships and years that state every operand; missing stays missing."""
    wanted = [*_KEY, "id", "value", "value_high", "qualifier", "scope"]
    sides = [frame[wanted].add_suffix(f"_{n}").rename(columns={f"{k}_{n}": k for k in _KEY}) for n, frame in enumerate(operands)]
    joined = reduce(lambda one, other: one.merge(other, on=_KEY, how="inner"), sides)
    numbers = range(len(operands))
    values = [joined[f"value_{n}"].to_numpy(np.float64) for n in numbers]
    edges = [bounds(values[n], joined[f"value_high_{n}"], joined[f"qualifier_{n}"]) for n in numbers]
    if derived.operation == "sum":
        value, low, high = sum(values), sum(e[0] for e in edges), sum(e[1] for e in edges)
    else:
        scale = 100.0 if derived.operation == "share" else 1.0
        (top_low, top_high), (bottom_low, bottom_high) = edges
        with np.errstate(divide="ignore", invalid="ignore"):
            value = scale * values[0] / values[1]
            low, high = scale * top_low / bottom_high, scale * top_high / bottom_low
    chosen = operands[0].merge(joined[_KEY], on=_KEY, how="inner").copy()
    order = joined.set_index(_KEY).index.get_indexer(chosen.set_index(_KEY).index)
    chosen["value"] = np.round(np.asarray(value, dtype=np.float64)[order], 4)
    chosen["value_high"] = np.nan
    words = [joined[f"qualifier_{n}"].to_numpy(dtype=object)[order] for n in numbers]
    chosen["qualifier"] = _qualifiers(words, additive=derived.operation == "sum")
    ids = [joined[f"id_{n}"].astype(str).to_numpy(dtype=object)[order] for n in numbers]
    chosen["mentions"] = [";".join(parts) for parts in zip(*ids, strict=True)]
    wide = np.all([(joined[f"scope_{n}"] == "township").to_numpy(bool)[order] for n in numbers], axis=0)
    chosen["scope"] = np.where(wide, "township", "part")
    sound = np.isfinite(chosen["value"].to_numpy()) & np.isfinite(np.asarray(low)[order]) & np.isfinite(np.asarray(high)[order])
    return chosen[sound]


def _qualifiers(words: list[np.ndarray], *, additive: bool) -> list[str]:
    """A sum of `over` values is over; a quotient of anything inexact is about."""
    rows = zip(*words, strict=True)
    if additive:
        return [max(map(str, row), key=lambda word: _EXACTNESS.index(word) if word in _EXACTNESS else 0) for row in rows]
    return ["exact" if all(word == "exact" for word in row) else "about" for row in rows]
