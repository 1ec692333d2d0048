"""What a page holds before it is text: pieces of print with their places, and the rules between them."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Piece:
    """Characters that stand side by side; places are in points from the top left of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0
    #: The width of a Chinese character of this print, where the reader knows it.
    em: float = 0.0

    @property
    def size(self) -> float:
        """The size of the print."""
        return self.em or max(1.0, self.bottom - self.top)

    @property
    def middle(self) -> float:
        """The height at which the piece stands."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Rule:
    """A straight line on the page, lying or standing."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def lies(self) -> bool:
        """Whether the rule is horizontal."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(slots=True)
class Sheet:
    """A page with everything on it that matters for its text."""

    number: int
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    #: print that the file itself says belongs to the page and not to its text
    aside: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """Pieces on one height, from left to right; a row of a table keeps its cells apart."""

    pieces: list[Piece]
    cells: "list[list[Piece]] | None" = None
    #: The edges of the column of text that the line belongs to.
    column: tuple[float, float] = (0.0, 0.0)

    @property
    def left(self) -> float:
        """Where the line's first piece begins."""
        return min(piece.left for piece in self.pieces)

    @property
    def right(self) -> float:
        """Where the line's last piece ends."""
        return max(piece.right for piece in self.pieces)

    @property
    def top(self) -> float:
        """Where the line's highest piece begins."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Where the line's lowest piece ends."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def size(self) -> float:
        """The height of the line's print."""
        return max(piece.size for piece in self.pieces)

    @property
    def text(self) -> str:
        """The line's text."""
        return join_pieces(self.pieces)


def join_pieces(pieces: list[Piece]) -> str:
    """The text of pieces side by side, with a space where the gap between them shows one."""
    text = ""
    for place, piece in enumerate(pieces):
        if place and spaced(pieces[place - 1], piece):
            text += " "
        text += piece.text
    return text


def spaced(before: Piece, after: Piece) -> bool:
    """Whether the gap between two pieces reads as a space: a smaller one between words than between Chinese characters."""
    gap = after.left - before.right
    words = before.text[-1:].isascii() and after.text[:1].isascii()
    return gap > (0.2 if words else 0.9) * min(before.size, after.size)


def beside_joined(pieces: list[Piece], rules: list[Rule]) -> list[Piece]:
    """The pieces with those joined that follow each other on a line: some programs write every character by itself."""
    standing = [rule for rule in rules if not rule.lies]
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and _follows(last, piece) and not _parted(last, piece, standing):
            text = last.text + (" " if spaced(last, piece) else "") + piece.text
            size = max(last.em, piece.em)
            top, bottom = min(last.top, piece.top), max(last.bottom, piece.bottom)
            joined[-1] = Piece(text, last.left, top, piece.right, bottom, min(last.confidence, piece.confidence), size)
        else:
            joined.append(piece)
    return joined


def _follows(last: Piece, piece: Piece) -> bool:
    gap = piece.left - last.right
    size = min(last.size, piece.size)
    return abs(last.middle - piece.middle) < 0.4 * size and -0.6 * size < gap < 1.4 * size


def _parted(last: Piece, piece: Piece, standing: list[Rule]) -> bool:
    return any(
        last.right - 0.3 * last.size <= rule.left <= piece.left + 0.3 * last.size and rule.top <= piece.middle <= rule.bottom
        for rule in standing
    )
