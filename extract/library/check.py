"""What can be said of a library without reading a text: examples that lack, words nobody uses, patterns that cannot match."""

from collections.abc import Callable, Iterator

from extract.errors import LibraryProblem
from extract.library.model import Element, Library, Metric, Pattern, WordSet
from extract.library.problems import quoted
from extract.said import Said

FEWEST_POSITIVE = 3
FEWEST_NEGATIVE = 2

Finding = Iterator[LibraryProblem]


def check_library(library: Library) -> list[LibraryProblem]:
    """Every finding in the order of the file, with those that the loader made on the way."""
    found = list(library.warnings)
    for check in CHECKS:
        found.extend(check(library))
    return sorted(found)


def check_examples(library: Library) -> Finding:
    """Each metric shows what it reads and, as important, what it leaves."""
    for metric in library.metrics.values():
        positive = sum(any(reading.metric == metric.id for reading in example.reads) for example in metric.examples)
        negative = len(metric.examples) - positive
        if positive < FEWEST_POSITIVE:
            what = Said("{0} of its examples read {1}, the least is {2}", positive, metric.id, FEWEST_POSITIVE)
            yield _of(library, metric, metric.id, what, "add sentences that it should read")
        if negative < FEWEST_NEGATIVE:
            what = Said("{0} of its examples read no {1}, the least is {2}", negative, metric.id, FEWEST_NEGATIVE)
            yield _of(library, metric, metric.id, what, "add sentences that look alike but mean something else, with `reads: {}`")


def check_word_use(library: Library) -> Finding:
    """A vocabulary that no pattern names is forgotten, or stands in the wrong section."""
    used = {noun for metric in library.metrics.values() for noun in metric.zero}
    for metric in library.metrics.values():
        used.update(element.text for pattern in metric.patterns for element in pattern.elements if element.kind == "words")
    for words in library.word_sets.values():
        if words.name not in used and not words.bounds:
            what = Said("no pattern and no 'zero' uses <{0}>; its words only bound gaps", words.name)
            fix = "use it, or move it to 'bounds' if that is all it is for"
            yield _of(library, words, f"words.{words.group}.{words.name}", what, fix, "warning")


def check_bounds(library: Library) -> Finding:
    """A word that a pattern reads is not kept from it by standing among the bounds of the same group as well."""
    read: dict[tuple[str, str], WordSet] = {}
    for words in library.word_sets.values():
        if not words.bounds:
            read.update(((words.group, word), words) for word in words.words)
    for bounds in library.word_sets.values():
        for word in bounds.words if bounds.bounds else ():
            other = read.get((bounds.group, word))
            if other is not None:
                what = Said("{0} stands in <{1}> too, on line {2}, which patterns read", quoted(word), other.name, other.line)
                yield _of(library, bounds, f"bounds.{bounds.group}.{bounds.name}", what, "keep it in one of the two", "warning")


def check_never_matching(library: Library) -> Finding:
    """A pattern whose words can never stand in a matched stretch."""
    for metric in library.metrics.values():
        for pattern in metric.patterns:
            for element in pattern.elements:
                reason = "" if element.optional else _impossible(element, metric, library)
                if reason:
                    what = Said("pattern {0!r} can never match: {1}", pattern.source, reason)
                    yield _of(library, pattern, metric.id, what, "change the pattern or the words")
                    break


def _impossible(element: Element, metric: Metric, library: Library) -> str:
    """Why the element is in no matched stretch, or nothing."""
    if element.kind == "words":
        words = library.word_sets[element.text].words
        if not words:
            return Said("<{0}> has no words", element.text)
        if metric.not_words and all(any(banned in word for banned in metric.not_words) for word in words):
            return Said("every word of <{0}> is forbidden by 'not'", element.text)
        return ""
    banned = next((word for word in metric.not_words if word in element.text), "") if element.kind == "text" else ""
    return Said("its own text {0!r} is forbidden by 'not: {1}'", element.text, banned) if banned else ""


def check_same_pattern(library: Library) -> Finding:
    """Two metrics that ask for the same words and a common unit would take each other's figures, unless both are to count."""
    first: dict[tuple[Element, ...], list[tuple[Metric, Pattern]]] = {}
    for metric in library.metrics.values():
        units = {*metric.spellings, *metric.apart}
        for pattern in metric.patterns:
            earlier = first.setdefault(pattern.elements, [])
            for other, twin in earlier:
                shared = units & {*other.spellings, *other.apart}
                if other is metric:
                    what = Said("pattern {0!r} stands on line {1} already", pattern.source, twin.line)
                    yield _of(library, pattern, metric.id, what, "delete one of the two", "warning")
                elif shared and metric.id not in other.also and other.id not in metric.also:
                    what = Said(
                        "pattern {0!r} with unit {1} is also a pattern of {2}, on line {3}",
                        pattern.source,
                        min(shared),
                        other.id,
                        twin.line,
                    )
                    yield _of(library, pattern, metric.id, what, "make one of them more specific")
                else:
                    continue
                break
            earlier.append((metric, pattern))


def check_labels(library: Library) -> Finding:
    """Two metrics that a table or a chart could not tell apart."""
    label_of: tuple[Callable[[Metric], str], ...] = (lambda metric: metric.zh, lambda metric: metric.en)
    for label in label_of:
        owner: dict[str, Metric] = {}
        for metric in library.metrics.values():
            other = owner.setdefault(label(metric), metric)
            if other is not metric:
                what = Said("the label {0!r} is also that of {1}", label(metric), other.id)
                yield _of(library, metric, metric.id, what, "give each metric a label of its own", "warning")


def check_parts_units(library: Library) -> Finding:
    """Parts add up only when they count the same."""
    for metric in library.metrics.values():
        units = {metric.unit, *metric.units}
        for part in (library.metrics[name] for name in metric.parts):
            if not units & {part.unit, *part.units}:
                what = Said("its part {0} is counted in {1}, the metric in {2}", part.id, part.unit, metric.unit)
                yield _of(library, metric, metric.id, what, "take a part with the same unit")


def check_categories(library: Library) -> Finding:
    """A category without a metric would be an empty heading."""
    used = {metric.category for metric in library.metrics.values()}
    for category in library.categories:
        if category not in used:
            what, fix = "no metric is in this category", "delete it"
            yield LibraryProblem(library.path, 1, 1, f"categories.{category}", what, fix=fix, severity="warning")


CHECKS: tuple[Callable[[Library], Finding], ...] = (
    check_examples,
    check_word_use,
    check_bounds,
    check_never_matching,
    check_same_pattern,
    check_labels,
    check_parts_units,
    check_categories,
)


def _of(
    library: Library, at: Metric | Pattern | WordSet, where: str, what: str, fix: str, severity: str = "error"
) -> LibraryProblem:
    return LibraryProblem(library.path, at.line, at.column, where, what, fix=fix, severity=severity)
