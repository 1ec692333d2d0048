"""The tables of a whole corpus, made when asked for."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extract.corpus.reader import Store, columns_of
from extract.corpus.run import Options, Summary, run_corpus, run_documents
from extract.library.model import Library
from extract.reading.document import Document
from extract.tables import Row, frame

if TYPE_CHECKING:
    import pandas as pd

    from extract.analysis.facts import Facts
    from extract.corpus.reviews import Decided


class CorpusResult:
    """What a corpus came to; without a store of its own it lives in a temporary one."""

    def __init__(
        self,
        store: Path,
        summary: Summary,
        temporary: tempfile.TemporaryDirectory[str] | None = None,
        sources: Iterable[Path | str] = (),
    ) -> None:
        self.store = store
        self.summary = summary
        self._sources = tuple(sources)
        if temporary is not None:
            weakref.finalize(self, temporary.cleanup)

    def rows(self, table: str, where: str = "TRUE", parameters: Iterable[object] = ()) -> Iterator[Row]:
        """The rows of a table in their order, a few at a time; see `Store.rows`."""
        given = list(parameters)
        with Store(self.store) as store:
            within = None
            if where != "TRUE" and self.decided.decisions:
                within = {str(report) for (report,) in store.ask(f"SELECT report FROM reports r WHERE {where}", given)}  # noqa: S608
            yield from self.decided.rows(table, columns_of(table), store.rows(table, where, given), within)

    @cached_property
    def decided(self) -> Decided:
        """What people decided about figures, in the reviews.csv beside the reports."""
        from extract.corpus.reviews import Decided, reviews_beside

        return Decided(self.store, reviews_beside(self._sources))

    def _frame(self, table: str) -> pd.DataFrame:
        return frame(columns_of(table), self.rows(table))

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """The mentions table."""
        return self._frame("mentions")

    @cached_property
    def observations(self) -> pd.DataFrame:
        """The tidy table."""
        return self._frame("observations")

    @cached_property
    def changes(self) -> pd.DataFrame:
        """The stated changes."""
        return self._frame("changes")

    @cached_property
    def quantities(self) -> pd.DataFrame:
        """Every number of every text."""
        return self._frame("quantities")

    @cached_property
    def reports(self) -> pd.DataFrame:
        """One row a report."""
        return self._frame("reports")

    def facts(self) -> Facts:
        """What the analysis of all reports works on."""
        from extract.corpus.facts import store_facts

        return self.decided.facts(store_facts(self.store))

    @cached_property
    def problems(self) -> list[tuple[str, str, str]]:
        """The files that could not be read: report, issue, message."""
        with Store(self.store) as store:
            return [(str(a), str(b), str(c)) for a, b, c in store.ask("SELECT * FROM problems ORDER BY report")]


def extract_corpus(
    source: Path | str | Iterable[Document],
    library: Library,
    *,
    store: Path | str | None = None,
    options: Options | None = None,
) -> CorpusResult:
    """Everything that the reports of a folder state, or those of documents in memory."""
    paths = [source] if isinstance(source, str | Path) else None
    return open_result(paths, [] if isinstance(source, str | Path) else source, library, store, options)


def open_result(
    paths: Iterable[Path | str] | None,
    documents: Iterable[Document],
    library: Library,
    store: Path | str | None = None,
    options: Options | None = None,
) -> CorpusResult:
    """Runs over paths, or over documents, and opens what came out."""
    paths = None if paths is None else list(paths)
    temporary = None if store is not None else tempfile.TemporaryDirectory(prefix="township-metrics-", ignore_cleanup_errors=True)
    place = Path(store) if store is not None else Path(temporary.name if temporary else "") / "store.duckdb"
    try:
        summary = (
            run_documents(documents, library, place, options) if paths is None else run_corpus(paths, library, place, options)
        )
    except BaseException:
        if temporary is not None:
            temporary.cleanup()
        raise
    return CorpusResult(place, summary, temporary, paths or ())
