"""Whether study and training are of law: what they are said to be about, and who came to them."""

from re import compile as regex

from extract.matching.match import Match
from extract.matching.readings import Mention
from extract.matching.scene import Scene, Sentence

#: how a count of things in general goes on to those of ours, and how far
_NARROWED = regex(r"[，,（(；;](?:其中|围绕|涉及|有关|学习)")
_BROADER_REACH = 48
#: 其中法律顾问主讲21场: who held them says nothing of what they were about
_LAWYERS = regex(
    "[唱做办方想看打算手书语教]法|法律顾问|法官|法院|法庭|司法[所局]|法学|法务|执法|法援|法制办|法治办|法律服务[所队]|法律工作者|法治副校长"
)
_SESSIONS = frozenset(("次", "场", "场次", "期", "堂", "回", "节", "课"))
#: what was studied, told behind the number; the words that make it law
_TOPIC_TOLD = regex(
    r"[，,](?:其中|重点|主要|集中|专题|先后|分别|深入)*(?:围绕|聚焦|就|(?:学习|研讨|传达)(?!(?:交流|讨论|研讨|学习|研究|活动|会议?|座谈|发言|测试|考试|共|了|达)*[0-9一二两三四五六七八九十]))([^。；;]{4,60})"
)
_OTHER_STUDY = regex(
    "党建|党章|党规|党史|党纪|党务|二十[大届]|主题教育|廉政|廉洁|警示|文件精神|讲话精神|乡村振兴|安全生产|公文|财务|保密|意识形态|统战|形势政策"
    "|业务知识|经济工作|消防|防汛|防疫|健康|农技|养殖|种植|电商"
)
_LAW = regex("[法宪律]|条例|依规|治理")
#: how far before the words that count a study its topic may stand: 党纪学习教育|集体学习6次
_TOPIC_REACH = 8
#: 将《…法》纳入学习内容: what makes the studies behind it of law
_STUDIED_LAW = regex("法》|宪法|法典|法[律规治]|条例")
#: who came to a study stands right behind it
_PEOPLE, _AUDIENCE_GAP = frozenset(("人", "人次", "名")), 10
_STUDIES, _LAW_TOPICS = frozenset(("学习", "培训")), frozenset(("法律", "法治工作", "执法", "调解员"))


def is_broader(scene: Scene, mention: Mention, stated: list[Mention]) -> bool:
    """Whether a count of things in general is followed by how many of them are ours: 集体学习24次，其中学习宪法8次."""
    if (
        mention.quantity.unit not in _SESSIONS
        or mention.match is None
        or any("法" in token.word.text for token in mention.match.words)
    ):
        return False
    if "法" in scene.clean[mention.match.start : mention.quantity.start] or _speaks_of_law(scene, mention):
        return False
    for part in stated:
        if part.metric is not mention.metric or part.quantity.start <= mention.quantity.end or part.value >= mention.value:
            continue
        between = _LAWYERS.sub("", scene.clean[mention.quantity.end : part.quantity.start])
        if "法" in between and len(between) <= _BROADER_REACH and _NARROWED.match(between):
            return True
    return False


def _speaks_of_law(scene: Scene, mention: Mention) -> bool:
    """Whether the clauses before name the laws that are studied: 将《…法》纳入中心组学习内容，全年学习10次，其中…4次."""
    start = mention.match.start if mention.match is not None else mention.quantity.start
    return _STUDIED_LAW.search(scene.clean, max(mention.sentence.start, start - _BROADER_REACH), start) is not None


def is_of_other_topic(scene: Scene, mention: Mention) -> bool:
    """Whether study or training is said to be of other things than law: 中心组集中学习12次，重点围绕乡村振兴开展研讨."""
    match, figure, sentence = mention.match, mention.quantity, mention.sentence
    if figure.unit not in _SESSIONS or match is None or "法" in scene.clean[match.start : figure.start]:
        return False
    if not any(token.word.sets & _STUDIES for token in match.words):
        return False
    # 集中廉政学习4次, 党纪学习教育|集体学习6次
    start = max(sentence.start, match.start - _TOPIC_REACH)
    start = max(start, *(scene.clean.rfind(mark, start, match.start) + 1 for mark in "，,；;：:、"))
    if _OTHER_STUDY.search(scene.clean, start, figure.start) is not None:
        return True
    if match.carried and scene.clean[start - 1 : start] == "、":
        # 党纪学习教育读书班3次、|联组学习1次: an item that names nobody is of the same study
        start = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, start) + 1 for mark in "，,；;：:"))
        if "法" in scene.clean[start : figure.start]:
            return False
        if _OTHER_STUDY.search(scene.clean, start, figure.start) is not None:
            return True
    told = _TOPIC_TOLD.match(scene.clean, figure.reach_end, sentence.end)
    if told is None:
        return False
    return _LAW.search(told[1]) is None and not any(
        token.word.sets & _LAW_TOPICS and told.start() <= token.start < told.end()
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )


def came_to_study(scene: Scene, sentence: Sentence, index: int, match: Match, stated: list[Mention]) -> bool:
    """Whether those counted came to the study told right before, not to what is carried over: 普法…学法12次，覆盖1300人次."""
    figure = sentence.figures[index]
    if figure.unit not in _PEOPLE or not stated or stated[-1].match is None:
        return False
    study = stated[-1]
    if study.quantity is not sentence.figures[index - 1] or study.quantity.unit not in _SESSIONS or study.match is None:
        return False
    gap = scene.clean[study.quantity.reach_end : figure.reach_start]
    if len(gap) > _AUDIENCE_GAP or gap[:1] not in ("，", ",", "、") or any(mark in gap[1:] for mark in "，,；;。"):
        return False
    studied = any("学习" in token.word.sets for token in study.match.words)
    return studied and all(token.end <= study.match.start and not token.word.sets & _STUDIES for token in match.carried)
