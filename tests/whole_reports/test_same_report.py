"""A report states the same whatever its layout, its characters and the writing of its numbers."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache

import pytest

from extract.matching.result import ReportResult
from tests.matching.whole_reports import read_report
from tests.whole_reports.changes import CHANGES, Change
from tests.whole_reports.texts import texts

Statement = tuple[object, ...]
#: what is known to change, and why; whoever mends one takes it out
KNOWN: set[tuple[str, str]] = {
    # a page that ends between 规范性文件0件 and what it is a part of hides the whole from it, and a change from its count
    ("page_ends_anywhere", "develop/220-wuninglu"),
    # a page that ends behind the label of a bullet leaves its figure without one
    ("page_ends_anywhere", "develop/223-xinggangji"),
    # a sentence of half a page in which a plan begins far before: where it is cut decides whether 6处 is planned
    ("page_ends_in_sentences", "develop/211-dadikou"),
}


def stated(result: ReportResult) -> Counter[Statement]:
    """What a report states, whoever reads it, however it is written."""
    who = result.identity
    found: Counter[Statement] = Counter({("identity", who.township, who.county, who.year): 1})
    for m in result.reading.mentions:
        found[(m.metric.id, m.value, m.high, m.qualifier, m.unit, m.period.year, m.period.basis, m.scope)] += 1
    for c in result.reading.changes:
        found[("change", c.metric.id, c.direction, c.amount, c.unit, c.from_year, c.to_year)] += 1
    return found


@cache
def _unchanged(name: str) -> Counter[Statement]:
    """What the text states as it is: every change is held against it."""
    return stated(read_report(texts()[name]))


def differences(change: Change, name: str, seed: int = 0) -> list[str]:
    """What is stated only before or only after the change, one line each."""
    before = _unchanged(name)
    after = stated(read_report(change(texts()[name], random.Random(f"{name} {seed}"))))
    return [f"lost {key}" for key in (before - after).elements()] + [f"new {key}" for key in (after - before).elements()]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_changes_nothing(change: Change) -> None:
    """Every third report here, by turns; the full search, of all with many seeds, is `make reliability`."""
    third = list(texts())[CHANGES.index(change) % 3 :: 3]
    found = {name: differences(change, name) for name in third}
    known = {name for kind, name in KNOWN if kind == change.__name__}
    assert {name: lines for name, lines in found.items() if lines and name not in known} == {}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_change_is_one(change: Change) -> None:
    changed = sum(change(text, random.Random(name)) != text for name, text in texts().items())
    assert changed >= 9
