"""A corpus run: what is new or changed is read, what the library changed is matched again, and the store is published."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from extract.corpus import schema
from extract.corpus.batch import Batch, Source
from extract.corpus.engines import Engine, choose_engine
from extract.corpus.engines.work import Result, Task
from extract.corpus.folder import Corpus, Stamp, open_corpus
from extract.corpus.lock import RunLock
from extract.corpus.packed import unpack
from extract.corpus.plan import PASSING, Known, Plan, make_plan, make_tasks
from extract.corpus.progress import Progress, Silent
from extract.corpus.reader import open_read_only, quoted
from extract.corpus.store import StoreWriter
from extract.corpus.versions import matching_version, readers_version
from extract.flow import make_flow
from extract.library.model import Library
from extract.matching.difference import description, difference
from extract.reading.document import Document

_STORED = """
    SELECT d.number, f.report, r.format, d.reader, d.encoding, f.sha256, d.text, d.extras,
        coalesce(n.overrides, f.overrides) AS overrides
    FROM {before}documents d JOIN {before}files f USING (number) JOIN {before}reports r USING (number)
    SEMI JOIN todo USING (number) LEFT JOIN new_overrides n USING (number)
    WHERE d.number BETWEEN ? AND ? AND f.number BETWEEN ? AND ? AND r.number BETWEEN ? AND ? ORDER BY d.number"""
#: texts in one task, texts fetched for tasks, and texts copied at a time: never so many that the writer's memory is full
_STORED_AT_ONCE, _FETCHED_AT_ONCE, _COPIED_AT_ONCE = 100, 500, 4_000
#: read by code of our own alone, which neither hangs nor crashes
_PLAIN = (".txt", ".md")


@dataclass(slots=True)
class Summary:
    """What a run did; `failed` counts every file of the corpus that could not be read, now or before."""

    read: int = 0
    rematched: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    figures: int = 0
    claimed: int = 0
    seconds: float = 0.0
    complete: bool = True
    engine: str = ""


@dataclass(slots=True)
class Options:
    """How a run is done; nothing of it changes what comes out."""

    engine: str | None = None
    workers: int | None = None
    scheduler: str | None = None
    progress: Progress = field(default_factory=Silent)


def run_corpus(paths: Iterable[Path | str], library: Library, store: Path, options: Options | None = None) -> Summary:
    """Brings the store at `store` up to date with the files and the library."""
    opened = [open_corpus(paths)]
    with RunLock(store.with_name(store.name + ".lock")):
        # handed over for good: hundreds of thousands of names need not lie in memory when they are in the plan
        return _Run(library, store, options or Options()).over(opened.pop())


def run_documents(documents: Iterable[Document], library: Library, store: Path, options: Options | None = None) -> Summary:
    """Makes a store of documents that are in memory."""
    with RunLock(store.with_name(store.name + ".lock")):
        return _Run(library, store, options or Options()).over_documents(list(documents))


class _Run:
    """One run under its lock."""

    def __init__(self, library: Library, store: Path, options: Options) -> None:
        self.library = library
        self.store = store
        self.options = options
        self.summary = Summary()
        self.began = time.monotonic()
        self.facts = {"readers": readers_version(), "matching": matching_version()}
        self._kept_description = ""

    def over(self, corpus: Corpus) -> Summary:
        """A run over files."""
        meta, known = _known(self.store)
        if meta.get("readers") != self.facts["readers"] or meta.get("schema") != str(schema.VERSION):
            known = {}
        other_library = bool(known) and meta.get("library") != self.library.hash
        if known and not other_library and meta.get("matching") == self.facts["matching"]:
            self._kept_description = meta.get("described", "")
        touched = self._touched(meta) if other_library else frozenset()
        rematch_all = touched is None or meta.get("matching") != self.facts["matching"]
        plan = make_plan(corpus, known, rematch_all=rematch_all and bool(known), touched=touched or frozenset())
        del corpus
        self.summary.unchanged = plan.unchanged
        self.summary.removed = plan.removed
        if known and plan.is_idle and not rematch_all and not other_library:
            return self._finish_idle()
        afresh = not known or (rematch_all and bool(plan.rematch))
        writer = StoreWriter(self.store)
        try:
            writer.open(None if afresh else self.store)
            self._prepare(writer, plan, afresh and bool(known))
            engine = self._engine(plan)
            self.options.progress.start(len(plan.read) + len(plan.rematch) + len(plan.refused))
            self._refuse(writer, plan)
            tasks = _chain(self._stored_tasks(writer, plan, afresh), make_tasks(plan.read, self.options.workers or 2))
            self._work(writer, engine, tasks)
            # nor while the store is sorted, which takes the most memory
            plan.read.clear()
            self._publish(writer)
        except duckdb.Error as error:  # from a thread that fetched texts
            raise writer.cannot(error) from error
        finally:
            self.options.progress.stop()
            writer.discard()
        return self.summary

    def _touched(self, meta: dict[str, str]) -> frozenset[int] | None:
        """The texts that the library of this run may read otherwise than that of the store; None where it may be any."""
        described = meta.get("described")
        if described is None or meta.get("matching") != self.facts["matching"]:
            return None
        differs = difference(json.loads(described), json.loads(self._described))
        if differs is None:
            return None
        with open_read_only(self.store) as store:
            held = [number for (number,) in store.execute("SELECT number FROM documents ORDER BY number").fetchall()]
            found: set[int] = set()
            for span in _spans(held, _FETCHED_AT_ONCE):
                texts = store.execute("SELECT number, text FROM documents WHERE number BETWEEN ? AND ?", span).fetchall()
                found.update(number for number, packed in texts if differs.touches(make_flow(unpack(packed)).clean))
                if len(found) * 2 > len(held):
                    # to take so many rows out and put them in again costs more than to make them all
                    return None
        return frozenset(found)

    @cached_property
    def _described(self) -> str:
        return json.dumps(description(self.library), ensure_ascii=True, sort_keys=True)

    def over_documents(self, documents: list[Document]) -> Summary:
        """A run over documents in memory."""
        writer = StoreWriter(self.store)
        try:
            writer.open()
            sources = tuple(Source(n, document.name) for n, document in enumerate(documents, 1))
            engine = choose_engine("serial", self.library, len(documents))
            tasks = (Task(sources[i : i + 50], tuple(documents[i : i + 50])) for i in range(0, len(documents), 50))
            self._work(writer, engine, tasks)
            self._publish(writer)
        finally:
            writer.discard()
        return self.summary

    def _engine(self, plan: Plan) -> Engine:
        options = self.options
        plain = all(source.name.lower().endswith(_PLAIN) for source in plan.read)
        files = len(plan.read) + len(plan.rematch)
        engine = choose_engine(options.engine, self.library, files, options.workers, options.scheduler, plain=plain)
        self.summary.engine = type(engine).__name__.removesuffix("Engine").lower()
        return engine

    def _prepare(self, writer: StoreWriter, plan: Plan, copy: bool) -> None:
        """Makes the store being built hold what stays, and nothing else."""
        if copy:
            writer.execute(f"ATTACH '{quoted(self.store)}' AS before (READ_ONLY)")
            stale = pa.table({"number": pa.array(plan.stale, pa.int32())})
            writer.fill("stale", stale)
            held = [number for (number,) in writer.execute("SELECT number FROM before.files").fetchall()]
            for span in _spans(held, _COPIED_AT_ONCE):
                for name in ("files", "documents"):
                    writer.execute(
                        f"INSERT INTO {name} SELECT * FROM before.{name} ANTI JOIN stale USING (number)"  # noqa: S608
                        " WHERE number BETWEEN ? AND ? ORDER BY number",
                        span,
                    )
                writer.flush()
            writer.execute("INSERT INTO runs SELECT * FROM before.runs")
            writer.execute("DROP TABLE stale")
        else:
            writer.remove(plan.stale)
            writer.remove(plan.rematch, schema.MATCHED)
        for number, stamp, overrides in plan.restamp:
            writer.execute(
                "UPDATE files SET size = ?, mtime = ?, ctime = ?, inode = ?, overrides = ? WHERE number = ?",
                (stamp.size, stamp.mtime, stamp.ctime, stamp.inode, overrides, number),
            )

    def _refuse(self, writer: StoreWriter, plan: Plan) -> None:
        batch = Batch()
        for source, stamp, error in plan.refused:
            batch.fail(source, error, stamp)
        writer.append(batch.finish())
        self.options.progress.advance(len(plan.refused), len(plan.refused))

    def _stored_tasks(self, writer: StoreWriter, plan: Plan, afresh: bool) -> Iterator[Task]:
        """The texts to be matched again, straight from the store before."""
        if not plan.rematch:
            return
        with writer.connection.cursor() as cursor:
            todo = pa.table({"number": pa.array(plan.rematch, pa.int32())})
            changed = pa.table(
                {
                    "number": pa.array([number for number, _, _ in plan.restamp], pa.int32()),
                    "overrides": pa.array([overrides for _, _, overrides in plan.restamp], pa.string()),
                }
            )
            cursor.register("todo", todo)
            cursor.register("new_overrides", changed)
            question = _STORED.format(before="before." if afresh else "")
            for first, last in _spans(plan.rematch, _FETCHED_AT_ONCE):
                found: Any = cursor.sql(question, params=[first, last] * 3)
                for batch in found.to_arrow_table().to_batches(_STORED_AT_ONCE):
                    yield Task((), stored=batch)

    def _work(self, writer: StoreWriter, engine: Engine, tasks: Iterator[Task]) -> None:
        results = engine.run(tasks)
        try:
            for result in results:
                writer.remove(result.replaces, ("files", "documents"))
                writer.append(result.tables)
                self._count(result)
        except KeyboardInterrupt:
            self.summary.complete = False
        finally:
            close = getattr(results, "close", None)
            if close is not None:
                close()

    def _count(self, result: Result) -> None:
        files, reports = result.tables.get("files"), result.tables.get("reports")
        matched = reports.num_rows if reports is not None else 0
        failed = files.num_rows - matched if files is not None else 0
        if files is not None:
            self.summary.read += matched
        else:
            self.summary.rematched += matched
        self.options.progress.advance(result.reports, failed)

    def _publish(self, writer: StoreWriter) -> None:
        writer.flush()
        # what was described once need not be put together again for one changed file
        described = self._kept_description or self._described
        writer.describe(self.library, self.facts | {"described": described})
        self._totals(writer.connection)
        started = datetime.now(UTC).isoformat(timespec="seconds")
        summary = self.summary
        summary.seconds = time.monotonic() - self.began
        writer.execute(
            "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                started,
                summary.seconds,
                summary.read,
                summary.unchanged,
                summary.removed,
                summary.failed,
                summary.engine,
                self.library.hash,
                summary.complete,
            ),
        )
        writer.publish()
        summary.seconds = time.monotonic() - self.began

    def _finish_idle(self) -> Summary:
        with open_read_only(self.store) as store:
            self._totals(store)
        self.summary.seconds = time.monotonic() - self.began
        return self.summary

    def _totals(self, store: duckdb.DuckDBPyConnection) -> None:
        found = store.execute("SELECT coalesce(sum(figures), 0), coalesce(sum(claimed), 0) FROM reports").fetchone()
        assert found is not None
        self.summary.figures, self.summary.claimed = int(found[0]), int(found[1])
        reasons = store.execute("SELECT issue, count(*) FROM files WHERE issue <> '' GROUP BY issue ORDER BY issue").fetchall()
        self.summary.reasons = Counter({str(issue): int(count) for issue, count in reasons})
        self.summary.failed = sum(self.summary.reasons.values())


def _known(path: Path) -> tuple[dict[str, str], dict[str, Known]]:
    """What the store holds, or nothing where there is none that can be understood."""
    if not path.is_file():
        return {}, {}
    try:
        with open_read_only(path) as store:
            meta: dict[str, str] = dict(store.execute("SELECT key, value FROM meta").fetchall())
            if meta.get("schema") != str(schema.VERSION):
                return {}, {}
            rows = store.execute(
                "SELECT f.report, f.number, archive, size, mtime, ctime, inode, f.sha256, overrides, issue, r.number IS NOT NULL"
                " FROM files f LEFT JOIN reports r USING (number) ORDER BY archive DESC, f.number"
            ).fetchall()
    except duckdb.Error:
        return {}, {}
    known: dict[str, Known] = {}
    members: dict[int, list[int]] = {}
    unsure: dict[int, str] = {}
    for report, number, archive, size, mtime, ctime, inode, sha256, overrides, issue, matched in rows:
        if archive > 0:
            members.setdefault(archive, []).append(number)
            if issue in PASSING:
                unsure[archive] = issue
            continue
        inner = tuple(members.get(number, ()))
        reason = issue or unsure.get(number, "")
        stamp = Stamp(size, mtime, ctime, inode)
        known[report] = Known(number, stamp, sha256, overrides, reason, matched or archive < 0, inner)
    return meta, known


def _spans(numbers: Iterable[int], size: int) -> Iterator[tuple[int, int]]:
    """The first and last of every so many numbers, in order."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        yield part[0], part[-1]


def _chain(*parts: Iterator[Task]) -> Iterator[Task]:
    for part in parts:
        yield from part


__all__ = ["Options", "Summary", "run_corpus", "run_documents"]
