"""The year a figure speaks of, and whether it is done, planned or a running total."""

from dataclasses import dataclass
from re import compile as regex

from extract.figures.quantity import DATE, Quantity
from extract.matching.cues import PLAN as PLAN_CUE
from extract.matching.cues import PRIOR, SHARE, SINCE
from extract.matching.endings import last_characters
from extract.matching.scene import LAST_YEAR, Scene, Sentence
from extract.report.model import PLAN
from extract.tables import ACTUAL, CUMULATIVE, PLANNED

#: 完成6次的年度目标
_AIM_AFTER = regex(
    r"[”\"]?(?:的)?(?:年度|全年|年初|要点|考核|规定|既定|预定|创建|[省市县区]定)?(?:工作)?(?:目标|任务|指标|计划)(?!完成|.{0,2}办)"
)
#: 实现了合格率100%的目标
_AIM_REACHED = regex(
    r"(?:(?:实现|达到|完成|达成)了|(?:如期|圆满|顺利|全面|提前|超额|已|均|全部|成功)(?:实现|达到|完成|达成))[^，,。；;定]{0,16}$"
)
_AIM_OPENS = frozenset('的年全目任指计”"要考规既预创')
#: 与去年相比，活动由32场增加到45场: the first value is last year's
_RISES_TO = regex(
    # 由6批9人次降到2批3人次
    r"(?:[0-9][0-9.,]*万?[余多]?[人批件场家户]次?)?"
    # 由58条到131条; 由2023年末的19名到2024年末的24名
    r"(?:[到至](?:今年|本年度?|20[0-9]{2}年)?(?:年?[末底])?的?[0-9一二两三四五六七八九十百千]"
    r"|[^，,。；;0-9]{0,8}(?:增|降|减|升|上|下|提|扩|压|缩|优化|整合|细化|精简|合并|调整|发展|变|充|壮|拓|延|涨|跌|滑|回)[^，,。；;0-9]{0,3}[到至为成])"
)
#: 与2022年相比，由32场增加到45场
_COMPARED_WITH = regex(r"(?:与|和|同|较|比)(20[0-9]{2})年")
#: 化解率由今年的96%提高到98%以上; 明年联合执法由17次压到12次
_THIS_YEARS = regex(r"[由从](?:今年|本年度?|目前|现在|现有)的?$")
_FROM = ("由", "从")
_THIS_YEARS_ENDS = last_characters(_THIS_YEARS).union(_FROM)
#: 回头看2020年，尚有3批: words that turn to a year, at the head of a sentence
_TURNS_TO = regex(
    r"(?:再|而|但|要)?(?:回头看|回头再看|回看|回望|回想|翻看|倒看|往前看|对照|放在|放到|说到|说起|要说|单看|再看|且看|看看"
    r"|退回|倒回到?|追溯到?|到了)$"
    # 全镇2021年受理纠纷120起
    r"|[全我本](?:镇|乡|街道|所)$"
)
#: what the mark of a list item is made of: (2)2023年底持证11人
_LIST_MARK = " \n　()（）[]【】0123456789一二三四五六七八九十.．、①②③④⑤⑥⑦⑧⑨⑩-—·●■"
#: 2025年, 2025年底
_BARE_YEAR = 7
#: 签约推迟到2026年1月，重大决策2项均经论证: what is put off sets no time for the clauses behind it
_PUT_OFF = regex(r"(?:推迟|延迟|延期|顺延|推后|延后|缓|改|拖|延)[到至]\Z")
#: 确保2024年化解200件
_SEES_TO = ("确保", "保证", "保障", "力求", "务求", "务必", "做到", "努力", "推动", "促使", "实现", "争取", "力争")
#: 2021—2025年规划 names a plan, no time
_SPAN_NAME = regex(r"(?:[^，,。；;]{0,12})(?:规划|纲要|方案|计划|行动)")
#: 履职情况与2026年安排 is headed by both, and its figures tell which they are
_DONE_HEADING = regex(r"以来|履职|成效|主要工作|工作情况|总结|回顾")
_HEADING_YEAR = regex(r"(20[0-9]{2})年")
_CLAUSE_COMMA = regex(r"[，,；;]")

