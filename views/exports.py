"""The files that a page gives out, made when they are asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from extract.corpus.reader import Store, columns_of
from extract.exporting.files import export
from extract.tables import AUDIT, CHANGES
from views.answers import audited, changed, tables
from views.frame import Page, area_name
from views.source import area_where, decided, library_of
from views.widgets import csv_bytes

#: tables that the store holds row by row
STORED = ("observations", "mentions", "quantities", "reports")


def stored_csv(page: Page, table: str, metrics: Sequence[str] = ()) -> Callable[[], bytes]:
    """A stored table of the area as CSV, where it tells of metrics only those chosen."""
    where, parameters = area_where(page.source.area)
    columns = columns_of(table)

    def made() -> bytes:
        with Store(page.source.path) as store:
            rows = store.rows(table, where, parameters)
            within = set(tables(page.source).reports["report"])
            found = decided(page.source).rows(table, columns, rows, within)
            if metrics and "metric" in columns:
                place = columns.index("metric")
                found = (row for row in found if row[place] in metrics)
            return csv_bytes(columns, list(found))

    return made


def analysed_csv(page: Page, table: str, metrics: Sequence[str] = ()) -> Callable[[], bytes]:
    """The changes or the audit of the area as CSV, of the metrics chosen."""

    def made() -> bytes:
        found = changed(page.source) if table == "changes" else audited(page.source, page.language)
        found = found[found["metric"].isin(list(metrics))] if metrics else found
        columns: Sequence[str] = CHANGES if table == "changes" else AUDIT
        plain = found[list(columns)].astype(object).where(found[list(columns)].notna(), None)
        return csv_bytes(columns, plain.itertuples(index=False, name=None))

    return made


def exported(
    page: Page, name: str, *, year: int | None = None, metrics: Sequence[str] = (), shape: str = "tidy"
) -> Callable[[], bytes]:
    """A file of the kind that its name tells, as the command `export` writes it."""

    def made() -> bytes:
        area = page.source.area
        county = "" if area.whole else area_name(page.say, area)
        library = library_of(page.source.library)
        with tempfile.TemporaryDirectory(prefix="township-metrics-") as folder:
            place = Path(folder) / name
            export(
                place, tables(page.source).facts, library, year=year, county=county, metrics=metrics, shape=shape,
                language=page.language,
            )  # fmt: skip
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
