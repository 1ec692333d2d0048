"""From mentions to one observation (the codebook's rule 8), resolution by resolution."""

import pytest

from tests.matching.small_library import observations, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("化解纠纷96件。", ["resolved 96 single"], id="single"),
        pytest.param("化解纠纷96余件。", ["resolved 96 over single"], id="single with its qualifier"),
        pytest.param("举办讲座20—30场。", ["lectures 20 -30 single"], id="single range"),
        pytest.param("化解纠纷96件。\n我镇共化解纠纷96件。", ["resolved 96 repeated"], id="repeated"),
        pytest.param("化解纠纷96余件。\n化解纠纷96件。", ["resolved 96 repeated"], id="repeated, the exact one decides"),
        pytest.param("化解纠纷近百件。\n我镇化解纠纷97件。", ["resolved 97 repeated"], id="a rounding repeats"),
        pytest.param("发放手册300余份。\n全年共发放手册320份。", ["materials 320 repeated"], id="a rounding of a sum"),
        pytest.param("柳河村发放手册300余份。\n梅岭村发放手册320份。", ["materials 620 over sum"], id="no rounding of another's"),
        pytest.param(
            "化解纠纷40余件。\n我镇化解纠纷97件。",
            ["resolved 40 over conflict", "resolved 97 conflict"],
            id="too far for a rounding",
        ),
        pytest.param("审查甲类合同20份，乙类合同30份，加起来50份。", ["reviews 50 total"], id="a sum behind its parts"),
        pytest.param("化解纠纷0件。", ["resolved 0 zero"], id="zero printed"),
        pytest.param("未发生行政复议。", ["reconsiderations 0 zero"], id="zero by denial"),
        pytest.param("共化解纠纷50件，其中邻里类30件。", ["resolved 50 total"], id="total with parts"),
        pytest.param("共审查合同50份，其中甲类20份，乙类30份。", ["reviews 50 total"], id="total of a sum with parts"),
        pytest.param(
            "审查合同53份（镇级31份，村级22份）。\n审查茶园合同1份。", ["reviews 53 total"], id="a sum that its parts confirm"
        ),
        pytest.param("审查合同20份。\n全年共审查合同50份。", ["reviews 50 total"], id="a stated total"),
        pytest.param("化解纠纷96件。\n柳河村化解纠纷20件。", ["resolved 96 total"], id="township-wide before a village's"),
        pytest.param("柳河村审查合同20份。\n梅岭村审查合同30份。", ["reviews 50 sum"], id="sum"),
        pytest.param("发放手册300份、海报80张。", ["materials 380 sum"], id="sum of a list"),
        pytest.param("发放手册300份、海报300张。", ["materials 600 sum"], id="sum of equal parts"),
        pytest.param("审查甲类合同20份，审查乙类合同20份。", ["reviews 40 sum"], id="equal parts in one sentence"),
        pytest.param(
            "2023年化解纠纷46件。2023年化解纠纷47件。",
            ["resolved 46 2023 conflict", "resolved 47 2023 conflict"],
            id="conflict about another year",
        ),
        pytest.param("累计发放手册300份、海报80份。", ["materials 380 sum"], id="a total before a list is none"),
        pytest.param("柳河村审查合同20—30份。\n梅岭村审查合同10份。", ["reviews 30 -40 sum"], id="sum with the ends of a range"),
        pytest.param("柳河村审查合同近20份。\n梅岭村审查合同10余份。", ["reviews 30 over sum"], id="sum as vague as its vaguest"),
        pytest.param("柳河村化解纠纷20件。\n梅岭村化解纠纷30件。", ["resolved 30 part"], id="the largest part"),
        pytest.param("化解纠纷96件。\n化解纠纷97件。", ["resolved 96 conflict", "resolved 97 conflict"], id="conflict"),
        pytest.param(
            "审查合同20份。\n审查合同30份。", ["reviews 20 conflict", "reviews 30 conflict"], id="conflict for the same thing"
        ),
        pytest.param(
            "化解率98%。\n化解率97%。",
            ["resolution_rate 98 conflict", "resolution_rate 97 conflict"],
            id="conflict of rates",
        ),
        pytest.param(
            "持证执法人员12人。\n持证执法人员13人。", ["holders 12 conflict", "holders 13 conflict"], id="conflict of stocks"
        ),
        pytest.param("2023年化解纠纷46件。", ["resolved 46 2023 restated"], id="restated"),
        pytest.param(
            "化解纠纷38件，较上年的46件减少8件。", ["resolved 46 2023 restated", "resolved 38 single"], id="years kept apart"
        ),
        pytest.param("1—11月化解纠纷90件。\n化解纠纷96件。", ["resolved 96 single"], id="the full year before a part of it"),
        pytest.param("1—11月化解纠纷90件。", ["resolved 90 single"], id="a part of the year alone"),
        pytest.param("法律咨询300人次。\n法律咨询20件。", ["consultations 300 single"], id="units apart are not added"),
        pytest.param("法律咨询20件。", ["consultations 20 件 single"], id="a unit apart alone"),
        pytest.param(
            "简易程序8起，普通程序12起。",
            ["penalties 20 sum", "simple 8 single", "ordinary 12 single"],
            id="a metric stated through its parts",
        ),
        pytest.param(
            "行政处罚案件21件，其中简易程序9件、普通程序12件。",
            ["penalties 21 single", "simple 9 single", "ordinary 12 single"],
            id="a metric stated beside its parts",
        ),
        pytest.param("普通程序12起。", ["penalties 12 sum", "ordinary 12 single"], id="one part alone"),
        pytest.param("力争2025年化解率达到95%。", [], id="plans are no observation"),
        pytest.param("三年来累计化解纠纷300件。", [], id="running totals are no observation"),
        pytest.param("全县化解纠纷3000件。", [], id="other places are no observation"),
        pytest.param("9个行政村、3个社区。", ["villages 12 sum"], id="a stock that adds up"),
    ],
)
def test_resolutions(text: str, expected: list[str]) -> None:
    assert observations(text) == expected


def test_an_observation_points_at_its_deciding_mention() -> None:
    result = read("化解纠纷96余件。\n化解纠纷96件。")
    (row,) = result.observations.to_dict("records")
    second = result.mentions.to_dict("records")[1]
    assert (row["start"], row["end"], row["figure"]) == (second["start"], second["end"], "96件")
    assert row["mentions"].split(";") == list(result.mentions["id"])


def test_a_sum_lists_every_mention() -> None:
    result = read("柳河村审查合同20份。\n梅岭村审查合同30份。")
    (row,) = result.observations.to_dict("records")
    assert row["mentions"].split(";") == list(result.mentions["id"])


def test_each_value_of_a_conflict_lists_its_own_mention() -> None:
    result = read("化解纠纷96件。\n化解纠纷97件。")
    assert list(result.observations["mentions"]) == list(result.mentions["id"])
    assert result.observations["id"].is_unique
