"""Puts the pieces of a page into lines, and the lines into the order in which they are read."""

from extract.reading.layout import Line, Piece
from extract.reading.layout_tables import aligned_rows

#: A page of two columns has at least this many lines in each.
_COLUMN_LINES = 5
#: The share of its column's width that a line of running text fills; a cell of a table fills less.
_FILLED = 0.6


def lines_in_order(pieces: list[Piece], rows: list[Line]) -> list[Line]:
    """The lines of a page with the `rows` of its tables: whole columns one after the other where the page has two."""
    gutter = _gutter(pieces) if pieces else None
    if gutter is None:
        return _in_order(_lines(pieces), rows)
    found: list[Line] = []
    waiting: list[Line] = []
    # what runs over both columns, such as a title, parts the page into bands that are read one by one
    for line in sorted(_lines(pieces) + rows, key=lambda line: line.top):
        if any(piece.left < gutter < piece.right for piece in line.pieces) or (line.cells and line.left < gutter < line.right):
            found += _band(waiting, gutter) + _one_column([line], [])
            waiting = []
        else:
            waiting.append(line)
    return found + _band(waiting, gutter)


def _band(lines: list[Line], gutter: float) -> list[Line]:
    """Two columns, the left one first."""
    pieces = [piece for line in lines if line.cells is None for piece in line.pieces]
    rows = [line for line in lines if line.cells is not None]
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    return _one_column(_lines(left), [row for row in rows if row.right <= gutter]) + _one_column(
        _lines(right), [row for row in rows if row.left >= gutter]
    )


def _one_column(lines: list[Line], rows: list[Line]) -> list[Line]:
    """The lines and rows of one of several columns."""
    if lines:
        edges = min(line.left for line in lines), max(line.right for line in lines)
        for line in lines:
            line.column = edges
    return _in_order(lines, rows)


def _in_order(lines: list[Line], rows: list[Line]) -> list[Line]:
    """Lines and rows from top to bottom; lines without rules that are rows all the same become rows."""
    found = aligned_rows(lines)
    for row in rows:
        below = (place for place, line in enumerate(found) if line.top >= row.top and line.cells is not row.cells)
        found.insert(next(below, len(found)), row)
    return found


def _lines(pieces: list[Piece]) -> list[Line]:
    """Pieces that overlap by half in height stand on one line."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.left)):
        last = lines[-1] if lines else None
        if last is not None and abs(last.pieces[-1].middle - piece.middle) < 0.5 * min(piece.size, last.pieces[-1].size):
            last.pieces.append(piece)
        else:
            lines.append(Line([piece]))
    for line in lines:
        line.pieces.sort(key=lambda piece: piece.left)
    return lines


def _gutter(pieces: list[Piece]) -> float | None:
    """The middle of the gap between two columns of running text, if the page has them."""
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    size = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    for gutter in _gaps(pieces, left, right, size):
        sides = [piece for piece in pieces if piece.right <= gutter], [piece for piece in pieces if piece.left >= gutter]
        if all(len(_lines(side)) >= _COLUMN_LINES for side in sides) and (
            _one_by_one(*sides, pieces) or all(map(_is_column, sides))
        ):
            return gutter
    return None


def _one_by_one(left: list[Piece], right: list[Piece], pieces: list[Piece]) -> bool:
    """Whether the file itself gives one column after the other; the cells of a table come row by row."""
    places = {id(piece): place for place, piece in enumerate(pieces)}
    last = max(places[id(piece)] for piece in left)
    early = sum(1 for piece in right if places[id(piece)] < last)
    return early * 10 <= len(right) and min(piece.top for piece in right) < max(piece.top for piece in left)


def _gaps(pieces: list[Piece], left: float, right: float, size: float) -> list[float]:
    """Upright gaps in the middle of the page that hardly a piece runs over."""
    width = right - left
    starts = sorted({piece.left for piece in pieces if 0.3 * width < piece.left - left < 0.75 * width})
    gaps = []
    for start in starts:
        ends = [piece.right for piece in pieces if piece.right <= start]
        crossing = sum(1 for piece in pieces if piece.left < start - 0.1 and piece.right > start)
        if ends and start - max(ends) >= 0.7 * size and crossing * 8 <= len(pieces):
            gaps.append((start + max(ends)) / 2)
    return gaps[:20]


def _is_column(pieces: list[Piece]) -> bool:
    """Whether these pieces are lines of running text and not the cells of a table."""
    lines = _lines(pieces)
    if len(lines) < _COLUMN_LINES:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    filled = sum(1 for line in lines if line.right - line.left >= _FILLED * width and len(line.pieces) <= 2)
    return filled >= 0.5 * len(lines) and width > 8 * lines[0].size
