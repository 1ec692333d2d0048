"""A workbook that an office works on: summary, tidy, wide, changes, audit, sources; native charts, nothing that runs."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import xlsxwriter

from extract.errors import WriteError
from extract.tables import DECIMAL, WHOLE

if TYPE_CHECKING:
    from extract.exporting.contents import Contents

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32_000
_NUMBERS = (DECIMAL | WHOLE | {"rank", "score"}) - {"page"}
_WIDTHS = {
    "sentence": 60,
    "other_sentence": 40,
    "message": 60,
    "report": 30,
    "metric_zh": 26,
    "metric_en": 42,
    "metric": 34,
    "sha256": 20,
}
_TIDY = (
    "township county year metric metric_zh metric_en category value value_high qualifier unit unit_stated scope resolution"
    " report figure sentence page id"
).split()
_CHANGES = (
    "township county metric origin direction amount unit qualifier from_year to_year value_from value_to relative agreement"
    " report figure sentence"
).split()
_REPORTS = "report township county city province year published format characters figures claimed warnings sha256".split()
_CHARTS = 6
_YEARS = frozenset(("year", "from_year", "to_year"))


def write_workbook(path: Path | str, contents: Contents) -> None:
    """Writes the workbook beside its place and renames it there."""
    target = Path(path)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        # nothing of a report becomes a formula, link or number by looking like one
        book = xlsxwriter.Workbook(
            str(beside),
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": False},
        )
        _Book(book, contents).fill()
        book.close()
        beside.replace(target)
    except (OSError, xlsxwriter.exceptions.XlsxFileError) as error:
        reason = getattr(error, "strerror", None) or error
        raise WriteError.at(target, reason) from error
    finally:
        with suppress(OSError):
            beside.unlink()


class _Book:
    """Fills one workbook."""

    def __init__(self, book: Any, contents: Contents) -> None:
        self.book = book
        self.contents = contents
        self.labels = contents.labels
        # an office's clock must not change the file
        book.set_properties({"title": contents.title, "created": datetime(2000, 1, 1)})
        self.head = book.add_format({"bold": True, "bg_color": "#E8EEF4", "border": 1, "text_wrap": True, "valign": "vcenter"})
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.text = book.add_format({"valign": "top"})
        self.wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self.number = book.add_format({"num_format": "#,##0.####", "valign": "top"})
        self.year = book.add_format({"num_format": "0", "valign": "top"})
        # with room for decimals a whole number would end in a point
        self.grouped = book.add_format({"num_format": "#,##0", "valign": "top"})
        # in Chinese, thousands stand apart from ten thousand on
        self.apart_from = 10_000 if self.labels.language == "zh" else 1_000

    def fill(self) -> None:
        contents = self.contents
        self._summary()
        self._sheet("tidy", self._in_words(contents.observations), _TIDY)
        self._wide()
        self._sheet("changes", self._named(contents.changes), [*_CHANGES[:2], "name", *_CHANGES[2:]])
        self._sheet("audit", self._named(contents.audit), self._audit_columns())
        self._sheet("sources", contents.reports, _REPORTS)

    def _audit_columns(self) -> list[str]:
        columns = (
            "severity kind township year name message expected found report sentence other_report other_sentence county metric"
        )
        return columns.split()

    def _named(self, table: pd.DataFrame) -> pd.DataFrame:
        return table.assign(name=[self.contents.name(str(metric)) for metric in table["metric"]])

    def _in_words(self, table: pd.DataFrame) -> pd.DataFrame:
        """The table with its units in the language of the workbook."""
        return table.assign(unit=[self.labels.unit(str(unit)) for unit in table["unit"]])

    def _heading(self, column: str) -> str:
        return (
            self.labels("metric_zh" if self.labels.language == "zh" else "metric_en") if column == "name" else self.labels(column)
        )

    def _sheet(self, name: str, table: pd.DataFrame, columns: Sequence[str]) -> Any:
        sheet = self.book.add_worksheet(self.labels(name))
        for place, column in enumerate(columns):
            sheet.write_string(0, place, self._heading(column), self.head)
            sheet.set_column(place, place, _WIDTHS.get(column, 12))
        kinds = [column in _NUMBERS for column in columns]
        for number, row in enumerate(_rows(table, columns), 1):
            for place, value in enumerate(row):
                wrap = _WIDTHS.get(columns[place], 0) >= 40
                self.cell(sheet, number, place, value, number=kinds[place], wrap=wrap, year=columns[place] in _YEARS)
        sheet.freeze_panes(1, 1)
        self._printed(sheet)
        if len(table):
            sheet.autofilter(0, 0, len(table), len(columns) - 1)
        return sheet

    def _printed(self, sheet: Any) -> None:
        """One page wide on A4, with the heading on every page."""
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def cell(
        self, sheet: Any, row: int, column: int, value: object, *, number: bool, wrap: bool = False, year: bool = False
    ) -> None:
        """Writes a cell as what it is: a number, or a text that nothing takes for anything else."""
        if value is None or value is pd.NA or value != value:  # NaN
            sheet.write_blank(row, column, None, self.text)
        elif number and not isinstance(value, str):
            figure = float(value)  # type: ignore[arg-type]
            whole = self.year if year or abs(figure) < self.apart_from else self.grouped
            sheet.write_number(row, column, figure, whole if figure == int(figure) else self.number)
        else:
            plain = str(value).replace("\r\n", "\n").replace("\r", "\n")
            text = _CONTROL.sub("\ufffd", plain)[:_LONGEST_CELL]
            sheet.write_string(row, column, text, self.wrap if wrap else self.text)

    def _summary(self) -> None:
        contents = self.contents
        sheet = self.book.add_worksheet(self.labels("summary"))
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 16)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, contents.title, self.title)
        sheet.merge_range(1, 0, 1, 7, contents.brief, self.wrap)
        sheet.set_row(1, 48)
        rows = [
            ("townships", "towns"),
            *((key, key) for key in ("reports", "observations", "metrics", "contradictions", "errors")),
        ]
        for number, (label, key) in enumerate(rows, 3):
            sheet.write_string(number, 0, self.labels(label), self.head)
            sheet.write_number(number, 1, contents.facts[key], self.grouped)
        sheet.write_string(9, 0, self.labels("library"), self.head)
        sheet.write_string(9, 1, contents.library.hash)
        sheet.write_string(11, 0, self.labels("missing"))
        if len(contents.movers):
            sheet.write_string(13, 0, self.labels("movers"), self.title)
            for number, line in enumerate(mover_lines(contents), 14):
                sheet.write_string(number, 0, _CONTROL.sub("\ufffd", line))

    def _wide(self) -> None:
        """The metric × township sheet, and the charts that are drawn from its cells."""
        wide = self._in_words(self.contents.wide)
        columns = [str(column) for column in wide.columns]
        name = self.labels("wide")
        sheet = self.book.add_worksheet(name)
        towns = [n for n, column in enumerate(columns) if n > 2]
        for place, column in enumerate(columns):
            sheet.write_string(0, place, self.labels(column) if place <= 2 else _CONTROL.sub("\ufffd", column), self.head)
            sheet.set_column(place, place, _WIDTHS.get(column, 12))
        for number, row in enumerate(_rows(wide, columns), 1):
            for place, value in enumerate(row):
                self.cell(sheet, number, place, value, number=place > 2)
        sheet.freeze_panes(1, 3)
        self._printed(sheet)
        if towns:
            self._charts(name, towns)

    def _charts(self, wide: str, towns: list[int]) -> None:
        sheet = self.book.add_worksheet(self.labels("charts"))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        rows = {str(metric): number for number, metric in enumerate(self.contents.wide["metric"], 1)}
        chosen = [metric for metric in self.contents.main_metrics(_CHARTS) if metric in rows]
        for number, metric in enumerate(chosen):
            chart = self.book.add_chart({"type": "bar" if len(towns) > 6 else "column"})
            row = rows[metric]
            chart.add_series(
                {
                    "name": self.contents.name(metric),
                    "categories": [wide, 0, towns[0], 0, towns[-1]],
                    "values": [wide, row, towns[0], row, towns[-1]],
                    "fill": {"color": "#2F6690"},
                    "data_labels": {"value": True},
                }
            )
            chart.set_title({"name": self.contents.caption(metric), "name_font": {"size": 12}})
            chart.set_legend({"none": True})
            if len(towns) > 6:
                chart.set_y_axis({"reverse": True})
            chart.set_size({"width": 520, "height": 300})
            sheet.insert_chart((number // 2) * 16, (number % 2) * 9, chart)


def _rows(table: pd.DataFrame, columns: Sequence[str]) -> Any:
    """The rows as plain values, in the order of `columns`; a column that is not there is empty."""
    held = [table[column].astype(object).tolist() if column in table else [None] * len(table) for column in columns]
    return zip(*held, strict=True)


def _grouped(value: float) -> str:
    """A value as the tables beside it print it: 12,000."""
    return f"{round(float(value), 2):,.10g}"


def mover_lines(contents: Contents) -> list[str]:
    """The largest movers as sentences."""
    from extract.analysis.findings import number

    labels = contents.labels
    lines = []
    for row in contents.movers.to_dict("records"):
        rate = row["unit"] == "pp"
        known = contents.library.metrics.get(row["metric"]) or contents.library.derived.get(row["metric"])
        size = number(row["amount"] if rate else abs(row["relative"]) if row["relative"] == row["relative"] else None)
        sign = "−" if row["direction"] == "down" else "+"  # a minus that no line breaks behind
        lines.append(
            labels(
                "mover",
                township=row["township"],
                metric=contents.name(row["metric"]),
                unit=labels.behind(known.unit) if known else "",
                value_from=_grouped(row["value_from"]),
                value_to=_grouped(row["value_to"]),
                direction=labels(row["direction"]),
                relative=f"{sign}{size}{labels('points') if rate else '%'}" if size else "",
            )
        )
    return lines
