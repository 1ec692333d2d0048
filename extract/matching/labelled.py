"""Rows behind a label (学法：党委10次、机关24次): each item is read as if label and item stood beside its number.

In a list of bare lines (26场；3900人次到场) the heading above is the label of every line. A figure with nothing of its own but
words such as 共, 全年 or 一季度 counts what the label before it names (合同复核：共31份), or what its paragraph is headed by or
answers (`headings_before`, `questions`), and where that is not enough, what the heading above them names with it (普法, then
活动：89场次).
"""

from collections.abc import Iterator, Sequence
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.cell_mentions import written_out
from extract.matching.channels import is_way
from extract.matching.headings_before import LONGEST_TOPIC, MEANT_BY_ONE, TOPICS, heading_of, topics_above
from extract.matching.match import Match
from extract.matching.matcher import Matcher
from extract.matching.questions import is_answered, opens_answer, without_question
from extract.matching.readings import Mention
from extract.matching.scene import Scene, Sentence
from extract.report.numbering import ITEM_MARKS

#: what opens a sentence or a line of bullets and ends with a colon
_LABEL = regex(
    r"(?:^|(?<=[。；;\n]))(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])?[^一-鿿。；;，,、：:]{0,6}"
    r"([一-鿿“”（）]{2,8}|[学审罚调访诉公普宣援检])[：:]"
)
_JOINTS = "、，,；;和及与 "
_EDGES = _JOINTS + "：:"
_LONGEST_ITEM = 8
_BREAK = regex(r"[。！？\n]")
#: the words of a heading: 〖庚〗纠纷、信访; （三）普法
_HEADING_MARK = regex(r"[【〖（(]?[^】〗）)\n]{1,6}[】〗）)、.．:：](?=[一-鿿])")
_LONGEST_LINE, _LONGEST_LABEL = 40, 12
_MARK = regex(rf"{ITEM_MARKS}{{0,4}}+\s{{0,4}}+")
#: 应到尽到，12人: a clause of plain words before the figure's own, and what is said of a deed in place of it
_DEED = regex("收到|邀请|悬挂|答复|建立|清理|发放|投入|安排|报送|制作|安装|购置|聘请|接到|派出|走访|慰问|组建|设立|下发|印发")
_PLAIN_CLAUSE = regex(r"[^0-9：:。，,；;]{1,16}[，,]")
#: 条目9（重大行政决策）：, ●活动：, and a label that goes on in brackets
_LABEL_OF_FIGURE = regex(r"(?<![^。；;\n])([^。；;，,：:\n]{2,24})[：:]")
_IN_BRACKETS = regex(r"[（(]([^（）()]{2,12})[）)]$")
_NOT_A_LABEL = regex(r"[0-9]|其中|分别|包括|如下|以下|情况")
_CLAUSE_REST = regex(r"[^0-9，,。；;：:、\n]{1,12}")
_DIGIT = regex("[0-9]")
_THINGS = frozenset(("objects", "bodies", "places"))
#: what a figure's own words are that name nothing
_NOTHING_NAMED = regex(
    r"(?:20[0-9]{2}年(?:度|全年|同期)?|[去上前]年(?:度|全年|同期)?|上一年度?|全年|一年(?:下来|到头|来|里|当中)?|全镇|全乡|全街道|我[镇乡]|本[镇乡年]|今年|年内|当年|[上下]半年|第?[一二三四]季度|[0-9一二三四五六七八九十]{1,2}(?:月份?)?[至到—-][0-9一二三四五六七八九十]{1,2}月份?"
    r"|(?:按|从)[^，,。；;0-9]{1,6}(?:划分|来分|分|看)|[村镇乡街社区道所两三]{1,3}级|分别|一共|总共|共计?|合计|总计|总数|总量|累计|数量|量|计|约|近|超过?|达到?|为|有|是|已|先后|陆续|实际|实|应邀|受邀|应约|获邀|接待|又|另|再|了|的|完成|办理|办结|开展|组织|举办|安排|承办|在册|现有|收到?|接到?|申请|到位|自评|自查"
    r"|[，,、；;（(：:\s]){0,8}"
)
#: 有。3件已申请法院强制执行: what became of some
_OF_SOME = regex("已|被|未|尚|正在|仍|转|移")
#: what stands right behind a figure that has no noun there
_NO_NOUN_BEHIND = frozenset(("", *"，,；;。：:、（(）)|\n"))
_IN_ALL = regex("总计|合计|一共|总共|加起来|全年共|[，,](?:共|实)")
#: 2期，160人次: two things counted of one
_BESIDE = frozenset(("", "，", ",", "、"))
#: 报考执法资格, after which an exam is none on law; how far before its figures it is named
_EXAM, _EXAM_REACH, _TO_VERB = "law_exam_", 60, 8
_FOR_CERTIFICATE = regex(
    "报考[^，,。；;]{0,8}执法(?:资格|证)|执法(?:资格|证件?)[^，,。；;0-9]{0,6}考[试核]|(?:资格|持证|上岗|取证|领证)(?:统一)?考试|执法人员(?:统一)?考试"
    "|统一法律职业资格"
)
#: 8名执法人员参加执法资格考试，65名公职人员参加年度学法考试
_ON_LAW, _CLAUSE_MARK = regex("学法|法律(?!职业)|法治|普法|宪法|民法典|法规|年度考试"), regex("[，,。；;\n]")
_PASSED = regex("过关|通过|合格|及格|考[过上取]")
#: 谈拢的：, 调成数：, but not 没谈拢的：
_SETTLED = regex(
    r"(?:^|(?<=[。；;，,\n]))[^没未不。；;，,：:\n0-9]{0,6}(?:谈[拢成妥]|调[成拢妥]|说[和成拢]|和解|和好|握手言和|化解|了结|办结|解开|解决|调解成功|成功)(?:了|掉)?(?:的|数)?(?:纠纷|案件|矛盾)?[：:]"
)
_ALL_TOLD = regex("(?:全年|今年|年内|累计)?(?:共计?|合计|总计|一共|总共)(?:为|有|是)?")
#: 处罚：移送3件: what became of none of them
_NOT_DONE = regex("移送|撤|免|未|没|不|退|缺|返还|待|拟|无|上缴|支出|奖励|补助|挽回|追回")


