"""The dashboard in a real browser: adding reports, deciding on figures, trying the library, taking files away."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pyarrow import parquet

from tests.browser.browsers import ROOT, Watched
from views.source import SAMPLE_COUNTY

DOCX = next((ROOT / "data" / SAMPLE_COUNTY / "荻浦桥镇").glob("*2024*.docx"))


def downloaded(page: Any, button: Any) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        button.click()
    found = waiting.value
    return found.suggested_filename, Path(found.path()).read_bytes()


def rows_of(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_an_uploaded_docx_shows_its_figures(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/data")
    page.locator("input[type=file]").set_input_files(DOCX)
    page.get_by_text("读取这些文件", exact=True).click()
    page.get_by_text("读取1份", exact=False).first.wait_for()
    row = page.locator("table tbody tr").first
    assert DOCX.name in row.inner_text()
    row.locator("a").first.click()
    page.locator(".text .fig.claimed").first.wait_for()
    assert page.locator(".text .fig.claimed").count() > 20


def test_a_file_that_cannot_be_read_says_why(watched: Watched, address: str, tmp_path: Path) -> None:
    bad = tmp_path / "坏文件.docx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    page = watched.page
    watched.open(f"{address}/data")
    page.locator("input[type=file]").set_input_files([DOCX, bad])
    page.get_by_text("读取这些文件", exact=True).click()
    page.get_by_text("读不出1份", exact=False).first.wait_for()
    assert "损坏" in page.locator("table tbody tr").first.inner_text()


def test_a_conflict_decided_by_key_changes_the_tidy_value_and_can_be_undone(
    own_county: tuple[str, Path], watched: Watched
) -> None:
    address, folder = own_county
    page = watched.page
    watched.open(f"{address}/data?view=downloads")
    before = observations(page)
    conflict = [row for row in before if row["resolution"] == "conflict"]
    assert len(conflict) == 2
    watched.open(f"{address}/review?view=conflict")
    page.get_by_text("前后矛盾（1）").first.wait_for()
    watched.settle()  # a key is heard once its button is drawn
    page.keyboard.press("1")
    page.get_by_text("已核对 1/", exact=False).first.wait_for()
    reviews = rows_of((folder / "reviews.csv").read_bytes())
    assert [(row["action"], row["metric"]) for row in reviews] == [("accepted", conflict[0]["metric"])]
    watched.open(f"{address}/data?view=downloads")
    after = observations(page)
    settled = [row for row in after if row["metric"] == conflict[0]["metric"] and row["report"] == conflict[0]["report"]]
    assert [(row["resolution"], row["figure"]) for row in settled] == [("reviewed", reviews[0]["figure"])]
    assert len(after) == len(before) - 1
    watched.open(f"{address}/review?view=conflict")
    page.get_by_text("已核对 1/", exact=False).first.wait_for()
    watched.settle()
    page.keyboard.press("u")
    page.get_by_text("已核对 0/", exact=False).first.wait_for()
    assert rows_of((folder / "reviews.csv").read_bytes()) == []


def observations(page: Any) -> list[dict[str, str]]:
    return rows_of(given_out(page, "observations.csv"))


def given_out(page: Any, file: str) -> bytes:
    """A file of the page of downloads."""
    button = page.locator(f".st-key-download-{file.replace('.', '-')} button")
    button.wait_for()
    name, data = downloaded(page, button)
    assert name == file
    return data


def test_a_contradicted_value_is_corrected_from_the_keyboard(own_county: tuple[str, Path], watched: Watched) -> None:
    address, folder = own_county
    page = watched.page
    watched.open(f"{address}/review?view=contradiction")
    page.locator(".tm-value").first.wait_for()
    watched.settle()
    page.keyboard.press("e")
    page.keyboard.type("77")
    page.keyboard.press("Enter")
    page.get_by_text("已核对 1/", exact=False).first.wait_for()
    (review,) = rows_of((folder / "reviews.csv").read_bytes())
    assert (review["action"], review["value"]) == ("corrected", "77")
    watched.settle()
    page.locator("h1").click()
    page.keyboard.press("x")
    page.get_by_text("已核对 2/", exact=False).first.wait_for()
    assert [row["action"] for row in rows_of((folder / "reviews.csv").read_bytes())] == ["corrected", "rejected"]


def test_an_edited_pattern_shows_what_it_catches_and_breaks(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/metrics?view=playground&metric=disputes_resolved")
    area = page.get_by_label("YAML")
    area.wait_for()
    text = area.input_value()
    kept = text.replace("    patterns:\n", "    patterns:\n      - 种下 桂花 N\n")
    lines = [
        line for line in kept.splitlines(keepends=True) if not line.strip().startswith("- <化解>") and "N <化解>" not in line
    ]
    area.fill("".join(lines))
    area.blur()
    watched.settle()
    page.get_by_text("看看效果", exact=True).click()
    page.get_by_text("不再读到", exact=False).first.wait_for()
    page.get_by_text("不成立的例句", exact=False).first.wait_for()
    name, data = downloaded(page, page.get_by_text("下载改后的指标库", exact=True))
    assert name == "metrics.yaml"
    assert "种下 桂花 N" in data.decode()


def test_a_suggested_draft_is_one_click_from_the_playground(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/metrics?view=near misses")
    page.get_by_text("在试验区试这份草稿", exact=True).click()
    page.get_by_label("YAML").wait_for()
    assert "patterns:" in page.get_by_label("YAML").input_value()


def test_a_chart_is_taken_away_as_svg_png_and_csv(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/compare?metric=disputes_resolved&year=2023&measure=per_village")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    watched.settle()
    name, svg = downloaded(page, page.get_by_role("button", name="下载 SVG"))
    assert name.startswith("化解纠纷_2023年_")
    drawn = ElementTree.fromstring(svg)
    words = "".join(drawn.itertext())
    for told in ("化解纠纷，2023年", "每村（社区）平均", "来源：", "年", "荻浦桥镇"):
        assert told in words, told
    name, png = downloaded(page, page.get_by_role("button", name="下载 PNG"))
    assert name.endswith(".png")
    width, height = struct.unpack(">II", png[16:24])
    assert width > 1200
    assert height > 400
    name, table = downloaded(page, page.get_by_text("下载 CSV", exact=True).first)
    rows = rows_of(table)
    assert {row["metric"] for row in rows} == {"disputes_resolved"}
    assert {row["标题"] for row in rows} == {"化解纠纷，2023年"}
    assert "每村" in rows[0]["筛选"]
    assert rows[0]["制作日期"].startswith("20")


def test_the_tidy_csv_opens_with_every_id_and_formula_defused(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/data?view=downloads")
    rows = observations(page)
    assert len({row["id"] for row in rows}) == len(rows) > 500
    assert not [cell for row in rows for cell in (row["sentence"], row["report"]) if cell[:1] in "=+-@\t"]


def test_every_export_is_given_out_as_the_command_writes_it(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/data?view=downloads&year=2023&metrics=disputes_resolved")
    assert {row["metric"] for row in observations(page)} == {"disputes_resolved"}
    by_year = rows_of(given_out(page, "disputes_resolved-by-year.csv"))
    assert [row["year"] for row in by_year] == ["2021", "2022", "2023", "2024"]
    assert "荻浦桥镇" in by_year[0]
    beside = rows_of(given_out(page, "2023-side-by-side.csv"))
    assert len(beside) == 1
    assert "荻浦桥镇" in ",".join(beside[0])
    for kind, inside in (("xlsx", "xl/workbook.xml"), ("docx", "word/document.xml")):
        assert inside in zipfile.ZipFile(io.BytesIO(given_out(page, f"2023.{kind}"))).namelist()
    assert "2023" in given_out(page, "2023.html").decode("utf-8")
    package = zipfile.ZipFile(io.BytesIO(given_out(page, "package.zip")))
    assert "datapackage.json" in package.namelist()
    table = parquet.read_table(io.BytesIO(given_out(page, "observations.parquet")))
    assert set(table.column("metric").to_pylist()) == {"disputes_resolved"}
    assert rows_of(given_out(page, "panel.csv"))
    assert given_out(page, "observations.sdmx.csv").decode("utf-8-sig").startswith("STRUCTURE")


def test_reading_a_folder_shows_how_far_it_is_and_can_be_stopped(watched: Watched, address: str, tmp_path: Path) -> None:
    text = "{name}2024年法治政府建设报告\n" + "全年化解矛盾纠纷12起，开展普法宣传8场。" * 400
    for number in range(3_000):  # more than is read before anybody can click
        (tmp_path / f"{number}.txt").write_text(text.format(name=f"甲{number}镇"), "utf-8")
    page = watched.page
    watched.open(f"{address}/data")
    page.get_by_label("报告所在的文件夹").fill(str(tmp_path))
    page.get_by_text("读取", exact=True).click()
    page.get_by_text("停止读取", exact=True).click()
    page.get_by_text("已停止", exact=False).first.wait_for()
