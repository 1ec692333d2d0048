"""Denials: which metrics they set to zero, and what only looks like one."""

import pytest

from tests.matching.small_library import mentions, read

BOTH = ["lawsuits 0", "reconsiderations 0"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年未发生行政复议、行政诉讼案件。", BOTH),
        ("没有因执法引发的行政复议、行政诉讼。", BOTH),
        ("未收到行政复议和行政诉讼申请。", BOTH),
        ("无行政复议及行政诉讼案件。", BOTH),
        ("未出现行政复议、行政诉讼。", BOTH),
        ("行政复议、行政诉讼案件均为0件。", BOTH),
        ("行政复议、行政诉讼零发生。", BOTH),
        ("行政复议、行政诉讼案件均保持零发生。", BOTH),
        ("全镇无败诉案件。", ["lost 0"]),
        ("行政诉讼零败诉。", ["lost 0"]),
        ("暂无行政复议案件。", ["reconsiderations 0"]),
        ("全年无一起行政诉讼案件。", ["lawsuits 0"]),
        ("没有发生一起行政诉讼案件。", ["lawsuits 0"]),
        ("行政诉讼案件保持为零。", ["lawsuits 0"]),
        ("行政诉讼案件保持为零;群众来信有人答复。", ["lawsuits 0"]),
        ("行政诉讼案件为零,群众来信有人答复。", ["lawsuits 0"]),
        ("从未发生越级上访。", ["batches 0"]),
        ("未发生进京访。", ["batches 0"]),
        ("未发生行政复议案件0件。", ["reconsiderations 0"]),
    ],
)
def test_denials_set_to_zero(text: str, expected: list[str]) -> None:
    assert sorted(set(mentions(text))) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "不存在行政复议被纠错情形。",
        "无行政复议决定被撤销。",
        "未按期答复行政复议申请。",
        "无行政复议人员编制。",
        "未建立行政复议制度。",
        "没有超期办理行政复议。",
        "没有行政诉讼应诉人员。",
        "未发生举办讲座的情形。",
        "未受理纠纷。",
        "明年力争不发生行政诉讼案件。",
        "未发生安全事故，行政复议有序推进。",
        "邻镇未发生行政诉讼。",
    ],
)
def test_denials_of_something_else(text: str) -> None:
    assert mentions(text) == []


def test_the_figure_of_a_denial_is_the_denying_word() -> None:
    result = read("全年未发生行政复议、行政诉讼案件，无败诉。")
    clean = result.flow.clean
    assert [clean[m.quantity.start : m.quantity.end] for m in result.reading.mentions] == ["未发生", "未发生", "无"]


def test_a_denial_in_another_year() -> None:
    assert mentions("2023年未发生行政复议案件。") == ["reconsiderations 0 2023"]
