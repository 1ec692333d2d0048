"""A report's rows without its words: figures and sentences as stretches of the text, names left to whoever knows the report.

The full tables are these rows with the words put back. A corpus keeps and moves only these, because the same sentence would
otherwise be written down for each of its figures, four times over.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from extract.figures.quantity import FIGURE, Quantity
from extract.matching.readings import Mention
from extract.matching.scene import Sentence
from extract.tables import StableIds, plain

if TYPE_CHECKING:
    from extract.matching.result import ReportResult

NarrowRow = tuple[Any, ...]
_PLACE = attrgetter("start", "end")
#: where the offsets of sentence and figure stand in a narrow mention and a narrow observation
_MENTION_PLACE, _OBSERVATION_PLACE = 10, 11
#: Below this the recogniser of scans is often wrong.
_UNSURE = 0.9


class Narrow:
    """The rows of one report; each kind is made when asked for, in the order of its table."""

    def __init__(self, result: ReportResult) -> None:
        # The parts, not the result, which holds these rows: a ring of the two would wait for the garbage collector.
        self.name = result.document.name
        self.document = result.document
        self._recognised = "ocr/" in result.document.reader
        self.flow = result.flow
        self.reading = result.reading
        self.quantities_found = result.quantities_found
        self.observations_found = result.observations_found
        self._places: dict[int, tuple[int, int]] = {}
        self._sentences: dict[int, tuple[int, int]] = {}
        self._ids = StableIds(self.name)
        self._mention_ids: dict[int, str] = {}
        self._claims: dict[int, list[str]] | None = None
        self._grounds: dict[int, tuple[int, int, int, int, int | None, str, str]] = {}

    @property
    def claims(self) -> dict[int, list[str]]:
        """The metrics that claimed a quantity, by the quantity's identity."""
        if self._claims is None:
            self._claims = {}
            for mention in self.reading.mentions:
                self._claims.setdefault(id(mention.quantity), []).append(mention.metric.id)
        return self._claims

    def place(self, quantity: Quantity) -> tuple[int, int]:
        """Where a figure stands in the document's text."""
        known = self._places.get(id(quantity))
        if known is None:
            known = self._places[id(quantity)] = self.flow.raw_span(quantity.start, quantity.end)
        return known

    def sentence(self, sentence: Sentence) -> tuple[int, int]:
        """Where a sentence stands in the document's text, without the blanks around it."""
        known = self._sentences.get(id(sentence))
        if known is None:
            clean, start, end = self.flow.clean, sentence.start, sentence.end
            while start < end and clean[start] in "\n |":
                start += 1
            while end > start and clean[end - 1] in "\n |":
                end -= 1
            known = self._sentences[id(sentence)] = self.flow.raw_span(start, max(end, start + 1))
        return known

    def mention_id(self, mention: Mention) -> str:
        """The mention's key."""
        known = self._mention_ids.get(id(mention))
        if known is None:
            key = f"\x1f{mention.quantity.start}\x1f{mention.metric.id}\x1f{mention.period.year}"
            known = self._mention_ids[id(mention)] = self._ids.of(key)
        return known

    def _ground(self, mention: Mention) -> tuple[int, int, int, int, int | None, str, str]:
        """What a mention rests on: sentence, figure, page, flags, rule."""
        known = self._grounds.get(id(mention))
        if known is None:
            start, end = self.place(mention.quantity)
            page = self.document.page_of(start) if self.document.pages else None
            flags, rule = self._flags(mention, start, end), " | ".join(mention.trace)
            at, to = self.sentence(mention.sentence)
            known = self._grounds[id(mention)] = (at, to, start, end, page, flags, rule)
        return known

    def _flags(self, mention: Mention, start: int, end: int) -> str:
        flags = flags_of(mention)
        if self._recognised:
            # a figure out of a picture is to be checked by eye, and first those that the recogniser is unsure of
            confidence = self.document.confidence(start, end)
            own = ["ocr"] * (confidence < 1) + ["low-confidence"] * (confidence < _UNSURE)
            flags = ";".join([*filter(None, [flags]), *own])
        return flags

    def mentions(self) -> list[NarrowRow]:
        """The mentions: id, metric, value … scope, sentence, figure, page, section, flags, rule."""
        rows: list[NarrowRow] = []
        for m in self.reading.mentions:
            period = m.period
            at, to, start, end, page, flags, rule = self._ground(m)
            told = (self.mention_id(m), m.metric.id, m.value, m.high, m.qualifier, m.unit, m.quantity.unit)
            rows.append((*told, period.year, period.basis, m.scope, at, to, start, end, page, m.sentence.role, flags, rule))
        return rows

    def observations(self) -> list[NarrowRow]:
        """The observations: id, year, metric, value … resolution, mentions, sentence, figure, page, flags, rule."""
        rows: list[NarrowRow] = []
        for o in self.observations_found:
            m = o.deciding
            key = self._ids.of(f"\x1f{o.metric.id}\x1f{o.year}\x1f{plain(o.value)}\x1f{o.resolution}")
            told = (key, o.year, o.metric, o.value, o.high, o.qualifier, o.unit, m.quantity.unit, o.scope, o.resolution)
            rows.append((*told, ";".join([self.mention_id(part) for part in o.mentions]), *self._ground(m)))
        return rows

    def changes(self) -> list[NarrowRow]:
        """The stated changes: id, metric, direction … agreement, sentence, figure."""
        rows: list[NarrowRow] = []
        for c in self.reading.changes:
            rows.append(
                (
                    self._ids.of(f"\x1f{c.start}\x1f{c.metric.id}\x1fchange"),
                    c.metric.id,
                    c.direction,
                    c.amount,
                    c.unit,
                    c.quantity.qualifier,
                    c.from_year,
                    c.to_year,
                    "stated",
                    None,
                    None,
                    None,
                    "",
                    *self.sentence(c.sentence),
                    *self.flow.raw_span(c.start, c.end),
                )
            )
        return rows

    def quantities(self) -> list[NarrowRow]:
        """Every number of the text, and every denial that sets a metric to 0: place, value … class, metrics, reason."""
        rows: list[NarrowRow] = []
        claims, reasons = self.claims, self.reading.reasons
        denied = [m.quantity for m in self.reading.mentions if "denial" in m.trace]
        every = _without_doubles(sorted((*self.quantities_found, *denied), key=_PLACE))
        for q, place in zip(every, self.flow.raw_spans(map(_PLACE, every)), strict=True):
            key = id(q)
            claimed = claims.get(key)
            metrics = "" if claimed is None else claimed[0] if len(claimed) == 1 else ";".join(dict.fromkeys(claimed))
            reason = "" if claimed is not None or q.kind != FIGURE else reasons.get(key, "no pattern")
            rows.append((*place, q.value, q.high, q.unit, q.qualifier, q.kind, metrics, reason))
        return rows

    def counts(self) -> tuple[int, int]:
        """The figures of the text, and those that a metric claimed."""
        figures = [id(q) for q in self.quantities_found if q.kind == FIGURE]
        return len(figures), sum(key in self.claims for key in figures)


