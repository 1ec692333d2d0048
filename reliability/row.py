"""A promise, how it is put to the test, and what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Trial:
    """How thoroughly a promise is tried: a sample in every run of the tests, in full on demand; `place` is an empty folder."""

    full: bool
    place: Path

    def choose(self, sample: int, full: int) -> int:
        """The number that goes with the size."""
        return full if self.full else sample


def load() -> str:
    """How busy the machine is, for whoever judges a time."""
    if not hasattr(os, "getloadavg"):
        return "load unknown"
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


@dataclass(slots=True)
class Outcome:
    """What was measured, and what of the promise is not kept: nothing, when it is kept."""

    figures: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    #: what could not be tried on this machine
    left_out: list[str] = field(default_factory=list)

    def told(self, figure: str) -> None:
        """Notes a figure."""
        self.figures.append(figure)

    def expect(self, holds: bool, otherwise: str) -> None:
        """Notes what is broken unless it holds."""
        if not holds:
            self.broken.append(otherwise)

    def in_time(self, trial: Trial, holds: bool, otherwise: str) -> None:
        """Notes what takes too long, at full size only: with the tests a machine may be as slow and as busy as it likes."""
        self.expect(holds or not trial.full, f"{otherwise} ({load()})")

    @property
    def verdict(self) -> str:
        """One word for the table."""
        return "BROKEN" if self.broken else "kept"


@dataclass(frozen=True, slots=True)
class Row:
    """One promise; `sampled` is false where even a sample takes too long for every run of the tests, `where` says what does."""

    name: str
    promise: str
    run: Callable[[Trial], Outcome]
    sampled: bool = True
    where: str = ""
