from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.reading import read
from tests.reading import sample
from tests.reading.ofd import ofd, printed, text

SCAN = Path(__file__).parent / "fixtures" / "scan.jpg"
LINES = list(sample.PARAGRAPHS)


@pytest.mark.parametrize("single", [False, True], ids=["lines", "characters"])
@pytest.mark.parametrize("first", [30.0, 120.0, 145.0, 160.0, 200.0])
def test_a_report_comes_back_wherever_its_pages_break(single: bool, first: float) -> None:
    document = read(ofd(printed(LINES, sample.TABLE, sample.BEFORE_TABLE, single, first)), "a.ofd")
    assert document.format == "ofd"
    assert document.text.split("\n") == sample.lines()
    for page in document.pages:
        for box in page.boxes:
            assert page.start <= box.start < box.end <= page.end
            assert 0 <= box.left < box.right <= 1


def test_steps_may_be_written_short() -> None:
    code = '<ofd:TextCode X="0" Y="4" DeltaX="g 2 5 2.5 2.5">化解96起</ofd:TextCode>'
    line = f'<ofd:TextObject Boundary="20 50 90 6" Size="5">{code}</ofd:TextObject>'
    assert read(ofd([line]), "a.ofd").text == "化解96起"


def test_page_numbers_and_heads_are_left_out() -> None:
    pages = [
        text("黑水镇简报第8期", 60, 12) + text(f"第{n}段化解{n}6起。", 28, 90) + text(f"— {n} —", 100, 280) for n in (1, 2, 3)
    ]
    document = read(ofd(pages), "a.ofd")
    assert document.text.split("\n") == ["第1段化解16起。", "第2段化解26起。", "第3段化解36起。"]
    assert document.metadata == {"header": "黑水镇简报第8期"}


def test_a_picture_of_a_page_needs_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="4"/>'
    resources = (
        '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="4">'
        "<ofd:MediaFile>a.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    )
    file = ofd(
        [picture, text("化解96起，调解成功率达到百分之九十八以上", 28, 90)],
        {"Doc_0/DocumentRes.xml": resources, "Doc_0/Res/a.jpg": SCAN.read_bytes()},
    )
    monkeypatch.setattr("extract.reading.ofd.recogniser", lambda: None)
    document = read(file, "a.ofd")
    assert [warning.code for warning in document.warnings] == ["needs-ocr"]
    assert document.text.startswith("化解96起")
    with pytest.raises(ReadError) as caught:
        read(ofd([picture]), "a.ofd")
    assert caught.value.issue == "needs-ocr"


@pytest.mark.parametrize(
    ("data", "issue"),
    [
        (ofd([""]), "empty"),
        (ofd([text("a", 1, 1)])[:200], "damaged"),
        (ofd([text("a", 1, 1)], {"Encryptions.xml": "<a/>"}), "encrypted"),
    ],
)
def test_what_cannot_be_read_is_said_so(data: bytes, issue: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "a.ofd")
    assert caught.value.issue == issue
