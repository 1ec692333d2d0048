"""Wide tables: metric × township for a year, year × township for a metric, township-year × metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from extract.library.model import Library

METRICS, YEARS, PANEL = "metrics", "years", "panel"
SHAPES = (METRICS, YEARS, PANEL)


def usable(observations: pd.DataFrame) -> pd.DataFrame:
    """One row a township, year and metric; what conflicts is left out, as in every comparison."""
    frame = observations[(observations["resolution"] != "conflict") & observations["year"].notna()]
    return frame.drop_duplicates(["province", "city", "county", "township", "year", "metric"])


def metrics_by_township(observations: pd.DataFrame, year: int, library: Library, language: str = "zh") -> pd.DataFrame:
    """A row for each metric of the year, a column for each township; an empty cell is unknown, never 0."""
    frame = usable(observations[observations["year"] == year])
    return _pivoted(_labelled(frame, library, language), ["metric", _name(language), "unit"], "column", library)


def years_by_township(observations: pd.DataFrame, metric: str) -> pd.DataFrame:
    """A row for each year, a column for each township."""
    frame = usable(observations[observations["metric"] == metric])
    frame = frame.assign(column=_towns(frame))
    table = frame.pivot_table(index="year", columns="column", values="value", aggfunc="first", sort=True)
    return table.rename_axis(columns=None).reset_index()


def panel(observations: pd.DataFrame, library: Library) -> pd.DataFrame:
    """A row for each township and year, a column for each metric: what a statistics program reads."""
    frame = usable(observations)
    who = ["province", "city", "county", "township", "division_code", "year"]
    filled = frame.assign(**{column: frame[column].fillna("") for column in who[:-1]})
    table = filled.pivot_table(index=who, columns="metric", values="value", aggfunc="first", sort=True)
    order = [metric for metric in (*library.metrics, *library.derived) if metric in table.columns]
    return table[order].rename_axis(columns=None).reset_index()


def _labelled(frame: pd.DataFrame, library: Library, language: str) -> pd.DataFrame:
    names = {m.id: m.zh if language == "zh" else m.en for m in library.metrics.values()}
    names |= {m.id: m.zh if language == "zh" else m.en for m in library.derived.values()}
    labels = frame["metric"].map(names).fillna(frame["metric"])
    return frame.assign(column=_towns(frame), **{_name(language): labels})


def _name(language: str) -> str:
    return "metric_zh" if language == "zh" else "metric_en"


def _towns(frame: pd.DataFrame) -> pd.Series[str]:
    """The township's name, with its county where two share it."""
    counties = frame[["township", "county"]].drop_duplicates()
    twice = set(counties["township"][counties["township"].duplicated(keep=False)])
    names = [
        f"{town}（{county}）" if town in twice else town for town, county in zip(frame["township"], frame["county"], strict=True)
    ]
    return pd.Series(names, index=frame.index, dtype="object")


def _pivoted(frame: pd.DataFrame, rows: list[str], column: str, library: Library) -> pd.DataFrame:
    table = frame.pivot_table(index=rows, columns=column, values="value", aggfunc="first", sort=True)
    table = table.rename_axis(columns=None).reset_index()
    order = {name: n for n, name in enumerate((*library.metrics, *library.derived))}
    return table.sort_values("metric", key=lambda names: names.map(order), kind="stable").reset_index(drop=True)
