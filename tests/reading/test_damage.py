"""Damaged files of every format: each gives a document or one reason, never another error, and never takes long.

All formats in one run of the command: `python -m benchmarks.damage`.
"""

import random
import time
from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.reading import read
from extract.reading.issues import SENTENCES
from tests.reading import sample
from tests.reading.ofd import ofd, printed
from tests.reading.test_html import PAGES

FIXTURES = Path(__file__).parent / "fixtures"
FILES = {name: (FIXTURES / name).read_bytes() for name in ("tricky.doc", "tricky.docx", "tricky.odt", "tricky.rtf", "heads.pdf")}
FILES["a.ofd"] = ofd(printed(list(sample.PARAGRAPHS), sample.TABLE, sample.BEFORE_TABLE))
FILES["a.html"] = PAGES["layout tables"].encode("gbk")
FILES["a.txt"] = "\n".join(sample.lines()).encode("gbk")
IN_EACH_RUN = 65
LONGEST = 5.0


def damaged(data: bytes, number: int) -> bytes:
    """A copy with bytes changed, and now and then its end cut off or a stretch of it doubled."""
    chance = random.Random(number)
    copy = bytearray(data)
    for _ in range(chance.choice((1, 4, 16, 64))):
        copy[chance.randrange(len(copy))] = chance.randrange(256)
    kind = chance.random()
    if kind < 0.15:
        del copy[chance.randrange(len(copy)) :]
    elif kind < 0.25:
        start = chance.randrange(len(copy))
        copy[start:start] = copy[start : start + chance.randrange(4096)]
    return bytes(copy)


def outcome(data: bytes, name: str) -> str:
    """`text`, or the reason why there is none."""
    try:
        document = read(data, name)
    except ReadError as error:
        return error.issue if str(error) else "an error without a sentence"
    return "text" if document.text.strip() else "a document without text"


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_has_one_outcome(name: str) -> None:
    outcomes = set()
    for number in range(IN_EACH_RUN):
        start = time.process_time()
        outcomes.add(outcome(damaged(FILES[name], number), name))
        assert time.process_time() - start < LONGEST
    assert outcomes <= {"text", *SENTENCES}
    assert outcomes - {"text"} or name in ("a.txt", "a.html", "tricky.rtf")
