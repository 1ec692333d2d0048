"""Names that begin like a county's, names of one letter, names that write sounds, and what tells the province."""

import pytest

from tests.report.test_identity import BODY, OPENING, identified

REPORT = "2024年法治政府建设报告"
#: title before the words that every title has, file name, township with its county
NAMES = {
    "a county's stem opens the name": ("柳林铺镇", "x.txt", "柳林铺镇"),
    "the same under its own county": ("方城县柳林铺镇", "x.txt", "柳林铺镇 方城县"),
    "the same in its county's folder": ("柳林铺镇", "河南省/方城县/柳林铺镇.txt", "柳林铺镇 方城县"),
    "a county's stem before a letter": ("平安庙镇", "x.txt", "平安庙镇"),
    "a stem before a name that stands elsewhere": ("城关北坪镇", "x.txt", "城关北坪镇"),
    "another such": ("和平石桥镇", "x.txt", "和平石桥镇"),
    "a city's letter in the name": ("青州庙镇", "x.txt", "青州庙镇"),
    "a banner's letter in the name": ("红旗庙镇", "x.txt", "红旗庙镇"),
    "a district's letter in the name": ("沙区铺镇", "x.txt", "沙区铺镇"),
    "a known name as a whole": ("遵化店镇", "x.txt", "遵化店镇 叶县"),
    "a county told short": ("鲁山张店乡", "x.txt", "张店乡 鲁山县"),
    "a county told short before one letter": ("汉台铺镇", "x.txt", "铺镇 汉台区"),
    "one letter under its county": ("丰县赵镇", "x.txt", "赵镇 丰县"),
    "one letter that the register does not hold there": ("武安孙镇", "x.txt", "武安孙镇"),
    "sounds under a county": ("泽普县托格拉克艾日克乡", "x.txt", "托格拉克艾日克乡 泽普县"),
    "more sounds": ("新巴尔虎左旗阿拉坦额莫勒格日图苏木", "x.txt", "阿拉坦额莫勒格日图苏木 新巴尔虎左旗"),
    "sounds alone": ("喀拉苏库木齐克乡", "x.txt", "喀拉苏库木齐克乡"),
    "an office of such a name": ("安仁孙镇司法所", "x.txt", "安仁孙镇"),
}


@pytest.mark.parametrize(("title", "file", "expected"), NAMES.values(), ids=NAMES)
def test_name(title: str, file: str, expected: str) -> None:
    identity, _warnings = identified(f"{title}{REPORT}\n{OPENING}{BODY}", file)
    assert f"{identity.township} {identity.county}".strip() == expected


def test_a_county_told_short_that_the_report_names_whole() -> None:
    identity, _warnings = identified(f"和平石桥镇{REPORT}\n{OPENING}{BODY}\n报和平县委依法治县办。\n", "x.txt")
    assert identity.township == "石桥镇"


@pytest.mark.parametrize(
    ("words", "province"),
    [
        ("持有贵州省行政执法证的11名。", "贵州省"),
        ("学习《四川省河湖长制条例》。", "四川省"),
        ("在广西壮族自治区和市、县司法行政机关指导下开展工作。", "广西壮族自治区"),
        ("学习《四川省河湖长制条例》，赴浙江省考察。", "四川省"),
        ("学习《四川省河湖长制条例》《贵州省信访条例》。", ""),
        ("组织干部赴浙江省考察。", ""),
    ],
)
def test_province(words: str, province: str) -> None:
    identity, _warnings = identified(f"云坡岭镇{REPORT}\n{OPENING}{words}\n{BODY}", "x.txt")
    assert identity.province == province
