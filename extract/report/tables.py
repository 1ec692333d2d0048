"""The tables of a clean text: rows one a line, cells apart by bars."""

import re

from extract.report.model import Table

# A row that only draws the line under a markdown heading row.
_RULE = re.compile(r"[|:：\-—+=]*\Z")

# 调解矛盾纠纷|86件: a table of two columns.
_PAIR = re.compile(r"[^|\n]{2,30}\|[^|\n0-9]{0,4}[0-9][^|\n]{0,16}\n?")

# A page that lost its line breaks may hold bars too: what follows its last bar is no cell.
_LONGEST_TAIL = 200


def find_tables(clean: str) -> list[Table]:
    """Every block of neighbouring lines that are table rows, in order."""
    if "|" not in clean:
        return []
    tables: list[Table] = []
    place = clean.find("|")
    while place >= 0:
        start = clean.rfind("\n", 0, place) + 1
        end = _line_end(clean, place)
        if _is_row(clean, start, end):
            if tables and tables[-1].end == start:
                tables[-1].end = end
            else:
                tables.append(Table(start, end))
            if not _RULE.match(clean[start:end].rstrip("\n")):
                tables[-1].rows.append(_cells(clean, start, end))
        place = clean.find("|", end)
    return [table for table in tables if table.rows]


def _line_end(clean: str, place: int) -> int:
    """Just behind the line break that ends the line of `place`."""
    end = clean.find("\n", place)
    return len(clean) if end < 0 else end + 1


def _is_row(clean: str, start: int, end: int) -> bool:
    """Whether a line is a table row: it opens with a bar, or has two or more, or one with a figure behind it.

    Any other single bar inside is a menu or a title.
    """
    if clean[start] != "|" and clean.count("|", start, end) < 2 and not _PAIR.fullmatch(clean, start, end):
        return False
    return end - clean.rfind("|", start, end) < _LONGEST_TAIL


def _cells(clean: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between the bars of a row, empty cells too, so that columns keep their places."""
    if clean[end - 1] == "\n":
        end -= 1
    if clean[start] == "|":
        start += 1
    if end > start and clean[end - 1] == "|":
        end -= 1
    cells = []
    while True:
        bar = clean.find("|", start, end)
        stop = end if bar < 0 else bar
        cells.append(_bare(clean, start, stop))
        if bar < 0:
            return cells
        start = bar + 1


def _bare(clean: str, start: int, end: int) -> tuple[int, int]:
    """A cell's span without the spaces around its content."""
    while start < end and clean[start].isspace():
        start += 1
    while end > start and clean[end - 1].isspace():
        end -= 1
    return start, end
