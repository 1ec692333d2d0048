"""Renders the marked reports of the sample county into the files an office would have received.

    python -m tests.sample_county.render              txt, md, html and docx, byte for byte the same every time
    python -m tests.sample_county.render --with-pdf   the pdf files and the scan as well (LibreOffice, pdftoppm, Pillow)

`@file` in a report's head is its path under the county's folder; its suffix decides the format.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.reference.marked_report import MarkedReport, read_marked
from tests.sample_county.office_files import docx_bytes
from tests.sample_county.web_page import page_html

HERE = Path(__file__).parent
MARKED = HERE / "marked"
DATA = HERE.parents[1] / "data"
COUNTY = "岚汀县"
#: the tutorial's twenty Word files: five townships, four years, in one folder, each office naming its files in its own way
WORD_FILES = DATA / "word-files" / COUNTY
WORD_NAMES = {
    "dipuqiao": "荻浦桥镇{year}年法治政府建设情况报告.docx",
    "zheping": "柘坪{year}.docx",
    "yandu": "雁渡街道办事处{year}年度报告.docx",
    "huaidianpu": "槐店铺镇-{year}（盖章版）.docx",
    "ludunqiao": "{year}芦墩桥终稿.docx",
}
GBK_TOWNSHIPS = {"桐坳乡"}
GBK_FILES = {"棠坞镇/棠坞镇法治政府建设情况2024.txt"}
BOM_FILES = {"蓼湾镇/2022年度报告（蓼湾）.txt"}
MADE_BY_LIBREOFFICE = {".pdf", ".png"}


def marked_reports() -> list[MarkedReport]:
    """Every marked report of the county, by file name."""
    return [read_marked(path) for path in sorted(MARKED.glob("*.txt"))]


def txt_bytes(report: MarkedReport) -> bytes:
    """The plain text in the encoding this office's computer writes."""
    name = report.head["file"]
    if report.head["township"] in GBK_TOWNSHIPS or name in GBK_FILES:
        return report.text.replace("\n", "\r\n").encode("gbk")
    return report.text.encode("utf-8-sig" if name in BOM_FILES else "utf-8")


def md_bytes(report: MarkedReport) -> bytes:
    """The plain text as it stands: its author wrote the markdown."""
    return report.text.encode("utf-8")


WRITERS: dict[str, Callable[[MarkedReport], bytes]] = {
    ".txt": txt_bytes,
    ".md": md_bytes,
    ".html": lambda report: page_html(report).encode("utf-8"),
    ".docx": lambda report: docx_bytes(report.text),
}


def rendered(report: MarkedReport) -> bytes | None:
    """The bytes of the report's file; None where an office program must make it."""
    writer = WRITERS.get(Path(report.head["file"]).suffix)
    return writer(report) if writer else None


def write_plain_files(county: Path) -> int:
    """Writes every file that needs no office program; how many were written."""
    count = 0
    for report in marked_reports():
        content = rendered(report)
        if content is not None:
            target = county / report.head["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            count += 1
    return count


def word_files() -> dict[str, bytes]:
    """The Word files of the tutorial by name."""
    reports = {report.path.stem: report for report in marked_reports()}
    named = {f"{town}-{year}": name.format(year=year) for town, name in WORD_NAMES.items() for year in (2021, 2022, 2023, 2024)}
    return {name: docx_bytes(reports[stem].text) for stem, name in named.items()}


def write_word_files(folder: Path = WORD_FILES) -> int:
    """Writes the Word files of the tutorial; how many were written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = word_files()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return len(files)


def write_office_files(county: Path) -> int:
    """Writes the pdf files and the scan; how many were written."""
    count = 0
    for report in marked_reports():
        target = county / report.head["file"]
        if target.suffix not in MADE_BY_LIBREOFFICE:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            small_print = target.suffix == ".png"  # the scan is one page, so its text is set small
            pdf = pdf_of(docx_bytes(report.text, half_points=23 if small_print else 28), Path(folder))
            if target.suffix == ".pdf":
                shutil.copyfile(pdf, target)
            else:
                write_scan(pdf, target)
        count += 1
    return count


def pdf_of(docx: bytes, folder: Path) -> Path:
    """The docx printed to a pdf by LibreOffice, in `folder`."""
    (folder / "report.docx").write_bytes(docx)
    profile = (folder / "profile").as_uri()  # a profile of its own: an office that is open elsewhere is no obstacle
    conversion = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "report.docx")]
    run(["soffice", f"-env:UserInstallation={profile}", *conversion])
    return folder / "report.pdf"


def write_scan(pdf: Path, target: Path) -> None:
    """The pdf's only page as a slightly crooked grey scan of eight shades."""
    from PIL import Image  # only the scan needs it

    run(["pdftoppm", "-r", "150", "-gray", "-png", str(pdf), str(pdf.with_suffix(""))])
    pages = sorted(pdf.parent.glob("report-*.png"))
    if len(pages) != 1:
        raise ValueError(f"{target.name} fills {len(pages)} pages; the scan must be one page")
    page = Image.open(pages[0]).convert("L").rotate(0.35, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = page.point([min(255, 20 + level * 226 // 255) for level in range(256)])
    grey.quantize(8).save(target, optimize=True)


def run(command: list[str]) -> None:
    """Runs an office program; its own words are shown where it fails."""
    if shutil.which(command[0]) is None:
        raise FileNotFoundError(f"{command[0]} is not installed; the pdf files and the scan need it")
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {' '.join(done.stderr.split())}")


def main() -> None:
    """Renders the county into data/."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--with-pdf", action="store_true", help="also make the pdf files and the scan with LibreOffice")
    parser.add_argument("--into", type=Path, default=DATA / COUNTY, help="the county's folder")
    options = parser.parse_args()
    count = write_plain_files(options.into)
    if options.into == DATA / COUNTY:
        count += write_word_files()
    if options.with_pdf:
        count += write_office_files(options.into)
    sys.stdout.write(f"{count} files written to {options.into.name}\n")


if __name__ == "__main__":
    main()
