"""The engine for a handful of files, and for being certain: matching in this process, in order."""

from collections.abc import Iterator

from extract.corpus.engines.work import Result, Task, do
from extract.library.model import Library
from extract.matching.result import Extractor
from extract.reading.sandbox import Sandbox


class SerialEngine:
    """Does one task after the other; what is not plain text is read in a process of its own."""

    def __init__(self, library: Library) -> None:
        self._extractor = Extractor(library)

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results in the order of the tasks."""
        with Sandbox() as sandbox:
            for task in tasks:
                yield do(task, self._extractor, sandbox=sandbox)
