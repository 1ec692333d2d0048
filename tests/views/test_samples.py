"""The dashboard switches between the corpora that the project brings, and says what each is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.views.conftest import PageRunner
from views import source
from views.words import TEXTS


def test_another_sample_can_be_opened(run_page: PageRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "real-figures"
    place.mkdir()
    (place / "乙乡2024.md").write_text("# 乙乡2024年法治政府建设情况\n\n全年排查矛盾纠纷12起，化解9起。\n", encoding="utf-8")
    monkeypatch.setattr(source, "SAMPLES", tmp_path)
    page = run_page("data")
    box = page.selectbox(key="sample corpus")
    assert box.options == [TEXTS["sample real-figures"][0]]
    button = next(one for one in page.button if one.label == TEXTS["open sample"][0])
    page = button.click().run()
    deadline = time.monotonic() + 600
    while "store" not in page.session_state and time.monotonic() < deadline:
        time.sleep(0.3)
        page = page.run()
    assert not page.exception
    assert str(page.session_state["store"]).startswith(str(place))


def test_every_sample_has_a_name_that_says_what_it_is() -> None:
    for folder in source.sample_folders():
        zh, en = TEXTS[f"sample {folder.name}"]
        assert ("虚构" in zh and "invented" in en) or ("摘录" in zh and "Digest" in en)
