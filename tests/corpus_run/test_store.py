"""The store under faults: killed runs, two at once, a full or forbidden place, readers all the while."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from extract.corpus.lock import RunLock
from extract.corpus.reader import Store
from extract.corpus.result import open_result
from extract.corpus.run import Options
from extract.corpus.store import StoreWriter
from extract.errors import StoreBusyError, UsageError, WriteError
from tests.corpus_run.corpora import exports, library, report, run, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and modes are of POSIX systems")

_RUN = """
import sys
from pathlib import Path
from tests.corpus_run.corpora import run
if __name__ == "__main__":
    print("go", flush=True)
    run(Path(sys.argv[1]), Path(sys.argv[2]), engine=sys.argv[3], workers=2)
"""


def reports(count: int, received: int = 20) -> dict[str, str]:
    return {f"{n:04}.txt": report(["石桥镇", "石河镇"][n % 2], 1000 + n // 2, received + n) for n in range(count)}


def started(folder: Path, store: Path, engine: str = "serial") -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", _RUN, str(folder), str(store), engine], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"go\n"
    return process


@posix
def test_kill_at_any_moment(tmp_path: Path) -> None:
    """The full hundred kills are `python -m benchmarks.kills`."""
    folder = write(tmp_path / "corpus", reports(150))
    store = tmp_path / "store.duckdb"
    before = run(folder, store)
    write(folder, reports(150, received=500))
    after = run(folder, tmp_path / "after.duckdb")
    draw = random.Random(1)
    killed = 0
    for engine in ("serial", "serial", "serial", "processes", "processes", "serial"):
        process = started(folder, store, engine)
        time.sleep(draw.uniform(0.0, 0.7))
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        assert process.stdout is not None
        process.stdout.close()
        assert exports(store) in (before, after)
    assert killed, "no run was still going when it was to be killed"
    assert run(folder, store) == after
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "after.duckdb",
        "after.duckdb.lock",
        "corpus",
        "store.duckdb",
        "store.duckdb.lock",
    ]


@posix
def test_ctrl_c_keeps_what_was_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.corpus.engines.serial import SerialEngine

    folder = write(tmp_path / "corpus", reports(150))
    real = SerialEngine.run

    def interrupted(self: SerialEngine, tasks: object) -> object:
        for number, result in enumerate(real(self, tasks)):  # type: ignore[arg-type]
            if number == 1:
                raise KeyboardInterrupt
            yield result

    store = tmp_path / "store.duckdb"
    with monkeypatch.context() as patch:
        patch.setattr(SerialEngine, "run", interrupted)
        patch.setattr("extract.corpus.plan.MOST_FILES", 40)
        first = open_result([folder], (), library(), store, Options(engine="serial"))
        done = first.summary.read
        assert not first.summary.complete
        assert 0 < done < 150
    second = open_result([folder], (), library(), store, None)
    assert second.summary.complete
    assert (second.summary.read, second.summary.unchanged) == (150 - done, done)
    assert exports(store) == run(folder, tmp_path / "scratch.duckdb")


def test_two_runs_at_once(tmp_path: Path) -> None:
    folder = write(tmp_path / "corpus", reports(4))
    store = tmp_path / "store.duckdb"
    # the first run goes on all the while, so the second has not waited for its end
    with (
        RunLock(store.with_name("store.duckdb.lock")),
        pytest.raises(StoreBusyError, match=rf"Another run \(process {os.getpid()}\) is writing"),
    ):
        run(folder, store)
    assert not store.exists()
    assert run(folder, store)


def test_the_winner_has_not_said_its_name_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the lock and the name written into it there is a moment; whoever asks then waits for the name."""
    from extract.corpus import lock as lock_module

    lock = tmp_path / "store.duckdb.lock"
    with RunLock(lock):
        lock.write_text("")
        monkeypatch.setattr(lock_module, "_NAMING", 600)
        naming = threading.Timer(0.1, lock.write_text, [str(os.getpid())])
        naming.start()
        with pytest.raises(StoreBusyError, match=rf"process {os.getpid()}"), RunLock(lock):
            pass
        naming.join()
        lock.write_text("")
        monkeypatch.setattr(lock_module, "_NAMING", 0.05)
        with pytest.raises(StoreBusyError, match="Another run is writing"), RunLock(lock):
            pass


