"""Every row of the numeral corpus: exactly its figures, each with span, value, range, unit and qualifier."""

import pytest

from tests.corpus.numeral_rows import DEVELOPMENT, HELD, Row, complaint, rows
from tests.corpus.score_held import score

CORPUS = rows(DEVELOPMENT)
#: First measured 290 of 296, on rules written without any row of either file; then 291, after the kind asked of one row
#: (第三季度: a date or an ordinal?) was dropped as doubtful. Less than this is a step back.
HELD_FLOOR = 0.98


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row.name)
def test_a_row(row: Row) -> None:
    assert complaint(row) == ""


def test_the_corpora_are_large_enough_and_share_no_row() -> None:
    held = rows(HELD)
    assert len(CORPUS) >= 400
    assert len(held) >= 120
    texts = [row.text for row in CORPUS + held]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []


def test_what_is_no_figure_is_a_tenth_of_the_corpus() -> None:
    for corpus in (CORPUS, rows(HELD)):
        assert sum(not row.outcomes for row in corpus) >= len(corpus) / 10


def test_the_held_rows_are_read_as_well_as_they_were() -> None:
    passed, total, _ = score()
    assert passed >= HELD_FLOOR * total
