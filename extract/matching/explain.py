"""Why each number was read as it was, or left: a tree of rule names with the words that matched."""

from collections.abc import Iterator

from extract.figures.quantity import FIGURE, Quantity
from extract.matching.compiled import CompiledLibrary
from extract.matching.matcher import Match, Matcher
from extract.matching.readings import Mention
from extract.matching.result import ReportResult, plain
from extract.matching.scene import Sentence
from extract.matching.territory import territory

_OTHERS_SHOWN = 4


def explain(result: ReportResult, metric: str | None = None, sentence: str | None = None) -> str:
    """The tree for a report; for the figures of one metric, or for the sentences that hold a text, only those."""
    matcher = Matcher(CompiledLibrary(result.library))
    mentions: dict[int, list[Mention]] = {}
    for mention in result.reading.mentions:
        mentions.setdefault(id(mention.quantity), []).append(mention)
    lines: list[str] = [_head(result)]
    for scene_sentence in result.scene.sentences:
        text = result.scene.clean[scene_sentence.start : scene_sentence.end].strip("\n |")
        if sentence is not None and sentence not in text:
            continue
        branches = list(_branches(result, matcher, scene_sentence, mentions, metric))
        if branches:
            lines.append("")
            lines.append(f"[{scene_sentence.role}] {text}")
            lines.extend(branches)
    return "\n".join(lines)


def _head(result: ReportResult) -> str:
    who = result.identity
    place = " ".join(filter(None, (who.province, who.city, who.county, who.township))) or "?"
    figures = [q for q in result.quantities_found if q.kind == FIGURE]
    claimed = sum(id(q) in result.claims for q in figures)
    return f"{result.document.name or '-'}: {place} {who.year or '?'}, {len(figures)} figures, {claimed} claimed"


def _branches(
    result: ReportResult, matcher: Matcher, sentence: Sentence, mentions: dict[int, list[Mention]], metric: str | None
) -> Iterator[str]:
    numbers = [(index, q) for index, q in enumerate(sentence.figures)] + [(-1, q) for q in (*sentence.others, *sentence.denials)]
    for index, quantity in sorted(numbers, key=lambda pair: pair[1].start):
        readings = mentions.get(id(quantity), [])
        if quantity in sentence.denials and not readings:
            continue
        if metric is not None and all(m.metric.id != metric for m in readings):
            continue
        yield f"├─ {result.scene.clean[quantity.start : quantity.end]}  {_described(quantity)}"
        for mention in readings:
            yield f"│  ├─ {mention.metric.id} {mention.metric.zh} = {plain(mention.value)} {mention.unit}, {_period(mention)}"
            for line in _because(mention):
                yield f"│  │    {line}"
        if quantity.kind != FIGURE or index < 0:
            continue
        if not readings:
            yield f"│  ├─ left: {result.reading.reasons.get(id(quantity), 'no pattern')}"
        taken = {m.metric.id for m in readings}
        where = territory(result.scene, sentence, index)
        others = [m for m in matcher.matches(result.scene, sentence, quantity, where, quantity.unit) if m.metric.id not in taken]
        for match in others[:_OTHERS_SHOWN]:
            yield f"│  └─ less specific: {match.metric.id} {match.plan.pattern.source} ({_words(match)})"


def _described(quantity: Quantity) -> str:
    if quantity.kind != FIGURE:
        year = f" {quantity.year}" if quantity.year else ""
        return f"{quantity.kind}{year}"
    high = f"–{plain(quantity.high)}" if quantity.high is not None else ""
    return f"{quantity.kind} {plain(quantity.value)}{high} {quantity.unit} {quantity.qualifier}".rstrip()


def _period(mention: Mention) -> str:
    return f"{mention.period.year or '?'} {mention.period.basis} {mention.scope}"


def _because(mention: Mention) -> Iterator[str]:
    if mention.match is not None:
        yield f"{mention.match.plan.pattern.source}: {_words(mention.match)}"
        rest = mention.trace[1:]
    else:
        rest = mention.trace
    yield from rest
    for flag in mention.flags:
        yield f"flag {flag}"


def _words(match: Match) -> str:
    return "、".join(token.word.text for token in match.words) or "-"
