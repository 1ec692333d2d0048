"""What headings of every wording announce, at the top of a report, below another heading, and without a number."""

import pytest

from extract.report.headings import heading_role
from extract.report.outline import outline

A, P, D, N, NONE = "achievements", "problems", "duties", "plan", ""

# wordings of headings in a report of 2024, by what they announce
HEADINGS = {
    A: [
        "主要工作及成效",
        "主要做法和成效",
        "2024年法治政府建设工作开展情况",
        "2024年度法治政府建设主要举措和成效",
        "推进法治政府建设的主要举措",
        "工作开展情况",
        "基本情况",
        "总体情况",
        "主要工作情况",
        "主要工作措施",
        "采取的主要措施",
        "重点工作进展情况",
        "法治建设工作推进落实情况",
        "年度重点任务完成情况",
        "2024年工作总结",
        "2024年工作回顾",
        "过去一年工作回顾",
        "主要成绩",
        "工作亮点和特色做法",
        "经验做法",
        "取得的成效",
        "上年度存在问题整改情况",
        "问题整改落实情况",
        "2024年工作安排部署情况",
        "年度工作计划落实情况",
        "法治建设“一规划两纲要”贯彻落实情况",
        "行政执法工作情况",
        "矛盾纠纷排查化解情况",
        "坚持党建引领，工作成效明显",
    ],
    P: [
        "存在的问题",
        "存在问题",
        "存在的主要问题",
        "存在的问题和不足",
        "存在的不足和原因",
        "存在的困难和问题",
        "2024年法治政府建设存在的问题",
        "2024年度推进法治政府建设存在的不足和原因",
        "法治政府建设工作中存在的问题及原因分析",
        "当前存在的短板弱项",
        "目前工作中存在的差距",
        "主要问题",
        "主要问题及原因",
        "工作中的不足",
        "工作短板与不足",
        "困难与挑战",
        "面临的困难",
        "薄弱环节",
        "不足之处",
        "问题和不足",
        "问题与困难",
        "差距和不足",
        "仍存在的问题",
        "尚存在的薄弱环节",
        "查找不足，正视差距",
        "找差距",
        "原因分析",
        "存在问题及下一步打算",
        "存在的问题和下一步工作计划",
        "存在的问题及整改措施",
    ],
    D: [
        "党政主要负责人履行推进法治建设第一责任人职责情况",
        "党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
        "2024年度党政主要负责人履行推进法治建设第一责任人职责的情况",
        "主要负责人履行法治建设第一责任人职责情况",
        "履行法治建设第一责任人职责情况",
        "第一责任人职责履行情况",
        "党委书记、镇长履职情况",
        "党政“一把手”履行职责情况",
        "主要领导述法情况",
        "履职情况",
        "党政领导履行法治建设职责情况",
    ],
    N: [
        "下一步工作打算",
        "下一步工作计划",
        "下一步工作思路",
        "下一步工作安排",
        "下一步工作重点",
        "下一步努力方向",
        "下一步打算",
        "下步打算",
        "下步工作措施",
        "下一阶段工作计划",
        "下阶段工作重点",
        "下一年工作安排",
        "下一年度法治政府建设工作计划",
        "下年度工作思路",
        "今后工作打算",
        "今后努力方向",
        "今后的工作思路和措施",
        "明年工作计划",
        "明年咋办",
        "来年怎么干",
        "来年工作安排",
        "新的一年工作思路",
        "2025年工作计划",
        "2025年工作思路",
        "2025年重点工作",
        "2025年法治政府建设工作安排",
        "2025年度推进法治政府建设的主要工作安排",
        "2025年主要目标任务",
        "二〇二五年工作打算",
        "2025年",
        "工作打算",
        "工作计划",
        "工作思路及打算",
        "努力方向",
        "改进措施",
        "整改措施",
        "下一步改进措施和努力方向",
        "存在问题的整改措施",
        "针对存在问题的下一步改进措施",
        "对策建议",
        "意见和建议",
        "未来工作展望",
        "2025年展望",
        "下一步推进法治政府建设的主要安排",
        "接下来的工作重点",
        "后续工作计划",
    ],
    NONE: [
        "加强组织领导，压实工作责任",
        "强化责任落实，细化工作安排",
        "科学制定工作计划，有序推进",
        "聚焦突出问题，强化执法监督",
        "坚持问题导向，规范行政执法",
        "补齐短板，夯实法治基础",
        "着力化解信访突出问题",
        "解决群众急难愁盼问题",
        "帮扶困难群众，提供法律援助",
        "排查安全隐患和突出问题",
        "锚定目标任务，推进依法治镇",
        "落实普法规划，营造法治氛围",
        "加大学法用法力度，提高依法治镇能力",
        "规范决策程序",
        "创新工作思路，打造普法品牌",
        "深化行政执法改革",
        "严格规范公正文明执法",
        "畅通法律服务最后一公里",
    ],
}
ROWS = [(words, role) for role, group in HEADINGS.items() for words in group]

