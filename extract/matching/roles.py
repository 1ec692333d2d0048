"""What part a figure plays in its sentence besides stating a value: remainder, total, rule, denied one, another's partner."""

from bisect import bisect_left
from re import compile as regex
from typing import TYPE_CHECKING

from extract.figures import rules
from extract.figures.quantity import Quantity
from extract.matching.apart import is_set_apart
from extract.matching.breakdown import CLAUSE_COMMA, PART_REACH
from extract.matching.comparisons import PRIOR, PRIOR_ENDS, SECOND, SECOND_ENDS
from extract.matching.cues import REST, TOTAL
from extract.matching.endings import last_characters
from extract.matching.scene import Scene, Sentence
from extract.report.model import PLAN

if TYPE_CHECKING:
    from extract.matching.match import Match

#: 其余7件; 尚有未办结纠纷3起; 上年结转1件, 结转下年度继续办理2件
_REMAINDER = regex(
    # it starts with one class of characters, so that the search skips plain text fast
    r"[结其剩余尚还另正仍等有待，,；;](?:(?<=结)转[^，,。；;、0-9]{0,16}$"
    r"|(?:(?<=[其剩])余|(?<=余)下|(?<=剩)(?<![整并换]后剩)下|(?<=尚)(?<!年[，,]尚)有|(?<=还)(?<!年还)(?<!外[，,]还)有|(?<=另)(?<![；;。]另)有"
    r"|(?<=[还尚仍])剩(?:下|余|有)?|(?<=[正尚仍])在|(?<=[仍尚])未|(?<=等)[候待]|(?<=有)待)(?:的)?(?:[^，,。；;、0-9]{0,6})$"
    r"|(?<=待)(?<![接招对看等优款期]待)(?:申?[领办]|申[请报]|换领|核发|颁发|发证|持证|考|取[得证]|换证|批|审|化解|调处)"
    r"(?:(?!化解|办结|完成|审核|全部|逐一)[^，,。；;、0-9]){0,8}$|(?<=其)[他它]$|(?<=[，,；;])余$)"
)
#: 石坡村800份，南塬村650份，其余各村2100份: the rest of the places is the last item
_REST_OF_PLACES = regex(
    r"(?:其余|其他|其它|另外|剩下)的?(?:各|[0-9一二三四五六七八九十两]{1,3}个?)(?:行政)?[村组片社][^，,。；;、0-9]{0,8}$"
)
_OF_PLACE = regex(r"[村寨屯社区组片][^，,。；;、0-9]{0,6}$")
#: 上年结转申请0件
_REMAINDER_REACH = 18
#: 仍有45件纠纷停在调解桌上; but 仍有9个村 has them
_STILL_OPEN, _STILL_OPEN_UNITS = ("仍有", "尚有", "仍存"), frozenset(("件", "起", "宗", "例"))
#: 其余9件中，诉讼5件、继续调处4件: what is left over, by kind
_OF_REMAINDER = regex(
    r"(?:其余|余下|剩余|剩下)的?[0-9一二三四五六七八九十]{1,4}[件起宗例](?:[中里]|当中)?[，,：:][^。；;]{0,24}$"
)
#: 其余7起均为占道经营 names the last kind
_REST_OF_KIND = regex("(?:其余|余下)的?(?:均|都|则|全)?(?:[为是系属]|属于)[^，,。；;、0-9]{1,6}类$")
_LAST_KIND = regex("(?:案件|案)?(?:案由)?(?:均|都|全|全部)(?:[为是系属](?!正)|涉及)")
#: 3起正在调处; 2件尚未办结
_UNDONE_AFTER = regex(
    r"[^，,。；;0-9]{0,6}(?:正在|尚在|仍在|未办结|尚未|未化解|未结|没(?:有)?(?:调成|谈拢|谈成|说成|办结|办完|化解|解决|了结)|悬而未决|悬着|待|先签后审|未审先签|未经审查|未送审)"
)
#: 7个、正在整改的|1个
_UP_TO_NEXT = regex(r"[^，,、。；;：:0-9]{0,8}")
#: 仅1人因产假未参加; 3名同志补考后合格
_ABSENT = regex(
    r"(?:名|位)?(?:同志|干部|职工|人员|同事|党员|学员)?(?:(?:[因由]于?|请)[^，,。；;0-9]{1,12}?)?"
    r"(?:[^，,。；;、0-9]{0,4}(?:没过|未过|没及格|不及格|没通过|未通过|没考过|挂科)"
    r"|(?:未能?|没有?)(?:参[加训考]|到[场课会])|缺[席考勤课]|缓考|请假|补[学训]|(?:经|通过)?补考(?!通过取得|[^，,。；;]{0,4}[取领]))"
)
_HEADS = frozenset(("人", "名", "位"))
#: 一件都没得, 一起也没发生
_NOT_ONE = regex("[也都]?(?:没|未|不曾|无(?=[，,。；;]))")
#: 每村每季度不少于1次; 人均学法40小时
_PER_EACH = regex(
    r"每(?:[万千百](?:名|户|位|人)?|个|名|村|社区|[寨屯组队片岛嘎]|网格|嘎查|单位|行政村|自然村|月|季度?|年|周|户|所|家|人|位|半年|季|支|处|场|次|天|日)"
    r"|人均|户均|村均|日均|周均|平均每|年(?<![两二三四五六七八九十几多]年)均|月(?<![两二三四五六七八九十几多]月)均"
    # 每调成2件补助100元
    r"|每(?:成功|有效|依法|新|多)?(?:调[解处成]|化解|办[理结成]|查[处办]|审[查结]|接[待到]|受理|解决|发现|举报|上报|报[送告]|提供|排查|拆除|培训|开展|组织|完成|推送|发放)了?[^，,。；;、0-9]{0,6}$"
    # 喇叭一天响三遍
    r"|一(?:天|日|周|星期|个?月)[^，,。；;0-9]{0,2}$"
)
#: what each of several places has: 为18个村（社区）各配齐1名
_OF_EACH_PLACE = regex(
    r"(?:[个村]|社区|[）)]|网格|单位|站所)(?:都|均)?各(?:自|都)?"
    r"(?:配齐|配备|配|选配|聘请|选聘|聘|选派|派驻|派|安排|明确|确定|落实|设立|设|有|选|培养|培育|联系|对接|结对)?(?:了|好|有)?(?:至少)?$"
)
_AT_LEAST, _ALL_HAVE = regex("[及]?以上"), regex("[均都各每]")
_SENT = regex("(?:指派|抽调|派出|派遣|调派|调集|选派|出动)(?:了|专职|镇级)?(?:[一-鿿]{2,6})?$")
_SENT_TO = regex(
    "[^，,。；;0-9]{0,10}(?:前往|赶赴|赶到|奔赴|到场|到现场|赴|上门|下村|入村|进村|介入|参加|参与|协助|集训|培训|跟班)"
)
#: 由两名执法人员当场处理的27件
_DONE_BY = regex(
    "(?:以上)?(?:持证|专职|行政|综合)?(?:行政)?(?:执法人员|执法队员|队员|调解员)[^，,。；;0-9]{0,12}?"
    "(?:当场|现场|依照|依据|按照|适用|处理|办理|处置|查处|调查|取证|调处|主持|承办|检查|作出|送达)"
)
_PEOPLE, _FEW = frozenset(("人", "名", "位")), 3
_TIMES = frozenset(("次", "场", "场次", "回", "趟"))
#: 每场夜调都由1名民警和1名调解员搭档; 站所均实现2名以上人员持证
_OF_EACH_ONE = regex(
    r"(?:都|均|皆)(?:能|要|可)?(?:确保|保证|保持|实现|达到)?(?:有|由|配有|配备|配|安排|派出|派|明确|落实|选派|指定|指派|确保|保证|实现|达到)(?:了|好|至少)?"
    r"(?:[0-9一二三两][名位人][一-鿿]{2,8}?(?:和|、|及|与))?$"
)
#: 把三趟检查拧成一趟: of many that were made one none is counted
_MADE_ONE = regex("[^，,。；;、0-9]{0,10}?(?:[合并拧捆拼归]{1,2}[成为到]|整合[成为]|打包[成为]|[变改][成为])一[次趟回遍]")
_MADE_ONE_REACH = 16
#: also 按每两月一次的频次开展6次: the rule is named, the count is what came of it
_QUOTED = regex(
    r"(?:以|按|按照|坚持|落实|执行|遵循)每[^，,。；;]{1,14}?(?:频次|频率|节奏|要求|标准|制度|惯例|安排)|“[^”]{0,30}”|\"[^\"]{0,30}\""
)
#: 须达到95%, 要求公众满意度不低于90%, 规定每人学法不少于40小时
_DEMANDED = regex(
    r"(?:(?<!按)要求(?!后|的)|规定(?!动作|的)|必须|(?<![必急])须|应当?|不得|标准[是为])[^，,。；;：:]{0,20}?"
    r"(?:不低于|不少于|不得低于|不得少于|低于|少于|至少|不超过|达到|达)(?:有|为|配备|配|聘请|到|于)?$"
)
_AS_DEMANDED = regex(r"(?:以上|左右|及以上)?的(?:要求|标准|规定|底线|门槛|硬性|硬指标|考核标准)")
#: 实现了100%的要求
_REACHED = regex(r"(?:达到|实现|完成|满足)了?[^，,。；;]{0,8}$")
#: 每半年听取一次汇报，召开一次专题会议: what stands once behind a rhythm has the same rhythm
_OF_THE_SAME_RHYTHM = regex(
    r"每(?:半年|季度?|月|个月|年|周|星期|两个?月)[^，,。；;]{0,20}?[一1两2][次场回][^，,。；;]{0,20}(?:[，,、][^，,。；;、0-9全今累共年]{0,6})$"
)
_LONGEST_RHYTHM = 56
#: 每周一晚学习从未间断、全年集体学法36次
_OF_THE_YEAR = regex(r"、(?:全年|一年|今年|本年度?|年内|共计|累计|合计)")
#: 上半年3次，全年共召开6次
_OTHER_TIME = regex(
    r"(?:全年|今年(?:一年|年?[底末])?|20[0-9]{2}年|去年|上年|上一年|前年|本年度?|当年|这一年|上半年|下半年|后半年|第?[一二三四1-4]季度?|截至[^，,。；;]{1,8}?|[到至，,；;]年[底末](?:已|达|共|则|累计)*)(?:合起来|加起来|合在一起|加在一起|算下来|合计|总计|共计|共|累计|总共|不过|才|还|又|已|则|达到|达|为|是|有|则有|则是|已有|已是|已经有|共有|就有|就达|就是|也是|还是|仍是|同样是|也有|还有|仍有|就|即有|即达|只有|仅有|仅|只|却只有|也只有)*"
    r"(?:召开|开展|组织|举办|举行|办理|办|受理|化解|调解|完成|开|达到|出具|审查|审核|接单|接到|发放|推送|接待|走访|检查|排查|调处|处理|拆除|查处)?(?:了)?$"
    # 原有12名，|如今已有16名
    r"|[，,；;](?:如今|现在|现下|眼下|目前|现)(?:年)?(?:已经?|则|共|总共|又)*(?:有|为|是|达到?)?$"
    # 五年里办活动400场；单说2020年，办了51场
    r"|(?:单说|单讲|单看|单论|单算|单就|单是|光说|光看|光算|光是|只说|只看|只算|就说|就看|就拿)(?:今年|20[0-9]{2}年)(?:来说|来看|一年)?[，,]?(?:就|便|也)?(?:共)?"
    r"(?:召开|开展|组织|举办|办理|办|受理|化解|调解|开|接待|检查|排查|调处|发放|印|拆除)?(?:了|是|有|为)?$"
    # 2025年末力争达到18人; 2025年拟排16堂; 2025年向98%迈进
    r"|[，,；;（(。](?:20[0-9]{2}年度?|明年|来年|下一?年度?)(?:[底末])?(?:计划|拟|打算|力争|争取|目标|预计|准备|安排|确保|希望|有望|想|要|将|再)*+"
    r"(?:达到|达|增至|升至|提高到|提升到|增加到|扩大?到|突破|超过|完成|开展|举办|举行|组织|召开|办|排|开|讲|做到|保持在?|稳定在|控制在|向|朝着?|增到|添到|降到|降至|压到|压降到)?(?:为|是|了)?$"
    # 1至11月办案74宗，12月又办9宗
    r"|又(?:召开|开展|组织|举办|举行|办理|办|受理|化解|调解|完成|开|出具|审查|接到|发放|推送|检查|排查|拆除|查处|办结)(?:了)?$"
)
#: 原有12名，如今16名
_FORMERLY = ("原先", "原有", "原来")
#: 本年5次，2021年以来累计19次; 四年累计14.2万元; 历年共62份
_RUNNING_TOTAL = regex(
    r"(?:[自从]?(?P<since>20[0-9]{2})年(?:度|初|底|[0-9]{1,2}月份?)?(?:以来|起?至今|起|算起|到现在)"
    r"|(?<![0-9第])近?[两二三四五六七八九十]个?多?年(?P<span>以?来|间|下来)?|历年(?:以?来)?|“?[六七八]五”?(?:普法)?(?:规划)?(?:启动|实施|开展)?(?:以来|期间)"
    r"|任期?(?:以来|之?内)|(?:本届|换届|成立|组建|建[所站成镇]|开办|运转|挂牌|运行|启用|设立)(?:以来|至今))"
    r"[，,]?(?:已|先后|也|则|就)*(?P<adds>累计|一共|总共|共计|合计|总计|共|已)?(?:已|达到|达|有|为|约|近|超)*"
    r"(?:开展|举办|举行|组织|办理|受理|提交|出具|作出|发放|发出|取得|接待|审查|审核|完成|新增|罚没|罚|收|办|审|培养|培育|培训)?了?$"
)
#: 本年38件、累计127件
_ADDED_UP = regex(r"[，,、（(]累计(?:已|达|为|有)*$")
_OF_THIS_YEAR = regex(r"(?:本年度?|今年|当年|年内)[^，,。；;0-9]{0,10}$")
#: 全区2300名，我街道186名
_OWN_PLACE = regex(
    r"(?:我镇|我乡|我街道|我办|全镇|全乡|全街道|本镇|本乡|本街道)(?:共计|总计|合计|共有|共|有|为|达到|达|占|的有|的|实际为|实际达到|实际达|实际)?$"
)
_OWN_PLACE_ENDS = last_characters(_OWN_PLACE)
#: 书记、镇长各讲一堂，两人合计2堂
_SUMMED = regex(
    r"(?:[，,；;（(、]|[0-9一二三四五六七八九十]个(?:行政|建制)?(?:村|社区|居委会)|[两二三四五六七八九十](?:人|者|项|类|处|家|村|方|笔|样|路|种|头|块|级|口|拨|下|边|部分|方面|渠道|条线))(?:合计|总计|相加|加起来|合起来|总共|一共|拢共|共计|加总)(?:共|为|有|是)?$"
)
_SUMMED_ENDS = last_characters(_SUMMED)
#: 原定6场，仅完成4场
_ACHIEVED = regex(r"(?:实际|仅|只|最终)(?:完成|开展|举办|组织|办理|培训|达到|达)?(?:了)?(?:共)?$")
_ACHIEVED_ENDS = last_characters(_ACHIEVED)
#: 较去年增加3次，达到11次
_LEVEL_AFTER = regex(
    r"[，,](?:现|目前|已|总数|总量|总人数|累计|累计已|队伍|合计)?(?:达到|达|为|共|至|增至|升至|降至|增加到|下降到|减少到|上升到|提高到)$"
    r"|[，,](?:现|目前|现在)共?有$"
    # 同比下降60%，全年仅6人次; 较上年减少25%，全年共受理86件
    r"|[，,](?:全年|今年|年内|本年度?)(?:共|总共|一共|仅仅?|只|累计|合计|实际)*(?:有|为|是|达|达到)?"
    r"(?:发生|出现|受理|办理|处理|调解|化解|接待|收到|接到|查处|立案|开展|举办|组织|发放|排查|登记)?(?:了)?$"
)
_LEVEL_ENDS = last_characters(_LEVEL_AFTER)
#: 新增“法律明白人”14名, 新培养调解员6名
_NEWLY = regex(r"(?:新[增培选聘吸发招]|增[补选聘配]|净增)[^，,。；;0-9]{0,2}[“\"]?$")


