"""Texts packed one by one, and pieces of them."""

from pathlib import Path

import numpy as np
import pytest

from extract.corpus.held_texts import HeldTexts
from extract.corpus.packed import pack, unpack
from extract.corpus.reader import Store
from tests.corpus_run.random_stores import random_store


@pytest.mark.parametrize("text", ["", "。", "全年调解纠纷36件。" * 3_000, "\x00\ufffd\U00020bb7\r\n"])
def test_a_text_comes_out_as_it_went_in(text: str) -> None:
    assert unpack(pack(text)) == text


def test_long_texts_take_less_room() -> None:
    text = "本年度共排查矛盾纠纷128件，化解126件，化解率98.4%。" * 100
    assert len(pack(text)) * 3 < len(text.encode())


#: so many texts are open at a time: none is kept, a few, all
@pytest.mark.parametrize("most", [0, 3, 20_000])
def test_pieces_are_those_of_the_texts(tmp_path: Path, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.corpus.held_texts._MOST", most)
    with Store(random_store(tmp_path / "store.duckdb", 0)) as store:
        known = dict(store.ask("SELECT number, report FROM reports"))
        texts = store.texts(known.values())
        # in no order, some twice, and one that is no report
        numbers = np.array([*known, *reversed(known), 9_999])
        first, last = numbers % 7, numbers % 7 + 30
        held = HeldTexts(store)
        for _ in range(2):
            found = held.cut(numbers, first, last)
            want = [texts.get(known.get(n, ""), "")[a:b] for n, a, b in zip(numbers, first, last, strict=True)]
            assert found == want
        assert any(found)
        assert held.cut(numbers[:0], first[:0], last[:0]) == []
