"""Builds small Office packages by hand, so that a test shows the very XML that it is about."""

import io
import zipfile
from collections.abc import Mapping, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of `parts`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relations(targets: dict[str, str]) -> str:
    """A relations part: target → kind."""
    entries = "".join(
        f'<Relationship Id="r{number}" Type="{_KIND}{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'


def docx(body: str, parts: dict[str, str] | None = None, prolog: str = "", namespace: str = W) -> bytes:
    """A docx with `body` as the content of its w:body; `parts` adds header1.xml, numbering.xml and so on."""
    parts = parts or {}
    kinds = {name: name.removesuffix(".xml").rstrip("0123456789") for name in parts}
    roots = {name: {"header": "hdr", "footer": "ftr"}.get(kind, kind) for name, kind in kinds.items()}
    filled = {f"word/{name}": f"<w:{roots[name]} {W} {_MORE}>{xml}</w:{roots[name]}>" for name, xml in parts.items()}
    return zipped(
        {
            "[Content_Types].xml": _types({"document.xml": "document.main", **kinds}),
            "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
            "word/document.xml": f"{prolog}<w:document {namespace} {_MORE}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(kinds),
            **filled,
        }
    )


def _types(kinds: dict[str, str]) -> str:
    parts = (f'<Override PartName="/word/{name}" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in kinds.items())
    return f"{_TYPES}{''.join(parts)}</Types>"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is not XML is text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*content: str, properties: str = "") -> str:
    """A cell; content that is not XML is a paragraph."""
    inner = "".join(piece if piece.startswith("<") else p(piece) for piece in content) or p("")
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def tbl(*rows: list[str]) -> str:
    """A table of rows of cells; a cell that is not XML is text."""
    lines = ("".join(cell if cell.startswith("<") else tc(cell) for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def xlsx(
    sheets: Mapping[str, Sequence[Sequence[object]]], formats: list[str] | None = None, hidden: list[str] | None = None
) -> bytes:
    """A workbook; a cell is text, a number, or a number with the place of its format in `formats`, counted from 1."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ids = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    listed = "".join(
        f'<sheet name="{name}" sheetId="{place + 1}" r:id="r{place}" {"state" if name in (hidden or []) else "class"}="hidden"/>'
        for place, name in enumerate(sheets)
    )
    codes = "".join(f"<numFmt numFmtId='{170 + place}' formatCode='{code}'/>" for place, code in enumerate(formats or []))
    uses = "<xf numFmtId='0'/>" + "".join(f"<xf numFmtId='{170 + place}'/>" for place in range(len(formats or [])))
    pages = {
        f"xl/worksheets/sheet{place}.xml": f"<worksheet {main}><sheetData>{_sheet_rows(rows)}</sheetData></worksheet>"
        for place, rows in enumerate(sheets.values())
    }
    targets = {page.removeprefix("xl/"): "worksheet" for page in pages}
    return zipped(
        {
            "[Content_Types].xml": f"{_TYPES}</Types>",
            "_rels/.rels": relations({"xl/workbook.xml": "officeDocument"}),
            "xl/workbook.xml": f"<workbook {main} {ids}><sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations({**targets, "styles.xml": "styles"}),
            "xl/styles.xml": f"<styleSheet {main}><numFmts>{codes}</numFmts><cellXfs>{uses}</cellXfs></styleSheet>",
            **pages,
        }
    )


def _sheet_rows(rows: Sequence[Sequence[object]]) -> str:
    return "".join(f"<row>{''.join(map(_sheet_cell, cells))}</row>" for cells in rows)


def _sheet_cell(cell: object) -> str:
    if isinstance(cell, str):
        return f"<c t='inlineStr'><is><t>{cell}</t></is></c>"
    value, style = cell if isinstance(cell, tuple) else (cell, 0)
    return f"<c s='{style}'><v>{value}</v></c>"
