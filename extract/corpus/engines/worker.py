"""A process that does tasks until its input ends; started by `processes`, never imported for its effect."""

from __future__ import annotations

import gc
import mmap
import os
import pickle
import struct
import sys
from pathlib import Path
from typing import BinaryIO

from extract.corpus.engines.wire import pack
from extract.corpus.engines.work import do
from extract.matching.result import Extractor

#: index of the report at work and the seconds it may take, in shared memory, so that the parent knows whom to blame
PLACE = struct.Struct("<qd")
IDLE = -1
#: objects of one report rarely form cycles; looking for them often costs a tenth of the time
_GARBAGE = 200_000


def main() -> None:
    """Does tasks."""
    source, sink = _own_pipes()
    library, place, memory = pickle.load(source)  # noqa: S301
    with Path(place).open("r+b") as file:
        shared = mmap.mmap(file.fileno(), PLACE.size)

    def begin(index: int, allowed: float) -> None:
        PLACE.pack_into(shared, 0, index, allowed)

    extractor = Extractor(library)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE, 20, 20)
    _cap_memory(memory)
    while True:
        try:
            task = pickle.load(source)  # noqa: S301
        except EOFError:
            return
        result = do(task, extractor, begin)
        begin(IDLE, 0.0)
        for piece in pack(result):
            sink.write(piece)
        sink.flush()


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, out of reach of whatever a library prints or reads."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)  # noqa: SIM115
    return source, sink


def _cap_memory(limit: int) -> None:
    """So much more than now, and no file may make the machine swap."""
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        size = pages * resource.getpagesize() + limit
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
