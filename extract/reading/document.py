"""What a reader makes of a file: its text with the way back to pages, and where it came from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """A page's stretch of the text, half-open; `boxes` places stretches of it on the page image."""

    number: int
    start: int
    end: int
    boxes: tuple["Box", ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """Where a stretch of text stands on its page, as fractions of the page's width and height from the top left.

    `confidence` is below 1 only for text recognised from an image.
    """

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something the reader put up with, by a stable code and a sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, exactly as every offset of the results points into it.

    `name` is the path relative to the corpus root. `metadata` holds what stands beside the text:
    title, published, publisher, index (of a web page's 索引号 block). Table rows stand in the text one a line,
    their cells apart by ` | ` between a leading and a closing `|`.
    """

    text: str
    name: str = ""
    format: str = "txt"
    reader: str = ""
    encoding: str = ""
    sha256: str = ""
    pages: tuple[Page, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: tuple[ReadWarning, ...] = ()

    def confidence(self, start: int, end: int) -> float:
        """How surely a stretch of the text was read: below 1 only where it was recognised from a picture."""
        for page in self.pages:
            if page.start < end and start < page.end:
                return min((box.confidence for box in page.boxes if box.start < end and start < box.end), default=1.0)
        return 1.0

    def page_of(self, offset: int) -> int | None:
        """The number of the page that holds `offset`, if the format has pages."""
        for page in self.pages:
            if page.start <= offset < page.end:
                return page.number
        return None
