import os
from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.reading import Limits, read


def issue_of(source: Path | str | bytes, name: str = "", limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read(source, name, limits or Limits())
    return caught.value.issue


def test_a_text_is_kept_character_by_character(tmp_path: Path) -> None:
    text = "  青石镇　2024年\r\n\r\n化解\x0b９６ 起\n\x00尾"
    path = tmp_path / "报告.txt"
    path.write_bytes(text.encode())
    document = read(path)
    assert (document.text, document.name, document.format) == (text, "报告.txt", "txt")
    assert len(document.sha256) == 64


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("# 标题\n化解96起".encode(), "a.md", "md"),
        ("化解96起".encode(), "a.docx", "txt"),
        ("<!DOCTYPE html><p>化解96起".encode(), "a.doc", "html"),
        ("<html><p>化解96起".encode("utf-16"), "a.txt", "html"),
        ("说明</p><p>化解96起</p>".encode(), "a.htm", "html"),
        ("说明<p>化解96起</p>".encode(), "a.txt", "txt"),
        ("Content-Type: 说明，化解96起".encode(), "a.txt", "txt"),
    ],
)
def test_the_content_tells_the_format(data: bytes, name: str, kind: str) -> None:
    assert read(data, name).format == kind


@pytest.mark.parametrize(
    ("data", "issue"),
    [
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "unsupported"),
        (b"Rar!\x1a\x07\x01" + bytes(50), "unsupported"),
        (b"\x7fELF" + bytes(50), "unsupported"),
        (b"PK\x03\x04" + bytes(50), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "damaged"),
    ],
)
def test_other_files_are_named(data: bytes, issue: str) -> None:
    assert issue_of(data, "a.doc") == issue


def test_what_is_no_file_is_said_so(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert issue_of(tmp_path / "nothing.txt") == "missing"
    assert issue_of(tmp_path) == "not-a-file"
    assert issue_of(pipe) == "not-a-file"
    assert issue_of("a\x00b") == "unreadable"


def test_limits_hold() -> None:
    assert issue_of(b"a" * 101, "a.txt", Limits(scan_bytes=100)) == "too-large"
    assert issue_of(b"a" * 101, "a.txt", Limits(file_bytes=100)) == "too-large"
    assert issue_of(b"a" * 101, "a.txt", Limits(characters=100)) == "too-large"
