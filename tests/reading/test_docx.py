"""What Word can do to a number: each row is one construction and the lines that it must become."""

import pytest

from extract.errors import ReadError
from extract.reading import read
from tests.reading import sample
from tests.reading.office import docx, p, r, tbl, tc, zipped

_DELETED = "<w:del><w:r><w:delText>41</w:delText></w:r></w:del>"
_RAISED = "<w:vertAlign w:val='superscript'/>"
_BOX = "<w:txbxContent>{}</w:txbxContent>"
_NEW_BOX = f"<w:drawing><wps:wsp><wps:txbx>{_BOX}</wps:txbx></wps:wsp></w:drawing>"
_OLD_BOX = f"<w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict>"
_BOTH = f"<mc:AlternateContent><mc:Choice>{_NEW_BOX}</mc:Choice><mc:Fallback>{_OLD_BOX}</mc:Fallback></mc:AlternateContent>"


def field(instruction: str, result: str) -> str:
    mark = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
    return f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


CASES = {
    "tracked change": (p("化解", _DELETED, f"<w:ins>{r('14')}</w:ins>", "起"), ["化解14起"]),
    "moved text": (p(f"<w:moveFrom>{r('41')}</w:moveFrom>", "化解", f"<w:moveTo>{r('14')}</w:moveTo>", "起"), ["化解14起"]),
    "deleted paragraph mark": (
        p("化解", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("96起") + p("调解12起"),
        ["化解96起", "调解12起"],
    ),
    "deleted row": (
        tbl(["化解", "41"], ["化解", "14"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1),
        ["| 化解 | 14 |"],
    ),
    "number split over runs": (p("化解", r("1", "<w:b/>"), r("24"), "起"), ["化解124起"]),
    "content control inline": (p("化解", f"<w:sdt><w:sdtPr/><w:sdtContent>{r('96')}</w:sdtContent></w:sdt>", "起"), ["化解96起"]),
    "content control around paragraphs": (f"<w:sdt><w:sdtContent>{p('化解96起')}</w:sdtContent></w:sdt>", ["化解96起"]),
    "empty content control": (
        p("镇名：", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处输入')}</w:sdtContent></w:sdt>"),
        ["镇名："],
    ),
    "text box in two forms": (p("正文", f"<w:r>{_BOTH.format(p('框内96起'), p('框内96起'))}</w:r>"), ["正文", "框内96起"]),
    "old text box": (p(f"<w:r>{_OLD_BOX.format(p('框内96起'))}</w:r>"), ["框内96起"]),
    "hidden text": (p("化解", r("41", "<w:vanish/>"), r("96", "<w:vanish w:val='0'/>"), "起"), ["化解96起"]),
    "field": (p("化解", field(" REF a ", r("96")), "起"), ["化解96起"]),
    "table of contents": (p(field('TOC \\o "1-3"', r("一、主要做法 3"))) + p("一、主要做法"), ["一、主要做法"]),
    "field never finished": (p("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", "旧") + p("化解96起"), ["化解96起"]),
    "line break": (p(r("化解96起"), "<w:r><w:br/></w:r>", r("调解3起")), ["化解96起", "调解3起"]),
    "page break": (p(r("化解9"), '<w:r><w:br w:type="page"/></w:r>', r("6起")), ["化解96起"]),
    "soft and hard hyphens": (p("化\u00ad解3", "<w:r><w:noBreakHyphen/></w:r>", "5起"), ["化解3-5起"]),
    "raised figures": (p("拆除120m", r("2", _RAISED), "，化解96", r("1", _RAISED), "起"), ["拆除120m²，化解96¹起"]),
    "fraction of a formula": (
        p("完成", "<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>"),
        ["完成3/4"],
    ),
    "merged cells": (
        tbl(
            [tc("纠纷", properties='<w:gridSpan w:val="2"/>'), "合计"],
            [tc("受理", properties='<w:vMerge w:val="restart"/>'), "甲村", "12"],
            [tc("", properties="<w:vMerge/>"), "乙村", "34"],
        ),
        ["| 纠纷 |  | 合计 |", "| 受理 | 甲村 | 12 |", "|  | 乙村 | 34 |"],
    ),
    "nested table": (
        tbl([tc("情况", tbl(["受理", "12"], ["化解", "10"])), "备注"]),
        ["| 情况 | 备注 |", "| 受理 | 12 |", "| 化解 | 10 |"],
    ),
    "table that is only a frame": (tbl([tc("标题")], [tc("化解96起。", "调解3起。")]), ["标题", "化解96起。", "调解3起。"]),
    "bar in a cell": (tbl(["甲|乙", "1"]), ["| 甲｜乙 | 1 |"]),
    "several paragraphs in a cell": (tbl([tc("合同", "审查"), "58"]), ["| 合同 审查 | 58 |"]),
}


@pytest.mark.parametrize("case", CASES)
def test_the_printed_text_is_read(case: str) -> None:
    body, lines = CASES[case]
    assert read(docx(body), "a.docx").text.split("\n") == lines


def test_a_whole_report() -> None:
    body = "".join(p("　　" + line) for line in sample.PARAGRAPHS[: sample.BEFORE_TABLE + 1])
    body += tbl(*(list(row) for row in sample.TABLE)) + "".join(p(line) for line in sample.PARAGRAPHS[sample.BEFORE_TABLE + 1 :])
    document = read(docx(body), "a.doc")
    assert (document.format, document.text.split("\n")) == ("docx", sample.lines())


def test_headers_and_footers_stand_beside_the_text() -> None:
    header = p("黑水镇人民政府文件")
    footer = p("第", field("PAGE", r("3")), "页 共", "<w:fldSimple w:instr=' NUMPAGES '>" + r("9") + "</w:fldSimple>", "页")
    document = read(docx(p("青石镇化解96起"), {"header1.xml": header, "header2.xml": header, "footer1.xml": footer}), "a.docx")
    assert document.text == "青石镇化解96起"
    assert document.metadata == {"header": "黑水镇人民政府文件"}


def test_notes_follow_their_paragraph_once() -> None:
    note = f"<w:footnote w:type='separator' w:id='0'>{p('')}</w:footnote><w:footnote w:id='2'>{p('含上年结转7起')}</w:footnote>"
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    document = read(docx(p("化解96起", reference, "。") + p("下一段", reference), {"footnotes.xml": note}), "a.docx")
    assert document.text.split("\n") == ["化解96起。", "含上年结转7起", "下一段"]


def level(depth: int, style: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbered(depth: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def test_lists_carry_their_numbers() -> None:
    shape = (
        level(0, "chineseCounting", "%1、")
        + level(1, "decimal", "（%2）")
        + level(2, "decimal", "%2.%3")
        + level(3, "bullet", "")
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{shape}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>'
    numbering += f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{override}</w:num>'
    styles = (
        f'<w:style w:styleId="a"><w:pPr>{numbered(0)}</w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    rows = [
        (numbered(0), "一、"),
        (numbered(1), "（1）"),
        (numbered(2), "1.1 "),
        (numbered(2), "1.2 "),
        (numbered(1), "（2）"),
        (numbered(3), ""),
        ('<w:pStyle w:val="b"/>', "二、"),
        (numbered(1), "（1）"),
        (numbered(0, 2), "十、"),
        (numbered(0, 2), "十一、"),
        ('<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>', ""),
    ]
    body = "".join(p("事项", properties=properties) for properties, _ in rows)
    text = read(docx(body, {"numbering.xml": numbering, "styles.xml": styles}), "a.docx").text
    assert text.split("\n") == [label + "事项" for _, label in rows]


def test_strict_packages_and_the_xml_of_2003_are_read() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    assert read(docx(p("化解96起"), namespace=strict), "a.docx").text == "化解96起"
    old = (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
        'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">'
        "<w:body><wx:sect><w:p><w:pPr><w:listPr><wx:t wx:val='一、'/></w:listPr></w:pPr><w:r><w:t>化解</w:t></w:r>"
        "<aml:annotation w:type='Word.Deletion'><aml:content><w:r><w:t>41</w:t></w:r></aml:content></aml:annotation>"
        "<aml:annotation w:type='Word.Insertion'><aml:content><w:r><w:t>14起</w:t></w:r></aml:content></aml:annotation>"
        "</w:p></wx:sect></w:body></w:wordDocument>"
    )
    assert read(old.encode(), "a.doc").text == "一、 化解14起"


@pytest.mark.parametrize(
    ("data", "issue"),
    [
        (docx(p("")), "empty"),
        (docx(p("化解96起"))[:-40], "damaged"),
        (docx(p("化解96起"))[:300], "damaged"),
        (docx(p("&x;"), prolog='<!DOCTYPE w [<!ENTITY x "96">]>'), "unsafe"),
        (docx(p("化解96起") + "<w:p>"), "damaged"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/other.xml": "<x/>"}), "damaged"),
        (docx("".join(p("a") for _ in range(500_000))), "too-large"),
        (docx(tbl(*[["a"] * 400] * 260)), "too-large"),
    ],
    ids=["empty", "cut directory", "cut", "document type", "broken XML", "no text part", "bomb", "cells"],
)
def test_what_cannot_be_read_is_said_so(data: bytes, issue: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "a.docx")
    assert caught.value.issue == issue
