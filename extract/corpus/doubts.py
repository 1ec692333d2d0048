"""The questions by which an audit chooses the reports of a store that may say something against themselves.

Each is a necessary condition of a finding, on plain values: where it does not hold, qualifiers and rounding cannot make a
contradiction either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from extract.analysis.spoken import SUMMED, YEARLY
from extract.corpus.asked import Asked

if TYPE_CHECKING:
    from extract.library.model import Library

Numbers = set[int]
#: a rate as printed is worth its last digit
_UNIT = """CASE WHEN abs(a.value - round(a.value)) < 1e-6 THEN 1 WHEN abs(a.value * 10 - round(a.value * 10)) < 1e-5 THEN 0.1
    WHEN abs(a.value * 100 - round(a.value * 100)) < 1e-4 THEN 0.01 ELSE 0.0001 END"""


class Doubts:
    """What may be wrong among the chosen reports of a year, or of all years."""

    def __init__(self, asked: Asked, year: int | None, library: Library) -> None:
        self.asked, self.year, self.library, self.store = asked, year, library, asked.store
        self._prepare()

    def _prepare(self) -> None:
        """Makes `read`: the mentions of the year, and of the reports of it and of the year before."""
        of_year = "TRUE"
        if self.year is not None:
            of_year = f"(r.filed BETWEEN {self.year - 1} AND {self.year} OR r.year = {self.year} OR m.period = {self.year})"
        self.store.run("CREATE TEMP TABLE counted_reports AS SELECT DISTINCT number FROM values_here")
        joined = """SELECT m.*, r.year AS report_year, r.filed, s.series,
                m.number IN (SELECT number FROM counted_reports) AND m.basis = 'actual' AS counted
            FROM mentions_here m JOIN chosen r USING (number) JOIN report_series s USING (number)"""
        self.store.run(f"CREATE TEMP TABLE read AS {joined} WHERE {of_year}")
        # the mentions of other reports, where something is held against them
        self.store.run(f"CREATE TEMP VIEW every AS {joined}")

    def numbers(self, question: str, parameters: Sequence[object] = ()) -> Numbers:
        """The numbers of the reports that one SQL statement gives."""
        return {int(number) for (number,) in self.store.ask_own(question, parameters)}

    def among(self, name: str, numbers: Iterable[int]) -> None:
        """Makes these reports a table that statements may name."""
        self.store.keep(name, pd.DataFrame({"number": np.array(sorted(numbers), dtype=np.int32)}))

    def is_(self, column: str) -> str:
        """The column is the year that is asked about, or any."""
        return "TRUE" if self.year is None else f"{column} = {self.year}"

    def _outside(self) -> Numbers:
        return self.numbers(
            f"""SELECT DISTINCT number FROM read WHERE counted AND {self.is_("period")}
                AND (contains(coalesce(flags, ''), 'outside-range') OR (unit = '%' AND value > 100))"""  # noqa: S608
        )

    def _rates(self) -> Numbers:
        found: Numbers = set()
        for derived in self.library.derived.values():
            for rate in derived.agrees if derived.operation == "share" else ():
                found |= self.numbers(
                    f"""SELECT DISTINCT a.number FROM read a
                        JOIN read p ON p.number = a.number AND p.period IS NOT DISTINCT FROM a.period AND p.metric = ?
                        JOIN read w ON w.number = a.number AND w.period IS NOT DISTINCT FROM a.period AND w.metric = ?
                    WHERE a.counted AND p.counted AND w.counted AND a.metric = ? AND a.value <= 100 AND {self.is_("a.period")}
                        AND w.value > 0 AND NOT (100 * p.value / w.value BETWEEN a.value - {_UNIT} / 2
                            AND a.value + {_UNIT} - 2e-6)""",  # noqa: S608
                    [*derived.operands, rate],
                )
        return found

    def _wholes(self) -> Numbers:
        found: Numbers = set()
        for derived in self.library.derived.values():
            if derived.operation == "share":
                part, whole = derived.operands
                found |= self.numbers(
                    f"""SELECT DISTINCT p.number FROM read p JOIN read w ON w.number = p.number
                        AND p.period IS NOT DISTINCT FROM w.period AND w.metric = ? AND w.counted
                    WHERE p.counted AND p.metric = ? AND {self.is_("p.period")} AND p.value > w.value""",  # noqa: S608
                    [whole, part],
                )
                found |= self.numbers(
                    f"""SELECT DISTINCT p.number FROM values_here p JOIN values_here w ON w.number = p.number
                        AND p.year IS NOT DISTINCT FROM w.year AND {self.asked.numbers_of([whole]).replace("f.", "w.")}
                    WHERE {self.asked.numbers_of([part]).replace("f.", "p.")} AND {self.is_("p.year")} AND p.value > w.value"""  # noqa: S608
                )
        return found

    def _sums(self) -> Numbers:
        found: Numbers = set()
        for metric in self.library.metrics.values():
            if metric.parts:
                whole = self.asked.numbers_of([metric.id])
                found |= self.numbers(
                    f"""SELECT number FROM values_here f WHERE {self.asked.numbers_of([metric.id, *metric.parts])}
                        AND {self.is_("f.year")} GROUP BY number, f.year
                    HAVING bool_or({whole}) AND count(*) > 1 AND (bool_or(resolution = 'conflict')
                        OR count(*) > count(DISTINCT metric_number) OR count(*) FILTER ({whole}) > 1
                        OR sum(value) FILTER ({whole}) IS DISTINCT FROM sum(value) FILTER (NOT {whole}))"""  # noqa: S608
                )
        is_part = "(contains(coalesce(rule, ''), '其中') OR regexp_matches(coalesce(rule, ''), '\\bpart \\|'))"
        ours = "TRUE" if self.year is None else f"report_year = {self.year}"
        # sentences with parts that do not simply add up to the figure before them, or with a remainder
        found |= self.numbers(
            f"""WITH told AS (
                SELECT number, sentence_start, start, value, unit, {is_part} AS part, count(*) FILTER (
                    NOT {is_part} AND period IS NOT DISTINCT FROM report_year
                ) OVER (PARTITION BY number, sentence_start ORDER BY start, metric, id) AS total_number
                FROM read WHERE counted AND {ours}),
            totals AS (SELECT number, sentence_start, total_number, value, unit, start FROM told
                WHERE NOT part AND total_number > 0 QUALIFY row_number() OVER (
                    PARTITION BY number, sentence_start, total_number ORDER BY start) = 1),
            parts AS (SELECT number, sentence_start, total_number, start, unit, max(value) AS value FROM told
                WHERE part AND total_number > 0 GROUP BY ALL)
            SELECT DISTINCT number FROM (
                SELECT t.number FROM totals t JOIN parts p USING (number, sentence_start, total_number, unit)
                GROUP BY t.number, t.sentence_start, t.total_number, t.value
                HAVING (count(*) > 1 AND sum(p.value) <> t.value) OR sum(p.value) > t.value
                UNION ALL
                SELECT t.number FROM totals t JOIN parts p USING (number, sentence_start, total_number, unit)
                SEMI JOIN (SELECT number FROM quantities WHERE reason = 'remainder') q ON q.number = t.number)"""  # noqa: S608
        )
        adding = [metric.id for metric in self.library.metrics.values() if metric.combine == "sum"]
        return found | self.numbers(
            f"""SELECT DISTINCT number FROM (SELECT number FROM read WHERE counted AND {self.is_("period")}
                AND list_contains(?, metric) GROUP BY number, sentence_start, metric, unit, period
                HAVING count(*) > 2 AND bool_or(spoken & {SUMMED} > 0))""",  # noqa: S608
            [adding],
        )

    def _doubles(self) -> Numbers:
        found = self.numbers(
            f"""SELECT DISTINCT number FROM (SELECT number FROM values_here f
                WHERE resolution = 'conflict' AND {self.is_("f.year")}
                GROUP BY number, metric_number, f.year HAVING max(value) > min(value))"""  # noqa: S608
        )
        stock = [metric.id for metric in self.library.metrics.values() if metric.stock and metric.combine != "sum"]
        flow = [metric.id for metric in self.library.metrics.values() if not metric.stock]
        return found | self.numbers(
            f"""SELECT DISTINCT number FROM (SELECT number FROM read WHERE counted AND {self.is_("period")}
                AND scope = 'township' AND unit <> '%' AND period = report_year GROUP BY number, metric, period, unit
                HAVING max(value) > min(value) AND max(sentence_start) > min(sentence_start)
                    AND (list_contains(?, metric) OR (list_contains(?, metric) AND bool_or(spoken & {YEARLY} > 0))))""",  # noqa: S608
            [stock, flow],
        )
