"""Figures that add up with their neighbours: the kinds of a count before them, its parts, or its sum."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.breakdown import LONGEST_ITEM
from extract.matching.readings import Mention, Reading, mention_of
from extract.matching.scene import Scene, Sentence
from extract.matching.some_places import only_some
from extract.tables import PART, TOWNSHIP

#: how many kinds a line lists at least that breaks down the count before it, and how far behind that it begins
_FEWEST_KINDS, _KINDS_REACH = 3, 200
#: of halves of the year two are all, named right before their numbers
_FIRST_HALF = ("上半年", "前半年", "前两个季度", "前两季度")
_SECOND_HALF = ("下半年", "后半年", "后两个季度", "后两季度")
_TWO_HALVES, _TO_HALF = 2, 8
#: how far the verb stands before a count that only its parts have a noun for: 发布共计212条
_BESIDE_VERB = 4
#: into how many parts a count is broken down at most without being told so
_MOST_PARTS = 7
#: below this a sum comes about by chance, and what became of some is no kind of what was counted: 废止9件、继续有效14件
_LEAST_SUM = 10
#: what stands before a sum, with its verb before or behind (共计审查, 审查共); how far apart what it sums up may stand
TOGETHER = regex(
    "(?<!公)共(?!同|享|建|治)|合计|总计|总数|总量|相加|加起来|[加合放并拼凑]在一[起块]|合起来|累计|全部算|算下来|统共|拢共|[一二两三四五六]者为|合为"
)
_SUM_REACH = 60
_SUMS_UP = regex(
    "合计|总计|相加|加总|加起来|合起来|[加合归]拢|归总|[加合放并拼凑]在一[起块]|一共|总共|[，,、；]共?计?(?:有|为)?(?=[0-9一二三四五六七八九十])|[，,]全[镇乡]|[，,]共|[，,]计"
)
_MOST_ITEMS = 12
_COUNTED_ITEMS = frozenset(("家", "项", "个", "方", "路", "处"))
#: 东片96起，中片74起: items of such a row tell where, when or of what kind
_NAMES_PLACE = regex(
    "[片村组屯寨域站所区校级季月类线港街社场镇乡院）]的?(?:各村|开展|举办|组织|受理|办|查出|摸出|登记|有|共|为)?$|[上下]半年$|、$"
)
_NAMES_LAST_KIND = regex("其[他它](?:类|方面|的)?$")
#: 没谈拢的7件，5件走了诉讼: what became of some adds up to nothing
_NOT_SETTLED = regex("没(?:有)?[谈调说解处办化]|未[能谈调解化办结]|引导|走了?(?:诉讼|司法)|还在|仍在|正在做")
_OUTCOME = regex(
    "及格|合格|补考|[。？！废续修留效未没尚待等转退撤驳销离缺辅协临聘移交]|明年|列入|计划|不予|不再|通过|增加|减少|净增|多了|少了|[多少]$|比(?![例对])|超[出过]"
)


def kinds_of_whole(
    scene: Scene, sentence: Sentence, unread: Sequence[int], stated: list[Mention], reading: Reading
) -> list[Mention]:
    """The figures that nothing claims and that add up to what was counted right before: 65件。土地41件、婚姻14件、借贷10件."""
    for row in _rows(scene, sentence, unread):
        kinds = _kinds_of_whole(scene, sentence, row, stated, reading)
        if kinds:
            return kinds
    return []


def _rows(scene: Scene, sentence: Sentence, indices: Sequence[int]) -> list[list[int]]:
    """The figures that stand one after another, where there are enough of them."""
    rows: list[list[int]] = []
    for index in indices:
        unit = sentence.figures[index].unit
        if rows and rows[-1][-1] == index - 1 and sentence.figures[index - 1].unit == unit:
            rows[-1].append(index)
        else:
            rows.append([index])
    return [row for row in rows if len(row) >= _FEWEST_KINDS or _are_halves(scene, sentence, row)]


def _are_halves(scene: Scene, sentence: Sentence, row: Sequence[int]) -> bool:
    """Whether the first and the second half of the year are told: 上半年79件，下半年52件."""
    if len(row) != _TWO_HALVES:
        return False
    starts = [sentence.figures[at].reach_start for at in row]
    first, second = (scene.clean[max(sentence.start, at - _TO_HALF) : at] for at in starts)
    return any(name in first for name in _FIRST_HALF) and any(name in second for name in _SECOND_HALF)


def _kinds_of_whole(
    scene: Scene, sentence: Sentence, row: Sequence[int], stated: list[Mention], reading: Reading
) -> list[Mention]:
    figures = [sentence.figures[index] for index in row]
    if _NOT_SETTLED.search(
        scene.clean, sentence.figures[row[0] - 1].reach_end if row[0] else sentence.start, figures[-1].reach_start
    ):
        return []
    together = sum((q.value for q in figures if q.value is not None), Decimal(0))
    rest = sentence.figures[row[-1] + 1] if row[-1] + 1 < len(sentence.figures) else None
    if rest is not None and reading.reasons.get(id(rest)) == "remainder" and rest.unit == figures[0].unit:
        together += rest.value or 0
        if _NAMES_LAST_KIND.search(scene.clean, max(sentence.start, rest.reach_start - 4), rest.reach_start):
            # 邻里17件，其他7件
            figures.append(rest)
    for mention in (*reversed(stated), *reversed(reading.mentions)):
        if mention.quantity.start < figures[0].start - _KINDS_REACH:
            break
        units = (mention.quantity.unit, *mention.metric.spellings)
        before = mention.quantity.end <= figures[0].start
        if before and mention.value == together and all(q.unit in units and q.value is not None for q in figures):
            reading.reasons.pop(id(figures[-1]), None)
            return [
                replace(
                    mention,
                    quantity=figure,
                    sentence=sentence,
                    value=figure.value if figure.value is not None else Decimal(0),
                    high=None,
                    qualifier=figure.qualifier,
                    scope=PART,
                    trace=("kinds that add up", "as " + scene.clean[mention.quantity.start : mention.quantity.end]),
                    total=False,
                )
                for figure in figures
            ]
    return []


def kinds_by_noun(scene: Scene, stated: list[Mention], reading: Reading) -> None:
    """Gives figures that name but a noun the metric of the count that they add up to: 调处纠纷53件。邻里纠纷41件，债务12件."""
    for first, mention in enumerate(stated):
        if not _names_noun_only(mention) or (first and _is_like(stated[first - 1], mention)):
            continue
        last = first + 1
        while last < len(stated) and _is_like(stated[last], mention) and _names_noun_only(stated[last]):
            last += 1
        together = sum((m.value for m in stated[first:last]), Decimal(0))
        whole = (
            _whole_of_noun(mention, together, stated[:first], reading) if last - first > 1 and together >= _LEAST_SUM else None
        )
        if whole is not None:
            for place in range(first, last):
                stated[place] = replace(
                    stated[place],
                    metric=whole.metric,
                    period=whole.period,
                    scope=PART,
                    trace=("kinds that add up", "as " + scene.clean[whole.quantity.start : whole.quantity.end]),
                    total=False,
                )


def _names_noun_only(mention: Mention) -> bool:
    match = mention.match
    return match is not None and len(match.words) == 1 and not match.carried and "objects" in match.words[0].word.groups


def _is_like(one: Mention, other: Mention) -> bool:
    return one.metric is other.metric and one.quantity.unit == other.quantity.unit


def _whole_of_noun(mention: Mention, together: Decimal, before: list[Mention], reading: Reading) -> Mention | None:
    """The count of another metric by the same noun that is as large as its kinds together."""
    noun = mention.match.words[0].word.sets if mention.match is not None else frozenset()
    for whole in (*reversed(before), *reversed(reading.mentions)):
        if whole.quantity.start < mention.quantity.start - _KINDS_REACH:
            break
        if (
            whole.value == together
            and whole.metric is not mention.metric
            and mention.quantity.unit in (whole.quantity.unit, *whole.metric.spellings)
            and whole.match is not None
            and any(token.word.sets & noun for token in (*whole.match.words, *whole.match.carried))
        ):
            return whole
    return None


def whole_of_parts(scene: Scene, sentence: Sentence, index: int, parts: dict[int, int], stated: list[Mention]) -> Mention | None:
    """A count by the verb alone that its parts carry over: 全年发布212条，其中处罚信息51条."""
    figure = sentence.figures[index]
    for mention in stated:
        match = mention.match
        if match is None or not match.carried or mention.quantity.unit != figure.unit or mention.value > (figure.value or 0):
            continue
        if not any(sentence.figures[part] is mention.quantity for part, whole in parts.items() if whole == index):
            continue
        verb = max(match.carried, key=lambda token: token.end)
        if "actions" in verb.word.groups and 0 <= figure.reach_start - verb.end <= _BESIDE_VERB:
            period = mention.period
            told = "as " + scene.clean[mention.quantity.start : mention.quantity.end]
            return mention_of(mention.metric, figure, sentence, period, TOWNSHIP, ("whole of its parts", told), True)
    return None


def part_of_a_sum(scene: Scene, sentence: Sentence, index: int, stated: list[Mention]) -> Mention | None:
    """What a figure without words counts that adds up with its neighbours: 登记纠纷231件，东片138件，西片93件."""
    if not stated:
        return None
    figures = sentence.figures
    if not figures[index].value:
        # 处罚36件、强制0件: nothing adds up to anything
        return None
    for place in (*range(index - 1, max(-1, index - _MOST_PARTS), -1), *range(index + 1, min(len(figures), index + _MOST_PARTS))):
        whole = next((m for m in stated if m.quantity is figures[place]), None)
        if whole is None or whole.value < _LEAST_SUM or figures[index].unit != whole.quantity.unit:
            continue
        if not _adds_up(scene, figures, place, index, whole, stated):
            continue
        part = figures[index]
        if any(
            token.start == part.reach_end and "places" in token.word.groups and only_some(scene.clean, part, token, [])
            for token in scene.tokens[sentence.first_token : sentence.last_token]
        ):
            # 9个社区，共有6个社区创建成功
            return None
        if _names_what_is_not_counted(scene, sentence, index):
            # 讲座38场，其中法治讲座24场、健康讲座14场
            return None
        return mention_of(
            whole.metric,
            part,
            sentence,
            whole.period,
            PART,
            ("part of a sum", "as " + scene.clean[whole.quantity.start : whole.quantity.end]),
        )
    return None


def _names_what_is_not_counted(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a word that no metric reads stands between the figure and the one before."""
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    end = sentence.figures[index].reach_start
    return any(
        token.word.bounds and "forms" in token.word.groups and start <= token.start < end
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )


