"""The tree that says why each number was read or left, in Chinese or English, for a terminal and for the pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.exporting.rule_words import RuleWords
from extract.figures.quantity import FIGURE
from extract.matching.explain import explain
from extract.matching.narrow import flags_of
from extract.tables import plain

if TYPE_CHECKING:
    from extract.figures.quantity import Quantity
    from extract.library.model import Metric
    from extract.matching.explain import ExplainedNumber, ExplainedSentence, Explanation
    from extract.matching.match import Match
    from extract.matching.readings import Mention
    from extract.matching.result import ReportResult


def explanation(result: ReportResult, language: str, metric: str | None = None, sentence: str | None = None) -> str:
    """The tree for a report in a language; for the figures of one metric, or for the sentences that hold a text, only those."""
    return "\n".join(_Drawing(RuleWords(language)).lines(explain(result, metric, sentence)))


class _Drawing:
    """Draws an explanation with the words of one language."""

    def __init__(self, words: RuleWords) -> None:
        self.words = words

    def lines(self, told: Explanation) -> Iterator[str]:
        who = told.identity
        yield self.words(
            "head" if told.report else "head tried",
            report=told.report,
            place=" ".join(filter(None, (who.province, who.city, who.county, who.township))) or self.words("place unknown"),
            year=who.year or self.words("year unknown"),
            figures=told.figures,
            claimed=told.claimed,
        )
        if not told.sentences:
            yield self.words("nothing")
        for sentence in told.sentences:
            yield ""
            yield from self._sentence(sentence)

    def _sentence(self, sentence: ExplainedSentence) -> Iterator[str]:
        role = self.words("section", self.words.of("section", sentence.role)) + " " if sentence.role else ""
        yield role + sentence.text
        for number in sentence.numbers:
            is_last = number is sentence.numbers[-1]
            yield f"{'└─' if is_last else '├─'} {number.printed}  {self._described(number.quantity)}"
            yield from (f"{' ' if is_last else '│'}  {line}" for line in self._branches(number))

    def _described(self, quantity: Quantity) -> str:
        kind = self.words.of("class", quantity.kind)
        if quantity.kind != FIGURE:
            return f"{kind} {quantity.year}" if quantity.year else kind
        qualifier = self.words.of("qualifier", quantity.qualifier)
        return " ".join(filter(None, (kind, _value(quantity), quantity.unit, qualifier)))

    def _branches(self, number: ExplainedNumber) -> Iterator[str]:
        """What the number was read as, else why not; and what would have fitted too."""
        branches: list[tuple[str, ...]] = [(self._reading(mention), *self._because(mention)) for mention in number.readings]
        if number.reason:
            branches.append((self.words("left", self.words.named("left", number.reason)),))
        branches.extend((self._other(match),) for match in number.others)
        for branch in branches:
            is_last = branch is branches[-1]
            yield f"{'└─' if is_last else '├─'} {branch[0]}"
            yield from (f"{' ' if is_last else '│'}    {line}" for line in branch[1:])

    def _reading(self, mention: Mention) -> str:
        return self.words(
            "is",
            metric=self._metric(mention.metric),
            value=plain(mention.value) if mention.high is None else f"{plain(mention.value)}–{plain(mention.high)}",
            unit=mention.unit,
            period=mention.period.year or self.words("period unknown"),
            basis=self.words.of("basis", mention.period.basis),
            scope=self.words.of("scope", mention.scope),
        )

    def _metric(self, metric: Metric) -> str:
        return self.words("metric", id=metric.id, zh=metric.zh, en=metric.en)

    def _because(self, mention: Mention) -> Iterator[str]:
        """The pattern and its words, the engine's rules, and what is doubtful."""
        rest = mention.trace
        if mention.match is not None and rest[:1] == (mention.match.plan.pattern.source,):
            yield self.words("pattern", pattern=rest[0], words=self._found(mention.match))
            rest = rest[1:]
        yield from map(self.words.step, rest)
        for flag in filter(None, flags_of(mention).split(";")):
            yield self.words("flag", self.words.named("unsure", flag))

    def _other(self, match: Match) -> str:
        pattern = match.plan.pattern.source
        return self.words("less specific", metric=self._metric(match.metric), pattern=pattern, words=self._found(match))

    def _found(self, match: Match) -> str:
        return self.words("list").join(token.word.text for token in match.words) or self.words("no words")


def _value(quantity: Quantity) -> str:
    high = f"–{plain(quantity.high)}" if quantity.high is not None else ""
    return f"{plain(quantity.value)}{high}"
