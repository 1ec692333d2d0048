"""Changes stated in table cells: the row's metric rose by what stands under 同比 or 增减."""

from collections.abc import Mapping
from dataclasses import dataclass
from re import compile as regex

from extract.figures.numerals import parse_number
from extract.figures.quantity import FIGURE, Quantity
from extract.library.model import Metric
from extract.matching.cells import CHANGE_HEADING, heading_above, is_change_row, text_of, unit_from
from extract.matching.readings import Mention, StatedChange
from extract.matching.scene import Sentence
from extract.report.model import TABLE, Outline
from extract.tables import ACTUAL

_UP = "增加|增长|上升|提高|提升|新增|净增|上涨|回升|扩大|增|升|多|涨|添|高"
_LESS = "下降|减少|降低|回落|下滑|压降|压减|缩减|净减|收窄|降|减|少|跌|低"
#: +12.5%, ↓3件, 下降1.2个百分点, －8, 比上年增加了3人, 下降百分之十二点五
_AMOUNT = regex(
    r"(?:同比|环比|(?:[较比与]|对比)(?:去年|上一?年|前年|20[0-9]{2}年)(?:同期|度)?(?:相比)?[，,]?)?"
    rf"(?P<direction>[+＋↑▲]|[-－—−↓▼]|{_UP}|{_LESS})?[了至为约近超]?"
    r"(?P<share>百分之)?"
    r"(?P<number>[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百千万两零〇点]+)[余多]?"
    r"(?P<unit>%|％|个?百分点|[一-鿿]{1,2})?"
    r"[（(]?(?P<arrow>[↑▲↓▼])?"
)
#: between two amounts of one cell: 减少7件，下降14.9%; 增加3人（15%）
_BETWEEN = regex(r"[，,](?![0-9]{3}(?![0-9]))|[；;、/]|[（(](?![↑▲↓▼])")
_DOWN = frozenset("-－—−↓▼降减少跌回下压缩收低")
#: 净减, 回升: what the first character leaves open
_TOLD_BY_LAST = {"净减": True, "回升": False}
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
    #: whether its row tells how the columns have changed, not its column how the rows have
    across: bool = False


def find_change_cells(clean: str, outline: Outline) -> list[ChangeCell]:
    """The filled cells that stand under a heading of changes, or in a row of changes."""
    found: list[ChangeCell] = []
    for number, table in enumerate(outline.tables):
        for row_number, row in enumerate(table.rows):
            across = is_change_row(text_of(clean, row[0])) if row_number and row else False
            for column, span in enumerate(row):
                heading = heading_above(clean, table, row_number, column) if row_number and column else ""
                if across and column and text_of(clean, span):
                    # | 同比 | -8% | 下降12% |: below the columns of what is counted
                    words = text_of(clean, row[0])
                    found.append(ChangeCell((number, row_number, column), *span, words, row[0][0], row[-1][1], True))
                elif heading and CHANGE_HEADING.search(heading) and text_of(clean, span):
                    found.append(ChangeCell((number, row_number, column), *span, heading, row[0][0], row[-1][1]))
    return found


def read_changes(
    clean: str, cell: ChangeCell, read: Mapping[tuple[int, int, int], list[Mention]], year: int | None
) -> list[StatedChange]:
    """The changes that a cell states, of the metric whose value for the report's year stands in its row or its column."""
    table, row, column = cell.place
    values = [
        mention
        for place in sorted(read)
        if place[0] == table and (place[2] == column and place[1] < row if cell.across else place[1] == row)
        for mention in read[place]
        if mention.period.whole and mention.period.year == year and mention.period.basis == ACTUAL
    ]
    if not values:
        return []
    metric = values[-1].metric
    printed = clean[cell.start : cell.end].rstrip(")） ")
    found: list[StatedChange] = []
    start = 0
    for end in (*(mark.start() for mark in _BETWEEN.finditer(printed)), len(printed)):
        piece = printed[start:end]
        offset = cell.start + start + len(piece) - len(piece.lstrip())
        change = _read_amount(piece.strip(), offset, cell, metric, year, found[0].direction if found else "")
        if change is None and not found:
            return []
        if change is not None:
            found.append(change)
        start = end + 1
    return found


def _read_amount(text: str, offset: int, cell: ChangeCell, metric: Metric, year: int | None, told: str) -> StatedChange | None:
    """One amount of a cell, of which `told` is the direction that the amount before it has."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    counted = "%" if match["share"] else match["unit"] or unit_from(cell.heading)
    amount = parse_number(match["number"].replace(",", "").replace("，", ""))
    if amount is None:
        return None
    if counted in ("%", "％"):
        unit = "%"
    elif "百分点" in counted or (metric.unit == "%" and not counted):
        unit = "pp"
    else:
        unit = "count"
    sign = match["direction"] or match["arrow"] or ""
    falls = sign[:1] in _DOWN if sign else _FALLING.search(cell.heading) is not None and "增" not in cell.heading
    falls = _TOLD_BY_LAST.get(sign, falls)
    direction = "same" if amount == 0 else told if told and not sign else "down" if falls else "up"
    named = _YEAR.search(cell.heading)
    compared = int(named[0]) if named and year is not None and int(named[0]) < year else None if year is None else year - 1
    start = offset + (match.start("share") if match["share"] else match.start("number"))
    end = offset + (match.end("unit") if match["unit"] else match.end("number"))
    quantity = Quantity(start, end, FIGURE, amount, unit=unit, number_end=end, reach_start=start, reach_end=end)
    row = Sentence(cell.row_start, cell.row_end, TABLE, "")
    return StatedChange(metric, quantity, row, direction, amount, unit, compared, year, start, end)
