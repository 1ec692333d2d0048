"""Earlier years kept by hand: a table of any of the usual shapes becomes observations with `resolution: imported`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import UsageError
from extract.reading.sandbox import read
from extract.tables import OBSERVATIONS, WHOLE, Row, frame, plain, stable_id

if TYPE_CHECKING:
    import pandas as pd

    from extract.analysis.facts import Facts
    from extract.library.model import Library, Metric

IMPORTED = "imported"
_NAMES = {
    "township": ("township", "town", "乡镇", "街道", "乡镇街道", "乡镇（街道）", "单位", "名称"),
    "year": ("year", "年份", "年度", "年"),
    "metric": ("metric", "metric_zh", "指标", "指标名称", "项目", "metric_en"),
    "value": ("value", "数值", "值", "数量", "数据"),
    "unit": ("unit", "单位名称", "计量单位"),
    "county": ("county", "县", "区县", "县区", "县（市、区）"),
    "city": ("city", "市", "地市"),
    "province": ("province", "省", "省份"),
    "division_code": ("division_code", "区划代码", "行政区划代码"),
    "value_high": ("value_high", "上限"),
    "qualifier": ("qualifier", "限定"),
}
_QUALIFIERS = {"余": "over", "多": "over", "以上": "over", "+": "over", "约": "about", "近": "nearly"}
_NUMBER = re.compile(r"(约|近)?\s*(-?[0-9][0-9,，]*(?:\.[0-9]+)?)\s*(万|亿)?\s*(余|多|以上|\+)?\s*(万|亿)?\s*(%|[^\s0-9.,]{0,4})")
_SCALE = {"万": 10_000, "亿": 100_000_000, None: 1, "": 1}
_YEAR = re.compile(r"(20[0-9]{2}|19[0-9]{2})\s*年?(?:度)?")
_NOTHING = frozenset(("", "-", "—", "/", "无数据", "缺", "缺失", "n/a", "na", "nan", "none", "null"))


def read_history(path: Path | str, library: Library) -> pd.DataFrame:
    """The observations of a file kept by hand, csv or xlsx.

    Tidy: a row each township, year and metric. Wide: a row each township and year with a column for each metric, or a row
    each township and metric with a column for each year. Columns and metrics are known by id, Chinese or English name.
    """
    place = Path(path)
    rows = _rows(place)
    if not rows:
        raise UsageError(f"{place.name} holds no rows.", f"{place.name} 中没有数据行。")
    return frame(OBSERVATIONS, _Reader(place.name, library).observations(rows))


def with_history(facts: Facts, imported: pd.DataFrame) -> Facts:
    """The facts with the years kept by hand beside them; what a report itself says goes before."""
    import pandas as pd

    reports = imported.drop_duplicates("report")[["report", "township", "county", "city", "province", "division_code", "year"]]
    for column in facts.reports.columns.difference(reports.columns):
        reports = reports.assign(**{column: 0 if column in WHOLE else ""})
    columns = [column for column in facts.observations.columns if column in imported.columns]
    rows = imported[columns].assign(sentence_start=0, sentence_end=0)
    rows = rows[[column for column in rows.columns if column in facts.observations.columns]]
    facts.observations = pd.concat([facts.observations, rows], ignore_index=True)
    facts.reports = pd.concat([facts.reports, reports[facts.reports.columns]], ignore_index=True)
    return facts


def _rows(place: Path) -> list[list[str]]:
    try:
        data = place.read_bytes()
    except OSError as error:
        raise UsageError(f"{place} cannot be read ({error.strerror}).", f"无法读取 {place}。") from error
    if place.suffix.lower() == ".csv":
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030", "replace")
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    else:
        lines = [line for line in read(data, place.name).text.splitlines() if line.startswith("|")]
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return [row for row in rows if any(row)]


class _Reader:
    """Reads the rows of one file; messages name the file and the row."""

    def __init__(self, name: str, library: Library) -> None:
        self.name = name
        self.metrics: dict[str, Metric] = {}
        for metric in library.metrics.values():
            for known in (metric.id, metric.zh, metric.en.lower()):
                self.metrics.setdefault(known, metric)
        self.hash = library.hash

    def observations(self, rows: Sequence[Sequence[str]]) -> list[Row]:
        header, *body = rows
        known = {column: place for place, cell in enumerate(header) if (column := _column(cell))}
        metrics = {
            place: metric for place, cell in enumerate(header) if (metric := self._metric(cell)) and place not in known.values()
        }
        years = {place: int(when[1]) for place, cell in enumerate(header) if (when := _YEAR.fullmatch(cell))}
        self._refuse_unknown(header, known, metrics, years)
        found: list[Row] = []
        for number, row in enumerate(body, 2):
            cells = {column: row[place] if place < len(row) else "" for column, place in known.items()}
            if "metric" in known and "value" in known:
                found += self._row(number, cells, self._named(number, cells["metric"]), cells.get("year", ""), cells["value"])
            elif "metric" in known:
                metric = self._named(number, cells["metric"])
                for place, year in years.items():
                    found += self._row(number, cells, metric, str(year), row[place] if place < len(row) else "")
            else:
                for place, metric in metrics.items():
                    found += self._row(number, cells, metric, cells.get("year", ""), row[place] if place < len(row) else "")
        return found

    def _refuse_unknown(
        self, header: Sequence[str], known: dict[str, int], metrics: dict[int, Metric], years: dict[int, int]
    ) -> None:
        needed = {"township"} | (set() if years else {"year"})
        missing = sorted(needed - set(known))
        if missing or not (metrics or "metric" in known):
            what = ", ".join(missing) or "metric"
            raise UsageError(
                f"{self.name}:1 has no column for {what}. It has: {', '.join(header)}. Allowed: township, year, metric, value,"
                " or one column for each metric.",
                f"{self.name} 第1行缺少列：{what}。现有：{'、'.join(header)}。可用：乡镇、年份、指标、数值，或每个指标一列。",
            )
        used = {*known.values(), *metrics, *years}
        for place, cell in enumerate(header):
            if place not in used and cell and "metric" not in known:
                close = get_close_matches(cell, [m.zh for m in self.metrics.values()] + list(self.metrics), n=1, cutoff=0.5)
                hint = f" Did you mean {close[0]!r}?" if close else ""
                hint_zh = f"是否想写“{close[0]}”？" if close else ""
                raise UsageError(
                    f"{self.name}:1 the column {cell!r} is no metric.{hint}", f"{self.name} 第1行的“{cell}”不是指标。{hint_zh}"
                )

    def _metric(self, cell: str) -> Metric | None:
        bare = re.sub(r"[（(].*[)）]$", "", cell).strip()
        return self.metrics.get(cell) or self.metrics.get(bare) or self.metrics.get(bare.lower())

    def _named(self, number: int, cell: str) -> Metric:
        metric = self._metric(cell)
        if metric is None:
            close = get_close_matches(cell, [m.zh for m in self.metrics.values()] + list(self.metrics), n=1, cutoff=0.5)
            raise UsageError(
                f"{self.name}:{number} there is no metric {cell!r}." + (f" Did you mean {close[0]!r}?" if close else ""),
                f"{self.name} 第{number}行：没有指标“{cell}”。" + (f"是否想写“{close[0]}”？" if close else ""),
            )
        return metric

    def _row(self, number: int, cells: dict[str, str], metric: Metric, year: str, cell: str) -> list[Row]:
        if cell.strip().lower() in _NOTHING:
            return []
        when = _YEAR.fullmatch(year.strip())
        if when is None:
            raise UsageError(f"{self.name}:{number} {year!r} is no year.", f"{self.name} 第{number}行：“{year}”不是年份。")
        value, qualifier = self._value(number, cell)
        unit = cells.get("unit") or metric.unit
        town = cells["township"]
        key = f"{self.name}\x1f{town}\x1f{when[1]}\x1f{metric.id}\x1f{plain(value)}"
        who = [cells.get(column, "") for column in ("county", "city", "province", "division_code")]
        unit = metric.unit if unit in (metric.unit, *metric.units) else unit
        return [
            (
                stable_id(key), town, *who, int(when[1]), metric.id, metric.zh, metric.en, metric.category, value, None,
                cells.get("qualifier") or qualifier, unit, cells.get("unit") or metric.unit, "township", IMPORTED, "",
                f"{self.name}#{town}#{when[1]}", cell, "", 0, 0, None, "", f"{self.name}:{number}", self.hash,
            )
        ]  # fmt: skip

    def _value(self, number: int, cell: str) -> tuple[Decimal, str]:
        found = _NUMBER.fullmatch(cell.strip())
        try:
            if found is None:
                raise InvalidOperation
            value = Decimal(re.sub("[,，]", "", found[2])) * _SCALE[found[3]] * _SCALE[found[5]]
        except InvalidOperation:
            raise UsageError(
                f"{self.name}:{number} {cell!r} is no number.", f"{self.name} 第{number}行：“{cell}”不是数字。"
            ) from None
        return value, _QUALIFIERS.get(found[1] or found[4] or "", "exact")


def _column(cell: str) -> str:
    bare = cell.strip().lower()
    return next((column for column, names in _NAMES.items() if bare in names), "")
