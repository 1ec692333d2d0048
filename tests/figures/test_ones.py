"""A single 一: when it counts and when it only belongs to a saying."""

import pytest

from tests.figures.telling import kinds

COUNTED = [
    "仅有一名调解员，要管8个村",
    "组织检查一次、宣传一次。",
    "由5次减为一次。",
    "开展培训一次。",
    "召开了一次会议",
    "发生一起火灾事故",
    "信访案件一起，",
    "查到一起非法经营案",
    "化解一起长达十余年的积怨",
    "配备一名法律顾问",
    "建成法治公园一座、",
    "新建一处广场",
    "建成一个综治中心",
    "成立了一支志愿服务队",
    "行政诉讼一件",
    "官司摊上一件，",
    "行政复议一件、诉讼一件",
    "办结一例",
    "各一次",
    "至少一次",
    "仅有一人",
]
SAID = [
    "处理一起、规范一行。",
    "办一案、教育一片，",
    "普法一次，受益一方。",
    "每调成一件纠纷发补助",
    "每举办一场宣讲就留一份档案",
    "把分头上门的检查合成一趟，",
    "变多头检查为一次。",
    "办结一项、销号一项。",
    "发现一起，查处一起。",
    "审核一件不漏。",
    "进一步",
    "统一部署",
    "又一次",
    "下一次",
    "每一个",
    "这一件事",
    "逐一核实",
    "不漏一户、",
    "不落一人，",
    "没有发生一起",
    "与群众一起学习",
    "同干部一起，",
    "劝好了再坐到一起。",
    "一批先进",
    "是一个过程",
    "形成了一个闭环",
    "一件件小事",
    "一户一档",
    "作为一名干部",
    "一场硬仗",
    "一致好评",
    "一些",
    "一定",
]
SCHEMES = ["一次性告知", "一站式服务", "一网通办", "一件事集成改革", "禁毒一条街", "一张网管到底", "最多跑一窗", "双随机、一公开"]


@pytest.mark.parametrize("text", COUNTED)
def test_it_counts(text: str) -> None:
    assert "figure" in kinds(text)


@pytest.mark.parametrize("text", SAID)
def test_it_counts_nothing(text: str) -> None:
    assert set(kinds(text)) == {"idiom"}


@pytest.mark.parametrize("text", SCHEMES)
def test_it_begins_the_name_of_a_scheme(text: str) -> None:
    assert kinds(text)[0] in ("name", "idiom")
    assert "figure" not in kinds(text)
