"""指标库 Metrics: what each metric means and how it is read, and a playground for sentences and for changes of the library."""

from __future__ import annotations

import tempfile
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from extract.errors import LibraryError
from extract.library import load_library
from extract.library.model import Library, Metric
from extract.matching.examples import run_examples
from extract.matching.explain import explain
from extract.matching.result import Extractor, ReportResult
from views.escape import html_text
from views.formats import number, year
from views.frame import Page, heading
from views.source import Source, library_of, tables
from views.state import segments, select
from views.widgets import frame_csv

_VIEWS = ("browse", "playground", "near misses")
_LONGEST = 20_000


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(say("page metrics"), say("metrics intro"))
    view = segments(say("view"), _VIEWS, "view", lambda name: say(name), hidden=True)
    if view == "browse":
        _browse(page)
    elif view == "playground":
        _playground(page)
    else:
        _near(page)


def _browse(page: Page) -> None:
    say = page.say
    library = library_of(page.source.library)
    left, right = st.columns(2)
    with left:
        groups = ["", *library.categories]
        group = str(select(say("category"), groups, "category", show=lambda name: page.category(name) if name else say("all")))
    chosen = [name for name, metric in library.metrics.items() if group in ("", metric.category)]
    with right:
        name = str(select(say("metric"), chosen, "metric", show=page.metric))
    metric = library.metrics[name]
    _definition(page, metric)
    caught = tables(page.source).facts.mentions
    counts: Counter[str] = Counter(str(rule) for rule in caught[caught["metric"] == name]["rule"])
    st.subheader(say("patterns"))
    rows = [(pattern.source, counts.get(pattern.source, 0)) for pattern in metric.patterns]
    rows += [(rule, count) for rule, count in counts.items() if rule not in {pattern.source for pattern in metric.patterns}]
    st.dataframe(pd.DataFrame(rows, columns=[say("patterns"), say("caught")]), hide_index=True, height="content")
    st.subheader(say("examples"))
    lines = []
    for example in metric.examples:
        told = [f"{page.metric(r.metric)} {number(r.value, page.language)}" for r in example.reads]
        lines.append((example.text, say.join(told) if told else say("reads nothing")))
    st.dataframe(pd.DataFrame(lines, columns=[say("sentence"), say("reads as")]), hide_index=True, height="content")


def _definition(page: Page, metric: Metric) -> None:
    say = page.say
    other = metric.en if page.language == "zh" else metric.zh
    lines = [
        f'<div class="tm-head">{html_text(page.metric(metric.id))}　<span class="tm-quiet">{html_text(other)}'
        f" · {html_text(metric.id)} · {html_text(page.category(metric.category))} · {html_text(metric.unit)}</span></div>"
    ]
    facts = (
        ("definition", metric.definition),
        ("also units", say.join(list(metric.units))),
        ("not words", say.join(list(metric.not_words))),
        ("zero words", say.join(list(metric.zero))),
    )
    lines += [
        f'<div class="tm-row"><span class="tm-quiet">{html_text(say(key))}</span>　{html_text(text)}</div>'
        for key, text in facts
        if text
    ]
    with st.container(border=True):
        st.html("".join(lines))


@lru_cache(maxsize=2)
def _extractor(key: str) -> Extractor:
    return Extractor(library_of(key))


def _playground(page: Page) -> None:
    say = page.say
    left, right = st.columns([5, 1])
    with left:
        text = st.text_area(say("try text"), value=say("try example"), key=f"try {page.language}", max_chars=_LONGEST)
    with right:
        when = int(st.number_input(say("try year"), 1990, 2100, 2024, key="try year"))
    result = _extractor(page.source.library).read_text(str(text or ""), when)
    _readings(page, result)
    with st.expander(say("why read")):
        st.code(explain(result), language=None, wrap_lines=True)
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
            row["figure"],
            page.metric(str(row["metric"])),
            number(row["value"], page.language),
            say.unit(str(row["unit"])),
            year(row["period"]),
            row["rule"],
        )
        for row in found.to_dict("records")
    ]
    titles = [say(key) for key in ("figure", "reads as", "value", "unit", "period", "patterns")]
    st.dataframe(pd.DataFrame(cells, columns=titles), hide_index=True, height="content", alt=say("reads as"))