def test_readers_all_the_while(tmp_path: Path) -> None:
    """Every reading sees one of the published states, whole."""
    folder = write(tmp_path / "corpus", reports(6))
    store = tmp_path / "store.duckdb"
    run(folder, store)
    seen: set[tuple[int, int]] = set()
    errors: list[BaseException] = []
    done = threading.Event()
    looked = threading.Semaphore(0)

    def read() -> None:
        while not done.is_set():
            try:
                with Store(store) as opened:
                    [(total, lowest)] = opened.ask("SELECT count(*), min(cast(value AS INTEGER)) FROM observations")
                    seen.add((int(total), int(lowest)))
            except BaseException as error:
                errors.append(error)
            looked.release()

    reader = threading.Thread(target=read)
    reader.start()
    for step in range(8):
        write(folder, reports(6, received=100 * (step + 1)))
        run(folder, store)
        # two more readings, of which one begins after the run has ended
        while looked.acquire(blocking=False):
            pass
        looked.acquire()
        looked.acquire()
    done.set()
    reader.join()
    assert errors == []
    assert seen <= {(12, 100 * step - 3) for step in range(1, 9)} | {(12, 17)}
    assert len(seen) >= 8


def test_a_place_that_is_a_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "corpus", reports(2))
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(WriteError, match="cannot be written"):
        run(folder, tmp_path / "file" / "store.duckdb")


def test_a_failing_write_keeps_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.corpus import store as store_module

    folder = write(tmp_path / "corpus", reports(2))
    store = tmp_path / "store.duckdb"
    before = run(folder, store)
    content = store.read_bytes()
    write(folder, reports(3))

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(store_module, "_sync", full)
        with pytest.raises(WriteError, match="No space left on device"):
            run(folder, store)
    assert store.read_bytes() == content
    assert exports(store) == before
    assert not list(tmp_path.glob("*.new*"))


def test_a_store_refuses_everything_but_questions(tmp_path: Path) -> None:
    store = tmp_path / "store.duckdb"
    run(write(tmp_path / "corpus", reports(2)), store)
    with Store(store) as opened:
        for forbidden in (
            "SELECT * FROM read_csv('/etc/passwd')",
            "COPY files TO 'x.csv'",
            "ATTACH 'other.duckdb'",
            "INSTALL httpfs",
            "SET memory_limit = '1GB'",
            "DELETE FROM files",
        ):
            with pytest.raises(Exception, match=r"(?i)permission|disabled|locked|read-only|cannot"):
                opened.ask(forbidden)
    with pytest.raises(UsageError, match="no store"):
        Store(tmp_path / "none.duckdb")
    (tmp_path / "junk.duckdb").write_bytes(b"junk" * 5_000)
    with pytest.raises(UsageError, match="is no store"):
        Store(tmp_path / "junk.duckdb")


def test_every_figure_is_where_it_says(tmp_path: Path) -> None:
    store = tmp_path / "store.duckdb"
    run(write(tmp_path / "corpus", reports(3)), store)
    with Store(store) as opened:
        texts = {name: opened.text(str(name)) for name, *_ in opened.rows("reports")}
        found = list(opened.rows("quantities"))
    assert found
    for name, start, end, figure, *_ in found:
        text = texts[str(name)]
        assert text is not None
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == figure


def test_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    from extract.corpus.run import run_documents
    from extract.reading import Box, Document, Page, ReadWarning

    page = Page(1, 0, 20, (Box(0, 5, 0.1, 0.2, 0.3, 0.4, 0.9),))
    warning = ReadWarning("x", "y")
    document = Document(report(), "a.pdf", "pdf", "pdf/1", "", "ab", (page,), {"title": "标题"}, (warning,))
    run_documents([document], library(), tmp_path / "store.duckdb")
    with Store(tmp_path / "store.duckdb") as opened:
        assert opened.document("a.pdf") == document
        assert opened.document("b.pdf") is None


def test_an_interrupt_while_the_store_is_begun_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "corpus", reports(2))
    place = tmp_path / "out"

    def interrupted(*_: object) -> None:
        assert (place / "store.duckdb.new").is_file()
        raise KeyboardInterrupt

    monkeypatch.setattr(StoreWriter, "_create", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(folder, place / "store.duckdb")
    assert not [path.name for path in place.iterdir() if ".new" in path.name]
