"""Reports of justice offices, copies on web pages, and townships that share the name of one elsewhere."""

import pytest

from tests.report.test_identity import BODY, codes, identified

OPENING = "2023年，我所认真推进法治建设。\n"
COUNTY = "2023年，在青云县委、县政府领导下，我镇推进法治建设。\n"

# text, file name; township, county, warnings
OFFICES = {
    "county's bureau before it": ("鲁山县司法局张店司法所2023年工作报告\n" + OPENING + BODY, "", "张店乡", "鲁山县", []),
    "with the township's type": ("鲁山县张店乡司法所2023年工作报告\n" + OPENING + BODY, "", "张店乡", "鲁山县", []),
    "bureau on a line of its own": (
        "青云县司法局\n石桥镇司法所2023年度工作报告\n" + OPENING + BODY,
        "",
        "石桥镇",
        "青云县",
        ["place-unknown"],
    ),
    "sent by the bureau": (
        "青云县司法局驻石桥镇司法所2023年工作报告\n" + OPENING + BODY,
        "",
        "石桥镇",
        "青云县",
        ["place-unknown"],
    ),
    "type told by the file": (
        "青云县司法局石桥司法所2023年工作报告\n" + OPENING + BODY,
        "石桥镇2023.docx",
        "石桥镇",
        "青云县",
        ["place-unknown"],
    ),
    "type told by its own words": (
        "青云县司法局石桥司法所2023年工作报告\n2023年，我所为全乡各村服务，我乡纠纷减少。\n" + BODY,
        "",
        "石桥乡",
        "青云县",
        ["place-unknown"],
    ),
    "type told nowhere": ("青云县司法局石桥司法所2023年工作报告\n" + OPENING + BODY, "", "石桥", "青云县", ["place-unknown"]),
    "another township's file": (
        "青云县司法局石桥司法所2023年工作报告\n" + OPENING + BODY,
        "柳河镇2023.docx",
        "石桥",
        "青云县",
        ["place-unknown", "township-conflict"],
    ),
    "file alone": ("关于2023年度工作情况的报告\n" + OPENING + BODY, "鲁山县司法局张店司法所2023.docx", "张店乡", "鲁山县", []),
    "signature alone": (
        "2023年度工作情况的报告\n" + OPENING + BODY + "鲁山县司法局张店司法所\n2024年1月3日\n",
        "",
        "张店乡",
        "鲁山县",
        [],
    ),
}


@pytest.mark.parametrize(("text", "name", "township", "county", "expected"), OFFICES.values(), ids=OFFICES)
def test_the_township_of_a_justice_office(text: str, name: str, township: str, county: str, expected: list[str]) -> None:
    identity, warnings = identified(text, name)
    assert (identity.township, identity.county) == (township, county)
    assert codes(warnings) == expected


# The register holds one 湾沟镇, in 江源区. What tells that this one lies elsewhere: text, file name, metadata
ELSEWHERE = {
    "county's folder": ("湾沟镇2023年法治政府建设报告\n" + BODY, "青云县/湾沟镇2023.txt", {}),
    "county's committee": ("湾沟镇2023年法治政府建设报告\n" + COUNTY + BODY, "", {}),
    "county's bureau": ("湾沟镇2023年法治政府建设报告\n2023年，在青云县司法局指导下，我镇推进法治建设。\n" + BODY, "", {}),
    "signature": ("湾沟镇2023年法治政府建设报告\n" + BODY + "青云县湾沟镇人民政府\n2024年1月3日\n", "", {}),
    "publisher": ("湾沟镇2023年法治政府建设报告\n" + BODY, "", {"publisher": "青云县人民政府"}),
    "site": ("湾沟镇2023年法治政府建设报告\n" + BODY, "", {"title": "湾沟镇2023年法治政府建设报告_青云县人民政府门户网站"}),
    "way through the menu": ("当前位置：首页>青云县>乡镇>湾沟镇\n湾沟镇2023年法治政府建设报告\n" + BODY, "", {}),
    "foot of the page": ("湾沟镇2023年法治政府建设报告\n" + BODY + "主办单位：青云县人民政府办公室\n", "", {}),
    "mirror": ("湾沟镇2023年法治政府建设报告\n来源：青云县司法局 发布时间：2024-01-02\n" + BODY, "", {}),
}


@pytest.mark.parametrize(("text", "name", "metadata"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_name_that_is_real_elsewhere_takes_nothing_from_there(text: str, name: str, metadata: dict[str, str]) -> None:
    identity, warnings = identified(text, name, metadata)
    assert (identity.township, identity.county, identity.city, identity.division_code) == ("湾沟镇", "青云县", "", "")
    assert codes(warnings) == ["place-unknown"]


def test_other_townships_reports_listed_above_are_not_its_own() -> None:
    listed = "鲁山县张店乡2023年法治政府建设报告\n鲁山县下汤镇2023年法治政府建设报告\n"
    own = "青云县松屏镇2023年法治政府建设报告\n2023年，松屏镇推进法治建设。\n" + BODY
    identity, warnings = identified(listed + own)
    assert (identity.township, identity.county) == ("松屏镇", "青云县")
    assert "township-conflict" in codes(warnings)


def test_other_townships_reports_listed_below_are_not_its_own() -> None:
    listed = "相关新闻\n鲁山县张店乡2023年法治政府建设报告\n鲁山县下汤镇2023年法治政府建设报告\n"
    identity, _warnings = identified("青云县松屏镇2023年法治政府建设报告\n" + BODY + listed)
    assert (identity.township, identity.county) == ("松屏镇", "青云县")


@pytest.mark.parametrize(
    ("opening", "county"),
    [
        ("牙曲滩乡地处青海省海东市化隆回族自治县脑山地区，十年九旱。", "化隆回族自治县"),
        ("咱乡在剑阁县东南角，不大不小。", "剑阁县"),
        ("我乡位于县城以东23公里。", ""),
        ("牙曲滩乡地处县境西南山区，十年九旱。", ""),
        ("牙曲滩乡位于新疆维吾尔自治区喀什地区泽普县城以东。", "泽普县"),
        ("牙曲滩乡坐落群山之间，属海东市化隆回族自治县，山多地少。", "化隆回族自治县"),
        ("剑阁县西面有江，这个剑阁县最西的乡，人称牙曲滩乡。", "剑阁县"),
        ("牙曲滩乡是剑阁县的西大门。", "剑阁县"),
        ("牙曲滩乡在剑阁县西面的山上，沟深路远。", "剑阁县"),
        ("剑阁县依法治县委员会办公室：\n2023年，牙曲滩乡推进法治建设。", "剑阁县"),
        ("中共剑阁县委全面依法治县办：\n2023年，牙曲滩乡推进法治建设。", "剑阁县"),
        ("县委依法治县办：\n2023年，牙曲滩乡推进法治建设。", ""),
        ("牙曲滩乡在全县依法治县工作考核中名列前茅。", ""),
        ("牙曲滩乡归全县最西的司法所服务，属山区县。", ""),
        ("2023年，牙曲滩乡党委、政府在奈曼旗委、旗政府的领导下推进法治建设。", "奈曼旗"),
    ],
)
def test_county_that_the_opening_tells(opening: str, county: str) -> None:
    text = f"牙曲滩乡2022年度法治政府建设工作报告\n{opening}\n{BODY}"
    assert identified(text, "")[0].county == county
