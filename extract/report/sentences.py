"""Where the sentences of a clean text end."""

import re
from bisect import bisect_right

#: marks that end a sentence, and what may stand behind one and still belong to it
_MARKS = "。！？!?\n"
_CLOSING = frozenset(_MARKS + "”’）)》」』")
# An ASCII full stop stands behind a word or a closing mark, never behind a list numeral, nor before a digit or letter.
_FULL_STOP = re.compile(r"\.(?<=[一-鿿”’）)》%]\.)(?<![一二三四五六七八九十]\.)(?![0-9A-Za-z.])\n*")
# A mark inside a short pair ends no sentence (“服务进万家！”活动). A pair never holds its own opener and never a line break,
# so an unbalanced one hides nothing and costs nothing.
_PAIRS = tuple(
    re.compile(rf"{opener}[^{opener}{closer}\n。！？!?]{{0,60}}[。！？!?][^{opener}{closer}\n]{{0,60}}{closer}")
    for opener, closer in ("“”", "（）", "《》", (r"\(", r"\)"))
)
_OPENERS = "“（《("
_CLOSERS = "”’）)》」』\"'"
# What may follow a quotation that ends with a full mark and still belong to its sentence.
_GOES_ON = re.compile(r"[，,、；;。）)]|[的等为和与及]|[一-鿿]{0,6}(?:主题|活动|行动|宣传|口号|专项|标语|横幅|理念|原则)")


def sentence_ends(clean: str) -> list[int]:
    """The offsets just behind each sentence, in order; the last is the length of the text."""
    ends = _behind_marks(clean)
    if "." in clean:
        stops = [found.end() for found in _FULL_STOP.finditer(clean)]
        if stops:
            ends = sorted({*ends, *stops})
    spans = [
        found.span() for opener, pair in zip(_OPENERS, _PAIRS, strict=True) if opener in clean for found in pair.finditer(clean)
    ]
    if spans:
        ends = _outside(ends, spans, clean)
    if clean and (not ends or ends[-1] != len(clean)):
        ends.append(len(clean))
    return ends


def _behind_marks(clean: str) -> list[int]:
    """The offsets behind each run of marks, each looked for by itself: one character is found far faster than one of six."""
    marks: list[int] = []
    for mark in _MARKS:
        place = clean.find(mark)
        while place >= 0:
            marks.append(place)
            place = clean.find(mark, place + 1)
    marks.sort()
    ends: list[int] = []
    end, size = 0, len(clean)
    for place in marks:
        if place >= end:
            end = place + 1
            while end < size and clean[end] in _CLOSING:
                end += 1
            ends.append(end)
    return ends


def _outside(ends: list[int], spans: list[tuple[int, int]], clean: str) -> list[int]:
    """The ends that no pair holds; a pair that closes on its mark ends the sentence behind itself, unless that goes on."""
    kept = set(ends)
    for start, close in spans:
        closes_on_mark = clean[close - 2] in "。！？!?"
        behind = _past_closers(clean, close) if closes_on_mark else close
        kept.difference_update(ends[bisect_right(ends, start) : bisect_right(ends, behind)])
        if closes_on_mark and clean[close - 1] != "》" and not _GOES_ON.match(clean, close):
            kept.add(behind)
    return sorted(kept)


def _past_closers(clean: str, place: int) -> int:
    """Behind the closing marks and line breaks that follow `place`."""
    while place < len(clean) and (clean[place] in _CLOSERS or clean[place] == "\n"):
        place += 1
    return place
