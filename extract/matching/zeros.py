"""Denials that set a metric to zero: 未发生行政复议、行政诉讼案件; 零败诉."""

from bisect import bisect_left
from re import compile as regex

from extract.figures.asking import ASKS
from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.compiled import CompiledLibrary
from extract.matching.cues import SHARE
from extract.matching.match import Match
from extract.matching.scene import Scene, Sentence
from extract.matching.words import Token

#: 未 alone denies an event only before such verbs; 未按期答复行政复议 denies no lawsuit
_EVENT = regex(
    r"(?:曾|有|再|因)?(?:发生|出现|收到|接到|被|因|有|受理|产生|制定|制订|制发|发布|出台|印发|引发|新增|新|办理|涉及|提起|败诉|对|形成|接|发|成为|作为|列为|以)"
)
#: what makes a denial deny something else than the noun behind it
_OTHER_MATTER = regex(
    r"(?:不(?!当|服|作为)|无法|制度|机制|专职|专门|经验|能力|水平|意识|存在|规定|要求|及时|超期|逾期|积压|拖延|失误|答复|履行|落实)"
)
_REACH, _LONGEST_DURING = 26, 40
#: words behind a noun that make the denial speak of something else
_TURNS = regex(
    # 无行政应诉人员
    r"(?:应诉)?(?:人员|经验|知识|业务|制度|机制|工作|意识|答复|风险|职责|能力|文书|程序)"
    # 无一起被复议机关撤销, 没有一件在行政诉讼中败诉
    r"|(?:机关|环节|程序|过程|阶段)?[中里内]?(?:被)?(?:撤销|纠错|变更|确认违法|认定违法|责令|改判)|(?:机关|环节|程序|过程|阶段|[中里])"
    r"|[、和或及与](?:行政)?(?:诉讼|复议|应诉)(?:机关|环节|程序|过程|阶段|[中里])"
    # 无行政复议决定被撤销
    r"|(?:决定|案件)?(?:被(?:撤销|纠错|变更|确认违法|责令)|存在|违反|不符|超期|逾期|未|不|败诉|不当|反馈|纠错|撤销|积压|延误|泄露)"
)
#: 没有因依申请公开引起的复议: what it came from is not denied
_BY_CAUSE, _CAUSED = regex("[因由]"), regex("[^，,。；;、]{0,8}?(?:引发|引起|导致|造成|产生|带来|诱发)")
#: 没有发生一起因调解不及时引发的越级上访: how what is denied would have come about
_CAUSE_TOLD = regex("[因由][^，,。；;、]{1,16}?(?:引发|引起|导致|造成|产生|带来|诱发)的?")
#: 行政诉讼，今年没有。
_ASIDE = regex(
    r"”?(?:案件|方面|的|的人|的?事[情儿项]?|之[事案讼]|者|呢|这一?块|这一?项)?[，,](?:一[个件起例宗批人桩份](?:也|都)?)?(?:今年|全年|年内|本年度?)?"
    r"(?:我?[镇乡]里|我[镇乡]|全[镇乡]|街道|我们)?(?:也|均|都|皆|亦|俱|还|则|却|倒|更|一直|始终|从)?(?:一[个件起例宗批人桩份](?:也|都)?)?$"
)
#: 杜绝了越级上访，全年为零: nought in a clause of its own
_NOUGHT_ASIDE = regex(
    r"”?(?:案件|事项|批次|人次|情况|现象|事件|方面|的)?[，,](?:我?[镇乡]里|[我全本][镇乡街]道?|今年|全年|年内|本年度?|当年|实现|保持|维持|继续|仍然?|连续|均|都|也|皆|亦|全部|数量|总量|总数"
    r"|件数|批次|人次|次数|数|发生|登记|量|为|是|了|在|到|“){1,8}$"
)
#: 进京上访，在敏感节点期间也未发生; 行政复议，从年初到年底，没有一件: when there was none
_DURING = regex(
    r"[，,](?:在[^，,。；;、]{2,18}(?:期间|时段|节点|时期|前后|关头|关口)|[从自][^，,。；;、]{1,8}到[^，,。；;、]{1,8}|一年(?:下来|到头|里)|[这整]一?年(?:里|下来)?)"
    r"(?=[，,也均都却则]|$)[，,]?"
)
#: 未发生过, 没有再发生一起: nothing is named behind the denial
_NOTHING_BEHIND = regex(
    r"(?:再|新|重新|另)?(?:发生|出现|有|出|(?:制?发|接|收|见|闻)[上到着]?|[出发印定]|制[定订发]|印发|出台|发布|新增|增[加设]|签发|[碰遇摊沾打][上到着]?)?(?:过)?"
    r"(?:[一1][起件例宗次桩批份个])?(?:(?:此类|相关|该类|这类)?(?:情况|案件|申请|事项))?(?=[，,。；;、！!？?\n|）)]|$)"
    # 未制定、印发规范性文件: of several verbs none was done
    r"(?!、(?:制[定订发]|印发|出台|发布|下发|签发|修[订改]|废止)[^，,。；;0-9]{0,16}文件(?![0-9共])"
    r"|、(?:受理|办理|收到|接到|产生|引发|发生|出现)[^，,。；;、0-9]{0,12}(?:案件|申请|复议|诉讼|上访|事件)(?![0-9共]))"
)
#: how far behind 零 its own noun begins: 零进京上访
_BESIDE = 4
_CLAUSE_END = regex(r"[，,；;。！!？?\n：:|]")
#: 行政复议、行政诉讼案件均保持零发生
_ZERO_AFTER = regex(
    r"(?:案件|事项|数量|件数|件次|批次|数|情况|申请|一年来|一年里|均|全部|全(?![年镇乡])|实现|保持|挂|连续|继续|为|是|了|“|\"|的|都|、|和|及"
    r"|全年|连续[两二三四五六]年|(?:集体|重复|个体?)(?:上)?访|发生|登记|量|人次|起数|件|现象|事件|\(|（|的案子|案子|(?:的|之)(?:事[情儿]?|官司|情[形况]|案)|这[类种样]的?事[情儿]?|一事|者|事[情儿]?|官司|情[形况]|”|亦|俱|皆|办理|受理|收到|继续保持|同样|双|三个|一[件起例次宗桩个]|制定数?|出台|受理|新增|败诉|：|:|方面|也|则|却|倒|仍|还|再|今年|本年度?|年内)*+$"
)


