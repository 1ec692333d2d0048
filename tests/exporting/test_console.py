"""Tables on a terminal and JSON."""

import json
from decimal import Decimal

from extract.exporting.console import json_lines, shortened, table_lines, width


def test_chinese_columns_line_up() -> None:
    lines = list(table_lines(["township", "value", "sentence"], [("石桥镇", Decimal(124), "一"), ("a", Decimal("97.8"), "二")]))
    assert lines == ["township  value  sentence", "石桥镇      124  一", "a          97.8  二"]
    assert width("石桥镇a") == 7


def test_nothing_moves_the_cursor() -> None:
    lines = list(table_lines(["sentence"], [("甲\x1b[2J\u202e乙",)]))
    assert lines[1] == "甲 [2J 乙"


def test_long_text_is_cut() -> None:
    assert shortened("长" * 30, 10) == "长长长长…"


def test_json_keeps_every_digit() -> None:
    value = Decimal("12345678901234567890.125")
    text = "".join(json_lines(["report", "value", "year"], [("a", value, None), ('"b"', None, 2024)]))
    assert json.loads(text, parse_float=Decimal) == [
        {"report": "a", "value": value, "year": None},
        {"report": '"b"', "value": None, "year": 2024},
    ]
    assert json.loads("".join(json_lines(["report"], []))) == []
