"""The parts of a report: where they begin, where they end, and what stays what it was."""

import pytest

from extract.report.outline import outline
from tests.timing import assert_grows

A, P, D, N, F, X, T = "achievements", "problems", "duties", "plan", "front", "furniture", "table"
TITLE = "松屏镇2024年法治政府建设情况报告\n"


def marked_roles(marked: str) -> list[str]:
    """The roles at the places marked with ¦, in order."""
    pieces = marked.split("¦")
    clean = "".join(pieces)
    places = []
    length = 0
    for piece in pieces[:-1]:
        length += len(piece)
        places.append(length)
    sections = outline(clean).sections
    return [next(s.role for s in sections if s.start <= place < s.end) for place in places]


# a text with ¦ before the places asked for, and their roles
LAYOUTS = {
    "points that are counted through, from before the first chapter": (
        TITLE + "1.班子。学法6次。\n2.会议。议法2次。\n一、人民调解\n3.排查。¦6件。\n二、难处\n"
        "4.人少。¦不足。\n三、2025年打算\n5.普法¦30场。\n",
        [A, P, N],
    ),
    "numbers with a space behind them": (
        TITLE + "1  学法用法\n1.1 学习。¦6次。\n2  存在不足\n2.1 人员。¦力量不足。\n3  2025年目标\n¦普法30场。\n",
        [A, P, N],
    ),
    "a number that counts is no heading": (
        TITLE + "一、主要做法\n12 个村设立公开栏\n¦6次。\n二、2025年打算\n8 场普法打底\n¦10场。\n",
        [A, N],
    ),
    "from now on whenever, in the midst of what was done": (
        TITLE + "一、纠纷\n化解41件。往后凡动土地，先算账。¦热线38件。\n二、普法\n¦6场。\n",
        [A, A],
    ),
    "headings in brackets": (
        TITLE + "【学法】\n¦6次。\n【存在差距】\n¦1.力量不足。\n【2025年安排】\n¦普法30场。\n【第3条：履职情况】\n¦4次。\n",
        [A, P, N, D],
    ),
    "headings in bold that are the first sentence of their paragraph": (
        TITLE + "**解纠纷。**化解30件。\n**还差在哪？**¦力量不足。\n**2025年怎么干。**¦普法30场。\n",
        [P, N],
    ),
    "the same without bold, with a dash, in quotes": (
        TITLE + "调解。化解30件。\n不足也不少。¦人少。\n2025年，这样干——¦普法30场。\n“来年的账这样算”：¦培训6期。\n",
        [P, N, N],
    ),
    "sentences that head no plan and no problems": (
        TITLE
        + "**问题不过夜。**¦化解30件。\n**往后打官司不求人。**¦援助6件。\n2025年，我镇已完成换届。¦普法9场。\n· 述法：¦7人。\n",
        [A, A, A, A],
    ),
    "a year in brackets, then another heading": (
        TITLE + "〖甲〗学\n¦6次。\n〖2025〗\n¦普法：30场\n〖附〗村情\n¦村：9个\n",
        [A, N, A],
    ),
    "bracketed topics below a plan": ("一、主要做法\n6次。\n二、下一步打算\n【普法】\n¦10场。\n【执法】\n¦8次。\n", [N, N]),
    "the usual parts": (
        "¦松屏镇2024年法治政府建设情况报告\n县政府：\n¦现将情况报告如下：\n一、主要做法\n（一）学法。¦全年6次。\n"
        "二、存在的问题\n¦力量不足。\n三、2025年工作打算\n（一）普法。¦宣讲10场。\n",
        [F, F, A, P, N],
    ),
    "duties between": (
        "一、主要做法\n¦6次。\n二、存在的不足\n¦不足。\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n（一）学习\n¦4次。\n四、下一年工作安排\n¦8场。\n",
        [A, P, D, N],
    ),
    "plan in the middle": (
        "一、下一步工作打算\n¦10场。\n二、2024年工作开展情况\n¦6次。\n三、存在的问题\n¦不足。\n",
        [N, A, P],
    ),
    "topics as headings": (
        TITLE + "一、强化学习\n¦6次。\n二、规范执法\n¦8件。\n三、存在的问题\n¦不足。\n四、下一步打算\n¦10场。\n",
        [A, A, P, N],
    ),
    "a topic behind the plan stays plan": (
        "一、主要做法\n6次。\n二、下一步打算\n¦10场。\n三、加强组织保障\n¦3次。\n",
        [N, N],
    ),
    "topics below the plan that name their method": (
        "一、主要做法\n6次。\n二、2025年工作计划\n（一）总结经验做法，打造工作亮点\n¦10场。\n（二）压实第一责任人职责\n¦3次。\n（三）聚焦突出问题\n¦2次。\n",
        [N, N, N],
    ),
    "parts below one heading": (
        TITLE + "一、法治政府建设\n（一）主要成效\n¦6次。\n（二）存在的问题\n¦不足。\n（三）下一步打算\n¦10场。\n"
        "二、平安建设\n（一）主要做法\n¦8件。\n",
        [A, P, N, A],
    ),
    "problems and plan in one heading": (
        "一、主要做法\n6次。\n二、存在的问题及下一步打算\n（一）存在的问题\n¦不足。\n（二）下一步打算\n¦10场。\n",
        [P, N],
    ),
    "problems and plan in one heading, a cue between": (
        "一、主要做法\n6次。\n二、存在的问题和下一步打算\n¦力量不足。\n下一步，¦我镇将宣讲10场。\n¦一是加强普法。\n",
        [P, N, N],
    ),
    "a paragraph opens the plan": (
        TITLE + "一、主要做法\n¦6次。\n二、存在问题\n¦不足。\n下一步，我镇将¦宣讲10场。\n一是¦加强普法。\n",
        [A, P, N, N],
    ),
    "a sentence opens the plan at the end": (
        TITLE + "一、主要做法\n" + "学法6次。" * 40 + "\n二、存在问题\n不足。今后，我们要¦宣讲10场。\n",
        [N],
    ),
    "next year by its number": (
        TITLE + "2024年，全镇学法¦6次。\n" + "调解12件。" * 30 + "\n2025年，我镇将¦宣讲10场。\n",
        [A, N],
    ),
    "this year by its number is no plan": (TITLE + "一、主要做法\n6次。\n2024年，我镇将普法纳入考核，¦宣讲10场。\n", [A]),
    "an outlook closes with its paragraph": (
        TITLE + "一、主要做法\n学法6次。下一步，将¦宣讲10场。\n¦全年调解12件。\n" + "办案8件。\n" * 30,
        [N, A],
    ),
    "an outlook in an item ends with the next item": (
        TITLE + "一、主要做法\n（一）学法6次。\n下一步，将¦宣讲10场。\n（二）¦调解12件。\n",
        [N, A],
    ),
    "an outlook that lists goes on": (
        TITLE
        + "一、主要做法\n学法6次。\n下一步，我镇将做好以下工作：\n（一）¦宣讲10场。\n（二）¦培训3次。\n"
        + "继续努力。\n" * 30,
        [N, N],
    ),
    "a numbering of its own below the plan": (
        "一、主要做法\n6次。\n二、存在问题\n不足。\n三、下一步打算\n一、¦宣讲10场。\n二、¦培训3次。\n",
        [N, N],
    ),
    "a heading without number above numbers": (
        TITLE + "主要做法\n一、学法\n¦6次。\n二、执法\n¦8件。\n下一步打算\n一、普法\n¦10场。\n二、培训\n¦3次。\n",
        [A, A, N, N],
    ),
    "no headings at all": (TITLE + "松屏镇全年学法¦6次。\n化解纠纷¦12件。\n", [A, A]),
    "words inside sentences": (
        TITLE + "一、主要做法\n年初制定工作计划，¦学法6次。\n督察反馈存在的问题全部整改，¦整改12个。\n"
        "下一步工作计划已印发，¦发放50份。\n",
        [A, A, A],
    ),
    "solved problems are no problems": (
        TITLE + "一、主要做法\n（一）存在的问题得到整改。¦整改12个。\n（二）困难群众得到援助。¦援助8人。\n",
        [A, A],
    ),
    "labels in running text": (
        TITLE + "全镇学法6次，¦调解12件。存在的问题：¦力量不足。下一步打算：¦宣讲10场。",
        [A, P, N],
    ),
    "parts of large reports": (
        "第一部分2024年工作情况\n一、学法\n¦6次。\n二、执法\n¦8件。\n第二部分2025年工作安排\n一、普法\n¦10场。\n二、培训\n¦3次。\n",
        [A, A, N, N],
    ),
    "a heading that lost a bracket": ("一、主要做法\n一)学法\n¦6次。\n二)存在问题\n¦不足。\n三)下一步打算\n¦10场。\n", [A, P, N]),
    "an item of a law is no heading": (TITLE + "一、主要做法\n依照第三条第（一）项、第（二）项规定，¦处罚8件。\n", [A]),
    "an annex is no plan": (
        "一、主要做法\n6次。\n二、下一步打算\n¦10场。\n附件：2024年行政执法统计表\n¦处罚8件。\n",
        [N, A],
    ),
    "figures of a table": (TITLE + "一、主要做法\n¦|事项|数量|\n|调解|12|\n¦学法6次。\n", [T, A]),
    "a table in the plan": ("一、主要做法\n6次。\n二、2025年工作计划\n¦|事项|数量|\n|宣讲|10|\n", [N]),
    "words of a menu": ("规划计划\n工作总结\n政策解读\n下一步\n" + TITLE + "松屏镇全年学法¦6次，调解12件。\n", [A]),
    "cells that lost their table": (
        TITLE + "一、主要做法\n指标名称\n年度目标\n完成情况\n学法\n6次\n¦调解12件，化解率95%。\n",
        [A],
    ),
    "the report's year of its headings, not its title": (
        "松屏镇2025年法治政府建设报告\n一、2024年工作情况\n¦6次。\n二、2025年重点任务\n¦10场。\n",
        [A, N],
    ),
    "markdown": (
        "# 松屏镇报告\n##一、主要做法\n**（一）学法**\n¦6次。\n##二、存在的问题\n¦不足。\n##三、下一步打算\n¦10场。\n",
        [A, P, N],
    ),
}


