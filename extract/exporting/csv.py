"""The canonical CSV: the same bytes for the same rows, and nothing in it that a spreadsheet would run."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

from extract.errors import WriteError
from extract.tables import DECIMAL, WHOLE, plain

BOM = "\ufeff"
#: what makes a spreadsheet take a cell for a formula; the full-width forms by caution
TRIGGERS = "=+-@\t\r＝＋－＠"
#: control characters and half surrogate pairs, which no spreadsheet opens; a line break inside a cell is kept
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STARTS = re.compile(f",[{re.escape(TRIGGERS)}]")
_QUOTED = re.compile(r'[",\n\r]')


def text_cell(value: object) -> str:
    """A text as a cell: defused if a spreadsheet would run it, control characters replaced.

    >>> text_cell("=1+1"), text_cell("第一季度")
    ("'=1+1", '第一季度')
    """
    text = "" if value is None else str(value)
    if text.isprintable():
        return "'" + text if text[:1] in TRIGGERS and text else text
    # the first character decides before it is replaced: a tab or return counts too
    defuse = text[0] in TRIGGERS or text.lstrip("\r\n \x00")[:1] in ("=", "+", "-", "@")
    text = _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "'" + text if defuse else text


def number_cell(value: object) -> str:
    """A number as a plain decimal: no exponent, no trailing zeros; nothing where nothing is known."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return "" if value != value else plain(Decimal(repr(value)))
    return plain(value) if isinstance(value, Decimal) else str(value)


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The lines of the file, each with its line feed; the rows come sorted."""
    numbers = [column in WHOLE or column in DECIMAL for column in columns]
    commas = len(columns) - 1
    yield ",".join(columns) + "\n"
    for row in rows:
        # most rows hold nothing to quote or defuse, and looking at the whole line is three times as fast as at each cell
        line = ",".join([cell if type(cell) is str else "" if cell is None else number_cell(cell) for cell in row])
        if line.count(",") != commas or '"' in line or not line.isprintable() or _STARTS.search("," + line):
            cells = (number_cell(cell) if number else _quoted(text_cell(cell)) for cell, number in zip(row, numbers, strict=True))
            line = ",".join(cells)
        yield line + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def write_csv(path: Path | str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Writes the table as a file; gives back how many rows it holds."""
    lines = csv_lines(columns, rows)
    return write_lines(path, lines, BOM) - 1


def write_lines(path: Path | str, lines: Iterable[str], before: str = "") -> int:
    """Writes the file beside its place and renames it there; gives back how many lines came."""
    count = 0
    target = Path(path)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            file.write(before)
            for line in lines:
                file.write(line)
                count += 1
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise WriteError.at(target, error.strerror or error) from error
    finally:
        with suppress(OSError):
            beside.unlink()
    return count