#: 对公民罚款1000元以上、对法人罚款1万元以上的决定; 化解率未达到90%的村（社区）
_BY_THRESHOLD = frozenset(("元", "%"))
_WHO_IS_FINED = regex(r"(?:公民|个人|自然人|法人|组织|单位|企业|经营者|较大数额|数额)[^，,。；;、]{0,6}$")
_LAWFUL_FINE = regex(
    r"(?:最高|最多|至多|上限)[^，,。；;]{0,4}(?:罚款?|罚金)(?:为|至|到|达)?$|(?<![许认])可(?:以|并|被)?(?:处以?|并处)?(?:被)?罚款?$"
)
_FINED_FROM = regex(r"(?:（含本数）|\(含本数\))?(?:以上|以下|及以上)(?![，,。；;])")
_FALLS_SHORT = regex(r"(?:未达到?|没达到?|达不到|不到|不足|低于|少于|高于|超过|达到)$")
_WHO_FALLS_SHORT = regex(
    r"(?:以上|以下)?的[，,]?(?:村|社区|单位|网格|站所|部门"
    r"|乡镇|街道|干部|人员|个人|年终|年底|取消|一律|予以|不得|由|给予|约谈|通报)"
)


def is_remainder(scene: Scene, sentence: Sentence, figure: Quantity, listed: bool = False) -> bool:
    """Whether the figure is what is left over: 其余7件正在调处; `listed` behind other parts 其他 only names a kind."""
    if figure.unit in _STILL_OPEN_UNITS and scene.clean.endswith(_STILL_OPEN, sentence.start, figure.reach_start):
        return True
    if sentence.cues & REST or sentence.undone:
        before = scene.clean[max(sentence.start, figure.reach_start - _REMAINDER_REACH) : figure.reach_start]
        if (
            _REMAINDER.search(before)
            and not (listed and _names_kind(scene.clean, before, figure))
            and not (_REST_OF_PLACES.search(before) and _is_of_places(scene, sentence, figure))
        ):
            return True
    if sentence.cues & REST:
        before = scene.clean[max(sentence.start, figure.reach_start - 36) : figure.reach_start]
        if _OF_REMAINDER.search(before):
            return True
    if sentence.apart and is_set_apart(scene.clean, figure.reach_end, sentence.end):
        return True
    if figure.unit in _HEADS and _ABSENT.match(scene.clean, figure.reach_end, sentence.end) is not None:
        return True
    if not sentence.undone:
        return False
    undone = _UNDONE_AFTER.match(scene.clean, figure.reach_end, sentence.end)
    return undone is not None and not _is_told_of_next(scene, sentence, figure, undone.end())


