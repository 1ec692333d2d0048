"""What stands beside a figure and says that a word is not its noun."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.compiled import Step
from extract.matching.scene import Scene, Sentence
from extract.matching.words import Token

#: ends a clause, or an item of a list
CLAUSE_MARK = regex(r"[、，,；;。：:|\n]")
#: 执法规范化、矛盾化解|等重点难点问题8个: a verb that is one item of a list, of which the noun behind is counted
_AMONG = regex(r"等(?![0-9])[^，,。；;、0-9]{0,8}(?:问题|难题|难点|堵点|事项|任务|议题|工作|困难|事宜|课题|领域|方面)")
#: 由村组干部、调解员|组成50余人的宣传队: those that a team is made up of are not all that there are
_MAKING_UP = regex(r"等?[^，,。；;、0-9]{0,4}(?:组成|组建成?|构成|组织起|集结成?)(?:了|的|起|共|约|近|有|一支|一个)*")
_HEADS, _LISTING = frozenset(("人", "名", "位")), ("、", "和", "及", "与")
#: 请专家|授课 tells how a training was held, and is nothing held by itself
_LECTURED, _BY_WHOM, _BY_WHOM_REACH = "授课", regex(r"邀请|特邀|聘请|(?<!申)请|由[^，,。；;]"), 24
_AS_MEANS = regex(r"[^，,。；;：:0-9]{0,16}(?:等|的)(?:多种|各种|多样化?的?)?(?:形式|方式|手段|途径|方法|渠道|载体|办法)")
#: what is held, and who came: 5场培训共有400人参加
_SESSIONS, _AUDIENCES = frozenset(("场", "次", "场次", "期", "堂", "节")), frozenset(("人", "人次", "名"))
#: how far behind a verb what it is done to is counted
_ACTED_ON = 12
#: 均配备法律顾问1名
_EACH_HAS, _FEW_EACH = regex("[均都各皆]|全部"), 2
_PROVIDED = regex("配[备齐置强]|[聘选]派?[聘请任派配]|派驻|委派|指派|落实")
#: what is gone to and how often: 52家企业, 104次
_PLACES, _TIMES = frozenset("家户处个所间座"), frozenset(("次", "场次", "轮次", "回", "遍", "轮"))

#: 全县调解员1860人，我镇3人获表彰; 1名调解员获评全省模范: who is praised is not all there are
HONOURED = regex(
    r"[^，,。；;、0-9]{0,8}?(?:获[得评奖颁表授]|荣获|喜获|荣立|荣膺|(?:受到?|得到|被)[^，,。；;0-9]{0,8}?(?:表彰|嘉奖|奖励|通报表扬|评为|评定|授予|命名|认定为|列为)"
    r"|表彰|评为|入选|上榜|当选|登上|晋级|参赛|参评)"
)
#: 经培训考核后佩戴徽章上岗的|法律明白人: what they came by, of which not the count is told
_CAME_BY = regex(
    r"[^，,。；;、]{0,6}(?:后|合格|结业|考核|考试|过关)[^，,。；;、]{0,14}(?:上岗|持证|在岗|履职|履新|任职|认定|产生|颁证|授牌|挂牌|聘任|选聘|备案|在册)[^，,。；;、]{0,2}的[“\"]?"
)
#: a study that opens the clause behind a number, and what may stand before the law that was studied
_STUDY_BEHIND = regex("[，,](?:会上|均|都|分别|先后|每次|重点)*(?:专题|专门|集中|深入)[一-鿿]{2,6}")
_STUDIED = regex("(?:了|的|《|“|中华人民共和国|贯彻|党中央|习近平总书记|关于|新修[订正]的?)*")


def came_by(clean: str, verb: Token, people: Token) -> bool:
    """Whether a verb only tells how the people came to be what they are called: 经培训合格上岗的法律明白人92名."""
    return verb.end <= people.start and _CAME_BY.fullmatch(clean, verb.end, people.start) is not None


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
    """Whether the number behind the word says whom the places counted have got, and not how many places there are.

    11个村均配备法律顾问1名; 为16个村选聘法律顾问16名
    """
    other = next((other for other in sentence.figures if other.reach_start >= word.end), None)
    if other is None or other.unit not in _HEADS or other.value is None:
        return False
    if other.value <= _FEW_EACH and _EACH_HAS.search(clean, figure.reach_end, word.start) is not None:
        return True
    return is_provided(clean, figure.reach_end, word.end)


def is_provided(clean: str, start: int, end: int) -> bool:
    """Whether what stands between places and people says that the places were given these: 16个村|选聘|法律顾问16名."""
    return _PROVIDED.search(clean, start, end) is not None and CLAUSE_MARK.search(clean, start, end) is None


def shares_verb(clean: str, sentence: Sentence, figure: Quantity, verb: Token, metric: Metric) -> bool:
    """Whether the number behind the verb says how often the places counted saw it: 对52家企业开展执法检查104次.

    What counts both the places and the times, as 到52家企业走访104次 does, has one number for them.
    """
    times = _unit_behind(sentence, verb.end)
    if figure.unit not in _PLACES or times not in _TIMES or times in metric.spellings:
        return False
    return CLAUSE_MARK.search(clean, figure.reach_end, verb.end) is None


def counts_on(clean: str, sentence: Sentence, figure: Quantity, word: Token) -> bool:
    """Whether the number behind the word counts something else than the word does: 8个村1个社区, 12个村各有1名律师."""
    unit, offset = figure.unit, word.end
    if unit == "个" and clean[offset : offset + 1] in ("各", "均", "都"):
        return True
    if unit in _SESSIONS and _unit_behind(sentence, offset) in _AUDIENCES:
        # 5场法治培训共有400人参加
        return True
    if "actions" in word.word.groups:
        # 调处纠纷36件调解成功35件
        return False
    return any(other.reach_start == offset and other.unit == unit for other in sentence.figures)


def _unit_behind(sentence: Sentence, offset: int) -> str | None:
    """The unit of the next number behind `offset`."""
    return next((other.unit for other in sentence.figures if other.reach_start >= offset), None)


def acts_on_next(clean: str, sentence: Sentence, figure: Quantity, verb: Token) -> bool:
    """Whether what a verb behind the number is done to is counted in its own clause: 发现问题4宗，整治“六乱”现象18宗."""
    for other in sentence.figures:
        if other.reach_start >= verb.end:
            if other.unit != figure.unit or not 0 < other.reach_start - verb.end <= _ACTED_ON:
                return False
            return CLAUSE_MARK.search(clean, verb.end, other.reach_start) is None
    return False


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


def study_behind(clean: str, tokens: list[Token], figure: Quantity, study: Step, topic: Step, first: int) -> int:
    """The study that opens the clause behind the number, right with what was studied: 召开党委会3次，|专题学习|宪法.

    `tokens` are those from the `first` one on that may be seen; -1 for none.
    """
    end = figure.reach_end
    if study.group != "forms" or clean[end : end + 1] not in ("，", ","):
        return -1
    for place in range(min(2, len(tokens) - 1)):
        act, told = tokens[place], tokens[place + 1]
        if study.group not in act.word.groups:
            continue
        if study.wanted not in act.word.sets or topic.wanted not in told.word.sets:
            return -1
        opens = _STUDY_BEHIND.fullmatch(clean, end, act.end) is not None
        return first + place if opens and _STUDIED.fullmatch(clean, act.end, told.start) is not None else -1
    return -1
