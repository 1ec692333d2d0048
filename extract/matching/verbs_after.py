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
    "(?:都|均|皆|也|都已|全部?|已经?|悉数|先后|陆续|当场|现场|顺利|圆满|妥善|有效|及时|按时|应邀|受邀|逐一|逐个|一一|统一|依法|依规|成功|被|得到|得以|获得|得|获|予以|给予|加以)*"
)
_ADVERBS_REACH = 6
_STOPS = "，,；;：:。、\n（("
_SHORTEST, _LONGEST = 2, 16
#: 考生412人参加考试: what people did who were not called for it
_PEOPLE, _COME = frozenset(("人", "名", "位", "人次")), ("参", "到", "出席", "听", "受")
#: 4620件|事项|受理办结
_PLAIN_NOUN = regex("(?:各类|群众|企业)?(?:事项|困难|难题|诉求|申请|材料|案件|业务|办件)")
_LONGEST_NOUN = 12
#: 群众反映的12个问题|得到解决 were found by no inspection
_OF_ANYBODY = "问题"
#: 19个|困难中|15个
_OF_SOME = regex("([一-鿿]{2,8}?)(?:当中|之中|中间|里面|中|里)[，,]?(?:有|已有|已经有|就有)?")
_DIGIT = regex("[0-9]")


def matches_with_verb_after(scene: Scene, sentence: Sentence, index: int, matcher: Matcher) -> Iterator[tuple[Match, str]]:
    """What the figure counts if its clause is read with the verb before the number, with the words so read."""
    figure = sentence.figures[index]
    verb, noun = _verb_after(scene, sentence, figure), ""
    if not verb:
        noun, verb = _noun_and_verb(scene, sentence, figure)
        if noun.endswith(_OF_ANYBODY):
            return
    if not verb or sentence.role == PLAN:
        return
    start = sentence.figures[index - 1].reach_end if index else sentence.start
    if index and (of_some := _OF_SOME.fullmatch(scene.clean, start, figure.reach_start)) is not None:
        # 企业提出的19个困难中15个|得到解决
        before = sentence.figures[index - 1].reach_start
        clause = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, before) + 1 for mark in _STOPS))
        yield from _with_verb(scene.clean[clause:before] + of_some[1], verb, figure, matcher)
        return
    clause = max(start, *(scene.clean.rfind(mark, start, figure.reach_start) + 1 for mark in _STOPS))
    if index and clause == start:
        return
    if noun:
        # 便民大厅4620件事项|受理办结, 本年3人执法资格考试|予以通过
        yield from _with_verb(scene.clean[clause : figure.reach_start] + noun, verb, figure, matcher)
        return
    # 党委会、乡长办公会10次列席: of a list the last item stands beside the number
    for begin in (clause, _item_before(scene.clean, start, clause)):
        for found in _with_verb(scene.clean[begin : figure.reach_start], verb, figure, matcher):
            yield found
            return


def _with_verb(words: str, verb: str, figure: Quantity, matcher: Matcher) -> Iterator[tuple[Match, str]]:
    """The match of the words with the verb, that lives by both."""
    if not _SHORTEST <= len(words) <= _LONGEST or _DIGIT.search(words):
        return
    for told in (verb + words, words + verb):
        for match in written_out(matcher, told, figure, "")[:1]:
            if len(match.words) > 1 and any(token.word.text == verb for token in match.words):
                yield match, told
                return


def settled_after(
    scene: Scene, sentence: Sentence, figure: Quantity, own: Match, matcher: Matcher
) -> Iterator[tuple[Match, str]]:
    """What a dispute count is by the verb behind it, where the one before it stands in another clause or in a label.

    130件由两级出面调解，总计124件|予以化解; 调：纠纷204起|登记在册.
    """
    verb = _verb_after(scene, sentence, figure)
    if not verb or sentence.role == PLAN or any(token.start >= figure.reach_end for token in own.words):
        return
    clause = max(sentence.start, *(scene.clean.rfind(mark, sentence.start, figure.reach_start) + 1 for mark in _STOPS))
    if any("actions" in token.word.groups and token.start >= clause for token in own.words):
        return
    for match in written_out(matcher, verb + "纠纷", figure, "")[:1]:
        if match.metric is not own.metric and match.metric.category == own.metric.category:
            yield match, verb + "纠纷"


def _noun_and_verb(scene: Scene, sentence: Sentence, figure: Quantity) -> tuple[str, str]:
    """The noun right behind the figure and the verb that ends the clause behind it; nothing if there are no such words."""
    clean = scene.clean
    if not figure.unit or figure.unit == "%" or clean[figure.reach_end : figure.reach_end + 1] in _STOPS:
        return "", ""
    place = bisect_left(scene.token_starts, figure.reach_end, sentence.first_token, sentence.last_token)
    noun_end = 0
    for token in scene.tokens[place : sentence.last_token]:
        if token.start - figure.reach_end > _LONGEST_NOUN:
            break
        if (
            noun_end
            and "actions" in token.word.groups
            and not token.word.bounds
            and not (figure.unit in _PEOPLE and token.word.text.startswith(_COME))
            and _CLAUSE_ENDS.match(clean, token.end, sentence.end)
            and _ADVERBS.fullmatch(clean, noun_end, token.start) is not None
        ):
            return clean[figure.reach_end : noun_end], token.word.text
        if token.start == (noun_end or figure.reach_end) and ("objects" in token.word.groups or token.start == figure.reach_end):
            noun_end = token.end
    found = _PLAIN_NOUN.match(clean, figure.reach_end)
    if not noun_end and found is not None:
        place = bisect_left(scene.token_starts, found.end(), sentence.first_token, sentence.last_token)
        for token in scene.tokens[place : sentence.last_token]:
            if _ADVERBS.fullmatch(clean, found.end(), token.start) is None:
                break
            if "actions" in token.word.groups and _CLAUSE_ENDS.match(clean, token.end, sentence.end):
                return found[0], token.word.text
    return "", ""


def _verb_after(scene: Scene, sentence: Sentence, figure: Quantity) -> str:
    """The verb right behind the figure that ends the clause; nothing if there is none."""
    clean = scene.clean
    if not figure.unit or figure.unit == "%" or clean[figure.reach_end : figure.reach_end + 1] in _STOPS:
        return ""
    place = bisect_left(scene.token_starts, figure.reach_end, sentence.first_token, sentence.last_token)
    for token in scene.tokens[place : sentence.last_token]:
        # 15个得到解决: the library may have both words as one
        if token.start > figure.reach_end + _ADVERBS_REACH or not _ADVERBS.fullmatch(clean, figure.reach_end, token.start):
            break
        if figure.unit in _PEOPLE and token.word.text.startswith(_COME):
            break
        if "actions" in token.word.groups and not token.word.bounds and _CLAUSE_ENDS.match(clean, token.end, sentence.end):
            return token.word.text
    return ""


def _item_before(clean: str, start: int, clause: int) -> int:
    """Where the clause begins whose list the item at `clause` ends; the item itself if it ends none."""
    if clause == start or clean[clause - 1] != "、":
        return clause
    return max(start, *(clean.rfind(mark, start, clause - 1) + 1 for mark in "，,；;：:。\n（("))
