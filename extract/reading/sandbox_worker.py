"""A process that reads files until its input ends; started by `sandbox`, never imported for its effect."""

import pickle

from extract.errors import ReadError
from extract.reading import sent
from extract.reading.confined import Desk, own_pipes
from extract.reading.document import Document
from extract.reading.limits import Limits
from extract.reading.reader import Member, members, read
from extract.reading.watched import watch_over


class _Reader:
    """What the process answers to each question."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._members: list[Member] = []

    def read(self, source: str | bytes, name: str) -> Document:
        """The document in one file."""
        return read(source, name, self._limits)

    def open(self, source: str | bytes, name: str) -> list[str]:
        """The names of the files in an archive, which stays open."""
        self._members = list(members(source, name, self._limits))
        return [member.name for member in self._members]

    def member(self, number: int) -> Document:
        """The document in a file of the archive."""
        return self._members[number - 1].read(self._limits)


def main() -> None:
    """Answers questions."""
    source, sink = own_pipes()
    place, limits = pickle.load(source)  # noqa: S301  (from the program that started this one)
    desk = Desk(place, limits, sink)
    watch_over(desk)
    reader = _Reader(limits)
    while True:
        try:
            question, *about = pickle.load(source)  # noqa: S301
        except EOFError:
            return
        desk.begin(0, limits.seconds)
        answer: Document | list[str] | ReadError
        try:
            answer = getattr(reader, question)(*about)
        except ReadError as error:
            answer = error
        desk.pause()
        sent.send(sink, answer)
        desk.rest()


if __name__ == "__main__":
    main()
