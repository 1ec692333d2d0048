"""Archives: every file in them by itself, and bombs refused before they go off."""

import io
import zipfile

import pytest

from extract.errors import ReadError
from extract.reading import Document, read, read_all
from tests.reading.office import docx, p, zipped


def test_the_files_of_an_archive_are_files_of_their_own() -> None:
    inner = zipped({"c.txt": "化解1起"})
    archive = zipped(
        {
            "b/报告.txt": "化解96起".encode("gbk"),
            "a.docx": docx(p("化解12起")),
            "坏.docx": b"PK\x03\x04",
            "内.zip": inner,
            "__MACOSX/._a.docx": b"x",
            "~$a.docx": b"x",
        }
    )
    found = {
        result.name: result.text if isinstance(result, Document) else result.issue for result in read_all(archive, "全县.zip")
    }
    assert found == {
        "全县.zip!a.docx": "化解12起",
        "全县.zip!b/报告.txt": "化解96起",
        "全县.zip!内.zip": "unsupported",
        "全县.zip!坏.docx": "damaged",
    }


def test_an_archive_of_one_file_is_that_file_and_of_several_is_none() -> None:
    document = read(zipped({"a.txt": "化解96起"}), "镇/a.zip")
    assert (document.text, document.name) == ("化解96起", "镇/a.zip")
    with pytest.raises(ReadError, match="2 files"):
        read(zipped({"a.txt": "化解96起", "b.txt": "x"}), "a.zip")
    assert list(read_all(zipped({}), "a.zip")) == []


def test_names_written_by_chinese_windows_are_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        entry = zipfile.ZipInfo("占位占位.txt")
        archive.writestr(entry, "化解96起")
    data = buffer.getvalue()
    written, named = "占位占位.txt".encode(), "青石镇镇镇.txt".encode("gbk").ljust(16, b"_")
    data = data.replace(written, named)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flags = data.index(signature) + place
        data = data[:flags] + b"\x00\x00" + data[flags + 2 :]
    [document] = read_all(data, "a.zip")
    assert document.name.startswith("a.zip!青石镇镇镇.txt")


def test_a_locked_member_is_said_to_be_locked() -> None:
    data = zipped({"a.txt": "化解96起"})
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flags = data.index(signature) + place
        data = data[:flags] + b"\x01\x00" + data[flags + 2 :]
    [error] = read_all(data, "a.zip")
    assert isinstance(error, ReadError)
    assert error.issue == "encrypted"
