"""Facts of the place told by numbers alone: 全镇160平方公里，17个村、2个社区，3.6万人."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.compiled import CompiledLibrary
from extract.matching.periods import period_of
from extract.matching.readings import Mention, mention_of
from extract.matching.scene import Scene, Sentence
from extract.tables import TOWNSHIP

#: what areas, distances, farmland and households are counted in
_OF_PLACES = frozenset(("平方公里", "公里", "米", "亩", "公顷", "户"))
#: such facts stand at the head of a report
_HEAD = 2500
_FEWEST_PEOPLE = 500
#: beside an area they are facts of the place wherever they stand
_OF_TERRITORY = "平方公里"
#: what may stand between the mark before and the number
_BEFORE = regex(
    r"(?:^|[，,；;。：:、（(】\n]|[村区居][和与及同跟]|个(?:行政|建制)?村)"
    r"(?:全[镇乡]|全街道|共有|共|总|约|近|超|逾|不足|不到|将?近|接近|现有|现|计|合计|拥有|住[着有]|生活着|有|是|为|总计|管)*"
    # 彝、汉、回等各族群众3.26万人
    r"(?:(?:[一-鿿]{1,4}等)?各族(?:群众|人民|同胞|儿女))?$"
)
_AFTER = regex(r"[，,；;。、（(）)\n]|$|散[在布落居]|分布|坐落|沿|靠|世代|聚居|杂居|居住在|守着|以[^，,。；;]{1,10}为[生主业]")
_REACH = 12
#: 有东街、西街、河堤、菜园|4个社区
_NAMES_OF_PLACES = regex("(?:有|辖|含|设|括|由)(?:[一-鿿]{2,4}、){2,30}[一-鿿]{2,4}(?:等|共|这)?$")
_LAST_NAME, _NAMES_REACH = 6, 130
#: 8个村1个社区, 12个村同3个社区
_BOTH_KINDS = regex(
    r"(?:行政|建制)?村(?:委会|民委员会)?[、和与及同跟]?[0-9一二两三四五六七八九十]{1,3}个(?:城镇|农村|城市)?(?:社区|居(?:委会|民委员会|民区)?)"
)
#: 全镇有5862户、22146人: households of the whole place, and its people behind them
_OF_THE_PLACE = regex(
    r"(?:^|[，,；;。：:\n])(?:[一-鿿]{0,4}[镇乡]|[一-鿿]{0,4}街道|辖区|全苏木)(?:现|总|共)?(?:有|计|辖|辖有|住着)?"
    r"(?:居民|村民|农户|农牧户|住户|总户数|户籍)?$"
)
_IS = regex(r"(?:共有|共计|共|现有|有|为|：|:|[仍还]是|仍为|仍有|依[旧然][是为]|仍旧[是为]|照旧是|保持在?)?")
#: 行政村仍是9个: only what there is stays as it was
_STAYS = regex("(?:[仍还]是|仍为|依[旧然][是为]|仍旧[是为]|照旧是|保持在?)$")
#: 村9个、社区1个、小组58个: what only a place has stands in the list too
_SMALLER_PLACES = ("小组", "村民组", "自然村", "自然屯", "自然寨")


def told_alone(
    scene: Scene, sentence: Sentence, index: int, stated: list[Mention], library: CompiledLibrary, year: int | None
) -> Mention | None:
    """The metric of a figure that is a clause by itself, or with its noun, among facts of the place."""
    figure = sentence.figures[index]
    if figure.value is None or figure.unit not in library.alone:
        return None
    if figure.start > _HEAD and not any(other.unit == _OF_TERRITORY for other in sentence.figures):
        return None
    # 1860户6920人: people right behind their households
    housed = (
        index > 0 and sentence.figures[index - 1].unit == "户" and sentence.figures[index - 1].reach_end == figure.reach_start
    )
    floor = max(0, sentence.start - 1, figure.reach_start - _REACH)
    # 梅林镇十四个村、三万六千余人
    listed = (
        figure.unit == "个"
        and "、" in scene.clean[max(0, figure.reach_start - _LAST_NAME) : figure.reach_start]
        and _NAMES_OF_PLACES.search(scene.clean, max(sentence.start, figure.reach_start - _NAMES_REACH), figure.reach_start)
        is not None
    )
    named = listed or (scene.township != "" and scene.clean.endswith(scene.township, sentence.start, figure.reach_start))
    opens = named or _BEFORE.search(scene.clean, floor, figure.reach_start) is not None
    for metric, noun in library.alone[figure.unit]:
        if noun and _noun_before(scene, sentence, index, noun, metric, stated):
            end: int | None = figure.reach_end
        else:
            # 人口、务工人员分别为1.86万人、6100人: what a list pairs with an item of its own stands not alone.
            end = _noun_end(scene, sentence, figure, noun) if (housed or opens) and index not in sentence.paired_items else None
        if end is None or (
            _AFTER.match(scene.clean, end) is None and _BOTH_KINDS.match(scene.clean, figure.reach_end, sentence.end) is None
        ):
            continue
        if noun:
            told = any(other.unit in _OF_PLACES for other in sentence.figures) or _is_told(library, stated)
            told = told or named or _is_of_place(scene, sentence, index)
        else:
            # people alone: only behind what the place is made of
            told = figure.value >= _FEWEST_PEOPLE and (_is_told(library, stated) or _lives_in(scene, sentence, index))
        if not told or (not noun and any(mention.metric is metric for mention in stated)):
            continue
        return mention_of(
            metric,
            figure,
            sentence,
            period_of(scene, sentence, figure, year, metric.stock),
            TOWNSHIP,
            ("alone among facts of the place",),
        )
    return None


def _is_of_place(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether the figure is said to stay as it was, or heads a list of places with a smaller one: 村9个、小组58个."""
    figure = sentence.figures[index]
    if _STAYS.search(scene.clean, max(sentence.start, figure.reach_start - 3), figure.reach_start) is not None:
        return True
    if not index and _BOTH_KINDS.match(scene.clean, figure.reach_end, sentence.end) is not None:
        return True
    return not index and any(scene.clean.endswith(_SMALLER_PLACES, sentence.start, q.reach_start) for q in sentence.figures)


