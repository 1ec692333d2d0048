"""Items of a list whose verb stands behind the last one: 公务员22人、村干部31人参加了考试."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.breakdown import CLAUSE_COMMA, LONGEST_ITEM
from extract.matching.match import Match
from extract.matching.next_items import ITEM_BREAK, LISTING
from extract.matching.readings import Mention, mention_of
from extract.matching.scene import Scene, Sentence

_BEFORE_VERB = "item before its verb"
#: 去年45人、今年52人参加; 全县320人、我镇31人参加: items of other years and places
_SETS_APART = regex("[去上前今本]年|20[0-9]{2}年|全[县市区省州旗]|[县市区]里|[我本][镇乡街]")
_NOT_DONE = regex("[拟未将应待]")


def item_before_verb(scene: Scene, sentence: Sentence, index: int, stated: list[Mention]) -> Mention | None:
    """An item of a list whose verb stands behind the last one: 公务员22人、村干部31人参加了考试."""
    if not stated or index + 1 >= len(sentence.figures):
        return None
    figure, following = sentence.figures[index], sentence.figures[index + 1]
    between = scene.clean[figure.reach_end : following.reach_start]
    listed = between[:1] in LISTING and len(between) <= LONGEST_ITEM and not ITEM_BREAK.search(between)
    if not listed or figure.unit != following.unit or CLAUSE_COMMA.search(between):
        return None
    clause = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, figure.start) + 1 for mark in "，,；;：:"))
    if _SETS_APART.search(scene.clean, clause, following.reach_start):
        return None
    for last in stated:
        if last.quantity is following and (last.trace[0] == _BEFORE_VERB or _has_verb_behind(scene, last.match, following)):
            told = "as " + scene.clean[following.start : following.end]
            return mention_of(last.metric, figure, sentence, last.period, last.scope, (_BEFORE_VERB, told))
    return None


def _has_verb_behind(scene: Scene, match: Match | None, figure: Quantity) -> bool:
    """Whether what was done with what is counted stands behind the figure alone: 处罚卷20份、许可卷12份|接受评查."""
    behind = [token for token in match.words if token.start >= figure.reach_end] if match is not None else []
    if match is None or not behind:
        return False
    if any("objects" in token.word.groups and token.start == figure.reach_end for token in behind):
        # 警情40起、32起纠纷得到化解: the second has its noun to itself
        return False
    if _NOT_DONE.search(scene.clean, figure.reach_end, behind[0].start):
        return False
    return not any("actions" in token.word.groups and token.start < figure.start for token in match.words)
