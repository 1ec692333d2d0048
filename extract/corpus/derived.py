"""What follows from all reports of a store together: which of them count, and the summaries that pages ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from extract.matching.between import ReportFacts, ValueFacts, reports_set_aside, values_set_aside

if TYPE_CHECKING:
    from extract.corpus.store import StoreWriter

_FETCHED = 20_000
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


def _decide_between_reports(store: StoreWriter) -> None:
    rows = store.execute("SELECT report, number, place, year, published, text_hash FROM reports").fetchall()
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


_SUMMARIES = (
    """CREATE OR REPLACE VIEW counted AS
    SELECT * FROM observations
    ANTI JOIN reports_set_aside USING (number) ANTI JOIN values_set_aside USING (number, id)""",
    """CREATE OR REPLACE VIEW problems AS SELECT report, issue, message FROM files WHERE issue <> ''""",
)