#: 行政复议“零纠错”: none of them went wrong, which denies none
_NOUGHT_OF_COURSE = regex(r"[”\"]?(?:纠错|撤销|差错|变更|超期|逾期|失误|投诉|违法)")
_STOPS, _SENTENCE_ENDS = regex("[。？?：:，,]"), "。；;！!？?\n"
_QUESTION_REACH = 60
_ITEM = regex(r"(?:案件|事项|情况|数量|数)?(?:、|和|及|与|以及)[^，,。；;：:]{0,12}")
_ALL = regex("均|都|皆|全部|全为")


#: 未述法0人, 重复检查0次, 逾期0件: what is told of the noun, whose own number is not nought
_GONE_WRONG = regex(
    r"未(?!发生|发现|出现|收到|接到|有|产生|被|提起|引发)|不(?:合格|规范|予|达标|到位|满意|实|当)|[逾超][期时]|重复(?!上?访|信访|越级|进京|赴)|多头|反弹|激化|纠错|撤销|变更|责令|重新|重审|发回"
    r"|差错|错[案误]|过错|瑕疵|无证|越权|扰企|任性|随意|遗漏|漏[报查办审管]|缺[考勤席课]|延误|推诿|退[回件]|返工|失职|追责"
    r"|问责|转刑|命案|超权限|显失公正|不公|差评|炒作|复发|回潮|反复|倒查|脱管|漏管|再犯|滞留|挂起|作弊|补考|替考|选择性|逐利|粗暴|野蛮"
)
_STRETCH_BEFORE = regex(r"[^，,。；;、：:|\n（()）0-9]{0,16}$")
_STRETCH_BEHIND = regex(r"[^，,。；;、：:|\n（()）0-9]{0,8}")
_DENIED_BY_NOUGHT = 17


def is_nought_of_faults(scene: Scene, sentence: Sentence, figure: Quantity, match: Match) -> bool:
    """Whether a printed 0 counts what went wrong with something, and not the thing: 重复检查0次, 逾期答复0件."""
    # of what a denial may set to zero the word itself may name a fault: 重复上访0批
    own = match.words if match.metric.zero else []
    start = max(sentence.start, figure.reach_start - _DENIED_BY_NOUGHT)
    before = _STRETCH_BEFORE.search(scene.clean, start, figure.reach_start)
    behind = _STRETCH_BEHIND.match(scene.clean, figure.reach_end, sentence.end)
    if before is not None and sentence.cues & SHARE and all(token.end <= before.start() for token in match.words):
        # 复议、文件被纠错两项均为0件: each item has the number, and the fault is told of another one
        before = None
    for stretch in (before, behind):
        if stretch is None:
            continue
        for found in _GONE_WRONG.finditer(scene.clean, stretch.start(), stretch.end()):
            if not any(token.start <= found.start() and found.end() <= token.end for token in own):
                return True
    return False


def names_faults(heading: str) -> bool:
    """Whether a table's heading names what went wrong with something: 超时办件."""
    return _GONE_WRONG.search(heading) is not None


