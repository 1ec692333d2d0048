"""Questions of a form and what answers them: 3.有无普法讲座。有。6场; 是否开展普法讲座：是，6场."""

from bisect import bisect_left
from re import compile as regex

from extract.figures.asking import ASKS, HAS_ANY, TO_TICK, WHETHER
from extract.matching.scene import Scene, Sentence
from extract.report.numbering import ITEM_MARKS

#: 3.有无普法讲座。有。6场; 是否开展普法讲座：是，6场
_QUESTION = regex(rf"{ITEM_MARKS}{{0,4}}+[ \u3000]{{0,4}}+([一-鿿“”、0-9·（）()/]{{4,32}})[。？?]")
#: what is no name of what is asked for
_ASKED = regex(rf"{HAS_ANY}|{WHETHER}(?:存在|发生|出现|开展|组织|进行|有)?过?|{TO_TICK}|(?<=[一-鿿])情况(?=$)")
_ANSWER = regex("[有是]")
#: how far back a question is looked for, and how many sentences
_LINE_REACH, _SENTENCES_BACK = 1_000, 5


def asked_before(scene: Scene, end: int) -> str:
    """What the question asks for that stands before `end`, with its answer perhaps: 3.有无普法讲座。有。"""
    clean = scene.clean
    if not scene.asks:
        return ""
    # no further back than a question and its answer reach: a text without breaks is searched once, not for each figure
    floor = max(0, end - _LINE_REACH)
    line = max(floor, clean.rfind("\n", floor, end) + 1)
    place = bisect_left(scene.ends, end)
    for _ in range(_SENTENCES_BACK):
        start = max(line, scene.ends[place - 1] if place else 0)
        found = _QUESTION.fullmatch(clean, start, end) if start < end else None
        if found is not None and ASKS.search(found[1]):
            return _ASKED.sub("", found[1])
        if start <= line:
            break
        place, end = place - 1, start
    return ""


def opens_answer(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence stands behind the 有 that answers a question."""
    start = sentence.start
    return scene.clean[max(0, start - 2) : start] in ("有。", "是。") and bool(asked_before(scene, start))


def is_answered(scene: Scene, place: int) -> bool:
    """Whether a 有 or 是 that may answer a question stands at `place`."""
    return _ANSWER.match(scene.clean, place) is not None


def without_question(label: str) -> str:
    """What a label asks for: 法治讲座（有/无）, 培训情况."""
    return _ASKED.sub("", label)
