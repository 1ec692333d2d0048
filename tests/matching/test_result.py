"""A report's rows and tables: columns, types, ids, places, and the account of every number."""

import pytest

from extract.reading.document import Document, Page
from extract.tables import CHANGES, MENTIONS, OBSERVATIONS, QUANTITIES, REPORTS
from tests.matching.small_library import SMALL, read, whole_report

TEXT = """柳河镇2024年法治政府建设工作报告
一、主要做法和成效
排查矛盾纠纷124起，化解96起，较上年的102起下降6%。参考率、合格率均达100%。
未发生行政复议、行政诉讼案件。发放手册300本、海报80张，植树300棵。化解纠纷9000件。
二、2025年工作计划
力争举办讲座10场。
"""


def test_tables_have_the_columns_of_the_contract() -> None:
    result = whole_report(TEXT)
    for table, columns in (
        (result.mentions, MENTIONS),
        (result.observations, OBSERVATIONS),
        (result.changes, CHANGES),
        (result.quantities, QUANTITIES),
        (result.reports, REPORTS),
    ):
        assert list(table.columns) == list(columns)
        assert len(table) > 0


def test_empty_tables_have_the_columns_too() -> None:
    result = read("没有数字。")
    assert list(result.mentions.columns) == list(MENTIONS)
    assert (len(result.mentions), len(result.observations), len(result.changes), len(result.quantities)) == (0, 0, 0, 0)
    assert len(result.reports) == 1


def test_every_figure_stands_where_its_row_says() -> None:
    result = whole_report(TEXT)
    text = result.document.text
    for table in (result.mentions, result.observations, result.changes, result.quantities):
        for row in table.to_dict("records"):
            assert text[row["start"] : row["end"]] == row["figure"]
    for row in result.mentions.to_dict("records"):
        begin = row["sentence_start"]
        assert text[begin : begin + len(row["sentence"])] == row["sentence"]
        assert begin <= row["start"] < row["end"] <= begin + len(row["sentence"])


def test_ids_are_unique_and_stable() -> None:
    first, second = whole_report(TEXT), whole_report(TEXT)
    for name in ("mentions", "observations", "changes"):
        ids = list(getattr(first, name)["id"])
        assert ids == list(getattr(second, name)["id"])
        assert len(set(ids)) == len(ids)


def test_every_number_is_accounted_for() -> None:
    account = {
        (row["figure"], row["class"]): row["metrics"] or row["reason"] for row in whole_report(TEXT).quantities.to_dict("records")
    }
    assert account[("124起", "figure")] == "received"
    assert account[("6%", "figure")] == "change"
    assert account[("102起", "figure")] == "resolved"
    assert account[("100%", "figure")] == "participation_rate;pass_rate"
    assert account[("未发生", "figure")] == "lawsuits;reconsiderations"
    assert account[("300棵", "figure")] == "no pattern"
    assert account[("2024年", "date")] == ""


def test_a_value_outside_its_range_is_flagged_never_dropped() -> None:
    flags = {row["figure"]: row["flags"] for row in whole_report(TEXT).mentions.to_dict("records")}
    assert flags["9000件"] == "outside-range"
    assert flags["96起"] == ""


def test_the_reports_own_row() -> None:
    (row,) = whole_report(TEXT).reports.to_dict("records")
    assert (row["report"], row["township"], row["year"]) == ("report.txt", "柳河镇", 2024)
    assert (row["characters"], row["format"]) == (len(TEXT), "txt")
    assert 0 < row["claimed"] < row["figures"]


def test_pages_reach_the_rows() -> None:
    text = "化解纠纷96件。\n举办讲座6场。"
    document = Document(text, name="a.pdf", pages=(Page(1, 0, 9), Page(2, 9, len(text))))
    result = SMALL.read(document)
    assert list(result.mentions["page"]) == [1, 2]
    assert list(result.observations["page"]) == [1, 2]


def test_overrides_name_the_year() -> None:
    document = Document("化解纠纷96件。", name="a.txt")
    result = SMALL.read(document, {"township": "柳河镇", "year": "2021"})
    assert (result.identity.township, result.identity.year) == ("柳河镇", 2021)
    assert list(result.observations["year"]) == [2021]


@pytest.mark.parametrize(
    ("column", "kind"),
    [("value", "float64"), ("period", "Int64"), ("start", "Int64"), ("metric", "string"), ("report", "string")],
)
def test_columns_are_typed(column: str, kind: str) -> None:
    assert str(whole_report(TEXT).mentions[column].dtype) == kind
