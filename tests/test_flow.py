"""Clean text and its way back to the raw text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.flow import make_flow
from extract.folding import fold
from extract.olden import modern
from tests.timing import assert_grows

CLEANED = {
    # noise inside a line
    "土地41件　婚姻23件": "土地41件，婚姻23件",
    "进京：零　赴省：1批": "进京：零，赴省：1批",
    "审查合同41份　协议12份，均合格": "审查合同41份协议12份，均合格",
    "审查合同　41份　全部合格": "审查合同41份全部合格",
    "共 124 件": "共124件",
    "共　１２４　件": "共124件",
    "1 854件": "1 854件",
    "GDP 12": "GDP 12",
    "LED 显示屏": "LED显示屏",
    "1. 2024年": "1. 2024年",
    "124\u200b件\ufeff\xad\u202e": "124件",
    "a\x00b": "ab",
    "12\x004件": "124件",
    "**（一）宣传**": "（一）宣传",
    "__重点__": "重点",
    "[bookmark: _GoBack]三、安排": "三、安排",
    "【2024】[1]": "【2024】[1]",
    "索 引 号：": "索引号：",
    # the number of a section
    "2.1 家庭教育": "2.1 家庭教育",
    "2.1 **名录。**": "2.1 名录。",
    "2.1 万元": "2.1万元",
    # page marks within lines
    "罚款 — 1 — 3万元，听众 — 2 — 4人": "罚款3万元，听众4人",
    "罚款- 1 -3万元，听众- 2 -4人，讲座- 3 -5场": "罚款3万元，听众4人，讲座5场",
    # shares within a line are none: only alone at a line's edge, and three of them
    "罚款3万元。\n1 / 9\n听众4人。\n2 / 9\n讲座5场。\n3 / 9\n": "罚款3万元。\n听众4人。\n讲座5场。",
    "签约 1 / 8，完成 2 / 8": "签约1/8，完成2/8",
    "罚款 第 3 页 共 9 页 3万元": "罚款3万元",
    "罚款 第1页 3万元，听众 第2页 4人，讲座 第3页 5场": "罚款3万元，听众4人，讲座5场",
    "台账第2页共10页少签字": "台账第2页共10页少签字",
    "罚款 — 1 —\n3万元，听众共 — 2 —\n4人": "罚款3万元，听众共4人",
    "罚款 — 2 — 3万元": "罚款—2—3万元",
    "详见第3页，附表第4页": "详见第3页，附表第4页",
    # paragraphs
    "甲。\n乙。": "甲。\n乙。",
    "甲。\r\n\r\n\r\n乙。": "甲。\n乙。",
    "甲。\r乙。": "甲。\n乙。",
    "甲。\f乙。": "甲。\n乙。",
    "甲。\u2028乙。": "甲。\n乙。",
    "\n\n　　甲。\n　　\n　　乙。\n\n": "甲。\n乙。",
    "# 一、概况\n## （一）机构\n> 引文。": "一、概况\n（一）机构\n引文。",
    "甲。\n---\n乙。": "甲。\n乙。",
    "甲，\n— 3 —\n乙。\n- 4 -": "甲，乙。",
    "甲。\n第3页 共10页\n乙。": "甲。\n乙。",
    "甲。\n第三条 乙": "甲。\n第三条乙",
    "": "",
    " \n\t ": "",
    # tables
    "| 项目 | 数量 |\n| --- | ---: |\n| 调解 | 12 |\n": "|项目|数量|\n|调解|12|",
    "项目\t数量\n调解\t12": "项目|数量\n调解|12",
    "| 甲 |  | 乙 |": "|甲||乙|",
    "1.\t加强领导": "1.加强领导",
    "说明如下\n| 甲 | 1 |\n此后": "说明如下\n|甲|1|\n此后",
}


@pytest.mark.parametrize(("raw", "clean"), CLEANED.items(), ids=range(len(CLEANED)))
def test_clean_text(raw: str, clean: str) -> None:
    assert make_flow(raw).clean == clean


def test_a_span_leads_back_over_noise() -> None:
    raw = "　　共排查\x00纠纷 １２４\r\n\r\n起，"
    flow = make_flow(raw)
    start = flow.clean.index("124起")
    low, high = flow.raw_span(start, start + 4)
    assert raw[low:high] == "１２４\r\n\r\n起"


PIECES = st.sampled_from(
    [
        "甲",
        "纠纷",
        "124",
        "１２",
        "一是",
        "（二）",
        "。",
        "，",
        "；",
        "：",
        " ",
        "　",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\f",
        "\x00",
        "\u200b",
        "\u202e",
        "\ufeff",
        "e\u0301",
        "𠀀",
        "**",
        "__",
        "_",
        "*",
        "# ",
        "> ",
        "|",
        "---",
        "| --- |",
        "[bookmark: x]",
        "[",
        "]",
        "萬",
        "二○二四年",
        "a",
        "B ",
        "%",
        "起",
        "件",
        "人民政府",
        "2024年1月5日",
        "\ud800",
    ]
)
RAW = st.lists(PIECES, max_size=30).map("".join)
_AS_NEWLINE = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


@settings(max_examples=1000, deadline=None)
@given(RAW)
def test_every_clean_character_is_the_folded_raw_one(raw: str) -> None:
    flow = make_flow(raw)
    folded = modern(fold(raw))
    behind = -1
    for offset, character in enumerate(flow.clean):
        place = flow.raw_offset(offset)
        assert place > behind
        behind = place
        origin = folded[place]
        if character == "\n":
            assert origin in _AS_NEWLINE
        elif character == " ":
            assert origin.isspace()
        elif character == "|":
            assert origin in "|\t"
        else:
            assert origin == character


@settings(max_examples=1000, deadline=None)
@given(RAW, st.data())
def test_a_raw_stretch_without_its_noise_is_the_clean_stretch(raw: str, data: st.DataObject) -> None:
    flow = make_flow(raw)
    if not flow.clean:
        return
    start = data.draw(st.integers(0, len(flow.clean) - 1))
    end = data.draw(st.integers(start + 1, len(flow.clean)))
    low, high = flow.raw_span(start, end)
    kept = {flow.raw_offset(offset) for offset in range(start, end)}
    assert 0 <= low < high <= len(raw)
    assert (min(kept), max(kept) + 1) == (low, high)
    dropped = "".join(fold(raw)[place] for place in range(low, high) if place not in kept)
    assert not [c for c in dropped if "\u4e00" <= c <= "\u9fff"]
    assert not [c for c in dropped.replace("[bookmark: x]", "") if c.isalnum()]


@settings(max_examples=500, deadline=None)
@given(RAW)
def test_cleaning_twice_changes_no_visible_character(raw: str) -> None:
    once = make_flow(raw).clean
    twice = make_flow(once).clean
    assert "\n\n" not in once
    assert [c for c in once if c.isalnum() and not c.isspace()] == [c for c in twice if c.isalnum() and not c.isspace()]


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_any_text_has_a_flow(raw: str) -> None:
    flow = make_flow(raw)
    assert flow.raw == raw
    assert len(flow.clean) <= len(raw)
    assert flow.raw_offset(len(flow.clean)) <= len(raw)


@pytest.mark.parametrize("piece", ["1", " ", "\n", "a\n", "**", "# ", "|-", "-", "[bookmark:", "\t", "甲\r", "《“", "> "])
def test_a_long_text_is_cleaned_in_linear_time(piece: str) -> None:
    small, large = piece * (50_000 // len(piece)), piece * (200_000 // len(piece))
    assert_grows(lambda: make_flow(small), lambda: make_flow(large), at_most=8)
