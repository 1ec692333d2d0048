"""From mentions to one observation per metric and year of one report (the codebook's rule 8)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from re import compile as regex

from extract.library.model import Metric
from extract.matching.readings import Mention
from extract.matching.scene import Scene
from extract.tables import ACTUAL, TOWNSHIP

SINGLE, REPEATED, TOTAL, SUM, PART, RESTATED, ZERO, CONFLICT = (
    "single",
    "repeated",
    "total",
    "sum",
    "part",
    "restated",
    "zero",
    "conflict",
)
_EXACTNESS = {"exact": 0, "about": 1, "nearly": 2, "over": 3}
#: up to here the same number comes twice by chance
_FEW = 20
#: what the trace of a cell of a table says
_CELL = "table cell"
_PROCEDURE = regex("简易|普通程序|一般程序|当场处罚|快速办理")
_CLAUSE_START = "，,。；;：:！!？?\n|"
#: words of a clause that do not narrow what it counts
_PLAIN = regex(
    # 2024年，今年以来，截至目前
    r"[0-9]{4}年(?:度|全年)?|今年以来|一年来|今年|本年度?|全年|年内|截至目前|目前"
    # 我镇, 全镇, 镇里
    r"|我[镇乡办所]|我街道|全[镇乡]|全街道|本[镇乡]|镇里"
    # 先后成功化解各类……, 累计开展……
    r"|共计|总计|合计|累计|一共|共|先后|成功|有效|及时|各类|各种|各项|开展|组织|举办|召开|进行|实施|完成"
    # 达到近……余件
    r"|达到|达|约为|约|近|超过|超|均|为|有|是|的|了|已|现|人民调解委员会|调委会|司法所|等|起|件|次|场|余|多|其中|对|和|及|与|、|于|并"
)


@dataclass(slots=True)
class Observation:
    """The value of one metric in one year, with the mentions it came from; `deciding` is the one it points at."""

    metric: Metric
    year: int | None
    value: Decimal
    high: Decimal | None
    qualifier: str
    unit: str
    scope: str
    resolution: str
    mentions: tuple[Mention, ...]
    deciding: Mention


class MetricOrder:
    """The metrics of one library in their order, and those that other metrics add up to."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = tuple(metrics)
        self._places = {metric.id: place for place, metric in enumerate(self._metrics)}
        self._composed = [place for place, metric in enumerate(self._metrics) if metric.parts]

    def concerned(self, stated: Iterable[str]) -> list[Metric]:
        """The metrics that may have a value when those in `stated` are."""
        return [self._metrics[place] for place in sorted({*self._composed, *(self._places[name] for name in stated)})]


def observe(scene: Scene, mentions: Iterable[Mention], report_year: int | None, order: MetricOrder) -> list[Observation]:
    """The observations of one report, in the order of the library's metrics, then years."""
    groups: dict[tuple[str, int | None], list[Mention]] = {}
    for mention in mentions:
        if mention.period.basis == ACTUAL:
            groups.setdefault((mention.metric.id, mention.period.year), []).append(mention)
    years = sorted({year for _, year in groups}, key=lambda year: (year is None, year or 0))
    observations: list[Observation] = []
    for metric in order.concerned(name for name, _ in groups):
        for year in years:
            group = groups.get((metric.id, year))
            if group is None and not metric.parts:
                continue
            found = _of_group(scene, metric, year, group) if group else _from_parts(metric, year, groups)
            if year != report_year:
                for observation in found:
                    if observation.resolution != CONFLICT:
                        observation.resolution = RESTATED
            observations.extend(found)
    return observations


def _of_group(scene: Scene, metric: Metric, year: int | None, group: list[Mention]) -> list[Observation]:
    """What the mentions of one metric and year come to; what only rounds another of them repeats it."""
    rounded = _rounded(scene, metric, group)
    if not rounded:
        return _resolve(scene, metric, year, group)
    left_out = set(map(id, rounded))
    found = _resolve(scene, metric, year, [mention for mention in group if id(mention) not in left_out])
    if len(found) == 1:
        found[0].mentions += tuple(rounded)
        found[0].resolution = REPEATED if found[0].resolution == SINGLE else found[0].resolution
    return found


