"""What is known of a report as a whole: whose it is, which year it speaks of, and how it is laid out."""

from bisect import bisect_right
from dataclasses import dataclass, field

FRONT, ACHIEVEMENTS, PROBLEMS, DUTIES, PLAN, FURNITURE, TABLE = (
    "front",
    "achievements",
    "problems",
    "duties",
    "plan",
    "furniture",
    "table",
)


@dataclass(slots=True)
class Identity:
    """Whose report it is. An empty name or `year=None` is unknown, and then `warnings` of the report say so."""

    township: str = ""
    county: str = ""
    city: str = ""
    province: str = ""
    division_code: str = ""
    year: int | None = None
    published: str = ""


@dataclass(slots=True)
class Section:
    """A stretch of the clean text under one heading; `role` is one of the constants above."""

    role: str
    heading: str
    start: int
    end: int


@dataclass(slots=True)
class Table:
    """A block of table rows in the clean text. A cell is the half-open span of its content, without bars and spaces."""

    start: int
    end: int
    rows: list[list[tuple[int, int]]] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """The layout of a clean text: sections in order, without gaps; `sentence_ends` are the offsets just behind each sentence."""

    sections: list[Section]
    sentence_ends: list[int]
    tables: list[Table]


def section_at(sections: list[Section], place: int) -> int:
    """Which of the sections holds what stands at `place`; -1 if none begins so early."""
    return bisect_right(sections, place, key=_start_of) - 1


def _start_of(section: Section) -> int:
    return section.start
