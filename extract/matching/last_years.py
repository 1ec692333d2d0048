"""Last year's values told in one breath, in the order of this year's: 受理97起，化解91起；上年是118起和107起."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.other_places import is_of_other_place
from extract.matching.periods import Period
from extract.matching.readings import Mention, mention_of
from extract.matching.scene import Scene, Sentence
from extract.tables import ACTUAL, TOWNSHIP

#: what sets the row in an earlier year, right before its first figure
_EARLIER = regex(
    # 全县上年是, 婚姻类上年是 tell of others
    r"(?:^|(?<=[，,；;。：:（(\n]))(?:而|我[镇乡]|我街道)?(?:去年|上年度?|上一年度?|(?P<year>20[0-9]{2})年度?)(?:同期|全年|同口径)?(?:的|则|却|这?[两二三四](?:项|个|组|类)|对应的?|数据|数字|数|相应)*"
    r"(?:分别|各自|依次)?(?:为|是|有|仅|只|才|共|的)*[：:]?$"
)
_REACH = 24
_JOINTS = frozenset(("、", "和", "及", "与", "，", ",", "/"))
_STOPS = ("；", ";")
#: nothing that goes on from the row: 31场、10场次的讲座, 118起纠纷
_ENDS = frozenset(("", *"，,；;。、）)\n"))
_MOST = 4


def in_order_of_this_year(
    scene: Scene, sentence: Sentence, index: int, stated: list[Mention], year: int | None
) -> list[tuple[int, Mention]]:
    """The figures of a row that opens at `index`, each as last year's value of the metric at its place among this year's."""
    figures, clean = sentence.figures, scene.clean
    if year is None or len(stated) < 2 or index + 1 >= len(figures):
        return []
    if clean[figures[index].reach_end : figures[index + 1].reach_start] not in _JOINTS:
        return []
    floor = max(sentence.start, figures[index].reach_start - _REACH)
    lead = _EARLIER.search(clean, floor, figures[index].reach_start)
    if lead is None or (lead.start() == floor > sentence.start) or is_of_other_place(scene, sentence, figures[index]):
        return []
    told = int(lead["year"]) if lead["year"] else year - 1
    row = [index]
    while row[-1] + 1 < len(figures) and clean[figures[row[-1]].reach_end : figures[row[-1] + 1].reach_start] in _JOINTS:
        row.append(row[-1] + 1)
    units = [figures[at].unit for at in row]
    if told >= year or len(row) > _MOST or any(figures[at].value is None for at in row):
        return []
    if clean[figures[row[-1]].reach_end : figures[row[-1]].reach_end + 1] not in _ENDS:
        return []
    now = _of_this_year(stated, figures[index], frozenset(units), year)
    if len(now) > len(row):
        # 检查36次，整治9次；宣传40次，讲座12次；上年是31次和10次: of the part of the sentence right before
        stop = max(clean.rfind(mark, sentence.start, lead.start() - 1) for mark in _STOPS)
        now = [mention for mention in now if mention.quantity.start > stop]
    if [mention.quantity.unit for mention in now] != units or len({mention.metric.id for mention in now}) < len(now):
        return []
    return [(at, _of_earlier(sentence, figures[at], mention, told, clean)) for at, mention in zip(row, now, strict=True)]


def _of_this_year(stated: list[Mention], before: Quantity, units: frozenset[str], year: int) -> list[Mention]:
    """What the sentence has counted of this year in these units, one mention a figure, in order; parts count for nothing."""
    now: dict[int, Mention] = {}
    for mention in stated:
        period = mention.period
        whole = mention.scope == TOWNSHIP and period.basis == ACTUAL and period.year == year
        if whole and mention.quantity.unit in units and mention.quantity.start < before.start:
            now.setdefault(mention.quantity.start, mention)
    return [now[start] for start in sorted(now)]


def _of_earlier(sentence: Sentence, figure: Quantity, mention: Mention, told: int, clean: str) -> Mention:
    trace = ("last year's in order", "as " + clean[mention.quantity.start : mention.quantity.end])
    return mention_of(mention.metric, figure, sentence, Period(told, ACTUAL, True, "year named"), TOWNSHIP, trace)
