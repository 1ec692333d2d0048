"""The rows of the reports in doubt: taken out of a store at once, and given out as each check asks for some of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.facts import AROUND
from extract.corpus.facts import around_at, sentences_at

if TYPE_CHECKING:
    from extract.corpus.columns import Array
    from extract.corpus.held_texts import HeldTexts
    from extract.corpus.reader import Store

#: in whose rows of `mentions` and `changes` figures stand, and in which sentences; of two sentences the longer
_SPANS = """
    SELECT number, start, sentence_start, sentence_end, 1 AS rank FROM mentions SEMI JOIN {name} USING (number)
    UNION ALL
    SELECT number, start, sentence_start, sentence_end, 2 AS rank FROM changes SEMI JOIN {name} USING (number)"""
#: `here` tells of each chosen report whether it is of the years asked about and whether it counts (`doubts.py`);
#: all that is said of reports stands beside their numbers, so that each question joins one small table
_REPORTS = """CREATE OR REPLACE TEMP TABLE {name} AS
    SELECT h.number, r.report, h.report_year, k.key AS series, k.name, h.near, h.counts
    FROM (SELECT * FROM here SEMI JOIN wanted_reports USING (number)) h
    JOIN (SELECT number, report FROM reports SEMI JOIN wanted_reports USING (number)) r USING (number)
    JOIN series k ON k.series = h.series"""
_MENTIONS = """
    SELECT h.report, h.report_year, h.series, h.name, t.* EXCLUDE (number), t.number, h.near,
        h.counts AND t.basis = 'actual' AS counted
    FROM mentions_here t JOIN {name} h USING (number) ORDER BY h.report, t.start, t."end", t.metric, t.id"""
_OBSERVATIONS = """
    SELECT h.report, h.report_year, h.series, h.name, format('{{:016x}}', t.key) AS id, m.id AS metric,
        t.* EXCLUDE (series, key, metric_number, number), t.number
    FROM values_here t JOIN {name} h USING (number) JOIN metrics m ON m.position = t.metric_number
    WHERE t.year IS NOT NULL ORDER BY h.report, t.start, t."end", m.id, t.key"""
_SETTLED = """
    SELECT r.report, r.year AS report_year, k.key AS series, k.name, format('{:016x}', t.key) AS id, m.id AS metric,
        t.* EXCLUDE (number, series, key, metric_number)
    FROM (SELECT * FROM values_now SEMI JOIN wanted_series USING (series, metric_number)) t JOIN reports r USING (number)
    JOIN series k ON k.series = t.series JOIN metrics m ON m.position = t.metric_number
    WHERE t.year IS NOT NULL ORDER BY r.report, t.start, t."end", m.id, t.key"""


class HeldRows:
    """Mentions, observations and sentences of some reports of one store."""

    def __init__(self, store: Store, numbers: set[int], texts: HeldTexts, name: str = "held_reports") -> None:
        self._store, self._texts, self.numbers, self._name = store, texts, numbers, name

    @cached_property
    def _kept(self) -> str:
        """The table of these reports."""
        self._store.keep("wanted_reports", pd.DataFrame({"number": np.array(sorted(self.numbers), dtype=np.int32)}))
        self._store.run(_REPORTS.format(name=self._name))
        return self._name

    def _asked(self, question: str) -> pd.DataFrame:
        found: pd.DataFrame = self._store.frame(question.format(name=self._kept))
        return found

    @cached_property
    def _mentions(self) -> pd.DataFrame:
        return self._asked(_MENTIONS)

    @cached_property
    def _observations(self) -> pd.DataFrame:
        return self._asked(_OBSERVATIONS)

    @cached_property
    def _places(self) -> dict[str, int]:
        return dict(self._store.ask_own(f"SELECT report, number FROM {self._kept}"))  # noqa: S608

    @cached_property
    def _sentences(self) -> tuple[Array, Array, Array]:
        return _spans(self._asked(_SPANS))

    def mentions(self, numbers: set[int], *, year: int | None = None, counted: bool = True) -> pd.DataFrame:
        """The mentions of these reports: those that count, or all; and of a `year` with its reports, or of all years."""
        held = self._mentions
        chosen = np.isin(held["number"].to_numpy(), list(numbers))
        if counted:
            chosen &= held["counted"].to_numpy(bool)
        if year is not None:
            chosen &= held["near"].to_numpy(bool) | (held["period"] == year).to_numpy(bool)
        return typed(held[chosen].drop(columns=["number", "near", "counted"]).reset_index(drop=True))

    def observations(self, numbers: set[int]) -> pd.DataFrame:
        """What these reports state, as far as it counts."""
        chosen = np.isin(self._observations["number"].to_numpy(), list(numbers))
        return typed(self._observations[chosen].drop(columns="number").reset_index(drop=True))

    def quotes(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The sentences around the figures at `report` and `start`."""
        found = pd.Series("", index=places.index, dtype="string")
        numbers, known = self._numbered(places)
        if known.any() and len(self._sentences[0]):
            keys, first, last = self._sentences
            wanted = (numbers[known] << 32) | places["start"][known].to_numpy(np.int64)
            place = np.searchsorted(keys, wanted).clip(max=len(keys) - 1)
            there = keys[place] == wanted
            cut = np.full(len(wanted), "", dtype=object)
            cut[there] = self._texts.cut(numbers[known][there], first[place[there]], last[place[there]])
            found[known] = cut
        if not known.all():
            found[~known] = sentences_at(self._store, places[~known], self._texts)
        return found

    def around(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The text before and behind the figures at `report` and `start`."""
        numbers, known = self._numbered(places)
        if not known.all():
            return around_at(self._store, places, self._texts)
        start = places["start"].to_numpy(np.int64)
        return pd.Series(
            self._texts.cut(numbers, (start - AROUND).clip(min=0), start + AROUND), index=places.index, dtype="string"
        )

    def _numbered(self, places: pd.DataFrame) -> tuple[Array, Array]:
        """The reports of places by their numbers, and which of the places are known."""
        numbers = np.array([self._places.get(str(report), -1) for report in places["report"]], dtype=np.int64)
        return numbers, (numbers >= 0) & places["start"].notna().to_numpy(bool)


def settled(store: Store, pairs: pd.DataFrame) -> pd.DataFrame:
    """All years of these series and metrics (`series`, `metric_number`)."""
    store.keep("wanted_series", pairs.drop_duplicates())
    return typed(store.frame(_SETTLED))


def _spans(held: pd.DataFrame) -> tuple[Array, Array, Array]:
    """Report and place as one number, in order, with where the sentence begins and ends: a mention's before a change's."""
    number, start, first, last, rank = (held[name].to_numpy(np.int64) for name in held.columns)
    keys = (number << 32) | start
    order = np.lexsort((-last, rank, keys))
    keys = keys[order]
    once = np.append(True, keys[1:] != keys[:-1])[: len(keys)]
    return keys[once], first[order][once], last[order][once]


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Years as whole numbers that may be missing."""
    for column in ("year", "report_year", "period"):
        if column in frame:
            frame[column] = frame[column].astype("Int64")
    return frame
