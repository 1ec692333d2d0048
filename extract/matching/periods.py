"""The year a figure speaks of, and whether it is done, planned or a running total."""

from dataclasses import dataclass
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.cues import PLAN as PLAN_CUE
from extract.matching.cues import SHARE, SINCE
from extract.matching.named_years import ends_rise_of_this_year, named_year, rises, starts_a_rise, years_alike
from extract.matching.plans import (
    AIM_OPENS,
    aimed_year,
    heads_plan,
    in_plan,
    is_aim,
    is_back,
    is_fulfilled,
    is_later,
    is_plan,
    tells_of_past,
    was_meant,
    year_ahead,
)
from extract.matching.scene import Scene, Sentence
from extract.matching.since import since_before
from extract.report.model import PLAN
from extract.tables import ACTUAL, CUMULATIVE, PLANNED

_PART_OF_YEAR = regex(
    r"上半年|下半年|第?[一二三四1-4]季度"
    # 1—11月; 一至十月
    r"|(?<![0-9])(?:1|一)(?:月份?)?[—\-–~～至到](?:[1-9]|1[01]|[二三四五六七八九十]|十一)月"
    # 9月份，……; 截至11月
    r"|(?<![年0-9])(?:[1-9]|1[0-2])月(?:份|以来|，|,)"
    r"|截至(?:[0-9]{4}年)?(?:[1-9]|10|11)月(?![0-9])(?!底前)"
)


#: 上半年40件、下半年60件，合计100件; but 上半年合计100件
_ALL_OF_THEM = regex(
    "[0-9一二三四五六七八九十百千万余多][^，,。；;、0-9]{0,6}[，,；;](?:四个季度|两项|两次|全部)?(?:合计|总计|共计|加总|加起来|合起来|总共|一共)"
)

_FEWEST_PARTS = 2


@dataclass(slots=True)
class Period:
    """The year and basis of a figure; `whole` is false for a part of the year."""

    year: int | None
    basis: str
    whole: bool
    rule: str = ""


def period_of(scene: Scene, sentence: Sentence, figure: Quantity, year: int | None, stock: bool) -> Period:
    """The period of a value that the report for `year` states."""
    clean = scene.clean
    if sentence.rising and year is not None and ends_rise_of_this_year(scene, sentence, figure):
        return Period(year + 1, PLANNED, True, "planned")
    if sentence.meant and was_meant(scene, sentence, figure):
        named = named_year(scene, sentence, figure, year)
        return Period(named if named is not None else year, PLANNED, True, "planned")
    if (
        sentence.timeless
        and not heads_plan(sentence.heading, year)
        and clean[figure.reach_end : figure.reach_end + 1] not in AIM_OPENS
        and not (sentence.rising and rises(scene, sentence, figure))
    ):
        return Period(year, ACTUAL, True)
    if sentence.cues & SHARE and years_alike(scene, sentence, figure, year):
        return Period(year, ACTUAL, True)
    before_start = max(sentence.start, figure.reach_start - 120)
    before = clean[before_start : figure.reach_start]
    named = named_year(scene, sentence, figure, year)
    if starts_a_rise(scene, sentence, figure, year):
        return Period(year, ACTUAL, True, "year named")
    past = named is not None and year is not None and named < year and tells_of_past(before)
    if in_plan(sentence, year) or (sentence.cues & PLAN_CUE and not past and is_plan(before) and not is_fulfilled(clean, figure)):
        aimed = aimed_year(sentence, figure, year, sentence.role == PLAN or is_later(before))
        return Period(aimed, PLANNED, True, "planned")
    ahead = year_ahead(scene, sentence, figure, year)
    if ahead is not None:
        return Period(year, ACTUAL, True) if is_back(before) else Period(ahead, PLANNED, True, "planned")
    if is_aim(clean, figure):
        return Period(named if named is not None else year, PLANNED, True, "planned")
    stock = stock and "累计" not in before
    if (
        not stock
        and named is None
        and (sentence.cues & SINCE or sentence.spans or sentence.years)
        and since_before(scene, sentence, figure, year)
    ):
        return Period(year, CUMULATIVE, True, "cumulative")
    if named is not None:
        return Period(named, ACTUAL, True, "year named" if named != year else "")
    whole = not sentence.part_year or not _in_part_of_year(before)
    return Period(year, ACTUAL, whole, "" if whole else "part of the year")


def _in_part_of_year(before: str) -> bool:
    """Whether the last time named before the figure is a part of the year: 上半年40件，全年136件."""
    parts = list(_PART_OF_YEAR.finditer(before))
    if not parts or "全年" in before[parts[-1].end() :]:
        return False
    # 上半年办活动12场，共计发放3000份: of one part of the year nothing is added up
    return len(parts) < _FEWEST_PARTS or _ALL_OF_THEM.search(before, parts[-1].end()) is None
