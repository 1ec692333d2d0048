"""Writes the pages that follow from the program: `python -m docs.generate`; with --check it only says which are stale."""

from __future__ import annotations

import argparse
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extract import errors, tables
from extract.analysis.reviews import REVIEWS
from extract.cli import PROGRAM, command_tree
from extract.cli_library_texts import problem_text
from extract.cli_texts import ISSUES_ZH
from extract.exporting.codebook import codebook
from extract.exporting.columns import described
from extract.library import load_library
from extract.library.load import load_library_text

DOCS = Path(__file__).resolve().parent
_NOTE = "<!-- written by `make docs`; change the program, not this page -->"
_WORDS = {
    "en": {
        "title": "Commands",
        "intro": "Every command answers `--help` in English and Chinese: `--lang zh` or `--lang en`, else as the locale says.",
        "argument": "| argument | |",
        "option": "| option | |",
        "exit": "Exit codes: 0 done, 1 some files could not be read, 2 wrong use, 3 another run is writing, 4 cannot write, "
        "5 out of memory.",
    },
    "zh": {
        "title": "命令",
        "intro": "每个命令都可加 `--help` 查看说明；`--lang zh` 或 `--lang en` 指定语言，不写则按系统区域设置。",
        "argument": "| 参数 | |",
        "option": "| 选项 | |",
        "exit": "退出码：0 完成；1 完成，但有文件读不出；2 用法有误；3 另一个任务正在写入；4 无法写入；5 内存不足。",
    },
}
#: a library with two mistakes, for the page of errors
_MISTAKEN = """\
version: 1
categories:
  disputes: {zh: 纠纷, en: Disputes}
words:
  actions:
    化解: [化解]
metrics:
  disputes_resolved:
    zh: 化解纠纷
    en: Disputes resolved
    category: dispute
    unti: 件
    unit: 件
    patterns:
      - <化解> N
"""
_TABLES = {
    "observations": (
        tables.OBSERVATIONS,
        "One row for each township, year and metric: the table to work with",
        "每个乡镇、年份、指标一行：分析用表",
    ),
    "mentions": (tables.MENTIONS, "Every single figure that a metric claims", "归入指标的每一处数字"),
    "changes": (
        tables.CHANGES,
        "What reports say of change, and what follows from the values",
        "报告所述的增减，以及由数值算得的增减",
    ),
    "audit": (
        tables.AUDIT,
        "Contradictions within reports, between years and between texts",
        "报告内部、年度之间、文本之间的矛盾",
    ),
    "quantities": (
        tables.QUANTITIES,
        "One row for every number of every text, claimed or not",
        "文本中的每一个数字，无论是否归入指标",
    ),
    "reports": (tables.REPORTS, "One row a report", "每份报告一行"),
}
#: why a file could not be read, and what to do
_ISSUES = {
    "empty": "The file holds no text",
    "not-text": "It is neither text nor a document of a known kind",
    "unsupported": "A kind of file that is not read: save it as docx, pdf or txt",
    "archive": "An archive of several files where one was expected: unpack it, or read the folder that holds it",
    "encoding-unreadable": "No encoding makes Chinese of it",
    "encrypted": "It is protected by a password: save it without one",
    "damaged": "It is damaged or incomplete: ask for it again",
    "unsafe": "It holds what no document needs, so it was not opened",
    "too-large": "It is larger than the limit",
    "too-slow": "Reading took too long and was given up",
    "crashed": "The reader failed on this file",
    "needs-ocr": "Its pages are pictures: install the extra `ocr`",
    "missing": "There is no such file",
    "unreadable": "The file cannot be opened",
    "not-a-file": "It is a link, a device or a folder",
}


def commands(language: str) -> Iterator[str]:
    """Every command with its arguments and options."""
    words = _WORDS[language]
    yield f"# {words['title']}"
    yield ""
    yield _NOTE
    yield ""
    yield words["intro"]
    yield ""
    yield words["exit"]
    yield ""
    for name, command in _leaves(command_tree(language)):
        yield f"## {PROGRAM} {name}"
        yield ""
        yield str(command.help).split("\n\n")[0]
        yield ""
        for kind in ("argument", "option"):
            yield from _parameters(command, kind, words)
    command_tree("en")


