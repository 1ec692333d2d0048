"""Observations as Parquet files partitioned by year and province, for DuckDB, Spark or pandas."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from extract.corpus.reader import Store, columns_of
from extract.errors import WriteError
from extract.tables import DECIMAL, WHOLE, Row

if TYPE_CHECKING:
    from extract.corpus.reviews import Decided

#: a folder for what is unknown; Hive's own word for it makes pandas fail
UNKNOWN = "unknown"
FILE_NAME = "observations.parquet"
#: rows as Python objects take ten times the room of the same rows in Arrow, and a province waits for ten years at once
_ROWS_AT_ONCE, _BATCHES_AT_ONCE = 1_000, 20
#: a store is read once from end to end: what was read is not kept for a second time
_MEMORY = "200MB"
#: what the folders say stands in no file, as in every table of this layout
_BY_FOLDER = ("year", "province")
_UNSAFE = re.compile(r"[^\w.-]")
_LAYOUT = re.compile(r"year=[^/]+")


def write_partitions(store: Path, folder: Path, decided: Decided | None = None) -> int:
    """Writes `folder/year=2024/province=…/observations.parquet`, beside its place and renamed; gives back the rows.

    `decided` is what people decided about figures, as every other table has it.
    Partitions of an earlier export are replaced; a folder that holds anything else is refused.
    """
    try:
        return _write(store, folder, decided, _MEMORY)
    except duckdb.OutOfMemoryException:
        # texts of a kind that so little has no room for
        return _write(store, folder, decided, "")


def _write(store: Path, folder: Path, decided: Decided | None, memory: str) -> int:
    _refuse_other_folders(folder)
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    count = 0
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        with Store(store, memory) as opened:
            for (province,) in opened.ask("SELECT DISTINCT province FROM reports ORDER BY province"):
                with _Province(beside, province) as partitions:
                    rows: Iterable[Row] = opened.rows("observations", "r.province = ?", [province])
                    if decided is not None:
                        held = {
                            str(report) for (report,) in opened.ask("SELECT report FROM reports WHERE province = ?", [province])
                        }
                        rows = decided.rows("observations", columns_of("observations"), rows, held)
                    for row in rows:
                        partitions.take(row)
                        count += 1
        _swap(beside, folder)
    except OSError as error:
        raise WriteError.at(folder, error.strerror or error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count


def _refuse_other_folders(folder: Path) -> None:
    if folder.is_file():
        raise WriteError(f"{folder} is a file; a partitioned table needs a folder.", f"{folder} 是文件；分区表要写入文件夹。")
    strangers = [path.name for path in folder.iterdir() if not _LAYOUT.fullmatch(path.name)] if folder.is_dir() else []
    if strangers:
        raise WriteError(
            f"{folder} holds other files ({sorted(strangers)[0]}); name an empty folder or one of an earlier export.",
            f"{folder} 中有其他文件（{sorted(strangers)[0]}）；请指定空文件夹，或以前导出过的文件夹。",
        )


def _swap(beside: Path, folder: Path) -> None:
    """Puts the new folder in the place of the old one, which is a moment away only while two renames last."""
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    if folder.is_dir():
        folder.rename(old)
    try:
        beside.rename(folder)
    except OSError:
        if old.is_dir():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _spelled(province: str) -> str:
    """A province as a folder's name, odd characters as % and their code, which readers of this layout undo."""
    return _UNSAFE.sub(lambda odd: "".join(f"%{byte:02X}" for byte in odd[0].encode()), province) if province else UNKNOWN


class _Province:
    """The partitions of one province, a file a year; rows come in the order of the reports."""

    def __init__(self, folder: Path, province: str) -> None:
        columns = columns_of("observations")
        self._folder, self._province = folder, _spelled(province)
        self._year = columns.index("year")
        self._kept = [(place, column) for place, column in enumerate(columns) if column not in _BY_FOLDER]
        self._schema = pa.schema([(column, _type_of(column)) for _, column in self._kept])
        self._writers: dict[object, pq.ParquetWriter] = {}
        self._waiting: dict[object, list[Sequence[object]]] = {}
        self._packed: dict[object, list[pa.RecordBatch]] = {}

    def __enter__(self) -> Self:
        return self

    def take(self, row: Sequence[object]) -> None:
        """Puts a row where it belongs."""
        waiting = self._waiting.setdefault(row[self._year], [])
        waiting.append(row)
        if len(waiting) == _ROWS_AT_ONCE:
            self._pack(row[self._year])

    def _pack(self, year: object) -> None:
        """Turns the rows that wait into columns, and writes them once they are many."""
        rows = self._waiting.pop(year)
        arrays = [_array(column, [row[place] for row in rows]) for place, column in self._kept]
        packed = self._packed.setdefault(year, [])
        packed.append(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
        if len(packed) == _BATCHES_AT_ONCE:
            self._write(year)

    def _write(self, year: object) -> None:
        if year not in self._writers:
            place = self._folder / f"year={UNKNOWN if year is None else year}" / f"province={self._province}"
            place.mkdir(parents=True)
            self._writers[year] = pq.ParquetWriter(place / FILE_NAME, self._schema, compression="zstd")
        self._writers[year].write_table(pa.Table.from_batches(self._packed.pop(year)))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            for year in list(self._waiting) if error is None else ():
                self._pack(year)
            for year in list(self._packed) if error is None else ():
                self._write(year)
        finally:
            for writer in self._writers.values():
                writer.close()


def _type_of(column: str) -> pa.DataType:
    return pa.int32() if column in WHOLE else pa.float64() if column in DECIMAL else pa.string()


def _array(column: str, cells: Sequence[object]) -> pa.Array:
    if column in DECIMAL:
        return pa.array([None if cell in (None, "") else float(str(cell)) for cell in cells], pa.float64())
    return pa.array(cells, _type_of(column))
