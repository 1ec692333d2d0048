"""Recognises print on pictures of pages with RapidOCR, whose models come with it: nothing leaves the machine."""

from importlib.metadata import version
from typing import Any

import numpy as np
from rapidocr import RapidOCR

from extract.reading.layout import Piece, Rule, Sheet
from extract.reading.layout_tables import bare_cells
from extract.reading.picture import straightened, without_seal
from extract.reading.scan_tables import crosses, cut_out, table_rules, without_rules

#: Below this a recognised line is noise: the edge of a seal, a fold of the paper.
_LEAST = 0.5
#: What is recognised is never as sure as what is printed.
_SURE = 0.999
#: So many overlooked cells of a page are looked at one by one.
_MOST_CELLS = 400
#: The size of the print in a cell looked at by itself, in points: its box is the whole cell.
_CELL_PRINT = 12.0


class RapidRecogniser:
    """Keeps the models loaded, which takes longer than reading a page with them."""

    version = f"ocr/1 rapidocr/{version('rapidocr')}"

    def __init__(self) -> None:
        self._engine: Any = RapidOCR(params={"Global.log_level": "critical"})

    def sheet(self, image: Any, number: int, width: float, height: float) -> Sheet:
        """The print on a picture, scaled to a page of this size."""
        picture = straightened(without_seal(image))
        across, down = width / picture.shape[1], height / picture.shape[0]
        drawn = table_rules(picture)
        if drawn:
            picture = without_rules(picture, drawn)
        rules = [Rule(rule.left * across, rule.top * down, rule.right * across, rule.bottom * down) for rule in drawn]
        pieces = [piece for piece in self._pieces(picture, across, down) if not crosses(piece, rules)]
        for cell in bare_cells(pieces, rules)[:_MOST_CELLS]:
            pieces += self._cell(picture, cell, across, down)
        return Sheet(number, width, height, pieces, rules)

    def _pieces(self, picture: Any, across: float, down: float) -> list[Piece]:
        """The lines of print on a picture."""
        # said each time, because the engine remembers what it was asked to leave out for a cell
        found = self._engine(picture, use_det=True, use_cls=True, use_rec=True)
        if found.boxes is None:
            return []
        return [
            _piece(np.asarray(corners), text.strip(), min(float(confidence), _SURE), across, down)
            for corners, text, confidence in zip(found.boxes, found.txts, found.scores, strict=True)
            if confidence >= _LEAST and text.strip()
        ]

    def _cell(self, picture: Any, cell: Rule, across: float, down: float) -> list[Piece]:
        """The print in a cell where none was found: a single figure is too small to be looked for on a whole page."""
        place = Rule(cell.left / across, cell.top / down, cell.right / across, cell.bottom / down)
        print_ = cut_out(picture, place)
        if print_ is None:
            return []
        found = self._engine(print_, use_det=False, use_cls=False, use_rec=True)
        text = "".join(found.txts or ()).strip()
        confidence = min([*map(float, found.scores or ()), _SURE])
        if not text or confidence < _LEAST:
            return []
        return [Piece(text, cell.left + 1, cell.top + 1, cell.right - 1, cell.bottom - 1, confidence, em=_CELL_PRINT)]


def _piece(corners: Any, text: str, confidence: float, across: float, down: float) -> Piece:
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    wide = sum(1.0 if character >= "\u2000" else 0.5 for character in text)
    return Piece(
        text,
        float(left) * across,
        float(top) * down,
        float(right) * across,
        float(bottom) * down,
        confidence,
        em=float(right - left) * across / max(1.0, wide),
    )
