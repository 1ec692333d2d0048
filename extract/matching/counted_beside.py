"""What is counted beside what the sentence has just counted: who came to it, its second unit, its parts by number first.

人数由185人次增至210人次 are those of the training counted before; 0批次进京上访，0人次 counts one thing twice; and
3次培训，2次在县里、1次在乡里 tells where each was.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.cell_mentions import written_out
from extract.matching.match import Match
from extract.matching.matcher import Matcher
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Told, mention_of
from extract.matching.words import Token
from extract.tables import ACTUAL, PART, TOWNSHIP

_PEOPLE = frozenset(("人次", "人", "名"))
#: what an event or a visit is counted in
_EVENTS = frozenset(("次", "场", "场次", "期", "堂", "节", "批次", "批"))
#: 人数反而从上年的|185人次: the head count is the subject of the clause
_HEAD_COUNT = regex(
    r"(?:^|[，,；;。、\n])(?:而|但|且|其|其中)?(?:总|的)?(?:参加|参与|参训|受训|参会|到场|到课|到会|听课|听讲|上课|培训|受众|学员)?的?(?:总)?(?:人数|人次|人头)"
    r"(?:上|则|却|反而|反倒|倒|也|又|仍|还|共|合计|累计|总计|均|竟|一共|总共)*"
    r"(?:为|是|有|达到|达|近|超|约|[由从](?:(?:去年|上年|上一年|前年|20[0-9]{2}年)度?同?期?的?)?|(?:今年|本年|全年|当年|20[0-9]{2}年)度?[为是有达]?到?)?$"
)
_HEAD_REACH = 30
#: how far before its head count an event is told
_EVENT_REACH = 100
#: what stands between a number with its noun and the second number: 0批次进京上访|，共|0人次
_SECOND = regex("(?P<noun>[一-鿿]{2,12}?)[，,、](?:共计?|计|合计|涉及?|累计)?")
_ENDS = frozenset(("", *"，,；;。、）)\n"))
#: how the noun of a rate stands before its number: 参考率、合格率|均达; 参考率|为
_TO_RATE = regex("(?:也|则|又|已)?(?:双双|均|都|皆|各|同)?(?:实现|保持|稳定)?(?:达到|达|为|是|到|在)?了?")
_LISTED = regex("[、和与及]")
_RESPECTIVELY = regex("(?:分别|依次|各)(?:达到|达|为|是|有)?$")
_RATE_REACH, _NOUN_REACH = 24, 48
#: how many figures on the noun's own stands, and how many rates share their verb
_FIGURES_ON, _MOST_RATES = 3, 4
_STOP = regex("[；;。\n]")
#: what opens each part of a list that tells where or by whom: 2次|在县里; 3件|由村里调处
_TELLS_WHICH = regex("[在由是为系于到从用给向属涉]|来自|发生|针对|面向|出自|放[在到]")
_BREAKS = frozenset("，,、；;：:（(")
_LONGEST_PART, _MOST_PARTS = 20, 7
_NOT_DONE = regex("[未尚没待拟退撤驳销]|不予|不再|明年|移[交送]")


def counted_beside(so_far: Told, index: int, matcher: Matcher) -> Mention | None:
    """Who came to what is counted before the figure, where that is all that the figure's own words say."""
    scene, sentence = so_far.scene, so_far.sentence
    figure = sentence.figures[index]
    if figure.unit not in _PEOPLE or figure.value is None or scene.clean[figure.reach_end : figure.reach_end + 1] == "的":
        return None
    # with the mark that ends the sentence before
    start = max(0, sentence.start - 1, figure.reach_start - _HEAD_REACH)
    if _HEAD_COUNT.search(scene.clean, start, figure.reach_start):
        event = _event_before(so_far, index)
        nouns = "" if event is None or event.match is None else _written(event.match)
    else:
        event, nouns = _beside_its_noun(so_far, index)
    if event is None or not nouns:
        return None
    for words in (nouns, nouns + "参加", nouns + "，听众"):
        for match in written_out(matcher, words, figure, ""):
            if match.metric is event.metric or match.metric.category != event.metric.category or match.metric.unit not in _PEOPLE:
                continue
            period = period_of(scene, sentence, figure, so_far.year, match.metric.stock)
            scope = TOWNSHIP if period.whole and event.scope == TOWNSHIP else PART
            told = "as " + scene.clean[event.quantity.start : event.quantity.end]
            return mention_of(match.metric, figure, sentence, period, scope, (match.plan.pattern.source, "counted beside", told))
    return None