def _leaves(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if getattr(command, "commands", None):
            yield from _leaves(command, f"{before}{name} ")
        else:
            yield before + name, command


def _parameters(command: Any, kind: str, words: dict[str, str]) -> Iterator[str]:
    held = [parameter for parameter in command.params if parameter.param_type_name == kind]
    if not held:
        return
    yield words[kind]
    yield "|---|---|"
    for parameter in held:
        names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts)) if kind == "option" else ""
        default = parameter.default
        shown = f" (`{default}`)" if isinstance(default, str | int) and not isinstance(default, bool) else ""
        yield f"| {names or f'`{str(parameter.name).upper()}`'} | {_cell(str(parameter.help))}{shown} |"
    yield ""


#: the columns of reviews.csv in their order
_REVIEWS = (
    ("报告文件的 SHA-256", "SHA-256 of the report's file"),
    ("数字在正文中的起点", "where the figure begins in the text"),
    ("终点", "and where it ends"),
    ("原文数字；正文变了，决定即失效", "the figure as printed; where it has changed the decision no longer applies"),
    ("指标；空白表示没有指标认领的数字", "the metric; empty for a figure that none took"),
    ("年份", "the year"),
    (
        "accepted 认可、corrected 更正、rejected 驳回、assigned 归入（没有指标认领的数字归入 metric）",
        "accepted, corrected, rejected, or assigned: a figure that no metric took belongs to `metric`",
    ),
    ("更正或归入的数值，按指标的单位", "the value corrected to or assigned, in the metric's unit"),
    ("备注", "a note"),
    ("谁", "who decided"),
    ("何时（UTC）", "when (UTC)"),
)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def columns() -> Iterator[str]:
    """Every table with its columns."""
    yield "# 数据表 Tables"
    yield ""
    yield _NOTE
    yield ""
    yield "CSV：UTF-8 带 BOM（Excel 可直接打开），同样的输入得到逐字节相同的文件；以 `= + - @` 开头的文字前加 `'`。"
    yield "CSV files are UTF-8 with BOM, byte for byte the same for the same input; texts that a spreadsheet would take for a"
    yield "formula start with `'`. 空白单元格表示未知，绝不是0。An empty cell is unknown, never 0."
    yield ""
    for name, (held, en, zh) in _TABLES.items():
        yield f"## {name}"
        yield ""
        yield f"{zh}。{en}."
        yield ""
        yield "| column | type | | |"
        yield "|---|---|---|---|"
        for column in held:
            kind = "integer" if column in tables.WHOLE else "number" if column in tables.DECIMAL else "text"
            english, chinese = described(name, column)
            yield f"| `{column}` | {kind} | {chinese} | {english} |"
        yield ""
    yield from _reviews()


def _reviews() -> Iterator[str]:
    """The file that the review page writes and every command reads."""
    yield "## reviews.csv"
    yield ""
    yield "核对页写在报告文件夹中的文件，每个决定一行，只在末尾添加；所有命令和页面都按它改写上面的表。"
    yield "What the review page writes beside the reports: a row for each decision, added at the end; every command and page"
    yield "puts it into the tables above. Take a row out and the decision is undone."
    yield ""
    yield "| column | | |"
    yield "|---|---|---|"
    for column, (chinese, english) in zip(REVIEWS, _REVIEWS, strict=True):
        yield f"| `{column}` | {chinese} | {english} |"
    yield ""


