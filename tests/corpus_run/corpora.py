"""A small library and small corpora for the tests of corpus runs."""

from pathlib import Path

from extract.corpus.reader import Store, columns_of
from extract.corpus.result import open_result
from extract.corpus.run import Options
from extract.exporting.csv import csv_lines
from extract.library.load import load_library_text
from extract.library.model import Library

LIBRARY = """\
version: 1
categories:
  disputes: {zh: 纠纷, en: Disputes}
words:
  objects:
    纠纷: [矛盾纠纷, 纠纷]
  actions:
    受理: [排查, 受理]
    化解: [化解, 调解成功]
metrics:
  disputes_received:
    zh: 受理纠纷
    en: Disputes received
    category: disputes
    unit: 件
    units: [起]
    patterns:
      - <受理> (<纠纷>) N
  disputes_resolved:
    zh: 化解纠纷
    en: Disputes resolved
    category: disputes
    unit: 件
    units: [起]
    patterns:
      - <化解> (<纠纷>) N
"""
OTHER_LIBRARY = LIBRARY.replace("[化解, 调解成功]", "[化解, 调解成功, 办结]").replace("zh: 化解纠纷", "zh: 成功化解纠纷")

TABLES = ("observations", "mentions", "changes", "quantities", "reports")


def library(text: str = LIBRARY) -> Library:
    """The small library, without a file."""
    return load_library_text(text)


def report(township: str = "石桥镇", year: int = 2024, received: int = 124, more: str = "") -> str:
    """One report."""
    return (
        f"{township}{year}年法治政府建设情况报告\n\n"
        f"一年来，全镇排查矛盾纠纷{received}起，化解{received - 3}起，办结{received - 7}起。{more}\n"
    )


def write(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these texts in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def exports(store: Path) -> dict[str, str]:
    """Every table of a store as the canonical CSV, and its problems."""
    with Store(store) as opened:
        found = {table: "".join(csv_lines(columns_of(table), opened.rows(table))) for table in TABLES}
        found["problems"] = str(opened.ask("SELECT * FROM problems ORDER BY report"))
    return found


def run(folder: Path, store: Path, chosen: Library | None = None, **options: object) -> dict[str, str]:
    """Runs over a folder into a store and gives back the exports."""
    open_result([folder], (), chosen or library(), store, Options(**options))  # type: ignore[arg-type]
    return exports(store)
