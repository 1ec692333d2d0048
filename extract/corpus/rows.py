"""The rows of one report as a store keeps them: decimals as the text that tables show, and what the audit asks of sentences."""

from __future__ import annotations

from extract.analysis import spoken
from extract.analysis.sentences import piece_around
from extract.matching.narrow import Narrow, NarrowRow
from extract.tables import plain

#: where a narrow mention tells its sentence: start, end, and the figure's start
_SENTENCE = 10


def mention_rows(number: int, narrow: Narrow, text: str) -> list[NarrowRow]:
    """The mentions, and of each the piece of its sentence as a number and what the sentence says of the figure."""
    sentences: dict[tuple[int, int], tuple[str, int]] = {}
    pieces: dict[str, int] = {}
    rows: list[NarrowRow] = []
    for row in narrow.mentions():
        at, to, start = row[_SENTENCE : _SENTENCE + 3]
        known = sentences.get((at, to))
        if known is None:
            sentence = text[at:to]
            known = sentences[at, to] = sentence, spoken.of_sentence(sentence)
        piece = piece_around(known[0], start - at)
        if piece not in pieces:
            pieces[piece] = spoken.key_of(piece)
        told = known[1] | spoken.of_figure(text[at:start])
        rows.append((number, row[0], row[1], plain(row[2]), plain(row[3]) or None, *row[4:], pieces[piece], told))
    return rows


def observation_rows(number: int, narrow: Narrow) -> list[NarrowRow]:
    """The observations."""
    return [(number, row[0], row[1], row[2].id, plain(row[3]), plain(row[4]) or None, *row[5:]) for row in narrow.observations()]


def change_rows(number: int, narrow: Narrow, text: str) -> list[NarrowRow]:
    """The stated changes, with the figure as it is printed."""
    return [(number, *row[:3], plain(row[3]), *row[4:], text[row[-2] : row[-1]]) for row in narrow.changes()]


def quantity_rows(number: int, narrow: Narrow) -> list[NarrowRow]:
    """Every number of the text."""
    return [(number, row[0], row[1], plain(row[2]) or None, plain(row[3]) or None, *row[4:]) for row in narrow.quantities()]
