"""What a printed value leaves open: the interval that a qualified or rounded figure stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

#: a value from here on whose last digits are zeros may have been rounded to them: 1.2万 is anything that rounds to it
_ROUNDED_FROM, _ROUNDED_STEP = 10_000, 100
#: a number from here on is whole
_NO_DECIMALS = 2.0**53
_NAN = float("nan")
#: what `about` may be off by, and the least room that an open qualifier has, as shares of the value
_ABOUT, _OPEN = 0.1, 0.1


def step(values: Numbers) -> Numbers:
    """The weight of the last digit that is not zero; 20余 is less than 30, 1200余 less than 1300.

    >>> step(np.array([20.0, 1200.0, 17.0])).tolist()
    [10.0, 100.0, 1.0]
    """
    found = np.ones_like(values)
    for power in range(1, 10):
        found = np.where((values != 0) & (values % 10**power == 0), float(10**power), found)
    return found


def bounds(value: Any, high: Any, qualifier: Any, *, rate: Any = False) -> tuple[Numbers, Numbers]:
    """The least and the most that the printed values may mean, element by element; `rate` marks percentages.

    >>> low, most = bounds([20, 26, 95], [None, None, None], ["over", "exact", "nearly"])
    >>> low.tolist(), most.tolist()
    ([20.0, 26.0, 90.0], [30.0, 26.0, 95.0])
    """
    values = np.asarray(value, dtype=np.float64)
    highs = np.asarray(high, dtype=np.float64)
    words = np.asarray(qualifier, dtype=object)
    rates = np.broadcast_to(np.asarray(rate, dtype=bool), values.shape)
    last = step(values)
    room = np.where(rates, np.maximum(1.0, 0.05 * values), np.maximum(np.where(values < 10, 1.0, last), _OPEN * values))
    rounded = np.where((values >= _ROUNDED_FROM) & (last >= _ROUNDED_STEP), last / 2, 0.0)
    about = np.maximum(_ABOUT * values, np.where(rates, 1.0, last / 2))
    low = values - np.select([words == "nearly", words == "about"], [room, about], rounded)
    most = values + np.select([words == "over", words == "about"], [room, about], rounded)
    most = np.where(np.isnan(highs), most, np.maximum(most, highs))
    return low, np.where(rates & (words == "over"), np.minimum(most, np.maximum(values, 100.0)), most)


def decimals(values: Numbers) -> Numbers:
    """How many decimals a printed value shows, as far as its number tells.

    >>> decimals(np.array([97.0, 97.6, 97.62])).tolist()
    [0.0, 1.0, 2.0]
    """
    found = np.full(values.shape, 4.0)
    for places in (3, 2, 1, 0):
        found = np.where(np.abs(values * 10**places - np.round(values * 10**places)) < 1e-6, float(places), found)
    return found


def printed(values: Numbers, qualifier: Any) -> tuple[Numbers, Numbers]:
    """The interval that a computed percentage was rounded from, or cut off from: 98.3 is anything in [98.25, 98.4)."""
    unit = 10.0 ** -decimals(values)
    words = np.asarray(qualifier, dtype=object)
    slack = np.maximum(unit, 0.1 * np.abs(values))
    low = values - np.select([words == "nearly", words == "about"], [slack, slack], unit / 2)
    most = values + np.select([words == "over", words == "about"], [np.maximum(slack, 1.0), slack], unit - 1e-6)
    return low - 1e-9, most


def printed_once(value: float, *, over: bool) -> tuple[float, float]:
    """`printed` for one value that is exact or `over`, without an array, which takes fifty times as long to make.

    >>> printed_once(98.3, over=False) == tuple(side[0] for side in printed(np.array([98.3]), ["exact"]))
    True
    """
    places = next((n for n in range(4) if value >= _NO_DECIMALS or abs(value * 10**n - round(value * 10**n)) < 1e-6), 4)
    unit = 10.0**-places
    room = max(unit, 0.1 * abs(value), 1.0) if over else unit - 1e-6
    return value - unit / 2 - 1e-9, value + room


def overlap(low: Any, most: Any, other_low: Any, other_most: Any) -> NDArray[np.bool_]:
    """Where two intervals have a value in common."""
    return np.asarray((low <= other_most + 1e-9) & (other_low <= most + 1e-9), dtype=bool)


def bounds_once(value: float, high: float | None, qualifier: str) -> tuple[float, float]:
    """`bounds` for one value that is no percentage, without an array, which takes fifty times as long to make.

    >>> bounds_once(12_300.0, None, "exact"), bounds_once(95.0, float("nan"), "nearly")
    ((12250.0, 12350.0), (85.5, 95.0))
    """
    if _missing(value):
        return _NAN, _NAN
    last = 1.0
    for power in range(1, 10):
        if value != 0 and value % 10**power == 0:
            last = float(10**power)
    off = last / 2 if value >= _ROUNDED_FROM and last >= _ROUNDED_STEP else 0.0
    room = max(1.0 if value < 10 else last, _OPEN * value)
    about = max(_ABOUT * value, last / 2)
    low = value - (room if qualifier == "nearly" else about if qualifier == "about" else off)
    most = value + (room if qualifier == "over" else about if qualifier == "about" else off)
    return low, most if high is None or high != high else max(most, high)


def edges(records: Sequence[Mapping[Any, Any]]) -> tuple[Numbers, Numbers]:
    """The bounds of a few rows with value, value_high and qualifier."""
    found = np.array([bounds_once(r["value"], r["value_high"], r["qualifier"]) for r in records], dtype=np.float64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _missing(value: Any) -> bool:
    return value is None or value != value  # NaN
