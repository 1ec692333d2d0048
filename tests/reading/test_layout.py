"""Print with its places becomes text: joined where only the page's width broke it."""

import pytest

from extract.reading.layout import Piece, Rule, Sheet, beside_joined, join_pieces
from extract.reading.layout_margins import without_margins
from extract.reading.layout_text import PageText, first_width

EM = 10.0


def at(text: str, left: float, top: float, em: float = EM) -> Piece:
    width = sum(em if character >= "\u2000" else em / 2 for character in text)
    return Piece(text, left, top, left + width, top + em, em=em)


def lines(*pieces: Piece, rules: list[Rule] | None = None) -> list[str]:
    sheet = Sheet(1, 300, 400, list(pieces), rules or [])
    return PageText().add([sheet]).text.split("\n")


FULL = "全镇上下认真贯彻落实上级部署要求推进各项工作"  # 22 characters


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([at(FULL, 40, 50), at("化解96起。", 40, 65)], [FULL + "化解96起。"]),
        ([at(FULL, 40, 50), at("化解96起。", 60, 65)], [FULL, "化解96起。"]),
        ([at("一、成效", 40, 50), at("化解96起。", 40, 65)], ["一、成效", "化解96起。"]),
        ([at(FULL[:20] + "12", 40, 50), at("4起。", 40, 65)], [FULL[:20] + "124起。"]),
        ([at(FULL, 40, 50), at("化解96起。", 40, 110)], [FULL, "化解96起。"]),
        ([at(FULL[:12], 40, 50, 18), at("化解96起。", 40, 72)], [FULL[:12], "化解96起。"]),
        ([at("甲", 40, 50), at("乙", 40 + 30, 50)], ["甲 乙"]),
        ([at("化解", 40, 50), at("96", 61, 50), at("起", 72, 50)], ["化解96起"]),
        ([at("total", 40, 50), at("96", 68, 50)], ["total 96"]),
    ],
    ids=["broken", "indented", "heading", "torn number", "far below", "other size", "gap", "no gap", "words"],
)
def test_lines_are_joined_where_only_the_width_broke_them(pieces: list[Piece], text: list[str]) -> None:
    assert lines(*pieces) == text


def test_a_ruled_table_is_rows_with_merged_cells_once() -> None:
    across = [Rule(40, top, 240, top + 0.5) for top in (100, 140)] + [Rule(140, 120, 240, 120.5)]
    upright = [Rule(left, 100, left + 0.5, 140) for left in (40, 140, 190, 240)]
    cells = [at("纠纷", 45, 115), at("受理", 145, 105), at("124", 195, 105), at("化解", 145, 125), at("96", 195, 125)]
    found = lines(at("表一", 40, 60), *cells, at("表后", 40, 160), rules=across + upright)
    assert found == ["表一", "| 纠纷 | 受理 | 124 |", "|  | 化解 | 96 |", "表后"]


def test_a_frame_around_the_page_is_no_part_of_the_table_in_it() -> None:
    across = [Rule(40, top, 240, top + 0.5) for top in (100, 120, 140)]
    upright = [Rule(left, 100, left + 0.5, 140) for left in (40, 140, 240)]
    frame = [Rule(5, 5, 295, 5.5), Rule(5, 395, 295, 395.5), Rule(5, 5, 5.5, 395), Rule(294.5, 5, 295, 395)]
    cells = [at("受理", 45, 105), at("124", 145, 105), at("化解", 45, 125), at("96", 145, 125)]
    found = lines(at("表一", 40, 60), *cells, at("表后", 40, 160), rules=frame + across + upright)
    assert found == ["表一", "| 受理 | 124 |", "| 化解 | 96 |", "表后"]


def test_columns_without_rules_are_rows_too() -> None:
    rows = [
        (at(name, 40, top), at(count, 120, top), at(rate, 200, top))
        for name, count, rate, top in (("项目", "件数", "占比", 50), ("受理", "124", "60%", 65), ("化解", "96", "40%", 80))
    ]
    assert lines(*(piece for row in rows for piece in row)) == [
        "| 项目 | 件数 | 占比 |",
        "| 受理 | 124 | 60% |",
        "| 化解 | 96 | 40% |",
    ]


@pytest.mark.parametrize(
    ("number", "gone"),
    [("3", True), ("— 3 —", True), ("第3页 共9页", True), ("3/9", True), ("Ⅲ", False), ("96起", False), ("41 58", False)],
)
def test_a_page_number_is_left_out(number: str, gone: bool) -> None:
    sheet = Sheet(1, 300, 400, [at("化解96起。", 40, 200), at(number, 140, 385)])
    without_margins([sheet])
    assert (len(sheet.pieces) == 1) is gone


SMALL = 7.0


# what stands at the edge of the only page, the text that is left, and what became of it
@pytest.mark.parametrize(
    ("edge", "kept", "margins"),
    [
        (at("黑水镇2019年档案第88卷", 100, 20, SMALL), False, {"header": "黑水镇2019年档案第88卷"}),
        (at("黑水镇党政办公室编印", 100, 380, SMALL), False, {"footer": "黑水镇党政办公室编印"}),
        (at("青石镇人民政府文件", 100, 20, 20), True, {}),
        (at("附件1", 40, 20), True, {}),
        (at("黑水镇2019年档案", 100, 60, SMALL), True, {}),
        (at("¹含上年结转7起。", 40, 380, SMALL), True, {}),
    ],
    ids=["head", "foot", "letterhead", "first line", "not at the edge", "note"],
)
def test_the_head_of_an_only_page_is_known_by_its_looks(edge: Piece, kept: bool, margins: dict[str, str]) -> None:
    sheet = Sheet(1, 300, 400, [edge, *(at(FULL, 40, top) for top in range(100, 340, 15))])
    assert without_margins([sheet]) == margins
    assert (edge in sheet.pieces) is kept


def test_what_a_file_sets_aside_is_marked_as_head_and_foot() -> None:
    aside = [at("黑水镇档案", 100, 20), at("内部资料", 100, 380), at("— 3 —", 140, 390), at("水印", 140, 200)]
    sheet = Sheet(1, 300, 400, [at("化解96起。", 40, 200)], aside=aside)
    assert without_margins([sheet]) == {"header": "黑水镇档案", "footer": "内部资料"}


def test_a_number_in_the_last_row_of_a_page_stays() -> None:
    sheet = Sheet(1, 300, 400, [at("化解", 40, 200), at("96", 140, 370), at("— 3 —", 140, 385)])
    without_margins([sheet])
    assert [piece.text for piece in sheet.pieces] == ["化解", "96"]


@pytest.mark.parametrize(
    ("text", "width"), [("96起", 1.0), ("起，", 2.0), ("97.8%，", 3.5), ("法治", 1.0), ("", 0.0), ("）。》、", 4.0)]
)
def test_what_stands_together_at_the_start_of_a_line(text: str, width: float) -> None:
    assert first_width(text) == width


def test_characters_by_themselves_are_joined_but_not_over_a_rule() -> None:
    pieces = [at("化", 40, 50), at("解", 50, 50), at("9", 60, 50), at("6", 65, 50), at("起", 74, 50)]
    assert [piece.text for piece in beside_joined(pieces, [])] == ["化解96起"]
    assert [piece.text for piece in beside_joined(pieces, [Rule(72, 40, 72.2, 70)])] == ["化解96", "起"]
    assert join_pieces(pieces) == "化解96起"
