"""Real reports that stand beside the project, scored against their reference tables.

Their sentences are not ours to keep, so they are no part of the project: where they are missing, the test says so.
"""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.library import load_library
from extract.matching.result import Extractor, ReportResult
from extract.reading.document import Document

SHARED = Path(__file__).resolve().parents[2] / "shared"
FLOOR = 0.97
#: numbers that are no figure but may be taken for one, over all reports
OTHERS_TAKEN = 1

pytestmark = pytest.mark.skipif(
    not (SHARED / "reports").is_dir() or not (SHARED / "gold").is_dir(),
    reason=f"NOT MEASURED ON REAL REPORTS: {SHARED / 'reports'} or {SHARED / 'gold'} is missing",
)


@cache
def results() -> dict[str, ReportResult]:
    """Every shared report, read with the project's own library."""
    extractor = Extractor(load_library())
    paths = sorted((SHARED / "reports").glob("*.txt"))
    assert paths
    return {path.name: extractor.read(Document(path.read_bytes().decode("utf-8-sig"), name=path.name)) for path in paths}


def gold(name: str) -> Iterator[dict[str, str]]:
    with (SHARED / "gold" / name).open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def assert_floor(required: set[Any], optional: set[Any], read: set[Any]) -> None:
    right = required & read
    false = read - required - optional
    assert required
    assert len(right) / len(required) >= FLOOR, f"recall: {len(required - read)} of {len(required)} missed"
    assert len(right) / (len(right) + len(false)) >= FLOOR, f"precision: {len(false)} beside {len(right)} right"


def test_mentions() -> None:
    required: set[Any] = set()
    optional: set[Any] = set()
    for row in gold("mentions.csv"):
        key = (row["report"], row["metric"], row["period"], row["basis"], Decimal(row["value"]))
        (required if row["expected"] == "yes" else optional).add(key)
    read = {
        (name, m.metric.id, str(m.period.year), m.period.basis, m.value)
        for name, result in results().items()
        for m in result.reading.mentions
    }
    assert_floor(required, optional, read)


def test_observations() -> None:
    doubtful = {
        (results()[row["report"]].identity.township, row["period"], row["metric"])
        for row in gold("mentions.csv")
        if row["expected"] != "yes"
    }
    required = {(row["township"], row["year"], row["metric"], Decimal(row["value"])) for row in gold("observations.csv")}
    read = {
        (result.identity.township, str(o.year), o.metric.id, o.value)
        for result in results().values()
        for o in result.observations_found
    }
    optional = {key for key in read if key[:3] in doubtful}
    assert_floor(required, optional, read)


def test_quantities() -> None:
    wanted: dict[tuple[str, int, int], dict[str, Any]] = {}
    with (SHARED / "gold" / "quantities.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            wanted[(row["report"], row["start"], row["end"])] = row
    read: dict[tuple[str, int, int], tuple[str, Decimal | None, str]] = {}
    for name, result in results().items():
        for q in result.quantities_found:
            read[(name, *result.flow.raw_span(q.start, q.end))] = (q.kind, q.value, q.unit)
    figures = {place: row for place, row in wanted.items() if row["class"] == "figure"}
    missed = [
        place
        for place, row in figures.items()
        if (found := read.get(place)) is None
        or found[0] not in ("figure", "rule")
        or found[1:] != (Decimal(str(row["value"])), row["unit"] or "")
    ]
    taken = [place for place, (kind, _, _) in read.items() if kind == "figure" and place not in figures]
    assert figures
    assert missed == []
    assert len(taken) <= OTHERS_TAKEN, taken
