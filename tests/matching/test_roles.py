"""Parts and totals, remainders, rules, other places, and prior-year values set beside this year's."""

import pytest

from tests.matching.small_library import mentions, read, reasons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "化解纠纷50起，其中邻里类30起、土地类20起。",
            ["resolved 50", "resolved 30 part", "resolved 20 part"],
            id="parts without words",
        ),
        pytest.param(
            "化解纠纷50起（其中邻里类30起，土地类20起）。",
            ["resolved 50", "resolved 30 part", "resolved 20 part"],
            id="in brackets",
        ),
        pytest.param("化解纠纷50起（含邻里类30起）。", ["resolved 50", "resolved 30 part"], id="含 in brackets"),
        pytest.param(
            "行政处罚案件21件，其中简易程序9件、普通程序12件。",
            ["penalties 21", "simple 9 part", "ordinary 12 part"],
            id="parts with metrics of their own",
        ),
        pytest.param(
            "行政处罚案件21件，其中3件罚款2000元。",
            ["penalties 21", "penalties 3 part", "fines 2000"],
            id="money is no part",
        ),
        pytest.param(
            "共发放宣传资料500份，其中手册300份、海报200份。",
            ["materials 500", "materials 300 part", "materials 200 part"],
            id="parts with words",
        ),
        pytest.param(
            "化解纠纷50起，其中邻里类30起；举办讲座6场。",
            ["resolved 50", "resolved 30 part", "lectures 6"],
            id="a semicolon ends the parts",
        ),
        pytest.param(
            "化解纠纷50起，其中邻里类30起，举办讲座6场，发放手册300份。",
            ["resolved 50", "resolved 30 part", "lectures 6", "materials 300"],
            id="another kind of count ends the parts",
        ),
        pytest.param(
            "受理纠纷50起，其中化解30起、调解40起。",
            ["received 50", "resolved 30", "mediated 40"],
            id="another metric's count is all of its own",
        ),
        pytest.param(
            "排查纠纷60起，化解50起。其中桥东村化解9起，化解率90%。",
            ["received 60", "resolved 50", "resolved 9 part", "resolution_rate 90 part"],
            id="a rate beside a part of the sentence before",
        ),
    ],
)
def test_parts(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("共化解纠纷50起。", [True]),
        ("化解纠纷共50起。", [True]),
        ("全年化解纠纷50起。", [True]),
        ("化解纠纷50起。", [False]),
        ("累计发放手册300份、海报200份。", [False, False]),
        ("共发放宣传资料500份，其中手册300份。", [True, False]),
    ],
)
def test_totals(text: str, totals: list[bool]) -> None:
    assert [m.total for m in read(text).reading.mentions] == totals


@pytest.mark.parametrize(
    "remainder",
    ["其余5件正在处理", "剩余5件", "尚有5件", "余下的5件", "另有5件正在调处", "5件尚未办结", "5件正在处理", "5件仍在调处"],
)
def test_a_remainder_is_left(remainder: str) -> None:
    assert mentions(f"化解纠纷38件，{remainder}。") == ["resolved 38"]
    assert reasons(f"化解纠纷38件，{remainder}。") == ["remainder"]


@pytest.mark.parametrize(
    "text",
    [
        "每村举办讲座1场。",
        "人均发放手册3本。",
        "各村平均每村举办讲座2场。",
        "每个社区举办讲座1场。",
        "户均发放折页2张。",
        "每名职工学习20次。",
    ],
)
def test_a_rule_counts_nothing(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("职工“每周一法”学习15场。", ["staff_study 15"]),
        ("做到每村有顾问，举办讲座6场。", ["lectures 6"]),
    ],
)
def test_a_rule_governs_its_clause_only(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县化解纠纷3000件，我镇化解96件。", ["resolved 96"]),
        ("全市举办讲座200场。", []),
        ("同期全县化解纠纷3000件。", []),
        ("邻镇化解纠纷30件。", []),
        ("在全县率先举办讲座6场。", ["lectures 6"]),
        ("获全县先进，化解纠纷96件。", ["resolved 96"]),
        ("全县排名第1，化解纠纷96件。", ["resolved 96"]),
        ("我镇化解纠纷96件，全县3000件。", ["resolved 96"]),
        ("全县未发生行政诉讼。", []),
    ],
)
def test_other_places_figures_are_left(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("化解纠纷38件，较上年的46件减少8件。", ["resolved 38", "resolved 46 2023"]),
        ("化解纠纷38件，比去年同期46件减少8件。", ["resolved 38", "resolved 46 2023"]),
        ("化解纠纷38件（上年46件）。", ["resolved 38", "resolved 46 2023"]),
        ("化解纠纷38件（去年同期46件）。", ["resolved 38", "resolved 46 2023"]),
        ("化解纠纷38件，前年为20件。", ["resolved 38", "resolved 20 2022"]),
        ("化解纠纷38件（2022年46件）。", ["resolved 38", "resolved 46 2022"]),
        ("越级上访由2023年的20批次下降到2024年的1批次。", ["batches 20 2023", "batches 1"]),
        ("越级上访由去年的20批次降至1批次。", ["batches 20 2023", "batches 1"]),
        ("越级上访从上年的20批次减少到今年的1批次。", ["batches 20 2023", "batches 1"]),
    ],
)
def test_a_prior_value_takes_its_partners_metric(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected
