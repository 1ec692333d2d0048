"""What a part is a part of (处罚21件，其中简易15件), and whether its own words tell of something else."""

from bisect import bisect_left
from decimal import Decimal
from itertools import accumulate
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import breakdown
from extract.matching.channels import names_channel
from extract.matching.match import Match
from extract.matching.readings import Mention, Reading
from extract.matching.scene import Scene, Sentence
from extract.tables import TOWNSHIP

#: how far before the lead-in of a list the count stands that its lines break down
_LEAD_IN_REACH = 48
#: 、市级5个: what leaves its noun to the part before
_ONLY_LEVEL = 4
#: 评查案卷12卷，其中1卷获评优秀: what was praised is no kind of what was counted
_PRAISED = regex("(?:被|获|均)?(?:获评|评为|评定为|入选|荣获|获奖|获得|表彰)")
_PRAISED_BEFORE = regex(
    "(?:被|获|均)?(?:获评|评为|评定为|评成|定为|入选|荣获|获奖|获得)[^，,。；;0-9]{0,8}$|优秀(?:案卷|卷宗|等次|档次)?的?$"
    # 今年新调入2人: nor who came or left
    # 拟修改其中2份: nor what was then done with some
    "|(?:修改|修订|废止|失效|移交|移送|退回|抽取|选取|挑选|推荐|上报)了?其中的?$"
    # 防止民转刑2件
    "|(?:防止|避免|制止|杜绝|预防|阻止|防范)[^，,。；;、0-9]{0,10}$"
    # 退回重拟3份
    "|(?:退[回改]|打回|否决|不予通过|未通过|没通过)[^，,。；;、0-9]{0,4}$"
    "|(?:新?调[入出离走]|新?招[录聘考]|新?录用|退休|辞职|离职|离岗|转岗|借调|退出|划转|转隶)了?$"
)

#: 立案撤销6件: nor what was withdrawn; a suit withdrawn was a suit all the same
_WITHDRAWN_BEFORE = regex("(?:撤销|撤案|销案|不予(?:立案|处罚)|免[予于]?处?罚|不罚|撤回|终止|撤诉)(?:案件)?$")
_PENALTIES, _CASES = "penalty_cases", "enforcement_cases"
_SUITS = frozenset(("administrative_reconsiderations", "administrative_litigations"))
#: 专题研究5次，其中与信访工作一并研究的2次: what it went together with is no kind of its own
_TOGETHER_WITH = regex(
    "[与同和跟随连][^，,。；;、：:0-9]{1,14}?(?:一并|一起|一同|一道|同步|合并|合在一起|联合|结合|套开|同会|同时)"
)


def parts_in(scene: Scene, sentence: Sentence, year: int | None, reading: Reading) -> dict[int, int]:
    """The sentence's parts and what each is a part of; a breakdown that opens it needs a whole in the sentences before."""
    parts = breakdown.parts_of(scene, sentence, year)
    if breakdown.WHOLE_BEFORE in parts.values():
        among = [sentence.figures[part] for part, whole in parts.items() if whole == breakdown.WHOLE_BEFORE]
        reading.whole_before = _whole_before(sentence, among, reading)
        if reading.whole_before is None:
            return {part: whole for part, whole in parts.items() if whole != breakdown.WHOLE_BEFORE}
    return parts


def _whole_before(sentence: Sentence, parts: list[Quantity], reading: Reading) -> Mention | None:
    """What the sentence breaks down (按类型分，邻里50件、婚姻40件): the nearest count before that its parts fit into."""
    unit = parts[0].unit
    sums = list(accumulate((q.value for q in parts if q.value is not None and q.unit == unit), initial=Decimal(0)))
    together = sums[-1]
    floor = sentence.carry_floor if sentence.led < 0 else min(sentence.carry_floor, sentence.led - _LEAD_IN_REACH)
    nearest: Mention | None = None
    for mention in reversed(reading.mentions):
        if mention.quantity.start < floor or (nearest is not None and mention.sentence is not nearest.sentence):
            break
        # 登记186件。按类型分，邻里87件，婚姻99件；按层级分，村级150件，镇级36件: the first way adds up to it
        fits = unit in (mention.quantity.unit, *mention.metric.spellings) and (
            mention.value >= together or mention.value in sums[2:]
        )
        if fits and mention.scope == TOWNSHIP and not mention.period.rule:
            if breakdown.is_same_count(mention.quantity, parts[0]):
                return _all_of_it(mention, min(together, mention.value), reading)
            # 援助32件，咨询416人次。其中农民工15件: what is counted alike, though it stands farther off
            nearest = nearest or mention
    return nearest


