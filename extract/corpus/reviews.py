"""reviews.csv beside a corpus: read, and appended to under a lock, so that two reviewers at once lose nothing."""

from __future__ import annotations

import csv
import io
import os
import re
import time
from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path

import pandas as pd

from extract.analysis.facts import Facts
from extract.analysis.reviews import (
    ACTIONS,
    ASSIGNED,
    CORRECTED,
    REVIEWS,
    Added,
    decided_frame,
    decided_rows,
    decisions_of,
    stale_reviews,
)
from extract.corpus.assigned import added_rows
from extract.corpus.facts import StoreFacts
from extract.corpus.folder import STORE_FOLDER
from extract.corpus.lock import RunLock
from extract.corpus.reader import Store, columns_of
from extract.errors import StoreBusyError, UsageError, WriteError
from extract.tables import Row

REVIEWS_FILE = "reviews.csv"
#: the tables whose figures are reviewed, and the one that tells which figures metrics took
DECIDED = ("observations", "mentions", "changes")
_TOUCHED = (*DECIDED, "quantities")
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
            raise UsageError(
                f"{path.name}:{number} has no {', '.join(missing)}. Allowed: {', '.join(REVIEWS)}.",
                f"{path.name} 第{number}行缺少 {'、'.join(missing)}。应有：{'、'.join(REVIEWS)}。",
            )
        _check(row, f"{path.name}:{number} ", f"{path.name} 第{number}行")
    table = pd.DataFrame([{column: row[column] for column in REVIEWS} for row in rows], columns=REVIEWS)
    for column in ("start", "end"):
        table[column] = table[column].astype("int64")
    return table


def reviews_beside(paths: Iterable[Path | str]) -> pd.DataFrame:
    """The reviews of every folder that is read, or of the folders that files or stores stand in."""
    folders: dict[Path, None] = {}
    for path in map(Path, paths):
        folder = path if path.is_dir() else path.parent
        folders[folder.parent if folder.name == STORE_FOLDER else folder] = None
    held = [read_reviews(folder / REVIEWS_FILE) for folder in folders]
    return pd.concat(held, ignore_index=True) if held else pd.DataFrame(columns=REVIEWS)


