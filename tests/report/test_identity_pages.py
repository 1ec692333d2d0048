"""Whose report it is where the page speaks around it, the county is not written out, or a street stands for its office."""

import pytest

from extract.flow import make_flow
from tests.report.test_identity import BODY, identified

REPORT = "2024年度法治政府建设情况报告"
#: text before the body, township with its county and the year
TOLD = {
    "committee and government in one breath": (
        "2024年,瓦窑乡在区委区政府的部署下依法履职。\n",
        "瓦窑乡",
        "2024",
    ),
    "the county named before them": (
        f"新城镇{REPORT}\n2024年,新城镇按照滨海新区区委区政府的要求依法履职。\n",
        "新城镇 滨海新区",
        "2024",
    ),
    "a thing that ends as counties do": (f"送法进社区瓦窑乡{REPORT}\n", "瓦窑乡", "2024"),
    "a publisher without a colon": (f"发布机构叶县遵化店镇人民政府\n遵化店镇{REPORT}\n", "遵化店镇 叶县", "2024"),
    "city and county told short": (f"湖州德清新市镇{REPORT}\n", "新市镇 德清县", "2024"),
    "what was done to the town": (
        "2024年以来,全体干部同心协力,有力推进瓦窑镇法治建设再上台阶。\n瓦窑镇司法所编\n",
        "瓦窑镇",
        "2024",
    ),
    "no town of that name": ("2024年,瓦窑街道中队紧扣街镇重点工作开展执法。\n", "瓦窑街道", "2024"),
    "a street in the opening": ("2022年,鹤龙街坚持依法行政。现将情况报告如下:\n", "鹤龙街道 白云区", "2022"),
    "a street in the title": ("汉沽街2023年执法工作报告\n", "汉沽街道 滨海新区", "2023"),
    "a street where one lives": ("2022年,调解员在鹤龙街12号为群众说和。\n", "", "2022"),
    "a title in a frame": (f"| 叶县遵化店镇{REPORT} |\n\n我镇全年依法履职。\n", "遵化店镇 叶县", "2024"),
    "only in its own papers": ("2024年,我镇印发《瓦窑镇依法行政工作要点》,压实责任。\n", "瓦窑镇", "2024"),
    "in papers of two": ("2024年,印发《瓦窑镇工作要点》,学习《石盘镇工作要点》,印发《石盘镇方案》。\n", "", "2024"),
    "a county that has a town of the name": (
        "2022年,土城子乡落实《奈曼旗2022年工作计划》,依法履职。\n",
        "土城子乡 奈曼旗",
        "2022",
    ),
    "a part of any town": ("2022年,城关镇配合老城区改造,依法履职。\n城关镇人民政府\n", "城关镇", "2022"),
    "who stands beside the office": ("2023年,在市委、市政府和街道党工委带领下,瓦窑街道依法履职。\n", "瓦窑街道", "2023"),
    "the year that is reported": ("我镇在2022年工作基础上再进一步,现将瓦窑镇2023年法治建设情况报告如下。\n", "瓦窑镇", "2023"),
    "the year that is counted": ("瓦窑镇公开情况\n本报告数据的统计时限为2021年1月1日起至2021年12月31日止。\n", "瓦窑镇", "2021"),
    "whom to ask": ("2023年,瓦窑街道依法公开信息。如有疑问,请与瓦窑街道办事处联系。\n", "瓦窑街道", "2023"),
    "a year since which": ("2024年,瓦窑镇依法履职。现将自2021年以来的工作情况报告如下。\n", "瓦窑镇", "2024"),
    "a year that was assessed": ("2024年,瓦窑镇依法履职。现将落实2023年度考核反馈情况报告如下。\n", "瓦窑镇", "2024"),
    "where somebody went": ("2024年,河口镇派员到凤县学习,河口镇依法履职。\n", "河口镇", "2024"),
    "a paper on any town": ("2024年,印发《特色小镇管理办法》,依法履职。\n", "", "2024"),
    "not the year that is planned": ("2022年,瓦窑镇依法履职。现将全年工作和2023年工作思路汇报如下。\n", "瓦窑镇", "2022"),
}


@pytest.mark.parametrize(("head", "whose", "year"), TOLD.values(), ids=TOLD)
def test_told(head: str, whose: str, year: str) -> None:
    identity, _warnings = identified(head + BODY, "x.txt")
    assert f"{identity.township} {identity.county} {identity.year}" == f"{whose if ' ' in whose else whose + ' '} {year}"


@pytest.mark.parametrize("went", ["赴东莞市学习经验", "学习借鉴东莞市委的做法"])
def test_a_city_that_somebody_went_to_is_not_its_own(went: str) -> None:
    identity, _warnings = identified(f"2024年,大涌镇干部{went},大涌镇依法履职。\n{BODY}", "x.txt")
    assert (identity.township, identity.city) == ("大涌镇", "")


def test_a_city_without_counties_is_told_by_what_it_gives_out() -> None:
    identity, _warnings = identified(f"2024年,大涌镇落实《中山市2024年工作要点》,依法履职。\n{BODY}", "x.txt")
    assert (identity.township, identity.county, identity.city, identity.province) == ("大涌镇", "", "中山市", "广东省")


def test_a_city_without_counties_is_told_by_its_committee() -> None:
    identity, _warnings = identified(f"东莞市委依法治市办:\n2024年,东城街道依法履职。\n{BODY}", "x.txt")
    assert (identity.township, identity.county, identity.city, identity.province) == ("东城街道", "", "东莞市", "广东省")


@pytest.mark.parametrize(
    "around",
    [
        "您当前所在的位置:首页>政务公开>年度报告>乡镇街道>2024年",
        "[ 索引号 ]11500224/2025-00001 [ 发布机构 ]某开发区管理委员会 [ 成文日期 ]2025-01-09 [ 有效性 ]",
        "【发布机构】某开发区管理委员会办公室　【成文日期】2025-01-09　【主题分类】综合政务、其他、年度报告",
    ],
)
def test_what_a_page_says_around_a_report_does_not_run_into_its_title(around: str) -> None:
    identity, _warnings = identified(f"{around}\n\n叶县遵化店镇{REPORT}\n日期:2025-01-09\n{BODY}", "x.txt")
    assert (identity.township, identity.county, identity.year) == ("遵化店镇", "叶县", 2024)


def test_a_count_of_visits_does_not_run_into_the_first_sentence() -> None:
    assert make_flow("浏览量:-\n\n2024年全镇化解纠纷96起。\n").clean == "浏览量:-\n2024年全镇化解纠纷96起。"