def _all_of_it(nearest: Mention, together: Decimal, reading: Reading) -> Mention:
    """What the parts add up to, if the sentence of the nearest count has told it: 登记236件，化解232件."""
    if nearest.value == together:
        return nearest
    for mention in reversed(reading.mentions):
        if mention.quantity.start < nearest.sentence.start:
            break
        alike = mention.sentence is nearest.sentence and breakdown.is_same_count(mention.quantity, nearest.quantity)
        if alike and mention.value == together and mention.scope == TOWNSHIP and not mention.period.rule:
            return mention
    return nearest


def wholes_of(sentence: Sentence, whole: int, part: Quantity, stated: list[Mention], reading: Reading) -> list[Mention]:
    """The mentions of the figure that a part belongs to: one of this sentence, or what a sentence before has counted."""
    if whole == breakdown.WHOLE_BEFORE:
        before = reading.whole_before
        wholes = [before] if before is not None else []
        if before is not None and part.unit not in (before.quantity.unit, *before.metric.spellings):
            # 培训9期，参训1020人次，具体为：⏎①镇村干部4期、460人次
            wholes = [m for m in reading.mentions if m.sentence is before.sentence and m.scope == TOWNSHIP]
    else:
        wholes = [m for m in stated if m.quantity is sentence.figures[whole]]
    fitting = [m for m in wholes if part.unit in (m.quantity.unit, *m.metric.spellings)]
    return [m for m in fitting if part.value is None or part.value <= m.value or m.qualifier != "exact"]


def all_of_parts(sentence: Sentence, whole: int, parts: dict[int, int], stated: list[Mention]) -> list[Mention]:
    """What the parts add up to, if it is not the nearest count: 受理186件，化解182件，其中邻里86件、婚姻100件."""
    figures = sentence.figures
    nearest = figures[whole]
    among = [figures[part] for part, of in parts.items() if of == whole and figures[part].unit == nearest.unit]
    together = sum((q.value for q in among if q.value is not None), Decimal(0))
    if len(among) < 2 or together == nearest.value:
        return []
    return [m for m in stated if m.value == together and m.quantity.start < nearest.start and m.quantity.unit == nearest.unit]


def _things(match: Match) -> int:
    """How many nouns of what is counted a match holds."""
    return sum("objects" in token.word.groups for token in match.words)


def _is_more_general(metric: Metric, whole: Metric) -> bool:
    """Whether what is counted as `whole` counts as `metric` too, so that a part of it needs no verb to be of the whole's kind."""
    if whole.category == "disputes":
        return metric.id in whole.also
    return whole.id == _PENALTIES and metric.id == _CASES


def _is_what_it_is_about(match: Match, whole: Metric) -> bool:
    """Whether a part only names what some of the counted were about: 法律援助58件，其中劳动争议纠纷30件 are still aid."""
    metric = match.metric
    return (
        metric.category == "disputes"
        and metric.id != whole.id
        and not (match.carried or metric.id in whole.also or whole.id in metric.also)
        and _is_bare_noun(match)
    )


def _is_bare_noun(match: Match) -> bool:
    """Whether a match says no more than what is counted."""
    return all("objects" in token.word.groups and "actions" not in token.word.groups for token in match.words)


def repeats_whole(
    scene: Scene, sentence: Sentence, whole: int, part: Quantity, match: Match, stated: list[Mention], reading: Reading
) -> bool:
    """Whether a part's own words say no more than what its whole counts: 化解纠纷187起，其中邻里纠纷70起."""
    for mention in wholes_of(sentence, whole, part, stated, reading):
        if names_channel(match, mention.metric):
            return True
        if mention.metric.category == "disputes" and match.metric.category == "enforcement" and len(match.words) == 1:
            # 调处纠纷41件。其中重大的3件、一般的38件
            return not match.carried
        if _is_what_it_is_about(match, mention.metric):
            return True
        if not match.carried and _is_more_general(match.metric, mention.metric) and _is_bare_noun(match):
            # 调解案件154件，其中邻里争执61件: the verb that makes it another metric stands before the whole alone
            return True
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


def is_of_another_kind(scene: Scene, sentence: Sentence, whole: int, index: int, stated: list[Mention]) -> bool:
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
            together = _TOGETHER_WITH.search(scene.clean, start, sentence.figures[index].reach_start)
            return together is None and any(word.bounds and word.text[-1] in heads for word in words)
        if sentence.figures[index].reach_start - start > _ONLY_LEVEL:
            return False
        index -= 1
    return False


def is_set_apart(scene: Scene, figure: Quantity, before: str, wholes: list[Mention]) -> bool:
    """Whether what is called a part is no kind of the whole: 评查案卷12卷，其中1卷获评优秀; 立案15件，其中撤销6件."""
    if _PRAISED.match(scene.clean, figure.reach_end) or _PRAISED_BEFORE.search(before):
        return True
    return _WITHDRAWN_BEFORE.search(before) is not None and not any(whole.metric.id in _SUITS for whole in wholes)
