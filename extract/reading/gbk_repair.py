"""Reads GB18030 bytes of which some are broken or missing, losing only the characters they belonged to.

A plain decoder goes on with the next byte, so that after a lost byte every pair is read askew up to the next ASCII character.
Here each damaged stretch is cut into characters in the way that loses least and reads most like Chinese.
"""

import re

from extract.reading.common_characters import COMMON

REPLACEMENT = "\ufffd"
#: What it costs to give up a byte, to read an uncommon pair, and to read a common one.
_LOST, _RARE, _USUAL = 4.0, 1.0, 0.1
#: Damaged stretches that are repaired; a file with more of them is beyond help, and the rest is read as it comes.
_REPAIRS = 500
#: A stretch ends where a character surely ends: behind a full stop, a comma or an ASCII mark.
_STRETCHES = re.compile(rb"(?s).{0,500}(?:\xa1\xa3|\xa3\xac|[\x00-\x2f])|.{1,500}")


def decode(data: bytes) -> str:
    """The text of `data`, with U+FFFD where bytes made no character."""
    found, repairs = [], 0
    for stretch in _STRETCHES.findall(data):
        try:
            found.append(stretch.decode("gb18030"))
        except UnicodeDecodeError:
            repairs += 1
            found.append(_repair(stretch) if repairs <= _REPAIRS else stretch.decode("gb18030", "replace"))
    return "".join(found)


def _repair(stretch: bytes) -> str:
    """The cheapest way through the bytes, found from the end to the start."""
    size = len(stretch)
    cost = [0.0] * (size + 1)
    step: list[tuple[int, str]] = [(1, "")] * (size + 1)
    for place in range(size - 1, -1, -1):
        cost[place], step[place] = _LOST + cost[place + 1], (1, REPLACEMENT)
        for width in (1, 2, 4):
            character = _character(stretch[place : place + width], width)
            if character and _price(character) + cost[place + width] < cost[place]:
                cost[place], step[place] = _price(character) + cost[place + width], (width, character)
    found, place = [], 0
    while place < size:
        width, character = step[place]
        found.append(character)
        place += width
    return re.sub(f"{REPLACEMENT}+", REPLACEMENT, "".join(found))


def _character(code: bytes, width: int) -> str:
    if len(code) < width:
        return ""
    try:
        text = code.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return text if len(text) == 1 else ""


def _price(character: str) -> float:
    if character < "\x80":
        return _USUAL
    return _USUAL if character in COMMON else _RARE
