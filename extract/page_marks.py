"""Page marks that a copied text has inside its lines (罚款 — 2 — 1.45万元), known by their rising sequence."""

import re
from typing import NamedTuple

_BLANKS = r"[ \t\xa0\u3000]{0,4}"
#: — 2 —, but not 12—3—5
_DASHED = re.compile(
    rf"[-—~·](?<![0-9A-Za-z年月日号第].)[-—~·]{{0,2}}{_BLANKS}(?P<number>[0-9]{{1,3}}){_BLANKS}[-—~·]{{1,3}}(?![-—~·])"
)
#: 第3页, 第 3 页 共 9 页, 共9页第3页
_PAGES = re.compile(
    rf"[第共](?:(?<=第){_BLANKS}(?P<number>[0-9]{{1,3}}){_BLANKS}页(?:{_BLANKS}[，,/、]?{_BLANKS}共{_BLANKS}(?P<total>[0-9]{{1,3}}){_BLANKS}页)?"
    rf"|(?<=共){_BLANKS}(?P<all>[0-9]{{1,3}}){_BLANKS}页{_BLANKS}[，,/、]?{_BLANKS}第{_BLANKS}(?P<this>[0-9]{{1,3}}){_BLANKS}页)"
)
#: 3 / 9
_OF = re.compile(rf"[0-9](?<![0-9./,，:-].)(?:[0-9]{{1,2}})?{_BLANKS}/{_BLANKS}(?P<total>[0-9]{{1,3}})(?![0-9./])")
#: 表1 - 1 -, 2024 - 1 - 5: numbers with dashes of their own
_NUMBERED = re.compile(rf"[0-9A-Za-z年月日号第表图]{_BLANKS}\Z")
_BLANK = frozenset(" \t\xa0\u3000\n\r\f")
#: the mark of one page may be lost, be it the first or one behind it
_LATEST_FIRST, _LARGEST_STEP = 2, 2
#: so many marks in a row are no chance, and so many if each stands apart from the words around it
_RUN, _RUN_APART = 3, 2
#: what a mark becomes: noise within a line, and where the line ends or begins with it the end of a page
_WITHIN, _AT_EDGE = "\u200b", "\f"


class _Mark(NamedTuple):
    start: int
    end: int
    number: int
    total: int
    #: whether blanks or the ends of the line set it apart
    apart: bool


def without_page_marks(text: str) -> str:
    """The text with its page marks made noise of the same length.

    >>> without_page_marks("检查 — 1 — 9次，罚款 — 2 — 3万元。").replace("\u200b", "")
    '检查  9次，罚款  3万元。'
    >>> without_page_marks("检查 — 2 — 9次。")
    '检查 — 2 — 9次。'
    """
    dashed = any(dash in text for dash in "-—~·")
    marks = _rising(_marks(text, _DASHED)) if dashed else []
    if "页" in text:
        pages = _marks(text, _PAGES)
        # 第 3 页 共 9 页 set apart is nothing else, however many there are; 台账第2页共10页少签字 is told
        marks += [mark for mark in pages if mark.total and mark.apart]
        marks += _rising([mark for mark in pages if not mark.total and mark.apart])
    if "/" in text:
        by_total: dict[int, list[_Mark]] = {}
        for mark in _marks(text, _OF):
            if mark.apart and _ends_line(text, mark) and "|" not in _line_of(text, mark):
                by_total.setdefault(mark.total, []).append(mark)
        for same in by_total.values():
            marks += [mark for mark in _rising(same) if len(same) >= _RUN]
    if not marks:
        return text
    pieces: list[str] = []
    done = 0
    for mark in sorted(marks):
        if mark.start < done:
            continue
        edge = _ends_line(text, mark)
        pieces += (text[done : mark.start], (_AT_EDGE if edge else _WITHIN) * (mark.end - mark.start))
        done = mark.end
    return "".join([*pieces, text[done:]])


def _marks(text: str, shape: re.Pattern[str]) -> list[_Mark]:
    """What looks like a page mark, in the order of the text."""
    found = []
    for match in shape.finditer(text):
        start, end = match.span()
        named = match.groupdict()
        number = named.get("number") or named.get("this") or match[0].partition("/")[0].strip()
        total = int(named.get("total") or named.get("all") or 0)
        if total and int(number) > total:
            continue
        if shape is _DASHED and _NUMBERED.search(text, max(0, start - 6), start):
            continue
        apart = (not start or text[start - 1] in _BLANK) and (end == len(text) or text[end] in _BLANK)
        found.append(_Mark(start, end, int(number), total, apart))
    return found


def _rising(marks: list[_Mark]) -> list[_Mark]:
    """Those marks that count the pages on from the first; the mark of one page may be lost."""
    kept: list[_Mark] = []
    run: list[_Mark] = []
    for mark in marks:
        if run and 1 <= mark.number - run[-1].number <= _LARGEST_STEP:
            run.append(mark)
        elif mark.number <= _LATEST_FIRST and (not run or mark.number < run[-1].number):
            kept += _counted(run)
            run = [mark]
    return kept + _counted(run)


def _counted(run: list[_Mark]) -> list[_Mark]:
    needed = _RUN_APART if all(mark.apart for mark in run) else _RUN
    return run if len(run) >= needed else []


def _line_of(text: str, mark: _Mark) -> str:
    end = text.find("\n", mark.end)
    return text[text.rfind("\n", 0, mark.start) + 1 : len(text) if end < 0 else end]


def _ends_line(text: str, mark: _Mark) -> bool:
    """Whether nothing but the mark stands on one side of it in its line."""
    before, behind = mark.start, mark.end
    while before and text[before - 1] in " \t\xa0\u3000":
        before -= 1
    while behind < len(text) and text[behind] in " \t\xa0\u3000":
        behind += 1
    return not before or behind == len(text) or text[before - 1] in "\n\r\f" or text[behind] in "\n\r\f"
