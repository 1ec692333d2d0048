"""The engine for a handful of files, and for being certain: matching in this process, in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.corpus.engines.work import Result, Task, do
from extract.library.model import Library
from extract.reading.sandbox import Sandbox

if TYPE_CHECKING:
    from extract.matching.result import Extractor


class SerialEngine:
    """Does one task after the other; what is not plain text is read in a process of its own."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results in the order of the tasks."""
        extractor: Extractor | None = None
        with Sandbox() as sandbox:
            for task in tasks:
                extractor = extractor or _extractor(self._library)
                yield do(task, extractor, sandbox=sandbox)


def _extractor(library: Library) -> Extractor:
    """What matches; it takes a second to load, which a run that has nothing to do is spared."""
    from extract.matching.result import Extractor

    return Extractor(library)
