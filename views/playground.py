"""The playground of the library: a sentence tried, and a metric changed or added with what that does to every report."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

import pandas as pd
import streamlit as st

from extract.cli_library_texts import in_chinese, problem_text
from extract.corpus.reader import Store
from extract.errors import LibraryError
from extract.exporting.explanation import explanation
from extract.library import load_library
from extract.library.model import Library, Metric
from extract.matching.examples import run_examples
from extract.matching.result import Extractor, ReportResult
from views.answers import tables
from views.escape import html_text
from views.formats import figure, year
from views.frame import Page
from views.grid import Cell, Column, grid
from views.parts import part
from views.source import Source, library_of
from views.state import segments, select
from views.widgets import quiet

_LONGEST = 20_000
_MOST_REPORTS = 500
_TASKS = ("change", "add")
_NEW = """  my_metric:
    zh: 新指标
    en: New metric
    category: {category}
    unit: 件
    patterns:
      - 调解 纠纷 N
    examples:
      - text: 全年调解纠纷12件
        reads: {{my_metric: 12}}
"""


@lru_cache(maxsize=2)
def _extractor(key: str) -> Extractor:
    return Extractor(library_of(key))


def playground(page: Page) -> None:
    """The view."""
    say = page.say
    left, right = st.columns([5, 1])
    with left:
        text = st.text_area(say("try text"), value=say("try example"), key=f"try {page.language}", max_chars=_LONGEST)
    with right:
        when = int(st.number_input(say("try year"), 1990, 2100, 2024, key="try year"))
    result = _extractor(page.source.library).read_text(str(text or ""), when)
    _readings(page, result)
    with st.expander(say("why read")):
        st.code(explanation(result, page.language), language=None, wrap_lines=True)
    st.subheader(say("edit library"))
    _edit(page)


def _readings(page: Page, result: ReportResult) -> None:
    say = page.say
    found = result.mentions
    if found.empty:
        st.info(say("reads none"))
        return
    cells = [
        (
            Cell(str(row["figure"]), kind="strong"),
            page.metric(str(row["metric"])),
            Cell(figure(row["value"], row["value_high"], str(row["qualifier"]), say.unit(str(row["unit"])), page.language)),
            year(row["period"]),
            Cell(page.rule(str(row["rule"])), kind="quiet"),
        )
        for row in found.to_dict("records")
    ]
    columns = [Column(say(key)) for key in ("figure", "reads as", "value", "period", "patterns")]
    grid(page, "readings", columns, cells, say("reads as"))


def _edit(page: Page) -> None:
    """One metric's block of the library, changed or new, and what that changes in every report."""
    say = page.say
    quiet(say("edit note"))
    library = library_of(page.source.library)
    text = Path(library.path).read_text("utf-8-sig")
    task = segments(say("view"), _TASKS, "task", lambda name: say(f"task {name}"), hidden=True)
    if task == "change":
        name = str(select(say("metric"), list(library.metrics), "metric", show=page.metric))
        start, end = block_of(text, library.metrics[name])
        block = text[start:end]
    else:
        name = ""
        start = end = _end_of_metrics(text, library)
        block = str(st.session_state.get("draft") or _NEW.format(category=next(iter(library.categories))))
    key = f"yaml {task} {name} {hash(block)}"
    edited = st.text_area("YAML", value=block, height=340, key=key, max_chars=_LONGEST)
    tried = (task, name, _indented(str(edited or "")))
    if st.button(say("run edit"), type="primary"):
        st.session_state["tried"] = tried
    if st.session_state.get("tried") != tried:
        return
    changed = text[:start] + tried[2].rstrip("\n") + "\n" + text[end:]
    try:
        loaded = _loaded(changed)
    except LibraryError as error:
        for problem in error.problems[:12]:
            st.html(f'<div class="tm-error">{html_text(problem_text(problem, page.language, "metrics.yaml"))}</div>')
        return
    with st.spinner(say("reading")):
        _effect(page, name, changed, loaded)
    with st.container(horizontal=True):
        part("copy")(key="copy", data={"text": tried[2], "label": say("copy block"), "done": say("copied")}, width="content")
        st.download_button(
            say("copy library"), changed.encode(), "metrics.yaml", "text/yaml", on_click="ignore", key="save library"
        )
    quiet(say("use library"))


