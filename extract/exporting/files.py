"""One door to every kind of file: its name says which."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import UsageError, WriteError
from extract.exporting.contents import gather, with_texts
from extract.tables import OBSERVATIONS

if TYPE_CHECKING:
    import pandas as pd

    from extract.analysis.facts import Facts
    from extract.library.model import Library

KINDS = (".xlsx", ".html", ".docx", ".sdmx.csv", ".csv", ".parquet", ".zip")
SHAPES = ("tidy", "metrics", "years", "panel")


def plain_kind(name: str) -> bool:
    """Whether an export of this name holds observations alone."""
    return name.lower().endswith((".csv", ".parquet"))


def is_tidy(name: str, form: str | None, shape: str) -> bool:
    """Whether an export of this name is the tidy table as CSV, which needs no more than its rows."""
    lower = name.lower()
    return form is None and shape == "tidy" and lower.endswith(".csv") and not lower.endswith(".sdmx.csv")


def export(
    path: Path,
    facts: Facts,
    library: Library,
    *,
    year: int | None = None,
    county: str = "",
    metrics: Sequence[str] = (),
    shape: str = "tidy",
    language: str = "zh",
) -> None:
    """Writes the facts to a file of the kind that its name ends with."""
    kind = next((kind for kind in KINDS if path.name.lower().endswith(kind)), "")
    if not kind:
        known = ", ".join(KINDS)
        raise UsageError(
            f"{path.name} names no kind of export. Allowed: {known}.", f"{path.name} 的后缀无法识别。可用：{known}。"
        )
    _check_shape(shape)
    if kind in (".xlsx", ".html", ".docx"):
        _write_brief(path, kind, facts, library, year, county, language)
        return
    rows = _chosen(facts, year, metrics)
    if kind == ".csv":
        _write_csv(path, _in_shape(rows, library, year, metrics, shape, language))
    elif kind == ".sdmx.csv":
        from extract.exporting.sdmx import write_sdmx

        write_sdmx(path, rows, library)
    elif kind == ".parquet":
        write_parquet(path, _tidy(rows, library))
    else:
        _write_package(path, rows, facts, library, year, county, language)


def _write_brief(path: Path, kind: str, facts: Facts, library: Library, year: int | None, county: str, language: str) -> None:
    contents = gather(facts, library, year, county=county, language=language)
    if kind == ".xlsx":
        from extract.exporting.xlsx import write_workbook

        write_workbook(path, contents)
    elif kind == ".html":
        from extract.exporting.html import write_html

        write_html(path, contents)
    else:
        from extract.exporting.docx import write_docx

        write_docx(path, contents)


def _tidy(rows: pd.DataFrame, library: Library) -> pd.DataFrame:
    """The observations in the columns of the tidy table."""
    table = rows if "library" in rows else rows.assign(library=library.hash)
    return (
        table.reindex(columns=OBSERVATIONS)
        .sort_values(["report", "start", "end", "metric", "id"], kind="stable")
        .reset_index(drop=True)
    )


def shaped(
    facts: Facts,
    library: Library,
    *,
    year: int | None = None,
    metrics: Sequence[str] = (),
    shape: str = "tidy",
    language: str = "zh",
) -> pd.DataFrame:
    """The observations of a year and metrics in one of the shapes of a CSV."""
    _check_shape(shape)
    return _in_shape(_chosen(facts, year, metrics), library, year, metrics, shape, language)


def _check_shape(shape: str) -> None:
    if shape not in SHAPES:
        raise UsageError(
            f"There is no shape {shape!r}. Allowed: {', '.join(SHAPES)}.", f"没有“{shape}”这种形式。可用：{'、'.join(SHAPES)}。"
        )


def _chosen(facts: Facts, year: int | None, metrics: Sequence[str]) -> pd.DataFrame:
    rows = with_texts(facts, facts.observations)
    rows = rows if year is None else rows[rows["year"] == year]
    return rows[rows["metric"].isin(list(metrics))] if metrics else rows


def _in_shape(
    rows: pd.DataFrame, library: Library, year: int | None, metrics: Sequence[str], shape: str, language: str
) -> pd.DataFrame:
    from extract.exporting.wide import metrics_by_township, panel, years_by_township

    if shape == "metrics":
        if year is None:
            raise UsageError("--shape metrics needs --year.", "使用 --shape metrics 时须写 --year。")
        return metrics_by_township(rows, year, library, language)
    if shape == "years":
        if len(metrics) != 1:
            raise UsageError("--shape years needs one --metric.", "使用 --shape years 时须写一个 --metric。")
        return years_by_township(rows, metrics[0])
    return panel(rows, library) if shape == "panel" else _tidy(rows, library)


def _write_csv(path: Path, table: pd.DataFrame) -> None:
    from extract.exporting.csv import write_csv

    held = table.astype(object)
    values = held.where(held.notna(), None).itertuples(index=False, name=None)
    write_csv(path, [str(column) for column in table.columns], values)


def write_parquet(path: Path, table: pd.DataFrame) -> None:
    """Writes the table beside its place and renames it there; numbers as numbers, years as whole ones."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        pq.write_table(pa.Table.from_pandas(table, preserve_index=False), beside, compression="zstd")
        beside.replace(path)
    except OSError as error:
        raise WriteError.at(path, error.strerror or error) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _write_package(
    path: Path, rows: pd.DataFrame, facts: Facts, library: Library, year: int | None, county: str, language: str
) -> None:
    from extract.analysis.audit import audit
    from extract.analysis.changes import changes
    from extract.exporting.labels import Labels
    from extract.exporting.package import write_package

    stated = with_texts(facts, facts.stated)
    observed = with_texts(facts, facts.observations)
    changed = changes(observed, stated, mentions=facts.mentions, reports=facts.reports, library=library)
    found = audit(facts, library, year=year)
    reports = facts.reports
    if year is not None:
        changed, reports = changed[changed["to_year"] == year], reports[reports["year"] == year]
    title = Labels(language).title(county, year)
    tables = {"observations": _tidy(rows, library), "changes": changed, "audit": found, "reports": reports}
    write_package(path, tables, library, title)
