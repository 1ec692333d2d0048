"""The sample county: its marked reports hold what is planted in them, and data/ holds what they render to."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.report.places import default_places, township_stem
from tests.reference.marked_report import MarkedReport
from tests.sample_county.render import COUNTY, DATA, HERE, MADE_BY_LIBREOFFICE, WORD_FILES, marked_reports, rendered, word_files

KINDS = {
    "rate_against_counts", "parts_against_total", "change_against_values", "prior_against_earlier", "two_values", "jump",
    "lost_wan", "extra_wan", "outside_range", "rate_over_100", "resolved_over_received", "title_year", "same_report",
    "repeated_figures",
}  # fmt: skip
REPORTS = {report.path.stem: report for report in marked_reports()}
PLANTED: list[dict[str, Any]] = yaml.safe_load((HERE / "planted.yaml").read_text(encoding="utf-8"))


def test_no_name_stands_in_the_register_of_divisions() -> None:
    places = default_places()
    assert not places.is_county(COUNTY)
    assert not places.counties(COUNTY)
    for township in sorted({report.head["township"] for report in REPORTS.values()}):
        assert not places.lookup(township), township
        assert not [name for name in places._names if township_stem(name) == township_stem(township)], township


def test_every_format_of_an_office_is_there() -> None:
    suffixes = {Path(report.head["file"]).suffix for report in REPORTS.values()}
    assert suffixes == {".docx", ".pdf", ".html", ".txt", ".md", ".png"}


def test_eight_townships_hand_in_four_years_but_for_one() -> None:
    years = Counter(name.split("-")[0] for name in REPORTS if not name.endswith("-again"))
    assert sorted(years.values()) == [3, 4, 4, 4, 4, 4, 4, 4]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_report_has_the_length_of_a_real_one_and_changes_lead_into_its_year(report: MarkedReport) -> None:
    assert 1100 <= len(report.text) <= 2500
    assert report.head["part"] == "develop"
    year = int(report.head["year"])
    assert {(change.from_year, change.to_year) for change in report.changes} <= {(str(year - 1), str(year))}


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: f"{plant['kind']}-{plant['report']}-{plant['metric']}")
def test_planted_contradiction_stands_in_its_report(plant: dict[str, Any]) -> None:
    report = REPORTS[plant["report"]]
    assert report.text.count(plant["sentence"]) == 1
    assert (report.head["township"], report.head["year"]) == (plant["township"], str(plant["year"]))
    assert plant.get("other", plant["report"]) in REPORTS
    measured = {mention.metric for mention in report.mentions}
    assert plant["metric"] in {"", *measured}


def test_every_kind_of_contradiction_is_planted() -> None:
    assert {plant["kind"] for plant in PLANTED} == KINDS
    assert len(PLANTED) >= 25


def test_stated_changes_are_many_enough_to_measure() -> None:
    assert sum(len(report.changes) for report in REPORTS.values()) >= 30


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_data_holds_what_the_report_renders_to(report: MarkedReport) -> None:
    path = DATA / COUNTY / report.head["file"]
    expected = rendered(report)
    if expected is None:
        assert path.suffix in MADE_BY_LIBREOFFICE
        assert 20_000 < path.stat().st_size < 200_000
    else:
        assert path.read_bytes() == expected


def test_the_twenty_word_files_of_the_tutorial_are_what_they_render_to() -> None:
    files = word_files()
    assert len(files) == 20
    assert {path.name: path.read_bytes() for path in WORD_FILES.glob("[!.]*.docx")} == files


def test_data_holds_no_report_without_a_marked_one() -> None:
    county = DATA / COUNTY
    # a dashboard that was opened on it leaves its store there
    found = {path.relative_to(county).as_posix() for path in county.glob("[!.]*/*")}
    assert found == {report.head["file"] for report in REPORTS.values()}
