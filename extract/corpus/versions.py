"""What decides, besides a file and the library, what a report comes to: this program, in two parts."""

import hashlib
from functools import cache
from pathlib import Path

import extract

_READING = ("reading", "errors.py", "linebreaks.py")
#: what the store keeps of sentences for the audit
_SPOKEN = ("analysis/spoken.py", "analysis/sentences.py", "analysis/bounds.py")
_MATCHING = (
    "figures",
    "report",
    "library",
    "matching",
    "flow.py",
    "folding.py",
    "traditional.txt",
    "linebreaks.py",
    "corpus",
    *_SPOKEN,
)


def readers_version() -> str:
    """Changes when a file could yield another text."""
    return _digest(_READING)


def matching_version() -> str:
    """Changes when a text could yield other rows."""
    return _digest(_MATCHING)


@cache
def _digest(parts: tuple[str, ...]) -> str:
    """A hash of the sources themselves, because a number that somebody must remember to raise is forgotten."""
    root = Path(extract.__file__).parent
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        place = root / part
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.suffix in (".py", ".txt", ".csv", ".json", ".yaml", ".gz", ".xz", ".bin", ".tsv") and file.is_file():
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(hashlib.blake2b(file.read_bytes()).digest())
    return digest.hexdigest()
