"""What goes into a workbook, page or brief for a county and year: gathered once, written in many forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from extract.analysis.audit import audit
from extract.analysis.changes import changes
from extract.analysis.compare import compare
from extract.analysis.movers import movers
from extract.exporting.labels import Labels
from extract.exporting.wide import metrics_by_township

if TYPE_CHECKING:
    from extract.analysis.facts import Facts
    from extract.library.model import Library

_SHOWN_METRICS, _SHOWN_MOVERS = 12, 15
_SLIPS = ("jump", "lost_wan", "extra_wan", "outside_range", "rate_over_100", "two_values")


@dataclass(frozen=True)
class Contents:
    """The tables of an export, and the words to show them with."""

    labels: Labels
    library: Library
    county: str
    year: int
    observations: pd.DataFrame
    compared: pd.DataFrame
    wide: pd.DataFrame
    changes: pd.DataFrame
    movers: pd.DataFrame
    audit: pd.DataFrame
    reports: pd.DataFrame
    facts: dict[str, int] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The export's title."""
        return self.labels.title(self.county, self.year)

    @property
    def brief(self) -> str:
        """The summary in a sentence or two."""
        return self.labels("brief" if self.county else "brief_all", county=self.county, year=self.year, **self.facts)

    def name(self, metric: str) -> str:
        """A metric's name in the export's language."""
        known = self.library.metrics.get(metric) or self.library.derived.get(metric)
        return metric if known is None else known.zh if self.labels.language == "zh" else known.en

    def caption(self, metric: str) -> str:
        """A metric with its unit, above a chart."""
        return self.labels.caption(self.name(metric), self.library.metrics[metric].unit)

    def main_metrics(self, most: int = _SHOWN_METRICS) -> list[str]:
        """The metrics that most townships state, in the library's order."""
        stated = self.compared[(self.compared["resolution"] != "derived") & self.compared["rank"].notna()]
        counts = stated["metric"].value_counts(sort=False)
        order = {name: n for n, name in enumerate(self.library.metrics)}
        chosen = sorted(counts.index, key=lambda name: (-int(counts[name]), order.get(str(name), 0)))[:most]
        return sorted(map(str, chosen), key=lambda name: order.get(name, 0))


def gather(facts: Facts, library: Library, year: int | None = None, *, county: str = "", language: str = "zh") -> Contents:
    """Everything that an export for a county and year shows; without a year the latest."""
    labels = Labels(language)
    reports = facts.reports
    when = year if year is not None else int(reports["year"].max()) if reports["year"].notna().any() else 0
    observations = with_texts(facts, facts.observations)
    compared = compare(observations, when, library=library, reports=reports)
    changed = changes(observations, with_texts(facts, facts.stated), mentions=facts.mentions, reports=reports, library=library)
    changed = changed[changed["to_year"] == when].reset_index(drop=True)
    found = audit(facts, library, year=when, language=language)
    # a computed rate would only say again what the rate or its counts say
    stated = changed[~changed["metric"].isin(set(library.derived))]
    moved = _believed(movers(stated, when), found).head(_SHOWN_MOVERS)
    named = sorted(set(reports["county"].dropna().astype(str)) - {""})
    county = county or (named[0] if len(named) == 1 else "")
    own = observations[observations["year"] == when]
    wide = metrics_by_township(compared, when, library, language) if len(compared) else pd.DataFrame(columns=["metric", "unit"])
    of_year = reports[reports["year"] == when]
    counts = {
        "towns": int(own[["county", "township"]].drop_duplicates().shape[0]),
        "reports": len(of_year),
        "observations": len(own),
        "metrics": int(own["metric"].nunique()),
        "contradictions": len(found),
        "errors": int((found["severity"] == "error").sum()),
    }
    shown = own.sort_values(["county", "township", "metric", "start"], kind="stable").reset_index(drop=True)
    return Contents(labels, library, county, when, shown, compared, wide, changed, moved, found, reports, counts)


def _believed(moved: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """The movers without those that the audit takes for slips of the pen."""
    slips = found[found["kind"].isin(_SLIPS)]
    places = set(zip(slips["report"], slips["start"], strict=True))
    kept = [place not in places for place in zip(moved["report"], moved["start"], strict=True)]
    return moved[kept].reset_index(drop=True)


def with_texts(facts: Facts, table: pd.DataFrame) -> pd.DataFrame:
    """The table with its sentences and figures, where it came from a store without them."""
    if "sentence" in table and "figure" in table:
        return table
    sentences: Any = facts.quotes(table[["report", "start"]])
    starts = (table["start"] - table["sentence_start"]).tolist()
    ends = (table["end"] - table["sentence_start"]).tolist()
    figures = [str(text)[start:end] for text, start, end in zip(sentences, starts, ends, strict=True)]
    return table.assign(sentence=sentences, figure=figures)
