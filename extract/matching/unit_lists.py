"""Numbers whose unit stands once, in a bracket before their list: 信访渠道（单位：件）：来信7；来访24；网上32.

They are read as table cells are: the label before the bracket is the caption, what stands before each number its heading.
"""

from bisect import bisect_left
from dataclasses import replace
from re import compile as regex

from extract.figures.quantity import FIGURE, NAME, ORDINAL, Quantity
from extract.figures.units import UNITS
from extract.matching.cells import LAST_YEAR, OF_WHICH, SCALED_UNITS, YEAR, Cell
from extract.report.model import FURNITURE, PLAN, Outline, section_at

_UNITS = "|".join(sorted(UNITS, key=len, reverse=True))
#: looked for from its end, which is rarer than brackets are
_CLOSES = regex(r"[）)]\s?[:：]")
_OPENS = regex(rf"[（(](?:(?:计量)?单位[:：]?)?\s?(万?(?:{_UNITS})|%|万元|亿元)$")
_LONGEST_UNIT = 12
_CAPTION = regex(r"[^\n。；;，,：:|（）()]{2,30}$")
_LONGEST_CAPTION = 30
#: 来信7； but 来信7件 has its own unit and 第3季度12 its own number
_ITEM = regex(
    r"\s?(?P<label>(?:[^\W0-9]|[“”、（）()\-—])(?:[^0-9\n。；;，,：:|]{0,18}[^\W0-9])?[”）)]?)[:：\s]{0,2}"
    r"(?P<number>[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<end>[；;，,、。\n]|$)"
)
_FEWEST = 2
_KINDS = frozenset((FIGURE, NAME, ORDINAL))


def read_unit_lists(clean: str, outline: Outline, quantities: list[Quantity]) -> tuple[list[Cell], set[int]]:
    """The numbers of all such lists as cells, and the identities of the quantities that are thereby accounted for."""
    cells: list[Cell] = []
    taken: set[int] = set()
    starts: list[int] = []
    place = 0
    while (closing := _CLOSES.search(clean, place)) is not None:
        place = closing.end()
        opening = _OPENS.search(clean, max(0, closing.start() - _LONGEST_UNIT), closing.start())
        if opening is None:
            continue
        caption = _CAPTION.search(clean, max(0, opening.start() - _LONGEST_CAPTION), opening.start())
        if caption is None:
            continue
        at = section_at(outline.sections, opening.start())
        role = outline.sections[at].role if at >= 0 else ""
        if role == FURNITURE:
            continue
        starts = starts or [quantity.start for quantity in quantities]
        found: list[tuple[Cell, Quantity]] = []
        while (item := _ITEM.match(clean, place)) is not None:
            start, end = item.span("number")
            low = bisect_left(starts, start)
            figure = quantities[low] if low < len(quantities) and starts[low] == start else None
            if figure is None or figure.end != end or figure.kind not in _KINDS or figure.value is None or figure.unit:
                break
            label = item["label"]
            unit = opening[1]
            value = figure.value * SCALED_UNITS.get(unit, 1)
            years = YEAR.findall(label)
            cell = Cell(
                replace(figure, kind=FIGURE, value=value, unit=unit[1:] if unit in SCALED_UNITS else unit, year=None),
                OF_WHICH.sub("", label),
                int(years[0]) if years else None,
                LAST_YEAR.search(label) is not None,
                False,
                item.start("label"),
                end,
                context=caption[0],
                caption=caption[0],
                part=OF_WHICH.match(label) is not None,
                place=(-1_000_000 - opening.start(), len(found), 0),
                aimed=0 if role == PLAN else None,
            )
            found.append((cell, figure))
            place = item.end()
            if item["end"] in ("。", "\n", ""):
                break
        if len(found) >= _FEWEST:
            cells += [cell for cell, _ in found]
            taken.update(id(figure) for _, figure in found)
    return cells, taken
