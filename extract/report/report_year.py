"""Which year a report is of: what its title says, checked against its text."""

import re

from extract.reading.document import ReadWarning
from extract.report.model import ACHIEVEMENTS, DUTIES, PLAN, PROBLEMS, Outline
from extract.report.sources import Sources
from extract.report.years import YEAR, commonest, stated_year, stated_years, year_of

_TITLE_WORDS = re.compile(r"报告|总结|汇报|情况|年报|述职|公告|工作|年度")
_DOCUMENT_NUMBER = re.compile(r"[〔\[（(]20[0-9]{2}[〕\]）)][^\n]{0,6}号|20[0-9]{2,4}号")
_QUOTED = re.compile(r"《[^《》\n]{0,80}》")
_SINCE = frozenset("自从由至到")
#: a year that only bounds a time: 2018年以前, 2025年底前
_BOUNDS = ("年以前", "年之前", "年前", "年底前", "年以后")
#: 计划2025年举办培训, 力争2025年: a year that is still to come
_TO_COME = re.compile(r"(?:计划|打算|拟|拟于|预计|力争|争取|将于|谋划|展望)(?:在|于|到|至)?$")
#: 现将我镇2024年情况报告如下: the year that the report says it is of
_REPORTED = re.compile(
    r"现[将就把](?:[我本][镇乡街]?|[一-鿿]{2,16}?(?:镇|乡|街道?|处|苏木|府))?(?P<year>20[0-9]{2})年度?(?!以来|[0-9])(?:(?!计划|安排|打算|思路|谋划|考核|反馈|巡察|督察)[^。；;，,\n]){0,40}(?:如下|报告|汇报|公[布开告])"
)
#: 统计时限为2024年1月1日起至2024年12月31日止
_COUNTED = re.compile(r"统计[^。；;，,\n]{0,12}?(?P<year>20[0-9]{2})年1月1日")
_NOT_IN_WORD = re.compile(r"(?<![0-9A-Za-z])20[0-4][0-9](?![0-9A-Za-z])")


def find_year(sources: Sources, clean: str, outline: Outline) -> tuple[int | None, list[ReadWarning]]:
    """The report's year, and the warnings it deserves; None rather than a guess."""
    title = _title_year(sources)
    lead = _lead_year(sources.opening)
    done, planned = _heading_years(outline)
    votes: dict[int, int] = {}
    for year in (*done, lead) if lead else done:
        votes[year] = votes.get(year, 0) + 1
    if title:
        return _checked(title, lead, votes, planned)
    if votes:
        return _elected(votes, planned, lead), []
    told = _file_year(sources)
    if told:
        return told, []
    body = commonest(_body_years(clean, outline))
    inferred = min(planned) - 1 if planned else body
    if inferred:
        return inferred, [_inferred(inferred, "the plan for the year after" if planned else "the year the text names most")]
    message = "Neither the text nor the file and folder names tell the report's year; add a row to identity.csv."
    return None, [ReadWarning("year-unknown", message)]


def _checked(title: int, lead: int | None, votes: dict[int, int], planned: list[int]) -> tuple[int, list[ReadWarning]]:
    """The title's year; where the opening or the plan for the year after speaks of another one, that is said."""
    before_plans = {year - 1 for year in planned}
    ranked = sorted(votes, key=lambda year: -votes[year])
    rival = next((year for year in ranked if year != title and (year in before_plans or year == lead)), None)
    if rival is None or votes.get(title, 0) > votes[rival] or title in before_plans:
        return title, []
    message = f"The title says {title}, the text speaks of {rival}; {title} is taken. Correct it in identity.csv if need be."
    return title, [ReadWarning("year-conflict", message)]


def _elected(votes: dict[int, int], planned: list[int], lead: int | None) -> int:
    """The year with most votes among opening and headings; a plan for the year after breaks a tie, then the opening does."""
    ranking = dict(votes)
    for year in planned:
        if year - 1 in ranking:
            ranking[year - 1] += 1
    best = max(ranking.values())
    winners = [year for year, count in ranking.items() if count == best]
    return lead if lead in winners and lead is not None else max(winners)


def _inferred(year: int, ground: str) -> ReadWarning:
    return ReadWarning("year-inferred", f"No place states the report's year; {year} is taken from {ground}.")


def _title_year(sources: Sources) -> int | None:
    lines = [_DOCUMENT_NUMBER.sub("", line) for line in sources.titles]
    for line in [line for line in lines if _TITLE_WORDS.search(line)] + lines:
        year = stated_year(line)
        if year:
            return year
    return None


def _lead_year(opening: str) -> int | None:
    """The year that the opening reports, else the first it speaks of that nothing has gone on since."""
    opening = _QUOTED.sub("", opening) if "《" in opening else opening
    reported = _REPORTED.search(opening) or _COUNTED.search(opening)
    if reported:
        return int(reported["year"])
    for found in YEAR.finditer(opening):
        bounded = found.start() > 0 and opening[found.start() - 1] in _SINCE
        to_come = _TO_COME.search(opening, max(0, found.start() - 4), found.start())
        if not bounded and not to_come and not opening.startswith(_BOUNDS, found.end()):
            return year_of(found.group())
    return None


def _heading_years(outline: Outline) -> tuple[list[int], list[int]]:
    """The years in headings of what was done, and in headings of what is planned."""
    done: list[int] = []
    planned: list[int] = []
    for section in outline.sections:
        if section.heading and section.role in (ACHIEVEMENTS, PROBLEMS, DUTIES):
            done += stated_years(section.heading)[:1]
        elif section.heading and section.role == PLAN:
            planned += stated_years(section.heading)[:1]
    return done, planned


def _body_years(clean: str, outline: Outline) -> list[int]:
    """The years named outside title, plan and furniture."""
    return [
        year
        for section in outline.sections
        if section.role in (ACHIEVEMENTS, PROBLEMS, DUTIES)
        for year in stated_years(clean[section.start : min(section.end, section.start + 4000)])
    ]


def _file_year(sources: Sources) -> int | None:
    """The year that the file is named after, or the nearest folder that is named after one."""
    for name in (sources.file, *sources.folders):
        years = {int(year) for year in _NOT_IN_WORD.findall(name)} or set(stated_years(name))
        if len(years) == 1:
            return years.pop()
    return None
