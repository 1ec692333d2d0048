"""The values of a county whose tables are at hand, as columns: comparing them asks the store nothing, and pandas next to nothing.

Of a county's tables pandas takes a tenth of a second to compare, most of it for the hundreds of steps and not for the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

from extract.analysis.facts import settled
from extract.analysis.keys import keys_of
from extract.analysis.places import WHO, series_of
from extract.corpus.changed import computed_columns
from extract.corpus.columns import Array, Columns, Words
from extract.corpus.compared import compare_columns
from extract.corpus.derived_columns import with_derived
from extract.tables import CHANGES

if TYPE_CHECKING:
    from extract.analysis.keys import Keys
    from extract.library.model import Library

_WORDS = ("metric", "qualifier", "resolution", "unit", "scope")
_TEXTS = ("sentence", "figure")
#: more than any year and more than there are metrics, so that series, year and metric make one number
_YEARS, _METRICS = 10_000, 100_000


class AtHand:
    """The observations of a few reports as they settle their series, derived metrics among them, and who they are of."""

    def __init__(self, observations: pd.DataFrame, reports: pd.DataFrame, library: Library) -> None:
        self.library = library
        self.series = series_of(reports)
        keys = list(dict.fromkeys(self.series["series"]))
        names = dict(zip(self.series["series"], self.series["name"], strict=True))
        self.series_keys: Keys = keys_of(keys)
        self.series_names: Array = np.array([names[key] for key in keys], dtype=object)
        held = reports.drop_duplicates("report")
        self._reports: Columns = {"number": np.arange(len(held)), **{name: _words(held[name]) for name in ("report", *WHO)}}
        self._texts = {name: pa.array(observations[name], pa.string()) for name in _TEXTS if name in observations}
        self.rows = with_derived(self._values(observations, held, keys), library, self.series_keys)

    def _values(self, observations: pd.DataFrame, held: pd.DataFrame, keys: list[str]) -> Columns:
        places, series = {name: n for n, name in enumerate(held["report"])}, {key: n for n, key in enumerate(keys, 1)}
        of_report = [series[key] for key in self.series["series"]]
        dated = observations["year"].notna().to_numpy(bool)
        frame = observations if dated.all() else observations[dated]
        number = np.array([places[name] for name in frame["report"]], dtype=np.int64)
        found: Columns = {name: _words(frame[name]) for name in _WORDS}
        found |= {
            "year": frame["year"].to_numpy(np.int64),
            "number": number,
            "series": np.array(of_report, dtype=np.int64)[number],
            "value": frame["value"].to_numpy(np.float64),
            "value_high": frame["value_high"].to_numpy(np.float64),
            "key": np.array([int(key, 16) for key in frame["id"]], dtype=np.uint64),
            "doubtful": (frame["flags"].fillna("") != "").to_numpy(bool),
            "start": frame["start"].to_numpy(),
            "end": frame["end"].to_numpy(),
            "row": np.flatnonzero(dated),
        }
        return self._settled(found, frame, held)

    def _settled(self, found: Columns, frame: pd.DataFrame, held: pd.DataFrame) -> Columns:
        """The rows that count: of a year that two reports of a series state the one that `settled` keeps."""
        key = (found["series"] * _YEARS + found["year"]) * _METRICS + found["metric"].codes
        _, first, one = np.unique(key, return_index=True, return_inverse=True)
        # what conflicts inside a report stays, and a store has settled most of what two reports say
        contested = np.unique(one[found["number"] != found["number"][first][one]])
        if not len(contested):
            return found
        rivals = np.flatnonzero(np.isin(one, contested))
        known = self.series.merge(held[["report", "year"]].rename(columns={"year": "report_year"}), on="report")
        kept = settled(frame[["report", "metric", "year", "resolution"]].iloc[rivals].assign(_place=rivals), known)
        lost = np.setdiff1d(rivals, kept["_place"].to_numpy())
        stays = np.delete(np.arange(len(key)), lost)
        return {name: cells.take(stays) for name, cells in found.items()}

    def reports(self) -> Columns:
        """The reports in the order of their numbers."""
        return self._reports

    def compared(self, group: str = "all", townships: pd.DataFrame | None = None) -> pd.DataFrame:
        """The table of `analysis/compare.py` for every year."""
        return compare_columns(self.rows, self._reports, self.library, group=group, townships=townships, texts=self._texts)

    def moved(self) -> pd.DataFrame:
        """The computed changes of `analysis/changes.py`, without their texts and without what the reports say of them."""
        return computed_columns(self.rows, self)[0][CHANGES]


def _words(column: Any) -> Words:
    return Words.of(pa.array(column, pa.string(), from_pandas=True))
