"""Changes stated in table cells: the row's metric rose by what stands under 同比 or 增减."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from re import compile as regex

from extract.figures.numerals import parse_number
from extract.figures.quantity import FIGURE, Quantity
from extract.matching.cells import heading_above, text_of, unit_from
from extract.matching.readings import Mention, StatedChange
from extract.matching.scene import Sentence
from extract.report.model import TABLE, Outline

#: headings of columns of changes
_HEADING = regex(r"同比|环比|增减|增幅|降幅|增长|变化|升降|涨跌|较上年|比上年|较去年|比去年|(?:较|比|与)20[0-9]{2}年?")
#: +12.5%, ↓3件, 下降1.2个百分点, －8
_AMOUNT = regex(
    r"(?P<direction>[+＋↑▲增升多涨添]|[-－—−↓▼降减少跌回]|(?:上升|增长|增加|提高|提升|新增)|(?:下降|减少|降低|回落|下滑|压降))?了?"
    r"(?P<number>[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百千万两零〇]+)"
    r"(?P<unit>%|％|个?百分点|[一-鿿]{1,2})?"
    r"(?P<arrow>[↑▲↓▼])?"
)
_DOWN = frozenset("-－—−↓▼降减少跌回下压")
_FALLING = regex(r"下降|减少|降幅|降低|压降")
_YEAR = regex(r"20[0-9]{2}")


@dataclass(slots=True)
class ChangeCell:
    """A cell of a column of changes."""

    #: the table's number, the row's and the column's
    place: tuple[int, int, int]
    start: int
    end: int
    heading: str
    row_start: int
    row_end: int


def find_change_cells(clean: str, outline: Outline) -> list[ChangeCell]:
    """The filled cells that stand under a heading of changes."""
    found: list[ChangeCell] = []
    for number, table in enumerate(outline.tables):
        for row_number, row in enumerate(table.rows):
            for column, span in enumerate(row):
                heading = heading_above(clean, table, row_number, column) if row_number and column else ""
                if heading and _HEADING.search(heading) and text_of(clean, span):
                    found.append(ChangeCell((number, row_number, column), *span, heading, row[0][0], row[-1][1]))
    return found


def read_change(
    clean: str, cell: ChangeCell, read: Mapping[tuple[int, int, int], list[Mention]], year: int | None
) -> StatedChange | None:
    """The change that a cell states, of the metric whose value for the report's year stands in its row."""
    table, row, _ = cell.place
    values = [
        mention
        for place in sorted(read)
        if place[:2] == (table, row)
        for mention in read[place]
        if mention.period.whole and mention.period.year == year
    ]
    if not values:
        return None
    metric = values[-1].metric
    printed = clean[cell.start : cell.end]
    offset = cell.start + len(printed) - len(printed.lstrip())
    text = printed.strip()
    named = _YEAR.search(cell.heading)
    compared = int(named[0]) if named and year is not None and int(named[0]) < year else None if year is None else year - 1
    row_sentence = Sentence(cell.row_start, cell.row_end, TABLE, "")

    def change(direction: str, amount: Decimal, unit: str, start: int, end: int) -> StatedChange:
        quantity = Quantity(start, end, FIGURE, amount, unit=unit, number_end=end, reach_start=start, reach_end=end)
        return StatedChange(metric, quantity, row_sentence, direction, amount, unit, compared, year, start, end)

    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    told = match["unit"] or unit_from(cell.heading)
    amount = parse_number(match["number"].replace(",", "").replace("，", ""))
    if amount is None:
        return None
    if told in ("%", "％"):
        unit = "%"
    elif "百分点" in told or (metric.unit == "%" and not told):
        unit = "pp"
    else:
        unit = "count"
    sign = (match["direction"] or match["arrow"] or "")[:1]
    falls = sign in _DOWN if sign else _FALLING.search(cell.heading) is not None and "增" not in cell.heading
    direction = "same" if amount == 0 else "down" if falls else "up"
    end = match.end("unit") if match["unit"] else match.end("number")
    return change(direction, amount, unit, offset + match.start("number"), offset + end)
