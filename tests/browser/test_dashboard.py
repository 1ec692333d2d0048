"""The dashboard in a real browser: looking, comparing, following a figure to its sentence."""

from __future__ import annotations

import re
from typing import Any

from tests.browser.browsers import Watched


def click_bar(page: Any, number: int = 0) -> None:
    """Clicks once the chart listens: it is drawn a moment before."""
    page.wait_for_function("() => Boolean(document.querySelector('.js-plotly-plot')?._ev?._events?.plotly_selected)")
    box = page.locator(".barlayer .point path").nth(number).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 3, box["y"] + box["height"] / 2)


def test_the_first_page_is_useful_without_a_click(watched: Watched, address: str) -> None:
    watched.open(address)
    page = watched.page
    assert page.locator("h1").first.inner_text() == "总览"
    page.get_by_text("待核查的矛盾").first.wait_for()
    body = page.inner_text("body")
    assert "Deploy" not in body
    assert "虚构样例" in body
    assert page.locator(".cards .item").count() == 5
    assert page.locator("table[aria-label=哪些报告已在库中] tbody tr").count() == 8
    assert page.locator("table[aria-label=哪些报告已在库中] td.gone").count() == 2


def test_what_draws_the_next_pages_is_loaded_while_the_first_is_read(watched: Watched, address: str) -> None:
    page = watched.page
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    watched.open(address)
    drawn = page.locator(".st-key-ahead-of-time")
    drawn.locator(".main-svg").first.wait_for(state="attached")
    assert not drawn.is_visible()
    assert any("PlotlyChart." in url for url in asked)
    page.locator("[data-testid=stSidebarNav] a", has_text="对比").click()
    page.locator(".barlayer .point").first.wait_for()
    assert drawn.count() == 0
    assert sum("PlotlyChart." in url for url in asked) == 1


