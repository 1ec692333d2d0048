"""Which year a figure speaks of, and whether it is done, planned or a running total."""

import pytest

from tests.matching.small_library import mentions, read, told, whole_report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年化解纠纷46件。", ["resolved 46 2023"]),
        ("2024年化解纠纷46件。", ["resolved 46"]),
        ("2023年，全镇化解纠纷46件，2024年化解38件。", ["resolved 46 2023", "resolved 38"]),
        ("去年同期受理纠纷46件，今年受理38件。", ["received 46 2023", "received 38"]),
        ("去年，我镇排查纠纷46件。", ["received 46 2023"]),
        ("上年度受理纠纷46件。", ["received 46 2023"]),
        ("化解纠纷17件，上年是15件；受理纠纷33件。", ["resolved 17", "resolved 15 2023", "received 33"]),
        ("今年以来化解纠纷96件。", ["resolved 96"]),
        ("2023年制定的《办法》施行后，化解纠纷96件。", ["resolved 96"]),
    ],
)
def test_the_year_named(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争2025年化解率达到95%。", ["resolution_rate 95 2025 planned"]),
        ("2025年，计划举办讲座10场。", ["lectures 10 2025 planned"]),
        ("明年拟举办法治讲座不少于12场。", ["lectures 12 over 2025 planned"]),
        ("到2026年底，化解率力争达到99%。", ["resolution_rate 99 2026 planned"]),
        ("预计明年举办讲座10场。", ["lectures 10 2025 planned"]),
        ("年初计划举办讲座10场。", ["lectures 10 planned"]),
        ("年初提出举办讲座6场的年度目标。", ["lectures 6 planned"]),
        ("完成讲座6场的目标任务。", ["lectures 6 planned"]),
        ("计划举办讲座10场，已举办讲座12场。", ["lectures 10 planned", "lectures 12"]),
        ("制定计划，举办讲座12场。", ["lectures 12"]),
    ],
)
def test_plans_and_targets(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三年来累计化解纠纷300件。", ["resolved 300 cumulative"]),
        ("近五年来化解纠纷300件。", ["resolved 300 cumulative"]),
        ("2022年以来累计化解纠纷300件，今年化解96件。", ["resolved 300 cumulative", "resolved 96"]),
        ("自2021年3月中心启用以来化解纠纷210件。", ["resolved 210 cumulative"]),
        ("“八五”普法启动以来，举办讲座60场。", ["lectures 60 cumulative"]),
        ("中心成立以来化解纠纷210件。", ["resolved 210 cumulative"]),
        ("全年累计化解纠纷96件。", ["resolved 96"]),
        ("截至目前，化解纠纷96件。", ["resolved 96"]),
        ("目前累计化解纠纷96件。", ["resolved 96"]),
        ("累计化解纠纷96件。", ["resolved 96"]),
        ("2024年以来化解纠纷96件。", ["resolved 96"]),
        ("近三年来持证执法人员12人。", ["holders 12"]),
    ],
)
def test_running_totals(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1—11月化解纠纷90件。", ["resolved 90 part"]),
        ("上半年化解纠纷40件。", ["resolved 40 part"]),
        ("第三季度举办讲座3场。", ["lectures 3 part"]),
        ("9月份，举办讲座3场。", ["lectures 3 part"]),
        ("截至11月底，化解纠纷88件。", ["resolved 88 part"]),
        ("截至12月底，化解纠纷96件。", ["resolved 96"]),
        ("3月15日印发方案，全年化解纠纷96件。", ["resolved 96"]),
    ],
)
def test_a_part_of_the_year(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


REPORT = """柳河镇2024年法治政府建设工作报告
一、主要做法和成效
化解纠纷96件，举办讲座6场。
二、存在的问题
讲座形式单一。
三、2025年工作计划
举办讲座10场，化解率达到98%。
"""


def test_a_plan_section_speaks_of_the_next_year() -> None:
    result = whole_report(REPORT)
    assert result.identity.year == 2024
    assert told(result) == [
        "resolved 96",
        "lectures 6",
        "lectures 10 2025 planned",
        "resolution_rate 98 2025 planned",
    ]


def test_without_a_year_nothing_is_guessed() -> None:
    (found,) = read("化解纠纷96件。", None).reading.mentions
    assert found.period.year is None
    (planned,) = read("明年拟举办讲座6场。", None).reading.mentions
    assert (planned.period.year, planned.period.basis) == (None, "planned")


def test_a_named_year_is_read_without_the_reports_year() -> None:
    assert mentions("2023年化解纠纷46件。", None) == ["resolved 46 2023"]
