"""The figure builders: what is drawn, in which order, and which observation each point carries."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest
from lxml.etree import fromstring

from views import charts, points
from views.grid import Cell
from views.heat import heat_picture, heat_rows
from views.points import Line, Point, Words

WORDS = Words("纠纷，2024年", "来源：3份年度报告", "件", "中位数 9")
A = Point("甲镇", 12.0, "≥12", "a" * 16, "化解12余起", 2024, True, 1)
B = Point("乙乡", 6.0, "6", "b" * 16, "化解6起", 2024, False, 4)
GONE = Point("丙乡", None, "—")


def drawn(figure: charts.Figure) -> Any:
    """The figure as Plotly's own class, which refuses what Plotly does not know."""
    return go.Figure(figure)


def test_bars_keep_order_values_marks_and_ids() -> None:
    figure = drawn(charts.bars([A, B, GONE], WORDS, 9.0, [B.id]))
    bar = figure.data[0]
    assert list(bar.x) == [12.0, 6.0, 0]
    assert list(bar.text) == ["≥12", "6", "—"]
    assert list(bar.customdata) == [A.id, B.id, ""]
    assert list(figure.layout.yaxis.ticktext) == ["甲镇", "乙乡", "丙乡"]
    assert list(bar.marker.pattern.shape) == ["/", "", ""]
    assert bar.marker.color[1] != bar.marker.color[0]
    assert figure.layout.shapes[0].x0 == 9.0
    assert "中位数 9" in [note.text for note in figure.layout.annotations]


def test_what_a_chart_rests_on_begins_below_the_names() -> None:
    layout = drawn(
        charts.bars([A, replace(B, name="某某土家族苗族乡人民政府")], replace(WORDS, source="township-metrics"))
    ).layout
    source = next(note for note in layout.annotations if note.text == "township-metrics")
    assert source.xshift == 10 - layout.margin.l < -100


def test_bars_without_median_draw_no_line() -> None:
    assert len(drawn(charts.bars([A], WORDS)).layout.shapes) == 0


def test_the_median_does_not_run_through_a_value() -> None:
    near = Point("丁镇", 8.9, "8.9", "d" * 16)
    spans = [(shape.y0, shape.y1) for shape in drawn(charts.bars([A, near, B], WORDS, 9.0)).layout.shapes]
    assert spans == [(-0.5, 0.6), (1.4, 2.5)]


def _years(name: str, value: float) -> Line:
    return Line(name, [Point(name, value + year, str(value), f"{name}{year}", "", year) for year in (2023, 2024)])


def test_every_line_has_a_look_of_its_own_and_its_name_at_its_end() -> None:
    series = [_years(f"{letter}镇", 100.0 + number) for number, letter in enumerate("甲乙丙丁戊己庚辛壬癸")]
    figure = drawn(charts.lines(series, [2023, 2024], WORDS, [101.0, 102.0]))
    looks = {(trace.line.color, trace.marker.symbol[0] if trace.marker.symbol else "", trace.line.dash) for trace in figure.data}
    assert len(looks) == len(series) + 1
    assert not figure.layout.showlegend
    ends = [note for note in figure.layout.annotations if note.xref == "paper" and note.x == 1]
    assert {note.text.split()[-1] for note in ends} == {line.name for line in series} | {"9"}
    most = max(note.y for note in ends) * 1.05
    places = sorted(note.y / most * 330 + note.yshift for note in ends)
    assert min(after - before for before, after in pairwise(places)) > 15


def test_many_lines_are_told_by_a_legend() -> None:
    series = [_years(f"第{number}镇", float(number)) for number in range(20)]
    assert drawn(charts.lines(series, [2023, 2024], WORDS)).layout.showlegend


