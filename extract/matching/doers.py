"""Words for people that name nobody who does anything: 纳入中心组学习、干部培训内容; “党委领学、干部跟学”机制."""

from bisect import bisect_left
from re import compile as regex

from extract.matching.words import Token

#: without one of these nothing is put anywhere, nobody studies in turn or follows suit: it spares a stretch the rules below
_PUTTING = regex("纳[入为进]|列[入为进]|编[入为进]|融[入为进]|写[入为进]|排[入为进]|作为|当作|”|带头|示范|学[，,、]")
_PUTS = r"(?:(?:纳|列|编|融|写|排)(?:入|进|为)(?:了|到)?|作为|当作)"
_A_PLAN = (
    r"(?:(?!(?<!党)组织|开展|举办|召开)[^，,。；;：:\n]){2,90}(?:内容|计划|课程|课题|课目|科目|专题|重点|要点|范畴|范围|体系|安排|任务|清单|日程|议程"
    r"|必修|必学|必训|[必专]修?课|主课|之中|当中|学习|培训|教育)"
)
#: what is studied is put into a plan, where the first who is named studies: 列入中心组和干部培训的必学课
_PUT_INTO = regex(f"{_PUTS}(?P<list>{_A_PLAN}(?:[，,][并同时也还均]{{0,2}}{_PUTS}{_A_PLAN})*)")
#: a way of studying with a name of its own, in which everybody has a part
_IN_TURN = regex(
    r"“(?P<list>[^”\n]{5,60}学[^”\n]{0,6})”[^，,。；;0-9“”]{0,8}(?:机制|体系|模式|格局|制度|链条|方式|法|架构|矩阵|闭环|网络|路径|联动)"
)
#: who follows suit: 领导班子带头，机关干部跟进，
_FOLLOWING = regex(
    r"(?:带头(?:学法?|领学|示范)?|示范|领学|先学|领着学|带着学)(?P<list>[，、,][^，,。；;0-9“”\n]{2,14}(?:跟进|跟学|紧跟|跟上|跟着学|同步学|全员学|自学|参与))[，,](?![^，,。；;0-9]{0,8}(?:干部|职工|机关))"
)
_STUDY = regex("学|课|培训|必训|跟|参与")
_WHO = frozenset(("who",))


def doers_only(clean: str, start: int, end: int, tokens: list[Token]) -> list[Token]:
    """The words of a stretch of the text without those people's that are only listed with who studies first."""
    if _PUTTING.search(clean, start, end) is None:
        return tokens
    starts = [token.start for token in tokens]
    listed: set[int] = set()
    for rule, led in ((_PUT_INTO, 1), (_IN_TURN, 1), (_FOLLOWING, 0)):
        for found in rule.finditer(clean, start, end):
            listed.update(_people(tokens, starts, found.span("list"), clean)[led:])
    return [token for at, token in enumerate(tokens) if at not in listed] if listed else tokens


def _people(tokens: list[Token], starts: list[int], stretch: tuple[int, int], clean: str) -> list[int]:
    """The words for people in a stretch that tells of study, by their index."""
    start, end = stretch
    if _STUDY.search(clean, start, end) is None:
        return []
    return [at for at in range(bisect_left(starts, start), bisect_left(starts, end)) if tokens[at].word.groups & _WHO]
