"""The binary inside of a Word 97–2003 file: where its characters are, and how runs and paragraphs are formatted."""

import struct
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from extract.reading.compound import Compound
from extract.reading.issues import issue
from extract.reading.limits import Limits

_WORD_97 = 0x00C1
_PAGE = 512
#: Places of tables in the file's header, by the order in which the format lists them.
STYLES, NOTE_PLACES, NOTE_TEXTS, HEADERS, RUN_PAGES, PARAGRAPH_PAGES = 1, 2, 3, 11, 12, 13
PIECES, SHAPES, END_PLACES, END_TEXTS, BOXES, LISTS, LIST_USES = 33, 40, 46, 47, 56, 73, 74
#: The texts of a file, one after the other.
PARTS = ("main", "footnote", "header", "macro", "comment", "endnote", "box", "header box")

_Entry = Callable[[bytes, int, int], bytes]

_OPERANDS = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_SHAPE = 0xD608
_TABS = 0xC615


def changes(raw: bytes) -> dict[int, bytes]:
    """A list of formatting changes: code → operand."""
    found: dict[int, bytes] = {}
    place = 0
    while place + 2 <= len(raw):
        code = int.from_bytes(raw[place : place + 2], "little")
        place += 2
        size = _OPERANDS[code >> 13]
        if code == _TABLE_SHAPE:
            size = int.from_bytes(raw[place : place + 2], "little") - 1
            place += 2
        elif not size:
            size = raw[place] if place < len(raw) else 0
            place += 1
            if code == _TABS and size == 255:
                break
        if size < 0:
            break
        found[code] = raw[place : place + size]
        place += size
    return found


def is_set(found: dict[int, bytes], code: int) -> bool:
    """Whether a switch is turned on."""
    return found.get(code, b"\x00")[:1] not in (b"", b"\x00", b"\x80")


def whole(raw: bytes, signed: bool = False) -> int:
    """The number in an operand."""
    return int.from_bytes(raw, "little", signed=signed)


