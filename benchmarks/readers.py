"""What reading costs by format: `python -m benchmarks.readers [--seconds 1.0] [--ocr]`.

Each format's sample file is read again and again in a process of its own; beside it stands the plain call of the library
below, which neither joins lines nor leaves anything out. Memory is the growth of the process over an empty Python.
"""

import argparse
import io
import multiprocessing
import resource
import time
import zipfile
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from tests.reading import sample
from tests.reading.ofd import ofd, printed
from tests.reading.test_html import PAGES

FIXTURES = Path(__file__).parent.parent / "tests" / "reading" / "fixtures"
TEXT = "\n".join(sample.lines() * 12)
FILES = {
    "txt UTF-8": (TEXT.encode(), "a.txt"),
    "txt GBK": (TEXT.encode("gbk"), "a.txt"),
    "txt GBK, a byte lost": (TEXT.encode("gbk")[:5001] + TEXT.encode("gbk")[5002:], "a.txt"),
    "html": (PAGES["zoom container"].encode(), "a.html"),
    "docx": ((FIXTURES / "report.docx").read_bytes(), "a.docx"),
    "doc": ((FIXTURES / "report.doc").read_bytes(), "a.doc"),
    "rtf": ((FIXTURES / "report.rtf").read_bytes(), "a.rtf"),
    "odt": ((FIXTURES / "report.odt").read_bytes(), "a.odt"),
    "pdf": ((FIXTURES / "report.pdf").read_bytes(), "a.pdf"),
    "ofd": (ofd(printed(list(sample.PARAGRAPHS), sample.TABLE, sample.BEFORE_TABLE)), "a.ofd"),
}
SCAN = {"scan": ((FIXTURES / "scan.jpg").read_bytes(), "a.jpg")}


def plain_text(data: bytes) -> None:
    """The codec alone."""
    try:
        data.decode()
    except UnicodeDecodeError:
        data.decode("gb18030", "replace")


def plain_html(data: bytes) -> None:
    """All text of the page, menus and all."""
    from selectolax.lexbor import LexborHTMLParser

    LexborHTMLParser(data.decode()).text()


def plain_xml(part: str, data: bytes) -> None:
    """The XML parsed, and no more."""
    from lxml import etree

    etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def plain_pdf(data: bytes) -> None:
    """The characters of the pages in the order of the file."""
    import pypdfium2

    for page in pypdfium2.PdfDocument(data):
        page.get_textpage().get_text_range()


PLAIN: dict[str, Callable[[bytes], None]] = {
    "txt": plain_text,
    "html": plain_html,
    "docx": partial(plain_xml, "word/document.xml"),
    "odt": partial(plain_xml, "content.xml"),
    "ofd": partial(plain_xml, "Doc_0/Pages/Page_0/Content.xml"),
    "pdf": plain_pdf,
}


def measure(pipe: Connection, data: bytes, name: str, plain: Callable[[bytes], None] | None, seconds: float) -> None:
    """Reads one file for a while; sends reads and megabytes of text a second, the growth of memory, the plain calls a second."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    from extract.reading import read

    size = len(read(data, name).text.encode())
    rate = repeated(lambda: read(data, name), seconds)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    pipe.send((rate, rate * size / 1e6, grown, repeated(lambda: plain(data), seconds) if plain else 0.0))


def repeated(work: Callable[[], object], seconds: float) -> float:
    """How often a second the work is done, by the processor's clock."""
    work()
    begun, count = time.process_time(), 0
    while time.process_time() - begun < seconds:
        work()
        count += 1
    return max(count, 1) / (time.process_time() - begun)


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--ocr", action="store_true", help="the scan too")
    options = parser.parse_args()
    print(f"{'format':<22}{'files/s':>9}{'MB text/s':>11}{'MB memory':>11}{'plain/s':>9}")
    spawn = multiprocessing.get_context("spawn")
    for kind, (data, name) in {**FILES, **(SCAN if options.ocr else {})}.items():
        ours, theirs = spawn.Pipe()
        process = spawn.Process(target=measure, args=(theirs, data, name, PLAIN.get(kind.split()[0]), options.seconds))
        process.start()
        rate, megabytes, grown, plain = ours.recv()
        process.join()
        print(f"{kind:<22}{rate:>9.2f}{megabytes:>11.3f}{grown:>11.0f}{f'{plain:.1f}' if plain else '-':>9}")


if __name__ == "__main__":
    main()
