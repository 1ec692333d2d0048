"""Arrow tables as bytes between processes; what a process that read hostile files sends is only ever Arrow and JSON."""

import json
import struct
from typing import BinaryIO

import pyarrow as pa

from extract.corpus.batch import Tables
from extract.corpus.engines.work import Result
from extract.reading.sent import exactly

_LENGTH = struct.Struct("<I")
_LARGEST_HEADER = 1_000_000


def pack(result: Result) -> list[bytes | memoryview]:
    """A result as pieces to be written one after the other: length of the header, header, one Arrow stream a table."""
    streams = {name: _stream(batch) for name, batch in result.tables.items()}
    sizes = [(name, buffer.size) for name, buffer in streams.items()]
    header = json.dumps({"reports": result.reports, "replaces": result.replaces, "tables": sizes}).encode()
    return [_LENGTH.pack(len(header)), header, *(memoryview(buffer) for buffer in streams.values())]


def _stream(batch: pa.RecordBatch) -> pa.Buffer:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return sink.getvalue()


def unpack(source: BinaryIO) -> Result:
    """The result read back; EOFError if the other side ended in the middle."""
    (length,) = _LENGTH.unpack(exactly(source, _LENGTH.size))
    if length > _LARGEST_HEADER:
        raise EOFError("no header")
    header = json.loads(exactly(source, length))
    tables: Tables = {}
    for name, size in header["tables"]:
        with pa.ipc.open_stream(exactly(source, size)) as stream:
            tables[name] = stream.read_next_batch()
    return Result(tables, header["reports"], tuple(header["replaces"]))
