"""The section `derived` of a library file: metrics that are computed from others, never read in a text."""

from collections.abc import Mapping

from extract.library.fields import ID, Fields, mapping
from extract.library.model import Derived, Metric
from extract.library.nodes import Node, Text
from extract.library.problems import Problems, quoted
from extract.said import Said

#: what may be computed: a part as a percentage of its whole, one over another, the first that is known, all added up
OPERATIONS = ("share", "ratio", "first", "sum")
DERIVED_KEYS = ("zh", "en", "definition", "definition_en", "category", "unit", "better", *OPERATIONS, "agrees")
REQUIRED = ("zh", "en", "category", "unit")
_PAIRED = ("share", "ratio")


def read_derived(
    node: Node, metrics: Mapping[str, Metric], categories: frozenset[str] | None, problems: Problems
) -> dict[str, Derived]:
    """Every derived metric of the section by its id."""
    pairs = mapping(node, "derived", problems, "ids, each with its keys")
    found: dict[str, Derived] = {}
    for key, value in pairs.pairs if pairs else ():
        derived = _DerivedReader(key, metrics, categories, problems).read(value)
        if derived is not None:
            found[key.value] = derived
    return found


class _DerivedReader:
    """Reads one derived metric; `where` is its id."""

    def __init__(self, key: Text, metrics: Mapping[str, Metric], categories: frozenset[str] | None, problems: Problems) -> None:
        self.key = key
        self.where = key.value
        self.metrics = metrics
        self.categories = categories
        self.problems = problems

    def read(self, node: Node) -> Derived | None:
        if not ID.fullmatch(self.where):
            what = Said("derived id {0}", quoted(self.where))
            self.problems.error(self.key, self.where, what, allowed="a-z, 0-9 and _, starting with a letter, at most 64")
        if self.where in self.metrics:
            what = Said("{0} is a metric already, on line {1}", quoted(self.where), self.metrics[self.where].line)
            self.problems.error(self.key, self.where, what, fix="choose another id: computed and stated values never mix")
        pairs = mapping(node, self.where, self.problems, ", ".join(DERIVED_KEYS))
        if pairs is None:
            return None
        fields = Fields(pairs, self.where, self.problems, DERIVED_KEYS, REQUIRED)
        operation, operands = self._operation(fields)
        return Derived(
            id=self.where,
            zh=fields.text("zh"),
            en=fields.text("en"),
            category=self._category(fields),
            unit=fields.text("unit"),
            definition=fields.text("definition", 2_000),
            definition_en=fields.text("definition_en", 2_000),
            better=fields.choice("better", ("more", "less", "neutral"), "neutral"),
            operation=operation,
            operands=operands,
            agrees=self._metric_names(fields, "agrees"),
            line=self.key.line,
            column=self.key.column,
        )

    def _operation(self, fields: Fields) -> tuple[str, tuple[str, ...]]:
        given = [operation for operation in OPERATIONS if operation in fields.pairs.keys]
        if len(given) != 1:
            what = Said("{0} of the keys {1} are there", len(given), ", ".join(OPERATIONS))
            self.problems.error(self.key, self.where, what, fix="say in just one of them how the value is computed")
            return "", ()
        operation = given[0]
        operands = self._metric_names(fields, operation)
        node = fields.get(operation)
        wrong = len(operands) != 2 if operation in _PAIRED else len(operands) < 2
        if node is not None and wrong:
            allowed = "two metrics, [PART, WHOLE]" if operation in _PAIRED else "two metrics or more"
            self.problems.error(node, self.where, Said("{0!r} names {1}", operation, len(operands)), allowed=allowed)
        return operation, operands

    def _metric_names(self, fields: Fields, key: str) -> tuple[str, ...]:
        names = []
        for item, name in fields.entries(key, 64):
            if name not in self.metrics:
                fix = self.problems.guess(name, self.metrics)
                self.problems.error(item, self.where, Said("no metric is called {0} in {1!r}", quoted(name), key), fix=fix)
            names.append(name)
        return tuple(names)

    def _category(self, fields: Fields) -> str:
        value, node = fields.text("category"), fields.get("category")
        if value and node is not None and self.categories is not None and value not in self.categories:
            allowed = ", ".join(sorted(self.categories))
            self.problems.error(
                node, self.where, Said("category {0} is not among the categories", quoted(value)), allowed=allowed
            )
        return value
