"""What the rules make of a report's figures: mentions, stated changes and what a sentence has told so far."""

from dataclasses import dataclass, field
from decimal import Decimal

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.compiled import CompiledLibrary
from extract.matching.match import Match
from extract.matching.periods import Period
from extract.matching.scene import Scene, Sentence


@dataclass(slots=True)
class Mention:
    """One metric that one figure states."""

    metric: Metric
    quantity: Quantity
    sentence: Sentence
    value: Decimal
    high: Decimal | None
    qualifier: str
    unit: str
    period: Period
    scope: str
    #: the pattern and the engine's rules that led here, by their names
    trace: tuple[str, ...]
    total: bool = False
    flags: tuple[str, ...] = ()
    match: Match | None = None


@dataclass(slots=True)
class StatedChange:
    """A change that the report states (同比下降36%), with the two years it compares."""

    metric: Metric
    quantity: Quantity
    sentence: Sentence
    direction: str
    amount: Decimal
    unit: str
    from_year: int | None
    to_year: int | None
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """What the rules made of one report's figures."""

    mentions: list[Mention] = field(default_factory=list)
    changes: list[StatedChange] = field(default_factory=list)
    #: what a sentence before has counted, that the parts at the head of this one break down
    whole_before: Mention | None = None
    #: why a figure was left, by the identity of its quantity
    reasons: dict[int, str] = field(default_factory=dict)
    #: the year of the figures that stand in brackets behind others, where the report says so
    bracketed: int | None = None


@dataclass(slots=True)
class Told:
    """What the figures of one sentence have told so far, with all that a rule may ask about them."""

    scene: Scene
    sentence: Sentence
    year: int | None
    reading: Reading
    library: CompiledLibrary
    #: the figures that are parts, and what each is a part of
    parts: dict[int, int]
    stated: list[Mention] = field(default_factory=list)
    #: what other places' figures and rules would measure: their metric may be ours too
    aside: list[Mention] = field(default_factory=list)
    #: last year's values that a row tells in the order of this year's, by the identity of the figure
    earlier: dict[int, Mention] = field(default_factory=dict)
    #: the figures that wait until the whole sentence is told, each with the reason if it is left in the end
    deferred: list[tuple[int, str]] = field(default_factory=list)


def mention_of(
    metric: Metric,
    figure: Quantity,
    sentence: Sentence,
    period: Period,
    scope: str,
    trace: tuple[str, ...],
    total: bool = False,
    flags: tuple[str, ...] = (),
    match: Match | None = None,
) -> Mention:
    """What a figure states of a metric; the unit is the metric's where both count the same."""
    value = figure.value if figure.value is not None else Decimal(0)
    unit = figure.unit if figure.unit in metric.apart else metric.unit
    return Mention(
        metric, figure, sentence, value, figure.high, figure.qualifier, unit, period, scope, trace, total, flags, match
    )
