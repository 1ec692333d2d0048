"""`audit` straight from a store: set-wise questions choose what may be wrong, and only that is looked at as `analysis` does.

What the questions choose (`doubts.py`, and here between reports) is handed, with all that a check looks at, to the very functions
that audit tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.across import earlier_values, jumps, stated_changes
from extract.analysis.agreement import CONTRADICTS
from extract.analysis.audit import BETWEEN, without_echoes
from extract.analysis.copies import copied_reports, repeated_figures, title_years
from extract.analysis.facts import Facts
from extract.analysis.findings import Finding, as_table
from extract.analysis.sentences import HEAD, RATE_SENTENCE, SETTLED_SENTENCE, STEADY_SENTENCE
from extract.analysis.sums import totals
from extract.analysis.within import double_values, ranges, rates, wholes
from extract.analysis.written import more_settled, stated_rates, worded_changes
from extract.corpus.asked import Asked
from extract.corpus.changed import EVERY_VALUE, judged_store
from extract.corpus.derived import PLAIN
from extract.corpus.doubts import Doubts, Numbers
from extract.corpus.held_rows import HeldRows, settled, typed
from extract.corpus.held_texts import HeldTexts

if TYPE_CHECKING:
    from extract.library.model import Library

_OF_BEFORE = """
    SELECT r.report, h.report_year, t.metric, t.period
    FROM (SELECT * FROM mentions_here SEMI JOIN wanted_reports USING (number)) t JOIN here h USING (number)
    JOIN reports r USING (number) WHERE h.counts AND t.basis = 'actual' AND t.period < h.report_year"""
_WANTED = "c.number IN (SELECT number FROM wanted_reports)"
#: what is found in the mentions of reports in doubt
_Check = Callable[[pd.DataFrame, Numbers], Iterator[Finding]]


def audit_store(asked: Asked, year: int | None, library: Library, *, language: str = "both") -> pd.DataFrame:
    """The table of `audit`: the findings of a year, or all of them."""
    audited = _Audit(asked, year, library)
    found = audited.found()
    return as_table(found, audited.facts_of(found), library, language)


class _Audit(Doubts):
    """One audit of the chosen reports."""

    def __init__(self, asked: Asked, year: int | None, library: Library) -> None:
        super().__init__(asked, year, library)
        self.texts = HeldTexts(self.store)
        self.rows = self._more = HeldRows(self.store, set(), self.texts)

    # what is asked for, and how it comes

    def _held(self, numbers: Numbers) -> HeldRows:
        """The rows that have these reports among them: those taken out at once, or for a few more reports others."""
        if not numbers <= self.rows.numbers and not numbers <= self._more.numbers:
            self._more = HeldRows(self.store, numbers, self.texts, "more_reports")
        return self.rows if numbers <= self.rows.numbers else self._more

    def _mentions(self, numbers: Numbers, *, every: bool = False) -> pd.DataFrame:
        """The mentions of these reports that count; without `every` those of the year and of its reports."""
        return self._held(numbers).mentions(numbers, year=None if every else self.year)

    def _observations(self, numbers: Numbers) -> pd.DataFrame:
        """What these reports state, as far as it counts."""
        return self._held(numbers).observations(numbers)

    def _settled(self, pairs: pd.DataFrame) -> pd.DataFrame:
        return settled(self.store, pairs)

    def _quotes(self, places: pd.DataFrame) -> pd.Series[Any]:
        return self.rows.quotes(places)

    def _around(self, places: pd.DataFrame) -> pd.Series[Any]:
        return self.rows.around(places)

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
        doubts = (
            (self._rates(), self._rates_of),
            (self._wholes(), self._wholes_of),
            (self._sums(), self._totals_of),
            (self._doubles(), self._doubles_of),
            (self._outside(), self._ranges_of),
        )
        titles = self._titled_otherwise()
        spoken = self._spoken()
        jumping = self._settled(self._jumping())
        told, before, repeated = self._told(jumping), self._other_before(), self._says_the_same()
        wrong = self._told_otherwise(told)
        # the rows of all that is in doubt are taken out at once
        numbers = repeated.union(*(numbers for numbers, _ in doubts), *spoken.values(), before["number"], before["other"])
        numbers |= self._named(set(wrong["report"]).union(wrong["from_report"].dropna() if len(wrong) else ()))
        if self.asked.few:
            numbers |= self._of_year(jumping)
        self.rows = HeldRows(self.store, numbers, self.texts)
        found = [*self._titles(titles), *self._repeated(repeated), *self._within(doubts)]
        found += self._between([*self._earlier(before), *self._jumps(jumping, told), *self._stated(wrong)], spoken)
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

    def _titles(self, numbers: Numbers) -> Iterator[Finding]:
        if numbers:
            facts = self._with_heads(numbers)
            yield from title_years(facts, facts.filed())

    def _with_heads(self, numbers: Numbers, mentions: pd.DataFrame | None = None) -> _Given:
        facts = self._facts(numbers, mentions)
        self.among("wanted_reports", numbers)
        held = self.store.frame(
            "SELECT r.report, r.number, d.signature FROM documents d SEMI JOIN wanted_reports w USING (number)"
            " JOIN reports r USING (number) ORDER BY r.report"
        )
        # plain numbers: the compiled rules take no others
        facts.signatures = dict(zip(held["report"], map(np.ndarray.tolist, held["signature"]), strict=True))
        none = np.zeros(len(held), dtype=np.int64)
        heads = self.texts.cut(held["number"].to_numpy(np.int64), none, none + HEAD)
        facts.heads = dict(zip(held["report"], heads, strict=True))
        return facts

    def _copies(self, more: set[str]) -> Iterator[Finding]:
        """Copies among all reports of which one is of the year, and rivals for a township and the year."""
        alike = self._alike(more)
        numbers = self._rivals().union(*(pair[2:] for pair in alike))
        if numbers:
            self.among("wanted_reports", numbers)
            stated = "SELECT r.report, t.metric, t.value FROM mentions_here t SEMI JOIN wanted_reports USING (number)"
            facts = self._with_heads(numbers, self.store.frame(f"{stated} JOIN chosen r USING (number)"))
            yield from copied_reports(facts, facts.series(), facts.filed(), [pair[:2] for pair in alike])

    def _repeated(self, numbers: Numbers) -> Iterator[Finding]:
        if numbers:
            mentions = self.rows.mentions(numbers, year=self.year, counted=False).drop(columns=["series", "name"])
            facts = self._facts(numbers, mentions)
            yield from repeated_figures(facts, facts.series(), facts.filed(), self.library)

    def _within(self, doubts: Iterable[tuple[Numbers, _Check]]) -> Iterator[Finding]:
        """What reports say against themselves."""
        found: list[Finding] = []
        for numbers, check in doubts:
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

    def _between(self, found: list[Finding], spoken: Mapping[str, Numbers]) -> Iterator[Finding]:
        """What reports say against each other, and in words that say no more than those findings do."""
        yield from found
        places = self._places | {(finding.report, finding.start) for finding in found}
        for pattern, check in ((RATE_SENTENCE, stated_rates), (SETTLED_SENTENCE, more_settled)):
            if numbers := spoken[pattern]:
                yield from check(self._sentences(pattern, numbers), self._mentions(numbers), places)
        if numbers := spoken[STEADY_SENTENCE]:
            sentences, mentions = self._sentences(STEADY_SENTENCE, numbers), self._mentions(numbers)
            yield from worded_changes(sentences, mentions, self._settled(_series_of(self.asked, mentions)), places)

    def _sentences(self, pattern: str, numbers: Numbers) -> pd.DataFrame:
        """The sentences of a kind in these reports."""
        self.among("wanted_reports", numbers)
        held: pd.DataFrame = self.store.frame(
            f"""SELECT DISTINCT r.report, m.sentence_start, m.sentence_end, m.number FROM read m JOIN reports r USING (number)
            SEMI JOIN wanted_reports w USING (number) WHERE {self._of_kind(pattern)} ORDER BY ALL"""  # noqa: S608
        )
        held = held.drop_duplicates(["report", "sentence_start"], ignore_index=True)
        spans = [held[column].to_numpy(np.int64) for column in ("number", "sentence_start", "sentence_end")]
        return held[["report", "sentence_start"]].assign(sentence=self.texts.cut(*spans))

    def _earlier(self, pairs: pd.DataFrame) -> Iterator[Finding]:
        if len(pairs):
            mentions = self._mentions({*pairs["number"], *pairs["other"]}, every=True)
            yield from earlier_values(mentions, self._settled(pairs[["series", "metric_number"]]), self._quotes)

    def _of_year(self, settled: pd.DataFrame) -> Numbers:
        """The reports of the year among those of some values."""
        return self._named(self._names_of_year(settled))

    def _names_of_year(self, settled: pd.DataFrame) -> set[str]:
        return set(settled["report"] if self.year is None else settled.loc[settled["year"] == self.year, "report"])

    def _jumps(self, settled: pd.DataFrame, told: pd.DataFrame) -> Iterator[Finding]:
        """What is far from the other years of the same series and metrics; `told` are their reports' stated changes."""
        if settled.empty:
            return
        self.among("wanted_reports", self._of_year(settled))
        # what the reports themselves tell of years before is all that is asked of their mentions
        mentions = typed(self.store.frame(_OF_BEFORE))
        own = told[told["report"].isin(self._names_of_year(settled))]
        yield from jumps(settled, mentions, own, self.library, self._around, self._usual())

    def _usual(self) -> dict[Any, float]:
        if not self.asked.decided.decisions and self.asked.whole:
            return dict(self.store.ask_own("SELECT metric, value FROM usual"))
        question = f"""SELECT m.id, median(f.value) FROM values_now f JOIN metrics m ON m.position = f.metric_number
            WHERE {PLAIN} GROUP BY ALL"""  # noqa: S608
        return dict(self.store.ask_own(question))

    def _told(self, settled: pd.DataFrame) -> pd.DataFrame:
        """The stated changes of the year that may be contradicted, and all of the reports that these values are of."""
        self.among("wanted_reports", self._of_year(settled))
        return judged_store(
            self.asked,
            self.year,
            condition="c.number IN (SELECT number FROM counted_reports)",
            near_values=EVERY_VALUE,
            doubted=True,
            always=_WANTED if len(settled) else "",
        )

    def _told_otherwise(self, told: pd.DataFrame) -> pd.DataFrame:
        """The stated changes of the year that the values contradict."""
        if told.empty:
            return told
        of_year = True if self.year is None else told["to_year"] == self.year
        return told[(told["agreement"] == CONTRADICTS) & of_year]

    def _stated(self, wrong: pd.DataFrame) -> Iterator[Finding]:
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
            settled = self._settled(pairs)
            self.among("wanted_reports", self._of_year(settled))
            told = judged_store(self.asked, None, condition=_WANTED, near_values=EVERY_VALUE)
            found += self._jumps(settled, told)
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
