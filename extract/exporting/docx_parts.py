"""The parts of a Word file, as text with blanks; whatever is put in was escaped before."""

from __future__ import annotations

from collections.abc import Sequence

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
#: the faces that official papers are set in; another machine falls back to its own Song and Hei
FONTS = {"title": "方正小标宋简体", "heading": "黑体", "body": "仿宋_GB2312"}
_TEXT_WIDTH = 8840
#: sizes of a number by its characters, so that it fits the narrowest column; how long a short unit is; columns before numbers
_SIZES = ((6, 18), (8, 15), (1_000, 12))
_SHORT, _NAMES = 3, 2
#: the height of a page's text, less a heading, in the unit of drawings
_TALLEST = 7_400_000
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")

RUN = (
    '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
    '<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
)
NOTE_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
#: the number of the page, between dashes as official papers have it
FOOTER = (
    f'{_HEAD}<w:ftr {_W}><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r>'
    '<w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple><w:r><w:rPr><w:sz w:val="28"/></w:rPr>'
    '<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
)
RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
SETTINGS = f"{_HEAD}<w:settings {_W}><w:compat/></w:settings>"
STYLES = (
    f'{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
    f' w:eastAsia="{FONTS["body"]}"/><w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
)


def content_types(charts: int) -> str:
    """What kind each part is."""
    overrides = "".join(f'<Override PartName="/word/charts/chart{n}.xml" ContentType="{_CHART}"/>' for n in range(1, charts + 1))
    word = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
            ("settings", "settings"),
            ("footer1", "footer"),
        )
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}{xml}{word}{overrides}</Types>'


def document_relations(charts: int) -> str:
    """What the document refers to."""
    held = [("styles", "styles.xml"), ("footnotes", "footnotes.xml"), ("settings", "settings.xml"), ("footer", "footer1.xml")]
    rows = [f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{name}"/>' for n, (kind, name) in enumerate(held, 1)]
    rows += [f'<Relationship Id="chart{n}" Type="{_OFFICE}/chart" Target="charts/chart{n}.xml"/>' for n in range(1, charts + 1)]
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def document(body: str) -> str:
    """The document around its body: A4 with the margins of official papers."""
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851"'
        ' w:footer="992" w:gutter="0"/></w:sectPr>'
    )
    return f"{_HEAD}<w:document {_W} {_R}><w:body>{body}{section}</w:body></w:document>"


def paragraph(runs: str, *, align: str, style: str, space: int, indent: bool) -> str:
    """One paragraph; official papers indent by two characters."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    spacing = f'<w:spacing w:after="{space}" w:line="560" w:lineRule="exact"/>'
    first = '<w:ind w:firstLineChars="200" w:firstLine="640"/>' if indent else ""
    return f'<w:p><w:pPr>{named}{spacing}{first}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def footnote(number: int, text: str) -> str:
    """One footnote."""
    run = f'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> {text}</w:t></w:r>'
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}{run}</w:p></w:footnote>'


def footnotes(notes: Sequence[str]) -> str:
    """The part of all footnotes, with the two that Word itself wants."""
    own = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    return f"{_HEAD}<w:footnotes {_W}>{own}{''.join(notes)}</w:footnotes>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table with lines; the first row is its heading, on every page."""
    count = max(len(row) for row in rows)
    # 件 and 人次 need less room than attendances
    first, unit = 1700, 620 if max((len(row[1]) for row in rows), default=0) <= _SHORT else 980
    widths = [first, unit] + [(_TEXT_WIDTH - first - unit) // max(1, count - 2)] * (count - 2)
    edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>' for side in _SIDES)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
    size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
    head = f"<w:tbl><w:tblPr>{size}<w:tblBorders>{edges}</w:tblBorders>{margins}</w:tblPr>"
    lines = [_row(row, widths, heading=number == 0) for number, row in enumerate(rows)]
    return f"{head}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _row(cells: Sequence[str], widths: Sequence[int], *, heading: bool) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if heading else "<w:trPr><w:cantSplit/></w:trPr>"
    written = []
    for place, cell in enumerate(cells):
        align = "center" if heading else "left" if place < 2 else "right"
        fill = '<w:shd w:val="clear" w:fill="E8EEF4"/>' if heading else ""
        font = FONTS["heading"] if heading else "宋体"
        # a number is not to be broken at its comma
        size = 18 if heading or place < _NAMES else next(size for most, size in _SIZES if len(cell) <= most)
        run = RUN.format(font=font, size=size, text=cell)
        written.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{widths[place]}" w:type="dxa"/>{fill}</w:tcPr>'
            f'<w:p><w:pPr><w:spacing w:line="280" w:lineRule="exact"/><w:jc w:val="{align}"/></w:pPr>{run}</w:p></w:tc>'
        )
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"


def drawing(number: int, title: str, bars: int) -> str:
    """The paragraph that holds a chart."""
    width, height = 5_400_000, min(700_000 + 260_000 * max(bars, 2), _TALLEST)
    name = title.replace('"', "&quot;")
    return (
        '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0"'
        f' distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="chart{number}" descr="{name}"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="chart{number}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def chart(title: str, bars: Sequence[tuple[str, float]]) -> str:
    """A native bar chart with its values written into it."""
    names = "".join(f'<c:pt idx="{n}"><c:v>{name}</c:v></c:pt>' for n, (name, _) in enumerate(bars))
    values = "".join(f'<c:pt idx="{n}"><c:v>{value:.10g}</c:v></c:pt>' for n, (_, value) in enumerate(bars))
    count = f'<c:ptCount val="{len(bars)}"/>'
    text = f'<a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>{title}</a:t></a:r>'
    heading = f'<c:title><c:tx><c:rich><a:bodyPr/><a:p>{text}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="2F6690"/></a:solidFill></c:spPr>'
        '<c:invertIfNegative val="0"/><c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strLit>{count}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>#,##0.##</c:formatCode>{count}{values}</c:numLit></c:val></c:ser>"
    )
    axes = (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="b"/><c:crossAx val="1"/></c:valAx>'
    )
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        f' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {_R}><c:chart>{heading}<c:autoTitleDeleted val="0"/>'
        '<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="50"/><c:axId val="1"/><c:axId val="2"/></c:barChart>{axes}</c:plotArea>'
        '<c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )
