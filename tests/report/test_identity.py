"""Whose report it is and of which year, when the title alone does not tell."""

from collections.abc import Iterable, Mapping, Sequence

import pytest

from extract.flow import make_flow
from extract.reading.document import Document, ReadWarning
from extract.report.identity import identify
from extract.report.model import Identity
from extract.report.outline import outline

TITLE = "2023年法治政府建设情况报告\n"
OPENING = "2023年，我镇认真推进法治建设，现将情况报告如下：\n"
BODY = (
    "一、主要做法\n（一）加强学习。全年学法6次。\n（二）化解矛盾。调解纠纷12件。\n"
    "二、存在的问题\n力量不足。\n三、下一步打算\n继续努力。\n"
)


def identified(
    text: str, name: str = "", metadata: dict[str, str] | None = None, overrides: Mapping[str, str] | None = None
) -> tuple[Identity, Sequence[ReadWarning]]:
    document = Document(text, name, metadata=metadata or {})
    flow = make_flow(document.text)
    return identify(document, flow, outline(flow.clean), overrides)


def codes(warnings: Iterable[ReadWarning]) -> list[str]:
    return sorted(warning.code for warning in warnings)


# text, file name, metadata, township
WHOSE = {
    "opening": (TITLE + "2023年，松屏镇认真推进法治建设。\n" + BODY, "", {}, "松屏镇"),
    "opening after the county": (TITLE + "2023年以来，在县委县政府坚强领导下，松屏镇坚持依法行政。\n" + BODY, "", {}, "松屏镇"),
    "opening names neighbours": (
        TITLE + "松屏镇位于县城以东，与石桥镇、柳河乡相邻。2023年，松屏镇推进法治建设。\n" + BODY,
        "",
        {},
        "松屏镇",
    ),
    "opening quotes another's plan": (TITLE + "按照《石桥镇等8个乡镇改革方案》，松屏镇推进法治建设。\n" + BODY, "", {}, "松屏镇"),
    "signature": (TITLE + OPENING + BODY + "松屏镇人民政府\n2024年1月5日\n", "", {}, "松屏镇"),
    "signature with the county": (TITLE + OPENING + BODY + "鲁山县张店乡人民政府\n2024年1月5日\n", "", {}, "张店乡"),
    "signature on the last line": ((TITLE + OPENING + BODY).replace("\n", "") + "松屏镇人民政府2024年1月5日", "", {}, "松屏镇"),
    "signature before date and furniture": (
        TITLE + OPENING + BODY + "松屏镇人民政府\n2024年1月5日\n上一篇：石桥镇2023年法治政府建设报告\n主办单位：青云县人民政府\n",
        "",
        {},
        "松屏镇",
    ),
    "file name": (TITLE + OPENING + BODY, "松屏镇2023年.txt", {}, "松屏镇"),
    "file name with marks": (TITLE + OPENING + BODY, "03_松屏镇-法治政府(终稿).docx", {}, "松屏镇"),
    "folder": (TITLE + OPENING + BODY, "松屏镇/2023.txt", {}, "松屏镇"),
    "path of folders": (TITLE + OPENING + BODY, "河南省/平顶山市/鲁山县/张店乡/2023.txt", {}, "张店乡"),
    "folders without types": (TITLE + OPENING + BODY, "河南/平顶山/鲁山/张店/2023.txt", {}, "张店乡"),
    "file without type": (TITLE + OPENING + BODY, "河南/平顶山/鲁山/张店2023年.txt", {}, "张店乡"),
    "publisher": (TITLE + OPENING + BODY, "", {"publisher": "松屏镇人民政府"}, "松屏镇"),
    "index block": ("|索引号|0001|发布机构|松屏镇人民政府|\n" + TITLE + OPENING + BODY, "", {}, "松屏镇"),
    "page title": (OPENING + BODY, "", {"title": "松屏镇2023年法治政府建设报告_青云县人民政府"}, "松屏镇"),
    "the way through the menu": ("首页>政务公开>松屏镇>法治政府建设\n" + TITLE + OPENING + BODY, "", {}, "松屏镇"),
    "body over and over": (
        TITLE + OPENING + BODY.replace("加强学习", "松屏镇加强学习").replace("化解矛盾", "松屏镇化解矛盾"),
        "",
        {},
        "松屏镇",
    ),
    "title against publisher": ("松屏镇" + TITLE + OPENING + BODY, "", {"publisher": "石桥镇人民政府"}, "松屏镇"),
    "title against breadcrumbs": (
        "首页>政务公开>石桥镇>法治政府建设\n松屏镇" + TITLE + OPENING + BODY,
        "",
        {},
        "松屏镇",
    ),
    "title against sidebar": (
        "相关信息\n石桥镇2023年法治政府建设报告\n柳河乡2023年法治政府建设报告\n松屏镇"
        + TITLE
        + "发布时间：2024-01-05 来源：松屏镇 浏览次数：35\n"
        + OPENING
        + BODY,
        "",
        {},
        "松屏镇",
    ),
    "title against the body": ("松屏镇" + TITLE + OPENING + BODY + "石桥镇、石桥镇、石桥镇派人学习。\n", "", {}, "松屏镇"),
    "office with the body's word": ("松屏司法所2023年工作总结\n2023年，我所服务松屏乡各村。\n" + BODY, "", {}, "松屏乡"),
    "office under a county": ("鲁山县张店司法所2023年工作总结\n" + BODY, "", {}, "张店乡"),
    "one line": (("松屏镇" + TITLE + OPENING + BODY).replace("\n", ""), "", {}, "松屏镇"),
    "one line with breadcrumbs": (
        ("当前位置：首页>石桥镇>法治政府建设>正文松屏镇" + TITLE + OPENING + BODY).replace("\n", ""),
        "",
        {},
        "松屏镇",
    ),
}


