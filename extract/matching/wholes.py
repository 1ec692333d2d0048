"""What turns back to the whole: 简易程序30件、普通程序8件，总量较上年的45件回落15.6%; 排查纠纷87件。上年共95件."""

from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Reading, mention_of
from extract.matching.scene import Scene, Sentence
from extract.tables import ACTUAL, TOWNSHIP

#: a clause that speaks of the whole again, up to the figure; the comma of 1,688 ends no clause
_OF_THE_WHOLE = regex(
    r"(?<=[，,；;）)])(?:而|但|故|其|从)?(?:案件|纠纷|两项|三项|合计|处罚|罚款)?总(?:件|次|人)?[量数体](?:上|则|也|仍|又|却)?"
    r"(?:[较比与同]|仍?[增降减升上下回])(?:[^，,；;]|[，,](?=[0-9]{3}))*$"
)
_REACH = 40
#: a sentence that opens with last year's count of what the one before counted: 上年共95件
_OPENS_WITH_LAST_YEAR = regex(
    r"(?:而|但|其中)?(?:上年度?|去年|上一年度?|20[0-9]{2}年度?)(?:同期|全年|同口径)?(?:共计|总共|合计|共|为|是|有|则|却|计|的|数)*"
)
_SENTENCES_REACH = 80
_ENDS = frozenset(("", *"，,；;。、（("))


def whole_told(scene: Scene, sentence: Sentence, figure: Quantity, stated: list[Mention]) -> Mention | None:
    """The largest of what the sentence has counted before a clause that speaks of its total."""
    if len(stated) < 2:
        # one count alone has no total beside it
        return None
    start = max(sentence.start, figure.reach_start - _REACH)
    said = scene.clean[start : figure.reach_start]
    found = _OF_THE_WHOLE.search(said) if "总" in said else None
    if found is None:
        return None
    clause = start + found.start()
    units = {m.quantity.unit for m in stated if m.quantity.start >= clause}
    units = units or {figure.unit}
    before = [m for m in stated if m.quantity.end <= clause and m.period.basis == ACTUAL and m.metric.unit != "%"]
    alike = [m for m in before if m.quantity.unit in units] or ([] if figure.unit != "%" else before)
    whole = max(alike, key=_value_of, default=None)
    return whole if whole is not None and whole.scope == TOWNSHIP else None


def told_last_year(scene: Scene, sentence: Sentence, year: int | None, reading: Reading) -> Mention | None:
    """Last year's count of the only thing that the sentence before counts alike: 排查纠纷87件。上年共95件."""
    figure, clean = sentence.figures[0], scene.clean
    if figure.value is None or clean[figure.reach_end : figure.reach_end + 1] not in _ENDS:
        # 去年有3人辞职
        return None
    if not _OPENS_WITH_LAST_YEAR.fullmatch(clean, sentence.start, figure.reach_start):
        return None
    near: dict[str, Mention] = {}
    for mention in reversed(reading.mentions):
        if mention.quantity.start < sentence.start - _SENTENCES_REACH:
            break
        if mention.quantity.unit == figure.unit and mention.scope == TOWNSHIP and mention.period.basis == ACTUAL:
            near[mention.metric.id] = mention
    if len(near) != 1:
        return None
    told = next(iter(near.values()))
    period = period_of(scene, sentence, figure, year, told.metric.stock)
    if period.year == told.period.year or clean.find("\n", told.quantity.end, sentence.start) >= 0:
        return None
    trace = ("prior value", "as " + clean[told.quantity.start : told.quantity.end])
    return mention_of(told.metric, figure, sentence, period, TOWNSHIP, trace)


def _value_of(mention: Mention) -> Decimal:
    return mention.value
