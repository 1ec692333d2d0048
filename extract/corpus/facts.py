"""What analysis asks of a store: narrow tables of the reports in question, and the sentences of what it finds in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_TEXTS = f"""
    SELECT r.report, d.signature, d.text[1:{HEAD}] AS head, {{text}} AS text
    FROM documents d JOIN chosen r USING (number) WHERE {{where}} ORDER BY r.report"""
#: the texts of so many reports are kept: opening them takes longest, and a county's audit quotes them seven times
_FEW = 500
_CONTEXTS = f"""
    SELECT r.report, r.township, d.text[t.start + 1 : t."end"] AS figure, TRY_CAST(t.value AS DOUBLE) AS value, t.unit,
        d.text[greatest(t.start - {BEFORE}, 0) + 1 : t.start] AS before, d.text[t."end" + 1 : t."end" + {AFTER}] AS after
    FROM quantities t JOIN chosen r USING (number) JOIN documents d USING (number)
    WHERE t.class = 'figure' AND t.metrics = '' AND t.reason IN ('no pattern', 'no unit') ORDER BY r.report, t.start"""
_ACCOUNT = "SELECT r.report, t.class, t.metrics, t.reason FROM quantities t JOIN chosen r USING (number) ORDER BY r.report"
#: the sentence that a mention stands in goes before that of a change; the texts, which take longest, are opened once
SENTENCES_AT = """
    WITH held AS (
        SELECT w.place, w.number, t.sentence_start, t.sentence_end, 1 AS rank FROM wanted w
        JOIN (SELECT number, start, sentence_start, sentence_end FROM mentions t WHERE {t}) t USING (number, start)
        UNION ALL
        SELECT w.place, w.number, t.sentence_start, t.sentence_end, 2 AS rank FROM wanted w
        JOIN (SELECT number, start, sentence_start, sentence_end FROM changes t WHERE {t}) t USING (number, start)
    )
    SELECT h.place, d.text[h.sentence_start + 1 : h.sentence_end] AS text FROM (
        SELECT * FROM held QUALIFY row_number() OVER (PARTITION BY place ORDER BY rank, sentence_end DESC) = 1
    ) h JOIN {documents} d USING (number) WHERE {d}"""
AROUND_AT = f"""
    SELECT w.place, d.text[greatest(w.start - {AROUND}, 0) + 1 : w.start + {AROUND}] AS text
    FROM wanted w JOIN {{documents}} d USING (number) WHERE {{d}}"""
FIGURE_AT = """
    SELECT w.place, d.text[w.start + 1 : w."end"] AS text FROM wanted w JOIN {documents} d USING (number) WHERE {d}"""
_NUMBERS = "SELECT report, number FROM reports WHERE report IN (SELECT unnest(?))"
_SENTENCES = """
    SELECT DISTINCT w.report, w.sentence_start, d.text[w.sentence_start + 1 : w.sentence_end] AS sentence
    FROM wanted w JOIN documents d USING (number) WHERE {d}"""


class StoreFacts(Facts):
    """Facts that a store holds; sentences are fetched when they are asked for."""

    path: Path
    #: of few reports, where the sentence of each figure begins and ends; with their texts they need not be asked for
    spans: Mapping[tuple[str, int], tuple[int, int]] = {}
    #: the sentences of figures that no metric took and that somebody assigned, by report and place
    told: Mapping[tuple[str, int], str] = {}

    def quotes(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The sentences around the figures at `report` and `start`."""
        found = self._cut(places) if self.texts else self._fetched(places, SENTENCES_AT)
        for place, (report, start) in enumerate(zip(places["report"], places["start"], strict=True) if self.told else ()):
            if not found.iloc[place] and not pd.isna(start):
                found.iloc[place] = self.told.get((str(report), int(start)), "")
        return found

    def around(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The text before and behind the figures at `report` and `start`."""
        return super().around(places) if self.texts else self._fetched(places, AROUND_AT)

    def _cut(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The sentences around the figures, out of the texts that are kept."""
        found = [
            "" if pd.isna(start) else self._between(str(report), self.spans.get((str(report), int(start)), (0, 0)))
            for report, start in zip(places["report"], places["start"], strict=True)
        ]
        return pd.Series(found, index=places.index, dtype="string")

    def _between(self, report: str, span: tuple[int, int]) -> str:
        return self.texts.get(report, "")[slice(*span)]

    def _fetched(self, places: pd.DataFrame, question: str) -> pd.Series[Any]:
        with Store(self.path) as store:
            return texts_at(store, places, question)

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
            held, where = _numbered(store, wanted)
            if held.empty:
                return pd.DataFrame(columns=["report", "sentence_start", "sentence"])
            store.keep("wanted", held)
            found: pd.DataFrame = store.frame(_SENTENCES.format(d=where.format(number="d.number")))
        return found


def texts_at(store: Store, places: pd.DataFrame, question: str, held_texts: HeldTexts | None = None) -> pd.Series[Any]:
    """What a question gives at the places (`report`, `start` and, if it needs it, `end`)."""
    columns = [column for column in ("report", "start", "end") if column in places]
    wanted = places[columns].reset_index(drop=True).assign(place=np.arange(len(places)))
    for column in columns[1:]:
        wanted[column] = wanted[column].astype("Int64")
    found = np.full(len(places), "", dtype=object)
    held, where = _numbered(store, wanted[wanted["start"].notna()])
    if len(held):
        documents = held_texts.table(held["number"].unique()) if held_texts is not None else "documents"
        store.keep("wanted", held)
        lie = where.format(number="d.number") if documents == "documents" else "TRUE"
        rows = store.frame(question.format(t=where.format(number="t.number"), d=lie, documents=documents))
        found[rows["place"].to_numpy()] = rows["text"].to_numpy(dtype=object)
    return pd.Series(found, index=places.index, dtype="string")


def _numbered(store: Store, wanted: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The places with the numbers of their reports, and where these lie."""
    numbers: dict[str, int] = dict(store.ask(_NUMBERS, [sorted(set(wanted["report"].astype(str)))])) if len(wanted) else {}
    found = wanted["report"].astype(str).map(numbers)
    held = wanted[found.notna()].drop(columns="report") if "place" in wanted else wanted[found.notna()]
    return held.assign(number=found[found.notna()].astype("int64")), stretches(sorted(numbers.values()))


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
            held = store.frame(_TEXTS.format(text="d.text" if few else "NULL", where=lie.format(number="d.number")))
            # plain numbers: the compiled rules take no others
            facts.signatures = dict(zip(held["report"], map(np.ndarray.tolist, held["signature"]), strict=True))
            facts.heads = dict(zip(held["report"], held["head"], strict=True))
            if few:
                facts.texts, facts.spans = dict(zip(held["report"], held["text"], strict=True)), _spans(facts)
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
        found: pd.DataFrame = store.frame(_CONTEXTS)
    return found


def store_account(path: Path | str, where: str = "TRUE", parameters: Sequence[object] = ()) -> pd.DataFrame:
    """Where every number of the reports that `where` chooses went; all of them in the last row."""
    with Store(path) as store:
        store.choose(where, parameters)
        return account(store.frame(_ACCOUNT))
