"""What is aimed at and not done: 力争10场; 完成6次的年度目标; 2026年安排."""

from re import Match
from re import compile as regex

from extract.figures.quantity import DATE, Quantity
from extract.matching.endings import last_characters
from extract.matching.scene import Scene, Sentence
from extract.matching.time_settings import CLAUSE_COMMA
from extract.report.model import PLAN

#: 完成6次的年度目标
_AIM_AFTER = regex(
    r"[”\"]?(?:的)?(?:年度|全年|年初|要点|考核|规定|既定|预定|创建|[省市县区]定)?(?:工作)?(?:目标|任务|指标|计划)(?!完成|.{0,2}办)"
)
#: 实现了合格率100%的目标
_AIM_REACHED = regex(
    r"(?:(?:实现|达到|完成|达成)了|(?:如期|圆满|顺利|全面|提前|超额|已|均|全部|成功)(?:实现|达到|完成|达成))[^，,。；;定]{0,16}$"
)
#: how what calls a figure a target begins, by which most figures are told at once to be none
AIM_OPENS = frozenset('的年全目任指计”"要考规既预创（(已均都将也还列纳作是为放安留推写拟打准')
#: 2025年, 2025年底
_BARE_YEAR = 7
#: 签约推迟到2026年1月，重大决策2项均经论证: what is put off sets no time for the clauses behind it
_PUT_OFF = regex(r"(?:推迟|延迟|延期|顺延|推后|延后|缓|改|拖|延)[到至]\Z")
#: 确保2024年化解200件
_SEES_TO = tuple(
    "计划 计划于 拟 拟于 准备 打算 预计 预计于 将于 定于 设想 预期 有望 目标"
    " 确保 保证 保障 力求 务求 务必 做到 努力 推动 促使 实现 争取 力争".split()
)
#: 履职情况与2026年安排 is headed by both, and its figures tell which they are
_DONE_HEADING = regex(r"以来|履职|成效|主要工作|工作情况|总结|回顾")
_HEADING_YEAR = regex(r"(20[0-9]{2})年")
#: 按计划检查, 检查计划执行: a plan that is only named, and what it led to was done
_PLAN_NAMED = regex(
    r"(?:按|依|照|据|随|遵循|对照|结合|围绕|落实|执行|实施|完成|推进|严守|对标|兑现|制[定订]|编制|印发|出台|下达|下发|列入|纳入|列进|严格|超额|超|实现|有|无|没|开展|根据|通过)"
    r"[^，,。；;0-9计]{0,12}计划$"
)
#: 审计计划, 执法检查计划: what the plan is of
_PLAN_OF = frozenset("查计法训作审讲传修治评习教巡督案普")
#: 计划完成 of a named plan: 检查计划完成30次
_CARRIED_OUT = regex("完成|执行|实施|落实|达|兑现|推进")
#: 计划检查30家，全部完成: what was planned and is said to be done
_ALL_DONE = regex(
    r"[^，,。；;、0-9（(]{0,6}[，,]?(?:现)?(?:已|均|全部|全|都|按期|如期|按时|圆满|顺利|超额){1,3}(?:完成|办结|落实|执行|实施|兑现|到位)(?!了?[0-9一二两三四五六七八九十]|率)"
    # 确保审查合同35份零差错
    r"|[^，,。；;、0-9（(]{0,4}零(?:差错|失误|延误|事故)"
)
#: 培训5场（计划）; 讲座3场列入明年计划; 培训5场拟于明年开展
_AIM_BEHIND = regex(
    r"[（(](?:计划|预计|拟办|拟开展|目标|预期|预计数|计划数|目标数|待开展)[）)]"
    r"|(?:已|均|都|将|也)?(?:列[入为]|纳入|作为|是|为|放在|安排在|安排到|留待|推迟到|写入|写进)了?(?:我[镇乡])?(?:明年|来年|下一?年|新的?一年)(?!的?继续|[^，,。；;]{0,4}(?:打下|基础))"
    r"|(?:还|也|均|都)?(?:将|拟|计划|预计|打算|准备)(?:于|在|到|待|放在)(?:明年|来年|下一?年|新的?一年|20[0-9]{2}年)"
)
#: 我镇将学法与例会一并部署: what 将 names is what it was done with
_HANDLED = "[纳列写融]入|列为|作为|定为|一并|一同|同步|一起|摆[在上到]|放在|贯穿|抓在|置于|写进|分[为成]|转[化变]|[送交移]"
_PLANNED = regex(
    # every branch opens with one character, no set of them, by which plain text is skipped fast
    # 力争10场; 争取到了资金 is done; 拟开展10场, but 拟发文件、拟上会议题 are what was examined
    r"力争(?!上游|一流|先进|主动)|争(?<!向上争)取(?!到了|[，,；;。、]|资金|项目|政策|支持)"
    # 对拟新签的30份合同进行审查 tells what was examined
    r"|拟(?<![对就查核凡模虚草]拟)(?![^，,。；;0-9年]{1,10}的)(?![^，,。；;、0-9]{1,4}(?:文件|公文|事项|议题|决定|协议|文稿|材料|稿件))(?=开展|举办|[办排开讲][0-9一二两三四五六七八九十]|组织|新|于|在|完成|配|建|对|安排|培|再|制|年|每|召|聘|发|审查合同|检查|调解|化解|办理|排查|举行|宣讲|推荐|推送|巡查|走访|考取|受理|20[0-9]{2}年|明年|来年|全年|今年|年内)"
    r"|预计|打算|明年|来年|下一年|下一步|新的一年"
    # 有望达到98%; 准备明年培训10场, but not 做好准备
    r"|有望(?=[^，,。；;]{0,8}(?:达|突破|实现|完成|超))|准备(?=[于在到]?(?:明年|来年|下一?年|20[0-9]{2}年)|(?:开展|举办|组织|召开|新增|新建)[^，,。；;]{0,20}$)"
    r"|设想(?=[于在]?(?:明年|来年|20[0-9]{2}年)|开展|举办|组织|召开)"
    # 司法所计划2025年列席20次; 全年计划排查隐患200处
    r"|计(?:(?<![一-鿿]计)|(?<=[年初度底末月日内期季所队镇乡道办府部站村区委组局我们还也原先并再已共各就]计)|(?<=中心计)|(?<=单位计)|(?<=机构计))"
    r"划(?![”\"内外书表单的地性中，,。、；;：:》）)数安经已按由和与及等]|生育|实施|执行|落实|制[定订]|编制|要求|明确|规定|下达|公示|备案|管理|任务|报[送备])"
    # 计划全年培训10场; 制定计划2份 plans nothing
    r"|计划(?![”\"])(?=[^，,。；;]{0,6}"
    r"(?:开展|举办|组织|培训|新|在|于|完成|配|发|建|对|安排|召|年内|全年|达|至|化解|调|实现|聘|走访"
    # 计划2024年再取证4名; 明年计划增加到80篇
    r"|再|增|取证|考取|招|创|打造|举行|宣讲|普法|推送|检查|扩|提))"
    # 原定培训6场; 年初排定8次
    r"|原定(?=[^，,。；;]{0,16}$)"
    r"|排定(?=[^，,。；;]{0,8}$)"
    # 目标为95%; 到2026年底达到95%
    r"|目标(?=[是为：:定])"
    # 年度目标培训10场, but not 完成目标，培训10场
    r"|目(?:(?<![一-鿿]目)|(?<=[年初度]目))标(?=培训|开展|举办|组织|排查|化解|调解|检查|办理|办结|审查|发放|走访|宣讲|整改|完成|[0-9])"
    # 确保全年培训10场; 确保开展讲座10场, but 确保12个村有顾问
    r"|确保(?=[^，,。；;0-9]{0,4}(?:明年|来年|全年|年内|年底前)?(?:开展|举办|组织|召开|排查|培训|宣讲|发放|走访|办理|化解|审查|检查|整改|新增)[^，,。；;的0-9]{0,14}$)"
    r"|确保(?:明年|来年|全年|年内|年底前)(?=[^，,。；;0-9]{0,14}$)"
    # 司法所将组织宣讲10场
    r"|将(?:(?<=[所队府办道心会站]将)|(?<![一-鿿]将))(?:再|继续|新)?(?=开展(?!的)|组织(?![^，,。；;]{0,4}部|[^，,。；;0-9]{0,6}的|生活会)|举办(?!的)|召开|举行|新增|新建)"
    r"(?![^，,。；;]{1,24}(?:结合|录入|归档|建档|上报|报送|报县|"
    + _HANDLED
    + r"))"
    + "".join(rf"|{to}20[0-9]{{2}}年(?:底|末|年底)?(?=[^，,。；;]{{0,12}}(?:达到|实现|力争|不低于|不少于|以上))" for to in "到至")
    # 确保化解率达到95%
    + r"|确保(?=[^，,。；;]{0,16}(?:达到?|不低于|不少于|控制在|以上|保持在)[^，,。；;]{0,4}$)"
    # 我镇将干部学法与例会一并部署 did so
    + "".join(
        f"|{who}将(?:(?=继续|进一步|持续|着力|围绕|按照?|坚持|大力|全面|深入)|(?![^，,。；;]{{1,24}}(?:{_HANDLED}|打造)))"
        for who in ("我[镇乡]", "我街道", "全[镇乡]")
    )
)
#: 计划10场，实际完成12场: what was planned is done
_DONE = regex(
    r"已(?!有|经)|现已|实际|完成了?[^，,。；;]{0,4}$"
    # 年初计划40场，实办普法活动46场
    r"|[，,；;、]实[办开讲训审查学施调排到为有]"
    # 原计划请律师讲课，因塌方没有成行，全年讲座0场
    r"|(?:没有?|未|未能|没能)(?:成行|办成|如期|实施|开展|举办)[^，,。；;]{0,6}[，,；;]"
    # 目标是40场，上半年只搞了13场，全年45场
    r"|[，,；;][^，,。；;力争拟]{0,16}(?:只|仅|才|总共|一共)(?:搞|办|做|完成|开展|举办|落实|跑|讲|开)了?(?:$|[0-9一二两三四五六七八九十])"
    r"|[，,；;](?:最终|最后|结果|到头来)?(?:只|仅|才)(?:[0-9]|有|$)|[，,；;]全年[0-9]"
)
#: 力争小事不出村，全年调解100件: what is striven for names no number, and what was done follows
_SLOGANS = frozenset(("力争", "争取"))
_BEHIND_SLOGAN = regex(
    r"[^0-9，,。；;]*[，,；;](?:全年|今年以来|今年|一年来|累计|共|先后)(?![^，,。；;]{0,10}(?:力争|计划|将|确保|争取|达到))[^，,。；;]{0,20}"
)
#: 年初目标96%，上年|95.3%: the clause of an earlier year has no plan in it
_PAST_CLAUSE = regex(
    r"[，,；;、（(](?:而|但)?(?:上一?年度?|去年|前年|20[0-9]{2}年度?)(?:同期|[末底])?(?:则|仅|只|实际)?(?:为|是|有|共|达|完成)?$"
)
_PAST_ENDS = last_characters(_PAST_CLAUSE)
#: 年初计划20场，全年开展22场
_AT_FIRST = ("年初", "原", "原本", "起初", "当初")
_IN_THE_END = regex(r"[0-9][^，,。；;]{0,12}[，,；;](?:但|而|到)?(?:全年|年底|一年下来)[^，,。；;0-9]{0,14}$")
#: 明年计划35件，今年为28件: a clause that turns back to now
_BACK_TO_NOW = regex(
    r"[，,；;](?:而|但|不过|到)?(?:今年|本年度|目前|现有|现在|眼下|当前|截至目前)"
    r"(?!起|开始|年?底前|要|将|再|还[要有]|内|计划|力争|争取|拟|预计|打算|确保|基础|[的由从])"
)
#: 目前正在筹备; 现有人员全部轮训: words of now that belong to the plan
_STILL_AHEAD = regex("[，,；;]|全部|均|正在|筹备|确定|安排|围绕|重点|[0-9]月|年?底")

