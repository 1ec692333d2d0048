"""Lists whose lead-in stands on a line of its own: 处罚案件中：⏎（1）市容61宗；⏎（2）燃气27宗."""

from re import compile as regex

#: what a line says that leads in the parts of a count: 其中：; 按品种分：; 行政处罚案件中：; how long it and its list are at most
_LEADS_PARTS = regex(
    "(?:其中|(?:(?<![法施作容务点])具体(?:是|为|来看|而言)?|分别(?:是|为)|分为|(?<![法施作容务点措])包括|(?:具体)?(?:明细|构成|分布)(?:如下|是|为))|(?:按|从)[^，,。；;：:0-9]{1,8}(?:分|看|算|统计|划分|分类|来说)|(?:案件|纠纷|处罚|资料|宣传品|案|件|起|宗|份)[中里])[，,]?[^，,。；;：:0-9]{0,6}[：:]$"
)
_LEAD_REACH = 24
_LONGEST_LIST = 24
_ITEM_ENDS = frozenset("；;")


def lead_in(clean: str, start: int) -> int:
    """Where the line begins that leads in the list of which a line is an item, if it breaks down a count; else -1."""
    end = start
    while end and clean[end - 1] == "\n":
        end -= 1
    if end == start and clean[start : start + 1] != "\n":
        return -1
    for _ in range(_LONGEST_LIST):
        line = clean.rfind("\n", 0, end) + 1
        if clean[end - 1 : end] in ("：", ":"):
            return line if _LEADS_PARTS.search(clean, max(line, end - _LEAD_REACH), end) else -1
        if not line or clean[end - 1] not in _ITEM_ENDS:
            return -1
        end = line - 1
    return -1
