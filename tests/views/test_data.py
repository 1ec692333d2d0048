"""The data page: whose a report is can be corrected, and a link to a corpus that was opened here opens it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.views.conftest import PageRunner, StoreOf
from tests.views.telling import words_of
from views.corpora import key_of, remember
from views.words import TEXTS

TEXT = "法治政府建设工作报告\n\n全年化解矛盾纠纷94件。\n"


@pytest.fixture
def nameless(store_of: StoreOf) -> Path:
    """A corpus of which nobody can tell whose it is."""
    return store_of({"a.txt": TEXT})


def test_whose_a_report_is_can_be_corrected(run_page: PageRunner, nameless: Path) -> None:
    page = run_page("data", store=nameless, view="identity")
    assert "乡镇不明" in words_of(page)
    page = page.text_input(key="identity year a.txt").set_value("20x4").run()
    assert [str(one.value) for one in page.error] == ["“20x4”不是年份，请写四位数字。"]
    page = page.text_input(key="identity township a.txt").set_value("石屏镇").run()
    page = page.text_input(key="identity year a.txt").set_value("2023").run()
    assert not page.error
    save = next(one for one in page.button if one.label == "保存 1 份更正并重新读取")
    page = save.click().run()
    told = (nameless.parent.parent / "identity.csv").read_text("utf-8-sig")
    assert told.splitlines()[1] == "a.txt,石屏镇,,,,2023"
    deadline = time.monotonic() + 60
    while not any("读取1份" in str(one.value) for one in page.success) and time.monotonic() < deadline:
        time.sleep(0.2)
        page = page.run()
    assert "石屏镇" in words_of(run_page("township", store=nameless))


def test_reports_of_nobody_are_told_apart_by_their_files(run_page: PageRunner, store_of: StoreOf) -> None:
    unknown = store_of({f"{name}.txt": f"2024年{TEXT}" for name in ("甲份", "乙份")})
    shown = words_of(run_page("compare", store=unknown, view="table")).splitlines()
    assert {"甲份", "乙份"} <= set(shown)


def test_a_link_opens_a_corpus_that_the_server_has(run_page: PageRunner, small_store: Path) -> None:
    assert "甲乡" not in words_of(run_page("overview"))
    page = run_page("overview", corpus=remember(small_store))
    assert "甲乡" in words_of(page)
    assert not page.warning


def test_a_link_to_a_corpus_that_is_gone_says_so(run_page: PageRunner) -> None:
    page = run_page("overview", corpus=key_of(Path("gone/store.duckdb")))
    assert [str(one.value) for one in page.warning] == [TEXTS["link gone"][0]]
    assert "corpus" not in page.query_params
    assert not page.run().warning
