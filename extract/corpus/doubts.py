"""The questions by which an audit chooses the reports of a store that may say something against themselves.

Each is a necessary condition of a finding, on plain values: where it does not hold, qualifiers and rounding cannot make a
contradiction either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.across import TIMES
from extract.analysis.alike import likenesses
from extract.analysis.copies import ALIKE, COMMON, KEYS, LEAST_SAME, SMALL
from extract.analysis.spoken import SENTENCES, SUMMED, YEARLY
from extract.corpus.asked import Asked
from extract.corpus.derived import PLAIN

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

    def _titled_otherwise(self) -> Numbers:
        return self.numbers(
            f"SELECT number FROM chosen r WHERE contains(warnings, 'year-conflict') AND {self.is_('r.filed')}"  # noqa: S608
        )

    def _of_kind(self, pattern: str) -> str:
        return f"m.basis = 'actual' AND m.spoken & {SENTENCES[pattern]} > 0 AND {self.is_('m.report_year')}"

    def _spoken(self, pattern: str) -> Numbers:
        """The year's reports that have sentences of a kind."""
        return self.numbers(f"SELECT DISTINCT number FROM read m WHERE {self._of_kind(pattern)}")  # noqa: S608

    def _jumping(self) -> pd.DataFrame:
        """The series and metrics of which the value of the year lies beyond all others, or is broken in itself."""
        of_year = "TRUE" if self.year is None else f"f.year = {self.year}"
        beyond = f"(max(f.value) FILTER ({of_year}) = max(f.value) OR min(f.value) FILTER ({of_year}) = min(f.value))"
        broken = "f.value <> floor(f.value) AND f.value < 1000 AND f.unit = m.unit"
        found: pd.DataFrame = self.store.frame(
            f"""SELECT DISTINCT series, metric_number FROM (
                SELECT f.series, f.metric_number FROM values_now f JOIN metrics m ON m.position = f.metric_number
                WHERE {PLAIN} GROUP BY f.series, f.metric_number, f.unit
                HAVING ({beyond} AND max(f.value) >= {TIMES} * min(f.value) AND count(*) > 1)
                    OR bool_or({of_year} AND {broken}))"""  # noqa: S608
        )
        return found

    def _other_before(self) -> pd.DataFrame:
        """Reports that tell of an earlier year something else than a report of that year, and that one."""
        found: pd.DataFrame = self.store.frame(
            f"""SELECT DISTINCT t.number, o.number AS other, o.series, o.metric_number FROM read t
                JOIN metrics n ON n.id = t.metric
                JOIN values_now o ON o.series = t.series AND o.metric_number = n.position AND o.unit = t.unit
                    AND o.year = t.period
                JOIN reports r ON r.number = o.number
            WHERE t.counted AND t.period < t.report_year AND t.scope = 'township' AND {self.is_("t.report_year")}
                AND r.year = o.year AND o.resolution <> 'part' AND o.value IS DISTINCT FROM t.value"""  # noqa: S608
        )
        return found

    def _says_the_same(self) -> list[tuple[int, int]]:
        """Reports that have many figures, or a sentence with its figure, of the year before, and the one of that year."""
        lasting = [metric.id for metric in self.library.metrics.values() if metric.stock or metric.unit == "%"]
        return self.store.ask_own(
            f"""WITH flows AS (SELECT DISTINCT number, start, series, metric, value, filed, sentence_key FROM read
                WHERE NOT list_contains(?, metric) AND basis = 'actual' AND value >= {SMALL} AND filed IS NOT NULL
                    AND period = report_year)
            SELECT a.number, b.number FROM flows a JOIN flows b ON a.series = b.series AND a.metric = b.metric
                AND b.filed = a.filed - 1 AND a.value = b.value AND a.number <> b.number
            WHERE {self.is_("a.filed")} GROUP BY ALL
            HAVING count(DISTINCT a.start) >= {LEAST_SAME} OR bool_or(a.sentence_key = b.sentence_key)""",  # noqa: S608
            [lasting],
        )

    def _share_a_clause(self, more: set[str]) -> list[tuple[str, str, int, int]]:
        """Pairs of reports, one of the year or of `more`, that share a rare clause, by name and by number."""
        self.store.run(f"CREATE TEMP TABLE looked_at AS SELECT number FROM chosen r WHERE {self.is_('r.filed')}")  # noqa: S608
        if more and self.year is not None:
            self.store.run("INSERT INTO looked_at SELECT number FROM chosen WHERE report IN (SELECT unnest(?))", [sorted(more)])
        chosen = "" if self.asked.whole else " SEMI JOIN chosen USING (number)"
        self.store.run(
            f"CREATE TEMP TABLE clauses AS SELECT number, unnest(signature[1:{KEYS}]) AS clause FROM documents{chosen}"  # noqa: S608
        )
        return self.store.ask_own(
            f"""WITH own AS (SELECT DISTINCT clause FROM clauses SEMI JOIN looked_at USING (number)),
                rare AS (SELECT clause FROM clauses SEMI JOIN own USING (clause) GROUP BY clause
                    HAVING count(*) BETWEEN 2 AND {COMMON}),
                held AS (SELECT c.number, c.clause, r.report, c.number IN (SELECT number FROM looked_at) AS own
                    FROM clauses c SEMI JOIN rare USING (clause) JOIN reports r USING (number))
            SELECT DISTINCT a.report, b.report, a.number, b.number FROM held a JOIN held b
                ON a.clause = b.clause AND a.report < b.report AND (a.own OR b.own) ORDER BY ALL"""  # noqa: S608
        )

    def _rivals(self) -> Numbers:
        """Reports of one township for one year."""
        return self.numbers(
            f"""SELECT number FROM chosen r JOIN report_series s USING (number) JOIN series k ON k.series = s.series
                WHERE {self.is_("r.filed")} AND r.filed IS NOT NULL AND k.name <> ''
                QUALIFY count(*) OVER (PARTITION BY s.series, r.filed) > 1"""  # noqa: S608
        )

    def _alike(self, pairs: Sequence[tuple[str, str, int, int]]) -> tuple[list[tuple[str, str]], Numbers]:
        """Those pairs whose texts are alike, and all their numbers; most of a country have a stock phrase in common, no more."""
        if not pairs:
            return [], set()
        self.among("wanted_reports", {number for *_, one, other in pairs for number in (one, other)})
        shared = likenesses(self._signatures(), [(one, other) for *_, one, other in pairs])
        alike = [pair for pair, share in zip(pairs, shared, strict=True) if share >= ALIKE]
        return sorted((one, other) for one, other, *_ in alike), {number for pair in alike for number in pair[2:]}

    def _signatures(self) -> dict[int, Any]:
        """The signatures of the wanted reports, as arrays: of a country's there are millions of numbers."""
        held = self.store.arrow_own("SELECT number, signature FROM documents SEMI JOIN wanted_reports USING (number)")
        lists = held["signature"].combine_chunks()
        values, ends = lists.flatten().to_numpy(), lists.value_lengths().fill_null(0).to_numpy().cumsum().tolist()
        starts = [0, *ends[:-1]]
        numbers = held["number"].to_pylist()
        return {number: values[start:end] for number, start, end in zip(numbers, starts, ends, strict=True)}
