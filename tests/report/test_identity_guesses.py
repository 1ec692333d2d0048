"""A 镇 in running text may belong to any words: file name, signature and what is told twice are better witnesses."""

import pytest

from tests.report.test_identity import identified

TITLE = "2024年度法治政府建设情况报告\n"
#: the opening, the end, the file name, the township
CASES = {
    "words before 镇党委": ("一年来，各站所长向镇党委述法。", "", "临溪桥镇2024.txt", "临溪桥镇"),
    "words that look like a name": ("一年来，支书轮流登台镇党委点评。", "", "临溪桥镇2024.txt", "临溪桥镇"),
    "the signature tells": ("一年来，支书轮流登台镇党委点评。", "临溪桥镇人民政府\n2025年1月8日\n", "x.txt", "临溪桥镇"),
    "nobody tells better": ("2024年，临溪桥镇全面推进依法治镇。", "", "x.txt", "临溪桥镇"),
    "told in the opening, and the file is of many": ("2024年，临溪桥镇抓法治。临溪桥镇学法5次。", "", "汇总.txt", "临溪桥镇"),
    "a verb is no name": ("一年来，村居负责人给镇党委述法。", "", "x.txt", ""),
}


@pytest.mark.parametrize(("opening", "end", "file", "township"), CASES.values(), ids=CASES)
def test_township(opening: str, end: str, file: str, township: str) -> None:
    identity, _warnings = identified(f"{TITLE}{opening}\n一、主要做法\n化解矛盾纠纷96起。\n{end}", file)
    assert identity.township == township


@pytest.mark.parametrize("told", ["岁末县司法局来镇评查案卷。", "次年县委督察反馈。", "年底县政府验收。", "入冬县司法局抽查。"])
def test_a_word_of_time_names_no_county(told: str) -> None:
    identity, _warnings = identified(f"临溪桥镇2024年法治政府建设情况报告\n{told}\n", "x.txt")
    assert (identity.township, identity.county) == ("临溪桥镇", "")


def test_a_county_whose_name_ends_in_a_year_is_one() -> None:
    identity, _warnings = identified("永年县临溪桥镇2024年法治政府建设情况报告\n年底县司法局来镇评查。\n", "x.txt")
    assert identity.county.startswith("永年")


def test_whom_it_is_sent_to_may_stand_right_behind_the_title() -> None:
    title = "临溪桥镇人民政府关于报送2024年法治政府建设年度报告的函"
    identity, _warnings = identified(f"{title}博罗县委全面依法治县委员会办公室：\n一、主要做法\n化解纠纷96起。\n", "x.txt")
    assert identity.county == "博罗县"
