"""A short signature of a text, by which near-duplicates are found without comparing texts."""

from collections.abc import Collection
from zlib import crc32

#: how many of a text's smallest clause hashes are kept; 64 tell 90% from 80% alike
SIZE = 64
#: digits break a text too, so that the copy of last year's report with new numbers is alike
_BREAKS = "，。；：、！？,;:!?|0123456789.%"
_SHORTEST = 4
#: so many bytes are never fewer characters than the shortest clause has
_SURELY_LONG = 4 * _SHORTEST - 3


def signature(clean: str) -> list[int]:
    """The smallest hashes of what stands between the text's breaks."""
    # one mark after the other is put away far faster than a pattern finds them all, and bytes are hashed as they are
    for mark in _BREAKS:
        clean = clean.replace(mark, "\n")
    clauses = set(clean.encode("utf-8", "replace").split(b"\n"))
    return sorted({crc32(clause) for clause in clauses if len(clause) >= _SURELY_LONG or _is_long(clause)})[:SIZE]


def _is_long(clause: bytes) -> bool:
    return len(clause) >= _SHORTEST and len(clause.decode()) >= _SHORTEST


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """The share of clauses that two texts have in common, from 0 to 1, estimated from their signatures.

    >>> likeness(signature("召开会议3次，发放手册40册，走访群众"), signature("召开会议5次，发放手册62册，走访群众"))
    1.0
    """
    a, b = set(one), set(other)
    smallest = sorted(a | b)[:SIZE]
    return sum(item in a and item in b for item in smallest) / len(smallest) if smallest else 0.0
