"""Figures in table cells: each read as row heading, column heading, number, as if a clerk had written it out."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal
from re import compile as regex

from extract.figures.numerals import parse_number
from extract.figures.quantity import DATE, FIGURE, NAME, ORDINAL, Quantity
from extract.figures.units import UNITS
from extract.report.model import PLAN, Outline, Table

_BARE_NUMBER = regex(r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,12}(?:\.[0-9]{1,6})?")
_UNIT_IN_BRACKETS = regex(r"[（(]\s*(?:单位[:：]?)?([^（）()0-9]{1,4}?)\s*[）)]")
_UNIT_AFTER_SLASH = regex(r"[/／]([^/／（）()0-9]{1,3})$")
_UNIT_COLUMN = regex(r"(?:计量)?单位")
#: 参训人次, 案件件数: a heading that ends with a unit names it
_UNIT_ENDS_HEADING = regex(r"(?<=[一-鿿])(?:(人次|场次|批次|家次|户次)|([人件起份次期场])数)$")
#: how long a course was is no count of it
HOURS = regex(r"(?:培训|学习|授课|人均|总)?(?:学时|学分|天数)数?")
YEAR = regex(r"(20[0-9]{2})年?")
LAST_YEAR = regex(r"上年|去年|上一年|同期")
#: headings of changes: 增减, 与上年比, 较2023年变动
CHANGE_HEADING = regex(
    r"同比|环比|增减|增幅|降幅|涨幅|变幅|增长|变[化动]|升降|涨[跌落]|增[（(]?[+＋]|(?:[较比与同跟]|对比)(?:上一?年|去年|前年|往年|20[0-9]{2}年?)"
)
_NO_VALUES = regex(r"序号|排名|备注|完成率|达成率")
#: 全县镇均, 县平均值, 全市乡镇平均: columns and rows of other places
OTHER_PLACE = regex(
    r"全[县市区省旗州盟国](?!性)|[县市区省旗州](?:级)?(?:乡镇|街道|镇街|各?镇)?(?:平均|均值|均$)|(?:乡镇|镇街|街镇|街道)(?:平均|均值|均$)"
)
PART_OF_YEAR = regex(r"季度|上半年|下半年|前三季|(?<![0-9])1?[0-9][—\-~～至到]1?[0-9]月|(?<![0-9年])1?[0-9]月(?!底)")
_TOTAL_ROW = regex(r"合计|总计|共计|小计|^计$")
SCALED_UNITS = {
    "亿元": Decimal(100_000_000),
    **dict.fromkeys(("万元", "万人次", "万人", "万份", "万件", "万条"), Decimal(10_000)),
}
_WRITTEN = regex(
    r"([〇零一二两三四五六七八九十百千万亿]+)[余多]?"
    r"(?:[件起宗例次场期人名份册个条处家户批堂节篇幅张本元]|件次|场次|人次|批次|家次|期次|万元)"
)
_SLACK = 5
_BLANK = frozenset(("—", "-", "/", "－", "――", "——", "--"))
_UNIT_BEHIND = regex(rf"[余多+]?[万亿]?[（(]?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}|[%％])?[）)]?(?:以上|左右)?")
#: columns of targets: 2026年目标, 年初计划
_TARGET_COLUMN = regex(r"目标|计划|预期|拟")
_YEAR_TARGET = regex(r"(?:20[0-9]{2}年|明年|来年|下一?年|翌年)(?:度)?(?:工作)?(?:目标|计划|打算)")
_NEXT_YEAR = regex(r"明[年岁]|下年|下一年|来[年岁]|翌年")
#: what the corner of a table or the line before it says is aimed at: 2025年目标, 2025年主要工作任务表, 明年要做到
_AIM = regex(
    r"(?:(?P<year>20[0-9]{2})年度?|明[年岁]|来[年岁]|下一?年度?|翌年)[^，,。；;|\n完]{0,12}?(?:目标|计划|任务|指标|打算|安排|预期|要|拟|力争)(?!完成|落实|执行)"
)
#: captions of tables that look back, wherever they stand: 附：2024年主要数据统计
_OF_WHAT_WAS_DONE = regex(r"统计|情况|完成|汇总|数据|一览|附[件表：:]|以来|总结|回顾|履职|成效")
#: the line before a table in a plan, where that goes on with the plan: 主要指标安排如下：, 四、下一步打算
_LEADS_TO_AIMS = regex(r"目标|计划|打算|安排|任务|如下|预期|力争|下一?步|[：:]$")
#: what a running total over several years is headed: 2021年以来累计, 五年累计, 历年合计, 2021—2024年
_CUMULATIVE = regex(
    r"[自从]?(?:20[0-9]{2}年?|“?[六七八]五”?(?:普法)?|任期|任职|本届|成立|挂牌|运行|建[成站])(?:度|初|底|[0-9]{1,2}月)?(?:启动|实施)?(?:以来|至今|起)(?:累计|合计|总计|总数|共计)?"
    r"|(?:历年|近?[两二三四五六七八九十]个?年|20[0-9]{2}年?[—\-~～至到]20[0-9]{2}年?)(?:以?来|间)?的?(?:累计|合计|总计|总数|共计)"
    r"|20[0-9]{2}年?[—\-~～至到]20[0-9]{2}年?(?!度|目标|计划)"
)
#: beside columns of this year, and below rows of several years, what adds up goes beyond the year
_ADDED_UP = regex(r"累计(?:数|值|总数|完成)?")
_SUMMED_YEARS = regex(r"(?:累计|合计|总计|共计)(?:数|值)?")
_THIS_YEAR = regex(r"(?:20[0-9]{2}年度?|本年度?|今年|当年|年内|全年)(?:数|值|新增|完成)?")
_WHOLE_YEAR = regex(r"^(?:全年|年度|本年)?(?:合计|总计|共计|累计|全年|年度)(?:数|值)?$")
_OF_MONEY = regex(r"金额|[（(/／][亿万]?元")
_SUM = regex(r"合计|总计|共计")
OF_WHICH = regex(r"其中[：:]?")
#: a row that tells how the rows above have changed
_CHANGE_ROW = regex(
    r"(?:同比|环比|(?:[较比与同和跟]|对比)(?:上一?年|去年|前年|20[0-9]{2}年)(?:同期|度)?(?:相比|比较|比)?)?(?:增减|增长|升降|变[化动]|增幅|降幅|涨跌)?(?:情况|率|幅度?|数|值|量|百分比)?[±%％]?"
)
#: how long a cell is at most that states a change
LONGEST_CHANGE = 24
#: a sum of years adds up so many at least
_FEWEST_YEARS = 2
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
    #: the year of which the whole table states the aims, if it names one; 0 where it says 明年
    aimed: int | None = None
    #: the year from which its column or row adds up (2021年以来累计), 0 where it names none (五年累计)
    since: int | None = None
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
        # 合计 below rows of years adds up the years, of which none is a part
        has_total = _rows_of_years(clean, table.rows) < _FEWEST_YEARS and any(
            row and _TOTAL_ROW.search(text_of(clean, row[0])) for row in table.rows
        )
        summed, money = _total_column(clean, table), _money_columns(clean, table)
        aimed = _aimed(clean, outline, table, caption)
        for row_number, row in enumerate(table.rows):
            for column, span in enumerate(row):
                cell = _read_cell(clean, table, row_number, column, span, quantities, starts)
                if cell is None:
                    if column and _is_change(clean, table, row_number, column, span):
                        low, high = bisect_left(starts, span[0]), bisect_left(starts, span[1])
                        taken.update(id(q) for q in quantities[low:high])
                    continue
                cell.aimed = aimed
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
    if (not row_heading and not column_heading) or CHANGE_HEADING.search(column_heading) or _NO_VALUES.search(column_heading):
        return None
    if is_change_row(row_heading):
        return None
    if HOURS.fullmatch(column_heading):
        return None
    if OTHER_PLACE.search(column_heading) or OTHER_PLACE.search(row_heading):
        return None
    unit = figure.unit if figure.kind == FIGURE else ""
    factor = Decimal(1)
    if not unit:
        printed = unit_from(row_heading) or unit_from(column_heading) or _unit_cell(clean, table, row_number)
        factor = SCALED_UNITS.get(printed, Decimal(1))
        unit = printed[1:] if printed in SCALED_UNITS else printed
    value = Decimal(text.replace(",", "").replace("，", "")) if bare else figure.value
    if value is None:
        return None
    headings = row_heading + " " + column_heading
    since = _added_up_since(clean, table, row_number, row_heading, column_heading)
    years = YEAR.findall(_CUMULATIVE.sub("", headings))
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
        bare_heading(row_heading) + bare_heading(column_heading),
        int(years[0]) if years else None,
        LAST_YEAR.search(headings) is not None,
        since is None
        and (_TOTAL_ROW.search(row_heading) is not None or _WHOLE_YEAR.match(_without_unit(column_heading)) is not None),
        row[0][0],
        row[-1][1],
        part=OF_WHICH.match(row_heading) is not None,
        part_year=PART_OF_YEAR.search(headings) is not None,
        target=target,
        next_year=target and _NEXT_YEAR.search(headings) is not None,
        since=since,
    )


def _aimed(clean: str, outline: Outline, table: Table, caption: str) -> int | None:
    """The year of which the table states the aims, by its corner, the line before it or the part it stands in; 0 for 明年."""
    corner = text_of(clean, table.rows[0][0]) if table.rows[0] else ""
    section = next((section for section in reversed(outline.sections) if section.start <= table.start), None)
    heading = section.heading if section is not None else ""
    found = _AIM.search(corner) or _AIM.search(caption)
    if found is None and not _OF_WHAT_WAS_DONE.search(caption):
        found = _AIM.search(heading) if not _OF_WHAT_WAS_DONE.search(heading) else None
        if found is None and section is not None and section.role == PLAN and _LEADS_TO_AIMS.search(caption):
            return 0
    return None if found is None else int(found["year"] or 0)


def is_change_row(heading: str) -> bool:
    """Whether a row tells how what stands above it has changed: 同比, 比上年增减."""
    return CHANGE_HEADING.search(heading) is not None and _CHANGE_ROW.fullmatch(_without_unit(heading)) is not None


def _is_change(clean: str, table: Table, row_number: int, column: int, span: tuple[int, int]) -> bool:
    """Whether a short cell stands in a column or a row of changes, so that its number is no value."""
    if not row_number or span[1] - span[0] > LONGEST_CHANGE:
        return False
    heading = heading_above(clean, table, row_number, column)
    return CHANGE_HEADING.search(heading) is not None or is_change_row(text_of(clean, table.rows[row_number][0]))


def _added_up_since(clean: str, table: Table, row_number: int, row_heading: str, column_heading: str) -> int | None:
    """From when on the cell's row or column adds up: 2021年以来累计; 累计 beside 2024年; 合计 below several years."""
    found = _CUMULATIVE.search(column_heading) or _CUMULATIVE.search(row_heading)
    if found is not None:
        first = YEAR.search(found[0])
        return int(first[1]) if first is not None else 0
    top, left = _without_unit(column_heading), _without_unit(row_heading)
    if _SUMMED_YEARS.fullmatch(top):
        beside = [_without_unit(text_of(clean, span)) for span in table.rows[0]]
        years = sum(YEAR.fullmatch(text) is not None for text in beside)
        alone = _ADDED_UP.fullmatch(top) is not None and any(_THIS_YEAR.fullmatch(text) for text in beside)
        return 0 if years >= _FEWEST_YEARS or alone else None
    if _SUMMED_YEARS.fullmatch(left):
        return 0 if _rows_of_years(clean, table.rows[:row_number]) >= _FEWEST_YEARS else None
    return None


def _rows_of_years(clean: str, rows: list[list[tuple[int, int]]]) -> int:
    """How many rows are headed by a year and nothing else."""
    return sum(bool(row) and YEAR.fullmatch(text_of(clean, row[0])) is not None for row in rows)


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
        if place == 0 and YEAR.fullmatch(text):
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
    return [bare_heading(heading) for heading in headings if heading and not _is_number(heading)][-2:]


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
    return "" if _is_number(heading) else bare_heading(heading)


def heading_above(clean: str, table: Table, row_number: int, column: int) -> str:
    """The heading of a column: the first cell above that is as wide a row's; a year is a heading, another number is none."""
    for row in table.rows[:row_number]:
        if column < len(row) and len(row) >= len(table.rows[row_number]) - 1:
            text = text_of(clean, row[column])
            return "" if _BARE_NUMBER.fullmatch(text) and not YEAR.fullmatch(text) else text
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


def bare_heading(heading: str) -> str:
    """A heading without its unit, its years and what it adds up."""
    bare = _CUMULATIVE.sub("", _UNIT_AFTER_SLASH.sub("", _UNIT_IN_BRACKETS.sub("", heading)))
    return YEAR.sub("", bare).replace(" ", "")