@dataclass(slots=True)
class Runs:
    """Formatting by the places of bytes in the file: each stretch with its changes."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)

    def at(self, place: int) -> tuple[int, bytes]:
        """Where the stretch around `place` ends, and its changes."""
        index = bisect_right(self.starts, place) - 1
        if index >= 0 and place < self.ends[index]:
            return self.ends[index], self.raw[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else 1 << 40
        return following, b""


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    place: int
    width: int
    changes: bytes


class Word97:
    """A file opened: its texts by the places of characters, and the tables that its header points at."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        compound = Compound(data)
        self._main = compound.read("WordDocument")
        if len(self._main) < 0x200:
            raise issue("damaged", "its text part is cut off")
        flags = self._short(0x0A)
        if self._short(2) < _WORD_97:
            raise issue("unsupported", "Word 95 or older")
        if flags & 0x0100:
            raise issue("encrypted")
        self._table = compound.read("1Table" if flags & 0x0200 else "0Table")
        counts = struct.unpack_from("<8i", self._main, 0x4C)
        if min(counts) < 0:
            raise issue("damaged", "its counts make no sense")
        if sum(counts) > limits.characters:
            raise issue("too-large", f"{limits.characters} characters")
        bounds = [sum(counts[:place]) for place in range(9)]
        self.parts = {name: (bounds[place], bounds[place + 1]) for place, name in enumerate(PARTS)}
        self._pieces = self._read_pieces()
        self.run_formats = self._formats(RUN_PAGES, _run_entry)
        self.paragraph_formats = self._formats(PARAGRAPH_PAGES, _paragraph_entry)

    def table(self, index: int) -> bytes:
        """One of the tables that the header points at."""
        place, size = self.bounds(index)
        return self._table[place : place + size]

    def bounds(self, index: int) -> tuple[int, int]:
        """Where a table begins, and its size."""
        if 0x9A + 8 * index + 8 > len(self._main) or index >= self._short(0x98):
            return 0, 0
        place, size = struct.unpack_from("<II", self._main, 0x9A + 8 * index)
        return place, size

    def behind(self, index: int) -> bytes:
        """What follows a table: the levels of lists stand there."""
        place, size = self.bounds(index)
        return self._table[place + size :]

    def stretches(self, start: int, end: int) -> list[tuple[int, str, dict[int, bytes], int, int]]:
        """The characters from `start` to `end`: number of the first, text, formatting, place and width of its bytes."""
        found = []
        for piece in self._pieces:
            here, last = max(start, piece.start), min(end, piece.end)
            while here < last:
                place = piece.place + (here - piece.start) * piece.width
                until, raw = self.run_formats.at(place)
                stop = min(last, here + max(1, -(-(until - place) // piece.width)))
                text = self._characters(place, stop - here, piece.width)
                found.append((here, text, changes(raw + piece.changes), place, piece.width))
                here = stop
        return found

    def paragraph(self, place: int) -> tuple[int, dict[int, bytes]]:
        """The style and the formatting of the paragraph whose mark stands at a byte."""
        raw = self.paragraph_formats.at(place)[1]
        return whole(raw[:2]), changes(raw[2:])

    def _short(self, place: int) -> int:
        return whole(self._main[place : place + 2])

    def _characters(self, place: int, count: int, width: int) -> str:
        raw = self._main[place : place + count * width]
        return raw.decode("utf-16-le", "surrogatepass") if width == 2 else raw.decode("cp1252", "replace")

    def _read_pieces(self) -> list[_Piece]:
        raw = self.table(PIECES)
        shared: list[bytes] = []
        place = 0
        while place < len(raw) and raw[place] == 1:
            size = whole(raw[place + 1 : place + 3])
            shared.append(raw[place + 3 : place + 3 + size])
            place += 3 + size
        if place >= len(raw) or raw[place] != 2:
            raise issue("damaged", "the table of its text is missing")
        size = whole(raw[place + 1 : place + 5])
        body = raw[place + 5 : place + 5 + size]
        count = (len(body) - 4) // 12
        bounds = struct.unpack_from(f"<{count + 1}I", body)
        pieces = []
        for index in range(count):
            where, change = struct.unpack_from("<2xIH", body, 4 * (count + 1) + 8 * index)
            narrow = where & 0x40000000
            where &= 0x3FFFFFFF
            extra = shared[change >> 1] if change & 1 and change >> 1 < len(shared) else b""
            pieces.append(_Piece(bounds[index], bounds[index + 1], where // 2 if narrow else where, 1 if narrow else 2, extra))
        return pieces

    def _formats(self, index: int, entry: _Entry) -> Runs:
        raw = self.table(index)
        count = (len(raw) - 4) // 8
        runs: list[tuple[int, int, bytes]] = []
        for number in range(count):
            page = whole(raw[4 * (count + 1) + 4 * number :][:4]) & 0x3FFFFF
            block = self._main[page * _PAGE : (page + 1) * _PAGE]
            if len(block) == _PAGE:
                runs.extend(_page_runs(block, entry))
        runs.sort(key=lambda run: run[:2])
        return Runs([run[0] for run in runs], [run[1] for run in runs], [run[2] for run in runs])


def _page_runs(block: bytes, entry: _Entry) -> list[tuple[int, int, bytes]]:
    count = block[-1]
    if 4 * (count + 1) > _PAGE:
        return []
    bounds = struct.unpack_from(f"<{count + 1}I", block)
    return [(bounds[index], bounds[index + 1], entry(block, 4 * (count + 1), index)) for index in range(count)]


def _run_entry(block: bytes, base: int, index: int) -> bytes:
    offset = 2 * block[base + index] if base + index < _PAGE else 0
    return block[offset + 1 : offset + 1 + block[offset]] if offset else b""


def _paragraph_entry(block: bytes, base: int, index: int) -> bytes:
    place = base + 13 * index
    offset = 2 * block[place] if place < _PAGE else 0
    if not offset:
        return b""
    size = 2 * block[offset] - 1
    if not block[offset]:
        offset += 1
        size = 2 * block[offset] if offset < _PAGE else 0
    return block[offset + 1 : offset + 1 + size]
