"""Reads compound files, the container of Word 97–2003 and of WPS: a small file system of streams in sectors."""

import struct

from extract.reading.issues import issue

_FREE = 0xFFFFFFFA
_ENTRY = 128


class Compound:
    """The streams of a compound file, read by name and never beyond the bytes that are there."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise issue("damaged", "its header is cut off")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise issue("damaged", "its header makes no sense")
        self._sector = 1 << shift
        self._root = 0
        self._table = self._allocation()
        first_directory, cutoff, first_mini = struct.unpack_from("<I4xII", data, 48)
        self._cutoff = cutoff
        self._entries = self._directory(self._chain(first_directory))
        self._mini_table = _numbers(self._chain(first_mini))
        self._mini = self._chain(self._root)

    @property
    def names(self) -> frozenset[str]:
        """The names of the streams and storages at the top, in small letters."""
        return frozenset(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of the stream `name`; empty if there is none."""
        if name.lower() not in self._entries:
            return b""
        start, size = self._entries[name.lower()]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        pieces, seen, sector = [], 0, start
        while sector < len(self._mini_table) and seen <= len(self._mini_table):
            pieces.append(self._mini[sector * 64 : sector * 64 + 64])
            sector, seen = self._mini_table[sector], seen + 1
        return b"".join(pieces)[:size]

    def _allocation(self) -> tuple[int, ...]:
        count, first, extra = struct.unpack_from("<I20xII", self._data, 44)
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        # no more sectors tell of the others than the file needs; a chain that leads back to itself goes on for ever
        count = min(count, len(self._data) * 4 // self._sector**2 + 2)
        while first < _FREE and extra > 0 and len(sectors) < count and self._piece(first):
            block = _numbers(self._piece(first))
            sectors.extend(block[:-1])
            first, extra = block[-1] if block else _FREE, extra - 1
        table: list[int] = []
        for sector in sectors[:count]:
            if sector < _FREE:
                table.extend(_numbers(self._piece(sector)))
        return tuple(table)

    def _piece(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        return self._data[start : start + self._sector]

    def _chain(self, sector: int) -> bytes:
        pieces, seen = [], 0
        while sector < len(self._table) and seen <= len(self._table):
            pieces.append(self._piece(sector))
            sector, seen = self._table[sector], seen + 1
        return b"".join(pieces)

    def _directory(self, raw: bytes) -> dict[str, tuple[int, int]]:
        """The entries at the top: embedded documents have streams of the same names, deeper down."""
        if len(raw) < _ENTRY:
            raise issue("damaged", "its directory is cut off")
        self._root, waiting = struct.unpack_from("<I", raw, 116)[0], [struct.unpack_from("<I", raw, 76)[0]]
        entries: dict[str, tuple[int, int]] = {}
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            place = number * _ENTRY
            if number in seen or place + _ENTRY > len(raw):
                continue
            seen.add(number)
            left, right = struct.unpack_from("<II", raw, place + 68)
            waiting += [left, right]
            length = struct.unpack_from("<H", raw, place + 64)[0]
            name = raw[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            entries[name.lower()] = struct.unpack_from("<II", raw, place + 116)
        return entries


def stream_names(data: bytes) -> frozenset[str]:
    """The names of the streams at the top of a compound file, in small letters."""
    return Compound(data).names


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])
