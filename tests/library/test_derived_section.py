"""The section `derived`: what is computed, and every mistake named with its place."""

import pytest

from extract.errors import LibraryError
from extract.library import load_library
from extract.library.load import load_library_text

LIBRARY = """version: 1
categories:
  disputes: {zh: 纠纷, en: Disputes}
words:
  acts:
    化解: [化解]
    排查: [排查]
metrics:
  found:
    zh: 排查
    en: Found
    category: disputes
    unit: 件
    patterns: [<排查> N]
  settled:
    zh: 化解
    en: Settled
    category: disputes
    unit: 件
    patterns: [<化解> N]
derived:
  settled_of_found:
    zh: 化解比例
    en: Settled of those found
    category: disputes
    unit: "%"
"""
GOOD = LIBRARY + "    share: [settled, found]\n"

MISTAKES = [
    ("", "0 of the keys share, ratio, first, sum are there"),
    ("    share: [settled]\n", "'share' names 1. Allowed: two metrics"),
    ("    sum: [settled]\n", "'sum' names 1. Allowed: two metrics or more"),
    ("    ratio: [settled, fond]\n", "no metric is called 'fond' in 'ratio'. Fix: did you mean 'found'"),
    ("    sum: [settled, found]\n    first: [settled, found]\n", "2 of the keys"),
    ("    share: [settled, found]\n    agrees: [rate]\n", "no metric is called 'rate' in 'agrees'"),
    ("    share: [settled, found]\n    shares: [settled, found]\n", "unknown key 'shares'"),
    ("    better: most\n    share: [settled, found]\n", "'better' is 'most'"),
    ("    share: settled\n", "'share' is text, not a list"),
    (
        "    share: [settled, found]\n  found:\n    zh: 又\n    en: Again\n    category: x\n    unit: 件\n",
        "is a metric already, on line 9",
    ),
]


def test_the_computed_metric_is_read() -> None:
    derived = load_library_text(GOOD).derived["settled_of_found"]
    assert (derived.operation, derived.operands, derived.unit) == ("share", ("settled", "found"), "%")


@pytest.mark.parametrize(("end", "message"), MISTAKES)
def test_a_mistake_is_named(end: str, message: str) -> None:
    with pytest.raises(LibraryError) as caught:
        load_library_text(LIBRARY + end)
    assert message in str(caught.value)


def test_it_changes_no_row_and_so_not_the_hash() -> None:
    assert load_library_text(GOOD).hash == load_library_text(GOOD[: GOOD.index("derived:")]).hash


def test_the_projects_own_section_computes_from_metrics_it_has() -> None:
    library = load_library()
    assert library.derived
    assert all(operand in library.metrics for derived in library.derived.values() for operand in derived.operands)
