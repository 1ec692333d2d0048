"""The pattern language, rule by rule (DESIGN §4): gaps, groups, carried words, literal text, brackets and titles."""

import pytest

from extract.library.load import load_library_text
from extract.matching.result import Extractor
from tests.matching.small_library import LIBRARY, mentions, read, told

#: twelve and thirteen characters that name nothing
TWELVE, THIRTEEN = "甲乙丙丁戊己庚辛壬癸子丑", "甲乙丙丁戊己庚辛壬癸子丑寅"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("化解纠纷96件。", ["resolved 96"], id="words then number"),
        pytest.param("纠纷化解96件。", ["resolved 96"], id="another order"),
        pytest.param("96件纠纷得到化解。", ["resolved 96"], id="number first"),
        pytest.param("化解纠纷96场。", [], id="a unit of other metrics"),
        pytest.param("化解纠纷96。", [], id="no unit"),
        pytest.param("化解纠纷96人次。", ["resolved 96"], id="a unit apart is read"),
        pytest.param("化解96件。", [], id="nothing to carry over"),
        pytest.param("纠纷96件。", [], id="the object alone"),
    ],
)
def test_elements(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"化解纠纷{TWELVE}96件。", ["resolved 96"]),
        (f"化解纠纷{THIRTEEN}96件。", []),
        (f"化解{TWELVE}纠纷96件。", ["resolved 96"]),
        (f"化解{THIRTEEN}纠纷96件。", []),
        (f"96件纠纷{TWELVE}化解。", ["resolved 96"]),
        (f"96件纠纷{THIRTEEN}化解。", []),
        (f"96件{THIRTEEN}纠纷化解。", []),
    ],
)
def test_a_space_is_at_most_twelve_characters(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("中心组围绕依法行政，先后由主要领导逐章领学，学习12次。", ["study 12"], id="over commas"),
        pytest.param("中心组定期召开会议。学习12次。", [], id="not over the end of the sentence"),
        pytest.param("中心组组织观看影片5部，学习12次。", [], id="not over a number"),
    ],
)
def test_an_ellipsis_is_any_distance_in_the_sentence(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("化解纠纷，共计96件。", ["resolved 96"], id="a total leads on"),
        pytest.param("化解纠纷，达96件。", ["resolved 96"], id="a verb of reaching leads on"),
        pytest.param("化解纠纷，各村96件。", [], id="a new subject does not"),
        pytest.param("化解纠纷，96件。", ["resolved 96"], id="a number that is all its clause says"),
        pytest.param("化解纠纷，96件案卷归档。", [], id="a number that opens its clause"),
        pytest.param("化解纠纷；共96件。", ["resolved 96"], id="a semicolon leads on like a comma"),
        pytest.param("化解纠纷。共96件。", [], id="the end of the sentence"),
        pytest.param("化解，纠纷96件。", [], id="a comma between two words"),
        pytest.param("化解，达成纠纷96件。", [], id="nor with a filler"),
    ],
)
def test_a_space_stays_inside_the_clause(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("排查调解化解纠纷96件。", ["resolved 96"], id="the last verb decides"),
        pytest.param("排查化解调解纠纷96件。", ["mediated 96"], id="mediated"),
        pytest.param("化解排查纠纷96件。", ["received 96"], id="received"),
        pytest.param("化解纠纷债务96件。", [], id="another object nearer"),
        pytest.param("化解债务纠纷96件。", ["resolved 96"], id="the object nearest"),
        pytest.param("排查纠纷，化解债务96件。", [], id="another object in the clause is not stepped over"),
    ],
)
def test_the_nearest_word_of_a_group_decides(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("调解成功纠纷96件。", ["resolved 96"], id="调解成功 is not 调解"),
        pytest.param("调解纠纷96件。", ["mediated 96"], id="the shorter word alone"),
        pytest.param("党委理论学习中心组学习12次。", ["study 12"], id="the 学习 inside a name is no word"),
    ],
)
def test_the_longest_word_counts(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("化解2件债务纠纷96件。", [], id="a figure between words and number"),
        pytest.param("化解纠纷3起，户户96件。", ["resolved 3"], id="the first number takes the words"),
        pytest.param("96件合同、3件纠纷化解。", ["resolved 3"], id="rightwards too"),
        pytest.param("96件，30件纠纷化解。", ["resolved 30"], id="rightwards over a comma"),
    ],
)
def test_no_gap_steps_over_a_figure(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("学习《宪法》《民法典》《某某条例》《某某规定》《某某办法》8次。", ["study 8"], id="titles in a row"),
        pytest.param("学习宪法、信访条例、土地管理规定、安全生产条例、消防规定8次。", ["study 8"], id="nouns in a row"),
        pytest.param("化解纠纷（含邻里、婚姻、土地承包经营权流转以及宅基地使用等）96件。", ["resolved 96"], id="brackets"),
        pytest.param("化解纠纷(含邻里、婚姻、土地承包经营权流转以及宅基地使用等)96件。", ["resolved 96"], id="ASCII brackets"),
        pytest.param("化解“急难愁盼”“久拖不决”“重复来访”等纠纷96件。", ["resolved 96"], id="quotations"),
        pytest.param("举办讲座（含线上）6场。", ["lectures 6"], id="short brackets"),
        pytest.param("举办讲座（其他债务合同）6场。", ["lectures 6"], id="the words in closed brackets stand aside"),
        pytest.param("出具《法律意见书》27份。", ["opinions 27"], id="a title that is counted"),
        pytest.param("按照《矛盾纠纷化解工作机制建设方案》会商3件。", [], id="the words in a long title are no words"),
    ],
)
def test_titles_and_brackets_count_as_one_word(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("持证执法人员12人。", ["holders 12"], id="before its word"),
        pytest.param("执法人员12人持证。", ["holders 12"], id="behind the number"),
        pytest.param("12名持证行政执法人员。", ["holders 12"], id="between number and word"),
        pytest.param("执法人员12人。", [], id="missing"),
    ],
)
def test_text_outside_angle_brackets_stands_for_itself(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("化解尚未办结的纠纷3起。", [], id="inside the stretch"),
        pytest.param("尚未落实专人，化解纠纷3起。", ["resolved 3"], id="before the stretch"),
        pytest.param("化解纠纷3起，尚未评比。", ["resolved 3"], id="behind the stretch"),
    ],
)
def test_not_words_count_inside_the_stretch_only(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("职工学习宪法8次。", ["study 8"], id="by longer words where as many"),
        pytest.param("班子宪法学习8次。", ["study 8"], id="by more words"),
        pytest.param("培训职工80人。", ["trained 80"], id="by the unit"),
        pytest.param("职工培训8期。", ["trainings 8"], id="by another unit"),
    ],
)
def test_the_most_specific_pattern_wins(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("社区8个。", ["villages 8"], id="a bare classifier counts the noun before"),
        pytest.param("社区整合8个部门。", [], id="not when a noun of its own follows"),
        pytest.param("印发5份、法律意见若干。", [], id="the next item of a list is not the noun behind"),
    ],
)
def test_what_a_number_counts(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


def test_equals_are_one_mention_and_flagged() -> None:
    (found,) = read("发布普法推文30条。").reading.mentions
    assert (found.metric.id in ("posts", "posts_again"), found.flags) == (True, ("tie",))
    assert read("举办讲座6场。").reading.mentions[0].flags == ()


def test_equals_count_for_both_where_one_metric_says_so() -> None:
    extractor = Extractor(load_library_text(LIBRARY.replace("{zh: 推文乙,", "{also: [posts], zh: 推文乙,")))
    found = extractor.read_text("发布普法推文30条。", 2024).reading.mentions
    assert [(mention.metric.id, mention.flags) for mention in found] == [("posts", ()), ("posts_again", ())]


def test_a_number_counts_once_however_many_patterns_hold() -> None:
    extractor = Extractor(load_library_text(LIBRARY.replace("patterns: [<讲座> N,", "patterns: [<讲座> N, <举办> <讲座> N,")))
    (found,) = extractor.read_text("举办讲座6场。", 2024).reading.mentions
    assert told(extractor.read_text("举办讲座6场。", 2024)) == ["lectures 6"]
    assert found.trace == ("<举办> <讲座> N",)
