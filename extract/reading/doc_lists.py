"""The lists of a Word 97–2003 file: how their numbers look, and which styles belong to them."""

import struct

from extract.reading.list_numbers import Level, ListCounter, ListShape, space_behind
from extract.reading.word97 import LIST_USES, LISTS, STYLES, Word97, changes, whole

LIST, LIST_LEVEL = 0x460B, 0x260A
_STYLES = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    18: "decimalEnclosedCircle",
    22: "decimalZero",
    23: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}
_HEAD, _LEVEL_HEAD, _USE = 28, 28, 16
_DEEPEST_STYLE = 12


class DocLists:
    """Gives paragraphs their list numbers, by their own formatting or by their style's."""

    def __init__(self, word: Word97) -> None:
        self._counter = ListCounter(_lists(word))
        self._styles = _styles(word)

    def label(self, style: int, formats: dict[int, bytes]) -> str:
        """The number before a paragraph, with the space behind it; mostly nothing."""
        inherited = self._inherited(style)
        number = whole(formats.get(LIST, inherited.get(LIST, b"")))
        level = whole(formats.get(LIST_LEVEL, inherited.get(LIST_LEVEL, b"")))
        return self._counter.label(str(number), level) if 0 < number < 2047 else ""

    def _inherited(self, style: int) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        for _ in range(_DEEPEST_STYLE):
            if style not in self._styles:
                break
            style, formats = self._styles[style]
            found = {**formats, **found}
        return found


def _lists(word: Word97) -> dict[str, ListShape]:
    """The lists in use, by their number; the first is 1."""
    heads, behind = word.table(LISTS), word.behind(LISTS)
    count = whole(heads[:2])
    shapes: dict[int, dict[int, Level]] = {}
    place = 0
    for index in range(min(count, (len(heads) - 2) // _HEAD)):
        head = heads[2 + _HEAD * index :][:_HEAD]
        levels: dict[int, Level] = {}
        for depth in range(1 if head[26] & 1 else 9):
            if place + _LEVEL_HEAD + 2 > len(behind):
                break
            levels[depth], place = _level(behind, place)
        shapes[whole(head[:4])] = levels
    return _uses(word.table(LIST_USES), shapes)


def _level(raw: bytes, place: int) -> tuple[Level, int]:
    start = whole(raw[place : place + 4])
    style, flags = raw[place + 4], raw[place + 5]
    follow = raw[place + 15]
    runs, paragraphs = raw[place + 24], raw[place + 25]
    place += _LEVEL_HEAD + runs + paragraphs
    size = whole(raw[place : place + 2])
    text = raw[place + 2 : place + 2 + 2 * size].decode("utf-16-le", "replace")
    shown = "".join(f"%{ord(character) + 1}" if character < "\x09" else character for character in text)
    space = space_behind(shown, "nothing" if follow == 2 else "")
    return Level(
        _STYLES.get(style, "decimal"), shown, start if start < 30_000 else 1, space, bool(flags & 4)
    ), place + 2 + 2 * size


def _uses(raw: bytes, shapes: dict[int, dict[int, Level]]) -> dict[str, ListShape]:
    count = min(whole(raw[:4]), (len(raw) - 4) // _USE)
    found: dict[str, ListShape] = {}
    place = 4 + _USE * count
    for index in range(count):
        use = raw[4 + _USE * index :][:_USE]
        key = whole(use[:4])
        shape = ListShape(dict(shapes.get(key, {})), str(key))
        place += 4
        for _ in range(use[12]):
            if place + 8 > len(raw):
                break
            start, flags = struct.unpack_from("<II", raw, place)
            place += 8
            if flags & 0x20 and place + _LEVEL_HEAD + 2 <= len(raw):
                shape.levels[flags & 15], place = _level(raw, place)
            if flags & 0x10:
                shape.restarts[flags & 15] = start
        found[str(index + 1)] = shape
    return found


def _styles(word: Word97) -> dict[int, tuple[int, dict[int, bytes]]]:
    """The paragraph styles: number → number of the style it is based on, and its formatting."""
    raw = word.table(STYLES)
    head = whole(raw[:2])
    base = whole(raw[4:6])
    place, found = 2 + head, {}
    for number in range(whole(raw[2:4])):
        size = whole(raw[place : place + 2])
        style = raw[place + 2 : place + 2 + size]
        place += 2 + size
        if len(style) > base + 4 and style[2] & 15 == 1:
            name = base + 2 + 2 * whole(style[base : base + 2]) + 2
            first = whole(style[name : name + 2])
            found[number] = whole(style[2:4]) >> 4, changes(style[name + 4 : name + 2 + first])
    return found
