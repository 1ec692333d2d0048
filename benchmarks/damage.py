"""Damaged files by the thousand in one run: `python -m benchmarks.damage [--files 10000]`.

Every format's sample is damaged again and again (fixed seed) and written into one folder, over which the command `extract` runs.
The run must end with exit code 1 (done, with files that could not be read); every file must have exactly one outcome, a report
or a problem with a known reason; and nothing may look like a traceback.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from extract.corpus.reader import Store
from extract.reading.issues import SENTENCES
from tests.reading.test_damage import FILES, damaged


def main() -> None:
    """Damages and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    count = parser.parse_args().files
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        folder.mkdir()
        for number in range(count):
            sample = list(FILES)[number % len(FILES)]
            (folder / f"{number:05}-{sample}").write_bytes(damaged(FILES[sample], number))
        store, reports = Path(name) / "store.duckdb", Path(name) / "reports.csv"
        command = [sys.executable, "-m", "extract.cli", "extract", str(folder), "--store", str(store), "--reports", str(reports)]
        begun = time.perf_counter()
        done = subprocess.run([*command, "-o", str(Path(name) / "o.csv")], capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - begun
        with reports.open(encoding="utf-8-sig", newline="") as file:
            read = {row["report"] for row in csv.DictReader(file)}
        with Store(store) as opened:
            problems = {str(report): str(issue) for report, issue, _ in opened.ask("SELECT * FROM problems")}
        names = {path.name for path in folder.iterdir()}
    shown = done.stdout + done.stderr
    assert done.returncode == 1, (done.returncode, shown[-2000:])
    assert "Traceback" not in shown, shown
    assert not read & set(problems), "a file has two outcomes"
    assert read | set(problems) == names, sorted(names ^ (read | set(problems)))[:20]
    assert set(problems.values()) <= set(SENTENCES), set(problems.values()) - set(SENTENCES)
    print(f"{count} damaged files in {seconds:.0f} s: exit code 1, {len(read)} read, {len(problems)} with a reason, 0 tracebacks")
    print(dict(sorted(Counter(problems.values()).items())))
    for sample in FILES:
        found = Counter(problems.get(name, "read") for name in names if name.endswith(f"-{sample}"))
        print(f"{sample:<14}", dict(sorted(found.items())))


if __name__ == "__main__":
    main()
