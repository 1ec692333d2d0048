"""One file → bytes → document, without following links or waiting on pipes."""

import os
import stat
from collections.abc import Callable, Iterator
from typing import TypeVar

from extract.corpus.folder import Stamp
from extract.errors import ReadError
from extract.reading import Document, Limits, read
from extract.reading.issues import issue
from extract.reading.limits import DEFAULT_LIMITS
from extract.reading.reader import Member, members

T = TypeVar("T")

UNKNOWN = Stamp(-1, 0, 0, 0)


def load_file(path: str, limits: Limits = DEFAULT_LIMITS) -> tuple[bytes, Stamp]:
    """A regular file's bytes, with the stamp under which they can be known again; no stamp if it changed meanwhile."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError as error:
        raise issue("missing") from error
    except OSError as error:
        raise issue("unreadable", error.strerror or "bad name") from error
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise issue("not-a-file")
        if status.st_size > limits.scan_bytes:
            raise issue("too-large", f"{limits.scan_bytes // 1_000_000} MB")
        try:
            data = file.read(limits.scan_bytes + 1)
        except OSError as error:
            raise issue("unreadable", error.strerror or "read error") from error
        if len(data) > limits.scan_bytes:
            raise issue("too-large", f"{limits.scan_bytes // 1_000_000} MB")
        before, after = Stamp.of(status), Stamp.of(os.fstat(handle))
    settled = before == after and len(data) == after.size and after.is_settled
    return data, after if settled else UNKNOWN


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in a file's bytes; whatever a reader stumbles over becomes a ReadError."""
    return _guarded(lambda: read(data, name, limits), name)


def archive_members(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[Member]:
    """The files in an archive, in the order of their names."""
    yield from _guarded(lambda: list(members(data, name, limits)), name)


def read_member(member: Member, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in a file of an archive."""
    return _guarded(lambda: member.read(limits), member.name)


def _guarded(reading: Callable[[], T], name: str) -> T:
    """Turns whatever the readers' libraries raise on a damaged file, which may be anything, into a ReadError."""
    try:
        return reading()
    except ReadError:
        raise
    except MemoryError as error:
        raise issue("too-large", "memory", name=name) from error
    except RecursionError as error:
        raise issue("crashed", "too deeply nested", name=name) from error
    except Exception as error:
        raise issue("crashed", type(error).__name__, name=name) from error
