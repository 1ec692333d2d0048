"""A report cut into stretches: nothing of the text is lost, every figure has its kind."""

from __future__ import annotations

import pandas as pd

from extract import load_library
from extract.matching.result import Extractor
from views.reading import CLAIMED, OTHER, UNCLAIMED, UNSURE, kinds_of, parts_of

TEXT = "2024年，全镇化解矛盾纠纷96起，种下桂花37棵。"


def test_stretches_join_to_the_text_and_carry_their_kind() -> None:
    result = Extractor(load_library()).read_text(TEXT, 2024)
    numbers = kinds_of(result.quantities, result.mentions)
    parts = parts_of(TEXT, numbers, ["" for _ in range(len(numbers))])
    assert "".join(part[0] for part in parts) == TEXT
    kinds = {part[0]: part[1] for part in parts if part[1]}
    assert kinds["96起"] == CLAIMED
    assert kinds["37棵"] == UNCLAIMED
    assert kinds["2024年"] == OTHER


def test_a_flagged_mention_is_unsure() -> None:
    numbers = pd.DataFrame(
        {"start": [0, 5], "end": [2, 7], "class": ["figure", "figure"], "metrics": ["a", "a"], "reason": ["", ""]}
    )
    mentions = pd.DataFrame({"start": [5, 5], "flags": ["tie", None]})
    assert kinds_of(numbers, mentions)["kind"].tolist() == [CLAIMED, UNSURE]


def test_stretches_that_overlap_are_passed_over() -> None:
    marked = pd.DataFrame({"start": [0, 1, 9], "end": [2, 3, 99], "kind": ["claimed"] * 3})
    assert parts_of("一二三四", marked, ["x", "y", "z"]) == [("一二", "claimed", 0, "x"), ("三四", "", 2, "")]
