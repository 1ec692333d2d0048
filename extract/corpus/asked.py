"""A store that is asked about a year or a county: its values and statements, with what people decided lying over them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import pandas as pd

from extract.analysis.keys import Keys, keys_of
from extract.analysis.reviews import decided_frame
from extract.corpus.columns import Array, Columns, Words, columns_from
from extract.corpus.derived import RIVALS
from extract.corpus.derived_columns import with_derived
from extract.corpus.facts import figures_at, sentences_at
from extract.corpus.reader import Store, stretches
from extract.corpus.reviews import Decided

if TYPE_CHECKING:
    from extract.library.model import Library

#: up to as many reports are read from the tables of reports; more from the summaries that lie in the order of metrics
_FEW = 5_000
_VALUE = "TRY_CAST(value AS DOUBLE) AS value, TRY_CAST(value_high AS DOUBLE) AS value_high"
_OBSERVED = """
    SELECT m.position::SMALLINT AS metric_number, o.year::SMALLINT AS year, o.number, TRY_CAST(o.value AS DOUBLE) AS value,
        TRY_CAST(o.value_high AS DOUBLE) AS value_high, o.qualifier, o.resolution, ('0x' || o.id)::UBIGINT AS key, s.series,
        o.unit, o.scope, coalesce(o.flags, '') <> '' AS doubtful, o.start, o."end", o.sentence_start, o.unit_stated
    FROM (SELECT * FROM observations WHERE {where}) o JOIN chosen USING (number) JOIN report_series s USING (number)
    JOIN metrics m ON m.id = o.metric
    ANTI JOIN (SELECT number FROM reports_set_aside) a ON a.number = o.number
    ANTI JOIN (SELECT * FROM values_set_aside WHERE {where}) b ON b.number = o.number AND b.id = o.id"""
_SUMMED = """
    SELECT metric_number, year, number, value, value_high, qualifier, resolution, key, series, unit, scope, doubtful, start,
        "end", sentence_start, unit_stated FROM facts"""
_READ = f"""
    SELECT number, id, metric, {_VALUE}, qualifier, unit, unit_stated, period, basis, scope, start, "end", sentence_start,
        sentence_end, flags, rule, sentence_key, spoken FROM mentions"""  # noqa: S608  (names of our own)
_TOLD = """
    SELECT number, id, metric, direction, TRY_CAST(amount AS DOUBLE) AS amount, unit, qualifier, from_year, to_year, origin,
        start, "end", sentence_start, sentence_end, figure FROM changes"""


class Asked:
    """An open store and the reports of it that a question is about, for the length of a `with` block."""

    def __init__(
        self, path: Path, where: str = "TRUE", parameters: Sequence[object] = (), reviews: pd.DataFrame | None = None
    ) -> None:
        self.decided = Decided(path, reviews if reviews is not None else pd.DataFrame(columns=["sha256"]))
        self.path = path
        self.store = Store(path)
        self.lie = self.store.choose(where, parameters)
        self.count: int = self.store.ask_own("SELECT count(*) FROM chosen")[0][0]
        self.whole: bool = self.count == self.store.ask_own("SELECT count(*) FROM reports")[0][0]
        self.few = self.count <= _FEW
        self.metrics: tuple[str, ...] = tuple(
            str(name) for (name,) in self.store.ask_own("SELECT id FROM metrics ORDER BY position")
        )
        self._lay_over()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.store.close()

    def _lay_over(self) -> None:
        """Makes `values_here` (what counts), `values_now` (what settles its series), `mentions_here` and `stated_here`."""
        here = self.lie.format(number="number")
        chosen = "" if self.whole else " SEMI JOIN chosen USING (number)"
        if self.few:
            self.store.run(f"CREATE TEMP TABLE values_held AS {_OBSERVED.format(where=here)}")
        else:
            self.store.run(f"CREATE TEMP VIEW values_held AS {_SUMMED}{chosen}")
        self.store.run(f"CREATE TEMP VIEW mentions_held AS {_READ}{chosen} WHERE {here}")
        self.store.run(f"CREATE TEMP VIEW stated_held AS {_TOLD}{chosen} WHERE {here}")
        lost = "superseded"
        if self.decided.decisions:
            lost = self._decide()
        else:
            for name in ("values", "mentions", "stated"):
                self.store.run(f"CREATE TEMP VIEW {name}_here AS SELECT * FROM {name}_held")  # noqa: S608
        self.store.run(f"CREATE TEMP VIEW values_now AS SELECT * FROM values_here ANTI JOIN {lost} USING (key)")  # noqa: S608

    def _decide(self) -> str:
        """Puts the rows of reviewed reports as they are now in the place of the old; gives the table of outweighed values."""
        reports = sorted(self.decided.decisions)
        self.store.run(
            "CREATE TEMP TABLE reviewed AS SELECT number, report FROM chosen WHERE report IN (SELECT unnest(?))", [reports]
        )
        lie = stretches([n for (n,) in self.store.ask_own("SELECT number FROM reviewed ORDER BY number")]).format(
            number="h.number"
        )
        observed = (
            " JOIN metrics m ON m.position = h.metric_number"
            " JOIN observations o ON o.number = h.number AND ('0x' || o.id)::UBIGINT = h.key"
        )
        for name, table, own in (
            ("values", "observations", ["metric", "mentions"]),
            ("mentions", "mentions", []),
            ("stated", "changes", []),
        ):
            join, more = (observed, ", m.id AS metric, o.mentions") if own else ("", "")
            rows = self.store.frame(
                f"SELECT h.*, r.report{more} FROM {name}_held h JOIN reviewed r USING (number){join} WHERE {lie}"  # noqa: S608
            )
            made = decided_frame(table, rows, self.decided.decisions, parts=self.decided.parts).drop(columns=["report", *own])
            self.store.keep(f"{name}_decided", made)
            self.store.run(
                f"CREATE TEMP VIEW {name}_here AS SELECT * FROM {name}_held"  # noqa: S608
                f" WHERE number NOT IN (SELECT number FROM reviewed) UNION ALL BY NAME SELECT * FROM {name}_decided"
            )
        # a value taken away may let another report's value count
        self.store.run(f"CREATE TEMP TABLE superseded_now AS {RIVALS.format(values='values_here')}")
        return "superseded_now"

    def values(self, condition: str, parameters: Sequence[object] = (), view: str = "values_now") -> Columns:
        """The observations that a condition on `f` chooses."""
        found = self.columns(f"SELECT f.* FROM {view} f WHERE {condition}", parameters)  # noqa: S608
        known = sorted(self.metrics)
        rank = np.array([known.index(name) for name in self.metrics], dtype=np.int32)
        found["metric"] = Words(rank[found.pop("metric_number")], tuple(known))
        return found

    def numbers_of(self, metrics: Sequence[str]) -> str:
        """The metrics as a condition on `f`."""
        places = [str(place) for place, name in enumerate(self.metrics) if name in set(metrics)]
        return f"f.metric_number IN ({', '.join(places)})" if places else "FALSE"

    def columns(self, question: str, parameters: Sequence[object] = ()) -> Columns:
        """What one SQL statement gives, as columns."""
        return columns_from(self.store.arrow_own(question, parameters))

    def settled_columns(self, question: str) -> Columns:
        """What one SQL statement gives of what settles its series, `{values}`; of a whole store any thread may ask it."""
        if self.whole and not self.decided.decisions:
            settled = f"({_SUMMED} ANTI JOIN superseded USING (key))"
            return columns_from(self.store.arrow(question.format(values=settled)))
        return self.columns(question.format(values="values_now"))

    def reports(self) -> Columns:
        """The chosen reports in the order of their numbers."""
        return self.columns("SELECT number, report, township, county, city, province, division_code FROM chosen ORDER BY number")

    @cached_property
    def _series(self) -> list[tuple[Any, ...]]:
        """Number, key and name of the series of the chosen reports, which are all that rows can name."""
        here = (
            "" if self.whole else " SEMI JOIN (SELECT series FROM report_series SEMI JOIN chosen USING (number)) USING (series)"
        )
        return self.store.ask_own(f"SELECT series, key, name FROM series{here} ORDER BY series")  # noqa: S608

    @cached_property
    def series_names(self) -> Array:
        """The name of every series; the first is series 1."""
        found = np.full(self._series[-1][0] if self._series else 0, "", dtype=object)
        found[[number - 1 for number, _, _ in self._series]] = [name for _, _, name in self._series]
        return found

    @cached_property
    def series_keys(self) -> Keys:
        """The key of every series as a number."""
        found: Keys = np.zeros(self._series[-1][0] if self._series else 0, dtype=np.uint64)
        found[[number - 1 for number, _, _ in self._series]] = keys_of([key for _, key, _ in self._series])
        return found

    @cached_property
    def series_numbers(self) -> dict[str, int]:
        """The number of every series by its key."""
        return {key: number for number, key, _ in self._series}

    def latest(self) -> int | None:
        """The last year that a chosen report is of."""
        found: int | None = self.store.ask_own("SELECT max(year) FROM chosen")[0][0]
        return found

    def called(self) -> pd.DataFrame:
        """Every name that a township goes by in a report, with its series and that series' latest name."""
        found: pd.DataFrame = self.store.frame(
            "SELECT DISTINCT r.township, s.series, s.name FROM chosen r JOIN report_series USING (number)"
            " JOIN series s USING (series) WHERE coalesce(r.township, '') <> '' ORDER BY ALL"
        )
        return found

    def with_texts(self, table: pd.DataFrame, *, figures: bool) -> pd.DataFrame:
        """The table with the sentences at its places, and the figures where they are wanted."""
        found = table.assign(sentence=sentences_at(self.store, table))
        return found.assign(figure=figures_at(self.store, table)) if figures else found

    def with_derived(self, values: Columns, library: Library) -> Columns:
        """The values and, below them, what the library's derived metrics come to; `metric` names each row's."""
        return with_derived(values, library, self.series_keys)
