"""The project's own metrics.yaml on sentences of our own: the rules of the codebook as a reader would check them."""

import pytest

from tests.matching.small_library import told
from tests.matching.whole_reports import extractor


def mentions(text: str) -> list[str]:
    """What the project's library reads in a report of 2024."""
    return told(extractor().read_text(text, 2024))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "全年排查矛盾纠纷124起，化解96起。", ["disputes_received 124", "disputes_resolved 96"], id="carried-over noun"
        ),
        pytest.param(
            "累计发放普法手册300本、海报80张。", ["publicity_materials 300", "publicity_materials 80"], id="carried-over verb"
        ),
        pytest.param(
            "学法考试参考率、合格率均达100%。",
            ["law_exam_participation_rate 100", "law_exam_pass_rate 100"],
            id="a shared number",
        ),
        pytest.param(
            "干部学法考试参考率、合格率“双百”。",
            ["law_exam_participation_rate 100", "law_exam_pass_rate 100"],
            id="both a hundred",
        ),
        pytest.param(
            "学法考试参考率、合格率分别为98%、96%。",
            ["law_exam_participation_rate 98", "law_exam_pass_rate 96"],
            id="paired in order",
        ),
        pytest.param(
            "全年未发生行政复议、行政诉讼案件。",
            ["administrative_litigations 0", "administrative_reconsiderations 0"],
            id="zeros",
        ),
        pytest.param("罚款1.2万元。", ["fines_amount 12000"], id="money"),
        pytest.param("力争2025年矛盾纠纷化解率达到98%。", ["dispute_resolution_rate 98 2025 planned"], id="a target"),
        pytest.param("三年来累计化解矛盾纠纷300件。", ["disputes_resolved 300 cumulative"], id="a running total"),
        pytest.param(
            "越级上访由2023年的20批次下降到2024年的1批次。", ["petition_batches 20 2023", "petition_batches 1"], id="two years"
        ),
        pytest.param("全县化解矛盾纠纷3000件。", [], id="the county's"),
        pytest.param("村里化解债务96万元。", [], id="debts"),
        pytest.param("12345热线受理咨询。", [], id="a name with digits"),
        pytest.param("每月至少开展1次法治讲座。", [], id="a rule"),
        pytest.param("落实“八五”普法规划和一村一法律顾问制度。", [], id="slogans"),
        pytest.param("办理行政处罚案件3个工作日内公示。", [], id="a duration"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("检查企业76家，发现隐患85处，整改79处。\n县委巡察反馈问题6个，均已整改。", 6),
        ("发现安全隐患85处；整改79处。\n县委巡察反馈问题6个，均已整改。", 6),
        ("检查企业76家，发现隐患85处，整改79处。", 79),
    ],
)
def test_hazards_put_right_are_not_what_inspectors_found_wrong_with_the_township(text: str, expected: int) -> None:
    found = extractor().read_text(text, 2024).observations_found
    assert [o.value for o in found if o.metric.id == "problems_rectified"] == [expected]
