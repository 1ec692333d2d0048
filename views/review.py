"""核对 Review: one doubtful figure after the other, decided by keys; what is decided goes to reviews.csv beside the reports."""

from __future__ import annotations

import getpass
import os
import re
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import streamlit as st

from extract.analysis.reviews import ACCEPTED, ASSIGNED, CORRECTED, REJECTED
from extract.corpus.reviews import append_review, undo_review
from extract.errors import TownshipMetricsError
from views.answers import tables, warm_up
from views.escape import Mark, html_text, label, marked
from views.formats import figure, year
from views.frame import Page, heading
from views.grid import Cell, Column, grid
from views.parts import part
from views.source import Source, decisions, library_of, reviews_file, source_of
from views.state import segments
from views.waiting import CONFLICT, CONTRADICTION, KINDS, UNCLAIMED, Figure, Item, decided, open_items, queue
from views.widgets import link, quiet

_SHOWS = ("open", *KINDS, "done")
_KEYED = 9
_YEAR = re.compile("(?:19|20)[0-9]{2}", re.ASCII)


def show(page: Page) -> None:
    """The page."""
    say = page.say
    heading(page, "review", say("review intro"))
    if tables(page.source.unreviewed).reports.empty:
        st.info(say("no data"))
        return
    items = queue(page.source, page.language)
    done = decided(page.source, items)
    waiting = open_items(items, done)
    _progress(page, items, done)
    counts = {kind: sum(item.kind == kind for item in waiting) for kind in KINDS} | {"open": len(waiting), "done": len(done)}
    chosen = segments(
        say("view"), _SHOWS, "view", lambda kind: say("named count", name=say(f"queue {kind}"), count=counts[kind]), hidden=True
    )
    shown = [item for item in items if item.key in done] if chosen == "done" else waiting
    shown = [item for item in shown if chosen in ("open", "done", item.kind)]
    writable = _writable(page.source)
    if not writable:
        st.warning(say("no place to write"))
    if not shown:
        st.success(say("queue empty")) if not waiting else st.info(say("queue kind empty"))
        _undo(page, writable)
        return
    keys = [item.key for item in shown]
    asked = st.query_params.get("item", "")
    at = keys.index(asked) if asked in keys else min(_place(), len(shown) - 1)
    item = shown[at]
    left, right = st.columns([3, 2], gap="large")
    with left:
        _item(page, item, done.get(item.key, ""))
    with right:
        _decide(page, shown, at, writable)
    _table(page, shown, done, at)


def _place() -> int:
    """Where the list stood before its last item was decided."""
    return max(int(st.session_state.get("review at", 0)), 0)


def _writable(source: Source) -> bool:
    place = reviews_file(source)
    return place is not None and os.access(place.parent, os.W_OK)


def _progress(page: Page, items: Sequence[Item], done: dict[str, str]) -> None:
    share = len(done) / len(items) if items else 1.0
    st.progress(share, text=page.say("review progress", done=len(done), total=len(items), share=f"{100 * share:.0f}"))


def _item(page: Page, item: Item, action: str) -> None:
    """What is to be decided, with the words it was read from."""
    say = page.say
    first = item.figures[0]
    # of a figure that no metric took the tag says enough
    name = page.metric(first.metric) if first.metric else ""
    head = " · ".join(part for part in (item.township, year(first.year), name) if part)
    with st.container(border=True):
        tag = f'<span class="tm-tag tm-kind-{html_text(item.kind)}">{html_text(say(f"queue {item.kind}"))}</span>'
        gone = f'<span class="tm-tag">{html_text(say(f"action {action}"))}</span>' if action else ""
        st.html(f'<div class="tm-head">{tag}{gone} {html_text(head)}</div>')
        for message in item.messages:
            st.html(f'<div class="tm-{html_text(item.severity or "note")}">{html_text(message)}</div>')
        if item.reason:
            quiet(say.either(f"left {item.reason}", item.reason))
        for flag in filter(None, first.flags.split(";")):
            st.html(f'<div class="tm-warning">{html_text(say.either(f"unsure {flag}", flag))}</div>')
        for number, one in enumerate(item.figures, 1):
            place = f'<span class="tm-quiet">{number}</span>　' if len(item.figures) > 1 else ""
            mark = Mark(one.start - one.sentence_start, one.end - one.sentence_start, "claimed")
            st.html(
                f'<div class="tm-value">{place}{html_text(_value(page, one))}</div>'
                f'<div class="tm-line">{marked(one.sentence, [mark])}</div>'
            )
        quiet(say("source", report=first.report))
        if item.other_sentence and item.other_sentence != first.sentence:
            st.html(f'<div class="tm-row"></div><div class="tm-line">{html_text(item.other_sentence)}</div>')
        if item.other_report and item.other_report != first.report:
            # a sentence that came again word by word is shown once, with both reports
            quiet(say("source", report=item.other_report))
        link("report", say("open report"), report=first.report, at=str(first.start))


