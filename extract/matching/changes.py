"""Stated changes: which metric a 同比下降36% speaks of, and between which years."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import comparisons
from extract.matching.change_years import UNITS, is_told_of, leads_on, year_that_fits
from extract.matching.cues import PRIOR
from extract.matching.match import Match
from extract.matching.matcher import Matcher
from extract.matching.paired import Ways
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Reading, StatedChange
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import Territory, chain_head, territory
from extract.matching.wholes import whole_of_parts, whole_told
from extract.tables import ACTUAL, PLANNED, TOWNSHIP

_ALSO = regex(r"[、和与及]")
_PAIRED = regex(r"分别")
#: 2批7人次，比上年各减3批、11人次: amounts of two units
_FOR_EACH = regex(r"(?:分别|各)[^，,。；;0-9]*$")
_TOLD_TWICE = regex(
    r"[、，,和（(]?(?:也就是|即|同比|环比|(?:较|比|与|跟)(?:去年|上年|上一年|前年|[0-9]{4}年)(?:度|同期)?(?:相比)?[，,]?)?(?:下降|增长|上升|减少|增加|回落|压降|降幅|增幅|降|增|升|少|多|涨|幅度)(?:为|达到?|了|约)*"
)
_UNIT_TOLD = regex(
    r"(批次|人次|件次|场次|次数|频次|件数|起数|宗数|份数|条数|处数|人数|户数|户次|家次|家数)(?:数|数量|总量|量)?(?:也|均|又)?(?=同比|较|比|环比|与|分别|下降|上升|增|减|降|、|和)"
)
_SPELLED = {
    "次数": "次",
    "频次": "次",
    "件数": "件",
    "起数": "起",
    "宗数": "宗",
    "份数": "份",
    "条数": "条",
    "人数": "人",
    "户数": "户",
}
_UNIT_REACH = 20
#: how many clauses before its own a change looks for what it is a change of, and what may stand in between
_CLAUSES_BACK = 2
#: how far behind a table a sentence speaks of its columns
_TABLE_REACH = 400
_SAYS_NOTHING = regex(
    r"(?:[0-9]{4}年|今年|本年度?|全年|上半年|下半年|同比|环比|较|比|与|和|去年|上年|上一年|前一年|前年|同期|相比|度|的|又|再|也|均|都|更是|继续|持续|连续[两二三四五]年|净|了|近|约|超过|超|达|为"
    r"|总数|总量|数量|案件数?|件数|次数|数|量|率|降幅|增幅|幅度|下降|上升|减少|增加|增长|回落|提高|提升|压降|降低|少|多|降|升|增|减|涨|翻)*"
)
#: 少办4件
_LIGHT_VERB = regex("(?<=[多少])[办审开罚收接查调]了?$")
#: 去年处罚31件，今年少8件
_NOW_MORE = regex("(?:今[年岁]|本年度?)[^，,。；;0-9]{0,3}[多少][^，,。；;0-9]{0,2}$")
_OTHER_SUBJECT = regex(
    r"收入|生产总值|经济总量|产值|税收|财政|损失|产量|销售额|营业额|游客|客流|投资|贷款|GDP|增加值|警情|用电量"
)
#: how far before its figure a change names the year that it compares with
_COMPARED_REACH = 60
_OVER_YEARS = regex(
    r"(?<![0-9第〇零一二三四五六七八九十])([两二三四五])年(?:(?:来|间|里|下来|时间|之间)[^，,。；;0-9]{0,3}[，,]?[^，,。；;0-9]{0,14}"
    # 2021年168件……2023年131件，两年净减37件
    r"|[，,]?(?:共|累计|合计|一共|总共|总计|连续|接连|就|整整|已)*(?:净)?[^，,。；;0-9年]{0,6})$"
)
#: 比前年多6场; not 比前一年, and not 目前年
_YEAR_BEFORE_LAST = regex(r"(?:[较比与和同跟于出过]|超)前年[^，,。；;0-9]{0,16}$")
_DEEDS = "actions"
_OTHER_COMPARISON = ("；", ";", "同比", "环比", "上年", "去年")


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
        pair: Sequence[Ways] = (),
        before: StatedChange | None = None,
        reading: Reading | None = None,
    ) -> StatedChange | None:
        """The change whose amount is the sentence's `index`-th figure; `pair` is its noun of a 分别, `before` the last change."""
        figure = sentence.figures[index]
        if figure.value is None:
            return None
        metric = self._metric(scene, sentence, index, stated, pair, reading)
        twice = (
            before is not None
            and index > 0
            and before.quantity is sentence.figures[index - 1]
            and _TOLD_TWICE.fullmatch(scene.clean, before.end, figure.reach_start) is not None
        )
        if metric is None and before is not None and twice:
            # 减少21件，降幅达27%: the same change told twice
            metric = before.metric
        if metric is None or not _unit_fits(figure, metric):
            return None
        period = period_of(scene, sentence, figure, year, metric.stock)
        if period.basis == PLANNED:
            # 力争纠纷总量下降10% is an aim, no change.
            return None
        compared = _compared_year(scene, sentence, figure, year)
        above = comparisons.is_above_last_year(scene, sentence, figure)
        to_year = period.year if period.basis == ACTUAL and compared is None and not above else year
        if to_year != year and (
            is_told_of(metric, year, stated)
            or _tells_of_now(scene, sentence, figure)
            or leads_on(scene, sentence, index, metric, year, stated, reading)
        ):
            # 处罚34起，去年处罚52起，下降34.6%: both years stand before the change
            to_year = year
        if compared is not None and figure.unit not in UNITS:
            compared = year_that_fits(figure, metric, compared, year, stated)
        if compared is not None and (to_year is None or compared >= to_year):
            to_year = compared + 1
        if before is not None and twice and compared is None and metric is before.metric and before.to_year == year:
            # 2022年是469单，一年少了57单，降12.2%: between the same years
            to_year = year
        return StatedChange(
            metric,
            figure,
            sentence,
            direction,
            _amount(figure.value, figure.unit),
            UNITS.get(figure.unit, "count"),
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
        pair: Sequence[Ways],
        reading: Reading | None,
    ) -> Metric | None:
        figure = sentence.figures[index]
        row = _row(scene, sentence, index)
        if len(row) > 1 and _PAIRED.search(scene.clean, max(sentence.start, sentence.figures[row[0]].start - 24), figure.start):
            before = [m for m in stated if m.quantity.start < sentence.figures[row[0]].start]
            if len(before) >= len(row):
                return before[len(before) - len(row) + row.index(index)].metric
        counted_in_all = whole_of_parts(scene, sentence, figure, stated)
        if counted_in_all is not None and _unit_fits(figure, counted_in_all.metric):
            return counted_in_all.metric
        partner = self._whole(scene, sentence, figure, stated) or self._partner(scene, sentence, index, stated, reading)
        where = territory(scene, sentence, index)
        own: list[Match] = []
        for way in pair[0] if len(pair) == 1 else (_as_it_is,):
            own = self.matcher.matches(scene, sentence, figure, way(where), None)
            if own:
                break
        if len(pair) == 1 and not own:
            # 分别 gives it an item that is none of ours.
            return None
        own = [match for match in own if _unit_fits(figure, match.metric)]
        if not own and partner is not None and _of_other_things(scene, partner, figure, stated):
            partner = None
        if not own and partner is None and not pair:
            own = self._named_before(scene, sentence, figure, where)
        if not own and partner is None and reading is not None and (known := _of_table(scene, sentence, figure, reading)):
            return known
        if not own and partner is None and index == 0 and reading is not None:
            whole = _told_before(scene, sentence, figure, reading)
            if whole is not None:
                return whole
        told = _told_unit(scene, sentence, figure, row)
        if told is not None:
            # 越级访批次同比下降50% speaks of batches, not of persons; 人次同比下降44% of the persons that were counted.
            spelled = [match for match in own if told in match.metric.spellings]
            counted = None if spelled else next((m for m in reversed(stated) if m.quantity.unit == told), None)
            if counted is not None and (not own or own[0].metric.category == counted.metric.category):
                return counted.metric
            own = spelled or own
        if own and not (partner and _is_generic(own[0], partner)):
            # 进京上访下降100%: of equals the first of the library, batches before persons
            return min((m for m in own if m.score == own[0].score), key=lambda match: match.plan.rank).metric
        return partner.metric if partner else None

    def _whole(self, scene: Scene, sentence: Sentence, figure: Quantity, stated: list[Mention]) -> Mention | None:
        """The count in all before its parts, where the change says that it is of the whole: 总量较上年回落9%."""
        whole = whole_told(scene, sentence, figure, stated)
        return whole if whole is not None and _unit_fits(figure, whole.metric) else None

    def _named_before(self, scene: Scene, sentence: Sentence, figure: Quantity, where: Territory) -> list[Match]:
        """What the clauses before name, where the change's own says nothing: 纠纷数量连年走低，2024年同比再降14%."""
        position = figure.reach_start
        for _ in range(_CLAUSES_BACK):
            comma = max(scene.clean.rfind(mark, where.start, position) for mark in "，,；;")
            if comma < 0 or _SAYS_NOTHING.fullmatch(scene.clean, comma + 1, position) is None:
                return []
            split = bisect_left(scene.token_starts, comma, where.first_token, where.split)
            found = self.matcher.matches(
                scene, sentence, figure, replace(where, split=split, last_token=split, walk_start=comma), None
            )
            if found:
                return [match for match in found if _unit_fits(figure, match.metric)]
            position = comma
        return []

    def _partner(
        self, scene: Scene, sentence: Sentence, index: int, stated: list[Mention], reading: Reading | None
    ) -> Mention | None:
        """The mention just before; a figure in between that nothing claims means that the change is not ours."""
        aside: Mention | None = None
        figure = sentence.figures[index]
        counts = figure.unit not in UNITS
        for place in range(index - 1, -1, -1):
            other = sentence.figures[place]
            claimed = next((m for m in stated if m.quantity is other), None)
            if claimed is None and comparisons.is_gap_to_other_place(scene, sentence, other):
                # 比全县平均高1.5个百分点，较上年提高0.8个百分点
                continue
            if claimed is None and reading is not None and reading.reasons.get(id(other)) == "rule":
                # 调解员64名，每村不少于2名，比上年多出9名
                continue
            if comparisons.is_prior_aside(scene, sentence, other) or comparisons.change_of(scene, sentence, other):
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


