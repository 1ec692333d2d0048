"""A zip of tables with datapackage.json beside them, so that another program knows every field and metric."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from extract.errors import WriteError
from extract.exporting.columns import described
from extract.exporting.csv import BOM, csv_lines
from extract.tables import AUDIT, CHANGES, DECIMAL, OBSERVATIONS, REPORTS, WHOLE

if TYPE_CHECKING:
    import pandas as pd

    from extract.library.model import Library

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
_METRICS = "id zh en category unit units definition definition_en better combine range_low range_high".split()
_KEYS = {"observations": ["id"], "reports": ["report"], "metrics": ["id"]}


def write_package(path: Path | str, tables: Mapping[str, pd.DataFrame], library: Library, title: str) -> None:
    """Writes observations, changes, audit, reports and the metrics' definitions as one package."""
    columns: dict[str, Sequence[str]] = {"observations": OBSERVATIONS, "changes": CHANGES, "audit": AUDIT, "reports": REPORTS}
    files = {name: _csv(columns[name], _rows(tables[name], columns[name])) for name in columns if name in tables}
    files["metrics"] = _csv(_METRICS, [_metric_row(metric) for metric in library.metrics.values()])
    fields = {name: columns.get(name, _METRICS) for name in files}
    resources = [_resource(name, fields[name], data) for name, data in files.items()]
    about = {
        "$schema": _PROFILE,
        "name": "township-metrics",
        "title": title,
        "description": "Figures of township rule-of-law reports, with the sentence each was read from.",
        "version": library.hash,
        "resources": resources,
    }
    members = {"datapackage.json": json.dumps(about, ensure_ascii=False, indent=2).encode() + b"\n"}
    members |= {f"data/{name}.csv": data for name, data in files.items()}
    _write(Path(path), members)


def _write(target: Path, members: Mapping[str, bytes]) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with ZipFile(beside, "w", ZIP_DEFLATED) as package:
            for name, data in members.items():
                entry = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
                entry.compress_type = ZIP_DEFLATED
                package.writestr(entry, data)
        beside.replace(target)
    except OSError as error:
        raise WriteError.at(target, error.strerror or error) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _resource(name: str, columns: Sequence[str], data: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, name) for column in columns],
        "missingValues": [""],
    }
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    return {
        "$schema": _RESOURCE_PROFILE,
        "name": name,
        "type": "table",
        "path": f"data/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
        "schema": schema,
    }


def _field(column: str, table: str) -> dict[str, str]:
    numeric = column in DECIMAL or column in ("range_low", "range_high")
    kind = "integer" if column in WHOLE else "number" if numeric else "string"
    field = {"name": column, "type": kind}
    return field if table == "metrics" else field | {"description": described(table, column)[0]}


def _rows(table: pd.DataFrame, columns: Sequence[str]) -> list[tuple[object, ...]]:
    held = table.reindex(columns=list(columns)).astype(object)
    return list(held.where(held.notna(), None).itertuples(index=False, name=None))


def _csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    return (BOM + "".join(csv_lines(columns, rows))).encode()


def _metric_row(metric: Any) -> tuple[object, ...]:
    edges = ("" if edge is None else format(edge, "f") for edge in (metric.low, metric.high))
    about = metric.id, metric.zh, metric.en, metric.category, metric.unit, " ".join(metric.units)
    return (*about, metric.definition, metric.definition_en, metric.better, metric.combine, *edges)
