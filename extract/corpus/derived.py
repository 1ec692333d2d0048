"""What follows from all reports of a store together: which of them count, and the summaries that pages ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

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
    for statement in _SUMMARIES:
        store.execute(statement)
    _spread(store)


def _spread(store: StoreWriter) -> None:
    """The spread of each metric over the years, a few metrics at a time: quartiles need all their values at once."""
    store.execute(_SPREAD_COLUMNS)
    counts = store.execute("SELECT metric_number, count(*) FROM facts GROUP BY ALL ORDER BY ALL").fetchall()
    group: list[int] = []
    held = 0
    for number, count in counts:
        if group and held + count > _SPREAD_AT_ONCE:
            store.execute(_SPREAD, (group[0], group[-1]))
            group, held = [], 0
        group.append(number)
        held += count
    if group:
        store.execute(_SPREAD, (group[0], group[-1]))


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


#: a page's question touches one of these, never all observations; `facts` lies sorted, so that a metric's year is read alone
_SUMMARIES = (
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
    """CREATE OR REPLACE TABLE facts AS
    SELECT m.position::SMALLINT AS metric_number, o.year::SMALLINT AS year, t.town, o.number,
        try_cast(o.value AS DOUBLE) AS value, try_cast(o.value_high AS DOUBLE) AS value_high, o.qualifier, o.resolution,
        o.unit = m.unit AS comparable, ('0x' || o.id)::UBIGINT AS key
    FROM counted o JOIN reports r USING (number) JOIN townships t USING (place) JOIN metrics m ON m.id = o.metric
    ORDER BY metric_number, o.year, t.town, key""",
    """CREATE OR REPLACE TABLE coverage AS
    SELECT province, city, county, year, count(DISTINCT place)::INTEGER AS townships, count(*)::INTEGER AS reports,
        sum(figures)::INTEGER AS figures, sum(claimed)::INTEGER AS claimed
    FROM reports GROUP BY ALL ORDER BY ALL""",
)
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
