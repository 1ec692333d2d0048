"""Words that deny, and words that only look like it."""

import pytest

from tests.figures.telling import denied

DENIALS = {
    "全年未发生行政复议、行政诉讼案件": ["未发生"],
    "无败诉案件，无越级上访": ["无", "无"],
    "没有因执法引发的诉讼": ["没有"],
    "没有发生一起案件": ["没有发生"],
    "从未发生群体性事件": ["从未发生"],
    "未收到政府信息公开申请": ["未收到"],
    "尚未接到投诉": ["未接到"],
    "未制定规范性文件": ["未"],
    "暂无行政复议": ["暂无"],
    "实现零败诉、零上访": ["零", "零"],
    "败诉率为零，": ["零"],
    "行政复议：无。": ["无"],
    "|行政诉讼|无|": ["无"],
    "不存在行政诉讼": ["不存在"],
    "均未发生安全事故": ["未发生"],
}
NONE = [
    "无人机巡查",
    "毫无行政案件",
    "无障碍设施",
    "无法办理",
    "无偿服务",
    "无关人员",
    "无论何时",
    "毫无怨言",
    "无缝衔接",
    "无违建村",
    "无访村",
    "零上访村",
    "未成年人",
    "未来",
    "未经批准",
    "未能及时",
    "未按规定",
    "未有效落实",
    "零售",
    "零距离",
    "零容忍",
    "零星",
    "零件",
    "从零开始",
    "没有最好",
    "从未来看",
    "有无问题",
]


@pytest.mark.parametrize(("text", "words"), DENIALS.items(), ids=DENIALS)
def test_a_denial(text: str, words: list[str]) -> None:
    assert denied(text) == words


@pytest.mark.parametrize("text", NONE)
def test_no_denial(text: str) -> None:
    assert denied(text) == []
