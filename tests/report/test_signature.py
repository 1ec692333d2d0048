"""Signatures of texts: copies with new numbers are alike, different reports are not."""

import random
import re
from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from extract.report.signature import SIZE, likeness, signature


def clauses(seed: int, count: int) -> list[str]:
    draw = random.Random(seed)
    return ["".join(draw.choices("召开法治建设专题会议学习培训宣传活动群众", k=12)) for _ in range(count)]


def test_only_numbers_changed() -> None:
    old = "，".join(f"{clause}{n}次" for n, clause in enumerate(clauses(1, 200)))
    new = "，".join(f"{clause}{n + 7}次" for n, clause in enumerate(clauses(1, 200)))
    assert likeness(signature(old), signature(new)) == 1.0


def test_different_texts() -> None:
    assert likeness(signature("，".join(clauses(1, 200))), signature("，".join(clauses(2, 200)))) < 0.05


def test_half_the_text() -> None:
    shared, one, other = clauses(1, 200), clauses(2, 100), clauses(3, 100)
    found = likeness(signature("，".join(shared + one)), signature("，".join(shared + other)))
    assert 0.3 < found < 0.7  # the truth is 200 of 400


def test_bounds() -> None:
    assert signature("") == []
    assert likeness([], []) == 0.0
    assert len(signature("，".join(clauses(1, 5_000)))) == SIZE
    assert signature("召开\ud800会议研究部署") == signature("召开\ud800会议研究部署")


@given(st.text("召开会议a𠀀é\ud800，。；：、！？,;:!?|\n0129.% ", max_size=60))
def test_clauses_are_what_stands_between_breaks(text: str) -> None:
    clauses = [clause for clause in re.split(r"[，。；：、！？,;:!?|\n0-9.%]+", text) if len(clause) >= 4]
    assert signature(text) == sorted({crc32(clause.encode("utf-8", "replace")) for clause in clauses})[:SIZE]
