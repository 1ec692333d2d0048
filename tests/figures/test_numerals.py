"""Numerals in every writing, and that nothing else is taken for one."""

import random
import subprocess
import sys
import time
from decimal import Decimal

import cn2an
import pytest

from extract.figures import numerals
from extract.figures.numerals import LONGEST, parse_either, parse_number

VALUES = {
    "124": "124",
    "007": "7",
    "1.50": "1.5",
    "1,854": "1854",
    "1，854": "1854",
    "1 854": "1854",
    "12,345,678.5": "12345678.5",
    "１２６": "126",
    "１，８５４": "1854",
    "1.2万": "12000",
    "5百": "500",
    "1万2千": "12000",
    "1万2千5百": "12500",
    "2千5百万": "25000000",
    "3亿2千万": "320000000",
    "十": "10",
    "十五": "15",
    "一十五": "15",
    "廿三": "23",
    "卅": "30",
    "两百": "200",
    "一百零五": "105",
    "一百〇五": "105",
    "一百一十": "110",
    "一百二": "120",
    "一千二": "1200",
    "三万五": "35000",
    "两千三百": "2300",
    "一千零二十": "1020",
    "一万零一百": "10100",
    "十万八千": "108000",
    "一百二十三点五万": "1235000",
    "零点五": "0.5",
    "九十九点二": "99.2",
    "一亿三千二百一十万零五": "132100005",
    "一万万": "100000000",
    "壹拾贰": "12",
    "伍仟": "5000",
    "贰佰叁拾陆": "236",
    "萬": "10000",
    "三億": "300000000",
    "二〇二四": "2024",
    "一〇五": "105",
    "百": "100",
    "千万": "10000000",
    "0": "0",
    "0.000": "0",
}
NO_NUMBERS = [
    "",
    " ",
    "次",
    "12次",
    "一二三四五六七八九十",
    "十百",
    "百百",
    "万千",
    "一一十",
    "点五",
    "五点",
    "十点",
    "1.2.3",
    "1,23",
    "1,2345",
    ",123",
    "1e5",
    "-3",
    "+3",
    "²",
    "٣",
    "½",
    "1_000",
    "NaN",
    "inf",
    "0.0000001",
    "9" * (LONGEST + 1),
    "一" * 99,
    "1" * 5000,
    "亿" * 40,
    "一 二",
]


@pytest.mark.parametrize(("text", "value"), VALUES.items(), ids=VALUES)
def test_a_numeral(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)
    assert str(parse_number(text)) == str(Decimal(value).normalize().quantize(Decimal(1)) if "." not in value else Decimal(value))


@pytest.mark.parametrize("text", NO_NUMBERS, ids=lambda text: text[:12] or "empty")
def test_no_numeral(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("二三十", (20, 30)),
        ("十五六", (15, 16)),
        ("三五", (3, 5)),
        ("七八百", (700, 800)),
        ("一两万", (10**4, 2 * 10**4)),
        ("一百二三十", (120, 130)),
    ],
)
def test_a_numeral_that_names_two(text: str, ends: tuple[int, int]) -> None:
    assert parse_either(text) == tuple(map(Decimal, ends))


@pytest.mark.parametrize("text", ["二十三", "一九", "三四五六", "十", "一百", "八五", "123"])
def test_no_numeral_that_names_two(text: str) -> None:
    assert parse_either(text) is None


def test_every_numeral_that_cn2an_writes() -> None:
    chosen = random.Random(7)
    numbers = [*range(1, 3000), *(chosen.randrange(10 ** chosen.randint(4, 15)) for _ in range(2000))]
    for number in numbers:
        for style in ("low", "up"):
            assert parse_number(cn2an.an2cn(str(number), style)) == number


def test_cn2an_and_our_own_arithmetic_agree() -> None:
    chosen = random.Random(19)
    numbers = [*range(101, 400), *(chosen.randrange(101, 10 ** chosen.randint(3, 12)) for _ in range(700))]
    for number in numbers:
        numeral = cn2an.an2cn(str(number), "low")
        assert numerals._converted(numeral) == numerals._spelled(numeral) == number


@pytest.mark.parametrize(("text", "value"), [("一千零十", None), ("一亿十万", 100100000), ("一百二", 120), ("两百零三", 203)])
def test_what_cn2an_reads_wrong_or_not_at_all(text: str, value: int | None) -> None:
    assert parse_number(text) == value


def test_everyday_numerals_do_not_load_cn2an() -> None:
    everyday = [cn2an.an2cn(str(number), "low") for number in range(101)] + ["两", "二〇二四", "12", "3万"]
    read = "from extract.figures.numerals import parse_number; import sys"
    code = f"{read}; print([str(parse_number(text)) for text in {everyday}], 'cn2an' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert told.split("]")[1].strip() == "False"
    assert told.startswith(str([str(number) for number in range(101)])[:-1])


def _spellings(value: Decimal) -> list[str]:
    """Five writings of one decimal."""
    text = format(value, "f")
    whole, _, decimals = text.partition(".")
    full_width = text.translate({ord("0") + n: 0xFF10 + n for n in range(10)} | {ord("."): "．"})
    lower, upper = cn2an.an2cn(text, "low"), cn2an.an2cn(whole, "up")
    return [text, f"{int(whole):,}" + (f".{decimals}" if decimals else ""), full_width, lower, *([] if decimals else [upper])]


def test_a_decimal_comes_back_from_every_writing() -> None:
    chosen = random.Random(11)
    for _ in range(1000):
        value = Decimal(chosen.randrange(10 ** chosen.randint(1, 15))).scaleb(-chosen.choice([0, 0, 1, 2]))
        for text in _spellings(value):
            assert parse_number(text) == value, text


def test_random_strings_never_raise_and_never_give_an_unprintable_number() -> None:
    chosen = random.Random(5)
    alphabet = "0123456789０１５９.．,，、 +-%一二三四五六七八九十百千万亿两零〇廿壹贰拾佰点半次余eE²½٣\x00"
    texts = ["".join(chosen.choices(alphabet, k=chosen.randint(1, 12))) for _ in range(20000)]
    begun = time.process_time()
    values = [parse_number(text) for text in texts]
    assert (time.process_time() - begun) / len(texts) < 100e-6  # the goal is a median of 20; this bound is for a busy machine
    for value in values:
        assert value is None or (value.is_finite() and value >= 0 and "E" not in str(value) and len(str(value)) <= 32)
    assert 1000 < sum(value is not None for value in values) < len(texts)
