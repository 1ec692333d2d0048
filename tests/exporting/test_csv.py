"""The canonical CSV: bytes, defused cells, plain numbers."""

import csv
import io
import os
from decimal import Decimal
from pathlib import Path

import pytest

from extract.errors import WriteError
from extract.exporting.csv import csv_lines, number_cell, text_cell, write_csv

COLUMNS = ["report", "value", "year", "sentence"]


@pytest.mark.parametrize(
    ("raw", "cell"),
    [
        ("纠纷", "纠纷"),
        ("", ""),
        (None, ""),
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("\n=1", "'\n=1"),
        ("\x00=1", "'\ufffd=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("a=1", "a=1"),
        ("甲\x00乙\x1b[31m", "甲\ufffd乙\ufffd[31m"),
        ("甲\r\n乙", "甲\n乙"),
        ("甲\ud800乙", "甲\ufffd乙"),
    ],
)
def test_text_cell(raw: str | None, cell: str) -> None:
    assert text_cell(raw) == cell


@pytest.mark.parametrize(
    ("raw", "cell"),
    [
        (None, ""),
        ("", ""),
        (Decimal("124"), "124"),
        (Decimal("97.80"), "97.8"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-5"), "-5"),
        (Decimal("0.000"), "0"),
        ("97.8", "97.8"),
        (12.0, "12"),
        (1e21, "1000000000000000000000"),
        (float("nan"), ""),
        (2024, "2024"),
    ],
)
def test_number_cell(raw: object, cell: str) -> None:
    assert number_cell(raw) == cell


def test_file(tmp_path: Path) -> None:
    rows = [("a,b.txt", Decimal("-5.10"), 2024, '他说"好"\n第二行'), ("=c.txt", None, None, "")]
    path = tmp_path / "out.csv"
    assert write_csv(path, COLUMNS, rows) == 2
    data = path.read_bytes()
    assert data == ('\ufeffreport,value,year,sentence\n"a,b.txt",-5.1,2024,"他说""好""\n第二行"\n\'=c.txt,,,\n'.encode())
    back = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert back[1] == ["a,b.txt", "-5.1", "2024", '他说"好"\n第二行']
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


def test_numbers_are_never_defused() -> None:
    assert list(csv_lines(["value"], [(Decimal("-5"),)])) == ["value\n", "-5\n"]


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be made read-only there")
def test_a_failing_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("before", encoding="utf-8")

    def rows() -> object:
        yield ("a", Decimal(1), 2024, "")
        raise OSError(28, "No space left on device")

    with pytest.raises(WriteError, match="No space left"):
        write_csv(path, COLUMNS, rows())  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
    with pytest.raises(WriteError, match="cannot be written"):
        write_csv(tmp_path / "none" / "out.csv", COLUMNS, [])
