"""What a clause speaks of that turns back from the parts to the whole: 简易程序30件、普通程序8件，总量较上年的45件回落15.6%."""

from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.readings import Mention
from extract.matching.scene import Scene, Sentence
from extract.tables import ACTUAL, TOWNSHIP

#: a clause that speaks of the whole again, up to the figure; the comma of 1,688 ends no clause
_OF_THE_WHOLE = regex(
    r"(?<=[，,；;）)])(?:而|但|故|其|从)?[^，,；;0-9的]{0,6}?总(?:件|次|人)?[量数体](?:上|则|也|仍|又|却)?"
    r"(?:[较比与同]|仍?[增降减升上下回])(?:[^，,；;]|[，,](?=[0-9]{3}))*$"
)
_REACH = 40
_SEVERAL = 2


def whole_told(scene: Scene, sentence: Sentence, figure: Quantity, stated: list[Mention]) -> Mention | None:
    """The largest of what the sentence has counted before a clause that speaks of its total."""
    if len(stated) < _SEVERAL:
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


def _value_of(mention: Mention) -> Decimal:
    return mention.value
