"""One dashboard on the sample county and one browser for all tests here; a machine without a browser is told so loudly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.browsers import Watched, arguments, browser_path, dashboard
from tests.views.county import county_store

_MISSING = "no browser: install chromium, or name one in TOWNSHIP_METRICS_BROWSER"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if browser_path() is None:
        terminalreporter.section("BROWSER TESTS DID NOT RUN", red=True)
        terminalreporter.line(_MISSING)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if browser_path() is None:
        pytest.skip(_MISSING)
    with dashboard(county_store(tmp_path_factory.mktemp("county"))) as found:
        yield found


@pytest.fixture
def own_county(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A dashboard on a copy of the county that a test may write to: its address and its folder.

    A test names it before `watched`, whose page is then closed before the dashboard ends and the page complains of that.
    """
    if browser_path() is None:
        pytest.skip(_MISSING)
    store = county_store(tmp_path)
    with dashboard(store) as found:
        yield found, store.parent.parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if browser_path() is None:
        pytest.skip(_MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser_path(), args=list(arguments()))
        yield started
        started.close()


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    """A fresh page; whatever a test does, nothing may leave this machine and nothing may fail in the browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, locale="zh-CN")
    page = Watched(context.new_page())
    yield page
    context.close()
    assert page.outside == []
    assert page.errors == []
