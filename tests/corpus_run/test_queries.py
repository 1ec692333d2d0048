"""The questions that pages ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.corpus import queries
from extract.corpus.queries import Filter
from extract.corpus.reader import Store
from tests.corpus_run.corpora import report, run, write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    files = {}
    identity = ["report,township,county,city,province,year"]
    for town, (name, county, province) in enumerate(
        [("石桥镇", "甲县", "东省"), ("石桥镇", "乙县", "东省"), ("柳河乡", "丙县", "西省")]
    ):
        for year in (2022, 2023, 2024):
            file = f"{town}-{year}.txt"
            files[file] = report(name, year, received=100 * (town + 1) + (year - 2022) * 7)
            identity.append(f"{file},{name},{county},,{province},{year}")
    folder = write(tmp_path / "corpus", files | {"identity.csv": "\n".join(identity) + "\n"})
    run(folder, tmp_path / "store.duckdb")
    with Store(tmp_path / "store.duckdb") as opened:
        yield opened


def test_townships(store: Store) -> None:
    found = queries.find_townships(store, "石桥 乙县").to_pylist()
    assert [(town["township"], town["county"], town["reports"], town["first_year"]) for town in found] == [
        ("石桥镇", "乙县", 3, 2022)
    ]
    assert len(queries.find_townships(store)) == 3
    assert len(queries.find_townships(store, limit=2)) == 2
    assert len(queries.find_townships(store, "100%")) == 0


def test_facts(store: Store) -> None:
    found = queries.facts(store, Filter(metrics=["disputes_received"], years=[2023], provinces=["东省"])).to_pylist()
    assert [(row["county"], row["value"], row["comparable"]) for row in found] == [("乙县", 207.0, True), ("甲县", 107.0, True)]
    assert len(queries.facts(store, Filter())) == 18
    assert len(queries.facts(store, Filter(counties=["丙县"], places=["无"]))) == 0


def test_spread_and_coverage(store: Store) -> None:
    whole = queries.metric_years(store, "disputes_received").to_pylist()
    assert [(row["year"], row["townships"], row["median"], row["total"]) for row in whole] == [
        (2022, 3, 200.0, 600.0),
        (2023, 3, 207.0, 621.0),
        (2024, 3, 214.0, 642.0),
    ]
    east = queries.metric_years(store, "disputes_received", "东省").to_pylist()
    assert [row["townships"] for row in east] == [2, 2, 2]
    assert [row["townships"] for row in queries.coverage(store).to_pylist()] == [2, 2, 2, 1, 1, 1]
    assert len(queries.coverage(store, ["西省"])) == 3


def test_movers(store: Store) -> None:
    found = queries.largest_movers(store, "disputes_received", 2024, Filter(provinces=["东省"])).to_pylist()
    assert [(row["county"], row["value_from"], row["value_to"], row["change"]) for row in found] == [
        ("乙县", 207.0, 214.0, 7.0),
        ("甲县", 107.0, 114.0, 7.0),
    ]


def test_one_key_leads_to_the_sentence(store: Store) -> None:
    [row] = queries.facts(store, Filter(metrics=["disputes_received"], years=[2023], counties=["乙县"])).to_pylist()
    found = queries.observation(store, row["id"])
    assert found is not None
    assert found["figure"] == "207起"
    assert found["figure"] in found["sentence"]
    assert queries.observation(store, "none") is None
    table = queries.observations(store, Filter(metrics=["disputes_received"], counties=["乙县"]))
    assert list(table["value"]) == [200.0, 207.0, 214.0]
    assert row["id"] in set(table["id"])
