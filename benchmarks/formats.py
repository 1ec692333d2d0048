"""What a file costs by its format: `python -m benchmarks.formats [--files 300]`.

The same generated reports as text in two encodings, as a web page with menus, as a Word document and in an archive: the time
to read each, and the time to match it, in this process.
"""

import argparse
import html
import time
from collections.abc import Callable

from benchmarks.generate import Writer
from extract.corpus.batch import Batch, Source
from extract.library import load_library
from extract.matching.result import Extractor
from extract.reading import Document, read
from tests.reading.office import docx, zipped


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
    ("zip of txt", lambda text: zipped({"报告.txt": text}), from_zip),
]


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    count = parser.parse_args().files
    texts = [text for _, text in Writer(3, 0.13).reports(count)]
    size = sum(len(text.encode()) for text in texts)
    extractor = Extractor(load_library())
    print(f"{count} reports of {size / count / 1000:.1f} KB; CPU time in this process")
    for name, write, reader in KINDS:
        suffix = name.split(",")[0].split()[0]
        files = [write(text) for text in texts]
        reader(files[0], f"0.{suffix}")
        begun = time.process_time()
        documents = [reader(data, f"{number}.{suffix}") for number, data in enumerate(files)]
        seconds = time.process_time() - begun
        print(f"read {name:<14} {seconds / count * 1000:7.3f} ms a file  {seconds / size * 1e6:7.3f} s a MB of text")
    begun = time.process_time()
    batch = Batch()
    for number, document in enumerate(documents):
        batch.add(Source(number, document.name), document, extractor.read(document))
    batch.finish()
    seconds = time.process_time() - begun
    print(f"match               {seconds / count * 1000:7.3f} ms a file  {seconds / size * 1e6:7.3f} s a MB of text")


if __name__ == "__main__":
    main()