@pytest.mark.parametrize(("text", "name", "metadata", "township"), WHOSE.values(), ids=WHOSE)
def test_whose_report(text: str, name: str, metadata: dict[str, str], township: str) -> None:
    identity, _warnings = identified(text, name, metadata)
    assert identity.township == township


# what says the year: text, file name, metadata, year, warnings about it
WHEN = {
    "opening": ("松屏镇法治政府建设情况报告\n2022年以来，我镇推进法治建设。\n", "", {}, 2022, []),
    "opening in Chinese digits": ("松屏镇法治政府建设情况报告\n二〇二二年，我镇推进法治建设。\n", "", {}, 2022, []),
    "headings": ("松屏镇法治政府建设情况报告\n一、2022年工作情况\n（一）学法。\n二、2023年工作打算\n努力。\n", "", {}, 2022, []),
    "plan heading alone": (
        "松屏镇法治政府建设报告\n一、主要做法\n学法。\n二、2023年工作计划\n努力。\n",
        "",
        {},
        2022,
        ["year-inferred"],
    ),
    "file name": ("松屏镇法治政府建设报告\n一、主要做法\n学法。\n", "松屏镇2022年.txt", {}, 2022, []),
    "file name without 年": ("松屏镇法治政府建设报告\n一、主要做法\n学法。\n", "songping_2022.txt", {}, 2022, []),
    "folder": ("松屏镇法治政府建设报告\n一、主要做法\n学法。\n", "2022年报告/松屏镇.txt", {}, 2022, []),
    "hash in file name": ("松屏镇法治政府建设报告\n一、主要做法\n学法。\n", "a2022b.txt", {}, None, ["year-unknown"]),
    "publish date alone": (
        "松屏镇法治政府建设报告\n一、主要做法\n学法。\n",
        "",
        {"published": "2023-01-05"},
        None,
        ["year-unknown"],
    ),
    "publish date in furniture": (
        "松屏镇法治政府建设报告\n发布时间：2023-01-05 来源：本站 浏览次数：20\n一、主要做法\n学法。\n",
        "",
        {},
        None,
        ["year-unknown"],
    ),
    "signature date alone": (
        "松屏镇法治政府建设报告\n一、主要做法\n学法。\n松屏镇人民政府\n2023年1月5日\n",
        "",
        {},
        None,
        ["year-unknown"],
    ),
    "title over publish date": (
        "松屏镇2022年法治政府建设报告\n一、主要做法\n学法。\n",
        "",
        {"published": "2023-01-05"},
        2022,
        [],
    ),
    "title over a folder of the year after": (
        "松屏镇2022年法治政府建设报告\n一、主要做法\n学法。\n",
        "2023/松屏镇.txt",
        {},
        2022,
        [],
    ),
    "title of the year it was written in": (
        "松屏镇2023年法治政府建设工作报告\n2022年，松屏镇推进法治建设。\n一、2022年工作情况\n学法。\n二、2023年工作安排\n努力。\n",
        "",
        {},
        2023,
        ["year-conflict"],
    ),
    "title left from last year": (
        "松屏镇2022年法治政府建设工作报告\n2023年，松屏镇推进法治建设。\n一、2023年工作情况\n学法。\n二、2024年工作安排\n努力。\n",
        "",
        {},
        2022,
        ["year-conflict"],
    ),
    "opening looks back": (
        "松屏镇2023年法治政府建设报告\n自2021年以来，松屏镇持续推进法治建设。\n一、主要做法\n2023年调解纠纷12件。\n",
        "",
        {},
        2023,
        [],
    ),
    "opening speaks of what is to come": (
        "松屏镇2023年法治政府建设报告\n一、主要做法\n我镇计划2024年举办讲座12场，办好公共法律服务。\n",
        "",
        {},
        2023,
        [],
    ),
    "opening names a plan": (
        "松屏镇2023年法治政府建设报告\n根据《法治政府建设实施纲要（2021—2025年）》，我镇推进法治建设。\n一、主要做法\n学法。\n",
        "",
        {},
        2023,
        [],
    ),
    "lost dash": (
        "松屏镇法治政府建设报告\n按照20212025年规划，2022年我镇推进法治建设。\n一、主要做法\n学法。\n",
        "",
        {},
        2022,
        [],
    ),
    "lost bracket": ("松政20229号\n松屏镇法治政府建设报告\n一、2022年主要做法\n学法。\n", "", {}, 2022, []),
    "body": (
        "松屏镇法治政府建设报告\n一、主要做法\n" + "我镇认真推进法治建设。" * 60 + "\n2022年学法3次。2022年调解12件。\n",
        "",
        {},
        2022,
        ["year-inferred"],
    ),
    "short year": ("松屏镇22年度法治政府建设报告\n一、主要做法\n学法。\n", "", {}, 2022, []),
}