_PLANNED = regex(
    # 力争10场; 争取到了资金 is done; 拟开展10场, but 拟发文件、拟上会议题 are what was examined
    r"力争|(?<!向上)争取(?!到了|[，,；;。、]|资金|项目|政策|支持)"
    r"|拟(?![^，,。；;、0-9]{1,4}(?:文件|公文|事项|议题|决定|协议|文稿|材料|稿件))(?=开展|举办|组织|新|于|在|完成|配|建|对|安排|培|再|制|年|每|召|聘|发)"
    r"|预计|打算|明年|来年|下一年|下一步|新的一年"
    # 计划全年培训10场; 制定计划2份 plans nothing
    r"|计划(?![”\"])(?=[^，,。；;]{0,6}"
    r"(?:开展|举办|组织|培训|新|在|于|完成|配|发|建|对|安排|召|年内|全年|达|至|化解|调|实现|聘|走访"
    # 计划2024年再取证4名; 明年计划增加到80篇
    r"|再|增|取证|考取|招|创|打造|举行|宣讲|普法|推送|检查|扩|提))"
    # 原定培训6场
    r"|原定(?=[^，,。；;]{0,16}$)"
    # 目标为95%; 到2026年底达到95%
    r"|目标(?=[是为：:定])"
    r"|(?:到|至)20[0-9]{2}年(?:底|末|年底)?(?=[^，,。；;]{0,12}(?:达到|实现|力争|不低于|不少于|以上))"
    # 确保化解率达到95%
    r"|确保(?=[^，,。；;]{0,16}(?:达到?|不低于|不少于|控制在|以上|保持在)[^，,。；;]{0,4}$)"
    # 我镇将干部学法与例会一并部署 did so
    r"|(?:我[镇乡]|我街道|全[镇乡])将(?:(?=继续|进一步|持续|着力|围绕|按照?|坚持|大力|全面|深入)"
    r"|(?![^，,。；;]{1,24}(?:[纳列写融]入|列为|作为|定为|一并|一同|同步|一起|摆[在上到]|放在|贯穿|抓在|置于|写进|分[为成]|转[化变]|[送交移]|打造)))"
)
#: 计划10场，实际完成12场: what was planned is done
_DONE = regex(
    r"已(?!有|经)|现已|实际|完成了?[^，,。；;]{0,4}$"
    # 目标是40场，上半年只搞了13场，全年45场
    r"|[，,；;][^，,。；;力争拟]{0,16}(?:只|仅|才|总共|一共)(?:搞|办|做|完成|开展|举办|落实|跑|讲|开)了?(?:$|[0-9一二两三四五六七八九十])"
    r"|[，,；;](?:最终|最后|结果|到头来)?(?:只|仅|才)(?:[0-9]|有|$)|[，,；;]全年[0-9]"
)
#: 明年计划35件，今年为28件: a clause that turns back to now
_BACK_TO_NOW = regex(
    r"[，,；;](?:而|但|不过|到)?(?:今年|本年度|目前|现有|现在|眼下|当前|截至目前)"
    r"(?!起|开始|年?底前|要|将|再|还[要有]|内|计划|力争|争取|拟|预计|打算|确保|基础|[的由从])"
)
#: 目前正在筹备; 现有人员全部轮训: words of now that belong to the plan
_STILL_AHEAD = regex("[，,；;]|全部|均|正在|筹备|确定|安排|围绕|重点|[0-9]月|年?底")
_CUMULATIVE = regex(
    # 三年来; 近五年间
    r"(?:(?:近|这|过去|前|连续|最近)?(?<![0-9])(?:两|二|三|四|五|六|七|八|九|十|[2-9])(?:多)?(?:个)?(?:多)?年(?:多)?(?:来|间|以来))"
    # 行政复议五年共14宗; 五年多累计罚款; 四年里叫停11宗; 资料五年印了10万份
    r"|(?<![0-9第])(?:这|近)?(?:两|二|三|四|五|六|七|八|九|十)(?:个)?年(?:多)?(?:里|下来|(?:时间)?(?:里|间)?"
    r"(?=(?:累计|一共|总共|共计|合计|总计|共)|[^，,。；;0-9前后内]{0,6}?了))"
    r"|历年(?:来|累计)|多年来|近年来(?=[^，,。；;]{0,8}(?:累计|共))|近年(?=累计)"
    # “八五”普法以来; 中心挂牌运行以来
    r"|“?[六七八]五”?(?:普法)?(?:启动|实施|开展)?(?:[三四五]个?年)?(?:以来|期间|[间来里]|下来)|“?十[一二三四]五”?(?:规划)?(?:实施|开局)?(?:以来|期间|时期)"
    r"|任期?(?:以来|之?内)(?=(?:累计|一共|总共|共|合计|总计))"
    r"|(?:本届|换届|任职|上任|成立|组建|建[所站成镇]|开办|运转|挂牌|运行|开通|启动|实施|揭牌|建成|投用|启用|设立)(?:运行|实施|启用)?以来(?!的)"
    # “两违”整治三年攻坚以来; 三年行动开展以来
    r"|[两二三四五六]年(?:[^，,。；;0-9]{0,3}(?:行动|攻坚|整治|计划))(?:实施|启动|开展)?(?:以来|期间)(?!的)"
)
#: 2022年以来; 自2021年3月启用至今
_SINCE_YEAR = regex(
    r"(?:自|从)?(20[0-9]{2})年(?:度)?(?:[0-9]{1,2}月(?:份)?(?:[0-9]{1,2}日)?|初|底)?"
    r"(?:[^，,。；;0-9]{0,12})?(?:以来(?!的)|起至今|至今|开始|算起|起算|起(?=[，,]?[^，,。；;0-9]{0,8}(?:累计|先后|陆续)))"
)
#: 自2020年10月以来，截至今年11月底累计486宗: up to when a running total goes
_UNTIL = regex(r"截[至止]到?[^，,。；;]{0,12}?(?=累计|共|合计|总计|一共|总共|，|,|；|。|$)")
#: 对2019年以来印发的文件开展清理9件 counts this year's work on older things
_OF_OLDER = regex(r"(?:对|将|把|就)[^，,。；;]{0,12}以来[^，,。；;0-9]{0,28}的")
_NOW = regex(r"今年|这一年|本年度?|年内|全年(?!累计)|当年")
#: a year that sets the time of what follows: at the head of a clause, not inside a name or a document's title
_SETTING = regex(
    r"(?:度|全年|年底|底|末|年末|期间|当年|年初)?"
    # 2023年工作要点, 2022年巡察反馈问题: the year of a document or of older matters
    r"(?!工作要点|要点|计划|工作计划|方案|实施方案|报告|版|修订|出台|印发|制定的|起|以来|以前|之前|以后|前|后|反馈|考核|目标|任务|部署|规划|预算|届"
    r"|巡察|审计|督察|遗留|结转|积案|未结|至|到|—|-|的《|《|新修)"
)
#: 2023年的20批次; 2023年全年受理20件
_BESIDE = regex(
    r"(?:度|全年|同期|当年|年?[末底初])?"
    r"(?:的|为|是|仅|共|有|仅有|达|约|发生|受理|办理|完成|仅为|就有|共有|全年|数量|总数|件数|只有|这个数字?|这一数字|这一数据)*+[：:]?[“\"（(]?"
    # 较2022年（受疫情影响，只有23场次）
    r"(?:(?<=[（(])(?:受[^，,。；;（）()0-9]{1,12}[，,])?(?:只有|仅有|仅为|只|仅|为|是))?$"
)
#: 去年同期的20件; 今年发放9800份、去年发放6500份
_LAST_YEAR = regex(
    r"(?:去年|上年度?|上一年度?)(?:同期|全年|年?末|年?底|这个?时候|此时)?(?:的|为|是|仅|共|有|仅有|达|约|发生|受理|办理|完成|仅为|就有|只有"
    r"|发放|开展|举办|组织|调解|化解|排查|处理|查处|查办|拆除|培训|检查|审查|公开|接待|印发|征收|立案|办结|接到|收到|推送|播放|悬挂|普法|宣讲)*+[：:]?[“\"（(]?$"
)
#: 去年，我镇受理……
_LAST_YEAR_SETTING = regex(
    r"(?:^|[，,；;：:。])(?:而|在)?(?:去年|上年度?|上一年度?)(?:全年|同期|度)?(?!的|相比|比|底|末|年底|结转|遗留|以来|基础|水平|未|同"
    # 上年5件；今年3件 states a value of that year and sets nothing
    r"|(?:分别)?(?:为|是|仅|只|共|有|仅有|只有|则为)?[0-9一二三四五六七八九十两百])"
    # 去年底持证的13人
    r"|(?:^|[，,；;：:。])(?:去年|上年)年?[末底](?=[有持共在])"
)
#: 去年、今年行政诉讼案件均为2件; 2023年和2024年均未发生
_BOTH_YEARS = regex(
    r"(?:去年|上年度?|上一年度?|(?P<before>20[0-9]{2})年度?)(?:、|和|与|及|，)(?:今年|本年度?|当年|(?P<year>20[0-9]{2})年度?)(?:[这两个]{2}年度?)?"
    r"[^，,。；;0-9]{0,24}(?:均|都|皆|同)[^，,。；;0-9]{0,3}$"
)
#: without one of these close before its number no sentence gives one value to both
_ALIKE = frozenset("均都皆同")
_YEAR_BEFORE_LAST = regex(r"前年(?:同期)?(?:的|为|是)?$")
_PART_OF_YEAR = regex(
    r"上半年|下半年|第?[一二三四1-4]季度"
    # 1—11月; 一至十月
    r"|(?<![0-9])(?:1|一)(?:月份?)?[—\-–~～至到](?:[1-9]|1[01]|[二三四五六七八九十]|十一)月"
    # 9月份，……; 截至11月
    r"|(?<![年0-9])(?:[1-9]|1[0-2])月(?:份|以来|，|,)"
    r"|截至(?:[0-9]{4}年)?(?:[1-9]|10|11)月(?![0-9])(?!底前)"
)


