"""The pattern library as loaded: vocabulary, metrics and their patterns, with the lines they stand on."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from extract.errors import LibraryProblem

#: measure words that spell one count: a metric counted in one of a row is counted in any of it, by region and habit
_HABITS = (
    ("件", "起", "宗", "例", "桩"),
    ("次", "场", "场次", "回", "趟", "趟次", "讲"),
    ("人", "名", "位"),
)


#: what is counted in the first of a pair may be counted with 次 as well: 8项（次）
_TIMES = (("件", "件次"), ("项", "项次"), ("条", "条次"), ("篇", "篇次"))


@lru_cache(maxsize=1024)
def _spellings(unit: str, units: tuple[str, ...], apart: tuple[str, ...]) -> tuple[str, ...]:
    known = (unit, *units)
    habits = (word for row in _HABITS if unit in row or (row[0] in ("件", "人") and row[0] in units) for word in row)
    times = (joined for word, joined in _TIMES if word in known)
    return tuple(dict.fromkeys((*known, *(word for word in (*habits, *times) if word not in apart))))


@dataclass(frozen=True, slots=True)
class WordSet:
    """A named vocabulary `<name>` of one group; words of one group bound each other's gaps.

    `bounds`: it stands under that key of the file, so no pattern names it: its words only bound, and shadow what is inside them.
    """

    name: str
    group: str
    words: tuple[str, ...]
    line: int = 0
    column: int = 1
    bounds: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a pattern: the number N, a vocabulary <name>, or text that stands for itself.

    `optional`: written in round brackets, may be carried over from earlier in the sentence.
    `far`: joined to the element before it by …, not by a short gap.
    `beside`: N written right behind the element before it, without a space: nothing but 了, 共, 累计 may stand between.
    """

    kind: str  # "number", "words", "text"
    text: str = ""
    optional: bool = False
    far: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording: elements in order, exactly one of them the number."""

    source: str
    elements: tuple[Element, ...]
    line: int = 0
    column: int = 1

    @property
    def number_index(self) -> int:
        """The place of N among the elements."""
        return next(i for i, element in enumerate(self.elements) if element.kind == "number")


@dataclass(frozen=True, slots=True)
class Reading:
    """What an example says one figure reads as; `period` None means the report's own year."""

    metric: str
    value: Decimal
    high: Decimal | None = None
    qualifier: str = "exact"
    period: int | None = None
    basis: str = "actual"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and everything that must be read in it, nothing else."""

    text: str
    reads: tuple[Reading, ...]
    line: int = 0
    column: int = 1


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric of the library."""

    id: str
    zh: str
    en: str
    category: str
    unit: str
    definition: str = ""
    definition_en: str = ""
    #: spellings of the same count as `unit`
    units: tuple[str, ...] = ()
    #: units that are read too but count something else, so never summed or ranked with `unit` (人次 against 件)
    apart: tuple[str, ...] = ()
    better: str = "neutral"  # more, less, neutral
    #: how figures for different things become one: sum (Σ) or largest
    combine: str = "largest"
    #: ids of the metrics that add up to this one
    parts: tuple[str, ...] = ()
    #: ids of the metrics that a figure counts for as well where both list its wording
    also: tuple[str, ...] = ()
    #: names of vocabularies, or plain nouns, whose denial sets the metric to 0 (⓪)
    zero: tuple[str, ...] = ()
    #: names of vocabularies whose nouns may follow a number that is a clause by itself among facts of the place; "" for none
    alone: tuple[str, ...] = ()
    #: what a township has rather than does: never cumulative
    stock: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    #: words that forbid a match when they stand inside its stretch
    not_words: tuple[str, ...] = ()
    #: words before the number that make it a part of what the metric counts: a leader's own cases
    narrow: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    examples: tuple[Example, ...] = ()
    line: int = 0
    column: int = 1

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every unit that spells the metric's own count: the listed ones and those that habit puts for them (件 起 宗 例 桩)."""
        return _spellings(self.unit, self.units, self.apart)

    @property
    def counts_apiece(self) -> bool:
        """Whether 个 counts it, as things are counted."""
        return self.unit == "个" or "个" in self.units or "个" in self.apart


@dataclass(frozen=True, slots=True)
class Derived:
    """A metric that is computed from others, never read in a text.

    `operation`: share (the first of two is a part of the second, in %), ratio (the first over the second), first (the first
    that is known), sum. `agrees` names stated metrics that say the same.
    """

    id: str
    zh: str
    en: str
    category: str
    unit: str
    definition: str = ""
    definition_en: str = ""
    better: str = "neutral"
    operation: str = ""
    operands: tuple[str, ...] = ()
    agrees: tuple[str, ...] = ()
    line: int = 0
    column: int = 1


@dataclass(frozen=True, slots=True)
class Library:
    """A loaded metrics.yaml; `hash` is the content hash that every row carries.

    `derived` is no part of the hash: it changes no row that is read, only what is computed from the rows.

    `warnings` are what the loader put up with: key order, words listed twice.
    """

    path: str
    hash: str
    word_sets: dict[str, WordSet] = field(default_factory=dict)
    metrics: dict[str, Metric] = field(default_factory=dict)
    categories: dict[str, tuple[str, str]] = field(default_factory=dict)
    warnings: tuple[LibraryProblem, ...] = ()
    derived: dict[str, Derived] = field(default_factory=dict)
