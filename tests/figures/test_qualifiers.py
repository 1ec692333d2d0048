"""How exact a number is, by the words beside it, and how far those words reach."""

import pytest

from extract.figures.scanner import find_quantities

CASES = {
    "近30次": ("nearly", "近30次"),
    "将近30次": ("nearly", "将近30次"),
    "不足30次": ("nearly", "不足30次"),
    "不超过30次": ("nearly", "不超过30次"),
    "约30次": ("about", "约30次"),
    "约为30次": ("about", "约为30次"),
    "30次左右": ("about", "30次左右"),
    "大约30次上下": ("about", "大约30次上下"),
    "30余次": ("over", "30余次"),
    "30多次": ("over", "30多次"),
    "超过30次": ("over", "超过30次"),
    "突破30次": ("over", "突破30次"),
    "逾30次": ("over", "逾30次"),
    "不少于30次": ("over", "不少于30次"),
    "至少30次": ("over", "至少30次"),
    "≥30次": ("over", "≥30次"),
    "30次以上": ("over", "30次以上"),
    "30次及以上": ("over", "30次及以上"),
    "近30余次": ("over", "近30余次"),
    "附近30次": ("exact", "30次"),
    "最近30次": ("exact", "30次"),
    "预约30次": ("exact", "30次"),
    "公约30次": ("exact", "30次"),
    "村规民约30份": ("exact", "30份"),
    "节约30次": ("exact", "30次"),
    "通过30次": ("exact", "30次"),
    "达30次": ("exact", "30次"),
    "120起上下联动": ("exact", "120起"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES)
def test_exactness(text: str, expected: tuple[str, str]) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.qualifier, text[quantity.reach_start : quantity.reach_end]) == expected
    assert text[quantity.start] in "31"