def _value(page: Page, one: Figure) -> str:
    if not one.metric:
        return one.figure
    return figure(one.value, one.value_high, one.qualifier, page.say.unit(one.unit), page.language)


def _decide(page: Page, shown: Sequence[Item], at: int, writable: bool) -> None:
    """The ways to decide, each with its key."""
    say, item = page.say, shown[at]
    st.html(f'<div class="tm-quiet">{html_text(say("item of", number=at + 1, total=len(shown)))}</div>')
    several = len(item.figures) > 1
    if item.kind == UNCLAIMED:
        _assign(page, item, at, writable)
    with st.container(key="decide"):
        if several:
            for number, one in enumerate(item.figures[:_KEYED], 1):
                st.button(
                    say("take value", value=label(_value(page, one))), key=f"take {number}", shortcut=str(number),
                    width="stretch", disabled=not writable, on_click=_write, args=(page, one, ACCEPTED, at),
                )  # fmt: skip
        else:
            left_over = item.kind == UNCLAIMED
            st.button(
                say("accept left") if left_over else say("accept"), key="accept", shortcut="A",
                type="secondary" if left_over else "primary", width="stretch", disabled=not writable,
                on_click=_write, args=(page, item.figures[0], ACCEPTED, at),
            )  # fmt: skip
        if item.kind != UNCLAIMED:
            st.button(
                say("reject all") if several else say("reject"), key="reject", shortcut="X", width="stretch",
                disabled=not writable, on_click=_write_all, args=(page, item, at),
            )  # fmt: skip
        else:
            st.button(
                say("reject left"), key="reject", shortcut="X", width="stretch", disabled=not writable,
                on_click=_write, args=(page, item.figures[0], REJECTED, at),
            )  # fmt: skip
            link("metrics", say("to suggestions"), view="near misses")
        if item.kind != UNCLAIMED:
            st.text_input(
                say("correct to"), key=f"correct {item.key}", placeholder=_plain(item.figures[0].value), disabled=not writable,
                on_change=_correct, args=(page, item, at), help=say("correct hint"),
            )  # fmt: skip
            _focus(f"correct {item.key}")
        st.text_input(say("note for review"), key="review note", disabled=not writable)
    problem = st.session_state.pop("review problem", "")
    if problem:
        st.error(label(problem))
    left, right = st.columns(2)
    left.button(say("previous"), key="before", shortcut="P", width="stretch", on_click=_go, args=(shown, at - 1))
    right.button(say("next"), key="after", shortcut="N", width="stretch", on_click=_go, args=(shown, at + 1))
    _undo(page, writable)
    quiet(say("keys"))


def _assign(page: Page, item: Item, at: int, writable: bool) -> None:
    """A figure that no metric took is given to one: which, with what value, of which year."""
    say, one = page.say, item.figures[0]
    library = library_of(page.source.library)
    alike = [name for name, metric in library.metrics.items() if one.unit in (metric.unit, *metric.units)]
    names = list(dict.fromkeys([*alike, *library.metrics]))
    with st.container(border=True, key="assign"):
        chosen = st.selectbox(
            say("assign metric"), names, index=None, format_func=page.with_unit, key=f"assign {item.key}",
            placeholder=say("choose"), disabled=not writable,
        )  # fmt: skip
        left, right = st.columns(2)
        left.text_input(say("value"), _plain(one.value), key=f"assign value {item.key}", disabled=not writable)
        right.text_input(
            say("year"), "" if one.year is None else str(one.year), key=f"assign year {item.key}", disabled=not writable
        )
        st.button(
            say("assign"), key="assign it", shortcut="S", type="primary", width="stretch",
            disabled=not writable or chosen is None, on_click=_write_assigned, args=(page, item, at),
        )  # fmt: skip
    _focus(f"assign {item.key}")


def _write_assigned(page: Page, item: Item, at: int) -> None:
    """What stands in the fields when the button is pressed."""
    metric, value, when = (
        str(st.session_state.get(f"{name} {item.key}") or "").strip() for name in ("assign", "assign value", "assign year")
    )
    number = _number(value)
    if number is None:
        st.session_state["review problem"] = page.say("no number", text=value)
    elif not _YEAR.fullmatch(when):
        st.session_state["review problem"] = page.say("year wrong", year=when)
    elif metric:
        _write(page, replace(item.figures[0], metric=metric, year=int(when)), ASSIGNED, at, f"{number:f}")


