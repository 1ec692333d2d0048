"""The words by which a form asks whether there was any: 有无行政复议, 是否开展普法讲座, 普法讲座（有/无）."""

from re import compile as regex

#: alternatives of an expression: there may be any, something may have been done, and both answers printed for one to be ticked
HAS_ANY, WHETHER, TO_TICK = "有无|有没有|有否", "是否", r"[（(](?:有|是)[/、]?(?:无|否)[）)]"
ASKS = regex(f"{HAS_ANY}|{WHETHER}|{TO_TICK}")
#: each opens with one rare character, by which a long text is searched fastest
_MARKS_OF_ASKING = (regex("没(?<=有没)有"), *(regex(rf"{no}(?:(?<=[有是].)|(?<=[有是][/、].))") for no in "无否"))


def asks_anything(text: str) -> bool:
    """Whether a text may ask anything at all; without that no expression need look for a question."""
    return any(mark.search(text) is not None for mark in _MARKS_OF_ASKING)
