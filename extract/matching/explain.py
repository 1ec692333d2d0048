"""Why each number was read as it was, or left: what the rules found, number by number, for whoever draws it.

It is told in objects and in the stable names of rules; `extract.exporting.explanation` puts it into words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.figures.quantity import FIGURE, Quantity
from extract.matching.match import Match
from extract.matching.matcher import Matcher
from extract.matching.readings import Mention
from extract.matching.result import ReportResult
from extract.matching.scene import Sentence
from extract.matching.territory import territory
from extract.report.model import Identity

_OTHERS_SHOWN = 4
NO_PATTERN = "no pattern"


@dataclass(frozen=True, slots=True)
class ExplainedNumber:
    """One number as it is printed, what it was read as, else why it was left, and what else would have fitted."""

    printed: str
    quantity: Quantity
    readings: tuple[Mention, ...]
    #: why a figure was left; empty for one that was read and for what is no figure
    reason: str
    others: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence with its numbers; `role` is that of the section it stands in."""

    role: str
    text: str
    numbers: tuple[ExplainedNumber, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A report's numbers, sentence by sentence."""

    report: str
    identity: Identity
    figures: int
    claimed: int
    sentences: tuple[ExplainedSentence, ...]


def explain(result: ReportResult, metric: str | None = None, sentence: str | None = None) -> Explanation:
    """What became of a report's numbers; of the figures of one metric, or in the sentences that hold a text, only those."""
    figures = [q for q in result.quantities_found if q.kind == FIGURE]
    claimed = sum(id(q) in result.claims for q in figures)
    sentences = tuple(_sentences(result, metric, sentence))
    return Explanation(result.document.name, result.identity, len(figures), claimed, sentences)


def _sentences(result: ReportResult, metric: str | None, wanted: str | None) -> Iterator[ExplainedSentence]:
    matcher = Matcher(result.compiled)
    mentions: dict[int, list[Mention]] = {}
    for mention in result.reading.mentions:
        mentions.setdefault(id(mention.quantity), []).append(mention)
    for sentence in result.scene.sentences:
        text = result.scene.clean[sentence.start : sentence.end].strip("\n |")
        if wanted is not None and wanted not in text:
            continue
        numbers = tuple(_numbers(result, matcher, sentence, mentions, metric))
        if numbers:
            yield ExplainedSentence(sentence.role, text, numbers)


def _numbers(
    result: ReportResult, matcher: Matcher, sentence: Sentence, mentions: dict[int, list[Mention]], metric: str | None
) -> Iterator[ExplainedNumber]:
    numbers = [(index, q) for index, q in enumerate(sentence.figures)] + [(-1, q) for q in (*sentence.others, *sentence.denials)]
    for index, quantity in sorted(numbers, key=lambda pair: pair[1].start):
        readings = tuple(mentions.get(id(quantity), ()))
        if quantity in sentence.denials and not readings:
            continue
        if metric is not None and all(m.metric.id != metric for m in readings):
            continue
        printed = result.scene.clean[quantity.start : quantity.end]
        if quantity.kind != FIGURE or index < 0:
            yield ExplainedNumber(printed, quantity, readings, "", ())
            continue
        reason = "" if readings else result.reading.reasons.get(id(quantity), NO_PATTERN)
        yield ExplainedNumber(printed, quantity, readings, reason, _others(result, matcher, sentence, index, readings))


def _others(
    result: ReportResult, matcher: Matcher, sentence: Sentence, index: int, readings: tuple[Mention, ...]
) -> tuple[Match, ...]:
    """Patterns that would have fitted too, but less well."""
    taken = {m.metric.id for m in readings}
    figure = sentence.figures[index]
    where = territory(result.scene, sentence, index)
    found = matcher.matches(result.scene, sentence, figure, where, figure.unit)
    return tuple(m for m in found if m.metric.id not in taken)[:_OTHERS_SHOWN]