def _told_before(scene: Scene, sentence: Sentence, figure: Quantity, reading: Reading) -> Metric | None:
    """What the sentence before has counted in all, where the change's own says 总数: 调解纠纷150起。总数比上年少了20起."""
    said = scene.clean[sentence.start : figure.reach_start].strip("\n")
    if _SAYS_NOTHING.fullmatch(_LIGHT_VERB.sub("", said)) is None:
        return None
    last = reading.mentions[-1].sentence if reading.mentions else None
    if (
        last is None
        or "\n" in scene.clean[last.end - 1 : sentence.start + 1].rstrip("\n")
        or sentence.start - last.end > _COMPARED_REACH
    ):
        return None
    end = reading.mentions[-1]
    if "总" not in said:
        # 受理97件。上年117件。少了20件
        if end.period.rule == "year named":
            return end.metric if _unit_fits(figure, end.metric) else None
        # 办案21件，其中处罚13件，罚款7800元。比前一年少办4件
        alike = [m for m in reading.mentions if m.sentence is last and _unit_fits(figure, m.metric)]
        wholes = [m.metric for m in alike if "其中" not in m.trace]
        return wholes[0] if len(alike) > 1 and len(wholes) == 1 and alike[0].metric is wholes[0] else None
    counted = [m for m in reading.mentions if m.sentence is last and m.scope == TOWNSHIP and not m.period.rule]
    return next((m.metric for m in counted if _unit_fits(figure, m.metric)), None)


