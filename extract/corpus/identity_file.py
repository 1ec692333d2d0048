"""identity.csv beside a corpus: what a person says of its reports."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from extract.errors import UsageError

IDENTITY_FILE = "identity.csv"
IDENTITY_COLUMNS = ("report", "township", "county", "city", "province", "year")
_LARGEST = 100_000_000
#: a path or a name is never so long; so many characters stand where a quote was left open
_LONGEST_CELL = 10_000
#: so many mistakes are told; whoever has more looks for one cause
_MOST_TOLD = 20
#: of a cell or a header no more is repeated
_SHOWN = 40

Told = dict[str, dict[str, str]]
#: a line of the file, and what is wrong there in English and in Chinese
Mistake = tuple[int, str, str]


def read_identity(path: Path) -> Told:
    """What the file says, by report; an empty cell says nothing. Every mistake is told at once, with its line."""
    if not path.is_file() or path.is_symlink():
        return {}
    told: Told = {}
    mistakes: list[Mistake] = []
    rows = _rows(_text(path), mistakes)
    _, header = next(rows, (1, []))
    header = [name.strip().lower() for name in header]
    if not mistakes:
        mistakes += _of_header(header)
    if not mistakes:
        of_rows = list(_of_rows(header, rows, told))
        mistakes += of_rows
    if mistakes:
        raise _error(path.name, sorted(mistakes))
    return told


def _text(path: Path) -> str:
    """The file's text; a spreadsheet may have saved it in the Chinese code page, or in UTF-16."""
    name = path.name
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(
                f"{name} is larger than {_LARGEST // 1_000_000} MB; it holds one row a report.",
                f"{name} 超过 {_LARGEST // 1_000_000} MB；应是每份报告一行。",
            )
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{name} cannot be read ({error.strerror}); mend that or move it away.",
            f"{name} 无法读取（{error.strerror}）；请修复或移走。",
        ) from error
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(
        f"{name} is neither UTF-8 nor GB18030; save it as “CSV UTF-8”.",
        f"{name} 既不是 UTF-8 也不是 GB18030 编码；请另存为“CSV UTF-8”。",
    )


def _rows(text: str, mistakes: list[Mistake]) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins in; where the table breaks off is put among the mistakes."""
    # strict: a quote left open would else swallow the rest of the file as one cell
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            # the limit of the module itself is the whole process's, and anybody's to change
            longest = max(map(len, cells), default=0)
            if longest > _LONGEST_CELL:
                raise csv.Error(f"a cell of {longest} characters")
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        mistakes.append(
            (
                line,
                f"cannot be read as a table ({error}). Look for a quote left open.",
                "不成表格，请检查引号是否成对。",
            )
        )


def _of_header(header: list[str]) -> Iterator[Mistake]:
    shown = ", ".join(name[:_SHOWN] for name in header[:12]) or "none"
    if "report" not in header or any(name not in IDENTITY_COLUMNS for name in header):
        yield (
            1,
            f"has the columns {shown}. Allowed: {', '.join(IDENTITY_COLUMNS)}; 'report' is needed.",
            f"列为 {shown}。可用：{'、'.join(IDENTITY_COLUMNS)}；必须有 report。",
        )
    for name in sorted({name for name in header if name in IDENTITY_COLUMNS and header.count(name) > 1}):
        yield 1, f"has the column {name!r} twice.", f"有两列“{name}”。"


def _of_rows(header: list[str], rows: Iterator[tuple[int, list[str]]], told: Told) -> Iterator[Mistake]:
    """Puts what the rows say into `told`, and yields what is wrong with them."""
    lines: dict[str, int] = {}
    for line, cells in rows:
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        report = row.pop("report", "").replace("\\", "/").removeprefix("./")
        said = {column: cell for column, cell in row.items() if cell}
        if any(cell.strip() for cell in cells[len(header) :]):
            count = len(cells) - len(header)
            yield line, f"has {count} cell(s) more than columns.", f"比列多出{count}格。"
        if not report:
            if said:
                yield (
                    line,
                    "names no report; write its path relative to the folder of this file.",
                    "没有写报告；请写相对于本文件所在文件夹的路径。",
                )
            continue
        if report in told and told[report] != said:
            yield (
                line,
                f"says something else of {report[:_SHOWN]!r} than line {lines[report]}.",
                f"对“{report[:_SHOWN]}”的说明与第{lines[report]}行不同。",
            )
        year = said.get("year", "")
        if year and not (len(year) == 4 and year.isascii() and year.isdigit()):
            yield (
                line,
                f"the year {year[:_SHOWN]!r} is no year. Allowed: four digits.",
                f"“{year[:_SHOWN]}”不是年份，请写四位数字。",
            )
        told[report] = said
        lines[report] = line


def _error(name: str, mistakes: list[Mistake]) -> UsageError:
    english = [f"{name}:{line} {what}" for line, what, _ in mistakes[:_MOST_TOLD]]
    chinese = [f"{name} 第{line}行：{what}" for line, _, what in mistakes[:_MOST_TOLD]]
    more = len(mistakes) - _MOST_TOLD
    if more > 0:
        english.append(f"and {more} more")
        chinese.append(f"另有{more}处")
    return UsageError("\n".join(english), "\n".join(chinese))
