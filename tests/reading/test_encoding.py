import re

import pytest

from extract.errors import ReadError
from extract.reading import read
from extract.reading.encoding import decode
from tests.reading import sample
from tests.timing import assert_grows

SIMPLIFIED = "\n".join(sample.lines())
RARE = "㐀𠀀镕堃乡共有3个村，化解纠纷12起。"  # the first two take four bytes in GB18030
TRADITIONAL = "青石鎮二○二四年法治政府建設情況報告\n全年排查矛盾糾紛124起，調解成功96起，發放宣傳資料3200餘份。"


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "utf-16", "utf-16-le"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (RARE, "gb18030", "gb18030"),
        (RARE, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "utf-8", "utf-8"),
        ("青石镇", "gbk", "gb18030"),
        ("青石镇法治政府建设", "utf-16-le", "utf-16-le"),
        ("全年化解纠纷96起\r\n　　其中…\r\n", "gbk", "gb18030"),
        ("plain words, 12 of them", "ascii", "utf-8"),
    ],
)
def test_every_encoding_gives_the_same_text(text: str, written: str, told: str) -> None:
    document = read(text.encode(written), "报告.txt")
    assert (document.text, document.encoding, document.warnings) == (text, told, ())


# without marks to hold on to, a lost byte in UTF-16 or Big5 shifts what follows; a changed one must not
@pytest.mark.parametrize("place", [40, 201, 333])
@pytest.mark.parametrize(
    ("encoding", "broken"),
    [("utf-8", b"\xff"), ("utf-8", b""), ("gbk", b"\xff"), ("gbk", b""), ("utf-16-le", b"\xff"), ("big5", b"\xff")],
)
def test_one_broken_byte_costs_no_more_than_its_neighbours(encoding: str, place: int, broken: bytes) -> None:
    text = TRADITIONAL * 8 if encoding == "big5" else SIMPLIFIED
    data = text.encode(encoding)
    found = decode(data[:place] + broken + data[place + 1 :]).text
    kept = 0
    while found[kept : kept + 1] == text[kept]:
        kept += 1
    rest = len(text) - kept - 4
    assert found[-rest:] == text[-rest:]


def test_losses_are_counted_and_told() -> None:
    data = SIMPLIFIED.encode("utf-8").replace("镇".encode(), b"\xe9\x95", 1)
    document = read(data, "a.txt")
    assert [warning.code for warning in document.warnings] == ["encoding-doubtful"]
    assert document.text.count("\ufffd") == 1
    [warning] = read(data + SIMPLIFIED.encode() * 9, "a.txt").warnings
    assert warning.code == "encoding-replaced"
    assert warning.message.startswith("1 of ")


@pytest.mark.parametrize(
    ("data", "issue"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        ("　　\n".encode(), "empty"),
        (bytes(range(256)) * 8, "not-text"),
        (bytes(4000), "empty"),
        (b"\x01\x02\x03\x04" * 40, "not-text"),
        (re.sub(b"[\x80-\x8f]", b"\xff", SIMPLIFIED.encode("utf-8")), "encoding-unreadable"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, issue: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "a.txt")
    assert (caught.value.issue, caught.value.name) == (issue, "a.txt")


def test_damage_everywhere_takes_no_longer_than_the_limit_allows() -> None:
    data = re.sub(b"[\xb0-\xb3]", b"\xff\xff", SIMPLIFIED.encode("gbk"))

    def refused(times: int) -> None:
        with pytest.raises(ReadError, match="could not be read"):
            read(data * times, "a.txt")

    assert_grows(lambda: refused(75), lambda: refused(300), at_most=8)
