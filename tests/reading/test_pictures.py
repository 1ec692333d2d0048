"""Picture files, before anything is recognised on them: pages one by one, bounds, damage."""

from typing import Any

import cv2
import numpy as np
import pytest

from extract.errors import ReadError
from extract.reading.layout import Rule
from extract.reading.limits import Limits
from extract.reading.picture import slant, straightened
from extract.reading.scan import decoded_pages
from extract.reading.scan_tables import table_rules, without_rules


def page(shade: int, height: int = 60) -> Any:
    return np.full((height, 40, 3), shade, np.uint8)


def tiff(*pages: Any) -> bytes:
    done, data = cv2.imencodemulti(".tiff", list(pages))
    assert done
    return bytes(data)


def test_the_pages_of_a_tiff_come_one_by_one_in_order() -> None:
    found = list(decoded_pages(tiff(page(10), page(90, 30), page(200)), Limits()))
    assert [(picture.shape[0], int(picture[0, 0, 0])) for picture in found] == [(60, 10), (30, 90), (60, 200)]


@pytest.mark.parametrize("kind", [".png", ".jpg", ".bmp", ".webp"])
def test_other_pictures_are_one_page(kind: str) -> None:
    [picture] = decoded_pages(bytes(cv2.imencode(kind, page(90))[1]), Limits())
    assert picture.shape == (60, 40, 3)


def test_too_many_pages_are_refused_and_damage_is_named() -> None:
    for data, issue in ((tiff(page(1), page(2), page(3)), "too-large"), (b"II*\x00" + bytes(40), "damaged")):
        with pytest.raises(ReadError) as caught:
            list(decoded_pages(data, Limits(scan_pages=2)))
        assert caught.value.issue == issue


def drawn() -> Any:
    """A table of three by two cells, a frame around the page, and a stroke that is part of no table."""
    picture = np.full((800, 600, 3), 255, np.uint8)
    for height in (200, 260, 320):
        cv2.line(picture, (100, height), (500, height), (0, 0, 0), 2)
    for side in (100, 230, 360, 500):
        cv2.line(picture, (side, 200), (side, 320), (0, 0, 0), 2)
    cv2.rectangle(picture, (5, 5), (594, 794), (0, 0, 0), 2)
    cv2.line(picture, (150, 600), (400, 600), (0, 0, 0), 2)
    cv2.putText(picture, "7", (150, 245), cv2.FONT_HERSHEY_SIMPLEX, 1, (0, 0, 0), 2)
    return picture


def test_the_rules_of_a_table_are_found_and_nothing_else() -> None:
    rules = table_rules(drawn())
    assert sorted(round(rule.top / 10) * 10 for rule in rules if rule.lies) == [200, 260, 320]
    assert sorted(round(rule.left / 10) * 10 for rule in rules if not rule.lies) == [100, 230, 360, 500]


def test_wiping_rules_off_leaves_the_print() -> None:
    cleaned = without_rules(drawn(), table_rules(drawn()))
    assert cleaned[200:322, 95:505].min() == 0  # the figure
    assert cleaned[258:263, 95:505].min() > 200
    assert (without_rules(drawn(), []) == drawn()).all()
    assert without_rules(drawn(), [Rule(0, 0, 600, 800)]).min() == 255


def test_a_slanted_picture_is_set_straight() -> None:
    level = drawn()
    turn = cv2.getRotationMatrix2D((300, 400), 2.0, 1)
    leaning = cv2.warpAffine(level, turn, (600, 800), borderValue=(255, 255, 255))
    assert abs(slant(leaning)) == pytest.approx(2.0, abs=0.2)
    assert abs(slant(straightened(leaning))) < 0.3