def label_before(scene: Scene, sentence: Sentence, figure: Quantity) -> tuple[str, int]:
    """The label of the row that the figure stands in and where the row begins; an empty one if it stands in none."""
    label, start = "", -1
    for found in _LABEL.finditer(scene.clean, sentence.start, figure.reach_start):
        label, start = found[1], found.end()
    if start < 0 or _BREAK.search(scene.clean, start, figure.reach_start):
        return "", -1
    return MEANT_BY_ONE.get(label, label), start


def matches_of_label(
    scene: Scene, sentence: Sentence, index: int, matcher: Matcher, stated: Sequence[Mention]
) -> Iterator[tuple[Match, str]]:
    """What the `index`-th figure counts by what it stands behind with no noun of its own, with the words that told.

    That is a label in its sentence, or else the heading or the question that the sentence stands behind.
    """
    figure, clean = sentence.figures[index], scene.clean
    if not figure.unit:
        return
    bare = clean[figure.reach_end : figure.reach_end + 1] in _NO_NOUN_BEHIND
    if not bare and (index or not opens_answer(scene, sentence)):
        return
    if index and not sentence.colon and not _goes_on(scene, sentence, index, stated):
        return
    label, start = _label_of_sentence(scene, sentence, figure) if sentence.colon else ("", -1)
    heading = heading_of(scene, sentence)
    plain_between, shared = False, ""
    nearest: list[str] = []
    if not label:
        label, start, plain_between = heading.words, sentence.start, heading.plain_between
    elif heading.words and not heading.own_line:
        nearest = [heading.words]
    if not label:
        return
    if index and sentence.figures[index - 1].reach_end > start:
        if not _shares_label(scene, sentence, index, stated):
            return
        shared, start = clean[start : _first_behind(sentence, start).reach_start], sentence.figures[index - 1].reach_end
    elif plain_between:
        start = _past_plain_clause(scene, sentence, start, figure.reach_start)
    elif heading.run_in and label == heading.words and not index:
        start = _own_clause(scene, sentence, figure)
    if not _names_nothing(scene, sentence, start, figure.reach_start):
        return
    behind = "" if bare else _words_behind(scene, sentence, figure)
    if _OF_SOME.match(behind):
        return
    # 上半年、下半年受理量分别为71件、47件: the second is of what the first was told to be
    own = (clean[start : figure.reach_start].strip(_EDGES + "（( \n") or shared).strip(_EDGES + "（( \n")
    for topic in _topics(scene, sentence, nearest):
        if topic and topic in label:
            continue
        # 三、纠纷化解, then 1. 总量。受理31件: the first that is told is of the topic alone
        told = written_out(matcher, topic + label + own, figure, "", behind)
        told = told if topic else told[:1]
        if topic and own:
            # 四、纠纷数据, then 3. 层级。村级化解41件: too far from the noun to be one phrase, it may still be carried over
            told += written_out(matcher, label + own, figure, topic + "。", behind)
        for match in told:
            # what the topic alone says is told of something else by the label: 调解与信访, then 援助：28件
            if any(token.end > len(topic) for token in match.words):
                yield match, topic + label
                return


