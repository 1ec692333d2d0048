"""Reads files in a process of its own, which may crash, hang or eat memory without this one noticing more than a ReadError.

Text files are read here: the code for them is ours alone, and takes time and memory in proportion to the file.
"""

import atexit
import os
import tempfile
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from extract.errors import ReadError, TownshipMetricsError
from extract.reading import reader, sent
from extract.reading.child import Child, Watcher
from extract.reading.confined import IDLE
from extract.reading.document import Document
from extract.reading.kinds import HEAD, is_plain_text
from extract.reading.limits import DEFAULT_LIMITS, Limits

_WORKER = "extract.reading.sandbox_worker"
_MOST_STARTS_IN_VAIN = 3


def read(source: Path | str | bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in a file, read in a process of its own; raises ReadError where there is none.

    The process is started at the first file that is not plain text and kept for the next ones. `extract.reading.read` reads in
    the process that calls it.
    """
    return _shared(limits, os.getpid()).read(source, name)


@lru_cache(maxsize=4)
def _shared(limits: Limits, _pid: int) -> "Sandbox":
    """A process for whoever reads one file and then another; a fork of this program gets one of its own."""
    sandbox = Sandbox(limits)
    atexit.register(sandbox.close)
    return sandbox


class Sandbox:
    """One process that reads files, started when it is needed and started again where a file has brought it down."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._lock = threading.RLock()
        self._child: Child | None = None
        self._watcher: Watcher | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._pid = os.getpid()
        #: which archive the process has open; another one may have come in between
        self._open: object = None

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process; a fork leaves it to the program that started it."""
        if self._pid != os.getpid():
            return
        with self._lock:
            self._end()
            if self._watcher is not None:
                self._watcher.stop()
            if self._folder is not None:
                self._folder.cleanup()
            self._watcher = self._folder = None

    def read(self, source: Path | str | bytes, name: str = "") -> Document:
        """The document in a file; raises ReadError where there is none."""
        name = name or (Path(source).name if isinstance(source, str | Path) else "")
        if is_plain_text(_head(source), name):
            return reader.read(source, name, self._limits)
        found = self._ask("read", _place(source), name, name=name)
        assert isinstance(found, Document)
        return found

    def read_all(self, source: Path | str | bytes, name: str = "") -> Iterator[Document | ReadError]:
        """The document in a file, or those in an archive; what cannot be read comes as its error, in its place."""
        name = name or (Path(source).name if isinstance(source, str | Path) else "")
        if is_plain_text(_head(source), name):
            yield from reader.read_all(source, name, self._limits)
            return
        token = object()
        try:
            names = self._opened(source, name, token)
        except ReadError as error:
            yield error
            return
        for number, member in enumerate(names, 1):
            try:
                with self._lock:
                    if self._open is not token:
                        self._opened(source, name, token)
                    found = self._ask("member", number, name=member)
                assert isinstance(found, Document)
                yield found
            except ReadError as error:
                yield error

    def _opened(self, source: Path | str | bytes, name: str, token: object) -> list[str]:
        """The names of the files in an archive, which the process then holds open."""
        with self._lock:
            names = self._ask("open", _place(source), name, name=name)
            self._open = token
        assert isinstance(names, list)
        return names

    def _ask(self, *request: object, name: str) -> Document | list[str]:
        """The answer to one request; raises ReadError where there is none, or where it took the process down."""
        with self._lock:
            for start in range(_MOST_STARTS_IN_VAIN):
                try:
                    child = self._child or self._start()
                    child.send(request)
                    found = sent.receive(child.stdout)
                except (OSError, EOFError, ValueError, LookupError, TypeError) as error:
                    lost = self._after_death(name)
                    if lost is not None:
                        raise lost from error
                    if start == _MOST_STARTS_IN_VAIN - 1:
                        raise TownshipMetricsError(
                            f"The process that reads cannot be started ({error}).", f"读取文件的进程无法启动（{error}）。"
                        ) from error
                else:
                    if isinstance(found, ReadError):
                        raise found
                    return found
        raise AssertionError("either there is an answer or an error")

    def _after_death(self, name: str) -> ReadError | None:
        """Why the process died, if the file it was at is to blame; it is started again for the next one."""
        child = self._child
        if child is None:
            return None
        at_work = child.at().index != IDLE
        self._end()
        lost = child.reason() if at_work else None
        if lost is not None:
            lost.name = name
        return lost

    def _start(self) -> Child:
        if self._folder is None or self._watcher is None:
            self._folder = tempfile.TemporaryDirectory(prefix="township-metrics-", ignore_cleanup_errors=True)
            self._watcher = Watcher()
        self._child = Child(_WORKER, Path(self._folder.name), "reader", self._limits)
        self._watcher.add(self._child)
        return self._child

    def _end(self) -> None:
        self._open = None
        if self._child is not None and self._watcher is not None:
            self._watcher.dismiss(self._child)
        self._child = None


def _head(source: Path | str | bytes) -> bytes:
    """The first bytes of a file; none where it is not a file that can be opened, which its reader will say."""
    if isinstance(source, bytes):
        return source[:HEAD]
    try:
        return reader.load(source, most=HEAD)
    except ReadError:
        return b""


def _place(source: Path | str | bytes) -> bytes | str:
    """A file's bytes, or its full path."""
    return source if isinstance(source, bytes) else os.path.abspath(source)  # noqa: PTH100  (resolve follows links)
