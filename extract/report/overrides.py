"""What a person tells of the reports: identity.csv beside a corpus."""

import csv
import io
from pathlib import Path

from extract.errors import UsageError

FILE_NAME = "identity.csv"
COLUMNS = ("report", "township", "county", "city", "province", "year")


def load_overrides(folder: str | Path) -> dict[str, dict[str, str]]:
    """The rows of a folder's identity.csv by report, the path relative to the folder; empty when there is no such file.

    Every mistake of the file is told at once, with its line.
    """
    path = Path(folder) / FILE_NAME
    if not path.is_file():
        return {}
    rows = csv.reader(io.StringIO(_text(path), newline=""))
    header = [name.strip().lower() for name in next(rows, [])]
    problems = _header_problems(header)
    overrides: dict[str, dict[str, str]] = {}
    for cells in [] if problems else rows:
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        report = row["report"] = row.get("report", "").replace("\\", "/").removeprefix("./")
        wrong = _row_problems(row, len(cells) - len(header), report in overrides)
        problems += [f"line {rows.line_num}: {problem}" for problem in wrong]
        overrides[report] = row
    if problems:
        raise UsageError("\n".join(f"{path}: {problem}" for problem in problems))
    return overrides


def _text(path: Path) -> str:
    """The file's text; a spreadsheet may have saved it in the Chinese code page."""
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{path}: neither UTF-8 nor GB18030; save it as “CSV UTF-8”.")


def _header_problems(header: list[str]) -> list[str]:
    problems = [f"line 1: no column {name!r} is known. Allowed: {', '.join(COLUMNS)}." for name in header if name not in COLUMNS]
    problems += [f"line 1: column {name!r} stands twice." for name in sorted(set(header)) if header.count(name) > 1]
    if "report" not in header:
        problems.append(f"line 1: the column 'report' is missing. Allowed: {', '.join(COLUMNS)}.")
    return problems


def _row_problems(row: dict[str, str], surplus: int, repeated: bool) -> list[str]:
    problems = []
    if not row["report"]:
        problems.append("the report's path is missing; write it relative to the folder of this file.")
    elif repeated:
        problems.append(f"{row['report']!r} has a row already.")
    if surplus > 0:
        problems.append(f"{surplus} cell(s) more than columns.")
    year = row.get("year", "")
    if year and not (year.isascii() and year.isdigit() and 1990 <= int(year) <= 2099):
        problems.append(f"year {year!r} is no calendar year. Write it as 2024.")
    return problems
