"""Partitioned Parquet, read back by what users read it with."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from extract.corpus.partitions import write_partitions
from extract.corpus.reader import Store, columns_of
from extract.corpus.reviews import Decided
from extract.errors import WriteError
from tests.corpus_run.corpora import report, run, write


@pytest.fixture
def store(tmp_path: Path) -> Path:
    files = {f"{n}.txt": report(year=2020 + n % 3, received=50 + n, township=f"石{'桥河'[n // 3]}镇") for n in range(6)}
    identity = "report,township,county,city,province,year\n0.txt,石桥镇,甲县,,甲 省/乙,\n1.txt,石桥镇,甲县,,甲 省/乙,\n"
    folder = write(tmp_path / "corpus", files | {"identity.csv": identity})
    run(folder, tmp_path / "store.duckdb")
    return tmp_path / "store.duckdb"


def test_read_back(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert write_partitions(store, folder) == 12
    assert write_partitions(store, folder) == 12, "an earlier export is replaced"
    table = pd.read_parquet(folder)
    with Store(store) as opened:
        rows = list(opened.rows("observations"))
    key, year, value, report_column = 0, 6, 11, 19
    expected = sorted((str(row[key]), row[year], float(str(row[value])), row[report_column]) for row in rows)
    assert sorted(zip(table["id"], table["year"].astype(int), table["value"], table["report"], strict=True)) == expected
    assert set(table["province"]) == {"甲 省/乙", "unknown"}
    files = f"read_parquet('{folder}/*/*/*.parquet', hive_partitioning = true)"
    with duckdb.connect() as asking:
        found = asking.execute(f"SELECT province, count(*), sum(year) FROM {files} GROUP BY 1 ORDER BY 2").fetchall()
    assert found == [("甲 省/乙", 4, 8082), ("unknown", 8, 16170)]


def test_the_same_bytes(store: Path, tmp_path: Path) -> None:
    contents = []
    for name in ("one", "two"):
        write_partitions(store, tmp_path / name)
        contents.append({p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*.parquet")})
    assert contents[0] == contents[1]


def test_other_folders_are_left_alone(store: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "mine", {"letter.txt": "x"})
    with pytest.raises(WriteError, match="holds other files"):
        write_partitions(store, folder)
    assert (folder / "letter.txt").read_text(encoding="utf-8") == "x"
    with pytest.raises(WriteError, match="is a file"):
        write_partitions(store, folder / "letter.txt")


def test_what_was_decided_is_in_them(store: Path, tmp_path: Path) -> None:
    with Store(store) as opened:
        rows = list(opened.rows("observations"))
        hashes = dict(opened.ask("SELECT report, sha256 FROM reports"))
    columns = columns_of("observations")
    row = dict(zip(columns, rows[0], strict=True))
    review = {"sha256": hashes[str(row["report"])], "action": "corrected", "value": "7", "note": "", "who": "李", "when": ""}
    review |= {column: row[column] for column in ("start", "end", "figure", "metric", "year")}
    write_partitions(store, tmp_path / "out", Decided(store, pd.DataFrame([review])))
    table = pd.read_parquet(tmp_path / "out").set_index("id")
    assert table.loc[row["id"], ["value", "resolution"]].tolist() == [7.0, "reviewed"]
    assert len(table) == len(rows)
