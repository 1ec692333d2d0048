"""Draws a page of a PDF or scan as a picture, in a process of its own that a damaged file may bring down."""

from __future__ import annotations

import io
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from extract.reading.document import Box, Document

#: formats whose pages can be drawn, by what a report's `format` says
DRAWN = frozenset({"pdf", "png", "jpg", "jpeg", "tif", "tiff", "bmp", "webp"})
_SECONDS = 15
_MOST_BYTES = 100_000_000
_MOST_DOTS = 100_000_000
#: how much wider a frame is on either side where the print was recognised, in Chinese characters
_SPARE = 0.4


def draw_page(path: Path, format_: str, page: int, width: int = 1000, *, recognised: bool = False) -> bytes | None:
    """The page, counted from 1, as a JPEG of that width; None where it cannot be drawn.

    A page whose print was `recognised` is drawn as it was looked at, upright and with its lines level: there the boxes are.
    """
    if format_ not in DRAWN or path.stat().st_size > _MOST_BYTES:
        return None
    root = str(Path(__file__).resolve().parent.parent.parent)
    program = f"import sys; sys.path.insert(0, {root!r}); from extract.reading.page_image import main; main()"
    command = [sys.executable, "-c", program, str(path), format_, str(page), str(width), str(int(recognised))]
    try:
        done = subprocess.run(  # noqa: S603  (our own module, no shell)
            command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (subprocess.TimeoutExpired, OSError):
        return None
    return done.stdout if done.returncode == 0 and done.stdout.startswith(b"\xff\xd8") else None


def main() -> None:
    """The process: file, format, page, width and whether it was recognised in, the picture to its output."""
    path, format_, page, width, recognised = sys.argv[1:6]
    draw = _drawn_pdf if format_ == "pdf" else _drawn_picture
    picture = draw(Path(path), int(page), int(width), level=recognised == "1")
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=82)
    sys.stdout.buffer.write(out.getvalue())


def _drawn_pdf(path: Path, page: int, width: int, *, level: bool) -> Any:
    pdfium: Any = import_module("pypdfium2")
    book = pdfium.PdfDocument(path)
    sheet = book[page - 1]
    picture = sheet.render(scale=width / max(sheet.get_width(), 1)).to_pil()
    return _level(picture) if level else picture


def _drawn_picture(path: Path, page: int, width: int, *, level: bool) -> Any:
    images: Any = import_module("PIL.Image")
    images.MAX_IMAGE_PIXELS = _MOST_DOTS
    picture = images.open(path)
    picture.seek(page - 1)
    # a phone writes how it was held beside the picture instead of turning it
    picture = import_module("PIL.ImageOps").exif_transpose(picture).convert("RGB")
    height = max(1, round(picture.height * width / max(picture.width, 1)))
    picture = picture.resize((width, height))
    return _level(picture) if level else picture


def _level(picture: Any) -> Any:
    """The picture turned as its reader turned it; without the extra `ocr` nothing was recognised either."""
    try:
        straightened = import_module("extract.reading.picture").straightened
    except ImportError:
        return picture
    numpy: Any = import_module("numpy")
    turned = straightened(numpy.asarray(picture.convert("RGB"))[:, :, ::-1].copy())
    return import_module("PIL.Image").fromarray(turned[:, :, ::-1])


def boxes_of(document: Document, start: int, end: int) -> list[tuple[int, float, float, float, float]]:
    """Where a stretch of the text stands: page, left, top, right and bottom as fractions of the page.

    A reader keeps a box for each line or word; inside it the stretch is placed by the width of its characters.
    """
    found = []
    for page in document.pages:
        if page.start >= end or page.end <= start:
            continue
        for box in page.boxes:
            if box.start < end and start < box.end:
                left, right = _inside(document.text, box, max(start, box.start), min(end, box.end))
                found.append((page.number, left, box.top, right, box.bottom))
    return found


def _inside(text: str, box: Box, start: int, end: int) -> tuple[float, float]:
    whole = _width(text[box.start : box.end]) or 1.0
    wide = box.right - box.left
    before = _width(text[box.start : start]) / whole
    upto = _width(text[box.start : end]) / whole
    # where letters stand in a recognised line is a guess: what is printed may be set with blanks around its digits
    spare = _SPARE * wide / whole if box.confidence < 1 else 0.0
    return max(box.left + wide * before - spare, box.left), min(box.left + wide * upto + spare, box.right)


def _width(text: str) -> float:
    """How wide print is, in Chinese characters."""
    return sum(0.0 if one in "\r\n" else 0.5 if one.isascii() else 1.0 for one in text)


if __name__ == "__main__":
    main()
