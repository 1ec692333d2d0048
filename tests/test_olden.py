"""Half-classical and homely words of time: what is replaced, what only looks like one, and that no offset moves."""

import pytest

from extract.flow import make_flow
from extract.olden import modern


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("是岁调解八十件", "今年调解八十件"),
        ("去岁卅一件", "去年卅一件"),
        ("来岁所图", "明年所图"),
        ("终岁无讼", "全年无讼"),
        ("比头年多开1次", "比去年多开1次"),
        ("比前一年多出3件", "比上一年多出3件"),
        ("翌年拟办十场", "明年拟办十场"),
        ("通年开会五次", "全年开会五次"),
        ("自二〇二〇年以来", "自2020年以来"),
        ("二〇二一至二〇二三年", "2021至2023年"),
        ("较上年之四十六件", "较上年的四十六件"),
        ("调解八十件，视上年增两件", "调解八十件，较上年增两件"),
        ("二十有四件", "二十〇四件"),
    ],
)
def test_ordinary_words_of_the_same_length(text: str, expected: str) -> None:
    assert modern(text) == expected
    assert len(expected) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "上岁数的老人",
        "不是岁月静好",
        "三十来岁的小伙",
        "普通年轻人",
        "年头年尾各一次",
        "普法头年",
        "重视上年反馈的问题",
        "二〇二一年一月五日",
        "上年之事",
        "五十有余",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert modern(text) == text


def test_the_raw_text_is_shown() -> None:
    flow = make_flow("是岁 调解八十件。")
    assert flow.clean == "今年调解八十件。"
    assert flow.raw[slice(*flow.raw_span(0, 2))] == "是岁"
