"""What a figure compares: the amount of a change, last year's value beside this year's, the gap to another place."""

from dataclasses import dataclass
from re import Match as Found
from re import compile as regex
from typing import TYPE_CHECKING

from extract.figures.quantity import Quantity
from extract.matching.endings import last_characters
from extract.matching.scene import Scene, Sentence

if TYPE_CHECKING:
    from extract.matching.match import Match

#: 较上年同期; 与2023年相比; 跟前年比
_YEARS_COMPARED = (
    r"(?:较|比|与|和|同|跟|于|对照|相较|比起)(?:之|起)?(?:去年|上年|上一?年度?|[前头]一?年|往年|[0-9]{4}年|20[0-9]{2}|二[〇○零一二三四五六七八九]{3}年)"
    r"(?:度)?(?:同期)?(?:的)?(?:相比)?"
)
_COMPARED = rf"(?:同比|环比|相比|{_YEARS_COMPARED})"
_UP = (
    "↑|▲|高出|多出来|扩充|扩大|增补|增配|增聘|充实|超出|超过|增长|增收"
    "|添|增加|上升|提高|提升|增幅|升幅|涨幅|净增|增多|攀升|回升|多|涨|新增|高|升|翻|提|进|增"
)
_DOWN = "↓|▼|收窄|压下来|压下|走低|下降|减收|减少|降低|压降|回落|下滑|降幅|跌幅|减幅|净减|少|压减|锐减|缩减|下调|降|减|低"
#: 多审15份, 少报了3起: a verb may stand between
_APPROACH = (
    r"(?:[来审挂办发调受查接开举组处印走收签培聘报核建派拆讲推播出看读宣送评罚公列训][^，,。；;0-9]{0,1})?"
    # 下降幅度为12%, 增加了约3起, 多达“20%”
    r"(?:分别|均|各|了|约|近|逾|超|超过|达|达到|为|幅度为|幅度达|幅达|率为|率达|共|整整|将近|约为|大约|接近)*+[“\"]?"
)
#: the words right before a figure that make it the amount of a change; without a name for either direction, so that the search
#: knows which characters it may start with
_CHANGE_TAIL = regex(rf"(?P<word>{_UP}|{_DOWN}){_APPROACH}$")
_UPWARD = frozenset(_UP.split("|"))
_SIGNS = ("+", "-")
#: 同比-26.9%, 较上年+3件: a sign for the word
_SIGNED = regex(rf"{_COMPARED}[：:]?(?:(?P<up>\+)|(?P<down>-))$")
#: how each of those words ends: where none of these stands, nothing changed
_CHANGE_WORD_END = regex(f"[+{''.join(sorted({word[-1] for word in f'{_UP}|{_DOWN}|去年|上年|同期'.split('|')}))}-]")
#: 高于上年0.7个百分点; 多于去年同期; 超上年6件
_ABOVE_LAST_YEAR = regex(
    r"(?:(?P<up>高[于出]|多[于出]|超[过出]?)|(?P<down>[低少]于))(?:去年|上年|上一年|[0-9]{4}年)(?:度|同期|水平|平均)*(?:的)?[“\"]?$"
)
_INCREASE = regex(r"(?<![新到])(?:增加|净增|增补|增配|增聘|扩充|减少)(?:了)?$")
#: 减少入企检查28次, 避免重复检查12次, 防止矛盾激化12件
_TAKEN_AWAY = regex(
    r"(?:减少|压减|精简|避免|杜绝|取消|减免|减去|省去|免去|免除|防止|制止|遏制)(?:了)?(?:入企|重复|不必要的?|各类|因|民间|群体性)?$"
)
_TAKEN_AWAY_ENDS = last_characters(_TAKEN_AWAY)
#: 今年少了38件: what tells of a change by itself
_CHANGED = regex(
    r"(?:多|少|涨|降|减|增加|减少|增|下降|上升)了$|(?:今[年岁]|本年度?)(?:则|却|又|就|反|反而)?(?:多|少)(?:[办审开罚收接查调]了?)?$"
)
#: 比全县平均水平高1.5个百分点; 与周边乡镇相比，少12件: no two years are compared
_OTHER_PLACE = regex(
    r"(?:[与和同跟][^，,。；;0-9]{0,20}?(?:[镇乡县市区省州旗]|街道|平均|周边|兄弟)[^，,。；;0-9]{0,8}相比"
    r"|(?:[比较]|[高低多少]于|高出|超[过出])(?![去上前往][年一])[^，,。；;0-9年]{0,14}?(?:[镇乡县市区省州旗]|街道|平均|均值))[^0-9。；;]*$"
)
_PLACES = (
    "(?:全[县市区省州国旗盟](?!镇)|[县市区省州旗]里?(?=均|平均)|[县市区]里"
    "|(?:周边|邻近|相邻|兄弟|其他|其它|毗邻|友邻)(?:各)?(?:乡镇|街道|镇街|镇|乡|县区?|地区)|邻[镇乡县])"
)
_LEVEL = "(?:同期|各乡镇|的|平均|均|水平|均值|值|线|数|(?:矛盾)?(?:纠纷)?(?:化解率|调解成功率|成功率)|满意度|合格率)"
#: 比全县平均97.1%低1.5个百分点, 低于全县平均水平（97.1%）: behind a word of comparison the level is theirs; but 低于全县，为95.6%
_LEVEL_OF_PLACE = regex(
    rf"(?:[比较距离]|(?P<beside>[与和同跟])|[高低多少优好弱落后]于|超[过出]?|高出|不[及如]|接近)(?:同期)?(?:的)?{_PLACES}{_LEVEL}{{0,5}}[“\"（(]?(?:约|近|仅)?$"
    # 化解率全县平均为97.1%，我镇95.6%
    rf"|(?<![比较与和同跟于过出超及如到达至])(?:全[县市区省州国旗盟]|(?:(?<![一-鿿])|(?<=[率度]))[县市区](?=均)|周边乡镇|周边街道)(?:各乡镇)?(?:平均|均)(?:水平|值|数|线)?(?:化解率|合格率|满意度|成功率)?(?:为|是|达到?|在|有|仅|只有|约)?[：:“（(]?$"
)
_LEVEL_ENDS = last_characters(_LEVEL_OF_PLACE)
_LEVEL_REACH = 24
_YEARS_TOLD = regex(rf"同比|环比|{_YEARS_COMPARED}")
_PLACE_REACH = 44
#: 较上年增加法律顾问2名, 比去年多学了2次: the thing changed stands between
_CHANGE_OF_NOUN = regex(
    r"(?:较|比|相较于?)(?:去年|上年|上一年度?|[前头]一年|前年|[0-9]{4}年)(?:度|同期)?[^，,。；;0-9]{0,4}?(?P<word>增加|多|添|减少|少)[^，,。；;、0-9到至]{1,7}$"
)
#: 由30件降至21件，下降30%: the two values are the comparison
_COMPARISON = regex(
    rf"{_COMPARED}"
    r"|由[^。；;]{0,60}(?:降|增|升|减|涨|变)"
    r"|从[^。；;]{0,60}(?:降|增|升|减|涨|变)"
    # 去年是3610件，降了11.8%
    r"|(?:去年|上年|[上前]一年|前年|20[0-9]{2}年)(?:同期|全年)?(?:的|是|为|有|仅|共|只有|则为|办了|受理|发生)*[0-9一二三四五六七八九十廿卅两百千万]"
)
#: 较上年的46件减少; （去年同期46件）
_COMPARED_PRIOR = regex(
    r"(?:较|比|与|同|对照|相较|比起|（|\()(?:去年|上年度?|[上前]一年度?|前年|[0-9]{4}年|二〇[〇一二三四五六七八九]{2}年)(?:度|同期|全年)?(?:的|为|是)?[：:]?$"
)
#: 由30件降至今年的21件: the second value
SECOND = regex(
    r"(?:降|增|升|减少|减|增加|上升|下降|提高|提升|涨|变|改|压减|压降|攀升|增长|扩大|缩减|调整|发展|添|扩充|扩展|扩|充实"
    r"|壮大|升级|拓展|延伸|补充|调(?=[至到])|压|压低|控|控制|上涨|回落|下滑|滑落|跌|优化|整合|细化|精简|合并|更新"
    # 加到5期, 提至5场, 缩到3件
    r"|加|提|缩|拓|砍|冲|顶|抬|攀|跃|拉|掉)"
    r"(?:至|到|为|成)(?:了)?(?:目前的?|现在的?|如今的?|眼下的?|现今的?|当前的?|今天的?)?"
    r"(?:今年|本年度?|当年|[0-9]{4}年)?(?:度|全年|年?[末底])?(?:的|共)?$"
    # 由58条到131条; 从2023年末的19名到2024年末的24名
    r"|[由从](?:(?:去年|上年|[上前]一年|今年|本年度?|目前|现在|现有|原来|原先|20[0-9]{2}年)[^，,。；;、]{0,4}的?)?[0-9一二两三四五六七八九十百千][^，,。；;、的]{0,10}(?<![上一])[到至]"
    r"(?:今年|本年度?|当年|20[0-9]{2}年)?(?:度|全年|年?[末底])?(?:的)?$"
)
SECOND_ENDS = last_characters(SECOND)
#: behind a year: 受疫情影响只办了17场, 因雨水多仅开了5场
ONLY_FOR_A_REASON = (
    r"(?:同期|全年|度)?[，,]?(?:(?:因为?|由于|受|碍于|限于|囿于|赶上|碰上|遇上|遇到|遭遇|正[逢值]|恰[逢值])[^，,。；;0-9]{1,14}?[，,]?(?:我[镇乡]|全[镇乡])?)?"
    r"(?:也|就|总共|一共|勉强)?(?:只有|仅有|只|仅|才|勉强)(?:能|够|来得及)?"
    r"(?:办|开|做|讲|搞|跑|审|调|查|学|训|发|办理|举办|开展|组织|召开|完成|培训|宣讲|受理|调解|化解|排查|检查|审查|发放|处罚|处理|落实|安排)?[成过到完出]?了?"
)
#: 上年的46件; 去年同期仅有46件; 2023年（46件）; （2022年：46件）
PRIOR = regex(
    r"(?:去年|上年度?|[上前]一年度?|前年|同期|[0-9]{4}年|二〇[〇一二三四五六七八九]{2}年)(?:度|同期|同口径|全年|年?[末底])?"
    r"(?:这个时候|这时候|此时|这个数字?|这一数字|这一数据)?(?:的|为|是|仅|共|有|仅有|约|仅为|只|只有)*+[：:]?[“\"（(]?(?:(?<=[（(])(?:受[^，,。；;（）()0-9]{1,12}[，,])?(?:只有|仅有|仅为|只|仅|为|是))?$"
    rf"|(?:去年|上年度?|[上前]一年度?|前年|[0-9]{{4}}年){ONLY_FOR_A_REASON}$"
)
PRIOR_ENDS = last_characters(PRIOR)
#: 合格率98.2%，升1.9个百分点: points are what a rate rose by
_BY_POINTS = frozenset("升降涨添↑▲↓▼")
_OF_RATES = frozenset("提进")
_RELATIVE = frozenset(("百分点", "%", "倍", "番"))


