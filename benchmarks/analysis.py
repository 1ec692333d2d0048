"""compare, changes and audit from a store: `python -m benchmarks.analysis STORE`, a store that `benchmarks.store` made.

Each question is asked in a process of its own, for the last year of the whole store and of one county. Printed are, once the
program is loaded, the seconds (and the CPU seconds of all threads) from opening the store until every row of the answer is there
with all its columns but sentences and figures, which only files have; then those of writing it with them as CSV; and peak memory.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from extract.cli_session import plain_rows
from extract.corpus.asked import Asked
from extract.corpus.audited import audit_store
from extract.corpus.changed import changes_store
from extract.corpus.compared import compare_store
from extract.corpus.reader import Store
from extract.exporting.csv import write_csv
from extract.library import load_library

_QUESTIONS = ("compare", "changes", "audit")


def ask(path: Path, question: str, county: str, *, write: bool) -> None:
    """Answers one question and says what it cost."""
    library = load_library()
    with Store(path) as store:
        year = store.ask("SELECT max(year) FROM reports")[0][0]
    where, values = ("r.county = ?", [county]) if county else ("TRUE", [])
    begun, used = time.monotonic(), time.process_time()
    with Asked(path, where, values) as asked:
        if question == "audit":
            table = audit_store(asked, year, library)
        else:
            table = (compare_store if question == "compare" else changes_store)(asked, year, library)
        took, cpu = time.monotonic() - begun, time.process_time() - used
        written = ""
        if write:
            begun = time.monotonic()
            if question != "audit":
                table = asked.with_texts(table, figures=question == "compare")
            with tempfile.TemporaryDirectory() as folder:
                write_csv(Path(folder) / "table.csv", list(table.columns), plain_rows(table))
            written = f"  CSV with sentences {time.monotonic() - begun:6.1f} s"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    where = "a county" if county else "everywhere"
    print(
        f"{question:<8} {where:<10} {took:7.3f} s (CPU {cpu:6.3f} s)  {len(table):>8} rows{written}  peak {peak:5.0f} MB",
        flush=True,
    )


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--question", choices=_QUESTIONS)
    parser.add_argument("--county", default="")
    parser.add_argument("--no-csv", action="store_true")
    given = parser.parse_args()
    if given.question:
        ask(given.store, given.question, given.county, write=not given.no_csv)
        return
    with Store(given.store) as store:
        county = store.ask("SELECT county FROM townships LIMIT 1")[0][0]
    for where in (county, ""):
        for question in _QUESTIONS:
            command = [sys.executable, "-m", "benchmarks.analysis", str(given.store), "--question", question]
            subprocess.run([*command, "--county", where, *(["--no-csv"] if given.no_csv else [])], check=True)


if __name__ == "__main__":
    main()
