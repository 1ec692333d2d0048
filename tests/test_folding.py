"""Rare forms of characters and the one-for-one fold that reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.folding import fold, folds

CASES = {
    "１２０件": "120件",
    "９５％": "95%",
    "２０００＋份": "2000+份",
    "１．２万": "1.2万",
    "3－5": "3-5",
    "3–5次": "3—5次",
    "50～60": "50~60",
    "12・4": "12·4",
    "二○二四年": "二〇二四年",
    "二○○四年": "二〇〇四年",
    "二0二四年": "二〇二四年",
    "一百○五条": "一百〇五条",
    "法治政府建設情況報告": "法治政府建设情况报告",
    "三萬兩千餘": "三万两千余",
    "「三重一大」": "“三重一大”",
    "⼀是⼯作": "一是工作",
    "⺠主": "民主",
    "｜１｜": "|1|",
}
KEPT = ["，。；：（）、", "“八五”", "○○镇", "①", "²", "乾坤", "一○", "𠀀", "e\u0301", "\x00", "〔2024〕5号", "瞭望"]


@pytest.mark.parametrize(("text", "folded"), CASES.items(), ids=CASES)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert fold(text) is text or fold(text) == text


@given(st.text())
def test_the_length_never_changes(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_once_is_enough() -> None:
    assert {form: plain for form, plain in folds().items() if fold(plain) != plain} == {}
