"""A sample of every promise of docs/reliability.md; in full they are `make reliability`."""

from pathlib import Path

import pytest

from reliability.row import Row, Trial
from reliability.rows import ROWS

SAMPLED = [row for row in ROWS if row.sampled]


@pytest.mark.parametrize("row", SAMPLED, ids=[row.name for row in SAMPLED])
def test_the_promise_is_kept(row: Row, tmp_path: Path, record_property: pytest.FixtureRequest) -> None:
    outcome = row.run(Trial(full=False, place=tmp_path))
    assert outcome.broken == []
    assert outcome.figures, "a promise is tried by measuring something"


def test_every_goal_has_its_row() -> None:
    assert [row.name for row in ROWS if row.name[0] == "R"] == [f"R{number}" for number in range(1, 21)]
    assert all(row.where for row in ROWS if not row.sampled), "what is not sampled here is sampled elsewhere"


def test_every_promise_stands_in_the_documentation() -> None:
    text = (Path(__file__).parents[2] / "docs" / "reliability.md").read_text(encoding="utf-8")
    assert [row.name for row in ROWS if f"| {row.name} |" not in text] == []
