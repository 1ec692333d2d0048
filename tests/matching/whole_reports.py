"""Whole reports for the tests of properties: some of the develop part and of the sample county, never the held ones."""

from collections import Counter
from functools import cache
from pathlib import Path

from extract.library import load_library
from extract.matching.result import Extractor, ReportResult
from extract.reading.document import Document
from tests.reference.marked_report import read_marked

TESTS = Path(__file__).parents[1]
#: every fourth of the develop part and every sixth of the county, so that all voices are heard and the tests stay quick
DEVELOP_STEP, COUNTY_STEP = 4, 6


@cache
def extractor() -> Extractor:
    """Reads with the project's own library."""
    return Extractor(load_library())


@cache
def reports() -> dict[str, str]:
    """The texts by name."""
    develop = [read_marked(path) for path in sorted((TESTS / "reference" / "marked").glob("*.txt"))]
    develop = [report for report in develop if report.head["part"] == "develop"]
    county = [read_marked(path) for path in sorted((TESTS / "sample_county" / "marked").glob("*.txt"))]
    return {report.path.stem: report.text for report in (*develop[::DEVELOP_STEP], *county[::COUNTY_STEP])}


def read_report(text: str) -> ReportResult:
    """A whole report under a name that says nothing."""
    return extractor().read(Document(text, name="report.txt"))


def stated(result: ReportResult) -> Counter[tuple[object, ...]]:
    """What a report states, without the places where it stands."""
    found: Counter[tuple[object, ...]] = Counter()
    for m in result.reading.mentions:
        clean = result.flow.clean[m.quantity.start : m.quantity.end]
        found[(m.metric.id, m.value, m.high, m.qualifier, m.unit, m.period.year, m.period.basis, m.scope, clean)] += 1
    for c in result.reading.changes:
        found[("change", c.metric.id, c.direction, c.amount, c.unit, c.from_year, c.to_year)] += 1
    return found


def is_wrapped(text: str) -> bool:
    """Whether paragraphs are broken into lines already: too few lines end with a sentence."""
    lines = [line for line in text.split("\n") if len(line) > 20 and not line.startswith("|")]
    return sum(line.rstrip("*　 ")[-1:] in "。；：!?！？.;:" for line in lines) < 0.6 * len(lines)
