"""Kills runs at random moments: `python -m benchmarks.kills [100]`.

After each kill the store must open and be the state before the run or after it; at the end a run must complete, and its
exports equal those of an undisturbed run. Every fifth kill is aimed at the moment of publishing.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.corpus_run.corpora import exports, report, run, write

_RUN = """
import sys
from pathlib import Path
from tests.corpus_run.corpora import run
if __name__ == "__main__":
    print("go", flush=True)
    run(Path(sys.argv[1]), Path(sys.argv[2]), engine=sys.argv[3], workers=2)
"""


def reports(count: int, received: int) -> dict[str, str]:
    """A corpus in one of its states."""
    return {f"{n:04}.txt": report(["石桥镇", "石河镇"][n % 2], 1000 + n // 2, received + n) for n in range(count)}


def killed(folder: Path, store: Path, engine: str, draw: random.Random, aimed: bool) -> bool:
    """Starts a run and kills it; says whether it was still going."""
    command = [sys.executable, "-c", _RUN, str(folder), str(store), engine]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        if aimed:
            building = store.with_name(store.name + ".new")
            while process.poll() is None and not building.exists():
                time.sleep(0.001)
            # the file is there from the first moment on; publishing begins when it stops being replaced
            time.sleep(draw.uniform(0.2, 0.9))
        else:
            time.sleep(draw.uniform(0.0, 1.2))
        going = process.poll() is None
        process.kill()
        process.wait()
    return going


def main() -> None:
    """Kills."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=100)
    kills = parser.parse_args().kills
    draw = random.Random(1)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = write(place / "corpus", reports(200, 20))
        store = place / "store.duckdb"
        state = run(folder, store)
        done = 0
        for number in range(kills):
            if done == 0:
                write(folder, reports(200, 20 + 10 * number))
            after = run(folder, place / "after.duckdb")
            going = killed(folder, store, draw.choice(["serial", "processes"]), draw, aimed=number % 5 == 0)
            found = exports(store)
            assert found in (state, after), f"kill {number}: the store is neither before nor after"
            done = 0 if found == after else 1
            seen["after" if found == after else "before"] += 1
            seen["still going" if going else "had ended"] += 1
            state = found
        assert run(folder, store) == run(folder, place / "scratch.duckdb"), "a run after all kills gives other exports"
        left = sorted(path.name for path in place.iterdir() if ".new" in path.name)
        assert left == [], left
    print(f"{kills} kills: {dict(seen)}; 0 mixed states, 0 stores that would not open, final exports equal")


if __name__ == "__main__":
    main()