def matches_of_outcome(scene: Scene, sentence: Sentence, index: int, matcher: Matcher, own: Match) -> Iterator[tuple[Match, str]]:
    """What a row of ways of mediation counts whose label says how they ended: 谈拢的：人民调解96件，行政调解28件."""
    if own.carried or len(own.words) != 1 or not is_way(own.words[0].word.text):
        return
    figure = sentence.figures[index]
    found = _SETTLED.search(scene.clean, sentence.start, own.start)
    if found is None or _BREAK.search(scene.clean, found.end(), figure.reach_start):
        return
    for match in written_out(matcher, "化解纠纷", figure, "")[:1]:
        yield match, found[0]


def matches_of_certificate(
    scene: Scene, sentence: Sentence, figure: Quantity, own: Match, matcher: Matcher
) -> Iterator[tuple[Match, str]]:
    """Who passed an exam for the certificate, that the sentence names before: 报考执法资格，报名9人，考试过关6人."""
    if _PASSED.search(scene.clean, max(sentence.start, figure.reach_start - _TO_VERB), figure.reach_start) and is_for_certificate(
        scene, sentence, figure, own
    ):
        for match in written_out(matcher, "通过执法资格考试", figure, "")[:1]:
            yield match, "通过执法资格考试"


def is_for_certificate(scene: Scene, sentence: Sentence, figure: Quantity, own: Match) -> bool:
    """Whether those who sat an exam did so for the certificate, and not one on law: 报考执法资格，走进考场8人."""
    if not own.metric.id.startswith(_EXAM):
        return False
    start = max(sentence.start, figure.reach_start - _EXAM_REACH)
    found = _FOR_CERTIFICATE.search(scene.clean, start, figure.reach_end)
    if found is None:
        return False
    mark = _CLAUSE_MARK.search(scene.clean, figure.reach_end, sentence.end)
    return _ON_LAW.search(scene.clean, found.end(), sentence.end if mark is None else mark.start()) is None


def _first_behind(sentence: Sentence, start: int) -> Quantity:
    return next(figure for figure in sentence.figures if figure.reach_start >= start)


def _shares_label(scene: Scene, sentence: Sentence, index: int, stated: Sequence[Mention]) -> bool:
    """Whether the figure is of the label as well that the figure before stands behind: 一季度12件，二季度9件."""
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    last = next((mention for mention in reversed(stated) if mention.quantity is before), None)
    if last is not None and last.trace[1:2] == ("label",):
        between = scene.clean[before.reach_end : figure.reach_start]
        if before.unit == figure.unit or between in _BESIDE:
            return True
    # 海上12起，岸线9起，总计21起: nothing was told yet
    return not stated and _IN_ALL.search(scene.clean, before.reach_end, figure.reach_start) is not None


def _goes_on(scene: Scene, sentence: Sentence, index: int, stated: Sequence[Mention]) -> bool:
    """Whether a later figure of a sentence may be of its heading too: 一季度12件，二季度9件; 海上12起，总计21起."""
    before = sentence.figures[index - 1]
    if stated and stated[-1].quantity is before and stated[-1].trace[1:2] == ("label",):
        return True
    return (
        not stated
        and sentence.sums_up
        and _IN_ALL.search(scene.clean, before.reach_end, sentence.figures[index].reach_start) is not None
    )


def _topics(scene: Scene, sentence: Sentence, nearest: list[str]) -> Iterator[str]:
    """Nothing first, then the heading of the paragraph; those above are looked up only where neither told."""
    yield ""
    yield from nearest
    yield from topics_above(scene, sentence)


