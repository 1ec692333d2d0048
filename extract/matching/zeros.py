"""Denials that set a metric to zero: 未发生行政复议、行政诉讼案件; 零败诉."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.compiled import CompiledLibrary
from extract.matching.scene import Scene, Sentence, Token

#: what a denial may say between itself and the noun it denies
_GOVERNS = regex(
    r"(?:发生|出现|收到|接到|接收|受理|办理|产生|引发|存在|涉及|有|因|被|任何|一起|一例|一件|一宗|1起|1件|1例|1宗|新增|新的|新|提起|申请|公民|法人|群众"
    r"|和其他组织|其他组织|对|向|到|我镇|我乡|我街道|本镇|全镇|全乡|镇政府|乡政府|办事处|作为|被告|的|了|相关|类|各类|政府信息|信息|赴|去|进|制定|出台|发布|印发|下发"
    r"|过|以|为|本年度|年内|该|此类|上述|及|或|和|与|、|以及|镇|乡|街道|党委|行政|执法|行为|案件|情况|情形|人员|越级|集体|非正常|规模性|重大|严重|恶性"
    r"|工作人员|执法行为|具体行政行为|执法不当|不当|违法|决策|处罚|行政处罚|复议|诉讼|引起|而|导致|造成|所|涉|于|针对|登记|公开|依申请|规范性|文件|一|“|”|\"|（|）)*"
)
#: words behind a noun that make the denial speak of something else
_TURNS = regex(r"(?:决定|案件)?(?:被(?:撤销|纠错|变更|确认违法|责令)|存在|违反|不符|超期|逾期|未|不|败诉|不当|反馈|纠错|撤销|积压|延误|泄露)")
_CLAUSE_END = regex(r"[，,；;。！!？?\n：:|]")
_ZERO_AFTER = regex(r"(?:案件|事项|数量|件数|批次|数|情况|申请|均|全部|实现|保持|连续|继续|为|是|了|“|\"|的|都|、|和|及|全年|发生|登记|量|人次|起数|件|现象|事件|\(|（|继续保持|同样)*$")


def denied_metrics(
    scene: Scene, sentence: Sentence, denial: Quantity, library: CompiledLibrary
) -> list[tuple[Metric, Token]]:
    """The metrics that a denial sets to zero, each with the noun that told."""
    if not library.zero_nouns:
        return []
    limit = _CLAUSE_END.search(scene.clean, denial.end, sentence.end)
    end = limit.start() if limit else sentence.end
    nouns = [
        token
        for token in scene.tokens[sentence.first_token : sentence.last_token]
        if token.end <= end and any(name in library.zero_nouns for name in token.word.sets)
    ]
    denied = _following(scene, denial, [noun for noun in nouns if noun.start >= denial.start], end)
    if not denied and scene.clean[denial.start : denial.end].startswith("零"):
        denied = _preceding(scene, sentence, denial, [noun for noun in nouns if noun.end <= denial.start])
    found: dict[str, tuple[Metric, Token]] = {}
    for noun in denied:
        for name in sorted(noun.word.sets):
            for metric in library.zero_nouns.get(name, ()):
                found.setdefault(metric.id, (metric, noun))
    return list(found.values())


def _following(scene: Scene, denial: Quantity, nouns: list[Token], end: int) -> list[Token]:
    denied: list[Token] = []
    position = denial.end
    for noun in nouns:
        if noun.start >= position and not _GOVERNS.fullmatch(scene.clean, position, noun.start):
            break
        if not _TURNS.match(scene.clean, noun.end, min(end, noun.end + 10)):
            denied.append(noun)
        position = noun.end
    return denied


def _preceding(scene: Scene, sentence: Sentence, denial: Quantity, nouns: list[Token]) -> list[Token]:
    """The nouns before 零发生, 为零: the last one and those listed with it."""
    denied: list[Token] = []
    position = denial.start
    for noun in reversed(nouns):
        between = scene.clean[noun.end : position]
        if len(between) > 16 or not _ZERO_AFTER.match(between):
            break
        denied.append(noun)
        position = noun.start
    return list(reversed(denied))