def wide_mentions(rows: list[NarrowRow], text: str, report: NarrowRow, library: str) -> list[NarrowRow]:
    """The rows of the mentions table: narrow ones with the words put back; `report` are the report's own columns."""
    wide: list[NarrowRow] = []
    for row in rows:
        at, to, start, end = row[_MENTION_PLACE : _MENTION_PLACE + 4]
        words = (text[start:end], text[at:to], at, start, end)
        wide.append((row[0], *report, *row[1:_MENTION_PLACE], *words, *row[_MENTION_PLACE + 4 :], library))
    return wide


def wide_observations(rows: list[NarrowRow], text: str, name: str, who: NarrowRow, library: str) -> list[NarrowRow]:
    """The rows of the observations table, in the same way; `who` are the names of the township and its larger places."""
    wide: list[NarrowRow] = []
    for row in rows:
        at, to, start, end = row[_OBSERVATION_PLACE : _OBSERVATION_PLACE + 4]
        metric = row[2]
        which = (row[1], metric.id, metric.zh, metric.en, metric.category)
        words = (name, text[start:end], text[at:to], start, end)
        wide.append((row[0], *who, *which, *row[3:_OBSERVATION_PLACE], *words, *row[_OBSERVATION_PLACE + 4 :], library))
    return wide


def _without_doubles(quantities: Iterable[Quantity]) -> list[Quantity]:
    """A denial that sets several metrics to 0 is one number."""
    return list({id(q): q for q in quantities}.values())


def flags_of(mention: Mention) -> str:
    """What makes a mention doubtful, whatever the file was like."""
    metric, flags = mention.metric, mention.flags
    if (metric.low is not None and mention.value < metric.low) or (metric.high is not None and mention.value > metric.high):
        flags = (*flags, "outside-range")
    return ";".join(flags) if flags else ""
