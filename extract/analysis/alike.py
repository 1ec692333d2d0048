"""How much of their texts many pairs of reports share, by their signatures, all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from extract.report.signature import SIZE

_Name = TypeVar("_Name", int, str)
#: pairs compared together: some 100 MB
_AT_ONCE = 50_000
#: what fills a short signature up; hashes have 32 bits
_NONE = np.iinfo(np.uint64).max
#: the first hashes alone show of most pairs that they have little in common
_GLANCE = 24


def likenesses(signatures: Mapping[_Name, Sequence[int]], pairs: Sequence[tuple[_Name, _Name]]) -> np.ndarray:
    """What `likeness` says of each pair.

    >>> likenesses({1: [3, 5, 8], 2: [3, 5, 9]}, [(1, 2), (1, 1)]).tolist()
    [0.5, 1.0]
    """
    places = {name: place for place, name in enumerate(signatures)}
    rows = np.array([(places[one], places[other]) for one, other in pairs], dtype=np.int64).reshape(-1, 2)
    lengths = [len(hashes) for hashes in signatures.values()]
    every = [hashed for hashes in signatures.values() for hashed in hashes]
    return likenesses_of(padded(np.array(every, dtype=np.uint64), np.array(lengths, dtype=np.int64)), rows[:, 0], rows[:, 1])


def padded(hashes: NDArray[Any], lengths: NDArray[Any]) -> NDArray[np.uint64]:
    """Signatures that lie one behind the other, as the rows of a table."""
    table = np.full((len(lengths), SIZE), _NONE, dtype=np.uint64)
    row = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(hashes)) - np.repeat(lengths.cumsum() - lengths, lengths)
    kept = place < SIZE
    table[row[kept], place[kept]] = hashes[kept]
    return table


def likenesses_of(table: NDArray[np.uint64], ones: NDArray[Any], others: NDArray[Any], least: float = 0.0) -> NDArray[np.float64]:
    """What `likeness` says of pairs of rows of the table; one below `least` may come as 0."""
    found = np.zeros(len(ones))
    for first in range(0, len(ones), _AT_ONCE):
        here = np.arange(first, min(first + _AT_ONCE, len(ones)))
        if least > 0:
            shared, known = _shared(table[ones[here], :_GLANCE], table[others[here], :_GLANCE])
            # of all hashes at most so many are not shared, so of the first ones no more than that
            here = here[shared >= known - (1 - least) * SIZE]
        shared, known = _shared(table[ones[here]], table[others[here]])
        found[here] = shared / np.maximum(known, 1)
    return found


def _shared(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> tuple[NDArray[Any], NDArray[Any]]:
    """How many of the smallest hashes of both, as many as one has room for, stand in both; and how many these are."""
    size = one.shape[1]
    both = np.concatenate([one, other], axis=1)
    both.sort(axis=1)
    known = both != _NONE
    # a hash of both texts stands there twice
    twice = known[:, 1:] & (both[:, 1:] == both[:, :-1])
    rank = known.astype(np.int16)
    rank[:, 1:] -= twice
    rank = rank.cumsum(axis=1, dtype=np.int16)
    shared = (twice & (rank[:, 1:] <= size)).sum(axis=1)
    return shared, np.minimum(rank[:, -1], size)