def _resolve(scene: Scene, metric: Metric, year: int | None, group: list[Mention]) -> list[Observation]:
    if len(group) == 1:
        return [_one(metric, year, group[0], ZERO if group[0].value == 0 else SINGLE, group)]
    comparable = [m for m in group if m.unit == metric.unit] or _of_one_unit(group)
    whole = [m for m in comparable if m.period.whole] or comparable
    wide = [m for m in whole if m.scope == TOWNSHIP]
    parts = [m for m in whole if m.scope != TOWNSHIP]
    summed = _sums_of_parts(comparable)
    if len(summed) == 1 and summed[0].value >= max(m.value for m in whole):
        return [_one(metric, year, summed[0], TOTAL, whole)]
    if not wide:
        return [_combined(metric, year, _without_repeats(scene, parts))]
    values = list(dict.fromkeys((m.value, m.high) for m in wide))
    if len(values) == 1:
        deciding = min(wide, key=lambda m: (_EXACTNESS[m.qualifier], m.quantity.start))
        resolution = REPEATED if len(wide) > 1 else TOTAL if parts else SINGLE
        if len(wide) > 1 and metric.combine == "sum" and len(distinct := _without_repeats(scene, wide)) > 1:
            return [_combined(metric, year, distinct)]
        return [_one(metric, year, deciding, ZERO if deciding.value == 0 else resolution, whole)]
    totals = [m for m in wide if m.total]
    largest = max(wide, key=lambda m: m.value)
    distinct = _without_repeats(scene, wide)
    if totals and len({m.value for m in totals}) == 1 and totals[0].value >= largest.value:
        others = sum((m.value for m in distinct if m.value != totals[0].value), Decimal(0))
        if metric.combine != "sum" or totals[0].value == others or _is_plain(scene, totals[0]):
            return [_one(metric, year, totals[0], TOTAL, whole)]
    plain = [m for m in distinct if _is_plain(scene, m)]
    rivals = _rivals(scene, metric, plain)
    if rivals:
        return [_one(metric, year, m, CONFLICT, [m]) for m in _first_of_each_value(rivals)]
    if metric.unit == "%" or (metric.stock and metric.combine != "sum"):
        if _in_one_sentence(distinct):
            return [_one(metric, year, largest, PART, whole)]
        return [_one(metric, year, m, CONFLICT, [m]) for m in _first_of_each_value(distinct)]
    if metric.combine != "sum" and len(plain) == 1 and plain[0].value >= largest.value:
        return [_one(metric, year, plain[0], TOTAL, whole)]
    return [_combined(metric, year, distinct)]


def _rounded(scene: Scene, metric: Metric, group: list[Mention]) -> list[Mention]:
    """The mentions that tell roughly what another tells exactly: 近三百起, 百余宗 beside 全年共296起, 112宗."""
    rough = [mention for mention in group if mention.qualifier != "exact" and mention.value]
    if not rough:
        return []
    exact = sorted((mention for mention in group if mention.qualifier == "exact"), key=lambda mention: mention.value)
    values = [mention.value for mention in exact]
    found = []
    for mention in rough:
        step = Decimal(1).scaleb(mention.value.normalize().as_tuple().exponent)  # type: ignore[arg-type]
        low = mention.value if mention.qualifier == "over" else mention.value - step
        high = mention.value if mention.qualifier == "nearly" else mention.value + step
        near = exact[bisect_left(values, low) : bisect_right(values, high)]
        if any(_is_same_count(scene, metric, mention, other) for other in near[:_FEW]):
            found.append(mention)
    return found


def _is_same_count(scene: Scene, metric: Metric, rough: Mention, exact: Mention) -> bool:
    """Whether a rough figure and an exact one near it may be one count told twice."""
    if rough.sentence is exact.sentence or rough.value == exact.value or rough.unit != exact.unit:
        return False
    # 发放禁毒资料2000余份, 发放反诈资料2100份 add up
    return metric.combine != "sum" or exact.total or (_is_plain(scene, rough) and _is_plain(scene, exact))


def _sums_of_parts(mentions: list[Mention]) -> list[Mention]:
    """The mentions that those right behind add up to, in the same sentence or in a table: 合同158份（镇级97份，村级61份）."""
    found: list[Mention] = []
    for place, mention in enumerate(mentions):
        together, count = Decimal(0), 0
        for other in mentions[place + 1 :]:
            together += other.value
            count += 1
            if together >= mention.value:
                break
        if count > 1 and together == mention.value and not any(mention.value == other.value for other in found):
            found.append(mention)
    last = mentions[-1]
    before = [m for m in mentions if m.sentence is last.sentence and m is not last and m.value]
    if not found and len(before) == len(mentions) - 1 > 1 and sum(m.value for m in before) == last.value:
        # 简易罚款5.16万元，普通罚款63.4万元，合起来68.56万元
        found.append(last)
    return found


def _rivals(scene: Scene, metric: Metric, plain: list[Mention]) -> list[Mention]:
    """Township-wide values that contradict each other; of a Σ metric only those for the same words (手册 and 海报 add up)."""
    groups: dict[frozenset[str], list[Mention]] = {}
    for mention in plain:
        words = (
            frozenset(_words(mention) | _carried(mention) | _procedure(scene, mention))
            if metric.combine == "sum"
            else frozenset()
        )
        groups.setdefault(words, []).append(mention)
    for group in groups.values():
        if len({m.value for m in group}) > 1 and not _in_one_sentence(group):
            return group
    return []


