"""identity.csv: what it tells, and how its mistakes are told."""

import csv
from pathlib import Path

import pytest

from extract.corpus.identity_file import read_identity
from extract.errors import UsageError

HEAD = "report,township,county,city,province,year\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "identity.csv"


def test_no_file_tells_nothing(path: Path) -> None:
    assert read_identity(path) == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_rows_by_report(path: Path, encoding: str) -> None:
    path.write_bytes((HEAD + "a/b.txt,松屏镇, 青云县 ,,,2023\n\n,,,,,\nc.txt,,,,,2022\n").encode(encoding))
    assert read_identity(path) == {
        "a/b.txt": {"township": "松屏镇", "county": "青云县", "year": "2023"},
        "c.txt": {"year": "2022"},
    }


SAME = {
    "backslashes": "report,year\na\\b.txt,2023\n",
    "dot": "report,year\n./a/b.txt,2023\n",
    "order and case of columns": "Year, report\n2023,a/b.txt\n",
    "empty cells behind": "report,year\na/b.txt,2023,,\n",
    "the same row twice": "report,year\na/b.txt,2023\na/b.txt,2023\n",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_the_same_written_otherwise(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    assert read_identity(path) == {"a/b.txt": {"year": "2023"}}


MISTAKES = {
    "unknown column": ("report,town\na.txt,松屏镇\n", "identity.csv:1 has the columns report, town. Allowed: report,"),
    "no report column": ("township\n松屏镇\n", "identity.csv:1 has the columns township"),
    "column twice": ("report,year,year\na.txt,2023,2023\n", "identity.csv:1 has the column 'year' twice"),
    "empty file": ("", "identity.csv:1 has the columns none"),
    "no path": (HEAD + ",松屏镇,,,,2023\n", "identity.csv:2 names no report"),
    "two words on one report": (
        HEAD + "a.txt,,,,,2023\na.txt,,,,,2022\n",
        "identity.csv:3 says something else of 'a.txt' than line 2",
    ),
    "no year": (HEAD + "a.txt,,,,,二〇二三\n", "identity.csv:2 the year '二〇二三' is no year"),
    "cells too many": (HEAD + "a.txt,,,,,2023,,x\n", "identity.csv:2 has 2 cell(s) more than columns"),
    "open quote": (HEAD + 'b.txt,,,,,\n"a.txt,' + "x\n" * 100, "identity.csv:3 cannot be read as a table"),
    "open quote, long": (HEAD + '"a.txt,' + "x\n" * 100_000, "identity.csv:2 cannot be read as a table"),
    "a long cell": (HEAD + "a.txt," + "x" * 20_000 + "\n", "identity.csv:2 cannot be read as a table"),
    "a cell without end": (HEAD + "a.txt," + "x" * 200_000 + "\n", "identity.csv:2 cannot be read as a table"),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_line_in_both_languages(path: Path, text: str, message: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_identity(path)
    assert message in str(caught.value)
    assert "第" in caught.value.zh
    assert len(str(caught.value)) < 300


def test_a_limit_raised_elsewhere_in_the_process_changes_nothing(path: Path) -> None:
    """Other libraries raise the limit of the csv module for everybody."""
    path.write_text(HEAD + "a.txt," + "x" * 200_000 + "\n", encoding="utf-8")
    before = csv.field_size_limit(10**9)
    try:
        with pytest.raises(UsageError, match="cannot be read as a table"):
            read_identity(path)
    finally:
        csv.field_size_limit(before)


def test_every_mistake_is_told_at_once(path: Path) -> None:
    path.write_text(HEAD + ",,,,,2023\na.txt,,,,,x\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_identity(path)
    assert [line.split()[0] for line in str(caught.value).splitlines()] == ["identity.csv:2", "identity.csv:3"]


def test_of_many_mistakes_some_are_told(path: Path) -> None:
    path.write_text("report,year\n" + "a.txt,x\n" * 500, encoding="utf-8")
    with pytest.raises(UsageError, match="and 480 more"):
        read_identity(path)


def test_a_file_in_no_encoding_is_refused(path: Path) -> None:
    path.write_bytes(b"report\n\xff\xff\xff\n")
    with pytest.raises(UsageError, match="neither UTF-8 nor GB18030"):
        read_identity(path)
