"""What every chart is made of: points with the ids of their observations, the words around it, colours.

The colours are those of Okabe and Ito, which people with any kind of colour vision tell apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

BLUE, ORANGE, GREEN, PINK, SKY, YELLOW, GREY = "#2b7bba", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#8a939c"
SERIES = (BLUE, ORANGE, GREEN, PINK, SKY, YELLOW, GREY)
#: quartile 1 to 4, the best first; dark letters read on all of them
QUARTILES = ("#7fb8e0", "#cfe4f3", "#fbe0c0", "#f3a766")
#: the same of a metric of which neither more nor less is better, the most first
PLAIN_QUARTILES = ("#b4bcc5", "#cdd4da", "#e2e6ea", "#f1f3f5")
#: fonts that are on the machine
FONT = "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, Segoe UI, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Point:
    """One value to draw: whose, how it is written, and the observation it came from; a value of None is missing."""

    name: str
    value: float | None
    text: str
    id: str = ""
    hover: str = ""
    year: int = 0
    inexact: bool = False
    quartile: int = 0
    neutral: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a chart."""

    title: str
    source: str = ""
    unit: str = ""
    median: str = ""
    x: str = ""
    y: str = ""
    filters: str = ""
    dark: bool = False

    @property
    def ink(self) -> str:
        """The colour of words, at least 4.5:1 against the page."""
        return "#e8edf2" if self.dark else "#1b1f24"

    @property
    def faint(self) -> str:
        """The colour of small print, at least 4.5:1 against the page."""
        return "#a9b3bd" if self.dark else "#56606a"

    @property
    def rule(self) -> str:
        """The colour of grid lines."""
        return "#2b343e" if self.dark else "#e3e7eb"


@dataclass(frozen=True, slots=True)
class Line:
    """The years of one township."""

    name: str
    points: Sequence[Point] = field(default_factory=tuple)