def _is_told_of_next(scene: Scene, sentence: Sentence, figure: Quantity, end: int) -> bool:
    """Whether the words up to `end` leave over what the next figure counts: 已整改7个、正在整改1个."""
    for other in sentence.figures:
        if other.reach_start >= end:
            between = scene.clean[end : other.reach_start]
            return other.unit == figure.unit and _UP_TO_NEXT.fullmatch(between) is not None
    return False


def _is_of_places(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure before counts the same of a place."""
    before = [other for other in sentence.figures if other.reach_end <= figure.reach_start]
    if not before or before[-1].unit != figure.unit:
        return False
    start = before[-1].reach_start
    return _OF_PLACE.search(scene.clean, max(sentence.start, start - _REMAINDER_REACH), start) is not None


def _names_kind(clean: str, before: str, figure: Quantity) -> bool:
    """Whether 其他 or 其余 leads to the last of several kinds: 其他375条, 其余7起均为占道经营."""
    if before.endswith(("其他", "其它")):
        return True
    if before.endswith("类") and _REST_OF_KIND.search(before) is not None:
        return True
    return before.endswith(("其余", "余下")) and _LAST_KIND.match(clean, figure.reach_end) is not None


def is_total(scene: Scene, sentence: Sentence, figure: Quantity, match: "Match") -> bool:
    """Whether 共, 累计 or 全年 stands in the figure's stretch; before a list of counts it is no total."""
    if not sentence.cues & TOTAL:
        return False
    first = bisect_left(scene.token_starts, match.start - 6, sentence.first_token, sentence.last_token)
    for at in range(first, sentence.last_token):
        token = scene.tokens[at]
        if token.start >= figure.start:
            break
        if token.word.cue & TOTAL:
            return not _counted_on(scene, sentence, figure, match)
    return False


def _counted_on(scene: Scene, sentence: Sentence, figure: Quantity, match: "Match") -> bool:
    """Whether the next figure counts the next kind of the same thing: 全年审查镇级合同38份，村级合同14份."""
    for other in sentence.figures:
        if other.start > figure.start:
            between = scene.clean[figure.reach_end : other.reach_start]
            spellings = (figure.unit, *match.metric.spellings)
            if other.unit not in spellings or len(between) > PART_REACH:
                return False
            noun = match.words[0].word.text[-2:] if match.words else ""
            return between.startswith("、") or (between.startswith(("，", ",")) and noun != "" and noun in between)
    return False


def partner_role(before: str) -> str | None:
    """Why a figure without words of its own takes another figure's metric; `before` is the text that leads up to it."""
    # Each of these stands right before the figure, and few characters end it: asking for the last one spares most searches.
    last = before[-1:]
    if last in SECOND_ENDS and SECOND.search(before):
        return "present value"
    if (
        "年" in before or "截至" in before or "又" in before or "季" in before or any(word in before for word in _FORMERLY)
    ) and _OTHER_TIME.search(before):
        return "other time"
    if last in _OWN_PLACE_ENDS and _OWN_PLACE.search(before):
        return "own place"
    if last in _LEVEL_ENDS and _LEVEL_AFTER.search(before):
        return "level after a change"
    if last in PRIOR_ENDS and PRIOR.search(before):
        return "prior value"
    if last in _ACHIEVED_ENDS and _ACHIEVED.search(before):
        return "done of what was planned"
    return "sum of those before" if last in _SUMMED_ENDS and _SUMMED.search(before) else None


def runs_on(before: str, year: int | None) -> bool:
    """Whether the words before a figure add up from before the year on: 2021年以来累计."""
    if "年" not in before and "来" not in before and "今" not in before and "任" not in before and "五" not in before:
        return False
    found = _RUNNING_TOTAL.search(before)
    if found is None:
        return False
    if found["since"] is not None:
        return year is None or int(found["since"]) < year
    return found["adds"] is not None or found["span"] is not None or "历年" in found[0]


def adds_to(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a bare 累计 adds earlier years to what the figure before counts for this one: 本年38件、累计127件."""
    if not index:
        return False
    this_year, figure = sentence.figures[index - 1], sentence.figures[index]
    if figure.unit != this_year.unit or figure.value is None or this_year.value is None or figure.value <= this_year.value:
        return False
    between = scene.clean[this_year.reach_end : figure.reach_start]
    if _ADDED_UP.fullmatch(between) is None:
        return False
    before = scene.clean[max(sentence.start, this_year.reach_start - _REMAINDER_REACH) : this_year.reach_start]
    return _OF_THIS_YEAR.search(before) is not None


def is_rule(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the clause counts for each village, person or month, or as demanded, which is no total of the township's."""
    if sentence.demands and _is_demanded(scene.clean, sentence, figure):
        return True
    if figure.unit in _BY_THRESHOLD and _is_threshold(scene.clean, figure):
        return True
    if figure.unit in _TIMES and _made_one(scene.clean, figure.reach_end, sentence.end):
        return True
    few_people = figure.unit in _PEOPLE and figure.value is not None and figure.value <= _FEW
    if few_people and _OF_EACH_ONE.search(scene.clean, max(sentence.start, figure.reach_start - 20), figure.reach_start):
        return True
    if not sentence.per_each:
        return False
    start = max(sentence.start, figure.reach_start - 24)
    clause = start
    for mark in "，,；;。":
        clause = max(clause, scene.clean.rfind(mark, start, figure.reach_start) + 1)
    year = _OF_THE_YEAR.search(scene.clean, clause, figure.reach_start)
    clause = year.end() if year else clause
    if few_people and _OF_EACH_PLACE.search(scene.clean, max(sentence.start, figure.reach_start - 36), figure.reach_start):
        # 为18个村各配齐1名法律顾问
        return True
    if figure.value == 1 and figure.unit in _TIMES:
        before = max(sentence.start, figure.reach_start - _LONGEST_RHYTHM)
        if _OF_THE_SAME_RHYTHM.search(scene.clean, before, figure.reach_start):
            return True
    if few_people and _AT_LEAST.match(scene.clean, figure.end) and _ALL_HAVE.search(scene.clean, clause, figure.reach_start):
        # 各科室均有2名以上在编人员持证
        return True
    # 干部职工“每周一法”学法15场 names a habit, it sets no rule.
    told = scene.clean[clause : figure.reach_start]
    if _PER_EACH.search(told) is None or rules.tells_the_day(scene.clean, clause, figure.start, figure.unit):
        return False
    return _PER_EACH.search(_QUOTED.sub("", told)) is not None


def _made_one(clean: str, start: int, end: int) -> bool:
    """Whether what is counted is told to be many no more: 三趟|检查拧成一趟."""
    return "一" in clean[start : start + _MADE_ONE_REACH] and _MADE_ONE.match(clean, start, end) is not None


def _is_demanded(clean: str, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is what somebody wants of the township: 出庭率不低于90%的要求."""
    if sentence.role != PLAN and _AS_DEMANDED.match(clean, figure.reach_end) is not None:
        return _REACHED.search(clean, max(sentence.start, figure.reach_start - 20), figure.reach_start) is None
    start = max(sentence.start, figure.reach_start - 36)
    return sentence.role != PLAN and _DEMANDED.search(clean, start, figure.start) is not None


def _is_threshold(clean: str, figure: Quantity) -> bool:
    """Whether the figure says from where on something holds: 对法人罚款1万元以上的决定; 化解率未达到90%的村."""
    before = clean[max(0, figure.reach_start - 12) : figure.reach_start]
    if clean.startswith("不等", figure.end):
        return True
    if figure.unit == "元":
        if _LAWFUL_FINE.search(before) is not None:
            return True
        return _FINED_FROM.match(clean, figure.end) is not None and _WHO_IS_FINED.search(before) is not None
    return _WHO_FALLS_SHORT.match(clean, figure.end) is not None and _FALLS_SHORT.search(before) is not None


def is_newly_added(scene: Scene, sentence: Sentence, index: int, match: "Match") -> bool:
    """Whether the figure is by how many more there are, the next being the level: 新增“法律明白人”14名，总数达到102名."""
    if index + 1 == len(sentence.figures) or not scene.clean.startswith(("，", ","), sentence.figures[index].reach_end):
        return False
    figure, level = sentence.figures[index], sentence.figures[index + 1]
    before = scene.clean[max(sentence.start, match.start - 6) : match.start]
    if figure.unit != level.unit or match.start >= figure.start or _NEWLY.search(before) is None:
        return False
    return _LEVEL_AFTER.search(scene.clean, figure.reach_end, level.reach_start) is not None


def is_sent_out(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the people were sent somewhere, and are not all there are: 指派3名调解员前往调解."""
    if figure.unit not in _PEOPLE:
        return False
    clean, start = scene.clean, figure.reach_start
    clause = max(sentence.start, *(clean.rfind(mark, sentence.start, start) + 1 for mark in "，,；;。"))
    if clean.startswith("由", start - 1) and figure.value is not None and figure.value <= _FEW:
        return _DONE_BY.match(clean, figure.reach_end) is not None
    return _SENT.search(clean, clause, start) is not None and _SENT_TO.match(clean, figure.reach_end) is not None


def is_denied(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is the 一件 of a denial: 没有一件复议、一件诉讼."""
    if figure.value != 1 or scene.clean[figure.start] != "一":
        return False
    if _NOT_ONE.match(scene.clean, figure.reach_end):
        return True
    return any(
        denial.start < figure.start and not CLAUSE_COMMA.search(scene.clean, denial.end, figure.reach_start)
        for denial in sentence.denials
    )
