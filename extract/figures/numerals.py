"""The value of a written number: Arabic, Chinese, financial or mixed."""

import re
from decimal import Decimal
from functools import lru_cache

from extract.folding import fold

#: most digits of a number that is read; longer ones are codes, and decimal arithmetic would round them
LONGEST = 28
#: longest text of a number: a financial numeral has two characters a digit
LONGEST_TEXT = 60
_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    **{digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "俩": 2,
    "幺": 1,
}
_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_TENS = {"廿": 20, "卅": 30}
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|.")
_PLAIN = re.compile(r"[0-9]{1,28}(?:\.[0-9]{1,28})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3}){1,9}(?:\.[0-9]{1,10})?|[0-9]{1,3}(?: [0-9]{3}){1,9}(?:\.[0-9]{1,10})?")
_SEPARATOR = re.compile(r"[,， ]")
#: two neighbouring digits that stand for either: 二三十, 十五六, 三五
_EITHER = re.compile("一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九")
#: decimals below this would be printed with an exponent
_SMALLEST = Decimal("0.000001")


def parse_number(text: str) -> Decimal | None:
    """The value of `text` when all of it is one number, else None; never raises, never guesses.

    >>> parse_number("1,854"), parse_number("1万2千"), parse_number("一百二十三点五万"), parse_number("壹拾贰")
    (Decimal('1854'), Decimal('12000'), Decimal('1235000'), Decimal('12'))
    >>> parse_number("二三十") is None and parse_number("12次") is None
    True
    """
    return _parse(text) if 0 < len(text) <= LONGEST_TEXT else None


@lru_cache(maxsize=65536)
def _parse(text: str) -> Decimal | None:
    if text.isascii() and text.isdigit():
        return Decimal(text) if len(text) <= LONGEST else None
    if _PLAIN.fullmatch(text):
        return plain(Decimal(text))
    text = fold(text)
    if _GROUPED.fullmatch(text):
        text = _SEPARATOR.sub("", text)
    value = _spelled(text)
    return None if value is None else plain(value)


def parse_either(text: str) -> tuple[Decimal, Decimal] | None:
    """The ends of a number that names two: 二三十 is 20 to 30, 十五六 is 15 to 16."""
    found = list(_EITHER.finditer(text)) if len(text) <= LONGEST_TEXT and not text.isascii() else []
    if len(found) != 1:
        return None
    place = found[0].start()
    low = parse_number(text[: place + 1] + text[place + 2 :])
    high = parse_number(text[:place] + text[place + 1 :])
    return (low, high) if low is not None and high is not None and low < high else None


def plain(value: Decimal) -> Decimal | None:
    """`value` without exponent or trailing zeros, or None where it is too long or too small to be printed so."""
    if value == 0:
        return Decimal(0)
    if value < _SMALLEST or value.adjusted() >= LONGEST:
        return None
    whole = value.to_integral_value()
    if value == whole:
        return Decimal(int(whole))
    return value.normalize() if len(value.as_tuple().digits) <= LONGEST else None


def _spelled(text: str) -> Decimal | None:
    tokens = _TOKEN.findall(text)
    if "点" in tokens:
        return _with_point(text)
    if len(tokens) > 1 and all(token in _DIGITS for token in tokens):
        return Decimal("".join(str(_DIGITS[token]) for token in tokens))
    return _compound(tokens)


def _with_point(text: str) -> Decimal | None:
    """一百二十三点五万: digits behind the point, then perhaps a scale for all of it."""
    whole, _, rest = text.partition("点")
    decimals = rest.rstrip("万亿千百十")
    if not decimals or any(digit not in _DIGITS for digit in decimals):
        return None
    start = _compound(_TOKEN.findall(whole)) if whole else None
    if start is None or (start >= 10**4 and len(decimals) < len(rest)):
        return None
    value = start + Decimal("0." + "".join(str(_DIGITS[digit]) for digit in decimals))
    for scale in rest[len(decimals) :]:
        value *= _MYRIADS.get(scale) or _SCALES[scale]
    return value


def _compound(tokens: list[str]) -> Decimal | None:
    """Digits and scales added up in the Chinese way, or None where they make no number."""
    total, section, digit = Decimal(0), Decimal(0), None
    last_scale = 1  # of the scale right before a digit: 一百二 is 120, 一百零二 is 102
    lowest, lowest_myriad = Decimal(10**9), Decimal(10**12)
    for token in tokens:
        if token in _SCALES:
            scale = _SCALES[token]
            if scale >= lowest or digit == 0:
                return None
            section += (1 if digit is None else digit) * scale
            digit, last_scale, lowest = None, scale, Decimal(scale)
        elif token in _MYRIADS:
            scale = _MYRIADS[token]
            amount = section + (digit or 0)
            if digit is None and not section and not total:
                if len(tokens) > 1 and not set(tokens) <= _MYRIADS.keys():
                    return None  # 万一, 万千 are words
                amount = Decimal(1)
            if scale >= lowest_myriad and scale != 10**8 and total % 10**8 == 0 and amount:
                return None
            total = (total + amount) * scale if scale == 10**8 or not amount else total + amount * scale
            section, digit, last_scale = Decimal(0), None, scale
            lowest, lowest_myriad = Decimal(10**9), Decimal(scale)
        elif token in _TENS:
            if digit is not None or lowest <= 10:
                return None
            section, last_scale, lowest = section + _TENS[token], 10, Decimal(10)
        elif token in _DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = Decimal(_DIGITS[token])
            if digit == 0:
                last_scale = 1
        elif token[0] in "0123456789":
            if digit is not None:
                return None
            digit, last_scale = Decimal(token), 1
        else:
            return None
    if digit is not None and last_scale > 10:
        digit = digit * last_scale / 10
    return total + section + (digit or 0)
