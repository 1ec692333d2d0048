"""Keys of computed rows: the same for the same parts on every machine, and made for a million rows at once."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
_DIGITS = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)


def key_of(text: str) -> int:
    """A word as a number of 64 bits."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def keys_of(words: Any) -> Keys:
    """Words as numbers; each word that comes often is looked at once."""
    known = {word: key_of(str(word)) for word in dict.fromkeys(words)}
    return np.array([known[word] for word in words], dtype=np.uint64)


def mixed(*parts: Any) -> Keys:
    """One key of several parts, row by row (the finaliser of splitmix64 after each part)."""
    found: Any = np.uint64(0)
    with np.errstate(over="ignore"):
        for part in parts:
            found = (np.asarray(part).astype(np.uint64) ^ found) + np.uint64(0x9E3779B97F4A7C15)
            found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            found = found ^ (found >> np.uint64(31))
    return np.asarray(found, dtype=np.uint64)


def letters_of(keys: Keys) -> NDArray[np.uint8]:
    """The sixteen digits that each key is shown by, as bytes."""
    octets = keys.astype(">u8").view(np.uint8).reshape(-1, 8)
    letters = np.empty((len(keys), 16), dtype=np.uint8)
    letters[:, 0::2], letters[:, 1::2] = _DIGITS[octets >> 4], _DIGITS[octets & 15]
    return letters


def ids_of(keys: Keys) -> list[str]:
    """The keys as tables show them.

    >>> ids_of(np.array([255, 2**64 - 1], dtype=np.uint64))
    ['00000000000000ff', 'ffffffffffffffff']
    """
    return [row.tobytes().decode("ascii") for row in letters_of(keys)]


def first_rows(key: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The keys, each once and in order, and the first row of each."""
    return np.unique(key, return_index=True)
