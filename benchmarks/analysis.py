"""compare, changes and audit from a store: `python -m benchmarks.analysis STORE`, a store that benchmarks.queries made.

Each question is asked in a process of its own, for the last year of the whole store and of one county: prints the seconds that it
took once the program was loaded, the rows it gave and the peak memory.
"""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

from extract.analysis.audit import audit
from extract.analysis.changes import changes
from extract.analysis.compare import compare
from extract.corpus.facts import store_facts
from extract.corpus.reader import Store
from extract.library import load_library

_QUESTIONS = ("compare", "changes", "audit")


def ask(path: Path, question: str, county: str) -> None:
    """Answers one question and says what it cost."""
    library = load_library()
    with Store(path) as store:
        year = store.ask("SELECT max(year) FROM reports")[0][0]
    begun = time.monotonic()
    # a change needs the year before; the audit holds a county's report against every year of it
    where, values = ("r.county = ?", [county]) if county else ("r.year BETWEEN ? - 1 AND ?", [year, year])
    facts = store_facts(path, where, values, texts=question == "audit")
    if question == "compare":
        table = compare(facts.observations, year, library=library, reports=facts.reports)
    elif question == "changes":
        table = changes(facts.observations, facts.stated, mentions=facts.mentions, reports=facts.reports, library=library)
        table = table[table["to_year"] == year]
    else:
        table = audit(facts, library, year=year)
    took = time.monotonic() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    where = "a county" if county else "everywhere"
    print(f"{question:<8} {where:<10} {took:7.3f} s  {len(table):>8} rows  peak {peak:5.0f} MB")


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
