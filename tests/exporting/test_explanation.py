"""The tree that says why each number was read or left, in both languages."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from extract.exporting.explanation import explanation
from extract.exporting.rule_words import RuleWords
from extract.library import load_library
from extract.matching.explain import ExplainedNumber, Explanation, explain
from extract.matching.narrow import flags_of
from extract.matching.result import Extractor
from extract.reading.document import Document
from tests.matching.small_library import read, whole_report
from tests.reference.marked_report import read_marked
from views.words import TEXTS

ROOT = Path(__file__).parents[2]
TEXT = "排查矛盾纠纷124起，化解96起。植树300棵。全县举办讲座200场。发布普法推文30条。"
HAN = re.compile(r"[㐀-鿿]")
LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="module")
def explained() -> list[Explanation]:
    """What became of every number of the reports kept for development."""
    extractor = Extractor(load_library(ROOT / "metrics.yaml"))
    marked = [read_marked(path) for path in sorted((ROOT / "tests" / "reference" / "marked").glob("*.txt"))]
    reports = [Document(one.text, name=one.head["file"]) for one in marked if one.head["part"] == "develop"]
    told = [explain(extractor.read(report)) for report in reports]
    assert len(told) > 30, "the reference reports are missing"
    return told


def numbers(told: list[Explanation]) -> list[ExplainedNumber]:
    return [number for report in told for sentence in report.sentences for number in sentence.numbers]


TREES = {
    "en": (
        "Read as in a report on 2024: 5 figures, 3 claimed",
        "└─ received Received = 124 件, 2024 actual township",
        "<化解> (<纠纷>) N: 化解",
        "carried 矛盾纠纷",
        "left: no pattern",
        "left: other place",
        "flag: tie",
        "less specific: posts",
    ),
    "zh": (
        "按2024年报告试读：数字 5 个，已归入指标 3 个",
        "└─ 受理 received = 124 件，2024 实际数 本乡镇",
        "句式 <化解> (<纠纷>) N：化解",
        "承前：矛盾纠纷［carried］",
        "未归入：没有对应的句式［no pattern］",
        "未归入：其他地方的数字［other place］",
        "提示：两个指标难分［tie］",
        "也符合，但不够具体：",
    ),
}


@pytest.mark.parametrize("language", TREES)
def test_the_tree_names_pattern_words_and_reason(language: str) -> None:
    """In Chinese with the stable names behind."""
    first, *others = TREES[language]
    tree = explanation(read(TEXT), language)
    assert tree.splitlines()[0] == first
    assert [words for words in others if words not in tree] == []


def test_no_english_is_left_in_chinese_but_names_and_ids() -> None:
    result = read(TEXT + "力争化解率达到98%。行政处罚12件，罚款3万元，其中简易程序5件。未发生行政复议。2023年3月印发。")
    tree = explanation(result, "zh")
    for name in result.library.metrics:
        tree = re.sub(rf"\b{name}\b", "", tree)
    assert LATIN.findall(re.sub(r"［[^］]*］", "", tree)) == []


def test_no_chinese_is_left_in_english_but_the_text_its_units_and_patterns() -> None:
    result = read(TEXT)
    words = set(HAN.findall(TEXT)) | set(HAN.findall("".join(m.unit for m in result.library.metrics.values())))
    patterns = (p.source for m in result.library.metrics.values() for p in m.patterns)
    words |= set(HAN.findall("".join(chain.from_iterable(patterns))))
    assert set(HAN.findall(explanation(result, "en"))) <= words


def test_whose_report_it_is_stands_above() -> None:
    report = whole_report("青禾镇2024年法治政府建设年度报告\n\n排查矛盾纠纷124起。\n")
    assert explanation(report, "zh").splitlines()[0] == "report.txt：青禾镇 2024，数字 1 个，已归入指标 1 个"
    nobody = whole_report("排查矛盾纠纷124起。\n")
    assert explanation(nobody, "zh").splitlines()[0] == "report.txt：乡镇未知 年度未知，数字 1 个，已归入指标 1 个"
    assert explanation(nobody, "en").splitlines()[0] == "report.txt: township unknown year unknown, 1 figures, 1 claimed"


def test_a_branch_ends_where_nothing_follows() -> None:
    lines = explanation(read("排查矛盾纠纷124起，植树300棵。"), "en").splitlines()[3:]
    assert [line[:5] for line in lines] == ["├─ 12", "│  └─", "│    ", "└─ 30", "   └─"]


def test_one_metric() -> None:
    tree = explanation(read(TEXT), "en", metric="resolved")
    assert "96起" in tree
    assert "124起  figure" not in tree
    assert "300棵" not in tree


def test_one_sentence() -> None:
    tree = explanation(read(TEXT), "en", sentence="植树")
    assert "300棵" in tree
    assert "96起" not in tree


def test_nothing_to_show_is_said() -> None:
    assert explanation(read(TEXT), "zh", sentence="修路").splitlines()[1:] == ["没有符合条件的数字。"]
    assert explanation(read(TEXT), "en", sentence="修路").splitlines()[1:] == ["No number fits."]


def test_numbers_that_are_no_figure_are_shown() -> None:
    result = read("2023年3月印发，化解纠纷96件。未发生行政复议。")
    assert "date 2023" in explanation(result, "en")
    assert "reconsiderations 复议 = 0 件" not in explanation(result, "en")
    assert "复议 reconsiderations = 0 件" in explanation(result, "zh")
    assert "日期 2023" in explanation(result, "zh")


def test_a_value_outside_its_range_is_doubtful() -> None:
    text = "version: 1\ncategories:\n  all: {zh: 全部, en: All}\nwords: {}\nmetrics:\n  trees:\n    zh: 植树\n    en: Trees\n"
    text += "    category: all\n    unit: 棵\n    range: [0, 100]\n    patterns: [植树 N]\n"
    from extract.library import load_library_text

    tree = explanation(read("植树300棵。", extractor=Extractor(load_library_text(text))), "zh")
    assert "提示：超出合理范围［outside-range］" in tree


def _names_in_rules() -> Iterator[tuple[str, str]]:
    """What the rules' own code calls the steps of a reading, and the reasons why a figure is left."""
    for path in sorted((ROOT / "extract" / "matching").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Subscript):
                told = node.value.value if isinstance(node.value, ast.Constant) else None
                if isinstance(told, str) and isinstance(target.value, ast.Attribute) and target.value.attr == "reasons":
                    yield "left", told
            if isinstance(node, ast.Call):
                traces = [keyword.value for keyword in node.keywords if keyword.arg == "trace"]
                traces += node.args[5:6] if isinstance(node.func, ast.Name) and node.func.id == "mention_of" else []
                for trace in traces:
                    first = trace.elts[0] if isinstance(trace, ast.Tuple) else None
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield "step", first.value


