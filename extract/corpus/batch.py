"""Documents → the narrow tables of a batch, column by column."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extract.analysis.sentences import HEAD
from extract.corpus.folder import Stamp
from extract.corpus.packed import pack
from extract.corpus.schema import TABLES
from extract.errors import ReadError
from extract.matching.between import place_key
from extract.reading.document import Document
from extract.reading.sent import extras_of
from extract.report.signature import signature
from extract.report.years import stated_years
from extract.tables import REPORTS

if TYPE_CHECKING:
    from extract.matching.result import ReportResult

Tables = dict[str, pa.RecordBatch]
_NO_STAMP = Stamp(-1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """One report to be read: its number in the run, its name, where it lies, and what identity.csv says of it.

    `path` is empty when the text is there already. `archive` is -1 for an archive, whose members take the numbers after its
    own, and for a member the archive's number. `lost` are the files of an archive that brought a process down, with the reason.
    `root` is the folder that it must not lie outside of.
    """

    number: int
    name: str
    path: str = ""
    overrides: str = ""
    size: int = 0
    archive: int = 0
    lost: tuple[tuple[int, ReadError], ...] = ()
    root: str = ""


@dataclass(slots=True)
class Batch:
    """Collects the rows of reports until they are handed on as Arrow tables."""

    rows: dict[str, list[tuple[object, ...]]] = field(default_factory=lambda: {name: [] for name in TABLES})

    def add(
        self, source: Source, document: Document, result: ReportResult, stamp: Stamp = _NO_STAMP, *, reread: bool = True
    ) -> None:
        """Takes a report in, wholly or not at all; with `reread` false its text and file are in the store already."""
        before = {name: len(rows) for name, rows in self.rows.items()}
        try:
            self._add(source, document, result, stamp, reread)
        except BaseException:
            for name, count in before.items():
                del self.rows[name][count:]
            raise

    def _add(self, source: Source, document: Document, result: ReportResult, stamp: Stamp, reread: bool) -> None:
        # what only those need who match is loaded when the first report comes
        from extract.corpus.rows import change_rows, mention_rows, observation_rows, quantity_rows

        number = source.number
        if reread:
            self._add_file(source, stamp, document.sha256)
            extras = extras_of(document)
            packed = pack(_storable(document.text))
            signed = signature(result.flow.clean)
            self.rows["documents"].append((number, document.reader, document.encoding, packed, extras, signed))
        self.rows["reports"].append(_report_row(number, document, result))
        narrow, text = result.narrow, _storable(document.text)
        self.rows["mentions"] += mention_rows(number, narrow, text)
        self.rows["observations"] += observation_rows(number, narrow)
        self.rows["changes"] += change_rows(number, narrow, text)
        self.rows["quantities"] += quantity_rows(number, narrow)

    def fail(self, source: Source, error: ReadError, stamp: Stamp = _NO_STAMP, sha256: str = "") -> None:
        """Notes why a report could not be read."""
        self._add_file(source, stamp, sha256, error.issue, str(error))

    def add_archive(self, source: Source, stamp: Stamp, sha256: str) -> None:
        """Notes an archive; its members come as reports of their own."""
        self._add_file(source, stamp, sha256)

    def _add_file(self, source: Source, stamp: Stamp, sha256: str, issue: str = "", message: str = "") -> None:
        self.rows["files"].append(
            (
                source.number,
                source.archive,
                source.name,
                stamp.size,
                stamp.mtime,
                stamp.ctime,
                stamp.inode,
                sha256,
                source.overrides,
                issue,
                _storable(message),
            )
        )

    def finish(self) -> Tables:
        """The tables, and an empty batch again."""
        tables = {name: _record_batch(TABLES[name], rows) for name, rows in self.rows.items() if rows}
        self.rows = {name: [] for name in TABLES}
        return tables


def _record_batch(schema: pa.Schema, rows: list[tuple[object, ...]]) -> pa.RecordBatch:
    columns: Any = zip(*rows, strict=True)
    arrays = [pa.array(column, kind.type) for column, kind in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _report_row(number: int, document: Document, result: ReportResult) -> tuple[object, ...]:
    row = result.report_row()
    who = result.identity
    place = place_key(document.name, who.township, who.county, who.city, who.province, who.division_code)
    titled = stated_years(document.text[:HEAD]) if "year-conflict" in str(row[REPORTS.index("warnings")]) else []
    filed = titled[0] if titled else row[REPORTS.index("year")]
    return (number, *row, place, _text_hash(result.flow.clean), filed)


def _text_hash(clean: str) -> str:
    """The same for two files with the same text, whatever their layout."""
    return hashlib.blake2b("".join(clean.split()).encode("utf-8", "replace"), digest_size=12).hexdigest()


def _storable(text: str) -> str:
    """Text that UTF-8 can hold; half a surrogate pair becomes one other character, so that offsets stay true."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


def read_overrides(overrides: str) -> Any:
    """identity.csv's word on one report (or on each member of an archive), from the string it travels as."""
    return json.loads(overrides) if overrides else None


def write_overrides(overrides: object) -> str:
    """The string that `read_overrides` reads, the same for the same word."""
    return json.dumps(overrides, ensure_ascii=False, sort_keys=True) if overrides else ""
