"""What stands beside a figure and says that a word is not its noun, or that a more general one stands for a word before it."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.scene import Scene, Sentence
from extract.matching.words import Token

_CLAUSE_MARK = regex(r"[、，,；;。：:|\n]")
#: 执法规范化、矛盾化解|等重点难点问题8个: a verb that is one item of a list, of which the noun behind is counted
_AMONG = regex(r"等(?![0-9])[^，,。；;、0-9]{0,8}(?:问题|难题|难点|堵点|事项|任务|议题|工作|困难|事宜|课题|领域|方面)")
#: 由村组干部、调解员|组成50余人的宣传队: those that a team is made up of are not all that there are
_MAKING_UP = regex(r"等?[^，,。；;、0-9]{0,4}(?:组成|组建成?|构成|组织起|集结成?)(?:了|的|起|共|约|近|有|一支|一个)*")
_HEADS, _LISTING = frozenset(("人", "名", "位")), ("、", "和", "及", "与")
#: the word that only says that what stands before it is an event, and how far that stands from it: 普法专场|系列活动
_HEAD_NOUN, _HEAD_REACH = "活动", 6
#: 法治培训班、|党校|培训班
_NEXT_LIKE = regex(r"[、和及与][一-鿿]{0,4}")
#: 请专家|授课 tells how a training was held, and is nothing held by itself
_LECTURED, _BY_WHOM, _BY_WHOM_REACH = "授课", regex(r"邀请|特邀|聘请|(?<!申)请|由[^，,。；;]"), 24
_AS_MEANS = regex(r"[^，,。；;：:0-9]{0,16}(?:等|的)(?:多种|各种|多样化?的?)?(?:形式|方式|手段|途径|方法|渠道|载体|办法)")
#: how far behind a verb what it is done to is counted
_ACTED_ON = 12
#: 均配备法律顾问1名
_EACH_HAS, _FEW_EACH = regex("[均都各皆]|全部"), 2
_HANDED_IN = tuple(
    "报送 送审 报审 上报 提交 提请 报请 提出 递交 呈报 呈送 移送 移交 起草 草拟 拟定 签订 签署 拟签 申报 反映 反馈 委托".split()
)
#: 审核|各部门|报送的|合同: who did before what is done to it now
_WHOSE = regex(
    r"[^，,。；;：:、0-9]{0,10}(?:部门|单位|机关|科室|站所|办公室|中心|企业|公司|村委会?|村级?|社区|居委会|支部|组织|群众|村民|居民|商户|代表|委员|线办|[办所局组级])(?:所|共同|新|拟|对外|集中)?"
)


def is_one_of_many(clean: str, figure: Quantity, word: Token, position: int) -> bool:
    """Whether the word before the number is one of several that it counts together, so that none of them is its noun alone."""
    if figure.unit in _HEADS and "who" in word.word.groups:
        # 由律师、调解员等32人组成
        if word.end == position - 1 and clean[word.end] == "等" and clean[word.start - 1 : word.start] in _LISTING:
            return True
        if _MAKING_UP.fullmatch(clean, word.end, position) is not None:
            return True
    return "actions" in word.word.groups and _AMONG.match(clean, word.end, position) is not None


def has_few(clean: str, sentence: Sentence, figure: Quantity, word: Token) -> bool:
    """Whether the number behind the word says how many each of the places counted has: 11个村均配备法律顾问1名."""
    other = next((other for other in sentence.figures if other.reach_start >= word.end), None)
    few = other is not None and other.unit in _HEADS and other.value is not None and other.value <= _FEW_EACH
    return few and _EACH_HAS.search(clean, figure.reach_end, word.start) is not None


def acts_on_next(clean: str, sentence: Sentence, figure: Quantity, verb: Token) -> bool:
    """Whether what a verb behind the number is done to is counted in its own clause: 发现问题4宗，整治“六乱”现象18宗."""
    for other in sentence.figures:
        if other.reach_start >= verb.end:
            if other.unit != figure.unit or not 0 < other.reach_start - verb.end <= _ACTED_ON:
                return False
            return _CLAUSE_MARK.search(clean, verb.end, other.reach_start) is None
    return False


def named_by_head(clean: str, tokens: list[Token], wanted: str, at: int) -> int:
    """The wanted word right before one that is more general: 普法专场|活动2场, 法治培训班、|党校培训班9期; -1 for none."""
    if at == 0 or wanted not in tokens[at - 1].word.sets:
        return -1
    word, head = tokens[at - 1], tokens[at]
    between = clean[word.end : head.start]
    if head.word.text == _HEAD_NOUN:
        return at - 1 if len(between) <= _HEAD_REACH and not _CLAUSE_MARK.search(between) else -1
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


def steps_over(between: list[Token], wanted: str, words: list[Token]) -> bool:
    """Whether an act of another kind stands beside the number, behind the pattern's verb: 参加技能培训140人次."""
    return any(
        "forms" in token.word.groups and wanted not in token.word.sets and not any(token is word for word in words)
        for token in between
    )


def tells_how(scene: Scene, sentence: Sentence, act: Token) -> bool:
    """Whether an act only tells how what was named before was done: 召开培训会，邀请专家|授课，50人参加; 以方言|宣讲等形式."""
    if _AS_MEANS.match(scene.clean, act.end, sentence.end) is not None:
        return True
    if _LECTURED not in act.word.sets or scene.leads_to_figure(sentence, act.end):
        return False
    start = max(sentence.start, act.start - _BY_WHOM_REACH)
    clause = max(start, *(scene.clean.rfind(mark, start, act.start) + 1 for mark in "，,；;。"))
    return clause > start and _BY_WHOM.search(scene.clean, clause, act.start) is not None
