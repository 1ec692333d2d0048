"""A recognised page is drawn as it was looked at, so that the boxes of its figures lie on the figures."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from extract.reading.page_image import draw_page

images = pytest.importorskip("PIL.Image", reason="pages are drawn by Pillow, which comes with streamlit")
draw = pytest.importorskip("PIL.ImageDraw")


def lined(path: Path, angle: float = 0.0, orientation: int = 1) -> None:
    """A page of black lines, tilted; `orientation` is what a camera writes beside a picture."""
    page = images.new("RGB", (800, 1000), "white")
    pen = draw.Draw(page)
    for top in range(150, 850, 40):
        pen.rectangle((120, top, 680, top + 14), fill="black")
    page = page.rotate(angle, fillcolor="white")
    exif = images.Exif()
    exif[0x0112] = orientation
    page.save(path, exif=exif)


def slope(picture: bytes) -> float:
    """How far the first dark dot lies lower on the right of the page than on the left, in dots."""
    page = images.open(io.BytesIO(picture)).convert("L")
    tops = []
    for share in (0.25, 0.75):
        column = int(page.width * share)
        tops.append(next(row for row in range(page.height) if page.getpixel((column, row)) < 90))
    return float(tops[1] - tops[0])


def test_a_tilted_scan_is_drawn_level(tmp_path: Path) -> None:
    pytest.importorskip("cv2", reason="recognising needs the extra ocr")
    place = tmp_path / "scan.png"
    lined(place, angle=3)
    plain, level = draw_page(place, "png", 1), draw_page(place, "png", 1, recognised=True)
    assert plain is not None
    assert level is not None
    assert abs(slope(plain)) > 15
    assert abs(slope(level)) <= 4


def test_a_photograph_is_drawn_as_it_was_held(tmp_path: Path) -> None:
    place = tmp_path / "photo.jpg"
    lined(place, orientation=6)
    drawn = draw_page(place, "jpg", 1)
    assert drawn is not None
    page = images.open(io.BytesIO(drawn))
    assert page.width > page.height


def test_opencv_turns_a_photograph_alike(tmp_path: Path) -> None:
    pytest.importorskip("cv2", reason="recognising needs the extra ocr")
    from extract.reading.limits import Limits
    from extract.reading.scan import decoded_pages

    place = tmp_path / "photo.jpg"
    lined(place, orientation=6)
    height, width = next(decoded_pages(place.read_bytes(), Limits())).shape[:2]
    assert width > height
