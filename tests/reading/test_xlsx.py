from collections.abc import Sequence

import pytest

from extract.errors import ReadError
from extract.reading import read
from tests.reading import sample
from tests.reading.office import xlsx


def test_rows_stand_in_columns_and_titles_alone() -> None:
    rows: list[Sequence[object]] = [[sample.TITLE], [], *sample.TABLE]
    document = read(xlsx({"Sheet1": rows}), "附表.xls")
    assert document.format == "xlsx"
    assert document.text.split("\n") == [sample.TITLE, *sample.TABLE_LINES]


def test_a_text_in_one_column_is_read_as_paragraphs() -> None:
    assert read(xlsx({"Sheet1": [[line] for line in sample.PARAGRAPHS]}), "a.xlsx").text.split("\n") == list(sample.PARAGRAPHS)


def test_numbers_look_as_they_are_shown() -> None:
    rows: list[list[object]] = [["化解率", (0.774, 1)], ["罚没款", (126000, 2)], ["日期", (45658, 3)], ["件数", 96]]
    text = read(xlsx({"Sheet1": rows}, formats=["0.0%", '#,##0"元"', "yyyy-mm-dd"]), "a.xlsx").text
    assert text.split("\n") == ["| 化解率 | 77.4% |", "| 罚没款 | 126,000元 |", "| 日期 | 2025年1月1日 |", "| 件数 | 96 |"]


def test_sheets_are_named_and_hidden_ones_left_out() -> None:
    book = xlsx({"矛盾纠纷": [["受理", 12]], "草稿": [["受理", 99]], "普法": [["场次", 7]]}, hidden=["草稿"])
    document = read(book, "a.xlsx")
    assert document.text.split("\n") == ["矛盾纠纷", "| 受理 | 12 |", "普法", "| 场次 | 7 |"]
    assert [warning.code for warning in document.warnings] == ["hidden-sheet"]


def test_too_many_cells_are_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read(xlsx({"Sheet1": [[1] * 100] * 1100}), "a.xlsx")
    assert caught.value.issue == "too-large"
