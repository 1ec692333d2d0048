"""A corpus is looked at a county at a time where it is large, and a county that is none a stretch of townships at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import extract_corpus, load_library
from tests.views.conftest import PageRunner
from tests.views.telling import words_of
from views import source
from views.answers import tables
from views.source import Area, areas, source_of


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """Reports of townships that no register holds, and some that name none."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(6):
        for when in (2023, 2024):
            title = f"柘{'甲乙丙丁戊己'[number]}坪镇{when}年法治政府建设报告"
            (folder / f"{number}-{when}.txt").write_text(f"{title}\n\n全年化解矛盾纠纷{number + 12}件。\n", encoding="utf-8")
        (folder / f"无名{number}.txt").write_text("法治政府建设报告\n\n全年化解矛盾纠纷3件。\n", encoding="utf-8")
    return extract_corpus(folder, load_library(), store=tmp_path / "store.duckdb").store


def test_reports_of_no_county_are_looked_at_in_parts(
    nowhere: Path, run_page: PageRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "WHOLE_CORPUS", 4)
    areas.cache_clear()
    here = source_of(nowhere)
    held = areas(here.path, here.stamp)
    assert max(count for _, count in held) <= 4
    assert sum(count for _, count in held) == 18
    seen: list[str] = []
    for area, count in held:
        reports = tables(source_of(nowhere, area)).reports
        assert len(reports) == count
        seen += list(reports["report"])
        towns = reports.groupby("township")["report"].nunique().drop("", errors="ignore")
        assert set(towns) <= {2}, "a township's years stand together"
    assert sorted(seen) == sorted(tables(source_of(nowhere, Area())).reports["report"])
    for name in ("overview", "compare", "report", "review", "data"):
        page = run_page(name, store=nowhere, area=held[-1][0].key)
        assert not page.error
        assert not page.exception
    shown = words_of(run_page("township", store=nowhere, area=held[-1][0].key))
    assert held[-1][0].ends[1] in shown
    areas.cache_clear()
