"""The likeness of many pairs at once is that of each pair by itself."""

import random

import numpy as np

from extract.analysis.alike import likenesses, likenesses_of, padded
from extract.report.signature import SIZE, likeness


def test_agrees_with_each_pair() -> None:
    draw = random.Random(5)
    texts: dict[int, list[int]] = {0: [], 1: [7], 2: sorted(draw.sample(range(1 << 32), SIZE))}
    for number in range(3, 60):
        kept = draw.sample(texts[draw.randrange(2, number)], draw.randint(0, 2)) if draw.random() < 0.2 else []
        base = texts[draw.randrange(2, number)]
        near = [*draw.sample(base, draw.randint(0, len(base))), *kept, *draw.sample(range(1 << 32), draw.randint(0, 20))]
        texts[number] = sorted(set(near))[:SIZE]
    pairs = [(one, other) for one in texts for other in texts]
    assert likenesses(texts, pairs).tolist() == [likeness(texts[one], texts[other]) for one, other in pairs]


def test_of_no_pairs() -> None:
    assert likenesses({}, []).tolist() == []


def test_those_that_are_alike_enough_are_told_as_they_are() -> None:
    draw = random.Random(6)
    texts = [sorted(draw.sample(range(1 << 32), draw.choice((0, 1, 9, 30, SIZE)))) for _ in range(12)]
    # changed by as much as leaves them alike, and by a little more, in the small hashes and anywhere
    for base in list(texts):
        for gone in (0, len(base) // 6, len(base) // 5, len(base) // 4, len(base) // 2):
            texts.append(base[gone:])
            texts.append(sorted({*draw.sample(base, len(base) - gone), *(draw.getrandbits(20) for _ in range(gone))})[:SIZE])
    table = padded(np.array([h for text in texts for h in text], dtype=np.uint64), np.array([len(text) for text in texts]))
    pairs = np.array([(one, other) for one in range(len(texts)) for other in range(len(texts))])
    want = np.array([likeness(texts[one], texts[other]) for one, other in pairs])
    for least in (0.5, 0.7, 1.0):
        found = likenesses_of(table, pairs[:, 0], pairs[:, 1], least)
        assert (want >= least).sum() > len(texts)
        assert np.where(want >= least, want, 0).tolist() == np.where(found >= least, found, 0).tolist()
