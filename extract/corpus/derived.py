"""What follows from all reports of a store together: which of them count, and the summaries that pages ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from extract.analysis.places import WHO, series_of_identities
from extract.matching.between import ReportFacts, ValueFacts, reports_set_aside, values_set_aside

if TYPE_CHECKING:
    from extract.corpus.store import StoreWriter

_FETCHED = 20_000
_RIVALS = """
    SELECT report, number, place, year, published, text_hash FROM reports WHERE year IS NOT NULL
    QUALIFY count(*) OVER (PARTITION BY place, year) > 1"""
_CANDIDATES = """
    WITH counting AS (SELECT number, report, place, year FROM reports WHERE number NOT IN (SELECT number FROM reports_set_aside)),
    gaps AS (
        SELECT DISTINCT place, metric, o.year AS gap FROM observations o JOIN counting USING (number)
        WHERE o.year IS DISTINCT FROM counting.year AND o.year IS NOT NULL
    )
    SELECT o.number, o.id, counting.place, o.metric, o.year, counting.report, counting.year
    FROM observations o JOIN counting USING (number)
    SEMI JOIN gaps ON (counting.place = gaps.place AND o.metric = gaps.metric AND o.year = gap)
    ORDER BY counting.place, o.metric, o.year, counting.report, o.id
