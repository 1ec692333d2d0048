"""What the command places says, in English and in Chinese."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "places": (
        "Look up townships in the register of divisions: by name, with or without its type and the county before it; by the name"
        " of a county, city or province; by a code or how it begins.\n\n"
        "A name that the register does not hold is a warning, with names that are near; reports of it are read all the same.\n\n"
        "Exit code: 0 done, 2 wrong use.",
        "在行政区划名录中查找乡镇（街道）。\n\n"
        "可写名称（可省略“乡”“镇”等，前面可带县区名），也可写县、市、省的名称，或代码及其开头几位。\n\n"
        "名录中没有的名称只作提示，并列出相近的名称；不影响读取该乡镇的报告。\n\n"
        "退出码：0 完成；2 用法有误。",
    ),
    "place names": ("Names or codes.", "名称或代码。"),
    "in county": ("Only in this county.", "只查这个县（市、区）。"),
    "in city": ("Only in this city or prefecture.", "只查这个市（州、盟）。"),
    "in province": ("Only in this province.", "只查这个省。"),
    "place unknown": ("the register holds no {0}.", "区划名录中没有“{0}”。"),
    "place near": (" Did you mean: {0}?", "是否想查：{0}？"),
    "place ambiguous": (
        "{1} townships fit {0}; with the county before the name there is one.",
        "“{0}”共有 {1} 个；在名称前写上县区名即可确定。",
    ),
}
