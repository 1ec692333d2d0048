"""Where a figure's own words may stand: between the figures beside it."""

from bisect import bisect_left
from dataclasses import dataclass
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.beside import is_provided
from extract.matching.scene import Scene, Sentence

#: between two figures that count the same thing twice (20批次21人次; 320户、11万元)
_CHAINED = frozenset(
    (
        "",
        "、",
        "/",
        "，",
        ",",
        "和",
        "(",
        "（",
        "共",
        "计",
        "共计",
        "，共",
        "，共计",
        "，计",
        "合计",
        "、共",
        "（共",
        "，累计",
        "，合计",
        "，约",
    )
)
_LONGEST_CHAIN = max(map(len, _CHAINED))

#: how far apart two listed figures stand at most, and how many of a thing each place has
_LISTED, _FEW = 14, 3
_LIST_JOINTS, _EACH = ("、", "和", "及", "与"), ("均", "各", "都", "全部")
#: what tells how large the things counted are together
_SIZES = frozenset(("平方米", "亩", "米"))
#: people counted beside their visits, and papers counted in units of their own: 36份合同、2件规范性文件
_VISITORS, _PAPERS = frozenset(("人", "人次", "名")), frozenset(("份", "件", "项", "个"))
#: in how many turns something was done with all of them, behind 分
_TURNS = frozenset(("期", "批", "批次", "场", "场次", "次", "轮", "轮次", "班", "班次"))
_PEOPLE, _HEADS = frozenset(("人", "名", "位", "个")), frozenset(("人", "名", "位"))
#: figures of one list that are passed over at most, so that an endless one costs no more than another text
_LONGEST_LIST = 12
#: 东片的24份合同、西片的18份合同逐份审查
_MODIFIED = regex(r"(?:、|和)[^、，,]{1,8}(?:的|级|片区?|村|社区)$")
#: 参考率达98%、合格率达97%，这是学法考试的成绩
_NEXT_RATE = regex(r"[、和及][^，,。；;、]{1,6}率(?:分别|均)?[达为是]?到?")
_CLAUSE_MARK = regex(r"[，,；;。|\n]")
#: 未经审查，2件; 县里举办讲座，6场; 要求每村办讲座，2场: who, whether and what for
_NOT_TOLD = regex(r"[未每均须]|不服|不予|应当|要求|[县市区省]里|全[县市区省州旗]|参加|覆盖|的$")
_EXCEPT, _EXCEPT_REACH, _LONGEST_EXCEPTION = regex(r"[，,。；;\n]除[去了开掉]?[^，,。；;\n]*$"), 9, 16
_COMMAS, _CLAUSE_ENDS = frozenset("，,"), tuple("，,；;。：:\n")
_PAUSES = frozenset(("，", ",", "、"))
_CHAINED_TIGHT = frozenset(("", "、", "/", "，", ","))


@dataclass(slots=True)
class Territory:
    """The stretch of a sentence in which a figure's own words stand: between the figures beside it."""

    start: int
    end: int
    first_token: int
    #: the first token at or behind the number
    split: int
    last_token: int
    #: where the leftward walk begins: the number, or the noun that `分别` pairs it with
    walk_start: int
    walk_end: int
    #: the nouns of a list that `分别` pairs with other figures, by token index: this figure does not see them
    hidden: frozenset[int] = frozenset()
    #: where the next figure stands, when the territory reaches past it
    next_figure: int = -1

    def from_item(self, first: int, split: int, last: int, walk_start: int, hidden: frozenset[int]) -> "Territory":
        """The same stretch seen from an item of a list: its tokens, where the walk to the left begins, what it does not see."""
        return Territory(self.start, self.end, first, split, last, walk_start, self.walk_end, hidden, self.next_figure)

    def without(self, words: frozenset[int]) -> "Territory":
        """The same stretch where these words are not seen."""
        return self.from_item(self.first_token, self.split, self.last_token, self.walk_start, self.hidden | words)

    def behind_comma(self) -> "Territory":
        """The same stretch, seen from before the comma that the number stands behind."""
        return self.from_item(self.first_token, self.split, self.last_token, self.walk_start - 1, self.hidden)


