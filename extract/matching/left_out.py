"""Figures whose noun is left to what stands before: the label of their row, or the words before a rule.

执法培训：县级2次；镇级4次；线上6次; 开设法治小讲堂，每月一讲，全年12讲.
"""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.breakdown import LONGEST_ITEM
from extract.matching.cell_mentions import written_out
from extract.matching.cues import CHANGE, PLACE, REST, TOTAL
from extract.matching.cues import PLAN as PLAN_CUE
from extract.matching.cues import PRIOR as PRIOR_CUE
from extract.matching.matcher import Matcher
from extract.matching.periods import period_of
from extract.matching.readings import Mention, mention_of
from extract.matching.scene import Scene, Sentence
from extract.tables import PART, TOWNSHIP

#: an item of a row behind a label, with the mark before it
_ROW_JOINT = regex(r"(?:[（(][^（）()]{1,16}[）)])?[；;，,、][^，,。；;：:、\n（）()0-9]{1,10}")
_LONGEST_LABEL = 16
#: kinds and venues of one thing
_WORDINGS = (regex("类"), regex("(?:^|[^促推跟改先奋前引])(?:走?进|深入)[一-鿿]"))
#: 溪口村一年调了31件|，居各村之首；上坪村仅|6件
_DISPUTES, _ENDS = "disputes", frozenset(("", *"，,；;。、）)\n"))
_OF_VILLAGE = regex("[一-鿿](?:(?<![各每全本行政自然几])村|社区)[^，,。；;0-9]{1,8}$")
_NEXT_VILLAGE = regex(
    r"(?:[，,](?:居|排|位列|为|是|数|全[镇乡])[^，,。；;0-9]{0,8})?[，,；;](?:而|最少的)?[一-鿿]{1,3}(?:(?<![各每全本政然个])村|社区)(?:则|也|却)?(?:仅|只|才|最少|最多)?[，,]?(?:有|为|是|就)?"
)
#: 与派出所3次: with whom it was done
_WITH_WHOM = ("与", "同", "会同", "联合", "和")
#: 每月一讲，全年12讲
_RULE = regex(
    r"[，,；;][^，,。；;：:0-9]{0,4}每[^，,。；;]{1,10}[，,；;、]"
    r"(?:全年|一年|一年下来|年内|今年|累计|共计|合计|总计|总共|一共|共|已|达|为|计|开展|举办|组织|了)+$"
)
_LONGEST_LEAD = 30
#: 讲座数量：法治类15场，健康类6场: another field of work is no kind of what is held on law
_SESSIONS = frozenset(("场", "场次", "期", "堂", "节", "讲", "课"))
_TIME_CUES = TOTAL | REST | PRIOR_CUE | CHANGE | PLAN_CUE | PLACE


def item_of_row(scene: Scene, sentence: Sentence, index: int, stated: list[Mention], year: int | None) -> Mention | None:
    """What the figure counts as a kind of what the label of its row names: 执法培训：县级2次；镇级4次；线上6次."""
    if not stated or index == 0 or index in sentence.paired:
        return None
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    last = next((m for m in reversed(stated) if m.quantity is before), None)
    if last is None or figure.unit not in (before.unit, *last.metric.spellings):
        return None
    if last.metric.category == _DISPUTES and _is_next_village(scene, before, figure):
        told = "as " + scene.clean[before.start : before.end]
        return mention_of(last.metric, figure, sentence, last.period, PART, ("list", told))
    joint = _ROW_JOINT.fullmatch(scene.clean, before.reach_end, figure.reach_start)
    if joint is None or not (_is_alike(scene, before, joint[0]) or _stands_behind_label(scene, sentence, before, last)):
        return None
    if not scene.clean[joint.start() : joint.end()].lstrip("；;，,、").startswith(_WITH_WHOM):
        for token in scene.tokens[sentence.first_token : sentence.last_token]:
            if joint.start() <= token.start < joint.end():
                word = token.word
                if (
                    (word.bounds and (figure.unit in _SESSIONS or "topics" not in word.groups))
                    or "actions" in word.groups
                    or word.cue & _TIME_CUES
                ):
                    return None
    return _mention(scene, sentence, figure, last.metric, year, ("list", "as " + scene.clean[before.start : before.end]))


def _is_next_village(scene: Scene, before: Quantity, figure: Quantity) -> bool:
    """Whether the figure is the next village's: 溪口村一年调了31件，居各村之首；上坪村仅6件."""
    lead = scene.clean[max(0, before.reach_start - LONGEST_ITEM) : before.reach_start]
    return (
        _OF_VILLAGE.search(lead) is not None
        and _NEXT_VILLAGE.fullmatch(scene.clean, before.reach_end, figure.reach_start) is not None
        and scene.clean[figure.reach_end : figure.reach_end + 1] in _ENDS
    )


def _is_alike(scene: Scene, before: Quantity, item: str) -> bool:
    """Whether an item is worded as the one before: 婚姻家庭类纠纷31件、邻里类47件; 讲座进企业3次、进社区8次."""
    lead = scene.clean[max(0, before.reach_start - LONGEST_ITEM) : before.reach_start]
    return any(wording.search(item) is not None and wording.search(lead) is not None for wording in _WORDINGS)


def _stands_behind_label(scene: Scene, sentence: Sentence, figure: Quantity, mention: Mention) -> bool:
    """Whether the figure is an item of a row whose label told its metric."""
    if mention.match is None:
        return mention.trace[0] == "list" or "label" in mention.trace
    colon = max(scene.clean.rfind(mark, sentence.start, figure.start) for mark in "：:")
    words = mention.match.words
    if not 0 <= figure.start - colon <= LONGEST_ITEM or not words or words[0].end > colon:
        return False
    label = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, colon) + 1 for mark in "，,；;。"))
    return min(token.start for token in words) >= label and colon - label <= _LONGEST_LABEL


def total_of_a_rule(scene: Scene, sentence: Sentence, index: int, matcher: Matcher, year: int | None) -> Mention | None:
    """What came of a rule in the clause before, by the words before the rule: 开设法治小讲堂，每月一讲，全年12讲."""
    figure = sentence.figures[index]
    clean = scene.clean
    rule = _RULE.search(clean, max(sentence.start, figure.reach_start - _LONGEST_LEAD), figure.reach_start)
    if rule is None or not figure.unit:
        return None
    floor = max(sentence.start, rule.start() - _LONGEST_LEAD)
    for other in sentence.figures[:index]:
        if other.reach_end <= rule.start():
            floor = max(floor, other.reach_end)
    if rule.start() <= floor:
        return None
    found = written_out(matcher, clean[floor : rule.start()], figure, "")
    return (
        _mention(scene, sentence, figure, found[0].metric, year, (found[0].plan.pattern.source, "of a rule")) if found else None
    )


def _mention(
    scene: Scene, sentence: Sentence, figure: Quantity, metric: Metric, year: int | None, trace: tuple[str, ...]
) -> Mention | None:
    if figure.value is None:
        return None
    period = period_of(scene, sentence, figure, year, metric.stock)
    return mention_of(
        metric,
        figure,
        sentence,
        period,
        TOWNSHIP if period.whole else PART,
        trace,
    )
