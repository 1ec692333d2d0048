"""Writes a store: built beside the last good one, published by rename, so that a reader sees before or after, never between."""

import os
import shutil
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from extract.corpus import schema
from extract.corpus.batch import Tables
from extract.corpus.derived import derive
from extract.corpus.reader import SILENT, open_read_only
from extract.errors import WriteError
from extract.library.model import Library

#: rows and bytes collected before they go to the store; DuckDB writes whole row groups straight to the file
_ROWS, _BYTES = 200_000, 48_000_000
_PATIENCE = 10.0
#: what publishing may take: a country's summaries need 350 MB, and by then nothing else waits in memory
_PUBLISHING = "450MB"


class StoreWriter:
    """A store being built; nothing of it is seen before `publish`.

    Nothing of it is on the disk before `open`, so that whoever holds the writer by then can throw away what is, come what may.
    """

    def __init__(self, path: Path, *, memory: str = "350MB") -> None:
        self.path = path
        self._memory = memory
        self.building = path.with_name(path.name + ".new")
        self._waiting: dict[str, list[pa.RecordBatch]] = {name: [] for name in schema.TABLES}
        self._rows = self._bytes = 0

    def open(self, start_from: Path | None = None) -> None:
        """Begins an empty store, or one that holds what another does."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.discard()
            if start_from is not None:
                shutil.copyfile(start_from, self.building)
            self._connect()
            if start_from is None:
                self._create()
            self.connection.begin()
        except (OSError, duckdb.Error) as error:
            raise self.cannot(error) from error

    def _connect(self) -> None:
        self.connection = duckdb.connect(str(self.building), config={"memory_limit": self._memory, "threads": 2})
        self.connection.execute(SILENT)
        self.connection.execute("SET preserve_insertion_order = true")
        self.connection.execute("SET temp_directory = ?", [str(self.building) + ".tmp"])
        self.connection.execute("SET checkpoint_threshold = '256MB'")

    def _connect_anew(self) -> None:
        """Lets go of the rows since the last checkpoint, up to 250 MB, which the summaries of a large corpus need the room of."""
        try:
            self.connection.execute(f"SET memory_limit = '{_PUBLISHING}'")
            self.connection.commit()
            self.connection.close()
            self._memory = _PUBLISHING
            self._connect()
            self.connection.begin()
        except (OSError, duckdb.Error) as error:
            raise self.cannot(error) from error

    def _create(self) -> None:
        for name, columns in schema.TABLES.items():
            described = ", ".join(f'"{column.name}" {schema.sql_type(name, column)}' for column in columns)
            self.connection.execute(f"CREATE TABLE {name} ({described})")
        self.connection.execute("CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR)")
        self.connection.execute(
            "CREATE TABLE runs (started VARCHAR, seconds DOUBLE, read INTEGER, unchanged INTEGER, removed INTEGER,"
            " failed INTEGER, engine VARCHAR, library VARCHAR, complete BOOLEAN)"
        )

    def cannot(self, error: Exception) -> WriteError:
        """What the user is told of an error; what was built is thrown away."""
        self.discard()
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        return WriteError(
            f"The store {self.path} cannot be written ({reason}); the one before is as it was.",
            f"无法写入数据库 {self.path}（{reason}）；原来的数据库没有改动。",
        )

    def execute(self, statement: str, parameters: Iterable[object] = ()) -> Any:
        """One statement on the store being built."""
        try:
            return self.connection.execute(statement, list(parameters))
        except duckdb.Error as error:
            raise self.cannot(error) from error

    def append(self, tables: Tables) -> None:
        """Takes a batch's tables in; they reach the file when there are enough of them."""
        for name, batch in tables.items():
            self._waiting[name].append(batch)
            self._rows += batch.num_rows
            self._bytes += batch.nbytes
        if self._rows >= _ROWS or self._bytes >= _BYTES:
            self.flush()

    def flush(self) -> None:
        """Hands everything collected to the store."""
        try:
            for name, batches in self._waiting.items():
                if batches:
                    self._insert(name, pa.Table.from_batches(batches))
                    batches.clear()
            # nobody sees the file yet, and as long as a transaction is open DuckDB holds on to every table it was handed
            self.connection.commit()
            self.connection.begin()
        except (OSError, duckdb.Error) as error:
            raise self.cannot(error) from error
        self._rows = self._bytes = 0

    def _insert(self, name: str, rows: pa.Table) -> None:
        self.connection.register("incoming", rows)
        self.connection.execute(f"INSERT INTO {name} SELECT * FROM incoming")  # noqa: S608  (names of our own)
        self.connection.unregister("incoming")

    def fill(self, name: str, rows: pa.Table) -> None:
        """Makes the table `name` hold just these rows."""
        try:
            self.connection.register("incoming", rows)
            self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM incoming")  # noqa: S608
            self.connection.unregister("incoming")
        except duckdb.Error as error:
            raise self.cannot(error) from error

    def remove(self, numbers: Iterable[int], tables: Iterable[str] = tuple(schema.TABLES)) -> None:
        """Takes the rows of these reports out of the tables."""
        gone = pa.table({"number": pa.array(sorted(numbers), pa.int32())})
        if gone.num_rows:
            self.connection.register("gone", gone)
            for name in tables:
                self.execute(f"DELETE FROM {name} WHERE number IN (SELECT number FROM gone)")  # noqa: S608
            self.connection.unregister("gone")

    def describe(self, library: Library, facts: Mapping[str, str]) -> None:
        """Notes what the store was made with."""
        self.fill("metrics", _metrics_table(library))
        meta = {"schema": str(schema.VERSION), "library": library.hash, **facts}
        for key, value in sorted(meta.items()):
            self.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def publish(self) -> None:
        """Derives the summaries, closes, checks, and puts the store in its place."""
        self.flush()
        # what the rows took is given back before the summaries ask for room
        pa.default_memory_pool().release_unused()
        self._connect_anew()
        derive(self)
        try:
            self.connection.commit()
            self.connection.execute("CHECKPOINT")
            expected = self.connection.execute("SELECT count(*) FROM reports").fetchone()
            self.connection.close()
            self._verify(expected)
            _sync(self.building)
            self._replace()
            _sync(self.path.parent)
        except (OSError, duckdb.Error) as error:
            raise self.cannot(error) from error
        self.discard()

    def _verify(self, expected: object) -> None:
        with open_read_only(self.building) as store:
            if store.execute("SELECT count(*) FROM reports").fetchone() != expected:
                raise duckdb.Error("the store read back is not the one written")

    def _replace(self) -> None:
        """Renames; Windows refuses while a reader has the old store open, which it has for moments only."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                self.building.replace(self.path)
            except PermissionError:
                if os.name != "nt" or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
            else:
                return

    def discard(self) -> None:
        """Throws away what was built, here or by a run that was killed."""
        with suppress(AttributeError, duckdb.Error):
            self.connection.close()
        for leftover in (self.building, Path(f"{self.building}.wal")):
            leftover.unlink(missing_ok=True)
        shutil.rmtree(f"{self.building}.tmp", ignore_errors=True)


def _metrics_table(library: Library) -> pa.Table:
    metrics = list(library.metrics.values())
    return pa.table(
        {
            "id": pa.array([m.id for m in metrics], pa.string()),
            "zh": pa.array([m.zh for m in metrics], pa.string()),
            "en": pa.array([m.en for m in metrics], pa.string()),
            "category": pa.array([m.category for m in metrics], pa.string()),
            "unit": pa.array([m.unit for m in metrics], pa.string()),
            "better": pa.array([m.better for m in metrics], pa.string()),
            "position": pa.array(range(len(metrics)), pa.int32()),
        }
    )


def _sync(path: Path) -> None:
    """Waits until the disk has it, where the system lets folders be waited for."""
    # Windows waits only for what may be written, and for no folder
    flags = os.O_RDWR if path.is_file() else os.O_RDONLY
    with suppress(PermissionError, IsADirectoryError):
        handle = os.open(path, flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