def _names_nothing(scene: Scene, sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing is named there but what was done: 全年共受理."""
    if _NOT_DONE.search(scene.clean, start, end):
        return False
    left, at = [], start
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if at <= token.start and token.end <= end and "actions" in token.word.groups:
            left.append(scene.clean[at : token.start])
            at = token.end
    left.append(scene.clean[at:end])
    return _NOTHING_NAMED.fullmatch("".join(left)) is not None


def _label_of_sentence(scene: Scene, sentence: Sentence, figure: Quantity) -> tuple[str, int]:
    """The last label before the figure in its sentence, and where it ends."""
    label, start = "", -1
    for found in _LABEL_OF_FIGURE.finditer(scene.clean, sentence.start, figure.reach_start):
        label, start = found[1], found.end()
    within = _IN_BRACKETS.search(label)
    if is_answered(scene, start):
        # 法治讲座（有/无）：有，3次; 培训情况：有，3次
        within, label = None, without_question(label)
    label = within[1] if within else _MARK.sub("", label, count=1)
    label = MEANT_BY_ONE.get(label, label)
    return (label, start) if 1 < len(label) <= _LONGEST_LABEL and not _NOT_A_LABEL.search(label) else ("", -1)


def says_in_all(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the paragraph opens with the figure told as a whole: 合计3.1万元."""
    return _ALL_TOLD.fullmatch(scene.clean, sentence.start, figure.reach_start) is not None


def _past_plain_clause(scene: Scene, sentence: Sentence, start: int, end: int) -> int:
    """Where the figure's own clause begins behind one that names nothing that could be counted: 应到尽到，|12人."""
    found = _PLAIN_CLAUSE.match(scene.clean, start, end)
    if found is None or _DEED.search(found[0]):
        return start
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if start <= token.start < found.end() and token.word.groups & _THINGS:
            return start
    return found.end()


def _own_clause(scene: Scene, sentence: Sentence, figure: Quantity) -> int:
    """Where the clause begins that tells what was done of the heading: 1. 合法性审查。三级联审，|全年审结436件."""
    clean, end = scene.clean, figure.reach_start
    clause = max(sentence.start, *(clean.rfind(mark, sentence.start, end) + 1 for mark in "，,"))
    if (
        clause == sentence.start
        or clean.find("；", sentence.start, end) >= 0
        or _DIGIT.search(clean, sentence.start, clause)
        or _DEED.search(clean, sentence.start, clause)
    ):
        return sentence.start
    acts = any(
        clause <= token.start and token.end <= end and "actions" in token.word.groups
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )
    return clause if acts or _ALL_TOLD.fullmatch(clean, clause, end) else sentence.start


def _words_behind(scene: Scene, sentence: Sentence, figure: Quantity) -> str:
    """The rest of the figure's clause: 有。1名|律师."""
    found = _CLAUSE_REST.match(scene.clean, figure.reach_end, sentence.end)
    return found[0] if found else ""


def topics_of(scene: Scene, sentence: Sentence) -> list[str]:
    """What the heading above a line of a bare list speaks of; nothing for a sentence of ordinary text."""
    clean = scene.clean
    bare = sentence.end - sentence.start <= _LONGEST_LINE and (not sentence.start or clean[sentence.start - 1] == "\n")
    if not bare or not sentence.heading or (sentence.end < len(clean) and clean[sentence.end - 1] != "\n"):
        return []
    heading = _HEADING_MARK.sub("", sentence.heading, count=1).strip("【】〖〗 ")
    return [topic for topic in TOPICS.split(heading) if topic] if len(heading) <= LONGEST_TOPIC else []


def matches_of_topic(scene: Scene, sentence: Sentence, index: int, matcher: Matcher) -> Iterator[tuple[Match, str]]:
    """What the `index`-th figure of a bare line measures under the line's heading: 〖普法〗, then 3900人次到场."""
    figure = sentence.figures[index]
    if not sentence.heading or not figure.unit or (index and sentence.figures[index - 1].reach_end == figure.reach_start):
        return
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    end = sentence.figures[index + 1].reach_start if index + 1 < len(sentence.figures) else sentence.end
    before = scene.clean[start : figure.reach_start].strip(_EDGES)
    behind = scene.clean[figure.reach_end : end].rstrip("\n") if not before else ""
    if len(before) > _LONGEST_ITEM:
        return
    for topic in topics_of(scene, sentence):
        found = written_out(matcher, topic + before, figure, "", behind)
        if found and (len(found[0].words) > 1 or found[0].score[1] > len(before) or not before):
            yield found[0], topic
            return


def labelled_matches(scene: Scene, sentence: Sentence, index: int, matcher: Matcher) -> Iterator[tuple[Match, str]]:
    """What the sentence's `index`-th figure measures by its item and its label, each with the words that told."""
    figure = sentence.figures[index]
    label, start = label_before(scene, sentence, figure)
    if not label or not figure.unit:
        return
    if index and sentence.figures[index - 1].reach_end > start:
        start = sentence.figures[index - 1].reach_end
    item = scene.clean[start : figure.reach_start].strip(_JOINTS)
    if index and "，" in item:
        # 公：信息515条公开在前，|依申请3件
        item = item[item.rfind("，") + 1 :]
    if not item or len(item) > _LONGEST_ITEM:
        return
    for words in (item + label, label + item):
        found = written_out(matcher, words, figure, "")
        # One word must take in something of both.
        if found and (len(found[0].words) > 1 or found[0].score[1] > max(len(item), len(label))):
            yield found[0], words
            return
    if figure.unit == "元" and not _NOT_DONE.search(item):
        # 罚款：占道经营4800元: for what it was paid
        for match in written_out(matcher, label, figure, "")[:1]:
            yield match, label
