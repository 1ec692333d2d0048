"""The third corpus: every planted contradiction is found, nothing that only looks like one, and every stated change is read."""

from collections import Counter

import pytest
import yaml

from tests.planted import SCORES
from tests.third_corpus.score import CORPUS

SOUND: list[dict[str, str]] = yaml.safe_load((CORPUS.home / "sound.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return CORPUS.scored(tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize("what", SCORES)
def test_the_corpus_is_read_as_it_was_planted(scored: dict[str, list[str]], what: str) -> None:
    assert scored[what] == []


def test_what_is_planted_and_what_is_sound_stands_in_its_report() -> None:
    for sentence in [*CORPUS.planted, *SOUND]:
        assert CORPUS.reports[sentence["report"]].text.count(sentence["sentence"]) == 1, sentence
        assert sentence.get("other", sentence["report"]) in CORPUS.reports
    assert len({plant["kind"] for plant in CORPUS.planted}) == 16
    assert (len(CORPUS.planted), len(SOUND)) >= (30, 30)


def test_eight_townships_hand_in_three_years() -> None:
    years = Counter(name.split("-")[0] for name in CORPUS.reports if not name.endswith("-again"))
    assert sorted(years.values()) == [3] * 8
