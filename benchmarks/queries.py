"""Questions of pages on a store of made-up rows: `python -m benchmarks.queries 400000 [--store F]`.

Each report gets 30 mentions and 30 observations, and three stated changes.
Prints what publishing cost (which is when the summaries are built), the size of the store,
and the slowest of five askings of each question, each on a store opened anew.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from benchmarks.generate import PROVINCES
from extract.corpus import queries, schema
from extract.corpus.queries import Filter
from extract.corpus.reader import Store, columns_of
from extract.corpus.store import StoreWriter
from extract.exporting.csv import csv_lines
from extract.library import load_library

PER_REPORT = 30
_TEXT = "全年共排查矛盾纠纷若干起，化解若干起，开展宣传若干场次，发放资料若干份。" * 4
_AT_ONCE = 2_000
#: hashes of a text's signature, and of how many figures one says how it changed
_HASHES, _STATED = 16, 10


def build(path: Path, reports: int) -> None:
    """A store with that many reports of ten years."""
    library = load_library()
    metrics = list(library.metrics.values())
    draw = random.Random(1)
    begun = time.monotonic()
    writer = StoreWriter(path)
    for first in range(0, reports, _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, reports))
        writer.append(_tables(numbers, reports, metrics, draw))
    writer.flush()
    writer.describe(library, {"readers": "none", "matching": "none"})
    filled = time.monotonic()
    writer.publish()
    done = time.monotonic()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{reports} reports, {reports * PER_REPORT} observations")
    print(f"filled in {filled - begun:.0f} s, published in {done - filled:.0f} s")
    print(f"store {path.stat().st_size / 1e6:.0f} MB, peak memory {peak:.0f} MB")


def _tables(numbers: range, reports: int, metrics: list, draw: random.Random) -> dict[str, pa.RecordBatch]:  # type: ignore[type-arg]
    towns = max(1, reports // 10)
    names = ("files", "documents", "reports", "observations", "mentions", "changes")
    rows: dict[str, list[tuple[object, ...]]] = {name: [] for name in names}
    for number in numbers:
        town, year = number // 10, 2015 + number % 10
        province = PROVINCES[town * len(PROVINCES) // towns] + "省"
        county, name = f"县{town // 14}", f"乡镇{town}"
        report = f"{province}/{county}/{name}/{year}.txt"
        rows["files"].append((number, 0, report, 1, 1, 1, 1, "", "", "", ""))
        rows["documents"].append((number, "text", "utf-8", _TEXT, "", [draw.getrandbits(32) for _ in range(_HASHES)]))
        place = f"{name}|{county}||{province}"
        who = (name, county, "", province, "", year, f"{year + 1}-01-10")
        rows["reports"].append((number, report, "txt", *who, len(_TEXT), 60, PER_REPORT, "", "", place, str(number)))
        for index in range(PER_REPORT):
            metric = metrics[(index * 3 + town) % len(metrics)]
            key = f"{number * PER_REPORT + index:016x}"
            value = (
                str((town * 37 + index * 61) % 700 + 100 + draw.randint(0, 90)),
                None,
                "exact",
                metric.unit,
                metric.unit,
                "township",
                "single",
                key,
            )
            place = 9 + index
            rows["observations"].append((number, key, year, metric.id, *value, 0, 37, place, place + 2, None, "", "<a> N"))
            read = (*value[:5], year, "actual", "township")
            rows["mentions"].append((number, key, metric.id, *read, 0, 37, place, place + 2, None, "achievements", "", "<a> N"))
            if index % _STATED == 0:
                told = ("up", str(draw.randint(1, 40)), "%", "exact", year - 1, year, "stated", None, None, None, "")
                rows["changes"].append((number, key, metric.id, *told, 0, 37, place, place + 2))
    return {
        name: pa.RecordBatch.from_arrays(
            [pa.array(column, kind.type) for column, kind in zip(zip(*cells, strict=True), schema.TABLES[name], strict=True)],
            schema=schema.TABLES[name],
        )
        for name, cells in rows.items()
    }


def questions(path: Path) -> dict[str, Callable[[Store], object]]:
    """What pages ask, by name."""
    with Store(path) as store:
        province, county, place = store.ask("SELECT province, county, place FROM townships LIMIT 1")[0]
        key = store.ask("SELECT format('{:016x}', key) FROM facts LIMIT 1")[0][0]
        metric = store.ask("SELECT id FROM metrics LIMIT 1")[0][0]
    return {
        "townships by search": lambda store: queries.find_townships(store, "乡镇12 县"),
        "coverage of the country": queries.coverage,
        "a metric's spread over the years": lambda store: queries.metric_years(store, metric),
        "one metric, one year, country": lambda store: queries.facts(store, Filter(metrics=[metric], years=[2023])),
        "all metrics of a county and year": lambda store: queries.facts(store, Filter(counties=[county], years=[2023])),
        "a metric of a province, all years": lambda store: queries.facts(store, Filter(metrics=[metric], provinces=[province])),
        "all of one township": lambda store: queries.facts(store, Filter(places=[place])),
        "largest movers of the country": lambda store: queries.largest_movers(store, metric, 2023, Filter()),
        "one observation with its sentence": lambda store: queries.observation(store, key),
        "a county's year with sentences": lambda store: queries.observations(store, Filter(counties=[county], years=[2023])),
    }


def ask(path: Path) -> None:
    """Asks everything, each on a store opened anew."""
    for name, question in questions(path).items():
        times = []
        for _ in range(5):
            begun = time.monotonic()
            with Store(path) as store:
                question(store)
            times.append(time.monotonic() - begun)
        print(f"{name:<36} slowest {max(times) * 1000:6.0f} ms   median {sorted(times)[2] * 1000:6.0f} ms")
    with Store(path) as store:
        province = store.ask("SELECT province FROM townships LIMIT 1")[0][0]
        begun = time.monotonic()
        rows = sum(1 for _ in csv_lines(columns_of("observations"), store.rows("observations", "r.province = ?", [province])))
        print(f"export of one province: {rows - 1} rows in {time.monotonic() - begun:.1f} s")


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=int)
    parser.add_argument("--store", type=Path)
    given = parser.parse_args()
    path = given.store or Path(tempfile.gettempdir()) / f"township-queries-{given.reports}.duckdb"
    if not path.is_file():
        build(path, given.reports)
    ask(path)


if __name__ == "__main__":
    main()
