"""Whether a line break ends a paragraph or falls into the middle of a sentence."""

import re
from bisect import bisect_right
from collections import Counter

from extract.bare_lines import runs_of_items

#: a line that ends so is finished
_FINISHED = frozenset("。！？；：!?;:…|")
#: these end a line of their own, but in a text wrapped at a margin they may chance to stand there
_PAUSES = frozenset("；：;:")
#: and behind these the line is finished in any text, unless what CONTINUES it follows
SURELY_FINISHED = _FINISHED - _PAUSES
#: and so it is when a sentence ends inside quotes or brackets
_CLOSING = frozenset("”’」』）)】》\"'")
#: a line that opens so continues the one before
CONTINUES = frozenset("，。、；：！？）》”’％%,;)】〕")
#: a line that ends so goes on
_DANGLING = frozenset("，、（(《“‘【〔,-—~的和与及或对为在将把被由从向以共达至到个按于约近超余")
_DANGLING_WORDS = re.compile(
    r"(?:开展|累计|共计|总计|合计|发放|印发|化解|排查|调解|组织|举办|召开|受理|办理|接待|接受|审查|查处|检查|处理|完成|解答|提供|下降|上升|"
    r"增长|减少|增加|提高|推送|发布|悬挂|张贴|培训|走访|整改|截至|截止|其中|通过|根据|按照|围绕|以及|并且|不少于|不低于|超过|突破|达到|分别|依次|各|均)$"
)
#: what draws the branches of a list
_BRANCHES = frozenset("├└┣┗ \u3000")
#: what ends no item of a list
_NEVER_LAST = _DANGLING - frozenset("个")
_PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))
_NUMERAL = "0-9一二三四五六七八九十百千万亿两〇零"
#: marks that open a paragraph of their own
_MARK = re.compile(
    r"[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}(?:、|是|[.．)）])|其[一二三四五六]|"
    r"第[一二三四五六七八九十0-9]{1,3}[章节条款部篇，、]|[0-9]{1,2}(?:、|[)）]|[.．](?![0-9]))|[①-⓿㈠-㈩]|"
    r"[●◆■★▲◇□※➢✓☆├└┣┗]|[【〖][^】〗。；\n]{1,30}[】〗]|[-·•▪○–] ?(?=[\u4e00-\u9fff])|[-·•▪○–][ \u3000](?=[0-9])|"
    r"首先|其次|再次|最后|另外|此外|同时[，,]|下一步|附[件表]?[:：0-9]|https?:|"
    r"联系[人电]|(?:发布|发文|公开|更新)(?:时间|日期|机构)|索引号|来源[:：]"
)
#: marks that make a line a heading, when no sentence ends in it
_HEADING = re.compile(
    r"[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．)）]|第[一二三四五六七八九十]{1,3}[章节部]|[0-9]{1,2}(?:、|[.．](?![0-9]))"
)
#: the same by its kind
_KINDS = (
    r"(?:(?P<bracket>[（(][一二三四五六七八九十0-9]{1,3}[)）])|(?P<chinese>[一二三四五六七八九十]{1,3}[、.．)）])|"
    r"(?P<part>第[一二三四五六七八九十]{1,3}[章节部])|(?P<digit>[0-9]{1,2}(?:、|[.．](?![0-9]))))"
)
_KIND = re.compile(_KINDS)
_MARKED_LINE = re.compile(
    rf"(?m)^[ \u3000\t*#]*{_KINDS}(?P<behind>[^\n\f]*)"
    r"(?P<page>\s*(?:\f|\n[ \u3000]*(?:[-—]+[ \u3000]*[0-9]+[ \u3000]*[-—]+|第[0-9]+页)))?"
)
#: the second of several marks of the kind of brackets in one line
_SECOND_IN_LINE = re.compile(r"[；;。][（(][二三四五六七八九2-9][)）]")
#: a count, and what no heading holds: it, or something told behind a colon
_COUNT = r"[0-9][余多万]?[件起宗例卷次场期堂节人名份册本张页套家户处条幅篇个项元%]"
_TELLS = re.compile(rf"[：:]|{_COUNT}")
#: what shows that even a short line begins a sentence
_BEGINS_SENTENCE = re.compile(rf"其?[一二三四五六七八九十]{{1,3}}是|[^\n，]*，[^\n]*{_COUNT}")
_HEADING_END = re.compile(
    r"(?:情况|工作|方面|成效|措施|做法|报告|总结|安排|计划|问题|概况|简介|思路|打算|建设|原因|不足|成绩|任务)$"
)
#: a title, however long
_TITLE = re.compile(r"(?:关于|年度?|法治)[^。；\n]{0,60}(?:报告|总结|通知|公告|方案|要点|计划|情况)$")
#: a title on a line of its own, whatever stands in the line above
_TITLE_LINE = re.compile(r"[^。；，、：:\n]{2,50}20[0-9]{2}年度?[^。；，：:\n]{0,30}(?:报告|总结|汇报)[ \u3000]*(?=\n|\Z)")
#: what a page says around the report, which no sentence goes on from: the way through the menu, its keys, how often it was read
_AROUND = re.compile(
    r"[^\n。]*?(?:当前[^\n。]{0,6}位置|首页[ \u3000]*[>＞»›/]"
    r"|[\[【]\s*(?:索引号|发文字号|发布机构|有效性|主题分类)\s*[\]】]"
    r"|(?:浏览|点击|阅读|访问)(?:量|次数|数|率)[:：][-—0-9次 \u3000]*\Z)"
)
_LONGEST_AROUND = 300
#: a signature or a date on a line of its own
_SIGNATURE = re.compile(
    r"(?:[\u4e00-\u9fff（）]{2,24}(?:人民政府|办事处|司法所|委员会|党委|党工委|执法队|办公室)|"
    r"[0-9〇一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}日)?)[ \u3000]*(?=[\r\n]|$)"
)
_UNIT = r"[件起宗例卷次场期堂节人名份册本张页套家户处间批条幅篇支个项位余多万元%年月日号度周天小分公平亩吨所台辆部座栋笔]"
_NUMBER_ENDS = re.compile(rf"[{_NUMERAL}]$")
_UNIT_OPENS = re.compile(rf"{_UNIT}(?!称|单|义|别|性)|百分|亿")
#: an amount that opens a line; a date or a list mark is none
_AMOUNT_OPENS = re.compile(
    rf"(?:近|约|超)?[{_NUMERAL}]{{1,12}}(?:[.,，][0-9]{{1,4}})?[余多]?[万亿千百]?[余多]?[ \u3000]?(?!年|月|日|号|是|、){_UNIT}"
)
#: a heading in brackets that is a line of its own
_BRACKETED = re.compile(r"[【〖][^】〗\n]{1,30}[】〗][^。；，：\n]{0,16}$")
#: a line of a list that has no list marks: 行政村：12个; and one that begins with its amount: 90条条幅
_LABELLED = re.compile(r"[^。；，、;,：:\n]{1,14}[：:]")
#: a page ends in this noise: its number stands there, or a form feed
_PAGE_END = re.compile(r"[0-9\f]")
#: an unfinished line at the end of a page is no heading from this length on
_LONGER_THAN_HEADINGS = 16
#: a line with so many commas is no heading
_COMMAS_OF_NO_HEADING = 2
#: the columns of the widest page that lines are wrapped at
_WIDEST = 160


