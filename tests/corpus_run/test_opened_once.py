"""A store opened once for many questions, and what is kept of it."""

from pathlib import Path

import duckdb
import pytest

from extract.analysis.facts import AROUND
from extract.corpus import facts as held
from extract.corpus import reader
from extract.corpus.facts import store_facts
from extract.corpus.reader import Store, opened_once
from tests.corpus_run.corpora import report, run, write


@pytest.fixture
def store(tmp_path: Path) -> Path:
    run(write(tmp_path / "corpus", {"a.txt": report("石桥镇", 2023, received=41)}), tmp_path / "store.duckdb")
    return tmp_path / "store.duckdb"


def test_a_store_is_opened_once_within_the_block(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    real = reader.open_read_only

    def counted(path: Path, memory: str = "") -> duckdb.DuckDBPyConnection:
        opened.append(path)
        return real(path, memory)

    monkeypatch.setattr(reader, "open_read_only", counted)
    with opened_once(store):
        for _ in range(3):
            with Store(store) as one, Store(str(store)) as other:
                one.choose("TRUE")
                # what one question makes for itself no other sees
                with pytest.raises(duckdb.CatalogException):
                    other.ask_own("SELECT * FROM chosen")
                assert one.ask("SELECT count(*) FROM reports") == other.ask("SELECT count(*) FROM reports") == [(1,)]
                with pytest.raises(duckdb.Error):
                    other.run("SET enable_external_access = true")
    assert len(opened) == 1
    with Store(store):
        pass
    assert len(opened) == 2


def test_a_store_published_meanwhile_is_opened_anew(store: Path, tmp_path: Path) -> None:
    later = write(tmp_path / "later", {f"{n}.txt": report("石桥镇", 2020 + n, received=41) for n in range(3)})
    run(later, tmp_path / "later.duckdb")
    with opened_once(store):
        with Store(store) as asked:
            assert asked.ask("SELECT count(*) FROM reports") == [(1,)]
        (tmp_path / "later.duckdb").replace(store)
        with Store(store) as asked:
            assert asked.ask("SELECT count(*) FROM reports") == [(3,)]


def test_sentences_are_the_same_whether_texts_are_kept_or_asked_for(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = store_facts(store)
    monkeypatch.setattr(held, "_FEW", 0)
    asked = store_facts(store)
    assert kept.texts
    assert not asked.texts
    places = asked.mentions[["report", "start"]]
    assert len(places) > 0
    assert kept.quotes(places).tolist() == asked.quotes(places).tolist()
    assert all(kept.quotes(places))
    assert kept.around(places).tolist() == asked.around(places).tolist()
    assert max(kept.around(places).str.len()) <= 2 * AROUND
    for pattern in held.SENTENCES:
        assert kept.written(pattern)["sentence"].tolist() == asked.written(pattern)["sentence"].tolist()
