"""Kills runs at random moments: `python -m benchmarks.kills [100]`.

After each kill the store must open and be the state before the run or after it; at the end a run must complete, and its
exports equal those of an undisturbed run. Every other kill is aimed at publishing: the run says when that begins and ends, and
at least a fifth of all kills must fall in between.
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
from extract.corpus.store import StoreWriter
from tests.corpus_run.corpora import run
publish = StoreWriter.publish
def told(writer):
    print("publishing", flush=True)
    publish(writer)
    print("published", flush=True)
StoreWriter.publish = told
if __name__ == "__main__":
    print("go", flush=True)
    run(Path(sys.argv[1]), Path(sys.argv[2]), engine=sys.argv[3], workers=2)
"""


def reports(count: int, received: int) -> dict[str, str]:
    """A corpus in one of its states."""
    return {f"{n:04}.txt": report(["石桥镇", "石河镇"][n % 2], 1000 + n // 2, received + n) for n in range(count)}


def started(folder: Path, store: Path, engine: str) -> subprocess.Popen[str]:
    """A run that is about to begin."""
    command = [sys.executable, "-c", _RUN, str(folder), str(store), engine]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "go\n"
    return process


def times(folder: Path, store: Path) -> tuple[float, float]:
    """How long an undisturbed run takes until it publishes, and how long it publishes."""
    began = time.monotonic()
    with started(folder, store, "serial") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "publishing\n"
        publishing = time.monotonic()
        assert process.stdout.readline() == "published\n"
        return publishing - began, time.monotonic() - publishing


def killed(folder: Path, store: Path, draw: random.Random, lasts: tuple[float, float], aimed: bool) -> str:
    """Starts a run and kills it; says where it was."""
    before, publishing = lasts
    with started(folder, store, draw.choice(["serial", "processes"])) as process:
        assert process.stdout is not None
        if aimed:
            process.stdout.readline()
            time.sleep(draw.uniform(0.0, publishing))
        else:
            time.sleep(draw.uniform(0.0, before))
        process.kill()
        left = process.stdout.read()
    if "published" in left:
        return "after publishing"
    return "inside publishing" if aimed or "publishing" in left else "before publishing"


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
        write(folder, reports(200, 15))
        lasts = times(folder, place / "timed.duckdb")
        done = 0
        for number in range(kills):
            if done == 0:
                write(folder, reports(200, 30 + 10 * number))
            after = run(folder, place / "after.duckdb")
            seen[killed(folder, store, draw, lasts, aimed=number % 2 == 0)] += 1
            found = exports(store)
            assert found in (state, after), f"kill {number}: the store is neither before nor after"
            done = 0 if found == after else 1
            seen["the state after" if found == after else "the state before"] += 1
            state = found
        assert seen["inside publishing"] >= kills // 5, f"too few kills inside publishing: {dict(seen)}"
        assert run(folder, store) == run(folder, place / "scratch.duckdb"), "a run after all kills gives other exports"
        left = sorted(path.name for path in place.iterdir() if ".new" in path.name)
        assert left == [], left
    print(f"{kills} kills: {dict(seen)}; 0 mixed states, 0 stores that would not open, final exports equal")


if __name__ == "__main__":
    main()
