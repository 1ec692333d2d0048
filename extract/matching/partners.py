"""Figures without words of their own: earlier years' values, parts and levels take the metric of the figure beside them."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import breakdown, roles
from extract.matching.breakdown import CLAUSE_COMMA, LONGEST_ITEM
from extract.matching.match import Match
from extract.matching.periods import Period, is_aim, names_this_year, period_of
from extract.matching.readings import Mention, Reading, mention_of
from extract.matching.scene import Scene, Sentence
from extract.matching.some_places import only_some
from extract.matching.sums import of_their_sum
from extract.matching.territory import chain_head
from extract.matching.wholes import whole_told
from extract.report.model import PLAN
from extract.tables import ACTUAL, CUMULATIVE, PART, PLANNED, TOWNSHIP

_LONGEST_RISE = 60
#: how far before the lead-in of a list the count stands that its lines break down
_LEAD_IN_REACH = 48
#: what may stand between the number of an item and its noun: 2个矿区社区
_MODIFIER = 4
#: the group of words such as 今年, which name no thing
_TIMES = "times"
#: 劳资类占21件; 灵溪站占了2900件
_HAS_ITS_SHARE = regex(
    r"占(?:了|到|去|有|据)?$"
    # 仅岸湾大集就去了19场; 向阳社区一家就派了620件
    r"|(?:[，,](?:仅|光|单是|单)[^，,。；;0-9]{1,14}?|[^，,。；;0-9](?:一家|一村|一地|一处|一项|类的?|方面的?))就[^，,。；;0-9]{0,5}$"
)
#: 法治挂历3000本、《应知应会》1200册
_NEXT_TITLE = regex(r"[、和及]《[^》]{1,40}》(?:一书|读本|手册|单行本)?")
_PAPERS = frozenset(("份", "册", "本", "张", "套", "页"))
#: 评查案卷12卷，其中1卷获评优秀: what was praised is no kind of what was counted
_PRAISED = regex("(?:被|获|均)?(?:获评|评为|评定为|入选|荣获|获奖|获得|表彰)")
_PRAISED_BEFORE = regex(
    "(?:被|获|均)?(?:获评|评为|评定为|评成|定为|入选|荣获|获奖|获得)[^，,。；;0-9]{0,8}$|优秀(?:案卷|卷宗|等次|档次)?的?$"
    # 立案撤销6件, 今年新调入2人: nor what was withdrawn, nor who came or left
    "|(?:撤销|撤案|销案|不予(?:立案|处罚)|免[予于]?处?罚|不罚|撤回|终止|撤诉)(?:案件)?$"
    # 退回重拟3份
    "|(?:退[回改]|打回|否决|不予通过|未通过|没通过)[^，,。；;、0-9]{0,4}$"
    "|(?:新?调[入出离走]|新?招[录聘考]|新?录用|退休|辞职|离职|离岗|转岗|借调|退出|划转|转隶)了?$"
)
#: 各设调解室1个，共3个
_ALL_OF_EACH = regex(r"[，,、](?:总)?共(?:有|计)?$")
_FOR_EACH = regex(r"[各均都](?!项|类|级|种|村|位|方|界|地)[^，,。；;]*$")
#: 满意率94.8%，重复投诉率降到4.7%: a rate that the library does not know is one all the same
_A_RATE = regex("[，,；;、][^，,。；;、0-9]{2,12}率")
_CLASSIFIERS = frozenset(("个", "项"))
_SEMICOLONS = frozenset("；;")
#: what joins two items of a list
_LISTING = frozenset("、和及与")
#: 、市级5个: what leaves its noun to the part before
_ONLY_LEVEL = 4
#: 机关的“法条微课堂”全年开了34期: what has a name of its own is counted for itself
_OWN_NAME = regex('[”"》](?:[全今本当]年|年内|[上下]半年|一年)[^，,。；;：:“”]{0,6}$')
_OF_A_RISE, _LONG_NAME = ("prior value", "present value"), 4
_FIRST_BRACKET = regex("[（(）)]")
_BEFORE_VERB = "item before its verb"
#: 去年45人、今年52人参加; 全县320人、我镇31人参加: items of other years and places
_SETS_APART = regex("[去上前今本]年|20[0-9]{2}年|全[县市区省州旗]|[县市区]里|[我本][镇乡街]")
_NOT_DONE = regex("[拟未将应待]")
_ITEM_JOINT = regex(r"[、，,和及与]")
_ITEM_BREAK = regex(r"[。；;\n]")
_STOP = regex(r"[；;。]")


def parts_in(scene: Scene, sentence: Sentence, year: int | None, reading: Reading) -> dict[int, int]:
    """The sentence's parts and what each is a part of; a breakdown that opens it needs a whole in the sentences before."""
    parts = breakdown.parts_of(scene, sentence, year)
    if breakdown.WHOLE_BEFORE in parts.values():
        among = [sentence.figures[part] for part, whole in parts.items() if whole == breakdown.WHOLE_BEFORE]
        reading.whole_before = _whole_before(sentence, among, reading)
        if reading.whole_before is None:
            return {part: whole for part, whole in parts.items() if whole != breakdown.WHOLE_BEFORE}
    return parts


