"""Figures in table cells: each read as row heading, column heading, number, as if a clerk had written it out."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal
from re import compile as regex

from extract.figures.numerals import parse_number
from extract.figures.quantity import DATE, FIGURE, NAME, ORDINAL, Quantity
from extract.figures.units import UNITS
from extract.report.model import Outline, Table

_BARE_NUMBER = regex(r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,12}(?:\.[0-9]{1,6})?")
_UNIT_IN_BRACKETS = regex(r"[（(]\s*(?:单位[:：]?)?([^（）()0-9]{1,4}?)\s*[）)]")
_UNIT_AFTER_SLASH = regex(r"[/／]([^/／（）()0-9]{1,3})$")
_UNIT_COLUMN = regex(r"(?:计量)?单位")
#: 参训人次, 案件件数: a heading that ends with a unit names it
_UNIT_ENDS_HEADING = regex(r"(?<=[一-鿿])(?:(人次|场次|批次|家次|户次)|([人件起份次期场])数)$")
#: how long a course was is no count of it
_HOURS = regex(r"(?:培训|学习|授课|人均|总)?(?:学时|学分|天数)数?")
_YEAR = regex(r"(20[0-9]{2})年?")
_LAST_YEAR = regex(r"上年|去年|上一年|同期")
_CHANGE_COLUMN = regex(
    r"同比|环比|增减|增幅|降幅|增长|变化|升降|较上年|比上年|较去年|比去年|(?:较|比|与)20[0-9]{2}年?|序号|排名|备注|完成率|达成率"
)
#: 全县镇均, 县平均值, 全市乡镇平均: columns and rows of other places
_OTHER_PLACE = regex(
    r"全[县市区省旗州盟国](?!性)|[县市区省旗州](?:级)?(?:乡镇|街道|镇街|各?镇)?(?:平均|均值|均$)|(?:乡镇|镇街|街镇|街道)(?:平均|均值|均$)"
)
_PART_OF_YEAR = regex(r"季度|上半年|下半年|前三季|(?<![0-9])1?[0-9][—\-~～至到]1?[0-9]月|(?<![0-9年])1?[0-9]月(?!底)")
_TOTAL_ROW = regex(r"合计|总计|共计|小计|^计$")
_MONEY = {"亿元": Decimal(100_000_000), **dict.fromkeys(("万元", "万人次", "万人", "万份", "万件", "万条"), Decimal(10_000))}
_WRITTEN = regex(
    r"([〇零一二两三四五六七八九十百千万亿]+)[余多]?"
    r"(?:[件起宗例次场期人名份册个条处家户批堂节篇幅张本元]|件次|场次|人次|批次|家次|期次|万元)"
)
_SLACK = 5
_BLANK = frozenset(("—", "-", "/", "－", "――", "——", "--"))
_UNIT_BEHIND = regex(rf"[余多+]?[万亿]?[（(]?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}|[%％])?[）)]?(?:以上|左右)?")
#: columns of targets: 2026年目标, 年初计划
_TARGET_COLUMN = regex(r"目标|计划|预期|拟")
_YEAR_TARGET = regex(r"20[0-9]{2}年(?:度)?(?:工作)?(?:目标|计划)")
_NEXT_YEAR = regex(r"明年|下年|下一年|来年")
_WHOLE_YEAR = regex(r"^(?:全年|年度|本年)?(?:合计|总计|共计|累计|全年|年度)(?:数|值)?$")
_OF_MONEY = regex(r"金额|[（(/／][亿万]?元")
_SUM = regex(r"合计|总计|共计")
_OF_WHICH = regex(r"其中[：:]?")
#: cells that hold a unit alone
_UNIT_WORDS = frozenset("件次 人次 场次 批次 家次 户次 万元 亿元 万人次 万人 万份 期次 条次 平方米".split())


@dataclass(slots=True)
class Cell:
    """A figure in a table with the words that its headings give it."""

    quantity: Quantity
    #: row heading, then column heading, without units and years
    words: str
    year: int | None
    last_year: bool
    total: bool
    row_start: int
    row_end: int
    #: what the table says around the cell: its caption and the headings before, from which a missing noun is carried
    context: str = ""
    #: the line before the table, or its first cell
    caption: str = ""
    #: a row beside a row of totals, or one that 其中 opens, is a part
    part: bool = False
    #: where the cell stands, so that a part finds its whole: the numbers of the table, the row and the column
    place: tuple[int, int, int] = (0, 0, 0)
    #: whether its column or row is of a quarter, a month or half a year
    part_year: bool = False
    #: whether its column is of what is aimed at: 2026年目标
    target: bool = False
    next_year: bool = False
    #: whether another column is of money, so that this one without a unit is not
    beside_money: bool = False


def read_cells(clean: str, outline: Outline, quantities: list[Quantity]) -> tuple[list[Cell], set[int]]:
    """The figures of all numeric cells, and the identities of the quantities that are thereby accounted for."""
    cells: list[Cell] = []
    taken: set[int] = set()
    if not outline.tables:
        return cells, taken
    starts = [q.start for q in quantities]
    for number, table in enumerate(outline.tables):
        caption, context = _caption(clean, table), _context(clean, table)
        has_total = any(row and _TOTAL_ROW.search(text_of(clean, row[0])) for row in table.rows)
        summed, money = _total_column(clean, table), _money_columns(clean, table)
        for row_number, row in enumerate(table.rows):
            for column, span in enumerate(row):
                cell = _read_cell(clean, table, row_number, column, span, quantities, starts)
                if cell is None:
                    continue
                cell.place = (number, row_number, column)
                cell.caption = caption
                before = (context, _row_before(clean, table, row_number), *_headings_before(clean, table, row_number, column))
                cell.context = "，".join(filter(None, before))
                cell.part = cell.part or (not cell.total and (has_total or column < summed))
                cell.beside_money = bool(money) and column not in money
                cells.append(cell)
                low, high = bisect_left(starts, span[0]), bisect_left(starts, span[1])
                taken.update(id(q) for q in quantities[low:high])
    return cells, taken


def _read_cell(
    clean: str,
    table: Table,
    row_number: int,
    column: int,
    span: tuple[int, int],
    quantities: list[Quantity],
    starts: list[int],
) -> Cell | None:
    inside = quantities[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
    figures = [q for q in inside if q.kind in (FIGURE, NAME, ORDINAL, DATE) and q.value is not None]
    if len(figures) != 1 or (row_number == 0 and column == 0):
        return None
    figure = figures[0]
    text = clean[span[0] : span[1]]
    bare = _BARE_NUMBER.fullmatch(text)
    if not bare and (figure.kind != FIGURE or len(text) - (figure.end - figure.start) > _SLACK):
        return None
    row = table.rows[row_number]
    row_heading = _heading_left(clean, row, column)
    column_heading = heading_above(clean, table, row_number, column)
    if (not row_heading and not column_heading) or _CHANGE_COLUMN.search(column_heading):
        return None
    if _HOURS.fullmatch(column_heading):
        return None
    if _OTHER_PLACE.search(column_heading) or _OTHER_PLACE.search(row_heading):
        return None
    unit = figure.unit if figure.kind == FIGURE else ""
    factor = Decimal(1)
    if not unit:
        printed = unit_from(row_heading) or unit_from(column_heading) or _unit_cell(clean, table, row_number)
        factor = _MONEY.get(printed, Decimal(1))
        unit = printed[1:] if printed in _MONEY else printed
    value = Decimal(text.replace(",", "").replace("，", "")) if bare else figure.value
    if value is None:
        return None
    headings = row_heading + " " + column_heading
    years = _YEAR.findall(headings)
    target = _TARGET_COLUMN.search(column_heading) is not None or _YEAR_TARGET.search(row_heading) is not None
    return Cell(
        replace(
            figure,
            start=span[0] if bare else figure.start,
            end=span[1] if bare else figure.end,
            kind=FIGURE,
            value=value * factor,
            unit=unit,
        ),
        _words(row_heading) + _words(column_heading),
        int(years[0]) if years else None,
        _LAST_YEAR.search(headings) is not None,
        _TOTAL_ROW.search(row_heading) is not None or _WHOLE_YEAR.match(_without_unit(column_heading)) is not None,
        row[0][0],
        row[-1][1],
        part=_OF_WHICH.match(row_heading) is not None,
        part_year=_PART_OF_YEAR.search(headings) is not None,
        target=target,
        next_year=target and _NEXT_YEAR.search(column_heading) is not None,
    )


def text_of(clean: str, span: tuple[int, int]) -> str:
    """What stands in a cell."""
    return clean[span[0] : span[1]].strip()


def _is_number(text: str) -> bool:
    if not text or text in _BLANK:
        return True
    number = _BARE_NUMBER.match(text)
    # 388件, 94.6%, 4人次, +12.5%; but 12345热线工单 is a heading.
    return (number is not None and _UNIT_BEHIND.fullmatch(text, number.end()) is not None) or _written_count(text)


def _written_count(text: str) -> bool:
    """Whether a cell is a count in Chinese numerals, with or without its unit: 六百四十二件."""
    written = _WRITTEN.fullmatch(text)
    return parse_number(text) is not None or (written is not None and parse_number(written[1]) is not None)


def _heading_left(clean: str, row: list[tuple[int, int]], column: int) -> str:
    """The nearest cell to the left that is words, not a number or a unit alone."""
    for place in range(column - 1, -1, -1):
        text = text_of(clean, row[place])
        if place == 0 and _YEAR.fullmatch(text):
            return text
        if not _is_number(text) and len(text) > 1 and text not in _UNIT_WORDS:
            return text
    return ""


def _total_column(clean: str, table: Table) -> int:
    """The column that adds up those before it (警告, 罚款, …, 合计), 0 where there is none."""
    headings = [_without_unit(text_of(clean, span)) for span in table.rows[0]]
    return next((place for place, heading in enumerate(headings) if place > 1 and _SUM.fullmatch(heading)), 0)


def _money_columns(clean: str, table: Table) -> set[int]:
    """The columns whose headings speak of money: 罚没金额（万元）."""
    return {place for place, span in enumerate(table.rows[0]) if _OF_MONEY.search(text_of(clean, span))}


def _caption(clean: str, table: Table) -> str:
    """The line before the table."""
    return clean[max(0, clean.rfind("\n", 0, max(0, table.start - 1)) + 1) : table.start].strip("\n |")[-40:]


def _headings_before(clean: str, table: Table, row_number: int, column: int) -> list[str]:
    """The column headings to the left, whose noun a column may leave out: 受理纠纷, then 化解."""
    if row_number == 0 or not table.rows:
        return []
    headings = [text_of(clean, span) for span in table.rows[0][1:column]]
    return [_words(heading) for heading in headings if heading and not _is_number(heading)][-2:]


def _context(clean: str, table: Table) -> str:
    """The caption before the table, and the headings of its first rows."""
    caption = _caption(clean, table)
    headings = [text_of(clean, row[0]) for row in table.rows[:2] if row]
    return "，".join(part for part in (caption, *headings) if part and not _is_number(part))


def _row_before(clean: str, table: Table, row_number: int) -> str:
    """The heading of the row above, whose noun a row may leave out: 培训场次, then 参训人员."""
    if row_number < 1 or not table.rows[row_number - 1]:
        return ""
    heading = text_of(clean, table.rows[row_number - 1][0])
    return "" if _is_number(heading) else _words(heading)


def heading_above(clean: str, table: Table, row_number: int, column: int) -> str:
    """The heading of a column: the first cell above that is as wide a row's; a year is a heading, another number is none."""
    for row in table.rows[:row_number]:
        if column < len(row) and len(row) >= len(table.rows[row_number]) - 1:
            text = text_of(clean, row[column])
            return "" if _BARE_NUMBER.fullmatch(text) and not _YEAR.fullmatch(text) else text
    return ""


def unit_from(heading: str) -> str:
    """The unit that a heading names: 受理（件）, 金额/万元, 参训人次."""
    match = _UNIT_IN_BRACKETS.search(heading) or _UNIT_AFTER_SLASH.search(heading)
    if match is None:
        match = _UNIT_ENDS_HEADING.search(heading)
        return (match[1] or match[2]) if match else ""
    return match[1]


def _unit_cell(clean: str, table: Table, row_number: int) -> str:
    """The cell of this row under a heading 单位."""
    heading, row = table.rows[0], table.rows[row_number]
    for column, span in enumerate(heading):
        if column < len(row) and _UNIT_COLUMN.fullmatch(text_of(clean, span)):
            return text_of(clean, row[column])
    return ""


def _without_unit(heading: str) -> str:
    """A heading without its unit: 合计（宗）."""
    return _UNIT_IN_BRACKETS.sub("", heading).replace(" ", "")


def _words(heading: str) -> str:
    """A heading without its unit and year."""
    return _YEAR.sub("", _UNIT_AFTER_SLASH.sub("", _UNIT_IN_BRACKETS.sub("", heading))).replace(" ", "")