@dataclass(slots=True)
class Change:
    """The direction that a change statement gives its figure; up, down or same."""

    direction: str


def change_of(scene: Scene, sentence: Sentence, figure: Quantity) -> Change | None:
    """Whether the figure is the amount of a change: 同比下降36%, 较去年增加17件."""
    if not sentence.changing:
        return None
    before = scene.clean[max(sentence.start, figure.reach_start - 20) : figure.reach_start]
    if _CHANGE_WORD_END.search(before) is None:
        return None
    above = _above_last_year(before)
    if above is not None and before.endswith("的") and figure.unit != "百分点":
        # 少于去年的31件: last year's value
        return None
    if above is not None:
        return Change("up" if above["up"] else "down")
    signed = _SIGNED.search(before) if before[-1:] in _SIGNS else None
    if signed is not None:
        return Change("up" if signed["up"] else "down")
    tail = _CHANGE_TAIL.search(before) or (_CHANGE_OF_NOUN.search(before) if "较" in before or "比" in before else None)
    if tail is None or (before[-1:] in SECOND_ENDS and SECOND.search(before)):
        return None
    if _compares_places(scene.clean[max(sentence.start, figure.reach_start - _PLACE_REACH) : figure.reach_start]):
        return None
    word = tail["word"]
    if (word == "翻") != (figure.unit == "番"):
        return None
    if word in _OF_RATES and figure.unit != "百分点":
        # 比上年提意见3条 raised three opinions
        return None
    direction = "up" if word in _UPWARD else "down"
    if figure.unit in _RELATIVE and word not in ("多", "少", "新增", "涨", "降", "减", "添", "高", "升", "低"):
        return Change(direction)
    if figure.unit == "百分点" and word in _BY_POINTS:
        return Change(direction)
    if _CHANGED.search(before) or _compared_before(scene, sentence, figure):
        return Change(direction)
    return None


