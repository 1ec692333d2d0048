"""Reads pictures of pages, where the extra `ocr` is installed."""

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


def decoded_pages(data: bytes, limits: Limits) -> list[Any]:
    """The pictures in an image file, as arrays of blue, green and red."""
    cv2 = import_module("cv2")
    numpy = import_module("numpy")
    try:
        whole, pictures = cv2.imdecodemulti(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        raise issue("damaged", "the picture cannot be opened") from error
    if not whole or not pictures:
        raise issue("damaged", "the picture cannot be opened")
    if len(pictures) > limits.scan_pages or max(picture.size for picture in pictures) > 3 * _MOST_DOTS:
        raise issue("too-large", f"{limits.scan_pages} scanned pages")
    return list(pictures)
