"""One report read to the end: mentions, observations, stated changes and the account of every number, as rows and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from extract.figures import find_denials, find_quantities
from extract.figures.quantity import FIGURE, Quantity
from extract.flow import Flow, make_flow
from extract.library.model import Library
from extract.matching.cells import read_cells
from extract.matching.compiled import CompiledLibrary
from extract.matching.mentions import ReportReader
from extract.matching.observations import Observation, observe
from extract.matching.readings import Mention, Reading, StatedChange
from extract.matching.scene import Scene
from extract.reading.document import Document, ReadWarning
from extract.report import identify, outline
from extract.report.model import Identity, Outline
from extract.tables import CHANGES, DECIMAL, MENTIONS, OBSERVATIONS, QUANTITIES, REPORTS, WHOLE

if TYPE_CHECKING:
    import pandas as pd

Row = tuple[object, ...]


def plain(value: Decimal | None) -> str:
    """A decimal as it is written in every table: no exponent, no trailing zeros."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def stable_id(*parts: object) -> str:
    """The same short key for the same parts, on every machine."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass
class ReportResult:
    """What one document came to."""

    document: Document
    identity: Identity
    warnings: tuple[ReadWarning, ...]
    library: Library
    flow: Flow
    scene: Scene
    quantities_found: list[Quantity]
    reading: Reading
    observations_found: list[Observation]

    def _identity_cells(self) -> tuple[str, str, str, str, str]:
        who = self.identity
        return who.township, who.county, who.city, who.province, who.division_code

    def _sentence(self, start: int, end: int) -> tuple[str, int, int]:
        """A sentence without the blanks around it, as the raw text has it, with its place."""
        clean = self.flow.clean
        while start < end and clean[start] in "\n |":
            start += 1
        while end > start and clean[end - 1] in "\n |":
            end -= 1
        raw_start, raw_end = self.flow.raw_span(start, max(end, start + 1))
        return self.document.text[raw_start:raw_end], raw_start, raw_end

    def _figure(self, quantity: Quantity) -> tuple[str, int, int]:
        start, end = self.flow.raw_span(quantity.start, quantity.end)
        return self.document.text[start:end], start, end

    def mention_id(self, mention: Mention) -> str:
        """The mention's key."""
        return stable_id(self.document.name, mention.quantity.start, mention.metric.id, mention.period.year)

    def mention_rows(self) -> list[Row]:
        """The mentions table's rows."""
        rows: list[Row] = []
        name, who, year = self.document.name, self._identity_cells(), self.identity.year
        for m in self.reading.mentions:
            figure, start, end = self._figure(m.quantity)
            sentence, sentence_start, _ = self._sentence(m.sentence.start, m.sentence.end)
            rows.append(
                (
                    self.mention_id(m),
                    name,
                    *who,
                    year,
                    m.metric.id,
                    m.value,
                    m.high,
                    m.qualifier,
                    m.unit,
                    m.quantity.unit,
                    m.period.year,
                    m.period.basis,
                    m.scope,
                    figure,
                    sentence,
                    sentence_start,
                    start,
                    end,
                    self.document.page_of(start),
                    m.sentence.role,
                    ";".join(self._flags(m)),
                    " | ".join(m.trace),
                    self.library.hash,
                )
            )
        return rows

    def _flags(self, mention: Mention) -> tuple[str, ...]:
        metric = mention.metric
        outside = (metric.low is not None and mention.value < metric.low) or (
            metric.high is not None and mention.value > metric.high
        )
        return (*mention.flags, "outside-range") if outside else mention.flags

    def observation_rows(self) -> list[Row]:
        """The observations table's rows."""
        rows: list[Row] = []
        for o in self.observations_found:
            m = o.deciding
            figure, start, end = self._figure(m.quantity)
            sentence, _, _ = self._sentence(m.sentence.start, m.sentence.end)
            rows.append(
                (
                    stable_id(self.document.name, o.metric.id, o.year, plain(o.value), o.resolution),
                    *self._identity_cells(),
                    o.year,
                    o.metric.id,
                    o.metric.zh,
                    o.metric.en,
                    o.metric.category,
                    o.value,
                    o.high,
                    o.qualifier,
                    o.unit,
                    m.quantity.unit,
                    o.scope,
                    o.resolution,
                    ";".join(self.mention_id(part) for part in o.mentions),
                    self.document.name,
                    figure,
                    sentence,
                    start,
                    end,
                    self.document.page_of(start),
                    ";".join(self._flags(m)),
                    " | ".join(m.trace),
                    self.library.hash,
                )
            )
        return rows

    def change_rows(self) -> list[Row]:
        """The stated changes' rows."""
        rows: list[Row] = []
        for c in self.reading.changes:
            start, end = self.flow.raw_span(c.start, c.end)
            sentence, _, _ = self._sentence(c.sentence.start, c.sentence.end)
            rows.append(
                (
                    stable_id(self.document.name, c.start, c.metric.id, "change"),
                    self.identity.township,
                    self.identity.county,
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
                    self.document.name,
                    self.document.text[start:end],
                    sentence,
                    start,
                    end,
                )
            )
        return rows

    @cached_property
    def claims(self) -> dict[int, list[str]]:
        """The metrics that claimed a quantity, by the quantity's identity."""
        claims: dict[int, list[str]] = {}
        for mention in self.reading.mentions:
            claims.setdefault(id(mention.quantity), []).append(mention.metric.id)
        return claims

    def quantity_rows(self) -> list[Row]:
        """One row for every number of the text, and for every denial that sets a metric to 0."""
        claims = self.claims
        denials = [m.quantity for m in self.reading.mentions if "denial" in m.trace]
        rows: list[Row] = []
        seen: set[int] = set()
        for q in sorted((*self.quantities_found, *denials), key=lambda q: (q.start, q.end)):
            if id(q) in seen:
                continue
            seen.add(id(q))
            figure, start, end = self._figure(q)
            metrics = ";".join(dict.fromkeys(claims.get(id(q), ())))
            reason = "" if metrics or q.kind != FIGURE else self.reading.reasons.get(id(q), "no pattern")
            rows.append((self.document.name, start, end, figure, q.value, q.high, q.unit, q.qualifier, q.kind, metrics, reason))
        return rows

    def report_row(self) -> Row:
        """The report's own row."""
        figures = sum(q.kind == FIGURE for q in self.quantities_found)
        claimed = sum(q.kind == FIGURE and id(q) in self.claims for q in self.quantities_found)
        return (
            self.document.name,
            self.document.format,
            *self._identity_cells(),
            self.identity.year,
            self.identity.published,
            len(self.document.text),
            figures,
            claimed,
            ";".join(dict.fromkeys(w.code for w in (*self.document.warnings, *self.warnings))),
            self.document.sha256,
        )

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """The mentions table."""
        return frame(MENTIONS, self.mention_rows())

    @cached_property
    def observations(self) -> pd.DataFrame:
        """The tidy table."""
        return frame(OBSERVATIONS, self.observation_rows())

    @cached_property
    def changes(self) -> pd.DataFrame:
        """The stated changes."""
        return frame(CHANGES, self.change_rows())

    @cached_property
    def quantities(self) -> pd.DataFrame:
        """Every number of the text."""
        return frame(QUANTITIES, self.quantity_rows())

    @cached_property
    def reports(self) -> pd.DataFrame:
        """The report's own row as a table."""
        return frame(REPORTS, [self.report_row()])


