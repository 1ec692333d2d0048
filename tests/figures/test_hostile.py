"""A megabyte of anything is read in linear time."""

import time

import pytest

from extract.figures import find_denials, find_quantities
from extract.flow import make_flow

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


def _seconds(clean: str) -> float:
    begun = time.process_time()
    find_quantities(clean)
    find_denials(clean)
    return time.process_time() - begun


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    small, large = piece * (60_000 // len(piece)), piece * (240_000 // len(piece))
    shortest = min(_seconds(small) for _ in range(3))
    # four times the text: quadratic work would take sixteen times as long
    assert min(_seconds(large) for _ in range(3)) < 8 * shortest + 0.05


@pytest.mark.parametrize("piece", ["1", "一", "亿", "十", TEXTS["one endless clause"]])
def test_a_megabyte_takes_at_most_three_times_as_long_as_ordinary_text(piece: str) -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        clean = make_flow(text).clean
        find_quantities(clean)
        find_denials(clean)
        return time.process_time() - begun

    ordinary = min(seconds(ORDINARY * (1_000_000 // len(ORDINARY.encode()))) for _ in range(2))
    assert min(seconds(piece * (1_000_000 // len(piece.encode()))) for _ in range(2)) < 3 * ordinary + 0.02


def test_a_long_run_of_digits_is_one_name() -> None:
    (quantity,) = find_quantities("1" * 100_000)
    assert (quantity.kind, quantity.value) == ("name", None)
