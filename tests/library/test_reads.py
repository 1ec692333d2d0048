"""What an example states: every form, and every form that is refused."""

from decimal import Decimal

import pytest

from extract.library.model import Reading
from extract.library.reads import ReadingError, number, reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("96", Reading("m", Decimal(96)), id="value"),
        pytest.param("0", Reading("m", Decimal(0)), id="zero"),
        pytest.param("97.8", Reading("m", Decimal("97.8")), id="decimal"),
        pytest.param("120 over", Reading("m", Decimal(120), qualifier="over"), id="qualifier"),
        pytest.param("20 30", Reading("m", Decimal(20), Decimal(30)), id="range"),
        pytest.param("20-30", Reading("m", Decimal(20), Decimal(30)), id="range with a hyphen"),
        pytest.param("20 30 about", Reading("m", Decimal(20), Decimal(30), "about"), id="range and qualifier"),
        pytest.param("95 2025", Reading("m", Decimal(95), period=2025), id="value and year"),
        pytest.param("95 2025 planned", Reading("m", Decimal(95), period=2025, basis="planned"), id="value, year, basis"),
        pytest.param("12 cumulative", Reading("m", Decimal(12), basis="cumulative"), id="value and basis"),
        pytest.param(
            "20 30 nearly 2023 planned", Reading("m", Decimal(20), Decimal(30), "nearly", 2023, "planned"), id="everything"
        ),
        pytest.param(
            "1500 2000 over", Reading("m", Decimal(1500), Decimal(2000), "over"), id="upper end like a year, before a qualifier"
        ),
        pytest.param(
            "1500 2000 2024", Reading("m", Decimal(1500), Decimal(2000), period=2024), id="upper end like a year, before a year"
        ),
        pytest.param("1500-2000", Reading("m", Decimal(1500), Decimal(2000)), id="upper end like a year, with a hyphen"),
        pytest.param("1500 2100", Reading("m", Decimal(1500), Decimal(2100)), id="upper end beyond the years"),
    ],
)
def test_a_reading_is_read(text: str, expected: Reading) -> None:
    assert reading("m", text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the reading is empty"),
        ("over", "'over' is not a plain number"),
        ("-5", "'' is not a plain number"),
        ("5-", "'' is not a plain number"),
        ("5-x", "'x' is not a plain number"),
        ("1,096", "'1,096' is not a plain number"),
        ("012", "'012' is not a plain number"),
        ("1e3", "'1e3' is not a plain number"),
        ("１２", "'１２' is not a plain number"),
        ("96 exact", "'exact' is not expected here"),
        ("96 actual", "'actual' is not expected here"),
        ("96 planned 2025", "'2025' is not expected here"),
        ("96 over nearly", "'nearly' is not expected here"),
        ("20 20", "the upper end 20 is not above 20"),
        ("5" * 300, "the reading is too long"),
    ],
)
def test_what_is_no_reading_says_why(text: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message):
        reading("m", text)


@pytest.mark.parametrize("text", ["", "²", "٣", "1.", ".5", "+1", "1 ", "1\n", "NaN", "9" * 16, "1.0000001"])
def test_only_plain_decimals_are_numbers(text: str) -> None:
    assert number(text) is None
