"""Years kept by hand, in every shape that offices keep them in."""

from pathlib import Path

import pytest
import xlsxwriter

from extract.analysis.changes import changes
from extract.analysis.facts import Facts
from extract.analysis.history import read_history, with_history
from extract.errors import UsageError
from tests.analysis.county import LIBRARY, TOWNS, county

SHAPES = {
    "tidy": "township,year,metric,value\n甲镇,2019,disputes_resolved,41\n甲镇,2020,disputes_resolved,44\n",
    "tidy zh": "乡镇,年份,指标,数值\n甲镇,2019年,化解纠纷,41\n甲镇,2020年度,化解纠纷,44\n",
    "metric columns": "乡镇,年度,化解纠纷,备用列\n".replace(",备用列", "") + "甲镇,2019,41\n甲镇,2020,44\n",
    "with units": "单位,年份,化解纠纷（件）\n甲镇,2019,41\n甲镇,2020,44\n",
    "year columns": "乡镇,指标,2019年,2020年\n甲镇,Disputes resolved,41,44\n",
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_every_shape_reads_the_same(tmp_path: Path, text: str) -> None:
    path = tmp_path / "历年.csv"
    path.write_text(text, encoding="utf-8-sig")
    table = read_history(path, LIBRARY)
    assert table[["township", "year", "metric", "value", "unit", "resolution"]].values.tolist() == [
        ["甲镇", 2019, "disputes_resolved", 41.0, "件", "imported"],
        ["甲镇", 2020, "disputes_resolved", 44.0, "件", "imported"],
    ]


def test_gbk_and_xlsx_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "历年.csv"
    path.write_bytes(SHAPES["tidy zh"].encode("gbk"))
    assert len(read_history(path, LIBRARY)) == 2
    book = xlsxwriter.Workbook(str(tmp_path / "历年.xlsx"))
    sheet = book.add_worksheet("历年数据")
    for number, row in enumerate([["乡镇", "年份", "罚款金额"], ["甲镇", 2019, 12000.5], ["甲镇", 2020, None]]):
        sheet.write_row(number, 0, row)
    book.close()
    table = read_history(tmp_path / "历年.xlsx", LIBRARY)
    assert table["value"].tolist() == [12000.5]


@pytest.mark.parametrize(
    ("cell", "value", "qualifier"),
    [
        ("1,234", 1234, "exact"),
        ("1.2万", 12000, "exact"),
        ("20余", 20, "over"),
        ("约30件", 30, "about"),
        ("97.5%", 97.5, "exact"),
    ],
)
def test_cells_as_people_write_them(tmp_path: Path, cell: str, value: float, qualifier: str) -> None:
    path = tmp_path / "h.csv"
    path.write_text(f'乡镇,年份,化解纠纷\n甲镇,2019,"{cell}"\n', encoding="utf-8")
    row = read_history(path, LIBRARY).iloc[0]
    assert (row["value"], row["qualifier"]) == (value, qualifier)


@pytest.mark.parametrize("cell", ["", "-", "—", "无数据"])
def test_what_is_missing_is_no_zero(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "h.csv"
    path.write_text(f"乡镇,年份,化解纠纷\n甲镇,2019,{cell}\n乙镇,2019,3\n", encoding="utf-8")
    assert read_history(path, LIBRARY)["township"].tolist() == ["乙镇"]


MISTAKES = [
    ("乡镇,年份,化解纠分\n甲镇,2019,4\n", r"h.csv:1 has no column for metric"),
    ("乡镇,年份,化解纠纷,化解纠分\n甲镇,2019,4,5\n", r"'化解纠分' is no metric. Did you mean '化解纠纷'"),
    ("乡镇,年份,指标,数值\n甲镇,2019,化解纠分,4\n", r"h.csv:2 there is no metric '化解纠分'. Did you mean '化解纠纷'"),
    ("年份,化解纠纷\n2019,4\n", r"no column for township"),
    ("乡镇,年份,化解纠纷\n甲镇,去年,4\n", r"h.csv:2 '去年' is no year"),
    ("乡镇,年份,化解纠纷\n甲镇,2019,很多\n", r"h.csv:2 '很多' is no number"),
    ("", r"holds no rows"),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "h.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        read_history(path, LIBRARY)


def test_imported_years_continue_a_series_and_yield_to_reports(tmp_path: Path) -> None:
    path = tmp_path / "h.csv"
    path.write_text(
        f"乡镇,年份,审查合同,合同审查\n{TOWNS[0]},2021,,7\n{TOWNS[0]},2022,,99\n".replace("审查合同,", "").replace(",,", ","),
        encoding="utf-8",
    )
    facts = with_history(Facts.of(county()), read_history(path, LIBRARY))
    table = changes(facts.observations, reports=facts.reports)
    mine = table[(table["metric"] == "contracts_reviewed") & (table["township"] == TOWNS[0])]
    assert mine[["from_year", "to_year", "value_from"]].values.tolist() == [[2021, 2022, 7], [2022, 2023, 11], [2023, 2024, 14]]
