"""One report of ours, written by the programs that offices use: every format gives the same text.

`tests/reading/fixtures/make.py` makes the files.
"""

from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.reading import Document, read
from tests.reading import sample

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("name", ["report.docx", "report.pdf", "printed.pdf"])
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


def test_a_scan_gives_the_figures_of_the_report() -> None:
    document = read(FIXTURES / "scan.jpg")
    wanted, found = sample.digits("".join(sample.lines()).replace("1 053", "1053")), sample.digits(document.text)
    matches = sum(1 for figure in wanted if figure in found)
    assert matches >= 0.98 * len(wanted)
    assert [warning.code for warning in document.warnings] == ["ocr"]
    assert all(box.confidence < 1 for page in document.pages for box in page.boxes)


def test_without_the_extra_a_scan_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.reading.image.recogniser", lambda: None)
    with pytest.raises(ReadError) as caught:
        read(FIXTURES / "scan.jpg")
    assert caught.value.issue == "needs-ocr"
