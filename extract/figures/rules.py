"""Numbers that set a rule and report no result: frequencies, promised terms, thresholds."""

import re

from extract.figures import lexicon
from extract.figures.units import HOURS, MEASURES

#: how far before its number 每 is looked for
WINDOW = 24
_BREAK = re.compile(r"[，。；：！？”》\n|,;]")
#: what ends the reach of 每: the clause, or a word that names the rhythm that was kept (按每月一次的频次学习12次)
_SET_FREE = re.compile(rf"{_BREAK.pattern}|的?(?:频次|频率|节奏)")
#: 每 with what it goes through: a time, a village, a person; 每家每户 is only a saying
_EACH = re.compile(
    r"(?<!每[家村人户镇])每(?![月周季日天年]度?一(?![次场期堂课件名个]))(?:半?年|个?季|个?月|[双单]?周|星期|天|日|学期|[两三四五六0-9]|村|人|名|个|社区|户|次|期|场|件|镇|所|支|组|批|轮|节|亩|例|起)"
)
#: 每周五, 每月15日, 每季度末: on which day something is held; what is held more often than that is counted over the year
_ON_THE_DAY = re.compile(
    r"每(?:(?:周|星期|礼拜)[一二三四五六日天]|个?月(?:[0-9一二三四五六七八九十]{1,3}[日号]|首个|第[一二三四]个|最后一个)|(?:季度|月|季|年)[初中末底])"
)
_MANY = re.compile("[0-9]{2}|[二三四五六七八九]?十|[一二三四五六七八九]百")
_HELD = frozenset("次 场 场次 期 堂 课 节 讲".split())
#: what counts as what: 检查一个对象计为检查1次, 算一宗行政处罚
_COUNTS_AS = re.compile(
    r"(?:(?:(?<![统累共总合审会估预设])计[为作]|算作|算为|视为|视作|折算[为成]?)[一-鿿]{0,4}|的[，,]?算|[均只仅]计)"
    r"(?=[1一](?![0-9]))"
)
_ONE = frozenset("1一")
#: 早晚各|一次, 早晚各响|一次
_TWICE_A_DAY = "晚各"
_WITHIN = re.compile(r"(?:以内|(?:为|作为)?(?:期限|时限|限期)|之?内(?!部|容|设|外|控|心|涵|在|审|业|勤|河|蒙|陆|江|地|乡)|之?前)")
_CIRCLES = frozenset(["5", "10", "15", "20", "30", "7", "12", "一", "半"])
_PER_TERM = re.compile(r"[0-9一二两三四五六七八九十]{1,3}(?:次|场|期|堂|课|讲|轮|调度|通报|研判|报告|总结|考核|评)")


def is_frequency(clean: str, start: int, unit: str = "") -> bool:
    """Whether 每 governs the number at `start`: 每季度召开一次, 每村配备1名; 每周五学法26次 only tells on which day.

    >>> is_frequency("每季度召开一次", 5), is_frequency("每季度召开，共4次", 7), is_frequency("每周五学法26次", 5, "次")
    (True, False, False)
    """
    if clean.find(_TWICE_A_DAY, start - 4 if start > 4 else 0, start) >= 0:
        return True
    low = start - WINDOW if start > WINDOW else 0
    place = clean.rfind("每", low, start)
    return (
        place >= 0
        and not tells_the_day(clean, low, start, unit)
        and _EACH.match(clean, place) is not None
        and not _SET_FREE.search(clean, place, start)
    )


def tells_the_day(clean: str, low: int, start: int, unit: str) -> bool:
    """Whether 每 only tells on which day what the number at `start` counts was held: 每周一例会前学法|20余次."""
    place = clean.rfind("每", low, start) if unit in _HELD else -1
    return place >= 0 and _ON_THE_DAY.match(clean, place) is not None and _MANY.match(clean, start) is not None


def is_definition(clean: str, start: int) -> bool:
    """Whether the number at `start` says how something is counted: 计为检查1次, 并处两种的算一宗.

    >>> is_definition("计为检查1次", 4), is_definition("累计1次", 2)
    (True, False)
    """
    return clean[start] in _ONE and any(
        found.end() == start for found in _COUNTS_AS.finditer(clean, max(0, start - 9), start + 1)
    )


def is_term(clean: str, unit: str, end: int) -> bool:
    """Whether a length of time (a unit of TERMS) is a term or promise; hours of broadcast are a figure."""
    return unit not in HOURS or promises(clean, end)


def promises(clean: str, end: int) -> bool:
    """Whether a time is a limit: 5日内, 3年以内."""
    return _WITHIN.match(clean, end) is not None


def is_name_of_hours(clean: str, number: str, unit: str, end: int) -> bool:
    """Whether hours or minutes are a name: 15分钟服务圈, 24小时值守."""
    return unit in HOURS and (
        number == "24" or (lexicon.CIRCLE.match(clean, end) is not None and number in ("5", "10", "15", "20", "30", "7"))
    )


def is_threshold(clean: str, unit: str, after: str, end: int) -> bool:
    """Whether 以上 or 以下 selects a class: 10人以上企业."""
    if after[-1] not in "上下内" or unit in ("%", "成", "个百分点"):
        return False
    return lexicon.CLASS.match(clean, end) is not None or (unit in MEASURES and clean[end : end + 1] >= "一")


def is_rhythm(clean: str, end: int) -> bool:
    """Whether a length of time is followed by how often: 一月一次, 一年两次."""
    return _PER_TERM.match(clean, end) is not None
