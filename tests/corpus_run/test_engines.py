"""Every engine gives the same bytes, and loses no report but the one that brings its process down."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.corpus.engines import choose_engine
from extract.corpus.result import extract_corpus, open_result
from extract.corpus.run import Options
from extract.errors import UsageError
from extract.reading import Document
from tests.corpus_run.corpora import exports, library, report, run, write
from tests.poison import DEEDS, left_behind, poison, poisoned
from tests.reading.office import zipped


@pytest.fixture
def with_poison(tmp_path: Path) -> Iterator[None]:
    with poisoned(tmp_path):
        yield


def healthy(count: int) -> dict[str, str]:
    return {
        f"{n:03}.txt": report(year=2000 + n % 25, received=20 + n, township=f"石{'桥河溪沟'[n // 25]}镇") for n in range(count)
    }


@pytest.mark.parametrize(
    "options", [{"engine": "serial"}, {"engine": "processes", "workers": 3}, {"engine": "dask", "workers": 2}]
)
def test_the_same_bytes(tmp_path: Path, options: dict[str, Any]) -> None:
    folder = write(tmp_path / "corpus", healthy(60) | {"empty.txt": ""})
    if options["engine"] == "dask":
        pytest.importorskip("distributed")
        done = subprocess.run(
            [sys.executable, "-c", _DASK, str(folder), str(tmp_path / "one.duckdb")], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        found = exports(tmp_path / "one.duckdb")
    else:
        found = run(folder, tmp_path / "one.duckdb", **options)
    assert found == run(folder, tmp_path / "two.duckdb", engine="serial")
    assert found["observations"].count("\n") == 121


#: in a process of its own, because the cluster's threads and warnings are not ours
_DASK = """
import sys
from collections.abc import Iterator
from pathlib import Path
from tests.corpus_run.corpora import run
if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), engine="dask", workers=2)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX systems")
@pytest.mark.usefixtures("with_poison")
def test_poison_costs_a_cluster_nothing(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    folder = write(
        tmp_path / "corpus", healthy(6) | {"003-x.rtf": poison("exits").decode(), "004-x.rtf": poison("sleeps").decode()}
    )
    command = [sys.executable, "-c", _DASK, str(folder), str(tmp_path / "one.duckdb")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [(name, issue) for name, issue, _ in _problems(tmp_path / "one.duckdb")] == [
        ("003-x.rtf", "crashed"),
        ("004-x.rtf", "too-slow"),
    ]
    assert exports(tmp_path / "one.duckdb")["reports"].count("\n") == 7


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX systems")
@pytest.mark.usefixtures("with_poison")
@pytest.mark.parametrize("options", [{"engine": "processes", "workers": 2}, {"engine": "serial"}], ids=["processes", "serial"])
def test_poison_takes_nobody_along(tmp_path: Path, options: dict[str, Any]) -> None:
    good = healthy(40)
    clean = run(write(tmp_path / "clean", good), tmp_path / "clean.duckdb", engine="serial")
    folder = write(tmp_path / "corpus", good)
    deeds = {f"{n * 3:03}-{name}.rtf": name for n, name in enumerate(DEEDS)}
    write(folder, {name: poison(deed).decode() for name, deed in deeds.items()})
    found = run(folder, tmp_path / "store.duckdb", **options)
    for table in ("observations", "mentions", "quantities", "reports"):
        assert found[table] == clean[table], table
    issues = {name: issue for name, issue, _ in _problems(tmp_path / "store.duckdb")}
    assert issues == {name: DEEDS[deed][1] for name, deed in deeds.items()}
    assert not left_behind("sleep 987")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX systems")
@pytest.mark.usefixtures("with_poison")
@pytest.mark.parametrize("engine", ["serial", "processes"])
def test_poison_in_an_archive_costs_its_own_file_alone(tmp_path: Path, engine: str) -> None:
    inside: dict[str, str | bytes] = {"a.txt": report(), "c.txt": report(year=2023), "e.txt": report(year=2022)}
    inside |= {"b.txt": poison("exits"), "d.txt": poison("sleeps"), "f.txt": poison("raises")}
    folder = write(tmp_path / "corpus", healthy(3))
    (folder / "z.zip").write_bytes(zipped(inside))
    found = run(folder, tmp_path / "store.duckdb", engine=engine)
    assert found["reports"].count("\n") == 7
    assert [(name, issue) for name, issue, _ in _problems(tmp_path / "store.duckdb")] == [
        ("z.zip!b.txt", "crashed"),
        ("z.zip!d.txt", "too-slow"),
        ("z.zip!f.txt", "damaged"),
    ]


def _problems(store: Path) -> list[tuple[str, str, str]]:
    from extract.corpus.reader import Store

    with Store(store) as opened:
        return [(str(a), str(b), str(c)) for a, b, c in opened.ask("SELECT * FROM problems ORDER BY report")]


def test_documents_in_memory() -> None:
    documents = [Document(report(year=2023, received=50), "b.txt"), Document(report(), "a.txt")]
    result = extract_corpus(documents, library())
    assert list(result.observations["report"]) == ["a.txt", "a.txt", "b.txt", "b.txt"]
    assert list(result.observations["value"]) == [124.0, 121.0, 50.0, 47.0]
    assert list(result.reports["report"]) == ["a.txt", "b.txt"]
    assert len(result.quantities) > 4
    assert result.changes.empty
    assert (result.mentions["figure"].str.len() > 0).all()


def test_choosing(tmp_path: Path) -> None:
    chosen = library()
    assert type(choose_engine(None, chosen, 3)).__name__ == "SerialEngine"
    assert type(choose_engine(None, chosen, 300)).__name__ == "ProcessEngine"
    assert type(choose_engine(None, chosen, 300, workers=1)).__name__ == "ProcessEngine"
    assert type(choose_engine(None, chosen, 3, plain=False)).__name__ == "ProcessEngine"
    for wrong in ({"name": "spark"}, {"name": "serial", "workers": 0}, {"name": "serial", "scheduler": "tcp://x"}):
        with pytest.raises(UsageError):
            choose_engine(wrong.pop("name"), chosen, 3, **wrong)  # type: ignore[arg-type]


def test_hash_seeds_and_zones(tmp_path: Path) -> None:
    folder = write(tmp_path / "corpus", healthy(8))
    seen = set()
    for number, (seed, zone) in enumerate([("0", "UTC"), ("1", "Asia/Shanghai"), ("77", "America/New_York")]):
        place = tmp_path / f"{number}.csv"
        subprocess.run(
            [sys.executable, "-m", "extract.cli", "extract", str(folder), "--mentions", str(place), "-o", str(place) + "o.csv"],
            env=dict(os.environ, PYTHONHASHSEED=seed, TZ=zone),
            check=True,
            capture_output=True,
        )
        seen.add(place.read_bytes())
    assert len(seen) == 1


def test_a_rule_that_breaks_stops_one_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.matching.result import Extractor

    real = Extractor.read

    def read(self: Extractor, document: Document, overrides: object = None) -> object:
        if document.name == "001.txt":
            raise KeyError("x")
        return real(self, document, overrides)  # type: ignore[arg-type]

    monkeypatch.setattr(Extractor, "read", read)
    result = open_result([write(tmp_path / "c", healthy(3))], (), library(), tmp_path / "s.duckdb", Options())
    assert [(name, issue) for name, issue, _ in result.problems] == [("001.txt", "crashed")]
    assert list(result.reports["report"]) == ["000.txt", "002.txt"]


def test_a_worker_makes_tables_without_pandas() -> None:
    code = (
        "import sys\n"
        "from extract.corpus.engines.worker import WithoutPandas\n"
        "sys.meta_path.insert(0, WithoutPandas)\n"
        "import pyarrow\n"
        "assert pyarrow.array(['a', None], pyarrow.string()).to_pylist() == ['a', None]\n"
        "print('pandas' in sys.modules)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert said.stdout == "False\n"