def test_lines_leave_gaps_open() -> None:
    figure = drawn(charts.lines([Line("甲镇", [Point("甲镇", 3.0, "3", "x", "", 2021), A])], [2021, 2022, 2023, 2024], WORDS))
    assert list(figure.data[0].y) == [3.0, None, None, 12.0]
    assert figure.data[0].connectgaps is False
    assert figure.data[0].marker.symbol[3].endswith("-open")


def test_dumbbells_join_before_and_after() -> None:
    figure = drawn(charts.dumbbells([(B, A)], WORDS, "2023", "2024"))
    assert (figure.layout.shapes[0].x0, figure.layout.shapes[0].x1) == (6.0, 12.0)
    assert [list(trace.customdata) for trace in figure.data] == [[B.id], [A.id]]


def test_heat_colours_by_quartile_and_letters_by_value() -> None:
    rows = heat_rows([Cell("纠纷")], [[A, None, B]])
    assert [cell and cell.cell for cell in rows[0][1:]] == ["quarter q1", None, "quarter q4"]
    picture = fromstring(heat_picture(["甲镇", "丙乡", "乙乡"], ["纠纷"], [[A, None, B]], WORDS))
    texts = [element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[-4:] == ["纠纷", "≥12", "—", "6"]
    assert {"甲镇", WORDS.title, WORDS.source} <= set(texts)
    fills = [element.get("fill") for element in picture.iter("{http://www.w3.org/2000/svg}rect")]
    assert fills[1:] == [points.QUARTILES[0], points.QUARTILES[3]]


def test_a_metric_that_is_neither_good_nor_bad_is_grey() -> None:
    neutral = replace(A, neutral=True)
    assert heat_rows([Cell("罚款")], [[neutral]])[0][1].cell == "quarter n1"
    picture = fromstring(heat_picture(["甲镇"], ["罚款"], [[neutral]], WORDS))
    fills = [element.get("fill") for element in picture.iter("{http://www.w3.org/2000/svg}rect")]
    assert fills[1:] == [points.PLAIN_QUARTILES[0]]


def test_a_picture_of_hostile_names_is_whole_and_says_them_as_written() -> None:
    name = "<script>x</script>\x00&\ud800"
    picture = fromstring(heat_picture([name], [name], [[A]], WORDS))
    assert not list(picture.iter("{http://www.w3.org/2000/svg}script"))


@pytest.mark.parametrize("count", [1, 3, 6])
def test_multiples_give_every_metric_a_panel(count: int) -> None:
    figure = drawn(charts.multiples([(f"指标{n}", [A, B]) for n in range(count)], WORDS))
    assert len(figure.data) == count
    assert all(list(trace.customdata) == [A.id, B.id] for trace in figure.data)


def test_a_long_title_is_folded_between_words() -> None:
    figure = drawn(charts.bars([A], Words("Leadership study sessions on law × Publicity events, 2024", filters="Unit: times")))
    assert figure.layout.title.text == "Leadership study sessions on law ×<br>Publicity events, 2024"
    assert drawn(charts.bars([A], Words("纠纷，2024年"))).layout.title.text == "纠纷，2024年"


def test_names_of_points_nearby_stand_apart() -> None:
    figure = drawn(charts.scatter([(A, B), (A, B), (B, A)], WORDS))
    assert list(figure.data[0].textposition) == ["top center", "bottom center", "top center"]


def test_scatter_names_its_points() -> None:
    figure = drawn(charts.scatter([(A, B)], WORDS))
    assert (list(figure.data[0].x), list(figure.data[0].y), list(figure.data[0].text)) == ([12.0], [6.0], ["甲镇"])


def test_markup_in_names_and_sentences_is_shown_as_written() -> None:
    bad = Point("<a href='javascript:x'>甲</a>", 1.0, "1", "c", "<b>x</b>%{y}<br>")
    figure = drawn(charts.bars([bad], Words("<i>t</i>")))
    text = figure.to_json()
    assert "<a href" not in text
    assert "<i>t" not in text
    assert "&lt;b&gt;x&lt;/b&gt;" in figure.data[0].hovertext[0]
