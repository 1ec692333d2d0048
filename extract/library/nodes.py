"""YAML read into nodes that know their line and column, with everything refused that makes YAML surprising.

Every scalar is the text that stands in the file: `no` is "no", `012` is "012". Aliases, anchors, tags, merge keys,
duplicate keys and a second document are problems. The parser's events are walked with a list, not by recursion,
so no nesting can exhaust the stack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from extract.library.problems import Problems, quoted
from extract.said import Said

DEEPEST = 12
#: control characters, and those that change how a line looks without being seen: zero width, bidi, soft hyphen, BOM
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
#: keys of free text, where an example may well show such a character
FREE_TEXT = frozenset({"text", "definition", "definition_en"})
_QUOTES = frozenset(("'", '"'))


@dataclass(slots=True)
class Text:
    """A scalar. `exact` when character n of the value stands n columns after `inner`."""

    line: int
    column: int
    value: str
    inner: int = 0
    exact: bool = False

    def shift(self, offset: int) -> int:
        """How far right of the scalar's start its character `offset` stands, as far as that can be told."""
        return self.inner - self.column + offset if self.exact else 0


@dataclass(slots=True)
class Items:
    """A sequence."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Pairs:
    """A mapping whose keys are all different; `keys` says on which line each stands.

    `damaged`: an entry was left out because something is wrong with its key.
    """

    line: int
    column: int
    pairs: list[tuple[Text, "Node"]] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    damaged: bool = False


@dataclass(slots=True)
class Broken:
    """A place whose mistake is already on the list: whoever reads it stays silent."""

    line: int
    column: int


Node = Text | Items | Pairs | Broken


@dataclass(slots=True)
class _Open:
    """A collection that is still being filled; `key` is the key that waits for its value."""

    node: Items | Pairs | Broken
    key: Text | Broken | None = None


def compose(text: str, problems: Problems, mended: frozenset[int] = frozenset()) -> Node | None:
    """The file's one document; None for an empty file, Broken if it is not worth reading, yaml.YAMLError if it is no YAML.

    Scalars on a `mended` line are Broken: what they say was put there to read on after a mistake.
    """
    return _Composer(problems, mended).run(yaml.parse(text, Loader=yaml.CSafeLoader))


class _Composer:
    """Builds the nodes of one document from the parser's events."""

    def __init__(self, problems: Problems, mended: frozenset[int]) -> None:
        self.problems = problems
        self.mended = mended
        self.open: list[_Open] = []
        self.root: Node | None = None

    def run(self, events: Iterator[yaml.Event]) -> Node | None:
        documents = 0
        for event in events:
            # nine of ten events are scalars
            if isinstance(event, yaml.ScalarEvent):
                self._place(self._scalar(event))
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problems.error(place(event), "", "a second document starts here", fix="keep everything in one document")
                    return place(event)
            elif isinstance(event, yaml.AliasEvent):
                at = place(event)
                self.problems.error(at, self.where(), Said("alias *{0} is not allowed", event.anchor), fix="write the text out")
                self._place(at)
            elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                if len(self.open) == DEEPEST:
                    what = Said("nesting deeper than {0} levels; nothing after this place was read", DEEPEST)
                    self.problems.error(place(event), self.where(), what)
                    return place(event)
                self.open.append(_Open(self._collection(event)))
            elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                self._place(self.open.pop().node)
        return self.root

    def where(self) -> str:
        """The id or path that messages name for the place being read."""
        path = [entry.key.value for entry in self.open if isinstance(entry.key, Text)]
        if path[:1] == ["metrics"]:
            return path[1] if len(path) > 1 else "metrics"
        return ".".join(path[:3])

    def _scalar(self, event: yaml.ScalarEvent) -> Text | Broken:
        start, end, value = event.start_mark, event.end_mark, event.value
        assert start is not None
        assert end is not None
        line, column = start.line + 1, start.column + 1
        if line in self.mended and not self._key_comes():
            return Broken(line, column)
        if (event.anchor is not None or event.tag is not None) and self._marked(event):
            return Broken(line, column)
        quotes = 1 if event.style in _QUOTES else 0
        exact = line == end.line + 1 and end.column - start.column == len(value) + 2 * quotes
        node = Text(line, column, value, column + quotes, exact)
        strange = INVISIBLE.search(value)
        if strange and not self._free_text():
            what = Said("{0} holds the invisible character U+{1:04X}", quoted(value), ord(strange[0]))
            shift = node.shift(strange.start() - value.count("\n", 0, strange.start()))
            self.problems.error(node, self.where(), what, fix="delete it", shift=shift)
            return Broken(line, column)
        return node

    def _key_comes(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].node, Pairs) and self.open[-1].key is None

    def _free_text(self) -> bool:
        key = self.open[-1].key if self.open else None
        return isinstance(key, Text) and key.value in FREE_TEXT

    def _collection(self, event: yaml.CollectionStartEvent) -> Items | Pairs | Broken:
        at = place(event)
        if self._marked(event):
            return at
        return Items(at.line, at.column) if isinstance(event, yaml.SequenceStartEvent) else Pairs(at.line, at.column)

    def _marked(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        """Whether an anchor or a tag stands here, both of which are problems."""
        at = place(event)
        if event.anchor is not None:
            self.problems.error(
                at, self.where(), Said("anchor &{0} is not allowed", event.anchor), fix="write the text out where it is used"
            )
        if event.tag is not None:
            what, fix = Said("tag {0} is not allowed", quoted(event.tag)), "delete it; quote text that starts with !"
            self.problems.error(at, self.where(), what, fix=fix)
        return event.anchor is not None or event.tag is not None

    def _place(self, node: Node) -> None:
        """Puts a finished node where it belongs: into the collection around it, or at the root."""
        if not self.open:
            self.root = node
            return
        around = self.open[-1]
        if isinstance(around.node, Items):
            around.node.items.append(node)
        elif around.key is None:
            around.key = self._key(node)
        else:
            if isinstance(around.node, Pairs) and isinstance(around.key, Text):
                around.node.pairs.append((around.key, node))
            around.key = None

    def _key(self, node: Node) -> Text | Broken:
        """The node as a key, or Broken, so that its value is left out."""
        around = self.open[-1].node
        key = self._good_key(around, node) if isinstance(around, Pairs) else None
        if key is None and isinstance(around, Pairs):
            around.damaged = True
        return key or Broken(node.line, node.column)

    def _good_key(self, around: Pairs, node: Node) -> Text | None:
        if isinstance(node, Broken):
            return None
        if not isinstance(node, Text):
            self.problems.error(node, self.where(), "a key must be text, not a list or a mapping")
        elif node.value == "<<":
            self.problems.error(node, self.where(), "merge key << is not allowed", fix="write the keys out")
        elif node.value in around.keys:
            what = Said("key {0} stands here again, first on line {1}", quoted(node.value), around.keys[node.value])
            self.problems.error(node, self.where(), what, fix="keep one of the two")
        else:
            around.keys[node.value] = node.line
            return node
        return None


def place(event: yaml.Event) -> Broken:
    """Where an event starts, counted from 1."""
    assert event.start_mark is not None
    return Broken(event.start_mark.line + 1, event.start_mark.column + 1)
