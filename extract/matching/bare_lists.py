"""Numbers without a unit in lists of bare lines (执法人员：16, then 其中有证的 14), read as table cells are.

What a label lacks is lent by the line before or by the heading above the list.
"""

from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from re import Match as Found
from re import compile as regex

from extract.bare_lines import runs_of_items
from extract.figures.quantity import DATE, FIGURE, NAME, ORDINAL, Quantity
from extract.matching.cells import (
    CHANGE_HEADING,
    HOURS,
    LAST_YEAR,
    OF_WHICH,
    OTHER_PLACE,
    PART_OF_YEAR,
    SCALED_UNITS,
    YEAR,
    Cell,
    bare_heading,
    unit_from,
)
from extract.report.headings import heading_role
from extract.report.model import FURNITURE, PLAN, Outline, Section, section_at

#: what is numbered, dialled, read or dated, and not counted
_NO_COUNT = regex(
    r"电话|邮编|编码|编号|传真|手机|号码?$|文号|序号|索引|浏览|点击|阅读|访问|页码?$|年份|年度$|时间|日期|得分|分值|评分|排名|名次|第$|附件|附表"
    r"|[年月日附表图至到第—~-]$"
)
#: headings that a table of contents lists
_CONTENTS = regex("情况|问题|打算|计划|安排|主要|做法|下一?步|目录|附件|工作$")
_OF_WHAT_WAS_DONE = regex("统计|情况|完成|汇总|数据|一览|附[件表：:]?|总结|回顾|成效")
#: lists of scores and of pages
_NO_LIST = regex("得分|分值|评分|打分|权重|分数|目录|目次|页码|电话|联系|名单|编号")
_LONGEST_HEADING = 24
_KINDS = frozenset((FIGURE, NAME, ORDINAL, DATE))


def read_lists(clean: str, outline: Outline, quantities: list[Quantity]) -> tuple[list[Cell], set[int]]:
    """The bare numbers of all lists as cells, and the identities of the quantities that are thereby accounted for."""
    cells: list[Cell] = []
    taken: set[int] = set()
    runs = runs_of_items(clean)
    if not runs:
        return cells, taken
    starts = [quantity.start for quantity in quantities]
    for number, run in enumerate(runs, 1):
        section = _section_at(outline, run[0].start())
        role = section.role if section is not None else ""
        if role == FURNITURE or _is_contents(run):
            continue
        caption = _heading_above(clean, run[0].start())
        if _NO_LIST.search(caption):
            continue
        planned = role == PLAN or heading_role(caption, None) == PLAN
        aimed = 0 if planned and not _OF_WHAT_WAS_DONE.search(caption) else None
        before = ""
        for row, line in enumerate(run):
            label = line["label"]
            low, high = bisect_left(starts, line.start("label")), bisect_left(starts, line.end())
            cell = _cell_of(line, quantities[low:high])
            if cell is not None:
                cell.place = (-number, row, 0)
                cell.caption = caption
                cell.context = "，".join(filter(None, (caption, before)))
                cell.aimed = aimed
                cells.append(cell)
                taken.update(id(quantity) for quantity in quantities[low:high])
            if not OF_WHICH.match(label):
                before = bare_heading(label)
    return cells, taken


def _cell_of(line: Found[str], inside: list[Quantity]) -> Cell | None:
    """The line's number as a cell; None where it has a unit of its own or counts nothing."""
    label = line["label"]
    if line["number"] is None or line["unit"] or line["behind"] or line["aside"] or _NO_COUNT.search(label):
        return None
    if CHANGE_HEADING.search(label) or OTHER_PLACE.search(label) or HOURS.fullmatch(label):
        return None
    start, end = line.span("number")
    figure = next((one for one in inside if one.start <= start < one.end), None)
    if figure is None or figure.kind not in _KINDS or figure.value is None or figure.unit or figure.start < start:
        return None
    digits = line["number"].replace(",", "").replace("，", "")
    value = figure.value if figure.end >= end else Decimal(digits) if digits[-1].isdigit() else None
    if value is None:
        return None
    printed = unit_from(label)
    unit = printed[1:] if printed in SCALED_UNITS else printed
    value *= SCALED_UNITS.get(printed, Decimal(1))
    years = YEAR.findall(label)
    return Cell(
        replace(figure, start=start, end=end, kind=FIGURE, value=value, unit=unit, reach_start=start, reach_end=end, year=None),
        bare_heading(label),
        int(years[0]) if years else None,
        LAST_YEAR.search(label) is not None,
        False,
        line.start("label"),
        end,
        part=OF_WHICH.match(label) is not None,
        part_year=PART_OF_YEAR.search(label) is not None,
    )


def _is_contents(run: list[Found[str]]) -> bool:
    """Whether the lines are a table of contents: 工作开展情况 1, then 存在的问题 4."""
    if any(line["unit"] or line["number"] is None or ":" in line["joint"] or "：" in line["joint"] for line in run):
        return False
    numbers = [line["number"] for line in run]
    if not all(number.isdigit() for number in numbers) or any(int(after) < int(before) for before, after in pairwise(numbers)):
        return False
    return any(_CONTENTS.search(line["label"]) for line in run)


def _section_at(outline: Outline, place: int) -> Section | None:
    at = section_at(outline.sections, place)
    return outline.sections[at] if at >= 0 else None


def _heading_above(clean: str, start: int) -> str:
    """The line above the list, if it is short enough to be its heading: 〔行政执法〕."""
    above = clean[max(0, clean.rfind("\n", 0, max(0, start - 1)) + 1) : start].strip("\n |〔〕【】〖〗[]")
    return above if len(above) <= _LONGEST_HEADING and "。" not in above else ""
