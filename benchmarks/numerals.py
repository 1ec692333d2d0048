"""Measures how numerals are parsed at full size: `python -m benchmarks.numerals [COUNT]`.

A million random strings must give a number or None, never raise, never an exponent; a million decimals must come back
from five writings.
"""

import random
import statistics
import sys
import time
from decimal import Decimal

from extract.figures.numerals import parse_number

ALPHABET = "0123456789０１２９．.，,、 +-%—~一二三四五六七八九十百千万亿两零〇廿卅壹贰叁拾佰仟半点次余多年月日eEnaNi²½٣\x00（）"
_DIGITS = "零一二三四五六七八九"
_FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


def spelled(number: int) -> str:
    """A whole number below 10**12 in Chinese."""
    if number >= 10**8:
        return spelled(number // 10**8) + "亿" + _rest(number % 10**8, 10**7)
    if number >= 10**4:
        return spelled(number // 10**4) + "万" + _rest(number % 10**4, 10**3)
    text, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
        gap = not digit
    return text or "零"


def _rest(number: int, least: int) -> str:
    return "" if number == 0 else ("零" if number < least else "") + spelled(number)


def writings(value: Decimal) -> list[str]:
    """Five writings of a decimal with at most two places."""
    whole, _, places = format(value, "f").partition(".")
    point = f".{places}" if places else ""
    chinese = spelled(int(whole)) + ("点" + "".join(_DIGITS[int(digit)] for digit in places) if places else "")
    return [
        whole + point,
        f"{int(whole):,}{point}",
        (whole + point).translate(_FULL_WIDTH),
        chinese,
        chinese.translate(_FINANCIAL),
    ]


def main() -> None:
    """Print what was measured; a broken promise raises."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    chosen = random.Random(20)
    read, times = 0, []
    for index in range(count):
        text = "".join(chosen.choices(ALPHABET, k=chosen.randint(1, 10)))
        begun = time.perf_counter_ns()
        value = parse_number(text)
        if index % 100 == 0:
            times.append(time.perf_counter_ns() - begun)
        if value is not None:
            read += 1
            assert value.is_finite(), text
            assert value >= 0, text
            assert "E" not in str(value), text
            assert len(str(value)) <= 32, text
    print(f"{count} random strings: {read} numbers, none raised; median {statistics.median(times) / 1000:.1f} us")
    for _ in range(count):
        places = chosen.choice([0, 0, 1, 2])
        value = Decimal(chosen.randrange(10 ** chosen.randint(1, 12))).scaleb(-places)
        for text in writings(value):
            assert parse_number(text) == value, (text, value)
    print(f"{count} decimals came back from five writings each")


if __name__ == "__main__":
    main()
