"""What analysis asks of a store: narrow tables of the reports in question, and the sentences of what it finds in them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from extract.analysis.facts import AROUND, Facts
from extract.analysis.sentences import HEAD
from extract.analysis.spoken import SENTENCES
from extract.analysis.suggest import AFTER, BEFORE, account
from extract.corpus.held_texts import HeldTexts
from extract.corpus.reader import Store, stretches

_VALUE = "TRY_CAST(t.value AS DOUBLE) AS value, TRY_CAST(t.value_high AS DOUBLE) AS value_high"
_WHO = "r.report, r.township, r.county, r.city, r.province, r.division_code"
_SPAN = 't.start, t."end", t.sentence_start, t.sentence_end'
_OBSERVATIONS = f"""
    SELECT {_WHO}, t.id, t.year, t.metric, m.zh AS metric_zh, m.en AS metric_en, m.category, {_VALUE}, t.qualifier, t.unit,
        t.unit_stated, t.scope, t.resolution, t.mentions, {_SPAN}, t.page, t.flags, t.rule
    FROM (SELECT * FROM observations WHERE {{where}}) t JOIN chosen r USING (number) LEFT JOIN metrics m ON m.id = t.metric
    ANTI JOIN (SELECT number FROM reports_set_aside) a ON a.number = t.number
    ANTI JOIN (SELECT * FROM values_set_aside WHERE {{where}}) b ON b.number = t.number AND b.id = t.id
    ORDER BY r.report, t.start, t."end", t.metric, t.id"""
_MENTIONS = f"""
    SELECT r.report, r.year AS report_year, t.id, t.metric, {_VALUE}, t.qualifier, t.unit, t.unit_stated, t.period, t.basis,
        t.scope, {_SPAN}, t.flags, t.rule, t.sentence_key, t.spoken
    FROM mentions t JOIN chosen r USING (number) WHERE {{where}} ORDER BY r.report, t.start, t."end", t.metric, t.id"""
_STATED = f"""
    SELECT r.report, r.township, r.county, t.id, t.metric, t.direction, TRY_CAST(t.amount AS DOUBLE) AS amount, t.unit,
        t.qualifier, t.from_year, t.to_year, t.origin,
        t.figure, {_SPAN}
    FROM changes t JOIN chosen r USING (number) WHERE {{where}} ORDER BY r.report, t.start, t."end", t.metric, t.id"""
_UNCLAIMED = """
    SELECT r.report, t.start, TRY_CAST(t.value AS DOUBLE) AS value, t.unit, t.reason
    FROM quantities t JOIN chosen r USING (number) WHERE t.class = 'figure' AND t.metrics = '' AND {where}
    ORDER BY r.report, t.start"""
_REPORTS = "SELECT r.* EXCLUDE (number, place, text_hash, filed) FROM chosen r ORDER BY report"
_SIGNATURES = """
    SELECT r.report, r.number, d.signature FROM documents d JOIN chosen r USING (number) WHERE {where} ORDER BY r.report"""
#: the texts of so many reports are kept: opening them takes longest, and a county's audit quotes them seven times
_FEW = 500
_CONTEXTS = """
    SELECT r.report, r.number, r.township, t.start, t."end", TRY_CAST(t.value AS DOUBLE) AS value, t.unit
    FROM quantities t JOIN chosen r USING (number)
    WHERE t.class = 'figure' AND t.metrics = '' AND t.reason IN ('no pattern', 'no unit') ORDER BY r.report, t.start"""
_ACCOUNT = "SELECT r.report, t.class, t.metrics, t.reason FROM quantities t JOIN chosen r USING (number) ORDER BY r.report"
#: the sentence that a mention stands in goes before that of a change
_SENTENCES_AT = """
    WITH held AS (
        SELECT w.place, w.number, t.sentence_start, t.sentence_end, 1 AS rank FROM wanted w
        JOIN (SELECT number, start, sentence_start, sentence_end FROM mentions t WHERE {t}) t USING (number, start)
        UNION ALL
        SELECT w.place, w.number, t.sentence_start, t.sentence_end, 2 AS rank FROM wanted w
        JOIN (SELECT number, start, sentence_start, sentence_end FROM changes t WHERE {t}) t USING (number, start)
    )
    SELECT place, number, sentence_start AS start, sentence_end AS "end"
    FROM held QUALIFY row_number() OVER (PARTITION BY place ORDER BY rank, sentence_end DESC) = 1"""
_NUMBERS = "SELECT report, number FROM reports WHERE report IN (SELECT unnest(?))"


class StoreFacts(Facts):
    """Facts that a store holds; sentences are fetched when they are asked for."""

    path: Path
    #: of few reports, where the sentence of each figure begins and ends; with their texts they need not be asked for
    spans: Mapping[tuple[str, int], tuple[int, int]] = {}
    #: the sentences of figures that no metric took and that somebody assigned, by report and place
    told: Mapping[tuple[str, int], str] = {}

    def quotes(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The sentences around the figures at `report` and `start`."""
        found = self._cut(places) if self.texts else self._fetched(places, sentences_at)
        for place, (report, start) in enumerate(zip(places["report"], places["start"], strict=True) if self.told else ()):
            if not found.iloc[place] and not pd.isna(start):
                found.iloc[place] = self.told.get((str(report), int(start)), "")
        return found

    def around(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The text before and behind the figures at `report` and `start`."""
        return super().around(places) if self.texts else self._fetched(places, around_at)

    def _cut(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The sentences around the figures, out of the texts that are kept."""
        found = [
            "" if pd.isna(start) else self._between(str(report), self.spans.get((str(report), int(start)), (0, 0)))
            for report, start in zip(places["report"], places["start"], strict=True)
        ]
        return pd.Series(found, index=places.index, dtype="string")

    def _between(self, report: str, span: tuple[int, int]) -> str:
        return self.texts.get(report, "")[slice(*span)]

    def _fetched(self, places: pd.DataFrame, at: Callable[[Store, pd.DataFrame], pd.Series[Any]]) -> pd.Series[Any]:
        with Store(self.path) as store:
            return at(store, places)

    def written(self, pattern: str) -> pd.DataFrame:
        """The sentences of a kind that was noted when their reports were read, and no others."""
        spoken = (self.mentions["spoken"].fillna(0).astype("int64") & SENTENCES[pattern]) > 0
        actual = self.mentions[spoken & (self.mentions["basis"] == "actual")]
        wanted = actual[["report", "sentence_start", "sentence_end"]].drop_duplicates(["report", "sentence_start"])
        if self.texts:
            spans = zip(wanted["report"], wanted["sentence_start"], wanted["sentence_end"], strict=True)
            return wanted[["report", "sentence_start"]].assign(
                sentence=[self._between(str(report), (int(first), int(last))) for report, first, last in spans]
            )
        with Store(self.path) as store:
            places = wanted.rename(columns={"sentence_start": "start", "sentence_end": "end"})
            sentences = figures_at(store, places)
        return wanted[["report", "sentence_start"]].assign(sentence=sentences)


def sentences_at(store: Store, places: pd.DataFrame, texts: HeldTexts | None = None) -> pd.Series[Any]:
    """The sentences around the figures at `report` and `start`."""
    held, where = _numbered(store, places[["report", "start"]])
    if len(held):
        store.keep("wanted", held)
        held = store.frame(_SENTENCES_AT.format(t=where.format(number="t.number")))
    return _cut(store, places, held, texts)


def around_at(store: Store, places: pd.DataFrame, texts: HeldTexts | None = None) -> pd.Series[Any]:
    """The text before and behind the figures at `report` and `start`."""
    held, _ = _numbered(store, places[["report", "start"]])
    spans = held.assign(start=(held["start"] - AROUND).clip(lower=0), end=held["start"] + AROUND)
    return _cut(store, places, spans, texts)


def figures_at(store: Store, places: pd.DataFrame, texts: HeldTexts | None = None) -> pd.Series[Any]:
    """What stands at `report` from `start` to `end`."""
    held, _ = _numbered(store, places[["report", "start", "end"]])
    return _cut(store, places, held, texts)


def _cut(store: Store, places: pd.DataFrame, spans: pd.DataFrame, texts: HeldTexts | None) -> pd.Series[Any]:
    """For each place the stretch of its report's text, nothing where there is none."""
    found = np.full(len(places), "", dtype=object)
    if len(spans):
        cells = [spans[column].to_numpy(np.int64) for column in ("number", "start", "end")]
        found[spans["place"].to_numpy(np.int64)] = (texts or HeldTexts(store)).cut(*cells)
    return pd.Series(found, index=places.index, dtype="string")


def _numbered(store: Store, places: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The places that have a start, as `place`, with the numbers of their reports; and where these lie."""
    wanted = places.reset_index(drop=True).assign(place=np.arange(len(places)))
    wanted = wanted[wanted["start"].notna()]
    reports = wanted["report"].astype(str)
    numbers: dict[str, int] = dict(store.ask(_NUMBERS, [sorted(set(reports))])) if len(wanted) else {}
    wanted = wanted.assign(number=reports.map(numbers))
    held = wanted[wanted["number"].notna()].drop(columns="report").astype("int64")
    return held, stretches(sorted(numbers.values()))


def store_facts(
    path: Path | str, where: str = "TRUE", parameters: Sequence[object] = (), *, texts: bool = True, bare: bool = False
) -> StoreFacts:
    """The facts of the reports that `where` chooses (`r.county = ?`); without `texts` nothing is said of copies.

    `bare` facts are observations and reports alone: mentions, stated changes and what nothing claims are left in the store.
    """
    with Store(path) as store:
        lie = store.choose(where, parameters)
        plain, here = lie.format(number="number"), "FALSE" if bare else lie.format(number="t.number")
        facts = StoreFacts(
            _typed(store.frame(_OBSERVATIONS.format(where=plain))),
            _typed(store.frame(_MENTIONS.format(where=here))),
            _typed(store.frame(_STATED.format(where=here))),
            _typed(store.frame(_REPORTS)),
            store.frame(_UNCLAIMED.format(where=here)),
        )
        if texts:
            few = not bare and len(facts.reports) <= _FEW
            held = store.frame(_SIGNATURES.format(where=lie.format(number="d.number")))
            # plain numbers: the compiled rules take no others
            facts.signatures = dict(zip(held["report"], map(np.ndarray.tolist, held["signature"]), strict=True))
            numbers = held["number"].to_numpy(np.int64)
            ends = np.full(len(held), sys.maxsize if few else HEAD)
            pieces = HeldTexts(store).cut(numbers, np.zeros(len(held), dtype=np.int64), ends)
            facts.heads = {report: piece[:HEAD] for report, piece in zip(held["report"], pieces, strict=True)}
            if few:
                facts.texts, facts.spans = dict(zip(held["report"], pieces, strict=True)), _spans(facts)
    facts.path = Path(path)
    return facts


def _spans(facts: Facts) -> dict[tuple[str, int], tuple[int, int]]:
    """Where the sentence of each figure begins and ends: that of a mention before that of a change, of two the longer."""
    found: dict[tuple[str, int], tuple[int, int]] = {}
    for frame in (facts.stated, facts.mentions):
        held = frame.sort_values("sentence_end", kind="stable")
        places = zip(held["report"], held["start"].tolist(), strict=True)
        found.update(zip(places, zip(held["sentence_start"].tolist(), held["sentence_end"].tolist(), strict=True), strict=True))
    return found


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Whole numbers that may be missing as pandas' own, as `frame` in matching types them."""
    for column in ("year", "report_year", "period", "from_year", "to_year"):
        if column in frame:
            frame[column] = frame[column].astype("Int64")
    # a figure that a reviewer assigned has neither
    for column in ("sentence_key", "spoken"):
        if column in frame:
            frame[column] = frame[column].astype("float64")
    return frame


def store_contexts(path: Path | str, where: str = "TRUE", parameters: Sequence[object] = ()) -> pd.DataFrame:
    """What stands around each figure that no pattern claims, in the reports that `where` chooses."""
    with Store(path) as store:
        store.choose(where, parameters)
        held: pd.DataFrame = store.frame(_CONTEXTS)
        start, end = (held[column].to_numpy(np.int64) for column in ("start", "end"))
        first = (start - BEFORE).clip(min=0)
        pieces = HeldTexts(store).cut(held["number"].to_numpy(np.int64), first, end + AFTER)
    # a figure of a report without a text has nothing around it
    told = [
        (piece[: begin - at], piece[begin - at : close - at], piece[close - at :])
        for piece, at, begin, close in zip(pieces, first.tolist(), start.tolist(), end.tolist(), strict=True)
    ]
    words = pd.DataFrame(told, columns=["before", "figure", "after"], dtype="str")
    return pd.concat([held, words], axis=1)[["report", "township", "figure", "value", "unit", "before", "after"]]


def store_account(path: Path | str, where: str = "TRUE", parameters: Sequence[object] = ()) -> pd.DataFrame:
    """Where every number of the reports that `where` chooses went; all of them in the last row."""
    with Store(path) as store:
        store.choose(where, parameters)
        return account(store.frame(_ACCOUNT))
