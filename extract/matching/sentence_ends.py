"""Where the sentences of a scene end, so that none reads on over page furniture and no rule looks without bound."""

from itertools import pairwise
from re import compile as regex

from extract.report.model import FURNITURE, Outline

_LONGEST_SENTENCE = 600
#: in a text that has no other stop a semicolon ends a sentence, unless what follows needs what was told before it:
#: 其中31件, 较上年的17起增加5起, 降幅17.4%, 成功率97.6%
_SEMICOLON = regex(
    r"[；;](?!\n*(?:其中|其余|其他|内有|包括|含|剩|余下|较|比|与|和|同比|环比|上年|去年|前年|上一年|同期|降|增|减|升|下降|上升|回落"
    r"|提[高升]|(?:又|再|并|也|且|即)|共计|合计|总计|累计[0-9]|[^；;。，,、]{0,6}率))"
)
_FEWEST_SEMICOLONS = 6
#: what opens a plan, which goes on behind the semicolons after it: 明年打算培训8次；普法45场
_OPENS_PLAN = regex(
    r"\n*(?:[一二三四五六七八九十0-9]+[是、.．])?(?:20[0-9]{2}年)?(?:，|,)?(?:全镇|我镇|全乡|我乡)?"
    r"(?:打算|计划|明年|来年|下一?年|下一?步|下阶段|今后|新的一年|力争|争取|要|将|拟|目标|预计|准备)"
)


def ends_with_borders(outline: Outline) -> list[int]:
    """The sentence ends, with the borders of page furniture, over which no sentence reads on."""
    borders = {
        after.start for before, after in pairwise(outline.sections) if FURNITURE in (before.role, after.role) and after.start
    }
    missing = borders.difference(outline.sentence_ends)
    return sorted([*outline.sentence_ends, *missing]) if missing else outline.sentence_ends


def bounded_ends(clean: str, ends: list[int]) -> list[int]:
    """Sentence ends with endless sentences cut at their semicolons or commas, so that no rule looks without bound."""
    bounded: list[int] = []
    start = 0
    for end in (*ends, len(clean)):
        if end - start > _LONGEST_SENTENCE:
            stops = _semicolon_stops(clean, start, end)
            bounded.extend(stops)
            start = stops[-1] if stops else start
        while end - start > _LONGEST_SENTENCE:
            window = clean[start + _LONGEST_SENTENCE // 2 : start + _LONGEST_SENTENCE]
            cut = max(window.rfind("；"), window.rfind("，"), window.rfind(","))
            start += _LONGEST_SENTENCE // 2 + cut + 1 if cut >= 0 else _LONGEST_SENTENCE
            bounded.append(start)
        if end > start or not bounded:
            bounded.append(end)
        start = end
    return bounded


def _semicolon_stops(clean: str, start: int, end: int) -> list[int]:
    """Where the semicolons of an endless sentence end what others end with a full stop."""
    stops = [found.end() for found in _SEMICOLON.finditer(clean, start, end)]
    if len(stops) < _FEWEST_SEMICOLONS:
        return []
    for place, stop in enumerate(stops):
        if _OPENS_PLAN.match(clean, stop, end):
            return stops[: place + 1]
    return stops[:-1] if stops[-1] == end else stops
