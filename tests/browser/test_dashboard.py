"""The dashboard in a real browser: what a person does with it first."""

from __future__ import annotations

import re

from tests.browser.browsers import Watched


def test_the_first_page_is_useful_without_a_click(watched: Watched, address: str) -> None:
    watched.open(address)
    page = watched.page
    assert page.locator("h1").first.inner_text() == "总览"
    page.locator(".js-plotly-plot").first.wait_for(timeout=30_000)
    page.get_by_text("待核查的矛盾").first.wait_for(timeout=30_000)
    assert "Deploy" not in page.inner_text("body")


def test_two_bars_lead_to_their_sentences_and_the_link_keeps_them(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/compare?metric=disputes_resolved&year=2023")
    bar = page.locator(".barlayer .point path").first
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 3, box["y"] + box["height"] / 2)
    page.locator("mark.claimed").first.wait_for(timeout=15_000)
    assert re.search(r"[?&]id=[0-9a-f]{16}", page.url)
    sentence = page.locator(".tm-line").first.inner_text()
    watched.open(page.url)
    assert page.locator(".tm-line").first.inner_text() == sentence
    page.get_by_role("link", name="在报告中查看").first.click()
    page.locator(".text .fig.at").first.wait_for(timeout=20_000)
    assert page.locator("h1").first.inner_text() == "报告"


def test_a_figure_in_the_text_tells_what_it_was_read_as(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/report")
    figure = page.locator(".text .fig.claimed").first
    words = figure.inner_text()
    figure.click()
    page.locator(".text .fig.at").first.wait_for(timeout=15_000)
    page.locator(".tm-value", has_text=words).first.wait_for(timeout=15_000)
    assert "at=" in page.url


def test_the_language_switch_changes_the_page_and_its_link(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/change")
    page.get_by_text("English", exact=True).click()
    page.locator("h1", has_text="Change").wait_for(timeout=20_000)
    watched.settle()
    assert "lang=en" in page.url
    assert not re.search("[\u4e00-\u9fff]", page.locator("[data-testid=stSidebarNav]").inner_text())
    page.get_by_role("link", name="Compare").first.click()
    page.locator("h1", has_text="Compare").wait_for(timeout=20_000)


def test_a_page_fits_a_phone(watched: Watched, address: str) -> None:
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("", "compare", "change", "township", "report"):
        watched.open(f"{address}/{name}")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390, name
        wide = page.evaluate(
            "[...document.querySelectorAll('[data-testid=stMainBlockContainer] *')]"
            ".filter(e => e.getBoundingClientRect().right > 391)"
            ".filter(e => !e.closest('.js-plotly-plot,[data-testid=stDataFrame]')).length"
        )
        assert wide == 0, name
