"""Tables whose columns stand apart by blanks alone, as texts copied from web pages and Word have them."""

import re

_BLANKS = " \u3000\xa0\u2002\u2003"
#: what parts two columns: one full-width blank, or two blanks of any width
_GAP = re.compile(rf"[{_BLANKS}](?:[{_BLANKS}]++|(?<=[\u3000\u2003]))")
#: such a gap behind a word and before a number; only lines that have one are looked at
_BEFORE_NUMBER = re.compile(rf"[{_BLANKS}](?<=[^{_BLANKS}\s][{_BLANKS}])(?:[{_BLANKS}]++|(?<=[\u3000\u2003]))(?=[-+−约近]?[0-9])")
#: nearly no text has one; each opens with one character, by which a long text is searched fastest
_MAY_BE_GAP = tuple(
    re.compile(rf"{blank}(?<=[^\s]{blank})[{_BLANKS}]{{{int(narrow)},}}+[-+−约近]?[0-9]")
    for blank, narrow in zip(_BLANKS, (True, False, True, False, False), strict=True)
)
_HAN = re.compile("[一-鿿]")
#: no table has such cells: sentences, keys with their values, lists of counted items
_NO_CELL = re.compile(r"[，。；：！？!?;:|\t]")
#: 1,204; 27.65万元; 96.4%; 12件; but 2024年 heads a column
_NUMBER = re.compile(
    r"(?:[-+−约近]?[0-9]{1,12}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,4})?[余多]?[万亿]?(?:[余多]|%|％)?"
    r"(?:[件起宗例次场期堂节人名份册本条个处家户批卷元项篇部幅间张]次?|人次|小时|万元)?|[-—–/无零〇]{1,2})"
)
_YEAR = re.compile(r"20[0-9]{2}")
#: a serial number before the words of a row
_SERIAL = re.compile(r"[0-9]{1,3}[.．、]?|[一二三四五六七八九十]{1,3}、?")
#: 一季度, 2023年: when, not what
_PERIOD = re.compile(r"20[0-9]{2}年?度?|第?[一二三四]季度|[上下]半年|[0-9一二三四五六七八九十]{1,2}月份?")
#: what opens a line of a table of contents
_MARKED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、）)]|第[一二三四五六七八九十]{1,3}[章节部]|[0-9]{1,2}(?:[.．、][0-9]{0,2}){1,2}"
)
#: a cell that ends so is the beginning of a sentence: 共排查纠纷 124
_DANGLING = re.compile(r"(?:[的和与及或对为在将把被由从向以达至到于约近超]|共计?|总计|累计|其中)\Z")
_LONGEST_LINE, _LONGEST_CELL, _MOST_ROWS = 160, 30, 400
_FEWEST_ROWS, _PAIR = 2, 2


def with_tabs(text: str) -> str:
    """The text with a tab, as long as the blank it stands for, in every gap between the columns of such a table.

    >>> with_tabs("项目　　2024年　　2023年\\n调解　　　388　　　421\\n共计　388　件。")
    '项目\\t　2024年\\t　2023年\\n调解\\t　　388\\t　　421\\n共计　388　件。'
    """
    if not any(gap.search(text) for gap in _MAY_BE_GAP):
        return text
    pieces: list[str] = []
    done = looked = 0
    for found in _BEFORE_NUMBER.finditer(text):
        if found.start() < looked:
            continue
        start = _line_start(text, found.start())
        rows = _rows_from(text, start) if start >= looked else []
        looked = _line_end(text, rows[-1][-1][0] if rows else found.start())
        if rows and start and (heading := _row_above(text, start, done)) and len(heading) == len(rows[0]):
            rows.insert(0, heading)
        if not _is_table(text, rows):
            continue
        for row in rows:
            for _, end in row[:-1]:
                pieces += (text[done:end], "\t")
                done = end + 1
    if not pieces:
        return text
    pieces.append(text[done:])
    return "".join(pieces)


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _rows_from(text: str, start: int) -> list[list[tuple[int, int]]]:
    """The rows of equally many cells that follow each other from `start` on; a line left blank parts no rows."""
    rows: list[list[tuple[int, int]]] = []
    while start < len(text) and len(rows) < _MOST_ROWS:
        end = _line_end(text, start)
        row = _cells(text, start, end)
        if not row and rows and not text[start : min(end, start + _LONGEST_LINE)].strip():
            blank = end + 1
            end = _line_end(text, blank) if blank < len(text) else blank
            row = _cells(text, blank, end)
        if not row or (rows and len(row) != len(rows[0])):
            break
        rows.append(row)
        start = end + 1
    return rows


