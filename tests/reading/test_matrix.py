"""One report of ours, written by the programs that offices use: every format gives the same text.

`tests/reading/fixtures/make.py` makes the files.
"""

from pathlib import Path

import pytest

from extract import extract_report, load_library
from extract.errors import ReadError
from extract.folding import fold
from extract.library.model import Library
from extract.reading import Document, read
from tests.reading import sample
from tests.reading.ofd import ofd, printed
from tests.reading.test_html import PAGES

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("name", ["report.docx", "report.odt", "report.pdf", "printed.pdf"])
def test_every_format_gives_the_same_lines(name: str) -> None:
    assert read(FIXTURES / name).text.split("\n") == sample.lines()


def test_a_page_of_two_columns_is_read_column_by_column() -> None:
    after = list(sample.PARAGRAPHS[sample.BEFORE_TABLE + 1 :])
    assert read(FIXTURES / "columns.pdf").text.split("\n") == [*sample.lines(), *after]


def test_running_heads_and_page_numbers_leave_no_trace() -> None:
    document = read(FIXTURES / "heads.pdf")
    assert document.text.split("\n") == sample.lines() * 2
    assert document.metadata == {"header": "黑水镇2019年档案第88卷"}


@pytest.mark.parametrize("name", ["heads.pdf", "printed.pdf", "columns.pdf"])
def test_every_figure_of_a_page_has_its_place_on_the_page(name: str) -> None:
    document = read(FIXTURES / name)
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    for page in document.pages:
        for box in page.boxes:
            assert page.start <= box.start < box.end <= page.end
            assert 0 <= box.left < box.right <= 1
            assert 0 <= box.top < box.bottom <= 1
    assert uncovered(document).strip("| \n") == ""


def uncovered(document: Document) -> str:
    """The characters that no box has: between cells and paragraphs, and nothing else."""
    covered = {place for page in document.pages for box in page.boxes for place in range(box.start, box.end)}
    return "".join(character for place, character in enumerate(document.text) if place not in covered)


def test_a_locked_file_is_said_to_be_locked() -> None:
    with pytest.raises(ReadError) as caught:
        read(FIXTURES / "locked.pdf")
    assert caught.value.issue == "encrypted"


def test_a_damaged_pdf_is_said_to_be_damaged() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"%PDF-1.7\n" + bytes(500), "a.pdf")
    assert caught.value.issue == "damaged"


def test_a_scan_gives_the_numbers_of_the_report(scan: Document) -> None:
    document = scan
    wanted, found = sample.digits("".join(sample.lines()).replace("1 053", "1053")), sample.digits(document.text)
    matches = sum(1 for figure in wanted if figure in found)
    assert matches >= 0.98 * len(wanted)
    assert [warning.code for warning in document.warnings] == ["ocr"]
    assert all(box.confidence < 1 for page in document.pages for box in page.boxes)


def test_a_scan_gives_the_figures_of_small_cells_in_their_rows_and_columns() -> None:
    found = read(FIXTURES / "table.jpg").text.split("\n")
    rows = ["| " + " | ".join(row.split()) + " |" for row in sample.SMALL_TABLE]
    assert found[:3] == [sample.TITLE, "各村情况见下表。", "| 各村法治工作情况 |" + "  |" * 10]
    assert found[3:-1] == rows
    # a page after one with a table is looked at as a whole again
    assert "化解96起" in read(FIXTURES / "scan.jpg").text


def test_without_the_extra_a_scan_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.reading.image.recogniser", lambda: None)
    with pytest.raises(ReadError) as caught:
        read(FIXTURES / "scan.jpg")
    assert caught.value.issue == "needs-ocr"


def figures(document: Document, library: Library) -> tuple[list[tuple[object, ...]], tuple[object, ...]]:
    """Everything that a report's table is made of: its mentions, and whose report it is."""
    result = extract_report(document, library)
    fields = ("metric", "value", "qualifier", "unit", "period", "basis")
    mentions = sorted((*(getattr(row, field) for field in fields), fold(row.figure)) for row in result.mentions.itertuples())
    return mentions, tuple(result.reports.iloc[0][["township", "county", "year"]])


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def wanted(library: Library) -> tuple[list[tuple[object, ...]], tuple[object, ...]]:
    return figures(read("\n".join(sample.lines()).encode(), "a.txt"), library)


OFFICE = {
    name: (FIXTURES / name).read_bytes()
    for name in ("report.docx", "report.doc", "report.rtf", "report.odt", "report.pdf", "printed.pdf")
}
PAGES_OF_THE_WEB = {f"{layout}.html": page.encode("gb18030") for layout, page in PAGES.items()}
TEXTS = {
    f"{code}.txt": "\n".join(sample.lines()).encode(code) for code in ("utf-8-sig", "gbk", "gb18030", "utf-16-le", "utf-16-be")
}
TEXTS["big5.txt"] = sample.traditional("\n".join(sample.lines())).encode("big5")
FIXED = {"a.ofd": ofd(printed(list(sample.PARAGRAPHS), sample.TABLE, sample.BEFORE_TABLE))}
MATRIX = {**OFFICE, **PAGES_OF_THE_WEB, **TEXTS, **FIXED}


@pytest.mark.parametrize("name", MATRIX)
def test_every_format_gives_the_same_figures(
    name: str, library: Library, wanted: tuple[list[tuple[object, ...]], tuple[object, ...]]
) -> None:
    assert len(wanted[0]) >= 20
    assert figures(read(MATRIX[name], name), library) == wanted


def test_another_townships_name_in_the_head_of_every_page_names_nobody(library: Library) -> None:
    document = read(FIXTURES / "heads.pdf")
    assert document.metadata["header"].startswith("黑水镇")
    result = extract_report(document, library)
    assert list(result.reports.iloc[0][["township", "year"]]) == ["青石镇", 2024]
    assert set(result.mentions["township"]) == {"青石镇"}


@pytest.fixture(scope="module")
def scan() -> Document:
    return read(FIXTURES / "scan.jpg")


def test_a_scan_gives_nearly_all_figures_and_says_where_they_come_from(
    scan: Document, library: Library, wanted: tuple[list[tuple[object, ...]], tuple[object, ...]]
) -> None:
    mentions, identity = figures(scan, library)
    same = sum(1 for mention in wanted[0] if mention[:6] in [found[:6] for found in mentions])
    assert same >= 0.98 * len(wanted[0])
    assert identity == wanted[1]
    assert all("ocr" in flags.split(";") for flags in extract_report(scan, library).mentions["flags"])
