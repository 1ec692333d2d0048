"""Figures in tables: row heading, column heading, number; units, years and totals in headings."""

import pytest

from tests.matching.small_library import mentions, observations, read


def table(*rows: str) -> str:
    """Rows of cells as the text of a document has them."""
    return "".join(f"| {row} |\n" for row in rows)


def resolved(name: str, columns: str, numbers: str, *expected: str) -> object:
    """A case whose table has one row of numbers, of resolved disputes, below the columns named."""
    return pytest.param([f"项目 | {columns}", f"化解纠纷（件） | {numbers}"], list(expected), id=name)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ["项目 | 数量", "排查纠纷（件） | 124", "化解纠纷（件） | 96"],
            ["received 124", "resolved 96"],
            id="unit in the row heading",
        ),
        pytest.param(
            ["村 | 排查纠纷（件） | 化解纠纷（件）", "柳河村 | 10 | 9"],
            ["received 10", "resolved 9"],
            id="unit in the column heading",
        ),
        pytest.param(
            ["项目 | 本镇 | 全县镇均 | 县平均值", "排查纠纷（件） | 124 | 98.5 | 101"],
            ["received 124"],
            id="columns of other places",
        ),
        resolved("a Chinese numeral in the cell before", "2023年 | 2024年", "九十 | 96", "resolved 90 2023", "resolved 96"),
        pytest.param(["项目 | 数量", "化解纠纷/件 | 1,096"], ["resolved 1096"], id="unit behind a stroke"),
        pytest.param(["项目 | 数量", "化解纠纷（单位：件） | 96"], ["resolved 96"], id="unit named as such"),
        pytest.param(["项目 | 单位 | 数量", "化解纠纷 | 件 | 96"], ["resolved 96"], id="a column of units"),
        pytest.param(["项目 | 单位 | 数量", "化解纠纷 | 场 | 96"], [], id="a unit of other metrics"),
        pytest.param(["项目 | 数量", "化解纠纷 | 共约96件"], ["resolved 96 about"], id="few words in the cell"),
        pytest.param(["项目 | 数量", "化解纠纷 | 全年上报县里共计96件"], [], id="a sentence in the cell"),
        pytest.param(["项目 | 数量", "化解纠纷 | 96件"], ["resolved 96"], id="unit in the cell"),
        pytest.param(["项目 | 金额（万元）", "罚款 | 1.2"], ["fines 12000"], id="tens of thousands"),
        pytest.param(["项目 | 数量", "化解率（%） | 98.5"], ["resolution_rate 98.5"], id="a rate"),
        pytest.param(["项目 | 数量", "行政复议（件） | 0"], ["reconsiderations 0"], id="a printed zero"),
        pytest.param(
            ["指标 | 单位 | 2023年 | 2024年", "化解纠纷 | 件 | 46 | 38"],
            ["resolved 46 2023", "resolved 38"],
            id="columns of years",
        ),
        resolved("last year and this", "上年 | 本年", "46 | 38", "resolved 46 2023", "resolved 38"),
        resolved("a column of changes", "2024年 | 同比", "38 | 17", "resolved 38"),
        pytest.param(["项目 | 目标（%）", "化解率 | 95"], ["resolution_rate 95 planned"], id="a column of targets"),
        pytest.param(
            ["项目 | 2024年 | 2025年目标", "化解率（%） | 95 | 97"],
            ["resolution_rate 95", "resolution_rate 97 2025 planned"],
            id="targets of the year after",
        ),
        pytest.param(["2025年目标 | 数值", "化解率 | 97%"], ["resolution_rate 97 2025 planned"], id="a corner of targets"),
        pytest.param(["项目 | 明年目标", "化解率 | 97%"], ["resolution_rate 97 2025 planned"], id="a column of next year"),
        pytest.param(["2024年目标完成情况 | 数值", "化解率 | 97%"], ["resolution_rate 97"], id="what became of the targets"),
        resolved("a column since a year", "2024年 | 2021年以来累计", "38 | 120", "resolved 38", "resolved 120 cumulative"),
        resolved("a column of sums beside the year's own", "本年 | 累计", "38 | 120", "resolved 38", "resolved 120 cumulative"),
        resolved(
            "a column of sums beside parts of the year",
            "上半年 | 下半年 | 累计",
            "18 | 20 | 38",
            "resolved 18 part",
            "resolved 20 part",
            "resolved 38",
        ),
        pytest.param(
            ["年度 | 化解纠纷（件）", "2023年 | 46", "2024年 | 38", "合计 | 84"],
            ["resolved 46 2023", "resolved 38", "resolved 84 cumulative"],
            id="a row that adds up years",
        ),
        pytest.param(["项目 | 数量", "超期化解纠纷（件） | 0"], [], id="a nought of what went wrong"),
        pytest.param(["项目 | 数量", "12345化解纠纷（件） | 96"], ["resolved 96"], id="a heading that begins with a number"),
        pytest.param(["镇 | 罚款 | 警告 | 罚没金额（元）", "松屏镇 | 14 | 2 | 5600"], [], id="fines counted beside their sum"),
        pytest.param(["镇 | 罚款", "松屏镇 | 5600"], ["fines 5600"], id="fines without a unit"),
        pytest.param(["序号 | 项目 | 数量", "1 | 化解纠纷（件） | 96"], ["resolved 96"], id="row numbers"),
        pytest.param(["化解纠纷（件） | 96"], ["resolved 96"], id="a table without a heading row"),
        pytest.param(["项目 | 数量", "化解债务（件） | 96"], [], id="no metric"),
        pytest.param(["项目 | 数量", "化解纠纷（件） | —"], [], id="an empty cell"),
        pytest.param(["内容 | 学时", "化解纠纷技巧 | 3"], [], id="hours of a course"),
        pytest.param(["内容 | 听课户次", "化解纠纷技巧 | 39"], [], id="a unit that ends the heading"),
        pytest.param(["村 | 化解纠纷件数", "柳河村 | 9"], ["resolved 9"], id="a unit that is the metric's"),
    ],
)
def test_cells(rows: list[str], expected: list[str]) -> None:
    assert mentions(table(*rows)) == expected


def test_the_row_of_totals_wins() -> None:
    text = table("村 | 化解纠纷（件）", "柳河村 | 9", "梅岭村 | 18", "合计 | 27")
    assert mentions(text) == ["resolved 9 part", "resolved 18 part", "resolved 27"]
    assert observations(text) == ["resolved 27 total"]


def test_the_column_of_totals_wins() -> None:
    text = table("镇 | 邻里间化解纠纷 | 婚姻类化解纠纷 | 合计（件）", "松屏镇 | 9 | 18 | 27")
    assert mentions("化解纠纷情况\n" + text) == ["resolved 9 part", "resolved 18 part", "resolved 27"]


def test_a_cell_points_at_its_number_and_its_row() -> None:
    result = read("文字。\n" + table("项目 | 数量", "化解纠纷（件） | 96"))
    (row,) = result.mentions.to_dict("records")
    assert result.document.text[row["start"] : row["end"]] == row["figure"] == "96"
    assert row["sentence"] == "化解纠纷（件） | 96"
    assert row["rule"].endswith("table cell | 化解纠纷数量")


def test_numbers_of_a_table_are_accounted_for_once() -> None:
    result = read(table("项目 | 数量", "化解纠纷（件） | 96", "植树（棵） | 300"))
    figures = [q["figure"] for q in result.quantities.to_dict("records")]
    assert figures == ["96", "300"]
