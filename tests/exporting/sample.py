"""What the exports are tried on: the county of the analysis tests, some of its texts turned against whoever opens them."""

from functools import cache

import pandas as pd

from extract.analysis.facts import Facts
from extract.exporting.contents import Contents, gather
from extract.matching.result import ReportResult
from tests.analysis.county import COUNTY, LIBRARY, TOWNS, county

#: what spreadsheets take for a formula, and what no file format takes
TRIGGERS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠x", "\n=1+1", " =1+1",
    '=HYPERLINK("http://x","y")', "=cmd|'/c calc'!A1",
)  # fmt: skip
SPOILED = {(TOWNS[0], 2024): {"satisfaction": "群众满意度104.5%。"}}


@cache
def _read() -> tuple[ReportResult, ...]:
    return tuple(county(SPOILED))


def facts() -> Facts:
    """The county's facts, new ones each time, for tests that change them."""
    return Facts.of(_read())


def contents(language: str = "zh") -> Contents:
    return gather(facts(), LIBRARY, 2024, county=COUNTY, language=language)


@cache
def hostile(trigger: str) -> Contents:
    """The contents with the trigger in every text that a report can put there."""
    given = facts()
    for name in ("observations", "mentions", "stated", "reports"):
        table: pd.DataFrame = getattr(given, name)
        columns = [column for column in ("sentence", "figure", "published") if column in table]
        setattr(given, name, table.assign(**dict.fromkeys(columns, trigger)))
    given.observations = given.observations.assign(township=trigger + given.observations["township"])
    given.reports = given.reports.assign(township=trigger + given.reports["township"])
    return gather(given, LIBRARY, 2024, county=trigger)
