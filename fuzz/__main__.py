"""Fuzzes every target, or those named, each for so many seconds.

`python -m fuzz --seconds 6` takes two minutes, `python -m fuzz --seconds 1400` a night. What is learnt is kept in `.fuzz/`, and
the next run goes on from there. An input that breaks a promise is written to `.fuzz/found/TARGET/`; put it under
`fuzz/crashes/TARGET/`, where `tests/fuzz` tries it for ever after, and mend the cause.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from fuzz.seeds import seeds
from fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parent.parent
#: one input may take so long, and so many megabytes
_SECONDS, _MEGABYTES, _LONGEST = 20, 3_000, 20_000


def main() -> int:
    """Runs the workers one after the other and prints a line for each."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"any of {', '.join(TARGETS)}; all of them without one")
    parser.add_argument("--seconds", type=int, default=6, help="for each target")
    parser.add_argument("--work", type=Path, default=ROOT / ".fuzz", help="where what is learnt is kept")
    given = parser.parse_args()
    unknown = sorted(set(given.targets) - set(TARGETS))
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}. Allowed: {', '.join(TARGETS)}")
    bad = 0
    for target in given.targets or TARGETS:
        told, found = fuzz(target, given.seconds, given.work)
        bad += found
        print(f"{target:<11} {told}{f', {found} INPUTS BREAK A PROMISE' if found else ''}", flush=True)
    return 1 if bad else 0


def fuzz(target: str, seconds: int, work: Path) -> tuple[str, int]:
    """What came of one target, and how many inputs broke a promise."""
    corpus, found = work / "corpus" / target, work / "found" / target
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds(target):
        (corpus / hashlib.sha256(seed).hexdigest()[:20]).write_bytes(seed)
    before = set(found.iterdir())
    command = [sys.executable, "-m", "fuzz.worker", target, str(corpus), f"-max_total_time={seconds}", f"-max_len={_LONGEST}"]
    command += [f"-timeout={_SECONDS}", f"-rss_limit_mb={_MEGABYTES}", f"-artifact_prefix={found}/", "-print_final_stats=1"]
    with (work / f"{target}.log").open("wb") as log:
        subprocess.run(command, stdout=log, stderr=log, cwd=ROOT, check=False, env=dict(os.environ, PYTHONHASHSEED="0"))
    text = (work / f"{target}.log").read_text("utf-8", "replace")
    runs = re.search(r"number_of_executed_units: (\d+)", text)
    edges = re.findall(r"cov: (\d+)", text)
    told = f"{int(runs[1]) if runs else 0:>9} inputs, {edges[-1] if edges else '?':>6} branches seen"
    new = len({place.read_bytes() for place in set(found.iterdir()) - before})
    if runs is None and not new:
        raise SystemExit(f"{target}: the worker did not run; see {work / f'{target}.log'}")
    return told, new


if __name__ == "__main__":
    sys.exit(main())
