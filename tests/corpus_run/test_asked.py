"""What a store answers itself is what the functions on tables answer."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extract.analysis.audit import audit
from extract.analysis.changes import changes
from extract.analysis.compare import compare
from extract.corpus.asked import Asked
from extract.corpus.audited import audit_store
from extract.corpus.changed import changes_store
from extract.corpus.compared import compare_store
from extract.corpus.facts import store_facts
from tests.corpus_run.random_stores import LIBRARY, random_store

SEEDS = range(8)


def plain(table: pd.DataFrame, *, without: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
    """A table's rows as plain values, floats as far as sums in another order agree."""
    shown = table.drop(columns=[name for name in without if name in table]).astype(object)
    shown = shown.where(shown.notna(), None)
    return [tuple(round(c, 6) if isinstance(c, float) else c for c in row) for row in shown.itertuples(index=False, name=None)]


TOWNSHIPS = pd.DataFrame(
    {"township": ["柳0镇", "柳1镇", "柳3镇"], "county": ["甲县", "乙县", "乙县"], "population": [12000, 31000, ""],
     "villages": [9, 14, 3], "peer_group": ["a", "b", "a"]}
)  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_compare(tmp_path: Path, seed: int) -> None:
    path = random_store(tmp_path / "store.duckdb", seed)
    facts = store_facts(path, texts=False)
    for year, group, more in (
        (2023, "all", {}),
        (None, "county", {}),
        (2022, "size", {"townships": TOWNSHIPS}),
        (2024, "peers", {"peers": ["柳0镇", "柳1镇"]}),
        (2023, "peers", {"townships": TOWNSHIPS}),
        (2023, "all", {"metrics": ["disputes_resolved", "disputes_resolved_of_received"]}),
    ):
        want = compare(facts.observations, year, library=LIBRARY, reports=facts.reports, group=group, **more)
        with Asked(path) as asked:
            found = compare_store(asked, year, LIBRARY, group=group, **more)
        assert list(found.columns) == list(want.columns)
        assert plain(found) == plain(want), (year, group)


@pytest.mark.parametrize("seed", SEEDS)
def test_changes(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path = random_store(tmp_path / "store.duckdb", seed)
    facts = store_facts(path, texts=False)
    want = changes(facts.observations, facts.stated, mentions=facts.mentions, reports=facts.reports, library=LIBRARY)
    # many reports are asked about in another way than few
    for most in (0, 5_000):
        monkeypatch.setattr("extract.corpus.asked._FEW", most)
        for year in (None, 2022, 2024):
            rows = want if year is None else want[want["to_year"] == year]
            with Asked(path) as asked:
                found = changes_store(asked, year, LIBRARY)
            assert list(found.columns) == list(rows.columns)
            assert plain(found) == plain(rows), (most, year)


@pytest.mark.parametrize("seed", SEEDS)
def test_audit(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    path = random_store(tmp_path / "store.duckdb", seed)
    facts = store_facts(path)
    for most in (0, 5_000):
        monkeypatch.setattr("extract.corpus.asked._FEW", most)
        for year in (2023, 2021, None):
            want = audit(facts, LIBRARY, year=year)
            with Asked(path) as asked:
                found = audit_store(asked, year, LIBRARY)
            assert list(found.columns) == list(want.columns)
            assert plain(found) == plain(want), (most, year)
