"""One page of a PDF as pieces of print and the rules of its tables."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extract.reading.layout import Piece, Rule, Sheet

#: Signs that pdfium leaves where a word was broken at the end of a line.
_HYPHENS = frozenset("\x02\u00ad\ufffe\uffff")
#: A gap wider than this, in characters, parts pieces: cells, columns, a signature from its date.
_PART = 1.4
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_THIN = 3.0
_MOST_OBJECTS = 20_000
_PICTURE_SHARE = 0.5


@dataclass(slots=True)
class _Character:
    text: str
    left: float
    bottom: float
    right: float
    top: float


def read_page(page: pdfium.PdfPage, number: int) -> Sheet:
    """The print and the rules on a page, with the page turned as a reader would turn it."""
    width, height = page.get_size()
    turn = _Turn(page)
    pieces: list[Piece] = []
    current: list[_Character] = []
    hidden = _artifacts(page)
    strokes = list(_strokes(page, turn))
    standing = [stroke for stroke in strokes if stroke[2] - stroke[0] < stroke[3] - stroke[1]]
    for character in _characters(page, turn):
        if current and (not _beside(current, character) or _parted(current[-1], character, standing)):
            pieces.append(_piece(current, height))
            current = []
        # an indent made of spaces is an indent: the print begins behind it
        if current or character.text.strip():
            current.append(character)
    if current:
        pieces.append(_piece(current, height))
    sheet = Sheet(number, width, height, rules=[_rule(box, height) for box in strokes])
    for piece in pieces:
        if piece.text.strip():
            (sheet.aside if _within(piece, hidden, height) else sheet.pieces).append(piece)
    return sheet


def covered_by_picture(page: pdfium.PdfPage) -> bool:
    """Whether pictures cover most of a page."""
    width, height = page.get_size()
    area = 0.0
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(area >= _PICTURE_SHARE * width * height)


class _Turn:
    """Turns places on a page that is shown turned by a quarter or a half."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._quarter = page.get_rotation() // 90
        left, bottom, right, top = page.get_mediabox() if self._quarter == 0 else page.get_cropbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box in the page as it is shown."""
        left, right = left - self._left, right - self._left
        bottom, top = bottom - self._bottom, top - self._bottom
        width, height = self._right - self._left, self._top - self._bottom
        if self._quarter == 1:
            return bottom, width - right, top, width - left
        if self._quarter == 2:
            return width - right, height - top, width - left, height - bottom
        if self._quarter == 3:
            return height - top, left, height - bottom, right
        return left, bottom, right, top


def _characters(page: pdfium.PdfPage, turn: _Turn) -> Iterator[_Character]:
    """The characters that are printed, in the order of the file; those that pdfium made up are left out."""
    text_page = page.get_textpage()
    box = pdfium_c.FS_RECTF()
    place_of_box = ctypes.byref(box)
    high = 0
    for place in range(pdfium_c.FPDFText_CountChars(text_page)):
        code = pdfium_c.FPDFText_GetUnicode(text_page, place)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
        text = chr(code)
        if text in _HYPHENS or pdfium_c.FPDFText_IsGenerated(text_page, place) == 1 or code < 32:
            continue
        if pdfium_c.FPDFText_GetLooseCharBox(text_page, place, place_of_box):
            yield _Character(text, *turn.box(box.left, box.bottom, box.right, box.top))
    text_page.close()


def _beside(current: list[_Character], character: _Character) -> bool:
    """Whether a character stands next to the ones before it."""
    last = current[-1]
    height = max(1.0, last.top - last.bottom)
    level = abs((last.top + last.bottom) - (character.top + character.bottom)) < 0.8 * height
    gap = character.left - last.right
    width = max(character.right - character.left, last.right - last.left)
    if not level or gap < -1.5 * width or gap > _PART * min(height, 2 * width):
        return False
    words = last.text.isascii() and character.text.isascii()
    return gap <= (0.2 if words else 0.9) * min(height, 2 * width)


def _parted(last: _Character, character: _Character, standing: list[tuple[float, float, float, float]]) -> bool:
    """Whether an upright rule stands between two characters."""
    if character.left - last.right < 1:
        return False
    middle = (character.top + character.bottom) / 2
    return any(last.right - 1 <= left <= character.left + 1 and bottom <= middle <= top for left, bottom, _, top in standing)


def _piece(characters: list[_Character], height: float) -> Piece:
    while len(characters) > 1 and not characters[-1].text.strip():
        characters.pop()
    wide = sorted(character.right - character.left for character in characters if character.text >= "\u2e80")
    tall = max(character.top - character.bottom for character in characters)
    em = wide[len(wide) // 2] if wide else 0.8 * tall
    return Piece(
        "".join(_raised(character, tall) for character in characters),
        min(character.left for character in characters),
        height - max(character.top for character in characters),
        max(character.right for character in characters),
        height - min(character.bottom for character in characters),
        em=max(1.0, em),
    )


def _raised(character: _Character, tall: float) -> str:
    """The character; a small figure, as of a note or a square metre, is written as one, so that it is no part of a number."""
    small = character.top - character.bottom < 0.75 * tall
    return character.text.translate(_RAISED) if small and character.text.isdigit() else character.text


def _artifacts(page: pdfium.PdfPage) -> list[tuple[float, float, float, float]]:
    """The places of what the file itself calls furniture of the page: its heads and page numbers."""
    found = []
    for count, item in enumerate(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=3)):
        if count > _MOST_OBJECTS:
            break
        for place in range(pdfium_c.FPDFPageObj_CountMarks(item)):
            if _mark_name(pdfium_c.FPDFPageObj_GetMark(item, place)) == "Artifact":
                found.append(item.get_bounds())
                break
    return found


def _mark_name(mark: object) -> str:
    length = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 32)()
    if not pdfium_c.FPDFPageObjMark_GetName(mark, buffer, 64, ctypes.byref(length)):
        return ""
    return bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace")


def _within(piece: Piece, boxes: list[tuple[float, float, float, float]], height: float) -> bool:
    across, down = (piece.left + piece.right) / 2, height - piece.middle
    return any(left - 1 <= across <= right + 1 and bottom - 1 <= down <= top + 1 for left, bottom, right, top in boxes)


def _strokes(page: pdfium.PdfPage, turn: _Turn) -> Iterator[tuple[float, float, float, float]]:
    """Thin straight shapes: what tables are drawn with. A box is its four sides."""
    for count, item in enumerate(page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count > _MOST_OBJECTS:
            return
        left, bottom, right, top = turn.box(*item.get_bounds())
        if min(right - left, top - bottom) <= _THIN:
            yield left, bottom, right, top
        else:
            yield from _segments(item, turn)


def _segments(item: pdfium.PdfObject, turn: _Turn) -> Iterator[tuple[float, float, float, float]]:
    """The straight sides of a shape that is drawn as one path."""
    count = pdfium_c.FPDFPath_CountSegments(item)
    if count > 2_000:
        return
    a, b, c, d, e, f = item.get_matrix().get()
    across, down = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for place in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, place)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(down))
        here = (a * across.value + c * down.value + e, b * across.value + d * down.value + f)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO and last is not None:
            yield from _side(last, here, turn)
        if pdfium_c.FPDFPathSegment_GetClose(segment) and start is not None:
            yield from _side(here, start, turn)
        last = here


def _side(one: tuple[float, float], other: tuple[float, float], turn: _Turn) -> Iterator[tuple[float, float, float, float]]:
    left, right = sorted((one[0], other[0]))
    bottom, top = sorted((one[1], other[1]))
    if min(right - left, top - bottom) <= _THIN < max(right - left, top - bottom):
        yield turn.box(left, bottom, right, top)


def _rule(box: tuple[float, float, float, float], height: float) -> Rule:
    left, bottom, right, top = box
    return Rule(left, height - top, right, height - bottom)
