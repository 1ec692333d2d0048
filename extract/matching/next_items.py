"""The next item of a list whose noun is told already: 13个村、2个矿区社区; 法治挂历3000本、《应知应会》1200册."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.breakdown import LONGEST_ITEM
from extract.matching.readings import Mention
from extract.matching.scene import Scene, Sentence
from extract.matching.some_places import only_some

#: what may stand between the number of an item and its noun: 2个矿区社区
_MODIFIER = 4
#: 法治挂历3000本、《应知应会》1200册
_NEXT_TITLE = regex(r"[、和及]《[^》]{1,40}》(?:一书|读本|手册|单行本)?")
_PAPERS = frozenset(("份", "册", "本", "张", "套", "页"))
_SEMICOLONS = frozenset("；;")
#: what joins two items of a list
LISTING = frozenset("、和及与")
_ITEM_JOINT = regex(r"[、，,和及与]")
ITEM_BREAK = regex(r"[。；;\n]")


def is_next_item(scene: Scene, sentence: Sentence, index: int, stated: list[Mention]) -> bool:
    """Whether the figure is the next item of a list whose noun is told: 13个村、2个矿区社区; 述法：班子9名、站所长14名."""
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    last = next((m for m in reversed(stated) if m.quantity is before), None)
    if last is None or before.unit != figure.unit:
        return False
    between = scene.clean[before.reach_end : figure.reach_start]
    if between[:1] in _SEMICOLONS and last.match is not None and last.match.words:
        # 法律顾问配备情况：行政村10个；社区3个
        noun = last.match.words[0]
        return noun.end == before.reach_start and any(
            token.start == before.reach_end + 1 and token.end == figure.reach_start and token.word.sets & noun.word.sets
            for token in scene.tokens[sentence.first_token : sentence.last_token]
        )
    if len(between) > LONGEST_ITEM or ITEM_BREAK.search(between):
        return False
    if not _ITEM_JOINT.search(between) and not _is_its_noun(last, before, figure):
        return False
    if between[:1] in LISTING and _has_like_noun(scene, sentence, last, figure):
        return True
    if "、" in between and _stands_in_row(scene, sentence, before, last):
        return True
    beside = [token.word.sets for token in last.match.words if token.start == before.reach_end] if last.match else []
    return bool(beside) and any(
        token.word.sets & beside[0]
        and figure.reach_end <= token.start <= figure.reach_end + _MODIFIER
        and not ("places" in token.word.groups and only_some(scene.clean, figure, token, []))
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )


def _has_like_noun(scene: Scene, sentence: Sentence, last: Mention, figure: Quantity) -> bool:
    """Whether nouns of one vocabulary stand right before both numbers: 走访规上企业26家、小微企业48家."""
    words = last.match.words if last.match is not None else []
    if len(words) < 2 or words[0].end != last.quantity.reach_start:
        return False
    return any(
        last.quantity.reach_end < token.start and token.end == figure.reach_start and token.word.sets & words[0].word.sets
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )


def _is_its_noun(mention: Mention, figure: Quantity, following: Quantity) -> bool:
    """Whether nothing but the figure's own noun stands before the next one: 9个村2个居委会."""
    words = mention.match.words if mention.match is not None else ()
    return any(token.start == figure.reach_end and token.end == following.reach_start for token in words)


def _stands_in_row(scene: Scene, sentence: Sentence, figure: Quantity, mention: Mention) -> bool:
    """Whether the figure is an item of a row behind a colon, before which its noun stands."""
    colon = scene.clean.rfind("：", sentence.start, figure.start)
    if colon < 0 or ITEM_BREAK.search(scene.clean, colon, figure.start):
        return False
    if mention.match is None:
        return mention.trace[0] == "list"
    return figure.start - colon <= LONGEST_ITEM and all(token.end <= colon for token in mention.match.words)


def is_next_title(scene: Scene, before: Quantity, figure: Quantity) -> bool:
    """Whether the figure counts copies of another title: 法治挂历3000本、《应知应会》1200册."""
    return figure.unit in _PAPERS and _NEXT_TITLE.fullmatch(scene.clean, before.reach_end, figure.reach_start) is not None
