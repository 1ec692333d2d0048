"""Figures × Library → mentions and stated changes of one report."""

from dataclasses import dataclass, field
from decimal import Decimal

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import roles
from extract.matching.compiled import CompiledLibrary
from extract.matching.matcher import Match, Matcher, territory
from extract.matching.paired import paired_walks
from extract.matching.periods import ACTUAL, PLANNED, Period, period_of
from extract.matching.scene import Scene, Sentence
from extract.matching.zeros import denied_metrics

TOWNSHIP, PART, PLACE = "township", "part", "place"
PEOPLE_TIMES = frozenset(("人次",))


@dataclass(slots=True)
class Mention:
    """One metric that one figure states."""

    metric: Metric
    quantity: Quantity
    sentence: Sentence
    value: Decimal
    high: Decimal | None
    qualifier: str
    unit: str
    period: Period
    scope: str
    #: the pattern and the engine's rules that led here, by their names
    trace: tuple[str, ...]
    total: bool = False
    flags: tuple[str, ...] = ()
    match: Match | None = None


@dataclass(slots=True)
class StatedChange:
    """A change that the report states (同比下降36%), with the two years it compares."""

    metric: Metric
    quantity: Quantity
    sentence: Sentence
    direction: str
    amount: Decimal
    unit: str
    from_year: int | None
    to_year: int | None
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """What the rules made of one report's figures."""

    mentions: list[Mention] = field(default_factory=list)
    changes: list[StatedChange] = field(default_factory=list)
    #: why a figure was left, by the identity of its quantity
    reasons: dict[int, str] = field(default_factory=dict)


