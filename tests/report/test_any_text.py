"""Whatever the text: no error, the sections cover it, and what is told has its form."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.flow import make_flow
from extract.reading.document import Document
from extract.report.identity import identify
from extract.report.outline import outline

ROLES = {"front", "achievements", "problems", "duties", "plan", "furniture", "table"}
PIECES = st.sampled_from(
    [
        *"一二三1（）()、。；：，|>“”《》\n\n\n #*-年镇乡县市区.",
        *[
            "松屏镇",
            "鲁山县",
            "张店乡",
            "街道办事处",
            "司法所",
            "2024年",
            "二○二四年",
            "23年",
            "20239号",
            "法治政府建设",
            "情况报告",
            "人民政府",
        ],
        *[
            "存在的问题",
            "下一步打算",
            "主要做法",
            "第一责任人职责情况",
            "下一步，",
            "2025年，我镇将",
            "一是",
            "（一）",
            "二、",
            "2.",
            "现将情况报告如下：",
        ],
        *[
            "索引号：",
            "发布日期：2024-01-05",
            "浏览次数：3",
            "来源：",
            "首页>",
            "当前位置：",
            "相关阅读",
            "上一篇：",
            "主办单位：",
            "第2页",
            "附件：",
        ],
        *["调解纠纷12件", "化解率95%", "\x00", "😀", "é"],
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["", "a.txt", "河南省/鲁山县/张店乡/2023.txt", "../x/松屏镇.docx", "a\\b"]))
def test_any_text(text: str, name: str) -> None:
    flow = make_flow(text)
    layout = outline(flow.clean)
    assert "".join(flow.clean[section.start : section.end] for section in layout.sections) == flow.clean
    assert {section.role for section in layout.sections} <= ROLES
    assert layout.sentence_ends == sorted(set(layout.sentence_ends))
    assert not layout.sentence_ends or layout.sentence_ends[-1] == len(flow.clean)
    identity, warnings = identify(Document(text, name), flow, layout)
    assert identity.year is None or 2000 <= identity.year <= 2099
    assert ("township-unknown" in {warning.code for warning in warnings}) == (identity.township == "")
    assert ("year-unknown" in {warning.code for warning in warnings}) == (identity.year is None)
    assert len(identity.division_code) in (0, 12)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_clean_text(clean: str) -> None:
    layout = outline(clean)
    assert "".join(clean[section.start : section.end] for section in layout.sections) == clean
    for table in layout.tables:
        assert all(table.start <= start <= end <= table.end for row in table.rows for start, end in row)
