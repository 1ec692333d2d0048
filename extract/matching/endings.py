"""The characters that an expression can end with, so that a search behind a figure is spared where the text ends otherwise.

Read from the expression itself: whoever adds a word to a rule has nothing else to remember.
"""

from __future__ import annotations

from re import Pattern
from re import _constants as kinds  # type: ignore[attr-defined]  # the only door to what an expression consists of
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_WIDEST_RANGE = 64
_NOTHING_WIDE = (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT)
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def last_characters(rule: Pattern[str]) -> frozenset[str]:
    """What stands right before the end of everything that the rule finds; its `$` also stands before a last line break.

    >>> import re
    >>> sorted(last_characters(re.compile("(?:合|共)计?(?:为|[有是])?$")))
    ['\\n', '为', '共', '合', '是', '有', '计']
    """
    found, empty = _ends(parser.parse(rule.pattern))
    if empty:
        raise ValueError(f"{rule.pattern!r} may match nothing, so any character may stand before it.")
    return frozenset(found | {"\n"})


def _ends(items: Any) -> tuple[set[str], bool]:
    """The last characters of a sequence, and whether it may be empty."""
    found: set[str] = set()
    for kind, told in reversed(list(items)):
        ends, empty = _ends_of(kind, told)
        found |= ends
        if not empty:
            return found, False
    return found, True


def _ends_of(kind: Any, told: Any) -> tuple[set[str], bool]:
    if kind in _NOTHING_WIDE:
        return set(), True
    if kind is kinds.LITERAL:
        return {chr(told)}, False
    if kind is kinds.IN:
        return _of_set(told), False
    if kind is kinds.BRANCH:
        branches = [_ends(branch) for branch in told[1]]
        return set().union(*(ends for ends, _ in branches)), any(empty for _, empty in branches)
    if kind is kinds.SUBPATTERN:
        return _ends(told[-1])
    if kind is kinds.ATOMIC_GROUP:
        return _ends(told)
    if kind in _REPEATS:
        ends, empty = _ends(told[2])
        return ends, empty or told[0] == 0
    raise ValueError(f"An expression that can end with {kind} can end with nearly anything.")


def _of_set(told: Any) -> set[str]:
    found: set[str] = set()
    for kind, value in told:
        if kind is kinds.LITERAL:
            found.add(chr(value))
        elif kind is kinds.RANGE and value[1] - value[0] < _WIDEST_RANGE:
            found |= {chr(code) for code in range(value[0], value[1] + 1)}
        else:
            raise ValueError(f"A set with {kind} holds nearly anything.")
    return found
