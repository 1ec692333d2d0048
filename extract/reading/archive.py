"""Opens zip archives without trusting them: sizes are counted while unpacking, and nothing touches the disk."""

import io
import zipfile
import zlib

from extract.reading.issues import issue
from extract.reading.limits import Limits

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
#: Below this size the ratio says nothing: an empty form unpacks to hundreds of times its size.
_SMALL = 1_000_000


class Archive:
    """A zip archive in memory; `read` unpacks one entry within the limits, which hold for all entries together.

    With `apart`, the entries are files of their own, and each may be as large as a file.
    """

    def __init__(self, data: bytes, limits: Limits, apart: bool = False) -> None:
        self._limits = limits
        self._apart = apart
        self._most = limits.scan_bytes if apart else limits.unpacked_bytes
        self._packed = len(data)
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError, OSError) as error:
            raise issue("damaged", "its zip directory cannot be read") from error
        entries = self._zip.infolist()
        if len(entries) > limits.entries:
            raise issue("too-large", f"{limits.entries} entries")
        self._entries = {entry.filename: entry for entry in entries}

    def names(self) -> dict[str, str]:
        """The names of the entries that are files, each with the name that its maker saw."""
        # `is_dir` of the standard library fails on an entry without a name
        return {key: _as_written(entry) for key, entry in self._entries.items() if key and not key.endswith("/")}

    def size(self, name: str) -> int:
        """The size that the archive claims for an entry: a hint, never to be trusted."""
        return self._entries[name].file_size

    def read(self, name: str) -> bytes:
        """The bytes of one entry."""
        entry = self._entries[name]
        if entry.flag_bits & _ENCRYPTED:
            raise issue("encrypted")
        if self._apart:
            self._unpacked = 0
        self._check(entry.file_size)
        chunks = []
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    self._unpacked += len(chunk)
                    self._check(0)
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError, RuntimeError) as error:
            raise issue("damaged", f"{name} cannot be unpacked") from error
        return b"".join(chunks)

    def _check(self, coming: int) -> None:
        size = self._unpacked + coming
        if size > self._most:
            raise issue("too-large", f"{self._most // 1_000_000} MB unpacked")
        if size > _SMALL and size > self._limits.unpacked_ratio * self._packed:
            raise issue("too-large", f"{self._limits.unpacked_ratio} times its own size unpacked")


def _as_written(entry: zipfile.ZipInfo) -> str:
    """The entry's name; Chinese Windows writes it in GBK without saying so."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename
