"""The section `metrics` of a library file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from extract.library.fields import ID, Fields, kind_of, mapping, plain, quoted_key
from extract.library.model import Example, Metric, Pattern, Reading, WordSet
from extract.library.nodes import Broken, Items, Node, Pairs, Text
from extract.library.problems import Problems, quoted
from extract.library.reads import SHAPE, ReadingError, number, reading
from extract.library.wording import compile_pattern
from extract.said import Said

MOST_METRICS = 5_000
MOST_PATTERNS = 50
LONGEST_TEXT = 2_000
#: every key of a metric, in the order they should stand in
METRIC_KEYS = (
    "zh",
    "en",
    "definition",
    "definition_en",
    "category",
    "unit",
    "units",
    "apart",
    "better",
    "combine",
    "parts",
    "also",
    "zero",
    "alone",
    "stock",
    "range",
    "not",
    "narrow",
    "patterns",
    "examples",
)
REQUIRED = ("zh", "en", "category", "unit", "patterns")
UNIT = re.compile(r"[^\s0-9.,<>()（）]{1,8}")
VOCABULARY = re.compile(r"<([^<>]*)>")


@dataclass(frozen=True, slots=True)
class Known:
    """The names that metrics may use; None where their section could not be read, so that nothing can be said."""

    categories: frozenset[str] | None
    vocabularies: frozenset[str] | None
    bounds: frozenset[str]
    metrics: Mapping[str, int]


def read_metrics(
    node: Node, categories: frozenset[str] | None, words: Mapping[str, WordSet], all_words: bool, problems: Problems
) -> dict[str, Metric]:
    """Every metric of the section by its id; `all_words` says whether `words` holds every vocabulary of the file."""
    pairs = mapping(node, "metrics", problems, "metric ids, each with its keys")
    if pairs is None:
        return {}
    if not pairs.pairs:
        problems.error(pairs, "metrics", "there is no metric")
    if len(pairs.pairs) > MOST_METRICS:
        problems.error(pairs, "metrics", Said("there are {0} metrics, the most is {1}", len(pairs.pairs), MOST_METRICS))
        return {}
    bounds = frozenset(name for name, entry in words.items() if entry.bounds)
    known = Known(categories, frozenset(words) - bounds if all_words else None, bounds, pairs.keys)
    found = {key.value: _MetricReader(key, known, problems).read(value) for key, value in pairs.pairs}
    return {name: metric for name, metric in found.items() if metric is not None}


class _MetricReader:
    """Reads one metric; `where` is its id, which every message names."""

    def __init__(self, key: Text, known: Known, problems: Problems) -> None:
        self.key = key
        self.where = key.value
        self.known = known
        self.problems = problems

    def read(self, node: Node) -> Metric | None:
        if not ID.fullmatch(self.where):
            what = Said("metric id {0}", quoted(self.where))
            self.problems.error(self.key, self.where, what, allowed="a-z, 0-9 and _, starting with a letter, at most 64")
        pairs = mapping(node, self.where, self.problems, ", ".join(METRIC_KEYS))
        if pairs is None:
            return None
        fields = Fields(pairs, self.where, self.problems, METRIC_KEYS, REQUIRED)
        unit, units, apart = self._units(fields)
        low, high = self._range(fields)
        return Metric(
            id=self.where,
            zh=fields.text("zh"),
            en=fields.text("en"),
            category=self._category(fields),
            unit=unit,
            definition=fields.text("definition", LONGEST_TEXT),
            definition_en=fields.text("definition_en", LONGEST_TEXT),
            units=units,
            apart=apart,
            better=fields.choice("better", ("more", "less", "neutral"), "neutral"),
            combine=fields.choice("combine", ("sum", "largest"), "largest"),
            parts=self._other_metrics(fields, "parts", "the metric is listed among its own parts"),
            also=self._other_metrics(fields, "also", "the metric is listed beside itself"),
            zero=self._zero(fields),
            alone=self._alone(fields),
            stock=fields.choice("stock", ("true", "false"), "false") == "true",
            low=low,
            high=high,
            not_words=self._plain_words(fields, "not"),
            narrow=self._plain_words(fields, "narrow"),
            patterns=self._patterns(fields, frozenset((unit, *units, *apart))),
            examples=self._examples(fields),
            line=self.key.line,
            column=self.key.column,
        )

    def _category(self, fields: Fields) -> str:
        value, node = fields.text("category"), fields.get("category")
        if value and node is not None and self.known.categories is not None and value not in self.known.categories:
            fix = self.problems.guess(value, self.known.categories)
            allowed = ", ".join(sorted(self.known.categories))
            self.problems.error(
                node, self.where, Said("category {0} is not among the categories", quoted(value)), allowed=allowed, fix=fix
            )
        return value

    def _units(self, fields: Fields) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """The unit, its other spellings and the units apart, none of them twice."""
        unit, node = fields.text("unit"), fields.get("unit")
        places = [(node, unit, "unit")] if unit and node is not None else []
        places += [(item, value, "units") for item, value in fields.entries("units")]
        places += [(item, value, "apart") for item, value in fields.entries("apart")]
        owner: dict[str, str] = {}
        for at, value, key in places:
            if not UNIT.fullmatch(value):
                allowed = "up to 8 characters, no digit, no space, no bracket"
                self.problems.error(at, self.where, Said("unit {0} in {1!r}", quoted(value), key), allowed=allowed)
            elif owner.setdefault(value, key) != key:
                fix = "delete one of the two"
                self.problems.error(
                    at, self.where, Said("unit {0} stands in {1!r} and in {2!r}", quoted(value), owner[value], key), fix=fix
                )
        return (
            unit,
            tuple(value for _, value, key in places if key == "units"),
            tuple(value for _, value, key in places if key == "apart"),
        )

    def _other_metrics(self, fields: Fields, key: str, itself: str) -> tuple[str, ...]:
        """The ids under `key`, among which the metric itself has no place."""
        named = fields.entries(key, 64)
        for item, value in named:
            if value == self.where:
                self.problems.error(item, self.where, itself, fix="delete it")
            elif value not in self.known.metrics:
                self._unknown_metric(item, value, Said("in {0!r}", key))
        return tuple(value for _, value in named)

    def _unknown_metric(self, at: Text, value: str, place: Said) -> None:
        fix = self.problems.guess(value, self.known.metrics)
        self.problems.error(at, self.where, Said("no metric is called {0} ({1})", quoted(value), place), fix=fix)

    def _zero(self, fields: Fields) -> tuple[str, ...]:
        """The nouns of `zero`: <name> as the bare name of a vocabulary, other text as it stands."""
        nouns = []
        for item, value in fields.entries("zero"):
            match = VOCABULARY.fullmatch(value)
            if not match and re.search("[<>]", value):
                self.problems.error(item, self.where, Said("{0} in 'zero'", quoted(value)), allowed="<name> or a plain word")
            elif match and self.known.vocabularies is not None and match[1] not in self.known.vocabularies:
                self._unknown_vocabulary(item, match[1], 0)
            nouns.append(match[1] if match else value)
        return tuple(nouns)

    def _alone(self, fields: Fields) -> tuple[str, ...]:
        """What may follow a number that is a clause by itself: <name> as the bare name of a vocabulary, N as nothing."""
        nouns = []
        for item, value in fields.entries("alone"):
            match = VOCABULARY.fullmatch(value)
            if not match and value != "N":
                self.problems.error(
                    item, self.where, Said("{0} in 'alone'", quoted(value)), allowed="<name> of what follows, or N"
                )
            elif match and self.known.vocabularies is not None and match[1] not in self.known.vocabularies:
                self._unknown_vocabulary(item, match[1], 0)
            nouns.append(match[1] if match else "")
        return tuple(nouns)

    def _unknown_vocabulary(self, at: Text, name: str, offset: int) -> None:
        if name in self.known.bounds:
            what, fix = Said("<{0}> stands under 'bounds', so no pattern reads it", name), "move it to 'words'"
        else:
            what, fix = Said("no vocabulary is called <{0}>", name), self.problems.guess(name, self.known.vocabularies or ())
        self.problems.error(at, self.where, what, fix=fix, shift=at.shift(offset))

    def _range(self, fields: Fields) -> tuple[Decimal | None, Decimal | None]:
        node = fields.get("range")
        if node is None:
            return None, None
        ends = [item.value if isinstance(item, Text) else "" for item in node.items] if isinstance(node, Items) else []
        numbers = [number(end) for end in ends]
        low, high = numbers if len(numbers) == 2 else (None, None)
        if low is None or high is None:
            what = Said("'range' is {0}", quoted(f"[{', '.join(ends)}]") if ends else kind_of(node))
            self.problems.error(node, self.where, what, allowed="[LOW, HIGH] with two plain numbers, as in [0, 5000]")
            return None, None
        if low > high:
            self.problems.error(
                node, self.where, Said("'range' runs from {0} down to {1}", low, high), fix=Said("write [{0}, {1}]", high, low)
            )
        return low, high

    def _plain_words(self, fields: Fields, key: str) -> tuple[str, ...]:
        entries = fields.entries(key)
        for item, value in entries:
            if re.search(r"[<>\s]", value):
                self.problems.error(
                    item, self.where, Said("{0} in {1!r}", quoted(value), key), allowed="plain words without spaces"
                )
        return tuple(value for _, value in entries)

    def _patterns(self, fields: Fields, units: frozenset[str]) -> tuple[Pattern, ...]:
        node = fields.get("patterns")
        if node is None:
            return ()
        if isinstance(node, Items) and not node.items:
            self.problems.error(node, self.where, "'patterns' is empty", fix="add at least one wording")
        entries = fields.entries("patterns", 100_000)
        if len(entries) > MOST_PATTERNS:
            what = Said("there are {0} patterns, the most is {1}", len(entries), MOST_PATTERNS)
            self.problems.error(node, self.where, what, fix="put words that mean the same into a vocabulary")
            return ()
        return tuple(self._pattern(item, source, units) for item, source in entries)

    def _pattern(self, item: Text, source: str, units: frozenset[str]) -> Pattern:
        # Offsets are into the stripped source, which begins where a plain scalar begins.
        elements, faults = compile_pattern(source, units, self.known.vocabularies)
        for fault in faults:
            if fault.unknown:
                self._unknown_vocabulary(item, fault.unknown, fault.offset)
            else:
                what = Said("{0} in {1}", fault.what, quoted(source))
                self.problems.error(item, self.where, what, fix=fault.fix, shift=item.shift(fault.offset))
        return Pattern(source, elements, item.line, item.column)

    def _examples(self, fields: Fields) -> tuple[Example, ...]:
        node = fields.get("examples")
        if node is None:
            return ()
        if not isinstance(node, Items):
            self.problems.error(
                node, self.where, Said("'examples' is {0}, not a list", kind_of(node)), fix="start each example with `- text:`"
            )
            return ()
        return tuple(example for item in node.items if (example := self._example(item)) is not None)

    def _example(self, node: Node) -> Example | None:
        if isinstance(node, Broken):
            return None
        if not isinstance(node, Pairs):
            self.problems.error(node, self.where, Said("an example is {0}, not a mapping", kind_of(node)), allowed="text, reads")
            return None
        fields = Fields(node, self.where, self.problems, ("text", "reads"), ("text", "reads"))
        text, reads = fields.text("text", LONGEST_TEXT), fields.get("reads")
        readings = self._reads(reads) if reads is not None else ()
        return Example(text, readings, node.line, node.column)

    def _reads(self, node: Node) -> tuple[Reading, ...]:
        if not isinstance(node, Pairs):
            fix = "write `reads: {}` if nothing is read"
            self.problems.error(
                node, self.where, Said("'reads' is {0}, not a mapping", kind_of(node)), allowed="metric: reading", fix=fix
            )
            return ()
        found: list[Reading] = []
        for key, value in node.pairs:
            if key.value not in self.known.metrics:
                self._unknown_metric(key, key.value, Said("in 'reads'"))
            for item in value.items if isinstance(value, Items) else [value]:
                found.extend(self._reading(key.value, item))
        return tuple(found)

    def _reading(self, metric: str, node: Node) -> list[Reading]:
        text = plain(node, self.where, Said("the reading of {0}", quoted_key(metric)), self.problems, LONGEST_TEXT)
        if text is None:
            return []
        try:
            return [reading(metric, text)]
        except ReadingError as error:
            self.problems.error(node, self.where, Said("reading {0}: {1}", quoted(text), error.args[0]), allowed=SHAPE)
            return []
