"""What a process of its own costs: `python -m benchmarks.sandbox [--files 1000]`.

The same normal files are read in this process and through `extract.reading.sandbox`, taking turns every hundred files, so that a
busy machine slows down both alike. A report in every format but scans, each file written anew with its own figures.
"""

import argparse
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.formats import as_page, as_word
from benchmarks.generate import Writer
from extract.reading import read
from extract.reading.sandbox import Sandbox

FIXTURES = Path(__file__).parent.parent / "tests" / "reading" / "fixtures"
FIXED = [FIXTURES / name for name in ("report.doc", "report.rtf", "report.odt", "report.pdf", "printed.pdf", "tricky.docx")]
_TURN = 100


def files(folder: Path, count: int) -> list[Path]:
    """Half of the files docx, the rest of every other kind, as an office's folder is."""
    places = []
    for number, (_, text) in enumerate(Writer(5, 0.13).reports(count)):
        kind = number % 10
        if kind < 5:
            name, data = f"{number}.docx", as_word(text)
        elif kind == 5:
            name, data = f"{number}.html", as_page(text)
        elif kind == 6:
            name, data = f"{number}.txt", text.encode("gb18030")
        else:
            fixed = FIXED[number // 10 % len(FIXED)]
            name, data = f"{number}{fixed.suffix}", fixed.read_bytes()
        places.append(folder / name)
        places[-1].write_bytes(data)
    return places


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    count = parser.parse_args().files
    with tempfile.TemporaryDirectory() as name, Sandbox() as sandbox:
        places = files(Path(name), count)
        for place in places[:20]:
            assert sandbox.read(place) == read(place)
        here = apart = 0.0
        for start in range(0, count, _TURN):
            begun = time.perf_counter()
            for place in places[start : start + _TURN]:
                read(place)
            here += time.perf_counter() - begun
            begun = time.perf_counter()
            for place in places[start : start + _TURN]:
                sandbox.read(place)
            apart += time.perf_counter() - begun
    kinds = Counter(place.suffix for place in places)
    print(f"{count} files {dict(sorted(kinds.items()))}: {here:.2f} s here, {apart:.2f} s apart, {apart / here:.2f} times")


if __name__ == "__main__":
    main()
