"""The work itself, the same for every engine: a task's reports in, Arrow tables out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

import pyarrow as pa

from extract.corpus.batch import Batch, Source, Tables, read_overrides, stored_document, write_overrides
from extract.corpus.files import UNKNOWN, archive_members, load_file, read_bytes, read_member
from extract.corpus.folder import Stamp, printable
from extract.errors import ReadError
from extract.matching.result import Extractor
from extract.reading.document import Document
from extract.reading.issues import issue
from extract.reading.limits import DEFAULT_LIMITS

_ARCHIVE = 40
_PICTURES = frozenset(("pdf", "png", "jpg", "jpeg", "tif", "tiff", "bmp", "ofd", "webp", "gif"))


@dataclass(frozen=True, slots=True)
class Task:
    """A handful of reports: files to read, documents given, or (`stored`) documents that a store holds already."""

    sources: tuple[Source, ...]
    documents: tuple[Document, ...] = ()
    #: columns number, report, format, reader, encoding, sha256, text, extras, overrides
    stored: pa.RecordBatch | None = None

    def __len__(self) -> int:
        return len(self.sources) if self.stored is None else int(self.stored.num_rows)

    def first(self) -> Task:
        """The task of the first report alone."""
        if self.stored is not None:
            return Task((), stored=self.stored.slice(0, 1))
        return Task(self.sources[:1], self.documents[:1])


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


def seconds_for(source: Source) -> float:
    """How long a file may take: an archive holds many, a picture may have to be recognised page by page."""
    limits = DEFAULT_LIMITS
    suffix = source.name.lower().rpartition(".")[2]
    if source.archive:
        return limits.seconds * _ARCHIVE
    if suffix in _PICTURES and find_spec("rapidocr") is not None:
        return limits.seconds + limits.scan_pages * limits.scan_page_seconds
    return limits.seconds


def most_memory() -> int:
    """How much more than at its start a reading process may take."""
    return DEFAULT_LIMITS.scan_memory if find_spec("rapidocr") is not None else DEFAULT_LIMITS.memory


def do(task: Task, extractor: Extractor, begin: Begin = _unheard) -> Result:
    """Does a task; `begin` is told the index of each report before it is touched."""
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
            begin(index, seconds_for(source))
            read_file(batch, extractor, source)
    return Result(batch.finish(), count, tuple(failed))


def read_file(batch: Batch, extractor: Extractor, source: Source) -> None:
    """Reads one file into the batch, or notes why it cannot be."""
    stamp, sha256 = UNKNOWN, ""
    try:
        data, stamp = load_file(source.path)
        sha256 = hashlib.sha256(data).hexdigest()
        if source.archive:
            _read_archive(batch, extractor, source, data)
            batch.add_archive(source, stamp, sha256)
            return
        document = read_bytes(data, source.name)
        del data
        match(batch, extractor, source, document, stamp)
    except ReadError as error:
        batch.fail(source, error, stamp, sha256)


def _read_archive(batch: Batch, extractor: Extractor, source: Source, data: bytes) -> None:
    """Reads every file of an archive as a report of its own."""
    overrides = read_overrides(source.overrides) or {}
    for number, member in enumerate(archive_members(data, source.name), source.number + 1):
        name = printable(member.name)
        told = overrides.get(name)
        inner = Source(number, name, overrides=write_overrides(told) if isinstance(told, dict) else "", archive=source.number)
        try:
            match(batch, extractor, inner, read_member(member))
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
    for index, (number, *facts, overrides) in enumerate(zip(*columns, strict=True)):
        begin(index, DEFAULT_LIMITS.seconds)
        document = stored_document(*facts)
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
