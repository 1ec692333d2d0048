"""SDMX-CSV 2.0: the panel as statistical offices exchange it; what is missing is an empty OBS_VALUE."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extract.exporting.csv import number_cell, text_cell, write_lines
from extract.exporting.wide import usable

if TYPE_CHECKING:
    import pandas as pd

    from extract.library.model import Library

#: the data structure that the rows follow: agency, id and version
STRUCTURE = "TOWNSHIP_METRICS:RULE_OF_LAW(1.0)"
COLUMNS = (
    "STRUCTURE STRUCTURE_ID ACTION REF_AREA INDICATOR TIME_PERIOD OBS_VALUE UNIT_MEASURE OBS_STATUS OBS_QUALIFIER OBS_HIGH"
    " RESOLUTION OBS_ID"
).split()
#: SDMX's own codes: normal, estimated (not exact), missing
_NORMAL, _ESTIMATED, _MISSING = "A", "E", "M"


def write_sdmx(path: Path | str, observations: pd.DataFrame, library: Library) -> int:
    """Writes a row for each township, year and metric of the grid that the reports span; gives back how many."""
    return write_lines(path, sdmx_lines(observations, library)) - 1


def sdmx_lines(observations: pd.DataFrame, library: Library) -> Iterator[str]:
    """The lines; a township that reported for a year and said nothing of a metric has an empty value there."""
    frame = usable(observations)
    held = {
        (_area(row), str(row["metric"]), int(row["year"])): row
        for row in frame.sort_values(["year", "metric"], kind="stable").to_dict("records")
    }
    seen = sorted({(area, year) for area, _, year in held})
    metrics = [metric for metric in library.metrics if any(key[1] == metric for key in held)]
    yield ",".join(COLUMNS) + "\n"
    for area, year in seen:
        for metric in metrics:
            row = held.get((area, metric, year))
            if row is None:
                cells = [area, metric, str(year), "", library.metrics[metric].unit, _MISSING, "", "", "", ""]
            else:
                status = _NORMAL if row["qualifier"] == "exact" else _ESTIMATED
                numbers = number_cell(row["value"]), number_cell(row["value_high"])
                cells = [area, metric, str(year), numbers[0], str(row["unit"]), status, str(row["qualifier"]), numbers[1]]
                cells += [str(row["resolution"]), str(row["id"])]
            quoted = [cell if place in (3, 7) else _quoted(cell) for place, cell in enumerate(cells)]
            yield ",".join(["dataflow", STRUCTURE, "R", *quoted]) + "\n"


def _area(row: dict[object, object]) -> str:
    """The division code, else the names as far as they are known."""
    if row["division_code"]:
        return str(row["division_code"])
    return "/".join(str(row[part]) for part in ("province", "city", "county", "township") if row[part])


def _quoted(text: str) -> str:
    cell = text_cell(text)
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in ',"\n') else cell
