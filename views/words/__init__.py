"""Every word that a page shows, in Chinese and English: one catalogue, a file for each page."""

from __future__ import annotations

from views.words import change, compare, data, frame, metrics, overview, report, review, shared, township

__all__ = ["TEXTS"]

_FILES = (frame, shared, overview, compare, change, township, report, data, review, metrics)
#: a key, and how it is said in Chinese and in English
TEXTS: dict[str, tuple[str, str]] = {key: words for file in _FILES for key, words in file.TEXTS.items()}
assert len(TEXTS) == sum(len(file.TEXTS) for file in _FILES), "a key stands in two files"
