"""Pairs of reports that share a rare clause, against going through all pairs; and values many times apart."""

import random
from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest

from extract.analysis.copies import COMMON
from extract.corpus.doubts import beyond_others
from extract.corpus.shared_clauses import in_order, share_a_clause


@pytest.mark.parametrize("seed", range(4))
def test_pairs_are_those_of_the_rare_clauses(seed: int) -> None:
    draw = random.Random(seed)
    # one clause of everybody, some of few, most of one
    held = {number: {7, *(draw.randrange(1 << draw.choice((4, 9, 32))) for _ in range(4))} for number in range(1, 120)}
    looked_at = {number for number in held if draw.random() < 0.2}
    holders: dict[int, list[int]] = defaultdict(list)
    for number, clauses in held.items():
        for clause in clauses:
            holders[clause].append(number)
    want = {
        pair
        for numbers in holders.values()
        if 1 < len(numbers) <= COMMON
        for pair in combinations(sorted(numbers), 2)
        if looked_at & set(pair)
    }
    rows = [(number, clause) for number, clauses in held.items() for clause in clauses]
    numbers, clauses = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    found = share_a_clause(in_order(numbers, clauses), np.array(sorted(looked_at)))
    assert want
    assert found.tolist() == [list(pair) for pair in sorted(want)]


def test_no_reports_share_nothing() -> None:
    none = np.empty(0, dtype=np.int64)
    assert share_a_clause(in_order(none, none), none).tolist() == []
    assert share_a_clause(in_order(np.array([1, 2]), np.array([5, 6])), np.array([1, 99])).tolist() == []


@pytest.mark.parametrize("seed", range(4))
def test_values_beyond_the_others(seed: int) -> None:
    draw = random.Random(seed)
    rows = [(draw.choice((1.0, 5.0, 9.0, 80.0)), draw.random() < 0.4, draw.randrange(3), draw.choice((4, 90))) for _ in range(40)]
    groups: dict[tuple[int, int], list[float]] = defaultdict(list)
    for value, _, kind, series in rows:
        groups[kind, series].append(value)
    want = [
        ours and max(groups[kind, series]) >= 8 * min(groups[kind, series])
        and value in (min(groups[kind, series]), max(groups[kind, series]))
        for value, ours, kind, series in rows
    ]  # fmt: skip
    values, ours, kinds, series = (np.array(column) for column in zip(*rows, strict=True))
    assert any(want)
    assert beyond_others(values, ours, kinds, series).tolist() == want
