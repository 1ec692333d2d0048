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
#: the same without a word for total, which parts have to bear out: 29件（简易21件、一般8件），案件数较上年的33件下降
_OF_THE_COUNT = regex(
    r"(?<=[，,；;—）)])(?:而|但|故|其|从)?(?:办案|案件|立案)?(?:件|起|宗|案|次|场|量|个)?(?:数量|数|量)(?:上|则|也|仍|又|却)?"
    r"(?:[较比与同为]|仍?[增降减升上下回])(?:[^，,；;]|[，,](?=[0-9]{3}))*$"
)
#: 受理97件，化解91件，受理量较上年的105件下降: which of the counts it is the verb says
_OF_A_VERB = regex(
    r"(?<=[，,；;—）)])(?:而|但)?(?P<verb>受理|接报|登记|排查|调解|调处|化解|办理|办结|立案|处罚|审查|审核|发放|接待|检查)(?:案件|纠纷|总)?(?:数量|件数|总量|总数|数|量)"
    r"(?:则|也|仍|又|却)?(?:[较比与同为]|仍?[增降减升上下回])(?:[^，,；;]|[，,](?=[0-9]{3}))*$"
)
_REACH, _WHOLE_AND_PARTS = 40, 2
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
    said = _lead(scene, sentence, figure)
    by_verb = _OF_A_VERB.search(said) if "数" in said or "量" in said else None
    if by_verb is not None:
        done = [m for m in stated if m.match is not None and any(by_verb["verb"] in t.word.text for t in m.match.words)]
        done = [m for m in done if m.quantity.end <= figure.start and m.scope == TOWNSHIP]
        if done:
            return done[-1]
    found = _OF_THE_WHOLE.search(said) if "总" in said else None
    if found is None:
        return whole_of_parts(scene, sentence, figure, stated)
    whole = max(_counted(figure, stated, figure.reach_start - len(said) + found.start()), key=_value_of, default=None)
    return whole if whole is not None and whole.scope == TOWNSHIP else None


def whole_of_parts(scene: Scene, sentence: Sentence, figure: Quantity, stated: list[Mention]) -> Mention | None:
    """The whole before its parts, where a clause behind them speaks of the count and of nothing else: 案件数较上年下降."""
    if len(stated) < _WHOLE_AND_PARTS:
        return None
    said = _lead(scene, sentence, figure)
    found = _OF_THE_COUNT.search(said) if "数" in said or "量" in said else None
    if found is None:
        return None
    alike = _counted(figure, stated, figure.reach_start - len(said) + found.start())
    whole = max(alike, key=_value_of, default=None)
    # 处罚29件、纠纷136起，案件数同比下降: two things beside each other
    return whole if whole is not None and whole.scope == TOWNSHIP and _has_parts(scene, whole, alike) else None


def _lead(scene: Scene, sentence: Sentence, figure: Quantity) -> str:
    return scene.clean[max(sentence.start, figure.reach_start - _REACH) : figure.reach_start]


def _counted(figure: Quantity, stated: list[Mention], clause: int) -> list[Mention]:
    """What is counted before the clause in the unit of its figures."""
    units = {m.quantity.unit for m in stated if m.quantity.start >= clause} or {figure.unit}
    before = [m for m in stated if m.quantity.end <= clause and m.period.basis == ACTUAL and m.metric.unit != "%"]
    return [m for m in before if m.quantity.unit in units] or ([] if figure.unit != "%" else before)


def _has_parts(scene: Scene, whole: Mention, alike: list[Mention]) -> bool:
    """Whether what is counted behind the whole are its parts: they add up to it, or 其中 says so."""
    behind = [m for m in alike if m.quantity.start > whole.quantity.start]
    if not behind:
        return False
    if sum(_value_of(m) for m in behind) == whole.value:
        return True
    return (
        "其中" in scene.clean[whole.quantity.end : behind[0].quantity.start]
        and behind[-1].metric.category == whole.metric.category
    )


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
