"""What single sentences say, as far as the audit cares: told of a sentence by itself, with no table at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.analysis.bounds import printed_once

#: how much of a report's beginning is kept: its title and first sentences
HEAD = 600

#: sentences worth reading, in a form that the store's engine knows too
RATE_SENTENCE = "率[^，,。；;0-9]{0,4}[0-9.]+[%％]"
SETTLED_SENTENCE = (
    "(排查|摸排|受理|收到|发现|接到|接报|登记|承办|交办|转办|征集|查出|反馈).{0,60}(办结|整改|化解|答复|回复|办复|处置|解决|销号)"
)
STEADY_SENTENCE = (
    "(与|和|同|较|比)(上年|去年|上一年|20[0-9]{2}年).{0,24}(持平|相当|增加|增长|上升|提高|提升|增多|下降|减少|降低|回落|下滑)"
)

_UNITS = "件次|人次|场次|件|起|宗|例|卷|人|名|位|个|项|条|处|份|家|户|次|场|批"
_COUNT = re.compile(rf"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)(万)?(余|多)?\s*({_UNITS})(?:以上)?")
RATE = re.compile(r"([\u4e00-\u9fff]{1,8})率(?:为|达到|达|保持在|高达|：|:)?([0-9]+(?:\.[0-9]+)?)[%％](以上)?")
_PROMPT = re.compile(r"按期|按时|及时|限期|当场|一次性?|首次")
_DONE = re.compile("(?<=..)(?:完成|到位|落实|达标)$")
_CLAUSE = re.compile(r"[，,；;。：:！!？?、（(）)\n]")
PLANNED = re.compile(r"力争|计划|目标|确保|预计|不低于|不少于")
#: a rate may be off from what 余 leaves open by as many points
_LOOSE, _TIGHT = 5.0, 0.0
#: matters that came in before the year are settled in it
CARRIED = re.compile(r"结转|遗留|积案|积存|陈案|旧案|存量|跨年|往年|历年|历史|此前|(?:上年|去年|20[0-9]{2}年)度?(?:未|转|移)")
_CAME = "排查|摸排|受理|接收|收到|发现|接到|接报|登记|承办|交办|转办|征集|查出|检查出|反馈"
_SETTLED = "办结|整改|化解|答复|回复|办复|调处成功|调解成功|处置|解决|销号"
OVER = re.compile(
    rf"({_CAME})[^，,。；;、0-9%]{{0,14}}?([0-9]+)(余|多)?({_UNITS})[，,、]?(?:[^，,。；;0-9比较上去]{{0,6}}?)({_SETTLED})(?:了|到位|完毕)?"
    rf"[^，,。；;0-9率]{{0,6}}?([0-9]+)({_UNITS})"
)
_BASE = r"(?:与|和|同|较|比)(上年度?|去年|上一年度?|20[0-9]{2}年)(?:同期)?(?:的?[0-9.]+万?[\u4e00-\u9fff]{1,2})?(?:相比)?[，,]?"
STEADY = re.compile(rf"{_BASE}(基本|大体|总体)?(?:保持)?(?:持平|相当|一致|不变)")
MOVED = re.compile(
    rf"{_BASE}(?:均|都|又|也)?(?:有所|略有|稍有|明显|大幅度?|显著|小幅|稳步|持续|进一步)?"
    r"(?:(增加|增长|上升|提高|提升|增多)|(下降|减少|降低|回落|下滑))(?=[，,。；;）)、]|$)"
)
_SHORTEST = 2
_HAN_DIGIT = "一二三四五六七八九〇零○"
#: 19.. and 20.., and 二○二三 before 年; one class of characters comes first, so that the search skips plain text fast
_YEAR = re.compile(rf"[12{_HAN_DIGIT}](?:(?:(?<=1)9|(?<=2)0)[0-9]{{2}}|(?<=[{_HAN_DIGIT}])[{_HAN_DIGIT}]{{3}}(?=年))")
_SUM = re.compile(r"(?:(?:合计|共计|总计|一共|总共|合共)(?:有|为|达)?|[，,、]共辖?)$")
#: more than the longest of these, with a line break behind it
_SUM_ROOM = 5
_PIECE = re.compile(r"[，,；;。：:！!？?\n|]")
_WHOLE_YEAR = re.compile(r"全年|一年[来里间]|一年下来|本年度|年度内|20[0-9]{2}年度?(?![0-9]*月)")


@dataclass(frozen=True, slots=True)
class Count:
    """A number that a sentence counts, with the words just before it."""

    value: float
    loose: bool
    unit: str
    start: int
    before: str


def rate_finding(sentence: str, rate: re.Match[str]) -> tuple[Count, Count, float] | None:
    """The part and the whole that a rate seems to be of, and what they make, where no two counts make the stated rate."""
    stem = rate[1]
    if len(stem) < _SHORTEST or _PROMPT.search(sentence, max(0, rate.start() - 3), rate.end(1)):
        return None
    counts = _counts(sentence[: rate.start()])
    # 整改完成率 is a rate of what was 整改; 到课率 is one of who 实到
    done = _DONE.sub("", stem)
    marks = {stem[-2:], done[-2:], *("实" + character for character in done[-2:])}
    parts = [count for count in counts if any(mark in count.before for mark in marks)]
    if not parts:
        return None
    part = parts[-1]
    alike = [count for count in counts if count.unit == part.unit]
    before = [count for count in alike if count.start < part.start and count not in parts]
    wholes = [count for count in before if count.value >= part.value]
    if not wholes or not wholes[-1].value:
        return None
    whole = wholes[-1]
    said_low, said_high = printed_once(float(rate[2]), over=bool(rate[3]))
    slack = _LOOSE if any(count.loose for count in alike) else _TIGHT
    low, high = said_low - slack, said_high + slack
    pairs = [(top.value, bottom.value) for top in alike for bottom in alike if top is not bottom]
    sums = [(sum(count.value for count in alike if count.start > bottom.start), bottom.value) for bottom in alike]
    if any(low <= 100 * top / bottom <= high for top, bottom in [*pairs, *sums] if bottom):
        return None
    return part, whole, round(100 * part.value / whole.value, 2)


def rate_misstated(sentence: str) -> bool:
    """Whether the sentence states a rate that no two of its counts make."""
    return PLANNED.search(sentence) is None and any(rate_finding(sentence, rate) for rate in RATE.finditer(sentence))


def counts_less_than_settled(sentence: str) -> bool:
    """Whether the sentence has more settled than came in."""
    if CARRIED.search(sentence) or PLANNED.search(sentence):
        return False
    return any(match[4] == match[7] and float(match[6]) > float(match[2]) for match in OVER.finditer(sentence))


def tells_of_a_move(sentence: str) -> bool:
    """Whether the sentence tells a change without an amount."""
    return STEADY.search(sentence) is not None or MOVED.search(sentence) is not None


def introduces_sum(before: str) -> bool:
    """Whether what stands before a figure calls it the sum of others: 合计21个."""
    return _SUM.search(before, max(0, len(before) - _SUM_ROOM)) is not None


def speaks_of_the_year(before: str) -> bool:
    """Whether the clause that ends with a figure speaks of the whole year: 全年开展审查24件."""
    return "年" in before and _WHOLE_YEAR.search(_PIECE.split(before)[-1]) is not None


def piece_around(sentence: str, place: int) -> str:
    """What stands between semicolons around a place of the sentence: some reports are one sentence.

    >>> piece_around("审查合同13份；开展宣讲19场；", 12)
    '开展宣讲19场'
    """
    begins = max(sentence.rfind("；", 0, place), sentence.rfind(";", 0, place)) + 1
    ends = min((end for end in (sentence.find("；", place), sentence.find(";", place)) if end >= 0), default=len(sentence))
    return sentence[begins:ends]


def sentence_key(sentence: str) -> str:
    """The sentence as it is compared between years: without years and blanks.

    >>> sentence_key("2023年，查处案件74件。") == sentence_key("2024年， 查处案件74件。")
    True
    """
    return "".join(_YEAR.sub("", sentence).split()).replace("\ufeff", "")


def _counts(text: str) -> list[Count]:
    found = []
    for match in _COUNT.finditer(text):
        value = float(match[1]) * (10_000 if match[2] else 1)
        before = _CLAUSE.split(text[max(0, match.start() - 10) : match.start()])[-1]
        loose = bool(match[3]) or before.endswith(("约", "近", "超", "超过"))
        found.append(Count(value, loose, match[4], match.start(), before))
    return found
