"""Rubbish is collected when the page is there, once for pages that follow each other closely."""

import gc
import threading

import pytest

from views import rubbish


def test_rubbish_is_collected_once_for_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    done, times = threading.Event(), []

    def counted() -> int:
        times.append(threading.current_thread().name)
        done.set()
        return 0

    monkeypatch.setattr(gc, "collect", counted)
    monkeypatch.setattr(rubbish, "_LATER", 0.05)
    monkeypatch.setattr(rubbish, "_asked", threading.Lock())
    for _ in range(3):
        rubbish.collect_later()
    assert times == []
    assert done.wait(60)
    done.clear()
    rubbish.collect_later()
    assert done.wait(60)
    assert len(times) == 2
    assert threading.current_thread().name not in times