# Headings below an achievements heading that open another part all the same, and those that do not.
BELOW = [
    ("存在的问题", P),
    ("存在的主要问题和不足", P),
    ("下一步工作打算", N),
    ("2025年工作计划", N),
    ("下一步打算。针对以上问题，我镇将继续努力", N),
    ("存在的问题。一是力量不足", P),
    ("问题得到有效整改", A),
    ("存在的问题得到全面整改。全年整改12个", A),
    ("制定工作计划，明确责任", A),
    ("明确工作目标，理清工作思路", A),
    ("聚焦问题短板，强化整改", A),
    ("主要做法", A),
    ("着眼今后发展，夯实法治基础", A),
]

TITLE = "松屏镇2024年法治政府建设情况报告\n"


def role_at(clean: str, words: str) -> str:
    place = clean.index(words)
    return next(section.role for section in outline(clean).sections if section.start <= place < section.end)


@pytest.mark.parametrize(("words", "role"), ROWS, ids=[words for words, _role in ROWS])
def test_a_heading_announces_its_part(words: str, role: str | None) -> None:
    assert heading_role(words, 2024) == role


@pytest.mark.parametrize(("words", "role"), ROWS, ids=[words for words, _role in ROWS])
@pytest.mark.parametrize("mark", ["二、", "（二）", "2.", "第二部分", "## 二、", "二)", "(二)", "2、"])
def test_the_part_reaches_the_text_below(words: str, role: str | None, mark: str) -> None:
    first = mark.replace("二", "一").replace("2", "1")
    clean = f"{TITLE}{first}规范行政执法\n办案8件。\n{mark}{words}\n这里写着正文。\n".replace(" ", "")
    assert role_at(clean, "这里写着正文") == (role or A)


@pytest.mark.parametrize(("words", "role"), ROWS, ids=[words for words, _role in ROWS])
def test_a_part_is_found_in_a_text_without_line_breaks(words: str, role: str | None) -> None:
    clean = f"{TITLE}一、规范行政执法。办案8件。二、{words}。这里写着正文。".replace("\n", "")
    assert role_at(clean, "这里写着正文") == (role or A)


@pytest.mark.parametrize(("words", "role"), BELOW, ids=[words for words, _role in BELOW])
def test_a_lower_heading_opens_a_part_only_when_it_is_nothing_else(words: str, role: str | None) -> None:
    clean = f"{TITLE}一、规范行政执法\n（一）办理案件。办案8件。\n（二）{words}。\n这里写着正文。\n"
    assert role_at(clean, "这里写着正文") == role


@pytest.mark.parametrize("words", HEADINGS[P] + HEADINGS[D] + HEADINGS[N])
def test_headings_without_numbers(words: str) -> None:
    expected = heading_role(words, 2024)
    clean = f"{TITLE}2024年，我镇推进法治建设。办案8件。\n{words}\n这里写着正文。\n"
    assert role_at(clean, "这里写着正文") == expected
