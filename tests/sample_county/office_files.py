"""Writes a minimal Word file by hand: the same bytes for the same text on every machine."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.sample_county.blocks import Block, blocks_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES = (
    f'{XML}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONSHIPS = (
    f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
FONT = '<w:rFonts w:ascii="FangSong" w:hAnsi="FangSong" w:eastAsia="FangSong"/>'
ALIGNMENT = {"title": "center", "signature": "right"}
BEGINNING_OF_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def docx_bytes(text: str, half_points: int = 28) -> bytes:
    """The report as a Word file in the size given, titles centred and tables drawn."""
    body = "".join(block_xml(block, half_points) for block in blocks_of(text))
    margins = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1361" w:bottom="1247" w:left="1361"/>'
    document = f'{XML}<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr>{margins}</w:sectPr></w:body></w:document>'
    parts = {"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONSHIPS, "word/document.xml": document}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, BEGINNING_OF_ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # otherwise the byte differs between Windows and the rest
            archive.writestr(info, content)
    return buffer.getvalue()


def block_xml(block: Block, half_points: int) -> str:
    """One block as WordprocessingML."""
    if block.kind == "table":
        return table_xml(block.rows, half_points)
    size = half_points + 8 if block.kind == "title" else half_points
    indent = "" if block.kind in ALIGNMENT else f'<w:ind w:firstLine="{size * 20}"/>'
    align = f'<w:jc w:val="{ALIGNMENT.get(block.kind, "both")}"/>'
    bold = "<w:b/>" if block.kind in {"title", "heading"} else ""
    return paragraph_xml(block.text, indent + align, f'{FONT}{bold}<w:sz w:val="{size}"/>')


def paragraph_xml(text: str, layout: str, letters: str) -> str:
    """One paragraph of one run."""
    run = f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{layout}</w:pPr>{run}</w:p>"


def table_xml(rows: tuple[tuple[str, ...], ...], half_points: int) -> str:
    """A ruled table, one paragraph a cell."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    width = 9000 // len(rows[0])
    grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    letters = f'{FONT}<w:sz w:val="{half_points - 4}"/>'
    body = ""
    for row in rows:
        cells = (paragraph_xml(cell, '<w:jc w:val="center"/>', letters) for cell in row)
        body += (
            "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{c}</w:tc>' for c in cells) + "</w:tr>"
        )
    return f"<w:tbl><w:tblPr><w:tblBorders>{rules}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