def denied_metrics(scene: Scene, sentence: Sentence, denial: Quantity, library: CompiledLibrary) -> list[tuple[Metric, Token]]:
    """The metrics that a denial sets to zero, each with the noun that told."""
    if not library.zero_nouns:
        return []
    limit = _CLAUSE_END.search(scene.clean, denial.end, sentence.end)
    end = limit.start() if limit else sentence.end
    # 零上访、零诉讼: what stands behind the next denial is denied by that one.
    end = min([end, *(other.start for other in sentence.denials if other.start > denial.start)])
    nouns = [
        token
        for token in scene.tokens[sentence.first_token : sentence.last_token]
        if token.end <= end and any(name in library.zero_nouns for name in token.word.sets)
    ]
    before = [noun for noun in nouns if noun.end <= denial.start]
    behind = [noun for noun in nouns if noun.start >= denial.start]
    denied: list[Token] = []
    if scene.clean.startswith("零", denial.start):
        if _NOUGHT_OF_COURSE.match(scene.clean, denial.end):
            return []
        # 行政复议零申请、行政诉讼零发生: what each denies stands before it, unless it has a noun right behind.
        if not behind or behind[0].start > denial.end + _BESIDE or "、" in scene.clean[denial.end : behind[0].start]:
            denied = _preceding(scene, denial, before)
    elif denies_nothing_behind(scene, denial, sentence.end):
        return _metrics_of(_preceding(scene, denial, before), library)
    return _metrics_of(denied or _following(scene, denial, behind, end), library)


def asked_metrics(scene: Scene, denial: Quantity, library: CompiledLibrary) -> list[tuple[Metric, Token]]:
    """The metrics that a question asks for which the denial answers: 3.有无行政复议。无。"""
    stop = _STOPS.search(scene.clean, denial.start - 1, denial.start)
    if stop is None or not library.zero_nouns:
        return []
    end = denial.start - 1
    start = 1 + max(scene.clean.rfind(mark, max(0, end - _QUESTION_REACH), end) for mark in _SENTENCE_ENDS)
    if ASKS.search(scene.clean, start, end) is None:
        return []
    nouns = [
        token
        for token in scene.tokens[bisect_left(scene.token_starts, start) : bisect_left(scene.token_starts, end)]
        if any(name in library.zero_nouns for name in token.word.sets)
        and not _TURNS.match(scene.clean, token.end, min(end, token.end + 10))
    ]
    return _metrics_of(nouns, library)


def denies_nothing_behind(scene: Scene, denial: Quantity, end: int) -> bool:
    """Whether the clause ends with the denial, so that what it denies was named before: 行政诉讼案件未发生."""
    return _NOTHING_BEHIND.match(scene.clean, denial.end, end) is not None


def _metrics_of(denied: list[Token], library: CompiledLibrary) -> list[tuple[Metric, Token]]:
    found: dict[str, tuple[Metric, Token]] = {}
    for noun in denied:
        for name in sorted(noun.word.sets):
            for metric in library.zero_nouns.get(name, ()):
                found.setdefault(metric.id, (metric, noun))
    return list(found.values())


def _following(scene: Scene, denial: Quantity, nouns: list[Token], end: int) -> list[Token]:
    denied: list[Token] = []
    position = denial.end
    bare = scene.clean[denial.start : denial.end] == "未"
    for noun in nouns:
        between = scene.clean[position : noun.start]
        if "因" in between or "由" in between:
            between = _CAUSE_TOLD.sub("因", between)
        if (
            len(between) > _REACH
            or _OTHER_MATTER.search(between)
            or (bare and between and not denied and not _EVENT.match(between))
        ):
            break
        is_cause = _BY_CAUSE.search(between) is not None and _CAUSED.match(scene.clean, noun.end, end) is not None
        if not is_cause and not _TURNS.match(scene.clean, noun.end, min(end, noun.end + 10)):
            denied.append(noun)
        position = noun.end
    return denied


def _preceding(scene: Scene, denial: Quantity, nouns: list[Token]) -> list[Token]:
    """The nouns before 零发生, 为零: the last one and those listed with it."""
    denied: list[Token] = []
    position = denial.start
    nought = scene.clean.startswith("零", denial.start)
    for noun in reversed(nouns):
        between = scene.clean[noun.end : position]
        if not denied and between.startswith(("，", ",")) and len(between) < _LONGEST_DURING:
            between = _DURING.sub("，", between, count=1)
        aside = not denied and (_ASIDE.match(between) or (nought and _NOUGHT_ASIDE.match(between))) is not None
        # 制定规范性文件、收到信息公开申请均为零: each item of the list may have a verb of its own.
        listed = bool(denied) and _ITEM.fullmatch(between) is not None and _ALL.search(scene.clean, denied[0].end, denial.end)
        if len(between) > 16 or not (aside or listed or _ZERO_AFTER.match(between)):
            break
        denied.append(noun)
        position = noun.start
    return list(reversed(denied))
