"""Files made to do harm: bombs are refused before they go off, and nothing outside the file is ever opened."""

import socket
import threading
import tracemalloc
from collections.abc import Iterator

import pytest

from extract.errors import ReadError
from extract.reading import read, read_all
from tests.reading.bombs import BOMBS, REASONS
from tests.reading.office import W, docx, p, r, zipped

SECRET = "机密七十三号"
MOST_MEMORY = 64_000_000


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_in_little_memory(bomb: str) -> None:
    """How long it takes is measured by `python -m benchmarks.bombs`."""
    data = BOMBS[bomb]()
    tracemalloc.start()
    found = list(read_all(data, "a.docx"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found
    assert all(isinstance(outcome, ReadError) and outcome.issue in REASONS for outcome in found)
    assert peak < MOST_MEMORY


def test_groups_nested_a_hundred_thousand_deep_are_refused() -> None:
    with pytest.raises(ReadError, match="nested"):
        read(b"{\\rtf1 " + b"{" * 100_000 + b"96" + b"}" * 100_000 + b"}", "a.rtf")


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, list[str]]]:
    """A file and an address that no document has any business with, and a list of who came to the address."""
    place = tmp_path_factory.mktemp("outside") / "secret.dtd"
    place.write_text(f'<!ENTITY x "{SECRET}">', encoding="utf-8")
    visits: list[str] = []
    server = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        while True:
            try:
                connection, visitor = server.accept()
            except OSError:
                return
            visits.append(str(visitor))
            connection.close()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    host, port = server.getsockname()[:2]
    yield place.as_uri(), f"http://{host}:{port}/x.dtd", visits
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


_TEN = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 9))
# after the fixtures of defusedxml: what stands before the root, and what stands in the text
DOCTYPES = {
    "billion laughs": ('<!DOCTYPE a [<!ENTITY x0 "96">' + _TEN + "]>", "&x8;"),
    "few laughs": ('<!DOCTYPE a [<!ENTITY x "96"><!ENTITY y "&x;&x;&x;">]>', "&y;"),
    "quadratic blow-up": ('<!DOCTYPE a [<!ENTITY x "' + "96" * 20_000 + '">]>', "&x;" * 2_000),
    "cyclic": ('<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]>', "&x;"),
    "outside file": ('<!DOCTYPE a [<!ENTITY x SYSTEM "{file}">]>', "&x;"),
    "outside address": ('<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]>', "&x;"),
    "public identifier": ('<!DOCTYPE a PUBLIC "-//X//Y" "{address}">', ""),
    "type of a file": ('<!DOCTYPE a SYSTEM "{file}">', "&x;"),
    "type of an address": ('<!DOCTYPE a SYSTEM "{address}">', ""),
    "parameter entity of a file": ('<!DOCTYPE a [<!ENTITY % p SYSTEM "{file}">%p;]>', "&x;"),
    "parameter entity of an address": ('<!DOCTYPE a [<!ENTITY % p SYSTEM "{address}">%p;]>', ""),
    "default attribute": ('<!DOCTYPE a [<!ATTLIST a b CDATA "96">]>', ""),
    "empty type": ("<!DOCTYPE a>", ""),
}


@pytest.mark.parametrize("case", DOCTYPES)
@pytest.mark.parametrize("wide", [False, True], ids=["utf-8", "utf-16"])
def test_no_document_type_is_read(case: str, wide: bool, outside: tuple[str, str, list[str]]) -> None:
    file, address, visits = outside
    prolog, inside = DOCTYPES[case]
    prolog = prolog.replace("{file}", file).replace("{address}", address)
    if wide:
        body = f"<w:document {W}><w:body>{p('化解3起' + inside)}</w:body></w:document>"
        xml = f'<?xml version="1.0" encoding="UTF-16"?>{prolog}{body}'
        data = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml.encode("utf-16")})
    else:
        data = docx(p("化解3起" + inside), prolog=prolog)
    with pytest.raises(ReadError) as caught:
        read(data, "a.docx")
    assert caught.value.issue == "unsafe"
    assert SECRET not in str(caught.value)
    assert visits == []


@pytest.mark.parametrize("part", ["header1.xml", "styles.xml", "numbering.xml", "footnotes.xml"])
def test_no_document_type_is_read_in_any_part(part: str, outside: tuple[str, str, list[str]]) -> None:
    data = docx(p("化解3起"), {part: p("x"), "numbering.xml": ""})
    names = zipfile_parts(data)
    names[f"word/{part}"] = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{outside[0]}">]>'.encode() + names[f"word/{part}"]
    with pytest.raises(ReadError) as caught:
        read(zipped(dict(names)), "a.docx")
    assert caught.value.issue == "unsafe"


def zipfile_parts(data: bytes) -> dict[str, bytes]:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# what a document may point at without ever being followed
POINTERS = {
    "XInclude": p("化解3起", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{file}" parse="text"/>'),
    "alternative text": p("化解3起") + '<w:altChunk r:id="r9"/>',
    "linked picture": p("化解3起", '<w:r><w:pict><v:imagedata src="{address}"/></w:pict></w:r>'),
    "field": p(
        "化解3起", "<w:r><w:fldChar w:fldCharType='begin'/></w:r>", '<w:r><w:instrText> INCLUDETEXT "{file}" </w:instrText></w:r>'
    )
    + p(r("后"), "<w:r><w:fldChar w:fldCharType='end'/></w:r>"),
}


@pytest.mark.parametrize("case", POINTERS)
def test_no_pointer_is_followed(case: str, outside: tuple[str, str, list[str]]) -> None:
    file, address, visits = outside
    document = read(docx(POINTERS[case].replace("{file}", file).replace("{address}", address)), "a.docx")
    assert "化解3起" in document.text
    assert SECRET not in document.text
    assert visits == []


PAGES = {
    "frame": '<iframe src="{file}"></iframe><iframe src="{address}"></iframe>',
    "picture and style": '<link rel=stylesheet href="{address}"><img src="{address}"><style>@import "{address}";</style>',
    "script": '<script src="{address}"></script><script>document.write("<p>化解96起</p>")</script>',
    "refresh": '<meta http-equiv=refresh content="0; url={address}">',
    "object": '<object data="{file}"></object><embed src="{address}">',
    "entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "{file}">]><p>&x;</p>',
}


@pytest.mark.parametrize("case", PAGES)
def test_a_page_fetches_nothing(case: str, outside: tuple[str, str, list[str]]) -> None:
    file, address, visits = outside
    markup = PAGES[case].replace("{file}", file).replace("{address}", address)
    page = f"{markup}<html><body><p>化解3起。</p></body></html>" if case == "entity" else f"<html><body>{markup}<p>化解3起。</p>"
    document = read(page.encode(), "a.html")
    assert "化解3起。" in document.text
    assert SECRET not in document.text
    assert "化解96起" not in document.text
    assert visits == []
