"""Files that bring their reader down, first, in the middle and last: `python -m benchmarks.poison [--files 200]`.

Each deed of `tests/poison.py` stands at three places among healthy files, for 1, 2 and 8 workers; the exports of the healthy
files must equal those of a run without poison, each poisoned file must have its one reason, and nothing may be left behind.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

from extract.corpus.reader import Store
from tests.corpus_run.corpora import report, run, write
from tests.poison import DEEDS, left_behind, poison, poisoned

TABLES = ("observations", "mentions", "changes", "quantities", "reports")


def main() -> None:
    """Runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    count = parser.parse_args().files
    good = {f"{n:03}.txt": report(["石桥镇", "石河镇"][n % 2], 1000 + n // 2, 20 + n) for n in range(count)}
    with tempfile.TemporaryDirectory() as name, poisoned(Path(name)):
        place = Path(name)
        os.environ["TMPDIR"] = str(place)
        tempfile.tempdir = None
        clean = run(write(place / "clean", good), place / "clean.duckdb", engine="serial")
        before = sorted(path.name for path in place.iterdir())
        for workers in (1, 2, 8):
            begun = time.perf_counter()
            for deed, (_, reason) in DEEDS.items():
                # names that sort before, among and behind the healthy ones
                bad = {f"{at}.rtf": poison(deed).decode() for at in ("000-", f"{count // 2:03}-", "zzz")}
                folder = write(place / f"{workers} {deed}", {**good, **bad})
                store = place / f"{workers} {deed}.duckdb"
                found = run(folder, store, engine="processes", workers=workers)
                for table in TABLES:
                    assert found[table] == clean[table], (deed, workers, table)
                with Store(store) as opened:
                    problems = {str(a): str(b) for a, b, _ in opened.ask("SELECT * FROM problems")}
                assert problems == dict.fromkeys(bad, reason), (deed, workers, problems)
            seconds = time.perf_counter() - begun
            print(f"{workers} workers: {len(DEEDS)} deeds at 3 places, {count} others unharmed, {seconds:.0f} s", flush=True)
        assert not left_behind("sleep 987")
        left = {path.name for path in place.iterdir()} - set(before)
        left -= {f"{workers} {deed}{end}" for workers in (1, 2, 8) for deed in DEEDS for end in ("", ".duckdb", ".duckdb.lock")}
        assert not left, left
    print("0 processes and 0 temporary files left")


if __name__ == "__main__":
    main()
