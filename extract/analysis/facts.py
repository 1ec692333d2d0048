"""What analysis works on: the tables of one or many reports, and the sentences that findings quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import pandas as pd

from extract.analysis.places import series_of


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

    @classmethod
    def of(cls, tables: Tables) -> Facts:
        """The facts that the tables of a result give."""
        quantities = tables.quantities
        chosen = quantities[(quantities["class"] == "figure") & (quantities["metrics"] == "")]
        signatures = getattr(tables, "signatures", None)
        return cls(
            tables.observations,
            tables.mentions,
            tables.changes,
            tables.reports,
            chosen[["report", "start", "value", "unit", "reason"]],
            signatures if isinstance(signatures, Mapping) else {},
        )

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


def settled(observations: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The observations that count, with their `series`: of a value stated by two reports the one of the year itself.

    What conflicts inside a report stays, marked by its resolution; a store has settled its own already.
    """
    frame = observations.merge(series, on="report", how="inner")
    own = frame["report_year"].eq(frame["year"]).fillna(False)
    distance = (frame["report_year"] - frame["year"]).fillna(0).astype("int64")
    frame["_rank"] = (distance.where(distance >= 0, 1000 - distance)).where(~own, 0)
    frame = frame.sort_values(["series", "metric", "year", "_rank", "report"], kind="stable")
    best = frame.groupby(["series", "metric", "year"], dropna=False, sort=False)["report"].transform("first")
    return frame[frame["report"] == best].drop(columns="_rank").reset_index(drop=True)