@dataclass(slots=True)
class Period:
    """The year and basis of a figure; `whole` is false for a part of the year."""

    year: int | None
    basis: str
    whole: bool
    rule: str = ""


def period_of(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None, stock: bool) -> Period:
    """The period of a value that the report for `year` states."""
    clean = scene.clean
    if (
        sentence.timeless
        and not _heads_plan(sentence.heading, year)
        and clean[figure.reach_end : figure.reach_end + 1] not in _AIM_OPENS
        and not (sentence.rising and _rises(scene, sentence, figure))
    ):
        return Period(year, ACTUAL, True)
    if sentence.cues & SHARE and year_beside(scene, sentence, figure, year) is not None:
        return Period(year, ACTUAL, True)
    before_start = max(sentence.start, figure.reach_start - 120)
    before = clean[before_start : figure.reach_start]
    named = _named_year(scene, sentence, figure, year)
    if starts_a_rise(scene, sentence, figure, year):
        return Period(year, ACTUAL, True, "year named")
    if in_plan(sentence, year) or (sentence.cues & PLAN_CUE and _is_plan(before)):
        aimed = _aimed_year(sentence, figure, year, sentence.role == PLAN or _later(before))
        return Period(aimed, PLANNED, True, "planned")
    ahead = _year_ahead(scene, sentence, figure, year)
    if ahead is not None:
        return Period(year, ACTUAL, True) if _is_back(before) else Period(ahead, PLANNED, True, "planned")
    if is_aim(clean, figure):
        return Period(named if named is not None else year, PLANNED, True, "planned")
    stock = stock and "累计" not in before
    if (
        not stock
        and named is None
        and (sentence.cues & SINCE or sentence.spans or sentence.years)
        and _since_before(scene, sentence, figure, year)
    ):
        return Period(year, CUMULATIVE, True, "cumulative")
    if named is not None:
        return Period(named, ACTUAL, True, "year named" if named != year else "")
    whole = not sentence.part_year or not _in_part_of_year(before)
    return Period(year, ACTUAL, whole, "" if whole else "part of the year")


