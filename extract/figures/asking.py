"""The words by which a form asks whether there was any: 有无行政复议, 是否开展普法讲座, 普法讲座（有/无）."""

from re import compile as regex

#: alternatives of an expression: there may be any, something may have been done, and both answers printed for one to be ticked
HAS_ANY, WHETHER, TO_TICK = "有无|有没有|有否", "是否", r"[（(](?:有|是)[/、]?(?:无|否)[）)]"
ASKS = regex(f"{HAS_ANY}|{WHETHER}|{TO_TICK}")
#: a text without one of these asks nothing, so that no expression need look for a question
MARKS_OF_ASKING = (*HAS_ANY.split("|"), WHETHER, "有/无", "有、无", "是/否")
