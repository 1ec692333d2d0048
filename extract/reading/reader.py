"""The one door to all readers: bytes or a path in, a Document or a ReadError out."""

import hashlib
import os
import stat
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, cast

from extract.errors import ReadError
from extract.reading.archive import Archive
from extract.reading.document import Document
from extract.reading.issues import issue
from extract.reading.kinds import UNSUPPORTED, kind_of
from extract.reading.limits import DEFAULT_LIMITS, Limits
from extract.reading.watched import member_begins

Reader = Callable[[bytes, Limits], Document]

#: Where each format's reader is; a reader's libraries are loaded when the first such file comes.
_READERS = {
    "txt": "plain:read_plain",
    "md": "plain:read_markdown",
    "html": "html:read_html",
    "mhtml": "mhtml:read_mhtml",
    "docx": "docx:read_docx",
    "wordml": "docx:read_word_xml",
    "doc": "doc:read_doc",
    "rtf": "rtf:read_rtf",
    "odt": "odt:read_odt",
    "ofd": "ofd:read_ofd",
    "xlsx": "xlsx:read_xlsx",
    "pdf": "pdf:read_pdf",
    "image": "image:read_image",
}
_CHUNK = 1 << 20


def read(source: Path | str | bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in a file, given by its path or by its bytes; raises ReadError where there is none.

    A zip archive with one file in it is that file; of one with more, `read_all` gives every file.
    """
    files = list(members(source, name, limits))
    if len(files) != 1:
        raise issue("archive", len(files), name=files[0].name.partition("!")[0] if files else name)
    outer = name or files[0].name.partition("!")[0]
    try:
        document = files[0].read(limits)
        return document if document.name == outer else replace(document, name=outer)
    except ReadError as error:
        error.name = outer
        raise


def read_all(
    source: Path | str | bytes,
    name: str = "",
    limits: Limits = DEFAULT_LIMITS,
    lost: Mapping[int, ReadError] = MappingProxyType({}),
) -> Iterator[Document | ReadError]:
    """The document in a file, or the documents in an archive; what cannot be read comes as its error, in its place.

    `lost` are the files of an archive, counted from 1, that are known to bring a process down and are not tried again.
    """
    try:
        for number, member in enumerate(members(source, name, limits), 1):
            if number in lost:
                yield ReadError(lost[number].issue, str(lost[number]), member.name)
                continue
            member_begins(number, limits)
            try:
                yield member.read(limits)
            except ReadError as error:
                yield error
    except ReadError as error:
        yield error


@dataclass(frozen=True, slots=True)
class Member:
    """A file to be read: one given by its path, or one inside an archive, named `archive.zip!folder/file.docx`."""

    name: str
    load: Callable[[], bytes]

    def read(self, limits: Limits) -> Document:
        """The document in the file; whatever its reader stumbles over becomes a ReadError."""
        try:
            return _document(self.load(), self.name, limits)
        except ReadError as error:
            error.name = error.name or self.name
            raise
        except MemoryError as error:
            raise issue("too-large", "memory", name=self.name) from error
        except Exception as error:  # what libraries raise on a damaged file may be anything
            raise issue("crashed", type(error).__name__, name=self.name) from error


def members(source: Path | str | bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Iterator[Member]:
    """The files to read in `source`: itself, or every file of an archive."""
    name = name or (Path(source).name if isinstance(source, str | Path) else "")
    try:
        data = load(source, limits)
        if not data.startswith(b"PK") or kind_of(data, name, limits) != "zip":
            yield Member(name, lambda: data)
            return
        archive = Archive(data, limits, apart=True)
    except ReadError as error:
        error.name = error.name or name
        raise
    for key, written in sorted(archive.names().items(), key=lambda entry: entry[1]):
        if not _is_clutter(written):
            yield Member(f"{name}!{written}", partial(archive.read, key))


def _is_clutter(name: str) -> bool:
    """Whether a file was left in an archive by the system that made it."""
    parts = name.replace("\\", "/").split("/")
    return "__MACOSX" in parts or parts[-1].startswith(("~$", "._", ".DS_Store", "Thumbs.db", "desktop.ini"))


def load(source: Path | str | bytes, limits: Limits = DEFAULT_LIMITS, most: int = 0) -> bytes:
    """The bytes of a file within the limits, or only the first so many; never waits on a pipe or reads a device."""
    if isinstance(source, bytes):
        return _within(source, limits)
    try:
        # a pipe without a writer would wait for ever if it were opened for waiting
        handle = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise issue("missing") from error
    except (OSError, ValueError) as error:
        raise issue("unreadable", getattr(error, "strerror", "") or "bad name") from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise issue("not-a-file")
    with os.fdopen(handle, "rb") as file:
        try:
            return file.read(most) if most else _within(_whole(file, limits.scan_bytes + 1), limits)
        except OSError as error:
            raise issue("unreadable", error.strerror) from error


def _whole(file: BinaryIO, most: int) -> bytes:
    """A file's bytes, also if it grows while it is read, but not more than so many; memory for that many is not asked for."""
    size = min(os.fstat(file.fileno()).st_size, most - 1)
    data = file.read(size + 1)
    return data if len(data) <= size else data + file.read(most - len(data))


def _within(data: bytes, limits: Limits) -> bytes:
    if len(data) > limits.scan_bytes:
        raise issue("too-large", f"{limits.scan_bytes // 1_000_000} MB")
    return data


def _document(data: bytes, name: str, limits: Limits) -> Document:
    kind = kind_of(data, name, limits)
    if kind == "zip":
        raise issue("unsupported", "an archive inside an archive")
    if kind in UNSUPPORTED or kind not in _READERS:
        raise issue("unsupported", kind)
    if kind not in ("pdf", "image", "zip", "ofd") and len(data) > limits.file_bytes:
        raise issue("too-large", f"{limits.file_bytes // 1_000_000} MB")
    document = _read_by(reader_of(kind), data, limits)
    if len(document.text) > limits.characters:
        raise issue("too-large", f"{limits.characters} characters")
    if not document.text.strip():
        raise issue("empty")
    return replace(document, name=name, format=kind, sha256=hashlib.sha256(data).hexdigest())


def _read_by(reader: Reader, data: bytes, limits: Limits) -> Document:
    """The reader's document; whatever its library stumbles over in a damaged file becomes a ReadError."""
    try:
        return reader(data, limits)
    except ReadError:
        raise
    except MemoryError as error:
        raise issue("too-large", "memory") from error
    except RecursionError as error:
        raise issue("damaged", "too deeply nested") from error
    except (struct.error, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise issue("damaged", type(error).__name__) from error


def reader_of(kind: str) -> Reader:
    """The reader of one format."""
    module, function = _READERS[kind].split(":")
    return cast(Reader, getattr(import_module(f"extract.reading.{module}"), function))