def _edit(page: Page) -> None:
    """One metric's block of the library, changed, and what that changes in every report."""
    say = page.say
    st.caption(say("edit note"))
    library = library_of(page.source.library)
    text = Path(library.path).read_text("utf-8-sig")
    name = str(select(say("metric"), list(library.metrics), "metric", show=page.metric))
    start, end = block_of(text, library.metrics[name])
    edited = st.text_area("YAML", value=text[start:end], height=320, key=f"yaml {name}", max_chars=_LONGEST)
    if not st.button(say("run edit"), type="primary"):
        return
    changed = text[:start] + str(edited or "").rstrip("\n") + "\n" + text[end:]
    try:
        tried = _loaded(changed)
    except LibraryError as error:
        for problem in error.problems[:12]:
            st.html(f'<div class="tm-error">{html_text(str(problem).replace(problem.file, "metrics.yaml"))}</div>')
        return
    with st.spinner(say("reading")):
        _effect(page, name, tried, changed)


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


def _effect(page: Page, name: str, tried: Library, changed: str) -> None:
    say = page.say
    before = _mentions(page.source, library_of(page.source.library))
    after = _mentions(page.source, tried)
    gains, losses = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    for key, found, words in (("edit gains", gains, after), ("edit loses", losses, before)):
        if found:
            st.html(f'<div class="tm-head">{html_text(say(key, count=len(found)))}</div>')
            rows = [(page.metric(metric), words[report, start, metric], report) for report, start, metric in found[:200]]
            table = pd.DataFrame(rows, columns=[say("metric"), say("sentence"), say("report")])
            st.dataframe(table, hide_index=True, height="content" if len(rows) < 10 else 320)
    broken = [problem for problem in run_examples(tried) if problem.severity == "error"]
    if broken:
        st.html(f'<div class="tm-head">{html_text(say("edit breaks", count=len(broken)))}</div>')
        blocks = [f'<div class="tm-error">{html_text(f"{problem.where}：{problem.what}")}</div>' for problem in broken[:12]]
        st.html("".join(blocks))
    if not gains and not losses and not broken:
        st.info(say("edit same"))
    st.download_button(say("copy library"), changed.encode(), "metrics.yaml", "text/yaml", on_click="ignore", key=f"save {name}")


def _mentions(source: Source, library: Library) -> dict[tuple[str, int, str], str]:
    """What a library reads in the area's reports: place and metric → sentence."""
    from extract.corpus.reader import Store

    extractor = Extractor(library)
    found: dict[tuple[str, int, str], str] = {}
    reports = tables(source).reports
    with Store(source.path) as store:
        for report, when in zip(reports["report"].head(500), reports["year"], strict=False):
            result = extractor.read_text(store.text(str(report)) or "", None if pd.isna(when) else int(when))
            for row in result.mentions[["start", "metric", "sentence"]].itertuples(index=False):
                found[str(report), int(str(row.start)), str(row.metric)] = str(row.sentence)
    return found


def _near(page: Page) -> None:
    """Figures that no metric takes, grouped, each with the draft of a metric."""
    say = page.say
    table = suggested(page.source)
    if table.empty:
        st.info(say("nothing here"))
        return
    shown = table.drop(columns=["draft"])
    titles = {name: say(f"suggest {name}") for name in shown.columns}
    event: Any = st.dataframe(
        shown.rename(columns=titles), hide_index=True, height=400, on_select="rerun", selection_mode="single-row", key="near"
    )
    for place in event.selection.rows[:1] if event else []:
        st.caption(say("suggested draft"))
        st.code(str(table.iloc[place]["draft"]), language="yaml", wrap_lines=True)
    st.download_button(say("download csv"), frame_csv(table), "suggestions.csv", "text/csv", on_click="ignore")


@lru_cache(maxsize=4)
def suggested(source: Source) -> pd.DataFrame:
    """The groups of unclaimed figures of the area."""
    from extract.analysis.suggest import contexts_of, suggest
    from extract.corpus.reader import Store
    from extract.matching.result import frame
    from extract.tables import QUANTITIES

    reports = tables(source).reports
    names = [str(name) for name in reports["report"].head(2000)]
    with Store(source.path) as store:
        rows = list(store.rows("quantities", "r.report IN (SELECT unnest(?))", [names], "t.class = 'figure' AND t.metrics = ''"))
        texts = {name: store.text(name) or "" for name in dict.fromkeys(str(row[0]) for row in rows)}
    return suggest(contexts_of(frame(QUANTITIES, rows), reports, texts), library_of(source.library))
