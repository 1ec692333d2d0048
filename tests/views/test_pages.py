"""Every page in both languages: no exception, no error, what must be on it, and nothing left in the other language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from extract.corpus.reader import Store
from tests.views.conftest import PageRunner
from tests.views.county import ROOT
from tests.views.telling import tables_of, words_of
from views.words import TEXTS

PAGES = ("overview", "compare", "change", "township", "report", "review", "metrics", "data")
VIEWS = (
    ("compare", "table"),
    ("compare", "heat"),
    ("compare", "multiples"),
    ("compare", "scatter"),
    ("change", "slope"),
    ("change", "deltas"),
    ("change", "stated"),
    ("change", "flags"),
    ("metrics", "playground"),
    ("metrics", "near misses"),
    ("data", "not read"),
    ("data", "identity"),
    ("data", "downloads"),
)
MUST = {
    "overview": ("中心组法治学习", "信访事项写为减少5"),
    "compare": ("中心组法治学习",),
    "change": ("中心组法治学习",),
    "township": ("柘坪镇", "柘坪乡"),
    "report": ("2021年工作报告.md",),
    "review": (),
    "metrics": ("中心组法治学习",),
    "data": ("岚汀县",),
}


def fails_of(page: object) -> list[str]:
    return [str(element.value) for kind in ("exception", "error") for element in getattr(page, kind)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page_runs_and_shows_its_contents(run_page: PageRunner, name: str, language: str) -> None:
    page = run_page(name, lang=language)
    assert fails_of(page) == []
    shown = words_of(page)
    assert TEXTS[f"page {name}"][language == "en"] in shown
    if language == "zh":
        for words in MUST[name]:
            assert words in shown, words


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_every_view_of_a_page_runs(run_page: PageRunner, name: str, view: str, language: str) -> None:
    page = run_page(name, lang=language, view=view)
    assert fails_of(page) == []
    assert len(words_of(page)) > 100


@pytest.mark.parametrize("name", PAGES)
def test_labels_and_headings_are_in_the_language_of_the_page(run_page: PageRunner, name: str) -> None:
    page = run_page(name, lang="en")
    own = {chinese for chinese, english in TEXTS.values() if chinese != english}
    labels = [element.label for kind in ("selectbox", "multiselect", "button", "metric") for element in page.get(kind)]
    labels += [element.value for kind in ("subheader", "caption", "info") for element in page.get(kind)]
    assert [text for text in labels if text in own] == []


def test_a_link_restores_the_view(run_page: PageRunner) -> None:
    page = run_page("compare", lang="en", metric="disputes_resolved", year="2023", sort="name", towns="荻浦桥镇,雁渡街道")
    chosen = {element.key: element.value for kind in ("selectbox", "multiselect", "button_group") for element in page.get(kind)}
    assert chosen["metric"] == "disputes_resolved"
    assert chosen["year"] == "2023"
    assert chosen["towns"] == ["荻浦桥镇", "雁渡街道"]


def test_nonsense_in_a_link_is_passed_over(run_page: PageRunner) -> None:
    page = run_page("compare", lang="xx", metric="<script>", year="9999", towns="nowhere", id="zz", view="none", measure="-1")
    assert fails_of(page) == []
    assert "对比" in words_of(page)


def test_the_id_in_a_link_shows_the_sentence(run_page: PageRunner, sample_store: Path) -> None:
    with Store(sample_store) as store:
        row = next(iter(store.rows("observations", "r.township = ?", ["荻浦桥镇"], "t.metric = ?", ["disputes_resolved"])))
    page = run_page("compare", id=row[0])
    figure, sentence = str(row[20]), str(row[21])
    bodies = [element.proto.body for element in page.get("html")]
    assert any(f'<mark class="claimed">{figure}</mark>' in body for body in bodies)
    assert any(sentence in re.sub(r"<[^>]*>", "", body) for body in bodies)


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_corpus_says_what_would_help(run_page: PageRunner, empty_store: Path, name: str) -> None:
    page = run_page(name, store=empty_store)
    assert fails_of(page) == []
    assert TEXTS["no data"][0] in words_of(page) or name in ("metrics", "data")


@pytest.mark.parametrize("name", PAGES)
def test_one_report_is_enough_for_every_page(run_page: PageRunner, small_store: Path, name: str) -> None:
    assert fails_of(run_page(name, store=small_store)) == []


def test_a_store_that_is_none_is_told_in_a_sentence(run_page: PageRunner, tmp_path: Path) -> None:
    place = tmp_path / "store.duckdb"
    place.write_bytes(b"no database")
    page = run_page("overview", store=place)
    assert len(page.error) == 1
    assert "Traceback" not in str(page.error[0].value)
    assert not page.exception


def test_no_page_uses_unsafe_html() -> None:
    used = [
        f"{path.name}: {word}"
        for path in [ROOT / "dashboard.py", *sorted((ROOT / "views").glob("*.py"))]
        for word in ("unsafe_allow_html", "unsafe_allow_javascript", "innerHTML", "st.markdown(", "st.write(")
        if word in path.read_text("utf-8")
    ]
    assert used == []


def test_a_township_is_ahead_or_behind_only_where_more_or_less_is_better(run_page: PageRunner) -> None:
    """Of 芦墩桥镇's figures of 2024 the fines are the lowest of four, which is neither good nor bad."""
    tables = tables_of(run_page("township", town="芦墩桥镇"))
    lists = [json.dumps(table, ensure_ascii=False) for table in tables if "list pairs" in str(table)]
    assert any("法治工作专题会议" in told for told in lists)
    assert not any("罚款" in told for told in lists)
