"""A made-up county whose reports add up: six townships, three years, four clerks; tests spoil one figure of it at a time."""

from dataclasses import dataclass, field

from extract.library import load_library
from extract.matching.result import Extractor, ReportResult
from extract.reading.document import Document

LIBRARY = load_library()
EXTRACTOR = Extractor(LIBRARY)
COUNTY = "云岫县"
TOWNS = ("石屏镇", "南坞镇", "柳陂乡", "东渚镇", "白沙街道", "鹤溪镇")
YEARS = (2022, 2023, 2024)


@dataclass
class Figures:
    """What one township did in one year."""

    town: str
    year: int
    found: int
    solved: int
    cases: int
    simple: int
    fines: int
    events: int
    leaflets: int
    contracts: int
    hotline: int
    satisfaction: float
    trained: int
    before: "Figures | None" = None
    #: sentences to put in place of those that the figures would give
    instead: dict[str, str] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        return round(100 * self.solved / self.found, 1)


def figures(town: str, year: int) -> Figures:
    """The figures of a township and year, each its own and each its year's."""
    seed = TOWNS.index(town) + 1
    step = year - YEARS[0]
    found = 61 + 37 * seed + 9 * step + (seed * step) % 4
    simple = 11 + 5 * seed + 3 * step
    made = Figures(
        town, year, found, found - 3 - seed + step, simple + 7 + seed + 2 * step, simple,
        10_000 * (2 + seed) + 1_700 * step, 17 + 4 * seed + 3 * step, 3_400 + 870 * seed + 260 * step, 9 + 2 * seed + 3 * step,
        210 + 61 * seed - 13 * step, round(91.3 + 0.7 * seed + 1.1 * step, 1), 130 + 41 * seed + 17 * step,
    )  # fmt: skip
    if year > YEARS[0]:
        made.before = figures(town, year - 1)
    return made


def percent(after: float, before: float) -> str:
    change = round(100 * (after - before) / before, 1)
    return f"增长{abs(change):g}%" if change >= 0 else f"下降{abs(change):g}%"


def sentences(f: Figures) -> dict[str, str]:
    """The sentences of a report by what they speak of, in the words of the township's clerk."""
    voice = TOWNS.index(f.town) % 4
    b = f.before
    ordinary = f.cases - f.simple
    wan = f"{f.fines / 10_000:g}万元"
    more = f.events - b.events if b else 0
    points = round(f.satisfaction - b.satisfaction, 1) if b else 0
    disputes = (
        f"全年排查矛盾纠纷{f.found}件，化解{f.solved}件，化解率{f.rate:g}%。",
        f"共受理各类矛盾纠纷{f.found}起，成功化解{f.solved}起，化解率达{f.rate:g}%。",
        f"坚持抓早抓小，排查矛盾纠纷{f.found}起、化解{f.solved}起，纠纷化解率为{f.rate:g}%。",
        f"摸排矛盾纠纷{f.found}件，已化解{f.solved}件，化解率{f.rate:g}%。",
    )[voice]
    cases = (
        f"办理行政处罚案件{f.cases}件，其中简易程序{f.simple}件、普通程序{ordinary}件，罚款{wan}。",
        f"全年办理行政处罚案件{f.cases}起，其中简易程序案件{f.simple}起，普通程序案件{ordinary}起，罚款金额{wan}。",
        f"查处行政处罚案件{f.cases}宗，其中简易程序{f.simple}宗、一般程序{ordinary}宗，罚款{wan}。",
        f"共办理行政处罚案件{f.cases}件，其中普通程序{ordinary}件、简易程序{f.simple}件，罚款{wan}。",
    )[voice]
    events = f"开展普法宣传活动{f.events}场次" + (f"，较上年增加{more}场次" if b else "") + f"，发放宣传资料{f.leaflets}份。"
    contracts = f"审查合同{f.contracts}份" + (f"，上年为{b.contracts}份。" if b and voice == 1 else "。")
    hotline = f"办理12345热线工单{f.hotline}件" + (f"，同比{percent(f.hotline, b.hotline)}。" if b else "。")
    happy = f"群众满意度{f.satisfaction:g}%" + (f"，较上年提高{points:g}个百分点。" if b else "。")
    training = f"组织法治培训{4 + voice}场次，培训{f.trained}人次。"
    made = {
        "disputes": disputes, "cases": cases, "events": events, "contracts": contracts, "hotline": hotline,
        "satisfaction": happy, "training": training, "more": "",
    }  # fmt: skip
    return made | f.instead


def text_of(f: Figures, title_year: int | None = None) -> str:
    s = sentences(f)
    voice = TOWNS.index(f.town) % 4
    own = (
        "镇里把法治建设摆上重要日程，主要领导带头学法用法。",
        "水乡人家重情理，调解员常常坐着小船上门说和。",
        "山高路远，干部进村入户把法律带到田间地头。",
        "老城区人多事杂，综合执法队伍白天巡查、夜间值守。",
    )[voice] + f"这一年，{f.town}的变化看得见、摸得着，第{f.year - 2015}个年头的工作有了新起色。"
    return (
        f"{COUNTY}{f.town}{title_year or f.year}年法治政府建设工作报告\n\n{f.year}年，{f.town}坚持依法行政。{own}\n\n"
        f"一、主要工作\n（一）依法决策。{s['contracts']}{s['training']}\n（二）规范执法。{s['cases']}\n"
        f"（三）化解纠纷。{s['disputes']}\n（四）普法宣传。{s['events']}\n（五）政务服务。{s['hotline']}{s['satisfaction']}{s['more']}\n"
    )


def read(f: Figures, name: str = "", title_year: int | None = None, text: str = "") -> ReportResult:
    document = Document(
        text or text_of(f, title_year), name=name or f"{f.town}/{title_year or f.year}.txt", sha256=f"{f.town}{f.year}"
    )
    return EXTRACTOR.read(document, {"township": f.town, "county": COUNTY})


def county(spoiled: dict[tuple[str, int], dict[str, str]] | None = None) -> list[ReportResult]:
    """Every report; `spoiled` puts sentences of its own into some."""
    results = []
    for town in TOWNS:
        for year in YEARS:
            f = figures(town, year)
            f.instead = (spoiled or {}).get((town, year), {})
            results.append(read(f))
    return results
