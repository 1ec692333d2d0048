"""The examples of metrics.yaml, read by the same rules as reports: does each give just what it says?"""

from collections import Counter
from collections.abc import Iterator

from extract.errors import LibraryProblem
from extract.library.model import Example, Library, Metric
from extract.matching.result import Extractor
from extract.said import Said
from extract.tables import plain

#: the year of the report that every example stands in
EXAMPLE_YEAR = 2024


def read_example(extractor: Extractor, text: str, year: int = EXAMPLE_YEAR) -> Counter[str]:
    """What a sentence reads as, each reading written as an example writes it: `metric: 96 over 2023`."""
    found: Counter[str] = Counter()
    for mention in extractor.read_text(text, year).reading.mentions:
        found[
            _spell(
                mention.metric.id,
                plain(mention.value),
                plain(mention.high),
                mention.qualifier,
                None if mention.period.year == year else mention.period.year,
                mention.period.basis,
            )
        ] += 1
    return found


def _spell(metric: str, value: str, high: str, qualifier: str, year: int | None, basis: str) -> str:
    extras = [high, "" if qualifier == "exact" else qualifier, str(year or ""), "" if basis == "actual" else basis]
    return " ".join([f"{metric}: {value}", *filter(None, extras)])


def _expected(example: Example) -> Counter[str]:
    return Counter(
        _spell(
            r.metric,
            plain(r.value),
            plain(r.high),
            r.qualifier,
            None if r.period == EXAMPLE_YEAR else r.period,
            r.basis,
        )
        for r in example.reads
    )


def run_examples(library: Library) -> list[LibraryProblem]:
    """Every example that reads otherwise than it says, and every pattern that no example of its metric needs."""
    extractor = Extractor(library)
    problems: list[LibraryProblem] = []
    fired: set[tuple[str, str]] = set()
    for metric in library.metrics.values():
        for example in metric.examples:
            problems.extend(_deviation(library, metric, example, extractor, fired))
    problems.extend(_never_fired(library, fired))
    return sorted(problems)


def _deviation(
    library: Library, metric: Metric, example: Example, extractor: Extractor, fired: set[tuple[str, str]]
) -> Iterator[LibraryProblem]:
    for mention in extractor.read_text(example.text, EXAMPLE_YEAR).reading.mentions:
        if mention.match is not None:
            fired.add((mention.metric.id, mention.match.plan.pattern.source))
    found, expected = read_example(extractor, example.text), _expected(example)
    if found == expected:
        return
    missing, extra = sorted((expected - found).elements()), sorted((found - expected).elements())
    if missing and extra:
        what = Said("the example {0!r} does not read {1} but reads {2}", example.text, "; ".join(missing), "; ".join(extra))
    elif missing:
        what = Said("the example {0!r} does not read {1}", example.text, "; ".join(missing))
    else:
        what = Said("the example {0!r} reads {1}", example.text, "; ".join(extra))
    yield LibraryProblem(
        file=library.path,
        line=example.line,
        column=getattr(example, "column", 1),
        where=metric.id,
        what=what,
        fix="change the patterns or words until it does, or correct `reads`",
    )


def _never_fired(library: Library, fired: set[tuple[str, str]]) -> Iterator[LibraryProblem]:
    for metric in library.metrics.values():
        for pattern in metric.patterns:
            if metric.examples and (metric.id, pattern.source) not in fired:
                yield LibraryProblem(
                    file=library.path,
                    line=pattern.line,
                    column=getattr(pattern, "column", 1),
                    where=metric.id,
                    what=Said("no example needs the pattern {0!r}", pattern.source),
                    fix="add an example that it reads, or delete it",
                    severity="warning",
                )
