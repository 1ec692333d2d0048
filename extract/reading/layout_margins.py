"""Takes running heads and page numbers off the pages, so that no sentence is cut by them."""

import re
from collections import Counter

from extract.reading.layout import Line, Piece, Sheet, join_pieces

#: The parts of a page where heads and page numbers stand.
_TOP, _BOTTOM = 0.12, 0.88
#: the outer margins, where a text seldom begins, and how much smaller than the text a head is printed
_EDGE, _LOWER_EDGE, _SMALLER = 0.085, 0.07, 0.85
#: how the note to a text begins, which is small and stands at the foot of its page
_NOTE = re.compile(r"[0-9①-⑳⁰¹²³⁴⁵⁶⁷⁸⁹*＊※\[［〔(（注]")
#: what the file itself sets aside (watermarks too) is a head or foot only up to here
_ASIDE = 0.15
_AROUND = " -—–－_·•\u3000"
_PAGE_NUMBER = re.compile(
    r"(?:第\s{0,3})?(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5}|[ivxIVX]{1,6})(?:\s{0,3}页)?"
    r"(?:\s{0,3}(?:[/／]|[,，]?\s{0,3}共)\s{0,3}[0-9]{1,4}\s{0,3}页?)?"
)
_DIGITS = re.compile("[0-9]+")


def without_margins(sheets: list[Sheet]) -> dict[str, str]:
    """Removes heads, feet and page numbers from the sheets; gives the texts of heads and feet, each once, as metadata."""
    marginal = [_marginal_lines(sheet) for sheet in sheets]
    seen = Counter(key for lines in marginal for key in {_key(line, sheet) for line, sheet in lines})
    # heads of left and right pages differ, so that a head may stand on less than half of the pages
    often = max(2, 0.3 * len(sheets))
    found: dict[str, dict[str, None]] = {"header": {}, "footer": {}}
    for sheet, lines in zip(sheets, marginal, strict=True):
        for line in _same_height(sheet.aside):
            if line.bottom < _ASIDE * sheet.height or line.top > (1 - _ASIDE) * sheet.height:
                _note(line, sheet, found)
        print_size = _print_size(sheet)
        for line, _ in lines:
            numbered = _is_page_number(line) and _is_outermost(line, sheet)
            repeated = len(sheets) > 1 and seen[_key(line, sheet)] >= often
            if repeated or numbered or _is_set_apart(line, sheet, print_size):
                _note(line, sheet, found)
                gone = {id(piece) for piece in line.pieces}
                sheet.pieces = [piece for piece in sheet.pieces if id(piece) not in gone]
    return {kind: "\n".join(texts) for kind, texts in found.items() if texts}


def _note(line: Line, sheet: Sheet, found: dict[str, dict[str, None]]) -> None:
    text = join_pieces(line.pieces).strip()
    if text and not _is_page_number(line):
        found["header" if line.top < sheet.height / 2 else "footer"][text] = None


def _is_page_number(line: Line) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(join_pieces(line.pieces).strip().strip(_AROUND)))


def _print_size(sheet: Sheet) -> float:
    """The size of most of the print on a page."""
    sizes = sorted(piece.size for piece in sheet.pieces for _ in piece.text)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _is_set_apart(line: Line, sheet: Sheet, print_size: float) -> bool:
    """Whether a line looks like a head or foot, as on the only page of a file: at the edge, smaller than the print, alone."""
    if line.size > _SMALLER * print_size:
        return False
    if line.bottom < _EDGE * sheet.height:
        return all(piece.top > line.bottom + print_size for piece in sheet.pieces if piece.top > line.bottom - 1)
    if line.top > (1 - _LOWER_EDGE) * sheet.height and not _NOTE.match(line.text.strip()):
        return all(piece.bottom < line.top - print_size for piece in sheet.pieces if piece.bottom < line.top + 1)
    return False


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
