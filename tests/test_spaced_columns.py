"""Tables whose columns stand apart by blanks alone."""

import pytest

from extract.flow import make_flow
from extract.matching.examples import read_example
from extract.spaced_columns import with_tabs
from tests.matching.whole_reports import extractor

TABLES = {
    "full-width blanks": ("项目　　2024年　2023年\n调解　　　388　　　421", "项目|2024年|2023年\n调解|388|421"),
    "two blanks": ("指标  单位  数量\n调解纠纷  件  88\n法治讲座  场  12", "指标|单位|数量\n调解纠纷|件|88\n法治讲座|场|12"),
    "a heading without figures": ("项目　数量　增减\n调解　88　-3.5%", "项目|数量|增减\n调解|88|-3.5%"),
    "letters spread out": ("项　目　　数　量\n调　解　　88件\n合　计　　90件", "项目|数量\n调解|88件\n合计|90件"),
    "lines left blank": ("调解　　88\n\n讲座　　12\n\n咨询　　30", "调解|88\n讲座|12\n咨询|30"),
    "serial numbers": ("序号　项目　数量\n1　调解　88\n2　讲座　12", "序号|项目|数量\n1|调解|88\n2|讲座|12"),
    "a sentence before and behind": (
        "数据列表如下。\n项目　　今年　　去年\n调解　　88　　90\n讲座　　12　　9\n以上为全年数。",
        "数据列表如下。\n项目|今年|去年\n调解|88|90\n讲座|12|9\n以上为全年数。",
    ),
}

NO_TABLES = (
    "共调解纠纷　１２４　件，化解\n120　　件，办结　　12　　件。",
    "土地41件　婚姻23件\n邻里12件　其他8件",
    "一、总体情况　　1\n二、主要做法　　3\n三、存在问题　　8",
    "9　来年\n持证人员达到20名",
    "河口镇人民政府　　2024年1月5日",
    "发布日期：2024-01-05　　浏览次数：317\n来源：司法所　　编号：12",
    "张三　李四　王五\n赵六　孙七　周八",
    "　　共办结　　12\n件。\n　　共受理　　15\n件。",
    "调解　　88",
    "",
)


@pytest.mark.parametrize(("raw", "clean"), TABLES.values(), ids=TABLES)
def test_columns_apart_by_blanks_are_cells(raw: str, clean: str) -> None:
    assert make_flow(raw).clean == clean


@pytest.mark.parametrize("raw", NO_TABLES)
def test_wide_gaps_alone_make_no_table(raw: str) -> None:
    assert with_tabs(raw) == raw


@pytest.mark.parametrize("raw", [raw for raw, _ in TABLES.values()])
def test_every_figure_leads_back_to_its_place(raw: str) -> None:
    assert len(with_tabs(raw)) == len(raw)
    flow = make_flow(raw)
    for place, character in enumerate(flow.clean):
        start, end = flow.raw_span(place, place + 1)
        assert character in "|\n" or raw[start:end] == character


def test_cells_are_read_by_row_and_column() -> None:
    text = (
        "综合行政执法办理情况如下。\n"
        "项目　　　　　　2024年　　2023年\n行政处罚（件）　　31　　　　27\n"
        "罚款（元）　　　　9200　　　8800\n"
    )
    expected = "penalty_cases: 31; penalty_cases: 27 2023; fines_amount: 9200; fines_amount: 8800 2023"
    assert sorted(read_example(extractor(), text).elements()) == sorted(expected.split("; "))


@pytest.mark.parametrize("line", ["调解　1", "1　", "甲　　1\n　", "　1", "项　目　", "\n　　1"])
def test_a_text_of_nothing_but_gaps_takes_no_long(line: str) -> None:
    with_tabs(line * 20_000)


@pytest.mark.parametrize(
    "text",
    [
        "一　法治宣传　　3\n二　行政复议　　7\n三　行政诉讼　　9\n",
        "第一章　行政复议　　7\n第二章　行政诉讼　　9\n",
        "一季度　　调解纠纷　　30件\n二季度　　调解纠纷　　20件\n",
        "2024年　　行政复议　　3\n2023年　　行政复议　　5\n",
        "综治办　　化解纠纷　　30\n司法所　　化解纠纷　　20\n",
    ],
    ids=["contents", "chapters", "quarters", "years", "offices"],
)
def test_rows_that_do_not_say_alone_what_they_count_are_no_table(text: str) -> None:
    assert with_tabs(text) == text


def test_rows_with_a_heading_or_a_serial_number_are() -> None:
    assert "\t" in with_tabs("季度　　调解纠纷　　行政复议\n一季度　　30　　2\n二季度　　20　　1\n")
    assert "\t" in with_tabs("1　办理案件　　388\n2　行政处罚　　305\n")
