"""Figures whose words name what they do not count: people who are away, other agenda, what was only ordered or printed."""

from re import compile as regex

from extract.figures.ones import falls_to_one
from extract.figures.quantity import Quantity
from extract.matching.match import Match
from extract.matching.other_counts import counts_else
from extract.matching.periods import period_of
from extract.matching.scene import Scene, Sentence
from extract.tables import PLANNED

_MEETINGS, _MATERIALS = "law_work_meetings", "publicity_materials"
_HEADS = frozenset(("人", "名", "位"))
#: what is no longer so once it is done; a suit that is being heard is a suit all the same
_DEEDS = frozenset(("hazards_found", "problems_rectified", "disputes_resolved", "illegal_structures_removed"))
#: what is still to be done of it is counted so: 仍有23条隐患; but 冒雨仍有200人到场
_THINGS = frozenset(("件", "起", "宗", "例", "条", "个", "项", "处", "户", "份"))
#: 2名|长期借调县直部门, 3名|今年调走; but 5名退休法官担任调解员, 2名抽调来的干部
_AWAY = regex(
    r"(?:长期|常年|目前|现|仍|已经?|还|均|都|先后|相继|陆续|今年|去年|年内|年中|上半年|下半年|被|因[^，,。；;0-9]{1,6}?)*+"
    r"(?:借调|借用|外借|上挂|抽调(?=[到至往去]?(?:县|市|区|省|上级|外地|专班))|调[走离出往任]|离[职岗任]|辞职|退休|退下来|转岗|转任|跳槽|请长假|休产假|休病假|病休)"
    r"(?!(?:的|后|前|返聘)|[^，,。；;0-9]{0,3}(?:干部|法官|教师|老师|职工|党员|人员|民警|检察|律师|公务员|老人|村))"
)
#: 4名调解员|年龄偏大, |文化程度不高; but 普遍年龄偏大, which is told of all
_OF_AGE = regex(
    r"(?:已经?|的)?(?:年龄|年纪|岁数|文化|学历|身体|知识|素质|精力|业务|能力)[一-鿿]{0,4}?(?:偏[大高低弱老]|较[大低差弱老]|不[高足强够齐]|老化|欠缺|过[大高低]|大了|有限|跟不上|差)"
    r"|(?:年事已高|体弱|年老|年迈|老龄|即将退休|临近退休|快退休|(?:已|都)?年[过近满逾]|超过[五六七5-7]|不会|不懂|难以胜任)"
)
#: what says that all there are are counted: 现有12名专职调解员年龄偏大
_ALL_THERE_ARE = regex(r"(?:现[共有]|共有?|拥有|设有?|配有?|配备|仅有?|只有|已有|目前有?|总共)$")
#: 23条隐患|处在整改期内
_UNDER_WAY = regex(r"[^，,。；;0-9]{0,8}?(?:仍|还|尚|正)?处[在于](?:整改|办理|调处|调解|化解|审理|审查|销号|限期|治理)")
_STILL = regex(r"(?:仍[有剩存]|仍存在|仍[留余]下?|还[剩留]|尚[余剩])(?:的)?$")
#: 仍有18件|如期办结
_DONE_ALL_THE_SAME = regex("[^，,。；;0-9]{0,10}?(?:办结|完成|成功|到位|销号|化解|整改了)")
#: 办公会议研究|综治、信访事项; 听取|安全生产汇报; 召开|乡村振兴专题会议
_ON_AGENDA = regex(
    r"(?:研究|听取|审议|讨论|部署|调度|通报|商议|商定|分析|议定|会商)了?(?!部署|讨论|审议|研究|决定|推进|解决)"
    r"(?P<topic>[^，,。；;：:0-9（）()]{2,24}?)(?:等)?(?:相关|有关|专项|专题|具体)?(?:事项|事宜|工作|议题|汇报|情况|问题|任务|报告|案件|项目)"
    r"(?:共|共计|累计|合计|总计|达|计|了|有|为|的?会议)*$"
)
_AGENDA_REACH = 40
_LAW = regex(
    "法|宪|普治|合规|(?:此|该|这|上述|以上|其|相关|有关)[一项类]?$|^(?:此|该|这|同一|同样|上述|以上|其|相关|有关|重大|重要|重点|具体|专题|全面|当前|年度|阶段)"
)
#: 请出老人帮忙，请了13位: helpers of a name of their own
_ELDERS = regex(
    "老人|老者|长者|老党员|老干部|老支书|老村长|老教师|老同志|老阿妈|阿爸|乡贤|寨老|族老|族长|头人|能人|贤达|威望|老师傅|医生|医师|专家|艺人|歌手|演员|志愿者|大学生|网红"
)
#: without such a word behind its number nothing was only ordered
ORDERS = regex("责[令成]|要求|督促|勒令|限令")
#: 责令限期|改正, but 按要求|整改, 要求的已全部|整改
_ORDERED = regex(
    "(?:责令|责成|(?<![按照据时限合规定级])要求|督促|勒令|限令)(?![^，,。；;0-9]*(?:已|均|全部|完成))[^，,。；;0-9]{0,10}$"
)
#: 责令整改到位, 责令改正后复查合格: what was ordered and done
_CAME_ABOUT = regex(
    r"[^，,。；;0-9]{0,2}(?:到位|完毕|完成|完了|销号|清零|合格|[，,、并且已均都全]{0,4}(?:已|均|全部|如期|按期|按时)[^，,。；;]{0,10}(?:整改|改正|销号|完成|到位))"
)
_CORRECTS = ("整改", "改正", "纠正", "整治", "消除")
#: 做了一次|清理，共清理|7份
_ONCE = frozenset(("次", "回", "遍", "轮", "轮次", "趟"))
_SAME_DEED = regex(
    r"(?:全面|集中|系统|彻底|专项|统一|大|认真|细致)?的?(?P<deed>清理|审查|评查|排查|检查|核查|摸排|梳理|复核|审核|复查|抽查|公开|修订)[^，,。；;0-9]{0,8}[，,]"
    r"(?:一共|总共|累计|共计?|先后|合计)?(?P=deed)(?:了|出|各类)?$"
)
#: 其中3名|是今年新考的, 当中2名|为当年取得; 其中今年新考取|3名
_NEW_BEHIND = regex(
    r"(?:[持领]?证?人员|队员|同志|干部)?(?:是|为|系|属|才)?(?:(?:今年|当年|本年度?|年内|去年)(?:[春夏秋冬][天季]?|[上下]半年|年[初中底]|[0-9]{1,2}月份?|里|度)?|新近|最近|刚刚?|才)*"
    r"(?:才|刚刚?|新近?|又|通过考试|经考试|首次)*(?:考[取到得上过下出]|考(?=的|[，,。；;]|$)|取得|领[到取证]|拿[到下证]|办[到下理]|获[得取]|获证|[到入]手|持证上岗)"
)
_NEW_BEFORE = regex(
    r"(?:今年|当年|本年度?|年内|新近?|刚刚?)(?:才|刚|新)*(?:考[取到得上]?|取得|领[到取]?|拿[到下证]?|获得|获证|办理)(?:了|的|证)*(?:有|是|为|共)?$"
)
_TOLD_NEW = regex("今年|当年|本年|年内|新|最近|刚|才")
_SHORTEST_NEW, _NEW_REACH = 2, 14
_PRINTED = regex(r"(?:(?<![编复影])印|印[制刷]|加印|翻印|编印)(?:了|上|个)?$")


