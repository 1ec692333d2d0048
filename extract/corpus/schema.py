"""The tables as they travel between processes and stand in the store: narrow, and texts as offsets.

A report's rows carry its `number` instead of its name, and a sentence or figure is a half-open stretch of the report's text;
`rows` puts names and words back when a table leaves the store.
"""

from collections.abc import Mapping
from typing import Final

import pyarrow as pa

#: an old store of another layout is built anew, never misread
VERSION: Final = 3

_TEXT, _INT, _BIG, _KEY, _PACKED = pa.string(), pa.int32(), pa.int64(), pa.uint32(), pa.binary()


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


FILES: Final = _schema(
    number=_INT,
    #: 0 for a file, -1 for an archive, and for what is in an archive the archive's number
    archive=_INT,
    report=_TEXT,
    size=_BIG,
    mtime=_BIG,
    ctime=_BIG,
    inode=_BIG,
    sha256=_TEXT,
    overrides=_TEXT,
    issue=_TEXT,
    message=_TEXT,
)
#: each text is packed by itself (`packed.py`)
DOCUMENTS: Final = _schema(number=_INT, reader=_TEXT, encoding=_TEXT, text=_PACKED, extras=_TEXT, signature=pa.list_(pa.uint32()))
REPORTS: Final = _schema(
    number=_INT,
    report=_TEXT,
    format=_TEXT,
    township=_TEXT,
    county=_TEXT,
    city=_TEXT,
    province=_TEXT,
    division_code=_TEXT,
    year=_INT,
    published=_TEXT,
    characters=_INT,
    figures=_INT,
    claimed=_INT,
    warnings=_TEXT,
    sha256=_TEXT,
    place=_TEXT,
    text_hash=_TEXT,
    #: the year of the title, where the text speaks of another
    filed=_INT,
)
MENTIONS: Final = _schema(
    number=_INT,
    id=_TEXT,
    metric=_TEXT,
    value=_TEXT,
    value_high=_TEXT,
    qualifier=_TEXT,
    unit=_TEXT,
    unit_stated=_TEXT,
    period=_INT,
    basis=_TEXT,
    scope=_TEXT,
    sentence_start=_INT,
    sentence_end=_INT,
    start=_INT,
    end=_INT,
    page=_INT,
    section=_TEXT,
    flags=_TEXT,
    rule=_TEXT,
    #: the sentence as a number, without its years; and what the audit wants to know of it (`analysis/spoken.py`)
    sentence_key=_KEY,
    spoken=_INT,
)
OBSERVATIONS: Final = _schema(
    number=_INT,
    id=_TEXT,
    year=_INT,
    metric=_TEXT,
    value=_TEXT,
    value_high=_TEXT,
    qualifier=_TEXT,
    unit=_TEXT,
    unit_stated=_TEXT,
    scope=_TEXT,
    resolution=_TEXT,
    mentions=_TEXT,
    sentence_start=_INT,
    sentence_end=_INT,
    start=_INT,
    end=_INT,
    page=_INT,
    flags=_TEXT,
    rule=_TEXT,
)
CHANGES: Final = _schema(
    number=_INT,
    id=_TEXT,
    metric=_TEXT,
    direction=_TEXT,
    amount=_TEXT,
    unit=_TEXT,
    qualifier=_TEXT,
    from_year=_INT,
    to_year=_INT,
    origin=_TEXT,
    value_from=_TEXT,
    value_to=_TEXT,
    relative=_TEXT,
    agreement=_TEXT,
    sentence_start=_INT,
    sentence_end=_INT,
    start=_INT,
    end=_INT,
    #: a few characters, which whoever judges a change needs: 2倍 is no 200%
    figure=_TEXT,
)
QUANTITIES: Final = pa.schema(
    [
        ("number", _INT),
        ("start", _INT),
        ("end", _INT),
        ("value", _TEXT),
        ("value_high", _TEXT),
        ("unit", _TEXT),
        ("qualifier", _TEXT),
        ("class", _TEXT),
        ("metrics", _TEXT),
        ("reason", _TEXT),
    ]
)

#: the tables that extraction fills, by name
TABLES: Final[Mapping[str, pa.Schema]] = {
    "files": FILES,
    "documents": DOCUMENTS,
    "reports": REPORTS,
    "mentions": MENTIONS,
    "observations": OBSERVATIONS,
    "changes": CHANGES,
    "quantities": QUANTITIES,
}
#: those that another library would fill otherwise
MATCHED: Final = ("reports", "mentions", "observations", "changes", "quantities")

_SQL: Final = {_TEXT: "VARCHAR", _INT: "INTEGER", _BIG: "BIGINT", _KEY: "UINTEGER"}


def sql_type(table: str, column: pa.Field) -> str:
    """A column's type in the store.

    Texts are packed when they come; DuckDB need not try every compression on them, which takes longer than all the rest of
    writing.
    """
    if (table, column.name) == ("documents", "text"):
        return "BLOB USING COMPRESSION uncompressed"
    return _SQL.get(column.type, "UINTEGER[]")
