"""R2, R11, R13–R15: poison, kills, several at once, increments, and the same bytes everywhere."""

from __future__ import annotations

import itertools
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from extract.corpus.reader import Store
from reliability.commands import ROOT, by_benchmark, extract, reports, settings, tables, told, write
from reliability.row import Outcome, Trial
from tests.corpus_run import corpora

_GO = """
import sys
from pathlib import Path
from tests.corpus_run import corpora
from extract.errors import StoreBusyError
import time
if __name__ == "__main__":
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.monotonic()
    try:
        corpora.run(Path(sys.argv[1]), Path(sys.argv[2]), engine="serial")
    except StoreBusyError as error:
        print(f"busy {time.monotonic() - began:.3f} {error}", flush=True)
        sys.exit(3)
"""


def poisoned_readers(trial: Trial) -> Outcome:
    """R2: a file that brings its reader down costs itself alone, wherever it stands and however many read."""
    return by_benchmark("poison", "--files", str(trial.choose(24, 200)))


def kills(trial: Trial) -> Outcome:
    """R11: a run killed at any moment leaves the store as it was or as it should be; the next one completes."""
    return by_benchmark("kills", str(trial.choose(5, 100)))


def together(trial: Trial) -> Outcome:
    """R13: of two runs one wins and the other says so at once; readers see whole states all the while."""
    outcome = Outcome()
    folder = write(trial.place / "corpus", reports(120))
    pairs = trial.choose(3, 50)
    waits: list[float] = []
    both = 0
    for number in range(pairs * 4):
        if len(waits) == pairs:
            break
        store = trial.place / f"pair-{number}.duckdb"
        started = [_ready(folder, store) for _ in range(2)]
        for process in started:
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        ends = [process.communicate() for process in started]
        codes = sorted(process.returncode for process in started)
        if codes == [0, 0]:
            both += 1  # one had ended before the other began
            continue
        outcome.expect(codes == [0, 3], f"pair {number} ended with {codes}: {ends[0][1][-200:]}{ends[1][1][-200:]}")
        said = [out for out, _ in ends if out.startswith("busy")]
        outcome.expect(len(said) == 1 and bool(re.search(r"process \d+", said[0])), f"pair {number} said {said}")
        waits += [float(line.split()[1]) for line in said]
    outcome.told(f"{len(waits)} pairs: losers named the winner within {max(waits, default=0):.2f} s; {both} more did not meet")
    outcome.in_time(trial, max(waits, default=0) <= 1, "a loser took more than a second")
    outcome.expect(len(waits) == pairs, f"{len(waits)} of {pairs} pairs met, {both} did not")
    _readers(trial, outcome)
    return outcome


