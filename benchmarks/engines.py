"""Extraction by one and by several processes, the writer apart: `python -m benchmarks.engines 8000 [--workers 2] [--rounds 3]`.

The files are read and matched by the workers and come back as Arrow tables, which nobody stores; the numbers of workers are
tried in turns, so that other work on the machine meets both.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.generate import write_corpus
from extract.corpus.engines.processes import ProcessEngine
from extract.corpus.folder import open_corpus
from extract.corpus.plan import make_plan, make_tasks
from extract.library import load_library


def seconds(folder: Path, workers: int) -> tuple[float, int]:
    """The time from the first task to the last result, with the processes ready, and the reports."""
    plan = make_plan(open_corpus([folder]), {}, rematch_all=False)
    results = ProcessEngine(load_library(), workers).run(make_tasks(plan.read, workers))
    # the first results come when the processes have started and the library is loaded
    for _ in range(workers):
        next(results)
    begun = time.monotonic()
    reports = sum(result.reports for result in results)
    took = time.monotonic() - begun
    return took, reports


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.gettempdir()) / f"township-corpus-{given.count}"
    if not folder.is_dir():
        write_corpus(folder, given.count)
    speeds: dict[int, list[float]] = {1: [], given.workers: []}
    for _ in range(given.rounds):
        for workers, found in speeds.items():
            took, reports = seconds(folder, workers)
            found.append(reports / took)
            print(f"{workers} process(es): {reports} reports in {took:.1f} s, {reports / took:.0f} a second", flush=True)
    one, several = (statistics.median(found) for found in speeds.values())
    print(f"{given.workers} processes: {several / one:.2f} times one (medians of {given.rounds} rounds)")


if __name__ == "__main__":
    main()