def _compares_places(before: str) -> bool:
    """Whether the words before an amount compare with another place, not with another year: 比邻镇多15件."""
    if not _may_compare_places(before):
        return False
    place = _OTHER_PLACE.search(before)
    return place is not None and _YEARS_TOLD.search(before, place.start()) is None


def _may_compare_places(before: str) -> bool:
    """Whether the words before an amount have one in them without which no places are compared."""
    return "比" in before or "较" in before or "于" in before or "超" in before or "高出" in before


def is_increase(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is by how many there are more than before: 调解员增加12名."""
    if not sentence.changing:
        return False
    return _INCREASE.search(scene.clean[max(sentence.start, figure.reach_start - 4) : figure.reach_start]) is not None


def is_taken_away(scene: Scene, match: "Match") -> bool:
    """Whether what the match counts was spared or cut: 减少入企检查28次."""
    if scene.clean[match.start - 1 : match.start] not in _TAKEN_AWAY_ENDS:
        return False
    return _TAKEN_AWAY.search(scene.clean, max(0, match.start - 5), match.start) is not None


def is_above_last_year(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the amount is told against last year's level: 高于上年0.7个百分点."""
    before = scene.clean[max(sentence.start, figure.reach_start - 20) : figure.reach_start]
    return _above_last_year(before) is not None


def _above_last_year(before: str) -> Found[str] | None:
    return _ABOVE_LAST_YEAR.search(before) if "于" in before or "出" in before or "超" in before else None


def is_gap_to_other_place(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure says how far another place's is off: 比全县平均水平高1.5个百分点."""
    if not sentence.changing:
        return False
    before = scene.clean[max(sentence.start, figure.reach_start - _PLACE_REACH) : figure.reach_start]
    if not _compares_places(before):
        return False
    return figure.unit == "百分点" or _CHANGE_TAIL.search(before) is not None


def is_level_of_other_place(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is the level of another place that ours is held against: 比全县平均97.1%低1.5个百分点."""
    before = scene.clean[max(sentence.start, figure.reach_start - _LEVEL_REACH) : figure.reach_start]
    if before[-1:] not in _LEVEL_ENDS or not ("全" in before or "均" in before or "周边" in before or "邻" in before):
        return False
    found = _LEVEL_OF_PLACE.search(before)
    if found is None or figure.unit == "百分点":
        return False
    # 与周边乡镇的84件边界纠纷 are ours
    return found["beside"] is None or figure.unit == "%" or scene.clean.startswith("相比", figure.reach_end)


def _compared_before(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the sentence compares two years before the figure, not further back than another clause."""
    start = max(sentence.start, figure.reach_start - 60)
    stretch = scene.clean[start : figure.reach_start]
    return _COMPARISON.search(stretch) is not None


def is_prior_aside(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is last year's value set beside this year's: 较上年的46件减少."""
    before = scene.clean[max(sentence.start, figure.reach_start - 16) : figure.reach_start]
    if "年" not in before and "期" not in before:
        return False
    return _COMPARED_PRIOR.search(before) is not None
