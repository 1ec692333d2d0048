"""The denials of a sentence as mentions of value 0: 未发生行政复议; 去年还有2批，今年没有再发生."""

from collections.abc import Iterator
from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import other_places
from extract.matching.compiled import CompiledLibrary
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Reading
from extract.matching.scene import Scene, Sentence
from extract.matching.zeros import asked_metrics, denied_metrics, denies_nothing_behind
from extract.tables import PLANNED, TOWNSHIP

_HEADS = "人次"
#: what may stand between them and the denial: 人次均为零, 人次实现“双零”
_OF_BOTH = regex('人次[）)]?(?:均|都|皆|全部|全年|双双|继续|连续|实现|保持|为|是|“|"|双|[两三]个)*')


def read_denials(scene: Scene, sentence: Sentence, year: int | None, reading: Reading, library: CompiledLibrary) -> None:
    """Adds what the sentence says there was none of."""
    for denial in sentence.denials:
        if other_places.is_of_other_place(scene, sentence, denial):
            continue
        denied = [(metric, noun.word.text) for metric, noun in denied_metrics(scene, sentence, denial, library)]
        denied += list(_heads_of(scene, sentence, denial, denied, library))
        if not denied and denies_nothing_behind(scene, denial, sentence.end):
            denied = [(metric, noun.word.text) for metric, noun in asked_metrics(scene, denial, library)]
            denied = denied or list(_no_more(sentence, denial, reading))
        for metric, told in denied:
            period = period_of(scene, sentence, denial, year, metric.stock)
            if period.basis == PLANNED:
                continue
            reading.mentions.append(
                Mention(
                    metric,
                    denial,
                    sentence,
                    Decimal(0),
                    None,
                    "exact",
                    metric.unit,
                    period,
                    TOWNSHIP,
                    ("denial", told),
                )
            )


def _heads_of(
    scene: Scene, sentence: Sentence, denial: Quantity, denied: list[tuple[Metric, str]], library: CompiledLibrary
) -> Iterator[tuple[Metric, str]]:
    """Those who did what is denied, where they are named beside it: 赴省访批次、人次均为零."""
    clean = scene.clean
    start = clean.rfind("人次", sentence.start, denial.start)
    if start < 0 or not denied or _OF_BOTH.fullmatch(clean, start, denial.start) is None:
        return
    nouns = {told for _, told in denied}
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if token.word.text in nouns and token.end <= start:
            for name in sorted(token.word.sets):
                for plan in library.plans.get(_HEADS, {}).get(name, ()):
                    if len(plan.left) == 1 and not plan.right and plan.metric.unit == _HEADS:
                        yield plan.metric, token.word.text
            return


def _no_more(sentence: Sentence, denial: Quantity, reading: Reading) -> Iterator[tuple[Metric, str]]:
    """What happened the year before and no more: 去年还有2批，今年没有再发生."""
    for mention in reading.mentions:
        before = mention.sentence is sentence and mention.quantity.end <= denial.start
        if before and mention.metric.zero and mention.period.rule == "year named":
            yield mention.metric, "no more of the year before's"
