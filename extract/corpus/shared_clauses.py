"""Which reports of a store share a rare clause, and which of those have nearly the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from extract.analysis.alike import likenesses_of, padded
from extract.analysis.copies import ALIKE, COMMON, KEYS

if TYPE_CHECKING:
    from extract.corpus.asked import Asked
    from extract.corpus.columns import Array


def clauses_in_order(asked: Asked) -> Array:
    """The rare clauses of the chosen reports' texts, in order, each with the number of its report as one number.

    Of a whole store they are asked for beside what else goes on.
    """
    chosen = "" if asked.whole else " SEMI JOIN chosen USING (number)"
    question = f"SELECT number, signature[1:{KEYS}] AS clauses FROM documents{chosen}"  # noqa: S608
    held = asked.store.arrow(question) if asked.whole else asked.store.arrow_own(question)
    lists = held["clauses"].combine_chunks()
    lengths = lists.value_lengths().fill_null(0).to_numpy()
    return in_order(np.repeat(held["number"].to_numpy(), lengths), lists.flatten().to_numpy())


def alike_reports(asked: Asked, clauses: Array, looked_at: Array) -> Array:
    """The pairs of numbers of reports, one of them looked at, whose texts are alike: most only have a stock phrase in common."""
    pairs = share_a_clause(clauses, looked_at)
    if not len(pairs):
        return pairs
    known: Array = np.unique(pairs)
    asked.store.keep("sharing", pa.table({"number": known.astype(np.int32)}))
    held = asked.store.arrow_own("SELECT number, signature FROM documents SEMI JOIN sharing USING (number) ORDER BY number")
    lists = held["signature"].combine_chunks()
    table = padded(lists.flatten().to_numpy(), lists.value_lengths().fill_null(0).to_numpy().astype(np.int64))
    rows = np.searchsorted(held["number"].to_numpy(), pairs)
    alike: Array = pairs[likenesses_of(table, rows[:, 0], rows[:, 1], ALIKE) >= ALIKE]
    return alike


def in_order(numbers: Array, clauses: Array) -> Array:
    """The clauses, each with the number of its report: both in one number are put in order faster than one by the other."""
    held: Array = (clauses.astype(np.uint64) << np.uint64(32)) | numbers.astype(np.uint64)
    held.sort()
    return held


def share_a_clause(held: Array, looked_at: Array) -> Array:
    """The pairs of numbers, the smaller first, one of them looked at, that have a clause in common that few have.

    >>> share_a_clause(in_order(np.array([1, 2, 2, 3, 4]), np.array([7, 7, 8, 8, 9])), np.array([3])).tolist()
    [[2, 3]]
    """
    none: Array = np.empty((0, 2), dtype=np.int64)
    if not len(held):
        return none
    clause, number = (held >> np.uint64(32)).astype(np.int64), (held & np.uint64(0xFFFFFFFF)).astype(np.int64)
    begins = np.flatnonzero(np.concatenate([[True], clause[1:] != clause[:-1]]))
    sizes = np.diff(np.append(begins, len(clause)))
    own = np.zeros(int(number.max()) + 1, dtype=bool)
    own[looked_at[looked_at < len(own)]] = True
    wanted = (sizes > 1) & (sizes <= COMMON) & np.logical_or.reduceat(own[number], begins)
    begins, sizes = begins[wanted], sizes[wanted]
    parts = [none]
    for apart in range(1, int(sizes.max(initial=1))):
        # each with the one so many places behind it in the same clause
        left = np.maximum(sizes - apart, 0)
        place = np.arange(left.sum()) + np.repeat(begins - (left.cumsum() - left), left)
        one, other = number[place], number[place + apart]
        kept = (own[one] | own[other]) & (one != other)
        parts.append(np.stack([one[kept], other[kept]], axis=1))
    pairs = np.concatenate(parts)
    joined: Array = np.unique((pairs[:, 0] << 32) | pairs[:, 1])
    return np.stack([joined >> 32, joined & 0xFFFFFFFF], axis=1)