def is_named_only(scene: Scene, sentence: Sentence, index: int, own: Match, year: int | None) -> bool:
    """Whether the figure's words name what `own` counts and say something else of it."""
    figure = sentence.figures[index]
    if counts_else(scene, sentence, figure, own):
        return True
    if own.metric.stock and figure.unit in _HEADS:
        return (
            _is_away(scene, sentence, index, own)
            or (
                figure.value == 1
                and own.start >= figure.start
                and falls_to_one(scene.clean, figure.reach_start, figure.reach_end)
            )
            or _is_of_elders(scene, sentence, figure, own)
        )
    if own.metric.id == _MEETINGS:
        return _has_other_agenda(scene, sentence, figure)
    if own.metric.id == _MATERIALS:
        return _is_only_printed(scene, sentence, figure, year)
    if figure.unit in _ONCE and own.metric.unit == "件":
        return _is_told_behind(scene, sentence, index)
    return own.metric.id in _DEEDS and figure.unit in _THINGS and _is_undone(scene, sentence, figure)


def without_orders(scene: Scene, figure: Quantity, matches: list[Match]) -> list[Match]:
    """Those that do not live by what was only ordered behind the number: 发现问题22个，责令限期|改正."""
    return [match for match in matches if not _is_only_ordered(scene.clean, figure, match)]