@pytest.mark.parametrize(("text", "name", "metadata", "year", "expected"), WHEN.values(), ids=WHEN)
def test_which_year(text: str, name: str, metadata: dict[str, str], year: int | None, expected: list[str]) -> None:
    identity, warnings = identified(text, name, metadata)
    assert (identity.year, [code for code in codes(warnings) if code.startswith("year")]) == (year, expected)


# text, file name, metadata, (county, city, province, code), warnings
WHERE = {
    "county's committee": (
        "张店乡2023年法治政府建设报告\n2023年，在鲁山县委、县政府领导下，我乡推进法治建设。\n",
        "",
        {},
        ("鲁山县", "平顶山市", "河南省", "410423211000"),
        [],
    ),
    "folders": (
        "张店乡2023年法治政府建设报告\n" + BODY,
        "河南省/平顶山市/鲁山县/张店乡.txt",
        {},
        ("鲁山县", "平顶山市", "河南省", "410423211000"),
        [],
    ),
    "city's folder": (
        "张店乡2023年法治政府建设报告\n" + BODY,
        "平顶山/张店乡.txt",
        {},
        ("鲁山县", "平顶山市", "河南省", "410423211000"),
        [],
    ),
    "publisher": (
        "张店乡2023年法治政府建设报告\n" + BODY,
        "",
        {"publisher": "鲁山县人民政府办公室"},
        ("鲁山县", "平顶山市", "河南省", "410423211000"),
        [],
    ),
    "site in the page's title": (
        "法治政府建设报告\n" + BODY,
        "",
        {"title": "张店乡2023年法治政府建设报告_鲁山县人民政府"},
        ("鲁山县", "平顶山市", "河南省", "410423211000"),
        [],
    ),
    "changed type": ("鲁山县张店镇2023年法治政府建设报告\n" + BODY, "", {}, ("鲁山县", "平顶山市", "河南省", "410423211000"), []),
    "former county": ("郫县德源镇2015年法治政府建设报告\n" + BODY, "", {}, ("郫县", "成都市", "四川省", "510117007000"), []),
    "unique name": ("湾沟镇2023年法治政府建设报告\n" + BODY, "", {}, ("江源区", "白山市", "吉林省", "220605102000"), []),
    "ambiguous name": ("张店乡2023年法治政府建设报告\n" + BODY, "", {}, ("", "", "", ""), ["place-ambiguous"]),
    "unknown name": ("松屏镇2023年法治政府建设报告\n" + BODY, "", {}, ("", "", "", ""), ["place-unknown"]),
    "unknown name in a known county": (
        "鲁山县松屏镇2023年法治政府建设报告\n" + BODY,
        "",
        {},
        ("鲁山县", "平顶山市", "河南省", ""),
        ["place-unknown"],
    ),
    "unique name in a county that is not its own": (
        "青云县湾沟镇2023年法治政府建设报告\n" + BODY,
        "",
        {},
        ("青云县", "", "", ""),
        ["place-unknown"],
    ),
    "another county's committee": (
        "湾沟镇2023年法治政府建设报告\n学习鲁山县委经验。\n",
        "",
        {},
        ("江源区", "白山市", "吉林省", "220605102000"),
        [],
    ),
}


