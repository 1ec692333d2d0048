"""Items of lists: where the words of one end, and the verb that all of them share."""

from dataclasses import replace
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.match import Match
from extract.matching.readings import Mention
from extract.matching.scene import Scene, Sentence

#: 化解镇级矛盾纠纷5件，村级矛盾纠纷41件: whose an item of a list is
_LEVEL = regex(r"(?:(?:镇|乡|街道|村|社区|村[（(]?社区[）)]?|村居|组|网格|县|区)级?)?")

#: how long the noun between two numbers is, and what leads on from it to the next: 3件规范性文件|、签订的|18份合同
_SHORTEST_NOUN, _LONGEST_NOUN = 2, 24
_NEXT_OBJECT = regex("(?:、|，|,|和|及|与|以及)(?:[^，,。；;、：:0-9]{1,6}的)?")


def noun_end(scene: Scene, sentence: Sentence, figure: Quantity, match: Match) -> int:
    """Where the words of a figure end, with the noun right behind it: 大队有|19名执法人员、6名协管员."""
    behind = [token.end for token in scene.tokens[sentence.first_token : sentence.last_token] if token.start == figure.reach_end]
    return max((*behind, *(token.end for token in match.words)), default=0)


def listed_on(scene: Scene, sentence: Sentence, index: int, noun_end: int) -> bool:
    """Whether the figure opens the next item of a list of numbers before their nouns: 2次讲座和1次旁听."""
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    joint = scene.clean[noun_end : figure.reach_start]
    return noun_end > before.reach_end and joint in ("、", "和", "及", "与", "以及") and before.unit == figure.unit


def with_verb_of_list(scene: Scene, sentence: Sentence, index: int, chosen: list[Match], stated: list[Mention]) -> list[Match]:
    """The next item of a list has the verb before the first: 调解邻里纠纷63起、土地纠纷22起 mediates both."""
    own = chosen[0]
    last = stated[-1].match if stated and index else None
    if last is None or len(chosen) > 1 or len(own.words) > 1 or own.carried or own.metric is last.metric:
        return chosen
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    # 调解邻里纠纷63起，土地纠纷22起: behind a comma only where nothing but the noun stands there
    bare = own.words[0].end == figure.reach_start and _LEVEL.fullmatch(scene.clean, before.reach_end + 1, own.start) is not None
    joint = scene.clean[before.reach_end : before.reach_end + 1]
    listed = stated[-1].quantity is before and before.unit == figure.unit and (joint == "、" or (bare and joint in "，,"))
    if not listed or own.start <= before.reach_end or len(last.words) + len(last.carried) < 2 or figure.start < own.start:
        return chosen
    if not any(token.word.sets & own.words[0].word.sets for token in last.words):
        return chosen
    # The noun is the next item's own, so that the one behind it is found to be of the list as well.
    words = [own.words[0] if token.word.sets & own.words[0].word.sets else token for token in last.words]
    return [replace(last, start=own.start, end=own.end, words=words)]


def without_noun_before(scene: Scene, sentence: Sentence, index: int, matches: list[Match]) -> list[Match]:
    """Of 3件规范性文件、18份招商合同进行了审查 those matches of the second number that leave the first one's noun alone.

    Every item of a list of numbers before their nouns has its noun right behind it; the verb behind the last is for all of them.
    """
    if not index or not matches or not scene.noun_follows(sentence.figures[index].reach_end):
        return matches
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    gap = figure.reach_start - before.reach_end
    if not _SHORTEST_NOUN < gap <= _LONGEST_NOUN:
        return matches
    tokens = scene.tokens[sentence.first_token : sentence.last_token]
    first = [token for token in tokens if token.start == before.reach_end and "objects" in token.word.groups]
    own = [token for token in tokens if token.start == figure.reach_end and "objects" in token.word.groups]
    if not first or not own or max(token.end for token in first) >= figure.reach_start:
        return matches
    if _NEXT_OBJECT.fullmatch(scene.clean, max(token.end for token in first), figure.reach_start) is None:
        return matches
    return [match for match in matches if not any(before.reach_end <= word.start < figure.reach_start for word in match.words)]


def only_before(match: Match, position: int) -> bool:
    """Whether every word of the match stands before `position`, where another figure has its noun."""
    return all(token.end <= position for token in match.words)