def _rises(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is where a change began: 由32场增加到45场."""
    before = scene.clean[max(sentence.start, figure.reach_start - 6) : figure.reach_start]
    return before.endswith(("由", "从", "由原来的", "从原来的", "由原先的", "从原先的", "由原", "从原")) and (
        _RISES_TO.match(scene.clean, figure.reach_end, sentence.end) is not None
    )


def in_plan(sentence: Sentence, year: int | None) -> bool:
    """Whether the sentence stands where nothing is told as done."""
    return sentence.role == PLAN or _heads_plan(sentence.heading, year)


def year_beside(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> int | None:
    """The earlier year that has the same value as the report's: 去年、今年行政诉讼案件均为2件."""
    if year is None or _ALIKE.isdisjoint(scene.clean[max(sentence.start, figure.reach_start - 4) : figure.reach_start]):
        return None
    found = _BOTH_YEARS.search(scene.clean, sentence.start, figure.reach_start)
    if found is None or (found["year"] is not None and int(found["year"]) != year):
        return None
    return year - 1 if found["before"] is None else int(found["before"])


def starts_a_rise(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> bool:
    """Whether the figure is this year's, from which a plan goes on: 由今年的96%提高到98%; 明年由17次压到12次."""
    if scene.clean[figure.reach_start - 1 : figure.reach_start] not in _THIS_YEARS_ENDS:
        return False
    before = scene.clean[max(sentence.start, figure.reach_start - 8) : figure.reach_start]
    told = _THIS_YEARS.search(before) is not None or before.endswith(_FROM)
    if not told or _RISES_TO.match(scene.clean, figure.reach_end, sentence.end) is None:
        return False
    return not before.endswith(_FROM) or _is_aimed(scene, sentence, figure, year)


def _is_aimed(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> bool:
    """Whether what leads up to the figure plans: by the part it stands in, a word such as 明年, or a year to come."""
    if in_plan(sentence, year):
        return True
    if sentence.cues & PLAN_CUE and _is_plan(scene.clean[max(sentence.start, figure.reach_start - 120) : figure.reach_start]):
        return True
    return _year_ahead(scene, sentence, figure, year) is not None


def _heads_plan(heading: str, year: int | None) -> bool:
    """Whether the section is headed by a year after the report's: 2026年安排."""
    if year is None or "年" not in heading:
        return False
    found = _HEADING_YEAR.search(heading)
    return found is not None and int(found[1]) > year and not _DONE_HEADING.search(heading)


def _in_part_of_year(before: str) -> bool:
    """Whether the last time named before the figure is a part of the year: 上半年40件，全年136件."""
    last = None
    for match in _PART_OF_YEAR.finditer(before):
        last = match
    return last is not None and "全年" not in before[last.end() :]


def _year_ahead(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> int | None:
    """A year after the report's that sets the time of the figure: what it states then can only be aimed at."""
    if year is None:
        return None
    for date in reversed(sentence.others):
        if date.kind == DATE and date.year is not None and date.year > year and date.end <= figure.reach_start:
            if _PUT_OFF.search(scene.clean, max(sentence.start, date.start - 4), date.start) and _CLAUSE_COMMA.search(
                scene.clean, date.end, figure.reach_start
            ):
                continue
            bare = date.end - date.start <= _BARE_YEAR or scene.clean.startswith(("底", "前", "末"), date.end)
            before = scene.clean[date.start - 1 : date.start] if date.start > sentence.start else ""
            if bare and (
                not before
                or before in "，,；;：:。（(到至在、】〗］]"
                or scene.clean[sentence.start : date.start].endswith(_SEES_TO)
            ):
                return date.year
    return None


def _since_before(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> bool:
    """Whether a running total that starts before the year governs the figure.

    At the head of the sentence it governs all that follows; in the middle, its own clause and the list in it.
    """
    clean = scene.clean
    since: tuple[int, int] | None = None
    if _OF_OLDER.search(clean, sentence.start, figure.reach_start):
        return False
    for match in _CUMULATIVE.finditer(clean, sentence.start, figure.reach_start):
        since = match.span()
    for match in _SINCE_YEAR.finditer(clean, sentence.start, figure.reach_start):
        if match[0].endswith("起") and _in_later_clause(clean[match.end() : figure.reach_start]):
            # 自2021年起先后推行……制度，调解纠纷36件: what was done since then is the clause's alone
            continue
        if year is not None and int(match[1]) < year and (since is None or match.end() >= since[1]):
            since = match.span()
        elif since is not None and match.end() == since[0]:
            # 2018年以来|三年累计: one setting
            since = (match.start(), since[1])
    for date in sentence.others:
        if date.year_to is not None and date.year is not None and year is not None and date.year < year <= date.year_to:
            named_plan = _SPAN_NAME.match(scene.clean, date.end)
            if date.end <= figure.reach_start and not named_plan and (since is None or date.end > since[1]):
                since = (date.start, date.end)
    if since is None:
        return False
    between = _UNTIL.sub("", clean[since[1] : figure.reach_start])
    if _NOW.search(between):
        return False
    if year is not None and f"{year}年" in between:
        # 三年来累计560件，其中2024年168件
        return False
    return _governs(scene, sentence, since, figure)


def _in_later_clause(between: str) -> bool:
    """Whether a clause ends between the word that adds up and the figure."""
    told = max(between.find(word) for word in ("累计", "先后", "陆续"))
    return told >= 0 and _CLAUSE_COMMA.search(between, told) is not None


def _clause_start(clean: str, floor: int, position: int) -> int:
    return max(floor, *(clean.rfind(mark, floor, position) + 1 for mark in "，,；;"))


def _governs(scene: Scene, sentence: Sentence, setting: tuple[int, int], figure: Quantity) -> bool:
    if _TURNS_TO.match(scene.clean, sentence.start, setting[0]):
        return True
    if (
        not scene.clean[sentence.start : setting[0]].strip("自从（(在截至到“\n 一二三四五六七八九十是、：")
        and setting[0] - sentence.start < 8
    ):
        return True
    inside = [q for q in sentence.figures if setting[1] <= q.start < figure.start]
    if not inside:
        return True
    return not _CLAUSE_COMMA.search(scene.clean, inside[0].end, figure.reach_start)


def is_aim(clean: str, figure: Quantity) -> bool:
    """Whether the figure is called a target: 完成6次的年度目标."""
    opens = clean[figure.reach_end : figure.reach_end + 1] in _AIM_OPENS
    if not opens or _AIM_AFTER.match(clean, figure.reach_end) is None:
        return False
    return _AIM_REACHED.search(clean, max(0, figure.reach_start - 24), figure.reach_start) is None


def names_this_year(before: str, year: int | None) -> bool:
    """Whether the words that lead up to a figure set it in the report's own year."""
    if _NOW.search(before) is not None:
        return True
    at = before.rfind(f"{year}年") if year is not None else -1
    return at >= 0 and not before.startswith(("以前", "之前", "前", "底前", "版"), at + 5)


def _is_plan(before: str) -> bool:
    last = None
    for match in _PLANNED.finditer(before):
        last = match
    return last is not None and not _DONE.search(before, last.end()) and not _is_back(before, last.end())


def _is_back(before: str, start: int = 0) -> bool:
    """Whether the clause that leads up to a figure turns back to now from the plan that ends at `start`."""
    last = None
    for match in _BACK_TO_NOW.finditer(before, start):
        last = match
    return last is not None and not _STILL_AHEAD.search(before, last.end()) and not _PLANNED.search(before, last.end())


def _later(before: str) -> bool:
    return any(word in before for word in ("明年", "来年", "下一年", "下一步", "新的一年", "下年"))


def _aimed_year(sentence: Sentence, figure: Quantity, year: int | None, later: bool) -> int | None:
    years = [q.year for q in sentence.others if q.kind == DATE and q.year is not None and q.start < figure.start]
    ahead = [y for y in years if year is None or y >= year + (1 if later else 0)]
    if ahead:
        return ahead[-1]
    if year is None:
        return None
    return year + 1 if later else year


def _named_year(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> int | None:
    """The year that the sentence gives this figure, where it is another than the report's or says so outright."""
    clean = scene.clean
    if id(figure) in sentence.paired_years:
        paired = sentence.paired_years[id(figure)]
        return paired if paired != LAST_YEAR else None if year is None else year - 1
    if sentence.rising and year is not None and _rises(scene, sentence, figure):
        compared = [int(found[1]) for found in _COMPARED_WITH.finditer(clean, sentence.start, figure.reach_start)]
        return compared[-1] if compared else year - 1
    if sentence.cues & PRIOR and year is not None:
        before = clean[max(sentence.start, figure.reach_start - 14) : figure.reach_start]
        if _LAST_YEAR.search(before):
            return year - 1
        if _YEAR_BEFORE_LAST.search(before):
            return year - 2
    for date in reversed(sentence.others):
        if date.kind != DATE or date.year is None or date.start > figure.start or date.year_to is not None:
            continue
        if figure.reach_start - date.end <= 16 and _BESIDE.fullmatch(clean, date.end, figure.reach_start):
            return date.year
        if sentence.cues & SINCE and year is not None and date.year < year and _SINCE_YEAR.match(clean, date.start):
            # 2022年设岗以来，累计审查214宗: where a running total starts is not when it was counted.
            continue
        opens = (
            date.start == sentence.start
            or not clean[sentence.start : date.start].strip(_LIST_MARK)
            or clean[date.start - 1] in "，,；;：:。（(在而\n"
            or clean.startswith("其中", date.start - 2)
            # 2022年调解纠纷141件、2023年128件
            or (
                date.year == year
                and clean[date.start - 1] == "、"
                and any(other.reach_end == date.start - 1 for other in sentence.figures)
            )
            or _TURNS_TO.match(clean, _clause_start(clean, sentence.start, date.start), date.start) is not None
        )
        if not opens or not _SETTING.match(clean, date.end, min(len(clean), date.end + 8)):
            continue
        if _NOW.search(clean, date.end, figure.reach_start):
            break
        if _governs(scene, sentence, (date.start, date.end), figure):
            return date.year
        # The nearest setting ends the reach of those before it.
        break
    if sentence.cues & PRIOR and year is not None:
        head = clean[sentence.start : figure.reach_start]
        ends = [setting.end() for setting in _LAST_YEAR_SETTING.finditer(head)]
        if ends and not _NOW.search(head, ends[-1]):
            return year - 1
    return None
