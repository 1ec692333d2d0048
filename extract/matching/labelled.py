"""Rows behind a label (学法：党委10次、机关24次): each item is read as if label and item stood beside its number."""

from collections.abc import Iterator
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.cell_mentions import written_out
from extract.matching.matcher import Match, Matcher
from extract.matching.scene import Scene, Sentence

#: what opens a sentence or a line of bullets and ends with a colon
_LABEL = regex(r"(?:^|(?<=[。；;\n]))[^一-鿿。；;，,、：:]{0,6}([一-鿿“”（）]{2,8})[：:]")
_JOINTS = "、，,；;和及与 "
_LONGEST_ITEM = 8
_BREAK = regex(r"[。！？\n]")


def label_before(scene: Scene, sentence: Sentence, figure: Quantity) -> tuple[str, int]:
    """The label of the row that the figure stands in and where the row begins; an empty one if it stands in none."""
    label, start = "", -1
    for found in _LABEL.finditer(scene.clean, sentence.start, figure.reach_start):
        label, start = found[1], found.end()
    if start < 0 or _BREAK.search(scene.clean, start, figure.reach_start):
        return "", -1
    return label, start


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