#: 年初计划|6次，实际完成|9次; 计划|6次、完成|9次: what was meant and what came of it stand side by side
_MEANT = regex(
    r"(?:(?<!制定)(?<!制订)(?<!编制)(?:计划|预定|预期|原定|拟定|设定|原先?(?:安排|打算)|(?:年初|年度|全年|原本|起初|当初)(?:安排|打算|部署|任务|指标)|目标(?:任务)?|任务(?:目标|指标|数))"
    r"(?:数|量|值)?(?:[是为定：:]|定[在为])?(?:要|应)?(?:[^，,。；;、：:0-9]{1,10})?)$"
)
_CAME_OF_IT = regex(
    r"[，,、；;（(/](?:而|但|到)?(?:全年|年底|年内|一年下来)?"
    r"(?:(?:实际|现已|已经|已|最终|最后|结果|实则|实|超额|共|仅|只|却|则|上)++(?:完成|开展|举办|举行|组织|召开|办理|办结|办|培训|实施|落实|讲|学|训|审查|审|查|检查|化解|调解|排查|做到|做|达到|达|搞|开)?|完成|实现|落实)"
    r"(?:了|到|为|有|是)?(?:共|共计)?"
)
_MEANT_REACH = 16
#: 活动58场，年初定下的是|50场; 超出年初计划的|50场
_AT_FIRST_SET = regex(
    r"(?:年初|原先?|原本|当初|起初|年度)时?(?:的|所)?(?:(?:给|向|在|跟)[^，,。；;0-9]{1,6}?)?"
    r"(?:定|计划|安排|设[定想]|预[定计]|敲定|排定|承诺|打算|盘算|任务|目标|指标|应承)(?:了|好|下|出|上)?(?:的?(?:任务|目标|指标|计划|数量?|场次|盘子|账|数字))?的?"
    r"(?:只|仅|就|才)?(?:是|为|有)?[：:]?$"
)
_SET_WORDS = ("年初", "原", "当初", "起初", "年度")


