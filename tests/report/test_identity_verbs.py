"""What a sentence does before a 县, 市, 区 or 镇 names no place, also where the register holds one of that name."""

import pytest

from extract.report.above import county_above
from extract.report.names import Named
from extract.report.places import default_places
from tests.report.test_identity import BODY, OPENING, TITLE, identified

OWN = "临溪桥镇2023年法治政府建设情况报告\n"
#: before the bodies of a county that the sentence does not name
NO_COUNTY = (
    "组织队员参加县司法局举办的执法培训3期。",
    "邀请县委党校老师授课2场。",
    "积极对接县人民政府办公室。",
    "协助市司法局开展调研。",
    "联合区司法局开展检查。",
    "报送县政府备案3件。",
    "提请县政府复议。",
    "会同县司法局评查案卷。",
    "先后县委巡察、省级督察反馈问题9个。",
    "聘任区司法局干警2名为法治副校长。",
    "走访县人大代表12人。",
    "组织辖区人大代表视察3次。",
    "松屏社区委员会换届完成。",
    "在邀请县委党校老师授课后办了考试。",
    "经报县政府批准设卡口2处。",
    "派员赴安吉县委党校培训。",
    "到场宣讲时正逢夜市，联系夜市政府联络员。",
)
COUNTY = {
    "在大坪县委、县政府的坚强领导下，我镇抓法治。": "大坪县",
    "按照大坪县委依法治县办的部署，我镇抓法治。": "大坪县",
    "对接县司法局2次，在大坪县司法局指导下办案。": "大坪县",
    "在安吉县委领导下，我镇抓法治。": "安吉县",
}
NO_TOWNSHIP = (
    "我镇列席镇党委会12次。",
    "一年来参加镇党委会12次。",
    "协助镇政府接访。",
    "联合镇派出所检查12次。",
    "迎接镇里验收2次。",
)


@pytest.mark.parametrize("told", NO_COUNTY)
def test_a_verb_before_a_county_is_no_name(told: str) -> None:
    identity, _warnings = identified(f"{OWN}{OPENING}一、主要做法\n一年来，{told}{told}\n", "x.txt")
    assert (identity.township, identity.county, identity.city, identity.province) == ("临溪桥镇", "", "", "")


@pytest.mark.parametrize(("told", "county"), COUNTY.items())
def test_a_county_that_is_named_is_taken(told: str, county: str) -> None:
    identity, _warnings = identified(f"{OWN}{told}\n{BODY}", "x.txt")
    assert identity.county == county


@pytest.mark.parametrize("told", NO_TOWNSHIP)
def test_a_verb_before_a_town_is_no_name(told: str) -> None:
    identity, _warnings = identified(f"{TITLE}2023年，{told}\n一、主要做法\n{told}\n{told}\n", "x.txt")
    assert identity.township == ""


def test_a_known_township_keeps_its_place_whoever_was_invited() -> None:
    identity, _warnings = identified(f"鲁山县张店乡{TITLE}{OPENING}邀请县委党校老师授课2场。\n{BODY}", "x.txt")
    assert (identity.township, identity.county, identity.province) == ("张店乡", "鲁山县", "河南省")
    identity, _warnings = identified(f"会同县高椅乡{TITLE}{OPENING}会同县司法局评查案卷。\n{BODY}", "x.txt")
    assert (identity.township, identity.county) == ("高椅乡", "会同县")
    identity, _warnings = identified(f"联合镇{TITLE}{OPENING}{BODY}", "x.txt")
    assert identity.township == "联合镇"


def test_an_autonomous_county_told_short_has_its_place() -> None:
    identity, _warnings = identified(f"{OWN}在镇沅县委、县政府的正确领导下，我镇抓法治。\n{BODY}", "x.txt")
    assert (identity.county, identity.city) == ("镇沅彝族哈尼族拉祜族自治县", "普洱市")


@pytest.mark.parametrize(
    ("firms", "province"),
    [
        ("聘请云南明远律师事务所律师1名。", "云南省"),
        ("与贵州某某律师事务所续签顾问合同。", "贵州省"),
        ("聘请四川明远律师事务所、贵州衡直律师事务所律师各1名。", ""),
        ("聘请北京明远律师事务所律师1名。", ""),
    ],
)
def test_a_law_firm_tells_the_province(firms: str, province: str) -> None:
    identity, _warnings = identified(f"{OWN}{OPENING}{firms}\n{BODY}", "x.txt")
    assert identity.province == province


def test_every_county_of_the_register_is_told_above() -> None:
    """But for those whose names are words that stand before any county's 县."""
    known = sorted({division.county for division in default_places().townships_of() if len(division.county) > 2})
    assert len(known) > 2_000
    named = Named("临溪桥镇", "", "", "")
    lost = [county for county in known if county_above(named, f"我镇在{county}委、政府的坚强领导下", default_places()) != county]
    assert set(lost) <= {"会同县"}
