"""Facts of the place told by numbers alone: 全镇160平方公里，17个村、2个社区，3.6万人."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.compiled import CompiledLibrary
from extract.matching.partners import unit_of
from extract.matching.periods import period_of
from extract.matching.readings import TOWNSHIP, Mention
from extract.matching.scene import Scene, Sentence

#: what areas, distances, farmland and households are counted in
_OF_PLACES = frozenset(("平方公里", "公里", "米", "亩", "公顷", "户"))
#: such facts stand at the head of a report
_HEAD = 2500
_FEWEST_PEOPLE = 500
#: what may stand between the mark before and the number
_BEFORE = regex(r"(?:^|[，,；;。：:、（(\n])(?:全[镇乡]|全街道|共有|共|总|约|近|超|现有|现|计|合计|拥有|有|是|为|总计|管)*$")
_AFTER = regex(r"[，,；;。、（(）)\n]|$|散[在布落]|分布|坐落|沿")
_REACH = 12


def told_alone(
    scene: Scene, sentence: Sentence, index: int, stated: list[Mention], library: CompiledLibrary, year: int | None
) -> Mention | None:
    """The metric of a figure that is a clause by itself, or with its noun, among facts of the place."""
    figure = sentence.figures[index]
    if figure.value is None or figure.start > _HEAD or figure.unit not in library.alone:
        return None
    # 1860户6920人: people right behind their households
    housed = (
        index > 0 and sentence.figures[index - 1].unit == "户" and sentence.figures[index - 1].reach_end == figure.reach_start
    )
    if not housed and not _BEFORE.search(scene.clean, max(sentence.start, figure.reach_start - _REACH), figure.reach_start):
        return None
    for metric, noun in library.alone[figure.unit]:
        end = _noun_end(scene, sentence, figure, noun)
        if end is None or _AFTER.match(scene.clean, end) is None:
            continue
        if noun:
            told = any(other.unit in _OF_PLACES for other in sentence.figures) or _is_told(library, stated)
        else:
            # people alone: only behind what the place is made of
            told = figure.value >= _FEWEST_PEOPLE and _is_told(library, stated)
        if not told or (not noun and any(mention.metric is metric for mention in stated)):
            continue
        return Mention(
            metric,
            figure,
            sentence,
            figure.value,
            figure.high,
            figure.qualifier,
            unit_of(metric, figure),
            period_of(scene, sentence, figure, year, metric.stock),
            TOWNSHIP,
            ("alone among facts of the place",),
        )
    return None


def _is_told(library: CompiledLibrary, stated: list[Mention]) -> bool:
    return any(mention.metric is metric for mention in stated for metric in library.place_facts)


def _noun_end(scene: Scene, sentence: Sentence, figure: Quantity, noun: str) -> int | None:
    """Where the noun right behind the number ends; the number's own end where it needs none."""
    if not noun:
        return figure.reach_end
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if token.start == figure.reach_end and noun in token.word.sets:
            return token.end
    return None