def _adds_up(scene: Scene, figures: list[Quantity], place: int, index: int, whole: Mention, stated: list[Mention]) -> bool:
    """Whether the figures between the whole and the `index`-th one, and perhaps some beyond, are its parts and all of them."""
    step = 1 if index > place else -1
    together, at, count = Decimal(0), place, 0
    summed = step < 0 and (
        whole.total or _SUMS_UP.search(scene.clean, figures[place - 1].reach_end, figures[place].reach_start) is not None
    )
    while 0 <= at + step < len(figures) and together < whole.value:
        one, other = sorted((figures[at], figures[at + step]), key=lambda q: q.start)
        between = scene.clean[one.reach_end : other.reach_start]
        at += step
        figure = figures[at]
        if not count and summed and _counts_items(scene, figure, figures[place]):
            continue
        if figure.unit != whole.quantity.unit or figure.value is None or len(between) > LONGEST_ITEM:
            return False
        # 派出所移交41件，法庭委派17件，合计58件: what is summed up outright may be told by where it came from
        if _OUTCOME.search(between) and not summed:
            return False
        told = next((m for m in stated if m.quantity is figure), None)
        if told is not None and told.metric is not whole.metric:
            return False
        together += figure.value
        count += 1
    return together == whole.value and count > 1 and (index - place) * step <= count