class Lines:
    """Judges the line breaks of one text; knows from all its lines whether it is wrapped at a fixed width."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._width: int | None = None
        self._marked: list[tuple[int, str, bool | None]] | None = None
        self._marks: list[int] = []
        self._listing: frozenset[str] = frozenset()
        self._bare: frozenset[int] | None = None

    def keep(self, line: int, start: int, end: int) -> bool:
        """Whether the break between `text[line:start]` and what opens at `end` ends a paragraph."""
        text = self._text
        last, first = text[start - 1], text[end]
        if last in _FINISHED and first not in CONTINUES and not (last in _PAUSES and self._is_full(line, start)):
            return True
        if "#" in text[start:end]:  # a heading of markdown opens here
            return True
        if first == "|":
            return True
        if first in CONTINUES:
            return last == "|"
        if first in ".．" and last.isdigit() and text[end + 1 : end + 2].isdigit():  # 26⏎.1%
            return False
        if self._is_bare(line) or self._is_bare(end) or self._lists(line, start, end):
            return True
        if start - line <= _LONGEST_AROUND and _AROUND.match(text, line, start):
            return True
        if text.count("\n", start, end) > 1 and _TITLE_LINE.match(text, end):
            return True
        if last in _DANGLING:
            return self._opens_paragraph(end) and last not in "（(《“‘【〔"
        if last in _CLOSING and start - line > 1 and text[start - 2] in _FINISHED:
            return True
        return self._opens_paragraph(end) or self._is_tabular(line, start, end) or not self._runs_on(line, start, end)

    def _opens_paragraph(self, end: int) -> bool:
        return _MARK.match(self._text, end) is not None or _SIGNATURE.match(self._text, end) is not None

    def _is_bare(self, place: int) -> bool:
        """Whether the line that opens at `place` is of a list of bare lines: 执法人员：16, 其中有证的 14."""
        if self._bare is None:
            self._bare = frozenset(found.start() for run in runs_of_items(self._text) for found in run)
        return bool(self._bare) and self._text.rfind("\n", 0, place) + 1 in self._bare

    def _lists(self, line: int, start: int, end: int) -> bool:
        """Whether the lines on both sides of the break are of one list without marks, or the first is a heading in brackets."""
        text = self._text
        if text[line] in "【〖" and _BRACKETED.match(text, line, start):
            return _DANGLING_WORDS.search(text, line, start) is None
        if text[start - 1] in _NEVER_LAST:
            return False
        amount = line
        while amount < start and text[amount] in _BRANCHES:
            amount += 1
        both = (_LABELLED.match(text, line, start) and _LABELLED.match(text, end)) or (
            _AMOUNT_OPENS.match(text, amount, start) and _AMOUNT_OPENS.match(text, end)
        )
        return bool(both) and not self._is_full(line, start)

    def _is_tabular(self, line: int, start: int, end: int) -> bool:
        text = self._text
        following = text.find("\n", end, end + 400)
        stop = following if following > 0 else end + 400
        return any(text.find(mark, line, start) >= 0 or text.find(mark, end, stop) >= 0 for mark in "|\t")

    def _runs_on(self, line: int, start: int, end: int) -> bool:
        """Whether the unfinished line `text[line:start]` goes on at `end`."""
        text = self._text
        content = text[max(line, start - 200) : start]
        if _SIGNATURE.match(text, line):
            return False
        if self._is_full(line, start) or any(content.rfind(opens) > content.rfind(closes) for opens, closes in _PAIRS):
            return True
        prose = "。" in content or "；" in content
        if not prose and _TITLE.search(content):
            return False
        if not prose and start - line < 50 and _HEADING.match(text, line) and not _TELLS.search(content):
            if _PAGE_END.search(text, start, end) is None or _HEADING_END.search(content) is not None:
                return False
            return content.count("，") >= _COMMAS_OF_NO_HEADING or self._is_item(line, end)
        if (start - line >= _LONGER_THAN_HEADINGS or _BEGINS_SENTENCE.match(content)) and _PAGE_END.search(text, start, end):
            return True
        if _NUMBER_ENDS.search(content) and _UNIT_OPENS.match(text, end):
            return True
        if _AMOUNT_OPENS.match(text, end):
            return prose or "，" in content or not _HEADING_END.search(content)
        # Spaces that a conversion left between the characters make no line longer.
        size = start - line - content.count(" ") - content.count("\u3000")
        if prose or start - line > 45 or ("，" in content and size > 30):
            return True
        return _DANGLING_WORDS.search(content) is not None and start - line > 8

    def _is_item(self, line: int, end: int) -> bool:
        """Whether the marked line begins an item, since the items beside it are written in one line with what they say."""
        mark = _KIND.match(self._text, line)
        if mark is None:
            return False
        following = self._text.find("\n", end, end + 400)
        if mark["bracket"] and _SECOND_IN_LINE.search(self._text, end, following if following > 0 else end + 400):
            return True
        if self._marked is None:
            self._marked = _marked_lines(self._text)
            self._marks = [start for start, _, _ in self._marked]
            self._listing = _kinds_of_items(self._marked)
        # the next line of its list tells, or the one before; else what its mark opens elsewhere
        at = bisect_right(self._marks, line) - 1
        for _, kind, is_item in (*self._marked[at + 1 : at + 2], *self._marked[max(at - 1, 0) : max(at, 0)]):
            if kind == mark.lastgroup and is_item is not None:
                return is_item
        return mark.lastgroup in self._listing

    def _is_full(self, line: int, start: int) -> bool:
        """Whether the line reaches the margin of a text that is wrapped at a fixed width."""
        if self._width is None:
            self._width = _wrap_width(self._text)
        return self._width > 0 and _columns(self._text[line:start]) >= self._width - 5


def _marked_lines(text: str) -> list[tuple[int, str, bool | None]]:
    """The lines that open with a list mark: where each begins, the kind of its mark, and whether it is an item, no heading.

    An item has its text behind the mark; of a short line that a page ends in nobody can tell.
    """
    found: list[tuple[int, str, bool | None]] = []
    for mark in _MARKED_LINE.finditer(text):
        kind = next(kind for kind in _KIND.groupindex if mark[kind])
        behind = mark["behind"]
        is_item = True if len(behind) >= 50 or "。" in behind or "；" in behind else None if mark["page"] else False
        found.append((mark.start(), kind, is_item))
    return found


def _kinds_of_items(marked: list[tuple[int, str, bool | None]]) -> frozenset[str]:
    """The marks that open items with their text behind them, and hardly ever a heading."""
    items = Counter(kind for _, kind, is_item in marked if is_item)
    headings = Counter(kind for _, kind, is_item in marked if is_item is False)
    return frozenset(kind for kind, count in items.items() if count >= 2 and count >= 3 * headings[kind])


def _columns(line: str) -> int:
    """The width of a line on a page: a Chinese character takes two columns."""
    return (len(line) + len(line.encode("utf-8", "replace"))) // 2


def _wrap_width(text: str) -> int:
    """The width that a text is wrapped at, or 0."""
    lines = [line for line in (line.strip() for line in text.split("\n")) if line and line[0] != "|"]
    most = len(lines) * 98 // 100
    # No line is narrower than it has characters: where too many have more than the widest page, nothing need be measured.
    if len(lines) < 4 or sum(len(line) <= _WIDEST for line in lines) <= most:
        return 0
    widths = sorted(map(_columns, lines))
    width = widths[most]
    full = [line for line in lines if width - 5 <= _columns(line) <= width + 4]
    broken = sum(line[-1] not in _FINISHED for line in full)
    wrapped = 36 <= width <= _WIDEST and len(full) >= 4 and 10 * len(full) >= 3 * len(lines) and 2 * broken >= len(full)
    return width if wrapped else 0