def partner_of(
    scene: Scene,
    sentence: Sentence,
    index: int,
    whole: int | None,
    stated: list[Mention],
    year: int | None,
    aside: list[Mention],
    reading: Reading,
    composed: Sequence[Metric],
) -> Mention | None:
    """A prior-year value, a part, or the second of 由…至 takes the metric of the figure it belongs to."""
    if not (stated or aside or reading.changes or whole == breakdown.WHOLE_BEFORE):
        return None
    figure = sentence.figures[index]
    lead = sentence.figures[chain_head(scene.clean, sentence.figures, index)]
    before = scene.clean[max(sentence.start, lead.reach_start - 16) : lead.reach_start]
    leads = scene.clean[max(sentence.start, lead.reach_start - 26) : lead.reach_start]
    if sentence.role != PLAN and (roles.runs_on(leads, year) or roles.adds_to(scene, sentence, index)):
        return _running_total(scene, sentence, figure, year, stated)
    role = roles.partner_role(leads) or ("part" if whole is not None else None)
    if (
        role is None
        and index
        and index not in sentence.paired
        and scene.clean[sentence.figures[index - 1].reach_end : figure.reach_start] in ("、", "和", "与")
    ):
        role = "list"
    if role is None and index and index not in sentence.paired and _is_next_item(scene, sentence, index, stated):
        role = "list"
    if role is None and index and figure.unit in _PAPERS:
        between = scene.clean[sentence.figures[index - 1].reach_end : figure.reach_start]
        role = "list" if _NEXT_TITLE.fullmatch(between) else None
    if role is None and is_aim(scene.clean, figure):
        role = "target"
    if role is None and index and figure.unit != "%" and _HAS_ITS_SHARE.search(before):
        role = "part"
    if (
        role in (None, "level after a change")
        and index
        and _ALL_OF_EACH.search(before)
        and _is_for_each(scene, sentence, index - 1)
    ):
        role = "sum of those before"
    if role is None or figure.value is None or (role == "other time" and _OWN_NAME.search(before)):
        return None
    if role in _OF_A_RISE and _rises_by_itself(scene, sentence, lead, stated + aside):
        return None
    if role == "part" and (_PRAISED.match(scene.clean, figure.reach_end) or _PRAISED_BEFORE.search(before)):
        return None
    if role == "part" and whole is not None and whole < index and _is_of_another_kind(scene, sentence, whole, index, stated):
        return None
    if role == "part" and whole is not None:
        candidates = _wholes(sentence, whole, figure, stated, reading)
    elif role == "level after a change":
        risen = [m for m in aside if m.quantity is sentence.figures[index - 1] and figure.unit in m.metric.spellings]
        if not risen:
            return _level(scene, sentence, index, year, reading)
        candidates = risen
    else:
        stated = aside if role == "own place" else stated + aside if sentence.role == PLAN else stated
        candidates = [m for m in stated if m.quantity.unit == figure.unit or figure.unit in m.metric.spellings]
        if role == "part":
            candidates = [m for m in candidates if m.value >= figure.value]
        if role == "list":
            candidates = [m for m in candidates if m.quantity is sentence.figures[index - 1]]
        if role == "done of what was planned":
            candidates = [m for m in candidates if m.period.basis == PLANNED]
        if role == "other time":
            near = {id(q) for q in sentence.figures[max(0, index - 3) : index]}
            candidates = [m for m in candidates if id(m.quantity) in near][-1:]
        if role == "present value" and figure.unit == "%" and _has_own_rate(scene, sentence, index):
            # 满意度升至97%、结案率升至98%: the second has a noun of its own.
            return None
        if role == "present value":
            start = _rise_start(scene, sentence, lead)
            if scene.clean[start : start + 1] not in ("由", "从") and _names_its_own(scene, sentence, index):
                return None
            neighbours = {id(q) for q in sentence.figures[max(0, index - 3) : index] if q.start >= start}
            candidates = [m for m in candidates if id(m.quantity) in neighbours]
        if role == "sum of those before":
            if len({m.period.year for m in stated}) > 1:
                return None
            candidates = [m for m in stated + aside if figure.unit in m.metric.spellings and m.value <= figure.value][-1:]
            of_kinds = of_their_sum(figure, stated, composed)
            candidates = candidates if of_kinds is None else of_kinds
    if role == "prior value" and not scene.clean.startswith(("（", "("), sentence.figures[max(0, index - 1)].reach_end):
        of_all = whole_told(scene, sentence, figure, candidates)
        candidates = [of_all] if of_all is not None else [m for m in candidates if m.scope == TOWNSHIP] or candidates
    earlier = [m for m in candidates if m.quantity.start < figure.start]
    partner = earlier[-1] if earlier else (candidates[0] if candidates else None)
    if partner is None or (role == "own place" and _counts_else(scene, figure, partner.quantity)):
        return None
    period = period_of(scene, sentence, lead, year, partner.metric.stock)
    if (role == "list" and id(figure) not in sentence.paired_years) or (
        role == "part" and period.rule != "part of the year" and not names_this_year(before, year)
    ):
        period = partner.period
    return mention_of(
        partner.metric,
        figure,
        sentence,
        period,
        PART if role == "part" or not period.whole else TOWNSHIP,
        (role, "as " + scene.clean[partner.quantity.start : partner.quantity.end]),
        role == "sum of those before",
    )


