"""Columns as numbers: observations with words as codes, so that a year of a country is a few passes over arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Words:
    """A column of words: for each row a code, its place among `known`, which are in order; -1 is nothing."""

    codes: Array
    known: tuple[str, ...]

    @classmethod
    def of(cls, column: Any) -> Words:
        """The words of an Arrow column."""
        encoded = (
            column.combine_chunks().dictionary_encode() if isinstance(column, pa.ChunkedArray) else column.dictionary_encode()
        )
        words = encoded.dictionary
        # UTF-8 is in order where its characters are
        order = pc.array_sort_indices(words)
        rank = np.empty(len(words) + 1, dtype=np.int32)
        rank[order.to_numpy()] = np.arange(len(words), dtype=np.int32)
        rank[-1] = -1
        codes = encoded.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)
        return cls(rank[codes], tuple(words.take(order).to_pylist()))

    def take(self, rows: Array) -> Words:
        """The words of these rows."""
        return Words(self.codes[rows], self.known)

    def among(self, words: Sequence[str]) -> Array:
        """Which rows hold one of the words."""
        codes = [code for code, word in enumerate(self.known) if word in set(words)]
        return np.isin(self.codes, codes)

    def mapped(self, value: dict[str, Any], missing: Any) -> Array:
        """For each row what the dictionary says of its word."""
        return np.array([*(value.get(word, missing) for word in self.known), missing])[self.codes]

    @property
    def order(self) -> Array:
        """The codes as a key to sort by: nothing comes last."""
        return np.where(self.codes < 0, len(self.known), self.codes)

    def written(self) -> Any:
        """The words, a text for each row."""
        return pa.array(self.known, pa.string()).take(pa.array(self.codes, mask=self.codes < 0))


def joined(parts: Sequence[Words]) -> Words:
    """The columns one below the other."""
    known = tuple(sorted(set().union(*(part.known for part in parts))))
    place = {word: code for code, word in enumerate(known)}
    found = [np.array([*(place[word] for word in part.known), -1], dtype=np.int32)[part.codes] for part in parts]
    return Words(np.concatenate(found), known)


def constant(word: str, count: int) -> Words:
    """The same word in every row."""
    return Words(np.zeros(count, dtype=np.int32), (word,))


Columns = dict[str, Any]


def columns_from(table: pa.Table) -> Columns:
    """The columns of an Arrow table: numbers as arrays (nothing is NaN), words as codes."""
    found: Columns = {}
    for name in table.column_names:
        column = table.column(name)
        if pa.types.is_string(column.type):
            found[name] = Words.of(column)
        else:
            found[name] = column.to_numpy()
    return found


def taken(columns: Columns, rows: Array) -> Columns:
    """These rows of every column."""
    return {name: column.take(rows) if isinstance(column, Words) else column[rows] for name, column in columns.items()}


def stacked(parts: Sequence[Columns]) -> Columns:
    """The rows of all parts, those of the first above."""
    if len(parts) == 1:
        return parts[0]
    return {
        name: joined([part[name] for part in parts])
        if isinstance(parts[0][name], Words)
        else np.concatenate([part[name] for part in parts])
        for name in parts[0]
    }


def length(columns: Columns) -> int:
    """How many rows the columns have."""
    first = next(iter(columns.values()))
    return len(first.codes if isinstance(first, Words) else first)


def runs(*keys: Array) -> tuple[Array, Array]:
    """Of rows in order, where each group begins, and the group of each row."""
    count = len(keys[0])
    begins = np.zeros(count, dtype=bool)
    begins[:1] = True
    for key in keys:
        begins[1:] |= key[1:] != key[:-1]
    return np.flatnonzero(begins), np.cumsum(begins) - 1


def looked_up(keys: Array, known: Array, values: Array) -> Array:
    """For each key its value, NaN where it is not known; `known` is in order."""
    if not len(known):
        return np.full(len(keys), np.nan)
    place = np.searchsorted(known, keys).clip(max=len(known) - 1)
    return np.where(known[place] == keys, values[place], np.nan)