def _tells_of_now(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the change itself says that it led to this year: 去年处罚31件，今年少8件."""
    return _NOW_MORE.search(scene.clean, max(sentence.start, figure.reach_start - 10), figure.reach_start) is not None


def _of_other_things(scene: Scene, partner: Mention, figure: Quantity, stated: Sequence[Mention] = ()) -> bool:
    """Whether the change's clause has a subject that is none of ours: 意见书51份；为村里挽回损失同比增长12.5%.

    Behind a semicolon it goes on with what alone was counted: 公开信息527条，其中网站388条；同比增61条.
    """
    start = partner.quantity.end
    clause = max(start, *(scene.clean.rfind(mark, start, figure.reach_start) + 1 for mark in "，,；;"))
    if _OTHER_SUBJECT.search(scene.clean, clause, figure.reach_start):
        return True
    semicolon = max(scene.clean.rfind(mark, start, figure.reach_start) for mark in "；;")
    if semicolon < 0 or clause != semicolon + 1 or (figure.unit not in UNITS and len({m.metric.id for m in stated}) == 1):
        return False
    return _SAYS_NOTHING.fullmatch(scene.clean, clause, figure.reach_start) is None


def _told_unit(scene: Scene, sentence: Sentence, figure: Quantity, row: list[int]) -> str | None:
    """The unit that the change's own clause names: 人次同比下降44%; 批次、人次分别下降40%、52%."""
    first = sentence.figures[row[0]].reach_start if row else figure.reach_start
    start = max(sentence.start, first - _UNIT_REACH)
    start = max(start, *(scene.clean.rfind(mark, start, first) + 1 for mark in "，,；;"))
    told = [found[1] for found in _UNIT_TOLD.finditer(scene.clean, start, first)]
    if not told:
        return None
    place = next(place for place, at in enumerate(row) if sentence.figures[at] is figure) if len(told) == len(row) else -1
    return _SPELLED.get(told[place], told[place])


def _of_table(scene: Scene, sentence: Sentence, figure: Quantity, reading: Reading) -> Metric | None:
    """What a table just before has counted under the words of the change's clause: 受理量同比下降7.7%."""
    start = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, figure.reach_start) + 1 for mark in "，,；;"))
    words = [
        token.word.text
        for token in scene.tokens[sentence.first_token : sentence.last_token]
        if token.word.sets and start <= token.start < figure.reach_start
    ]
    if not words:
        return None
    for mention in reversed(reading.mentions):
        near = 0 < figure.start - mention.quantity.end <= _TABLE_REACH
        if near and "table cell" in mention.trace and all(word in mention.trace[2] for word in words):
            return mention.metric if _unit_fits(figure, mention.metric) else None
    return None


