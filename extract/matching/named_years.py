"""The year that a sentence gives a figure: beside it, at the head of its clause, or by telling how it rose."""

from re import compile as regex

from extract.figures.quantity import DATE, Quantity
from extract.matching.comparisons import ONLY_FOR_A_REASON
from extract.matching.cues import PLAN, PRIOR, SINCE
from extract.matching.endings import last_characters
from extract.matching.plans import in_plan, is_plan, year_ahead
from extract.matching.scene import LAST_YEAR, Scene, Sentence
from extract.matching.since import SINCE_YEAR
from extract.matching.time_settings import NOW, TURNS_TO, clause_start, governs

#: 与去年相比，活动由32场增加到45场: the first value is last year's
_RISES_TO = regex(
    # 由6批9人次降到2批3人次
    r"(?:[0-9][0-9.,]*万?[余多]?[人批件场家户]次?)?"
    # 由58条到131条; 由2023年末的19名到2024年末的24名
    r"(?:[到至](?:今年|本年度?|20[0-9]{2}年)?(?:年?[末底])?的?[0-9一二两三四五六七八九十百千]"
    r"|[^，,。；;0-9]{0,8}(?:增|降|减|升|上|下|提|扩|压|缩|优化|整合|细化|精简|合并|调整|发展|变|充|壮|拓|延|涨|跌|滑|回)[^，,。；;0-9]{0,3}[到至为成]"
    # 由3期加到5期, 由30场做到50场: what may be said of anything else needs the number that it came to
    r"|[^，,。；;0-9]{0,8}(?:加|添|拉|砍|冲|顶|做|办|开|抬|推|翻|摁|攀|跃|收|配|铺|补|拔|追|掉|讲|达)"
    r"[到至](?:今年|本年度?|20[0-9]{2}年)?的?[0-9一二两三四五六七八九十百千])"
)
#: 与2022年相比，由32场增加到45场
_COMPARED_WITH = regex(r"(?:与|和|同|较|比)(20[0-9]{2})年")
#: 化解率由今年的96%提高到98%以上; 明年联合执法由17次压到12次
_THIS_YEARS = regex(r"[由从](?:(?P<named>今年|本年度?)|目前|现在|现有)的?$")
_FROM = ("由", "从")
_THIS_YEARS_ENDS = last_characters(_THIS_YEARS).union(_FROM)
#: how far before its figure the verb of a rise may end: 加到每季5期
_STEP = 3
#: how far before a figure a word of a plan may stand
_PLAN_REACH = 120
#: what the mark of a list item is made of: (2)2023年底持证11人
_LIST_MARK = " \n　()（）[]【】0123456789一二三四五六七八九十.．、①②③④⑤⑥⑦⑧⑨⑩-—·●■"
#: 上年度法治督察反馈的6个问题全部整改: the year is that of the inspection, what came of it is this year's
_FED_BACK = (
    "[^，,。；;0-9]{0,10}(?:督察|督查|考核|考评|巡察|巡视|审计|评估|评查)(?:组|中|时|工作)?"
    "[^，,。；;0-9]{0,6}(?:反馈|指出|点出|提出|交办|移交)"
)
#: a year that sets the time of what follows: at the head of a clause, not inside a name or a document's title
_SETTING = regex(
    r"(?:度|全年|年底|底|末|年末|期间|当年|年初)?"
    # 2023年工作要点, 2022年巡察反馈问题: the year of a document or of older matters
    r"(?!工作要点|要点|计划|工作计划|方案|实施方案|报告|版|修订|出台|印发|制定的|起|以来|以前|之前|以后|前|后|反馈|考核|目标|任务|部署|规划|预算|届"
    rf"|巡察|审计|督察|遗留|结转|积案|未结|至|到|—|-|的《|《|新修|{_FED_BACK})"
)
#: 2023年的20批次; 2023年全年受理20件
_BESIDE = regex(
    r"(?:度|全年|同期|同口径|当年|年?[末底初])?"
    r"(?:的|为|是|仅|共|有|仅有|达|约|发生|受理|办理|完成|仅为|就有|共有|全年|数量|总数|件数|只有|还有|还是|这个数字?|这一数字|这一数据)*+[：:]?[“\"（(]?"
    # 较2022年（受疫情影响，只有23场次）
    r"(?:(?<=[（(])(?:受[^，,。；;（）()0-9]{1,12}[，,])?(?:只有|仅有|仅为|只|仅|为|是))?$"
)
#: 去年同期的20件; 今年发放9800份、去年发放6500份
_LAST_YEAR = regex(
    r"(?:去年|上年度?|[上前]一年度?|头年|头一年)(?:同期|同口径|全年|年?末|年?底|这个?时候|此时)?(?:还|才|也|就|曾|只|不过|仅仅|总共|一共|尚|刚刚?)*+(?:的|为|是|仅|共|有|仅有|达|约|发生|受理|办理|完成|仅为|就有|只有"
    r"|发放|开展|举办|组织|调解|化解|排查|处理|查处|查办|拆除|培训|检查|审查|公开|接待|印发|征收|立案|办结|接到|收到|推送|播放|悬挂|普法|宣讲)*+[：:]?[“\"（(]?$"
    rf"|(?:去年|上年度?|[上前]一年度?){ONLY_FOR_A_REASON}$"
)
#: 原先22名，今年增加到44名; 原有12名，现有16名: the level before is last year's
_FORMERLY = regex(r"原[先有来](?:还|才|也|就|只|仅仅?|不过|总共|一共|共|有|是|为|的)*+$")
_BY_NOW = regex(
    r"[，,；;](?:而|但)?(?:到|截至)?(?:如今|现在?|现已|目前|眼下|今年|当前|[本当]年)?(?:年?[底末])?(?:又|已经?|则|却|就|便)*(?:有|为|是|达到?|共|[增添加扩升涨]|发展|壮大|充实|[0-9一二三四五六七八九十两百])"
)
#: 上年末13人|；年末持证17人
_BY_YEARS_END = regex("[，,；;。](?:到|至)?年[末底]")
#: 去年，我镇受理……
_LAST_YEAR_SETTING = regex(
    r"(?:^|[，,；;：:。\n])(?:而|在|(?:再|而)?(?:回[看望想顾首溯]|反观|单说|说到))?(?:去年|上年度?|上一年度?|前年)(?:全年|同期|度)?(?!的|相比|比|底|末|年底|结转|遗留|以来|基础|水平|未|同|(?<=前年)[和与及、]"
    rf"|{_FED_BACK}"
    # 上年5件；今年3件 states a value of that year and sets nothing
    r"|(?:分别)?(?:为|是|仅|只|共|有|仅有|只有|则为|则是|不过|才|还|就|刚|总共|一共|总计|还是|才有|不过是)?[0-9一二三四五六七八九十两百])"
    # 去年底持证的13人
    r"|(?:^|[，,；;：:。])(?:去年|上年)年?[末底](?=(?:全[镇乡]|我[镇乡]|全?街道)?[有持共在])"
)
#: 去年、今年行政诉讼案件均为2件; 2022年、2023年和2024年均未发生
_ALIKE_YEARS = regex(
    r"(?P<before>(?:(?:前年|去年|上年度?|上一年度?|20[0-9]{2}年度?)(?:、|和|与|及|，)){1,4})(?:今年|本年度?|当年|(?P<year>20[0-9]{2})年度?)(?:[这两三四五个]{2}年度?)?"
    r"[^，,。；;0-9]{0,24}(?:均|都|皆|同)[^，,。；;0-9]{0,3}$"
)
_EARLIER_YEAR = regex("20[0-9]{2}|前年|去年|上")
#: without one of these close before its number no sentence gives one value to both
_ALIKE = frozenset("均都皆同")
#: 前年只有1名; not 目前年均3名, 大前年
_YEAR_BEFORE_LAST = regex(
    r"(?<![目当此之以大])前年度?(?:同期|全年|年?[末底]|那时|那一年|这个?时候)?(?:(?:还|就|才|也|则|却|曾|总共|一共|共计|共|仅仅|仅|只|的|为|是|有|达到|达|约)*+"
    r"(?:发生|受理|办理|完成|发放|开展|举办|组织|召开|调解|化解|排查|处理|查处|拆除|培训|检查|审查|公开|接待|立案|办结|接到|收到|聘请?|办|开|审|调)?了?(?:的|为|是|有|共)*+)[：:]?[“\"（(]?$"
)


