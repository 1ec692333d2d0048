"""What part a figure plays in its sentence besides stating a value: change, remainder, part, another place's."""

from dataclasses import dataclass
from re import compile as regex
from typing import TYPE_CHECKING

from extract.figures.quantity import Quantity
from extract.matching.cues import OWN, PART, PLACE, REST, TOTAL
from extract.matching.scene import NAMED_PLACE, Scene, Sentence
from extract.matching.territory import in_closed_bracket

if TYPE_CHECKING:
    from extract.matching.matcher import Match
    from extract.matching.words import Token

#: 较上年同期; 与2023年相比; 跟前年比
_YEARS_COMPARED = (
    r"(?:较|比|与|和|同|跟|于)(?:去年|上年|上一?年度?|前一?年|往年|[0-9]{4}年|20[0-9]{2}|二[〇○零一二三四五六七八九]{3}年)"
    r"(?:度)?(?:同期)?(?:的)?(?:相比)?"
)
_COMPARED = rf"(?:同比|环比|相比|{_YEARS_COMPARED})"
_UP = "高出|增长|增收|添|增加|上升|提高|提升|增幅|升幅|涨幅|净增|增多|攀升|回升|多|涨|新增|高|升"
_DOWN = "下降|减收|减少|降低|压降|回落|下滑|降幅|跌幅|减幅|净减|少|压减|锐减|缩减|下调|降|减|低"
#: 多审15份, 少报了3起: a verb may stand between
_APPROACH = (
    r"(?:[审挂办发调受查接开举组处印走收签培聘报核建派拆讲推播出][^，,。；;0-9]{0,1})?"
    # 下降幅度为12%, 增加了约3起, 多达“20%”
    r"(?:分别|均|各|了|约|近|逾|超|超过|达|达到|为|幅度为|幅度达|幅达|率为|率达|共|整整|将近|约为|大约|接近)*+[“\"]?"
)
#: the words right before a figure that make it the amount of a change
_CHANGE_TAIL = regex(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_APPROACH}$")
#: how each of those words ends: where none of these stands, nothing changed
_CHANGE_WORD_END = regex(f"[{''.join(sorted({word[-1] for word in f'{_UP}|{_DOWN}|去年|上年|同期'.split('|')}))}]")
#: 高于上年0.7个百分点; 多于去年同期
_ABOVE_LAST_YEAR = regex(
    r"(?:(?P<up>高[于出]|多[于出]|超[过出])|(?P<down>低于|少于))(?:去年|上年|上一年|[0-9]{4}年)(?:度|同期|水平|平均)*(?:的)?[“\"]?$"
)
_INCREASE = regex(r"(?<![新到])(?:增加|净增|增补|增配|增聘|扩充|减少)(?:了)?$")
#: 减少入企检查28次, 避免重复检查12次
_TAKEN_AWAY = regex(r"(?:减少|压减|精简|避免|杜绝|取消|减免)(?:了)?(?:入企|重复|不必要的?|各类)?$")
#: 今年少了38件: what tells of a change by itself
_CHANGED = regex(r"(?:多|少|涨|降|减|增加|减少|增|下降|上升)了$")
#: 比全县平均水平高1.5个百分点; 与周边乡镇相比，少12件: no two years are compared
_OTHER_PLACE = regex(
    r"(?:[与和同跟][^，,。；;0-9]{0,20}?(?:[镇乡县市区省州旗]|街道|平均|周边|兄弟)[^，,。；;0-9]{0,8}相比"
    r"|(?:[比较]|[高低多少]于|高出|超[过出])(?![去上前往][年一])[^，,。；;0-9年]{0,14}?(?:[镇乡县市区省州旗]|街道|平均|均值))[^0-9。；;]*$"
)
_YEARS_TOLD = regex(rf"同比|环比|{_YEARS_COMPARED}")
_PLACE_REACH = 44
#: 由30件降至21件，下降30%: the two values are the comparison
#: 较上年增加法律顾问2名, 比去年多学了2次: the thing changed stands between
_CHANGE_OF_NOUN = regex(
    r"(?:较|比)(?:去年|上年|上一年|[0-9]{4}年)(?:同期)?[^，,。；;0-9]{0,4}?(?:(?P<up>增加|多|添)|(?P<down>减少|少))[^，,。；;、0-9到至]{1,7}$"
)
_COMPARISON = regex(
    rf"{_COMPARED}"
    r"|由[^。；;]{0,60}(?:降|增|升|减|涨|变)"
    r"|从[^。；;]{0,60}(?:降|增|升|减|涨|变)"
    # 去年是3610件，降了11.8%
    r"|(?:去年|上年|上一年|前年)(?:同期|全年)?(?:的|是|为|有|仅|共|只有|则为|办了|受理|发生)*[0-9一二三四五六七八九十两百千万]"
)
#: 其余7件; 尚有未办结纠纷3起
_REMAINDER = regex(
    r"(?:其余|剩余|余下|剩下|(?<!年[，,])尚有|(?<!年)还有|另有|正在|等候|等待|尚未|有待)(?:的)?(?:[^，,。；;、0-9]{0,6})$|(?<![接招对看等优款期])待(?:领|考|取证|换证|批|审|化解|调处|办)[^，,。；;、0-9]{0,4}$|其[他它]$"
)
#: 3起正在调处; 2件尚未办结
_UNDONE_AFTER = regex(r"[^，,。；;0-9]{0,6}(?:正在|尚在|仍在|未办结|尚未|未化解|未结|待)")
#: 防溺水培训3期、电商培训6期另计; 代办1.1万人次不在此数
_APART_AFTER = regex(r"[^，,。；;：:]{0,24}(?:另计|另算|不在此[数列]|不计在内|不计入|未计入|不在其[中内]|不算在内|除外)")
#: what a clause's subject may stand behind
_SUBJECT_BREAK = "，,。；;：:\n、（("
#: marks that stand before the items of a list
_BULLETS = " \n\u3000-—–·•●◆■*#>○▪"
#: a body of the township's own that opens a clause
_OWN_BODY = regex(r"[，,；;。](?:镇|乡|街道)(?:党委|政府|人民政府|党工委|办事处|机关|综合|司法所)")
#: 柳河县全年举办……: a county by its name, with a time that makes it the subject
_NAMED_ABOVE = regex(
    r"(?:[县市区旗州]里(?:同期|全年共|共计|平均))|(?:(?<=[，,；;。：:\n])|^)[一-鿿]{1,5}(?:县|旗|(?<![城超夜集圩都])市|(?<![辖社园片景库校地山林牧矿湖港新我本全该小街牧各库灌])区)"
    r"(?:全年|同期|今年|年内|共计|累计|平均)"
)
#: how far another place is thought of without a figure: 全县受理4126起、办理613件，……，镇党委学法6次
_READS_ON = 36
#: 同期全县办理……: words of time before the subject
_TIME_BEFORE = regex(r"(?:同期|其中|目前|今年|全年|去年|[一二三四五六七八九]是)$")
#: 每村每季度不少于1次; 人均学法40小时
_PER_EACH = regex(
    r"每(?:[万千百](?:名|户|位|人)?|个|名|村|社区|月|季度?|年|周|户|所|家|人|位|半年|季|支|处|场|次|天|日)"
    r"|人均|户均|村均|平均每|年均|月均"
    # 喇叭一天响三遍
    r"|一(?:天|日|周|星期|个?月)[^，,。；;0-9]{0,2}$"
)
#: also 按每两月一次的频次开展6次: the rule is named, the count is what came of it
_QUOTED = regex(
    r"(?:以|按|按照|坚持|落实|执行|遵循)每[^，,。；;]{1,14}?(?:频次|频率|节奏|要求|标准|制度|惯例|安排)|“[^”]{0,30}”|\"[^\"]{0,30}\""
)
#: 全县首批, 全市排名, 全国性: what another place is named for without being the subject
_PLACE_ASIDE = regex(
    r"[“\"]?两会|范围|首[个家批次]|率先|第|前列|优秀|先进|示范|推广|表彰|排名|通报|考核|平均水平|性|域|各(?![乡镇县区街])|最|领先|统一|系统"
)
#: 市司法局柳河司法所 is the township's own office
_BRANCH = regex(r"(?:派驻)?[一-鿿]{2,10}?司法所")
#: 较上年的46件减少; （去年同期46件）
_COMPARED_PRIOR = regex(
    r"(?:较|比|与|同|（|\()(?:去年|上年度?|上一年度?|前年|[0-9]{4}年|二〇[〇一二三四五六七八九]{2}年)(?:度|同期|全年)?(?:的|为|是)?$"
)
#: 上半年3次，全年共召开6次
_OTHER_TIME = regex(
    r"(?:全年|今年|本年度?|当年|这一年|上半年|下半年|截至[^，,。；;]{1,8}?|[到至]年[底末](?:已|达|共|则|累计)*)(?:合计|总计|共计|共|累计|总共|又|已|则|达|为)*"
    r"(?:召开|开展|组织|举办|举行|办理|办|受理|化解|调解|完成|开|达到)?(?:了)?$"
)
#: 全区2300名，我街道186名
_OWN_PLACE = regex(r"(?:我镇|我乡|我街道|我办|全镇|全乡|全街道|本镇|本乡|本街道)(?:共计|总计|合计|共有|共|有|为|达到|达|占)?$")
#: 书记、镇长各讲一堂，两人合计2堂
_SUMMED = regex(
    r"(?:[，,；;（(、]|[两二三四五六七八九十](?:人|者|项|类|处|家|村|方))(?:合计|总计|加起来|合起来|总共|一共|拢共|共计)(?:共|为|有|是)?$"
)
#: 原定6场，仅完成4场
_ACHIEVED = regex(r"(?:实际|仅|只|最终)(?:完成|开展|举办|组织|办理|培训|达到|达)?(?:了)?(?:共)?$")
#: 较去年增加3次，达到11次
_LEVEL_AFTER = regex(
    r"[，,](?:现|目前|已|总数|总量|总人数|累计|累计已|队伍|合计)?(?:达到|达|为|共|至|增至|升至|降至|增加到|下降到|减少到|上升到|提高到)$"
)
#: 其中一般程序12件; 21件（含简易程序9件）; 从案由看，婚姻家庭40件; 按类型分：邻里50件
_BREAKDOWN = regex(
    r"其中|(?<=[，,：])内[：:]|(?<=[（(])(?:含|包括)|(?<=[件起宗例次场期批份堂节个条处家名人])[：:]"
    # 158份（镇本级97份，村级61份）
    r"|(?<=[件起宗例次场期批份堂节个条处家名人])[（(](?=[^（）()0-9]{1,12}[0-9一二三四五六七八九十百两]+[件起宗例次场期批份堂节个条处家名人])"
    # 21场普法：赶会9场、进矿7场
    r"|(?<=[一-鿿])[：:](?=[^，,。；;：:、\n0-9]{0,8}[0-9])"
    r"|(?:从|按)(?:照)?[^，,。；;：:0-9]{1,8}?(?:来看|上看|看|来分|划分|分类|统计|分|讲|上说|来说)[，,：:]"
)
#: the whole of a breakdown that opens its sentence stands in the sentence before
WHOLE_BEFORE = -1
#: how far behind the head of its sentence such a breakdown begins at most
_OPENS_SENTENCE = 4
#: how long the noun between a whole and its colon is at most
_COUNTED_NOUN = 8
_RELATIVE = frozenset(("百分点", "%", "倍"))
#: what tells of a whole without being a part of it: 其中3件，罚款2000元
_RATES = frozenset(("%", "百分点", "元"))
#: spellings of one count: after 其中6场次, a clause with 388人次 breaks nothing down any more
_COUNTS = tuple(
    map(
        frozenset,
        ("件 起 宗 例 卷 件次".split(), "次 场 期 场次 批次".split(), "人 名 位 人次".split(), "份 册 本 张 页 套".split()),
    )
)
#: how far a part stands behind its 其中 or the part before it
_PART_REACH = 18
_NEW_SUBJECT = regex(r"[；;。]|另|此外|同时|还|新增(?!类)|新取|新办|较|比")
#: 土地类71件，占三成；婚姻类58件: the next kind, though behind a semicolon
_KIND = regex(r"[^；;。]{0,8}[；;][^，,。；;：:]{2,8}(?:类|方面|领域)(?:的|有)?")
_CLAUSE_COMMA = regex(r"[，,；;。：:\n|]")
#: people who are counted beside the staff, not among them
_OTHER_STAFF = regex(
    r"(?:空编|缺编|编制|核编|核定|定编|无证|没证|学历|学位|大专|本科|党员|女性|辅助|协管|辅警|退休|返聘|借调|外聘|编外|调离|挂职)[^，,。；;、0-9]{0,6}$"
)
_CLAUSE_END = regex(r"[；;。！!？?]")
#: 由30件降至今年的21件: the second value
_SECOND = regex(
    r"(?:降|增|升|减少|减|增加|上升|下降|提高|提升|涨|变|改|压减|压降|攀升|增长|扩大|缩减|调整|发展|扩充|扩展|扩|充实"
    r"|壮大|升级|拓展|延伸|补充|调(?=[至到])|压|压低|控|控制|上涨|回落|下滑|滑落|跌|优化|整合|细化|精简|合并|更新)"
    r"(?:至|到|为|成)(?:了)?(?:目前的|现在的)?"
    r"(?:今年|本年度?|当年|[0-9]{4}年)?(?:度|全年)?(?:的|共)?$"
)
#: 上年的46件; 去年同期仅有46件; 2023年（46件）
_PRIOR = regex(
    r"(?:去年|上年度?|上一年度?|前年|同期|[0-9]{4}年|二〇[〇一二三四五六七八九]{2}年)(?:度|同期|全年)?"
    r"(?:的|为|是|仅|共|有|仅有|约|仅为)*+[“\"（(]?$"
)


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
    above = _ABOVE_LAST_YEAR.search(before)
    if above:
        return Change("up" if above["up"] else "down")
    tail = _CHANGE_TAIL.search(before) or _CHANGE_OF_NOUN.search(before)
    if tail is None or _SECOND.search(before):
        return None
    if _compares_places(scene.clean[max(sentence.start, figure.reach_start - _PLACE_REACH) : figure.reach_start]):
        return None
    word = tail["up"] or tail["down"]
    direction = "up" if tail["up"] else "down"
    if figure.unit in _RELATIVE and word not in ("多", "少", "新增", "涨", "降", "减", "添", "高", "升", "低"):
        return Change(direction)
    if _CHANGED.search(before) or _compared_before(scene, sentence, figure):
        return Change(direction)
    return None