def _as_it_is(where: Territory) -> Territory:
    return where


def _compared_year(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> int | None:
    """The year that the change compares with: 较2022年增加5件; 两年来下降31%."""
    if sentence.years and year is not None:
        span = _OVER_YEARS.search(scene.clean, max(sentence.start, figure.start - _COMPARED_REACH), figure.start)
        if span is not None:
            return year - "一两三四五".index(span[1].replace("二", "两")) - 1
    if sentence.cues & PRIOR and year is not None:
        start = max(sentence.start, figure.start - _COMPARED_REACH)
        if "前年" in scene.clean[start : figure.start] and _YEAR_BEFORE_LAST.search(scene.clean, start, figure.start):
            return year - 2
    for date in reversed(sentence.others):
        near = sentence.start < date.start < figure.start and date.start >= figure.start - _COMPARED_REACH
        if near and date.year is not None and date.year_to is None and scene.clean[date.start - 1] in "较比与同和跟于照起":
            told = scene.clean[date.end : figure.start]
            return None if any(word in told for word in _OTHER_COMPARISON) else date.year
    return None


def continued_change(scene: Scene, sentence: Sentence, index: int, reading: Reading) -> comparisons.Change | None:
    """The second amount of 分别下降60%和75%."""
    if index == 0 or not sentence.changing:
        return None
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    if reading.reasons.get(id(before)) != "change":
        return None
    last = reading.changes[-1] if reading.changes else None
    alone = last is not None and last.quantity is before and figure.unit == "%" and before.unit != "%"
    if last is not None and alone and _TOLD_TWICE.fullmatch(scene.clean, before.reach_end, figure.reach_start):
        # 一年少了7起，|降12.5%
        return comparisons.Change(last.direction)
    if before.unit != figure.unit and not _FOR_EACH.search(
        scene.clean, max(sentence.start, before.reach_start - 16), before.reach_start
    ):
        return None
    if not _ALSO.fullmatch(scene.clean, before.reach_end, figure.reach_start):
        return None
    if reading.changes and reading.changes[-1].quantity is before:
        return comparisons.Change(reading.changes[-1].direction)
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


def _amount(value: Decimal, unit: str) -> Decimal:
    """An amount as percent where it is told in multiples: 增长2倍 is 200%, 翻两番 is four times as many and 300% more."""
    if unit == "番":
        return (2**value - 1) * 100
    return value * 100 if unit == "倍" else value


def _unit_fits(figure: Quantity, metric: Metric) -> bool:
    if figure.unit == "百分点":
        return metric.unit == "%"
    return figure.unit in ("%", "倍", "番") or figure.unit in (*metric.spellings, *metric.apart)


def _is_generic(match: Match, partner: Mention) -> bool:
    """Whether the clause's own noun only repeats a part of the partner's: 行政处罚案件21件，案件数同比下降."""
    if partner.match is None:
        return False
    named = [token.word for token in partner.match.words]
    if all(any(token.word.text in word.text for word in named) for token in match.words):
        return True
    # 审查合同97份，较上年多审了15份: the same deed in other words
    deed = match.words[0].word
    return (
        len(match.words) == 1 and _DEEDS in deed.groups and any(deed.sets & word.sets for word in named if _DEEDS in word.groups)
    )
