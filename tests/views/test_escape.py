"""Hostile strings as report text, names and labels: nothing runs, and the text can be had back as written."""

from __future__ import annotations

import doctest
import re
from html import unescape

import pytest

from views import data, escape, formats
from views.escape import Mark, chart_text, label, marked

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>1</script>",
    "![x](http://evil.example/a.png)",
    "[x](javascript:alert(1))",
    "$\\frac{1}{2}$",
    ":red[警告]",
    ":material/home:",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "</mark><script>",
    "<mark>",
    '" onmouseover="x',
    "' onclick='x",
    "\u202e反转\u202c",
    "<!-- -->",
    "<style>*{display:none}</style>",
    "<iframe src=//evil.example>",
    "`code`",
    "**粗**",
    "~~删~~",
    "<a href='//evil.example'>甲镇</a>",
    "%{customdata}",
    "{{7*7}}",
    "${7*7}",
    "<br>",
    "\x00\x1b[31m",
    "=1+1",
    "<math><mi//xlink:href=x>",
    "|表|格|",
    "# 标题",
    "- 项",
    "1. 项",
    "http://evil.example",
    "a@b.example",
    "😀:smile:",
    "<details open ontoggle=x>",
    "]]>",
    "<?xml?>",
]


@pytest.mark.parametrize("text", PAYLOADS)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("化解", "96起"), ("<", ">")])
def test_marked_text_unescapes_to_the_source(text: str, before: str, after: str) -> None:
    source = before + text + after
    marks = [Mark(at, at + 2, "claimed", text) for at in range(0, max(len(source) - 2, 0), 3)]
    html = marked(source, marks)
    bare = re.sub(r'<mark class="claimed" title="[^"<>]*">|</mark>', "", html)
    assert "<" not in bare
    assert unescape(bare) == source


@pytest.mark.parametrize("text", PAYLOADS)
def test_labels_and_chart_texts_hold_no_markup(text: str) -> None:
    assert re.sub(r"\\(.)", r"\1", label(text)) == re.sub(r"[\r\n\t]+", " ", text).replace("\\f", "f") or "\\" in text
    assert not re.search(r"(?<!\\)[<>\[\]`*$]", label(text).replace("\\\\", ""))
    assert "<" not in chart_text(text)


def test_overlapping_and_outlying_marks_are_left_out() -> None:
    assert marked("化解96起", [Mark(2, 4, "a"), Mark(3, 5, "b"), Mark(4, 99, "c")]) == '化解<mark class="a">96</mark>起'


@pytest.mark.parametrize("module", [escape, formats, data])
def test_examples_in_the_docstrings_hold(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert tried
    assert not failed
