"""A hundred hostile strings as report text, file names, township names and metric labels, through every page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from extract import extract_corpus, load_library
from extract.corpus.folder import STORE_FOLDER
from extract.corpus.reader import Store
from extract.exporting.csv import csv_lines
from extract.library.load import default_path
from tests.views.conftest import PageRunner
from tests.views.hostile import PAYLOADS
from tests.views.telling import tables_of

PAGES = ("overview", "compare", "change", "township", "report", "review", "metrics", "data")
VIEWS = ("table", "heat", "deltas", "flags", "stated", "near misses", "playground", "identity", "unclaimed")
#: the tags that pages write themselves
_OURS = {"div", "span", "b", "br", "h1", "mark", "style"}
_NO_NAME = re.compile(r"[/\x00-\x1f]")


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports whose words, names and files are hostile; a reader may refuse a name, never run one."""
    folder = tmp_path_factory.mktemp("hostile")
    identity = []
    for number, payload in enumerate(PAYLOADS):
        name = f"{number} {_NO_NAME.sub('_', payload)}"[:60] + ".txt"
        year = 2023 + number % 2
        text = f"甲{number // 2}镇{year}年法治政府建设报告\n全年{payload}化解矛盾纠纷{12 + number}起，"
        text += f"{payload}种下桂花{number + 3}棵。\n"
        text += f"全年化解矛盾纠纷{40 + number}起。{payload}"
        (folder / name).write_text(text, "utf-8", errors="replace")
        identity.append((name, f"{payload}{number // 2}镇", "", "", "", str(year)))
    lines = "".join(csv_lines(["report", "township", "county", "city", "province", "year"], identity))
    (folder / "identity.csv").write_text(lines, "utf-8")
    return extract_corpus(folder, load_library(), store=folder / STORE_FOLDER / "store.duckdb").store


class _Tags(HTMLParser):
    """The tags and attributes of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, name) for name, _ in attrs] or [(tag, "")]


@pytest.mark.parametrize("name", PAGES)
def test_no_hostile_string_becomes_markup(run_page: PageRunner, hostile_store: Path, name: str) -> None:
    page = run_page(name, store=hostile_store)
    assert [element.value for kind in ("exception", "error") for element in getattr(page, kind)] == []
    _harmless(page)


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_makes_a_hostile_string_markup(run_page: PageRunner, hostile_store: Path, view: str) -> None:
    for name in ("compare", "change", "metrics", "data", "review"):
        page = run_page(name, store=hostile_store, view=view)
        assert not page.exception
        _harmless(page)


def _harmless(page: object) -> None:
    for element in page.get("html"):  # type: ignore[attr-defined]
        tags = _Tags()
        tags.feed(element.proto.body)
        for tag, attribute in tags.found:
            assert tag in _OURS, element.proto.body
            assert attribute in ("", "class", "style", "title"), element.proto.body
    for kind in ("markdown", "caption", "subheader", "info", "warning", "success", "button"):
        for element in page.get(kind):  # type: ignore[attr-defined]
            text = str(getattr(element, "value", "") or "") + str(getattr(element, "label", "") or "")
            bare = re.sub(r"\\.", "", text)
            assert not re.search(r"[<>]|\]\(|!\[|\$\$|:red\[|:material/", bare), text


@pytest.mark.parametrize("number", range(0, 100, 9))
def test_hostile_words_are_shown_as_they_were_written(run_page: PageRunner, hostile_store: Path, number: int) -> None:
    with Store(hostile_store) as store:
        report = next(name for (name,) in store.ask("SELECT report FROM reports") if str(name).startswith(f"{number} "))
    page = run_page("report", store=hostile_store, report=str(report))
    (shown,) = [told["parts"] for told in tables_of(page) if "parts" in told]
    text = "".join(part[0] for part in shown)
    assert text.count(PAYLOADS[number]) == 3


def test_hostile_labels_of_a_library_stay_labels(
    run_page: PageRunner, sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = default_path().read_text("utf-8")
    payload = "<img src=x onerror=alert(1)> ![x](//evil.example)"
    changed = re.sub(r"(  disputes_resolved:\n    zh: ).*", rf"\1'{payload}'", text, count=1)
    assert changed != text
    place = tmp_path / "metrics.yaml"
    place.write_text(changed, "utf-8")
    monkeypatch.setenv("TOWNSHIP_METRICS_LIBRARY", str(place))
    for name in ("overview", "compare", "change", "township", "metrics"):
        page = run_page(name, metric="disputes_resolved")
        assert not page.exception
        _harmless(page)