class ReportReader:
    """Reads the sentences of one report after another with one library."""

    def __init__(self, library: CompiledLibrary) -> None:
        self.library = library
        self.matcher = Matcher(library)

    def read(self, scene: Scene, year: int | None) -> Reading:
        """Every mention and stated change of the scene, in the order of the text."""
        reading = Reading()
        for sentence in scene.sentences:
            self._figures(scene, sentence, year, reading)
            self._denials(scene, sentence, year, reading)
        reading.mentions.sort(key=lambda mention: (mention.quantity.start, mention.quantity.end, mention.metric.id))
        return reading

    def _figures(self, scene: Scene, sentence: Sentence, year: int | None, reading: Reading) -> None:
        pairs = paired_walks(scene, sentence)
        stated: list[Mention] = []
        deferred: list[tuple[int, str]] = []
        for index, figure in enumerate(sentence.figures):
            if figure.value is None:
                continue
            change = roles.change_of(scene, sentence, figure)
            if change is not None:
                self._change(scene, sentence, index, change.direction, stated, year, reading)
                continue
            if roles.is_of_other_place(scene, sentence, figure):
                reading.reasons[id(figure)] = "other place"
                continue
            where = territory(scene, sentence, index)
            pair = pairs.get(index)
            if pair is not None:
                where = pair(where)
            matches = self.matcher.matches(scene, sentence, figure, where, figure.unit)
            if roles.is_remainder(scene, sentence, figure):
                reading.reasons[id(figure)] = "remainder"
                continue
            chosen = _winners(matches)
            if not chosen:
                deferred.append((index, "no pattern" if matches or figure.unit else "no unit"))
                continue
            tie = _is_tie(matches)
            for match in chosen:
                stated.append(self._mention(scene, sentence, figure, match, year, tie))
        for index, reason in deferred:
            partner = self._partner(scene, sentence, index, stated)
            if partner is None:
                reading.reasons[id(sentence.figures[index])] = reason
            else:
                stated.append(partner)
        reading.mentions.extend(stated)

    def _mention(
        self, scene: Scene, sentence: Sentence, figure: Quantity, match: Match, year: int | None, tie: bool
    ) -> Mention:
        metric = match.metric
        period = period_of(scene, sentence, figure, year, metric.stock)
        part = roles.is_part(scene, sentence, figure)
        total = not part and roles.is_total(scene, sentence, figure, match.start)
        trace = [match.plan.pattern.source]
        if match.carried:
            trace.append("carried " + "、".join(token.word.text for token in match.carried))
        if match.shared:
            trace.append("shared number")
        if period.rule:
            trace.append(period.rule)
        if part:
            trace.append("其中")
        return Mention(
            metric,
            figure,
            sentence,
            figure.value if figure.value is not None else Decimal(0),
            figure.high,
            figure.qualifier,
            _unit_of(metric, figure),
            period,
            PART if part or not period.whole else TOWNSHIP,
            tuple(trace),
            total,
            ("tie",) if tie else (),
            match,
        )

    def _partner(self, scene: Scene, sentence: Sentence, index: int, stated: list[Mention]) -> Mention | None:
        """A prior-year value, a part, or the second of 由…至 takes the metric of the figure it belongs to."""
        figure = sentence.figures[index]
        before = scene.clean[max(sentence.start, figure.reach_start - 16) : figure.reach_start]
        role = roles.partner_role(before, roles.is_part(scene, sentence, figure))
        if role is None:
            return None
        candidates = [m for m in stated if m.sentence is sentence and (m.quantity.unit == figure.unit or figure.unit in _spellings(m.metric))]
        earlier = [m for m in candidates if m.quantity.start < figure.start]
        later = [m for m in candidates if m.quantity.start > figure.start]
        if role == "part":
            later = []
        partner = earlier[-1] if earlier else (later[0] if later else None)
        if partner is None or figure.value is None:
            return None
        year = partner.period.year
        period = period_of(scene, sentence, figure, year if partner.period.basis == ACTUAL else None, partner.metric.stock)
        if role == "part":
            period = partner.period
        return Mention(
            partner.metric,
            figure,
            sentence,
            figure.value,
            figure.high,
            figure.qualifier,
            _unit_of(partner.metric, figure),
            period,
            PART if role == "part" else TOWNSHIP,
            (role, "as " + scene.clean[partner.quantity.start : partner.quantity.end]),
        )

    def _denials(self, scene: Scene, sentence: Sentence, year: int | None, reading: Reading) -> None:
        for denial in sentence.denials:
            if roles.is_of_other_place(scene, sentence, denial):
                continue
            for metric, noun in denied_metrics(scene, sentence, denial, self.library):
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
                        ("denial", noun.word.text),
                    )
                )

    def _change(
        self,
        scene: Scene,
        sentence: Sentence,
        index: int,
        direction: str,
        stated: list[Mention],
        year: int | None,
        reading: Reading,
    ) -> None:
        figure = sentence.figures[index]
        reading.reasons[id(figure)] = "change"
        own = self.matcher.matches(scene, sentence, figure, territory(scene, sentence, index), None)
        metric = own[0].metric if own else None
        if metric is None:
            partners = [m for m in stated if m.sentence is sentence]
            if partners:
                metric = partners[-1].metric
        if metric is None or figure.value is None:
            return
        unit = {"%": "%", "百分点": "pp", "倍": "%", "成": "%"}.get(figure.unit, "count")
        amount = figure.value * 100 if figure.unit == "倍" else figure.value
        period = period_of(scene, sentence, figure, year, metric.stock)
        to_year = period.year if period.basis == ACTUAL else year
        reading.changes.append(
            StatedChange(
                metric,
                figure,
                sentence,
                direction,
                amount,
                unit,
                to_year - 1 if to_year is not None else None,
                to_year,
                figure.start,
                figure.end,
            )
        )


def _winners(matches: list[Match]) -> list[Match]:
    """The most specific match, and those that share its number through a list."""
    if not matches:
        return []
    best = matches[0]
    winners = {best.metric.id: best}
    for match in matches[1:]:
        if match.metric.id not in winners and (match.shared or best.shared) and len(match.words) == len(best.words):
            winners[match.metric.id] = match
    return list(winners.values())


def _is_tie(matches: list[Match]) -> bool:
    return (
        len(matches) > 1
        and matches[0].score == matches[1].score
        and matches[0].metric.id != matches[1].metric.id
        and not matches[1].shared
    )


def _spellings(metric: Metric) -> tuple[str, ...]:
    return (metric.unit, *metric.units)


def _unit_of(metric: Metric, figure: Quantity) -> str:
    """The canonical unit where the printed one spells the same count, else the printed one."""
    return figure.unit if figure.unit in metric.apart else metric.unit
