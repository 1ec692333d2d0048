"""The parts of a report and where its sentences end."""

from extract.report.outline import outline

REPORT = (
    "柳溪镇2024年法治政府建设情况报告\n2024年，柳溪镇认真推进法治建设。现将情况报告如下：\n"
    "一、主要做法和成效\n（一）加强学习。全年学法6次。\n（二）化解矛盾。调解纠纷20件。\n"
    "二、存在的问题\n一是力量不足。\n三、2025年工作打算\n（一）加强普法，力争宣讲10场。\n"
)


def roles(clean: str) -> list[str]:
    found: list[str] = []
    for section in outline(clean).sections:
        if not found or found[-1] != section.role:
            found.append(section.role)
    return found


def test_the_usual_parts_are_told_apart():
    assert roles(REPORT) == ["front", "achievements", "problems", "plan"]


def test_the_parts_are_the_same_when_line_breaks_are_lost():
    assert roles(REPORT.replace("\n", "")) == ["front", "achievements", "problems", "plan"]


def test_sections_cover_the_text_without_gaps():
    sections = outline(REPORT).sections
    assert "".join(REPORT[section.start : section.end] for section in sections) == REPORT
