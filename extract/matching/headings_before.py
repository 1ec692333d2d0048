"""What a paragraph stands behind and is headed by: a heading, a question, the sentence that names its topic, headings above.

A heading runs into its paragraph (（三）行政处罚。共31件) or stands numbered on the line above (9.合同复核, then 共31份).
"""

from bisect import bisect_left
from re import compile as regex
from typing import NamedTuple

from extract.matching.questions import asked_before, opens_answer
from extract.matching.scene import Scene, Sentence
from extract.report.model import section_at
from extract.report.numbering import ITEM_MARKS, mark_at

#: （三）行政处罚。共31件: a heading that runs into its paragraph
_RUN_IN = regex(rf"{ITEM_MARKS}{{1,4}}+\s{{0,4}}+([一-鿿“”、]{{2,12}})。")
#: 9.合同复核 on a line of its own
_HEADING_LINE = regex(rf"({ITEM_MARKS}{{1,4}}+\s{{0,4}}+)([一-鿿“”、（）0-9]{{2,20}})[：:]?")
_CHAPTER_MARK = regex("[一二三四五六七八九十]{1,3}[、.．]")
_NAMES_SEVERAL = regex("[、和与及]")
#: what joins the things that a heading names: 四、纠纷与信访
TOPICS = regex(r"[、，和与及]")
LONGEST_TOPIC = 8
_LINE_REACH, _SENTENCES_BACK, _SECTIONS_BACK = 1_000, 5, 30
#: the styles of numbers above which no heading stands
_CHAPTERS = frozenset(("part", "han"))
_DIGIT = regex("[0-9]")
#: how long a sentence is at most that tells what its paragraph speaks of, and how many words of the library it has at most
_LONGEST_TOPIC_SENTENCE, _MOST_WORDS = 40, 4
#: 四、矛盾纠纷数据
_OF_ANY_TOPIC = regex("(?:数据|统计|概况|情况|台账|总账|一览)+$")
#: what a topic is of that only names the work
_MEANT = (("调解", "矛盾纠纷"), ("解纷", "矛盾纠纷"), ("化解", "矛盾纠纷"), ("定分止争", "矛盾纠纷"), ("矛盾", "矛盾纠纷"))


#: 五、比普法|：不算热闹
_BESIDE_TOPIC = regex("[：:].*$")
#: what a heading of one character stands for: 二、审：合同79份; 八、普
MEANT_BY_ONE = {
    "学": "学法",
    "审": "审查",
    "罚": "行政处罚",
    "调": "调解纠纷",
    "访": "信访",
    "诉": "行政诉讼",
    "公": "公开",
    "普": "普法",
    "宣": "普法宣传",
    "援": "法律援助",
    "检": "行政检查",
}


class Heading(NamedTuple):
    """What a sentence stands behind, be it a question: its words name what is counted."""

    words: str
    #: whether a clause of plain words may come before the figure: 应到尽到，12人
    plain_between: bool
    #: whether it is a line of its own, above the paragraph
    own_line: bool
    #: whether it is numbered and runs into its paragraph
    run_in: bool = False


NO_HEADING = Heading("", False, False)


def heading_of(scene: Scene, sentence: Sentence) -> Heading:
    """The nearest heading that the sentence stands behind; one without words if there is none."""
    clean, end = scene.clean, sentence.start
    asked = asked_before(scene, end)
    if asked:
        return Heading(asked, True, False)
    place = bisect_left(scene.ends, end)
    for _ in range(_SENTENCES_BACK):
        if not end or clean[end - 1] == "\n":
            words, is_item = _heading_line(scene, end)
            return Heading(words, is_item, True) if words else NO_HEADING
        start = scene.ends[place - 1] if place else 0
        if not start or clean[start - 1] == "\n":
            run_in = _RUN_IN.fullmatch(clean, start, end)
            words = run_in[1] if run_in else _topic_sentence(scene, start, end)
            if words:
                return Heading(words, False, False, run_in is not None)
            words, _ = _heading_line(scene, start)
            return Heading(words, False, True) if words else NO_HEADING
        if _DIGIT.search(clean, start, end):
            # 信访工作有力。安排经费3万元。共12件: something else was told in between
            return NO_HEADING
        place, end = place - 1, start
    return NO_HEADING


def is_headed(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence opens the paragraph below a numbered heading that names one thing, or answers a question."""
    start = sentence.start
    if start and scene.clean[start - 1] != "\n":
        return opens_answer(scene, sentence)
    words, is_item = _heading_line(scene, start)
    return bool(words) and is_item


def _heading_line(scene: Scene, line: int) -> tuple[str, bool]:
    """The numbered heading of one thing on the line above the one at `line`, and whether it is no chapter's: 9.合同复核."""
    clean, stop = scene.clean, line
    while stop and clean[stop - 1] == "\n":
        stop -= 1
    found = _HEADING_LINE.fullmatch(clean, clean.rfind("\n", max(0, stop - _LINE_REACH), stop) + 1, stop)
    if found is None or _NAMES_SEVERAL.search(found[2]):
        # 四、纠纷与信访 does not say which of them is counted
        return "", False
    return found[2], _CHAPTER_MARK.match(found[1]) is None


def _topic_sentence(scene: Scene, start: int, end: int) -> str:
    """What a sentence without figures speaks of that opens a paragraph: 机关干部的集体学法抓得紧。一年下来26次."""
    # the first line of a report is no paragraph's topic
    if not start or end - start > _LONGEST_TOPIC_SENTENCE or _DIGIT.search(scene.clean, start, end):
        return ""
    first = bisect_left(scene.token_starts, start)
    tokens = scene.tokens[first : bisect_left(scene.token_starts, end, first)]
    words = [token.word.text for token in tokens if token.word.groups and not token.word.bounds]
    return "".join(words) if 0 < len(words) <= _MOST_WORDS else ""


def topics_above(scene: Scene, sentence: Sentence) -> list[str]:
    """What the headings above speak of, the nearest first, thing by thing: 四、纠纷与信访; 调解 is of 矛盾纠纷."""
    sections = scene.sections
    last = section_at(sections, sentence.start)
    floor = max(0, sentence.start - _LINE_REACH)
    line = max(floor, scene.clean.rfind("\n", floor, sentence.start) + 1)
    item = mark_at(scene.clean, line)
    passed = {item.style} if item else set()
    topics: list[str] = []
    for place in range(last, max(-1, last - _SECTIONS_BACK), -1):
        heading = sections[place].heading
        mark = mark_at(heading, 0) if heading else None
        style = mark.style if mark else ""
        if not heading or sections[place].start >= line or style in passed:
            continue
        passed.add(style)
        words = heading[mark.end :] if mark else heading
        for topic in TOPICS.split(_BESIDE_TOPIC.sub("", words.strip("【】〖〗 ：:。"))):
            topic = _OF_ANY_TOPIC.sub("", topic)
            topic = MEANT_BY_ONE.get(topic, topic)
            if 1 < len(topic) <= LONGEST_TOPIC:
                topics.append(topic)
                topics += [meant for named, meant in _MEANT if named in topic and meant not in topic][:1]
        if style in _CHAPTERS:
            break
    return topics