def _written(match: Match) -> str:
    """The words of a match as they stand one after another."""
    words: list[Token] = sorted((*match.carried, *match.words), key=_start_of)
    return "".join(token.word.text for token in words)


def _start_of(token: Token) -> int:
    return token.start


def _event_before(so_far: Told, index: int) -> Mention | None:
    """The last thing that the sentence has held or that the one right before has, if nothing else was counted since."""
    figure = so_far.sentence.figures[index]
    told: Sequence[Mention] = so_far.stated
    if not told and not index:
        last = so_far.reading.mentions[-1] if so_far.reading.mentions else None
        if last is None or so_far.scene.clean.find("\n", last.quantity.end, figure.start) >= 0:
            return None
        told = [mention for mention in so_far.reading.mentions if mention.sentence is last.sentence]
        if last.sentence.end != so_far.sentence.start:
            return None
    for mention in reversed(told):
        if mention.quantity.start < figure.start - _EVENT_REACH:
            break
        if mention.quantity.start >= figure.start or mention.match is None:
            continue
        return mention if mention.quantity.unit in _EVENTS and mention.period.basis == ACTUAL else None
    return None


def _beside_its_noun(so_far: Told, index: int) -> tuple[Mention | None, str]:
    """The number right before with its noun behind it, where the figure is the second count of that: 0批次进京上访，0人次."""
    scene, sentence = so_far.scene, so_far.sentence
    clean, figure = scene.clean, sentence.figures[index]
    if not index or clean[figure.reach_end : figure.reach_end + 1] not in _ENDS:
        return None, ""
    before = sentence.figures[index - 1]
    found = _SECOND.fullmatch(clean, before.reach_end, figure.reach_start) if before.unit in _EVENTS else None
    if found is None:
        return None, ""
    for mention in reversed(so_far.stated):
        if mention.quantity.start < before.start:
            break
        if mention.quantity is before and mention.match is not None:
            behind = [token for token in mention.match.words if token.start >= before.reach_end]
            return (mention, found["noun"]) if behind and behind[-1].end == found.end("noun") else (None, "")
    return None, ""


def rates_before_their_noun(so_far: Told, index: int, matcher: Matcher, told_by: Mapping[int, Mention]) -> list[Mention]:
    """Rates of what is only named behind them in the sentence: 参考率、合格率均达100%，132人参加学法考试.

    `told_by` holds what the sentence has stated, by the identity of the figure.
    """
    scene, sentence = so_far.scene, so_far.sentence
    figure = sentence.figures[index]
    if figure.unit != "%" or figure.value is None:
        return []
    items = _rates_of(so_far, index)
    if not items:
        return []
    for other in sentence.figures[index + 1 : index + 1 + _FIGURES_ON]:
        mention = told_by.get(id(other))
        match = mention.match if mention is not None else None
        if mention is None or match is None or match.carried or mention.metric.unit not in _PEOPLE:
            continue
        nouns = [token for token in match.words if "actions" not in token.word.groups]
        if not nouns or nouns[0].start > figure.end + _NOUN_REACH or _STOP.search(scene.clean, figure.end, nouns[0].start):
            return []
        told = []
        for item in items:
            for rate in written_out(matcher, nouns[-1].word.text + item.word.text, figure, ""):
                if rate.metric.unit == "%" and rate.metric.category == mention.metric.category and len(rate.words) > 1:
                    trace = (rate.plan.pattern.source, "noun behind", nouns[-1].word.text)
                    told.append(mention_of(rate.metric, figure, sentence, mention.period, mention.scope, trace))
                    break
        return told
    return []