def error_page() -> Iterator[str]:
    """Every error class, and every reason why a file is not read."""
    yield "# 错误 Errors"
    yield ""
    yield _NOTE
    yield ""
    yield "Messages say what is wrong, where, and what to do; on the command line the code is the exit code."
    yield ""
    yield "| class | code | exit code | |"
    yield "|---|---|---|---|"
    for kind in _error_classes():
        yield f"| `{kind.__name__}` | {kind.code} | {kind.exit_code} | {_cell((inspect.getdoc(kind) or '').splitlines()[0])} |"
    yield ""
    yield "## 读不出的文件 Files that could not be read"
    yield ""
    yield "The run goes on without them; `extract` lists each with its reason, and ends with 1."
    yield ""
    yield "| reason | | |"
    yield "|---|---|---|"
    for reason, zh in ISSUES_ZH.items():
        yield f"| `{reason}` | {zh} | {_ISSUES[reason]} |"
    yield ""
    yield "## 指标库的错误 Mistakes in a pattern library"
    yield ""
    yield "`township-metrics metrics check` prints every mistake at once, with the line under it:"
    yield ""
    yield "```text"
    try:
        load_library_text(_MISTAKEN)
    except errors.LibraryError as error:
        for language in ("en", "zh"):
            yield from (problem_text(problem, language) for problem in error.problems)
            yield ""
    yield "```"
    yield ""


def _error_classes() -> list[Any]:
    held = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.TownshipMetricsError)]
    return sorted(held, key=lambda kind: kind.code)


_READERS = (
    ("have reports to compare", "tutorial", "tutorial.zh"),
    ("keep the metrics", "add-a-metric", "add-a-metric.zh", "pattern-language", "codebook"),
    ("work with the tables", "tables", "commands", "commands.zh", "errors"),
    ("run it on a server, on many reports, or on hostile ones", "container", "scale", "readers", "reliability"),
    ("change the program", "architecture", "decisions", "contributing", "changelog"),
)


def index() -> Iterator[str]:
    """Every page by its title, sorted by who needs it; what nobody sorted stands last."""
    held = {place.stem: place for place in sorted(DOCS.glob("*.md")) if place.name != "README.md"}
    held |= {Path(name).stem: DOCS / name for name in PAGES if name != "README.md"}
    sorted_in = {name for _, *names in _READERS for name in names}
    yield "# Documentation 文档"
    yield ""
    yield _NOTE
    yield ""
    yield "| for those who | read |"
    yield "|---|---|"
    for who, *names in (*_READERS, ("want to know more", *sorted(held.keys() - sorted_in))):
        pages = " · ".join(f"[{_title(held[name])}]({name}.md)" for name in names if name in held)
        if pages:
            yield f"| {who} | {pages} |"
    yield ""
    yield "Pages with the mark *written by `make docs`* follow from the program and its library; tests fail when one is stale."
    yield "The sessions of every page are run by the tests as they stand."


def _title(page: Path) -> str:
    known = PAGES.get(page.name)
    lines = known() if known else page.read_text(encoding="utf-8").splitlines()
    return lines[0].removeprefix("# ")


PAGES: dict[str, Callable[[], list[str]]] = {
    "codebook.md": lambda: _noted(codebook(load_library())),
    "commands.md": lambda: list(commands("en")),
    "commands.zh.md": lambda: list(commands("zh")),
    "tables.md": lambda: list(columns()),
    "errors.md": lambda: list(error_page()),
    "README.md": lambda: list(index()),
}


def _noted(lines: list[str]) -> list[str]:
    return [lines[0], "", _NOTE, *lines[1:]]


def stale() -> list[str]:
    """The pages that no longer follow from the program, each with the first line that differs."""
    found = []
    for name, lines in PAGES.items():
        place = DOCS / name
        held = place.read_text(encoding="utf-8").splitlines() if place.is_file() else []
        wanted = _text(lines()).splitlines()
        if held != wanted:
            line = next(
                (n for n, pair in enumerate(zip(held, wanted, strict=False)) if pair[0] != pair[1]), min(len(held), len(wanted))
            )
            found.append(f"docs/{name}:{line + 1} is stale: run `make docs` and commit what it changes")
    return found


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Writes or checks the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a page is stale")
    if parser.parse_args().check:
        found = stale()
        print("\n".join(found) or "docs: every generated page is current")
        sys.exit(1 if found else 0)
    for name, lines in PAGES.items():
        (DOCS / name).write_text(_text(lines()), encoding="utf-8", newline="\n")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
