"""The files of a corpus: what lies under a folder, what is left out and why."""

import errno
import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extract.corpus.identity_file import IDENTITY_FILE, read_identity
from extract.errors import UsageError
from extract.installation import user_folder

_RACY_NS = 2_000_000_000
#: the folder that holds a corpus's store
STORE_FOLDER = ".township-metrics"
STORE_FILE = "store.duckdb"
_OFFICE_LOCKS = ("~$", ".~lock.", ".~")
#: what this program and its neighbours write; no office sends a report so
_OUTPUTS = (".csv", ".json", ".parquet", ".duckdb", ".duckdb.lock", ".duckdb.new", ".duckdb.wal", ".yaml", ".yml", ".py")
_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini", IDENTITY_FILE, "datapackage.json"))


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells without opening a file whether it can have changed."""

    size: int
    mtime: int
    ctime: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Stamp":
        """The stamp of a file's status."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & 0x7FFF_FFFF_FFFF_FFFF)

    @property
    def is_settled(self) -> bool:
        """Whether a later change must show: one within the same tick of the file system's clock would not."""
        return time.time_ns() - max(self.mtime, self.ctime) > _RACY_NS


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the corpus; `issue` says why it is not read at all."""

    name: str
    path: str
    stamp: Stamp
    issue: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The folder that report names are relative to, its files in the order of their names, and the overrides."""

    root: Path
    files: tuple[Found, ...]
    overrides: dict[str, dict[str, str]]

    def overrides_of(self, name: str) -> str:
        """What identity.csv says of a report, or of the members of an archive, as one comparable string."""
        if is_archive(name):
            inner = {member: told for member, told in self.overrides.items() if member.startswith(name + "!")}
            return json.dumps(inner, ensure_ascii=False, sort_keys=True) if inner else ""
        known = self.overrides.get(name)
        return json.dumps(known, ensure_ascii=False, sort_keys=True) if known else ""


def store_place(folder: Path) -> Path:
    """Where the store of a folder of reports lies: beside them, or in the user's own folder where they may only be read."""
    folder = folder.absolute()
    held = folder / STORE_FOLDER
    if os.access(held if held.is_dir() else folder, os.W_OK):
        return held / STORE_FILE
    key = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return user_folder() / "stores" / key / folder.name / STORE_FOLDER / STORE_FILE


def is_archive(name: str) -> bool:
    """Whether a file's name says that it holds files."""
    return name.lower().endswith(".zip")


def open_corpus(paths: Iterable[Path | str]) -> Corpus:
    """The corpus under one folder, or of several folders and files, whose names then start at their common folder."""
    places = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  (resolve would follow symlinks)
    if not places:
        raise UsageError("Name a folder or file to read.", "请指定要读取的文件夹或文件。")
    for given in places:
        if not os.path.lexists(given):
            raise UsageError(f"There is no such file or folder: {given}", f"没有这个文件或文件夹：{given}")
    folders = [place if place.is_dir() else place.parent for place in places]
    try:
        root = Path(os.path.commonpath(folders))
    except ValueError:
        message = "The folders lie on different drives; read each drive by itself."
        raise UsageError(message, "文件夹在不同的磁盘上，请分别读取。") from None
    found: dict[str, Found] = {}
    for place in places:
        for file in _under(root, place):
            found.setdefault(file.name, file)
    files = tuple(found[name] for name in sorted(found))
    return Corpus(root, files, read_identity(root / IDENTITY_FILE))


def _under(root: Path, place: Path) -> Iterator[Found]:
    if place.is_dir() and not place.is_symlink():
        base = "" if place == root else place.relative_to(root).as_posix() + "/"
        yield from _walk(str(place), base, os.path.realpath(root))
    else:
        yield _found(str(place), place.relative_to(root).as_posix(), os.lstat(place))


def _walk(folder: str, base: str, root: str) -> Iterator[Found]:
    """Every file below, deepest recursion on a list, not on the stack; a folder that becomes a link meanwhile is not followed."""
    waiting = [(folder, base)]
    while waiting:
        folder, base = waiting.pop()
        try:
            with _entries(folder, root, base) as entries:
                for entry in entries:
                    name, path = base + entry.name, os.path.join(folder, entry.name)  # noqa: PTH118  (a path a file)
                    try:
                        if entry.is_dir(follow_symlinks=False):
                            if not entry.name.startswith("."):
                                waiting.append((path, name + "/"))
                        elif not _left_out(entry.name):
                            yield _found(path, name, entry.stat(follow_symlinks=False))
                    except FileNotFoundError:
                        continue  # gone since it was listed
        except OSError as error:
            yield Found(printable(base), folder, Stamp(0, 0, 0, 0), "unreadable", error.strerror or "the folder cannot be read")


@contextmanager
def _entries(folder: str, root: str, base: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """What a folder holds, as it was when it was opened, and only if that is below the root."""
    if os.scandir not in os.supports_fd:
        # a junction passes for a folder on Windows, and may lead back to where it lies
        if os.path.normcase(os.path.realpath(folder)) != os.path.normcase(os.path.normpath(os.path.join(root, base))):  # noqa: PTH118
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        with os.scandir(folder) as entries:
            yield entries
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if not lies_below(handle, folder, root):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        with os.scandir(handle) as entries:
            yield entries
    finally:
        os.close(handle)


def lies_below(handle: int, path: str, root: str) -> bool:
    """Whether an open file or folder is the root or lies below it, whatever its path has become since it was opened."""
    if sys.platform == "linux":
        try:
            place = os.readlink(f"/proc/self/fd/{handle}")  # noqa: PTH115  (a path a file)
        except OSError:  # no /proc
            place = os.path.realpath(path)
    else:
        place = os.path.realpath(path)
    return place == root or place.startswith(root if root.endswith(os.sep) else root + os.sep)


def _left_out(name: str) -> bool:
    """Files that no office sends: locks, hidden files, what systems leave behind, what this program writes."""
    lower = name.lower()
    return name.startswith((".", *_OFFICE_LOCKS)) or lower in _SYSTEM_FILES or lower.endswith(_OUTPUTS)


def _found(path: str, name: str, status: os.stat_result) -> Found:
    name, stamp = printable(name), Stamp.of(status)
    if stat.S_ISREG(status.st_mode):
        return Found(name, path, stamp)
    kind = "a symbolic link, which is not followed" if stat.S_ISLNK(status.st_mode) else "not a regular file"
    return Found(name, path, stamp, "not-a-file", f"This is {kind}.")


def printable(name: str) -> str:
    """A file name that is not text, spelled with escapes, so that every table can hold it."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name
