"""A sum that has the verb, and its items the noun: 镇级合同96份，村级合同71份，共计审查167份."""

from dataclasses import replace
from decimal import Decimal

from extract.matching.breakdown import LONGEST_ITEM
from extract.matching.cell_mentions import written_out
from extract.matching.matcher import Matcher
from extract.matching.readings import Mention, mention_of
from extract.matching.scene import Scene, Sentence
from extract.matching.sums import TOGETHER
from extract.matching.words import Token
from extract.tables import ACTUAL, PART, TOWNSHIP

_LEAST_SUM, _MOST_ITEMS = 10, 8
#: how far the noun of an item stands before its number: 合同共|96份
_BESIDE = 2
_JOINTS = frozenset("，,、；;")


def sums_of_their_noun(scene: Scene, sentence: Sentence, stated: list[Mention], matcher: Matcher) -> list[Mention]:
    """The items of such sums that nothing has read yet; their sums change what they count in place."""
    found: list[Mention] = []
    for place, mention in enumerate(stated):
        verb = _lone_verb(mention)
        if verb is None or mention.value < _LEAST_SUM or mention.scope != TOWNSHIP or mention.period.basis != ACTUAL:
            continue
        at = next((at for at, figure in enumerate(sentence.figures) if figure is mention.quantity), -1)
        before = sentence.figures[at - 1].reach_end if at > 0 else mention.quantity.start
        if at < 2 or TOGETHER.search(scene.clean, before, mention.quantity.reach_start) is None:
            continue
        items = _items(scene, sentence, at, mention)
        noun = _noun_of(scene, sentence, items)
        if noun is None:
            continue
        figure = mention.quantity
        matches = written_out(matcher, verb.word.text + noun.word.text, figure, "")
        if not matches or len(matches[0].words) < 2 or matches[0].metric is mention.metric:
            continue
        read = {id(other.quantity): index for index, other in enumerate(stated)}
        known = [stated[read[id(sentence.figures[item])]] for item in items if id(sentence.figures[item]) in read]
        if any(other.metric is not matches[0].metric for other in known):
            continue
        stated[place] = replace(mention, metric=matches[0].metric, total=True, trace=(*mention.trace, noun.word.text))
        told = ("part of a sum", "as " + scene.clean[figure.start : figure.end])
        for item in items:
            part = sentence.figures[item]
            if id(part) in read:
                stated[read[id(part)]] = replace(stated[read[id(part)]], scope=PART)
            else:
                found.append(mention_of(matches[0].metric, part, sentence, mention.period, PART, told))
    return found


def _lone_verb(mention: Mention) -> Token | None:
    """The verb that alone told what the sum counts."""
    match = mention.match
    if match is None or len(match.words) != 1 or match.carried or "actions" not in match.words[0].word.groups:
        return None
    return match.words[0] if match.words[0].end <= mention.quantity.reach_start else None


def _items(scene: Scene, sentence: Sentence, at: int, whole: Mention) -> list[int]:
    """The figures right before the one at `at` that add up to it."""
    together, items = Decimal(0), list[int]()
    for item in range(at - 1, max(-1, at - 1 - _MOST_ITEMS), -1):
        figure, following = sentence.figures[item], sentence.figures[item + 1]
        between = scene.clean[figure.reach_end : following.reach_start]
        if figure.unit != whole.quantity.unit or figure.value is None:
            break
        if len(between) > LONGEST_ITEM or between[:1] not in _JOINTS:
            break
        together += figure.value
        items.append(item)
        if together >= whole.value:
            break
    return items if together == whole.value and len(items) > 1 else []


def _noun_of(scene: Scene, sentence: Sentence, items: list[int]) -> Token | None:
    """The noun that stands before every one of these figures."""
    nouns: list[Token] = []
    for item in items:
        figure = sentence.figures[item]
        start = sentence.figures[item - 1].reach_end if item else sentence.start
        beside = [
            token
            for token in scene.tokens[sentence.first_token : sentence.last_token]
            if token.start >= start and 0 <= figure.reach_start - token.end <= _BESIDE and "objects" in token.word.groups
        ]
        if not beside or (nouns and not beside[-1].word.sets & nouns[0].word.sets):
            return None
        nouns.append(beside[-1])
    return nouns[0] if nouns else None
