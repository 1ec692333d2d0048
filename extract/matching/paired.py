"""分别 and 均: figures in a row, each of the item at its place in the list before; one figure for every item of the list."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from re import compile as regex

from extract.figures.quantity import DATE
from extract.matching.cues import PAIRED, SHARE
from extract.matching.scene import LAST_YEAR, Scene, Sentence
from extract.matching.territory import Territory
from extract.matching.words import Token

Walk = Callable[[Territory], Territory]
#: the ways to read a figure as one item's, the first that leads to a metric counts
Ways = tuple[Walk, ...]

_BETWEEN_FIGURES = regex(r"[、，,和及与/]?(?:及)?")
#: 2件、3件、36件，三项合计41件: what sums the row up is no more of it
_SUMS_UP = regex(r"(?:合计|总计|共计|相加|加起来|合起来|总共|一共)")
#: how far the first figure stands behind 分别 at most, with the verb and object it shares: 分别列席党委会议12次、8次
_LONGEST_VERB = 40
#: the same behind 均 and 各, where nothing but 为, 有, 达到 may stand
_LONGEST_BE = 4
_CLAUSE = regex(r"[，,；;。：:]")
_YEAR_ALONE = regex(r"(?:而)?(?:(20[0-9]{2})年(?:度)?|去年|上年度?|上一年度?)(?:同期|全年)?(?:则|的|却|也|还)?")
_YEAR_JOIN = regex(r"(?:全年|度)?(?:、|和|及|与|，)")
#: what a clause says of a list of nouns that 分别 leads on from: 普法讲座、现场咨询|是两大抓手，分别举办9场、4场
_SAID_OF_LIST = regex(
    r"(?:[这上]?[两二三四五六](?:项|类|块|大|处|方|路|样|者|个方面|管)[^、，,。；;：:0-9]{0,8}"
    r"|(?:均|都|仍|依然|历来|向来)?(?:是|为|属|成为|成了|占|居|列|最)[^、，,。；;：:0-9]{0,12})$"
)
_ALL_YEAR = regex("全年|今年|年内|一年来|本年度?|共|累计")
#: what joins two items; not the 与 of 参与率, the 及 of 及时 and 涉及, the 和 of 和谐
_JOIN = regex(r"、|(?<![调共温柔缓饱])和(?![谐解睦平美好气缓])|(?<![涉以普触波顾])及(?![时其早格])|(?<![参])与(?![会])|以及")
#: 行政复议、诉讼0件; 信访件和诉讼案件为0件
_TWO_THINGS = regex(r"[、和及与][^，,。；;：:、和及与0-9]{2,10}$")
_LONGEST_THINGS = 16
#: what may follow an item's noun: 参考人员, 化解数
_NOUN_TAIL = regex(
    r"(?:案件|事项|工作|活动|人员|人数|次数|件数|数量|总数|批次|人次|数|量|率|方面|的)*"
    # 这两个科目均为0件
    r"(?:这?[两二三四五六七八](?:个|项|类|本)(?:科目|指标|方面|项目|内容|事项|数据|数字|账|工作)?)?"
)
#: an item that only tells which of the last item's things: 镇级、村级法律顾问; 上半年、下半年法治宣传
_WHICH = regex(
    r"(?:.{0,6}(?:级|镇|乡|村|社区|街道|县|区|市|省|年|季度|月))?(?:专职|兼职|线上|线下|网上|书面|现场|室内|户外|内部|外部|男|女|集中|分散|个别)?"
)
#: an item that only tells the unit: 越级上访批次、人次分别下降40%、52%
_UNIT_ITEM = regex(r"(?:批次|人次|件数|人数|起数|场次|场数|次数|户数|家次|金额|数量)(?:数|量)?(?:均|同比|较上年|比上年|环比)?")
#: nouns of things and people that no list of words holds, and that are no mere 'which'
_THING_END = frozenset("员警师长者人士队会数量额积率费款业产")
_LONGEST_WHICH, _LONGEST_SAID = 6, 16
_FULL_NAME = 3
_VERBS = frozenset(("actions", "=解答"))
_ATTENDS = ("列席", "旁听")
#: how long an item is at most that no word of the library stands in, for it to share what the last one is followed by
_LONGEST_UNKNOWN = 8
#: how far 各 and 均 stand before the number that they give to every item: 各有2件
_OWN_NUMBER = 1
#: how the names of bodies and officers end; the groups of what a subject does, and how short it is at least
_BODY_END = frozenset("组局委办院室处站所厅队会部关员长")
_DEEDS, _SHORTEST_SUBJECT = frozenset(("actions", "forms")), 2
#: how far before the first item's noun the words stand that all items share
_LEAD_REACH = 14
#: words that only name a field of work: 消防、燃气、自建房隐患分别为9处、3处、5处
_FIELDS = frozenset(("其他工作",))
#: the groups of the nouns that figures count
_COUNTED_NOUNS = frozenset(("objects", "rates"))
_NOUNS_OR_ACTS = _COUNTED_NOUNS | {"forms"}
#: an item that tells of what is not done yet: 新考取证件、正在备考者各2名
_UNDONE = regex("正在|尚未|等待|有待")


@dataclass(slots=True)
class _Item:
    """One item of a list, with the words of the library in it; `noun` is the one it ends with, -1 for none."""

    start: int
    end: int
    words: list[int]
    noun: int


def paired_walks(scene: Scene, sentence: Sentence) -> dict[int, tuple[Ways, ...]]:
    """For the figures that a list shares out: how each begins at its own item, or at every item in turn."""
    walks = dict(_of_zeros(scene, sentence))
    if not sentence.cues & (PAIRED | SHARE):
        return walks
    in_row: set[int] = set()
    last: list[int] = []
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if token.word.cue & PAIRED:
            pair_years(scene, sentence, token)
            row = _row_after(scene, sentence, token.end, _LONGEST_VERB)
            found: dict[int, tuple[Ways, ...]] = dict(_of_row(scene, sentence, token, row))
            if not found and len(row) == len(last) and _is_of_year(scene, sentence, token, row):
                # 复议、诉讼分别为2件、1件，上年分别为3件、4件
                found = {index: walks[before] for index, before in zip(row, last, strict=True)}
            elif found:
                last = row
            walks.update(found)
            in_row.update(found)
            if found:
                continue
        if token.word.cue & SHARE:
            row = _row_after(scene, sentence, token.end, _LONGEST_BE)
            found = dict(_of_row(scene, sentence, token, row)) if len(row) > 1 and token.word.text == "各" else {}
            if found:
                # 决策、文件、合同各2件、3件、36件: 各 before as many numbers as nouns means 分别.
                walks.update(found)
                in_row.update(found)
            elif row and row[0] not in walks and (shared := _of_all(scene, sentence, token.start, token.end)):
                walks[row[0]] = shared
    sentence.paired = frozenset(in_row)
    return walks


def _of_zeros(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, tuple[Ways, ...]]]:
    """The ways of a nought behind two things: where 行政复议、诉讼0件, there is none of either."""
    for index, figure in enumerate(sentence.figures):
        at = figure.reach_start
        if figure.value == 0 and _TWO_THINGS.search(scene.clean, max(sentence.start, at - _LONGEST_THINGS), at) is not None:
            shared = _of_all(scene, sentence, at, at)
            if len(shared) > 1:
                yield index, shared


def pair_years(scene: Scene, sentence: Sentence, told: Token) -> None:
    """2022年、2023年分别受理31件、46件: each figure of the row behind 分别 takes the year at its place before it."""
    row = _row_after(scene, sentence, told.end, _LONGEST_VERB)
    dates = [q for q in sentence.others if q.kind == DATE and q.year is not None and q.year_to is None and q.end <= told.start]
    dates = dates[-len(row) :]
    if len(row) < 2 or len(dates) != len(row):
        return
    joined = all(_YEAR_JOIN.fullmatch(scene.clean, one.end, two.start) for one, two in pairwise(dates))
    if not joined or _CLAUSE.search(scene.clean, dates[-1].end, told.start):
        return
    for index, date in zip(row, dates, strict=True):
        if date.year is not None:
            sentence.paired_years[id(sentence.figures[index])] = date.year


def _is_of_year(scene: Scene, sentence: Sentence, told: Token, row: list[int]) -> bool:
    """Whether nothing but another year stands before 分别, which then is the year of the row."""
    clause = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, told.start) + 1 for mark in "，,；;（("))
    year = _YEAR_ALONE.fullmatch(scene.clean, clause, told.start)
    if year is None:
        return False
    for index in row:
        sentence.paired_years[id(sentence.figures[index])] = int(year[1]) if year[1] else LAST_YEAR
    return True


def _of_row(scene: Scene, sentence: Sentence, told: Token, row: list[int]) -> Iterator[tuple[int, tuple[Ways]]]:
    """The ways of each figure of the row behind 分别, from the item at its place."""
    if len(row) < 2:
        return
    items = _items_before(scene, sentence, told.start)[-len(row) :]
    split_words = len(items) != len(row)
    if split_words:
        # 行政村、社区: what is one word elsewhere is two items here
        items = _items_before(scene, sentence, told.start, within_words=True)
    if len(items) != len(row):
        return
    first_figure = sentence.figures[row[0]].reach_start
    split = bisect_left(scene.token_starts, first_figure, sentence.first_token, sentence.last_token)
    behind = [at for at in range(bisect_left(scene.token_starts, told.end), split) if scene.tokens[at].word.sets]
    lead = _lead(scene, items[0])
    shared = _shared_tail(scene, items)
    last = items[-1]
    one_unit = len({sentence.figures[index].unit for index in row}) == 1
    acts = _names_acts(scene, items)
    # 开展专项行动，道路交通、食品安全分别为9次、4次: items without a verb may only say of what.
    before = (_before(scene, sentence, items[0].start),) if one_unit and not behind and not acts else ()
    for place, (index, item) in enumerate(zip(row, items, strict=True)):
        sentence.paired_items[index] = (item.start, item.end)
        own = set(item.words)
        if item is not last:
            own.update(shared)
        if place and not own and _UNIT_ITEM.fullmatch(scene.clean, item.start, item.end):
            own.update(items[place - 1].words)
        if item is not last and not split_words and _is_which(scene, item, last, one_unit):
            own.update(last.words)
        if behind:
            yield index, ((_at(first_figure, split, items, own.union(lead), scene, to_the_right=True),),)
            continue
        own_ways: Ways = ()
        if own:
            nearest = shared[-1] if shared and item is not last else max(own)
            position = scene.tokens[nearest].end
            # 调解邻里纠纷、土地纠纷分别为41起、33起: the verb before the first noun is that of all, unless one has its own.
            shown = (own.union(lead), own) if _led_by_act(scene, lead, items) else (own, own.union(lead))
            own_ways = tuple(_at(position, nearest + 1, items, seen, scene) for seen in shown)
            if item.words or shared:
                # 巡察、审计指出问题分别为4个、3个，均已整改: what became of them stands behind the row.
                own_ways += (_at(position, nearest + 1, items, own.union(lead), scene, to_the_right=True),)
        yield index, (own_ways + before or (_nowhere,),)


def _of_all(scene: Scene, sentence: Sentence, start: int, end: int) -> tuple[Ways, ...]:
    """The ways of one figure from every item of the list before 均 or 各, as if each had the number to itself."""
    items = _items_before(scene, sentence, start)
    undone = [item for item in items if _UNDONE.search(scene.clean, item.start, item.end)]
    items = [item for item in items if item not in undone]
    known = sum(item.noun >= 0 for item in items) + len(undone)
    if known < 2 and not (known and len(items) > 1 and items[-1].noun < 0 and _counts_them(sentence, end)):
        return ()
    lead = _lead(scene, items[0])
    shared = _shared_tail(scene, items)
    ways: list[Ways] = []
    for item in items:
        if item.noun < 0:
            continue
        own = set(item.words)
        nearest = item.noun
        if shared:
            own.update(shared)
            nearest = shared[-1]
        position = scene.tokens[nearest].end
        ways.append(tuple(_at(position, nearest + 1, items, seen, scene) for seen in (own, own.union(lead))))
    return tuple(ways)


def _counts_them(sentence: Sentence, end: int) -> bool:
    """Whether the number right behind 各 counts the items before it, not what each of them has: 片区和镇上各设调解室1个."""
    figure = next((figure for figure in sentence.figures if figure.start >= end), None)
    return figure is not None and figure.reach_start - end <= _OWN_NUMBER


def _lead(scene: Scene, first: _Item) -> list[int]:
    """The words that a list opens with and all its items share: 受理群众来信、来访."""
    noun = scene.tokens[first.noun].start if first.noun >= 0 else first.end
    # 列席党委会、镇长办公会: the library knows the first with its verb as one word, which all share
    verb = first.noun >= 0 and scene.tokens[first.noun].word.text.startswith(_ATTENDS)
    return [at for at in first.words if (verb or at != first.noun) and noun - scene.tokens[at].end <= _LEAD_REACH]


def _is_which(scene: Scene, item: _Item, last: _Item, one_unit: bool) -> bool:
    """Whether an item leaves its noun to the last one: 镇级、村级法律顾问."""
    if last.noun < 0 or not one_unit:
        return False
    text = scene.clean[item.start : item.end]
    if _WHICH.fullmatch(text):
        # 行政村、居委会、网格: a place called in full is a thing of its own, 村 and 镇 only say which.
        noun = scene.tokens[item.noun] if item.noun >= 0 else None
        return noun is None or "places" not in noun.word.groups or noun.end - noun.start < _FULL_NAME
    # 解答婚姻、工伤、土地方面的咨询: the verb of them all stands before the first.
    words = [scene.tokens[at] for at in item.words]
    if len(words) == 1 and words[0].start == item.start and words[0].word.groups & _VERBS and words[0].end < item.end:
        text = scene.clean[words[0].end : item.end]
    elif not all(
        token.word.sets & _FIELDS or (token.start == item.start and "actions" in token.word.groups and len(words) > 1)
        for token in words
    ):
        return False
    return len(text) <= _LONGEST_WHICH and text[-1:] not in _THING_END


def _shared_tail(scene: Scene, items: list[_Item]) -> list[int]:
    """The words that all items share and only the last is followed by: its verb's object, or what its subject does.

    受理、办结热线工单; 合同、规范性文件审查; 党委会、乡长办公会研究法治工作.
    """
    last, tokens = items[-1], scene.tokens
    if len(items) < 2 or not last.words:
        return []
    fellows = [tokens[item.noun].word.groups for item in items[:-1] if item.noun >= 0]
    unknown = [item for item in items[:-1] if item.noun < 0]
    if any(item.words or item.end - item.start > _LONGEST_UNKNOWN for item in unknown):
        return []
    if not fellows:
        # 巡察组、审计局、督察组指出问题: what the last subject does, where the library knows none of them
        for place, at in enumerate(last.words):
            token = tokens[at]
            if token.start - last.start < _SHORTEST_SUBJECT:
                continue
            bodies = scene.clean[token.start - 1] in _BODY_END and all(scene.clean[item.end - 1] in _BODY_END for item in unknown)
            if bodies or (place + 1 < len(last.words) and token.word.groups & _DEEDS):
                return last.words[place:]
        return []
    thing = tokens[last.words[-1]].word.groups
    if any(groups & thing for groups in fellows):
        return []
    for at in range(len(last.words) - 2, -1, -1):
        groups = tokens[last.words[at]].word.groups
        if all(groups & fellow for fellow in fellows):
            return last.words[at + 1 :]
    return []


def _led_by_act(scene: Scene, lead: list[int], items: list[_Item]) -> bool:
    """Whether a list opens with a verb and no item behind the first has one: 调解邻里纠纷、土地纠纷."""
    leads = any("actions" in scene.tokens[at].word.groups for at in lead)
    return leads and not _names_acts(scene, items[1:])


def _names_acts(scene: Scene, items: list[_Item]) -> bool:
    """Whether an item has a verb of its own: 悬挂横幅、购置雨伞."""
    return any("actions" in scene.tokens[at].word.groups for item in items for at in item.words)


def _at(position: int, split: int, items: list[_Item], seen: set[int], scene: Scene, to_the_right: bool = False) -> Walk:
    """A walk that begins at `position` and sees of the list no words but those `seen`."""
    floor = bisect_left(scene.token_starts, items[0].start)
    hidden = frozenset(at for item in items for at in item.words if at not in seen)

    def walk(where: Territory) -> Territory:
        first = min(where.first_token, floor)
        last = where.last_token if to_the_right else split
        return where.from_item(first, split, last, position, hidden)

    return walk


def _before(scene: Scene, sentence: Sentence, position: int) -> Walk:
    """A walk from where a list begins whose items have no words of the library."""
    split = bisect_left(scene.token_starts, position, sentence.first_token, sentence.last_token)
    comma = position - 1 if scene.clean[position - 1 : position] in ("，", ",", "：", ":") else position

    def walk(where: Territory) -> Territory:
        return where.from_item(min(where.first_token, sentence.first_token), split, split, comma, where.hidden)

    return walk


def _nowhere(where: Territory) -> Territory:
    """No words at all: the figure's item is none of the library's."""
    return where.from_item(where.split, where.split, where.split, where.walk_start, where.hidden)


def _row_after(scene: Scene, sentence: Sentence, position: int, reach: int) -> list[int]:
    """The figures in a row that begin within `reach` behind `position`."""
    row: list[int] = []
    for index, figure in enumerate(sentence.figures):
        if figure.start < position:
            continue
        between = scene.clean[(row and sentence.figures[row[-1]].reach_end) or position : figure.reach_start]
        if row and (not _BETWEEN_FIGURES.fullmatch(between) or _SUMS_UP.match(scene.clean, figure.reach_end)):
            break
        if not row and (len(between) > reach or _CLAUSE.search(between)):
            break
        row.append(index)
    return row


def _items_before(scene: Scene, sentence: Sentence, position: int, within_words: bool = False) -> list[_Item]:
    """The items of the list that ends at `position`, in their clause."""
    clean, tokens = scene.clean, scene.tokens
    start = max(sentence.start, max(clean.rfind(mark, sentence.start, position) for mark in "，,；;：:") + 1)
    if position - 2 > start - 1 > sentence.start and _ALL_YEAR.fullmatch(clean, start, position) and not within_words:
        # 讲座、咨询是两大抓手，全年分别举办9场、4场
        position = start
    if start == position and position - 2 > sentence.start and not within_words:
        # 行政复议、应诉案件双下降，|分别为1件、2件: 分别 leads on from a list of nouns in the clause before
        said = _SAID_OF_LIST.search(clean, max(sentence.start, position - 1 - _LONGEST_SAID), position - 1)
        before = _items_before(scene, sentence, said.start() if said is not None else position - 1)
        nouns = _COUNTED_NOUNS if said is None else _NOUNS_OR_ACTS
        if all(len(item.words) == 1 and tokens[item.words[0]].word.groups & nouns for item in before):
            return before
    first = bisect_left(scene.token_starts, start)
    last = bisect_left(scene.token_starts, position, first)
    inside = [at for at in range(first, last) if tokens[at].word.sets]
    items: list[_Item] = []
    begin = start
    for joint in _JOIN.finditer(clean, start, position):
        if any(
            tokens[at].start < joint.start() < tokens[at].end and not (within_words and "places" in tokens[at].word.groups)
            for at in inside
        ):
            continue
        items.append(_item(scene, begin, joint.start(), inside))
        begin = joint.end()
    items.append(_item(scene, begin, position, inside))
    return items


def _item(scene: Scene, start: int, end: int, inside: list[int]) -> _Item:
    words = [at for at in inside if start <= scene.tokens[at].start < end]
    ends = bool(words) and _NOUN_TAIL.fullmatch(scene.clean, scene.tokens[words[-1]].end, end) is not None
    return _Item(start, end, words, words[-1] if ends else -1)
