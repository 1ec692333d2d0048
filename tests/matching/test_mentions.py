"""What figures of running text state: carried-over words, numbers before nouns, shared numbers, values and qualifiers."""

import pytest

from tests.matching.small_library import mentions, read, reasons, told, whole_report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("排查矛盾纠纷124起，化解96起。", ["received 124", "resolved 96"], id="the noun"),
        pytest.param("发放手册300本、海报80张。", ["materials 300", "materials 80"], id="the verb"),
        pytest.param(
            "排查纠纷30起，逐件建档，专人包保，化解29起。", ["received 30", "resolved 29"], id="the noun two clauses back"
        ),
        pytest.param("排查各类纠纷，做到早发现。其中化解12起。", ["resolved 12"], id="the noun of the sentence before"),
        pytest.param("排查纠纷24起，调解24起，化解23起。", ["received 24", "mediated 24", "resolved 23"], id="twice"),
        pytest.param("排查纠纷24起，化解债务3件。", ["received 24"], id="another noun takes its place"),
        pytest.param("村里化解债务96万元。", [], id="another noun, another unit"),
    ],
)
def test_words_are_carried_over(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("排查纠纷若干。专人包保。限期办结。化解12起。", ["resolved 12"], id="a few sentences"),
        pytest.param(
            "专人。排查纠纷若干。摸底。建档。包保。回访。化解12起。", ["resolved 12"], id="past sentences without figures"
        ),
        pytest.param("排查纠纷若干。摸底2次。建档3宗。包保4户。回访5户。化解12起。", [], id="not past many with figures"),
        pytest.param(f"排查纠纷若干。{'专人包保，限期办结，' * 14}逐一回访。化解12起。", [], id="not far"),
        pytest.param("排查纠纷若干。\n化解12起。", ["resolved 12"], id="from the paragraph before"),
        pytest.param("排查纠纷若干。\n植树有成。\n化解12起。", [], id="not past a paragraph"),
        pytest.param("一、平安建设\n排查纠纷若干。\n二、其他工作\n化解12起。", [], id="not into the next section"),
    ],
)
def test_how_far_words_are_carried(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "text", ["越级上访2批次21人次。", "越级上访2批次、21人次。", "越级上访2批次，共计21人次。", "越级上访2批次（共21人次）。"]
)
def test_one_thing_counted_twice(text: str) -> None:
    assert mentions(text) == ["batches 2", "persons 21"]


