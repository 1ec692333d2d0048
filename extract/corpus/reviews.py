"""reviews.csv beside a corpus: read, and appended to under a lock, so that two reviewers at once lose nothing."""

from __future__ import annotations

import csv
import io
import os
import time
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd

from extract.analysis.reviews import ACTIONS, CORRECTED, REVIEWS
from extract.corpus.lock import RunLock
from extract.errors import StoreBusyError, UsageError, WriteError

REVIEWS_FILE = "reviews.csv"
_BOM = "\ufeff"
_PATIENCE = 10.0


def read_reviews(path: Path) -> pd.DataFrame:
    """The reviews in the order they were made; a file that does not exist holds none."""
    if not path.is_file() or path.is_symlink():
        return pd.DataFrame(columns=REVIEWS)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    for number, row in enumerate(rows, 2):
        missing = [column for column in REVIEWS if row.get(column) is None]
        if missing:
            raise UsageError(f"{path.name}:{number} has no {', '.join(missing)}. Allowed: {', '.join(REVIEWS)}.")
        _check(row, f"{path.name}:{number} ")
    table = pd.DataFrame([{column: row[column] for column in REVIEWS} for row in rows], columns=REVIEWS)
    for column in ("start", "end"):
        table[column] = table[column].astype("int64")
    return table


def append_review(path: Path, review: Mapping[str, object]) -> None:
    """Adds one review to the file; waits for whoever is writing."""
    row = {column: str(review.get(column, "")) for column in REVIEWS}
    _check(row, "The review ")
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            with RunLock(path.with_name(f".{path.name}.lock")):
                _append(path, row)
        except StoreBusyError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def undo_review(path: Path) -> dict[str, str] | None:
    """Takes the last review back and gives it; None where there is none."""
    with RunLock(path.with_name(f".{path.name}.lock")):
        held = read_reviews(path)
        if held.empty:
            return None
        rows = held.astype(str).to_dict("records")
        last = {str(key): str(value) for key, value in rows[-1].items()}
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(REVIEWS)
        writer.writerows([row[column] for column in REVIEWS] for row in rows[:-1])
        beside = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            beside.write_text(_BOM + text.getvalue(), encoding="utf-8", newline="")
            beside.replace(path)
        except OSError as error:
            raise WriteError(f"{path} cannot be written ({error.strerror or error}); nothing was changed.") from error
    return last


def _append(path: Path, row: Mapping[str, str]) -> None:
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")
    new = not path.is_file() or path.stat().st_size == 0
    if new:
        writer.writerow(REVIEWS)
    writer.writerow([row[column] for column in REVIEWS])
    try:
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write((_BOM if new else "") + line.getvalue())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise WriteError(f"{path} cannot be written ({error.strerror or error}); nothing was changed.") from error


def _check(row: Mapping[str, str], where: str) -> None:
    if row["action"] not in ACTIONS:
        raise UsageError(f"{where}has the action {row['action']!r}. Allowed: {', '.join(ACTIONS)}.")
    if not (row["start"].isdigit() and row["end"].isdigit()):
        raise UsageError(f"{where}has no place of a figure: {row['start']!r} to {row['end']!r}.")
    if row["action"] == CORRECTED:
        try:
            Decimal(row["value"])
        except InvalidOperation:
            raise UsageError(f"{where}corrects to {row['value']!r}, which is no number.") from None
