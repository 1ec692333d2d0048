"""Word's older forms, doc and rtf, as LibreOffice writes them, and what only shows in their inside."""

from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.reading import read
from tests.reading import sample

FIXTURES = Path(__file__).parent / "fixtures"
TRICKY = [
    "排查纠纷14起。",
    "一、走访农户57户。",
    "二、整改问题23个。",
    "张贴标语31条。",
    "框内发放手册77册。",
    "办理工单66件。",
    "含上年结转7件。",
    "| 纠纷 |  | 合计 |",
    "| 受理 | 甲村 | 12 |",
    "|  | 乙村 | 34 |",
]


@pytest.mark.parametrize("name", ["report.doc", "report.rtf", "report.docx", "report.odt"])
def test_a_whole_report(name: str) -> None:
    document = read((FIXTURES / name).read_bytes(), "报告.wps")
    assert document.format == name.split(".")[1]
    assert document.text.split("\n") == sample.lines()


@pytest.mark.parametrize("name", ["tricky.doc", "tricky.docx", "tricky.odt", "tricky.rtf"])
def test_nothing_is_lost_and_nothing_doubled(name: str) -> None:
    lost_by_writer = {"框内发放手册77册。"} if name == "tricky.rtf" else set()  # LibreOffice leaves old text boxes out of rtf
    assert read(FIXTURES / name).text.split("\n") == [line for line in TRICKY if line not in lost_by_writer]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_file_is_said_to_be_damaged(share: float) -> None:
    data = (FIXTURES / "tricky.doc").read_bytes()
    with pytest.raises(ReadError) as caught:
        read(data[: int(share * len(data))], "a.doc")
    assert caught.value.issue == "damaged"


def test_a_locked_file_is_said_to_be_locked() -> None:
    data = bytearray((FIXTURES / "report.doc").read_bytes())
    flags = data.index(b"\xec\xa5") + 0x0B
    data[flags] |= 0x01
    with pytest.raises(ReadError) as caught:
        read(bytes(data), "a.doc")
    assert caught.value.issue == "encrypted"


def rtf(body: str) -> bytes:
    fonts = r"{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fnil\fcharset0 Arial;}}"
    return (r"{\rtf1\ansi\ansicpg936" + fonts + r"{\*\generator x 41;}" + body + "}").encode("gbk")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\f0 化解96起\par 调解3起\par", "化解96起\n调解3起"),
        (r"\f0 \'bb\'af\'bd\'e2 96\'c6\'f0", "化解 96起"),
        (r"\uc1 \u21270?\u-30237?96\u-29321?", "化解96起"),
        (r"\uc2 \u21270 ab\u-30237 cd 96", "化解 96"),
        (r"化解{\deleted 41}{\revised 14}起", "化解14起"),
        (r"化解{\v 41}96起", "化解96起"),
        (r"拆除120m{\super 2}", "拆除120m²"),
        (r"正文{\shp{\*\shpinst{\sp{\sn a}{\sv 9}}{\shptxt 框内77册\par}}}\par", "正文\n框内77册"),
        (r"办理66件{\footnote 含结转7件\par}。\par 下", "办理66件。\n含结转7件\n下"),
        (r"{\field{\*\fldinst PAGE 3}{\fldrslt 96}}起", "96起"),
        (r"\trowd\cellx900\cellx1800\intbl 纠纷\cell 96\cell\row\pard 后\par", "| 纠纷 | 96 |\n后"),
        (r"{\listtext 一、\tab}走访\par", "一、走访"),
        (r"甲\{乙\}丙\~1\_2", "甲{乙}丙 1-2"),
    ],
)
def test_rich_text(body: str, text: str) -> None:
    assert read(rtf(body), "a.doc").text == text


def test_heads_of_rich_text_stand_beside_it() -> None:
    document = read(rtf(r"{\header\pard 黑水镇文件\par}{\footer 第1页\par}化解96起\par"), "a.rtf")
    assert (document.text, document.metadata) == ("化解96起", {"header": "黑水镇文件"})
