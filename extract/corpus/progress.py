"""Tells a person how far a run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import Protocol, TextIO

_EVERY = 10.0


class Progress(Protocol):
    """Hears of every task that is done."""

    def start(self, total: int) -> None:
        """The run begins; `total` reports are to be done."""

    def advance(self, reports: int, problems: int) -> None:
        """So many more are done, and so many of them could not be read."""

    def stop(self) -> None:
        """The run is over."""


class Silent:
    """Tells nothing."""

    def start(self, total: int) -> None:
        """Nothing to tell."""

    def advance(self, reports: int, problems: int) -> None:
        """Nothing to tell."""

    def stop(self) -> None:
        """Nothing to tell."""


class Lines:
    """A plain line every ten seconds."""

    def __init__(self, template: str, stream: TextIO) -> None:
        self._template, self._stream = template, stream
        self._total = self._done = self._problems = 0
        self._begun = self._told = 0.0

    def start(self, total: int) -> None:
        """The run begins."""
        self._total = total
        self._begun = self._told = time.monotonic()

    def advance(self, reports: int, problems: int) -> None:
        """Tells if it is time to."""
        self._done += reports
        self._problems += problems
        now = time.monotonic()
        if now - self._told >= _EVERY:
            self._told = now
            speed = self._done / max(now - self._begun, 0.001)
            left = int((self._total - self._done) / speed) if speed else 0
            line = self._template.format(
                done=self._done, total=self._total, speed=round(speed), left=left, problems=self._problems
            )
            print(line, file=self._stream, flush=True)

    def stop(self) -> None:
        """Nothing to tell: the summary follows."""


class Bar:
    """A bar with files a second, the time left and the count of problems."""

    def __init__(self, speed: str, problems: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[speed]} " + speed),
            TimeRemainingColumn(),
            TextColumn("{task.fields[problems]} " + problems),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, speed="0", problems="0")
        self._done = self._problems = 0
        self._begun = 0.0

    def start(self, total: int) -> None:
        """Shows the bar."""
        self._begun = time.monotonic()
        self._bar.update(self._task, total=total)
        self._bar.start()

    def advance(self, reports: int, problems: int) -> None:
        """Moves the bar."""
        self._done += reports
        self._problems += problems
        speed = self._done / max(time.monotonic() - self._begun, 0.001)
        self._bar.update(self._task, advance=reports, speed=f"{speed:.0f}", problems=str(self._problems))

    def stop(self) -> None:
        """Takes the bar away."""
        self._bar.stop()


def for_terminal(line: str, speed: str, problems: str) -> Progress:
    """A bar where somebody watches, lines where a file does."""
    return Bar(speed, problems) if sys.stderr.isatty() else Lines(line, sys.stderr)