def _ready(folder: Path, store: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _GO, str(folder), str(store)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=settings(),
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _readers(trial: Trial, outcome: Outcome) -> None:
    """Readers that open, ask and close while states are published."""
    folder = write(trial.place / "read", reports(6))
    store = trial.place / "read.duckdb"
    corpora.run(folder, store)
    publishes, wanted = trial.choose(4, 100), trial.choose(40, 1_000)
    states: set[int] = set()
    errors: list[str] = []
    lags: list[float] = []
    published = [(time.monotonic(), 6)]
    stop = threading.Event()
    readings = itertools.count()
    read = 0

    def look() -> None:
        nonlocal read
        while not stop.is_set() or read < wanted:
            before = published[-1]
            try:
                with Store(store) as opened:
                    files = opened.ask("SELECT count(*) FROM files")[0][0]
                    found = opened.ask("SELECT count(*), (SELECT count(DISTINCT number) FROM quantities) FROM reports")[0]
            except Exception as error:
                errors.append(f"{type(error).__name__}: {error}")
                continue
            read = next(readings) + 1
            states.add(int(files))
            if (files, files) != found:
                errors.append(f"a mixed state: {files} files, {found}")
            if files < before[1]:
                lags.append(time.monotonic() - before[0])

    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(publishes):
        write(folder, {f"more-{number}.txt": reports(1, 500 + number)["0/00000.txt"]})
        corpora.run(folder, store)
        published.append((time.monotonic(), 7 + number))
    stop.set()
    for thread in threads:
        thread.join()
    late = max(lags, default=0.0)
    outcome.told(f"{read} readings during {publishes} publishes: {len(states)} states seen, {len(errors)} errors, "
                 f"none older than {late:.2f} s after its successor")  # fmt: skip
    outcome.broken += errors[:5]
    outcome.in_time(trial, late <= 2, f"an old state was seen {late:.1f} s after the new one was published")
    with Store(store) as opened:
        newest = int(opened.ask("SELECT count(*) FROM files")[0][0])
    outcome.expect(newest == published[-1][1], f"the newest state is not seen: {newest} files of {published[-1][1]}")
    outcome.expect(read >= wanted, f"only {read} readings")


def increments(trial: Trial) -> Outcome:
    """R14: an unchanged folder costs a look; one changed file is the only one read; any run of edits ends as one from scratch."""
    from tests.corpus_run.test_incremental import Edits, settle

    outcome = Outcome()
    count = trial.choose(300, 10_000)
    folder = write(trial.place / "corpus", reports(count))
    settle(folder)
    store = trial.place / "store.duckdb"
    began = time.monotonic()
    corpora.run(folder, store)
    first = time.monotonic() - began
    from extract.corpus.result import open_result

    began = time.monotonic()
    idle = open_result([folder], (), corpora.library(), store).summary
    seconds = time.monotonic() - began
    outcome.told(
        f"{count} files: read in {first:.0f} s; unchanged {seconds:.2f} s, {idle.read} read, {idle.rematched} matched again"
    )
    outcome.expect(idle.read == idle.rematched == 0, "an unchanged folder was worked on")
    outcome.in_time(trial, seconds <= 3, f"an unchanged folder took {seconds:.1f} s")
    write(folder, {"0/00000.txt": reports(1, 77)["0/00000.txt"]})
    one = open_result([folder], (), corpora.library(), store).summary
    outcome.expect((one.read, one.unchanged) == (1, count - 1), f"one changed file: {one.read} read")
    other = open_result([folder], (), corpora.library(corpora.OTHER_LIBRARY), store).summary
    outcome.told(f"one changed file: {one.read} read; changed library: {other.read} read, {other.rematched} matched again")
    outcome.expect(
        (other.read, other.rematched) == (0, count), f"a changed library: {other.read} read, {other.rematched} matched"
    )
    sequences = trial.choose(2, 100)
    equal = 0
    for seed in range(100, 100 + sequences):
        place = trial.place / f"edits-{seed}"
        (place / "corpus").mkdir(parents=True)
        edits = Edits(seed, place / "corpus")
        same = True
        for step in range(4):
            for _ in range(edits.draw.randint(1, 3)):
                edits.one()
            if step % 2:
                settle(place / "corpus")
            kept = corpora.run(place / "corpus", place / "kept.duckdb", corpora.library(edits.library))
        same = kept == corpora.run(place / "corpus", place / "scratch.duckdb", corpora.library(edits.library))
        equal += same
        outcome.expect(same, f"edits {seed}: another result than from scratch")
    outcome.told(f"{equal} of {sequences} random sequences of edits end byte for byte as a run from scratch")
    return outcome


#: put on the path of a run: folders list their files in an order drawn from the seed
_SHUFFLE = """
import os, random
real = os.scandir
class Shuffled:
    def __init__(self, entries):
        self.entries = list(entries)
        random.Random(os.environ["SHUFFLE"] + str(len(self.entries))).shuffle(self.entries)
    def __enter__(self): return iter(self.entries)
    def __exit__(self, *_): pass
    def __iter__(self): return iter(self.entries)
    def close(self): pass
os.scandir = lambda *given: Shuffled(real(*given))
"""


def same_bytes(trial: Trial) -> Outcome:
    """R15: workers, hash seeds, the order of folders, time zones and locales change no byte of the tables."""
    outcome = Outcome()
    folder = write(trial.place / "corpus", reports(24) | {"bad.docx": b"PK\x03\x04", "empty.txt": ""})
    (trial.place / "hook").mkdir()
    (trial.place / "hook" / "sitecustomize.py").write_text(_SHUFFLE, "utf-8")
    # In a folder whose path is not ASCII Python cannot read an editable installation's .pth file in locale C.
    locales = ("C", "C.UTF-8") if str(ROOT).isascii() else ("C.UTF-8",)
    if "C" not in locales:
        outcome.left_out.append("locale C (the project's own path is not ASCII)")
    ways = list(itertools.product((1, 2, 8), range(5), range(3), ("UTC", "Asia/Shanghai"), locales))
    if not trial.full:
        ways = random.Random(15).sample(ways, 4)
    seen: Counter[str] = Counter()
    for number, (workers, seed, order, zone, locale) in enumerate(ways):
        place = trial.place / f"out-{number}"
        place.mkdir()
        env = {"PYTHONHASHSEED": str(seed * 7), "TZ": zone, "LC_ALL": locale, "SHUFFLE": str(order)}
        engine = "serial" if workers == 1 else "processes"
        env["PYTHONPATH"] = str(trial.place / "hook")
        done = extract(folder, place, "--engine", engine, *(["--workers", str(workers)] if workers > 1 else []), env=env)
        outcome.expect(done.returncode == 1, f"{env}: {told(done)[-200:]}")
        seen[tables(place)] += 1
    outcome.told(f"{len(ways)} runs over workers, hash seeds, orders, zones and locales: {len(seen)} hash of the tables")
    outcome.expect(len(seen) == 1, f"{len(seen)} different results")
    text = "".join((trial.place / "out-0" / name).read_text("utf-8-sig") for name in ("observations.csv", "mentions.csv"))
    outcome.expect(str(trial.place) not in text and "e-05" not in text, "a path or a float is in the tables")
    return outcome
