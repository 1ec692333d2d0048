"""The text as a person reads it: layout noise left out, every character with its way back to the raw text."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from extract.folding import fold
from extract.linebreaks import CONTINUES, SURELY_FINISHED, Lines
from extract.olden import modern
from extract.page_marks import without_page_marks
from extract.spaced_columns import with_tabs


class Flow:
    """A text without the noise of its layout.

    `clean` is what figures and words are looked for in. `raw_span` leads a stretch of it back to the raw text, so that
    spans come from the match itself and never from searching again.
    """

    __slots__ = ("_clean_marks", "_raw_marks", "clean", "raw")

    def __init__(self, raw: str, clean: str, clean_marks: list[int], raw_marks: list[int]) -> None:
        # clean[m : next mark] == raw-with-folded-characters from the raw mark of the same index on
        self.raw = raw
        self.clean = clean
        self._clean_marks = clean_marks
        self._raw_marks = raw_marks

    def raw_offset(self, offset: int) -> int:
        """The raw place of the clean character at `offset`."""
        index = bisect_right(self._clean_marks, offset) - 1
        return self._raw_marks[index] + offset - self._clean_marks[index]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw stretch that `clean[start:end]` was read from."""
        marks, raws = self._clean_marks, self._raw_marks
        first = bisect_right(marks, start) - 1
        last = bisect_right(marks, end - 1, first) - 1
        return raws[first] + start - marks[first], raws[last] + end - marks[last]

    def raw_spans(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """`raw_span` of many stretches at once."""
        return [self.raw_span(start, end) for start, end in spans]


#: white space (all of it by name, which is searched for faster than \\s), control characters, and characters without width or
#: with a direction only
_BLANK = (
    r" \x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    r"\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_NEWLINES = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
#: one run of noise; it starts with one class of characters so that the search skips plain text fast
_NOISE = re.compile(
    rf"[{_BLANK}*_\[](?:(?<=[{_BLANK}])|(?<=\*)\*++|(?<=_)_++|(?<=\[)bookmark:[^\]\n]{{0,60}}\])"
    rf"(?:[{_BLANK}]++|\*\*++|__++|\[bookmark:[^\]\n]{{0,60}}\])*+"
)
_NEWLINE = re.compile(rf"[{_NEWLINES}]")
_SPACE = re.compile(rf"[^\S{_NEWLINES}]")
#: what opens a line of markdown (headings, quotes), and lines that only rule a table or the page off or number the page
_LINE_END = r"(?=\s|\Z)"
_OPENING = re.compile(
    rf"(?:(?:#{{1,6}}+|>|\|?(?:[ \t]*+:?-{{2,}}+:?[ \t]*+\|)++(?:[ \t]*+:?-{{2,}}+:?)?+{_LINE_END}|-{{3,}}+{_LINE_END}|"
    rf"[-—]{{1,2}}[ \t\u3000]{{0,3}}[0-9]{{1,3}}[ \t\u3000]{{0,3}}[-—]{{1,2}}{_LINE_END}|"
    rf"第[0-9]{{1,3}}页(?:[，,/ ]{{0,2}}共[0-9]{{1,3}}页)?{_LINE_END})"
    rf"(?:[{_BLANK}]++|\*\*++|__++)*+)*+"
)
_OPENERS = frozenset("#>|:-—第")
#: what opens a line whose break must be looked at closely
_DOUBTFUL = _OPENERS | CONTINUES
#: a list mark or a lead-in, after which a tab only indents
_NUMERAL = "[0-9一二三四五六七八九十]"
_INDENT = re.compile(
    r"[.．、，。：:;；·●◆■★▲]"
    rf"|(?:(?<=[（(]{_NUMERAL})|(?<=[（(][0-9十]{_NUMERAL})|(?<=\n{_NUMERAL}))[)）]"
)
#: a wide gap between two counted items stands for a comma: 地边地界41件　婚姻家庭23件
_COUNTED = re.compile(
    r"[0-9一二三四五六七八九十百两零无][余多]?(?:[件起宗例次场期人名份册本条个处家户批堂节%]|人次|场次|批次|家次|件次)\Z|[：:][零无]\Z"
)
_NEXT_ITEM = re.compile(r"[\u4e00-\u9fff“”]{2,10}[：:]?[ *]{0,2}(?:[0-9]|[零无](?![\u4e00-\u9fff]))")
_PUNCTUATED = re.compile("[，、。；,;]")
#: no further is it looked for the line around a gap
_LONGEST_LINE = 80
_WIDE = ("\u3000", "  ")
#: 2.1 名录管理, 2.1 **家庭教育。** at the head of a line; 2.1 万元 is no such number
_SECTION_NUMBER = re.compile(rf"(?:\A|[{_NEWLINES}])[ \t\u3000#>*]*[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}\Z")
_NO_SECTION = re.compile(
    r"万|亿|千|百(?!姓)|元(?!旦)|平方|平米|公[里顷斤]|[亩吨%小](?!组|微|区|额|型)|米|倍|余|个百分|度|℃|年(?![度初底终])|[月日天岁点]"
    r"|多(?![元样方措部层渠])|分(?![类级工别析])|成(?![立效果])"
)
_LONGEST_SECTION_NUMBER = 16
#: 9　来年 at the head of a line, before a wide gap: a bare number that counts nothing
_CHAPTER_NUMBER = re.compile(rf"(?:\A|[{_NEWLINES}])[ \t\u3000#>*]*[0-9]{{1,2}}\Z")
_NO_CHAPTER = re.compile(
    r"[件起宗例卷次场期堂节册份本张页套户批幅篇项位余周所台辆座栋笔吨]|名(?!录|优|师)|条(?![件线块])|个(?![案体人性])|家(?![庭园校])|处(?![置罚理])"
    r"|人(?![民大才员口事文居])|支(?![部撑持])|部(?![门署])"
)
_WORD = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_GLUE = _WORD | frozenset(".,:")


class _Cleaner:
    """Builds the clean text of one raw text: the stretches kept, and the marks that lead back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.length = 0
        self.clean_marks = [0]
        self.raw_marks = [0]
        self.done = 0

    def drop(self, start: int, end: int) -> None:
        """Leave out `text[start:end]`."""
        if start == end:
            return
        if start > self.done:
            self.pieces.append(self.text[self.done : start])
            self.length += start - self.done
        self.done = end
        if self.clean_marks[-1] == self.length:
            self.raw_marks[-1] = end
        else:
            self.clean_marks.append(self.length)
            self.raw_marks.append(end)

    def keep_one(self, start: int, end: int, place: int, character: str) -> None:
        """Leave out `text[start:end]` but for the character at `place`, written as `character`."""
        self.drop(start, place)
        if self.text[place] != character:
            self.pieces.append(self.text[self.done : place] + character)
            self.length += place + 1 - self.done
            self.done = place + 1
        self.drop(place + 1, end)

    def gap(self, start: int, end: int) -> None:
        """Clean a stretch of noise inside a line."""
        text = self.text
        if "\t" in text[start:end] and not _INDENT.match(text, start - 1):
            for place in range(start, end):
                if text[place] == "\t":
                    self.keep_one(place, place + 1, place, "|")
                else:
                    self.drop(place, place + 1)
        elif any(wide in text[start:end] for wide in _WIDE) and self._parts_items(start, end):
            self.keep_one(start, end, start, "，")
        elif text[end] in _WORD and text[start - 1] in _GLUE and (space := _SPACE.search(text, start, end)):
            self.keep_one(start, end, space.start(), " ")
        elif text[start - 1].isdigit() and (space := _SPACE.search(text, start, end)) and self._heads_section(start, end):
            # what stands behind it is no unit of it
            self.keep_one(start, end, space.start(), " ")
        else:
            self.drop(start, end)

    def _heads_section(self, start: int, end: int) -> bool:
        """Whether the gap parts the number of a section from its heading: 2.1 家庭教育."""
        text = self.text
        if not "一" <= text[end] <= "鿿" or _NO_SECTION.match(text, end):
            return False
        wide = any(wide in text[start:end] for wide in _WIDE) and not _NO_CHAPTER.match(text, end)
        if wide and _CHAPTER_NUMBER.search(text, max(0, start - _LONGEST_SECTION_NUMBER), start):
            return True
        if text[start - 2] not in ".0123456789":
            return False
        return _SECTION_NUMBER.search(text[max(0, start - _LONGEST_SECTION_NUMBER) : start]) is not None

    def _parts_items(self, start: int, end: int) -> bool:
        """Whether a gap parts two counted items of a line that has no other marks."""
        text = self.text
        if not _COUNTED.search(text[max(0, start - 5) : start]) or not _NEXT_ITEM.match(text, end):
            return False
        line = max(text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1, start - _LONGEST_LINE, 0)
        stop = text.find("\n", end, end + _LONGEST_LINE)
        return not _PUNCTUATED.search(text, line, stop if stop >= 0 else end + _LONGEST_LINE)

    def finish(self) -> str:
        """The clean text."""
        self.pieces.append(self.text[self.done :])
        return "".join(self.pieces)


def _newline(text: str, start: int, end: int) -> int:
    """The place of the first line break in `text[start:end]`, or -1."""
    if text[start] == "\n":
        return start
    found = _NEWLINE.search(text, start, end)
    return found.start() if found else -1


def make_flow(raw: str) -> Flow:
    """The flow of a raw text.

    >>> flow = make_flow("共排查纠纷　１２４\\n\\n起，化解 96 起。")
    >>> flow.clean
    '共排查纠纷124起，化解96起。'
    >>> flow.raw[slice(*flow.raw_span(5, 9))]
    '１２４\\n\\n起'
    """
    text = with_tabs(without_page_marks(modern(fold(raw))))
    cleaner = _Cleaner(text)
    lines = Lines(text)
    size = len(text)
    behind = line = _OPENING.match(text).end()  # type: ignore[union-attr]
    cleaner.drop(0, behind)
    for found in _NOISE.finditer(text, behind):
        start, end = found.span()
        if end <= behind:
            continue
        lone = end - start == 1 and text[start] == "\n" and line < start and end < size
        if lone and text[start - 1] in SURELY_FINISHED and text[end] not in _DOUBTFUL:
            behind = line = end  # most breaks: nothing around them has to go
            continue
        start = max(start, behind)
        newline = _newline(text, start, end)
        if newline >= 0 and end < size and text[end] in _OPENERS:
            end = _OPENING.match(text, end).end()  # type: ignore[union-attr]
        if start == line or end == size:
            cleaner.drop(start, end)
        elif newline < 0:
            cleaner.gap(start, end)
        elif lines.keep(line, start, end):
            if end - start > 1 or text[start] != "\n":
                cleaner.keep_one(start, end, newline, "\n")
        elif text[start - 1] in _WORD and text[end] in _WORD and not text[end].isdigit():
            cleaner.keep_one(start, end, newline, " ")
        else:
            cleaner.drop(start, end)
        if newline >= 0:
            behind = line = end
    return Flow(raw, cleaner.finish(), cleaner.clean_marks, cleaner.raw_marks)
