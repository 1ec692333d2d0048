"""Documents on their way: as JSON and text, in a store and between processes, so that nothing of a hostile file is ever run."""

import json
import struct
from typing import Any, BinaryIO

from extract.errors import ReadError
from extract.reading.document import Box, Document, Page, ReadWarning

_SIZES = struct.Struct("<II")


def extras_of(document: Document) -> str:
    """What a document holds beside its text, as JSON; nothing for the plain ones."""
    extras: dict[str, object] = {}
    if document.metadata:
        extras["metadata"] = document.metadata
    if document.warnings:
        extras["warnings"] = [(w.code, w.message) for w in document.warnings]
    if document.pages:
        extras["pages"] = [
            (p.number, p.start, p.end, [(b.start, b.end, b.left, b.top, b.right, b.bottom, b.confidence) for b in p.boxes])
            for p in document.pages
        ]
    return json.dumps(extras, ensure_ascii=True) if extras else ""


def with_extras(name: str, form: str, reader: str, encoding: str, sha256: str, text: str, extras: str) -> Document:
    """The document as its reader made it."""
    known: dict[str, Any] = json.loads(extras) if extras else {}
    return Document(
        text,
        name,
        form,
        reader,
        encoding,
        sha256,
        tuple(Page(n, s, e, tuple(Box(*box) for box in boxes)) for n, s, e, boxes in known.get("pages", ())),
        known.get("metadata", {}),
        tuple(ReadWarning(code, message) for code, message in known.get("warnings", ())),
    )


def send(sink: BinaryIO, outcome: Document | ReadError | list[str]) -> None:
    """Writes what a file came to, or the names of the files in an archive."""
    text = b""
    if isinstance(outcome, Document):
        facts = (outcome.name, outcome.format, outcome.reader, outcome.encoding, outcome.sha256, extras_of(outcome))
        header = json.dumps({"document": facts}).encode()
        text = outcome.text.encode("utf-8", "surrogatepass")
    elif isinstance(outcome, ReadError):
        header = json.dumps({"error": (outcome.issue, str(outcome), outcome.name)}).encode()
    else:
        header = json.dumps({"names": outcome}).encode()
    sink.write(_SIZES.pack(len(header), len(text)))
    sink.write(header)
    sink.write(text)
    sink.flush()


def receive(source: BinaryIO) -> Document | ReadError | list[str]:
    """What `send` wrote; EOFError if the other side ended before it was complete."""
    header_size, text_size = _SIZES.unpack(exactly(source, _SIZES.size))
    told = json.loads(exactly(source, header_size))
    text = exactly(source, text_size).decode("utf-8", "surrogatepass")
    if "document" in told:
        *facts, extras = told["document"]
        name, form, reader, encoding, sha256 = map(str, facts)
        return with_extras(name, form, reader, encoding, sha256, text, str(extras))
    return ReadError(*map(str, told["error"])) if "error" in told else list(map(str, told["names"]))


def exactly(source: BinaryIO, size: int) -> bytes:
    """So many bytes; EOFError if the other side ended before."""
    data = source.read(size)
    if len(data) != size:
        raise EOFError("the other side ended")
    return data
