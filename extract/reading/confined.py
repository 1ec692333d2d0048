"""The inside of a reading process: its pipes, its memory, and the shared place where it says what it is at."""

import mmap
import os
import signal
import struct
import sys
from pathlib import Path
from typing import BinaryIO

from extract.reading.limits import Limits

#: the file at work, its part, the file of an archive at work, and the seconds that the part may take
PLACE = struct.Struct("<qqqd")
IDLE = -1
#: how much later than its watcher the process ends itself: only where the watcher is gone
_GRACE = 5


class Desk:
    """Where a reading process says what it is at, and what bounds its memory; a `watched.Watch`."""

    def __init__(self, place: str, limits: Limits, sink: BinaryIO) -> None:
        with Path(place).open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), PLACE.size)
        self._limits = limits
        self._answers = sink.fileno()
        self._most = _address_space() + limits.scan_memory
        self._index, self._part, self._member = IDLE, 0, 0
        self._pictures = 0
        self._cap(limits.memory)

    def begin(self, index: int, seconds: float) -> None:
        """The file with this index begins."""
        self._must_be_heard()
        self._index, self._member, self._pictures = index, 0, 0
        self._tell(seconds)

    def pause(self) -> None:
        """The file is read; whoever asked for it may take it in when they like."""
        self._tell(0.0)

    def rest(self) -> None:
        """Nothing is at work."""
        self._must_be_heard()
        if self._pictures:
            # what the recogniser keeps loaded may stay, but the next file gets no more than others do
            self._cap(self._limits.memory)
        self._index, self._pictures = IDLE, 0
        self._tell(0.0)

    def member(self, number: int, seconds: float) -> None:
        """A file of the archive at work begins."""
        self._member = number
        self._tell(seconds)

    def picture(self, limits: Limits) -> None:
        """A page that is a picture begins; the first of a file may have to wait until the recogniser is loaded."""
        if not self._pictures:
            self._cap(limits.scan_memory)
        self._pictures += 1
        self._tell(limits.scan_page_seconds + (limits.seconds if self._pictures == 1 else 0.0))

    def _must_be_heard(self) -> None:
        """Ends the process, still at its file, if that has closed the pipe to the parent: the next file must not be blamed."""
        try:
            os.fstat(self._answers)
        except OSError:
            os._exit(1)

    def _tell(self, seconds: float) -> None:
        self._part += 1
        PLACE.pack_into(self._shared, 0, self._index, self._part, self._member, seconds)
        if sys.platform != "win32":
            signal.alarm(int(seconds) + _GRACE if seconds else 0)

    def _cap(self, more: int) -> None:
        """So much more than now, never beyond what a scan may take; no file may make the machine swap."""
        if sys.platform == "linux":
            import resource

            resource.setrlimit(resource.RLIMIT_AS, (min(_address_space() + more, self._most), self._most))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    """The bytes of address space that this process has now; only Linux tells, and only Linux keeps the bound."""
    if sys.platform != "linux":
        return 0
    import resource

    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, out of reach of whatever a library prints or reads."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)  # noqa: SIM115
    return source, sink
