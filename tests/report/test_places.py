"""The register of divisions, and how townships are found in it."""

import pytest

from extract.report.places import Places, city_stem, county_stem, default_places, plain_name, township_stem
from tests.timing import assert_takes


@pytest.fixture(scope="module")
def places() -> Places:
    return default_places()


def test_the_register_is_whole(places: Places) -> None:
    assert len(places) == 38_749


def test_the_register_is_read_once() -> None:
    assert default_places() is default_places()


def test_the_register_loads_fast() -> None:
    assert_takes(Places, at_most=1)  # under 30 ms of processor time; the bound only catches a blunder


def test_a_division_knows_where_it_lies(places: Places) -> None:
    division = places.resolve("张店乡", "鲁山县")
    assert division is not None
    assert (division.code, division.township, division.county, division.city, division.province) == (
        "410423211000",
        "张店乡",
        "鲁山县",
        "平顶山市",
        "河南省",
    )


def test_a_bare_name_may_be_ambiguous(places: Places) -> None:
    assert [division.county for division in places.lookup("张店乡")] == ["谯城区", "鲁山县"]
    assert places.resolve("张店乡") is None


# township, county, city, province as told; the code found
RESOLVED = [
    ("张店乡", "鲁山县", "", "", "410423211000"),
    ("张店乡", "鲁山", "", "", "410423211000"),
    ("张店乡", "", "平顶山市", "", "410423211000"),
    ("张店乡", "", "平顶山", "", "410423211000"),
    ("张店乡", "", "", "河南省", "410423211000"),
    ("张店乡", "", "", "河南", "410423211000"),
    ("张店乡", "", "", "安徽省", "341602200000"),
    ("湾沟镇", "", "", "", "220605102000"),
    ("张店镇", "鲁山县", "", "", "410423211000"),
    ("张店街道", "", "平顶山市", "", "410423211000"),
    ("张店乡人民政府", "鲁山县", "", "", "410423211000"),
    ("德源镇", "郫县", "", "", "510117007000"),
    ("张店镇", "", "", "", ""),
    ("张店乡", "鲁山县", "亳州市", "", ""),
    ("松屏镇", "鲁山县", "", "", ""),
    ("", "鲁山县", "", "", ""),
]


@pytest.mark.parametrize(("township", "county", "city", "province", "code"), RESOLVED)
def test_resolving(places: Places, township: str, county: str, city: str, province: str, code: str) -> None:
    division = places.resolve(township, county, city, province)
    assert (division.code if division else "") == code


STEMS = [
    ("白鹭乡", "白鹭"),
    ("白鹭镇", "白鹭"),
    ("白鹭街道", "白鹭"),
    ("白鹭街道办事处", "白鹭"),
    ("白鹭民族乡", "白鹭"),
    ("白鹭回族乡", "白鹭"),
    ("白鹭彝族苗族乡", "白鹭"),
    ("白鹭达斡尔鄂温克民族乡", "白鹭"),
    ("白鹭苏木", "白鹭"),
    ("白水镇", "白水"),
    ("三都水乡", "三都水"),
    ("镇", "镇"),
]


@pytest.mark.parametrize(("name", "stem"), STEMS)
def test_township_stems(name: str, stem: str) -> None:
    assert township_stem(name) == stem


def test_county_and_city_stems() -> None:
    assert [county_stem(name) for name in ("鲁山县", "维西傈僳族自治县", "万州区", "任县")] == ["鲁山", "维西", "万州", "任县"]
    assert [city_stem(name) for name in ("平顶山市", "恩施土家族苗族自治州", "恩施州", "锡林郭勒盟")] == [
        "平顶山",
        "恩施",
        "恩施",
        "锡林郭勒",
    ]


def test_offices_are_no_part_of_a_name() -> None:
    assert [plain_name(name) for name in ("城东街道办事处", "张店乡人民政府", "张店乡党委", "办事处")] == [
        "城东街道",
        "张店乡",
        "张店乡",
        "办事处",
    ]


def test_provinces_and_cities_by_any_name(places: Places) -> None:
    assert [places.province(name) for name in ("广西", "内蒙古", "河南省", "黑", "江南")] == [
        "广西壮族自治区",
        "内蒙古自治区",
        "河南省",
        "",
        "",
    ]
    assert [places.city(name) for name in ("平顶山", "恩施州", "东莞市", "松屏")] == [
        "平顶山市",
        "恩施土家族苗族自治州",
        "东莞市",
        "",
    ]
    assert places.province_of("东莞市") == "广东省"
