"""Takes running heads and page numbers off the pages, so that no sentence is cut by them."""

import re
from collections import Counter

from extract.reading.layout import Line, Piece, Sheet, join_pieces

#: The parts of a page where heads and page numbers stand.
_TOP, _BOTTOM = 0.12, 0.88
_AROUND = " -—–－_·•\u3000"
_PAGE_NUMBER = re.compile(
    r"(?:第\s{0,3})?(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5}|[ivxIVX]{1,6})(?:\s{0,3}页)?"
    r"(?:\s{0,3}(?:[/／]|[,，]?\s{0,3}共)\s{0,3}[0-9]{1,4}\s{0,3}页?)?"
)
_DIGITS = re.compile("[0-9]+")


def without_margins(sheets: list[Sheet]) -> list[str]:
    """Removes heads and page numbers from the sheets in place; gives the heads' texts, each once."""
    marginal = [_marginal_lines(sheet) for sheet in sheets]
    seen = Counter(key for lines in marginal for key in {_key(line, sheet) for line, sheet in lines})
    # heads of left and right pages differ, so that a head may stand on less than half of the pages
    often = max(2, 0.3 * len(sheets))
    heads: dict[str, None] = {}
    for lines in marginal:
        for line, sheet in lines:
            text = join_pieces(line.pieces).strip()
            numbered = _PAGE_NUMBER.fullmatch(text.strip(_AROUND)) and _is_outermost(line, sheet)
            repeated = len(sheets) > 1 and seen[_key(line, sheet)] >= often
            if repeated and not numbered:
                heads[text] = None
            if repeated or numbered:
                gone = {id(piece) for piece in line.pieces}
                sheet.pieces = [piece for piece in sheet.pieces if id(piece) not in gone]
    return list(heads)


def _marginal_lines(sheet: Sheet) -> list[tuple[Line, Sheet]]:
    """The outermost lines of a page, as long as they stand in its margins."""
    upper = [piece for piece in sheet.pieces if piece.bottom < _TOP * sheet.height]
    lower = [piece for piece in sheet.pieces if piece.top > _BOTTOM * sheet.height]
    return [(line, sheet) for pieces in (upper, lower) for line in _same_height(pieces)]


def _is_outermost(line: Line, sheet: Sheet) -> bool:
    """Whether nothing stands between a line and the edge of the page: a number in a table has neighbours."""
    above = line.top < sheet.height / 2
    return not any(piece.bottom < line.top if above else piece.top > line.bottom for piece in sheet.pieces)


def _same_height(pieces: list[Piece]) -> list[Line]:
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        if lines and abs(lines[-1].pieces[-1].middle - piece.middle) < 0.5 * piece.size:
            lines[-1].pieces.append(piece)
        else:
            lines.append(Line([piece]))
    for line in lines:
        line.pieces.sort(key=lambda piece: piece.left)
    return lines


def _key(line: Line, sheet: Sheet) -> tuple[str, int]:
    """What makes two heads the same: their words, whatever their page number, and their height on the page."""
    return _DIGITS.sub("0", line.text.replace(" ", "")), round(line.pieces[0].middle / sheet.height * 50)
