"""How far the words reach that set the time of what follows: 2021年以来，……; 全镇2021年受理纠纷120起."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.scene import Scene, Sentence

#: 回头看2020年，尚有3批: words that turn to a year, at the head of a sentence
TURNS_TO = regex(
    r"(?:再|而|但|要)?(?:回头看|回头再看|回[看望想顾首溯眸]|反观|重温|纵观|返观|翻看|倒看|往前看|对照|放在|放到|说到|说起|要说|单看|再看|且看|看看"
    r"|退回|倒回到?|追溯到?|到了)$"
    # 全镇2021年受理纠纷120起
    r"|[全我本](?:镇|乡|街道|所)$"
)
CLAUSE_COMMA = regex(r"[，,；;]")
NOW = regex(r"今年|这一年|本年度?|年内|全年(?!累计)|当年")


def governs(scene: Scene, sentence: Sentence, setting: tuple[int, int], figure: Quantity) -> bool:
    """Whether the words that stand at `setting` set the time of the figure: of all behind them only at the head of a sentence."""
    if TURNS_TO.match(scene.clean, sentence.start, setting[0]):
        return True
    if (
        not scene.clean[sentence.start : setting[0]].strip("自从（(在截至到“\n 一二三四五六七八九十是、：")
        and setting[0] - sentence.start < 8
    ):
        return True
    inside = [q for q in sentence.figures if setting[1] <= q.start < figure.start]
    if not inside:
        return True
    return not CLAUSE_COMMA.search(scene.clean, inside[0].end, figure.reach_start)


def clause_start(clean: str, floor: int, position: int) -> int:
    """Where the clause begins that `position` is in."""
    return max(floor, *(clean.rfind(mark, floor, position) + 1 for mark in "，,；;"))
