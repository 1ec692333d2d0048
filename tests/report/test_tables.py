"""Tables in a clean text."""

from extract.report.tables import find_tables


def cells(clean: str) -> list[list[list[str]]]:
    return [[[clean[start:end] for start, end in row] for row in table.rows] for table in find_tables(clean)]


def test_rows_and_cells() -> None:
    clean = "说明\n|事项|数量|\n|调解|12件|\n完\n"
    assert cells(clean) == [[["事项", "数量"], ["调解", "12件"]]]
    table = find_tables(clean)[0]
    assert clean[table.start : table.end] == "|事项|数量|\n|调解|12件|\n"


def test_cells_lose_the_spaces_around_them() -> None:
    assert cells("| 事项 | 数量 |\n| 调解 | 12 件 |\n") == [[["事项", "数量"], ["调解", "12 件"]]]


def test_empty_cells_keep_their_place() -> None:
    assert cells("|事项||备注|\n||12||\n") == [[["事项", "", "备注"], ["", "12", ""]]]


def test_rows_without_outer_bars() -> None:
    assert cells("事项|2023年|2024年\n调解|12|15\n") == [[["事项", "2023年", "2024年"], ["调解", "12", "15"]]]


def test_the_rule_under_a_markdown_heading_is_no_row() -> None:
    assert cells("|事项|数量|\n|---|:--:|\n|调解|12|\n") == [[["事项", "数量"], ["调解", "12"]]]


def test_text_between_makes_two_tables() -> None:
    assert len(find_tables("|a|b|\n正文\n|c|d|\n")) == 2


def test_a_single_bar_in_a_line_is_no_table() -> None:
    assert find_tables("松屏镇|政务公开\n正文。\n") == []


def test_a_page_on_one_line_is_no_row() -> None:
    assert find_tables("|索引号|01|" + "松屏镇推进法治建设。" * 40) == []


def test_the_last_row_may_lack_its_line_break() -> None:
    clean = "|事项|数量|\n|调解|12|"
    assert cells(clean) == [[["事项", "数量"], ["调解", "12"]]]


def test_no_bars_no_tables() -> None:
    assert find_tables("正文。\n") == []
