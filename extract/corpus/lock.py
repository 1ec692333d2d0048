"""The lock of a store: one run writes, the others learn at once who."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from extract.errors import StoreBusyError, WriteError

#: seconds a loser waits at most for the winner to write its name, which it does right after it has the lock: so many only
#: where the machine lets the winner stand still just then
_NAMING = 5.0


class RunLock:
    """Held while a run writes; the operating system frees it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle = -1

    def __enter__(self) -> "RunLock":
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise WriteError.at(self.path, error.strerror or error) from error
        try:
            _lock(self._handle)
        except OSError as error:
            holder = self._holder()
            self._close()
            store, told, told_zh = self.path.with_suffix(""), "", ""
            if holder:
                told, told_zh = f" (process {holder})", f"（进程 {holder}）"
            raise StoreBusyError(
                f"Another run{told} is writing {store}; wait until it is done.",
                f"另一个任务{told_zh}正在写入 {store}，请等它完成。",
            ) from error
        with suppress(OSError):  # the name is a courtesy, the lock holds without it
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, str(os.getpid()).encode())
        return self

    def _holder(self) -> str:
        """Who has the lock, as far as it says so within a moment: between its lock and its name others may ask."""
        until = time.monotonic() + _NAMING
        with suppress(OSError):
            while True:
                os.lseek(self._handle, 0, os.SEEK_SET)
                holder = os.read(self._handle, 20).decode("ascii", "replace").strip()
                if holder.isdigit():
                    return holder
                if time.monotonic() >= until:
                    break
                time.sleep(0.01)
        return ""

    def _close(self) -> None:
        os.close(self._handle)
        self._handle = -1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        # the file stays: removing it would let two runs lock two different files
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
            _unlock(self._handle)
        self._close()


if sys.platform == "win32":
    import msvcrt

    #: beyond the process id, which others must be able to read
    _BYTE = 1_000

    def _lock(handle: int) -> None:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

    def _unlock(handle: int) -> None:
        # closing would do, but Windows says not when
        os.lseek(handle, _BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
