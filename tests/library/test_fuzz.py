"""Damaged library files: whatever the damage, the outcome is a library or a LibraryError."""

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.errors import LibraryError
from extract.library import load_library_text
from extract.library.model import Library
from tests.library.small import SMALL
from tests.timing import assert_takes

#: pieces that YAML or the pattern language give a meaning to
PIECES = (
    *":-?[]{},#&*!|>'\"%@`<>()N…~\n\t \r\x00\x85\u2028\ufeff\u200b\u202e\ud800纠①",
    "- ",
    ": ",
    "<<: ",
    "---\n",
    "...\n",
    "&a ",
    "*a",
    "!!int ",
    "? ",
    "|\n",
    ">-\n",
    "<纠纷>",
    "(<化解>)",
    "(建/搭)(起来/)",
    "    zh: x\n",
    "metrics:\n",
    "[" * 40,
    "9" * 5_000,
)
#: a damaged small file takes a few milliseconds; a second means that something grows faster than the file
SECONDS = 1.0


def outcome(text: str) -> Library | LibraryError:
    found: list[Library | LibraryError] = []
    assert_takes(lambda: found.append(_outcome(text)), at_most=SECONDS)
    return found[0]


def _outcome(text: str) -> Library | LibraryError:
    result: Library | LibraryError
    try:
        result = load_library_text(text)
    except LibraryError as error:
        result = error
    if isinstance(result, LibraryError):
        assert result.problems
        assert all(problem.line >= 1 and problem.column >= 1 and problem.what for problem in result.problems)
    return result


def mutated(seed: int) -> str:
    """SMALL after one to eight random edits."""
    chance = random.Random(seed)
    text = SMALL
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 2, 10, 60)))
        kind = chance.random()
        if kind < 0.5:
            text = text[:start] + chance.choice(PIECES) + text[end:]
        elif kind < 0.7:
            text = text[:start] + text[end:]
        elif kind < 0.85:
            text = text[:start] + text[start:end] * 3 + text[end:]
        else:
            lines = text.split("\n")
            chance.shuffle(lines[: chance.randint(1, len(lines))])
            line = chance.randrange(len(lines))
            lines[line] = " " * chance.randint(0, 9) + lines[line].lstrip()
            text = "\n".join(lines)
    return text


def test_three_hundred_damaged_files() -> None:
    outcomes = [outcome(mutated(seed)) for seed in range(300)]
    assert len(outcomes) == 300
    refused = sum(isinstance(result, LibraryError) for result in outcomes)
    assert 200 < refused < 300  # the damage is real, and not so great that nothing but the first line is ever read


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    assert isinstance(outcome(text), LibraryError)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@example("::\x85[")  # a line break for YAML alone
def test_any_heap_of_signs(text: str) -> None:
    assert isinstance(outcome(text), LibraryError)


@settings(max_examples=200, deadline=None)
@given(
    st.text(min_size=1, max_size=60), st.sampled_from(["<受理> <复议> N", "96}", "件\n    units", "摸排]", "Reconsiderations"])
)
def test_any_text_in_the_place_of_a_value(text: str, place: str) -> None:
    outcome(SMALL.replace(place, text, 1))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_read_as_latin(data: bytes) -> None:
    assert isinstance(outcome(data.decode("latin-1")), LibraryError)
