"""What analysis asks of a store: narrow tables of the reports in question, and the sentences of what it finds in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from extract.analysis.facts import AROUND, HEAD, Facts
from extract.analysis.suggest import AFTER, BEFORE, account
from extract.corpus.reader import Store

_VALUE = "TRY_CAST(t.value AS DOUBLE) AS value, TRY_CAST(t.value_high AS DOUBLE) AS value_high"
_WHO = "r.report, r.township, r.county, r.city, r.province, r.division_code"
_SPAN = 't.start, t."end", t.sentence_start, t.sentence_end'
#: what two years' sentences are compared by: without years and blanks, as `sentence_key` does it
_KEY = r"""hash(regexp_replace(d.text[t.sentence_start + 1 : t.sentence_end],
    '(?:19|20)[0-9]{2}|[一二三四五六七八九〇零○]{4}年|[\s\x{feff}\x{3000}]+', '', 'g'))"""
_OBSERVATIONS = f"""
    SELECT {_WHO}, t.id, t.year, t.metric, m.zh AS metric_zh, m.en AS metric_en, m.category, {_VALUE}, t.qualifier, t.unit,
        t.unit_stated, t.scope, t.resolution, t.mentions, {_SPAN}, t.page, t.flags, t.rule
    FROM counted t JOIN chosen r USING (number) LEFT JOIN metrics m ON m.id = t.metric"""
_MENTIONS = f"""
    SELECT r.report, r.year AS report_year, t.id, t.metric, {_VALUE}, t.qualifier, t.unit, t.unit_stated, t.period, t.basis,
        t.scope, {_SPAN}, t.flags, t.rule, {{key}} AS sentence_key
    FROM mentions t JOIN chosen r USING (number) {{texts}}"""
_STATED = f"""
    SELECT r.report, r.township, r.county, t.id, t.metric, t.direction, TRY_CAST(t.amount AS DOUBLE) AS amount, t.unit,
        t.qualifier, t.from_year, t.to_year, t.origin,
        d.text[t.start + 1 : t."end"] AS figure, {_SPAN}
    FROM changes t JOIN chosen r USING (number) JOIN documents d USING (number)"""
_UNCLAIMED = """
    SELECT r.report, t.start, TRY_CAST(t.value AS DOUBLE) AS value, t.unit, t.reason
    FROM quantities t JOIN chosen r USING (number) WHERE t.class = 'figure' AND t.metrics = ''"""
_REPORTS = "SELECT r.* EXCLUDE (number, place, text_hash) FROM chosen r ORDER BY report"
_TEXTS = f"SELECT r.report, d.signature, d.text[1:{HEAD}] AS head FROM documents d JOIN chosen r USING (number)"
_CONTEXTS = f"""
    SELECT r.report, r.township, d.text[t.start + 1 : t."end"] AS figure, TRY_CAST(t.value AS DOUBLE) AS value, t.unit,
        d.text[greatest(t.start - {BEFORE}, 0) + 1 : t.start] AS before, d.text[t."end" + 1 : t."end" + {AFTER}] AS after
    FROM quantities t JOIN chosen r USING (number) JOIN documents d USING (number)
    WHERE t.class = 'figure' AND t.metrics = '' AND t.reason IN ('no pattern', 'no unit') ORDER BY r.report, t.start"""
_ACCOUNT = "SELECT r.report, t.class, t.metrics, t.reason FROM quantities t JOIN chosen r USING (number) ORDER BY r.report"
_QUOTES = """
    SELECT w.place, d.text[t.sentence_start + 1 : t.sentence_end] AS sentence
    FROM wanted w JOIN reports r ON r.report = w.report JOIN documents d USING (number)
    JOIN (SELECT number, start, sentence_start, sentence_end FROM {table}) t ON t.number = r.number AND t.start = w.start"""


_AROUND = f"""
    SELECT w.place, d.text[greatest(w.start - {AROUND}, 0) + 1 : w.start + {AROUND}]
    FROM wanted w JOIN reports r ON r.report = w.report JOIN documents d USING (number)"""
_WRITTEN = """
    SELECT DISTINCT r.report, t.sentence_start, d.text[t.sentence_start + 1 : t.sentence_end] AS sentence
    FROM mentions t JOIN reports r USING (number) JOIN documents d USING (number)
    WHERE t.basis = 'actual' AND t.number IN (SELECT number FROM asked)
        AND regexp_matches(d.text[t.sentence_start + 1 : t.sentence_end], ?)"""


class StoreFacts(Facts):
    """Facts that a store holds; sentences are fetched when they are asked for."""

    path: Path
    where: str
    parameters: Sequence[object]
    #: the sentences of figures that no metric took and that somebody assigned, by report and place
    told: Mapping[tuple[str, int], str] = {}

    def quotes(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The sentences around the figures at `report` and `start`."""
        found = self._fetched(places, [_QUOTES.format(table=table) for table in ("changes", "mentions")])
        for place, (report, start) in enumerate(zip(places["report"], places["start"], strict=True) if self.told else ()):
            if not found.iloc[place] and not pd.isna(start):
                found.iloc[place] = self.told.get((str(report), int(start)), "")
        return found

    def around(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The text before and behind the figures at `report` and `start`."""
        return self._fetched(places, [_AROUND])

    def _fetched(self, places: pd.DataFrame, questions: Sequence[str]) -> pd.Series[Any]:
        wanted = pd.DataFrame({"place": range(len(places)), "report": places["report"].astype(str).to_numpy()})
        wanted["start"] = pd.array(places["start"].tolist(), dtype="Int64")
        wanted = wanted[wanted["start"].notna()]
        found: dict[int, str] = {}
        if len(wanted):
            with Store(self.path) as store:
                for question in questions:
                    found.update((int(place), str(text)) for place, text in store.with_table("wanted", wanted, question))
        return pd.Series([found.get(n, "") for n in range(len(places))], index=places.index, dtype="string")

    def written(self, pattern: str) -> pd.DataFrame:
        """The sentences with figures that a regular expression finds."""
        with Store(self.path) as store:
            store.choose(self.where, self.parameters, "asked")
            found: pd.DataFrame = store.frame(_WRITTEN, [pattern])
        return found


def store_facts(path: Path | str, where: str = "TRUE", parameters: Sequence[object] = (), *, texts: bool = True) -> StoreFacts:
    """The facts of the reports that `where` chooses (`r.county = ?`); without `texts` nothing is said of copies."""
    with Store(path) as store:
        store.choose(where, parameters)
        key, joined = (_KEY, "JOIN documents d USING (number)") if texts else ("0", "")
        facts = StoreFacts(
            _typed(store.frame(_OBSERVATIONS)),
            _typed(store.frame(_MENTIONS.format(key=key, texts=joined))),
            _typed(store.frame(_STATED)),
            _typed(store.frame(_REPORTS)),
            store.frame(_UNCLAIMED),
        )
        if texts:
            held = store.frame(_TEXTS)
            facts.signatures = dict(zip(held["report"], held["signature"], strict=True))
            facts.heads = dict(zip(held["report"], held["head"], strict=True))
    facts.path, facts.where, facts.parameters = Path(path), where, tuple(parameters)
    return facts


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Whole numbers that may be missing as pandas' own, as `frame` in matching types them."""
    for column in ("year", "report_year", "period", "from_year", "to_year"):
        if column in frame:
            frame[column] = frame[column].astype("Int64")
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
