"""One store of the sample county for all page tests, and a way to run a page without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from extract import extract_corpus, load_library
from extract.corpus.folder import STORE_FOLDER
from tests.views.county import ROOT, county_store

PageRunner = Callable[..., AppTest]
StoreOf = Callable[[Mapping[str, str]], Path]


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return county_store(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return extract_corpus([], load_library(), store=tmp_path_factory.mktemp("empty") / "store.duckdb").store


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("甲乡")
    (folder / "甲乡2024年法治政府建设报告.txt").write_text("甲乡2024年法治政府建设报告\n全年化解矛盾纠纷12起。", "utf-8")
    return extract_corpus(folder, load_library(), store=tmp_path_factory.mktemp("one") / "store.duckdb").store


@pytest.fixture
def store_of(tmp_path: Path) -> StoreOf:
    """Makes a store beside reports of these names and texts."""

    def made(reports: Mapping[str, str]) -> Path:
        folder = tmp_path / "reports"
        folder.mkdir()
        for name, text in reports.items():
            (folder / name).write_text(text, encoding="utf-8")
        return extract_corpus(folder, load_library(), store=folder / STORE_FOLDER / "store.duckdb").store

    return made


@pytest.fixture
def run_page(sample_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageRunner]:
    """Runs a page: its name, and what its link says."""
    from views import frame

    def run(name: str, store: Path | None = None, **query: str) -> AppTest:
        monkeypatch.setenv("TOWNSHIP_METRICS_STORE", str(store or sample_store))
        monkeypatch.delenv("TOWNSHIP_METRICS_LANG", raising=False)
        frame._first_store.cache_clear()
        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600)
        page._page_hash = calc_hash("" if name == "overview" else name)
        for key, value in query.items():
            page.query_params[key] = value
        return page.run()

    yield run
    frame._first_store.cache_clear()
