"""The work itself, the same for every engine: a task's reports in, Arrow tables out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from extract.corpus.batch import Batch, Source, Tables, extract_document, read_overrides, stored_document
from extract.corpus.files import UNKNOWN, load_file, read_bytes
from extract.errors import ReadError
from extract.matching.result import Extractor
from extract.reading.document import Document


@dataclass(frozen=True, slots=True)
class Task:
    """A handful of reports: files to read, documents given, or (`stored`) documents that a store holds already."""

    sources: tuple[Source, ...]
    documents: tuple[Document, ...] = ()
    #: columns number, report, format, reader, encoding, sha256, text, extras, overrides
    stored: pa.RecordBatch | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a task came to, and how many reports it was."""

    tables: Tables
    reports: int


def _unheard(_index: int) -> None:
    """Nobody follows."""


def do(task: Task, extractor: Extractor, begin: Callable[[int], None] = _unheard) -> Result:
    """Does a task; `begin` is told the index of each report before it is touched."""
    batch = Batch()
    if task.stored is not None:
        count = _match_stored(batch, extractor, task.stored, begin)
    elif task.documents:
        count = len(task.documents)
        for index, (source, document) in enumerate(zip(task.sources, task.documents, strict=True)):
            begin(index)
            extract_document(batch, extractor, source, document)
    else:
        count = len(task.sources)
        for index, source in enumerate(task.sources):
            begin(index)
            read_file(batch, extractor, source)
    return Result(batch.finish(), count)


def read_file(batch: Batch, extractor: Extractor, source: Source) -> None:
    """Reads one file into the batch, or notes why it cannot be."""
    stamp, sha256 = UNKNOWN, ""
    try:
        data, stamp = load_file(source.path)
        sha256 = hashlib.sha256(data).hexdigest()
        document = read_bytes(data, source.name)
    except ReadError as error:
        batch.fail(source, error, stamp, sha256)
        return
    extract_document(batch, extractor, source, document, stamp)


def _match_stored(batch: Batch, extractor: Extractor, stored: pa.RecordBatch, begin: Callable[[int], None]) -> int:
    columns = [column.to_pylist() for column in stored.columns]
    for index, (number, *facts, overrides) in enumerate(zip(*columns, strict=True)):
        begin(index)
        document = stored_document(*facts)
        source = Source(number, document.name, overrides=overrides)
        batch.add(source, document, extractor.read(document, read_overrides(overrides)), reread=False)
    return len(columns[0])