@pytest.mark.parametrize(("text", "name", "metadata", "where", "expected"), WHERE.values(), ids=WHERE)
def test_where(text: str, name: str, metadata: dict[str, str], where: tuple[str, str, str, str], expected: list[str]) -> None:
    identity, warnings = identified(text, name, metadata)
    told = (identity.county, identity.city, identity.province, identity.division_code)
    assert (told, [code for code in codes(warnings) if code.startswith("place")]) == (where, expected)


def test_nothing_told_is_unknown_and_flagged() -> None:
    identity, warnings = identified("法治政府建设情况报告\n我镇推进法治建设，各乡镇、街道参加。\n", "001_c9a5.txt")
    assert (identity.township, identity.year) == ("", None)
    assert codes(warnings) == ["township-unknown", "year-unknown"]


def test_two_townships_in_trusted_places_are_flagged() -> None:
    _identity, warnings = identified("松屏镇2023年法治政府建设报告\n" + BODY, "石桥镇2023.txt")
    assert "township-conflict" in codes(warnings)


def test_overrides_win_over_everything() -> None:
    overrides = {"report": "a.txt", "township": "张店乡", "county": "鲁山县", "city": "", "province": "", "year": "2021"}
    identity, warnings = identified("松屏镇2023年法治政府建设报告\n" + BODY, "a.txt", overrides=overrides)
    assert (identity.township, identity.county, identity.city, identity.year) == ("张店乡", "鲁山县", "平顶山市", 2021)
    assert identity.division_code == "410423211000"
    assert warnings == []


def test_an_overridden_township_takes_nothing_from_another() -> None:
    overrides = {"report": "a.txt", "township": "湾沟镇"}
    identity, _warnings = identified("鲁山县张店乡2023年法治政府建设报告\n" + BODY, "a.txt", overrides=overrides)
    assert (identity.county, identity.year) == ("江源区", 2023)


def test_an_overridden_year_leaves_the_township_to_the_text() -> None:
    identity, warnings = identified("松屏镇法治政府建设报告\n" + BODY, "a.txt", overrides={"report": "a.txt", "year": "2021"})
    assert (identity.township, identity.year) == ("松屏镇", 2021)
    assert codes(warnings) == ["place-unknown"]


# metadata, text, date
PUBLISHED = [
    ({"published": "2024-01-05 10:20"}, "松屏镇2023年报告\n", "2024-01-05"),
    ({"published": "2024年1月5日"}, "松屏镇2023年报告\n", "2024-01-05"),
    ({}, "松屏镇2023年报告\n发布时间：2024-01-0510:23 来源：松屏镇 浏览次数：20\n" + BODY, "2024-01-05"),
    ({}, "|索引号|01|发文日期|2024/1/5|\n松屏镇2023年报告\n" + BODY, "2024-01-05"),
    ({}, "松屏镇2023年报告\n" + BODY + "松屏镇人民政府\n2024年1月5日\n", "2024-01-05"),
    ({}, "松屏镇2023年报告\n" + BODY + "松屏镇人民政府\n二〇二四年一月五日\n", "2024-01-05"),
    ({}, "松屏镇2023年报告\n" + BODY, ""),
    ({"published": "soon"}, "松屏镇2023年报告\n" + BODY, ""),
]


@pytest.mark.parametrize(("metadata", "text", "date"), PUBLISHED)
def test_published(metadata: dict[str, str], text: str, date: str) -> None:
    assert identified(text, metadata=metadata)[0].published == date
