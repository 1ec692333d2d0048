"""Words written with alternatives: `偷(建/搭)(起来/)的` stands for each word that one choice from every bracket makes.

A list of hundreds of words that are made of the same few parts cannot be read aloud; the parts can. They are put together while
the library is loaded, so that whoever asks it for words sees them written out.
"""

from dataclasses import dataclass
from itertools import product
from math import prod

from extract.library.problems import quoted
from extract.said import Said

#: an entry that stands for more is no wording that anybody has thought through
MOST_WORDS = 2_000
LONGEST_WORD = 40
#: of an entry with brackets
LONGEST_ENTRY = 400
_ALLOWED = "as in 偷(建/搭)(起来/)的: half-width brackets one after the other, a half-width slash between alternatives"


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in an entry, `offset` characters after its start."""

    offset: int
    what: Said
    fix: str
    allowed: str = ""


def has_alternatives(entry: str) -> bool:
    """Whether a bracket stands in the entry, so that it is more than a word.

    Full-width brackets are a report's own (村（社区）), and a slash outside brackets is text (合同/协议).
    """
    return "(" in entry or ")" in entry


def written_out(entry: str) -> tuple[list[str], list[Fault]]:
    """The words that an entry stands for, one for each choice, so perhaps one twice, and the mistakes in it; with any, no words.

    >>> written_out("偷(建/搭)(起来/)的")
    (['偷建起来的', '偷建的', '偷搭起来的', '偷搭的'], [])
    >>> [str(fault.what) for fault in written_out("偷(建/搭的")[1]]
    ["a bracket of '偷(建/搭的' is not closed"]
    """
    parts, faults = _parts(entry)
    count = prod(map(len, parts))
    longest = sum(max(map(len, part)) for part in parts)
    if not faults and count > MOST_WORDS:
        what = Said("{0} stands for {1} words, the most is {2}", quoted(entry), count, MOST_WORDS)
        faults.append(Fault(0, what, "write several entries"))
    if not faults and longest > LONGEST_WORD:
        longest_of = Said("the longest word of {0}", quoted(entry))
        what = Said("{0} has {1} characters, the most is {2}", longest_of, longest, LONGEST_WORD)
        faults.append(Fault(0, what, "write several entries"))
    if not faults and all("" in part for part in parts):
        what = Said("every part of {0} may be left out, so that nothing is a word of it", quoted(entry))
        faults.append(Fault(0, what, "give one of its brackets no empty alternative"))
    return ([] if faults else list(map("".join, product(*parts)))), faults


def _parts(entry: str) -> tuple[list[tuple[str, ...]], list[Fault]]:
    """The parts of an entry in order, each with what may stand there: one text, or the alternatives of a bracket."""
    parts: list[tuple[str, ...]] = []
    faults: list[Fault] = []
    depth = begin = 0
    inner: int | None = None
    for at, sign in enumerate(entry):
        if sign == "(":
            depth += 1
            if depth == 1:
                parts.append((entry[begin:at],))
                begin, inner = at + 1, None
            elif inner is None:
                inner = at
        elif sign == ")" and depth == 0:
            what = Said("a bracket of {0} is closed that was not opened", quoted(entry))
            faults.append(Fault(at, what, "write the half-width ( before the first alternative", _ALLOWED))
        elif sign == ")":
            depth -= 1
            if depth == 0:
                parts.append(tuple(entry[begin:at].split("/")))
                faults.extend(_in_bracket(entry, begin - 1, inner, len(parts[-1])))
                begin = at + 1
    if depth:
        # a bracket inside this one is no mistake of its own: the first was to be closed before it
        what = Said("a bracket of {0} is not closed", quoted(entry))
        faults.append(Fault(begin - 1, what, "write the half-width ) behind the last alternative", _ALLOWED))
    parts.append((entry[begin:],))
    return parts, faults


def _in_bracket(entry: str, opened: int, inner: int | None, count: int) -> list[Fault]:
    """What is wrong inside a bracket that is opened and closed; `inner` is where another one opens in it."""
    if inner is not None:
        what = Said("a bracket of {0} stands inside another", quoted(entry))
        return [Fault(inner, what, "write the alternatives of the inner one out in the outer one", _ALLOWED)]
    if count < 2:
        what = Said("a bracket of {0} leaves nothing to choose", quoted(entry))
        fix = "write (社区/) for what may be left out, and full-width （社区） for brackets that stand in a report"
        return [Fault(opened, what, fix, _ALLOWED)]
    return []
