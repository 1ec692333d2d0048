"""An incremental run gives what a run from scratch gives, byte for byte."""

import os
import random
import shutil
import zipfile
from pathlib import Path

import duckdb
import pytest

import extract.corpus.run as run_module
from extract.corpus.folder import open_corpus
from extract.corpus.result import open_result
from tests.corpus_run.corpora import LIBRARY, OTHER_LIBRARY, exports, library, report, run, write

RENAMED = LIBRARY.replace("Disputes received", "Disputes taken in")
TOWNSHIPS = ["石桥镇", "柳河乡", "金沟街道"]


def settle(folder: Path) -> None:
    """Makes every file old enough for its stamp to be trusted."""
    for path in folder.rglob("*"):
        os.utime(path, ns=(1_600_000_000_000_000_000, 1_600_000_000_000_000_000))


class Edits:
    """Draws edits of a folder and of the library."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.draw = random.Random(seed)
        self.folder = folder
        self.library = LIBRARY

    def text(self) -> str:
        draw = self.draw
        if draw.random() < 0.1:
            return ""
        return report(draw.choice(TOWNSHIPS), draw.randint(2021, 2024), draw.choice([50, 60, 70, 124]))

    def one(self) -> None:
        draw = self.draw
        files = sorted(path for path in self.folder.rglob("*.txt"))
        kind = draw.choice(["add", "add", "change", "delete", "rename", "copy", "library", "identity", "zip"])
        fresh = self.folder / draw.choice(["甲县", "乙县", "."]) / f"{draw.randint(0, 99)}.txt"
        fresh.parent.mkdir(parents=True, exist_ok=True)
        if kind == "library":
            self.library = draw.choice([LIBRARY, OTHER_LIBRARY, LIBRARY.replace("调解成功]", "调解成功, 124]"), RENAMED])
        elif kind == "identity":
            row = f"{files[0].relative_to(self.folder).as_posix()},{draw.choice(TOWNSHIPS)},2020\n" if files else ""
            (self.folder / "identity.csv").write_text("report,township,year\n" + row, encoding="utf-8")
        elif kind == "zip":
            with zipfile.ZipFile(self.folder / f"{draw.randint(0, 1)}.zip", "w") as archive:
                for n in range(draw.randint(1, 3)):
                    archive.writestr(f"{n}.txt", self.text())
        elif kind == "add" or not files:
            fresh.write_text(self.text(), encoding="utf-8")
        elif kind == "change":
            draw.choice(files).write_text(self.text(), encoding="utf-8")
        elif kind == "delete":
            draw.choice(files).unlink()
        elif kind == "rename":
            draw.choice(files).replace(fresh)
        else:
            source = draw.choice(files)
            if source != fresh:
                shutil.copyfile(source, fresh)


@pytest.mark.parametrize("seed", range(2))
def test_random_edits(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    edits = Edits(seed, folder)
    for step in range(7):
        for _ in range(edits.draw.randint(1, 3)):
            edits.one()
        if step % 2:
            settle(folder)
        incremental = run(folder, tmp_path / "kept.duckdb", library(edits.library))
        scratch = run(folder, tmp_path / f"{step}.duckdb", library(edits.library))
        assert incremental == scratch


def summary(folder: Path, store: Path, text: str = LIBRARY) -> tuple[int, int, int, int, int]:
    found = open_result([folder], (), library(text), store).summary
    return found.read, found.rematched, found.unchanged, found.removed, found.failed


def test_only_what_changed_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "corpus", {f"{n}.txt": report(year=2010 + n) for n in range(6)} | {"empty.txt": ""})
    settle(folder)
    store = tmp_path / "store.duckdb"
    assert summary(folder, store) == (6, 0, 0, 0, 1)
    before = store.stat().st_mtime_ns
    assert summary(folder, store) == (0, 0, 6, 0, 1)
    assert store.stat().st_mtime_ns == before, "an idle run writes nothing"
    (folder / "3.txt").write_text(report(year=2013, received=50), encoding="utf-8")
    (folder / "4.txt").unlink()
    assert summary(folder, store) == (1, 0, 4, 1, 1)
    (folder / "3.txt").touch()
    assert summary(folder, store) == (0, 0, 5, 0, 1), "a touched file is known by its content"


def test_another_library_opens_no_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "corpus", {f"{n}.txt": report(year=2010 + n) for n in range(6)})
    settle(folder)
    store = tmp_path / "store.duckdb"
    run(folder, store)
    scratch = run(folder, tmp_path / "scratch.duckdb", library(OTHER_LIBRARY))
    for path in folder.iterdir():
        content = path.read_bytes()
        status = path.stat()
        path.write_bytes(b"x" * len(content))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    # the stamp of the change itself tells; leave it out, to see that nothing is opened when stamps agree
    known = run_module._known(store)[1]
    stamps = {name: file.stamp for name, file in known.items()}
    corpus = open_corpus([folder])
    files = tuple(type(file)(file.name, file.path, stamps[file.name]) for file in corpus.files)
    same = type(corpus)(corpus.root, files, {})
    found = run_module._Run(library(OTHER_LIBRARY), store, run_module.Options()).over(same)
    assert (found.read, found.rematched) == (0, 6)
    assert exports(store) == scratch


def test_another_library_matches_only_the_texts_that_it_touches(tmp_path: Path) -> None:
    """A word more touches the reports that hold it; the others' rows stay, and the exports are those of a run from scratch."""
    more = "村里一次性说开邻里纠纷9起。"
    files = {f"{n}.txt": report(year=2010 + n, more=more if n == 3 else "") for n in range(6)}
    folder = write(tmp_path / "corpus", files | {"empty.txt": ""})
    with zipfile.ZipFile(folder / "two.zip", "w") as archive:
        archive.writestr("a.txt", report(year=2020))
        archive.writestr("b.txt", report(year=2021, more=more))
    store = tmp_path / "store.duckdb"
    run(folder, store)
    fresh = LIBRARY.replace("化解: [化解, 调解成功]", "化解: [化解, 调解成功, 说开]")
    assert fresh != LIBRARY
    assert summary(folder, store, fresh)[:3] == (0, 2, 5), "the other member of the archive stays, too"
    assert exports(store) == run(folder, tmp_path / "scratch.duckdb", library(fresh))
    renamed = fresh.replace("Disputes received", "Disputes taken in")
    assert renamed != fresh
    assert summary(folder, store, renamed)[1] == 0, "a name is in no row"
    assert exports(store) == run(folder, tmp_path / "renamed.duckdb", library(renamed))


