"""Tables for a person at a terminal, and rows as JSON for a program behind a pipe."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from unicodedata import east_asian_width

from extract.exporting.csv import number_cell
from extract.tables import DECIMAL, WHOLE

_BLOCK = 500
_WIDEST = 44
#: what moves the cursor or turns the direction of writing around
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")


def table_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Aligned columns, the widths measured over some hundred rows at a time; long texts are cut."""
    source = iter(rows)
    first = True
    while block := list(islice(source, _BLOCK)):
        cells = [[_cell(column, value) for column, value in zip(columns, row, strict=True)] for row in block]
        widths = [max(width(column), *(width(row[index]) for row in cells)) for index, column in enumerate(columns)]
        if first:
            yield _aligned(columns, columns, widths)
            first = False
        for row in cells:
            yield _aligned(columns, row, widths)


def _cell(column: str, value: object) -> str:
    # a township's column of a wide table holds numbers too
    number = column in DECIMAL or column in WHOLE or isinstance(value, float)
    text = number_cell(value) if number else "" if value is None else str(value)
    return shortened(_UNSAFE.sub(" ", text).strip())


def _aligned(columns: Sequence[str], cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = []
    for column, cell, room in zip(columns, cells, widths, strict=True):
        blank = " " * (room - width(cell))
        parts.append(blank + cell if column in DECIMAL else cell + blank)
    return "  ".join(parts).rstrip()


def width(text: str) -> int:
    """The columns of a terminal that the text takes: two for a Chinese character."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def shortened(text: str, room: int = _WIDEST) -> str:
    """The text, cut with an ellipsis where it is too wide."""
    if width(text) <= room:
        return text
    kept, taken = [], 0
    for character in text:
        taken += width(character)
        if taken > room - 1:
            break
        kept.append(character)
    return "".join(kept) + "…"


def json_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A JSON list, one object a line; decimals keep every digit, unknown numbers are null."""
    keys = [json.dumps(column, ensure_ascii=False) for column in columns]
    numbers = [column in DECIMAL or column in WHOLE for column in columns]
    before = "[\n"
    for row in rows:
        cells = (
            (number_cell(cell) or "null")
            if number or isinstance(cell, int | float | Decimal)
            else json.dumps("" if cell is None else str(cell), ensure_ascii=False)
            for cell, number in zip(row, numbers, strict=True)
        )
        yield before + "{" + ", ".join(f"{key}: {cell}" for key, cell in zip(keys, cells, strict=True)) + "}"
        before = ",\n"
    yield "\n]\n" if before != "[\n" else "[]\n"
