"""Every kind of export holds what it should, opens as what it is, and runs nothing."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import frictionless
import pandas as pd
import pytest
from lxml import etree

from extract.errors import UsageError, WriteError
from extract.exporting.docx import write_docx
from extract.exporting.files import export
from extract.exporting.html import bar_chart, html_lines
from extract.exporting.labels import Labels
from extract.exporting.sdmx import COLUMNS
from extract.exporting.xlsx import mover_lines, write_workbook
from extract.tables import OBSERVATIONS
from tests.analysis.county import COUNTY, LIBRARY, TOWNS
from tests.exporting.sample import TRIGGERS, contents, facts, hostile

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(path: Path) -> list[tuple[str, str | None, str]]:
    """Every cell of a workbook: its sheet, type and text or number."""
    found = []
    with zipfile.ZipFile(path) as book:
        strings = ["".join(item.itertext()) for item in etree.fromstring(book.read("xl/sharedStrings.xml"))]
        for name in sorted(book.namelist()):
            if name.startswith("xl/worksheets/sheet"):
                root = etree.fromstring(book.read(name))
                assert not list(root.iter(f"{_SHEET}f", f"{_SHEET}hyperlink"))
                for cell in root.iter(f"{_SHEET}c"):
                    value = cell.findtext(f"{_SHEET}v")
                    if value is not None:
                        kind = cell.get("t")
                        found.append((name, kind, strings[int(value)] if kind == "s" else value))
    return found


def test_a_workbook_has_its_sheets_charts_and_frozen_panes(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, contents())
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        assert names == ["概况", "明细", "指标对比", "图表", "增减变化", "数据核查", "数据来源"]
        assert sum(name.startswith("xl/charts/chart") for name in book.namelist()) == 6
        assert book.read("xl/worksheets/sheet2.xml").count(b'state="frozen"') == 1
    kinds = {kind for _, kind, _ in cells(path)}
    assert kinds == {"s", None}


def test_the_same_figures_give_the_same_files(tmp_path: Path) -> None:
    given = contents()
    for name, write in (("xlsx", write_workbook), ("docx", write_docx)):
        write(tmp_path / f"1.{name}", given)
        write(tmp_path / f"2.{name}", given)
        assert (tmp_path / f"1.{name}").read_bytes() == (tmp_path / f"2.{name}").read_bytes()


@pytest.mark.parametrize("trigger", TRIGGERS, ids=repr)
def test_no_text_of_a_report_runs_in_a_workbook(tmp_path: Path, trigger: str) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, hostile(trigger))
    texts = [text.strip("\ufffd \t\r\n") for _, kind, text in cells(path) if kind == "s"]
    assert sum(text.startswith(trigger.strip()) for text in texts) > 50


@pytest.mark.parametrize("trigger", TRIGGERS, ids=repr)
def test_no_text_of_a_report_runs_in_a_csv_and_numbers_stay(tmp_path: Path, trigger: str) -> None:
    path = tmp_path / "a.csv"
    given = facts()
    given.observations = given.observations.assign(sentence=trigger, figure=trigger)
    export(path, given, LIBRARY)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == len(given.observations)
    live = re.compile(r"\s*[=+\-@＝＋－＠]")
    assert not any(live.match(row["sentence"]) and not row["sentence"].startswith("'") for row in rows if trigger[0] != " ")
    assert sorted(float(row["value"]) for row in rows) == sorted(given.observations["value"])


def test_csv_reads_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    given = facts()
    export(path, given, LIBRARY, year=2024)
    back = pd.read_csv(path, encoding="utf-8-sig", dtype={"page": "Int64"}, keep_default_na=False, na_values=[""])
    expected = given.observations[given.observations["year"] == 2024]
    assert list(back.columns) == OBSERVATIONS
    assert len(back) == len(expected)
    assert set(zip(back["id"], back["value"], back["sentence"], strict=True)) == set(
        zip(expected["id"], expected["value"], expected["sentence"], strict=True)
    )


def test_wide_shapes(tmp_path: Path) -> None:
    export(tmp_path / "m.csv", facts(), LIBRARY, shape="metrics", year=2024)
    table = pd.read_csv(tmp_path / "m.csv", encoding="utf-8-sig")
    assert set(TOWNS) < set(table.columns)
    assert table.loc[table["metric"] == "satisfaction_rate", TOWNS[0]].tolist() == [104.5]
    export(tmp_path / "y.csv", facts(), LIBRARY, shape="years", metrics=["hotline_tickets"])
    assert pd.read_csv(tmp_path / "y.csv", encoding="utf-8-sig")["year"].tolist() == [2022, 2023, 2024]
    export(tmp_path / "p.csv", facts(), LIBRARY, shape="panel")
    assert len(pd.read_csv(tmp_path / "p.csv", encoding="utf-8-sig")) == 18


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("a.txt", {}, "names no kind of export"),
        ("a.csv", {"shape": "round"}, "no shape 'round'"),
        ("a.csv", {"shape": "metrics"}, "needs --year"),
        ("a.csv", {"shape": "years"}, "needs one --metric"),
    ],
)
def test_what_cannot_be_exported_is_said(tmp_path: Path, name: str, options: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        export(tmp_path / name, facts(), LIBRARY, **options)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.html", "a.csv", "a.sdmx.csv", "a.parquet", "a.zip"])
def test_a_place_that_cannot_be_written_is_said_and_nothing_left(tmp_path: Path, name: str) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        export(tmp_path / "none" / name, facts(), LIBRARY, year=2024)
    assert not list(tmp_path.iterdir())


class _Tags(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    "payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><b>", "&lt;i&gt;", "]]>"]
)
def test_a_page_shows_what_reports_say_and_obeys_nothing_of_it(payload: str) -> None:
    page = _Tags()
    page.feed("".join(html_lines(hostile(payload))))
    assert not page.tags & {"script", "img", "b", "i", "iframe", "link", "a"}
    assert not any(name.startswith("on") or name in ("src", "href") for name in page.names)
    assert payload in page.text


def test_a_page_needs_nothing_beside_itself() -> None:
    text = "".join(html_lines(contents("en")))
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert "https://" not in text
    assert text.count("<svg") == 8
    assert "Satisfaction rate is 104.5%, more than 100%." in text


def test_bars_start_at_zero_and_are_as_long_as_their_values() -> None:
    svg = bar_chart([("甲镇", 50), ("乙镇", 100), ("丙镇", 0)], "图")
    widths = [float(width) for width in re.findall(r'<rect[^>]* width="([0-9.]+)"', svg)]
    assert widths == [85, 170, 1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_brief_is_whole_word_xml_with_a_footnote_for_each_source(tmp_path: Path, language: str) -> None:
    path = tmp_path / "a.docx"
    write_docx(path, contents(language))
    with zipfile.ZipFile(path) as package:
        roots = {name: etree.fromstring(package.read(name)) for name in package.namelist()}
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = [mark.get(f"{word}id") for mark in roots["word/document.xml"].iter(f"{word}footnoteReference")]
    notes = [note.get(f"{word}id") for note in roots["word/footnotes.xml"].iter(f"{word}footnote")]
    assert marks == notes[2:]
    assert marks
    text = "".join(roots["word/document.xml"].itertext())
    assert ("满意度为104.5%，超过100%" if language == "zh" else "more than 100%") in text
    assert sum(name.startswith("word/charts/") for name in roots) == 3
    assert ("［错误］" if language == "zh" else "[error] ") in text
    assert "PAGE" in str(etree.tostring(roots["word/footer1.xml"]))


def test_a_brief_of_many_townships_sets_them_in_tables_that_fit_the_page(tmp_path: Path) -> None:
    given = contents()
    towns = [f"第{n}镇" for n in range(19)]
    row = given.compared.iloc[[0]]
    many = pd.concat([row.assign(township=town, value=92_000_000.0) for town in towns], ignore_index=True)
    given = replace(given, compared=many)
    path = tmp_path / "a.docx"
    write_docx(path, given)
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    tables = list(body.iter(f"{word}tbl"))
    widths = [sum(int(cell.get(f"{word}w")) for cell in table.iter(f"{word}gridCol")) for table in tables]
    assert len(tables) == 3
    assert max(widths) <= 8840
    shown = ["".join(cell.itertext()) for table in tables for cell in next(table.iter(f"{word}tr"))[1:]]
    assert [name for name in shown if name.startswith("第")] == sorted(towns)
    heights = [int(extent.get("cy")) for extent in body.iter() if str(extent.tag).endswith("}extent")]
    assert max(heights) < 8_000_000


@pytest.mark.parametrize(
    ("language", "county", "year", "title"),
    [
        ("zh", "岚汀县", 2024, "岚汀县2024年乡镇法治政府建设数据比较"),
        ("zh", "岚汀县", None, "岚汀县乡镇法治政府建设数据比较"),
        ("zh", "", 2024, "2024年乡镇法治政府建设数据比较"),
        ("en", "岚汀县", 2024, "Rule-of-law figures of the townships of 岚汀县, 2024"),
        ("en", "", 2024, "Rule-of-law figures of townships, 2024"),
    ],
)
def test_a_title_names_what_is_known(language: str, county: str, year: int | None, title: str) -> None:
    assert Labels(language).title(county, year) == title


def test_movers_print_numbers_as_the_tables_do() -> None:
    row = {"township": TOWNS[0], "metric": "publicity_materials", "unit": "count", "amount": 4240.5, "relative": 98.6}
    moved = pd.DataFrame([row | {"direction": "up", "value_from": 4300.0, "value_to": 8540.5}])
    assert mover_lines(replace(contents(), movers=moved)) == [f"{TOWNS[0]}发放宣传资料由4,300份上升到8,540.5份（+98.6%）"]


def test_every_unit_that_a_value_may_keep_has_an_english_name() -> None:
    units = {unit for metric in LIBRARY.metrics.values() for unit in (metric.unit, *metric.apart)} - {"%"}
    labels = Labels("en")
    assert [unit for unit in sorted(units) if labels.unit(unit) == unit] == []


@pytest.mark.parametrize("trigger", [*TRIGGERS, "a\x00b\x0b<&>\uffff"], ids=ascii)
def test_any_text_can_stand_in_a_brief(tmp_path: Path, trigger: str) -> None:
    path = tmp_path / "a.docx"
    write_docx(path, hostile(trigger))
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))


def test_sdmx_has_an_empty_value_where_a_report_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.sdmx.csv"
    given = facts()
    gone = (given.observations["township"] == TOWNS[1]) & (given.observations["metric"] == "hotline_tickets")
    given.observations = given.observations[~gone]
    export(path, given, LIBRARY, year=2024)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    assert list(rows[0]) == COLUMNS
    missing = [row for row in rows if row["OBS_STATUS"] == "M"]
    assert [(row["REF_AREA"], row["INDICATOR"], row["OBS_VALUE"]) for row in missing] == [
        (f"{COUNTY}/{TOWNS[1]}", "hotline_tickets", "")
    ]
    assert {row["STRUCTURE"] for row in rows} == {"dataflow"}
    assert {row["ACTION"] for row in rows} == {"R"}


def test_parquet_keeps_numbers_as_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    export(path, facts(), LIBRARY)
    table = pd.read_parquet(path)
    assert list(table.columns) == OBSERVATIONS
    assert table["value"].dtype.kind == "f"
    assert table["year"].astype(int).isin([2022, 2023, 2024]).all()


@pytest.mark.filterwarnings("ignore")  # frictionless and what it imports warn about themselves
def test_a_data_package_is_valid_and_describes_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    export(path, facts(), LIBRARY, county=COUNTY, year=2024)
    report = frictionless.validate(str(path), type="package")
    assert report.valid, report.flatten(["type", "note"])
    with zipfile.ZipFile(path) as package:
        about = json.loads(package.read("datapackage.json"))
    assert about["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    held = {resource["name"]: resource for resource in about["resources"]}
    assert set(held) == {"observations", "changes", "audit", "reports", "metrics"}
    assert [field["name"] for field in held["observations"]["schema"]["fields"]] == OBSERVATIONS


def test_sdmx_follows_the_field_guide_of_the_standard(tmp_path: Path) -> None:
    path = tmp_path / "a.sdmx.csv"
    export(path, facts(), LIBRARY)
    header, *rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    # structure, its identity and the action come first, then dimensions, then the measure
    assert header[:7] == ["STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE"]
    assert len(set(header)) == len(header)
    assert rows
    for row in rows:
        assert len(row) == len(header)
        assert row[0] in {"dataflow", "datastructure", "dataprovision"}
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_.-]*:[A-Za-z0-9_@$-]+\([0-9]+\.[0-9]+(\.[0-9]+)?\)", row[1])
        assert row[2] in set("IARD")
        assert all(row[3:6])
        assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?|", row[6])
    assert len({tuple(row[3:6]) for row in rows}) == len(rows)
