"""What a table's cell states: row heading, column heading and number read as a clerk would write them out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.cells import Cell
from extract.matching.cues import SHARE
from extract.matching.match import Match, winners
from extract.matching.matcher import Matcher
from extract.matching.periods import Period
from extract.matching.readings import Mention, mention_of
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import territory
from extract.matching.zeros import names_faults
from extract.report.model import TABLE, Outline
from extract.tables import ACTUAL, CUMULATIVE, PART, PLANNED, TOWNSHIP

Read = Mapping[tuple[int, int, int], list[Mention]]
#: what an event is counted in, and what is counted of it besides
_EVENTS, _ATTENDED = frozenset(("次", "场次", "场")), frozenset(("人次", "人", "家"))
#: what a caption says of the table itself
_OF_TABLE = regex(
    r"(?:统计|汇总|明细|情况|数据|对比|一览|附|主要指标|指标)*表?(?:[（(][^（）()]*[）)])?[：:]?$|20[0-9]{2}年度?|^附[件表]?[0-9一二三四]?[：:]?"
)


def _aimed_year(cell: Cell, year: int | None) -> int | None:
    """The year to come that a cell's own column or the whole table states the aims of; 2024年 in such a table was."""
    if year is None:
        return None
    if cell.year is not None and cell.year > year:
        return cell.year
    if cell.aimed is None or cell.last_year or cell.since is not None:
        return None
    aimed = cell.aimed or year + 1
    return aimed if aimed > year and cell.year is None else None


def _is_cumulative(cell: Cell, metric: Metric, year: int | None) -> bool:
    """Whether the cell counts from before the year on; how many there are by now is no sum of years."""
    return cell.since is not None and not metric.stock and (year is None or cell.since < year)


def written_out(matcher: Matcher, words: str, quantity: Quantity, before: str, behind: str = "") -> list[Match]:
    """What a number measures that stands between `words` and `behind`, and behind `before` where these only lend."""
    text = before + words
    end = len(text)
    stand_in = replace(quantity, start=end, end=end + 1, reach_start=end, reach_end=end + 1)
    breaks = [len(before)] if before.endswith("。") else []
    ends = [*breaks, end + 1 + len(behind)]
    scene = Scene(text + "0" + behind, [stand_in], [], Outline([], ends, []), matcher.library)
    sentence = scene.sentences[0]
    # 行政复议、行政诉讼 in one cell share its number.
    sentence.cues |= SHARE
    sentence.role = TABLE
    found = matcher.matches(scene, sentence, stand_in, territory(scene, sentence, 0), stand_in.unit or None)
    if not stand_in.unit and len(found) > 1 and found[0].metric.unit in _ATTENDED:
        _put_events_first(found)
    return winners(found)


def _put_events_first(found: list[Match]) -> None:
    """普法宣传活动36 counts how often it was held before it counts who came, which nothing names."""
    for place, match in enumerate(found):
        if match.score != found[0].score or match.words != found[0].words:
            return
        if match.metric.unit in _EVENTS:
            found.insert(0, found.pop(place))
            return


class CellReader:
    """Reads cells with the patterns that read sentences."""

    def __init__(self, matcher: Matcher) -> None:
        self.matcher = matcher

    def read(self, cell: Cell, read: Read, year: int | None) -> list[Mention]:
        """The mentions of one cell; `read` holds those of the cells before it."""
        found = list(self._mentions(cell, f"{cell.context}。" if cell.context else "", read, year))
        return found or list(self._part(cell, read)) or list(self._mentions(cell, _OF_TABLE.sub("", cell.caption), read, year))

    def _mentions(self, cell: Cell, before: str, read: Read, year: int | None) -> Iterator[Mention]:
        """What the headings say, after the words of the table around them; a break ends what those may only lend."""
        stated = cell.year if cell.year is not None else year - 1 if cell.last_year and year is not None else year
        if cell.next_year and cell.year is None and year is not None:
            stated = year + 1
        row = Sentence(cell.row_start, cell.row_end, TABLE, "")
        aimed = _aimed_year(cell, year)
        for match in self._matches(cell, before):
            if cell.quantity.value == 0 and names_faults(cell.words):
                continue
            # 罚款 beside 罚没金额（元） counts fines
            if cell.beside_money and match.metric.unit == "元" and not cell.quantity.unit:
                continue
            part = (
                (cell.part and not self._tells_another(cell, match, read))
                or cell.part_year
                or (not cell.total and self._breaks_down(cell, match, read))
            )
            yield mention_of(
                match.metric,
                cell.quantity,
                row,
                Period(aimed if aimed is not None else stated, PLANNED, True, "planned")
                if cell.target or aimed is not None
                else Period(year, CUMULATIVE, True, "cumulative")
                if _is_cumulative(cell, match.metric, year)
                else Period(stated, ACTUAL, not cell.part_year, "part of the year" if cell.part_year else ""),
                PART if part else TOWNSHIP,
                (match.plan.pattern.source, "table cell", cell.words),
                cell.total,
            )

    def _matches(self, cell: Cell, before: str) -> list[Match]:
        return written_out(self.matcher, cell.words, cell.quantity, before)

    def _tells_another(self, cell: Cell, match: Match, read: Read) -> bool:
        """Whether a row behind 其中 counts all of another kind: 执法人员16, 其中持证14."""
        table, row, column = cell.place
        above = read.get((table, row - 1, column), ())
        metric = match.metric
        return bool(above) and all(m.metric is not metric and metric.id not in m.metric.parts for m in above)

    def _breaks_down(self, cell: Cell, match: Match, read: Read) -> bool:
        """Whether the row goes on with what an 其中 above began: 其中：婚姻家庭, then 邻里纠纷."""
        table, row, column = cell.place
        for above in range(row - 1, -1, -1):
            for mention in read.get((table, above, column), ()):
                if mention.metric is not match.metric:
                    return False
                return mention.scope == PART
        return False

    def _part(self, cell: Cell, read: Read) -> Iterator[Mention]:
        """A row without words of its own below one that was read breaks that one down: 其中：婚姻家庭."""
        table, row, column = cell.place
        whole = next((found for above in range(row - 1, -1, -1) if (found := read.get((table, above, column)))), [])
        for mention in whole[:1]:
            if cell.part and cell.quantity.unit in ("", *mention.metric.spellings) and cell.quantity.value is not None:
                yield replace(
                    mention,
                    quantity=cell.quantity,
                    sentence=Sentence(cell.row_start, cell.row_end, TABLE, ""),
                    value=cell.quantity.value,
                    high=cell.quantity.high,
                    qualifier=cell.quantity.qualifier,
                    scope=PART,
                    total=False,
                    trace=("table cell", cell.words, "part of the row above"),
                )
