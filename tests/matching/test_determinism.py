"""The same bytes for the same input, whatever the process: hashes of strings differ from run to run, results must not."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import hashlib
from tests.matching.whole_reports import read_report, reports
digest = hashlib.sha256()
rows = 0
for text in reports().values():
    result = read_report(text)
    tables = result.mention_rows(), result.observation_rows(), result.change_rows(), result.quantity_rows(), [result.report_row()]
    for row in (row for table in tables for row in table):
        digest.update(repr(row).encode())
        rows += 1
print(rows, digest.hexdigest())
"""


def run(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, cwd=ROOT, capture_output=True, text=True, check=True, timeout=900
    )
    return done.stdout


def test_the_hash_seed_changes_no_byte() -> None:
    first = run("1")
    assert int(first.split()[0]) > 500
    assert run("2") == first
    assert run("77777") == first
