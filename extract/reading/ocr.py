"""Recognises print on pictures of pages with RapidOCR, whose models come with it: nothing leaves the machine."""

from importlib.metadata import version
from typing import Any

import numpy as np
from rapidocr import RapidOCR

from extract.reading.layout import Piece, Sheet
from extract.reading.picture import straightened, without_seal

#: Below this a recognised line is noise: the edge of a seal, a fold of the paper.
_LEAST = 0.5
#: What is recognised is never as sure as what is printed.
_SURE = 0.999


class RapidRecogniser:
    """Keeps the models loaded, which takes longer than reading a page with them."""

    version = f"ocr/1 rapidocr/{version('rapidocr')}"

    def __init__(self) -> None:
        self._engine: Any = RapidOCR(params={"Global.log_level": "critical"})

    def sheet(self, image: Any, number: int, width: float, height: float) -> Sheet:
        """The print on a picture, scaled to a page of this size."""
        picture = straightened(without_seal(image))
        found = self._engine(picture)
        across, down = width / picture.shape[1], height / picture.shape[0]
        pieces = []
        if found.boxes is not None:
            for corners, text, confidence in zip(found.boxes, found.txts, found.scores, strict=True):
                if confidence >= _LEAST and text.strip():
                    pieces.append(_piece(np.asarray(corners), text.strip(), min(float(confidence), _SURE), across, down))
        return Sheet(number, width, height, pieces)


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
