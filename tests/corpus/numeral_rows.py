"""Reads the numeral corpora and judges how one row is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from extract.figures.quantity import FIGURE, Quantity
from extract.figures.scanner import find_quantities
from extract.flow import make_flow

FOLDER = Path(__file__).parent
DEVELOPMENT = FOLDER / "numerals.yaml"
HELD = FOLDER / "numerals_held.yaml"
MARK = re.compile("⟦([^⟧]*)⟧")
QUALIFIERS = ("exact", "over", "nearly", "about")
KINDS = ("date", "name", "ordinal", "idiom", "rule")


@dataclass(frozen=True)
class Outcome:
    """What one figure must be read as."""

    figure: str
    start: int
    value: Decimal
    high: Decimal | None
    unit: str
    qualifier: str

    def __str__(self) -> str:
        high = f"–{self.high.normalize():f}" if self.high is not None else ""
        return f"{self.figure!r} at {self.start} = {self.value.normalize():f}{high} {self.unit or 'no unit'} {self.qualifier}"


@dataclass(frozen=True)
class Row:
    """A text with all its figures, and the stretches that must be of another kind."""

    name: str
    text: str
    outcomes: tuple[Outcome, ...]
    kind: str = FIGURE
    marked: tuple[tuple[int, int], ...] = ()


def rows(path: Path) -> list[Row]:
    """Every row of a corpus."""
    corpus = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [*_figures(corpus["figures"]), *_several(corpus["several"]), *_others(corpus["others"])]


def complaint(row: Row) -> str:
    """What is wrong with the way the row is read, empty if nothing is."""
    flow = make_flow(row.text)
    found = find_quantities(flow.clean)
    figures = [_outcome(row.text, flow.raw_span(q.start, q.end), q) for q in found if q.kind == FIGURE]
    if figures != list(row.outcomes):
        return f"{row.text!r}: expected {_listed(row.outcomes)}, read {_listed(figures)}"
    for start, end in row.marked:
        kinds = {q.kind for q in found if _overlap(flow.raw_span(q.start, q.end), (start, end))}
        if kinds != {row.kind}:
            return f"{row.text!r}: {row.text[start:end]!r} should be {row.kind}, is {', '.join(sorted(kinds)) or 'not found'}"
    return ""


def _outcome(text: str, span: tuple[int, int], quantity: Quantity) -> Outcome:
    assert quantity.value is not None, f"{text!r}: a figure without a value at {span}"
    return Outcome(text[span[0] : span[1]], span[0], quantity.value, quantity.high, quantity.unit, quantity.qualifier)


def _listed(outcomes: tuple[Outcome, ...] | list[Outcome]) -> str:
    return "; ".join(map(str, outcomes)) or "no figure"


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _figures(groups: list[dict[str, Any]]) -> Iterator[Row]:
    for group in groups:
        assert group.keys() <= {"what", "value", "high", "unit", "qualifier", "rows"}, group["what"]
        high = Decimal(group["high"]) if "high" in group else None
        reads = (Decimal(group["value"]), high, group["unit"], group.get("qualifier", "exact"))
        assert reads[3] in QUALIFIERS, group["what"]
        for number, marked in enumerate(group["rows"], start=1):
            text, spans = _unmarked(marked)
            start, end = spans[0] if spans else (0, len(text))
            assert len(spans) <= 1, f"{group['what']}: two marks in {marked!r}"
            yield Row(f"{group['what']} {number:02}", text, (Outcome(text[start:end], start, *reads),))


def _several(groups: list[dict[str, Any]]) -> Iterator[Row]:
    for group in groups:
        text, spans = _unmarked(group["text"])
        assert len(spans) == len(group["reads"]), group["what"]
        pairs = zip(spans, group["reads"], strict=True)
        yield Row(group["what"], text, tuple(_stated(text, span, read) for span, read in pairs))


def _stated(text: str, span: tuple[int, int], read: str) -> Outcome:
    """An outcome written `value[-high] unit [qualifier]`."""
    number, unit, *qualifier = read.split()
    low, _, high = number.partition("-")
    assert not qualifier or qualifier[0] in QUALIFIERS, read
    ends = (Decimal(low), Decimal(high) if high else None)
    return Outcome(text[span[0] : span[1]], span[0], *ends, unit, qualifier[0] if qualifier else "exact")


def _others(groups: list[dict[str, Any]]) -> Iterator[Row]:
    for group in groups:
        assert group["kind"] in KINDS, group["kind"]
        for number, marked in enumerate(group["rows"], start=1):
            text, spans = _unmarked(marked)
            yield Row(f"no figure but {group['kind']} {number:02}", text, (), group["kind"], tuple(spans))


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the stretches that they enclosed."""
    pieces, spans, last, length = [], [], 0, 0
    for match in MARK.finditer(marked):
        before = marked[last : match.start()]
        start = length + len(before)
        spans.append((start, start + len(match[1])))
        pieces += [before, match[1]]
        length, last = spans[-1][1], match.end()
    text = "".join(pieces) + marked[last:]
    assert not re.search("[⟦⟧]", text), f"a broken mark in {marked!r}"
    return text, spans