def _row_above(text: str, start: int, floor: int) -> list[tuple[int, int]]:
    """The cells of the line before the one that begins at `start`."""
    for _ in range(2):
        end = start - 1
        start = max(_line_start(text, max(end, 0)), floor) if end > floor else end
        if end <= floor:
            return []
        if text[start : min(end, start + _LONGEST_LINE)].strip():
            return _cells(text, start, end)
    return []


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between the gaps of a line; none for a line that is no row."""
    if not 0 < end - start <= _LONGEST_LINE or _NO_CELL.search(text, start, end):
        return []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    cells: list[tuple[int, int]] = []
    for gap in _GAP.finditer(text, start, end):
        # 项　目 and 合　计 are one cell
        if gap.start() - start == 1 and _stands_alone(text, gap.end(), end) and _HAN.match(text, start):
            continue
        cells.append((start, gap.start()))
        start = gap.end()
    cells.append((start, end))
    if len(cells) < _PAIR or any(stop - begin > _LONGEST_CELL for begin, stop in cells):
        return []
    return cells


def _stands_alone(text: str, place: int, end: int) -> bool:
    """Whether one Chinese character stands at `place`, with a blank or the end of the line behind it."""
    return _HAN.match(text, place) is not None and (place + 1 == end or text[place + 1 : place + 2] in _BLANKS)


def _is_table(text: str, rows: list[list[tuple[int, int]]]) -> bool:
    """Whether the rows make a table: words in front, and below the heading numbers alone in one of the columns."""
    if len(rows) < _FEWEST_ROWS or not all(_is_named(text, row, len(row) == _PAIR) for row in rows):
        return False
    for column in range(1, len(rows[0])):
        numbers = [_is_number(text, row[column]) for row in rows]
        first = numbers.index(True) if True in numbers else len(numbers)
        # of two columns one row may be anything: 主任　2名
        if first < _PAIR and all(numbers[first:]) and sum(numbers) >= (_FEWEST_ROWS if len(rows[0]) == _PAIR else 1):
            return first > 0 or _tells_without_heading(text, rows, column)
    return False


def _tells_without_heading(text: str, rows: list[list[tuple[int, int]]], column: int) -> bool:
    """Whether rows below no heading say what they count: not which quarter or office did, nor on which page it stands."""
    if any(_PERIOD.fullmatch(text, *row[0]) for row in rows):
        return False
    serial = all(_SERIAL.fullmatch(text, *row[0]) or _MARKED.match(text, *row[0]) for row in rows)
    if len(rows[0]) == _PAIR or not serial:
        return len(rows[0]) == _PAIR and not serial
    cells = [text[slice(*row[column])] for row in rows]
    return not all(cell.isdigit() for cell in cells) or cells != sorted(cells, key=int)


def _is_named(text: str, row: list[tuple[int, int]], pair: bool) -> bool:
    """Whether words stand at the head of a row, behind its serial number if it has one."""
    start, end = row[0]
    if _SERIAL.fullmatch(text, start, end) and not pair:
        start, end = row[1]
    if _HAN.search(text, start, end) is None or (pair and _MARKED.match(text, start, end)):
        return False
    return end - start > 1 and _DANGLING.search(text, start, end) is None


def _is_number(text: str, cell: tuple[int, int]) -> bool:
    found = _NUMBER.fullmatch(text, *cell)
    return found is not None and _YEAR.fullmatch(found.group()) is None
