"""Parts whose own words only tell by which way or whose hands they came: 登记纠纷140件，其中人民调解96件、网上受理44件."""

from re import compile as regex

from extract.library.model import Metric
from extract.matching.match import Match

#: 人民调解, 行政调解: the ways of mediation, not what was mediated
_WAYS = regex(
    "(?:人民|行政|司法|诉前|诉中|仲裁|专业|行业|联合|联动|律师|商会|公证|乡贤|多元)性?调解$|[诉警访检裁]调(?:对接|联动|联调)?$|委[派托](?:调解)?$"
)
#: what takes in the same affairs as the whole does: 信访63件，其中网上32件, 领导领办12件
_TAKE_IN = frozenset(("online_service_items", "service_items_handled"))
_LESSONS = "school_law_lessons"
_VENUE, _EVENT, _LISTING = regex("[进入到]?(?:学校|校园|课堂)|走进"), regex("活动|宣传|普法"), frozenset("、，")
_MEDIATED, _TICKETS = "disputes_mediated", "hotline_tickets"
_HOLDERS, _OFFICERS = "enforcement_certificate_holders", "enforcement_officers"


def is_way(word: str) -> bool:
    """Whether a word names a way of mediation: 人民调解, 诉前调解."""
    return _WAYS.search(word) is not None


def without_one_venue(clean: str, matches: list[Match]) -> list[Match]:
    """Those that do not live by the last of several venues alone: 赶集摆点、进工地、进学校|办普法活动24场."""
    others = [match for match in matches if match.metric.id != _LESSONS]
    if not others or len(others) == len(matches) or matches[0].metric.id != _LESSONS:
        return matches
    venue = next((token for token in matches[0].words if _VENUE.match(token.word.text)), None)
    if venue is None or clean[venue.start - 1 : venue.start] not in _LISTING:
        return matches
    return others if _EVENT.search(clean, venue.end, max(token.end for token in matches[0].words)) else matches


def names_channel(match: Match, whole: Metric) -> bool:
    """Whether a part of `whole` says no more than by which way it came, or who of those counted they are."""
    part = match.metric.id
    if part in _TAKE_IN and (whole.category == "disputes" or whole.id == _TICKETS):
        return True
    if part == _TICKETS and whole.category == "disputes":
        # 信访件96件，其中县长信箱30件
        return not match.carried and all("信箱" in token.word.text for token in match.words)
    if match.carried or len(match.words) != 1:
        return False
    if whole.id == _HOLDERS:
        # 持证人数17人，其中执法队队员14人: those of the officers who hold one
        return part == _OFFICERS
    if whole.category == "disputes":
        return part == _MEDIATED and part != whole.id and is_way(match.words[0].word.text)
    return False
