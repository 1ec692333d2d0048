"""Reports' words made harmless for the three places they go to: HTML, Markdown labels and Plotly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&^=/@\"'])")
_BREAKS = re.compile(r"[\r\n\t\u2028\u2029]+")
#: marks that turn the direction of the text around them; shown, never obeyed
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that is shown highlighted: what kind, and what is said of it when pointed at."""

    start: int
    end: int
    kind: str
    title: str = ""


def html_text(text: str) -> str:
    """Text for HTML; nothing in it is a tag.

    >>> html_text('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return escape(text, quote=True)


def label(text: str) -> str:
    r"""Text for a widget's label or a message, which are Markdown; nothing in it is markup.

    >>> print(label("![x](y) :red[a]"))
    \!\[x\]\(y\) \:red\[a\]
    """
    return _MARKDOWN.sub(r"\\\1", _BREAKS.sub(" ", text))


def chart_text(text: str, most: int = 0) -> str:
    """Text for Plotly, which knows a few tags and entities; cut to `most` characters.

    >>> chart_text("<b>甲</b>"), chart_text("一二三四五", 3)
    ('&lt;b&gt;甲&lt;/b&gt;', '一二…')
    """
    flat = _TURNS.sub("\ufffd", _BREAKS.sub(" ", text))
    if most and len(flat) > most:
        flat = flat[: most - 1] + "…"
    return escape(flat, quote=False)


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The text as HTML with its marked stretches in tags; without our tags it unescapes to just the text.

    Marks that overlap an earlier one, or lie outside the text, are left out.

    >>> marked("化解<96>起", [Mark(2, 6, "claimed", "纠纷")])
    '化解<mark class="claimed" title="纠纷">&lt;96&gt;</mark>起'
    """
    parts: list[str] = []
    at = 0
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        if mark.start < at or mark.end > len(text) or mark.start >= mark.end:
            continue
        title = f' title="{html_text(mark.title)}"' if mark.title else ""
        parts.append(html_text(text[at : mark.start]))
        parts.append(f'<mark class="{html_text(mark.kind)}"{title}>{html_text(text[mark.start : mark.end])}</mark>')
        at = mark.end
    parts.append(html_text(text[at:]))
    return "".join(parts)
