"""What a file costs by its format: `python -m benchmarks.formats [--files 300] [--office 40]`.

The same generated reports as text in two encodings, as a web page with menus, as a Word document and in an archive; where
LibreOffice is installed, some of them also as the files that it saves (PDF, RTF, ODT, old Word). Printed is the time to read
each, and the time to match it, in this process and in those that it starts.
"""

import argparse
import html
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from benchmarks.generate import Writer
from extract.corpus.batch import Batch, Source
from extract.library import load_library
from extract.matching.result import Extractor
from extract.reading import Document, read
from tests.reading.ofd import ofd, printed
from tests.reading.office import docx, xlsx, zipped


def as_page(text: str) -> bytes:
    """A web page with a menu, a counter and a footer around the report."""
    paragraphs = "".join(f"<p>　　{html.escape(line)}</p>" for line in text.splitlines() if line)
    menu = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(40))
    return (
        f'<html><head><meta charset="utf-8"><title>{html.escape(text[:30])}</title></head><body><ul>{menu}</ul>'
        f'<div>浏览次数：1024次</div><div id="zoom">{paragraphs}</div><div>版权所有</div></body></html>'
    ).encode()


def as_word(text: str) -> bytes:
    """A Word document with a paragraph a line."""
    return docx("".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in text.splitlines()))


def from_zip(data: bytes, name: str) -> Document:
    """The one report in an archive."""
    return read(data, name)


Kind = tuple[str, Callable[[str], bytes], Callable[[bytes, str], Document]]
KINDS: list[Kind] = [
    ("txt, UTF-8", lambda text: text.encode(), read),
    ("txt, GB18030", lambda text: text.encode("gb18030"), read),
    ("html", as_page, read),
    ("docx", as_word, read),
    ("xlsx", lambda text: xlsx({"报告": [[line] for line in text.splitlines()]}), read),
    ("ofd", lambda text: ofd(printed(text.splitlines(), (), len(text))), read),
    ("zip of txt", lambda text: zipped({"报告.txt": text}), from_zip),
]


OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_SAVED = ("pdf", "rtf", "odt", "doc")


def saved_by_office(texts: list[str], suffix: str) -> list[bytes]:
    """The reports as LibreOffice saves their Word documents."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number}.docx").write_bytes(as_word(text))
        command = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", suffix]
        command += ["--outdir", f"{folder}/out", *sorted(map(str, Path(folder).glob("*.docx")))]
        subprocess.run(command, check=True, capture_output=True)
        return [Path(folder, "out", f"{number}.{suffix}").read_bytes() for number in range(len(texts))]


def spent() -> float:
    """The processor time of this process and of those that it started and that ended, in seconds."""
    return sum(used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def show(name: str, seconds: float, texts: Iterable[str]) -> None:
    """Prints what so many reports cost, each and a MB of their text."""
    sizes = [len(text.encode()) for text in texts]
    print(f"{name:<19} {seconds / len(sizes) * 1000:7.3f} ms a file  {seconds / sum(sizes) * 1e6:7.3f} s a MB of text")


def timed(files: list[bytes], suffix: str, reader: Callable[[bytes, str], Document]) -> tuple[list[Document], float]:
    """The documents of some files, and the seconds that reading them took; the first is read once before."""
    reader(files[0], f"0.{suffix}")
    begun = spent()
    documents = [reader(data, f"{number}.{suffix}") for number, data in enumerate(files)]
    return documents, spent() - begun


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--office", type=int, default=40)
    given = parser.parse_args()
    texts = [text for _, text in Writer(3, 0.13).reports(given.files)]
    print(f"{len(texts)} reports of {sum(len(text.encode()) for text in texts) / len(texts) / 1000:.1f} KB; processor time")
    for name, write, reader in KINDS:
        documents, seconds = timed([write(text) for text in texts], name.split(",")[0].split()[0], reader)
        show(f"read {name}", seconds, texts)
    some = texts[: given.office] if OFFICE else []
    if not some:
        print("read pdf, rtf, odt, doc: left out, there is no LibreOffice to make them")
    for suffix in _SAVED if some else ():
        show(f"read {suffix}", timed(saved_by_office(some, suffix), suffix, read)[1], some)
    extractor = Extractor(load_library())
    begun = spent()
    batch = Batch()
    for number, document in enumerate(documents):
        batch.add(Source(number, document.name), document, extractor.read(document))
    batch.finish()
    show("match", spent() - begun, texts)


if __name__ == "__main__":
    main()
