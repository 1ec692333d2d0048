"""Corpus runs of one size: `python -m benchmarks.scale 40000 [--folder F] [--workers 2] [--engine processes]`.

Prints what a first run, a run over the unchanged folder, a run after one changed file and a run with a changed library take,
by the clock and in processor time (which other work on the machine disturbs less), with the memory of the main process and of
its workers, and what exports cost. The corpus is generated if it is not there.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import write_corpus
from extract.library.load import default_path

_HIGH_WATER = re.compile(r"VmHWM:\s+(\d+) kB")
#: where a process's status line, behind its name, tells its time in its own code; in the system's stands next
_USER = 11
_PARENT = re.compile(r"PPid:\s+(\d+)")


@dataclass
class Seen:
    """The peaks of a process and of the largest of its descendants, in MB, and its own processor time, in seconds."""

    main: int = 0
    worker: int = 0
    seconds: float = 0.0


def _watch(pid: int, seen: Seen, done: threading.Event) -> None:
    while not done.wait(0.5):
        family = {pid}
        with suppress(OSError):
            told = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
            seen.seconds = max(seen.seconds, (int(told[_USER]) + int(told[_USER + 1])) / os.sysconf("SC_CLK_TCK"))
        for place in sorted(Path("/proc").glob("[0-9]*/status"), key=lambda path: int(path.parent.name)):
            try:
                status = place.read_text("ascii", "replace")
            except OSError:
                continue
            parent, high = _PARENT.search(status), _HIGH_WATER.search(status)
            number = int(place.parent.name)
            if number != pid and (parent is None or int(parent[1]) not in family):
                continue
            family.add(number)
            peak = int(high[1]) // 1000 if high else 0
            if number == pid:
                seen.main = max(seen.main, peak)
            else:
                seen.worker = max(seen.worker, peak)


def _spent() -> float:
    """The processor time of all that this process started and that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(name: str, count: int, *arguments: object) -> None:
    """Runs the command once and prints its line."""
    command = [sys.executable, "-m", "extract.cli", "extract", *map(str, arguments), "--lang", "en"]
    seen, done = Seen(), threading.Event()
    begun, spent = time.monotonic(), _spent()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        watcher = threading.Thread(target=_watch, args=(process.pid, seen, done))
        watcher.start()
        assert process.stderr is not None
        last = ""
        for line in process.stderr:
            last = line.strip() or last
        code = process.wait()
        done.set()
        watcher.join()
    seconds = time.monotonic() - begun
    cpu = _spent() - spent
    print(f"{name:<28} {seconds:8.1f} s {seconds / count * 1000:8.3f} ms/file  exit {code}")
    print(f"    CPU {cpu:.1f} s, {cpu / count * 1000:.3f} ms/file, of which the main process {seen.seconds / count * 1000:.3f}")
    print(f"    main {seen.main} MB, worker {seen.worker} MB, load {os.getloadavg()[0]:.1f}")
    print(f"    {last}", flush=True)


@contextmanager
def changed_library(word: str) -> Iterator[Path]:
    """The project's library with one word more."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "metrics.yaml"
        text = default_path().read_text("utf-8")
        path.write_text(re.sub(r"^(    化解: \[)", rf"\1{word}, ", text, count=1, flags=re.MULTILINE), encoding="utf-8")
        yield path


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engine", default="processes")
    parser.add_argument("--first-only", action="store_true")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.gettempdir()) / f"township-corpus-{given.count}"
    if not folder.is_dir():
        size = write_corpus(folder, given.count)
        print(f"{given.count} reports, {size / 1e6:.0f} MB written")
    scratch = Path(tempfile.mkdtemp(prefix="township-scale-"))
    store = scratch / "store.duckdb"
    options = ["--store", store, "--workers", given.workers, "--engine", given.engine, "-o"]
    try:
        run("first run, reports out", given.count, folder, *options, scratch / "o", "--format", "parquet")
        print(f"    store {store.stat().st_size / 1e6:.0f} MB")
        if given.first_only:
            return
        run("unchanged, CSV out", given.count, folder, *options, scratch / "o.csv")
        province = sorted(path.name for path in folder.iterdir())[0]
        tiny = ["--reports", scratch / "r.csv", *options, scratch / "o.csv"]
        run(f"  (only {province})", given.count, folder / province, "--engine", "serial", "-o", scratch / "p.csv")
        target = sorted((folder / province).rglob("*.txt"))[0]
        before = target.read_bytes()
        target.write_bytes(before + "另外，全年化解矛盾纠纷7起。\n".encode())
        run("one changed file, CSV out", given.count, folder, *tiny)
        target.write_bytes(before)
        # a word that no text holds, and one of every text
        for name, word in (("rare word", "顺利解开"), ("common word", "推进")):
            with changed_library(word) as library:
                run(f"library with a {name}, CSV out", given.count, folder, "--library", library, *tiny)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
