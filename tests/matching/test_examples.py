"""The examples of a library, run by the same rules as reports."""

import pytest

from extract.library.load import load_library_text
from extract.matching.examples import read_example, run_examples
from tests.matching.small_library import LIBRARY, SMALL

HEAD = LIBRARY[: LIBRARY.index("metrics:\n")]
METRIC = """metrics:
  resolved:
    zh: 化解
    en: Resolved
    category: all
    unit: 件
    patterns:
      - <化解> <纠纷> N
      - N <纠纷> <化解>
    examples:
"""


def problems(*examples: str) -> list[str]:
    """What is wrong with a library of one metric and these examples."""
    library = load_library_text(HEAD + METRIC + "".join(f"      - {example}\n" for example in examples), "small.yaml")
    return [f"{problem.severity} {problem.what}" for problem in run_examples(library)]


GOOD = ("{text: 化解纠纷96件, reads: {resolved: 96}}", "{text: 96件纠纷化解, reads: {resolved: 96}}")


def test_examples_that_read_as_they_say() -> None:
    assert problems(*GOOD, "{text: 化解债务9件, reads: {}}") == []


@pytest.mark.parametrize(
    ("example", "what"),
    [
        ("{text: 化解债务9件, reads: {resolved: 9}}", "does not read resolved: 9"),
        ("{text: 化解纠纷9件, reads: {}}", "reads resolved: 9"),
        ("{text: 化解纠纷9件, reads: {resolved: 8}}", "does not read resolved: 8 but reads resolved: 9"),
        ("{text: 化解纠纷9余件, reads: {resolved: 9}}", "does not read resolved: 9 but reads resolved: 9 over"),
        ("{text: 2023年化解纠纷9件, reads: {resolved: 9}}", "does not read resolved: 9 but reads resolved: 9 2023"),
    ],
)
def test_a_deviation_says_both_sides(example: str, what: str) -> None:
    (problem,) = problems(*GOOD, example)
    assert problem.startswith("error the example ")
    assert problem.endswith(f"' {what}")


def test_a_pattern_that_no_example_needs_is_a_warning() -> None:
    assert problems(GOOD[0]) == ["warning no example needs the pattern 'N <纠纷> <化解>'"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("化解纠纷96件", {"resolved: 96": 1}),
        ("化解纠纷96余件", {"resolved: 96 over": 1}),
        ("举办讲座20—30场", {"lectures: 20 30": 1}),
        ("明年拟举办讲座10场", {"lectures: 10 2025 planned": 1}),
        ("三年来化解纠纷300件", {"resolved: 300 cumulative": 1}),
        ("化解纠纷96件。化解纠纷96件", {"resolved: 96": 2}),
    ],
)
def test_readings_are_written_as_examples_write_them(text: str, expected: dict[str, int]) -> None:
    assert read_example(SMALL, text) == expected