def is_newly_certified(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether a part of those who hold a certificate has obtained it this year: 其中3名是今年新考的."""
    clean = scene.clean
    if figure.unit not in _HEADS:
        return False
    found = _NEW_BEHIND.match(clean, figure.reach_end, sentence.end)
    if found is not None and found.end() - figure.reach_end > _SHORTEST_NEW and _TOLD_NEW.search(found[0]) is not None:
        return True
    return _NEW_BEFORE.search(clean, max(sentence.start, figure.reach_start - _NEW_REACH), figure.reach_start) is not None


def _is_only_ordered(clean: str, figure: Quantity, match: Match) -> bool:
    for token in match.words:
        if token.start >= figure.reach_end and "actions" in token.word.groups and token.word.text.endswith(_CORRECTS):
            ordered = _ORDERED.search(clean, figure.reach_end, token.start) or _ORDERED.fullmatch(token.word.text[:-2])
            return ordered is not None and _CAME_ABOUT.match(clean, token.end) is None
    return False


def _is_away(scene: Scene, sentence: Sentence, index: int, own: Match) -> bool:
    """Whether the people are some who are away or too old: 2名持证人员长期借调, 持证人员中有2名调走."""
    clean, figure = scene.clean, sentence.figures[index]
    end = sentence.figures[index + 1].reach_start if index + 1 < len(sentence.figures) else sentence.end
    if _ALL_THERE_ARE.search(clean, max(sentence.start, figure.reach_start - 4), figure.reach_start):
        return False
    behind = max((token.end for token in own.words), default=figure.reach_end)
    if _AWAY.match(clean, max(behind, figure.reach_end), end) is not None:
        return True
    return behind > figure.reach_end and _OF_AGE.match(clean, behind, end) is not None


def _is_of_elders(scene: Scene, sentence: Sentence, figure: Quantity, own: Match) -> bool:
    """Whether the sentence names helpers of its own, and the people counted come from a sentence before."""
    if not own.carried or any(token.end > sentence.start for token in own.carried):
        return False
    return _ELDERS.search(scene.clean, sentence.start, figure.reach_start) is not None


def _has_other_agenda(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the clause says what the meeting was on, and that is not law: 研究信访事项18次."""
    clean = scene.clean
    start = max(sentence.start, figure.reach_start - _AGENDA_REACH)
    clause = max(start, *(clean.rfind(mark, start, figure.reach_start) + 1 for mark in "，,；;。：:"))
    if clean.find("法", clause, figure.reach_start) >= 0:
        return False
    found = _ON_AGENDA.search(clean, clause, figure.reach_start)
    return found is not None and _LAW.search(found["topic"]) is None


def _is_only_printed(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None) -> bool:
    """Whether a plan says that so many are to be printed: 编一本读本，印3000本."""
    if _PRINTED.search(scene.clean, max(sentence.start, figure.reach_start - 4), figure.reach_start) is None:
        return False
    return period_of(scene, sentence, figure, year, False).basis == PLANNED


def _is_told_behind(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether how many there were stands behind the times it was done: 做了一次清理，共清理7份."""
    if index + 1 == len(sentence.figures):
        return False
    figure, following = sentence.figures[index], sentence.figures[index + 1]
    return _SAME_DEED.fullmatch(scene.clean, figure.reach_end, following.reach_start) is not None


def _is_undone(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether it is what is left to do: 仍有23条隐患, 23条隐患处在整改期内."""
    if not sentence.undone and "处" not in scene.clean[figure.reach_end : figure.reach_end + 12]:
        return False
    if _STILL.search(scene.clean, max(sentence.start, figure.reach_start - 4), figure.reach_start) is not None:
        return _DONE_ALL_THE_SAME.match(scene.clean, figure.reach_end, sentence.end) is None
    return _UNDER_WAY.match(scene.clean, figure.reach_end, sentence.end) is not None
