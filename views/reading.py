"""A report's text cut into stretches, each figure with its kind and what is said of it; and the component that shows them.

The component puts every stretch on the page as text, never as markup, so that nothing of a report can run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from extract.analysis.reviews import REVIEWED
from views.formats import figure, is_missing, year
from views.frame import Page
from views.parts import part

CLAIMED, UNSURE, UNCLAIMED, OTHER = "claimed", "unsure", "unclaimed", "other"
KINDS = (CLAIMED, UNSURE, UNCLAIMED, OTHER)
#: reasons by which a figure is left that nothing else accounts for
_OPEN = ("no pattern", "no unit")
#: what was read from the figure at each place
Readings = Mapping[int, Sequence[dict[Any, Any]]]


def kinds_of(quantities: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The numbers of a report with the `kind` that they are shown as, and the `flags` of their mentions, in order."""
    flags: dict[int, str] = {}
    for start, text in zip(mentions["start"], mentions["flags"].fillna(""), strict=True):
        if REVIEWED in str(text).split(";"):
            # somebody has looked at it: no doubt is left
            continue
        flags[int(start)] = ";".join(dict.fromkeys(filter(None, (flags.get(int(start), ""), str(text)))))
    found = quantities.assign(flags=[flags.get(int(start), "") for start in quantities["start"]])
    plain = found["class"] == "figure"
    claimed = plain & (found["metrics"].fillna("") != "")
    kind = pd.Series(OTHER, index=found.index, dtype=object)
    kind[plain & ~claimed & found["reason"].isin(_OPEN)] = UNCLAIMED
    kind[claimed] = CLAIMED
    kind[claimed & (found["flags"] != "")] = UNSURE
    return found.assign(kind=kind).sort_values(["start", "end"], kind="stable").reset_index(drop=True)


def parts_of(text: str, marked: pd.DataFrame, titles: list[str]) -> list[tuple[str, str, int, str]]:
    """The text as stretches of words, kind, start and title; joined they are the text again."""
    parts: list[tuple[str, str, int, str]] = []
    at = 0
    for start, end, kind, title in zip(marked["start"], marked["end"], marked["kind"], titles, strict=True):
        if start < at or end > len(text) or start >= end:
            continue
        if start > at:
            parts.append((text[at:start], "", at, ""))
        parts.append((text[start:end], str(kind), int(start), title))
        at = int(end)
    if at < len(text):
        parts.append((text[at:], "", at, ""))
    return parts


def by_start(mentions: pd.DataFrame) -> Readings:
    """The mentions of a report by where their figures start."""
    found: dict[int, list[dict[Any, Any]]] = {}
    for mention in mentions.to_dict("records"):
        found.setdefault(int(mention["start"]), []).append(mention)
    return found


def title_of(page: Page, row: dict[Any, Any], mentions: Readings) -> str:
    """What is said of a number when it is pointed at."""
    say = page.say
    if row["kind"] in (CLAIMED, UNSURE):
        lines = [
            f"{page.metric(str(m['metric']))}：{value_of(page, m)}（{year(m['period'])}）" for m in mentions.get(row["start"], ())
        ]
        doubts = [say.either(f"unsure {flag}", flag) for flag in str(row["flags"]).split(";") if flag]
        return "\n".join([*lines, *doubts])
    if row["class"] == "figure":
        return say.either(f"left {row['reason']}", str(row["reason"] or ""))
    return say.either(f"class {row['class']}", str(row["class"]))


def value_of(page: Page, mention: dict[Any, Any]) -> str:
    """A mention's value as it is written."""
    high = mention["value_high"]
    text = figure(
        mention["value"],
        None if is_missing(high) else high,
        str(mention["qualifier"]),
        page.say.unit(str(mention["unit"])),
        page.language,
    )
    basis = page.say.either(f"basis {mention['basis']}", "")
    return f"{text} {basis}".strip()


def reader(label: str, name: str, parts: list[tuple[str, str, int, str]], at: int, clicked: Callable[[], None]) -> None:
    """Shows the text; `clicked` is called when a figure is, which then is in the session under `reader`."""
    part("reader")(key="reader", data={"parts": parts, "at": at, "of": name, "label": label}, on_clicked_change=clicked)


def sheet(data: dict[str, Any], clicked: Callable[[], None]) -> None:
    """Shows a page's picture with its frames; `clicked` is called when one is, which then is in the session under `sheet`."""
    part("sheet")(key="sheet", data=data, on_clicked_change=clicked)
