"""Stated changes: what grew or fell, by how much, between which years; never values of the metric."""

import pytest

from tests.matching.small_library import changes, mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("化解纠纷38件，同比下降36%。", ["resolved down 36 % 2023>2024"]),
        ("化解纠纷38件，较上年减少8件。", ["resolved down 8 count 2023>2024"]),
        ("化解纠纷38件，比去年多3件。", ["resolved up 3 count 2023>2024"]),
        ("化解纠纷38件，比前年多3件。", ["resolved up 3 count 2022>2024"]),
        ("化解纠纷2022年68件、2023年52件、2024年38件，两年净减30件。", ["resolved down 30 count 2022>2024"]),
        ("化解纠纷2023年52件、2024年38件，两年净减14件。", ["resolved down 14 count 2023>2024"]),
        ("化解纠纷38件，同比增长2倍。", ["resolved up 200 % 2023>2024"]),
        ("化解纠纷38件，比上年翻了一番。", ["resolved up 100 % 2023>2024"]),
        ("化解纠纷38件，同比翻近两番。", ["resolved up 300 % 2023>2024"]),
        ("三番五次上门，化解纠纷38件，别有一番景象。", []),
        ("化解率98%，同比提高2.5个百分点。", ["resolution_rate up 2.5 pp 2023>2024"]),
        ("化解纠纷由上年的64件上升至71件，升幅10.9%。", ["resolved up 10.9 % 2023>2024"]),
        ("化解纠纷38件，较上年净增6件。", ["resolved up 6 count 2023>2024"]),
        ("化解纠纷38件，比头年多化解了3件。", ["resolved up 3 count 2023>2024"]),
        ("化解纠纷38件，比上年多出3件。", ["resolved up 3 count 2023>2024"]),
        ("化解纠纷三十八件，较去岁之四十六件少八件。", ["resolved down 8 count 2023>2024"]),
        ("化解纠纷38件，视上年之46起减8起。", ["resolved down 8 count 2023>2024"]),
        ("化解纠纷38件，每村不少于1件，比上年少8件。", ["resolved down 8 count 2023>2024"]),
        ("化解纠纷38件，其中邻里20件；同比增3件。", ["resolved up 3 count 2023>2024"]),
        ("化解纠纷38件、受理纠纷20件，总量较2023年的46件回落17.4%。", ["resolved down 17.4 % 2023>2024"]),
        ("化解率98%，较上年提了2.5个百分点。", ["resolution_rate up 2.5 pp 2023>2024"]),
        ("化解纠纷38件，较上年提意见3件。", []),
        ("上年化解的纠纷是46件，同比下降17.4%。", ["resolved down 17.4 % 2023>2024"]),
        ("化解纠纷38件。2023年化解纠纷46件，同比下降17.4%。", ["resolved down 17.4 % 2023>2024"]),
        ("2023年化解纠纷46件，同比下降3%。", ["resolved down 3 % 2022>2023"]),
        ("去年化解纠纷46件，去年同比下降3%。", ["resolved down 3 % 2022>2023"]),
        ("化解纠纷38件，其中邻里20件、婚姻18件，件数同比下降10%。", ["resolved down 10 % 2023>2024"]),
        ("受理纠纷数同比增长15%。", ["received up 15 % 2023>2024"]),
        ("化解纠纷38件，同比减少8件，下降17.4%。", ["resolved down 8 count 2023>2024", "resolved down 17.4 % 2023>2024"]),
        ("化解纠纷38件，较上年的46件减少8件。", ["resolved down 8 count 2023>2024"]),
        (
            "化解纠纷38件、受理纠纷60件，同比分别下降10%和20%。",
            ["resolved down 10 % 2023>2024", "received down 20 % 2023>2024"],
        ),
        ("化解纠纷38件，去年化解纠纷46件，化解数下降17.4%。", ["resolved down 17.4 % 2023>2024"]),
        ("化解纠纷38件。总数比2023年少了8件。", ["resolved down 8 count 2023>2024"]),
        ("化解纠纷38件。总量同比下降17.4%。", ["resolved down 17.4 % 2023>2024"]),
        ("化解纠纷38件，2023年为46件，减少8件。", ["resolved down 8 count 2023>2024"]),
        ("化解纠纷38件，较2023年（46件）减少8件。", ["resolved down 8 count 2023>2024"]),
        (
            "化解纠纷38件。上年化解46件。少了8件，降幅17.4%。",
            ["resolved down 8 count 2023>2024", "resolved down 17.4 % 2023>2024"],
        ),
        ("化解纠纷38件，对照2023年的46件，化解数少了8件。", ["resolved down 8 count 2023>2024"]),
        ("化解率98%，2023年这个数字是95.5%，一年提高了2.5个百分点。", ["resolution_rate up 2.5 pp 2023>2024"]),
        ("越级上访由20批次降至1批次，下降95%。", ["batches down 95 % 2023>2024"]),
    ],
)
def test_changes(text: str, expected: list[str]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "栽树300棵，同比增长15%。",
        "化解纠纷38件，全年地区生产总值增长5.6%。",
        "化解纠纷38件，栽树300棵，同比增长15%。",
        "化解纠纷38件，人口较上年增加200户。",
        "讲座场次提高。",
    ],
)
def test_a_change_of_something_else_is_none(text: str) -> None:
    assert changes(text) == []


@pytest.mark.parametrize(
    "text",
    ["新增持证执法人员3人。", "化解纠纷38件，与上年持平。", "越级上访由20批次降至1批次。", "增加举办讲座3场。"],
)
def test_no_amount_no_change(text: str) -> None:
    assert changes(text) == []


def test_an_amount_is_no_value() -> None:
    assert mentions("化解纠纷38件，同比减少8件。") == ["resolved 38"]
