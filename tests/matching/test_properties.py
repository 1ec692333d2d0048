"""What holds for any text: places, values however they are written, and no crash."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.matching.result import ReportResult
from extract.tables import CHANGES, MENTIONS, OBSERVATIONS, QUANTITIES
from tests.matching.small_library import SMALL, mentions, read, whole_report

SENTENCES = [
    "排查矛盾纠纷124起，化解96起。",
    "发放手册３００本、海报80余张。",
    "参考率、合格率均达100%。",
    "参考率、合格率分别为98%、96%。",
    "化解纠纷38件，较上年的46件减少8件，同比下降17.4%。",
    "未发生行政复议、行政诉讼案件。",
    "罚款1.2万元，拆除违法建设6处。",
    "举办讲座二十余场，培训一百零五人次。",
    "| 项目 | 数量 |\n| 化解纠纷（件） | 1,096 |\n",
    "二、2025年工作计划\n力争举办讲座20—30场。",
    "全县化解纠纷3000件。",
]
#: what conversion and copying leave between and inside sentences
NOISE = [
    "",
    "",
    "",
    " ",
    "\u3000",
    "\n",
    "\r\n",
    "\n\n",
    "\x00",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\u0301",
    "é",
    "𠮷",
    "😀",
    "\n— 3 —\n",
    "\t",
]

#: digits, numerals, units, marks and the words that turn a reading
NUMBERED = "0123456789一二三十百千万亿余多件起次年月%，。、；（）《》“”|\n\r \u3000\x00零无未化解纠纷共其中上年分别均2024🙂𠮷"

noisy = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.integers(0, 40), st.sampled_from(NOISE), st.sampled_from(NOISE)), max_size=6
)


def assembled(pieces: list[tuple[str, int, str, str]]) -> str:
    """Sentences with noise inside and behind each."""
    return "".join(sentence[:at] + inside + sentence[at:] + behind for sentence, at, inside, behind in pieces)


def assert_places(result: ReportResult) -> None:
    """Every row's figure is the text at its place."""
    text = result.document.text
    for columns, rows in (
        (MENTIONS, result.mention_rows()),
        (OBSERVATIONS, result.observation_rows()),
        (CHANGES, result.change_rows()),
        (QUANTITIES, result.quantity_rows()),
    ):
        at, to, said = columns.index("start"), columns.index("end"), columns.index("figure")
        for row in rows:
            start, end = row[at], row[to]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert 0 <= start < end <= len(text)
            assert text[start:end] == row[said]


@settings(max_examples=150, deadline=None)
@given(noisy)
def test_figures_stand_where_their_rows_say(pieces: list[tuple[str, int, str, str]]) -> None:
    assert_places(whole_report(assembled(pieces)))


@settings(max_examples=300, deadline=None)
@given(st.text(NUMBERED, max_size=80))
def test_any_text_is_read_to_the_end(text: str) -> None:
    assert_places(whole_report(text))


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_any_characters_are_read_to_the_end(text: str) -> None:
    assert_places(whole_report("化解纠纷96件。" + text))


def spelled(number: int) -> str:
    """A number below ten thousand in Chinese numerals.

    >>> [spelled(n) for n in (7, 10, 12, 20, 105, 110, 1001, 2050)]
    ['七', '十', '十二', '二十', '一百零五', '一百一十', '一千零一', '二千零五十']
    """
    digits = "零一二三四五六七八九"
    text = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += digits[digit] + unit
        elif text and number % place and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if 10 <= number < 20 else text


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 4999))
def test_a_number_is_worth_the_same_however_it_is_written(number: int) -> None:
    ways = [
        str(number),
        f"{number:,}",
        spelled(number),
        str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    ]
    assert {tuple(mentions(f"化解纠纷{way}件。")) for way in ways} == {(f"resolved {number}",)}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 4999), min_size=2, max_size=6, unique=True))
def test_parts_of_a_sum_add_up(numbers: list[int]) -> None:
    villages = ["柳河村", "梅岭村", "杏花村", "石桥村", "桃源村", "竹溪村"]
    text = "\n".join(f"{village}审查合同{number}份。" for village, number in zip(villages, numbers, strict=False))
    (observation,) = read(text).observations_found
    assert observation.resolution == "sum"
    assert observation.value == sum(numbers)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([s for s in SENTENCES if "2025" not in s and "|" not in s]), st.integers(2001, 2035))
def test_the_reports_year_moves_every_period(sentence: str, year: int) -> None:
    def years(report_year: int) -> list[int | None]:
        return [m.period.year for m in SMALL.read_text(sentence, report_year).reading.mentions]

    assert [y and y - year for y in years(year)] == [y and y - 2024 for y in years(2024)]
