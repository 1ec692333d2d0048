"""Words that another one stands for: the verb or noun that a pattern asks for, where a more general one stands in its place."""

from re import compile as regex

from extract.matching.beside import CLAUSE_MARK
from extract.matching.compiled import Step
from extract.matching.words import Token

#: the word that only says that what stands before it is an event, and how far that stands from it: 普法专场|系列活动
_HEAD_NOUN, _HEAD_REACH = "活动", 6
#: 法治培训班、|党校|培训班
_NEXT_LIKE = regex(r"[、和及与][一-鿿]{0,4}")
_HANDED_IN = tuple(
    "报送 送审 报审 上报 提交 提请 报请 提出 递交 呈报 呈送 移送 移交 起草 草拟 拟定 签订 签署 拟签 申报 反映 反馈 委托".split()
)
#: 审核|各部门|报送的|合同: who did before what is done to it now
_WHOSE = regex(
    r"[^，,。；;：:、0-9]{0,10}(?:部门|单位|机关|科室|站所|办公室|中心|企业|公司|村委会?|村级?|社区|居委会|支部|组织|群众|村民|居民|商户|代表|委员|线办|[办所局组级])(?:所|共同|新|拟|对外|集中)?"
)
#: what leads from an item of a list to the noun of them all: 门面出租|、采购等各类|合同
_LISTS = regex(r"[^，,。；;：:、等0-9\n]{0,6}(?:、[^，,。；;：:、等0-9\n]{1,10}){0,5}等(?!待|候|级)[^，,。；;：:、0-9\n]{0,6}")
_LONGEST_LIST = 48
#: verbs that only say that what follows was done, and how far it stands from them at most
_LIGHT, _LIGHT_GAP = tuple("通过 得到 获得 完成 实现 进行 开展 实施 接受 办理 组织 取得 作出 做出 予以 达成 落实".split()), 8

#: verbs that only say how far an act got that is told right before them, and what may stand between: 合法性审查|全年共|办结64件
_GOT_DONE = tuple("办结 办理 办毕 完成 完毕 开展 进行 实施 组织 受理 处理 处置 接受 承办 办成 审结 结案".split())
_TO_DONE = regex(
    r"(?:工作|事项|案件|任务|业务|活动|方面|环节|申请|全[年镇乡]|今年|本年度?|年内|截至目前|目前|已经?|共计?|总计|合计|累计|一共|总共|先后|及时|按时|均|：)*+"
)


def act_done(clean: str, tokens: list[Token], step: Step, at: int) -> int:
    """The wanted act right before a verb that only says that it was done: 合法性审查|共办结64件，其中合同41份; -1 for none."""
    if not tokens[at].word.text.endswith(_GOT_DONE):
        return -1
    for before in range(at - 1, max(-1, at - 4), -1):
        act = tokens[before]
        if step.group in act.word.groups:
            done = step.wanted in act.word.sets and _TO_DONE.fullmatch(clean, act.end, tokens[at].start) is not None
            return before if done else -1
    return -1


def verb_behind(clean: str, tokens: list[Token], noun: Step, verb: Step) -> bool:
    """Whether a verb that leads to the number stands in a clause behind its noun, the first token: 调解61件|纠纷，|成功60件."""
    first = tokens[0]
    if verb.optional or noun.wanted not in first.word.sets:
        return False
    for token in tokens[1:]:
        if verb.wanted in token.word.sets:
            return CLAUSE_MARK.search(clean, first.end, token.start) is not None
    return False


def named_by_head(clean: str, tokens: list[Token], wanted: str, at: int) -> int:
    """The wanted word right before one that is more general: 普法专场|活动2场, 法治培训班、|党校培训班9期; -1 for none."""
    if at == 0 or wanted not in tokens[at - 1].word.sets:
        return -1
    word, head = tokens[at - 1], tokens[at]
    between = clean[word.end : head.start]
    if head.word.text == _HEAD_NOUN:
        return at - 1 if len(between) <= _HEAD_REACH and not CLAUSE_MARK.search(between) else -1
    return at - 1 if _NEXT_LIKE.fullmatch(between) is not None and word.word.text[-2:] == head.word.text[-2:] else -1


def verb_of_described(clean: str, tokens: list[Token], wanted: str, at: int, first: int, position: int) -> int:
    """The wanted verb before one that only says whose the thing is: 审核|各部门报送的合同19份; -1 for none."""
    if not tokens[at].word.text.endswith(_HANDED_IN) or clean[tokens[at].end : position] not in ("", "的"):
        return -1
    for before in range(at - 1, max(first, at - 4) - 1, -1):
        if "actions" in tokens[before].word.groups:
            whose = wanted in tokens[before].word.sets and _WHOSE.fullmatch(clean, tokens[before].end, tokens[at].start)
            return before if whose else -1
    return -1


def carried_out(clean: str, tokens: list[Token], step: Step, at: int, last: int) -> int:
    """The wanted word that a verb without meaning of its own leads to: 12处违建得到拆除; `at` where there is none."""
    if not tokens[at].word.text.endswith(_LIGHT):
        return at
    for candidate in range(at + 1, min(at + 3, last)):
        token = tokens[candidate]
        if token.start - tokens[at].end > _LIGHT_GAP or CLAUSE_MARK.search(clean, tokens[at].end, token.start):
            break
        if step.group in token.word.groups:
            return candidate if step.wanted in token.word.sets else at
    return at


def described(clean: str, tokens: list[Token], step: Step, at: int, last: int) -> int:
    """The wanted word that the one at `at` only describes; `at` where there is none.

    15份标的额较大的|协议; 15份门面出租、采购等|合同
    """
    for candidate in range(at + 1, min(at + 4, last)):
        token = tokens[candidate]
        if token.start - tokens[at].end > _LONGEST_LIST:
            break
        if step.wanted in token.word.sets and _LISTS.fullmatch(clean, tokens[at].end, token.start) is not None:
            return candidate
    for candidate in range(at + 1, min(at + 3, last)):
        token = tokens[candidate]
        if CLAUSE_MARK.search(clean, tokens[at].end, token.start) is not None:
            break
        if step.group in token.word.groups:
            return candidate if step.wanted in token.word.sets and clean[token.start - 1] == "的" else at
    return at
