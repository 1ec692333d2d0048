"""A megabyte of anything is read in linear time."""

import pytest

from extract.figures.denials import find_denials
from extract.figures.scanner import find_quantities
from extract.flow import make_flow
from tests.timing import assert_grows

ORDINARY = "全年共调解各类矛盾纠纷124起，化解96起，办结率达98.6%，进一步提升了群众满意度。"
TEXTS = {
    "digits": "1",
    "ones": "一",
    "hundred millions": "亿",
    "tens": "十",
    "financial": "拾伍",
    "grouped": "123,",
    "spaced": "123 ",
    "points": "1.",
    "dashes": "12-",
    "to": "一至",
    "plus": "1+",
    "quotes": "“一",
    "titles": "《1",
    "brackets": "（1",
    "each": "每",
    "not": "未",
    "none": "无行政",
    "fractions": "百分之",
    "dates": "2024年1月",
    "one endless clause": "开展化解调处排查宣传活动若干次并持续推进法治建设各项工作",
    "chain": "1、",
}


def _find(clean: str) -> None:
    find_quantities(clean)
    find_denials(clean)


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    small, large = piece * (60_000 // len(piece)), piece * (240_000 // len(piece))
    # four times the text: quadratic work would take sixteen times as long
    assert_grows(lambda: _find(small), lambda: _find(large), at_most=8)


@pytest.mark.parametrize("piece", ["1", "一", "亿", "十", TEXTS["one endless clause"]])
def test_a_megabyte_takes_at_most_three_times_as_long_as_ordinary_text(piece: str) -> None:
    def megabyte(text: str) -> None:
        _find(make_flow(text * (1_000_000 // len(text.encode()))).clean)

    assert_grows(lambda: megabyte(ORDINARY), lambda: megabyte(piece), at_most=3)


def test_a_long_run_of_digits_is_one_name() -> None:
    (quantity,) = find_quantities("1" * 100_000)
    assert (quantity.kind, quantity.value) == ("name", None)