@pytest.mark.parametrize(("marked", "roles"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(marked: str, roles: list[str]) -> None:
    assert marked_roles(marked) == roles


@pytest.mark.parametrize("name", ["the usual parts", "duties between", "topics as headings", "parts of large reports"])
def test_layouts_without_line_breaks(name: str) -> None:
    marked, roles = LAYOUTS[name]
    assert marked_roles(marked.replace("\n", "")) == roles


@pytest.mark.parametrize("name", list(LAYOUTS))
def test_sections_cover_the_text_without_gaps(name: str) -> None:
    clean = LAYOUTS[name][0].replace("¦", "")
    sections = outline(clean).sections
    assert "".join(clean[section.start : section.end] for section in sections) == clean


def test_headings_are_kept_as_written() -> None:
    sections = outline(LAYOUTS["the usual parts"][0].replace("¦", "")).sections
    assert [s.heading for s in sections if s.heading] == [
        "一、主要做法",
        "（一）学法",
        "二、存在的问题",
        "三、2025年工作打算",
        "（一）普法",
    ]


HOSTILE = {
    "empty": "",
    "one character": "镇",
    "only line breaks": "\n" * 5000,
    "only breadcrumbs": "当前位置：首页>政务公开>正文",
    "only a title": "松屏镇2024年法治政府建设情况报告",
    "only furniture": "索引号：1发布日期：2024-01-05浏览次数：3\n主办单位：县政府\n",
    "one line of a million characters": "松屏镇推进法治建设，调解纠纷12件。" * 55_000,
    "an endless clause": "推进法治建设" * 160_000,
    "digits": "1" * 1_000_000,
    "numerals": "一" * 1_000_000,
    "brackets": "（" * 1_000_000,
    "quotes": "“" * 1_000_000,
    "bars": "|" * 1_000_000,
    "rows": "|12|件|\n" * 100_000,
    "marks": "（一）" * 50_000,
    "keys": "\n来源：" * 50_000,
    "sidebars": "\n上一篇：石桥镇" * 50_000,
    "cues": "\n下一步" * 50_000,
    "headings": "\n存在的问题" * 50_000,
}


@pytest.mark.parametrize("clean", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_take_linear_time_and_are_covered(clean: str) -> None:
    assert_grows(lambda: outline(clean[: len(clean) // 4]), lambda: outline(clean), at_most=8)
    layout = outline(clean)
    assert "".join(clean[section.start : section.end] for section in layout.sections) == clean
    assert layout.sentence_ends == sorted(set(layout.sentence_ends))
    assert (layout.sentence_ends[-1] if clean else 0) == len(clean)