def _running_total(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None, stated: list[Mention]) -> Mention | None:
    """What the year's own figure before it counts, since some earlier year: 本年5次，2021年以来累计19次."""
    if figure.value is None:
        return None
    alike = [
        m
        for m in stated
        if m.quantity.end <= figure.start
        and m.period.basis == ACTUAL
        and (m.quantity.unit == figure.unit or figure.unit in m.metric.spellings)
        and (figure.unit == "%" or m.value <= figure.value)
        and not _closes_bracket(scene.clean, m.quantity.end, figure.reach_start)
    ]
    alone = len({m.metric.id for m in stated}) == 1
    if not alike or not (alone or _STOP.search(scene.clean, alike[-1].quantity.end, figure.reach_start) is None):
        return None
    partner = alike[-1]
    if partner.metric.stock:
        # 今年新增12名，累计127名: how many there are now
        return None
    if any(m.metric is partner.metric and m.period.year != partner.period.year for m in stated):
        # 今年15件，去年12件，两年共27件 adds up what is told already
        return None
    told = "as " + scene.clean[partner.quantity.start : partner.quantity.end]
    return mention_of(
        partner.metric, figure, sentence, Period(year, CUMULATIVE, True, "cumulative"), TOWNSHIP, ("running total", told)
    )


def _closes_bracket(clean: str, start: int, end: int) -> bool:
    """Whether a bracket that stands open at `start` is closed before `end`: 处罚21件（简易15件），四年累计74件."""
    closes = _FIRST_BRACKET.search(clean, start, end)
    return closes is not None and closes[0] in "）)"


