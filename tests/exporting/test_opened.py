"""Workbook and brief open in an office program; what it prints holds what was written."""

import shutil
import subprocess
from pathlib import Path

import pytest

from extract.exporting.docx import write_docx
from extract.exporting.xlsx import write_workbook
from tests.exporting.sample import contents

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(
    OFFICE is None or shutil.which("pdftotext") is None, reason="LibreOffice or pdftotext is missing"
)


def printed(path: Path, folder: Path) -> str:
    """The text of the PDF that an office program makes of a file."""
    home = f"-env:UserInstallation=file://{folder}/office"
    subprocess.run(
        [str(OFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True,
        timeout=900,
        capture_output=True,
    )
    made = subprocess.run(
        ["pdftotext", "-layout", str(path.with_suffix(".pdf")), "-"], check=True, timeout=900, capture_output=True
    )
    return made.stdout.decode()


@needs_office
def test_a_brief_prints_title_table_chart_and_footnotes(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    write_docx(path, contents())
    text = printed(path, tmp_path).replace(" ", "")
    for part in ("云岫县2024年乡镇法治政府建设数据比较", "一、主要指标对比", "104.5%", "资料来源", "鹤溪镇"):
        assert part in text


@needs_office
def test_a_workbook_prints_every_sheet(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    write_workbook(path, contents("en"))
    text = printed(path, tmp_path)
    for part in ("Rule-of-law figures", "Satisfaction rate", "rate_over_100", "104.5"):
        assert part in text
    assert "#NAME?" not in text
    assert "Err:" not in text
