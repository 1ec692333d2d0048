"""R10: written numbers."""

from __future__ import annotations

import random
import statistics
import time
from decimal import Decimal

from extract.figures.numerals import parse_number
from reliability.row import Outcome, Trial
from tests.figures.test_numerals import _spellings

_ALPHABET = "0123456789０１５９.．,，、 +-%一二三四五六七八九十百千万亿两零〇廿壹贰拾佰点半次余eE²½٣①Ⅷ\x00\ud800\U00020000"


def numerals(trial: Trial) -> Outcome:
    """R10: any string gives a plain decimal or none; a decimal written in five styles comes back."""
    outcome = Outcome()
    count = trial.choose(40_000, 1_000_000)
    chance = random.Random(10)
    times = []
    numbers = 0
    for _ in range(count):
        text = "".join(chance.choices(_ALPHABET, k=chance.randint(1, chance.choice((6, 12, 70)))))
        began = time.perf_counter_ns()
        value = parse_number(text)
        times.append(time.perf_counter_ns() - began)
        if value is not None:
            numbers += 1
            plain = value.is_finite() and value >= 0 and "E" not in str(value) and len(value.as_tuple().digits) <= 30
            outcome.expect(plain, f"{text!r} gives {value}")
    median = statistics.median(times) / 1000
    outcome.told(f"{count} random strings: {numbers} numbers, 0 raised, median {median:.1f} µs")
    outcome.in_time(trial, median <= 20, f"median {median:.0f} µs")
    rounds = trial.choose(4_000, 1_000_000)
    spellings = 0
    for _ in range(rounds):
        value = Decimal(chance.randrange(10 ** chance.randint(1, 15))).scaleb(-chance.choice([0, 0, 1, 2]))
        for text in _spellings(value):
            spellings += 1
            outcome.expect(parse_number(text) == value, f"{text} gives {parse_number(text)}, not {value}")
    outcome.told(f"{spellings} spellings of {rounds} decimals in five styles come back")
    return outcome