def item_before_verb(scene: Scene, sentence: Sentence, index: int, stated: list[Mention]) -> Mention | None:
    """An item of a list whose verb stands behind the last one: 公务员22人、村干部31人参加了考试."""
    if not stated or index + 1 >= len(sentence.figures):
        return None
    figure, following = sentence.figures[index], sentence.figures[index + 1]
    between = scene.clean[figure.reach_end : following.reach_start]
    listed = between[:1] in _LISTING and len(between) <= LONGEST_ITEM and not _ITEM_BREAK.search(between)
    if not listed or figure.unit != following.unit or CLAUSE_COMMA.search(between):
        return None
    clause = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, figure.start) + 1 for mark in "，,；;：:"))
    if _SETS_APART.search(scene.clean, clause, following.reach_start):
        return None
    for last in stated:
        if last.quantity is following and (last.trace[0] == _BEFORE_VERB or _has_verb_behind(scene, last.match, following)):
            told = "as " + scene.clean[following.start : following.end]
            return mention_of(last.metric, figure, sentence, last.period, last.scope, (_BEFORE_VERB, told))
    return None


def _has_verb_behind(scene: Scene, match: Match | None, figure: Quantity) -> bool:
    """Whether what was done with what is counted stands behind the figure alone: 处罚卷20份、许可卷12份|接受评查."""
    behind = [token for token in match.words if token.start >= figure.reach_end] if match is not None else []
    if match is None or not behind:
        return False
    if any("objects" in token.word.groups and token.start == figure.reach_end for token in behind):
        # 警情40起、32起纠纷得到化解: the second has its noun to itself
        return False
    if _NOT_DONE.search(scene.clean, figure.reach_end, behind[0].start):
        return False
    return not any("actions" in token.word.groups and token.start < figure.start for token in match.words)


def _counts_else(scene: Scene, figure: Quantity, other: Quantity) -> bool:
    """Whether a noun stands behind the figure that is not the other's: 全县186个村……，我镇2个受检村."""
    clean = scene.clean
    if figure.unit not in _CLASSIFIERS or not scene.noun_follows(figure.reach_end):
        return False
    return clean[figure.reach_end : figure.reach_end + 1] != clean[other.reach_end : other.reach_end + 1]