def named_year(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> int | None:
    """The year that the sentence gives this figure, where it is another than the report's or says so outright."""
    clean = scene.clean
    if id(figure) in sentence.paired_years:
        paired = sentence.paired_years[id(figure)]
        return paired if paired != LAST_YEAR else None if year is None else year - 1
    if sentence.rising and year is not None and rises(scene, sentence, figure):
        compared = [int(found[1]) for found in _COMPARED_WITH.finditer(clean, sentence.start, figure.reach_start)]
        return compared[-1] if compared else year - 1
    if sentence.cues & PRIOR and year is not None:
        before = clean[max(sentence.start, figure.reach_start - 36) : figure.reach_start]
        if _LAST_YEAR.search(before):
            return year - 1
        if _FORMERLY.search(before) and _BY_NOW.match(clean, figure.reach_end, sentence.end):
            return year - 1
        if _YEAR_BEFORE_LAST.search(before):
            return year - 2
    for date in reversed(sentence.others):
        if date.kind != DATE or date.year is None or date.start > figure.start or date.year_to is not None:
            continue
        if figure.reach_start - date.end <= 16 and _BESIDE.fullmatch(clean, date.end, figure.reach_start):
            return date.year
        if sentence.cues & SINCE and year is not None and date.year < year and SINCE_YEAR.match(clean, date.start):
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
            or TURNS_TO.match(clean, clause_start(clean, sentence.start, date.start), date.start) is not None
        )
        if not opens or not _SETTING.match(clean, date.end, min(len(clean), date.end + 28)):
            continue
        if NOW.search(clean, date.end, figure.reach_start):
            break
        if governs(scene, sentence, (date.start, date.end), figure):
            return date.year
        # The nearest setting ends the reach of those before it.
        break
    if sentence.cues & PRIOR and year is not None:
        head = clean[sentence.start : figure.reach_start]
        last = None
        for setting in _LAST_YEAR_SETTING.finditer(head):
            last = setting
        if last is not None and not NOW.search(head, last.end()) and not _BY_YEARS_END.search(head, last.end()):
            return year - 2 if "前年" in last[0] else year - 1
    return None


