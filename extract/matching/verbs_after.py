"""Verbs that stand right behind the number and end the clause: 专栏信息143条上网, 乡长办公会10次列席."""

from bisect import bisect_left
from collections.abc import Iterator
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.cell_mentions import written_out
from extract.matching.match import Match
from extract.matching.matcher import Matcher
from extract.matching.scene import Scene, Sentence
from extract.report.model import PLAN

#: how a clause ends behind its verb
_CLAUSE_ENDS = regex(r"(?:了|着|过|完毕|完成|完|到位|在案|在册)?(?=[，,。；;、！!）)\n|]|$)")
#: before the verb: 12件均已|办结, 8次应邀|列席
_ADVERBS = regex(
    "(?:都|均|皆|全部?|已经?|悉数|先后|陆续|当场|现场|及时|按时|应邀|受邀|逐一|逐个|一一|统一|依法|依规|成功|被|得|获|予以|加以)*"
)
_ADVERBS_REACH = 6
_STOPS = "，,；;：:。、\n（("
_SHORTEST, _LONGEST = 2, 16
#: 考生412人参加考试: what people did who were not called for it
_PEOPLE, _COME = frozenset(("人", "名", "位", "人次")), ("参", "到", "出席", "听", "受")
_DIGIT = regex("[0-9]")


def matches_with_verb_after(scene: Scene, sentence: Sentence, index: int, matcher: Matcher) -> Iterator[tuple[Match, str]]:
    """What the figure counts if its clause is read with the verb before the number, with the words so read."""
    figure = sentence.figures[index]
    verb = _verb_after(scene, sentence, figure)
    if not verb or sentence.role == PLAN:
        return
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    clause = max(start, *(scene.clean.rfind(mark, start, figure.reach_start) + 1 for mark in _STOPS))
    if index and clause == start:
        return
    # 党委会、乡长办公会10次列席: of a list the last item stands beside the number
    for begin in (clause, _item_before(scene.clean, start, clause)):
        words = scene.clean[begin : figure.reach_start]
        if not _SHORTEST <= len(words) <= _LONGEST or _DIGIT.search(words):
            continue
        for told in (verb + words, words + verb):
            for match in written_out(matcher, told, figure, "")[:1]:
                if len(match.words) > 1 and any(token.word.text == verb for token in match.words):
                    yield match, told
                    return


def _verb_after(scene: Scene, sentence: Sentence, figure: Quantity) -> str:
    """The verb right behind the figure that ends the clause; nothing if there is none."""
    clean = scene.clean
    if not figure.unit or figure.unit == "%" or clean[figure.reach_end : figure.reach_end + 1] in _STOPS:
        return ""
    between = _ADVERBS.match(clean, figure.reach_end, min(sentence.end, figure.reach_end + _ADVERBS_REACH))
    at = between.end() if between is not None else figure.reach_end
    place = bisect_left(scene.token_starts, at, sentence.first_token, sentence.last_token)
    if place == sentence.last_token or scene.tokens[place].start != at:
        return ""
    token = scene.tokens[place]
    if figure.unit in _PEOPLE and token.word.text.startswith(_COME):
        return ""
    ends = "actions" in token.word.groups and not token.word.bounds and _CLAUSE_ENDS.match(clean, token.end, sentence.end)
    return token.word.text if ends else ""


def _item_before(clean: str, start: int, clause: int) -> int:
    """Where the clause begins whose list the item at `clause` ends; the item itself if it ends none."""
    if clause == start or clean[clause - 1] != "、":
        return clause
    return max(start, *(clean.rfind(mark, start, clause - 1) + 1 for mark in "，,；;：:。\n（("))
