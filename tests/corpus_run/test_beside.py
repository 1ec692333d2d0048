"""Work that goes on beside other work."""

import threading
from collections.abc import Callable

import pytest

from extract.corpus.beside import begun, put_off


def test_begun_work_goes_on_before_anybody_asks() -> None:
    done = threading.Event()
    wait = begun(done.set)
    assert done.wait(10)
    assert wait() is None


def test_work_put_off_is_done_once_and_not_before() -> None:
    times: list[int] = []
    wait = put_off(lambda: times.append(1))
    assert times == []
    wait()
    wait()
    assert times == [1]


@pytest.mark.parametrize("way", [begun, put_off])
def test_what_goes_wrong_is_raised_where_it_is_asked_about(way: Callable[[Callable[[], float]], Callable[[], float]]) -> None:
    wait = way(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        wait()
