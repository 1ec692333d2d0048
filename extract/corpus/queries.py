"""The questions that pages ask a store, each answered from a summary so that it takes milliseconds on twelve million rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extract.corpus.reader import Store
from extract.matching.result import frame
from extract.tables import OBSERVATIONS

_FACTS = """
    SELECT m.id AS metric, f.year, t.place, t.township, t.county, t.city, t.province, f.value, f.value_high, f.qualifier,
        f.resolution, f.comparable, f.id, r.report
    FROM facts f JOIN townships t USING (town) JOIN metrics m ON m.position = f.metric_number JOIN reports r USING (number)
    WHERE {conditions} ORDER BY m.position, f.year, t.town, f.id"""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a page looks at; an empty field is no restriction."""

    metrics: Sequence[str] = ()
    years: Sequence[int] = ()
    provinces: Sequence[str] = ()
    cities: Sequence[str] = ()
    counties: Sequence[str] = ()
    places: Sequence[str] = ()

    def conditions(self) -> tuple[str, list[object]]:
        """The restriction as SQL over metrics m, facts f and townships t, and its parameters."""
        parts = ["TRUE"]
        values: list[object] = []
        for column, chosen in (
            ("t.province", self.provinces),
            ("t.city", self.cities),
            ("t.county", self.counties),
            ("t.place", self.places),
            ("f.year", self.years),
        ):
            if chosen:
                parts.append(f"{column} IN (SELECT unnest(?))")
                values.append(list(chosen))
        if self.metrics:
            # the numbers themselves, so that the sorted table is read in one place only
            parts.append("f.metric_number IN (SELECT position FROM metrics WHERE id IN (SELECT unnest(?)))")
            values.append(list(self.metrics))
        return " AND ".join(parts), values


def find_townships(store: Store, text: str = "", limit: int = 50) -> Any:
    """The townships whose name, county, city or province holds `text`, as an Arrow table."""
    words = [f"%{word}%" for word in text.split()]
    name = "(township || ' ' || county || ' ' || city || ' ' || province)"
    conditions = " AND ".join([f"{name} LIKE ?"] * len(words)) or "TRUE"
    question = f"SELECT * FROM townships WHERE {conditions} ORDER BY town LIMIT ?"  # noqa: S608  (only marks)
    return store.arrow(question, [*words, limit])


def facts(store: Store, chosen: Filter) -> Any:
    """The values that a page draws, one row an observation, as an Arrow table; texts stay in the store."""
    conditions, values = chosen.conditions()
    return store.arrow(_FACTS.format(conditions=conditions), values)


def coverage(store: Store, provinces: Sequence[str] = ()) -> Any:
    """Townships, reports and figures per county and year, as an Arrow table."""
    if provinces:
        return store.arrow("SELECT * FROM coverage WHERE province IN (SELECT unnest(?)) ORDER BY ALL", [list(provinces)])
    return store.arrow(
        "SELECT province, year, sum(townships)::INTEGER AS townships, sum(reports)::INTEGER AS reports,"
        " sum(figures)::INTEGER AS figures, sum(claimed)::INTEGER AS claimed FROM coverage GROUP BY ALL ORDER BY ALL"
    )


def metric_years(store: Store, metric: str, province: str | None = None) -> Any:
    """The spread of a metric over the years, of a province or (None) of all, as an Arrow table."""
    question = "SELECT * FROM metric_years WHERE metric = ? AND province IS NOT DISTINCT FROM ? ORDER BY year"
    return store.arrow(question, [metric, province])


def largest_movers(store: Store, metric: str, year: int, chosen: Filter, limit: int = 20) -> Any:
    """The townships whose value changed most against the year before, as an Arrow table."""
    conditions, values = Filter(provinces=chosen.provinces, cities=chosen.cities, counties=chosen.counties).conditions()
    question = f"""
        WITH two AS (
            SELECT f.town, f.year, any_value(f.value) AS value FROM facts f JOIN townships t USING (town)
            WHERE f.metric_number = (SELECT position FROM metrics WHERE id = ?) AND f.year IN (?, ?)
                AND f.comparable AND f.resolution <> 'conflict' AND {conditions} GROUP BY ALL
        )
        SELECT t.place, t.township, t.county, before.value AS value_from, now.value AS value_to,
            now.value - before.value AS change
        FROM two now JOIN two before ON now.town = before.town AND now.year = ? AND before.year = ?
            JOIN townships t ON t.town = now.town
        ORDER BY abs(now.value - before.value) DESC, t.town LIMIT ?"""  # noqa: S608  (only marks)
    return store.arrow(question, [metric, year, year - 1, *values, year, year - 1, limit])


def observation(store: Store, key: str) -> dict[str, Any] | None:
    """One observation with its sentence, by its id."""
    found = store.ask("SELECT number, id FROM facts WHERE id = ? LIMIT 1", [key])
    if not found:
        return None
    rows = store.rows("observations", "r.number = ?", [found[0][0]], "t.id = ?", [key])
    return dict(zip(OBSERVATIONS, next(iter(rows)), strict=True))


def observations(store: Store, chosen: Filter) -> Any:
    """Full observations with their sentences as a DataFrame, for at most some thousand rows."""
    conditions, values = chosen.conditions()
    keys = store.ask(
        "SELECT f.number, f.id FROM facts f JOIN townships t USING (town) WHERE " + conditions,  # noqa: S608  (only marks)
        values,
    )
    numbers = sorted({number for number, _ in keys})
    wanted = [key for _, key in keys]
    rows = store.rows("observations", "r.number IN (SELECT unnest(?))", [numbers], "t.id IN (SELECT unnest(?))", [wanted])
    return frame(OBSERVATIONS, rows)
