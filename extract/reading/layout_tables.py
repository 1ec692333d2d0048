"""Finds ruled tables on a page and writes their rows with the cells apart."""

import re
from bisect import bisect_right

from extract.reading.layout import Line, Piece, Rule

#: Rules closer than this are one: a border is often drawn as a thin box.
_NEAR = 3.0
#: Shorter strokes are parts of pictures and letters.
_SHORTEST = 8.0
_MOST_RULES = 4_000
#: In a row without rules a good part is empty; less of it is a stain in running text.
_MOST_PRINT = 0.75
_LIST_MARK = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|[•·●■◆➢]")


def table_rows(pieces: list[Piece], rules: list[Rule]) -> tuple[list[Line], list[Piece]]:
    """The rows of all ruled tables on a page, and the pieces that stand outside of them."""
    rules = [rule for rule in rules[:_MOST_RULES] if max(rule.right - rule.left, rule.bottom - rule.top) >= _SHORTEST]
    rows: list[Line] = []
    for group in joined(rules):
        rows_here, pieces = _table(group, pieces)
        rows.extend(rows_here)
    return rows, pieces


def joined(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that touch belong to one table."""
    groups: list[tuple[Rule, list[Rule]]] = []
    done: list[tuple[Rule, list[Rule]]] = []
    for rule in sorted(rules, key=lambda rule: rule.top):
        # rules come from top to bottom: what ends above this one is joined by no other
        done += [group for group in groups if group[0].bottom < rule.top - _NEAR]
        groups = [group for group in groups if group[0].bottom >= rule.top - _NEAR]
        # a frame around the page holds a table without touching it
        touching = [
            group for group in groups if _touch(group[0], rule) and any(_touch(other, rule) for other in reversed(group[1]))
        ]
        frame = Rule(rule.left, rule.top, rule.right, rule.bottom)
        members = [rule]
        for other, inside in touching:
            frame = _around(frame, other)
            members = inside + members
        groups = [group for group in groups if group not in touching] + [(frame, members)]
    return [members for _, members in done + groups if len(members) >= 4]


def _around(one: Rule, other: Rule) -> Rule:
    return Rule(min(one.left, other.left), min(one.top, other.top), max(one.right, other.right), max(one.bottom, other.bottom))


def _touch(one: Rule, other: Rule) -> bool:
    across = one.left - _NEAR <= other.right and other.left <= one.right + _NEAR
    return across and one.top - _NEAR <= other.bottom and other.top <= one.bottom + _NEAR


def _table(rules: list[Rule], pieces: list[Piece]) -> tuple[list[Line], list[Piece]]:
    heights, sides = _grid(rules)
    if len(heights) < 2 or len(sides) < 3:
        return [], pieces
    cells, outside = _filled(rules, pieces, heights, sides)
    return _rows(cells, heights, sides), outside


def bare_cells(pieces: list[Piece], rules: list[Rule]) -> list[Rule]:
    """The places of cells without print, each the stretch between its rules."""
    bare = []
    for group in joined(rules):
        heights, sides = _grid(group)
        cells, _ = _filled(group, pieces, heights, sides)
        for row in range(len(heights) - 1):
            for column in range(len(sides) - 1):
                # the later places of a merged cell belong to its first one
                if _merged_into(row, column, heights, sides, group) == (row, column) and (row, column) not in cells:
                    bare.append(Rule(sides[column], heights[row], sides[column + 1], heights[row + 1]))
    return bare


def _grid(rules: list[Rule]) -> tuple[list[float], list[float]]:
    heights = _places([(rule.top + rule.bottom) / 2 for rule in rules if rule.lies])
    return heights, _places([(rule.left + rule.right) / 2 for rule in rules if not rule.lies])


def _filled(
    rules: list[Rule], pieces: list[Piece], heights: list[float], sides: list[float]
) -> tuple[dict[tuple[int, int], list[Piece]], list[Piece]]:
    """The print in each cell of a table, and the print that is in none."""
    outside: list[Piece] = []
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        row = bisect_right(heights, piece.middle) - 1
        column = bisect_right(sides, min((piece.left + piece.right) / 2, piece.left + piece.size / 2)) - 1
        if 0 <= row < len(heights) - 1 and 0 <= column < len(sides) - 1:
            place = _merged_into(row, column, heights, sides, rules)
            cells.setdefault(place, []).append(piece)
        else:
            outside.append(piece)
    return cells, outside


def _rows(cells: dict[tuple[int, int], list[Piece]], heights: list[float], sides: list[float]) -> list[Line]:
    rows = []
    for row in range(len(heights) - 1):
        texts = [_in_reading_order(cells.get((row, column), [])) for column in range(len(sides) - 1)]
        if any(texts):
            rows.append(Line([piece for text in texts for piece in text], texts, (sides[0], sides[-1])))
    return rows


def aligned_rows(lines: list[Line]) -> list[Line]:
    """The lines, with those that are rows of a table without rules turned into rows: their pieces stand in columns."""
    found: list[Line] = []
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and (not run or _aligned(run[-1], line)) and _may_be_row(line):
            run.append(line)
            continue
        enough = 2 if run and len(run[0].pieces) > 2 else 3
        if len(run) >= enough:
            run = [Line(row.pieces, [[piece] for piece in row.pieces], row.column) for row in run]
        found.extend(run)
        run = []
        if line is not None and _may_be_row(line):
            run = [line]
        elif line is not None:
            found.append(line)
    return found


def _may_be_row(line: Line) -> bool:
    """Whether a line has several pieces, and the first is no mark of a list."""
    if len(line.pieces) < 2 or line.cells is not None or _LIST_MARK.fullmatch(line.pieces[0].text):
        return False
    printed = sum(piece.right - piece.left for piece in line.pieces)
    return printed < _MOST_PRINT * (line.right - line.left)


def _aligned(above: Line, below: Line) -> bool:
    """Whether two lines have the same number of pieces, each above the other, with the same edge or middle."""
    if len(above.pieces) != len(below.pieces):
        return False
    slack = above.size
    return all(
        abs(one.left - other.left) < slack or abs(one.left + one.right - other.left - other.right) < 2 * slack
        for one, other in zip(above.pieces, below.pieces, strict=True)
    )


def _merged_into(row: int, column: int, heights: list[float], sides: list[float], rules: list[Rule]) -> tuple[int, int]:
    """The first place of the merged cell that a place belongs to: where no rule parts it from the one above or before."""
    while row > 0 and not _parted(rules, (sides[column] + sides[column + 1]) / 2, heights[row], lies=True):
        row -= 1
    while column > 0 and not _parted(rules, sides[column], (heights[row] + heights[row + 1]) / 2, lies=False):
        column -= 1
    return row, column


def _parted(rules: list[Rule], across: float, down: float, lies: bool) -> bool:
    return any(
        rule.lies == lies
        and rule.left - _NEAR <= across <= rule.right + _NEAR
        and rule.top - _NEAR <= down <= rule.bottom + _NEAR
        for rule in rules
    )


def _places(values: list[float]) -> list[float]:
    """The different places among nearly equal ones."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _in_reading_order(pieces: list[Piece]) -> list[Piece]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if lines and abs(lines[-1][-1].middle - piece.middle) < 0.5 * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [piece for line in lines for piece in sorted(line, key=lambda piece: piece.left)]
