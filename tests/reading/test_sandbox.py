"""Files are read in a process of their own: whatever a file does to it, there is one reason, and the next file is read."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import extract
from extract.errors import ReadError
from extract.reading import Document, read
from extract.reading.confined import IDLE, PLACE, Desk
from extract.reading.limits import Limits
from extract.reading.sandbox import Sandbox
from extract.reading.watched import watch_over
from tests.poison import DEEDS, left_behind, poison, poisoned
from tests.reading import sample
from tests.reading.office import docx, p, zipped

FIXTURES = Path(__file__).parent / "fixtures"
GOOD = docx(p("全年化解纠纷96起。"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX systems")


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """One process for all tests, in which poison works; it is started again where a file brought it down."""
    with poisoned(tmp_path_factory.mktemp("sandbox")), Sandbox() as sandbox:
        yield sandbox


@pytest.mark.parametrize(
    "name",
    ["report.docx", "report.doc", "report.rtf", "report.odt", "report.pdf", "tricky.docx", "heads.pdf"],
)
def test_a_document_comes_over_whole(sandbox: Sandbox, name: str) -> None:
    assert sandbox.read(FIXTURES / name) == read(FIXTURES / name)


def test_texts_and_bytes_and_names(sandbox: Sandbox) -> None:
    text = "全年化解纠纷96起。".encode("gbk")
    assert sandbox.read(text, "a.txt") == read(text, "a.txt")
    page = "<p>全年排查化解矛盾纠纷96起，办结率百分之百。</p>".encode() * 40 + b"<p>\xed\xa0\x80</p>"
    assert sandbox.read(page, "a.html") == read(page, "a.html")
    assert sandbox.read(GOOD, "甲.docx").name == "甲.docx"
    assert extract.read(FIXTURES / "report.docx").text.split("\n") == sample.lines()


@pytest.mark.parametrize(
    ("data", "issue"), [(b"", "empty"), (GOOD[:300], "damaged"), (zipped({"a.txt": "甲", "b.txt": "乙"}), "archive")]
)
def test_errors_come_over_whole(sandbox: Sandbox, data: bytes, issue: str) -> None:
    with pytest.raises(ReadError) as here:
        read(data, "a.docx")
    with pytest.raises(ReadError) as apart:
        sandbox.read(data, "a.docx")
    assert (apart.value.issue, apart.value.name, str(apart.value)) == (issue, "a.docx", str(here.value))


@posix
@pytest.mark.parametrize("deed", DEEDS)
def test_poison_is_one_reason_and_the_next_file_is_read(sandbox: Sandbox, deed: str) -> None:
    with pytest.raises(ReadError) as caught:
        sandbox.read(poison(deed), "毒.rtf")
    assert (caught.value.issue, caught.value.name) == (DEEDS[deed][1], "毒.rtf")
    assert sandbox.read(GOOD, "a.docx").text == "全年化解纠纷96起。"
    assert not left_behind("sleep 987")


@posix
def test_poison_in_an_archive_costs_its_own_file_alone(sandbox: Sandbox) -> None:
    archive = zipped({"a.docx": GOOD, "b.rtf": poison("exits"), "c.docx": GOOD, "d.rtf": poison("raises"), "e.txt": "化解3起"})
    found = []
    for outcome in sandbox.read_all(archive, "全县.zip"):
        found.append((outcome.name, outcome.issue if isinstance(outcome, ReadError) else outcome.text))
        # another file in between must not be taken for one of the archive's
        assert sandbox.read(GOOD, "另.docx").name == "另.docx"
    assert found == [
        ("全县.zip!a.docx", "全年化解纠纷96起。"),
        ("全县.zip!b.rtf", "crashed"),
        ("全县.zip!c.docx", "全年化解纠纷96起。"),
        ("全县.zip!d.rtf", "damaged"),
        ("全县.zip!e.txt", "化解3起"),
    ]
    assert [outcome for outcome in sandbox.read_all(FIXTURES / "report.docx") if isinstance(outcome, Document)]


def test_limits_go_along() -> None:
    with Sandbox(Limits(characters=5)) as small, pytest.raises(ReadError) as caught:
        small.read(GOOD, "a.docx")
    assert caught.value.issue == "too-large"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_memory_is_bounded_by_what_the_file_holds() -> None:
    """A page of print may not have what a picture may: the same file is refused under a bound that only pictures are free of."""
    with Sandbox(Limits(memory=1_000_000)) as tight:
        with pytest.raises(ReadError) as caught:
            tight.read(docx(p("化解96起。") * 20_000), "a.docx")
        assert caught.value.issue in ("too-large", "crashed")


@pytest.fixture
def healthy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes started here know no poison, which also shortens every time."""
    monkeypatch.delenv("PYTHONPATH", raising=False)


class Heard:
    """A watch that remembers what it is told."""

    def __init__(self) -> None:
        self.pictures: list[Limits] = []

    def member(self, number: int, seconds: float) -> None:
        raise AssertionError("a picture is no archive")

    def picture(self, limits: Limits) -> None:
        self.pictures.append(limits)


@pytest.mark.usefixtures("healthy")
def test_a_page_that_is_a_picture_brings_its_own_time() -> None:
    """By what the file holds, whatever its name is; the first page of a file also waits for the recogniser to be loaded."""
    limits = Limits(seconds=20, scan_page_seconds=300)
    heard = Heard()
    watch_over(heard)
    try:
        assert "化解96起" in read((FIXTURES / "scan.jpg").read_bytes(), "报告.pdf", limits).text
    finally:
        watch_over(None)
    assert set(heard.pictures) == {limits}
    with Sandbox(limits) as patient:
        assert "化解96起" in patient.read((FIXTURES / "scan.jpg").read_bytes(), "报告.pdf").text


def test_a_desk_allows_each_part_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "place"
    place.write_bytes(PLACE.pack(IDLE, 0, 0, 0.0))
    monkeypatch.setattr(Desk, "_cap", lambda desk, more: None)
    monkeypatch.setattr("extract.reading.confined.signal.alarm", lambda seconds: None, raising=False)
    limits = Limits(seconds=2, scan_page_seconds=300)
    with (tmp_path / "sink").open("wb") as sink:
        desk = Desk(str(place), limits, sink)
        allowed = []
        for begins in (
            lambda: desk.begin(0, 2),
            lambda: desk.picture(limits),
            lambda: desk.picture(limits),
            lambda: desk.member(1, 2),
            desk.pause,
            desk.rest,
        ):
            begins()
            allowed.append(PLACE.unpack(place.read_bytes())[3])
    assert allowed == [2, 302, 300, 2, 0, 0]


@posix
@pytest.mark.usefixtures("healthy")
def test_a_page_that_hangs_is_ended_after_its_own_time() -> None:
    with Sandbox(Limits(seconds=0.5, scan_page_seconds=0.1)) as hasty, pytest.raises(ReadError) as caught:
        hasty.read(FIXTURES / "scan.jpg")
    assert caught.value.issue == "too-slow"
