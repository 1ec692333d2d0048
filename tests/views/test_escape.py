"""Hostile strings as report text, names and labels: nothing runs, and the text can be had back as written."""

from __future__ import annotations

import doctest
import re
from html import unescape

import pytest

from tests.views.hostile import PAYLOADS
from views import data, escape, formats
from views.escape import Mark, chart_text, label, marked


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
    assert re.sub(r"\\(.)", r"\1", label(text)) == re.sub("[\r\n\t\u2028\u2029]+", " ", text).replace("\\f", "f") or "\\" in text
    assert not re.search(r"(?<!\\)[<>\[\]`*$]", label(text).replace("\\\\", ""))
    assert "<" not in chart_text(text)


def test_overlapping_and_outlying_marks_are_left_out() -> None:
    assert marked("化解96起", [Mark(2, 4, "a"), Mark(3, 5, "b"), Mark(4, 99, "c")]) == '化解<mark class="a">96</mark>起'


@pytest.mark.parametrize("module", [escape, formats, data])
def test_examples_in_the_docstrings_hold(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert tried
    assert not failed
