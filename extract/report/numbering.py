"""The marks that number headings and list items, whatever their style."""

import re
from typing import NamedTuple

_HAN = "[一二三四五六七八九十]{1,3}"
_MEASURE = "[个名件起宗场次份条人户家万亿千百余多处项期篇批元倍公平米亩岁天年月日%％]"
# Markdown, list dots and the editor's bookmarks may stand before a mark.
MARKUP = r"(?:\[bookmark:[^\]\n]{0,40}\])?[#*>_~·•●■◆○▲★\-]{0,8}(?:\[bookmark:[^\]\n]{0,40}\])?"

_MARK = re.compile(
    rf"{MARKUP}(?:"
    rf"第(?P<part>{_HAN}|[0-9]{{1,2}})(?:部分|章|篇)[、,，.:：]?"
    rf"|(?P<han>{_HAN})(?:[、:：]|[.,，](?![0-9]))"
    # A list mark, not an item of a law: 第三条第（一）项. Either bracket may be lost.
    rf"|[（(](?P<bracketed>{_HAN})[）)][、.,，]?(?!项(?!目)|款|目(?![前标])|[至和、][（(第])"
    rf"|(?P<bracketed_lost>{_HAN})[）)][、.,，]?"
    r"|(?P<arabic>[0-9]{1,2})(?:、|[.．](?:(?![0-9])|(?=20[0-9]{2}年)))"
    # 7  2022年目标 and 1.1 总结, each on a line of its own; a number that a measure follows counts something
    rf"|(?<![^\n])(?P<spaced>[0-9]{{1,2}})[ \u3000]+(?!{_MEASURE})"
    rf"(?=[^0-9\n。；;][^\n。；;]{{1,40}}\n|20[0-9]{{2}}年[^\n。；;]{{1,20}}\n)"
    rf"|(?<![^\n])(?P<chapter>[0-9]{{1,2}})[.．](?P<section>[0-9]{{1,2}})[ \u3000、]+(?!{_MEASURE})"
    r"|[（(]?(?P<round>[0-9]{1,2})[）)][、.,，]?"
    r"|(?P<circled>[①-⑳])[、.,，]?"
    r")[#*]{0,4}"
)
# Where a mark may stand inside a sentence: behind a colon or semicolon, or, in a text that lost its line breaks, anywhere.
# One class of characters comes first, so that the search skips plain text fast.
_INLINE = re.compile(
    rf"[：:；;（(一二三四五六七八九十](?:(?<=[：:；;])(?={MARKUP}[（(]?{_HAN}[、）)])|(?<=[（(])(?={_HAN}[）)])"
    # the first heading, right behind title or opening
    r"|(?<=(?:报告|总结|汇报|如下)一)(?=、)"
    r"|(?<=[一二三四五六七八九十])[一二三四五六七八九十]{0,2}"
    r"(?=、(?:20[0-9]{2}|存在|主要|工作|问题|不足|短板|困难|下一?[步阶]|今后|明年|来年|党政|履职|当前|目前|取得|面临)))"
)
_NOT_BEFORE = frozenset("第、一二三四五六七八九十百千至到和十期周")
_LONG_LINE = 1200
_DIGIT = {character: number for number, character in enumerate("一二三四五六七八九", 1)}


#: 9.3 has the number 903, so that 10.1 is known to be of another chapter
CHAPTER = 100
#: what a list mark may begin with
MARK_OPENERS = frozenset("第一二三四五六七八九十（(#*[0123456789①②③④⑤⑥⑦⑧⑨⑩>·•●■◆○▲★~_-")
#: the numbers or bullets of an item, as a piece of an expression: looser than what `mark_at` knows a heading by
ITEM_MARKS = (
    r"(?:[0-9]{1,2}(?:[.．][0-9]{1,2}){1,3}[.．、]?|[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|[①-⑳]|[■◆◇●○◎▲△▶►➤※◼▪•·★☆—–-]"
    # 8 普法宣传
    r"|[0-9]{1,2}(?= [一-鿿]))"
)


class Mark(NamedTuple):
    """A list mark: its style, its number and where its wording begins."""

    style: str
    number: int
    end: int


def mark_at(clean: str, place: int) -> Mark | None:
    """The list mark that stands at `place`, if one does."""
    if clean[place + 1 : place + 2] == "是":
        return None
    found = _MARK.match(clean, place)
    if found is None:
        return None
    style = str(found.lastgroup)
    text = found[style]
    if style == "circled":
        return Mark(style, ord(text) - ord("①") + 1, found.end())
    if style == "section":
        return Mark(style, CHAPTER * int(found["chapter"]) + int(text), found.end())
    number = int(text) if text.isascii() else han_number(text)
    return Mark("bracketed" if style == "bracketed_lost" else style, number, found.end())


def han_number(text: str) -> int:
    """The value of a list numeral up to 九十九; 0 for what is none."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGIT.get(text, 0)
    return _DIGIT.get(tens, 1 if not tens else 0) * 10 + _DIGIT.get(ones, 0)


def inline_marks(clean: str) -> list[int]:
    """Places inside sentences where a list mark may stand all the same, in lines so long that their breaks must be lost."""
    places: list[int] = []
    start = 0
    long = _LONG_LINE if clean.count("\n", 0, 4 * _LONG_LINE) > 2 else _LONG_LINE // 40
    while start + long < len(clean):
        end = clean.find("\n", start)
        if end < 0:
            end = len(clean)
        if end - start > long:
            places += _marks_between(clean, start, end)
        start = end + 1
    return places


def _marks_between(clean: str, begin: int, end: int) -> list[int]:
    places = []
    for found in _INLINE.finditer(clean, begin, end):
        start = found.start()
        if clean[start] in "：:；;":
            places.append(start + 1)
        elif start and clean[start - 1] not in _NOT_BEFORE:
            places.append(start)
    return places