def test_every_name_in_the_rules_has_words() -> None:
    """Also those that no report at hand calls on."""
    names = set(_names_in_rules())
    assert {("left", "rule"), ("left", "other place"), ("step", "kinds that add up")} <= names
    words = RuleWords("zh")
    assert [f"{kind} {name}" for kind, name in sorted(names) if not words.knows(kind, name)] == []
    assert [name for kind, name in sorted(names) if kind == "left" and f"left {name}" not in TEXTS] == []


def test_every_rule_that_reports_call_on_has_words(explained: list[Explanation]) -> None:
    words = RuleWords("zh")
    for report in explained:
        assert [s.role for s in report.sentences if s.role and not words.knows("section", s.role)] == []
    held = numbers(explained)
    assert {n.quantity.kind for n in held if not words.knows("class", n.quantity.kind)} == set()
    assert {n.quantity.qualifier for n in held if not words.knows("qualifier", n.quantity.qualifier)} == set()
    assert {n.reason for n in held if n.reason and not words.knows("left", n.reason)} == set()
    readings = [mention for number in held for mention in number.readings]
    assert {m.period.basis for m in readings if not words.knows("basis", m.period.basis)} == set()
    assert {m.scope for m in readings if not words.knows("scope", m.scope)} == set()
    flags = {flag for m in readings for flag in flags_of(m).split(";") if flag}
    assert {flag for flag in flags if not words.knows("unsure", flag)} == set()


def test_every_step_of_a_rule_is_chinese_or_text_of_the_report(explained: list[Explanation]) -> None:
    words = RuleWords("zh")
    readings = [mention for number in numbers(explained) for mention in number.readings]
    steps = {step for m in readings for step in (m.trace if m.match is None else m.trace[1:])}
    assert len(steps) > 10
    told = {step: words.step(step) for step in steps}
    assert {step: line for step, line in told.items() if not HAN.search(line)} == {}
    # a step of rules alone is never shown as it stands
    assert {step for step, line in told.items() if step == line and step.isascii()} == set()