def _compares_places(before: str) -> bool:
    """Whether the words before an amount compare with another place, not with another year: 比邻镇多15件."""
    place = _OTHER_PLACE.search(before)
    return place is not None and _YEARS_TOLD.search(before, place.start()) is None


def is_increase(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is by how many there are more than before: 调解员增加12名."""
    before = scene.clean[max(sentence.start, figure.reach_start - 4) : figure.reach_start]
    return sentence.changing and _INCREASE.search(before) is not None


def is_taken_away(scene: Scene, match: "Match") -> bool:
    """Whether what the match counts was spared or cut: 减少入企检查28次."""
    return _TAKEN_AWAY.search(scene.clean, max(0, match.start - 5), match.start) is not None


def is_above_last_year(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the amount is told against last year's level: 高于上年0.7个百分点."""
    before = scene.clean[max(sentence.start, figure.reach_start - 20) : figure.reach_start]
    return _ABOVE_LAST_YEAR.search(before) is not None


def is_gap_to_other_place(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure says how far another place's is off: 比全县平均水平高1.5个百分点."""
    if not sentence.changing:
        return False
    before = scene.clean[max(sentence.start, figure.reach_start - _PLACE_REACH) : figure.reach_start]
    if _CHANGE_WORD_END.search(before) is None and figure.unit != "百分点":
        return False
    return (figure.unit == "百分点" or _CHANGE_TAIL.search(before) is not None) and _compares_places(before)


def _compared_before(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the sentence compares two years before the figure, not further back than another clause."""
    start = max(sentence.start, figure.reach_start - 60)
    stretch = scene.clean[start : figure.reach_start]
    return _COMPARISON.search(stretch) is not None


def is_remainder(scene: Scene, sentence: Sentence, figure: Quantity, listed: bool = False) -> bool:
    """Whether the figure is what is left over: 其余7件正在调处; `listed` behind other parts 其他 only names a kind."""
    if sentence.cues & REST or sentence.undone:
        before = scene.clean[max(sentence.start, figure.reach_start - 12) : figure.reach_start]
        if _REMAINDER.search(before) and not (listed and before.endswith(("其他", "其它"))):
            return True
    if sentence.apart and _APART_AFTER.match(scene.clean, figure.reach_end, sentence.end):
        return True
    if not sentence.undone:
        return False
    return _UNDONE_AFTER.match(scene.clean, figure.reach_end, sentence.end) is not None


def parts_of(scene: Scene, sentence: Sentence, year: int | None) -> dict[int, int]:
    """For each figure that breaks down another (其中 M件、K件), the index of the figure that it is a part of.

    `WHOLE_BEFORE` stands for a whole in the sentence before.
    """
    if not (sentence.cues & PART or sentence.colon or sentence.sorted_by or sentence.brackets):
        return {}
    clean, figures = scene.clean, sentence.figures
    parts: dict[int, int] = {}
    for cue in _BREAKDOWN.finditer(clean, sentence.start, sentence.end):
        whole = None
        previous = None
        wholes: dict[str, int] = {}
        for index, figure in enumerate(figures):
            if figure.end <= cue.start():
                aside = _PRIOR.search(clean, max(sentence.start, figure.reach_start - 12), figure.reach_start)
                this_year = aside is not None and year is not None and aside[0].startswith(str(year))
                if figure.unit not in _RATES and (aside is None or this_year):
                    whole = wholes[figure.unit] = index
                continue
            if whole is None:
                if cue.start() - sentence.start > _OPENS_SENTENCE or cue[0] in "：:":
                    break
                whole = WHOLE_BEFORE
            elif cue[0] in "：:" and not _heads_its_parts(clean, figures[whole], figure, cue.start()):
                break
            if previous is None:
                linked = figure.reach_start - cue.end() <= _PART_REACH and not _CLAUSE_END.search(
                    clean, cue.end(), figure.reach_start
                )
            else:
                between = clean[figures[previous].reach_end : figure.reach_start]
                # 其中存量28处、新增4处 lists both as kinds.
                linked = len(between) <= _PART_REACH and (
                    between == "、新增" or not _NEW_SUBJECT.search(between) or _KIND.fullmatch(between) is not None
                )
                # 考取6人，1人证件注销: a number right behind the comma that has a noun of its own
                linked = linked and not (between in ("，", ",") and scene.noun_follows(figure.reach_end))
                linked = linked and (between[:1] not in "，," or _same_count(figures[previous], figure))
            inside = clean[cue.end() : figure.start].replace("（", "(").replace("）", ")")
            if not linked or inside.count(")") > inside.count("("):
                break
            if cue[0] in "（(" and figure.unit not in wholes and not _same_count(figures[max(wholes.values())], figure):
                break
            if _OTHER_STAFF.search(clean, max(cue.end(), figure.reach_start - 12), figure.reach_start):
                previous = index
                continue
            # a rate beside a part is the whole's or the part's; where the whole stands in the sentence before it is the part's
            if figure.unit not in _RATES or (whole == WHOLE_BEFORE and figure.unit == "%"):
                # 拆除违建158宗、4.6万平方米，其中新增违建41宗: what is counted alike, if it is large enough
                parts[index] = wholes.get(figure.unit, whole)
            previous = index
    return parts


def _heads_its_parts(clean: str, whole: Quantity, part: Quantity, colon: int) -> bool:
    """Whether the figure before a colon, or before the noun that stands there, counts what follows: 21场普法：赶会9场."""
    noun = clean[whole.reach_end : colon]
    return not noun or (len(noun) <= _COUNTED_NOUN and not _CLAUSE_COMMA.search(noun) and _same_count(whole, part))


def _same_count(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may break down one whole: their units spell one count, or say nothing."""
    units = {one.unit, other.unit}
    return len(units) == 1 or bool(units & {"", *_RATES}) or any(units <= count for count in _COUNTS)


def is_total(scene: Scene, sentence: Sentence, figure: Quantity, match: "Match") -> bool:
    """Whether 共, 累计 or 全年 stands in the figure's stretch; before a list of counts it is no total."""
    if not sentence.cues & TOTAL:
        return False
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if token.word.cue & TOTAL and match.start - 6 <= token.start < figure.start:
            return not _counted_on(scene, sentence, figure, match)
    return False


def _counted_on(scene: Scene, sentence: Sentence, figure: Quantity, match: "Match") -> bool:
    """Whether the next figure counts the next kind of the same thing: 全年审查镇级合同38份，村级合同14份."""
    for other in sentence.figures:
        if other.start > figure.start:
            between = scene.clean[figure.reach_end : other.reach_start]
            spellings = (figure.unit, *match.metric.spellings)
            if other.unit not in spellings or len(between) > _PART_REACH:
                return False
            noun = match.words[0].word.text[-2:] if match.words else ""
            return between.startswith("、") or (between.startswith(("，", ",")) and noun != "" and noun in between)
    return False


def is_of_other_place(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the clause speaks of the county, the nation or other townships."""
    if sentence.named_above and (named := _NAMED_ABOVE.search(scene.clean, sentence.start, figure.reach_start)):
        inside = [other for other in sentence.figures if named.end() <= other.start < figure.start]
        if (
            not inside
            and figure.reach_start - named.end() <= _READS_ON
            and not _CLAUSE_COMMA.search(scene.clean, named.end(), figure.reach_start)
        ):
            return True
    if sentence.named_place and _of_named_place(scene, sentence, figure):
        return True
    if not sentence.cues & PLACE:
        return False
    foreign, told = False, sentence.start
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if token.end > figure.reach_start:
            break
        if sentence.brackets and in_closed_bracket(scene.clean, token.end, figure.reach_start):
            continue
        if token.word.cue & OWN:
            foreign = foreign and _is_named(scene.clean, token)
        elif token.word.cue & PLACE:
            if figure.reach_start - token.end <= 1:
                return True
            opens = (
                token.start == sentence.start
                or scene.clean[token.start - 1] in _SUBJECT_BREAK
                or not scene.clean[sentence.start : token.start].strip(_BULLETS)
                or _TIME_BEFORE.search(scene.clean, max(sentence.start, token.start - 3), token.start) is not None
            )
            if opens and not _PLACE_ASIDE.match(scene.clean, token.end) and not _BRANCH.match(scene.clean, token.end):
                foreign = True
                told = token.end
    if not foreign or _OWN_BODY.search(scene.clean, told, figure.reach_start):
        return False
    return _reads_on(sentence, told, figure.reach_start)


def _of_named_place(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether a county called by its name is the subject: 樊城区全年举办普法活动860场."""
    told = -1
    for named in NAMED_PLACE.finditer(scene.clean, sentence.start, figure.reach_start):
        told = named.end()
    if told < 0 or _OWN_BODY.search(scene.clean, told, figure.reach_start):
        return False
    own = any(
        token.word.cue & OWN and told <= token.start < figure.reach_start
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )
    return not own and _reads_on(sentence, told, figure.reach_start)


def _is_named(clean: str, token: "Token") -> bool:
    """Whether a bare 街道 ends the name of another one: 毗邻的黎城街道."""
    return token.word.text == "街道" and token.start > 0 and "一" <= clean[token.start - 1] <= "鿿"


def _reads_on(sentence: Sentence, told: int, position: int) -> bool:
    """Whether what was told at `told` still holds at `position`: figures come one after another in between."""
    for other in sentence.figures:
        if told <= other.reach_start < position:
            if other.reach_start - told > _READS_ON:
                return False
            told = other.reach_end
    return position - told <= _READS_ON


def partner_role(before: str) -> str | None:
    """Why a figure without words of its own takes another figure's metric; `before` is the text that leads up to it."""
    if _SECOND.search(before):
        return "present value"
    if _OTHER_TIME.search(before):
        return "other time"
    if _OWN_PLACE.search(before):
        return "own place"
    if _LEVEL_AFTER.search(before):
        return "level after a change"
    if _PRIOR.search(before):
        return "prior value"
    if _ACHIEVED.search(before):
        return "done of what was planned"
    return "sum of those before" if _SUMMED.search(before) else None


def is_rule(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the clause counts for each village, person or month, which says nothing of the township's total."""
    if not sentence.per_each:
        return False
    start = max(sentence.start, figure.reach_start - 24)
    clause = start
    for mark in "，,；;。":
        clause = max(clause, scene.clean.rfind(mark, start, figure.reach_start) + 1)
    # 干部职工“每周一法”学法15场 names a habit, it sets no rule.
    return _PER_EACH.search(_QUOTED.sub("", scene.clean[clause : figure.reach_start])) is not None


def is_denied(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is the 一件 of a denial: 没有一件复议、一件诉讼."""
    if figure.value != 1 or scene.clean[figure.start] != "一":
        return False
    return any(
        denial.start < figure.start and not _CLAUSE_COMMA.search(scene.clean, denial.end, figure.reach_start)
        for denial in sentence.denials
    )


def is_prior_aside(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is last year's value set beside this year's: 较上年的46件减少."""
    before = scene.clean[max(sentence.start, figure.reach_start - 16) : figure.reach_start]
    if "年" not in before and "期" not in before:
        return False
    return _COMPARED_PRIOR.search(before) is not None
