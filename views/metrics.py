"""指标库 Metrics: what each metric means and how it is read, and a playground for sentences and for changes of the library."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from extract.library.model import Metric
from views.answers import tables
from views.escape import html_text
from views.formats import figure, number, year
from views.frame import Page, heading
from views.grid import Cell, Column, go, grid
from views.playground import playground
from views.source import Source, library_of
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
        playground(page)
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
    counts: Counter[str] = Counter(str(rule).split(" | ")[0] for rule in caught[caught["metric"] == name]["rule"])
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
            Cell(page.rule(str(row["rule"])), kind="quiet"),
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
    about = " · ".join((other, metric.id, page.category(metric.category), page.unit(metric.id)))
    name = html_text(page.metric(metric.id))
    lines = [f'<div class="tm-head">{name}　<span class="tm-quiet">{html_text(about)}</span></div>']
    facts = (
        ("definition", metric.definition if page.language == "zh" else metric.definition_en or metric.definition),
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
    if name == "kind":
        return page.say.either(f"suggest is {value}", str(value))
    if name == "metric" and value:
        return page.metric(str(value))
    return str(value) if value is not None and value == value else None


@lru_cache(maxsize=4)
def suggested(source: Source) -> pd.DataFrame:
    """The groups of unclaimed figures of the area."""
    from extract.analysis.suggest import contexts_of, suggest
    from extract.corpus.reader import Store
    from extract.tables import QUANTITIES, frame

    reports = tables(source).reports
    names = [str(name) for name in reports["report"].head(2000)]
    with Store(source.path) as store:
        rows = list(store.rows("quantities", "r.report IN (SELECT unnest(?))", [names], "t.class = 'figure' AND t.metrics = ''"))
        texts = {str(row[0]): "" for row in rows}
        texts |= store.texts(texts)
    return suggest(contexts_of(frame(QUANTITIES, rows), reports, texts), library_of(source.library))
