"""The likeness of many pairs at once is that of each pair by itself."""

import random

from extract.analysis.alike import likenesses
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
