"""The pattern language: one line of a pattern compiled to its elements, with every mistake in it named by column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.library.model import Element
from extract.said import Said

LONGEST_PATTERN = 2_000
#: one token of a pattern; what is left over is text that stands for itself. Keep names in step with vocabulary.NAME.
TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<far>…+|\.{3,})
    | (?P<carried>\(\s*<[^<>()（）\s…|]{1,40}>\s*\))   # (<name>): may be carried over
    | (?P<words><[^<>()（）\s…|]{1,40}>)               # <name>
    | (?P<number>(?<![A-Za-z0-9_])N(?![A-Za-z0-9_]))
    | (?P<strange>[<>()|*?^$\\\[\]{}＜＞Ｎ]|（(?=\s*[<＜N])|(?<=>)）)
    | (?P<text>.)
    """,
    re.VERBOSE | re.DOTALL,
)
#: what each character that means nothing here was probably meant for
MEANT = {
    "<": "write a vocabulary as <name>, without spaces inside",
    ">": "write a vocabulary as <name>, without spaces inside",
    "＜": "use the half-width < and >",
    "＞": "use the half-width < and >",
    "（": "use the half-width ( and )",
    "）": "use the half-width ( and )",
    "Ｎ": "use the half-width N",
    "(": "only a vocabulary may stand in brackets: (<name>)",
    ")": "only a vocabulary may stand in brackets: (<name>)",
    "|": "write one line for each wording, or list the words in a vocabulary",
}
NOT_REGEX = "a pattern is no regular expression; write the words as they stand in a report"


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a pattern, `offset` characters after its start."""

    offset: int
    what: Said
    fix: str = ""
    #: the unknown vocabulary, for which the caller can offer a near name
    unknown: str = ""


@dataclass(slots=True)
class _Part:
    """An element before it is frozen."""

    kind: str
    text: str
    offset: int
    optional: bool = False
    far: bool = False
    beside: bool = False


def compile_pattern(
    source: str, units: frozenset[str], vocabularies: frozenset[str] | None
) -> tuple[tuple[Element, ...], list[Fault]]:
    """The elements of a pattern and the mistakes in it; with mistakes the elements are not to be used.

    `units` are the metric's: a unit written after N would be looked for twice. `vocabularies` None: the names are not known.

    >>> elements, faults = compile_pattern("<化解> (<纠纷>) N", frozenset({"件"}), None)
    >>> [(element.kind, element.text, element.optional) for element in elements], faults
    ([('words', '化解', False), ('words', '纠纷', True), ('number', 'N', False)], [])
    """
    if len(source) > LONGEST_PATTERN:
        return (), [
            Fault(
                0, Said("the pattern has {0} characters, the most is {1}", len(source), LONGEST_PATTERN), "write several patterns"
            )
        ]
    faults: list[Fault] = []
    parts = list(_parts(source, faults))
    numbers = [part for part in parts if part.kind == "number"]
    if not faults and not numbers:
        hint = "write N, a capital letter on its own, where the number stands"
        faults.append(Fault(0, Said("the pattern has no N"), hint))
    faults.extend(
        Fault(part.offset, Said("the pattern has more than one N"), "write one pattern for each number") for part in numbers[1:]
    )
    if numbers and len(parts) == 1 and not faults:
        faults.append(Fault(0, Said("N stands alone, so that any number would match"), "add the words that stand beside it"))
    for left, right in pairwise(parts):
        if left.kind == "number" and right.kind == "text" and right.text in units:
            faults.append(Fault(right.offset, Said("the unit {0!r} is part of N already", right.text), "write N alone"))
    if vocabularies is not None:
        for part in parts:
            if part.kind == "words" and part.text not in vocabularies:
                faults.append(Fault(part.offset, Said("no vocabulary is called <{0}>", part.text), unknown=part.text))
    return tuple(Element(part.kind, part.text, part.optional, part.far, part.beside) for part in parts), faults


def _parts(source: str, faults: list[Fault]) -> Iterator[_Part]:
    """The elements in order, neighbouring plain characters joined to one text."""
    last: _Part | None = None
    far_at: int | None = None
    text_open = spaced = False
    for match in TOKEN.finditer(source):
        kind, value, offset = str(match.lastgroup), match[0], match.start()
        if kind == "strange":
            fix = MEANT.get(value, NOT_REGEX)
            if all(fault.fix != fix for fault in faults):  # an opening and a closing bracket are one mistake
                faults.append(Fault(offset, Said("{0!r} means nothing in a pattern", value), fix))
        elif kind == "far":
            if last is None:
                faults.append(Fault(offset, Said("nothing stands before …"), "delete it: … joins two elements"))
            far_at = offset
        elif kind == "text" and text_open and last is not None:
            last.text += value
            continue
        elif kind != "space":
            if last is not None:
                yield last
            beside = kind == "number" and last is not None and last.kind == "words" and not spaced
            last = _part(kind, value, offset)
            last.far = far_at is not None
            last.beside = beside
            far_at = None
        text_open = kind == "text"
        spaced = kind in ("space", "far")
    if last is not None:
        yield last
    if far_at is not None and last is not None:
        faults.append(Fault(far_at, Said("nothing stands after …"), "delete it: … joins two elements"))


def _part(kind: str, value: str, offset: int) -> _Part:
    if kind == "carried":
        return _Part("words", value[1:-1].strip()[1:-1], offset + value.index("<"), optional=True)
    if kind == "words":
        return _Part("words", value[1:-1], offset)
    return _Part(kind, value, offset)