def _rates_of(so_far: Told, index: int) -> list[Token]:
    """The rates that stand before the figure with nothing but a list's joints between them."""
    scene, sentence = so_far.scene, so_far.sentence
    clean = scene.clean
    row = _row_of(so_far, index)
    first = sentence.figures[row[0]].reach_start
    start, end = max(sentence.start, first - _RATE_REACH), first
    apart = _RESPECTIVELY.search(clean, start, end)
    if (apart is None) != (len(row) == 1):
        return []
    end = apart.start() if apart is not None else end
    rates: list[Token] = []
    last = bisect_left(scene.token_starts, end, sentence.first_token, sentence.last_token)
    for token in reversed(scene.tokens[max(sentence.first_token, last - 2 * _MOST_RATES) : last]):
        if token.end > end or not token.word.text.endswith("率"):
            continue
        between = clean[token.end : end]
        if token.start < start or not (_LISTED.fullmatch(between) if rates else _TO_RATE.fullmatch(between)):
            break
        rates.append(token)
        end = token.start
    if rates and end > sentence.start and clean[end - 1] not in "，,；;：:。\n":
        # 中心组出勤率: it says itself what it is of
        return []
    rates.reverse()
    if apart is not None:
        # 参考率、合格率分别为100%、98%
        return [rates[row.index(index)]] if len(rates) == len(row) else []
    return rates


def _row_of(so_far: Told, index: int) -> list[int]:
    """The figure at `index` with those that stand joined with it: 100%、98%."""
    first = last = index
    while first and index - first < _MOST_RATES and _is_joined(so_far, first - 1):
        first -= 1
    while last - index < _MOST_RATES and _is_joined(so_far, last):
        last += 1
    return list(range(first, last + 1))


def _is_joined(so_far: Told, index: int) -> bool:
    """Whether nothing but a list's joint stands between the figure at `index` and the next one."""
    figures = so_far.sentence.figures
    if index + 1 >= len(figures):
        return False
    return _LISTED.fullmatch(so_far.scene.clean, figures[index].reach_end, figures[index + 1].reach_start) is not None


def parts_number_first(so_far: Told, indices: Sequence[int]) -> list[Mention]:
    """The figures right behind a number with its noun that add up to it: 3次执法培训，2次在县里、1次在乡里."""
    scene, sentence = so_far.scene, so_far.sentence
    clean, figures = scene.clean, sentence.figures
    unread = set(indices)
    before = {id(figures[index - 1]): index - 1 for index in indices if index and index - 1 not in unread}
    for whole in so_far.stated:
        place = before.get(id(whole.quantity), -1)
        if place < 0 or whole.match is None or whole.scope != TOWNSHIP or whole.period.basis != ACTUAL:
            continue
        if not any(token.start >= whole.quantity.reach_end for token in whole.match.words):
            continue
        row: list[Quantity] = []
        together = Decimal(0)
        for at in range(place + 1, min(len(figures), place + 1 + _MOST_PARTS)):
            part = figures[at]
            between = clean[figures[at - 1].reach_end : part.reach_start].removesuffix("其中")
            opens = between[-1:] in _BREAKS and len(between) <= _LONGEST_PART and not _NOT_DONE.search(between)
            if at not in unread or part.unit != whole.quantity.unit or not part.value or not opens:
                break
            if not _TELLS_WHICH.match(clean, part.reach_end):
                break
            row.append(part)
            together += part.value
            if together >= whole.value:
                break
        if len(row) < 2 or together != whole.value or _NOT_DONE.match(clean, row[-1].reach_end):
            continue
        told = ("part of a sum", "as " + clean[whole.quantity.start : whole.quantity.end])
        return [mention_of(whole.metric, part, sentence, whole.period, PART, told) for part in row]
    return []
