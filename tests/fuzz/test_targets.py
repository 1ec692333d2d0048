"""Every fuzzed part holds on its seeds, on inputs that once broke it, and on a few hundred mutations of them."""

import pytest

from fuzz.seeds import mutated, seeds_of
from fuzz.targets import TARGETS

#: mutations tried in each run; the search guided by coverage is `python -m fuzz`
TRIED = {"matcher": 30, "library": 40, "layout": 60, "pdf": 30, "doc": 40, "any": 30, "archive": 40, "html": 30, "mhtml": 30}


@pytest.mark.parametrize("target", TARGETS)
def test_promises_hold(target: str) -> None:
    check, starts = TARGETS[target], seeds_of(target)
    for seed in starts:
        check(seed)
    for number in range(TRIED.get(target, 60)):
        check(mutated(starts[number % len(starts)], number, 20_000, target))
