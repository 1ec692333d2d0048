"""The second corpus: every planted contradiction is found and nothing else, and every stated change is read."""

from collections import Counter
from pathlib import Path

import pytest

from extract.analysis.audit import audit
from extract.analysis.facts import Facts
from extract.library import load_library
from extract.matching.result import Extractor
from extract.reading.document import Document
from tests.planted import SCORES
from tests.second_corpus.score import CORPUS

PLANTED, REPORTS = CORPUS.planted, CORPUS.reports


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return CORPUS.scored(tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize("what", SCORES)
def test_the_corpus_is_read_as_it_was_planted(scored: dict[str, list[str]], what: str) -> None:
    assert scored[what] == []


def test_what_is_planted_stands_in_its_report() -> None:
    for plant in PLANTED:
        assert REPORTS[plant["report"]].text.count(plant["sentence"]) == 1
        assert plant.get("other", plant["report"]) in REPORTS
    assert len(PLANTED) >= 25
    assert len({plant["kind"] for plant in PLANTED}) == 15
    assert sum(len(report.changes) for report in REPORTS.values()) >= 30


def test_six_townships_hand_in_three_years() -> None:
    copies = {plant["report"] for plant in PLANTED if plant["kind"] == "same_report"}
    years = Counter(name.split("-")[0] for name in REPORTS if name not in copies)
    assert sorted(years.values()) == [3] * 6


def test_the_store_and_the_reports_in_memory_are_audited_alike(tmp_path: Path) -> None:
    library = load_library()
    result, paths = CORPUS.read(tmp_path)
    extractor = Extractor(library)
    read_here = [
        extractor.read(Document(REPORTS[name].text, name=path, sha256=path), dict(result_identity(result, path)))
        for name, path in paths.items()
    ]
    columns = ["kind", "report", "metric", "start", "other_report"]
    here, stored = (audit(facts, library)[columns].to_dict("records") for facts in (Facts.of(read_here), Facts.of(result)))
    assert here == stored


def result_identity(result: object, path: str) -> dict[str, str]:
    reports = result.reports.set_index("report")  # type: ignore[attr-defined]
    return {column: str(reports.at[path, column]) for column in ("township", "county", "province")}
