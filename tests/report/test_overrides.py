"""identity.csv: what it tells, and how its mistakes are told."""

from pathlib import Path

import pytest

from extract.errors import UsageError
from extract.report.overrides import load_overrides

HEAD = "report,township,county,city,province,year\n"


def test_no_file_tells_nothing(tmp_path: Path) -> None:
    assert load_overrides(tmp_path) == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_rows_by_report(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "identity.csv").write_bytes((HEAD + "a/b.txt,松屏镇,青云县,,,2023\n\nc.txt,,,,,2022\n").encode(encoding))
    overrides = load_overrides(tmp_path)
    assert overrides["a/b.txt"] == {
        "report": "a/b.txt",
        "township": "松屏镇",
        "county": "青云县",
        "city": "",
        "province": "",
        "year": "2023",
    }
    assert overrides["c.txt"]["year"] == "2022"


def test_a_path_with_backslashes_is_the_same_path(tmp_path: Path) -> None:
    (tmp_path / "identity.csv").write_text("report,year\n.\\a\\b.txt,2023\n".replace(".\\a", "a"), encoding="utf-8")
    assert list(load_overrides(tmp_path)) == ["a/b.txt"]


def test_columns_may_be_left_out_and_stand_in_any_order(tmp_path: Path) -> None:
    (tmp_path / "identity.csv").write_text("year,report\n2023,a.txt\n", encoding="utf-8")
    assert load_overrides(tmp_path) == {"a.txt": {"report": "a.txt", "year": "2023"}}


MISTAKES = {
    "unknown column": ("report,town\na.txt,松屏镇\n", "line 1: no column 'town' is known"),
    "no report column": ("township\n松屏镇\n", "line 1: the column 'report' is missing"),
    "column twice": ("report,year,year\na.txt,2023,2023\n", "line 1: column 'year' stands twice"),
    "empty file": ("", "line 1: the column 'report' is missing"),
    "no path": (HEAD + ",松屏镇,,,,2023\n", "line 2: the report's path is missing"),
    "row twice": (HEAD + "a.txt,,,,,2023\na.txt,,,,,2022\n", "line 3: 'a.txt' has a row already"),
    "no year": (HEAD + "a.txt,,,,,2023年\n", "line 2: year '2023年' is no calendar year"),
    "cells too many": (HEAD + "a.txt,,,,,2023,,\n", "line 2: 2 cell(s) more than columns"),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "identity.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_overrides(tmp_path)
    assert message in str(caught.value)
    assert "identity.csv" in str(caught.value)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "identity.csv").write_text(HEAD + ",,,,,2023\na.txt,,,,,x\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_overrides(tmp_path)
    assert str(caught.value).count("\n") == 1


def test_a_file_in_no_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "identity.csv").write_bytes(b"report\n\xff\xff\xff\n")
    with pytest.raises(UsageError, match="neither UTF-8 nor GB18030"):
        load_overrides(tmp_path)
