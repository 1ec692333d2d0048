"""Changes that tables state, and the years and parts of the year that their headings set."""

import pytest

from extract.tables import plain
from tests.matching.whole_reports import extractor

TABLE = """| 指标 | 2023年 | 2024年 | {heading} |
| --- | --- | --- | --- |
| 受理矛盾纠纷（件） | 200 | 150 | {cell} |
| 矛盾纠纷化解率 | 95% | 97.5% | {rate} |
"""


def changes(text: str) -> list[str]:
    """Each change as a reader would write it down, with its own figure."""
    result = extractor().read_text(text, 2024)
    found = []
    for c in result.reading.changes:
        start, end = result.flow.raw_span(c.start, c.end)
        told = f"{c.metric.id} {c.direction} {plain(c.amount)} {c.unit} {c.from_year}>{c.to_year}"
        found.append(f"{told} {text[start:end]}")
    return found


@pytest.mark.parametrize(
    ("heading", "cell", "rate", "expected"),
    [
        ("同比", "-25%", "+2.5个百分点", ["down 25 % 2023>2024 25%", "up 2.5 pp 2023>2024 2.5个百分点"]),
        ("同比增减（%）", "-25", "2.6", ["down 25 % 2023>2024 25", "up 2.6 % 2023>2024 2.6"]),
        ("增减", "↓50件", "2.5", ["down 50 count 2023>2024 50件", "up 2.5 pp 2023>2024 2.5"]),
        ("较上年", "减少50", "持平", ["down 50 count 2023>2024 50"]),
        ("降幅", "25%", "—", ["down 25 % 2023>2024 25%"]),
    ],
)
def test_column_of_changes(heading: str, cell: str, rate: str, expected: list[str]) -> None:
    metrics = ("disputes_received", "dispute_resolution_rate")
    found = changes(TABLE.format(heading=heading, cell=cell, rate=rate))
    assert found == [f"{metric} {change}" for metric, change in zip(metrics, expected, strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "合同审查量、法律意见出具量分别增长20%、35%。",
            ["contracts_reviewed up 20 % 2023>2024 20%", "legal_opinions up 35 % 2023>2024 35%"],
        ),
        (
            "信访量比2023年减少21件，降幅达27%。",
            ["petitions_handled down 21 count 2023>2024 21件", "petitions_handled down 27 % 2023>2024 27%"],
        ),
        ("越级访批次同比下降50%。", ["petition_batches down 50 % 2023>2024 50%"]),
        ("越级上访5批7人次，同比下降60%。", ["petition_batches down 60 % 2023>2024 60%"]),
        ("审查合同46份，标的额1.2亿元，比上年多审15份。", ["contracts_reviewed up 15 count 2023>2024 15份"]),
    ],
)
def test_what_a_change_is_a_change_of(text: str, expected: list[str]) -> None:
    assert changes(text) == expected


def test_quarters_are_parts_of_the_year() -> None:
    text = "| 指标 | 一季度 | 二季度 | 全年 |\n| --- | --- | --- | --- |\n| 化解矛盾纠纷（起） | 20 | 30 | 96 |\n"
    result = extractor().read_text(text, 2024)
    assert [plain(o.value) for o in result.observations_found] == ["96"]
    assert [m.scope for m in result.reading.mentions] == ["part", "part", "township"]


def test_bare_years_head_columns() -> None:
    text = "| 指标 | 2023 | 2024 |\n| --- | --- | --- |\n| 化解矛盾纠纷（起） | 80 | 96 |\n"
    mentions = extractor().read_text(text, 2024).reading.mentions
    assert [(plain(m.value), m.period.year) for m in mentions] == [("80", 2023), ("96", 2024)]


def cells(text: str) -> list[str]:
    """Each mention of a table as a reader would write it down."""
    read = extractor().read_text(text, 2024).reading
    year = [f" {m.period.year}" if m.period.year != 2024 else "" for m in read.mentions]
    return [f"{m.metric.id} {plain(m.value)}{y} {m.scope}" for m, y in zip(read.mentions, year, strict=True)]


def test_rows_of_years() -> None:
    text = "| 年份 | 受理纠纷（件） | 化解（件） |\n| --- | --- | --- |\n| 2023年 | 190 | 185 |\n| 2024 | 170 | 168 |\n"
    assert cells(text) == [
        "disputes_received 190 2023 township",
        "disputes_resolved 185 2023 township",
        "disputes_received 170 township",
        "disputes_resolved 168 township",
    ]


def test_rows_below_of_which_are_parts() -> None:
    text = (
        "| 指标 | 件数 |\n| --- | --- |\n| 受理矛盾纠纷 | 286 |\n| 其中：婚姻家庭 | 71 |\n| 邻里纠纷 | 95 |\n| 行政复议 | 1 |\n"
    )
    assert cells(text) == [
        "disputes_received 286 township",
        "disputes_received 71 part",
        "disputes_received 95 part",
        "administrative_reconsiderations 1 township",
    ]


def test_columns_behind_tabs_take_their_noun_from_the_caption() -> None:
    text = "各村（社区）矛盾纠纷统计表\n村（社区）\t排查（件）\t化解（件）\n东河村\t23\t22\n合计\t54\t53\n"
    assert cells(text) == [
        "disputes_received 23 part",
        "disputes_resolved 22 part",
        "disputes_received 54 township",
        "disputes_resolved 53 township",
    ]


def test_changes_told_in_words() -> None:
    text = """| 指标 | 单位 | 2024年 | 与上年比 |
| --- | --- | --- | --- |
| 行政执法人员 | 人 | 25 | 增加3人 |
| 行政检查 | 次 | 640 | 下降12.5% |
| 行政处罚 | 件 | 40 | 减少7件，下降14.9% |
| 矛盾纠纷化解率 | % | 97.5 | 上升2个百分点 |
| 法治讲座 | 场 | 12 | 持平 |
| 法律援助案件 | 件 | 12 | — |
"""
    assert changes(text) == [
        "enforcement_officers up 3 count 2023>2024 3人",
        "administrative_inspections down 12.5 % 2023>2024 12.5%",
        "penalty_cases down 7 count 2023>2024 7件",
        "penalty_cases down 14.9 % 2023>2024 14.9%",
        "dispute_resolution_rate up 2 pp 2023>2024 2个百分点",
    ]
    assert [plain(mention.value) for mention in extractor().read_text(text, 2024).reading.mentions] == [
        "25", "640", "40", "97.5", "12", "12",
    ]  # fmt: skip


def test_a_row_of_changes() -> None:
    text = """| 年度 | 化解矛盾纠纷（件） | 行政处罚（件） |
| --- | --- | --- |
| 2023年 | 110 | 8 |
| 2024年 | 121 | 6 |
| 同比 | +10% | 下降25% |
"""
    assert changes(text) == [
        "disputes_resolved up 10 % 2023>2024 10%",
        "penalty_cases down 25 % 2023>2024 25%",
    ]
    assert len(extractor().read_text(text, 2024).reading.mentions) == 4