def _counts_items(scene: Scene, figure: Quantity, whole: Quantity) -> bool:
    """Whether the figure only says how many are summed up: 五家加拢，调解219件."""
    other = figure.unit in _COUNTED_ITEMS and figure.unit != whole.unit
    few = other and figure.value is not None and figure.value <= _MOST_ITEMS
    return few and _SUMS_UP.match(scene.clean, figure.reach_end, whole.reach_start) is not None


def sum_of_those_before(scene: Scene, sentence: Sentence, index: int, stated: list[Mention], reading: Reading) -> Mention | None:
    """What a figure without words is the sum of: 检查企业6家、工地58家、门店320家，共384家; 抽查4次，巡查156次。两项相加160次."""
    if not sentence.sums_up:
        return None
    figure = sentence.figures[index]
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    if not TOGETHER.search(scene.clean, start, figure.reach_start):
        return None
    # a small sum of what another sentence counts comes about by chance
    counts = [m for m in stated if m.quantity.end <= start]
    if (figure.value or 0) >= _LEAST_SUM:
        counts = [*reading.mentions, *counts]
    together, count = Decimal(0), 0
    last: Mention | None = None
    for mention in reversed(counts):
        if last is not None and (mention.metric is not last.metric or mention.quantity.start < last.quantity.start - _SUM_REACH):
            return None
        if last is None and mention.quantity.end < figure.start - _SUM_REACH:
            return None
        if figure.unit not in (mention.quantity.unit, *mention.metric.spellings) or figure.unit == "%" or mention.scope == PART:
            return None
        if last is not None and (mention.period.year, mention.period.basis) != (last.period.year, last.period.basis):
            # 今年15件，去年12件，两年共27件
            return None
        last = mention
        together += mention.value
        count += 1
        if together >= (figure.value or 0):
            break
    if last is None or count < 2 or together != figure.value:
        return None
    told = "as " + scene.clean[last.quantity.start : last.quantity.end]
    return mention_of(last.metric, figure, sentence, last.period, TOWNSHIP, ("sum of those before", told), True)


