"""Prepares the picture of a page for reading: red seals faded, slanted pages set straight."""

from typing import Any

import cv2
import numpy as np

#: Slants larger than this are no slip of the scanner, smaller ones do not matter.
_LARGEST_SLANT, _SMALLEST_SLANT = 8.0, 0.2
_WORK_WIDTH = 800


def without_seal(image: Any) -> Any:
    """The picture without its red: what a seal covers is read as if it were not there."""
    if image.ndim == 2:
        return np.stack([image] * 3, axis=-1)
    colours = image[:, :, :3].astype(np.int16)
    # the picture comes as blue, green, red; black print under a seal is dark in red too and stays
    blue, green, red = colours[:, :, 0], colours[:, :, 1], colours[:, :, 2]
    seal = (red > 110) & (red - np.maximum(blue, green) > 50)
    cleaned = np.ascontiguousarray(image[:, :, :3]).copy()
    cleaned[seal] = 255
    return cleaned


def straightened(image: Any) -> Any:
    """The picture turned so that its lines lie level."""
    angle = slant(image)
    if abs(angle) < _SMALLEST_SLANT:
        return image
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))


def slant(image: Any) -> float:
    """The angle, in degrees, by which the lines of print are tilted: where they lie level, rows are darkest and lightest."""
    scale = _WORK_WIDTH / max(1, image.shape[1])
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = (255 - cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)).astype(np.float32)
    coarse = max(np.arange(-_LARGEST_SLANT, _LARGEST_SLANT + 0.1, 1.0), key=lambda angle: _contrast(dark, float(angle)))
    return float(max(np.arange(coarse - 1, coarse + 1.01, 0.1), key=lambda angle: _contrast(dark, float(angle))))


def _contrast(dark: Any, angle: float) -> float:
    height, width = dark.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    sums = cv2.warpAffine(dark, turn, (width, height)).sum(axis=1)
    return float(((sums[1:] - sums[:-1]) ** 2).sum())
