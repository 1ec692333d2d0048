"""The files that a page gives out, made when they are asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from extract.corpus.reader import Store, columns_of
from extract.exporting.contents import gather
from extract.exporting.html import write_html
from extract.exporting.xlsx import write_workbook
from extract.tables import AUDIT, CHANGES
from views.frame import Page, area_name
from views.source import area_where, audited, changed, decided, library_of, tables
from views.widgets import csv_bytes

#: tables that the store holds row by row
STORED = ("observations", "mentions", "quantities", "reports")


def stored_csv(page: Page, table: str) -> Callable[[], bytes]:
    """A stored table of the area as CSV."""
    where, parameters = area_where(page.source.area)

    def made() -> bytes:
        with Store(page.source.path) as store:
            rows = store.rows(table, where, parameters)
            within = set(tables(page.source).reports["report"])
            return csv_bytes(columns_of(table), list(decided(page.source).rows(table, columns_of(table), rows, within)))

    return made


def analysed_csv(page: Page, table: str) -> Callable[[], bytes]:
    """The changes or the audit of the area as CSV."""

    def made() -> bytes:
        found = changed(page.source) if table == "changes" else audited(page.source, page.language)
        columns: Sequence[str] = CHANGES if table == "changes" else AUDIT
        plain = found[list(columns)].astype(object).where(found[list(columns)].notna(), None)
        return csv_bytes(columns, plain.itertuples(index=False, name=None))

    return made


def office_file(page: Page, year: int, kind: str) -> Callable[[], bytes]:
    """The workbook (xlsx) or the page to print (html) of a year."""

    def made() -> bytes:
        area = page.source.area
        county = "" if area.whole else area_name(page.say, area)
        library = library_of(page.source.library)
        contents = gather(tables(page.source).facts, library, year, county=county, language=page.language)
        with tempfile.TemporaryDirectory(prefix="township-metrics-") as folder:
            place = Path(folder) / f"export.{kind}"
            (write_workbook if kind == "xlsx" else write_html)(place, contents)
            return place.read_bytes()

    return made


def identity_csv(existing: dict[str, dict[str, str]], before: pd.DataFrame, after: pd.DataFrame) -> str | None:
    """identity.csv with what was changed in a table of reports; None where nothing was.

    A cell that was emptied says nothing again.
    """
    fields = ["township", "county", "city", "province", "year"]
    known = {report: dict(cells) for report, cells in existing.items()}
    touched = False
    for old, new in zip(before.to_dict("records"), after.to_dict("records"), strict=True):
        for name in fields:
            value = str(new[name] or "").strip()
            if value != str(old[name] or "").strip():
                known.setdefault(str(old["report"]), {})[name] = value
                touched = True
    if not touched:
        return None
    rows = [(report, *(cells.get(name, "") for name in fields)) for report, cells in sorted(known.items())]
    return csv_bytes(["report", *fields], rows).decode()
