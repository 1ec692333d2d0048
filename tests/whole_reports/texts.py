"""Every whole report that may be looked at: the develop part of the reference, and the sample county as its files are read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extract.reading import read
from tests.reference.marked_report import read_marked

ROOT = Path(__file__).resolve().parents[2]
#: recognising a scan takes longer than everything else together
_READ = (".txt", ".md", ".html", ".docx", ".pdf")


@cache
def texts() -> dict[str, str]:
    """The texts by name."""
    return _develop() | _county()


def _develop() -> dict[str, str]:
    reports = [read_marked(path) for path in sorted((ROOT / "tests" / "reference" / "marked").glob("*.txt"))]
    return {f"develop/{report.path.stem}": report.text for report in reports if report.head["part"] == "develop"}


def _county() -> dict[str, str]:
    files = sorted(path for path in (ROOT / "data" / "岚汀县").rglob("*") if path.suffix in _READ)
    return {f"岚汀县/{path.name}": read(path).text for path in files}