def _number(raw: str) -> Decimal | None:
    """What somebody typed as a number, with or without commas."""
    try:
        value = Decimal(raw.strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


def _focus(field: str) -> None:
    """E sets the cursor into the field for the right value."""
    part("keys")(key="keys", data={"letter": "e", "field": re.sub(r"[^A-Za-z0-9_-]", "-", field)}, height=1)


def _undo(page: Page, writable: bool) -> None:
    held = decisions(page.source)
    if held.empty:
        return
    last = held.iloc[-1].to_dict()
    name = page.metric(str(last["metric"])) if last["metric"] else page.say("queue unclaimed")
    about = page.say(
        "undo last", action=page.say(f"action {last['action']}"), metric=label(name), figure=label(str(last["figure"]))
    )
    st.button(about, key="undo", shortcut="U", width="stretch", disabled=not writable, on_click=_take_back, args=(page,))


def _go(shown: Sequence[Item], place: int) -> None:
    st.query_params["item"] = shown[place % len(shown)].key


def _write(page: Page, one: Figure, action: str, at: int, value: str = "") -> None:
    place = reviews_file(page.source)
    if place is None:
        return
    review = {
        "sha256": one.sha256,
        "start": one.start,
        "end": one.end,
        "figure": one.figure,
        "metric": one.metric,
        "year": "" if one.year is None else one.year,
        "action": action,
        "value": value,
        "note": str(st.session_state.get("review note") or ""),
        "who": _who(),
        "when": datetime.now(tz=UTC).isoformat(timespec="seconds"),
    }
    _told(page, lambda: append_review(place, review))
    st.session_state["review at"] = at
    st.session_state["review note"] = ""
    st.query_params.pop("item", None)
    _prepare(page)


def _write_all(page: Page, item: Item, at: int) -> None:
    for one in item.figures:
        _write(page, one, REJECTED, at)


def _correct(page: Page, item: Item, at: int) -> None:
    """The value typed in, once it is a number."""
    raw = str(st.session_state.get(f"correct {item.key}") or "")
    if not raw.strip():
        return
    value = _number(raw)
    if value is None:
        st.session_state["review problem"] = page.say("no number", text=raw.strip())
        return
    _write(page, item.figures[0], CORRECTED, at, f"{value:f}")


def _take_back(page: Page) -> None:
    place = reviews_file(page.source)
    if place is None:
        return
    _told(page, lambda: undo_review(place))
    _prepare(page)


def _told(page: Page, write: Any) -> None:
    try:
        write()
    except TownshipMetricsError as error:
        st.session_state["review problem"] = error.zh if page.language == "zh" and error.zh else str(error)


def _prepare(page: Page) -> None:
    """Computes what the other pages show anew, while the reviewer reads on."""
    source, language = source_of(Path(page.source.path), page.source.area), page.language
    # a server that is stopped waits for it: a store must not be asked while Python shuts down
    threading.Thread(target=lambda: warm_up(source, language)).start()


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _table(page: Page, shown: Sequence[Item], done: dict[str, str], at: int) -> None:
    """The queue; a row leads to its item."""
    say = page.say
    st.subheader(say("queue"))
    rows: list[list[Cell | str | None]] = []
    for item in shown:
        first = item.figures[0]
        about = "；".join(item.messages) or (
            say("two values told", count=len(item.figures)) if item.kind == CONFLICT else first.sentence
        )
        rows.append(
            [
                Cell(say(f"queue {item.kind}"), KINDS.index(item.kind), kind=f"tag {item.severity}"),
                Cell(item.township, to=("township", {"town": item.township})),
                year(first.year),
                page.metric(first.metric) if first.metric else "—",
                Cell(" / ".join(_value(page, one) for one in item.figures)),
                about.strip(),
                say(f"action {done[item.key]}") if item.key in done else "",
            ]
        )
    titles = ("kind", "township", "year", "metric", "value", "message", "decision")
    kinds = ("line", "line", "line", "name", "right", "wide clip", "line")
    columns = [Column(say(title), kind) for title, kind in zip(titles, kinds, strict=True)]
    grid(page, "queue", columns, rows, say("queue"), picked=[at], on_pick=lambda place: _go(shown, place), height=420)
    if any(item.kind == CONTRADICTION for item in shown):
        quiet(say("queue note"))
