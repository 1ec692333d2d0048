"""R7: every row points at the words it was read from."""

from __future__ import annotations

import hashlib
import random

from extract.reading import Document
from extract.reading.reader import read
from fuzz.targets import places
from reliability.row import Outcome, Trial
from tests.matching.test_properties import NOISE, NUMBERED, SENTENCES
from tests.matching.whole_reports import extractor

_STRANGE = ["\u0301", "\U00020000", "\r\n", "\x00", "\u202e", "\ufeff", "１", "é", "😀", "\u2028", "\ud7a3", "\x85"]


def offsets(trial: Trial) -> Outcome:
    """R7: in documents full of strange characters each figure is the text at its place, and the source's hash is kept."""
    outcome = Outcome()
    count = trial.choose(250, 10_000)
    rows = 0
    for number in range(count):
        text = _document(random.Random(number))
        result = extractor().read(Document(text, name="a.txt"))
        try:
            places(result)
        except AssertionError as error:
            outcome.broken.append(f"document {number}: {error}")
        rows += len(result.quantity_rows()) + len(result.mention_rows()) + len(result.observation_rows())
        text_bytes = text.encode("utf-8")
        if number % 20 == 0 and text.strip("\x00 \n"):
            found = read(text_bytes, "a.txt")
            outcome.expect(found.sha256 == hashlib.sha256(text_bytes).hexdigest(), f"document {number}: another hash")
    outcome.told(f"{count} documents, {rows} rows, {len(outcome.broken)} of them not at their place")
    outcome.expect(rows > 3 * count, "the documents hold too few figures to try anything")
    return outcome


def _document(chance: random.Random) -> str:
    pieces = []
    for _ in range(chance.randint(1, 7)):
        sentence = chance.choice(SENTENCES)
        for _ in range(chance.randint(0, 3)):
            at = chance.randrange(len(sentence) + 1)
            sentence = sentence[:at] + chance.choice([*NOISE, *_STRANGE, *NUMBERED[:20]]) + sentence[at:]
        pieces.append(sentence)
    return "石桥镇2024年法治政府建设年度报告\n" + "".join(pieces)