def _indented(block: str) -> str:
    """A block as it stands under `metrics:`; a draft that starts at the margin is moved in."""
    lines = block.strip("\n").splitlines()
    if not lines or lines[0].startswith(" "):
        return "\n".join(lines) + "\n"
    return "".join(f"  {line}\n" if line.strip() else "\n" for line in lines)


def _end_of_metrics(text: str, library: Library) -> int:
    """Behind the last metric of the library."""
    last = max(library.metrics.values(), key=lambda metric: metric.line)
    return block_of(text, last)[1]


def block_of(text: str, metric: Metric) -> tuple[int, int]:
    """Where a metric's block stands in the library's text: from its own line to the next of the same depth."""
    lines = text.splitlines(keepends=True)
    first = metric.line - 1
    depth = len(lines[first]) - len(lines[first].lstrip(" "))
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or len(lines[last]) - len(lines[last].lstrip(" ")) > depth):
        last += 1
    return sum(map(len, lines[:first])), sum(map(len, lines[:last]))


def _loaded(text: str) -> Library:
    with tempfile.TemporaryDirectory(prefix="township-metrics-") as folder:
        place = Path(folder) / "metrics.yaml"
        place.write_text(text, encoding="utf-8")
        return load_library(place)


def _effect(page: Page, name: str, changed: str, tried: Library) -> None:
    """What the change catches, what it takes from others, and which examples no longer hold."""
    say = page.say
    names = {metric.id: metric.zh if page.language == "zh" else metric.en for metric in tried.metrics.values()}
    before = _mentions(page.source, "")
    after = _mentions(page.source, changed)
    gains, losses = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    for key, found, words in (("edit gains", gains, after), ("edit loses", losses, before)):
        if found:
            st.html(f'<div class="tm-head">{html_text(say(key, count=len(found)))}</div>')
            rows = [
                (
                    Cell(names.get(metric, metric), kind="strong" if metric == name else ""),
                    words[report, start, metric],
                    Cell(Path(report).name, to=("report", {"report": report, "at": str(start)})),
                )
                for report, start, metric in found[:200]
            ]
            columns = [Column(say("metric")), Column(say("sentence"), "wide"), Column(say("report"))]
            grid(page, key.replace(" ", "_"), columns, rows, say(key, count=len(found)), height=340)
    broken = [problem for problem in run_examples(tried) if problem.severity == "error"]
    if broken:
        told = [f"{one.where}：{in_chinese(one.what)}" if page.language == "zh" else f"{one.where}: {one.what}" for one in broken]
        st.html(f'<div class="tm-head">{html_text(say("edit breaks", count=len(broken)))}</div>')
        blocks = [f'<div class="tm-error">{html_text(line)}</div>' for line in told[:12]]
        st.html("".join(blocks))
    if not gains and not losses and not broken:
        st.info(say("edit same"))


@lru_cache(maxsize=4)
def _mentions(source: Source, text: str) -> dict[tuple[str, int, str], str]:
    """What a library reads in the area's reports: place and metric → sentence; without a text the library in use."""
    extractor = Extractor(_loaded(text)) if text else _extractor(source.library)
    found: dict[tuple[str, int, str], str] = {}
    reports = tables(source).reports.head(_MOST_REPORTS)
    with Store(source.path) as store:
        texts = store.texts(reports["report"].astype(str))
    for report, when in zip(reports["report"].astype(str), reports["year"], strict=True):
        result = extractor.read_text(texts.get(report, ""), None if pd.isna(when) else int(when))
        for row in result.mentions[["start", "metric", "sentence"]].itertuples(index=False):
            found[report, int(str(row.start)), str(row.metric)] = str(row.sentence)
    return found
