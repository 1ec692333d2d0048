"""The denials of a sentence as mentions of value 0: 未发生行政复议; 去年还有2批，今年没有再发生."""

from collections.abc import Iterator
from decimal import Decimal

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import other_places
from extract.matching.compiled import CompiledLibrary
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Reading
from extract.matching.scene import Scene, Sentence
from extract.matching.zeros import asked_metrics, denied_metrics, denies_nothing_behind
from extract.tables import PLANNED, TOWNSHIP


def read_denials(scene: Scene, sentence: Sentence, year: int | None, reading: Reading, library: CompiledLibrary) -> None:
    """Adds what the sentence says there was none of."""
    for denial in sentence.denials:
        if other_places.is_of_other_place(scene, sentence, denial):
            continue
        denied = [(metric, noun.word.text) for metric, noun in denied_metrics(scene, sentence, denial, library)]
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


def _no_more(sentence: Sentence, denial: Quantity, reading: Reading) -> Iterator[tuple[Metric, str]]:
    """What happened the year before and no more: 去年还有2批，今年没有再发生."""
    for mention in reading.mentions:
        before = mention.sentence is sentence and mention.quantity.end <= denial.start
        if before and mention.metric.zero and mention.period.rule == "year named":
            yield mention.metric, "no more of the year before's"
