"""What a person sees of a run that goes on."""

import io
import sys
import time

import pytest

from extract.corpus.progress import Bar, Lines, for_terminal


def test_lines_come_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    stream = io.StringIO()
    lines = Lines("{done} of {total}, {speed}/s, {left} s, {problems} bad", stream)
    lines.start(1_000)
    for _ in range(24):
        now[0] += 1.0
        lines.advance(10, 1)
    lines.stop()
    assert stream.getvalue() == "100 of 1000, 10/s, 90 s, 10 bad\n200 of 1000, 10/s, 80 s, 20 bad\n"


def test_a_file_gets_lines_and_a_terminal_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(for_terminal("", "", ""), Lines)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert isinstance(for_terminal("", "", ""), Bar)


def test_a_bar_counts(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Bar("files/s", "problems")
    bar.start(3)
    bar.advance(2, 1)
    task = bar._bar.tasks[0]
    assert (task.completed, task.total, task.fields["problems"]) == (2, 3, "1")
    bar.stop()
    assert capsys.readouterr().out == "", "the bar keeps off the output, which may be piped"