def _lives_in(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether the households of the whole place stand right before its people: 松屏镇有5862户、22146人."""
    if index == 0 or sentence.figures[index - 1].unit != "户":
        return False
    houses = sentence.figures[index - 1]
    if scene.clean[houses.reach_end : sentence.figures[index].reach_start] not in ("", "、", "，", ","):
        return False
    return _OF_THE_PLACE.search(scene.clean, sentence.start, houses.reach_start) is not None


def _is_told(library: CompiledLibrary, stated: list[Mention]) -> bool:
    return any(mention.metric is metric for mention in stated for metric in library.place_facts)


def _noun_before(scene: Scene, sentence: Sentence, index: int, noun: str, metric: Metric, stated: list[Mention]) -> bool:
    """Whether the noun stands before the number, and nothing that says what was done there: 行政村14个、社区2个."""
    figure = sentence.figures[index]
    item = sentence.paired_items.get(index)
    ends = item[1] if item is not None else figure.reach_start
    for token in reversed(scene.tokens[sentence.first_token : sentence.last_token]):
        if noun not in token.word.sets:
            continue
        if item is not None and token.start <= item[0] and item[1] <= token.end:
            return True  # 行政村、社区 is one word of the library
        if token.end > ends:
            continue
        if _IS.fullmatch(scene.clean, token.end, ends) is None:
            return False
        opens = (item is not None and token.start == item[0] and item[0] > sentence.start) or (
            _BEFORE.search(scene.clean, max(sentence.start - 1, token.start - _REACH, 0), token.start) is not None
        )
        if not opens:
            return False
        listed = item is None and scene.clean[token.start - 1 : token.start] in ("、", "和", "及")
        return not listed or (index > 0 and any(m.quantity is sentence.figures[index - 1] and m.metric is metric for m in stated))
    return False


def _noun_end(scene: Scene, sentence: Sentence, figure: Quantity, noun: str) -> int | None:
    """Where the noun right behind the number ends; the number's own end where it needs none."""
    if not noun:
        return figure.reach_end
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if token.start == figure.reach_end and noun in token.word.sets:
            return token.end
    return None
