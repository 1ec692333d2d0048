"""Runs the promises, all or those named, and prints what was measured.

`python -m reliability` tries everything in full, up to an hour; `python -m reliability --sample R8 R15` a sample of two of them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from reliability.row import Outcome, Row, Trial, load
from reliability.rows import ROWS


def main() -> int:
    """The table; 1 if a promise is broken."""
    parser = argparse.ArgumentParser(prog="python -m reliability", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"any of {', '.join(row.name for row in ROWS)}")
    parser.add_argument("--sample", action="store_true", help="the size that runs with the tests")
    parser.add_argument("--list", action="store_true", help="only say what is promised")
    given = parser.parse_args()
    known = {row.name: row for row in ROWS}
    unknown = sorted(set(given.rows) - set(known))
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}. Allowed: {', '.join(known)}")
    chosen = [known[name] for name in given.rows] if given.rows else list(ROWS)
    if given.list:
        for row in chosen:
            print(f"{row.name:<4} {row.promise}")
        return 0
    bad = 0
    for row in chosen:
        began = time.monotonic()
        outcome = tried(row, full=not given.sample)
        _print(row, outcome, time.monotonic() - began)
        bad += bool(outcome.broken)
    print(f"{len(chosen) - bad} of {len(chosen)} promises kept")
    return 1 if bad else 0


def tried(row: Row, *, full: bool) -> Outcome:
    """What came of one promise."""
    with tempfile.TemporaryDirectory(prefix="reliability-", ignore_cleanup_errors=True) as place:
        return row.run(Trial(full, Path(place)))


def _print(row: Row, outcome: Outcome, seconds: float) -> None:
    print(f"{row.name:<4} {outcome.verdict:<7} {seconds:6.0f} s  {row.promise} [{load()}]")
    for figure in outcome.figures:
        print(f"{'':23}{figure}")
    for line in outcome.broken[:20]:
        print(f"{'':23}BROKEN: {line}")
    if len(outcome.broken) > 20:
        print(f"{'':23}and {len(outcome.broken) - 20} more")
    for line in outcome.left_out:
        print(f"{'':23}NOT TRIED HERE: {line}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
