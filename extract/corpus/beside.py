"""Work that goes on beside other work until somebody asks what came of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

T = TypeVar("T")


def begun(work: Callable[[], T]) -> Callable[[], T]:
    """Begins the work in a thread of its own; what it gives waits for what came of it, or raises what went wrong.

    >>> begun(lambda: 3)()
    3
    """
    thread = ThreadPoolExecutor(1, "beside")
    try:
        return thread.submit(work).result
    finally:
        # the work is finished all the same
        thread.shutdown(wait=False)


def put_off(work: Callable[[], T]) -> Callable[[], T]:
    """The same for work that cannot go on beside other work: it is done once, when somebody asks about it.

    >>> put_off(lambda: 3)()
    3
    """
    return cache(work)
