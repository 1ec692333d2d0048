"""Running totals that start before the report's year: 三年来累计560件; 2022年以来; 2021—2024年."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.scene import Scene, Sentence
from extract.matching.time_settings import CLAUSE_COMMA, NOW, governs

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
SINCE_YEAR = regex(
    r"(?:自|从)?(20[0-9]{2})年(?:度)?(?:[0-9]{1,2}月(?:份)?(?:[0-9]{1,2}日)?|初|底)?"
    r"(?:[^，,。；;0-9]{0,12})?(?:以来(?!的)|起至今|至今|开始|算起|起算|起(?=[，,]?[^，,。；;0-9]{0,8}(?:累计|先后|陆续)))"
)
#: 自2020年10月以来，截至今年11月底累计486宗: up to when a running total goes
_UNTIL = regex(r"截[至止]到?[^，,。；;]{0,12}?(?=累计|共|合计|总计|一共|总共|，|,|；|。|$)")
#: 对2019年以来印发的文件开展清理9件 counts this year's work on older things
_OF_OLDER = regex(r"(?:对|将|把|就)[^，,。；;]{0,12}以来[^，,。；;0-9]{0,28}的")
#: 2021—2025年规划 names a plan, no time
_SPAN_NAME = regex(r"(?:[^，,。；;]{0,12})(?:规划|纲要|方案|计划|行动)")


def since_before(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> bool:
    """Whether a running total that starts before the year governs the figure.

    At the head of the sentence it governs all that follows; in the middle, its own clause and the list in it.
    """
    clean = scene.clean
    since: tuple[int, int] | None = None
    if _OF_OLDER.search(clean, sentence.start, figure.reach_start):
        return False
    for match in _CUMULATIVE.finditer(clean, sentence.start, figure.reach_start):
        since = match.span()
    for match in SINCE_YEAR.finditer(clean, sentence.start, figure.reach_start):
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
    if NOW.search(between):
        return False
    if year is not None and f"{year}年" in between:
        # 三年来累计560件，其中2024年168件
        return False
    return governs(scene, sentence, since, figure)


def _in_later_clause(between: str) -> bool:
    """Whether a clause ends between the word that adds up and the figure."""
    told = max(between.find(word) for word in ("累计", "先后", "陆续"))
    return told >= 0 and CLAUSE_COMMA.search(between, told) is not None