class Decided:
    """The reviews of a corpus as they bear on its store."""

    def __init__(self, store: Path, reviews: pd.DataFrame) -> None:
        self.store, self.reviews = store, reviews
        self.reports: dict[str, str] = {}
        if len(reviews):
            with Store(store) as opened:
                hashes = sorted(set(reviews["sha256"].astype(str)))
                question = "SELECT sha256, min(report) FROM reports WHERE sha256 IN (SELECT unnest(?)) GROUP BY ALL"
                self.reports = {str(sha): str(report) for sha, report in opened.ask(question, [hashes])}
        self.decisions = decisions_of(reviews, self.reports)
        #: what assigned figures add to each table
        self.added: Mapping[str, Added] = added_rows(store, self.decisions) if self.decisions else {}

    def rows(
        self, table: str, columns: Sequence[str], rows: Iterable[Row], within: Container[str] | None = None
    ) -> Iterable[Row]:
        """The rows of a table with the reviews in them; `within` holds the reports that were asked for, where not all were."""
        if not self.decisions or table not in _TOUCHED:
            return rows
        return decided_rows(table, columns, rows, self.decisions, self._added(table, within), self.parts)

    def _added(self, table: str, within: Container[str] | None) -> Added:
        return {report: rows for report, rows in self.added.get(table, {}).items() if within is None or report in within}

    @cached_property
    def parts(self) -> dict[str, dict[str, object]]:
        """The mentions of the reviewed reports, of which sums are made."""
        columns = columns_of("mentions")
        with Store(self.store) as opened:
            rows = list(opened.rows("mentions", "r.report IN (SELECT unnest(?))", [sorted(self.decisions)]))
        return {str(row[columns.index("id")]): dict(zip(columns, row, strict=True)) for row in rows}

    def facts(self, facts: Facts) -> Facts:
        """Facts with the reviews in them."""
        if not self.decisions:
            return facts
        within = set(facts.reports["report"])
        added = {table: self._added(table, within) for table in DECIDED}
        facts.observations = decided_frame("observations", facts.observations, self.decisions, added["observations"], self.parts)
        facts.mentions = decided_frame("mentions", facts.mentions, self.decisions, added["mentions"])
        facts.stated = decided_frame("changes", facts.stated, self.decisions)
        new = [row for rows in added["mentions"].values() for row in rows]
        if new:
            taken = {(row["report"], row["start"]) for row in new}
            places = zip(facts.unclaimed["report"], facts.unclaimed["start"], strict=True)
            facts.unclaimed = facts.unclaimed[[place not in taken for place in places]].reset_index(drop=True)
            if isinstance(facts, StoreFacts):
                facts.told = {(str(row["report"]), int(row["start"])): str(row["sentence"]) for row in new}
        return facts

    def stale(self) -> pd.DataFrame:
        """The reviews that apply to nothing any more."""
        figures: dict[tuple[str, int, int, str], str] = {}
        with Store(self.store) as opened:
            for table in DECIDED if self.decisions else ():
                columns = columns_of(table)
                places = [columns.index(column) for column in ("report", "start", "end", "metric", "figure")]
                chosen = "r.report IN (SELECT unnest(?))"
                for row in opened.rows(table, chosen, [sorted(self.decisions)]):
                    report, start, end, metric, figure = (row[place] for place in places)
                    figures[str(report), int(str(start)), int(str(end)), str(metric)] = str(figure)
            known = {str(metric) for (metric,) in opened.ask("SELECT id FROM metrics")}
            assigned = self.reviews[(self.reviews["action"] == ASSIGNED) & self.reviews["metric"].isin(known)]
            for review in assigned.to_dict("records"):
                report, start, end = self.reports.get(str(review["sha256"])), int(review["start"]), int(review["end"])
                if report is not None:
                    figures.setdefault((report, start, end, str(review["metric"])), (opened.text(report) or "")[start:end])
        stale = stale_reviews(self.reviews, self.reports, figures)
        stale.loc[(stale["action"] == ASSIGNED) & ~stale["metric"].isin(known), "reason"] = "metric gone"
        return stale


def append_review(path: Path, review: Mapping[str, object]) -> None:
    """Adds one review to the file; waits for whoever is writing."""
    row = {column: str(review.get(column, "")) for column in REVIEWS}
    _check(row, "The review ", "这条核对记录")
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
            raise WriteError.at(path, error.strerror or error) from error
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
        raise WriteError.at(path, error.strerror or error) from error


def _check(row: Mapping[str, str], where: str, where_zh: str) -> None:
    if row["action"] not in ACTIONS:
        raise UsageError(
            f"{where}has the action {row['action']!r}. Allowed: {', '.join(ACTIONS)}.",
            f"{where_zh}的决定写成了“{row['action']}”。可用：{'、'.join(ACTIONS)}。",
        )
    if not (row["start"].isdigit() and row["end"].isdigit()):
        raise UsageError(
            f"{where}has no place of a figure: {row['start']!r} to {row['end']!r}.",
            f"{where_zh}没有写明数字的位置：“{row['start']}”至“{row['end']}”。",
        )
    if row["action"] in (CORRECTED, ASSIGNED):
        try:
            known = Decimal(row["value"]).is_finite()
        except InvalidOperation:
            known = False
        if not known:
            raise UsageError(
                f"{where}gives the value {row['value']!r}, which is no number.", f"{where_zh}给出的数值“{row['value']}”不是数字。"
            )
    if row["action"] == ASSIGNED and not (row["metric"] and re.fullmatch(r"(?:19|20)[0-9]{2}", row["year"])):
        raise UsageError(
            f"{where}assigns a figure to the metric {row['metric']!r} and the year {row['year']!r}. Name both.",
            f"{where_zh}把数字归入指标“{row['metric']}”、年份“{row['year']}”，两者都要写明。",
        )
