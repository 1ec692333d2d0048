"""OFD, the fixed page format of Chinese public bodies (GB/T 33190): print with its places, as in a PDF."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from extract.reading.archive import Archive
from extract.reading.document import Document, ReadWarning
from extract.reading.issues import issue
from extract.reading.layout import Piece, Rule, Sheet, beside_joined
from extract.reading.layout_margins import without_margins
from extract.reading.layout_text import PageText
from extract.reading.limits import Limits
from extract.reading.scan import decoded_pages, recogniser
from extract.reading.watched import picture_begins
from extract.reading.xml import attribute, child, local, parse_xml

VERSION = "ofd/1"
_A4 = (0.0, 0.0, 210.0, 297.0)
_POINTS = 72 / 25.4
_FEW = 20
_PICTURE_SHARE = 0.5
_MOST_REPEATS = 10_000


def read_ofd(data: bytes, limits: Limits) -> Document:
    """The text of all pages of all documents in the file; pages that are pictures go to the reader of scans."""
    book = _Book(Archive(data, limits), limits)
    sheets = list(book.sheets())
    margins = without_margins(sheets)
    text = PageText().add(sheets)
    if book.unread and not text.text.strip():
        raise issue("needs-ocr")
    return Document(
        text.text,
        reader=book.version,
        pages=tuple(text.pages),
        metadata=margins,
        warnings=book.warnings(),
    )


class _Book:
    """The pages of an OFD archive, and which of them were pictures."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._names = {name.lower().lstrip("/"): name for name in archive.names()}
        self._pictures: dict[str, str] = {}
        self._scans = 0
        self.unread: list[int] = []
        self.version = VERSION
        if any(name.endswith("encryptions.xml") for name in self._names):
            raise issue("encrypted")

    def sheets(self) -> Iterator[Sheet]:
        """The pages in order."""
        number = 0
        for root in self._roots():
            document = self._parse(root)
            folder = posixpath.dirname(root)
            self._pictures = self._resources(document, folder)
            common = child(document, "CommonData", "PageArea")
            pages = child(document, "Pages")
            for page in pages if pages is not None else ():
                number += 1
                if number > self._limits.pages:
                    raise issue("too-large", f"{self._limits.pages} pages")
                yield self._sheet(self._parse(_joined(folder, attribute(page, "BaseLoc"))), common, number)

    def warnings(self) -> tuple[ReadWarning, ...]:
        """The pages that were recognised from pictures, and those that were not read."""
        found = []
        if self.unread:
            found.append(
                ReadWarning("needs-ocr", f"Pages {', '.join(map(str, self.unread[:20]))} are pictures and were not read.")
            )
        if self._scans:
            found.append(ReadWarning("ocr", f"{self._scans} pages were recognised from pictures; check their figures."))
        return tuple(found)

    def _roots(self) -> Iterator[str]:
        for body in self._parse("OFD.xml"):
            root = child(body, "DocRoot")
            if root is not None and (root.text or "").strip():
                yield _joined("", (root.text or "").strip())

    def _parse(self, part: str) -> etree._Element:
        if part.lower() not in self._names:
            raise issue("damaged", f"{part} is missing")
        return parse_xml(self._archive.read(self._names[part.lower()]))

    def _resources(self, document: etree._Element, folder: str) -> dict[str, str]:
        """The pictures in the file, by their ids."""
        found: dict[str, str] = {}
        for kind in ("PublicRes", "DocumentRes"):
            place = child(document, "CommonData", kind)
            part = _joined(folder, (place.text or "").strip()) if place is not None else ""
            if part.lower() not in self._names:
                continue
            root = self._parse(part)
            base = _joined(posixpath.dirname(part), attribute(root, "BaseLoc"))
            for media in root.iter():
                file = child(media, "MediaFile")
                if local(media) == "MultiMedia" and file is not None:
                    found[attribute(media, "ID")] = _joined(base, (file.text or "").strip())
        return found

    def _sheet(self, page: etree._Element, common: etree._Element | None, number: int) -> Sheet:
        box = child(page, "Area", "PhysicalBox")
        box = box if box is not None else child(common, "PhysicalBox")
        _, _, width, height = (_four(box.text or "") if box is not None else None) or _A4
        sheet = Sheet(number, width, height)
        pictures: list[tuple[float, str]] = []
        content = child(page, "Content")
        for item in content.iter() if content is not None else ():
            frame = _four(attribute(item, "Boundary"))
            if frame is None:
                continue
            kind = local(item)
            if kind == "TextObject":
                sheet.pieces.extend(_pieces(item, frame))
            elif kind == "PathObject":
                sheet.rules.extend(_rules(item, frame))
            elif kind == "ImageObject":
                pictures.append((frame[2] * frame[3], attribute(item, "ResourceID")))
        printed = sum(len(piece.text) for piece in sheet.pieces)
        if printed < _FEW and pictures and max(pictures)[0] > _PICTURE_SHARE * width * height:
            return self._scan(sheet, max(pictures)[1])
        sheet.pieces = beside_joined(sheet.pieces, sheet.rules)
        return _in_points(sheet)

    def _scan(self, sheet: Sheet, picture: str) -> Sheet:
        picture_begins(self._limits)
        found = recogniser()
        part = self._pictures.get(picture, "").lower()
        if found is None or part not in self._names:
            self.unread.append(sheet.number)
            return Sheet(sheet.number, sheet.width, sheet.height)
        self._scans += 1
        self.version = f"{VERSION} {found.version}"
        image = next(decoded_pages(self._archive.read(self._names[part]), self._limits))
        return found.sheet(image, sheet.number, _POINTS * sheet.width, _POINTS * sheet.height)


