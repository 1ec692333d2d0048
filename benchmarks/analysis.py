"""compare, changes and audit from a store: `python -m benchmarks.analysis STORE`, a store that benchmarks.queries made.

Each question is asked in a process of its own, for the last year of the whole store and of one county: prints the seconds that it
took once the program was loaded, the rows it gave and the peak memory.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from extract.corpus import facts as stored
from extract.corpus.reader import Store
from extract.library import load_library

_QUESTIONS = ("compare", "changes", "audit")


def ask(path: Path, question: str, county: str) -> None:
    """Answers one question and says what it cost."""
    library = load_library()
    with Store(path) as store:
        year = store.ask("SELECT max(year) FROM reports")[0][0]
    answers: dict[str, Callable[..., object]] = {
        "compare": stored.compare_year,
        "changes": stored.changes_of_year,
        "audit": stored.audit_of_year,
    }
    begun = time.monotonic()
    table = answers[question](path, library, year, county=county or None)
    took = time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    where = "a county" if county else "everywhere"
    print(f"{question:<8} {where:<10} {took:7.3f} s  {len(table):>8} rows  peak {peak:5.0f} MB")  # type: ignore[arg-type]


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--question", choices=_QUESTIONS)
    parser.add_argument("--county", default="")
    given = parser.parse_args()
    if given.question:
        ask(given.store, given.question, given.county)
        return
    with Store(given.store) as store:
        county = store.ask("SELECT county FROM townships LIMIT 1")[0][0]
    for where in ("", county):
        for question in _QUESTIONS:
            command = [sys.executable, "-m", "benchmarks.analysis", str(given.store), "--question", question]
            subprocess.run([*command, "--county", where], check=True)


if __name__ == "__main__":
    main()
