"""What an item of a numbered list leaves out because the items before it said it: 1.东街。化解纠纷41起；⏎2.西街。化解33起."""

from re import compile as regex

from extract.matching.readings import Mention, Told, mention_of
from extract.tables import ACTUAL, TOWNSHIP

#: how a numbered item begins; how far before the figure's item the one stands that has the noun
_MARKED = regex(r"[ \t\u3000]*(?:[0-9]{1,2}[.、．](?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳])")
#: another chapter or section begins
_NEW_PART = regex(
    r"\n[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部])"
)
_REACH = 1_500
#: what may stand between the deed and its number
_RIGHT_BEHIND = ("", "了", "共", "矛盾", "纠纷")


def as_items_before(so_far: Told, index: int) -> Mention | None:
    """The metric that the same deed had right before a number of the same unit in an item before; None if several had it."""
    scene, sentence = so_far.scene, so_far.sentence
    figure = sentence.figures[index]
    if not figure.unit or figure.unit == "%" or figure.value is None:
        return None
    line = scene.clean.rfind("\n", max(0, sentence.start - _REACH), sentence.start + 1) + 1
    if _MARKED.match(scene.clean, line) is None:
        return None
    deed = next(
        (
            token
            for token in reversed(scene.tokens[sentence.first_token : sentence.last_token])
            if token.end <= figure.reach_start
        ),
        None,
    )
    if deed is None or "actions" not in deed.word.groups or scene.clean[deed.end : figure.reach_start] not in _RIGHT_BEHIND:
        return None
    found: Mention | None = None
    for mention in reversed(so_far.reading.mentions):
        start = mention.sentence.start
        if start < sentence.start - _REACH:
            break
        if _NEW_PART.search(scene.clean, start, sentence.start) is not None:
            break
        if mention.match is None or mention.quantity.unit != figure.unit or mention.quantity.start >= line:
            continue
        if not any(token.word.sets & deed.word.sets for token in mention.match.words):
            continue
        if _MARKED.match(scene.clean, scene.clean.rfind("\n", 0, start + 1) + 1) is None:
            continue
        if found is not None and found.metric is not mention.metric:
            return None
        found = found or mention
    if found is None or found.period.basis != ACTUAL or found.period.rule:
        return None
    trace = ("as the items before", "as " + scene.clean[found.quantity.start : found.quantity.end])
    return mention_of(found.metric, figure, sentence, found.period, found.scope or TOWNSHIP, trace)
