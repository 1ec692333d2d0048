"""What every page stands in: language, corpus and area, the style, and the net that keeps a traceback off the page."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import streamlit as st

from extract.corpus.reader import opened_once
from extract.errors import TownshipMetricsError
from views import corpora
from views.answers import is_sample
from views.escape import html_text, label
from views.rubbish import collect_later
from views.source import WHOLE_CORPUS, Area, Source, areas, library_of, make_store, sample_folder, source_of
from views.state import restore, segments, select
from views.texts import LANGUAGES, NAMES, Texts

_LOG = logging.getLogger("township-metrics.dashboard")
_MAKING = threading.Lock()
#: more counties than this are looked for in their province
_MANY_AREAS = 60
#: our own few rules; the tables' toolbar goes, because its CSV would let a cell be a formula
_STYLE = """<style>
[data-testid="stSidebarNav"]::before {content: "APP"; display: block; font-weight: 700;
  font-size: 1.05rem; padding: 0 .55rem .7rem}
[data-testid="stSidebarHeader"] {height: 2.6rem; padding-top: .6rem}
[data-testid="stElementToolbar"], [data-testid="stHeaderActionElements"] {display: none}
[data-testid="stMainBlockContainer"] {padding: 2.6rem 2rem 4rem; max-width: 1240px}
@media (max-width: 640px) {[data-testid="stMainBlockContainer"] {padding: 3.2rem .9rem 3rem}}
mark {background: rgba(43,123,186,.22); color: inherit; border-radius: 3px; padding: 0 1px; border-bottom: 2px solid #2b7bba}
.tm-title {display: flex; align-items: baseline; gap: .8rem; flex-wrap: wrap}
.tm-title h1 {margin: 0 0 .15rem; padding: 0; font-size: 1.75rem}
.tm-sample {font-size: .8rem; border: 1px solid currentColor; border-radius: 999px; padding: .05rem .6rem; opacity: .85}
.tm-line {line-height: 1.75; overflow-wrap: anywhere}
.tm-quiet {opacity: .78; font-size: .88rem; overflow-wrap: anywhere}
.tm-centre {text-align: center}
.tm-head {font-weight: 600; overflow-wrap: anywhere}
.tm-value {font-size: 1.35rem; font-weight: 650}
.tm-row {padding: .38rem 0; border-bottom: 1px solid rgba(128,140,150,.28); overflow-wrap: anywhere; line-height: 1.6}
.tm-tag {display: inline-block; border: 1px solid currentColor; border-radius: 4px; padding: 0 .35em; margin-right: .45em;
  font-size: .8rem; white-space: nowrap}
.tm-kind-conflict, .tm-kind-contradiction {color: #d55e00} .tm-kind-unsure {color: #9a6a00}
.tm-error {border-left: 4px solid #d55e00; padding-left: .6em}
.tm-warning {border-left: 4px solid #e69f00; padding-left: .6em}
.tm-note {border-left: 4px solid #8a939c; padding-left: .6em}
.st-key-ahead-of-time {position: fixed; left: -900px; top: 0; width: 800px; visibility: hidden}
</style>"""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is shown with: its words and its source."""

    say: Texts
    source: Source

    @property
    def language(self) -> str:
        """zh or en."""
        return self.say.language

    def metric(self, name: str) -> str:
        """A metric's name in the page's language."""
        known = library_of(self.source.library)
        found = known.metrics.get(name) or known.derived.get(name)
        return name if found is None else found.zh if self.language == "zh" else found.en

    def unit(self, name: str) -> str:
        """A metric's unit."""
        known = library_of(self.source.library)
        found = known.metrics.get(name) or known.derived.get(name)
        return "" if found is None else self.say.unit(found.unit)

    def with_unit(self, name: str) -> str:
        """A metric's name with its unit."""
        unit = self.unit(name)
        return self.say("named unit", name=self.metric(name), unit=unit) if unit else self.metric(name)

    def rule(self, rule: str) -> str:
        """A mention's pattern, and by which rules of the engine it was read, in the page's language."""
        told = []
        for step in rule.split(" | "):
            name, _, words = step.partition(" ")
            whole, known = self.say.either(f"step {step}", ""), self.say.either(f"step {name}", "")
            told.append(whole or (f"{known} {words}" if known else step))
        return " · ".join(told)

    def sources(self, count: int) -> str:
        """What a chart or table is drawn from, and when."""
        return self.say("source line", count=count, area=area_name(self.say, self.source.area), date=today(self.language))

    def category(self, name: str) -> str:
        """A category's name in the page's language."""
        names = library_of(self.source.library).categories.get(name)
        return name if names is None else names[0 if self.language == "zh" else 1]


def default_language() -> str:
    """The language that the command was started with, else Chinese."""
    given = os.environ.get("TOWNSHIP_METRICS_LANG", "")
    return given if given in LANGUAGES else LANGUAGES[0]


def shared_query(query: Mapping[str, str]) -> dict[str, str]:
    """What a link to a page says: what it shall show, and the language and county that it is seen from."""
    found = {str(key): str(value) for key, value in query.items()}
    language, area = st.session_state.get("lang"), st.session_state.get("area")
    if area:
        found = {"area": str(area), **found}
    if st.session_state.get("store"):
        found = {"corpus": corpora.key_of(Path(str(st.session_state["store"]))), **found}
    if language and language != default_language():
        found = {"lang": str(language), **found}
    return found


def choose_language() -> Texts:
    """The language switch, below the list of pages."""
    st.html(_STYLE.replace("APP", Texts(language_now())("app")))
    restore("lang", LANGUAGES, default_language())
    order = sorted(LANGUAGES, key=lambda name: name != default_language())
    return Texts(segments("语言 Language", order, "lang", NAMES.__getitem__, hidden=True, place=st.sidebar))


def language_now() -> str:
    """The language before its switch is drawn, for the names of the pages."""
    restore("lang", LANGUAGES, default_language())
    return str(st.session_state["lang"])


@lru_cache(maxsize=1)
def _first_store() -> Path:
    """The store that the command named, else that of the sample corpus."""
    given = os.environ.get("TOWNSHIP_METRICS_STORE", "")
    if given:
        return Path(given)
    return make_store(Path(os.environ.get("TOWNSHIP_METRICS_FOLDER") or sample_folder()))


def store_path(say: Texts) -> Path:
    """The store looked at; the first page that needs the sample makes it, the others wait."""
    chosen = corpora.followed()
    if chosen is not None:
        return chosen
    with st.spinner(say("reading")), _MAKING:
        return _first_store()


def choose_area(say: Texts, source: Source) -> Source:
    """The county looked at, where there is more than one; of many, the province first."""
    held = areas(source.path, source.stamp)
    if len([area for area, _ in held if not area.whole]) < 2:
        return source
    known = {area.key: (area, count) for area, count in held}
    with st.sidebar:
        if not any(area.whole for area, _ in held):
            st.html(f'<div class="tm-quiet">{html_text(say("large corpus", count=WHOLE_CORPUS))}</div>')
        shown = list(known)
        provinces = list(dict.fromkeys(area.province for area, _ in held if not area.whole))
        if len(known) > _MANY_AREAS and len(provinces) > 1:
            linked = known.get(st.query_params.get("area", ""))
            if linked is not None and "province" not in st.session_state:
                st.session_state["province"] = linked[0].province
            province = str(select(say("column province"), provinces, "province", show=lambda name: name or say("county unknown")))
            shown = [key for key, (area, _) in known.items() if not area.whole and area.province == province]
        key = select(
            say("area"),
            shown,
            "area",
            show=lambda key: say("named count", name=area_name(say, known[key][0]), count=known[key][1]),
        )
    return replace(source, area=known[key][0] if key in known else Area())


def dark() -> bool:
    """Whether the page is seen in its dark theme."""
    return getattr(st.context.theme, "type", None) == "dark"


def today(language: str) -> str:
    """The date in the reader's language."""
    now = datetime.now(tz=UTC).astimezone()
    return f"{now.year}年{now.month}月{now.day}日" if language == "zh" else f"{now.day} {now:%b} {now.year}"


def area_name(say: Texts, area: Area) -> str:
    """How an area is called."""
    name = " ".join(dict.fromkeys(part for part in (area.province, area.city, area.county) if part))
    part = say("part", first=area.ends[0], last=area.ends[1]) if area.last else ""
    return say("all townships") if area.whole else (name or say("county unknown")) + part


def guarded(show: Callable[[Page], None]) -> Callable[[], None]:
    """A page for `st.navigation`: what goes wrong in it becomes a sentence, and the details go to the terminal."""

    def shown() -> None:
        say = Texts(language_now())
        try:
            place = store_path(say)
            with opened_once(place):
                source = choose_area(say, source_of(place))
                if st.session_state.pop("link gone", False):
                    st.warning(say("link gone"))
                show(Page(say, source))
        except TownshipMetricsError as error:
            _LOG.warning("%s", error)
            st.error(label(error.zh if say.language == "zh" and error.zh else str(error)))
        except Exception:
            _LOG.exception("a page failed")
            st.error(say("unexpected"))
        finally:
            collect_later()

    shown.__name__ = show.__module__.rsplit(".", 1)[-1]
    return shown


def heading(page: Page, name: str, intro: str) -> None:
    """A page's title and its one sentence; over figures that were made up it says so."""
    sample = f'<span class="tm-sample">{html_text(page.say("sample"))}</span>' if is_sample(page.source) else ""
    st.html(
        f'<div class="tm-title"><h1>{html_text(page.say(f"page {name}"))}</h1>{sample}</div>'
        f'<div class="tm-quiet">{html_text(intro)}</div>'
    )
