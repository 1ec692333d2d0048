"""A report page for a county and year that needs nothing beside itself: tables, drawn charts, movers, contradictions, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from extract.analysis.findings import number
from extract.exporting.csv import write_lines
from extract.exporting.xlsx import mover_lines

if TYPE_CHECKING:
    from extract.exporting.contents import Contents

_STYLE = """
body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1d2733;max-width:1100px;
margin:2em auto;padding:0 1em}
h1{font-size:1.7em;margin-bottom:.2em}
h2{font-size:1.2em;margin-top:2em;border-bottom:2px solid #2f6690;padding-bottom:.2em}
table{border-collapse:collapse;width:100%;font-size:.9em}
th,td{border:1px solid #c9d3dc;padding:.3em .5em;text-align:left;vertical-align:top}
th{background:#eaf0f5}
td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:1em}figure{margin:0}figcaption{font-weight:600}
td.s{white-space:nowrap}.error{color:#a4161a;font-weight:600}.warning{color:#9a5b00}.note{color:#555}.quiet{color:#5a6672;font-size:.9em}q{color:#444}
@media print{body{max-width:none;margin:0}.wide{overflow:visible}figure,tr{break-inside:avoid}}
""".strip()
_QUALIFIERS = {"over": "+", "about": "≈", "nearly": "≤"}
_CHARTS = 8


def write_html(path: Path | str, contents: Contents) -> None:
    """Writes the page."""
    write_lines(path, html_lines(contents))


def html_lines(contents: Contents) -> Iterable[str]:
    """The page, line by line."""
    labels = contents.labels
    language = "zh-CN" if labels.language == "zh" else "en"
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    # no script, no outside host: the browser is told so too
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield f"<title>{escape(contents.title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
    yield f"<h1>{escape(contents.title)}</h1>\n<p>{escape(contents.brief)}</p>\n"
    yield f"<h2>{labels('comparison')}</h2>\n"
    yield from _charts(contents)
    yield f'<p class="quiet">{labels("missing")}</p>\n'
    yield from _comparison(contents)
    yield f"<h2>{labels('movers')}</h2>\n"
    yield from _list(mover_lines(contents), labels("none"))
    yield f"<h2>{labels('audit')}</h2>\n"
    yield from _audit(contents)
    yield f"<h2>{labels('sources')}</h2>\n"
    yield from _sources(contents)
    yield f'<p class="quiet">{labels("library")} {escape(contents.library.hash)}</p>\n</body>\n</html>\n'


def _list(lines: Sequence[str], nothing: str) -> Iterable[str]:
    if not lines:
        yield f"<p>{escape(nothing)}</p>\n"
        return
    yield "<ol>\n"
    for line in lines:
        yield f"<li>{escape(line)}</li>\n"
    yield "</ol>\n"


def _charts(contents: Contents) -> Iterable[str]:
    yield '<div class="charts">\n'
    for metric in contents.main_metrics(_CHARTS):
        rows = contents.compared[(contents.compared["metric"] == metric) & contents.compared["rank"].notna()]
        bars = [(str(town), float(value)) for town, value in zip(rows["township"], rows["value"], strict=True)]
        caption = contents.caption(metric)
        yield f"<figure><figcaption>{escape(caption)}</figcaption>{bar_chart(bars, caption)}</figure>\n"
    yield "</div>\n"


def bar_chart(bars: Sequence[tuple[str, float]], title: str) -> str:
    """Horizontal bars as SVG, from zero, with the values written out."""
    most = max((value for _, value in bars), default=0) or 1
    step, left, width = 22, 96, 170
    parts = [f'<svg viewBox="0 0 330 {step * len(bars) + 4}" role="img" aria-label="{escape(title, quote=True)}">']
    for place, (town, value) in enumerate(bars):
        y = step * place + 3
        length = max(1.0, width * max(value, 0) / most)
        parts.append(f'<text x="{left - 6}" y="{y + 12}" text-anchor="end" font-size="12">{escape(town[:7])}</text>')
        parts.append(f'<rect x="{left}" y="{y}" width="{length:.1f}" height="16" fill="#2f6690"/>')
        parts.append(f'<text x="{left + length + 4:.1f}" y="{y + 12}" font-size="12">{escape(grouped(value))}</text>')
    return "".join(parts) + "</svg>"


def grouped(value: float) -> str:
    """A number with its thousands apart.

    >>> grouped(12400.0), grouped(97.5)
    ('12,400', '97.5')
    """
    whole, dot, rest = number(value).partition(".")
    return f"{int(whole):,}" + dot + rest if whole.lstrip("-").isdigit() else whole + dot + rest


def shown(row: Any) -> str:
    """A value as a table shows it, with its qualifier and range."""
    if row["resolution"] == "conflict":
        return "?"
    text = grouped(row["value"])
    if row["value_high"] == row["value_high"] and row["value_high"] is not None and not pd.isna(row["value_high"]):
        text += "–" + grouped(row["value_high"])
    mark = _QUALIFIERS.get(row["qualifier"], "")
    return text + mark if mark == "+" else mark + text


def comparison_rows(contents: Contents, metrics: Sequence[str] | None = None) -> tuple[list[str], list[list[str]]]:
    """The comparison table: header, and a row for each metric with its name, unit and a cell for each township."""
    frame = contents.compared
    towns = sorted({str(town) for town in frame["township"] if str(town)})
    order = metrics if metrics is not None else list(dict.fromkeys(map(str, frame["metric"])))
    cells: dict[tuple[str, str], str] = {}
    for row in frame.to_dict("records"):
        key = (str(row["metric"]), str(row["township"]))
        cells[key] = shown(row) if key not in cells else "?"
    units = dict(zip(frame["metric"], frame["unit"], strict=True))
    labels = contents.labels
    header = [labels("metric_zh" if labels.language == "zh" else "metric_en"), labels("unit"), *towns]
    rows = [[contents.name(m), labels.unit(str(units.get(m, ""))), *(cells.get((m, town), "") for town in towns)] for m in order]
    return header, rows


def _comparison(contents: Contents) -> Iterable[str]:
    header, rows = comparison_rows(contents)
    yield from _table(header, [[_cell(cell, number=place > 1) for place, cell in enumerate(row)] for row in rows])


def _cell(text: str, *, number: bool = False, kind: str = "") -> str:
    name = kind or ("n" if number else "")
    return f'<td class="{name}">{escape(text)}</td>' if name else f"<td>{escape(text)}</td>"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield (
        '<div class="wide"><table>\n<thead><tr>'
        + "".join(f"<th>{escape(cell)}</th>" for cell in header)
        + "</tr></thead>\n<tbody>\n"
    )
    for row in rows:
        yield "<tr>" + "".join(row) + "</tr>\n"
    yield "</tbody></table></div>\n"


def _audit(contents: Contents) -> Iterable[str]:
    labels = contents.labels
    if contents.audit.empty:
        yield f"<p>{labels('none')}</p>\n"
        return
    header = [labels(key) for key in ("severity", "township", "message", "sentence", "other_sentence")]
    rows = []
    for row in contents.audit.to_dict("records"):
        kind = str(row["severity"])
        rows.append(
            [
                _cell(labels(kind), kind=f"s {kind}"),
                _cell(str(row["township"]), kind="s"),
                _cell(str(row["message"])),
                f"<td><q>{escape(str(row['sentence']))}</q></td>",
                f"<td><q>{escape(str(row['other_sentence']))}</q></td>" if row["other_sentence"] else "<td></td>",
            ]
        )
    yield from _table(header, rows)


def _sources(contents: Contents) -> Iterable[str]:
    labels = contents.labels
    header = [labels(key) for key in ("township", "report", "published", "figures", "claimed")]
    of_year = contents.reports[contents.reports["year"] == contents.year]
    rows = []
    for row in of_year.to_dict("records"):
        texts = [_cell(str(row[key])) for key in ("township", "report", "published")]
        rows.append(texts + [_cell(str(row[key]), number=True) for key in ("figures", "claimed")])
    yield from _table(header, rows)
