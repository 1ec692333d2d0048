"""Observations and statements written as short rows."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from extract.tables import CHANGES, OBSERVATIONS, REPORTS, frame


def observations(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """A table of observations; what a row does not say is the usual."""
    made = []
    for number, row in enumerate(rows):
        usual = {
            "id": f"o{number}", "township": "甲镇", "county": "某县", "city": "", "province": "", "division_code": "",
            "year": 2024,
            "metric": "disputes_resolved", "metric_zh": "", "metric_en": "", "category": "", "value": 1,
            "value_high": None,
            "qualifier": "exact", "unit": "件", "unit_stated": "件", "scope": "township", "resolution": "single", "mentions": "",
            "figure": "", "sentence": "", "start": number * 10, "end": number * 10 + 2, "page": None, "flags": "", "rule": "",
            "library": "",
        }  # fmt: skip
        cells = usual | row
        cells.setdefault("report", f"{cells['township']}{cells['year']}.txt")
        made.append(tuple(cells[column] for column in OBSERVATIONS))
    return frame(OBSERVATIONS, made)


def stated(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """A table of stated changes."""
    made = []
    for number, row in enumerate(rows):
        usual = {
            "id": f"c{number}", "township": "甲镇", "county": "某县", "metric": "disputes_resolved", "direction": "up",
            "amount": 1,
            "unit": "count", "qualifier": "exact", "from_year": 2023, "to_year": 2024, "origin": "stated", "value_from": None,
            "value_to": None, "relative": None, "agreement": "", "figure": "1件", "sentence": "", "start": 5, "end": 7,
        }  # fmt: skip
        cells = usual | row
        cells.setdefault("report", f"{cells['township']}{cells['to_year']}.txt")
        made.append(tuple(cells[column] for column in CHANGES))
    return frame(CHANGES, made)


def reports(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """A table of reports."""
    made = []
    for row in rows:
        cells: dict[str, Any] = dict.fromkeys(REPORTS, "") | {"characters": 0, "figures": 0, "claimed": 0, "county": "某县"} | row
        cells["report"] = cells["report"] or f"{cells['township']}{cells['year']}.txt"
        made.append(tuple(cells[column] for column in REPORTS))
    return frame(REPORTS, made)
