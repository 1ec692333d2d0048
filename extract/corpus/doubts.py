"""The questions by which an audit chooses the reports of a store that may say something against themselves.

Each is a necessary condition of a finding, on plain values: where it does not hold, qualifiers and rounding cannot make a
contradiction either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa

from extract.analysis.across import TIMES
from extract.analysis.copies import LEAST_SAME, SMALL
from extract.analysis.spoken import SENTENCES, SUMMED, YEARLY
from extract.corpus.asked import Asked
from extract.corpus.beside import begun, put_off
from extract.corpus.derived import PLAIN
from extract.corpus.shared_clauses import alike_reports, clauses_in_order

if TYPE_CHECKING:
    from extract.corpus.columns import Array
    from extract.library.model import Library

Numbers = set[int]
#: no more than questions ask: as flags and numbers these rows take half the time to lay down
_READ = """
    SELECT m.number, m.metric, m.value, m.unit, m.period, m.start, m.sentence_start, m.sentence_end, m.sentence_key, m.spoken,
        m.basis = 'actual' AS actual, m.scope = 'township' AS wide, contains(coalesce(m.flags, ''), 'outside-range') AS outside,
        coalesce(contains(m.rule, '其中') OR (contains(m.rule, 'part |') AND regexp_matches(m.rule, '\\bpart \\|')), FALSE)
            AS part,
        h.report_year, h.filed, h.series, h.counts AND m.basis = 'actual' AS counted
    FROM mentions_here m JOIN (SELECT * FROM here) h USING (number) WHERE {condition}"""
#: a rate as printed is worth its last digit
_UNIT = """CASE WHEN abs(a.value - round(a.value)) < 1e-6 THEN 1 WHEN abs(a.value * 10 - round(a.value * 10)) < 1e-5 THEN 0.1
    WHEN abs(a.value * 100 - round(a.value * 100)) < 1e-4 THEN 0.01 ELSE 0.0001 END"""


class Doubts:
    """What may be wrong among the chosen reports of a year, or of all years."""

    def __init__(self, asked: Asked, year: int | None, library: Library) -> None:
        self.asked, self.year, self.library, self.store = asked, year, library, asked.store
        # of a whole store these two need no table that statements make, and mostly one processor
        apart = begun if asked.whole and not asked.decided.decisions else put_off
        self._clauses, self._far = apart(lambda: clauses_in_order(asked)), apart(self._far_from_others)
        self._prepare()

    def _prepare(self) -> None:
        """Makes `here`, what the chosen reports are, and `read`: what is asked of mentions of the year, and of the reports
        of it and of the year before, which are `near`."""
        near, other = "TRUE", "FALSE"
        if self.year is not None:
            near = f"coalesce(r.filed BETWEEN {self.year - 1} AND {self.year} OR r.year = {self.year}, FALSE)"
            other = f"NOT near AND m.period = {self.year}"
        # three million numbers are sooner marked than grouped
        stating = self.store.arrow_own("SELECT number FROM values_here")["number"].to_numpy()
        held = np.zeros(int(stating.max(initial=0)) + 1, dtype=bool)
        held[stating] = True
        self.among("counted_reports", np.flatnonzero(held))
        self.store.run(
            f"""CREATE TEMP TABLE here AS
            SELECT r.number, r.year AS report_year, r.filed, s.series, c.number IS NOT NULL AS counts, {near} AS near
            FROM chosen r JOIN report_series s USING (number) LEFT JOIN counted_reports c ON c.number = r.number"""  # noqa: S608
        )
        # asked apart, so that of the other years' rows little more than the period is looked at
        self.store.run(
            "CREATE TEMP TABLE read AS " + " UNION ALL ".join(_READ.format(condition=condition) for condition in ("near", other))
        )

    def numbers(self, question: str, parameters: Sequence[object] = ()) -> Numbers:
        """The numbers of the reports that one SQL statement gives."""
        return {int(number) for (number,) in self.store.ask_own(question, parameters)}

    def among(self, name: str, numbers: Iterable[int] | Array) -> None:
        """Makes these reports a table that statements may name."""
        ordered = numbers if isinstance(numbers, np.ndarray) else np.array(sorted(numbers))
        self.store.keep(name, pa.table({"number": pa.array(ordered.astype(np.int32))}))

    def is_(self, column: str) -> str:
        """The column is the year that is asked about, or any."""
        return "TRUE" if self.year is None else f"{column} = {self.year}"

    def _outside(self) -> Numbers:
        return self.numbers(
            f"""SELECT DISTINCT number FROM read WHERE counted AND {self.is_("period")}
                AND (outside OR (unit = '%' AND value > 100))"""  # noqa: S608
        )

    def _shares(self) -> str:
        """Which metrics are parts of which, and the rates that are told of both, as rows."""
        found = [
            (*derived.operands, rate)
            for derived in self.library.derived.values()
            if derived.operation == "share"
            for rate in derived.agrees or ("",)
        ]
        rows = ", ".join(f"('{part}', '{whole}', '{rate}')" for part, whole, rate in found)
        return f"(SELECT * FROM (VALUES ('', '', ''), {rows}) k(part, whole, rate))"  # noqa: S608  (ids of the library)

    def _rates(self) -> Numbers:
        return self.numbers(
            f"""SELECT DISTINCT a.number FROM {self._shares()} k JOIN read a ON a.metric = k.rate
                JOIN read p ON p.number = a.number AND p.period IS NOT DISTINCT FROM a.period AND p.metric = k.part
                JOIN read w ON w.number = a.number AND w.period IS NOT DISTINCT FROM a.period AND w.metric = k.whole
            WHERE a.counted AND p.counted AND w.counted AND a.value <= 100 AND {self.is_("a.period")}
                AND w.value > 0 AND NOT (100 * p.value / w.value BETWEEN a.value - {_UNIT} / 2
                    AND a.value + {_UNIT} - 2e-6)"""  # noqa: S608
        )

    def _wholes(self) -> Numbers:
        return self.numbers(
            f"""WITH k AS (SELECT DISTINCT part, whole FROM {self._shares()})
            SELECT p.number FROM k JOIN read p ON p.metric = k.part JOIN read w ON w.number = p.number
                AND w.period IS NOT DISTINCT FROM p.period AND w.metric = k.whole
            WHERE p.counted AND w.counted AND {self.is_("p.period")} AND p.value > w.value
            UNION
            SELECT p.number FROM k JOIN metrics m ON m.id = k.part JOIN metrics n ON n.id = k.whole
                JOIN values_here p ON p.metric_number = m.position
                JOIN values_here w ON w.number = p.number AND w.year IS NOT DISTINCT FROM p.year AND w.metric_number = n.position
            WHERE {self.is_("p.year")} AND p.value > w.value"""  # noqa: S608
        )

    def _sums(self) -> Numbers:
        adds = [
            (metric.id, name) for metric in self.library.metrics.values() if metric.parts for name in (metric.id, *metric.parts)
        ]
        rows = ", ".join(f"('{whole}', '{name}')" for whole, name in adds)
        found = self.numbers(
            f"""SELECT number FROM (VALUES ('', ''), {rows}) k(whole, name) JOIN metrics m ON m.id = k.name
                JOIN values_here f ON f.metric_number = m.position
            WHERE {self.is_("f.year")} GROUP BY number, f.year, k.whole
            HAVING bool_or(name = whole) AND count(*) > 1 AND (bool_or(resolution = 'conflict')
                OR count(*) > count(DISTINCT metric_number) OR count(*) FILTER (name = whole) > 1
                OR sum(value) FILTER (name = whole) IS DISTINCT FROM sum(value) FILTER (name <> whole))"""  # noqa: S608
        )
        ours = "TRUE" if self.year is None else f"report_year = {self.year}"
        # sentences with parts that do not simply add up to the figure before them, or with a remainder
        found |= self.numbers(
            f"""WITH told AS (
                SELECT number, sentence_start, start, metric, value, unit, part, count(*) FILTER (
                    NOT part AND period IS NOT DISTINCT FROM report_year
                ) OVER (PARTITION BY number, sentence_start ORDER BY start, metric) AS total_number
                FROM read SEMI JOIN (SELECT DISTINCT number, sentence_start FROM read WHERE part) USING (number, sentence_start)
                WHERE counted AND {ours}),
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
                SEMI JOIN (SELECT number FROM quantities WHERE reason = 'remainder') q ON q.number = t.number
                UNION ALL
                -- a figure told as a total and as a part: which comes first is not asked
                SELECT number FROM told GROUP BY number, start, metric HAVING bool_or(part) AND NOT bool_and(part))"""  # noqa: S608
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
                AND wide AND unit <> '%' AND period = report_year GROUP BY number, metric, unit
                HAVING max(value) > min(value) AND max(sentence_start) > min(sentence_start)
                    AND (list_contains(?, metric) OR (list_contains(?, metric) AND bool_or(spoken & {YEARLY} > 0))))""",  # noqa: S608
            [stock, flow],
        )

    def _titled_otherwise(self) -> Numbers:
        return self.numbers(
            f"SELECT number FROM chosen r WHERE contains(warnings, 'year-conflict') AND {self.is_('r.filed')}"  # noqa: S608
        )

    def _of_kind(self, pattern: str) -> str:
        return f"m.actual AND m.spoken & {SENTENCES[pattern]} > 0 AND {self.is_('m.report_year')}"

    def _spoken(self) -> dict[str, Numbers]:
        """The year's reports that have sentences of each kind."""
        every = sum(SENTENCES.values())
        held = self.store.ask_own(
            f"""SELECT DISTINCT number, spoken & {every} FROM read m
                WHERE actual AND spoken & {every} > 0 AND {self.is_("report_year")}"""  # noqa: S608
        )
        return {pattern: {number for number, kinds in held if kinds & kind} for pattern, kind in SENTENCES.items()}

    def _jumping(self) -> pd.DataFrame:
        """The series and metrics of which the value of the year lies beyond all others, or is broken in itself."""
        series, metric = self._far()
        return pd.DataFrame({"series": series, "metric_number": metric}).drop_duplicates(ignore_index=True)

    def _far_from_others(self) -> tuple[Array, Array]:
        held = self.asked.settled_columns(
            f"""SELECT f.series, f.metric_number, f.unit, f.value, {self.is_("f.year")} AS ours,
                f.value <> floor(f.value) AND f.value < 1000 AND f.unit = m.unit AS broken
            FROM {{values}} f JOIN metrics m ON m.position = f.metric_number WHERE {PLAIN}"""  # noqa: S608
        )
        series, metric, ours = held["series"], held["metric_number"], held["ours"].astype(bool)
        kind = _dense(metric.astype(np.int64) * len(held["unit"].known) + held["unit"].codes)
        kept = ours & (beyond_others(held["value"], ours, kind, series) | held["broken"].astype(bool))
        return series[kept], metric[kept]

    def _other_before(self) -> pd.DataFrame:
        """Reports that tell of an earlier year something else than a report of that year, and that one."""
        found: pd.DataFrame = self.store.frame(
            f"""SELECT DISTINCT t.number, o.number AS other, o.series, o.metric_number FROM read t
                JOIN metrics n ON n.id = t.metric
                JOIN values_now o ON o.series = t.series AND o.metric_number = n.position AND o.unit = t.unit
                    AND o.year = t.period
                JOIN reports r ON r.number = o.number
            WHERE t.counted AND t.period < t.report_year AND t.wide AND {self.is_("t.report_year")}
                AND r.year = o.year AND o.resolution <> 'part' AND o.value IS DISTINCT FROM t.value"""  # noqa: S608
        )
        return found

    def _says_the_same(self) -> Numbers:
        """Reports of series in which one has many figures, or a sentence with its figure, of the year before."""
        lasting = [metric.id for metric in self.library.metrics.values() if metric.stock or metric.unit == "%"]
        pairs = self.store.ask_own(
            f"""WITH flows AS (SELECT number, start, series, metric, value, filed, sentence_key FROM read
                WHERE NOT list_contains(?, metric) AND actual AND value >= {SMALL} AND filed IS NOT NULL
                    AND period = report_year)
            SELECT a.number, b.number FROM flows a JOIN flows b ON a.series = b.series AND a.metric = b.metric
                AND b.filed = a.filed - 1 AND a.value = b.value AND a.number <> b.number
            WHERE {self.is_("a.filed")} GROUP BY ALL
            HAVING count(DISTINCT a.start) >= {LEAST_SAME} OR bool_or(a.sentence_key = b.sentence_key)""",  # noqa: S608
            [lasting],
        )
        if not pairs:
            return set()
        self.among("wanted_reports", {number for pair in pairs for number in pair})
        # a value is held against every report of the year before
        return self.numbers(
            "SELECT DISTINCT number FROM read WHERE series IN"
            " (SELECT series FROM report_series SEMI JOIN wanted_reports USING (number))"
        )

    def _alike(self, more: set[str]) -> list[tuple[str, str, int, int]]:
        """Pairs of reports, one of the year or of `more`, whose texts are alike, by name and by number."""
        numbers = self.numbers(f"SELECT number FROM chosen r WHERE {self.is_('r.filed')}")  # noqa: S608
        if more and self.year is not None:
            numbers |= self.numbers("SELECT number FROM chosen WHERE report IN (SELECT unnest(?))", [sorted(more)])
        pairs = alike_reports(self.asked, self._clauses(), np.array(sorted(numbers), dtype=np.int64)).tolist()
        self.among("wanted_reports", {number for pair in pairs for number in pair})
        names = dict(self.store.ask_own("SELECT number, report FROM reports SEMI JOIN wanted_reports USING (number)"))
        return sorted((*sorted((names[one], names[other])), one, other) for one, other in pairs)

    def _rivals(self) -> Numbers:
        """Reports of one township for one year."""
        return self.numbers(
            f"""SELECT number FROM chosen r JOIN report_series s USING (number) JOIN series k ON k.series = s.series
                WHERE {self.is_("r.filed")} AND r.filed IS NOT NULL AND k.name <> ''
                QUALIFY count(*) OVER (PARTITION BY s.series, r.filed) > 1"""  # noqa: S608
        )


def beyond_others(values: Array, ours: Array, kind: Array, series: Array) -> Array:
    """Which of our values are the least or the most of their kind and series, where these are many times apart.

    >>> kind, series = np.array([0, 0, 0, 1]), np.array([5, 5, 5, 5])
    >>> beyond_others(np.array([3.0, 40.0, 4.0, 7.0]), np.array([True, True, False, True]), kind, series).tolist()
    [True, True, False, False]
    """
    if not len(values):
        return ours
    # a place for each series of each kind: that is sooner done than putting rows in order
    place = _dense(series)
    group = kind * (int(place.max()) + 1) + place
    low, high = np.full(int(group.max()) + 1, np.inf), np.full(int(group.max()) + 1, -np.inf)
    np.minimum.at(low, group, values)
    np.maximum.at(high, group, values)
    lowest, highest = low[group], high[group]
    found: Array = ours & (highest >= TIMES * lowest) & ((values == lowest) | (values == highest))
    return found


def _dense(codes: Array) -> Array:
    """The codes, which are not negative, by their rank among those that there are."""
    held = np.zeros(int(codes.max(initial=0)) + 1, dtype=bool)
    held[codes] = True
    found: Array = (held.cumsum() - 1)[codes]
    return found
