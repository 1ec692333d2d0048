"""`audit` straight from a store: set-wise questions choose what may be wrong, and only that is looked at as `analysis` does.

What the questions choose (`doubts.py`, and here between reports) is handed, with all that a check looks at, to the very functions
that audit tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.across import TIMES, earlier_values, jumps, stated_changes
from extract.analysis.agreement import CONTRADICTS
from extract.analysis.audit import BETWEEN, without_echoes
from extract.analysis.copies import COMMON, KEYS, LEAST_SAME, SMALL, copied_reports, repeated_figures, title_years
from extract.analysis.facts import Facts
from extract.analysis.findings import Finding, as_table
from extract.analysis.sentences import HEAD, RATE_SENTENCE, SETTLED_SENTENCE, STEADY_SENTENCE
from extract.analysis.spoken import SENTENCES
from extract.analysis.sums import totals
from extract.analysis.within import double_values, ranges, rates, wholes
from extract.analysis.written import more_settled, stated_rates, worded_changes
from extract.corpus.asked import Asked
from extract.corpus.changed import EVERY_VALUE, judged_store
from extract.corpus.derived import PLAIN
from extract.corpus.doubts import Doubts, Numbers
from extract.corpus.facts import AROUND_AT, SENTENCES_AT, texts_at

if TYPE_CHECKING:
    from extract.library.model import Library

_MENTION = """
    SELECT r.report, r.year AS report_year, k.key AS series, k.name, t.* EXCLUDE (number, report_year, filed, series, counted)
    FROM {table} t JOIN reports r USING (number) JOIN series k ON k.series = t.series SEMI JOIN {wanted} w ON w.number = t.number
    WHERE {condition} ORDER BY r.report, t.start, t."end", t.metric, t.id"""
_OBSERVATION = """
    SELECT r.report, r.year AS report_year, k.key AS series, k.name, format('{{:016x}}', t.key) AS id, m.id AS metric,
        t.* EXCLUDE (number, series, key, metric_number)
    FROM {view} t JOIN reports r USING (number) JOIN series k ON k.series = t.series
    JOIN metrics m ON m.position = t.metric_number {wanted} WHERE {condition} ORDER BY r.report, t.start, t."end", m.id, t.key"""


def audit_store(asked: Asked, year: int | None, library: Library, *, language: str = "both") -> pd.DataFrame:
    """The table of `audit`: the findings of a year, or all of them."""
    audited = _Audit(asked, year, library)
    found = audited.found()
    return as_table(found, audited.facts_of(found), library, language)


class _Audit(Doubts):
    """One audit of the chosen reports."""

    # what is asked for, and how it comes

    def _mentions(self, numbers: Numbers, *, every: bool = False, condition: str = "t.counted") -> pd.DataFrame:
        """The mentions of these reports; without `every` those of the year and of its reports."""
        self.among("wanted_reports", numbers)
        table = "every" if every and self.year is not None else "read"
        return _typed(self.store.frame(_MENTION.format(table=table, wanted="wanted_reports", condition=condition)))

    def _observations(self, numbers: Numbers) -> pd.DataFrame:
        """What these reports state, as far as it counts."""
        self.among("wanted_reports", numbers)
        wanted = "SEMI JOIN wanted_reports w ON w.number = t.number"
        question = _OBSERVATION.format(view="values_here", wanted=wanted, condition="t.year IS NOT NULL")
        return _typed(self.store.frame(question))

    def _settled(self, pairs: pd.DataFrame) -> pd.DataFrame:
        """All years of these series and metrics (`series`, `metric_number`)."""
        self.store.keep("wanted_series", pairs.drop_duplicates())
        wanted = "SEMI JOIN wanted_series w ON w.series = t.series AND w.metric_number = t.metric_number"
        return _typed(self.store.frame(_OBSERVATION.format(view="values_now", wanted=wanted, condition="t.year IS NOT NULL")))

    def _quotes(self, places: pd.DataFrame) -> pd.Series[Any]:
        return texts_at(self.store, places, SENTENCES_AT)

    def _around(self, places: pd.DataFrame) -> pd.Series[Any]:
        return texts_at(self.store, places, AROUND_AT)

    def facts_of(self, found: Sequence[Finding]) -> Facts:
        """What the table of findings asks: who the reports are of, and their sentences."""
        return self._facts(self._named({f.report for f in found} | {f.other_report for f in found}))

    def _named(self, reports: set[str]) -> Numbers:
        return self.numbers("SELECT number FROM chosen WHERE report IN (SELECT unnest(?))", [sorted(reports)])

    def _facts(self, numbers: Numbers, mentions: pd.DataFrame | None = None) -> _Given:
        self.among("wanted_reports", numbers)
        reports = self.store.frame(
            "SELECT r.*, k.key AS series, k.name FROM chosen r SEMI JOIN wanted_reports w USING (number)"
            " JOIN report_series s USING (number) JOIN series k ON k.series = s.series ORDER BY r.report"
        )
        reports["year"], reports["filed"] = reports["year"].astype("Int64"), reports["filed"].astype("Int64")
        empty = pd.DataFrame(columns=["report"])
        facts = _Given(empty, empty if mentions is None else mentions, empty, reports)
        facts.ask = self._quotes
        return facts

    # the audit

    def found(self) -> list[Finding]:
        """The findings, each figure's gravest kind once."""
        found = [*self._titles(), *self._repeated(), *self._within(), *self._between()]
        held = [f for f in found if f.kind in BETWEEN]
        found += self._copies({f.report for f in held})
        found += self._in_question({(f.other_report, f.metric) for f in held if f.other_report})
        kept = without_echoes(found)
        # what was only looked at because another finding rests on it comes a second time, or is of another year
        unique: dict[tuple[object, ...], Finding] = {}
        for finding in kept:
            key = (
                finding.kind,
                finding.report,
                finding.year,
                finding.metric,
                finding.start,
                finding.other_report,
                finding.other_start,
            )
            unique.setdefault(key, finding)
        return [f for f in unique.values() if self.year is None or f.year == self.year]

    def _titles(self) -> Iterator[Finding]:
        numbers = self.numbers(
            f"SELECT number FROM chosen r WHERE contains(warnings, 'year-conflict') AND {self.is_('r.filed')}"  # noqa: S608
        )
        if numbers:
            facts = self._with_heads(numbers)
            yield from title_years(facts, facts.filed())

    def _with_heads(self, numbers: Numbers, mentions: pd.DataFrame | None = None) -> _Given:
        facts = self._facts(numbers, mentions)
        self.among("wanted_reports", numbers)
        held = self.store.frame(
            f"SELECT r.report, d.signature, d.text[1:{HEAD}] AS head FROM documents d"  # noqa: S608
            " SEMI JOIN wanted_reports w USING (number) JOIN reports r USING (number) ORDER BY r.report"
        )
        # plain numbers: the compiled rules take no others
        facts.signatures = dict(zip(held["report"], map(np.ndarray.tolist, held["signature"]), strict=True))
        facts.heads = dict(zip(held["report"], held["head"], strict=True))
        return facts

    def _copies(self, more: set[str]) -> Iterator[Finding]:
        """Copies among all reports of which one is of the year, and rivals for a township and the year."""
        self.store.run(f"CREATE TEMP TABLE looked_at AS SELECT number FROM chosen r WHERE {self.is_('r.filed')}")  # noqa: S608
        if more and self.year is not None:
            self.store.run("INSERT INTO looked_at SELECT number FROM chosen WHERE report IN (SELECT unnest(?))", [sorted(more)])
        chosen = "" if self.asked.whole else " SEMI JOIN chosen USING (number)"
        self.store.run(
            f"CREATE TEMP TABLE clauses AS SELECT number, unnest(signature[1:{KEYS}]) AS clause FROM documents{chosen}"  # noqa: S608
        )
        pairs = self.store.ask_own(
            f"""WITH own AS (SELECT DISTINCT clause FROM clauses SEMI JOIN looked_at USING (number)),
                rare AS (SELECT clause FROM clauses SEMI JOIN own USING (clause) GROUP BY clause
                    HAVING count(*) BETWEEN 2 AND {COMMON}),
                held AS (SELECT c.number, c.clause, r.report, c.number IN (SELECT number FROM looked_at) AS own
                    FROM clauses c SEMI JOIN rare USING (clause) JOIN reports r USING (number))
            SELECT DISTINCT a.report, b.report, a.number, b.number FROM held a JOIN held b
                ON a.clause = b.clause AND a.report < b.report AND (a.own OR b.own) ORDER BY ALL"""  # noqa: S608
        )
        rivals = self.numbers(
            f"""SELECT number FROM chosen r JOIN report_series s USING (number) JOIN series k ON k.series = s.series
                WHERE {self.is_("r.filed")} AND r.filed IS NOT NULL AND k.name <> ''
                QUALIFY count(*) OVER (PARTITION BY s.series, r.filed) > 1"""  # noqa: S608
        )
        numbers = rivals | {number for pair in pairs for number in pair[2:]}
        if numbers:
            mentions = self._mentions(numbers, every=True, condition="TRUE")
            facts = self._with_heads(numbers, mentions)
            yield from copied_reports(facts, facts.series(), facts.filed(), sorted((one, other) for one, other, *_ in pairs))

    def _repeated(self) -> Iterator[Finding]:
        lasting = [metric.id for metric in self.library.metrics.values() if metric.stock or metric.unit == "%"]
        pairs = self.store.ask_own(
            f"""WITH flows AS (SELECT DISTINCT number, start, series, metric, value, filed, sentence_key FROM read
                WHERE NOT list_contains(?, metric) AND basis = 'actual' AND value >= {SMALL} AND filed IS NOT NULL
                    AND period = report_year)
            SELECT a.number, b.number FROM flows a JOIN flows b ON a.series = b.series AND a.metric = b.metric
                AND b.filed = a.filed - 1 AND a.value = b.value AND a.number <> b.number
            WHERE {self.is_("a.filed")} GROUP BY ALL
            HAVING count(DISTINCT a.start) >= {LEAST_SAME} OR bool_or(a.sentence_key = b.sentence_key)""",  # noqa: S608
            [lasting],
        )
        if not pairs:
            return
        self.among("wanted_reports", {number for pair in pairs for number in pair})
        # a value is held against every report of the year before
        numbers = self.numbers(
            "SELECT DISTINCT number FROM read WHERE series IN"
            " (SELECT series FROM report_series SEMI JOIN wanted_reports USING (number))"
        )
        mentions = self._mentions(numbers, condition="TRUE").drop(columns=["series", "name"])
        facts = self._facts(numbers, mentions)
        yield from repeated_figures(facts, facts.series(), facts.filed(), self.library)

    def _within(self) -> Iterator[Finding]:
        """What reports say against themselves."""
        found: list[Finding] = []
        for numbers, check in (
            (self._rates(), self._rates_of),
            (self._wholes(), self._wholes_of),
            (self._sums(), self._totals_of),
            (self._doubles(), self._doubles_of),
            (self._outside(), self._ranges_of),
        ):
            if numbers:
                found += check(self._mentions(numbers), numbers)
        yield from found
        self._places = {(finding.report, finding.start) for finding in found}

    def _stated_by(self, numbers: Numbers) -> pd.DataFrame:
        return self._observations(numbers).drop(columns=["series", "name", "report_year"])

    def _rates_of(self, mentions: pd.DataFrame, _: Numbers) -> Iterator[Finding]:
        return rates(mentions, self.library, self._quotes)

    def _wholes_of(self, mentions: pd.DataFrame, numbers: Numbers) -> Iterator[Finding]:
        return wholes(mentions, self._stated_by(numbers), self.library, self._quotes)

    def _totals_of(self, mentions: pd.DataFrame, numbers: Numbers) -> Iterator[Finding]:
        return totals(self._stated_by(numbers), mentions, self._unclaimed(numbers), self.library, self._quotes)

    def _doubles_of(self, mentions: pd.DataFrame, numbers: Numbers) -> Iterator[Finding]:
        return double_values(self._stated_by(numbers), mentions, self.library, self._quotes)

    def _ranges_of(self, mentions: pd.DataFrame, _: Numbers) -> Iterator[Finding]:
        return ranges(mentions, self.library)

    def _unclaimed(self, numbers: Numbers) -> pd.DataFrame:
        self.among("wanted_reports", numbers)
        found: pd.DataFrame = self.store.frame(
            """SELECT r.report, t.start, TRY_CAST(t.value AS DOUBLE) AS value, t.unit, t.reason
            FROM quantities t SEMI JOIN wanted_reports w USING (number) JOIN reports r USING (number)
            WHERE t.class = 'figure' AND t.metrics = '' ORDER BY r.report, t.start"""
        )
        return found

    def _between(self) -> Iterator[Finding]:
        """What reports say against each other, and in words."""
        found = [*self._earlier(), *self._jumps(), *self._stated()]
        yield from found
        places = self._places | {(finding.report, finding.start) for finding in found}
        for pattern, check in ((RATE_SENTENCE, stated_rates), (SETTLED_SENTENCE, more_settled)):
            sentences, mentions = self._spoken(pattern)
            if len(sentences):
                yield from check(sentences, mentions, places)
        sentences, mentions = self._spoken(STEADY_SENTENCE)
        if len(sentences):
            yield from worded_changes(sentences, mentions, self._settled(_series_of(self.asked, mentions)), places)

    def _spoken(self, pattern: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The sentences of a kind in the year's reports, and the mentions of these reports."""
        self.store.run(
            f"""CREATE OR REPLACE TEMP TABLE wanted AS SELECT DISTINCT m.number, r.report, m.sentence_start, m.sentence_end
            FROM read m JOIN reports r USING (number)
            WHERE m.basis = 'actual' AND m.spoken & {SENTENCES[pattern]} > 0 AND {self.is_("m.report_year")}"""  # noqa: S608
        )
        numbers = self.numbers("SELECT DISTINCT number FROM wanted")
        if not numbers:
            return pd.DataFrame(), pd.DataFrame()
        sentences = self.store.frame(
            "SELECT w.report, w.sentence_start, any_value(d.text[w.sentence_start + 1 : w.sentence_end]) AS sentence"
            " FROM wanted w JOIN documents d USING (number) GROUP BY ALL ORDER BY ALL"
        )
        return sentences, self._mentions(numbers)

    def _earlier(self) -> Iterator[Finding]:
        pairs = self.store.frame(
            f"""SELECT DISTINCT t.number, o.number AS other, o.series, o.metric_number FROM read t
                JOIN metrics n ON n.id = t.metric
                JOIN values_now o ON o.series = t.series AND o.metric_number = n.position AND o.unit = t.unit
                    AND o.year = t.period
                JOIN reports r ON r.number = o.number
            WHERE t.counted AND t.period < t.report_year AND t.scope = 'township' AND {self.is_("t.report_year")}
                AND r.year = o.year AND o.resolution <> 'part' AND o.value IS DISTINCT FROM t.value"""  # noqa: S608
        )
        if len(pairs):
            mentions = self._mentions({*pairs["number"], *pairs["other"]}, every=True)
            yield from earlier_values(mentions, self._settled(pairs[["series", "metric_number"]]), self._quotes)

    def _jumps(self, pairs: pd.DataFrame | None = None) -> Iterator[Finding]:
        if pairs is None:
            # the value of the year lies beyond all others, or is broken in itself
            of_year = "TRUE" if self.year is None else f"f.year = {self.year}"
            beyond = f"(max(f.value) FILTER ({of_year}) = max(f.value) OR min(f.value) FILTER ({of_year}) = min(f.value))"
            broken = "f.value <> floor(f.value) AND f.value < 1000 AND f.unit = m.unit"
            pairs = self.store.frame(
                f"""SELECT DISTINCT series, metric_number FROM (
                    SELECT f.series, f.metric_number FROM values_now f JOIN metrics m ON m.position = f.metric_number
                    WHERE {PLAIN} GROUP BY f.series, f.metric_number, f.unit
                    HAVING ({beyond} AND max(f.value) >= {TIMES} * min(f.value) AND count(*) > 1)
                        OR bool_or({of_year} AND {broken}))"""  # noqa: S608
            )
        if pairs.empty:
            return
        settled = self._settled(pairs)
        reports = set(settled["report"] if self.year is None else settled.loc[settled["year"] == self.year, "report"])
        numbers = self._named(reports)
        # what the reports themselves tell of years before is all that is asked of their mentions
        mentions = self._mentions(numbers, every=True, condition="t.counted AND t.period < t.report_year")
        self.among("wanted_reports", numbers)
        told = judged_store(
            self.asked, None, condition="c.number IN (SELECT number FROM wanted_reports)", near_values=EVERY_VALUE
        )
        yield from jumps(settled, mentions, told, self.library, self._around, self._usual())

    def _usual(self) -> dict[Any, float]:
        if not self.asked.decided.decisions and self.asked.whole:
            return dict(self.store.ask_own("SELECT metric, value FROM usual"))
        question = f"""SELECT m.id, median(f.value) FROM values_now f JOIN metrics m ON m.position = f.metric_number
            WHERE {PLAIN} GROUP BY ALL"""  # noqa: S608
        return dict(self.store.ask_own(question))

    def _stated(self) -> Iterator[Finding]:
        told = judged_store(
            self.asked,
            self.year,
            condition="c.number IN (SELECT number FROM counted_reports)",
            near_values=EVERY_VALUE,
            doubted=True,
        )
        wrong = told[told["agreement"] == CONTRADICTS] if len(told) else told
        if len(wrong):
            yield from stated_changes(wrong, self._mentions(self._named(set(wrong["report"])), every=True), self.library)

    def _in_question(self, others: set[tuple[str, str]]) -> list[Finding]:
        """What is found of the figures of other reports that findings rest on: those figures may be the wrong ones."""
        if not others or self.year is None:
            return []
        numbers = self._named({report for report, _ in others})
        metrics = {metric for _, metric in others}
        mentions, observations = self._mentions(numbers, every=True), self._observations(numbers)
        mentions = mentions[mentions["metric"].isin(metrics)].reset_index(drop=True)
        observations = observations[observations["metric"].isin(metrics)].reset_index(drop=True)
        pairs = _series_of(self.asked, observations)
        bare = observations.drop(columns=["series", "name", "report_year"])
        found = [*double_values(bare, mentions, self.library, self._quotes), *ranges(mentions, self.library)]
        asked, self.year = self.year, None
        try:
            found += self._jumps(pairs)
        finally:
            self.year = asked
        return found


class _Given(Facts):
    """Facts of a few reports, whose series are known."""

    ask: Any

    def series(self) -> pd.DataFrame:
        """Report → series and name, with the report's year."""
        return self.reports[["report", "series", "name", "year"]].rename(columns={"year": "report_year"})

    def filed(self) -> dict[str, int | None]:
        """The year that each report was filed for."""
        return {
            str(report): None if pd.isna(year) else int(year)
            for report, year in zip(self.reports["report"], self.reports["filed"], strict=True)
        }

    def quotes(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The sentences around the figures at `report` and `start`."""
        found: pd.Series[Any] = self.ask(places)
        return found


def _series_of(asked: Asked, rows: pd.DataFrame) -> pd.DataFrame:
    """The series and metrics of rows, as the store numbers them."""
    places = {name: place for place, name in enumerate(asked.metrics)}
    known = rows[["series", "metric"]].drop_duplicates()
    known = known[known["metric"].isin(set(places))]
    series = np.array([asked.series_numbers[key] for key in known["series"]], dtype=np.int32)
    return pd.DataFrame({"series": series, "metric_number": np.array([places[m] for m in known["metric"]], dtype=np.int16)})


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    for column in ("year", "report_year", "period"):
        if column in frame:
            frame[column] = frame[column].astype("Int64")
    return frame
