"""The mistakes of a library in Chinese: every sentence that the source holds has its Chinese, and no English is left."""

import ast
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from extract.cli_library_texts import ZH, in_chinese, problem_text
from extract.errors import LibraryProblem
from extract.library import load_library_text
from extract.library.check import check_library
from extract.matching.examples import run_examples
from extract.said import Said
from tests.library.small import SMALL
from tests.library.test_malformed import CASES, damaged, problems_of

ROOT = Path(__file__).parents[2]
SOURCES = [*sorted((ROOT / "extract" / "library").glob("*.py")), ROOT / "extract" / "matching" / "examples.py"]
#: calls whose strings a person reads, and the names that such strings are kept in
SPEAKING = {"Said", "error", "warn", "_slip", "Fault", "_refused", "_of", "LibraryProblem", "ReadingError", "mapping"}
NAMES = {"what", "fix", "allowed", "hint", "slip", "deep", "told", "SHAPE", "NOT_REGEX", "MEANT"}
HAN = re.compile(r"[㐀-鿿]")
LATIN = re.compile(r"[A-Za-z]{2,}")
#: words of the file's own language, which are the same in both
IDS = set(
    "zh en definition definition_en category unit units apart better combine parts also zero stock range not patterns "
    "examples text reads version categories words bounds metrics derived share ratio first sum agrees more less "
    "neutral largest true false over nearly about alone narrow planned cumulative YAML UTF MB metrics.yaml null yaml".split()
)


def sentences(tree: ast.AST) -> Iterator[str]:
    """Every string with a blank in it that is said to a person: it is handed to a call that speaks, or to a name for it."""
    for node in ast.walk(tree):
        held: list[ast.AST] = []
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SPEAKING:
            held = [*node.args, *(keyword.value for keyword in node.keywords)]
        elif isinstance(node, ast.Assign):
            targets = {name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name)}
            held = [node.value] if targets & NAMES else []
        for part in held:
            for leaf in ast.walk(part):
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str) and " " in leaf.value.strip():
                    yield leaf.value


def test_every_sentence_of_the_source_has_its_chinese() -> None:
    said = {sentence for path in SOURCES for sentence in sentences(ast.parse(path.read_text(encoding="utf-8")))}
    assert len(said) > 120, "the sentences were not found"
    # part of a place in a file, not of a sentence
    said -= {"'not: "}
    assert sorted(said - ZH.keys()) == []


def test_no_sentence_is_kept_that_nobody_says() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    words = {constant.value for constant in ast.walk(ast.parse(source.replace("from __future__ import annotations", "")))
             if isinstance(constant, ast.Constant) and isinstance(constant.value, str)} | {"{0!r}"}  # fmt: skip
    assert sorted(ZH.keys() - words) == []


@pytest.mark.parametrize("english", ZH)
def test_both_languages_fill_the_same_blanks(english: str) -> None:
    def blanks(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    if "{}" in english:  # `reads: {}` is text, not a blank
        return
    # the parser's own English stays out of the Chinese
    lost = {"0"} if english.startswith("not readable as YAML") else set()
    assert blanks(ZH[english]) == blanks(english) - lost


def english_in(problem: LibraryProblem) -> list[str]:
    """What of the Chinese sentence is neither Chinese nor quoted from the file nor a word of its language."""
    text = problem_text(problem, "zh", "")
    text = re.sub(r"“[^”]*”|<[^>]*>|\[[^\]]*\]|［[^］]*］|U\+[0-9A-F]{4}|0x[0-9A-F]{2}", "", text)
    return [word for word in LATIN.findall(text) if word not in IDS and not re.search(rf"\b{word}\b", SMALL)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_mistake_is_told_in_chinese(case: dict[str, Any]) -> None:
    for problem in problems_of(damaged(SMALL, case)):
        assert HAN.search(in_chinese(problem.what)), problem.what
        assert english_in(problem) == [], problem_text(problem, "zh")


def test_findings_and_examples_are_told_in_chinese() -> None:
    text = SMALL.replace("化解96起\n        reads: {disputes_resolved: 96}", "化解96起\n        reads: {disputes_resolved: 97}")
    library = load_library_text(text.replace("    监督", "    监督"))
    found = [*check_library(library), *run_examples(library)]
    assert len(found) > 3
    assert [english_in(problem) for problem in found if english_in(problem)] == []
    told = [problem_text(problem, "zh") for problem in found]
    assert any("没有读出 disputes_resolved: 97，而是读成了 disputes_resolved: 96" in line for line in told), told


def test_the_whole_line_in_both_languages() -> None:
    case = next(case for case in CASES if case["name"] == "better unknown")
    problem = problems_of(damaged(SMALL, case))[0]
    assert problem_text(problem, "en") == str(problem)
    assert problem_text(problem, "zh") == (
        "metrics.yaml:21:13［disputes_resolved］“better”写成了“mroe”。可用：more, less, neutral。改法：是否想写“more”。"
    )
    assert problem_text(problem, "en", "mine").startswith("mine:21:13 [disputes_resolved] 'better'")


def test_text_of_the_file_is_never_taken_for_a_sentence() -> None:
    assert in_chinese(Said("unknown key {0}", Said("{0!r}", "a list"))) == "没有“a list”这个键"
    assert in_chinese(Said("{0!r} means nothing in a pattern", "{1}\n")) == "“{1} ”在句式里没有意义"
    assert in_chinese("no such sentence") == "no such sentence"
    assert in_chinese(Said("no such {0}", "template")) == "no such template"


def test_a_message_survives_the_way_to_another_process() -> None:
    problem = LibraryProblem("metrics.yaml", 1, 2, "x", Said("version {0} is not known", Said("{0!r}", "{9}")))
    again = pickle.loads(pickle.dumps(problem))
    assert again == problem
    assert problem_text(again, "zh") == "metrics.yaml:1:2［x］不认识版本“{9}”。"