def is_alone(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a figure is all that its clause says, and the clause before it has none: 法治讲座，6场."""
    figure, clean = sentence.figures[index], scene.clean
    at = figure.reach_start
    if clean[at - 1 : at] not in _COMMAS or (figure.reach_end < sentence.end and clean[figure.reach_end] not in _CLAUSE_ENDS):
        return False
    clause = max(sentence.start, *(clean.rfind(mark, sentence.start, at - 1) + 1 for mark in _CLAUSE_ENDS))
    if index and sentence.figures[index - 1].end > clause:
        return False
    return _NOT_TOLD.search(clean, clause, at - 1) is None


def territory(scene: Scene, sentence: Sentence, index: int) -> Territory:
    """Where the words of the sentence's `index`-th figure may stand."""
    figures = sentence.figures
    figure = figures[index]
    starts, low, high = scene.token_starts, sentence.first_token, sentence.last_token
    if low == high:  # no words: nothing to bound
        return Territory(sentence.start, sentence.end, low, low, low, figure.reach_start, figure.reach_end)
    clean = scene.clean
    start = sentence.start
    follower = figure
    for before in range(index - 1, -1, -1):
        other = figures[before]
        near = follower.reach_start - other.reach_end <= _LONGEST_CHAIN
        if near and _may_be_chained(other, figure) and _is_chained(scene, other, follower):
            follower = other
        elif not (sentence.brackets and _bracketed_away(clean, other, figure)) and not (
            _excepted(clean, other, figure) or _is_turns(clean, other, figure)
        ):
            start = other.reach_end
            break
    end = sentence.end
    next_figure = -1
    for after in range(index + 1, min(len(figures), index + 2 + _LONGEST_LIST)):
        other = figures[after]
        if (sentence.brackets and _bracketed_away(clean, other, figure)) or _is_turns(clean, other, figure):
            continue
        passed = sentence.passed_over.get(after)
        if passed is None:
            passed = sentence.passed_over[after] = _is_passed_over(clean, figures[after - 1], other)
        if not passed or after > index + _LONGEST_LIST:
            end = other.reach_start
            break
        if next_figure < 0:
            next_figure = other.reach_start
    first = bisect_left(starts, start, low, high)
    split = bisect_left(starts, follower.reach_start, first, high)
    if split > first and scene.tokens[split - 1].end > follower.reach_start:
        split -= 1
    last = bisect_left(starts, end, split, high)
    if last > split and scene.tokens[last - 1].end > end:
        last -= 1
    return Territory(start, end, first, split, last, follower.reach_start, figure.reach_end, next_figure=next_figure)


def _may_be_chained(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may count one thing twice: 20批次21人次, but not 调解员31人，41名屯长兼信息员."""
    return one.unit != other.unit and not (one.unit in _HEADS and other.unit in _HEADS)


def _is_chained(scene: Scene, one: Quantity, other: Quantity) -> bool:
    """Whether nothing but a joint stands between two figures; behind a comma a noun of its own ends the chain: 58份，2件旧文.

    People came to what is counted before, whoever they are: 集训4场次，300人次网格员满载而归.
    """
    between = scene.clean[one.reach_end : other.reach_start]
    if between not in _CHAINED:
        return False
    return between not in _PAUSES or other.unit in _VISITORS or other.unit in _HEADS or not scene.noun_follows(other.reach_end)


def _is_passed_over(clean: str, figure: Quantity, other: Quantity) -> bool:
    """Whether what a figure counts may be told behind the next one: 23份合同、4份文件进行了审查; 10个村均配备1名法律顾问."""
    if other.reach_start - figure.reach_end > _LISTED:
        return False
    between = clean[figure.reach_end : other.reach_start]
    if other.unit == "%" == figure.unit and _NEXT_RATE.fullmatch(between) is not None:
        return True
    if other.unit in _SIZES and figure.unit != other.unit and not between.strip("、共计合约近"):
        # 拆除8处共1200平方米违法建筑: how large they are together
        return True
    if not between:
        # 2批5人越级上访
        return other.unit != figure.unit and other.unit in _VISITORS
    listed = (between.endswith(_LIST_JOINTS) or _MODIFIED.search(between) is not None) and (
        other.unit == figure.unit or (len(between) > 1 and other.unit in _PAPERS and figure.unit in _PAPERS)
    )
    if not listed and not _is_for_places(clean, figure, other):
        return False
    return _CLAUSE_MARK.search(between) is None


def _is_for_places(clean: str, figure: Quantity, other: Quantity) -> bool:
    """Whether the next figure says whom the places counted have: 10个村均配备1名法律顾问; 为10个村选聘了10名法律顾问."""
    if other.unit not in _PEOPLE or other.value is None:
        return False
    between = clean[figure.reach_end : other.reach_start]
    if other.value <= _FEW and any(word in between for word in _EACH):
        return True
    return figure.unit == "个" and other.unit in _HEADS and is_provided(clean, figure.reach_end, other.reach_start)


def _is_turns(clean: str, other: Quantity, figure: Quantity) -> bool:
    """Whether two numbers stand around one verb, one of them saying in how many turns, and so see past one another.

    190名调解员分3期参加培训; 分4批对180名网格员培训
    """
    if other.unit not in _TURNS and figure.unit not in _TURNS:
        return False
    first, second = (other, figure) if other.start < figure.start else (figure, other)
    turns = other if _stands_for_turns(clean, other) else figure
    if turns is figure and (other.unit not in _VISITORS or not _stands_for_turns(clean, figure)):
        return False
    if second.reach_start - first.reach_end > _LISTED or first.unit == second.unit:
        return False
    return _CLAUSE_MARK.search(clean, first.reach_end, second.reach_start) is None


def _stands_for_turns(clean: str, figure: Quantity) -> bool:
    return figure.unit in _TURNS and clean.startswith("分", figure.reach_start - 1)


def chain_head(clean: str, figures: list[Quantity], index: int) -> int:
    """The first of the figures that count one thing in a row (20批次21人次), of which the `index`-th is one."""
    while index > 0:
        before, figure = figures[index - 1], figures[index]
        if before.unit == figure.unit or clean[before.reach_end : figure.reach_start] not in _CHAINED_TIGHT:
            break
        index -= 1
    return index


def _bracketed_away(clean: str, other: Quantity, figure: Quantity) -> bool:
    """Whether a figure stands in brackets of its own, which the number beside it does not see."""
    if other.start < figure.start:
        return _left_open(clean[other.end : figure.start][::-1], ("）", ")"), ("（", "(")) and _opens_before(clean, other.start)
    return _left_open(clean[figure.end : other.start], ("（", "("), ("）", ")"))


def _excepted(clean: str, other: Quantity, figure: Quantity) -> bool:
    """Whether a number before the figure only says who is left out of it: 参考人员除2名请假的之外，为58人."""
    outside = clean.find("外，", other.reach_end, min(other.reach_end + _LONGEST_EXCEPTION, figure.start))
    return (
        outside >= 0
        and _CLAUSE_MARK.search(clean, other.reach_end, outside) is None
        and _EXCEPT.search(clean, max(0, other.reach_start - _EXCEPT_REACH), other.reach_start) is not None
    )


def _left_open(gap: str, opening: tuple[str, ...], closing: tuple[str, ...]) -> bool:
    """Whether more brackets open in `gap` than close behind them: （镇级9份，村（社区）"""
    if not any(mark in gap for mark in opening):
        return False
    depth = 0
    for character in gap:
        if character in opening:
            depth += 1
        elif character in closing and depth:
            depth -= 1
    return depth > 0


def in_closed_bracket(clean: str, offset: int, position: int) -> bool:
    """Whether `offset` stands in brackets that close before `position`."""
    close = max(clean.find("）", offset, min(position, offset + 40)), clean.find(")", offset, min(position, offset + 40)))
    if close < 0:
        return False
    inside = clean[offset:close]
    return "（" not in inside and "(" not in inside and _opens_before(clean, offset)


def _opens_before(clean: str, offset: int) -> bool:
    before = clean[max(0, offset - 40) : offset]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))