def years_alike(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> list[int]:
    """The earlier years that have the same value as the report's: 去年、今年行政诉讼案件均为2件."""
    if year is None or _ALIKE.isdisjoint(scene.clean[max(sentence.start, figure.reach_start - 4) : figure.reach_start]):
        return []
    found = _ALIKE_YEARS.search(scene.clean, sentence.start, figure.reach_start)
    if found is None or (found["year"] is not None and int(found["year"]) != year):
        return []
    return [
        int(named[:4]) if named[0] == "2" else year - 2 if named[0] == "前" else year - 1
        for named in _EARLIER_YEAR.findall(found["before"])
    ]


def names_this_year(before: str, year: int | None) -> bool:
    """Whether the words that lead up to a figure set it in the report's own year."""
    if NOW.search(before) is not None:
        return True
    at = before.rfind(f"{year}年") if year is not None else -1
    return at >= 0 and not before.startswith(("以前", "之前", "前", "底前", "版"), at + 5)


def starts_a_rise(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> bool:
    """Whether the figure is this year's, from which a plan goes on: 由今年的96%提高到98%; 明年由17次压到12次."""
    start = figure.reach_start
    if sentence.rising:
        # 由6批9人次降到2批3人次: both begin behind 由
        start = next((one.reach_start for one in sentence.figures if one.reach_end == start), start)
    if scene.clean[start - 1 : start] not in _THIS_YEARS_ENDS:
        return False
    before = scene.clean[max(sentence.start, start - 8) : start]
    told = _THIS_YEARS.search(before) is not None or before.endswith(_FROM)
    if not told or _RISES_TO.match(scene.clean, figure.reach_end, sentence.end) is None:
        return False
    return not before.endswith(_FROM) or _is_aimed(scene, sentence, figure, year)


def is_named_start(scene: Scene, figure: Quantity) -> bool:
    """Whether the start of a rise is said to be this year's: 由今年的3期加到5期 tells 3 as done, 由3期加到5期 does not."""
    found = _THIS_YEARS.search(scene.clean, max(0, figure.reach_start - 8), figure.reach_start)
    return found is not None and found["named"] is not None


def ends_rise_of_this_year(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is what this year's is to become, which only a plan can tell: 培训由今年的3期加到5期."""
    start = next((one for one in reversed(sentence.figures) if one.reach_end <= figure.reach_start), None)
    if start is None or not is_named_start(scene, start):
        return False
    found = _RISES_TO.match(scene.clean, start.reach_end, sentence.end)
    return (
        found is not None
        and found.end() >= figure.reach_start - _STEP
        and "，" not in scene.clean[start.reach_end : figure.start]
    )


def _is_aimed(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> bool:
    """Whether what leads up to the figure plans: by the part it stands in, a word such as 明年, or a year to come."""
    if in_plan(sentence, year):
        return True
    lead = scene.clean[max(sentence.start, figure.reach_start - _PLAN_REACH) : figure.reach_start]
    return (sentence.cues & PLAN != 0 and is_plan(lead)) or year_ahead(scene, sentence, figure, year) is not None


def rises(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is where a change began: 由32场增加到45场."""
    before = scene.clean[max(sentence.start, figure.reach_start - 6) : figure.reach_start]
    return before.endswith(("由", "从", "由原来的", "从原来的", "由原先的", "从原先的", "由原", "从原")) and goes_on_to(
        scene, sentence, figure
    )


def goes_on_to(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether behind the figure it is told what it became: 22个|调整为18个."""
    return _RISES_TO.match(scene.clean, figure.reach_end, sentence.end) is not None
