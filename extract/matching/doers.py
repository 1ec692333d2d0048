"""Words for people that name nobody who does anything: 纳入中心组学习、干部培训内容; “党委领学、干部跟学”机制."""

from bisect import bisect_left
from collections.abc import Iterator
from re import compile as regex

from extract.matching.words import Token

#: without one of these nothing is put anywhere, and nobody studies in turn: asked once a text, it spares the rules below
_PUTTING = regex("[纳列编融写][入为进]|作为|当作|”")
#: what is studied is put into a plan, where the first who is named studies: 作为党委中心组学习、干部教育培训的必修内容
_PUT_INTO = regex(
    r"(?:(?:纳|列|编|融|写|排)(?:入|进|为)(?:了|到)?|作为|当作)"
    r"(?P<list>[^，,。；;：:\n]{2,90}(?:内容|计划|课程|课题|课目|科目|重点|要点|范畴|范围|体系|安排|任务|清单|日程|议程|必修|必学|必训|[必专]修?课|主课|之中|当中|学习|培训))"
)
#: a way of studying with a name of its own, in which everybody has a part
_IN_TURN = regex(
    r"“(?P<list>[^”\n]{5,60}学[^”\n]{0,6})”[^，,。；;0-9“”]{0,8}(?:机制|体系|模式|格局|制度|链条|方式|法|架构|矩阵|闭环|网络|路径|联动)"
)
_STUDY = regex("学|课|培训|必训")
_WHO = frozenset(("who",))


def doers_only(clean: str, tokens: list[Token]) -> list[Token]:
    """The words of a text without those people's that are only listed with who studies first."""
    if _PUTTING.search(clean) is None:
        return tokens
    starts = [token.start for token in tokens]
    listed = {
        at
        for rule in (_PUT_INTO, _IN_TURN)
        for found in rule.finditer(clean)
        for at in _behind_first(tokens, starts, found.span("list"), clean)
    }
    return [token for at, token in enumerate(tokens) if at not in listed] if listed else tokens


def _behind_first(tokens: list[Token], starts: list[int], stretch: tuple[int, int], clean: str) -> Iterator[int]:
    """The words for people in a stretch that tells of study, but the first."""
    start, end = stretch
    if _STUDY.search(clean, start, end) is None:
        return
    people = 0
    for at in range(bisect_left(starts, start), bisect_left(starts, end)):
        if tokens[at].word.groups & _WHO:
            people += 1
            if people > 1:
                yield at