def test_two_bars_lead_to_their_sentences_and_the_link_keeps_them(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/compare?metric=disputes_resolved&year=2023")
    click_bar(page)
    page.locator("mark.claimed").first.wait_for()
    watched.settle()
    assert re.search(r"[?&]id=[0-9a-f]{16}", page.url)
    click_bar(page, 1)
    page.locator("mark.claimed").nth(1).wait_for()
    watched.settle()
    left, right = (page.locator("mark.claimed").nth(place).bounding_box() for place in (0, 1))
    assert left is not None
    assert right is not None
    assert abs(left["x"] - right["x"]) > 200
    sentence = page.locator(".tm-line").first.inner_text()
    watched.open(page.url)
    assert page.locator(".tm-line").first.inner_text() == sentence
    page.get_by_role("link", name="在报告中查看").first.click()
    page.locator(".text .fig.at").first.wait_for()
    assert page.locator("h1").first.inner_text() == "报告"


def test_a_figure_in_the_text_tells_what_it_was_read_as(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/report")
    figure = page.locator(".text .fig.claimed").first
    words = figure.inner_text()
    figure.click()
    page.locator(".text .fig.at").first.wait_for()
    page.locator(".tm-value", has_text=words).first.wait_for()
    watched.settle()
    assert "at=" in page.url
    page.locator("tr.on").first.wait_for()


def test_a_row_of_the_table_leads_to_its_place_in_the_text_by_keys(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/report")
    row = page.locator("table[aria-label=本报告的数字] tbody tr").nth(3)
    words = row.locator("td").nth(3).inner_text()
    row.focus()
    page.keyboard.press("Enter")
    page.locator(".text .fig.at").first.wait_for()
    assert page.locator(".text .fig.at").first.inner_text() == words


def test_the_page_of_a_pdf_is_shown_with_a_frame_around_the_figure(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/report?report=芦墩桥镇/芦墩桥镇2021年法治政府建设报告.pdf&as=pages")
    picture = page.locator(".sheet img")
    picture.wait_for()
    watched.settle()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500
    frame = page.locator(".frame.claimed").first
    box, whole = frame.bounding_box(), picture.bounding_box()
    assert box is not None
    assert whole is not None
    assert whole["x"] < box["x"] < whole["x"] + whole["width"]
    frame.click()
    page.locator(".frame.at").first.wait_for()
    name = page.locator(".frame.at").first.get_attribute("title").split("：")[0]
    page.locator(".tm-head", has_text=name).first.wait_for()


def test_the_change_page_flags_the_planted_movers(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/change?view=flags&when=2024")
    table = page.locator("table").first
    table.wait_for()
    words = table.inner_text()
    for planted in ("9200万份", "1,460次", "5.1元"):
        assert planted in words, planted
    before = table.locator("tbody tr").count()
    field = page.get_by_label("变化超过（%）")
    field.fill("300")
    field.press("Enter")
    page.wait_for_function(f"() => new URL(location).searchParams.get('over') === '300' && {before} > 0")
    watched.settle()
    assert 0 < page.locator("table").first.locator("tbody tr").count() < before


def test_a_township_named_in_a_table_leads_to_its_page(watched: Watched, address: str) -> None:
    page = watched.page
    for name in ("", "compare?view=table", "change?view=deltas", "review"):
        watched.open(f"{address}/{name}")
        link = page.locator("a[href*='township?']").first
        link.wait_for()
        link.click()
        page.locator("h1", has_text="乡镇").wait_for()
        page.wait_for_url("**/township?**town=*")


def test_back_restores_the_view_of_the_page_before(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/compare?metric=disputes_resolved&year=2022&view=table&sort=name")
    first = page.locator("table").first.inner_text()
    page.locator("a[href*='township?']").first.click()
    page.locator("h1", has_text="乡镇").wait_for()
    watched.settle()
    page.go_back()
    page.locator("h1", has_text="对比").wait_for()
    watched.settle()
    assert "metric=disputes_resolved" in page.url
    assert "year=2022" in page.url
    assert page.locator("table").first.inner_text() == first


def test_a_copied_link_opens_the_same_view_elsewhere(watched: Watched, address: str, browser: Any) -> None:
    page = watched.page
    watched.open(f"{address}/compare")
    page.get_by_text("2022", exact=True).first.click()
    page.get_by_text("表格", exact=True).first.click()
    page.locator("table").first.wait_for()
    page.get_by_text("名称", exact=True).first.click()
    watched.settle()
    words, copied = page.locator("table").first.inner_text(), page.url
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    other = Watched(context.new_page())
    other.open(copied)
    assert other.page.locator("table").first.inner_text() == words
    context.close()


def test_the_language_switch_changes_the_page_and_its_link(watched: Watched, address: str) -> None:
    page = watched.page
    watched.open(f"{address}/change")
    page.get_by_text("English", exact=True).click()
    page.locator("h1", has_text="Change").wait_for()
    watched.settle()
    assert "lang=en" in page.url
    assert not re.search("[\u4e00-\u9fff]", page.locator("[data-testid=stSidebarNav]").inner_text())
    page.get_by_role("link", name="Compare").first.click()
    page.locator("h1", has_text="Compare").wait_for()


def test_the_dark_theme_is_dark_and_its_words_are_light(browser: Any, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 1000}, color_scheme="dark")
    watched = Watched(context.new_page())
    watched.open(f"{address}/compare?metric=disputes_resolved")
    page = watched.page
    page.locator(".js-plotly-plot .ytick text").first.wait_for()
    watched.settle()
    ground = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    ink = page.evaluate("getComputedStyle(document.querySelector('.js-plotly-plot .ytick text')).fill")
    assert _lightness(ground) < 0.05
    assert (_lightness(ink) + 0.05) / (_lightness(ground) + 0.05) > 4.5
    context.close()
    assert watched.errors == watched.outside == []


def _lightness(colour: str) -> float:
    """The relative luminance of rgb(…)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_page_fits_a_phone(watched: Watched, address: str) -> None:
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("", "compare", "change", "township", "report", "review", "metrics", "data"):
        watched.open(f"{address}/{name}")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390, name
        wide = page.evaluate(
            "[...document.querySelectorAll('[data-testid=stMainBlockContainer] *')]"
            ".filter(e => e.getBoundingClientRect().right > 391)"
            ".filter(e => !e.closest('.js-plotly-plot,[data-testid=stDataFrame]')).length"
        )
        assert wide == 0, name
