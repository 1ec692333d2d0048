"""A web page as a light tree of elements, without what a visitor never sees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.reading.wordlist import words

#: Elements whose content is no text of the page, or text that the page itself has struck out.
_UNSEEN = words(
    "script style template noscript iframe object svg canvas math audio video select datalist option button input textarea "
    "head title link meta rt rp del -comment !doctype"
)
_HIDING = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)")
#: Built to be shown by a script: the article of a WeChat page.
_SHOWN_LATER = frozenset({"js_content"})
#: Deeper elements become children of the element at this depth, so that walking the tree cannot run out of stack.
_DEEPEST = 150


@dataclass(slots=True, eq=False)
class Element:
    """An element with its attributes and its children, which are elements and strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    children: "list[Element | str]" = field(default_factory=list)

    def elements(self) -> "Iterator[Element]":
        """This element and all below it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            if element.children:
                waiting.extend([child for child in reversed(element.children) if isinstance(child, Element)])

    def text(self) -> str:
        """All text below this element, run together."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def labels(self) -> str:
        """What the page's maker called this element: id, class and role."""
        return " ".join(self.attributes.get(key, "") for key in ("id", "class", "role"))


def page_tree(parser: LexborHTMLParser) -> Element:
    """The visible part of the page's body."""
    root = Element("body")
    if parser.body is None:
        return root
    node, top = parser.body, parser.body.mem_id
    here, depth, closing = root, 0, False
    opened: list[tuple[Element, bool]] = []
    while True:
        if not closing:
            entered = _enter(node, here, depth)
            if entered is not None and node.child is not None:
                opened.append((here, entered is not here))
                here, depth = entered, depth + (entered is not here)
                node = node.child
                continue
        if node.mem_id == top:
            return root
        following = node.next
        if following is not None:
            node, closing = following, False
            continue
        parent = node.parent
        if parent is None or not opened:
            return root
        here, deeper = opened.pop()
        depth -= deeper
        node, closing = parent, True


def _enter(node: LexborNode, here: Element, depth: int) -> Element | None:
    """The element that the node's children belong to; nothing if they are not to be seen."""
    if node.is_text_node:
        here.children.append(node.text_content or "")
        return None
    tag = node.tag or ""
    if tag in _UNSEEN:
        return None
    attributes = {key: value or "" for key, value in node.attributes.items()}
    if _hidden(attributes):
        return None
    if depth >= _DEEPEST:
        return here
    element = Element(tag, attributes, here)
    here.children.append(element)
    return element


def _hidden(attributes: dict[str, str]) -> bool:
    if attributes.get("id") in _SHOWN_LATER:
        return False
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style", "")))
