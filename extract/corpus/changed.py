"""`changes` straight from a store: the same table as `analysis/changes.py` makes, of a year of the country in seconds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pandas as pd
import pyarrow as pa

from extract.analysis.agreement import judged
from extract.analysis.bounds import bounds
from extract.analysis.changes import COMPUTED, STATED, open_amount, worst_agreement
from extract.analysis.keys import Keys, key_of, keys_of, mixed
from extract.corpus.asked import Asked
from extract.corpus.columns import Array, Columns, Words, length, runs, stacked, taken
from extract.corpus.compared import hexed
from extract.tables import CHANGES

if TYPE_CHECKING:
    from extract.library.model import Library

#: so few statements are sooner judged than doubted
_FEW = 100
_BARS = ("", "scope", "gap", "unit", "conflict")
#: the reports come first, by which most rows need not be looked at
_NEAR = """
    SELECT r.report, m.metric, m.{year} AS year, m.value, m.value_high, m.qualifier, m.scope, m.start, '{source}' AS source
    FROM (SELECT * FROM {table} SEMI JOIN (SELECT DISTINCT number FROM told_at) USING (number)) m JOIN reports r USING (number)
    SEMI JOIN told_at t ON (t.number = m.number AND t.metric = m.metric AND t.year = m.{year})
    WHERE {condition} ORDER BY r.report, m.start, m."end", m.id"""
_TOLD_AT = """CREATE OR REPLACE TEMP TABLE told_at AS
    SELECT number, metric, to_year AS year FROM told UNION SELECT number, metric, from_year FROM told"""
_TOLD_TOO = """CREATE OR REPLACE TEMP TABLE told AS
    SELECT * FROM told UNION SELECT c.*, s.series FROM stated_here c JOIN report_series s USING (number) WHERE {where}"""
#: keys are in the order of the ids that they stand for
_VALUES = """(SELECT f.* EXCLUDE (key), key AS id, n.id AS metric FROM values_now f
    JOIN metrics n ON n.position = f.metric_number WHERE f.year IS NOT NULL)"""
EVERY_VALUE = _VALUES.replace("values_now", "values_here")
_EARLIER = f"""
    SELECT s.key AS series, r.report, v.metric, v.year, v.value, v.value_high, v.qualifier, v.scope, v.start, v.resolution
    FROM (SELECT * FROM {_VALUES} SEMI JOIN (SELECT DISTINCT series FROM told) USING (series)) v
    JOIN reports r USING (number) JOIN series s USING (series)
    SEMI JOIN told ON (told.series = v.series AND told.metric = v.metric AND told.from_year = v.year)
    ORDER BY r.report, v.start"""  # noqa: S608
#: an amount as printed is worth its last digit
_DIGIT = """CASE WHEN abs(t.amount - round(t.amount)) < 1e-6 THEN 1 WHEN abs(t.amount * 10 - round(t.amount * 10)) < 1e-5 THEN 0.1
    WHEN abs(t.amount * 100 - round(t.amount * 100)) < 1e-4 THEN 0.01 ELSE 0.0001 END"""
#: statements that values may contradict: both are there, and no plain pair of them makes the amount, so that none does
_DOUBTED = f"""CREATE OR REPLACE TEMP TABLE told AS
    WITH placed AS (SELECT t.*, n.position AS metric_number FROM told t JOIN metrics n ON n.id = t.metric),
    heard AS (SELECT DISTINCT m.number, m.metric, m.period AS year FROM mentions_here m
        SEMI JOIN told_at t ON (t.number = m.number AND t.metric = m.metric AND t.year = m.period) WHERE m.basis = 'actual'),
    own AS (SELECT t.number, t.id, v.year, v.value FROM placed t JOIN values_here v ON v.number = t.number
        AND v.metric_number = t.metric_number AND (v.year = t.from_year OR v.year = t.to_year)),
    after AS (SELECT o.* FROM own o JOIN told t USING (number, id) WHERE o.year = t.to_year),
    same AS (SELECT o.* FROM own o JOIN told t USING (number, id) WHERE o.year = t.from_year),
    elsewhere AS (SELECT * FROM placed t ANTI JOIN same USING (number, id)
        ANTI JOIN heard h ON (h.number = t.number AND h.metric = t.metric AND h.year = t.from_year)),
    earlier AS (SELECT t.number, t.id, v.value FROM elsewhere t JOIN values_now v ON v.series = t.series
        AND v.metric_number = t.metric_number AND v.year = t.from_year),
    before AS (SELECT number, id, value FROM same UNION ALL SELECT * FROM earlier),
    agreed AS (SELECT DISTINCT number, id FROM (
        SELECT t.number, t.id, t.unit, t.amount, {_DIGIT} AS digit, (CASE WHEN t.direction = 'down' THEN -1 ELSE 1 END)
            * (CASE WHEN t.unit = '%' THEN 100 * (a.value / nullif(b.value, 0) - 1) ELSE a.value - b.value END) AS came
        FROM told t JOIN after a USING (number, id) JOIN before b USING (number, id))
        WHERE came = amount OR (unit <> 'count' AND came BETWEEN amount - digit / 2 AND amount + digit - 2e-6)),
    known AS (SELECT number, id FROM elsewhere SEMI JOIN earlier USING (number, id)
        UNION ALL SELECT number, id FROM told ANTI JOIN elsewhere USING (number, id))
    SELECT t.* FROM told t SEMI JOIN known USING (number, id) ANTI JOIN agreed USING (number, id)
    WHERE EXISTS (SELECT 1 FROM heard h WHERE h.number = t.number AND h.metric = t.metric AND h.year = t.to_year)
        OR EXISTS (SELECT 1 FROM after a WHERE a.number = t.number AND a.id = t.id)"""  # noqa: S608
_TOLD = """
    SELECT r.report, c.id, c.metric, c.direction, c.amount, c.unit, c.qualifier, c.from_year, c.to_year, c.origin, c.figure,
        c.start, c."end", c.sentence_start, r.township, r.county, s.key AS series, s.name
    FROM told c JOIN reports r USING (number) JOIN series s USING (series) ORDER BY r.report, c.start, c."end", c.metric, c.id"""


def changes_store(
    asked: Asked,
    year: int | None,
    library: Library,
    *,
    metrics: Sequence[str] = (),
    only: Sequence[str] = (),
    origin: str | None = None,
) -> pd.DataFrame:
    """The table of `changes` for the years that lead to `year` (all without one), without its sentences."""
    told = stated_store(asked, year, metrics)
    parts = [told] if len(told) and origin != COMPUTED else []
    if origin != STATED:
        parts.insert(0, _computed(asked, year, library, metrics, told))
    if not parts:
        return pd.DataFrame(columns=CHANGES)
    table = pd.concat([part[[*CHANGES, "key"]] for part in parts], ignore_index=True)
    if only:
        table = table[table["township"].isin(list(only))].reset_index(drop=True)
    found: pd.DataFrame = table[CHANGES].take(_order(table)).reset_index(drop=True)
    return found


def _order(table: pd.DataFrame) -> Array:
    """The rows in the order of the table, as sorting by its words would give it."""
    keys: list[Array] = []
    for column in ("county", "township", "metric", "to_year", "origin", "report", "start", "key"):
        if column == "key":
            keys.append(table[column].to_numpy())
        elif column in ("to_year", "start"):
            keys.append(table[column].to_numpy(np.float64, na_value=np.inf))
        else:
            keys.append(Words.of(pa.array(table[column], pa.string())).order)
    found: Array = np.lexsort(keys[::-1])
    return found


def stated_store(asked: Asked, year: int | None, metrics: Sequence[str] = ()) -> pd.DataFrame:
    """The stated changes with what the values say of them, one row for what two files of a year both state."""
    found = judged_store(asked, year, metrics)
    if found.empty:
        return found
    found["township"] = found["name"].where(found["name"].astype(str) != "", found["township"])
    found["sentence"] = ""
    found["key"] = np.array([int(key, 16) for key in found["id"]], dtype=np.uint64)
    return found.drop_duplicates(["series", "metric", "from_year", "to_year", "direction", "amount", "unit"])


def judged_store(
    asked: Asked, year: int | None, metrics: Sequence[str] = (), condition: str = "TRUE", *, near_values: str = _VALUES,
    doubted: bool = False, always: str = "",
) -> pd.DataFrame:  # fmt: skip
    """The stated changes that a condition on `c` chooses, with what the values say of them.

    `near_values` are the observations that a report's own are taken from: those that settle their series, or every one;
    `doubted` leaves out statements that cannot be contradicted; those that `always` chooses stay, of whatever year.
    """
    store = asked.store
    where = f"{condition} AND " + ("TRUE" if year is None else f"c.to_year = {int(year)}")
    store.run(
        "CREATE OR REPLACE TEMP TABLE told AS SELECT c.*, s.series FROM stated_here c JOIN report_series s USING (number)"  # noqa: S608
        f" WHERE {where} AND (len(?) = 0 OR list_contains(?, c.metric))",
        [list(metrics), list(metrics)],
    )
    store.run(_TOLD_AT)
    if doubted and store.ask_own("SELECT count(*) FROM told")[0][0] > _FEW:
        store.run(_DOUBTED)
        store.run(_TOLD_AT)
    if always:
        store.run(_TOLD_TOO.format(where=always))
        store.run(_TOLD_AT)
    told: pd.DataFrame = store.frame(_TOLD)
    if told.empty:
        return told.assign(**{name: pd.Series(dtype="object") for name in (*CHANGES, "agreement") if name not in told})
    observed = _NEAR.format(year="year", source="observation", table=near_values, condition="m.resolution <> 'derived'")
    read = _NEAR.format(year="period", source="mention", table="mentions_here", condition="m.basis = 'actual'")
    near = pd.concat([store.frame(observed), store.frame(read)], ignore_index=True)
    near = near.drop_duplicates(["report", "metric", "year", "value", "qualifier"])
    settled = store.frame(_EARLIER)
    for frame in (near, settled):
        frame["year"] = frame["year"].astype("Int64")
    for column in ("from_year", "to_year"):
        told[column] = told[column].astype("Int64")
    found: pd.DataFrame = judged(told, near, settled)
    return found


class Who(Protocol):
    """Who rows are of: the reports by the numbers that rows name, the series by theirs (the first is series 1)."""

    @property
    def series_names(self) -> Array:
        """The name of every series."""

    @property
    def series_keys(self) -> Keys:
        """The key of every series as a number."""

    def reports(self) -> Columns:
        """The reports in the order of their numbers."""


def _computed(asked: Asked, year: int | None, library: Library, metrics: Sequence[str], told: pd.DataFrame) -> pd.DataFrame:
    rows = _rows(asked, year, library, metrics)
    found, series = computed_columns(rows, asked, year, metrics)
    if len(told):
        found["agreement"] = _agreement(found, series, asked.series_numbers, told)
    return found


def computed_columns(rows: Columns, who: Who, year: int | None = None, metrics: Sequence[str] = ()) -> tuple[pd.DataFrame, Array]:
    """The changes from each value of a series to the next, for the years that lead to `year`, and the series of each."""
    order = np.lexsort((rows["start"], rows["year"], rows["metric"].codes, rows["series"]))
    conflict = rows["resolution"].among(["conflict"])[order]
    years, _ = runs(rows["series"][order], rows["metric"].codes[order], rows["year"][order])
    later = np.ones(len(order), dtype=bool)
    later[years] = False
    order = order[~(conflict & later)]
    series, metric = rows["series"][order], rows["metric"].codes[order]
    follows = np.flatnonzero((series[1:] == series[:-1]) & (metric[1:] == metric[:-1])) + 1
    if year is not None:
        follows = follows[rows["year"][order[follows]] == year]
    if metrics:
        follows = follows[rows["metric"].among(metrics)[order[follows]]]
    after = taken(rows, order[follows])
    return _table(who, taken(rows, order[follows - 1]), after), after["series"]


def _rows(asked: Asked, year: int | None, library: Library, metrics: Sequence[str]) -> Columns:
    """Every value that a change to the year can lead to or start from.

    These are the year and the one before; where the year before has none, all earlier ones of that series and metric.
    """
    operands = [name for metric in metrics if metric in library.derived for name in library.derived[metric].operands]
    only = f" AND {asked.numbers_of([*metrics, *operands])}" if metrics else ""
    if year is None or asked.few:
        until = "" if year is None else f" AND f.year <= {int(year)}"
        return asked.with_derived(asked.values(f"f.year IS NOT NULL{until}{only}"), library)
    near = asked.values(f"f.year BETWEEN {int(year) - 1} AND {int(year)}{only}")
    both = asked.with_derived(near, library)
    now = both["year"] == year
    key = both["series"].astype(np.int64) * 10_000 + both["metric"].codes
    alone = np.unique(key[now & ~np.isin(key, key[~now])])
    places = {name: place for place, name in enumerate(asked.metrics)}
    wanted: list[tuple[Array, int]] = []
    for code, name in enumerate(both["metric"].known):
        here = alone[alone % 10_000 == code] // 10_000
        for one in library.derived[name].operands if name in library.derived else [name]:
            if one in places and len(here):
                wanted.append((here, places[one]))
    if not wanted:
        return both
    asked.store.keep(
        "alone",
        pa.table(
            {
                "series": pa.array(np.concatenate([here for here, _ in wanted]), pa.int32()),
                "metric_number": pa.array(np.concatenate([np.full(len(here), place) for here, place in wanted]), pa.int16()),
            }
        ),
    )
    before = asked.values(
        f"f.year < {int(year) - 1} AND EXISTS (SELECT 1 FROM alone a"  # noqa: S608
        f" WHERE a.series = f.series AND a.metric_number = f.metric_number){only}"
    )
    return asked.with_derived(stacked([near, before]), library) if length(before) else both


def _table(who: Who, before: Columns, after: Columns) -> pd.DataFrame:
    reports = who.reports()
    place = np.searchsorted(reports["number"], after["number"])
    count = length(after)
    rate = after["unit"].among(["%"])
    bar = _bars(before, after)
    barred = np.isin(bar, (_BARS.index("unit"), _BARS.index("conflict")))
    difference = np.round(np.where(barred, np.nan, after["value"] - before["value"]), 6)
    base = np.where(before["value"] > 0, before["value"], np.nan)
    edges = [bounds(side["value"], side["value_high"], _objects(side["qualifier"]), rate=rate) for side in (before, after)]
    exact = before["qualifier"].among(["exact"]) & after["qualifier"].among(["exact"])
    direction = np.select([difference > 0, difference < 0, difference == 0], [3, 1, 2], 0)
    called = who.series_names[after["series"] - 1]
    town = _objects(reports["township"])[place]
    metric_keys = keys_of(after["metric"].known)[after["metric"].codes]
    key = mixed(key_of(COMPUTED), who.series_keys[after["series"] - 1], metric_keys, before["year"], after["year"])
    cells: dict[str, Any] = {
        "id": hexed(key),
        "township": pa.array(np.where(called == "", town, called), pa.string()),
        "county": reports["county"].take(place).written(),
        "metric": after["metric"].written(),
        "direction": Words(direction, ("", "down", "same", "up")).written(),
        "amount": np.abs(difference),
        "unit": Words(rate.astype(np.int32), ("count", "pp")).written(),
        "qualifier": pa.array(open_amount(difference, *edges[0], *edges[1], ~exact).tolist(), pa.string()),
        "from_year": before["year"].astype(np.int64),
        "to_year": after["year"].astype(np.int64),
        "origin": pa.array([COMPUTED]).take(pa.array(np.zeros(count, dtype=np.int64))),
        "value_from": before["value"],
        "value_to": after["value"],
        "relative": np.round(np.where(rate, np.nan, 100 * difference / base), 2),
        "agreement": Words(bar, _BARS).written(),
        "report": reports["report"].take(place).written(),
        "figure": pa.nulls(count, pa.string()).fill_null(""),
        "sentence": pa.nulls(count, pa.string()).fill_null(""),
        "start": after["start"],
        "end": after["end"],
        "key": key,
    }
    found: pd.DataFrame = pa.table(cells).to_pandas()
    return found.astype({"from_year": "Int64", "to_year": "Int64"})


def _objects(words: Words) -> Array:
    return np.array([*words.known, ""], dtype=object)[words.codes]


def _bars(before: Columns, after: Columns) -> Array:
    """Why two values do not compare, as a place in `_BARS`."""

    def differ(column: str) -> Array:
        known = sorted({*before[column].known, *after[column].known})
        rank = {word: code for code, word in enumerate(known)}
        found: Array = before[column].mapped(rank, -1) != after[column].mapped(rank, -1)
        return found

    conflict = before["resolution"].among(["conflict"]) | after["resolution"].among(["conflict"])
    gap = after["year"].astype(np.int64) - before["year"] > 1
    tests = (conflict, differ("unit"), gap, differ("scope"))
    return np.select(tests, [_BARS.index(word) for word in ("conflict", "unit", "gap", "scope")], 0).astype(np.int32)


def _agreement(found: pd.DataFrame, series: Array, number: dict[str, int], told: pd.DataFrame) -> Any:
    """What the statements of the same series, metric and years say of a computed change, where nothing bars it."""
    worst = worst_agreement(told)
    said = {
        (number[row[0]], *row[1:4]): row[4]
        for row in worst[["series", "metric", "from_year", "to_year", "agreement"]].itertuples(index=False, name=None)
    }
    metrics = {metric for _, metric, _, _ in said}
    asked = np.flatnonzero((found["agreement"] == "") & found["metric"].isin(metrics))
    columns = [found[name].to_numpy()[asked].tolist() for name in ("metric", "from_year", "to_year")]
    cells = found["agreement"].to_numpy(dtype=object).copy()
    for place, key in zip(asked.tolist(), zip(series[asked].tolist(), *columns, strict=True), strict=True):
        cells[place] = said.get(key, "")
    return pd.Series(cells, index=found.index, dtype="str")
