"""Which files of a folder are read, which are not, and why."""

import os
import socket
import sys
from pathlib import Path

import pytest

from extract.corpus.files import load_file
from extract.corpus.folder import _walk, open_corpus
from extract.errors import ReadError, UsageError
from tests.corpus_run.corpora import write

posix = pytest.mark.skipif(sys.platform == "win32", reason="these kinds of files are of POSIX systems")


def names(*paths: Path) -> list[tuple[str, str]]:
    return [(file.name, file.issue) for file in open_corpus(paths).files]


def test_sorted_at_any_depth(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": "", "a/c/d.txt": "", "a.txt": "", "A.txt": "", "乙/甲.txt": ""})
    assert names(tmp_path) == [("A.txt", ""), ("a.txt", ""), ("a/c/d.txt", ""), ("b.txt", ""), ("乙/甲.txt", "")]


def test_what_no_office_sends_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(["~$报告.docx", ".DS_Store", "Thumbs.db", ".township-metrics/x.txt", "identity.csv"], ""))
    write(tmp_path, dict.fromkeys(["observations.csv", "store.duckdb", ".~lock.a.docx#", "报告.txt"], ""))
    (tmp_path / "identity.csv").write_text("report,year\n", encoding="utf-8")
    assert names(tmp_path) == [("报告.txt", "")]


def test_names_start_at_the_common_folder(tmp_path: Path) -> None:
    write(tmp_path, {"甲县/a.txt": "", "甲县/b.txt": "", "乙县/c.txt": ""})
    assert names(tmp_path / "甲县" / "a.txt") == [("a.txt", "")]
    assert names(tmp_path / "甲县" / "a.txt", tmp_path / "乙县") == [("乙县/c.txt", ""), ("甲县/a.txt", "")]
    assert names(tmp_path / "甲县", tmp_path / "甲县" / "a.txt") == [("a.txt", ""), ("b.txt", "")]


def test_a_missing_path_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        open_corpus([tmp_path / "none"])
    with pytest.raises(UsageError):
        open_corpus([])


@posix
def test_links_pipes_and_sockets_are_listed_not_opened(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": "x"})
    folder = write(tmp_path / "corpus", {"a.txt": "", "sub/b.txt": ""})
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "linked-folder").symlink_to(outside)
    (folder / "sub" / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(folder)
        server.bind("socket.txt")
    assert names(folder) == [
        ("a.txt", ""),
        ("link.txt", "not-a-file"),
        ("linked-folder", "not-a-file"),
        ("pipe.txt", "not-a-file"),
        ("socket.txt", "not-a-file"),
        ("sub/b.txt", ""),
        ("sub/loop", "not-a-file"),
    ]


@posix
def test_names_that_are_no_text(tmp_path: Path) -> None:
    strange = os.fsencode(tmp_path) + b"/\xb1\xa8\xb8\xe6.txt"
    with open(strange, "wb"):  # noqa: PTH123  (a name in bytes)
        pass
    write(tmp_path, {"a\nb.txt": "", "😀.txt": "", "x" * 250 + ".txt": ""})
    assert [name for name, _ in names(tmp_path)] == [r"\xb1\xa8\xb8\xe6.txt", "a\nb.txt", "x" * 250 + ".txt", "😀.txt"]


@posix
def test_a_folder_that_becomes_a_link_is_not_followed(tmp_path: Path) -> None:
    """Between the listing of a folder and the opening of what is in it anything may happen."""
    outside = write(tmp_path / "outside", {"secret.txt": "x", "f/g.txt": "x"})
    folder = write(tmp_path / "corpus", {"a.txt": "x"})
    (folder / "b").symlink_to(outside)
    root = str(folder.resolve())
    for place in (folder / "b", folder / "b" / "f"):
        found = list(_walk(str(place), "b/", root))
        assert [(file.name, file.issue) for file in found] == [("b/", "unreadable")]
    with pytest.raises(ReadError, match="not a regular file"):
        load_file(str(folder / "b" / "secret.txt"), root=root)
    assert load_file(str(folder / "a.txt"), root=root)[0] == b"x"
