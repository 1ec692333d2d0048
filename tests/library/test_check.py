"""The findings that need no text: one small library for each."""

import pytest

from extract.library import load_library_text
from extract.library.check import check_library
from tests.library.small import SMALL

EXAMPLES = """\
    examples:
      - text: 受理复议3件
        reads: {reconsiderations: 3}
      - text: 收到复议5件
        reads: {reconsiderations: 5}
      - text: 办理复议8件
        reads: {reconsiderations: 8}
      - text: 复议培训2场
        reads: {}
      - text: 化解纠纷9件
        reads: {disputes_resolved: 9}
"""
MORE = """\
      - text: 化解纠纷1件
        reads: {disputes_resolved: 1}
      - text: 化解纠纷2件
        reads: {disputes_resolved: 2}
      - text: 摸排纠纷3件
        reads: {}
  reconsiderations:
"""
#: SMALL with nothing left to find
SOUND = SMALL.replace("  reconsiderations:\n", MORE) + EXAMPLES


def findings(text: str) -> list[tuple[int, str, str, str]]:
    return [(p.line, p.where, p.what, p.severity) for p in check_library(load_library_text(text, "metrics.yaml"))]


def test_a_sound_library_has_no_finding() -> None:
    assert findings(SOUND) == []


def test_too_few_examples_are_counted_by_what_they_read() -> None:
    assert findings(SMALL) == [
        (13, "disputes_resolved", "1 of its examples read disputes_resolved, the least is 3", "error"),
        (13, "disputes_resolved", "1 of its examples read no disputes_resolved, the least is 2", "error"),
        (34, "reconsiderations", "0 of its examples read no reconsiderations, the least is 2", "error"),
        (34, "reconsiderations", "0 of its examples read reconsiderations, the least is 3", "error"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "    受理: [",
            "    劝返: [劝返]\n    受理: [",
            (11, "words.actions.劝返", "no pattern and no 'zero' uses <劝返>; its words only bound gaps", "warning"),
            id="words used by nobody",
        ),
        pytest.param(
            "metrics:\n",
            "bounds:\n  actions:\n    劝返: [劝返, 受理]\nmetrics:\n",
            (14, "bounds.actions.劝返", "'受理' stands in <受理> too, on line 11, which patterns read", "warning"),
            id="a word that bounds and is read",
        ),
        pytest.param(
            "[受理, 摸排]",
            "[]",
            (48, "reconsiderations", "pattern '<受理> <复议> N' can never match: <受理> has no words", "error"),
            id="empty vocabulary",
        ),
        pytest.param(
            "not: [未化解, 尚未]",
            "not: [化解, 调解]",
            (
                27,
                "disputes_resolved",
                "pattern '<化解> (<纠纷>) N' can never match: every word of <化解> is forbidden by 'not'",
                "error",
            ),
            id="every word forbidden",
        ),
        pytest.param(
            "- N <纠纷> … <化解>",
            "- 尚未结案 <化解> N",
            (
                28,
                "disputes_resolved",
                "pattern '尚未结案 <化解> N' can never match: its own text '尚未结案' is forbidden by 'not: 尚未'",
                "error",
            ),
            id="its own text forbidden",
        ),
        pytest.param(
            "- <受理> <复议> N",
            "- <化解>  (<纠纷>) N",
            (
                48,
                "reconsiderations",
                "pattern '<化解>  (<纠纷>) N' with unit 件 is also a pattern of disputes_resolved, on line 27",
                "error",
            ),
            id="two metrics with one pattern",
        ),
        pytest.param(
            "- <受理> <复议> N",
            "- <复议>  N",
            (49, "reconsiderations", "pattern '<复议> N' stands on line 48 already", "warning"),
            id="one pattern twice",
        ),
        pytest.param(
            "zh: 行政复议案件",
            "zh: 化解纠纷",
            (40, "reconsiderations", "the label '化解纠纷' is also that of disputes_resolved", "warning"),
            id="label twice",
        ),
        pytest.param(
            "category: oversight\n    unit: 件",
            "category: oversight\n    unit: 份",
            (40, "reconsiderations", "its part disputes_resolved is counted in 件, the metric in 份", "error"),
            id="parts in another unit",
        ),
        pytest.param(
            "category: oversight",
            "category: disputes",
            (1, "categories.oversight", "no metric is in this category", "warning"),
            id="category without a metric",
        ),
        pytest.param(
            "[受理, 摸排]",
            "[受理, 摸排, 受理]",
            (11, "words.actions.受理", "'受理' stands twice in '受理'", "warning"),
            id="the loader's own warnings",
        ),
    ],
)
def test_a_finding(old: str, new: str, expected: tuple[int, str, str, str]) -> None:
    assert old in SOUND
    assert expected in findings(SOUND.replace(old, new, 1))


def test_vocabularies_that_only_bound_are_no_finding_under_bounds() -> None:
    assert findings(SOUND.replace("metrics:\n", "bounds:\n  actions:\n    劝返: [劝返, 成功劝返]\nmetrics:\n", 1)) == []


def test_a_word_of_two_vocabularies_that_patterns_read_is_no_finding() -> None:
    assert findings(SOUND.replace("[受理, 摸排]", "[受理, 摸排, 调解成功]")) == []


def test_the_same_words_with_other_units_are_no_finding() -> None:
    text = SOUND.replace("- <受理> <复议> N", "- <化解> (<纠纷>) N\n      - <受理> N").replace(
        "oversight\n    unit: 件", "oversight\n    unit: 元"
    )
    assert not [what for _, _, what, _ in findings(text) if "also a pattern" in what]