def test_a_carried_word_is_told() -> None:
    trace = read("排查矛盾纠纷124起，化解96起。").reading.mentions[1].trace
    assert trace == ("<化解> (<纠纷>) N", "carried 矛盾纠纷")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("出具12份法律意见。", ["opinions 12"]),
        ("举办5场法治讲座。", ["lectures 5"]),
        ("为300余人次提供法律咨询。", ["consultations 300 over"]),
        ("全镇有18名持证执法人员。", ["holders 18"]),
        ("拆除6处违法建设。", ["removed 6"]),
        ("发放2000余份宣传资料。", ["materials 2000 over"]),
        ("辖区有9个行政村、3个社区。", ["villages 9", "villages 3"]),
        ("9个行政村、3个社区。", ["villages 9", "villages 3"]),
    ],
)
def test_the_number_may_stand_before_its_noun(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "参考率、合格率均达100%。",
        "参考率和合格率均为100%。",
        "参考率及合格率都达到了100%。",
        "参考率、合格率“双百”。",
        "参考率、合格率实现双百。",
        "合格率、参考率皆为100%。",
    ],
)
def test_a_number_is_shared_by_a_list(text: str) -> None:
    found = read(text).reading.mentions
    assert sorted((m.metric.id, int(m.value)) for m in found) == [("participation_rate", 100), ("pass_rate", 100)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("参考率100%，合格率97%。", ["participation_rate 100", "pass_rate 97"], id="each its own"),
        pytest.param("参考率稳步提高，合格率97%。", ["pass_rate 97"], id="no list"),
        pytest.param("手册、讲座5场。", ["lectures 5"], id="a list of unlike things"),
        pytest.param("行政复议、行政诉讼均为2件。", ["lawsuits 2", "reconsiderations 2"], id="counts share with 均"),
        pytest.param("行政复议、行政诉讼2件。", ["lawsuits 2"], id="counts do not without it"),
    ],
)
def test_a_number_is_shared_only_by_a_list(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("化解纠纷96件。", ["resolved 96"]),
        ("化解纠纷九十六件。", ["resolved 96"]),
        ("化解纠纷1,096件。", ["resolved 1096"]),
        ("化解纠纷１２０件。", ["resolved 120"]),
        ("化解纠纷120余件。", ["resolved 120 over"]),
        ("化解纠纷近百件。", ["resolved 100 nearly"]),
        ("化解纠纷约20件。", ["resolved 20 about"]),
        ("化解纠纷20件左右。", ["resolved 20 about"]),
        ("化解纠纷20件以上。", ["resolved 20 over"]),
        ("化解纠纷不足20件。", ["resolved 20 nearly"]),
        ("举办讲座20—30场。", ["lectures 20 -30"]),
        ("罚款1.2万元。", ["fines 12000"]),
        ("罚款1.2万余元。", ["fines 12000 over"]),
        ("发放宣传资料3.3万余份。", ["materials 33000 over"]),
        ("化解率九成八。", ["resolution_rate 98"]),
        ("化解率百分之九十八。", ["resolution_rate 98"]),
        ("化解纠纷多次。", []),
        ("化解纠纷若干件。", []),
    ],
)
def test_values_and_qualifiers(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "metric", "unit", "printed"),
    [
        ("化解纠纷96起。", "resolved", "件", "起"),
        ("化解纠纷96件。", "resolved", "件", "件"),
        ("化解纠纷96人次。", "resolved", "人次", "人次"),
        ("发放手册300本。", "materials", "份", "本"),
        ("罚款2万元。", "fines", "元", "元"),
    ],
)
def test_units_that_count_the_same_become_one(text: str, metric: str, unit: str, printed: str) -> None:
    (found,) = read(text).reading.mentions
    assert (found.metric.id, found.unit, found.quantity.unit) == (metric, unit, printed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县化解纠纷3000件。", ["other place"]),
        ("人均发放手册3本。", ["rule"]),
        ("化解纠纷38件，其余5件正在处理。", ["remainder"]),
        ("化解纠纷38件，同比下降36%。", ["change"]),
        ("栽植树木300棵。", ["no pattern"]),
        ("综合得分96。", ["no unit"]),
        ("化解纠纷38件。", []),
    ],
)
def test_every_figure_left_has_a_reason(text: str, expected: list[str]) -> None:
    assert reasons(text) == expected


def test_page_furniture_yields_nothing() -> None:
    text = "化解纠纷96件。\n浏览次数：1024次\n分享到微信\n相关链接\n- 12 -\n"
    result = read(text)
    assert [m.metric.id for m in result.reading.mentions] == ["resolved"]


def test_what_stands_below_the_report_yields_nothing() -> None:
    text = (
        "柳河镇2024年法治政府建设工作报告\n一、主要做法\n化解纠纷96件，成效明显，群众满意，各项工作取得了长足的进步。\n"
        "相关阅读\n石桥镇化解纠纷30件\n主办：柳河镇人民政府 举办讲座6场\n"
    )
    result = whole_report(text)
    assert told(result) == ["resolved 96"]
    assert set(result.reading.reasons.values()) == {"page furniture"}


def test_mentions_come_in_the_order_of_the_text() -> None:
    result = read("排查纠纷30起。\n| 项目 | 数量 |\n| 化解纠纷（件） | 96 |\n举办讲座6场，未发生行政复议。")
    starts = [m.quantity.start for m in result.reading.mentions]
    assert len(starts) == 4
    assert starts == sorted(starts)
