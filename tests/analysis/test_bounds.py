"""What printed values leave open."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.analysis.bounds import bounds, bounds_once, decimals, edges, overlap, printed, printed_once

INTERVALS = [
    (20, None, "over", False, 20, 30),
    (1200, None, "over", False, 1200, 1320),
    (26, None, "exact", False, 26, 26),
    (12000, None, "exact", False, 11500, 12500),
    (412345, None, "exact", False, 412345, 412345),
    (50, None, "nearly", False, 40, 50),
    (100, None, "about", False, 50, 150),
    (20, 30, "exact", False, 20, 30),
    (98, None, "over", True, 98, 100),
    (5, None, "over", False, 5, 6),
]


@pytest.mark.parametrize(("value", "high", "qualifier", "rate", "low", "most"), INTERVALS)
def test_interval(value: float, high: float | None, qualifier: str, rate: bool, low: float, most: float) -> None:
    least, largest = bounds([value], [np.nan if high is None else high], [qualifier], rate=rate)
    assert least[0] == pytest.approx(low)
    assert largest[0] == pytest.approx(most)


@pytest.mark.parametrize(
    ("said", "true", "fits"),
    [(98.3, 98.33, True), (98.3, 98.39, True), (98.3, 98.42, False), (98, 98.9, True), (100, 99.6, True)],
)
def test_a_percentage_was_rounded_or_cut_off(said: float, true: float, fits: bool) -> None:
    low, most = printed(np.array([said]), ["exact"])
    assert bool(low[0] <= true <= most[0]) is fits


def test_decimals_are_those_of_the_number() -> None:
    assert decimals(np.array([97.0, 97.5, 97.25, 97.125])).tolist() == [0, 1, 2, 3]


def test_intervals_that_touch_overlap() -> None:
    assert overlap(np.array([1.0]), np.array([2.0]), np.array([2.0]), np.array([3.0])).tolist() == [True]
    assert overlap(np.array([1.0]), np.array([2.0]), np.array([2.1]), np.array([3.0])).tolist() == [False]


SAID = st.one_of(
    st.decimals(0, 120, places=1), st.decimals(0, 120, places=5), st.integers(0, 10**30), st.floats(0, 1e300), st.just(1e400)
).map(float)


@given(said=SAID, over=st.booleans())
def test_one_percentage_leaves_open_what_an_array_of_one_does(said: float, over: bool) -> None:
    with np.errstate(over="ignore", invalid="ignore"):
        low, most = printed(np.array([said]), ["over" if over else "exact"])
    assert printed_once(said, over=over) == (low[0], most[0])


def test_one_value_is_bounded_as_many_are() -> None:
    values = [0.0, 0.5, 3.0, 9.0, 10.0, 17.0, 20.0, 1_200.0, 9_999.0, 10_000.0, 12_345.0, 12_300.0, 3.6e8, 98.25, float("nan")]
    words = ["exact", "about", "nearly", "over"]
    rows = [
        {"value": value, "value_high": high, "qualifier": word}
        for value in values
        for word in words
        for high in (None, float("nan"), 4.0, value * 2)
    ]
    columns = [[row[name] for row in rows] for name in ("value", "value_high", "qualifier")]
    want = bounds(*columns)
    once = np.array([bounds_once(*row.values()) for row in rows])
    np.testing.assert_array_equal(once[:, 0], want[0])
    np.testing.assert_array_equal(once[:, 1], want[1])
    np.testing.assert_array_equal(np.array(edges(rows)), np.array(want))
    assert [len(side) for side in edges([])] == [0, 0]
