"""Builds OFD files by hand, as converters of Chinese offices write them."""

from collections.abc import Iterable

from tests.reading.office import zipped

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_WIDTH, _HEIGHT, _MARGIN, _EM, _PITCH = 210.0, 297.0, 28.0, 5.6, 9.8
_CHARACTERS = 27
_NEVER_FIRST = "，。、；：！？）》”％%"


def ofd(pages: Iterable[str], extra: dict[str, str | bytes] | None = None) -> bytes:
    """An OFD file of pages, each the XML of its objects."""
    contents = list(pages)
    listed = "".join(f'<ofd:Page ID="{n + 1}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(contents)))
    box = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {_WIDTH} {_HEIGHT}</ofd:PhysicalBox></ofd:PageArea>"
    resources = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>" if extra else ""
    parts: dict[str, str | bytes] = {
        "OFD.xml": f"<ofd:OFD {_SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_SPACE}><ofd:CommonData>{box}{resources}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, content in enumerate(contents):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {_SPACE}><ofd:Content><ofd:Layer ID='1'>{content}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped({**parts, **(extra or {})})


def printed(
    lines: list[str], rows: tuple[tuple[str, ...], ...], rows_after: int, single: bool = False, first: float = 30.0
) -> list[str]:
    """The pages of a report: paragraphs indented and broken at the margin, a ruled table behind one of them.

    With `single` every character is an object of its own.
    """
    pages, objects, top = [], "", first

    def room(needed: float) -> None:
        nonlocal pages, objects, top
        if top + needed > _HEIGHT - 28:
            pages.append(objects)
            objects, top = "", 30.0

    for place, line in enumerate(lines):
        for number, part in enumerate(_broken(line, place == 0)):
            room(_PITCH)
            left = (_WIDTH - len(part) * _EM) / 2 if place == 0 else _MARGIN + (2 * _EM if number == 0 else 0)
            objects += text(part, left, top, single)
            top += _PITCH
        if place == rows_after:
            room(_PITCH * len(rows))
            objects += table(rows, top)
            top += _PITCH * (len(rows) + 1)
    return [*pages, objects]


def _broken(line: str, title: bool) -> list[str]:
    """A paragraph's lines as a word processor breaks them."""
    parts, start, width = [], 0, 2.0 if not title else 0.0
    for place, character in enumerate(line):
        advance = 1.0 if character >= "\u2000" else 0.5
        if (
            width + advance > _CHARACTERS
            and character not in _NEVER_FIRST
            and not (character.isdigit() and line[place - 1].isdigit())
        ):
            parts.append(line[start:place])
            start, width = place, 0.0
        width += advance
    return [*parts, line[start:]]


def text(line: str, left: float, top: float, single: bool = False) -> str:
    """Print at a place."""
    if not single:
        steps = " ".join(str(_EM if character >= "\u2000" else _EM / 2) for character in line[:-1])
        return _object(line, left, top, f'DeltaX="{steps}"' if steps else "")
    objects = ""
    for character in line:
        objects += _object(character, left, top, "")
        left += _EM if character >= "\u2000" else _EM / 2
    return objects


def _object(line: str, left: float, top: float, steps: str) -> str:
    return (
        f'<ofd:TextObject ID="9" Boundary="{left} {top} {len(line) * _EM} {_EM}" Font="3" Size="{_EM}">'
        f'<ofd:TextCode X="0" Y="{_EM * 0.88}" {steps}>{line}</ofd:TextCode></ofd:TextObject>'
    )


def table(rows: tuple[tuple[str, ...], ...], top: float) -> str:
    """A ruled table over the width of the page."""
    width = (_WIDTH - 2 * _MARGIN) / len(rows[0])
    objects = ""
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            objects += text(cell, _MARGIN + place * width + 1, top + number * _PITCH + 2)
    across = "".join(f"M 0 {n * _PITCH} L {width * len(rows[0])} {n * _PITCH} " for n in range(len(rows) + 1))
    down = "".join(f"M {n * width} 0 L {n * width} {_PITCH * len(rows)} " for n in range(len(rows[0]) + 1))
    data = f"<ofd:AbbreviatedData>{across}{down}</ofd:AbbreviatedData>"
    boundary = f"{_MARGIN} {top} {width * len(rows[0])} {_PITCH * len(rows)}"
    return objects + f'<ofd:PathObject ID="8" Boundary="{boundary}">{data}</ofd:PathObject>'
