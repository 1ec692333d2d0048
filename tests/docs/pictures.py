"""Makes the pictures of the tutorial, of its twenty Word files: `python -m tests.docs.pictures`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from extract.corpus.folder import store_place
from extract.corpus.result import open_result
from extract.library import load_library
from tests.browser.browsers import ROOT, Watched, arguments, browser_path, dashboard

#: file name → address and height of the window
PICTURES = {
    "overview": ("", 1100),
    "compare": ("compare?metric=disputes_received", 900),
    "change": ("change?metric=disputes_received", 900),
}
_WIDTH = 1280


def main() -> None:
    """Takes them all in both languages."""
    from playwright.sync_api import sync_playwright

    if browser_path() is None:
        sys.exit("no browser: install chromium, or name one in TOWNSHIP_METRICS_BROWSER")
    folder = ROOT / "docs" / "tutorial-images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        reports = Path(place) / "reports"
        shutil.copytree(ROOT / "data" / "word-files", reports, ignore=shutil.ignore_patterns(".township-metrics"))
        store = open_result([reports], (), load_library(), store_place(reports)).store
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(arguments()))
        with dashboard(store) as address:
            for language in ("zh", "en"):
                for name, (path, height) in PICTURES.items():
                    page = Watched(browser.new_page(viewport={"width": _WIDTH, "height": height}))
                    page.open(f"{address}/{path}{'&' if '?' in path else '?'}lang={language}")
                    page.page.wait_for_timeout(4_000)
                    page.page.screenshot(path=folder / f"{name}-{language}.png")
                    page.page.close()
        browser.close()


if __name__ == "__main__":
    main()
