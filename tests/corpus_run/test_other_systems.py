"""What other systems do otherwise, as far as it can be played here; on Windows and macOS themselves nothing was tried."""

import os
from pathlib import Path

import pytest

from extract.corpus import folder
from extract.corpus.folder import open_corpus
from extract.corpus.lock import RunLock
from extract.corpus.store import _sync
from extract.errors import UsageError
from tests.corpus_run.corpora import report, write


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "reports", {"石桥镇2024.txt": report(), "青山 县/石桥镇2023.txt": report(year=2023)})


def test_folders_of_several_drives_are_a_sentence(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> str:
        raise ValueError("Paths don't have the same drive")

    monkeypatch.setattr(os.path, "commonpath", refused)
    with pytest.raises(UsageError, match="different drives") as caught:
        open_corpus([corpus, corpus / "青山 县"])
    assert "分别读取" in caught.value.zh


def test_where_folders_cannot_be_opened_a_corpus_is_the_same(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [(file.name, file.issue) for file in open_corpus([corpus]).files]
    monkeypatch.setattr(os, "supports_fd", set())
    assert [(file.name, file.issue) for file in open_corpus([corpus]).files] == usual
    assert len(usual) == 2


def test_a_junction_is_not_followed(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows calls a junction a folder; here a link that is asked for by name stands in for one that leads back up."""
    monkeypatch.setattr(os, "supports_fd", set())
    (corpus / "back").symlink_to(corpus, target_is_directory=True)
    found = list(folder._walk(str(corpus / "back"), "back/", os.path.realpath(corpus)))
    assert [(file.name, file.issue) for file in found] == [("back/", "unreadable")]


def test_what_the_disk_is_asked_to_keep_may_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to wait for a file that was opened for reading alone."""
    fcntl = pytest.importorskip("fcntl")
    asked: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: asked.append(fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE))
    (tmp_path / "store").write_bytes(b"")
    _sync(tmp_path / "store")
    _sync(tmp_path)
    assert asked == [os.O_RDWR, os.O_RDONLY]


def test_a_lock_that_is_let_go_can_be_had_again(tmp_path: Path) -> None:
    for _ in range(3):
        with RunLock(tmp_path / "store.lock"):
            pass
