"""The tree that says why each number was read or left."""

from extract.matching.explain import explain
from tests.matching.small_library import read

TEXT = "排查矛盾纠纷124起，化解96起。植树300棵。全县举办讲座200场。发布普法推文30条。"


def test_the_tree_names_pattern_words_and_reason() -> None:
    tree = explain(read(TEXT))
    assert tree.splitlines()[0].endswith("? 2024, 5 figures, 3 claimed")
    assert "received 受理 = 124 件, 2024 actual township" in tree
    assert "<化解> (<纠纷>) N: 化解" in tree
    assert "carried 矛盾纠纷" in tree
    assert "left: no pattern" in tree
    assert "left: other place" in tree
    assert "flag tie" in tree
    assert "less specific: posts" in tree


def test_one_metric() -> None:
    tree = explain(read(TEXT), metric="resolved")
    assert "96起" in tree
    assert "124起  figure" not in tree
    assert "300棵" not in tree


def test_one_sentence() -> None:
    tree = explain(read(TEXT), sentence="植树")
    assert "300棵" in tree
    assert "96起" not in tree


def test_numbers_that_are_no_figure_are_shown() -> None:
    tree = explain(read("2023年3月印发，化解纠纷96件。未发生行政复议。"))
    assert "date 2023" in tree
    assert "reconsiderations 复议 = 0 件" in tree
