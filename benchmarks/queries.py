"""Questions of pages on a store of made-up rows: `python -m benchmarks.queries 400000 [--store F]`.

The store is that of `benchmarks.store`.
Prints what publishing cost (which is when the summaries are built), the size of the store,
and the slowest of five askings of each question, each on a store opened anew.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.store import build
from extract.corpus import queries
from extract.corpus.queries import Filter
from extract.corpus.reader import Store, columns_of
from extract.exporting.csv import csv_lines


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
