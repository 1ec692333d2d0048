"""Which metric a figure measures: the library's patterns walked outward from the number."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.candidates import Candidates
from extract.matching.compiled import CompiledLibrary, Plan
from extract.matching.cues import SHARE
from extract.matching.gaps import leads_on, nameless_clause, of_the_occasion
from extract.matching.match import Match, put_in_order
from extract.matching.other_deeds import case_opened, has_other_deed
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import Territory
from extract.matching.walk import PEOPLE_AND_RATES, Walk, enclosed
from extract.matching.words import Token

#: how far a figure without a unit may stand from its noun: 案件数量为0
_UNITLESS_GAP, _LARGE_GAP = 8, 4
_PLAINLY_LARGE = 3_000
_COUNT_OF = regex(r"(?:案件)?(?:总?数量?|总?量)?(?:[均都]?为|是|：)[“\"]?")
#: the groups of words that name who does something, and what they do
_DOERS, _DEEDS = "who", "forms"
_CLAUSE_MARK = regex("[，,；;。\\n]")


class Matcher:
    """Walks the patterns of one library."""

    def __init__(self, library: CompiledLibrary) -> None:
        self.library = library
        self.candidates = Candidates(library)

    def matches(self, scene: Scene, sentence: Sentence, figure: Quantity, where: Territory, unit: str | None) -> list[Match]:
        """Every pattern that holds, best first; `unit=None` disregards units (for change statements)."""
        headed = _headed_by(scene, sentence, figure, where)
        plans = self._candidates(scene, sentence, where, unit or None, headed)
        if not plans:
            return []
        walk = Walk(scene, sentence, figure, where, headed)
        found = [match for plan in plans if (match := walk.along(plan)) is not None]
        if not found and unit and unit != "元" and not walk.counts_noun:
            passes = nameless_clause(scene, sentence, figure.reach_start, where.start, unit in PEOPLE_AND_RATES)
            if passes >= 0 and not scene.noun_follows(figure.reach_end):
                aside = of_the_occasion(scene, passes, figure.reach_start)
                seen = where.without(aside) if aside else where
                plans = self._candidates(scene, sentence, seen, unit, headed) if aside else plans
                walk = Walk(scene, sentence, figure, seen, headed, passes)
                found = [match for plan in plans if (match := walk.along(plan)) is not None]
        if not found and unit and unit not in PEOPLE_AND_RATES and _ends_a_list(scene, where) and not where.hidden:
            # 法制培训、考试等5次: the last item is none of ours, the one before it is
            walk.listed = True
            walk.lefts.clear()
            found = [match for plan in plans if (match := walk.along(plan)) is not None]
        if any(match.carried for match in found) and has_other_deed(scene, sentence, figure):
            found = [match for match in found if not match.carried]
        if found and (opened := case_opened(scene, sentence, figure)) >= 0:
            found = [match for match in found if all(token.start >= opened for token in match.carried)]
        if unit == "":
            found = [match for match in found if _stands_close(scene.clean, match, figure, where)]
        put_in_order(found, sentence, figure)
        if len(found) > 1:
            _put_described_first(scene, found, figure)
            _put_doer_first(scene, found, sentence)
        return found

    def _candidates(self, scene: Scene, sentence: Sentence, where: Territory, unit: str | None, headed: int) -> list[Plan]:
        """The plans whose words all stand in the territory."""
        # Nouns listed with the nearest one, or before brackets, may hold the number as well.
        strict = unit != "%" and not sentence.cues & SHARE and not sentence.brackets and not where.hidden
        strict = strict and not _ends_a_list(scene, where)
        return self.candidates.around(scene, where, unit, headed, strict)


def _headed_by(scene: Scene, sentence: Sentence, figure: Quantity, where: Territory) -> int:
    """The word right before the brackets around the number, which is its count: 文件（6件）均已审查; -1 for none."""
    if not sentence.brackets or where.hidden or where.split == where.first_token or not enclosed(scene.clean, figure):
        return -1
    at = where.split - 1
    return at if scene.tokens[at].end == figure.reach_start - 1 else -1


def _put_described_first(scene: Scene, found: list[Match], figure: Quantity) -> None:
    """Of 手机上转来的纠纷，这一年是46起 the noun right before the number is counted, not what describes it."""
    best = found[0].words[0] if found[0].words else None
    if best is None or best.end > figure.reach_start or not scene.clean.startswith("的", best.end - 1):
        return
    for place, match in enumerate(found):
        nearest = match.words[0] if match.words else best
        if nearest.start < best.end or "objects" not in nearest.word.groups:
            continue
        if leads_on(scene.clean, nearest.end, figure.reach_start):
            found.insert(0, found.pop(place))
            return


def _put_doer_first(scene: Scene, found: list[Match], sentence: Sentence) -> None:
    """Of 中心组共学习15个专题，其中法治专题学习4场 those study who were named, though others may where nobody is."""
    best = found[0]
    if best.carried or len(best.words) != 1 or _DEEDS not in best.words[0].word.groups:
        return
    for place, match in enumerate(found):
        if match.words == best.words and len(match.carried) == 1 and _DOERS in match.carried[0].word.groups:
            doer = match.carried[0]
            if doer.start >= sentence.start and _goes_on(scene, doer, best):
                found.insert(0, found.pop(place))
            return


def _goes_on(scene: Scene, doer: Token, best: Match) -> bool:
    """Whether a clause tells more of what somebody before was said to do: 党委会学习15次，其中，法治学习4次."""
    parted = scene.clean.rfind("其中", doer.end, best.start)
    return parted >= 0 and _CLAUSE_MARK.search(scene.clean, parted + len("其中，"), best.start) is None


def _ends_a_list(scene: Scene, where: Territory) -> bool:
    """Whether the number stands right behind a list with 等: 法制培训、考试等5次."""
    return scene.clean.endswith("等", 0, where.walk_start)


def _stands_close(clean: str, match: Match, figure: Quantity, where: Territory) -> bool:
    """Whether a figure without a unit is plainly a count of its noun: 辖10村1社区, 户籍人口3.46万, 案件数量为0."""
    if match.metric.unit == "%" or not match.words:
        return False
    nearest = match.words[0]
    if any(token.start == figure.reach_end for token in match.words):
        return True
    if where.walk_start < figure.reach_start and nearest.end <= where.walk_start:
        # 行政复议、行政诉讼均为0: 均 leads on from every item.
        return where.walk_start - nearest.end <= 2
    gap = clean[nearest.end : figure.reach_start]
    # 总人口32650: so large a number right behind its noun is no mark and no year
    large = clean[figure.reach_end - 1 : figure.reach_end] in ("万", "亿") or (figure.value or 0) >= _PLAINLY_LARGE
    return (large and len(gap) <= _LARGE_GAP) or (len(gap) <= _UNITLESS_GAP and _COUNT_OF.fullmatch(gap) is not None)
