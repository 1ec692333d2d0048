"""Writes tables as lines of text: one row a line, its cells between bars, merged cells once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.reading.issues import issue
from extract.reading.limits import Limits

_SPACE = re.compile(r"\s+")
#: Wider merges are mistakes of the page's maker.
_WIDEST = 63


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text with the columns and rows that it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def table_lines(rows: Iterable[Iterable[Cell]], limits: Limits) -> list[str]:
    """The rows as lines. A merged cell stands in its first place; the others that it covers are empty: columns stay in line."""
    lines: list[str] = []
    covered: dict[int, int] = {}
    count = 0
    for row in rows:
        texts: list[str] = []
        for cell in row:
            _skip_covered(texts, covered)
            width = max(1, min(cell.columns, _WIDEST))
            for column in range(len(texts), len(texts) + width):
                if cell.rows > 1:
                    covered[column] = cell.rows - 1
            texts.extend([cell.text] + [""] * (width - 1))
        _skip_covered(texts, covered)
        count += len(texts)
        if count > limits.cells:
            raise issue("too-large", f"{limits.cells} table cells")
        if any(text.strip() for text in texts):
            lines.append(row_line(texts))
    return lines


def _skip_covered(texts: list[str], covered: dict[int, int]) -> None:
    while covered.get(len(texts), 0):
        covered[len(texts)] -= 1
        texts.append("")


def row_line(texts: Iterable[str]) -> str:
    """One row: `| a | b |`. A bar inside a cell becomes a full-width one."""
    return "| " + " | ".join(_SPACE.sub(" ", text.replace("|", "｜")).strip() for text in texts) + " |"
