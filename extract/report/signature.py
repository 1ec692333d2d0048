"""A short signature of a text, by which near-duplicates are found without comparing texts."""

import re
from collections.abc import Collection
from zlib import crc32

#: how many of a text's smallest clause hashes are kept; 64 tell 90% from 80% alike
SIZE = 64
#: digits break a text too, so that the copy of last year's report with new numbers is alike
_BREAKS = re.compile(r"[，。；：、！？,;:!?|\n0-9.%]+")
_SHORTEST = 4


def signature(clean: str) -> list[int]:
    """The smallest hashes of what stands between the text's breaks."""
    clauses = {clause for clause in _BREAKS.split(clean) if len(clause) >= _SHORTEST}
    return sorted({crc32(clause.encode("utf-8", "replace")) for clause in clauses})[:SIZE]


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """The share of clauses that two texts have in common, from 0 to 1, estimated from their signatures.

    >>> likeness(signature("召开会议3次，发放手册40册，走访群众"), signature("召开会议5次，发放手册62册，走访群众"))
    1.0
    """
    a, b = set(one), set(other)
    smallest = sorted(a | b)[:SIZE]
    return sum(item in a and item in b for item in smallest) / len(smallest) if smallest else 0.0
