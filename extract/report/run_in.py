"""Headings that open their paragraph as a sentence of their own: **2025年怎么干。**持证人员…; 还差在哪。一是…"""

import re
from typing import NamedTuple

from extract.report.headings import MARKED_YEAR, bare_role, year_number
from extract.report.model import ACHIEVEMENTS, PLAN, PROBLEMS

#: what a run-in heading stands in, and what it may be set off with besides a full stop
_FORM = re.compile(
    # **2025年怎么干。**, __还差在哪__：, *主要做法。*
    r"(?:[■◆◇●○◎▲★·•▶] ?)?(?:(?P<bold>\*{1,3}|_{2,3})(?P<set>[^*_。；;：:！!？?\n]{1,24})[。：:！!？?，,]?(?P=bold)[。：:—]{0,2}"
    # 明年怎么干。, 还差在哪？, 主要做法——
    r"|“(?P<quoted>[^“”。；;：:！!？?\n]{2,20})[。：:！!？?]?”[。：:—]{1,2}"
    r"|(?P<plain>[^*_【〖「『“”（(。；;：:！!？?—\n]{2,20})(?:[。！!？?]|(?P<label>[：:]|——)))(?=[^\n])"
)
#: what a line begins with that may open such a heading
RUN_IN_OPENERS = frozenset(
    "*_“■◆◇●○◎▲★·•▶下今明来接新往未以开后在2二两还仍尚不问短差难毛欠弱薄缺没做哪存主干忙这一全过困努改工成取面再亏"
)
#: 2025年这样干, 2025年，拿什么交账: a year and few words, none of which tells of what was done
_LATER_YEAR = re.compile(rf"(?P<year>{MARKED_YEAR})[，,、]?(?:[我全][镇乡]|街道)?(?P<rest>[^0-9，,、]{{0,10}})")
_ALREADY = re.compile(
    r"已|了(?![啥什么])|过(?!去)|获|被|荣|到来|开局|来临|(?<![要将拟再该])完成|(?<!要)办结|以来|以前|之前|出台|印发|版|实现|初|[一二三四五六七八九十]月"
)
#: 明年的盘子, 接下来往哪走; what stands behind 今后 must say that it heads a plan
_AHEAD = re.compile(
    r"(?:(?:下一?个?(?:步|阶段|年度|年)|下步|明年|来年|接下来|新的?一年|未来一年|(?:明年|来年)开年)(?![^，,]*(?:已|了(?![啥什么])|换届))[，,]?[^0-9，,]{0,12}"
    r"|(?:今后|往后|以后|未来|再往前|往下)(?:一年|一个时期|一段时间)?[，,]?的?"
    r"(?:路子?|打算|方向|努力方向|功夫|活|事|日子|账|力气|劲|盘算|工作)?(?:在哪[里儿]?|是什么|还长|[怎咋]么?样?[干办走做算抓]?|这[样么][干办走做算抓]|往哪[里儿]?[走使去]劲?|走|干什么|干啥|抓什么|做什么)?"
    r"|新年(?:的|里)?新?(?:打算|盘算|计划|目标|安排|任务))"
)
_LACK = r"(?:不足|短板|短处|差距|问题|难处|难题|毛病|欠账|弱项|薄弱处|缺口|缺点|亏空|不够的?地方|没[做干办]好的(?:事|地方)?)"
_LACKING = re.compile(
    # 不足也不少, 问题不绕弯子, 短板在哪里
    rf"{_LACK}(?:也|还|都|却|同样|依然|仍|，)*(?:不少|不小|有|存在|不回避|不遮丑|不遮掩|不护短|不藏着|不绕弯子?|明摆着|摆在那[里儿]|摆出来|摆在?[明桌][处面]?上?"
    rf"|[要得应该]*[写说讲摆亮](?:出来|清楚|清|透)?|照实说|在哪(?:[里儿]|些地方)?|[有是]哪些|有几[处个点条])"
    # 还差在哪, 差在何处, 还欠些什么
    r"|(?:还|仍|到底|究竟)?(?:差|弱|短|欠|缺)(?:在)?(?:些|了|点)?(?:哪[里儿]?|哪些地方|何处|什么|啥)"
    # 还有哪些不足, 有几处短板
    rf"|(?:还|仍|尚|也)?有?(?:哪些|几[处个件点条]|不少|一些|什么)(?:地方)?(?:{_LACK}|(?:还|仍)?(?:没有?|未)[做干办]好|[做干办]得(?:还)?不(?:够|好))"
    r"|(?:还)?没[做干办]好的(?:事|地方)?|[做干办]得(?:还)?不(?:够|好)的?(?:地方|事)?|面对不足"
)
_OF_THIS_YEAR = re.compile("(?:全年|今年|本年|1月|一年来)")
#: 今年干了什么, 这一年怎么干的, 一年成绩单
_DID = re.compile(
    r"(?:今年|全年|这一年|一年来|一年里?|过去一年|20[0-9]{2}年)?(?:都|我们)?(?:[做干办忙抓](?:了|成了|的是)?(?:什么|啥|哪些(?:事|活|工作)?)|[怎咋]么?[做干办]的|成绩单|[做干办忙]的事)"
)


class RunIn(NamedTuple):
    """A heading that runs into its paragraph: its role, its words, where it ends, and whether it only labels that paragraph."""

    role: str
    heading: str
    end: int
    label: bool


def run_in(clean: str, place: int, year: int | None) -> RunIn | None:
    """The heading at `place` that its paragraph follows on the same line, if one stands there and announces a part."""
    found = _FORM.match(clean, place)
    if found is None:
        return None
    words = (found["set"] or found["quoted"] or found["plain"]).strip(" 　，,、*")
    role = announced(words, year)
    if role == PLAN and _OF_THIS_YEAR.match(clean, found.end()) is not None:
        # 接下来看调解。全年调解纠纷120件
        return None
    label = found["label"] is not None
    if not role or (label and role not in (PLAN, PROBLEMS)):
        # · 述法：7人 is an item of a list.
        return None
    return RunIn(role, words, found.end(), label)


def later_year_heads(clean: str, place: int, year: int | None) -> bool:
    """Whether the sentence at `place` is but a year to come and what is asked of it: 2025年，这样干。"""
    found = _FORM.match(clean, place)
    return found is not None and found["plain"] is not None and found["label"] is None and _is_ahead(found["plain"], year)


def announced(words: str, year: int | None) -> str:
    """The role that the words of such a heading announce; empty when they announce none."""
    role = bare_role(words, year)
    if role:
        return role
    if _AHEAD.fullmatch(words) or _is_ahead(words, year):
        return PLAN
    if _LACKING.fullmatch(words):
        return PROBLEMS
    return ACHIEVEMENTS if _DID.fullmatch(words) and not _is_ahead(words, year) else ""


def _is_ahead(words: str, year: int | None) -> bool:
    """Whether the words are a year after the report's and what heads a plan: 2025年这样干, not 2025年已完成."""
    found = _LATER_YEAR.fullmatch(words)
    if found is None or year is None or _ALREADY.search(found["rest"]):
        return False
    number = year_number(found["year"])
    return number is not None and number > year
