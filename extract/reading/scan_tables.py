"""Ruled tables on pictures of pages: their rules found and wiped off, and small cells that the recogniser overlooked."""

from typing import Any

import cv2
import numpy as np

from extract.reading.layout import Piece, Rule
from extract.reading.layout_tables import joined

#: A rule is longer than any stroke of print: shares of the picture's width.
_LYING, _STANDING = 1 / 18, 1 / 24
_MOST_RULES = 2_000
#: A cell with less ink than this is empty; dots of dust are no print.
_LEAST_INK = 0.004
_WHITE = 255


def table_rules(picture: Any) -> list[Rule]:
    """The rules of the tables on a picture, in its dots; lines that are part of no table are left out."""
    dark = _ink(picture)
    width = picture.shape[1]
    rules = [
        Rule(float(left), float(top), float(left + across), float(top + down))
        for size in ((max(20, int(width * _LYING)), 1), (1, max(20, int(width * _STANDING))))
        for left, top, across, down in _strokes(dark, size)
    ][:_MOST_RULES]
    return [rule for group in joined(rules) if _is_table(group) for rule in group]


def without_rules(picture: Any, rules: list[Rule]) -> Any:
    """The picture with the rules painted over, so that none is read as a 1 or an I."""
    cleaned = picture.copy()
    for rule in rules:
        cleaned[max(0, int(rule.top) - 1) : int(rule.bottom) + 2, max(0, int(rule.left) - 1) : int(rule.right) + 2] = _WHITE
    return cleaned


def cut_out(picture: Any, cell: Rule) -> Any | None:
    """The print in a cell with white around it; nothing if the cell is empty."""
    inside = picture[max(0, int(cell.top)) : int(cell.bottom), max(0, int(cell.left)) : int(cell.right)]
    if inside.size == 0:
        return None
    dark = _ink(inside)
    down, across = np.nonzero(dark)
    if len(down) < _LEAST_INK * dark.size or not len(down):
        return None
    print_ = inside[down.min() : down.max() + 1, across.min() : across.max() + 1]
    edge = max(8, print_.shape[0] // 3)
    return cv2.copyMakeBorder(print_, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=(_WHITE, _WHITE, _WHITE))


def crosses(piece: Piece, rules: list[Rule]) -> bool:
    """Whether print runs over an upright rule: the contents of two cells taken for one word."""
    slack = 0.35 * (piece.bottom - piece.top)
    return any(
        not rule.lies and piece.left + slack < rule.left < piece.right - slack and rule.top <= piece.middle <= rule.bottom
        for rule in rules
    )


def _is_table(group: list[Rule]) -> bool:
    """Two heights and three sides at least: less is a frame around the page."""
    return sum(rule.lies for rule in group) >= 2 and sum(not rule.lies for rule in group) >= 3


def _ink(picture: Any) -> Any:
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
    return np.where(grey < 150, 255, 0).astype(np.uint8)


def _strokes(dark: Any, size: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """The places of straight strokes at least as long as `size`; what a slant or a stain has broken is joined again."""
    # a stroke that leans by a dot over its length breaks into steps, which the thickened picture bridges
    thick = cv2.dilate(dark, np.ones((3, 1) if size[0] > 1 else (1, 3), np.uint8))
    found = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((size[1], size[0]), np.uint8))
    count, _, places, _ = cv2.connectedComponentsWithStats(found)
    boxes = [tuple(int(value) for value in places[number][:4]) for number in range(1, count)]
    thin = 0.012 * dark.shape[1]
    return [(left, top, across, down) for left, top, across, down in boxes if min(across, down) <= thin]
