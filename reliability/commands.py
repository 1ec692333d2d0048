"""The command line as its users start it, on folders of made-up reports."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reliability.row import Outcome
from tests.corpus_run.corpora import report

ROOT = Path(__file__).resolve().parent.parent
Done = subprocess.CompletedProcess[bytes]


def command(folder: Path, place: Path, *more: str) -> list[str]:
    """`township-metrics extract` on a folder, with its store and tables in `place`."""
    tables = ["--reports", str(place / "reports.csv"), "--mentions", str(place / "mentions.csv")]
    store = ["--store", str(place / "store.duckdb"), "-o", str(place / "observations.csv")]
    return [sys.executable, "-m", "extract.command", "extract", str(folder), *store, *tables, *more]


def settings(**more: str) -> dict[str, str]:
    """The environment of a command: this project's code, and nothing of the machine's language."""
    path = os.pathsep.join(filter(None, (more.pop("PYTHONPATH", os.environ.get("PYTHONPATH", "")), str(ROOT))))
    return {**os.environ, "PYTHONPATH": path, "LC_ALL": "C.UTF-8", **more}


def extract(folder: Path, place: Path, *more: str, env: Mapping[str, str] | None = None, **options: Any) -> Done:
    """A run to its end."""
    given = settings(**(env or {}))
    return subprocess.run(command(folder, place, *more), capture_output=True, check=False, cwd=ROOT, env=given, **options)


def problems(store: Path) -> list[tuple[str, str]]:
    """The files that could not be read, and why."""
    from extract.corpus.reader import Store

    with Store(store) as opened:
        return [(str(name), str(issue)) for name, issue in opened.ask("SELECT report, issue FROM problems ORDER BY report")]


def tables(place: Path) -> str:
    """One hash of everything that a run wrote for its users."""
    digest = hashlib.sha256()
    for name in ("observations.csv", "mentions.csv", "reports.csv"):
        digest.update((place / name).read_bytes())
    return digest.hexdigest()


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files in it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def reports(count: int, received: int = 20) -> dict[str, str]:
    """Reports of several townships and years."""
    towns = ["石桥镇", "石河镇", "石溪乡", "石沟镇"]
    return {f"{n % 4}/{n:05}.txt": report(towns[n % 4], 1990 + n // 4 % 35, received + n) for n in range(count)}


def told(done: Done) -> str:
    """What a command said on its error stream."""
    return done.stderr.decode("utf-8", "replace").strip()


def by_benchmark(name: str, *options: str) -> Outcome:
    """What a script under `benchmarks/` measures; it fails where the promise is broken."""
    outcome = Outcome()
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", *options], capture_output=True, check=False, cwd=ROOT, env=settings()
    )
    outcome.figures += done.stdout.decode("utf-8", "replace").splitlines() or ["no figure"]
    outcome.expect(done.returncode == 0, told(done)[-400:])
    return outcome