def test_a_store_that_is_none_is_built_anew(tmp_path: Path) -> None:
    folder = write(tmp_path / "corpus", {"a.txt": report()})
    store = tmp_path / "store.duckdb"
    good = run(folder, store)
    store.write_bytes(b"no store at all")
    assert run(folder, store) == good
    with duckdb.connect(str(store)) as opened:
        opened.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    assert summary(folder, store)[0] == 1, "another layout is read anew"
    with duckdb.connect(str(store)) as opened:
        opened.execute("UPDATE meta SET value = 'older' WHERE key = 'readers'")
    assert summary(folder, store)[0] == 1, "other readers read anew"
    with duckdb.connect(str(store)) as opened:
        opened.execute("UPDATE meta SET value = 'older' WHERE key = 'matching'")
    assert summary(folder, store)[1] == 1, "other rules match anew"


def test_between_reports_after_a_change(tmp_path: Path) -> None:
    """A later report fills a gap until the report of the year itself arrives."""
    later = report(year=2024, more="上年排查矛盾纠纷88起。")
    folder = write(tmp_path / "corpus", {"2024.txt": later})
    store = tmp_path / "store.duckdb"
    assert ",2023,disputes_received," in run(folder, store)["observations"]
    assert ",restated," in exports(store)["observations"]
    write(folder, {"2023.txt": report(year=2023, received=90)})
    found = run(folder, store)["observations"]
    assert ",restated," not in found
    assert ",2023,disputes_received,受理纠纷,Disputes received,disputes,90," in found
    (folder / "2023.txt").unlink()
    assert ",restated," in run(folder, store)["observations"]


def test_another_library_with_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve megabytes of text pass through a writer that may hold eight times less than a large corpus needs."""
    from extract.corpus import store as store_module

    texts = {f"{n}.txt": report(year=1000 + n, more="镇里持续推进依法治理。" * 4_000) for n in range(90)}
    folder = write(tmp_path / "corpus", texts)
    store = tmp_path / "store.duckdb"
    run(folder, store)
    real = store_module.StoreWriter.__init__

    def small(self: store_module.StoreWriter, path: Path, **given: object) -> None:
        real(self, path, **{**given, "memory": "30MB"})  # type: ignore[arg-type]

    monkeypatch.setattr(store_module.StoreWriter, "__init__", small)
    monkeypatch.setattr(run_module, "_COPIED_AT_ONCE", 10)
    monkeypatch.setattr(run_module, "_FETCHED_AT_ONCE", 10)
    assert summary(folder, store, OTHER_LIBRARY)[:3] == (0, 90, 0)
