"""Files that are not what they say: each is read for what it is, or refused with the reason."""

import struct
from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.reading import Limits, read
from extract.reading.issues import SENTENCES
from extract.reading.kinds import UNSUPPORTED
from tests.reading.ofd import ofd, text
from tests.reading.office import docx, p, xlsx, zipped

FIXTURES = Path(__file__).parent / "fixtures"
SENTENCE = "全年化解纠纷96起。"
WORD = docx(p(SENTENCE))
SUFFIXES = ("报告.doc", "报告.pdf", "报告.txt", "报告.html", "报告")
FORMATS = {
    "txt": SENTENCE.encode("gbk"),
    "html": f"<!DOCTYPE html><html><body><p>{SENTENCE}</p></body></html>".encode(),
    "rtf": b"{\\rtf1\\ansi\\ansicpg936 " + SENTENCE.encode("gbk") + b"}",
    "docx": WORD,
    "xlsx": xlsx({"Sheet1": [[SENTENCE]]}),
    "ofd": ofd([text(SENTENCE, 28, 90)]),
}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", SUFFIXES)
def test_a_wrong_suffix_changes_nothing(kind: str, name: str) -> None:
    document = read(FORMATS[kind], name)
    assert (document.format, document.text) == (kind, SENTENCE)


def renamed(data: bytes, stream: str, name: str) -> bytes:
    """A compound file with a stream under another name."""
    place = data.index(stream.encode("utf-16-le") + b"\0\0")
    entry = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    return data[:place] + entry + data[place + 66 :]


DOC = (FIXTURES / "report.doc").read_bytes()
ODT = "application/vnd.oasis.opendocument.text"
LOCKED = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
)
REFUSED = {
    "no byte": (b"", "empty"),
    "blanks": (b"\r\n  \r\n", "empty"),
    "empty docx": (docx(p("")), "empty"),
    "empty page": (b"<html><body><script>var a=96</script></body></html>", "empty"),
    "cut docx": (WORD[: len(WORD) // 2], "damaged"),
    "docx without its text": (zipped({"[Content_Types].xml": "<Types/>", "vord/document.xml": "<a/>"}), "damaged"),
    "odt without its text": (zipped({"mimetype": ODT, "x": "<a/>"}), "damaged"),
    "cut archive": (zipped({"a.txt": SENTENCE, "b.txt": SENTENCE})[:-30], "damaged"),
    "locked docx": (renamed(DOC, "WordDocument", "EncryptedPackage"), "encrypted"),
    "locked odt": (zipped({"mimetype": ODT, "content.xml": "x", "META-INF/manifest.xml": LOCKED}), "encrypted"),
    "locked pdf": ((FIXTURES / "locked.pdf").read_bytes(), "encrypted"),
    "cut pdf": ((FIXTURES / "report.pdf").read_bytes()[:300], "damaged"),
    "old spreadsheet": (renamed(DOC, "WordDocument", "Workbook"), "unsupported"),
    "program": (b"MZ" + bytes(200), "unsupported"),
    "music": (b"ID3\x04\x00" + bytes(range(256)) * 20, "not-text"),
    "archive in an archive": (zipped({"a.zip": zipped({"b.txt": SENTENCE})}), "unsupported"),
}


@pytest.mark.parametrize("trap", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(trap: str) -> None:
    data, wanted = REFUSED[trap]
    with pytest.raises(ReadError) as caught:
        read(data, "报告.docx")
    assert (caught.value.issue, caught.value.name.partition("!")[0]) == (wanted, "报告.docx")
    assert str(caught.value).endswith(".")


def test_a_number_split_over_two_pages_is_one_number() -> None:
    filled = "全镇上下同心协力扎实推进各项工作落到实处取得明显成效全年"
    first = text("　" * 0 + filled[:26] + "1", 28, 260) + text("— 1 —", 100, 280)
    pages = [text(filled[:26] + "为", 28, 200) + text(filled[:26] + "同", 28, 210) + text(filled[:26] + "等", 28, 220) + first]
    pages.append(text("24起矛盾纠纷得到化解。", 28, 30) + text("— 2 —", 100, 280))
    document = read(ofd(pages), "a.ofd")
    assert "124起矛盾纠纷" in document.text
    place = document.text.index("24起")
    assert (document.page_of(place - 1), document.page_of(place)) == (1, 2)


def test_every_reason_has_its_sentence() -> None:
    codes = {code for _, code in REFUSED.values()}
    assert codes <= set(SENTENCES)
    assert "zip" not in UNSUPPORTED


def test_characters_are_limited_in_every_format() -> None:
    for kind, data in FORMATS.items():
        with pytest.raises(ReadError) as caught:
            read(data, f"a.{kind}", Limits(characters=4))
        assert caught.value.issue == "too-large", kind