def frame(columns: Sequence[str], rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as a typed DataFrame: whole numbers that may be missing, decimals as floats, the rest text."""
    import pandas as pd

    table = pd.DataFrame(list(rows), columns=list(columns))
    for column in columns:
        if column in WHOLE:
            table[column] = pd.to_numeric(table[column]).astype("Int64")
        elif column in DECIMAL:
            table[column] = pd.to_numeric(table[column].map(lambda v: None if v is None or v == "" else float(v)))
        else:
            table[column] = table[column].fillna("").astype("string")
    return table


class Extractor:
    """Reads documents with one compiled library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.compiled = CompiledLibrary(library)
        self.reader = ReportReader(self.compiled)
        self.metrics = tuple(library.metrics.values())

    def read(self, document: Document, overrides: Mapping[str, str] | None = None) -> ReportResult:
        """Everything that the document states."""
        flow = make_flow(document.text)
        layout = outline(flow.clean)
        identity, warnings = identify(document, flow, layout, overrides)
        return self._read(document, flow, layout, identity, warnings)

    def read_text(self, text: str, year: int | None) -> ReportResult:
        """What a passage states in a report of `year`; whose report it is does not matter."""
        flow = make_flow(text)
        return self._read(Document(text), flow, outline(flow.clean), Identity(year=year), ())

    def _read(
        self, document: Document, flow: Flow, layout: Outline, identity: Identity, warnings: Iterable[ReadWarning]
    ) -> ReportResult:
        quantities = find_quantities(flow.clean)
        cells, in_cells = read_cells(flow.clean, layout, quantities)
        if cells:
            quantities = sorted(
                [q for q in quantities if id(q) not in in_cells] + [cell.quantity for cell in cells], key=lambda q: q.start
            )
        scene = Scene(flow.clean, quantities, find_denials(flow.clean), layout, self.compiled, {id(c.quantity) for c in cells})
        reading = self.reader.read(scene, identity.year, cells)
        observations = observe(scene, reading.mentions, identity.year, self.metrics)
        return ReportResult(document, identity, tuple(warnings), self.library, flow, scene, quantities, reading, observations)


def extract_report(document: Document, library: Library) -> ReportResult:
    """Reads one document; for many, make one `Extractor`."""
    return Extractor(library).read(document)


__all__ = ["Extractor", "ReportResult", "Row", "StatedChange", "extract_report", "frame", "plain", "stable_id"]