def _in_points(sheet: Sheet) -> Sheet:
    """The sheet, which OFD measures in millimetres, in the points that the layout is told in."""
    for piece in sheet.pieces:
        piece.left, piece.top, piece.right, piece.bottom, piece.em = (
            _POINTS * value for value in (piece.left, piece.top, piece.right, piece.bottom, piece.em)
        )
    for rule in sheet.rules:
        rule.left, rule.top, rule.right, rule.bottom = (
            _POINTS * value for value in (rule.left, rule.top, rule.right, rule.bottom)
        )
    return Sheet(sheet.number, _POINTS * sheet.width, _POINTS * sheet.height, sheet.pieces, sheet.rules)


def _pieces(item: etree._Element, frame: tuple[float, float, float, float]) -> Iterator[Piece]:
    """The stretches of print in a text object, each with its own start."""
    size = _number(attribute(item, "Size"), 4.0)
    scale = _numbers(attribute(item, "CTM")) or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    if len(scale) != 6:
        return
    across, down = scale[0] or 1.0, scale[3] or 1.0
    wide = abs(across) * _number(attribute(item, "HScale"), 1.0)
    for code in item:
        text = (code.text or "").replace("\n", "") if local(code) == "TextCode" else ""
        if not text.strip():
            continue
        steps = _steps(attribute(code, "DeltaX"))
        left = frame[0] + across * _number(attribute(code, "X"), 0.0) + scale[4]
        base = frame[1] + down * _number(attribute(code, "Y"), 0.0) + scale[5]
        ends = [0.0]
        for place, character in enumerate(text):
            natural = size * (1.0 if character >= "\u2000" else 0.5)
            ends.append(ends[-1] + (steps[place] if place < len(steps) else natural))
        last = size * (1.0 if text[-1] >= "\u2000" else 0.5)
        right = left + wide * (ends[len(text) - 1] + last)
        tall = size * abs(down)
        yield Piece(text, left, base - 0.88 * tall, right, base + 0.12 * tall, em=tall)


def _steps(text: str) -> list[float]:
    """The steps between characters; `g 4 3.5` stands for four times 3.5."""
    words = text.split()
    found: list[float] = []
    place = 0
    while place < len(words):
        if words[place] == "g" and place + 2 < len(words):
            count = int(_number(words[place + 1], 0))
            found += [_number(words[place + 2], 0.0)] * max(0, min(count, _MOST_REPEATS))
            place += 3
        else:
            found.append(_number(words[place], 0.0))
            place += 1
    return found


def _rules(item: etree._Element, frame: tuple[float, float, float, float]) -> Iterator[Rule]:
    """The straight strokes of a shape."""
    left, top, width, height = frame
    if min(width, height) <= 1.0 < max(width, height):
        yield Rule(left, top, left + width, top + height)
        return
    data = child(item, "AbbreviatedData")
    words = (data.text or "").split() if data is not None else []
    here = start = (0.0, 0.0)
    for place, word in enumerate(words[:2_000]):
        if word == "C":
            yield from _stroke(here, start, left, top)
        if word not in ("M", "S", "L") or place + 2 >= len(words):
            continue
        point = (_number(words[place + 1], 0.0), _number(words[place + 2], 0.0))
        if word == "L":
            yield from _stroke(here, point, left, top)
        else:
            start = point
        here = point


def _stroke(one: tuple[float, float], other: tuple[float, float], left: float, top: float) -> Iterator[Rule]:
    across, down = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if min(across[1] - across[0], down[1] - down[0]) < 0.5:
        yield Rule(left + across[0], top + down[0], left + across[1], top + down[1])


def _numbers(text: str) -> list[float]:
    return [_number(word, 0.0) for word in text.split()]


def _four(text: str) -> tuple[float, float, float, float] | None:
    numbers = _numbers(text)
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


def _number(text: str, otherwise: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return otherwise
    return value if abs(value) < 1e6 else otherwise


def _joined(folder: str, name: str) -> str:
    return posixpath.normpath(name if name.startswith("/") else posixpath.join(folder, name)).lstrip("/")
