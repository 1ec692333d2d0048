"""Rows behind a label (学法：党委10次、机关24次): each item is read as if label and item stood beside its number.

In a list of bare lines (26场；3900人次到场) the heading above is the label of every line.
"""

from collections.abc import Iterator
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.cell_mentions import written_out
from extract.matching.match import Match
from extract.matching.matcher import Matcher
from extract.matching.scene import Scene, Sentence

#: what opens a sentence or a line of bullets and ends with a colon
_LABEL = regex(r"(?:^|(?<=[。；;\n]))[^一-鿿。；;，,、：:]{0,6}([一-鿿“”（）]{2,8})[：:]")
_JOINTS = "、，,；;和及与 "
_EDGES = _JOINTS + "：:"
_LONGEST_ITEM = 8
_BREAK = regex(r"[。！？\n]")
#: the words of a heading: 〖庚〗纠纷、信访; （三）普法
_HEADING_MARK = regex(r"[【〖（(]?[^】〗）)\n]{1,6}[】〗）)、.．:：](?=[一-鿿])")
_TOPICS = regex(r"[、，和与及]")
_LONGEST_LINE, _LONGEST_TOPIC = 40, 8


def label_before(scene: Scene, sentence: Sentence, figure: Quantity) -> tuple[str, int]:
    """The label of the row that the figure stands in and where the row begins; an empty one if it stands in none."""
    label, start = "", -1
    for found in _LABEL.finditer(scene.clean, sentence.start, figure.reach_start):
        label, start = found[1], found.end()
    if start < 0 or _BREAK.search(scene.clean, start, figure.reach_start):
        return "", -1
    return label, start


def topics_of(scene: Scene, sentence: Sentence) -> list[str]:
    """What the heading above a line of a bare list speaks of; nothing for a sentence of ordinary text."""
    clean = scene.clean
    bare = sentence.end - sentence.start <= _LONGEST_LINE and (not sentence.start or clean[sentence.start - 1] == "\n")
    if not bare or not sentence.heading or (sentence.end < len(clean) and clean[sentence.end - 1] != "\n"):
        return []
    heading = _HEADING_MARK.sub("", sentence.heading, count=1).strip("【】〖〗 ")
    return [topic for topic in _TOPICS.split(heading) if topic] if len(heading) <= _LONGEST_TOPIC else []


def matches_of_topic(scene: Scene, sentence: Sentence, index: int, matcher: Matcher) -> Iterator[tuple[Match, str]]:
    """What the `index`-th figure of a bare line measures under the line's heading: 〖普法〗, then 3900人次到场."""
    figure = sentence.figures[index]
    if not figure.unit or (index and sentence.figures[index - 1].reach_end == figure.reach_start):
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
    if not item or len(item) > _LONGEST_ITEM:
        return
    for words in (item + label, label + item):
        found = written_out(matcher, words, figure, "")
        # One word must take in something of both.
        if found and (len(found[0].words) > 1 or found[0].score[1] > max(len(item), len(label))):
            yield found[0], words
            return
