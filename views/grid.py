"""Tables, cards and lists of pages: sorted, picked from by mouse or keys, every name in them a link; all of it plain text.

Streamlit's own table draws on a canvas that no screen reader reads, speaks English in its menus and takes half a second to
load; this one is the browser's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from views.formats import MISSING
from views.frame import Page, dark, shared_query
from views.parts import part

#: more rows than these are cut, and the table says so; the download holds them all
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title, how it stands (right, centre, line, wide, clip), and whether it can be sorted by."""

    title: str
    kind: str = ""
    sort: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: its words, what it is sorted by, where it leads, how it looks."""

    text: str
    sort: float | str | None = None
    to: tuple[str, Mapping[str, str]] | None = None
    kind: str = ""
    cell: str = ""
    quiet: str = ""
    title: str = ""
    shade: float | None = None
    course: Sequence[float | None] = ()
    parts: Sequence[tuple[str, bool]] = ()


def grid(
    page: Page,
    key: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell | str | None]],
    label: str,
    *,
    shape: str = "table",
    kinds: Sequence[str] = (),
    picked: Sequence[int] = (),
    on_pick: Callable[[int], None] | None = None,
    height: int = 0,
    by_cell: bool = False,
) -> None:
    """Shows rows; a click on one calls `on_pick` with its number before the page runs again.

    With `by_cell` it is a cell behind the first column that is picked: its number counts along the rows.
    A cell that leads somewhere opens that page in this window, and with Ctrl in another, as any link does.
    """
    shown = list(rows[:MOST_ROWS])
    # what all links of a table say is asked for once: asked of the session for each it took as long as the rest of the table
    shared = shared_query({})
    data: dict[str, Any] = {
        "shape": f"{shape} dark" if dark() else shape,
        "columns": [{"title": column.title, "kind": column.kind, "sort": column.sort} for column in columns],
        "rows": [[_told(cell, shared) for cell in row] for row in shown],
        "kinds": list(kinds[:MOST_ROWS]),
        "label": label,
        "pick": on_pick is not None and not by_cell,
        "cells": on_pick is not None and by_cell,
        "height": height,
        "sorting": page.say("sort by"),
    }
    data["of"] = hashlib.sha256(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
    data["place"] = key
    most = len(shown) * len(columns) if by_cell else len(shown)
    data["picked"] = [number for number in picked if number < most]

    def taken() -> None:
        state: Any = st.session_state.get(key)
        number = state.get("picked") if state else None
        if on_pick is not None and isinstance(number, int) and 0 <= number < most:
            on_pick(number)

    part("grid")(key=key, data=data, on_picked_change=taken)
    if len(rows) > len(shown):
        st.caption(page.say("shown of", shown=len(shown), total=len(rows)))


def go(name: str, query: Mapping[str, str]) -> None:
    """Opens a page with what it shall show."""
    pages: Mapping[str, Any] = st.session_state.get("pages", {})
    if name in pages:
        st.switch_page(pages[name], query_params=shared_query(query))


def _told(cell: Cell | str | None, shared: Mapping[str, str]) -> Any:
    if cell is None or isinstance(cell, str):
        return cell
    told: dict[str, Any] = {"text": cell.text or MISSING}
    for name in ("kind", "cell", "quiet", "title"):
        if getattr(cell, name):
            told[name] = getattr(cell, name)
    if cell.sort is not None:
        told["sort"] = cell.sort
    if cell.shade is not None:
        told["shade"] = cell.shade
    if cell.course:
        told["course"] = list(cell.course)
    if cell.parts:
        told["parts"] = [list(part) for part in cell.parts]
    if cell.to is not None:
        name, query = cell.to
        asked = {**shared, **query}
        told["href"] = f"{name}?{urlencode(asked)}" if asked else name
    return told


def town_cell(name: str, kind: str = "") -> Cell:
    """A township's name, which leads to its page."""
    return Cell(name, name, ("township", {"town": name}), kind)
