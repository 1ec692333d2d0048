"""A report's text cut into stretches, each figure with its kind and what is said of it; and the component that shows them.

The component puts every stretch on the page as text, never as markup, so that nothing of a report can run.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from views.formats import figure, is_missing, year
from views.frame import Page

CLAIMED, UNSURE, UNCLAIMED, OTHER = "claimed", "unsure", "unclaimed", "other"
KINDS = (CLAIMED, UNSURE, UNCLAIMED, OTHER)
#: reasons by which a figure is left that nothing else accounts for
_OPEN = ("no pattern", "no unit")

_CSS = """
.text {height: 62vh; min-height: 320px; overflow-y: auto; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.85;
  padding: .8rem 1rem; border: 1px solid var(--st-border-color); border-radius: 6px; font-family: var(--st-font);
  color: var(--st-text-color); font-size: 1rem}
.fig {cursor: pointer; border: 0; font: inherit; color: inherit; padding: 0 2px; border-radius: 3px; background: none}
.claimed {background: rgba(43,123,186,.20); border-bottom: 2px solid #2b7bba}
.unsure {background: rgba(230,159,0,.28); border-bottom: 2px dashed #e69f00}
.unclaimed {background: rgba(213,94,0,.20); border-bottom: 2px double #d55e00}
.other {border-bottom: 1px dotted #8a939c}
.fig:focus-visible, .at {outline: 2px solid var(--st-primary-color); outline-offset: 1px}
"""
_JS = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  let box = parentElement.querySelector(".text")
  if (!box) {
    box = document.createElement("div")
    box.className = "text"
    box.tabIndex = 0
    parentElement.appendChild(box)
  }
  box.setAttribute("aria-label", data.label)
  if (box.dataset.of !== data.of) {
    box.dataset.of = data.of
    box.replaceChildren()
    for (const [text, kind, start, title] of data.parts) {
      if (!kind) { box.appendChild(document.createTextNode(text)); continue }
      const figure = document.createElement("span")
      figure.className = "fig " + kind
      figure.textContent = text
      figure.title = title
      figure.dataset.start = start
      figure.tabIndex = kind === "other" ? -1 : 0
      figure.setAttribute("role", "button")
      box.appendChild(figure)
    }
  }
  const choose = (event) => {
    const figure = event.target.closest(".fig")
    if (!figure || (event.type === "keydown" && event.key !== "Enter")) return
    setTriggerValue("clicked", Number(figure.dataset.start))
  }
  box.onclick = choose
  box.onkeydown = choose
  for (const figure of box.querySelectorAll(".at")) figure.classList.remove("at")
  const chosen = box.querySelector('[data-start="' + Number(data.at) + '"]')
  if (chosen) {
    chosen.classList.add("at")
    const top = chosen.offsetTop - box.offsetTop
    if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 60) box.scrollTop = Math.max(top - 160, 0)
  }
}
"""


def kinds_of(quantities: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """The numbers of a report with the `kind` that they are shown as, and the `flags` of their mentions, in order."""
    flags: dict[int, str] = {}
    for start, text in zip(mentions["start"], mentions["flags"].fillna(""), strict=True):
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


def title_of(page: Page, row: dict[Any, Any], mentions: pd.DataFrame) -> str:
    """What is said of a number when it is pointed at."""
    say = page.say
    if row["kind"] in (CLAIMED, UNSURE):
        lines = [
            f"{page.metric(str(m['metric']))}：{value_of(page, m)}（{year(m['period'])}）"
            for m in mentions[mentions["start"] == row["start"]].to_dict("records")
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
    shown = st.components.v2.component("township_metrics_reader", css=_CSS, js=_JS)
    shown(key="reader", data={"parts": parts, "at": at, "of": name, "label": label}, on_clicked_change=clicked)
