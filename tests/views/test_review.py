"""The review page: a figure that no metric took is given to one, counts at once, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.corpus.reviews import read_reviews
from tests.views.conftest import PageRunner, StoreOf
from tests.views.telling import words_of

TEXT = "云岫县石屏镇2024年法治政府建设工作报告\n\n2024年，石屏镇化解矛盾纠纷94件。\n另有墙报26期上了墙。\n"


@pytest.fixture
def small(store_of: StoreOf) -> Path:
    return store_of({"石屏镇2024.txt": TEXT})


def test_an_unclaimed_figure_becomes_a_value_and_can_be_taken_back(run_page: PageRunner, small: Path) -> None:
    page = run_page("review", store=small, view="unclaimed")
    assert "26期" in words_of(page)
    metric = next(element for element in page.selectbox if str(element.key).startswith("assign "))
    assert metric.value is None
    assert page.button(key="assign it").disabled
    page = metric.select("legal_training_sessions").run()
    value = next(element for element in page.text_input if str(element.key).startswith("assign value"))
    assert value.value == "26"
    value.set_value("2 6x")
    page = page.button(key="assign it").click().run()
    assert any("2 6x" in str(error.value).replace("\\", "") for error in page.error)
    value = next(element for element in page.text_input if str(element.key).startswith("assign value"))
    value.set_value("26")
    page = page.button(key="assign it").click().run()
    assert not page.error
    assert not page.exception
    place = small.parent.parent / "reviews.csv"
    assert read_reviews(place)[["figure", "metric", "year", "action", "value"]].values.tolist() == [
        ["26期", "legal_training_sessions", "2024", "assigned", "26"]
    ]

    shown = words_of(run_page("township", store=small, town="石屏镇"))
    assert "26" in shown
    chart = run_page("compare", store=small, metric="legal_training_sessions", year="2024", view="table")
    assert "另有墙报26期上了墙。" in words_of(chart)
    text = run_page("report", store=small, at=str(TEXT.index("26期")))
    assert "教育培训" in words_of(text) or "培训" in words_of(text)

    done = run_page("review", store=small, view="done")
    assert "已归入" in words_of(done)
    done = done.button(key="undo").click().run()
    assert read_reviews(place).empty
    assert "26期" in words_of(run_page("review", store=small, view="unclaimed"))
    assert "另有墙报26期上了墙。" not in words_of(run_page("compare", store=small, view="table"))


def test_a_contradiction_of_one_sentence_shows_it_once(run_page: PageRunner, store_of: StoreOf) -> None:
    """Where both figures stand in one sentence there is no other to show, and no other source."""
    sentence = "全年调解矛盾纠纷57起，调解成功54起，调解成功率98.2%。"
    store = store_of({"石屏镇2024.txt": f"云岫县石屏镇2024年法治政府建设工作报告\n\n{sentence}\n"})
    page = run_page("review", store=store, view="contradiction", lang="en")
    told = words_of(page)
    assert "98.2%" in told
    assert told.count("全年调解矛盾纠纷57起") == 1
    assert told.count("Source:") == 1
