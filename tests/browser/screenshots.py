"""Makes the pictures of every page in both languages under docs/images: `python -m tests.browser.screenshots [NAME...]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.browsers import ROOT, Watched, arguments, browser_path, dashboard
from tests.views.county import county_store

_PDF = "芦墩桥镇/芦墩桥镇2021年法治政府建设报告.pdf"
#: file name → address and height of the window
PICTURES = {
    "overview": ("", 1950),
    "compare": ("compare?metric=disputes_resolved", 1000),
    "compare-table": ("compare?metric=disputes_resolved&view=table", 900),
    "compare-all": ("compare?view=heat", 1750),
    "compare-several": ("compare?view=multiples", 900),
    "compare-two": ("compare?view=scatter", 1000),
    "change": ("change?metric=disputes_resolved", 980),
    "change-two-years": ("change?metric=disputes_resolved&view=slope", 900),
    "change-table": ("change?metric=disputes_resolved&view=deltas", 1000),
    "change-stated": ("change?view=stated", 1000),
    "change-flags": ("change?view=flags", 1300),
    "township": ("township?town=芦墩桥镇", 1900),
    "report": ("report?report=芦墩桥镇/芦墩桥镇2022年法治政府建设报告.docx", 1050),
    "report-page": (f"report?report={_PDF}&as=pages", 1050),
    "review": ("review", 1150),
    "metrics": ("metrics?metric=disputes_resolved", 1500),
    "playground": ("metrics?view=playground&metric=disputes_resolved", 1350),
    "suggestions": ("metrics?view=near misses", 1150),
    "data": ("data", 1350),
    "downloads": ("data?view=downloads", 1240),
}
_DRAWN = ("compare", "compare-several", "compare-two", "change", "change-two-years")
_WIDTH, _PHONE = 1280, 390


def taken(browser: Any, address: str, place: Path, name: str, size: tuple[int, int], **options: str) -> None:
    """One picture, once the page and its chart are drawn."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    watched = Watched(context.new_page())
    watched.open(address)
    watched.page.locator(".tm-grid, .text, .js-plotly-plot, [data-testid=stDownloadButton]").first.wait_for(timeout=60_000)
    if name in _DRAWN:
        watched.page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    watched.page.wait_for_timeout(2_000)
    watched.page.screenshot(path=place)
    context.close()


def main() -> None:
    """Takes them all, or those that are named."""
    wanted = sys.argv[1:]
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
                    if wanted and name not in wanted:
                        continue
                    target = f"{address}/{path}{'&' if '?' in path else '?'}lang={language}"
                    taken(browser, target, folder / f"{name}-{language}.png", name, (_WIDTH, height))
            if not wanted:
                chart = f"{address}/compare?metric=disputes_resolved"
                taken(browser, chart, folder / "phone-zh.png", "compare", (_PHONE, 844))
                taken(browser, chart, folder / "dark-zh.png", "compare", (_WIDTH, 1000), color_scheme="dark")
        browser.close()


if __name__ == "__main__":
    main()
