"""Asks a store: opens it for a question, or for all that a page asks, and closes it, so that a run can publish meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb

from extract.corpus import schema
from extract.corpus.packed import unpack
from extract.errors import UsageError
from extract.reading.document import Document
from extract.reading.sent import with_extras
from extract.tables import CHANGES, MENTIONS, OBSERVATIONS, QUANTITIES, REPORTS, Row

#: what a published store may never do for whoever asks it
_LOCKED = (
    "SET enable_external_access = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET lock_configuration = true",
)
#: reports whose rows are joined with their texts at a time
_CHUNK = 1_000
#: numbers this near are one stretch, as the store is read by some thousand rows at a time; more stretches are not worth naming
_NEAR, _MOST_STRETCHES = 500, 40

_WHO = ["township", "county", "city", "province", "division_code"]
#: a full table's columns that stand under another name in the narrow one, or come from the report or the metric
_SOURCES = {
    "mentions": {"report_year": "r.year"},
    "observations": {"metric_zh": "m.zh", "metric_en": "m.en", "category": "m.category"},
    "changes": {},
    "quantities": {},
}
_COLUMNS: dict[str, Sequence[str]] = {
    "mentions": MENTIONS,
    "observations": OBSERVATIONS,
    "changes": CHANGES,
    "quantities": QUANTITIES,
    "reports": REPORTS,
}
_TABLE = {"observations": "counted"}
_ORDER = {
    "mentions": 't.start, t."end", t.metric, t.id',
    "observations": 't.start, t."end", t.metric, t.id',
    "changes": 't.start, t."end", t.metric, t.id',
    "quantities": 't.start, t."end"',
}


#: in a notebook, or with `python -c`, DuckDB draws a bar into the output of whoever asks
SILENT = "SET enable_progress_bar = false"


def open_read_only(path: Path, memory: str = "") -> duckdb.DuckDBPyConnection:
    """A connection to the store as it is now, which keeps what it has read up to `memory` (most of the machine's, unless told).

    DuckDB keeps one instance a path: a new connection would see the old file as long as any other connection to it is open
    in this process. Attached to an instance of its own, the file is opened anew.
    """
    connection = duckdb.connect(":memory:", config={"threads": 2})
    try:
        connection.execute(f"ATTACH '{quoted(path)}' AS store (READ_ONLY)")
        limited = [f"SET memory_limit = '{memory}'"] if memory else []
        for statement in ("USE store", SILENT, *limited, *_LOCKED):
            connection.execute(statement)
    except duckdb.Error:
        connection.close()
        raise
    return connection


def quoted(path: Path) -> str:
    """A path as it stands between the quotes of a statement."""
    return str(path).replace("'", "''")


class _Opened(threading.local):
    """The store that this thread has open for a while, by the file that it was then; those replaced meanwhile as well."""

    path: Path | None = None

    def __init__(self) -> None:
        self.connections: dict[tuple[int, ...], duckdb.DuckDBPyConnection] = {}


_opened = _Opened()


@contextmanager
def opened_once(path: Path | str) -> Iterator[None]:
    """Within the block each `Store` of this path and thread is a second connection to the first that was opened.

    Opening a store takes some 20 ms, a second connection to it 1. A store that a run publishes meanwhile is opened anew. On
    Windows an open file cannot be replaced: there each question opens the store for itself.
    """
    if _opened.path is not None or os.name == "nt":
        yield
        return
    _opened.path = Path(path)
    try:
        yield
    finally:
        _opened.path = None
        for connection in _opened.connections.values():
            connection.close()
        _opened.connections.clear()


def _connected(path: Path, memory: str) -> duckdb.DuckDBPyConnection:
    """A connection of its own, or one to what the thread has open."""
    if path != _opened.path or memory:
        return open_read_only(path, memory)
    status = path.stat()
    file = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size)
    if file not in _opened.connections:
        _opened.connections[file] = open_read_only(path)
    second = _opened.connections[file].cursor()
    second.execute("USE store")
    return second


class Store:
    """An open store, for the length of a `with` block."""

    def __init__(self, path: Path | str, memory: str = "") -> None:
        self.path = Path(path)
        if not self.path.is_file():
            raise UsageError(
                f"There is no store at {self.path}; `township-metrics extract` makes one.",
                f"{self.path} 处没有数据库；用 township-metrics extract 可以生成。",
            )
        try:
            self._connection = _connected(self.path, memory)
        except (OSError, duckdb.Error) as error:
            raise UsageError(
                f"{self.path} is no store of this program ({str(error).splitlines()[0]}).", f"{self.path} 不是本程序的数据库。"
            ) from error

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        cursor = self._connection.cursor()
        cursor.execute("USE store")
        return cursor

    def ask(self, question: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows that one SQL statement gives."""
        return self._cursor().execute(question, list(parameters)).fetchall()

    def arrow(self, question: str, parameters: Sequence[object] = ()) -> Any:
        """The Arrow table that one SQL statement gives."""
        return self._cursor().sql(question, params=list(parameters)).to_arrow_table()

    def frame(self, question: str, parameters: Sequence[object] = ()) -> Any:
        """The DataFrame that one SQL statement gives, its texts held as Arrow holds them."""
        return self._connection.sql(question, params=list(parameters)).to_arrow_table().to_pandas()

    def run(self, statement: str, parameters: Sequence[object] = ()) -> None:
        """Runs a statement that makes a table or view for the statements that follow."""
        self._connection.execute(statement, list(parameters))

    def keep(self, name: str, table: Any) -> None:
        """Makes a table from outside one that the statements that follow may name."""
        self._connection.register("incoming", table)
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM incoming")  # noqa: S608  (our own)
        self._connection.unregister("incoming")

    def choose(self, where: str, parameters: Sequence[object] = (), name: str = "chosen") -> str:
        """Makes the table `name` the reports that `where` chooses, for the statements that follow.

        Gives where their numbers lie, as a condition on {number}, by which most of a large table need not be read.
        """
        if where == "TRUE":
            # to copy a country's reports takes a third of a second
            self._connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT * FROM reports")  # noqa: S608
            return "TRUE"
        statement = f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM reports r WHERE {where}"  # noqa: S608
        self._connection.execute(statement, list(parameters))
        return stretches([number for (number,) in self.ask_own(f"SELECT number FROM {name} ORDER BY number")])  # noqa: S608

    def ask_own(self, question: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows that one SQL statement gives, which may name tables made before."""
        return self._connection.execute(question, list(parameters)).fetchall()

    def arrow_own(self, question: str, parameters: Sequence[object] = ()) -> Any:
        """The Arrow table that one SQL statement gives, which may name tables made before."""
        return self._connection.sql(question, params=list(parameters)).to_arrow_table()

    def with_table(self, name: str, table: Any, question: str) -> list[tuple[Any, ...]]:
        """The rows that one SQL statement gives with the help of a table from outside."""
        self._connection.register(name, table)
        try:
            return self._connection.execute(question).fetchall()
        finally:
            self._connection.unregister(name)

    def meta(self) -> dict[str, str]:
        """What the store was made with."""
        return {str(key): str(value) for key, value in self.ask("SELECT key, value FROM meta")}

    def text(self, report: str) -> str | None:
        """A report's text."""
        return self.texts([report]).get(report)

    def texts(self, reports: Iterable[str]) -> dict[str, str]:
        """The texts of these reports, fetched at once; one that has none is not among them."""
        named = self.ask("SELECT number, report FROM files WHERE report IN (SELECT unnest(?))", [list(reports)])
        names: dict[int, str] = dict(named)
        if not names:
            return {}
        return {names[number]: text for number, text in self.texts_of(names).items()}

    def texts_of(self, numbers: Iterable[int]) -> dict[int, str]:
        """The texts of the reports of these numbers, fetched at once."""
        return _opened_texts(self._cursor(), sorted(numbers))

    def document(self, report: str) -> Document | None:
        """A report as its reader made it, with pages and boxes."""
        found = self.ask(
            "SELECT r.report, r.format, d.reader, d.encoding, r.sha256, d.text, d.extras"
            " FROM documents d JOIN reports r USING (number) WHERE r.report = ?",
            [report],
        )
        if not found:
            return None
        name, form, reader, encoding, sha256, packed, extras = found[0]
        return with_extras(name, form, reader, encoding, sha256, unpack(packed), extras)

    def rows(
        self,
        table: str,
        where: str = "TRUE",
        parameters: Sequence[object] = (),
        only: str = "TRUE",
        more: Sequence[object] = (),
    ) -> Iterator[Row]:
        """The rows of a full table in its columns and order.

        `where` with `parameters` chooses reports (`r.province = ?`), `only` with `more` rows (`t.metric = ?`).
        """
        columns = _COLUMNS[table]
        if table == "reports":
            names = ", ".join(f'"{column}"' for column in columns)
            yield from self.ask(f"SELECT {names} FROM reports r WHERE {where} ORDER BY report", parameters)  # noqa: S608
            return
        chosen = self.ask(f"SELECT number FROM reports r WHERE {where} ORDER BY report", parameters)  # noqa: S608
        numbers: list[int] = [number for (number,) in chosen]
        cursor = self._cursor()
        for index in range(0, len(numbers), _CHUNK):
            yield from self._joined(cursor, table, columns, numbers[index : index + _CHUNK], only, more)

    def _joined(
        self,
        cursor: duckdb.DuckDBPyConnection,
        table: str,
        columns: Sequence[str],
        numbers: list[int],
        only: str,
        more: Sequence[object],
    ) -> Iterator[Row]:
        """The rows of some reports, joined with their texts."""
        chosen = [min(numbers), max(numbers), numbers]
        texts = _opened_texts(cursor, sorted(numbers))
        wanted = [_expression(table, column) for column in columns]
        words = {"figure": ("start", "end"), "sentence": ("sentence_start", "sentence_end")}
        places = [f't."{place}"' for column, pair in words.items() if column in columns for place in pair]
        statement = f"""
            SELECT {", ".join([*wanted, "t.number", *places])} FROM {_TABLE.get(table, table)} t JOIN reports r USING (number)
            {"LEFT JOIN metrics m ON m.id = t.metric" if table == "observations" else ""}
            WHERE t.number BETWEEN ? AND ? AND t.number IN (SELECT unnest(?)) AND {only}
            ORDER BY r.report, {_ORDER[table]}"""  # noqa: S608  (names of our own)
        found: Any = cursor.sql(statement, params=[*chosen, *more])
        cells = [column.to_pylist() for column in found.to_arrow_table().columns]
        bodies = [texts[number] for number in cells[len(columns)]]
        rest = iter(cells[len(columns) + 1 :])
        for column in words:
            if column in columns:
                at = zip(bodies, next(rest), next(rest), strict=True)
                cells[columns.index(column)] = [text[start:end] for text, start, end in at]
        yield from zip(*cells[: len(columns)], strict=True)


def _opened_texts(connection: duckdb.DuckDBPyConnection, numbers: list[int]) -> dict[int, str]:
    """The texts of these reports, whose numbers are in order."""
    if not numbers:
        return {}
    held = "SELECT number, text FROM documents WHERE number BETWEEN ? AND ? AND number IN (SELECT unnest(?))"
    found = connection.execute(held, [numbers[0], numbers[-1], numbers]).fetchall()
    return {number: unpack(packed) for number, packed in found}


def _expression(table: str, column: str) -> str:
    """Where a full table's column comes from; words are put in from the texts."""
    if column in ("figure", "sentence"):
        return f"NULL AS {column}"
    if column == "library":
        return "(SELECT value FROM meta WHERE key = 'library')"
    if column in _SOURCES[table]:
        return _SOURCES[table][column]
    if column == "report" or (column in _WHO and column not in schema.TABLES[table].names):
        return f"r.{column}"
    return f't."{column}"'


def stretches(numbers: Sequence[int]) -> str:
    """A condition that holds for every {number} among the ordered numbers, and for few others.

    >>> stretches([3, 4, 5, 9000, 9001])
    '({number} BETWEEN 3 AND 5 OR {number} BETWEEN 9000 AND 9001)'
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and number - found[-1][1] <= _NEAR:
            found[-1][1] = number
        else:
            found.append([number, number])
    if not found:
        return "FALSE"
    if len(found) > _MOST_STRETCHES:
        found = [[numbers[0], numbers[-1]]]
    return "(" + " OR ".join(f"{{number}} BETWEEN {first} AND {last}" for first, last in found) + ")"


def columns_of(table: str) -> Sequence[str]:
    """The columns of a full table."""
    return _COLUMNS[table]
