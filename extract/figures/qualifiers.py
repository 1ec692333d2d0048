"""The words beside a number that say how exact it is."""

import re

from extract.figures.quantity import ABOUT, EXACT, NEARLY, OVER

#: words before the number by their last character; the longest first. The third is what must not stand before the word.
_BEFORE: dict[str, list[tuple[str, str, str]]] = {}


def _say(qualifier: str, words: str, but_not_after: str = "") -> None:
    for word in words.split():
        _BEFORE.setdefault(word[-1], []).append((word, qualifier, but_not_after))


_say(NEARLY, "将近 接近 不足 不到 未到 不超过 不超 不多于 不高于 不大于 少于 低于 小于 至多 最多 < ≤ ≦ 控制在")
_say(NEARLY, "近", "附最临邻靠远就相亲新逼切毗贴")
_say(ABOUT, "大约 大概 约为 约有 约计 约占 约达 大致 估计")
_say(ABOUT, "约", "预签节履违公契条制合特邀誓守赴践毁纪要简集相立民乡规租")
_say(
    OVER,
    "超过 突破 超出 不少于 不低于 不下于 不下 不小于 不亚于 多于 高于 大于 优于 至少 最少 起码 逾 > ≥ ≧ 超过了 突破了 达到或超过",
)
_say(OVER, "超", "赶反高")
for _entries in _BEFORE.values():
    _entries.sort(key=lambda entry: -len(entry[0]))
_AFTER = {
    **dict.fromkeys(["以上", "有余", "+"], OVER),
    **dict.fromkeys(["左右", "上下"], ABOUT),
    **dict.fromkeys(["以下", "以内", "之内", "不到"], NEARLY),
}
#: 指出|不足8条: what falls short is counted, not less than so many; 支出不足8万元 is less
_SHORT, _FALLING_SHORT = (
    "不足",
    frozenset(
        "指出 点出 找出 查出 挑出 列出 摆出 查找 寻找 找到 反馈 查摆 发现 剖析 分析 认领 检视"
        " 短板 缺点 弱项 差距 缺陷 自查 正视 题、".split()
    ),
)
_BIG = frozenset("百千万")
_BIG_BEFORE = frozenset("上过")
#: every character that a word of exactness can end with
LAST = frozenset(_BEFORE) | _BIG_BEFORE
_BREAK = re.compile("[，。；、0-9\n]")


def before(clean: str, start: int) -> tuple[str, int]:
    """How exact the words before `start` make a number, and where they begin.

    >>> before("附近3个村，培训近3", 9), before("附近3个村", 2)
    (('nearly', 8), ('exact', 2))
    """
    last = clean[start - 1] if start else ""
    for word, qualifier, but_not_after in _BEFORE.get(last, ()):
        place = start - len(word)
        if place >= 0 and clean.startswith(word, place):
            if place and clean[place - 1] in but_not_after:
                break
            if word == _SHORT and clean[max(0, place - 3) : place].removesuffix("的")[-2:] in _FALLING_SHORT:
                break
            return qualifier, place
    if last in _BIG_BEFORE and clean[start] in _BIG and clean[max(0, start - 2) : start - 1] not in ("不", "以"):
        return OVER, start - 1
    place = clean.rfind("至少", start - 8 if start > 8 else 0, start)
    if place >= 0 and not _BREAK.search(clean, place, start):  # 至少开展3次
        return OVER, start
    return EXACT, start


def after(word: str) -> str:
    """How exact the word behind the unit makes a number."""
    return _AFTER[word[-2:]]
