"""The questions that pages ask a store, each answered from a summary so that it takes milliseconds on twelve million rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extract.corpus.reader import Store
from extract.tables import OBSERVATIONS, frame

_KEY = re.compile(r"[0-9a-f]{16}")
_FACTS = """
    SELECT m.id AS metric, f.year, t.place, t.township, t.county, t.city, t.province, f.value, f.value_high, f.qualifier,
        f.resolution, f.comparable, format('{{:016x}}', f.key) AS id, r.report
    FROM facts f JOIN townships t USING (town) JOIN metrics m ON m.position = f.metric_number JOIN reports r USING (number)
    WHERE {conditions} ORDER BY m.position, f.year, t.town, f.key"""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a page looks at; an empty field is no restriction."""

    metrics: Sequence[str] = ()
    years: Sequence[int] = ()
    provinces: Sequence[str] = ()
    cities: Sequence[str] = ()
    counties: Sequence[str] = ()
    places: Sequence[str] = ()

    def conditions(self, store: Store) -> str:
        """The restriction as SQL over facts f, in plain numbers, so that only what is asked for is read from the file."""
        parts = ["TRUE"]
        if self.metrics:
            known = store.ask("SELECT position FROM metrics WHERE id IN (SELECT unnest(?))", [list(self.metrics)])
            parts.append(_among("f.metric_number", [position for (position,) in known]))
        if self.years:
            parts.append(_among("f.year", list(self.years)))
        fields = {"province": self.provinces, "city": self.cities, "county": self.counties, "place": self.places}
        asked = {column: list(chosen) for column, chosen in fields.items() if chosen}
        if asked:
            where = " AND ".join(f"{column} IN (SELECT unnest(?))" for column in asked)
            towns = store.ask(f"SELECT town FROM townships WHERE {where} ORDER BY town", list(asked.values()))  # noqa: S608
            parts.append(_among("f.town", [town for (town,) in towns]))
        return " AND ".join(parts)


def _among(column: str, numbers: Sequence[int]) -> str:
    """The column is one of the numbers; those in a row, as a province's townships are, become a range."""
    ordered = sorted({int(number) for number in numbers})
    if not ordered:
        return "FALSE"
    if ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{column} BETWEEN {ordered[0]} AND {ordered[-1]}"
    return f"{column} IN ({', '.join(map(str, ordered))})"


def find_townships(store: Store, text: str = "", limit: int = 50) -> Any:
    """The townships whose name, county, city or province holds `text`, as an Arrow table."""
    words = [f"%{word}%" for word in text.split()]
    name = "(township || ' ' || county || ' ' || city || ' ' || province)"
    conditions = " AND ".join([f"{name} LIKE ?"] * len(words)) or "TRUE"
    question = f"SELECT * FROM townships WHERE {conditions} ORDER BY town LIMIT ?"  # noqa: S608  (only marks)
    return store.arrow(question, [*words, limit])


def facts(store: Store, chosen: Filter) -> Any:
    """The values that a page draws, one row an observation, as an Arrow table; texts stay in the store."""
    return store.arrow(_FACTS.format(conditions=chosen.conditions(store)))


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
    inside = Filter([metric], (year - 1, year), chosen.provinces, chosen.cities, chosen.counties, chosen.places)
    question = f"""
        WITH two AS (
            SELECT f.town, f.year, any_value(f.value) AS value FROM facts f
            WHERE {inside.conditions(store)} AND f.comparable AND f.resolution <> 'conflict' GROUP BY ALL
        )
        SELECT t.place, t.township, t.county, before.value AS value_from, now.value AS value_to,
            now.value - before.value AS change
        FROM two now JOIN two before ON now.town = before.town AND now.year = ? AND before.year = ?
            JOIN townships t ON t.town = now.town
        ORDER BY abs(now.value - before.value) DESC, t.town LIMIT ?"""  # noqa: S608  (only marks and numbers)
    return store.arrow(question, [year, year - 1, limit])


def observation(store: Store, key: str) -> dict[str, Any] | None:
    """One observation with its sentence, by its id."""
    if not _KEY.fullmatch(key):
        return None
    found = store.ask("SELECT number FROM facts WHERE key = ? LIMIT 1", [int(key, 16)])
    if not found:
        return None
    rows = store.rows("observations", "r.number = ?", [found[0][0]], "t.id = ?", [key])
    return dict(zip(OBSERVATIONS, next(iter(rows)), strict=True))


def observations(store: Store, chosen: Filter) -> Any:
    """Full observations with their sentences as a DataFrame, for at most some thousand rows."""
    asked = f"SELECT number, format('{{:016x}}', key) FROM facts f WHERE {chosen.conditions(store)}"  # noqa: S608
    keys = store.ask(asked)
    numbers = sorted({number for number, _ in keys})
    wanted = [key for _, key in keys]
    rows = store.rows("observations", _among("r.number", numbers), (), "t.id IN (SELECT unnest(?))", [wanted])
    return frame(OBSERVATIONS, rows)
