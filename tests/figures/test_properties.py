"""What holds for any text: order, spans, units, and that the way a number is written changes nothing."""

from decimal import Decimal

import cn2an
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.figures.denials import find_denials
from extract.figures.quantity import FIGURE, Quantity
from extract.figures.scanner import find_quantities
from extract.flow import make_flow
from extract.folding import fold

NUMERALS = "0123456789一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾双零〇" + "".join(
    chr(n) for n in range(0x2460, 0x249C)
)
PIECES = st.sampled_from(
    [
        *"0123456789一二三十百千万亿两零〇余多近约超第每年月日件起次个人户元%％，。、；：（）()“”《》〔〕|/-—~至到+.· \n\t　",
        "人次",
        "以上",
        "左右",
        "不少于",
        "百分之",
        "万元",
        "（件）",
        "12345",
        "2024年",
        "一是",
        "进一步",
        "调解纠纷",
        "双百",
        "①",
        "²",
        "١",
        "𠀀",
        "\x00",
        "\r\n",
        "\u200b",
        "e\u0301",
        "\u202e",
        "未发生",
        "无",
        "零",
    ]
)
TEXTS = st.lists(PIECES, max_size=24).map("".join)
UNITS = ["件", "起", "次", "场次", "人", "人次", "名", "份", "户", "个", "批次", "家", "条"]
VERBS = ["化解纠纷", "开展培训", "发放资料共", "走访群众达", "全年受理", "|", "其中"]


def _figures(clean: str) -> list[Quantity]:
    return [quantity for quantity in find_quantities(clean) if quantity.kind == FIGURE]


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_quantities_stand_in_order_and_never_overlap(raw: str) -> None:
    clean = make_flow(raw).clean
    behind = 0
    for quantity in find_quantities(clean):
        assert behind <= quantity.start < quantity.end <= len(clean)
        assert quantity.start <= quantity.number_end <= quantity.end
        assert quantity.reach_start <= quantity.start
        assert quantity.reach_end >= quantity.end
        behind = quantity.end


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_no_digit_is_left_without_a_quantity(raw: str) -> None:
    clean = make_flow(raw).clean
    covered = bytearray(len(clean))
    for quantity in find_quantities(clean):
        covered[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
    assert [clean[n] for n in range(len(clean)) if clean[n] in "0123456789" and not covered[n]] == []


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_a_figure_begins_with_a_numeral_and_has_a_plain_value(raw: str) -> None:
    clean = make_flow(raw).clean
    for quantity in _figures(clean):
        assert clean[quantity.start] in NUMERALS
        assert quantity.value is not None
        for value in filter(None, (quantity.value, quantity.high)):
            assert value.is_finite()
            assert "E" not in str(value)
            assert len(value.as_tuple().digits) <= 32
        assert quantity.high is None or quantity.high > quantity.value


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_denials_stand_in_order(raw: str) -> None:
    clean = make_flow(raw).clean
    behind = 0
    for denial in find_denials(clean):
        assert behind <= denial.start < denial.end
        assert clean[denial.start] in "未无没零从不暂"
        assert denial.value == 0
        behind = denial.end


@settings(max_examples=300, deadline=None)
@given(st.integers(2, 10**7), st.sampled_from(UNITS), st.sampled_from(VERBS))
def test_every_writing_of_a_number_reads_the_same(number: int, unit: str, verb: str) -> None:
    full_width = str(number).translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    writings = [str(number), f"{number:,}", full_width, cn2an.an2cn(str(number), "low"), cn2an.an2cn(str(number), "up")]
    for writing in writings:
        clean = make_flow(f"{verb}{writing}{unit}，").clean
        (figure,) = _figures(clean)
        assert (figure.value, figure.high, figure.unit, figure.qualifier) == (Decimal(number), None, unit, "exact"), writing
        assert clean[figure.start : figure.end] == fold(writing) + unit


@settings(max_examples=200, deadline=None)
@given(
    st.integers(2, 10**6),
    st.sampled_from(UNITS),
    st.lists(
        st.tuples(st.integers(0, 12), st.sampled_from([" ", "　", "\t \u200b", "\u200b", "\ufeff", " \r\n", "\n\n", "**"])),
        max_size=3,
    ),
)
def test_white_space_changes_no_value_but_inside_digits(number: int, unit: str, noise: list[tuple[int, str]]) -> None:
    pieces = ["化解各类纠纷", str(number), unit, "，成效明显。"]
    raw = "".join(piece + "".join(gap for place, gap in noise if place % 4 == index) for index, piece in enumerate(pieces))
    if "\t" in raw:
        raw = raw.replace("\t", " ")
    flow = make_flow(raw)
    (figure,) = _figures(flow.clean)
    assert (figure.value, figure.unit) == (Decimal(number), unit)
    start, end = flow.raw_span(figure.start, figure.end)
    assert raw[start:end].startswith(str(number))
    assert raw[start:end].endswith(unit)