def row_with_its_sum(
    scene: Scene, sentence: Sentence, unread: Sequence[int], stated: list[Mention], reading: Reading
) -> list[Mention]:
    """The items of a row of which only one has the noun, and their sum: 摸排纠纷，东片96起，中片74起，合计170起."""
    figures = sentence.figures
    read = {id(mention.quantity): place for place, mention in enumerate(stated)}
    for total in unread:
        whole = figures[total]
        if whole.value is None or whole.value < _LEAST_SUM or whole.unit == "%" or not total:
            continue
        # 三片合计258起: how many are summed up is none of them
        last = total - 1 if figures[total - 1].unit == whole.unit or total < 2 else total - 2
        if not _SUMS_UP.search(scene.clean, figures[last].reach_end, whole.reach_start):
            continue
        together, row = Decimal(0), list[int]()
        for at in range(last, max(-1, last - _MOST_ITEMS), -1):
            item = figures[at]
            between = scene.clean[item.reach_end : whole.reach_start if at == last else figures[at + 1].reach_start]
            if item.unit != whole.unit or item.value is None or len(between) > LONGEST_ITEM or _OUTCOME.search(between):
                break
            if id(item) not in read:
                start = figures[at - 1].reach_end if at else sentence.start
                if not _NAMES_PLACE.search(scene.clean, max(start, item.reach_start - LONGEST_ITEM), item.reach_start):
                    break
            together += item.value
            row.append(at)
            if together >= whole.value:
                break
        told = [stated[read[id(figures[at])]] for at in row if id(figures[at]) in read]
        if together != whole.value or len(row) < 2 or not told or any(mention.metric is not told[0].metric for mention in told):
            continue
        one = told[0]
        for place in [read[id(mention.quantity)] for mention in told]:
            stated[place] = replace(stated[place], scope=PART)
        found = []
        trace = ("row with its sum", "as " + scene.clean[one.quantity.start : one.quantity.end])
        for at in (*(at for at in row if id(figures[at]) not in read), total):
            scope = TOWNSHIP if at == total else PART
            found.append(mention_of(one.metric, figures[at], sentence, one.period, scope, trace, at == total))
            reading.reasons.pop(id(figures[at]), None)
        return found
    return []


def of_their_sum(figure: Quantity, stated: list[Mention], composed: Sequence[Metric]) -> list[Mention] | None:
    """Of a sum over kinds (简易程序31件、普通程序12件，合计43件) the metric that these kinds add up to; None if it is none.

    A sum over kinds that no metric unites (合同19份、规范性文件2件，两项合计21件) is of no metric.
    """
    together = Decimal(0)
    kinds: set[str] = set()
    for mention in reversed(stated):
        if mention.quantity.start > figure.start:
            continue
        together += mention.value
        kinds.add(mention.metric.id)
        if together >= (figure.value or 0):
            break
    if together != figure.value or len(kinds) < 2:
        return None
    whole = next((metric for metric in composed if kinds <= set(metric.parts)), None)
    return [replace(stated[-1], metric=whole)] if whole is not None else []
