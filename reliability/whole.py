"""M1 and Z1: whole reports changed in ways that change nothing, and fuzzing guided by coverage."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from importlib.util import find_spec

from fuzz.targets import TARGETS
from reliability.commands import ROOT
from reliability.row import Outcome, Trial
from tests.whole_reports.changes import CHANGES
from tests.whole_reports.parts import WAYS, sectioned
from tests.whole_reports.test_same_report import KNOWN, differences
from tests.whole_reports.texts import texts


def same_report(trial: Trial) -> Outcome:
    """M1: layout, characters, the writing of numbers and the order of sections change nothing of what a report states."""
    outcome = Outcome()
    seeds = range(1, trial.choose(1, 12) + 1)
    tried = 0
    known: Counter[tuple[str, str]] = Counter()
    for change in CHANGES:
        for name in texts():
            for seed in seeds:
                tried += 1
                lines = differences(change, name, seed)
                if lines and (change.__name__, name) in KNOWN:
                    known[change.__name__, name] += 1
                elif lines:
                    outcome.broken.append(f"{change.__name__} {name} seed {seed}: {lines[0]}")
    for way in WAYS:
        for name in sectioned():
            for seed in seeds:
                tried += 1
                if lines := way(name, seed):
                    outcome.broken.append(f"{way.__name__} {name} seed {seed}: {lines[0]}")
    outcome.told(
        f"{len(CHANGES)} changes to {len(texts())} reports, {len(WAYS)} ways to join {len(sectioned())}, {len(seeds)} seeds: "
        f"{tried} comparisons, {len(outcome.broken)} differ, and {known.total()} of {len(known)} known kinds"
    )
    return outcome


def fuzzing(trial: Trial) -> Outcome:
    """Z1: what reads the words of others keeps its promises on inputs found by coverage."""
    outcome = Outcome()
    if find_spec("atheris") is None:
        outcome.left_out.append("fuzzing by coverage (pip install 'township-metrics[fuzz]')")
        outcome.told(f"{len(TARGETS)} targets, none tried here")
        return outcome
    command = [sys.executable, "-m", "fuzz", "--seconds", str(trial.choose(1, 60))]
    # what the full trial finds must outlive it
    command += [] if trial.full else ["--work", str(trial.place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    for line in done.stdout.splitlines():
        outcome.told(line)
        outcome.expect("BREAK" not in line, line)
    outcome.expect(done.returncode == 0, done.stderr[-300:])
    return outcome
