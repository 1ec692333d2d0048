"""Figures without words of their own: earlier years' values, parts and levels take the metric of the figure beside them."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching import breakdown, roles
from extract.matching.beside import HONOURED
from extract.matching.breakdown import LONGEST_ITEM
from extract.matching.named_only import is_newly_certified
from extract.matching.named_years import names_this_year
from extract.matching.next_items import is_next_item, is_next_title
from extract.matching.parts_of_wholes import all_of_parts, is_of_another_kind, is_set_apart, wholes_of
from extract.matching.periods import Period, period_of
from extract.matching.plans import is_aim, meant_before, was_set_at_first
from extract.matching.readings import Mention, Told, mention_of
from extract.matching.rises import has_own_rate, level_reached, names_its_own, rise_start, rises_by_itself
from extract.matching.running_totals import running_total
from extract.matching.scene import Scene, Sentence
from extract.matching.sums import of_their_sum
from extract.matching.territory import chain_head
from extract.matching.wholes import whole_told
from extract.report.model import PLAN
from extract.tables import PART, PLANNED, TOWNSHIP

#: 劳资类占21件; 灵溪站占了2900件
_HAS_ITS_SHARE = regex(
    r"占(?:了|到|去|有|据)?$"
    # 仅岸湾大集就去了19场; 向阳社区一家就派了620件
    r"|(?:[，,](?:仅|光|单是|单)[^，,。；;0-9]{1,14}?|[^，,。；;0-9](?:一家|一村|一地|一处|一项|类的?|方面的?))就[^，,。；;0-9]{0,5}$"
)
#: 各设调解室1个，共3个
_ALL_OF_EACH = regex(r"[，,、](?:总)?共(?:有|计)?$")
_FOR_EACH = regex(r"[各均都](?!项|类|级|种|村|位|方|界|地)[^，,。；;]*$")
_CLASSIFIERS = frozenset(("个", "项"))
#: 机关的“法条微课堂”全年开了34期: what has a name of its own is counted for itself
_OWN_NAME = regex('[”"》](?:[全今本当]年|年内|[上下]半年|一年)[^，,。；;：:“”]{0,6}$')
#: what was meant to be of what is told before: 活动58场，年初定下的是50场
_SET_AT_FIRST = "target"
_HOLDERS, _OBTAINED = "enforcement_certificate_holders", "enforcement_certificates_obtained"
_BY_NOW = regex("(?:如今|现在|现下|眼下|目前|现)[已有共为是达又则经]*$")
#: 傣文的2100份，汉文的|5600份
_ITEM_OF = regex("[，、；：:](?!其[中余他])[^，,。；;、：:0-9没未不再又还另]{1,8}的$")
#: how far behind a count stands what it was the year before
_BESIDE = 16
_OF_A_RISE = ("prior value", "present value")
#: what a part was in another year is no whole either
_TIMES = ("prior value", "other time")


def partner_of(so_far: Told, index: int, whole: int | None) -> Mention | None:
    """A prior-year value, a part, or the second of 由…至 takes the metric of the figure it belongs to."""
    stated, aside, reading = so_far.stated, so_far.aside, so_far.reading
    if not (stated or aside or reading.changes or whole == breakdown.WHOLE_BEFORE):
        return None
    scene, sentence, year = so_far.scene, so_far.sentence, so_far.year
    figure = sentence.figures[index]
    lead = sentence.figures[chain_head(scene.clean, sentence.figures, index)]
    before = scene.clean[max(sentence.start, lead.reach_start - 16) : lead.reach_start]
    leads = scene.clean[max(sentence.start, lead.reach_start - 26) : lead.reach_start]
    if sentence.role != PLAN and (roles.runs_on(leads, year) or roles.adds_to(scene, sentence, index)):
        return running_total(scene, sentence, figure, year, stated)
    # 纠纷97件。上半年46件，下半年51件: the time is another one, the whole stands before
    of_year = whole == breakdown.WHOLE_BEFORE and sentence.part_year
    role = None if of_year else roles.partner_role(leads)
    if role is None and sentence.meant and meant_before(scene, sentence, index):
        role = "done of what was planned"
    if role is None and index and index not in sentence.paired and was_set_at_first(before):
        role = _SET_AT_FIRST
    if role == "other time" and index and reading.changes and reading.changes[-1].quantity is sentence.figures[index - 1]:
        # 信访事项同比下降12%，全年共56件: nothing else tells what is counted
        role = role if stated else "level after a change"
    role = role or ("part" if whole is not None else _role_by_place(scene, sentence, index, stated, before))
    if (
        role in (None, "level after a change")
        and index
        and _ALL_OF_EACH.search(before)
        and _is_for_each(scene, sentence, index - 1)
    ):
        role = "sum of those before"
    if role is None or figure.value is None or (role == "other time" and _OWN_NAME.search(before)):
        return None
    if role in _OF_A_RISE and rises_by_itself(scene, sentence, lead, stated + aside):
        return None
    of_whole = wholes_of(sentence, whole, figure, stated, reading) if role == "part" and whole is not None else []
    if role == "part" and whole is not None and whole >= 0 and index in so_far.parts:
        of_whole = all_of_parts(sentence, whole, so_far.parts, stated) or of_whole
    if role == "part" and is_set_apart(scene, figure, before, of_whole):
        return None
    if role == "part" and whole is not None and whole < index and is_of_another_kind(scene, sentence, whole, index, stated):
        return None
    if role == "part" and whole is not None:
        candidates = of_whole
    elif role == "level after a change":
        candidates = [m for m in aside if m.quantity is sentence.figures[index - 1] and figure.unit in m.metric.spellings]
        if not candidates:
            return level_reached(scene, sentence, index, year, reading)
    else:
        told = aside if role == "own place" else stated + aside if sentence.role == PLAN else stated
        candidates = _candidates(so_far, index, lead, role, told)
    if role == "prior value" and _is_of_unread(so_far, index):
        return None
    if role == "prior value" and not scene.clean.startswith(("（", "("), sentence.figures[max(0, index - 1)].reach_end):
        of_all = whole_told(scene, sentence, figure, candidates)
        candidates = [of_all] if of_all is not None else [m for m in candidates if m.scope == TOWNSHIP] or candidates
    earlier = [m for m in candidates if m.quantity.start < figure.start]
    partner = earlier[-1] if earlier else (candidates[0] if candidates else None)
    if partner is None or (role == "own place" and _counts_else(scene, sentence, figure, partner.quantity)):
        return None
    period = period_of(scene, sentence, lead, year, partner.metric.stock)
    if role == _SET_AT_FIRST and period.basis != PLANNED:
        period = Period(year, PLANNED, True, "planned")
    if (role == "list" and id(figure) not in sentence.paired_years) or (
        role == "part" and period.rule != "part of the year" and not names_this_year(before, year)
    ):
        period = partner.period
    was_part = role in _TIMES and partner.scope == PART and period.year != partner.period.year
    metric = partner.metric
    if role == "part" and metric.id == _HOLDERS and is_newly_certified(scene, sentence, figure):
        metric, role = so_far.library.library.metrics.get(_OBTAINED, metric), "new certificates"
    return mention_of(
        metric,
        figure,
        sentence,
        period,
        PART if role == "part" or not period.whole or was_part else TOWNSHIP,
        (role, "as " + scene.clean[partner.quantity.start : partner.quantity.end]),
        role == "sum of those before",
    )


def _role_by_place(scene: Scene, sentence: Sentence, index: int, stated: list[Mention], before: str) -> str | None:
    """What the figure is to the one before by where it stands, and not by a word that says so."""
    figure = sentence.figures[index]
    if index and index not in sentence.paired:
        between = scene.clean[sentence.figures[index - 1].reach_end : figure.reach_start]
        if between in ("、", "和", "与") or is_next_item(scene, sentence, index, stated):
            return "list"
        if figure.unit == sentence.figures[index - 1].unit and _ITEM_OF.fullmatch(between) is not None:
            first = sentence.figures[index - 1].reach_start
            if _ITEM_OF.search(scene.clean, max(sentence.start, first - _BESIDE), first) is not None:
                return "list"
    if index and is_next_title(scene, sentence.figures[index - 1], figure):
        return "list"
    if is_aim(scene.clean, figure):
        return "target"
    return "part" if index and figure.unit != "%" and _HAS_ITS_SHARE.search(before) else None


def _candidates(so_far: Told, index: int, lead: Quantity, role: str, told: list[Mention]) -> list[Mention]:
    """What of all that is told a figure of this role may belong to."""
    scene, sentence = so_far.scene, so_far.sentence
    figure = sentence.figures[index]
    if figure.value is None:
        return []
    if role == "sum of those before":
        if len({m.period.year for m in told}) > 1:
            return []
        of_kinds = of_their_sum(figure, told, so_far.library.composed)
        if of_kinds is not None:
            return of_kinds
        before = [m for m in told + so_far.aside if m.quantity.start < figure.start]
        return [m for m in before if figure.unit in m.metric.spellings and m.value <= figure.value][-1:]
    alike = [m for m in told if m.quantity.unit == figure.unit or figure.unit in m.metric.spellings]
    if role == "part":
        return [m for m in alike if m.value >= figure.value]
    if role == "list":
        return [m for m in alike if m.quantity is sentence.figures[index - 1]]
    if role == "done of what was planned":
        return [m for m in alike if m.period.basis == PLANNED]
    if role == _SET_AT_FIRST and not is_aim(scene.clean, figure):
        return [m for m in alike if m.quantity is sentence.figures[index - 1]]
    if role == "other time":
        near = {id(q) for q in sentence.figures[max(0, index - 3) : index]}
        if _BY_NOW.search(
            scene.clean, max(sentence.start, sentence.figures[index].reach_start - _BESIDE), sentence.figures[index].reach_start
        ):
            # 原有8名，今年新考取4名，现有12名: what there is by now is of what there was
            alike = [m for m in alike if m.metric.stock and m.period.basis != PLANNED]
        return [m for m in alike if id(m.quantity) in near][-1:]
    return _risen(scene, sentence, index, lead, alike) if role == "present value" else alike


def _risen(scene: Scene, sentence: Sentence, index: int, lead: Quantity, alike: list[Mention]) -> list[Mention]:
    """Of these, what went up or down to the figure."""
    if sentence.figures[index].unit == "%" and has_own_rate(scene, sentence, index):
        # 满意度升至97%、结案率升至98%: the second has a noun of its own.
        return []
    start = rise_start(scene, sentence, lead)
    if scene.clean[start : start + 1] not in ("由", "从") and names_its_own(scene, sentence, index):
        return []
    neighbours = {id(q) for q in sentence.figures[max(0, index - 3) : index] if q.start >= start}
    return [m for m in alike if id(m.quantity) in neighbours]


def _is_of_unread(so_far: Told, index: int) -> bool:
    """Whether the clause right before counts what nothing has read: 人员20名，18名留任，|比上年的14名多."""
    scene, figures = so_far.scene, so_far.sentence.figures
    place = chain_head(scene.clean, figures, index) - 1
    if place < 1 or place in so_far.parts or figures[place].unit != figures[index].unit or not figures[place].value:
        return False
    between = scene.clean[figures[place].reach_end : figures[place + 1].reach_start]
    opens = scene.clean[figures[place].reach_start - 1]
    if len(between) > _BESIDE or between.count("，") != 1 or opens not in "，," or id(figures[place]) in so_far.reading.reasons:
        return False
    told, then = figures[place - 1].value, figures[index].value
    if told is not None and then is not None and index + 1 < len(figures) and abs(told - then) == figures[index + 1].value:
        # 讲座20场，12场在校园，比去年的16场多4场: the amount tells that last year's is of the whole
        return False
    return all(mention.quantity is not figures[place] for mention in so_far.stated)


def _counts_else(scene: Scene, sentence: Sentence, figure: Quantity, other: Quantity) -> bool:
    """Whether the figure counts another noun, or a few who won something: 我镇2个受检村; 我镇3人获表彰."""
    clean = scene.clean
    if HONOURED.match(clean, figure.reach_end, sentence.end) is not None:
        return True
    if figure.unit not in _CLASSIFIERS or not scene.noun_follows(figure.reach_end):
        return False
    return clean[figure.reach_end : figure.reach_end + 1] != clean[other.reach_end : other.reach_end + 1]


def _is_for_each(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a number is told for each of several: 两个片区各设调解室1个."""
    figure = sentence.figures[index]
    before = scene.clean[max(sentence.start, figure.reach_start - LONGEST_ITEM) : figure.reach_start]
    return _FOR_EACH.search(before) is not None
