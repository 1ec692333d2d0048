"""The pattern language: what each wording compiles to. Its mistakes are in malformed.yaml."""

import time

import pytest

from extract.library.model import Element
from extract.library.wording import compile_pattern

UNITS = frozenset({"件", "起"})
N = Element("number", "N")


def words(name: str, *, optional: bool = False, far: bool = False) -> Element:
    return Element("words", name, optional, far)


def text(value: str, *, far: bool = False) -> Element:
    return Element("text", value, False, far)


@pytest.mark.parametrize(
    ("source", "elements"),
    [
        pytest.param("<化解> <纠纷> N", (words("化解"), words("纠纷"), N), id="words before the number"),
        pytest.param("N <纠纷> <化解>", (N, words("纠纷"), words("化解")), id="words after the number"),
        pytest.param("<化解> (<纠纷>) N", (words("化解"), words("纠纷", optional=True), N), id="a word that may be carried over"),
        pytest.param("<化解> ( <纠纷> ) N", (words("化解"), words("纠纷", optional=True), N), id="spaces inside the brackets"),
        pytest.param("<纠纷>…<化解> N", (words("纠纷"), words("化解", far=True), N), id="far"),
        pytest.param("<纠纷> …… <化解> N", (words("纠纷"), words("化解", far=True), N), id="far, as Chinese writes it"),
        pytest.param("<纠纷> ... <化解> N", (words("纠纷"), words("化解", far=True), N), id="far, in three dots"),
        pytest.param("<纠纷>…N", (words("纠纷"), Element("number", "N", far=True)), id="far before the number"),
        pytest.param("<纠纷>…(<化解>) N", (words("纠纷"), words("化解", optional=True, far=True), N), id="far and carried over"),
        pytest.param("<化解>N", (words("化解"), Element("number", "N", beside=True)), id="the number right behind a word"),
        pytest.param("<化解>率 N", (words("化解"), text("率"), N), id="text beside a word"),
        pytest.param("成功<化解>率达N", (text("成功"), words("化解"), text("率达"), N), id="text on every side"),
        pytest.param("合格率 达到 N", (text("合格率"), text("达到"), N), id="a space parts two texts"),
        pytest.param("12345 热线 N", (text("12345"), text("热线"), N), id="digits are text"),
        pytest.param("NGO N", (text("NGO"), N), id="N inside a word is a letter"),
        pytest.param("1+3+N N", None, id="N beside a sign is a number"),
        pytest.param("<纠纷>\u3000N", (words("纠纷"), N), id="ideographic space"),
        pytest.param("<纠纷>、<化解> N", (words("纠纷"), text("、"), words("化解"), N), id="punctuation is text"),
    ],
)
def test_a_wording_compiles(source: str, elements: tuple[Element, ...] | None) -> None:
    compiled, faults = compile_pattern(source, UNITS, None)
    if elements is None:
        assert faults
    else:
        assert (compiled, faults) == (elements, [])


def test_two_different_mistakes_of_one_pattern_are_both_named() -> None:
    _, faults = compile_pattern("<化解|调解> N件 N", UNITS, None)
    assert [fault.offset for fault in faults] == [0, 3, 11, 9]


def test_a_long_pattern_takes_no_longer_for_each_character() -> None:
    for hostile in ("<" * 2_000, "(" * 2_000, "N" * 2_000, "<a" * 1_000, "…" * 2_000, ". " * 1_000, "(<" * 1_000):
        started = time.process_time()
        _, faults = compile_pattern(hostile, UNITS, frozenset())
        assert faults
        assert time.process_time() - started < 0.2
