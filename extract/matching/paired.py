"""分别: figures in a row, each belonging to the noun at its place in the list before."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from re import compile as regex

from extract.figures.quantity import DATE
from extract.matching.cues import PAIRED
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import Territory
from extract.matching.words import Token

_BETWEEN_FIGURES = regex(r"[、，,和及与/]?(?:及)?")
#: 分别讲授法治课2场、1场 names the noun behind 分别: then nothing is paired
_NO_NOUN_BETWEEN = 4
#: how long the verb and object behind 分别 are at most: 分别列席党委会议12次、8次
_LONGEST_VERB = 16
_CLAUSE = regex(r"[，,；;。：:]")
_YEAR_JOIN = regex(r"(?:全年|度)?(?:、|和|及|与|，)")
_JOIN = regex(r"、|和|及|与|以及")


def paired_walks(scene: Scene, sentence: Sentence) -> dict[int, Callable[[Territory], Territory]]:
    """For the figures after a 分别: how their leftward walk begins at their own noun instead of at the number."""
    if not sentence.cues & PAIRED:
        return {}
    walks: dict[int, Callable[[Territory], Territory]] = {}
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if not token.word.cue & PAIRED:
            continue
        pair_years(scene, sentence, token)
        row = _row_after(scene, sentence, token.end)
        if not row:
            walks.update(_verb_between(scene, sentence, token))
            continue
        nouns = _list_before(scene, sentence, token.start, len(row))
        shared = _shared_object(scene, nouns)
        if shared >= 0:
            # 受理、调解、化解纠纷分别为…: every verb of the list has the object behind the last one.
            nouns[-1] = shared - 1
        for index, at in zip(row, nouns, strict=False):
            first = shared if shared >= 0 else at
            walks[index] = _walk_from(first, scene.tokens[first].end, nouns[0], frozenset(nouns) - {at})
    sentence.paired = frozenset(walks)
    return walks


def pair_years(scene: Scene, sentence: Sentence, told: Token) -> None:
    """2022年、2023年分别受理31件、46件: each figure of the row behind 分别 takes the year at its place before it."""
    row = _row_after(scene, sentence, told.end, _LONGEST_VERB)
    dates = [q for q in sentence.others if q.kind == DATE and q.year is not None and q.year_to is None and q.end <= told.start]
    dates = dates[-len(row) :]
    if len(row) < 2 or len(dates) != len(row):
        return
    joined = all(_YEAR_JOIN.fullmatch(scene.clean, one.end, two.start) for one, two in pairwise(dates))
    if not joined or _CLAUSE.search(scene.clean, dates[-1].end, told.start):
        return
    for index, date in zip(row, dates, strict=True):
        if date.year is not None:
            sentence.paired_years[id(sentence.figures[index])] = date.year


def _verb_between(scene: Scene, sentence: Sentence, told: Token) -> dict[int, Callable[[Territory], Territory]]:
    """司法所、法律顾问分别列席会议12次、8次: each figure has the noun at its place, and all the words behind 分别."""
    row = _row_after(scene, sentence, told.end, _LONGEST_VERB)
    nouns = _list_before(scene, sentence, told.start, len(row))
    if len(nouns) < 2 or not frozenset.intersection(*(scene.tokens[at].word.groups for at in nouns)):
        return {}
    start = sentence.figures[row[0]].reach_start
    split = bisect_left(scene.token_starts, start, sentence.first_token, sentence.last_token)

    def walk_with(own: int) -> Callable[[Territory], Territory]:
        def walk(where: Territory) -> Territory:
            return replace(
                where,
                first_token=min(where.first_token, nouns[0]),
                split=split,
                walk_start=start,
                hidden=frozenset(nouns) - {own},
            )

        return walk

    return {index: walk_with(at) for index, at in zip(row, nouns, strict=True)}


def _shared_object(scene: Scene, nouns: list[int]) -> int:
    """The object that a list of verbs shares, as a token index: the last item's, where the others are its verb's fellows."""
    if len(nouns) < 2 or nouns[-1] == nouns[-2] + 1:
        return -1
    verb, thing = scene.tokens[nouns[-1] - 1].word, scene.tokens[nouns[-1]].word
    fellows = [scene.tokens[at].word.groups for at in nouns[:-1]]
    shares = all(groups & verb.groups for groups in fellows) and not any(groups & thing.groups for groups in fellows)
    return nouns[-1] if shares else -1


def _walk_from(at: int, end: int, list_first: int, hidden: frozenset[int]) -> Callable[[Territory], Territory]:
    def walk(where: Territory) -> Territory:
        return replace(
            where,
            first_token=min(where.first_token, list_first),
            split=at + 1,
            walk_start=end,
            last_token=at + 1,
            hidden=hidden,
        )

    return walk


def _row_after(scene: Scene, sentence: Sentence, position: int, reach: int = _NO_NOUN_BETWEEN) -> list[int]:
    """The figures in a row that begin within `reach` behind `position`."""
    row: list[int] = []
    for index, figure in enumerate(sentence.figures):
        if figure.start < position:
            continue
        between = scene.clean[(row and sentence.figures[row[-1]].reach_end) or position : figure.reach_start]
        if row and not _BETWEEN_FIGURES.fullmatch(between):
            break
        if not row and (len(between) > reach or _CLAUSE.search(between)):
            break
        row.append(index)
    return row


def _list_before(scene: Scene, sentence: Sentence, position: int, count: int) -> list[int]:
    """The last vocabulary word of each of the `count` listed items before `position`, as token indices."""
    if count < 2:
        return []
    clean = scene.clean
    start = max(clean.rfind(mark, sentence.start, position) for mark in "，,；;：:")
    start = max(start + 1, sentence.start)
    pieces: list[tuple[int, int]] = []
    at = start
    for joint in _JOIN.finditer(clean, start, position):
        pieces.append((at, joint.start()))
        at = joint.end()
    pieces.append((at, position))
    nouns: list[int] = []
    for piece_start, piece_end in pieces[-count:]:
        inside = [
            index
            for index in range(sentence.first_token, sentence.last_token)
            if piece_start <= scene.tokens[index].start < piece_end and scene.tokens[index].word.sets
        ]
        if not inside:
            return []
        nouns.append(inside[-1])
    return nouns if len(nouns) == count else []
