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
#: a numeral that is left to cn2an, which is not shown what it gets wrong: 零 before a bare scale (一千零十), the 十 of 一亿十万
_PURE = re.compile("(?=.{0,24}[十百千万亿])(?!.{0,24}(?:零[十百千万亿]|亿十))[零一二三四五六七八九十百千万亿]{2,24}")
_ONES = "一二三四五六七八九"
#: the numerals that nearly every report keeps to
_COMMON = {
    **{digit: Decimal(_DIGITS[digit]) for digit in "零" + _ONES},
    **{
        f"{tens}十{ones}": Decimal(_DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0))
        for tens in ["", *_ONES]
        for ones in ["", *_ONES]
    },
    "一百": Decimal(100),
}
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
    if (common := _COMMON.get(text)) is not None:
        return common
    if text.isascii() and text.isdigit():
        return Decimal(text) if len(text) <= LONGEST else None
    if _PLAIN.fullmatch(text):
        return plain(Decimal(text))
    text = fold(text)
    if _GROUPED.fullmatch(text):
        text = _SEPARATOR.sub("", text)
    value = _converted(text) if _PURE.fullmatch(text) else None
    if value is None:
        value = _spelled(text)
    return None if value is None else plain(value)


def _converted(numeral: str) -> Decimal | None:
    """What cn2an makes of a numeral, None where it refuses it (一百二)."""
    import cn2an

    try:
        return Decimal(str(cn2an.cn2an(numeral, "strict")))
    except ValueError:
        return None


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
    if any(len(token) > LONGEST for token in tokens):
        return None
    numeral = _Sum()
    return numeral.result() if all(numeral.take(token) for token in tokens) else None


class _Sum:
    """A numeral as it is read from left to right; `take` says whether the next part still fits."""

    def __init__(self) -> None:
        self.total = Decimal(0)  # what stands before the last 万 or 亿
        self.section = Decimal(0)  # 十, 百 and 千 since then
        self.digit: Decimal | None = None  # a digit still without its scale
        self.lowest = 10**9  # the scales of a section fall: 百 cannot follow 十
        self.last = 1  # the scale right before the digit: 一百二 is 120, 一百零二 is 102
        self.empty = True
        self.bare = False  # whether 万 or 亿 opened the numeral: 万亿 is a number, 万一 is a word

    def take(self, token: str) -> bool:
        if token in _MYRIADS:
            fits = self._take_myriad(_MYRIADS[token])
        elif self.bare:
            fits = False
        elif token in _SCALES:
            fits = self._take_scale(_SCALES[token])
        elif token in _TENS:
            fits = self._take_scale(10, _TENS[token] // 10)
        elif token in _DIGITS or token[0] in "0123456789":
            fits = self._take_digit(Decimal(_DIGITS.get(token, token)))
        else:
            fits = False
        self.empty = False
        return fits

    def _take_digit(self, value: Decimal) -> bool:
        if self.digit:
            return False
        self.digit = value
        if value == 0:
            self.last = 1
        return True

    def _take_scale(self, scale: int, tens: int = 0) -> bool:
        if scale >= self.lowest or self.digit == 0 or (tens and self.digit is not None):
            return False
        self.section += (tens or (1 if self.digit is None else self.digit)) * scale
        self.digit, self.last, self.lowest = None, scale, scale
        return True

    def _take_myriad(self, scale: int) -> bool:
        amount = self.section + (self.digit or 0)
        if self.empty:
            self.total, self.bare = Decimal(scale), True
        elif scale == 10**8 and self.total + amount < 10**8:
            self.total = (self.total + amount) * scale
        elif self.total.adjusted() >= LONGEST:
            return False  # more digits than decimals hold: they could not be divided either
        elif amount and self.total % 10**8 == 0:
            self.total += amount * scale
        elif not amount and self.total == 10**4 and not self.bare:
            self.total *= scale  # 一万万
        else:
            return False
        self.section, self.digit, self.last, self.lowest = Decimal(0), None, scale, 10**9
        return True

    def result(self) -> Decimal:
        tail = self.digit or Decimal(0)
        return self.total + self.section + (tail * self.last / 10 if self.last > 10 else tail)
