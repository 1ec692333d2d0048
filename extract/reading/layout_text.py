"""Makes one text of pages of print: lines that only the width of the page has broken are joined again."""

import re

from extract.reading.document import Box, Page
from extract.reading.layout import Line, Piece, Sheet, spaced
from extract.reading.layout_lines import lines_in_order
from extract.reading.layout_tables import table_rows

#: What no line may begin with: it follows the character before it onto the next line.
_NEVER_FIRST = "，。、；：！？）》”’％%】〕』」》〉"
_TOKEN = re.compile(r"[0-9A-Za-z.,%％/+-]{1,40}|.", re.DOTALL)
_ENDS = "。！？；：;:!?"
#: Differences of print that are none to the eye.
_SAME_SIZE = 0.15
#: The size of print on a picture is only estimated, that of a lone character badly.
_SAME_SIZE_OF_SCANS = 0.4
_INDENT = 0.75
_FULL_LINES = 3
#: A gap between lines larger than this, in line heights, sets a paragraph off.
_APART = 1.9


class PageText:
    """Collects the text of pages with the place of every piece."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._last: Line | None = None
        self.pages: list[Page] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def add(self, sheets: list[Sheet]) -> "PageText":
        """Adds pages; the first line of each may go on with the last paragraph of the page before."""
        pages = []
        for sheet in sheets:
            rows, outside = table_rows(sheet.pieces, sheet.rules)
            pages.append((sheet, lines_in_order(outside, rows)))
        set_edges(pages)
        for sheet, lines in pages:
            self._page(sheet, lines)
        return self

    def _page(self, sheet: Sheet, lines: list[Line]) -> None:
        boxes: list[Box] = []
        start = self._length
        for place, line in enumerate(lines):
            goes_on = self._last is not None and continues(self._last, line, new_page=place == 0)
            self._begin(line, goes_on)
            if place == 0:
                start = self._length
            if line.cells is None:
                self._pieces(line.pieces, sheet, boxes)
            else:
                self._row(line.cells, sheet, boxes)
            self._last = line
        self.pages.append(Page(sheet.number, start, self._length, tuple(boxes)))

    def _begin(self, line: Line, goes_on: bool) -> None:
        if not goes_on:
            self._write("\n" if self._length else "")
        elif self._parts[-1][-1:].isascii() and line.text[:1].isascii() and self._parts[-1][-1:].isalpha():
            self._write(" ")

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _pieces(self, pieces: list[Piece], sheet: Sheet, boxes: list[Box]) -> None:
        for place, piece in enumerate(pieces):
            if place and spaced(pieces[place - 1], piece):
                self._write(" ")
            self._piece(piece, sheet, boxes)

    def _piece(self, piece: Piece, sheet: Sheet, boxes: list[Box]) -> None:
        start = self._length
        self._write(piece.text)
        across, down = sheet.width, sheet.height
        place = (piece.left / across, piece.top / down, piece.right / across, piece.bottom / down)
        left, top, right, bottom = (round(min(1.0, max(0.0, value)), 4) for value in place)
        boxes.append(Box(start, self._length, left, top, right, bottom, piece.confidence))

    def _row(self, cells: list[list[Piece]], sheet: Sheet, boxes: list[Box]) -> None:
        self._write("|")
        for cell in cells:
            self._write(" ")
            for place, piece in enumerate(cell):
                piece.text = piece.text.replace("|", "｜")
                if place and piece.top < cell[place - 1].middle and spaced(cell[place - 1], piece):
                    self._write(" ")
                self._piece(piece, sheet, boxes)
            self._write(" |")


def set_edges(pages: list[tuple[Sheet, list[Line]]]) -> None:
    """Gives the lines of pages with one column the edges of the print on all such pages: a page may hold short lines only.

    Where hardly a line reaches the right edge, the margins are taken to be alike.
    """
    whole = [(sheet, line) for sheet, lines in pages for line in lines if line.cells is None and not line.column[1]]
    if not whole:
        return
    left = min(line.left for _, line in whole)
    right = max(line.right for _, line in whole)
    full = sum(1 for _, line in whole if right - line.right < line.size)
    for sheet, line in whole:
        known = full >= _FULL_LINES and right - left > 0.5 * sheet.width
        line.column = left, right if known else max(right, sheet.width - left)


def continues(before: Line, after: Line, new_page: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it: it was broken only because the column was full."""
    if before.cells is not None or after.cells is not None:
        return False
    size = before.size
    recognised = min(piece.confidence for line in (before, after) for piece in line.pieces) < 1
    if abs(after.size - size) > (_SAME_SIZE_OF_SCANS if recognised else _SAME_SIZE) * max(size, after.size):
        return False
    new_column = new_page or after.top < before.top
    if not new_column and after.top - before.bottom > _APART * size:
        return False
    room = (before.column[1] - before.right) / size
    ended = before.text[-1:] in _ENDS
    if after.left - after.column[0] > _INDENT * size:
        # the rest of a centred title that was too long for one line
        return room < 1.5 and not ended and _is_centred(after)
    # a mark hanging over the edge makes the column look wider than its lines
    slack = 0.3 if ended else 1.2
    return first_width(after.text) > room - slack


def _is_centred(line: Line) -> bool:
    before, behind = line.left - line.column[0], line.column[1] - line.right
    return abs(before - behind) < line.size and before > 3 * line.size


def first_width(text: str) -> float:
    """The width, in characters, of what has to stand together at the start of a line."""
    token = _TOKEN.match(text.lstrip())
    if token is None:
        return 0.0
    width = _width(token[0])
    rest = text.lstrip()[token.end() :]
    for character in rest[:3]:
        if character not in _NEVER_FIRST:
            break
        width += _width(character)
    return width


def _width(text: str) -> float:
    return sum(0.5 if character < "\u2000" else 1.0 for character in text)
