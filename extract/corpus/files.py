"""One file of a corpus → its bytes, without following links or waiting on pipes."""

import os
import stat

from extract.corpus.folder import Stamp, lies_below
from extract.reading.issues import issue
from extract.reading.limits import DEFAULT_LIMITS, Limits

UNKNOWN = Stamp(-1, 0, 0, 0)
_CHUNK = 1 << 16


def load_file(path: str, limits: Limits = DEFAULT_LIMITS, root: str = "") -> tuple[bytes, Stamp]:
    """A regular file's bytes, with the stamp under which they can be known again; no stamp if it changed meanwhile.

    With a `root` it must lie below it also if one of its folders has become a link since it was found.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError as error:
        raise issue("missing") from error
    except OSError as error:
        raise issue("unreadable", error.strerror or "bad name") from error
    # by hand: a file object takes longer to make than a report to open and read
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or (root and not lies_below(handle, path, root)):
            raise issue("not-a-file")
        if status.st_size > limits.scan_bytes:
            raise issue("too-large", f"{limits.scan_bytes // 1_000_000} MB")
        try:
            data = _whole(handle, status.st_size, limits.scan_bytes + 1)
        except OSError as error:
            raise issue("unreadable", error.strerror or "read error") from error
        if len(data) > limits.scan_bytes:
            raise issue("too-large", f"{limits.scan_bytes // 1_000_000} MB")
        before, after = Stamp.of(status), Stamp.of(os.fstat(handle))
    finally:
        os.close(handle)
    settled = before == after and len(data) == after.size and after.is_settled
    return data, after if settled else UNKNOWN


def _whole(handle: int, size: int, most: int) -> bytes:
    """A file's bytes, also if it grows while it is read, but not more than so many; memory for that many is not asked for."""
    data = os.read(handle, size + 1)
    while len(data) < most and (more := os.read(handle, min(_CHUNK, most - len(data)))):
        data += more
    return data
