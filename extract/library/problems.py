"""The list that every mistake of a library file is put on while it is read, so that one pass finds them all."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Protocol

from extract.errors import LibraryProblem
from extract.said import Said

#: a file with more mistakes than this is no library with mistakes but another file
MOST_PROBLEMS = 1_000
#: comparing a name with thousands of others takes a millisecond, so only the first unknown names get a guess
MOST_GUESSES = 100
#: a vocabulary is written on one line, however long that is
SHOWN_OF_A_LINE = 100


class Placed(Protocol):
    """Anything with a line and a column, both from 1."""

    @property
    def line(self) -> int:
        """The line, from 1."""

    @property
    def column(self) -> int:
        """The column, from 1."""


class Problems:
    """Collects the errors and warnings of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.errors: list[LibraryProblem] = []
        self.warnings: list[LibraryProblem] = []
        self._guesses = 0

    def error(self, at: Placed, where: str, what: str, allowed: str = "", fix: str = "", shift: int = 0) -> None:
        """Notes a mistake; `shift` is how many characters after `at` it stands."""
        if len(self.errors) == MOST_PROBLEMS:
            what, allowed, fix = Said("there are more than {0} problems, the rest is not listed", MOST_PROBLEMS), "", ""
        elif len(self.errors) > MOST_PROBLEMS:
            return
        self.errors.append(LibraryProblem(self.file, at.line, at.column + shift, where, what, allowed, fix))

    def warn(self, at: Placed, where: str, what: str, allowed: str = "", fix: str = "") -> None:
        """Notes something that does not keep the library from being used."""
        if len(self.warnings) < MOST_PROBLEMS:
            self.warnings.append(LibraryProblem(self.file, at.line, at.column, where, what, allowed, fix, "warning"))

    def guess(self, word: str, known: Iterable[str]) -> str:
        """ "did you mean …" with the known name nearest to `word`, or nothing."""
        self._guesses += 1
        if self._guesses > MOST_GUESSES:
            return ""
        close = get_close_matches(word, list(known), n=1, cutoff=0.5)
        return Said("did you mean {0!r}", close[0]) if close else ""


def quoted(text: str) -> Said:
    """The text as a message prints it: in quotes, on one line, not too long."""
    return Said("{0!r}", text if len(text) <= 40 else text[:39] + "…")


def around(line: str, place: int) -> str:
    """What a message shows of a line: some hundred characters around `place`, counted from 0."""
    start = max(0, min(place - SHOWN_OF_A_LINE // 3, len(line) - SHOWN_OF_A_LINE))
    end = start + SHOWN_OF_A_LINE
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
