"""Shows a spreadsheet's number the way its cell does: 0.978 in a cell formatted as percent is 97.8%."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

#: The formats that every spreadsheet knows by number.
BUILT_IN = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "14": "yyyy/m/d",
    "15": "yyyy/m/d",
    "17": "yyyy年m月",
    "22": "yyyy/m/d",
    "31": "yyyy年m月d日",
    "57": "yyyy年m月",
    "58": "m月d日",
}
_PIECES = re.compile(r'"([^"]{0,200})"|\\(.)|_.|\*.|\[[^\]]{0,60}\]|([#0?][#0?,.]*%?)|(%)|([a-zA-Z]+)|(.)', re.DOTALL)
_LARGEST_EXPONENT = 20


def shown(raw: str, pattern: str, date1904: bool = False) -> str:
    """The number `raw` in the format `pattern`; as it is, without an exponent, where the pattern says nothing."""
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return raw
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return raw
    section = _section(value, pattern)
    if not section or section.lower() in ("general", "@"):
        return _plain(value)
    if _is_date(section):
        return _date(value, section, date1904)
    return _number(abs(value) if section != pattern.split(";")[0] else value, section)


def _section(value: Decimal, pattern: str) -> str:
    """The part of a pattern that is for this number: positive; negative; zero."""
    sections = pattern.split(";")
    if value < 0 and len(sections) > 1:
        return sections[1]
    if value == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _is_date(section: str) -> bool:
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", section).lower()
    return "0" not in bare and "#" not in bare and bool(re.search("[yd]|m+[-/月]", bare))


def _date(value: Decimal, section: str, date1904: bool) -> str:
    if not 0 < value < 2_958_466:
        return _plain(value)
    day = (datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 30)) + timedelta(days=float(value))
    bare = section.lower()
    if "y" not in bare:
        return f"{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月" + (f"{day.day}日" if "d" in bare else "")


def _number(value: Decimal, section: str) -> str:
    text = ""
    for literal, escaped, digits, percent, letters, other in _PIECES.findall(section):
        if digits:
            text += _digits(value * 100 if digits.endswith("%") or "%" in section else value, digits)
        else:
            text += literal or escaped or percent or ("" if letters.lower() == "general" else letters) or other
    return text.strip() or _plain(value)


def _digits(value: Decimal, digits: str) -> str:
    bare = digits.rstrip("%")
    whole, _, fraction = bare.rstrip(",").partition(".")
    # a comma at the very end leaves out three digits
    value = value / Decimal(1000) ** (len(bare) - len(bare.rstrip(",")))
    places = sum(1 for sign in fraction if sign in "0#?")
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    if places and fraction.strip("0"):
        text = text.rstrip("0").rstrip(".")
    return text + ("%" if digits.endswith("%") else "")


def _plain(value: Decimal) -> str:
    # spreadsheets keep 17 digits and show 15 of them at most
    text = f"{value:.15g}" if len(value.as_tuple().digits) > 15 else str(value)
    text = f"{Decimal(text):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
