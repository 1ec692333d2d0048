"""The keys of one mapping read one by one, with a problem for each that is missing, unknown or of the wrong shape."""

import re
from collections.abc import Sequence

from extract.library.nodes import Broken, Items, Node, Pairs, Text
from extract.library.problems import Problems, quoted
from extract.said import Said

ID = re.compile(r"[a-z][a-z0-9_]{0,63}")


def kind_of(node: Node) -> Said:
    """What a node is, as messages call it."""
    if isinstance(node, Text):
        return Said("text") if node.value else Said("empty")
    return Said("a list") if isinstance(node, Items) else Said("a mapping")


def mapping(node: Node, where: str, problems: Problems, holds: str) -> Pairs | None:
    """The node as a mapping; `holds` says in the message what it should hold."""
    if isinstance(node, Pairs):
        return node
    if not isinstance(node, Broken):
        problems.error(node, where, Said("{0} is {1}, not a mapping", quoted_key(where), kind_of(node)), allowed=holds)
    return None


def quoted_key(where: str) -> Said:
    """The last part of a path, as messages name it."""
    return Said("{0!r}", where.rpartition(".")[2]) if where else Said("the file")


def plain(node: Node, where: str, what: Said, problems: Problems, longest: int = 200) -> str | None:
    """The node as text that is not empty, or None with a problem; `what` names it in the message."""
    if isinstance(node, Broken):
        return None
    if not isinstance(node, Text):
        problems.error(node, where, Said("{0} is {1}, not text", what, kind_of(node)))
        return None
    if not node.value.strip():
        problems.error(node, where, Said("{0} is empty", what))
        return None
    if len(node.value) > longest:
        problems.error(node, where, Said("{0} has {1} characters, the most is {2}", what, len(node.value), longest))
        return None
    return node.value.strip()


class Fields:
    """A mapping with a fixed set of keys."""

    def __init__(self, pairs: Pairs, where: str, problems: Problems, order: Sequence[str], required: Sequence[str]) -> None:
        self.pairs = pairs
        self.where = where
        self.problems = problems
        self.nodes: dict[str, Node] = {}
        for key, value in pairs.pairs:
            if key.value in order:
                self.nodes[key.value] = value
            else:
                guess = problems.guess(key.value, order)
                problems.error(key, where, Said("unknown key {0}", quoted(key.value)), allowed=", ".join(order), fix=guess)
        self._check_required(required)
        self._check_order(order)

    def _check_required(self, required: Sequence[str]) -> None:
        # A key that stands there with a mistake is on the list already: no second problem for its absence.
        for key in required:
            if key not in self.pairs.keys:
                self.problems.error(self.pairs, self.where, Said("key {0!r} is missing", key), fix=Said("add `{0}:`", key))

    def _check_order(self, order: Sequence[str]) -> None:
        places = [order.index(key.value) for key, _ in self.pairs.pairs if key.value in order]
        late = next((n for n in range(1, len(places)) if places[n] < places[n - 1]), None)
        if late is not None:
            known = [key for key, _ in self.pairs.pairs if key.value in order]
            what = Said("key {0!r} stands after {1!r}", known[late].value, known[late - 1].value)
            self.problems.warn(known[late], self.where, what, allowed=Said("the order {0}", ", ".join(order)))

    def get(self, key: str) -> Node | None:
        """The node of a key, or None if it is absent or its mistake is known."""
        node = self.nodes.get(key)
        return None if isinstance(node, Broken) else node

    def text(self, key: str, longest: int = 200) -> str:
        """The text of a key, empty if it is absent or no text."""
        node = self.get(key)
        return (plain(node, self.where, quoted(key), self.problems, longest) or "") if node is not None else ""

    def choice(self, key: str, allowed: Sequence[str], default: str) -> str:
        """One of a few words."""
        node = self.get(key)
        if node is None:
            return default
        value = self.text(key)
        if value and value not in allowed:
            what = Said("{0!r} is {1}", key, quoted(value))
            self.problems.error(node, self.where, what, allowed=", ".join(allowed), fix=self.problems.guess(value, allowed))
        return value if value in allowed else default

    def entries(self, key: str, longest: int = 40) -> list[tuple[Text, str]]:
        """The texts of a list, each with its node, without those that are repeated, empty or no text."""
        node = self.get(key)
        return [] if node is None else text_list(node, self.where, quoted(key), self.problems, longest)


def text_list(
    node: Node, where: str, what: Said, problems: Problems, longest: int = 40, repeats_warn: bool = False
) -> list[tuple[Text, str]]:
    """The texts of a list of words; a repeated one is left out, with a warning where that does no harm."""
    if isinstance(node, Broken):
        return []
    if not isinstance(node, Items):
        fix = Said("write [{0}]", node.value) if isinstance(node, Text) and node.value and len(node.value) < 40 else ""
        problems.error(node, where, Said("{0} is {1}, not a list", what, kind_of(node)), fix=fix)
        return []
    found: list[tuple[Text, str]] = []
    seen: set[str] = set()
    entry = Said("an entry of {0}", what)
    for item in node.items:
        value = plain(item, where, entry, problems, longest)
        if value is None or not isinstance(item, Text):
            continue
        if value in seen:
            note = problems.warn if repeats_warn else problems.error
            note(item, where, Said("{0} stands twice in {1}", quoted(value), what), fix="delete one of the two")
        else:
            seen.add(value)
            found.append((item, value))
    return found
