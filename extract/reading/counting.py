"""Writes list numbers the way word processors count: 1, 一, 甲, ①, a, iv."""

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN_SIGNS = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LARGEST = 9_999


def counted(number: int, style: str) -> str:
    """`number` in the numbering style named as in Office files; unknown styles count 1, 2, 3."""
    if not 0 < number <= _LARGEST:
        return str(number)
    if style in ("none", "bullet"):
        return ""
    name = style.lower()
    if "legalsimplified" in name or "legaltraditional" in name:
        return chinese(number).translate(_FORMAL)
    if name.startswith(
        ("chinese", "japanesecounting", "taiwanesecounting", "koreancounting", "ideographdigital", "ideographenclosed")
    ):
        return chinese(number)
    if name == "ideographtraditional":
        return _STEMS[(number - 1) % 10]
    if name == "ideographzodiac":
        return _BRANCHES[(number - 1) % 12]
    return _western(number, name)


def _western(number: int, name: str) -> str:
    if "roman" in name:
        text = _roman(number)
        return text.upper() if name.startswith("upper") else text
    if "letter" in name:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return text.upper() if name.startswith("upper") else text
    if name.startswith("decimalenclosedcircle") and number <= 20:
        return chr(0x2460 + number - 1)
    if name.startswith("decimalenclosedparen") and number <= 20:
        return chr(0x2474 + number - 1)
    if name.startswith("decimalenclosedfullstop") and number <= 20:
        return chr(0x2488 + number - 1)
    if name == "decimalfullwidth":
        return str(number).translate(_FULL_WIDTH)
    return f"{number:02}" if name == "decimalzero" else str(number)


def chinese(number: int) -> str:
    """`number` in Chinese numerals: 12 is 十二, 105 is 一百零五."""
    text, zero = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if zero and text else "") + ("" if digit == 1 and sign == "十" and not text else _DIGITS[digit]) + sign
        zero = not digit
    return text


def _roman(number: int) -> str:
    text = ""
    for value, sign in zip(_ROMAN_VALUES, _ROMAN_SIGNS, strict=True):
        count, number = divmod(number, value)
        text += sign * count
    return text
