"""What analysis works on: the tables of one or many reports, and the sentences that findings quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, cast

import pandas as pd

from extract.analysis.places import series_of
from extract.analysis.sentences import HEAD
from extract.report.signature import signature
from extract.tables import CHANGES, MENTIONS, OBSERVATIONS, QUANTITIES, REPORTS, frame

#: how much on either side of a figure may explain it
AROUND = 90


class Tables(Protocol):
    """Anything that gives the tables of extraction: a ReportResult, a CorpusResult."""

    @property
    def mentions(self) -> pd.DataFrame:
        """Every mention."""

    @property
    def observations(self) -> pd.DataFrame:
        """The tidy table."""

    @property
    def changes(self) -> pd.DataFrame:
        """The stated changes."""

    @property
    def quantities(self) -> pd.DataFrame:
        """Every number."""

    @property
    def reports(self) -> pd.DataFrame:
        """One row a report."""


@dataclass
class Facts:
    """The tables, typed as extraction types them; texts may be left out of them where `quotes` knows them."""

    observations: pd.DataFrame
    mentions: pd.DataFrame
    stated: pd.DataFrame
    reports: pd.DataFrame
    #: figures that no metric claims, with report, start, value, unit and reason
    unclaimed: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=["report", "start", "value", "unit", "reason"]))
    #: a signature of each report's text, by which copies are found
    signatures: Mapping[str, Sequence[int]] = field(default_factory=dict)
    #: how each report begins
    heads: Mapping[str, str] = field(default_factory=dict)
    #: each report's text, where it is at hand
    texts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables | Facts | Iterable[Tables]) -> Facts:
        """The facts that the tables of a result give, or of several results."""
        made = getattr(tables, "facts", None)
        if callable(made):
            return cast("Facts", made())
        results: list[Any] = list(tables) if isinstance(tables, Iterable) else [tables]
        if not results:
            return cls.of(_Nothing())
        quantities = _joined([result.quantities for result in results])
        chosen = quantities[(quantities["class"] == "figure") & (quantities["metrics"] == "")]
        read = [result for result in results if hasattr(result, "document")]
        return cls(
            _joined([result.observations for result in results]),
            _joined([result.mentions for result in results]),
            _joined([result.changes for result in results]),
            _joined([result.reports for result in results]),
            chosen[["report", "start", "value", "unit", "reason"]],
            {result.document.name: signature(result.flow.clean) for result in read},
            {result.document.name: result.document.text[:HEAD] for result in read},
            {result.document.name: result.document.text for result in read},
        )

    @cached_property
    def _warnings(self) -> dict[str, str]:
        return dict(zip(self.reports["report"], self.reports["warnings"].fillna(""), strict=True))

    def warnings_of(self, report: str) -> str:
        """The codes of the warnings that reading a report gave."""
        return self._warnings.get(report, "")

    def series(self) -> pd.DataFrame:
        """Report → series and name, with the report's year."""
        keys = series_of(self.reports)
        years = self.reports.drop_duplicates("report")[["report", "year"]].rename(columns={"year": "report_year"})
        return keys.merge(years, on="report")

    def quotes(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The sentences around the figures at `report` and `start`, in the order of `places`."""
        known = [frame[["report", "start", "sentence"]] for frame in (self.mentions, self.stated) if "sentence" in frame]
        if not known or places.empty:
            return pd.Series([""] * len(places), index=places.index, dtype="string")
        reports = set(places["report"])
        sentences = pd.concat([frame[frame["report"].isin(reports)] for frame in known]).drop_duplicates(["report", "start"])
        found = places[["report", "start"]].merge(sentences, on=["report", "start"], how="left")["sentence"]
        return found.fillna("").set_axis(places.index)

    def around(self, places: pd.DataFrame) -> pd.Series[Any]:
        """The text before and behind the figures at `report` and `start`; their sentences where no text is at hand."""
        if not self.texts:
            return self.quotes(places)
        cut = [
            self.texts.get(str(report), "")[max(0, int(start) - AROUND) : int(start) + AROUND]
            for report, start in zip(places["report"], places["start"], strict=True)
        ]
        return pd.Series(cut, index=places.index, dtype="string")

    def written(self, pattern: str) -> pd.DataFrame:
        """The sentences with figures that a regular expression finds, with `report` and `sentence_start`."""
        columns = ["report", "sentence_start", "sentence"]
        if "sentence" not in self.mentions:
            return pd.DataFrame(columns=columns)
        held = self.mentions.loc[self.mentions["basis"] == "actual", columns].drop_duplicates(columns[:2])
        spoken = held["sentence"].astype(str).map(re.compile(pattern).search).notna()
        return held[spoken].reset_index(drop=True)


class _Nothing:
    """The tables of no report."""

    mentions = property(lambda _: frame(MENTIONS, []))
    observations = property(lambda _: frame(OBSERVATIONS, []))
    changes = property(lambda _: frame(CHANGES, []))
    quantities = property(lambda _: frame(QUANTITIES, []))
    reports = property(lambda _: frame(REPORTS, []))


def _joined(frames: list[pd.DataFrame]) -> pd.DataFrame:
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def settled(observations: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The observations that count, with their `series`: of a value stated by two reports the one of the year itself.

    What conflicts inside a report stays, marked by its resolution; a store has settled its own already.
    """
    known = series.drop_duplicates("report").set_index("report")
    # columns are mapped and only rivals sorted: a merge would copy every text of a large table
    frame = observations[observations["report"].isin(known.index)].reset_index(drop=True)
    for column in known.columns:
        frame[column] = frame["report"].map(known[column])
    key = ["series", "metric", "year"]
    rivals = frame.loc[frame.duplicated(key, keep=False), [*key, "report", "report_year", "resolution"]]
    if rivals.empty:
        return frame
    own = rivals["report_year"].eq(rivals["year"]).fillna(False)
    distance = (rivals["report_year"] - rivals["year"]).fillna(0).astype("int64")
    rank = (distance.where(distance >= 0, 1000 - distance)).where(~own, 0)
    # a value kept by hand never outranks a report's own
    rivals = rivals.assign(_rank=rank.mask(rivals["resolution"] == "imported", 2000))
    rivals = rivals.sort_values([*key, "_rank", "report"], kind="stable")
    best = rivals.groupby(key, dropna=False, sort=False)["report"].transform("first")
    return frame.drop(index=rivals.index[(rivals["report"] != best).to_numpy(bool)]).reset_index(drop=True)
