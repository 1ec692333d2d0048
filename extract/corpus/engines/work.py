"""The work itself, the same for every engine: a task's reports in, Arrow tables out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pyarrow as pa

from extract.corpus.batch import Batch, Source, Tables, read_overrides, write_overrides
from extract.corpus.files import UNKNOWN, load_file
from extract.corpus.folder import Stamp, printable
from extract.corpus.packed import unpack
from extract.errors import ReadError
from extract.reading.document import Document
from extract.reading.issues import issue
from extract.reading.limits import DEFAULT_LIMITS
from extract.reading.reader import read, read_all
from extract.reading.sandbox import Sandbox
from extract.reading.sent import with_extras

if TYPE_CHECKING:
    from extract.matching.result import Extractor


@dataclass(frozen=True, slots=True)
class Task:
    """A handful of reports: files to read, documents given, or (`stored`) documents that a store holds already."""

    sources: tuple[Source, ...]
    documents: tuple[Document, ...] = ()
    #: columns number, report, format, reader, encoding, sha256, text (packed), extras, overrides
    stored: pa.RecordBatch | None = None

    def __len__(self) -> int:
        return len(self.sources) if self.stored is None else int(self.stored.num_rows)

    def first(self) -> Task:
        """The task of the first report alone."""
        if self.stored is not None:
            return Task((), stored=self.stored.slice(0, 1))
        return Task(self.sources[:1], self.documents[:1])

    def but_for_member(self, index: int, number: int, error: ReadError) -> Task:
        """The task with one file of an archive not to be tried again."""
        archive = self.sources[index]
        lost = replace(archive, lost=(*archive.lost, (number, error)))
        return replace(self, sources=(*self.sources[:index], lost, *self.sources[index + 1 :]))


@dataclass(frozen=True, slots=True)
class Result:
    """What a task came to, and how many reports it was."""

    tables: Tables
    reports: int
    #: reports in the store whose texts could not be matched again, so that their rows must go before these come
    replaces: tuple[int, ...] = ()


Begin = Callable[[int, float], None]


def _unheard(_index: int, _seconds: float) -> None:
    """Nobody follows."""


def do(task: Task, extractor: Extractor, begin: Begin = _unheard, sandbox: Sandbox | None = None) -> Result:
    """Does a task; `begin` is told the index of each report before it is touched. Without a `sandbox` files are read here."""
    batch = Batch()
    failed: list[int] = []
    if task.stored is not None:
        count, failed = _match_stored(batch, extractor, task.stored, begin)
    elif task.documents:
        count = len(task.documents)
        for index, (source, document) in enumerate(zip(task.sources, task.documents, strict=True)):
            begin(index, DEFAULT_LIMITS.seconds)
            try:
                match(batch, extractor, source, document)
            except ReadError as error:
                batch.fail(source, error)
    else:
        count = len(task.sources)
        for index, source in enumerate(task.sources):
            begin(index, DEFAULT_LIMITS.seconds)
            read_file(batch, extractor, source, sandbox)
    return Result(batch.finish(), count, tuple(failed))


def read_file(batch: Batch, extractor: Extractor, source: Source, sandbox: Sandbox | None) -> None:
    """Reads one file into the batch, or notes why it cannot be."""
    stamp, sha256 = UNKNOWN, ""
    try:
        data, stamp = load_file(source.path, root=source.root)
        sha256 = hashlib.sha256(data).hexdigest()
        if source.archive:
            _read_archive(batch, extractor, source, data, sandbox)
            batch.add_archive(source, stamp, sha256)
            return
        document = sandbox.read(data, source.name) if sandbox else read(data, source.name)
        del data
        match(batch, extractor, source, document, stamp)
    except ReadError as error:
        batch.fail(source, error, stamp, sha256)


def _read_archive(batch: Batch, extractor: Extractor, source: Source, data: bytes, sandbox: Sandbox | None) -> None:
    """Reads every file of an archive as a report of its own."""
    overrides = read_overrides(source.overrides) or {}
    lost = dict(source.lost)
    found = sandbox.read_all(data, source.name) if sandbox else read_all(data, source.name, lost=lost)
    for number, outcome in enumerate(found, source.number + 1):
        if isinstance(outcome, ReadError) and outcome.name == source.name:
            raise outcome
        name = printable(outcome.name)
        told = overrides.get(name)
        inner = Source(number, name, overrides=write_overrides(told) if isinstance(told, dict) else "", archive=source.number)
        try:
            if isinstance(outcome, ReadError):
                raise outcome
            match(batch, extractor, inner, outcome)
        except ReadError as error:
            batch.fail(inner, error)


def match(batch: Batch, extractor: Extractor, source: Source, document: Document, stamp: Stamp = UNKNOWN) -> None:
    """Reads one document into the batch; a report that breaks the rules' own code must not stop the others."""
    try:
        batch.add(source, document, extractor.read(document, read_overrides(source.overrides)), stamp)
    except MemoryError as error:
        raise issue("too-large", "memory", name=source.name) from error
    except Exception as error:
        raise issue("crashed", type(error).__name__, name=source.name) from error


def _match_stored(batch: Batch, extractor: Extractor, stored: pa.RecordBatch, begin: Begin) -> tuple[int, list[int]]:
    """Matches texts from the store; gives back how many, and the numbers of those that failed."""
    columns = [column.to_pylist() for column in stored.columns]
    failed: list[int] = []
    for index, (number, name, form, reader, encoding, sha256, packed, extras, overrides) in enumerate(zip(*columns, strict=True)):
        begin(index, DEFAULT_LIMITS.seconds)
        document = with_extras(name, form, reader, encoding, sha256, unpack(packed), extras)
        source = Source(number, document.name, overrides=overrides)
        try:
            batch.add(source, document, extractor.read(document, read_overrides(overrides)), reread=False)
        except Exception as error:
            batch.fail(source, issue("crashed", type(error).__name__, name=source.name), sha256=document.sha256)
            failed.append(number)
    return len(columns[0]), failed


def without(task: Task, index: int) -> Task | None:
    """The task but for one report; None if that was the only one."""
    if task.stored is not None:
        rest = pa.Table.from_batches([task.stored.slice(0, index), task.stored.slice(index + 1)])
        return Task((), stored=rest.combine_chunks().to_batches()[0]) if rest.num_rows else None
    sources = task.sources[:index] + task.sources[index + 1 :]
    return Task(sources, task.documents[:index] + task.documents[index + 1 :]) if sources else None


def failed_again(task: Task, index: int, error: ReadError) -> Result:
    """The result for the one report of a task that took its process down."""
    batch = Batch()
    if task.stored is not None:
        row = task.stored.slice(index, 1).to_pylist()[0]
        batch.fail(Source(row["number"], row["report"], overrides=row["overrides"]), error, sha256=row["sha256"])
        return Result(batch.finish(), 1, (row["number"],))
    batch.fail(task.sources[index], error)
    return Result(batch.finish(), 1)