"""


def derive(store: StoreWriter) -> None:
    """Makes the derived tables anew."""
    _decide_between_reports(store)
    _name_series(store)
    for statement in _BEFORE_FACTS:
        store.execute(statement)
    _fill_facts(store)
    for statement in _SUMMARIES:
        store.execute(statement)
    _spread(store)


def _name_series(store: StoreWriter) -> None:
    """Says of each report which series it belongs to: a township through all its years, whatever its name."""
    years: dict[tuple[str, ...], set[int]] = {}
    for *who, held in store.execute(_IDENTITIES).fetchall():
        years[tuple(map(str, who))] = set(held or ())
    keys, names = series_of_identities(years)
    cells = {column: pa.array([who[place] for who in keys], pa.string()) for place, column in enumerate(WHO)}
    store.fill("known_series", pa.table({**cells, "key": pa.array(list(keys.values()), pa.string())}))
    store.fill(
        "series_names", pa.table({"key": pa.array(list(names), pa.string()), "name": pa.array(list(names.values()), pa.string())})
    )
    for statement in _SERIES:
        store.execute(statement)


def _fill_facts(store: StoreWriter) -> None:
    """The observations that count, a few metrics at a time: put in order all at once they need half a gigabyte."""
    store.execute(_FACTS.format(create="CREATE OR REPLACE TABLE facts AS", metrics="FALSE"))
    counts = store.execute(
        "SELECT m.position, count(*) FROM observations o JOIN metrics m ON m.id = o.metric GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    chosen = _FACTS.format(create="INSERT INTO facts", metrics="m.position BETWEEN ? AND ?")
    for edges in _few_metrics(counts, _SORTED_AT_ONCE):
        store.execute(chosen, edges)


def _spread(store: StoreWriter) -> None:
    """The spread of each metric over the years, a few metrics at a time: quartiles need all their values at once."""
    for columns in (_SPREAD_COLUMNS, _USUAL_COLUMNS):
        store.execute(columns)
    counts = store.execute("SELECT metric_number, count(*) FROM facts GROUP BY ALL ORDER BY ALL").fetchall()
    for edges in _few_metrics(counts, _SPREAD_AT_ONCE):
        for statement in (_SPREAD, _USUAL):
            store.execute(statement, edges)


def _few_metrics(counts: list[tuple[int, int]], most: int) -> Iterator[tuple[int, int]]:
    """The first and the last of metrics next to each other that have no more rows than `most`, or of one that has."""
    first, last, held = -1, -1, 0
    for number, count in counts:
        if held and held + count > most:
            yield first, last
            held = 0
        first, last, held = (number if not held else first), number, held + count
    if held:
        yield first, last


def _decide_between_reports(store: StoreWriter) -> None:
    rows = store.execute(_RIVALS).fetchall()
    numbers = {report: number for report, number, *_ in rows}
    lost = reports_set_aside(ReportFacts(report, *facts) for report, _, *facts in rows)
    store.fill(
        "reports_set_aside",
        pa.table(
            {
                "number": pa.array([numbers[loser.report] for loser in lost], pa.int32()),
                "reason": pa.array([loser.reason for loser in lost], pa.string()),
                "instead": pa.array([numbers[loser.instead] for loser in lost], pa.int32()),
            }
        ),
    )
    found = store.execute(_CANDIDATES)
    places: dict[str, int] = {}

    def values() -> Iterator[ValueFacts]:
        while rows := found.fetchmany(_FETCHED):
            for number, key, *facts in rows:
                places[key] = number
                yield ValueFacts(key, *facts)

    ids = values_set_aside(values())
    store.fill(
        "values_set_aside",
        pa.table({"number": pa.array([places[key] for key in ids], pa.int32()), "id": pa.array(ids, pa.string())}),
    )


_IDENTITIES = f"""
    SELECT {", ".join(f"coalesce({column}, '')" for column in WHO)}, list(DISTINCT year) FILTER (year IS NOT NULL)
    FROM reports GROUP BY ALL ORDER BY ALL"""  # noqa: S608  (names of our own)
#: the numbers follow the order of the keys
_SERIES = (
    f"""CREATE OR REPLACE TABLE report_series AS
    WITH told AS (
        SELECT r.number, coalesce(k.key, 'report|' || r.report) AS key, r.township, r.place, r.year
        FROM reports r LEFT JOIN known_series k
            ON {" AND ".join(f"coalesce(r.{column}, '') = k.{column}" for column in WHO)}
    )
    SELECT number, key, township, place, year, (dense_rank() OVER (ORDER BY key))::INTEGER AS series FROM told ORDER BY number""",  # noqa: S608
    """CREATE OR REPLACE TABLE series AS
    SELECT s.series, s.key, any_value(coalesce(n.name, s.township)) AS name, count(DISTINCT s.place) > 1 AS several
    FROM report_series s LEFT JOIN series_names n USING (key) GROUP BY ALL ORDER BY s.series""",
    "CREATE OR REPLACE TABLE report_series AS SELECT number, series FROM report_series ORDER BY number",
    "DROP TABLE known_series",
    "DROP TABLE series_names",
)
#: of the values that the reports of a renamed township give for one year, those that its own year's report outweighs:
#: the same choice as `settled` makes
RIVALS = """
    SELECT key FROM (
        SELECT f.key, r.report, first(r.report) OVER (
            PARTITION BY f.series, f.metric_number, f.year ORDER BY CASE
                WHEN r.year = f.year THEN 0 WHEN r.year IS NULL THEN 0 WHEN r.year > f.year THEN r.year - f.year
                ELSE 1000 + f.year - r.year END, r.report
        ) AS best
        FROM {values} f JOIN reports r USING (number) JOIN series s USING (series) WHERE s.several AND f.year IS NOT NULL
    ) WHERE report <> best"""
#: a value that may be held against other years'
PLAIN = (
    "f.year IS NOT NULL AND f.resolution NOT IN ('conflict', 'derived', 'imported', 'part') AND f.value > 0"
    " AND f.scope = 'township' AND m.unit <> '%'"
)
#: what `facts` is filled from: the observations that count, and whose they are; with what went wrong beside them
_BEFORE_FACTS = (
    """CREATE OR REPLACE VIEW counted AS
    SELECT * FROM observations
    ANTI JOIN reports_set_aside USING (number) ANTI JOIN values_set_aside USING (number, id)""",
    "CREATE OR REPLACE VIEW problems AS SELECT report, issue, message FROM files WHERE issue <> ''",
    """CREATE OR REPLACE TABLE townships AS
    SELECT row_number() OVER (ORDER BY province, city, county, township, place)::INTEGER AS town, *
    FROM (
        SELECT place, arg_max(township, dated) AS township, arg_max(county, dated) AS county, arg_max(city, dated) AS city,
            arg_max(province, dated) AS province, max(division_code) AS division_code, count(*)::INTEGER AS reports,
            min(year) AS first_year, max(year) AS last_year, sum(figures)::INTEGER AS figures, sum(claimed)::INTEGER AS claimed
        FROM (SELECT *, (coalesce(year, 0), report) AS dated FROM reports) GROUP BY place
    ) ORDER BY town""",
)
#: sorted, so that a metric's year is read alone: a page's question touches these and the tables below, never all observations
_FACTS = """{create}
    SELECT m.position::SMALLINT AS metric_number, o.year::SMALLINT AS year, t.town, o.number,
        try_cast(o.value AS DOUBLE) AS value, try_cast(o.value_high AS DOUBLE) AS value_high, o.qualifier, o.resolution,
        o.unit = m.unit AS comparable, ('0x' || o.id)::UBIGINT AS key, s.series, o.unit, o.scope,
        coalesce(o.flags, '') <> '' AS doubtful, o.start, o."end", o.sentence_start, o.unit_stated
    FROM counted o JOIN reports r USING (number) JOIN townships t USING (place) JOIN metrics m ON m.id = o.metric
        JOIN report_series s USING (number)
    WHERE {metrics} ORDER BY metric_number, o.year, t.town, key"""
#: what is asked once the facts are there: which of them a better report tells again, and what a county has of a year
_SUMMARIES = (
    f"""CREATE OR REPLACE TABLE superseded AS {RIVALS.format(values="facts")}""",
    """CREATE OR REPLACE TABLE coverage AS
    SELECT province, city, county, year, count(DISTINCT place)::INTEGER AS townships, count(*)::INTEGER AS reports,
        sum(figures)::INTEGER AS figures, sum(claimed)::INTEGER AS claimed
    FROM reports GROUP BY ALL ORDER BY ALL""",
)
#: what is usual for a metric, over all townships and years: what the audit holds two years of a series against
_USUAL_COLUMNS = "CREATE OR REPLACE TABLE usual (metric VARCHAR, value DOUBLE)"
_USUAL = f"""INSERT INTO usual SELECT m.id, median(f.value) FROM facts f JOIN metrics m ON m.position = f.metric_number
    ANTI JOIN superseded USING (key) WHERE {PLAIN} AND metric_number BETWEEN ? AND ? GROUP BY ALL ORDER BY ALL"""  # noqa: S608
_SPREAD_COLUMNS = """CREATE OR REPLACE TABLE metric_years (
    metric VARCHAR, year SMALLINT, province VARCHAR, townships INTEGER, total DOUBLE, lowest DOUBLE, lower_quartile DOUBLE,
    median DOUBLE, upper_quartile DOUBLE, highest DOUBLE)"""
_SPREAD = """INSERT INTO metric_years
    SELECT m.id AS metric, f.year, t.province, count(*), sum(value), min(value), quantile_cont(value, 0.25), median(value),
        quantile_cont(value, 0.75), max(value)
    FROM facts f JOIN townships t USING (town) JOIN metrics m ON m.position = f.metric_number
    WHERE comparable AND resolution <> 'conflict' AND metric_number BETWEEN ? AND ?
    GROUP BY GROUPING SETS ((m.id, f.year, t.province), (m.id, f.year)) ORDER BY ALL"""
#: observations whose quartiles are found at once; they are held in memory, whatever its limit
_SPREAD_AT_ONCE = 1_000_000
#: observations that are put in order at once
_SORTED_AT_ONCE = 1_500_000