def _of_one_unit(group: list[Mention]) -> list[Mention]:
    unit = max(dict.fromkeys(m.unit for m in group), key=lambda u: sum(m.unit == u for m in group))
    return [m for m in group if m.unit == unit]


def _in_one_sentence(mentions: list[Mention]) -> bool:
    return len({m.sentence.start for m in mentions}) == 1


def _first_of_each_value(mentions: list[Mention]) -> list[Mention]:
    first: dict[Decimal, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.value, mention)
    return list(first.values())


def _without_repeats(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """One mention for each thing counted: the same number in another sentence, for the same words, is the same thing."""
    kept: list[Mention] = []
    for mention in mentions:
        repeat = any(
            other.value == mention.value
            and other.sentence is not mention.sentence
            and (not _words(other) or _same_thing(scene, other, mention))
            for other in kept
        )
        if not repeat:
            kept.append(mention)
    return kept


def _same_thing(scene: Scene, one: Mention, other: Mention) -> bool:
    """Whether two mentions count the same thing: the same words, and neither clause narrows it to a village or kind.

    An uneven number that comes again under another spelling of the same noun (处罚286件, 286件处罚案件) is the same too.
    """
    told_again = [m for m in (one, other) if _CELL not in m.trace]
    if len(told_again) == 1 and one.value % 10 != 0 and one.value > _FEW:
        # 处罚121件 in the text, and in a row of a table that compares the years
        return _is_plain(scene, told_again[0])
    alike = _words(one) == _words(other) or (one.value % 10 != 0 and one.value > _FEW and _share_a_noun(one, other))
    return alike and _is_plain(scene, one) and _is_plain(scene, other)


def _share_a_noun(one: Mention, other: Mention) -> bool:
    if one.match is None or other.match is None:
        return False
    return any(a.word.sets & b.word.sets for a in one.match.words for b in other.match.words)


def _words(mention: Mention) -> set[str]:
    return {token.word.text for token in mention.match.words} if mention.match else set()


def _carried(mention: Mention) -> set[str]:
    """The words that the mention's own sentence carries over to it: 8起简易，罚1800元."""
    carried = mention.match.carried if mention.match else []
    return {token.word.text for token in carried if token.start >= mention.sentence.start}


def _procedure(scene: Scene, mention: Mention) -> set[str]:
    """The procedure whose cases the sentence has counted before: 简易程序71件，罚款4260元."""
    return set(_PROCEDURE.findall(scene.clean, mention.sentence.start, mention.quantity.start))


def _is_plain(scene: Scene, mention: Mention) -> bool:
    """Whether the mention's clause names nothing that narrows the count to a village, campaign or channel."""
    if mention.match is None:
        return False
    start = mention.match.start
    while start > mention.sentence.start and scene.clean[start - 1] not in _CLAUSE_START:
        start -= 1
    clause = scene.clean[start : mention.quantity.start]
    for token in mention.match.words:
        clause = clause.replace(token.word.text, "")
    return len(_PLAIN.sub("", clause)) <= 2


def _one(metric: Metric, year: int | None, deciding: Mention, resolution: str, mentions: Sequence[Mention]) -> Observation:
    return Observation(
        metric,
        year,
        deciding.value,
        deciding.high,
        deciding.qualifier,
        deciding.unit,
        deciding.scope,
        resolution,
        tuple(mentions),
        deciding,
    )


def _combined(metric: Metric, year: int | None, parts: list[Mention]) -> Observation:
    """Parts alone: added up where the metric says so, else the largest stands for the year."""
    largest = max(parts, key=lambda m: (m.value, -m.quantity.start))
    if len(parts) == 1:
        return _one(metric, year, largest, ZERO if largest.value == 0 else SINGLE, parts)
    if metric.combine != "sum":
        return _one(metric, year, largest, PART, parts)
    observation = _one(metric, year, parts[0], SUM, parts)
    observation.value = sum((m.value for m in parts), Decimal(0))
    if any(m.high is not None for m in parts):
        observation.high = sum((m.high if m.high is not None else m.value for m in parts), Decimal(0))
    observation.qualifier = max((m.qualifier for m in parts), key=lambda qualifier: _EXACTNESS[qualifier])
    return observation


def _from_parts(metric: Metric, year: int | None, groups: dict[tuple[str, int | None], list[Mention]]) -> list[Observation]:
    """A metric stated only through the metrics that add up to it."""
    pieces = [groups[(part, year)][0] for part in metric.parts if (part, year) in groups]
    if not pieces:
        return []
    observation = _one(metric, year, pieces[0], SUM, pieces)
    observation.value = sum((m.value for m in pieces), Decimal(0))
    observation.qualifier = max((m.qualifier for m in pieces), key=lambda qualifier: _EXACTNESS[qualifier])
    observation.unit = metric.unit
    return [observation]
