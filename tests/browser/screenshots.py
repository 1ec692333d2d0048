"""Makes the pictures of every page in both languages under docs/images: `python -m tests.browser.screenshots`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.browser.browsers import ROOT, Watched, arguments, browser_path, dashboard
from tests.views.county import county_store

#: file name → address and height of the window
PICTURES = {
    "overview": ("", 1750),
    "compare": ("compare?metric=disputes_resolved", 900),
    "compare-all": ("compare?view=heat", 1650),
    "change": ("change?metric=disputes_resolved", 900),
    "change-stated": ("change?view=stated", 900),
    "township": ("township?town=芦墩桥镇", 1300),
    "report": ("report", 1000),
    "metrics": ("metrics", 1300),
    "data": ("data?view=downloads", 760),
}
_WIDTH, _PHONE = 1280, 390


def main() -> None:
    """Takes them all."""
    from playwright.sync_api import sync_playwright

    if browser_path() is None:
        sys.exit("no browser: install chromium, or name one in TOWNSHIP_METRICS_BROWSER")
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        store = county_store(Path(place))
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(arguments()))
        with dashboard(store) as address:
            for language in ("zh", "en"):
                for name, (path, height) in PICTURES.items():
                    page = Watched(browser.new_page(viewport={"width": _WIDTH, "height": height}))
                    page.open(f"{address}/{path}{'&' if '?' in path else '?'}lang={language}")
                    page.page.wait_for_timeout(5_000)
                    page.page.screenshot(path=folder / f"{name}-{language}.png")
                    page.page.close()
            page = Watched(browser.new_page(viewport={"width": _PHONE, "height": 844}))
            page.open(f"{address}/compare?metric=disputes_resolved")
            page.page.wait_for_timeout(5_000)
            page.page.screenshot(path=folder / "phone-zh.png")
        browser.close()


if __name__ == "__main__":
    main()
