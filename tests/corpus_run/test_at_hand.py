"""What is compared at hand is what the functions on tables say."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from extract.analysis.changes import changes
from extract.analysis.compare import compare
from extract.analysis.movers import movers
from extract.analysis.places import WHO
from extract.corpus.at_hand import AtHand
from extract.corpus.facts import StoreFacts, store_facts
from extract.corpus.reviews import Decided
from extract.errors import UsageError
from extract.exporting.contents import with_texts
from tests.corpus_run.random_stores import LIBRARY, random_store
from tests.corpus_run.test_asked import TOWNSHIPS, plain


def _facts(folder: Path, seed: int) -> StoreFacts:
    return store_facts(random_store(folder / "store.duckdb", seed))


@pytest.mark.parametrize(
    ("seed", "group", "townships"),
    [(0, "all", None), (1, "county", None), (2, "size", TOWNSHIPS), (3, "size", None), (4, "peers", TOWNSHIPS)],
)
def test_compared(tmp_path: Path, seed: int, group: str, townships: pd.DataFrame | None) -> None:
    facts = _facts(tmp_path, seed)
    observations = with_texts(facts, facts.observations)
    want = compare(observations, library=LIBRARY, reports=facts.reports, group=group, townships=townships)
    found = AtHand(observations, facts.reports, LIBRARY).compared(group, townships)
    assert list(found.columns) == list(want.columns)
    assert len(want)
    assert want["sentence"].ne("").any()
    assert plain(found) == plain(want)


def test_a_value_of_two_reports_is_that_of_the_year_itself(tmp_path: Path) -> None:
    facts = _facts(tmp_path, 5)
    later = facts.reports[facts.reports["year"] == 2024].iloc[0]
    rows = facts.observations.merge(facts.reports[["report", *WHO, "year"]], on=["report", *WHO], suffixes=("", "_filed"))
    mine = (rows["year"] == rows["year_filed"]) & (rows["year"] < 2024) & (rows[WHO] == later[WHO]).all(axis=1)
    own = rows[mine].iloc[[0]]
    again = own.drop(columns="year_filed").assign(report=later["report"], id="0" * 16, value=7.0)
    twice = pd.concat([facts.observations, again], ignore_index=True)
    want = compare(twice, library=LIBRARY, reports=facts.reports)
    found = AtHand(twice, facts.reports, LIBRARY).compared()
    assert own["id"].iloc[0] in set(found["id"])
    assert "0" * 16 not in set(found["id"])
    assert plain(found) == plain(want)


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_movers(tmp_path: Path, year: int) -> None:
    facts = _facts(tmp_path, year)
    told = changes(facts.observations, facts.stated, mentions=facts.mentions, reports=facts.reports, library=LIBRARY)
    want = movers(told, year)
    assert len(want)
    assert plain(movers(AtHand(facts.observations, facts.reports, LIBRARY).moved(), year)) == plain(want)


def test_what_was_decided_is_compared(tmp_path: Path) -> None:
    facts = _facts(tmp_path, 6)
    held = facts.observations.merge(facts.reports[["report", "sha256"]], on="report")
    given: list[dict[str, Any]] = [
        {column: row[column] for column in ("sha256", "start", "end", "metric", "year")}
        | {"figure": "", "action": ("corrected", "rejected")[n % 2], "value": "77", "note": "", "who": "", "when": ""}
        for n, row in enumerate(held.sort_values("id").head(8).to_dict("records"))
    ]
    Decided(facts.path, pd.DataFrame(given)).facts(facts)
    found = AtHand(facts.observations, facts.reports, LIBRARY).compared()
    assert "reviewed" in set(found["resolution"])
    assert plain(found) == plain(compare(facts.observations, library=LIBRARY, reports=facts.reports))


def test_nothing_at_hand(tmp_path: Path) -> None:
    facts = _facts(tmp_path, 7)
    held = AtHand(facts.observations.iloc[:0], facts.reports.iloc[:0], LIBRARY)
    assert held.compared().empty
    assert movers(held.moved()).empty


def test_peers_need_a_column(tmp_path: Path) -> None:
    facts = _facts(tmp_path, 8)
    with pytest.raises(UsageError, match="peer_group"):
        AtHand(facts.observations, facts.reports, LIBRARY).compared("peers")