def was_set_at_first(before: str) -> bool:
    """Whether the words before a figure say that it was meant to be so much of what is told already: 年初定下的是|50场."""
    return any(word in before for word in _SET_WORDS) and _AT_FIRST_SET.search(before) is not None


def meant_before(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether the figure before the one at `index` was planned, and this one is what came of it: 计划6次、完成9次."""
    if not index or not sentence.meant:
        return False
    meant, figure = sentence.figures[index - 1], sentence.figures[index]
    if meant.unit != figure.unit or meant.unit == "元":
        return False
    start = max(sentence.start, meant.reach_start - _MEANT_REACH)
    return (
        _CAME_OF_IT.fullmatch(scene.clean, meant.reach_end, figure.reach_start) is not None
        and _MEANT.search(scene.clean, start, meant.reach_start) is not None
    )


def was_meant(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure was planned for the year that the next one tells the outcome of."""
    if not sentence.meant:
        return False
    for index, other in enumerate(sentence.figures):
        if other is figure:
            return index + 1 < len(sentence.figures) and meant_before(scene, sentence, index + 1)
    return False


def in_plan(sentence: Sentence, year: int | None) -> bool:
    """Whether the sentence stands where nothing is told as done."""
    return sentence.role == PLAN or heads_plan(sentence.heading, year)


def heads_plan(heading: str, year: int | None) -> bool:
    """Whether the section is headed by a year after the report's: 2026年安排."""
    if year is None or "年" not in heading:
        return False
    found = _HEADING_YEAR.search(heading)
    return found is not None and int(found[1]) > year and not _DONE_HEADING.search(heading)


def year_ahead(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> int | None:
    """A year after the report's that sets the time of the figure: what it states then can only be aimed at."""
    if year is None:
        return None
    for date in reversed(sentence.others):
        if date.kind == DATE and date.year is not None and date.year > year and date.end <= figure.reach_start:
            if _PUT_OFF.search(scene.clean, max(sentence.start, date.start - 4), date.start) and CLAUSE_COMMA.search(
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


def is_aim(clean: str, figure: Quantity) -> bool:
    """Whether the figure is called a target: 完成6次的年度目标."""
    opens = clean[figure.reach_end : figure.reach_end + 1] in AIM_OPENS
    if not opens:
        return False
    if _AIM_BEHIND.match(clean, figure.reach_end) is not None:
        return True
    if _AIM_AFTER.match(clean, figure.reach_end) is None:
        return False
    return _AIM_REACHED.search(clean, max(0, figure.reach_start - 24), figure.reach_start) is None


def is_plan(before: str) -> bool:
    """Whether the last word of a plan before a figure still holds there."""
    last = None
    for match in _PLANNED.finditer(before):
        if not _is_named(before, match):
            last = match
    if last is None or _DONE.search(before, last.end()) or is_back(before, last.end()):
        return False
    if last[0] in _SLOGANS and _BEHIND_SLOGAN.fullmatch(before, last.end()) is not None:
        return False
    return not (before.endswith(_AT_FIRST, 0, last.start()) and _IN_THE_END.search(before, last.end()) is not None)


def is_fulfilled(clean: str, figure: Quantity) -> bool:
    """Whether what was planned is said to be done right behind the figure: 计划检查30家，全部完成."""
    return _ALL_DONE.match(clean, figure.reach_end) is not None


def _is_named(before: str, word: Match[str]) -> bool:
    """Whether 计划 is a plan that is named and not the verb: 按计划开展检查30次, 检查计划完成30次."""
    if word[0] != "计划":
        return False
    if before.startswith(("内", "外", "生育", "单列"), word.end()) or before.endswith("有", 0, word.start()):
        return True
    if _PLAN_NAMED.search(before, max(0, word.start() - 20), word.end()) is not None:
        return True
    return before[word.start() - 1 : word.start()] in _PLAN_OF and _CARRIED_OUT.match(before, word.end()) is not None


def is_back(before: str, start: int = 0) -> bool:
    """Whether the clause that leads up to a figure turns back to now from the plan that ends at `start`."""
    last = None
    for match in _BACK_TO_NOW.finditer(before, start):
        last = match
    return last is not None and not _STILL_AHEAD.search(before, last.end()) and not _PLANNED.search(before, last.end())


def tells_of_past(before: str) -> bool:
    """Whether the clause that leads up to a figure is nothing but an earlier year: 计划6场、完成7场，上年为|5场."""
    return before[-1:] in _PAST_ENDS and _PAST_CLAUSE.search(before) is not None


def is_later(before: str) -> bool:
    """Whether the words before a figure speak of a year to come."""
    return any(word in before for word in ("明年", "来年", "下一年", "下一步", "新的一年", "下年"))


def aimed_year(sentence: Sentence, figure: Quantity, year: int | None, later: bool) -> int | None:
    """The year that a planned figure is aimed at."""
    years = [q.year for q in sentence.others if q.kind == DATE and q.year is not None and q.start < figure.start]
    ahead = [y for y in years if year is None or y >= year + (1 if later else 0)]
    if ahead:
        return ahead[-1]
    if year is None:
        return None
    return year + 1 if later else year
