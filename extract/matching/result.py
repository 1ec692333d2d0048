"""One report read to the end: mentions, observations, stated changes and the account of every number, as rows and tables."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from extract.figures.denials import find_denials, find_noughts
from extract.figures.quantity import Quantity
from extract.figures.scanner import find_quantities
from extract.flow import Flow, make_flow
from extract.library.model import Library
from extract.matching.bare_lists import read_lists
from extract.matching.cell_changes import find_change_cells
from extract.matching.cells import read_cells
from extract.matching.compiled import CompiledLibrary
from extract.matching.mentions import ReportReader
from extract.matching.narrow import Narrow, wide_mentions, wide_observations
from extract.matching.observations import MetricOrder, Observation, observe
from extract.matching.readings import Mention, Reading, StatedChange
from extract.matching.scene import Scene
from extract.matching.unit_lists import read_unit_lists
from extract.reading.document import Document, ReadWarning
from extract.report.identity import identify
from extract.report.model import Identity, Outline
from extract.report.outline import outline
from extract.tables import CHANGES, MENTIONS, OBSERVATIONS, QUANTITIES, REPORTS, Row, frame

if TYPE_CHECKING:
    import pandas as pd


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
    compiled: CompiledLibrary

    def _identity_cells(self) -> tuple[str, str, str, str, str]:
        who = self.identity
        return who.township, who.county, who.city, who.province, who.division_code

    @cached_property
    def narrow(self) -> Narrow:
        """The rows with stretches of the text for words."""
        return Narrow(self)

    def mention_id(self, mention: Mention) -> str:
        """The mention's key."""
        return self.narrow.mention_id(mention)

    def mention_rows(self) -> list[Row]:
        """The mentions table's rows."""
        who, year = self._identity_cells(), self.identity.year
        return wide_mentions(self.narrow.mentions(), self.document.text, (self.document.name, *who, year), self.library.hash)

    def observation_rows(self) -> list[Row]:
        """The observations table's rows."""
        document = self.document
        rows = self.narrow.observations()
        return wide_observations(rows, document.text, document.name, self._identity_cells(), self.library.hash)

    def change_rows(self) -> list[Row]:
        """The stated changes' rows."""
        text, name, who = self.document.text, self.document.name, (self.identity.township, self.identity.county)
        return [
            (key, *who, *values, name, text[start:end], text[at:to], start, end)
            for key, *values, at, to, start, end in self.narrow.changes()
        ]

    @property
    def claims(self) -> dict[int, list[str]]:
        """The metrics that claimed a quantity, by the quantity's identity."""
        return self.narrow.claims

    def quantity_rows(self) -> list[Row]:
        """One row for every number of the text, and for every denial that sets a metric to 0."""
        text, name = self.document.text, self.document.name
        return [(name, start, end, text[start:end], *rest) for start, end, *rest in self.narrow.quantities()]

    def report_row(self) -> Row:
        """The report's own row."""
        return (
            self.document.name,
            self.document.format,
            *self._identity_cells(),
            self.identity.year,
            self.identity.published,
            len(self.document.text),
            *self.narrow.counts(),
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


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the garbage collector still while one report is read.

    A reading makes thousands of small objects that all stay and form no rings; looking through them again and again took an
    eighth of the time. A thread that finds the collector off leaves it off, the one that turned it off turns it on again.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


class Extractor:
    """Reads documents with one compiled library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.compiled = CompiledLibrary(library)
        self.reader = ReportReader(self.compiled)
        self.order = MetricOrder(library.metrics.values())

    def read(self, document: Document, overrides: Mapping[str, str] | None = None) -> ReportResult:
        """Everything that the document states."""
        with _uncollected():
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
        if noughts := find_noughts(flow.clean):
            quantities = sorted([*quantities, *noughts], key=lambda q: q.start)
        cells, in_cells = read_cells(flow.clean, layout, quantities)
        listed, in_lists = read_lists(flow.clean, layout, quantities)
        cells, in_cells = [*cells, *listed], in_cells | in_lists
        of_one_unit, in_lists = read_unit_lists(flow.clean, layout, quantities)
        cells, in_cells = [*cells, *of_one_unit], in_cells | in_lists
        change_cells = find_change_cells(flow.clean, layout) if layout.tables else []
        if cells:
            quantities = sorted(
                [q for q in quantities if id(q) not in in_cells] + [cell.quantity for cell in cells], key=lambda q: q.start
            )
        in_tables = {id(c.quantity) for c in cells}
        for cell in change_cells:
            in_tables.update(id(q) for q in quantities if cell.start <= q.start < cell.end)
        denials = find_denials(flow.clean)
        scene = Scene(flow.clean, quantities, denials, layout, self.compiled, in_tables, identity.township or "")
        reading = self.reader.read(scene, identity.year, cells, change_cells)
        observations = observe(scene, reading.mentions, identity.year, self.order)
        warned = tuple(warnings)
        return ReportResult(
            document, identity, warned, self.library, flow, scene, quantities, reading, observations, self.compiled
        )


def extract_report(document: Document, library: Library) -> ReportResult:
    """Reads one document; for many, make one `Extractor`."""
    return Extractor(library).read(document)


__all__ = ["Extractor", "ReportResult", "StatedChange", "extract_report"]
