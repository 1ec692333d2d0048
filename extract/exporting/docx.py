"""A brief in Word, set as an office sets its papers: title, summary, chart, table, movers, contradictions, sources as footnotes.

Written part by part, because a brief needs footnotes and a native chart, and little else of the format.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from extract.errors import WriteError
from extract.exporting import docx_parts as parts
from extract.exporting.html import comparison_rows
from extract.exporting.xlsx import mover_lines

if TYPE_CHECKING:
    from extract.exporting.contents import Contents

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TABLE_METRICS, _LISTED, _CHARTS = 12, 30, 3
#: townships side by side that a page is wide enough for
_ABREAST = 8
_LONGEST_QUOTE = 160
_MARKS = "一二三四五六七八九十"


def write_docx(path: Path | str, contents: Contents) -> None:
    """Writes the brief beside its place and renames it there."""
    target = Path(path)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with ZipFile(beside, "w", ZIP_DEFLATED) as package:
            for name, text in _Brief(contents).parts().items():
                # a fixed date, so that the same figures give the same bytes
                entry = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
                entry.compress_type = ZIP_DEFLATED
                package.writestr(entry, text)
        beside.replace(target)
    except OSError as error:
        raise WriteError.at(target, error.strerror or error) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def clean(text: object) -> str:
    """A text as XML may hold it."""
    return escape(_CONTROL.sub("\ufffd", str(text)))


class _Brief:
    """Collects the body and its footnotes."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.labels = contents.labels
        self.body: list[str] = []
        self.notes: list[str] = []
        self.charts: list[str] = []
        self.headings = 0

    def parts(self) -> dict[str, str]:
        """Every part of the package by its name."""
        contents = self.contents
        self.body.append(_paragraph(_run(contents.title, size=44, font="title"), align="center", style="Title", space=480))
        self._paragraph(contents.brief)
        self._heading("comparison")
        self._charts()
        self._table()
        self._heading("movers")
        self._movers()
        self._heading("audit")
        self._audit()
        self._heading("sources")
        self._sources()
        charts = {f"word/charts/chart{n}.xml": chart for n, chart in enumerate(self.charts, 1)}
        return {
            "[Content_Types].xml": parts.content_types(len(charts)),
            "_rels/.rels": parts.RELATIONS,
            "word/_rels/document.xml.rels": parts.document_relations(len(charts)),
            "word/document.xml": parts.document("".join(self.body)),
            "word/styles.xml": parts.STYLES,
            "word/footnotes.xml": parts.footnotes(self.notes),
            "word/settings.xml": parts.SETTINGS,
            "word/footer1.xml": parts.FOOTER,
            **charts,
        }

    def _heading(self, key: str) -> None:
        mark = f"{_MARKS[self.headings]}、" if self.labels.language == "zh" else f"{self.headings + 1}. "
        self.headings += 1
        self.body.append(_paragraph(_run(mark + self.labels(key), size=32, font="heading"), style="Heading1", space=120))

    def _paragraph(self, text: str, note: str = "") -> None:
        self.body.append(_paragraph(_run(text) + (self._note(note) if note else ""), indent=True))

    def _item(self, text: str, note: str = "") -> None:
        """A line of a list: set flush left, because lines with long names and numbers would be torn apart."""
        self.body.append(_paragraph(_run(text) + (self._note(note) if note else ""), align="left", indent=True))

    def _note(self, text: str) -> str:
        self.notes.append(parts.footnote(len(self.notes) + 1, clean(text)))
        return parts.NOTE_MARK.format(len(self.notes))

    def _charts(self) -> None:
        contents = self.contents
        for metric in contents.main_metrics(_CHARTS):
            rows = contents.compared[(contents.compared["metric"] == metric) & contents.compared["rank"].notna()]
            bars = [(clean(town), float(value)) for town, value in zip(rows["township"], rows["value"], strict=True)]
            title = clean(contents.caption(metric))
            self.charts.append(parts.chart(title, bars))
            self.body.append(parts.drawing(len(self.charts), title, len(bars)))

    def _table(self) -> None:
        header, rows = comparison_rows(self.contents, self.contents.main_metrics(_TABLE_METRICS))
        head, towns = header[:2], header[2:]
        for first in range(0, max(len(towns), 1), _ABREAST):
            here = slice(first + 2, first + 2 + _ABREAST)
            if first:
                self.body.append(_paragraph("", space=0))
            self.body.append(_table([*head, *header[here]], [[*row[:2], *row[here]] for row in rows]))
        self.body.append(_paragraph(_run(self.labels("missing"), size=21), space=120))

    def _movers(self) -> None:
        lines = mover_lines(self.contents)
        sources = self.contents.movers[["report", "start"]].to_dict("records") if len(self.contents.movers) else []
        quotes = self._quotes()
        for number, (line, source) in enumerate(zip(lines, sources, strict=True), 1):
            quote = quotes.get((str(source["report"]), int(source["start"])), "")
            self._item(f"{number}. {line}", self._source(str(source["report"]), quote))
        if not lines:
            self._paragraph(self.labels("none"))

    def _quotes(self) -> dict[tuple[str, int], str]:
        held = self.contents.observations
        return {
            (str(report), int(start)): str(sentence)
            for report, start, sentence in zip(held["report"], held["start"], held["sentence"], strict=True)
        }

    def _source(self, report: str, sentence: str) -> str:
        text = sentence.strip().replace("\n", "")
        short = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
        return self.labels("source_note", report=report, sentence=short)

    def _audit(self) -> None:
        found = self.contents.audit
        for number, row in enumerate(found.head(_LISTED).to_dict("records"), 1):
            severity, township, message = self.labels(str(row["severity"])), row["township"], row["message"]
            text = self.labels("found_line", severity=severity, township=township, message=message)
            self._item(f"{number}. {text}", self._source(str(row["report"]), str(row["sentence"])))
        if found.empty:
            self._paragraph(self.labels("none"))
        elif len(found) > _LISTED:
            self._paragraph(f"…… +{len(found) - _LISTED}")

    def _sources(self) -> None:
        reports = self.contents.reports[self.contents.reports["year"] == self.contents.year]
        for number, row in enumerate(reports.to_dict("records"), 1):
            self._item(f"{number}. {self.labels('source_line', township=row['township'], report=row['report'])}")


def _run(text: str, *, size: int = 32, font: str = "body") -> str:
    return parts.RUN.format(font=parts.FONTS[font], size=size, text=clean(text))


def _paragraph(runs: str, *, align: str = "both", style: str = "", space: int = 0, indent: bool = False) -> str:
    return parts.paragraph(runs, align=align, style=style, space=space, indent=indent)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cells = [[clean(cell) for cell in row] for row in (header, *rows)]
    return parts.table(cells)
