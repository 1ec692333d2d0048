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
from extract.corpus.reviews import Decided
from tests.corpus_run.random_stores import LIBRARY, random_store


def plain(table: pd.DataFrame, *, without: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
    """A table's rows as plain values, floats as far as sums in another order agree."""
    shown = table.drop(columns=[name for name in without if name in table]).astype(object)
    shown = shown.where(shown.notna(), None)
    return [tuple(round(c, 6) if isinstance(c, float) else c for c in row) for row in shown.itertuples(index=False, name=None)]


TOWNSHIPS = pd.DataFrame(
    {"township": ["柳0镇", "柳1镇", "柳3镇"], "county": ["甲县", "乙县", "乙县"], "population": [12000, 31000, ""],
     "villages": [9, 14, 3], "peer_group": ["a", "b", "a"]}
)  # fmt: skip


@pytest.mark.parametrize(
    ("seed", "year", "group", "more"),
    [
        (0, 2023, "all", {}),
        (1, None, "county", {}),
        (2, 2022, "size", {"townships": TOWNSHIPS}),
        (3, 2024, "peers", {"peers": ["柳0镇", "柳1镇"]}),
        (4, 2023, "peers", {"townships": TOWNSHIPS}),
        (5, 2023, "all", {"metrics": ["disputes_resolved", "disputes_resolved_of_received"]}),
    ],
)
def test_compare(tmp_path: Path, seed: int, year: int | None, group: str, more: dict[str, Any]) -> None:
    path = random_store(tmp_path / "store.duckdb", seed)
    facts = store_facts(path, texts=False)
    want = compare(facts.observations, year, library=LIBRARY, reports=facts.reports, group=group, **more)
    with Asked(path) as asked:
        found = compare_store(asked, year, LIBRARY, group=group, **more)
    assert list(found.columns) == list(want.columns)
    assert len(want)
    assert plain(found) == plain(want)


#: many reports are asked about in another way than few
@pytest.mark.parametrize(("seed", "year", "most"), [(0, 2022, 0), (1, None, 5_000), (2, 2024, 5_000), (3, 2023, 0)])
def test_changes(tmp_path: Path, seed: int, year: int | None, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.corpus.asked._FEW", most)
    path = random_store(tmp_path / "store.duckdb", seed)
    facts = store_facts(path, texts=False)
    want = changes(facts.observations, facts.stated, mentions=facts.mentions, reports=facts.reports, library=LIBRARY)
    want = want if year is None else want[want["to_year"] == year]
    with Asked(path) as asked:
        found = changes_store(asked, year, LIBRARY)
    assert list(found.columns) == list(want.columns)
    assert set(want["origin"]) == {"computed", "stated"}
    assert plain(found) == plain(want)


@pytest.mark.parametrize(
    ("seed", "year", "most", "texts"), [(0, 2023, 0, 20_000), (1, 2023, 5_000, 4), (2, None, 0, 20_000), (3, 2023, 0, 0)]
)
def test_audit(tmp_path: Path, seed: int, year: int | None, most: int, texts: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.corpus.asked._FEW", most)
    monkeypatch.setattr("extract.corpus.held_texts._MOST", texts)
    # many statements are doubted before they are judged
    monkeypatch.setattr("extract.corpus.changed._FEW", 100 if most else 0)
    path = random_store(tmp_path / "store.duckdb", seed)
    want = audit(store_facts(path), LIBRARY, year=year)
    with Asked(path) as asked:
        found = audit_store(asked, year, LIBRARY)
    assert list(found.columns) == list(want.columns)
    assert want["kind"].nunique() > 5
    assert plain(found) == plain(want)


def test_what_was_decided_lies_over_every_answer(tmp_path: Path) -> None:
    path = random_store(tmp_path / "store.duckdb", 6)
    facts = store_facts(path)
    held = facts.observations.merge(facts.reports[["report", "sha256"]], on="report")
    rows = held[held["year"] == 2023].sort_values("id").head(12).to_dict("records")
    reviews = pd.DataFrame(
        [
            {column: row[column] for column in ("sha256", "start", "end", "metric", "year")}
            | {
                "figure": "",
                "action": ("corrected", "rejected", "accepted")[n % 3],
                "value": "77",
                "note": "",
                "who": "",
                "when": "",
            }
            for n, row in enumerate(rows)
        ]
    )
    Decided(path, reviews).facts(facts)
    given: dict[str, Any] = {"library": LIBRARY, "reports": facts.reports}
    with Asked(path, reviews=reviews) as asked:
        compared, changed = compare_store(asked, 2023, LIBRARY), changes_store(asked, 2023, LIBRARY)
    want = changes(facts.observations, facts.stated, mentions=facts.mentions, **given)
    assert "reviewed" in set(compared["resolution"])
    assert plain(compared) == plain(compare(facts.observations, 2023, **given))
    assert plain(changed) == plain(want[want["to_year"] == 2023])
