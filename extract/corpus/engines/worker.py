"""A process that does tasks until its input ends; started by `processes`, never imported for its effect."""

from __future__ import annotations

import gc
import pickle
import sys

from extract.corpus.engines.wire import pack
from extract.corpus.engines.work import do
from extract.matching.result import Extractor
from extract.reading.confined import Desk, own_pipes
from extract.reading.limits import DEFAULT_LIMITS
from extract.reading.watched import watch_over

#: objects of one report rarely form cycles; looking for them often costs a tenth of the time
_GARBAGE = 200_000


class WithoutPandas:
    """Says that there is no pandas.

    Arrow loads it, a third of a second and 40 MB a process, only to ask whether a list is one of its columns.
    """

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Refuses pandas, and leaves everything else to others."""
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


def main() -> None:
    """Does tasks."""
    sys.meta_path.insert(0, WithoutPandas)
    source, sink = own_pipes()
    place, library = pickle.load(source)  # noqa: S301
    extractor = Extractor(library)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE, 20, 20)
    desk = Desk(place, DEFAULT_LIMITS, sink)
    watch_over(desk)
    while True:
        try:
            task = pickle.load(source)  # noqa: S301
        except EOFError:
            return
        result = do(task, extractor, desk.begin)
        desk.rest()
        for piece in pack(result):
            sink.write(piece)
        sink.flush()


if __name__ == "__main__":
    main()
