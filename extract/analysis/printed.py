"""Values and units as sentences for readers print them, in Chinese or English."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extract.tables import plain

#: the units of the library as English tables name them; one that is not here stays as it is
UNITS_EN = {
    "个": "number", "人": "people", "人次": "attendances", "件": "cases", "份": "copies", "元": "yuan", "场": "events",
    "场次": "events", "处": "places", "家": "businesses", "批次": "groups", "条": "items", "次": "times", "项": "items",
    "家次": "visits", "户": "households", "户次": "visits", "名": "people", "小时": "hours", "条次": "items", "件次": "cases",
    "期": "sessions", "起": "cases", "宗": "cases", "例": "cases", "单": "cases",
    "题": "items", "则": "posts", "万元": "10,000 yuan", "支": "teams", "块": "boards",
    "本": "books", "处次": "visits",
    "篇": "articles", "天": "days", "课时": "lessons", "学时": "hours", "台": "machines", "册": "volumes", "亩": "mu",
    "幅": "banners", "面": "panels", "公里": "km", "辆": "vehicles", "部": "acts", "批": "batches",
}  # fmt: skip
_WAN, _YI = Decimal(10_000), Decimal(100_000_000)
#: so many decimals a value in 万 has at most, else it is printed in full
_PLACES = 4


def unit_in(unit: str, language: str) -> str:
    """A unit as tables of the language name it.

    >>> unit_in("件", "en"), unit_in("件", "zh"), unit_in("%", "en")
    ('cases', '件', '%')
    """
    return unit if language == "zh" else UNITS_EN.get(unit, unit)


def behind(unit: str, language: str) -> str:
    """A unit as it stands behind a number: 26件, 26 cases, 26%, and 26 of what is simply counted."""
    if language == "zh" or unit in ("", "%"):
        return unit
    return "" if unit == "个" else f" {unit_in(unit, language)}"


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its unit, to be printed in the reader's language."""

    value: object
    unit: str = ""

    def told(self, language: str) -> str:
        """The value exactly, rounded to two decimals, in 万 where Chinese would write it so.

        >>> Amount(461000, "元").told("zh"), Amount(461000, "元").told("en"), Amount(98.250001, "%").told("en")
        ('46.1万元', '461,000 yuan', '98.25%')
        >>> Amount(1234567.8, "元").told("zh"), Amount(3200).told("zh"), Amount(3200).told("en"), Amount(None).told("en")
        ('123.45678万元', '3200', '3,200', '')
        """
        if self.value is None or self.value != self.value:  # NaN
            return ""
        value = Decimal(str(round(float(self.value), 2)))  # type: ignore[arg-type]
        if language == "en":
            return f"{value.normalize():,f}{behind(self.unit, 'en')}"
        for size, name in ((_YI, "亿"), (_WAN, "万")):
            if abs(value) >= size:
                return f"{plain(value / size)}{name}{self.unit}"
        return f"{plain(value)}{self.unit}"


@dataclass(frozen=True, slots=True)
class Rise:
    """A rise, or a fall where it is negative."""

    amount: float
    unit: str = ""

    def told(self, language: str) -> str:
        """The rise in words.

        >>> Rise(12, "件").told("zh"), Rise(-12, "件").told("en"), Rise(-3.5, "pp").told("zh"), Rise(3.5, "pp").told("en")
        ('增加12件', 'down 12 cases', '减少3.5个百分点', 'up 3.5 points')
        """
        points = self.unit == "pp"
        size = Amount(abs(self.amount), "" if points else self.unit).told(language)
        if language == "en":
            return ("down " if self.amount < 0 else "up ") + size + (" points" if points else "")
        return ("减少" if self.amount < 0 else "增加") + size + ("个百分点" if points else "")
