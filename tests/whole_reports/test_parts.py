"""A report states the same in any order of its sections, beside another one, and as a plan nothing that was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.whole_reports.parts import WAYS, paragraphs, sectioned


def test_enough_reports_can_be_taken_apart() -> None:
    assert len(sectioned()) >= 30
    assert sum(len(paragraphs(name)) > 5 for name in sectioned()) >= 10


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_parts_state_what_they_state(way: Callable[[str, int], list[str]]) -> None:
    """The full search, with many seeds, is `make reliability`."""
    found = {name: way(name, 0) for name in sectioned()}
    assert {name: lines for name, lines in found.items() if lines} == {}
