"""The content hash: equal for the same meaning, different for every change of it."""

import pytest

from extract.library import load_library_text
from tests.library.small import SMALL

BASE = load_library_text(SMALL)


def test_it_is_twelve_hex_digits_and_always_the_same() -> None:
    assert BASE.hash == load_library_text(SMALL, "elsewhere.yaml").hash
    assert len(BASE.hash) == 12
    assert set(BASE.hash) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("version: 1\n", "# a comment\n\nversion: 1  # the first\n", id="comments and blank lines"),
        pytest.param("unit: 件\n    units", 'unit: "件"\n    units', id="quotes"),
        pytest.param("- <化解> (<纠纷>) N", "- <化解>  ( <纠纷> )   N", id="spaces in a pattern"),
        pytest.param("N <纠纷> … <化解>", "N <纠纷>...<化解>", id="another ellipsis"),
        pytest.param("    better: more\n    combine: sum\n", "    combine: sum\n    better: more\n", id="order of keys"),
        pytest.param("range: [0, 5000]", "range: [0, 5000.00]", id="trailing zeros"),
        pytest.param("    stock: false\n", "", id="a default left out"),
        pytest.param("definition: disputes that were settled", "definition: disputes closed", id="a definition"),
        pytest.param(
            "    category: disputes\n", "    definition_en: settled\n    category: disputes\n", id="an English definition"
        ),
        pytest.param("化解96起", "化解96件", id="an example"),
        pytest.param("[矛盾纠纷, 民间纠纷, 纠纷]", "[纠纷, 民间纠纷, 矛盾纠纷]", id="the order of a list's words"),
        pytest.param("[矛盾纠纷, 民间纠纷, 纠纷]", "[(矛盾/民间/)纠纷]", id="words made of alternatives"),
    ],
)
def test_what_changes_no_row_leaves_it(old: str, new: str) -> None:
    assert old in SMALL
    assert load_library_text(SMALL.replace(old, new)).hash == BASE.hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("调解成功]", "调解成功, 办结]", id="a word more"),
        pytest.param("  actions:", "  verbs:", id="a group renamed"),
        pytest.param("zh: 化解纠纷", "zh: 纠纷化解", id="a label"),
        pytest.param("unit: 件\n    units", "unit: 例\n    units", id="the unit"),
        pytest.param("range: [0, 5000]", "range: [0, 6000]", id="the range"),
        pytest.param("better: more", "better: less", id="what is better"),
        pytest.param("combine: sum", "combine: largest", id="how parts combine"),
        pytest.param("(<纠纷>) N", "<纠纷> N", id="an optional word made required"),
        pytest.param("N <纠纷> … <化解>", "N <纠纷> <化解>", id="a far gap made short"),
        pytest.param("zero: [<复议>, 民告官]", "zero: [<复议>]", id="a zero noun less"),
        pytest.param("not: [未化解, 尚未]", "not: [未化解]", id="a forbidden word less"),
        pytest.param("{zh: 监督, en: Oversight}", "{zh: 监督, en: Control}", id="a category's label"),
    ],
)
def test_what_may_change_a_row_changes_it(old: str, new: str) -> None:
    assert old in SMALL
    assert load_library_text(SMALL.replace(old, new)).hash != BASE.hash
