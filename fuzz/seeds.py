"""Where fuzzing starts from: for each target a few small inputs that reach deep into it, and words to put together."""

from __future__ import annotations

import io
import random
import zipfile
from functools import cache
from pathlib import Path

from extract.library import load_library
from tests.library.small import SMALL
from tests.matching.test_properties import NOISE, SENTENCES
from tests.matching.test_properties import NUMBERED as SIGNS
from tests.reading import sample
from tests.reading.ofd import ofd, printed
from tests.reading.office import docx, p, tbl, xlsx, zipped
from tests.reading.test_html import PAGES

_HERE = Path(__file__).parent
_FIXTURES = _HERE.parent / "tests" / "reading" / "fixtures"
_REPORT = "\n".join(sample.lines())
_NUMERALS = [
    "1,854",
    "1万2千",
    "一百二十三点五万",
    "壹拾贰",
    "百分之九十七点六",
    "廿三",
    "３.３万",
    "两千三百零四",
    "十五六",
    "1 053",
    "4.2亿",
]
_PATTERNS = ["<化解> (<纠纷>) N", "N <纠纷> … <化解>", "化解率 N", "<受理> <复议> N", "（<化解>） N", "N N", "…N"]
#: XML that office files are made of, for the formats whose parts are fuzzed unpacked
_PARTS = {
    "docx": ("tricky.docx", "word/document.xml"),
    "numbering": ("tricky.docx", "word/numbering.xml"),
    "odt": ("tricky.odt", "content.xml"),
}


def seeds(target: str) -> list[bytes]:
    """The inputs to start from."""
    found = [text.encode() for text in _texts(target)] + _files(target)
    return found + [path.read_bytes() for path in sorted((_HERE / "crashes" / target).glob("*"))]


def _texts(target: str) -> list[str]:
    if target == "numerals":
        return _NUMERALS
    if target == "patterns":
        return _PATTERNS
    if target == "library":
        return [SMALL]
    if target in ("quantities", "layout", "matcher", "txt"):
        return [*SENTENCES, _REPORT]
    return []


def _files(target: str) -> list[bytes]:
    if target == "txt":
        return [_REPORT.encode("gb18030"), _REPORT.encode("utf-16"), _REPORT.encode("big5", "replace")]
    if target == "html":
        return [page.encode() for page in PAGES.values()]
    if target == "mhtml":
        head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
        return [f"{head}\r\n{page}\r\n--b--\r\n".encode() for page in list(PAGES.values())[:2]]
    if target in _PARTS:
        name, part = _PARTS[target]
        return [_part((_FIXTURES / name).read_bytes(), part)]
    if target == "wordml":
        return [
            b'<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/'
            b'wordml"><w:body><w:p><w:r><w:t>96</w:t></w:r></w:p></w:body></w:wordDocument>'
        ]
    if target == "ofd":
        return [_part(_ofd(), "Doc_0/Pages/Page_0/Content.xml")]
    if target == "xlsx":
        return [
            _part(xlsx({"a": [list(row) for row in sample.TABLE] + [[1.5, (0.774, 1)]]}, ["0.0%"]), "xl/worksheets/sheet0.xml")
        ]
    if target in ("rtf", "doc", "pdf"):
        names = {"rtf": ["tricky.rtf"], "doc": ["tricky.doc"], "pdf": ["heads.pdf"]}[target]
        return [(_FIXTURES / name).read_bytes() for name in names]
    if target == "archive":
        return [zipped({"a.txt": _REPORT, "b/c.docx": docx(p("化解96起"))}), _ofd()]
    if target == "any":
        small = [docx(p("化解96起") + tbl(["a", "1"])), _REPORT.encode(), _ofd(), (_FIXTURES / "tricky.rtf").read_bytes()]
        return [*small, (_FIXTURES / "printed.pdf").read_bytes()]
    return []


def _ofd() -> bytes:
    return ofd(printed(list(sample.PARAGRAPHS), sample.TABLE, sample.BEFORE_TABLE))


def _part(package: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return opened.read(name)


@cache
def words(target: str) -> list[bytes]:
    """What a mutation may put in: the words that mean something to the target."""
    if target in ("numerals", "quantities", "layout", "matcher"):
        library = load_library()
        vocabulary = [word for chosen in library.word_sets.values() for word in chosen.words][::7]
        units = sorted({unit for metric in library.metrics.values() for unit in (metric.unit, *metric.units)})
        marks = [
            "其中",
            "共",
            "上年",
            "同比下降",
            "分别为",
            "均达",
            "由",
            "降至",
            "未发生",
            "一、",
            "（二）",
            "二、2025年工作计划\n",
            "| ",
            " |\n",
        ]
        return [word.encode() for word in [*vocabulary, *units, *marks, *NOISE, *SIGNS, *_NUMERALS, *SENTENCES] if word]
    if target in ("patterns", "library"):
        from tests.library.test_fuzz import PIECES

        return [piece.encode("utf-8", "replace") for piece in (*PIECES, *_PATTERNS)]
    if target in ("docx", "numbering", "odt", "ofd", "xlsx", "wordml", "html", "mhtml"):
        return [
            b"<",
            b">",
            b"</",
            b"/>",
            b'="',
            b'"',
            b"&amp;",
            b"&#x0;",
            b"1",
            b"-1",
            b"99999999999",
            b"1e9",
            b"NaN",
            b"\xe4\xb8\x80",
            b"",
        ]
    if target == "rtf":
        return [
            b"{",
            b"}",
            b"\\",
            b"\\u-1 ",
            b"\\'b9",
            b"\\bin9999999999 ",
            b"\\uc99 ",
            b"\\row",
            b"\\cell",
            b"\\trowd",
            b"\\field",
            b"\\*",
        ]
    return []


def mutated(data: bytes, seed: int, most: int, target: str) -> bytes:
    """The input after a few edits that keep its words whole; the same for the same seed."""
    chance = random.Random(seed)
    known = words(target)
    for _ in range(chance.choice((1, 1, 2, 4))):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 0, 1, 3, 12, 60)))
        kind = chance.random()
        if kind < 0.5 and known:
            data = data[:start] + chance.choice(known) + data[end:]
        elif kind < 0.7:
            data = data[:start] + data[end:]
        elif kind < 0.85:
            data = data[:end] + data[start:end] * chance.choice((1, 2, 30)) + data[end:]
        else:
            other = chance.choice(seeds_of(target))
            cut = chance.randrange(len(other) + 1)
            data = data[:start] + other[cut : cut + chance.choice((5, 50, 500))] + data[end:]
    return data[:most]


@cache
def seeds_of(target: str) -> tuple[bytes, ...]:
    """The seeds, made once."""
    return tuple(seeds(target)) or (b"",)
