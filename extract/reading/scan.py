"""Reads pictures of pages, where the extra `ocr` is installed."""

from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol, cast

from extract.reading.issues import issue
from extract.reading.layout import Sheet
from extract.reading.limits import Limits

#: More dots than this are no page, whatever the file says.
_MOST_DOTS = 100_000_000


class Recogniser(Protocol):
    """Turns the picture of a page into print with its places."""

    version: str

    def sheet(self, image: Any, number: int, width: float, height: float) -> Sheet:
        """The print on a picture, scaled to a page of this size."""


@lru_cache(maxsize=1)
def recogniser() -> Recogniser | None:
    """The recogniser, or nothing if the extra is not installed."""
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        return None
    return cast(Recogniser, import_module("extract.reading.ocr").RapidRecogniser())


def decoded_pages(data: bytes, limits: Limits) -> Iterator[Any]:
    """The pictures in an image file, as arrays of blue, green and red, one at a time: a tiff may hold a whole report."""
    cv2 = import_module("cv2")
    packed = import_module("numpy").frombuffer(data, "uint8")
    for number in range(limits.scan_pages + 1):
        try:
            whole, pictures = cv2.imdecodemulti(packed, cv2.IMREAD_COLOR, range=(number, number + 1))
        except cv2.error as error:
            raise issue("damaged", "the picture cannot be opened") from error
        if number and not (whole and pictures):
            return
        if not whole or not pictures:
            raise issue("damaged", "the picture cannot be opened")
        if number == limits.scan_pages or pictures[0].size > 3 * _MOST_DOTS:
            raise issue("too-large", f"{limits.scan_pages} scanned pages")
        yield pictures[0]