def _is_for_each(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a number is told for each of several: 两个片区各设调解室1个."""
    figure = sentence.figures[index]
    before = scene.clean[max(sentence.start, figure.reach_start - LONGEST_ITEM) : figure.reach_start]
    return _FOR_EACH.search(before) is not None


def _has_own_rate(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a rate is named between the figure and the one before."""
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    end = sentence.figures[index].reach_start
    if _A_RATE.search(scene.clean, start, end):
        return True
    return any(
        start <= t.start < end and "rates" in t.word.groups for t in scene.tokens[sentence.first_token : sentence.last_token]
    )


def _is_next_item(scene: Scene, sentence: Sentence, index: int, stated: list[Mention]) -> bool:
    """Whether the figure is the next item of a list whose noun is told: 13个村、2个矿区社区; 述法：班子9名、站所长14名."""
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    last = next((m for m in reversed(stated) if m.quantity is before), None)
    if last is None or before.unit != figure.unit:
        return False
    between = scene.clean[before.reach_end : figure.reach_start]
    if between[:1] in _SEMICOLONS and last.match is not None and last.match.words:
        # 法律顾问配备情况：行政村10个；社区3个
        noun = last.match.words[0]
        return noun.end == before.reach_start and any(
            token.start == before.reach_end + 1 and token.end == figure.reach_start and token.word.sets & noun.word.sets
            for token in scene.tokens[sentence.first_token : sentence.last_token]
        )
    if len(between) > LONGEST_ITEM or _ITEM_BREAK.search(between):
        return False
    if not _ITEM_JOINT.search(between) and not _is_its_noun(last, before, figure):
        return False
    if between[:1] in _LISTING and _has_like_noun(scene, sentence, last, figure):
        return True
    if "、" in between and _stands_in_row(scene, sentence, before, last):
        return True
    beside = [token.word.sets for token in last.match.words if token.start == before.reach_end] if last.match else []
    return bool(beside) and any(
        token.word.sets & beside[0]
        and figure.reach_end <= token.start <= figure.reach_end + _MODIFIER
        and not ("places" in token.word.groups and only_some(scene.clean, figure, token, []))
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )


def _has_like_noun(scene: Scene, sentence: Sentence, last: Mention, figure: Quantity) -> bool:
    """Whether nouns of one vocabulary stand right before both numbers: 走访规上企业26家、小微企业48家."""
    words = last.match.words if last.match is not None else []
    if len(words) < 2 or words[0].end != last.quantity.reach_start:
        return False
    return any(
        last.quantity.reach_end < token.start and token.end == figure.reach_start and token.word.sets & words[0].word.sets
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )


def _is_its_noun(mention: Mention, figure: Quantity, following: Quantity) -> bool:
    """Whether nothing but the figure's own noun stands before the next one: 9个村2个居委会."""
    words = mention.match.words if mention.match is not None else ()
    return any(token.start == figure.reach_end and token.end == following.reach_start for token in words)


def _stands_in_row(scene: Scene, sentence: Sentence, figure: Quantity, mention: Mention) -> bool:
    """Whether the figure is an item of a row behind a colon, before which its noun stands."""
    colon = scene.clean.rfind("：", sentence.start, figure.start)
    if colon < 0 or _ITEM_BREAK.search(scene.clean, colon, figure.start):
        return False
    if mention.match is None:
        return mention.trace[0] == "list"
    return figure.start - colon <= LONGEST_ITEM and all(token.end <= colon for token in mention.match.words)


def _is_of_another_kind(scene: Scene, sentence: Sentence, whole: int, index: int, stated: list[Mention]) -> bool:
    """Whether a part has a noun that bounds the whole's: 15个村，其中省级民主法治示范村2个、市级5个 are no villages of a kind."""
    told = next((m.match for m in stated if m.quantity is sentence.figures[whole] and m.match is not None), None)
    if told is None:
        return False
    heads = {token.word.text[-1] for token in told.words if token.word.groups}
    while index > max(whole, 0):
        start = sentence.figures[index - 1].reach_end
        words = [
            token.word
            for token in scene.tokens[sentence.first_token : sentence.last_token]
            if start <= token.start and token.end <= sentence.figures[index].reach_start and token.word.groups
        ]
        if words:
            return any(word.bounds and word.text[-1] in heads for word in words)
        if sentence.figures[index].reach_start - start > _ONLY_LEVEL:
            return False
        index -= 1
    return False


def _names_its_own(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a word of the library stands between the figure and the one before: 取证4名，执法队伍壮大到22人."""
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    tokens = scene.tokens[sentence.first_token : sentence.last_token]
    end = sentence.figures[index].start
    return any(token.word.groups and _TIMES not in token.word.groups and start <= token.start < end for token in tokens)


def _rise_start(scene: Scene, sentence: Sentence, figure: Quantity) -> int:
    """Where the change that ends at the figure begins: 由9名减至7名 speaks of nothing before its 由."""
    floor = max(sentence.start, figure.reach_start - _LONGEST_RISE)
    return max(floor, *(scene.clean.rfind(word, floor, figure.reach_start) for word in ("由", "从")))


def _rises_by_itself(scene: Scene, sentence: Sentence, figure: Quantity, stated: list[Mention]) -> bool:
    """Whether what rose is named before 由 and counted by no metric: 事项清单由去年的64项精简到51项."""
    clean, start = scene.clean, _rise_start(scene, sentence, figure)
    if clean[start : start + 1] not in ("由", "从"):
        return False
    clause = max(sentence.start, *(clean.rfind(mark, sentence.start, start) + 1 for mark in "，,；;。：:（("))
    return start - clause >= _LONG_NAME and not any(mention.quantity.start >= clause for mention in stated)


def _level(scene: Scene, sentence: Sentence, index: int, year: int | None, reading: Reading) -> Mention | None:
    """The value that a change led to: 较去年增加3次，达到11次."""
    figure = sentence.figures[index]
    change = reading.changes[-1] if reading.changes else None
    if index == 0 or change is None or change.quantity is not sentence.figures[index - 1] or figure.value is None:
        return None
    metric = change.metric
    if figure.unit not in metric.spellings:
        return None
    return mention_of(
        metric,
        figure,
        sentence,
        period_of(scene, sentence, figure, year, metric.stock),
        TOWNSHIP,
        ("level after a change", "as " + scene.clean[change.start : change.end]),
    )


def _wholes(sentence: Sentence, whole: int, part: Quantity, stated: list[Mention], reading: Reading) -> list[Mention]:
    """The mentions of the figure that a part belongs to: one of this sentence, or what a sentence before has counted."""
    if whole == breakdown.WHOLE_BEFORE:
        wholes = [reading.whole_before] if reading.whole_before is not None else []
    else:
        wholes = [m for m in stated if m.quantity is sentence.figures[whole]]
    fitting = [m for m in wholes if part.unit in (m.quantity.unit, *m.metric.spellings)]
    return [m for m in fitting if part.value is None or part.value <= m.value or m.qualifier != "exact"]


def _whole_before(sentence: Sentence, parts: list[Quantity], reading: Reading) -> Mention | None:
    """What the sentence breaks down (按类型分，邻里50件、婚姻40件): the nearest count before that its parts fit into."""
    unit = parts[0].unit
    together = sum((q.value for q in parts if q.value is not None and q.unit == unit), Decimal(0))
    floor = sentence.carry_floor if sentence.led < 0 else min(sentence.carry_floor, sentence.led - _LEAD_IN_REACH)
    nearest: Mention | None = None
    for mention in reversed(reading.mentions):
        if mention.quantity.start < floor or (nearest is not None and mention.sentence is not nearest.sentence):
            break
        fits = unit in (mention.quantity.unit, *mention.metric.spellings) and mention.value >= together
        if fits and mention.scope == TOWNSHIP and not mention.period.rule:
            if breakdown.is_same_count(mention.quantity, parts[0]):
                return mention
            # 援助32件，咨询416人次。其中农民工15件: what is counted alike, though it stands farther off
            nearest = nearest or mention
    return nearest


def _things(match: Match) -> int:
    """How many nouns of what is counted a match holds."""
    return sum("objects" in token.word.groups for token in match.words)


def repeats_whole(
    scene: Scene, sentence: Sentence, whole: int, part: Quantity, match: Match, stated: list[Mention], reading: Reading
) -> bool:
    """Whether a part's own words say no more than what its whole counts: 化解纠纷187起，其中邻里纠纷70起."""
    for mention in _wholes(sentence, whole, part, stated, reading):
        if mention.metric.category == "disputes" and match.metric.category == "enforcement" and len(match.words) == 1:
            # 调处纠纷41件。其中重大的3件、一般的38件
            return not match.carried
        if mention.match is not None:
            if _things(match) < _things(mention.match):
                # 对规范性文件、合同开展审查90件，其中合同审查71件: one of the kinds that the whole names
                return False
            named = frozenset().union(*(token.word.sets for token in mention.match.words))
            if mention.metric.category == match.metric.category:
                # 调解点已成功调解纠纷3起: the noun stands there, though the match goes by who did it
                stretch = slice(
                    bisect_left(scene.token_starts, mention.match.start), bisect_left(scene.token_starts, mention.quantity.start)
                )
                named = named.union(*(token.word.sets for token in scene.tokens[stretch]))
            return match.metric.id != mention.metric.id and all(token.word.sets & named for token in match.words)
    return False
