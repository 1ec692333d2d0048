"""Stated changes: which metric a 同比下降36% speaks of, and between which years."""

from collections.abc import Callable
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import roles
from extract.matching.matcher import Match, Matcher
from extract.matching.periods import ACTUAL, period_of
from extract.matching.readings import Mention, Reading, StatedChange
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import Territory, chain_head, territory

_UNITS = {"%": "%", "百分点": "pp", "倍": "%"}
_ALSO = regex(r"[、和与及]")
_PAIRED = regex(r"分别")
_TOLD_TWICE = regex(r"[、，,和]?(?:同比)?(?:下降|增长|上升|减少|降幅|增幅|降|增|升|幅度)(?:为|达到?|了|约)*")
_UNIT_TOLD = regex(r"(批次|人次|件次|场次)(?:数|数量|总量)?(?:同比|较|比|环比)")
_UNIT_REACH = 20
#: how far before its figure a change names the year that it compares with
_COMPARED_REACH = 60


class ChangeReader:
    """Finds what a change is a change of: the noun of its own clause, else the figure before it."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher

    def read(
        self,
        scene: Scene,
        sentence: Sentence,
        index: int,
        direction: str,
        stated: list[Mention],
        year: int | None,
        pair: Callable[[Territory], Territory] | None = None,
        before: StatedChange | None = None,
    ) -> StatedChange | None:
        """The change whose amount is the sentence's `index`-th figure; `pair` is its noun of a 分别, `before` the last change."""
        figure = sentence.figures[index]
        if figure.value is None:
            return None
        metric = self._metric(scene, sentence, index, stated, pair)
        if metric is None and before is not None and index and before.quantity is sentence.figures[index - 1]:
            # 减少21件，降幅达27%: the same change told twice
            told_twice = _TOLD_TWICE.fullmatch(scene.clean, before.end, figure.reach_start)
            metric = before.metric if told_twice else None
        if metric is None or not _unit_fits(figure, metric):
            return None
        period = period_of(scene, sentence, figure, year, metric.stock)
        compared = _compared_year(scene, sentence, figure)
        to_year = period.year if period.basis == ACTUAL and compared is None else year
        if compared is not None and (to_year is None or compared >= to_year):
            to_year = compared + 1
        return StatedChange(
            metric,
            figure,
            sentence,
            direction,
            figure.value * 100 if figure.unit == "倍" else figure.value,
            _UNITS.get(figure.unit, "count"),
            compared if compared is not None else to_year - 1 if to_year is not None else None,
            to_year,
            figure.start,
            figure.end,
        )

    def _metric(
        self,
        scene: Scene,
        sentence: Sentence,
        index: int,
        stated: list[Mention],
        pair: Callable[[Territory], Territory] | None,
    ) -> Metric | None:
        figure = sentence.figures[index]
        row = _row(scene, sentence, index)
        if len(row) > 1 and _PAIRED.search(scene.clean, max(sentence.start, sentence.figures[row[0]].start - 24), figure.start):
            before = [m for m in stated if m.quantity.start < sentence.figures[row[0]].start]
            if len(before) >= len(row):
                return before[len(before) - len(row) + row.index(index)].metric
        partner = self._partner(scene, sentence, index, stated)
        where = territory(scene, sentence, index)
        own = self.matcher.matches(scene, sentence, figure, pair(where) if pair else where, None)
        own = [match for match in own if _unit_fits(figure, match.metric)]
        told = _UNIT_TOLD.search(scene.clean, max(sentence.start, figure.reach_start - _UNIT_REACH), figure.reach_start)
        if told and len(own) > 1:
            # 越级访批次同比下降50% speaks of batches, not of persons.
            own = [match for match in own if told[1] in (match.metric.unit, *match.metric.units)] or own
        if own and not (partner and _is_generic(own[0], partner)):
            return own[0].metric
        return partner.metric if partner else None

    def _partner(self, scene: Scene, sentence: Sentence, index: int, stated: list[Mention]) -> Mention | None:
        """The mention just before; a figure in between that nothing claims means that the change is not ours."""
        aside: Mention | None = None
        figure = sentence.figures[index]
        counts = figure.unit not in _UNITS
        for place in range(index - 1, -1, -1):
            other = sentence.figures[place]
            claimed = next((m for m in stated if m.quantity is other), None)
            if roles.is_prior_aside(scene, sentence, other) or roles.change_of(scene, sentence, other):
                if claimed is not None and place == index - 1:
                    # 较2023年的402宗下降18.7%: what fell is what last year's value counts.
                    return claimed
                aside = aside or claimed
                continue
            if counts and not (claimed is not None and _unit_fits(figure, claimed.metric)) and other.unit != figure.unit:
                # 审查合同46份，标的额1.2亿元，比上年多15份
                continue
            head = chain_head(scene.clean, sentence.figures, place)
            if not counts and head != place:
                # 5批7人次，下降60%
                return next((m for m in stated if m.quantity is sentence.figures[head]), claimed)
            return claimed
        # 受理量较上年的70件下降20%: only last year's value stands before
        return aside


def _compared_year(scene: Scene, sentence: Sentence, figure: Quantity) -> int | None:
    """The year that the change compares with: 较2022年增加5件."""
    for date in reversed(sentence.others):
        near = sentence.start < date.start < figure.start and date.start >= figure.start - _COMPARED_REACH
        if near and date.year is not None and date.year_to is None and scene.clean[date.start - 1] in "较比与同和":
            return date.year
    return None


def continued_change(scene: Scene, sentence: Sentence, index: int, reading: Reading) -> roles.Change | None:
    """The second amount of 分别下降60%和75%."""
    if index == 0 or not sentence.changing:
        return None
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    joined = _ALSO.fullmatch(scene.clean, before.reach_end, figure.reach_start)
    if not joined or before.unit != figure.unit or reading.reasons.get(id(before)) != "change":
        return None
    if reading.changes and reading.changes[-1].quantity is before:
        return roles.Change(reading.changes[-1].direction)
    return None


def _row(scene: Scene, sentence: Sentence, index: int) -> list[int]:
    """The indices of the amounts that stand joined with the `index`-th."""
    figures = sentence.figures

    def joined(left: int) -> bool:
        same = figures[left].unit == figures[left + 1].unit
        return same and _ALSO.fullmatch(scene.clean, figures[left].reach_end, figures[left + 1].reach_start) is not None

    first = last = index
    while first > 0 and joined(first - 1):
        first -= 1
    while last + 1 < len(figures) and joined(last):
        last += 1
    return list(range(first, last + 1))


def _unit_fits(figure: Quantity, metric: Metric) -> bool:
    if figure.unit == "百分点":
        return metric.unit == "%"
    return figure.unit in ("%", "倍") or figure.unit in (metric.unit, *metric.units, *metric.apart)


def _is_generic(match: Match, partner: Mention) -> bool:
    """Whether the clause's own noun only repeats a part of the partner's: 行政处罚案件21件，案件数同比下降."""
    if partner.match is None:
        return False
    named = {token.word.text for token in partner.match.words}
    return all(any(token.word.text in text for text in named) for token in match.words)
