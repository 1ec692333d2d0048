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
from views.formats import figure, number, year
from views.frame import Page, heading
from views.grid import Cell, Column, go, grid
from views.source import Source, library_of, tables
from views.state import chosen_row, pick_row, segments, select
from views.widgets import frame_csv, quiet

_VIEWS = ("browse", "playground", "near misses")
_LONGEST = 20_000
_CAUGHT = 200


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(page, "metrics", say("metrics intro"))
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
    known = {pattern.source for pattern in metric.patterns}
    found = [(pattern.source, counts.get(pattern.source, 0)) for pattern in metric.patterns]
    found += [(rule, count) for rule, count in counts.items() if rule not in known]
    rows = [
        (rule, Cell(str(count), count, kind="strong") if count else Cell(say("unused pattern"), 0, kind="quiet"))
        for rule, count in found
    ]
    grid(page, "patterns", [Column(say("patterns")), Column(say("caught"), "right")], rows, say("patterns"), height=360)
    _caught(page, caught[caught["metric"] == name])
    st.subheader(say("examples"))
    lines = []
    for example in metric.examples:
        told = [f"{page.metric(r.metric)} {number(r.value, page.language)}" for r in example.reads]
        lines.append((example.text, Cell(say.join(told), kind="strong") if told else Cell(say("reads nothing"), kind="quiet")))
    grid(page, "examples", [Column(say("sentence"), "wide"), Column(say("reads as"))], lines, say("examples"), height=420)


def _caught(page: Page, mentions: pd.DataFrame) -> None:
    """What the metric's patterns caught in these reports, the newest first."""
    say = page.say
    if mentions.empty:
        quiet(say("caught none"))
        return
    held = mentions.sort_values("report_year", ascending=False, kind="stable").head(_CAUGHT)
    sentences: Any = tables(page.source).facts.quotes(held[["report", "start"]])
    cells = [
        (
            Cell(Path(str(row["report"])).name, to=("report", {"report": str(row["report"]), "at": str(int(row["start"]))})),
            Cell(figure(row["value"], row["value_high"], str(row["qualifier"]), say.unit(str(row["unit"])), page.language)),
            year(row["period"]),
            Cell(str(row["rule"]), kind="quiet"),
            sentence,
        )
        for row, sentence in zip(held.to_dict("records"), map(str, sentences), strict=True)
    ]
    titles = ("report", "value", "period", "patterns", "sentence")
    kinds = ("", "right", "line", "", "wide clip")
    columns = [Column(say(title), kind) for title, kind in zip(titles, kinds, strict=True)]
    with st.expander(say("caught where", count=len(mentions))):
        grid(page, "caught", columns, cells, say("caught"), height=420)


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
            Cell(str(row["figure"]), kind="strong"),
            page.metric(str(row["metric"])),
            Cell(figure(row["value"], row["value_high"], str(row["qualifier"]), say.unit(str(row["unit"])), page.language)),
            year(row["period"]),
            Cell(str(row["rule"]), kind="quiet"),
        )
        for row in found.to_dict("records")
    ]
    columns = [Column(say(key)) for key in ("figure", "reads as", "value", "period", "patterns")]
    grid(page, "readings", columns, cells, say("reads as"))


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
            rows = [
                (
                    Cell(page.metric(metric), kind="strong" if metric == name else ""),
                    words[report, start, metric],
                    Cell(Path(report).name, to=("report", {"report": report, "at": str(start)})),
                )
                for report, start, metric in found[:200]
            ]
            columns = [Column(say("metric")), Column(say("sentence"), "wide"), Column(say("report"))]
            grid(page, key.replace(" ", "_"), columns, rows, say(key, count=len(found)), height=340)
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
    names = [str(name) for name in table.columns if name != "draft"]
    columns = [
        Column(
            say(f"suggest {name}"),
            "right" if name in ("figures", "reports", "townships") else "wide" if name == "examples" else "",
        )
        for name in names
    ]
    rows = [[_near_cell(page, name, row[name]) for name in names] for row in table.to_dict("records")]
    place = chosen_row("row", len(rows))
    grid(page, "near", columns, rows, say("near misses"), picked=[place], on_pick=pick_row("row"), height=440)
    quiet(say("near note"))
    draft = str(table.iloc[place]["draft"])
    st.subheader(say("suggested draft"))
    st.code(draft, language="yaml", wrap_lines=True)
    with st.container(horizontal=True):
        if st.button(say("take draft"), type="primary"):
            st.session_state["draft"] = draft
            go("metrics", {"view": "playground", "draft": "1"})
        st.download_button(say("download csv"), frame_csv(table), "suggestions.csv", "text/csv", on_click="ignore")


def _near_cell(page: Page, name: str, value: object) -> Cell | str | None:
    if isinstance(value, int | float):
        return Cell(f"{value:g}", float(value))
    if name == "metric" and value:
        return page.metric(str(value))
    return str(value) if value is not None and value == value else None


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
