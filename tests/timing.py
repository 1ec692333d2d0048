"""How work grows with what it is given, told so that neither a slow nor a busy machine can make a test fail.

Time is that of the thread's own work, without the collector of garbage. A measurement that is disturbed is taken again: work that
grows too fast does so each time.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_TRIES = 12


def seconds_of(work: Callable[[], object]) -> float:
    """The seconds of processor time that this thread spends on something."""
    collecting = gc.isenabled()
    gc.disable()
    begun = time.thread_time()
    try:
        work()
    finally:
        if collecting:
            gc.enable()
    return time.thread_time() - begun


def assert_grows(small: Callable[[], object], large: Callable[[], object], *, at_most: float, slack: float = 0.05) -> None:
    """`large` takes at most so many times as long as `small`, and a moment."""
    least_small = least_large = float("inf")
    for _ in range(_TRIES):
        least_small = min(least_small, seconds_of(small))
        least_large = min(least_large, seconds_of(large))
        if least_large < at_most * least_small + slack:
            return
    raise AssertionError(f"{least_large:.3f} s, {least_large / max(least_small, 1e-9):.1f} times {least_small:.3f} s")


def assert_takes(work: Callable[[], object], *, at_most: float) -> None:
    """Something takes so many seconds at most; the bound stands far above what it needs, and far below what a blunder costs."""
    found = []
    for _ in range(_TRIES):
        found.append(seconds_of(work))
        if found[-1] < at_most:
            return
        if found[-1] > 10 * at_most:
            break
    raise AssertionError(f"{min(found):.2f} s")
