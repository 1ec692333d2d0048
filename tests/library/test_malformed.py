"""Every mistake that a library file can hold, one at a time and twenty at once."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.errors import LibraryError, LibraryProblem
from extract.library import load_library_text
from tests.library.small import SMALL

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "malformed.yaml").read_text(encoding="utf-8"))
BY_NAME = {case["name"]: case for case in CASES}
#: changes on twenty different lines, none of which moves another line
TWENTY = (
    "version unknown",
    "category without English",
    "word with a space",
    "colon in a value",
    "bare percent sign",
    "unit twice in a list",
    "unit with a space",
    "alias",
    "combine unknown",
    "stock in other words",
    "range with an octal",
    "not with a vocabulary",
    "vocabulary unknown in brackets",
    "reading is no number",
    "label too long",
    "NUL in a label",
    "category unknown",
    "part unknown",
    "zero names no vocabulary",
    "pattern without N",
)


def damaged(text: str, case: dict[str, Any]) -> str:
    """The text with the case's change made once; `from` cuts off everything from there on."""
    found = case.get("change") or case["from"]
    assert found in text, f"{case['name']}: nothing to change"
    if "from" in case:
        return text[: text.index(found)] + str(case["to"])
    return text.replace(found, case["to"] + case.get("padded", "") * 2_000, 1)


def problems_of(text: str) -> tuple[LibraryProblem, ...]:
    with pytest.raises(LibraryError) as caught:
        load_library_text(text, "metrics.yaml")
    return tuple(caught.value.problems)


def said(problems: tuple[LibraryProblem, ...]) -> list[dict[str, str]]:
    """The problems in the form of malformed.yaml."""
    return [{"at": f"{p.line}:{p.column} [{p.where}]", "what": p.what} | ({"fix": p.fix} if p.fix else {}) for p in problems]


def test_the_undamaged_library_has_no_problem() -> None:
    assert sorted(load_library_text(SMALL).metrics) == ["disputes_resolved", "reconsiderations"]


def test_there_are_enough_cases() -> None:
    assert len(BY_NAME) == len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_one_mistake_gives_its_problem_and_no_other(case: dict[str, Any]) -> None:
    assert said(problems_of(damaged(SMALL, case))) == case["says"]


def test_twenty_mistakes_are_listed_at_once() -> None:
    text = SMALL
    for name in TWENTY:
        text = damaged(text, BY_NAME[name])
    problems = problems_of(text)
    assert len(problems) == len(TWENTY) == 20
    expected = [problem for name in TWENTY for problem in BY_NAME[name]["says"]]
    assert sorted(said(problems), key=str) == sorted(expected, key=str)


def test_every_message_names_file_line_and_column() -> None:
    text = damaged(SMALL, BY_NAME["better unknown"])
    assert str(problems_of(text)[0]) == (
        "metrics.yaml:21:13 [disputes_resolved] 'better' is 'mroe'. Allowed: more, less, neutral. Fix: did you mean 'more'."
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("", "the file is empty", id="empty"),
        pytest.param("# nothing but a comment\n", "the file is empty", id="comment only"),
        pytest.param("- a\n- b\n", "the file is a list, not a mapping", id="list"),
        pytest.param("disputes\n", "the file is text, not a mapping", id="text"),
        pytest.param("---\n---\n", "a second document starts here", id="two empty documents"),
        pytest.param(
            "%YAML 3.0\n---\na: b\n", "not readable as YAML (found incompatible YAML document)", id="other YAML version"
        ),
        pytest.param("[" * 100_000, "nesting deeper than 12 levels; nothing after this place was read", id="brackets"),
        pytest.param("{a: " * 100_000, "nesting deeper than 12 levels; nothing after this place was read", id="braces"),
        pytest.param("- " * 100_000, "nesting deeper than 12 levels; nothing after this place was read", id="dashes"),
        pytest.param("? " * 100_000, "nesting deeper than 12 levels; nothing after this place was read", id="question marks"),
        pytest.param("\x89PNG\r\n\x1a\n\x00\x00\x00", "the character U+0089 may not stand in the file", id="picture"),
        pytest.param("a: \ud800", "the character U+D800 may not stand in the file", id="lone surrogate"),
        pytest.param("a" * 8_000_001, "the text is longer than 8000000 characters", id="too long"),
    ],
)
def test_a_file_that_is_no_library(text: str, what: str) -> None:
    assert what in [problem.what for problem in problems_of(text)]


def test_an_alias_bomb_is_refused_by_its_anchors() -> None:
    bomb = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n"
    assert sum("is not allowed" in problem.what for problem in problems_of(bomb)) == 9


def test_a_file_of_rubbish_does_not_list_a_million_problems() -> None:
    rubbish = SMALL + "".join(f"  rubbish_{n}:\n    x: y\n" for n in range(2_000))
    problems = problems_of(rubbish)
    assert len(problems) == 1_001
    assert "there are more than 1000 problems, the rest is not listed" in [problem.what for problem in problems]


def test_the_caps_hold() -> None:
    metric = "    zh: 甲\n    en: A\n    category: disputes\n    unit: 件\n    patterns:\n      - <复议> N\n"
    head = SMALL[: SMALL.index("metrics:")] + "metrics:\n"
    many_metrics = head + "".join(f"  metric_{n}:\n{metric}" for n in range(5_001))
    assert [p.what for p in problems_of(many_metrics)] == ["there are 5001 metrics, the most is 5000"]
    many_patterns = head + "  metric_a:\n" + metric + "".join(f"      - 第{n}类 <复议> N\n" for n in range(50))
    assert [p.what for p in problems_of(many_patterns)] == ["there are 51 patterns, the most is 50"]
