"""How much of their texts many pairs of reports share, by their signatures, all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np

from extract.report.signature import SIZE

_Name = TypeVar("_Name", int, str)
#: pairs compared together: some 100 MB
_AT_ONCE = 50_000
#: what fills a short signature up; hashes have 32 bits
_NONE = np.iinfo(np.uint64).max


def likenesses(signatures: Mapping[_Name, Sequence[int]], pairs: Sequence[tuple[_Name, _Name]]) -> np.ndarray:
    """What `likeness` says of each pair.

    >>> likenesses({1: [3, 5, 8], 2: [3, 5, 9]}, [(1, 2), (1, 1)]).tolist()
    [0.5, 1.0]
    """
    places = {name: place for place, name in enumerate(signatures)}
    table = np.full((len(places), SIZE), _NONE, dtype=np.uint64)
    for place, hashes in enumerate(signatures.values()):
        table[place, : len(hashes)] = hashes[:SIZE]
    found = np.zeros(len(pairs))
    for first in range(0, len(pairs), _AT_ONCE):
        ones, others = zip(*pairs[first : first + _AT_ONCE], strict=True)
        both = np.concatenate([table[[places[one] for one in ones]], table[[places[other] for other in others]]], axis=1)
        both.sort(axis=1)
        known = both != _NONE
        # a hash of both texts stands there twice
        twice = known[:, 1:] & (both[:, 1:] == both[:, :-1])
        rank = known.astype(np.int32)
        rank[:, 1:] -= twice
        rank = rank.cumsum(axis=1)
        shared = (twice & (rank[:, 1:] <= SIZE)).sum(axis=1)
        found[first : first + _AT_ONCE] = shared / np.maximum(np.minimum(rank[:, -1], SIZE), 1)
    return found
