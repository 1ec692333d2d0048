"""Scores the reading of single clauses: `python -m tests.reference.clauses [--only METRIC] [--show 30]`.

Each file of clauses/ holds, under a line `# METRIC`, clauses a line each, as a report of 松屏镇 of 2023 would have them:
what is to be read in it (`metric=value; metric=value`, nothing for a clause that only looks like it), a tab, the clause.
They were written by people who saw no rule, thirty for each metric, no two in the same words, so that a rule that is
mended for one wording does not lose another unseen.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from extract.library.load import load_library
from extract.matching.result import Extractor
from extract.tables import ACTUAL
from tests.reference.passages import YEAR
from tests.reference.score import Tally

CLAUSES = Path(__file__).parent / "clauses"


@dataclass(frozen=True)
class Clause:
    """A clause, the metric it was written for, where it stands, and what is to be read in it."""

    place: str
    metric: str
    text: str
    expected: tuple[tuple[str, Decimal], ...]


def read_clauses(only: str = "") -> Iterator[Clause]:
    """All clauses of a metric, or of all."""
    for path in sorted(CLAUSES.glob("*.txt")):
        metric = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("# "):
                metric = line[2:].strip()
            elif "\t" in line and only in metric:
                told, text = line.split("\t", 1)
                pairs = (item.split("=") for item in told.split(";") if item.strip())
                yield Clause(
                    f"{path.stem}:{number}", metric, text, tuple((name.strip(), Decimal(value)) for name, value in pairs)
                )


def score_clauses(only: str = "") -> Tally:
    """How many figures are read as they should be, and which are not."""
    extractor = Extractor(load_library())
    tally = Tally()
    for clause in read_clauses(only):
        wanted = Counter(clause.expected)
        read = extractor.read_text(clause.text, YEAR).reading.mentions
        got = Counter((m.metric.id, m.value) for m in read)
        # Not every key tells plans and last year's values, which are read as such.
        now = Counter((m.metric.id, m.value) for m in read if m.period.basis == ACTUAL and m.period.year == YEAR)
        tally.right += (wanted & got).total()
        tally.missed += [f"{clause.place} {name}={value}\n      {clause.text}" for name, value in (wanted - got).elements()]
        tally.false += [f"{clause.place} {name}={value}\n      {clause.text}" for name, value in (now - wanted).elements()]
    return tally


def main() -> None:
    """Prints the figures, and so many of what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", type=int, default=30)
    options = parser.parse_args()
    tally = score_clauses(options.only)
    for title, lines in (("missed", tally.missed), ("false alarm", tally.false)):
        for line in lines[: options.show]:
            print(f"{title}: {line}")
    print(tally)


if __name__ == "__main__":
    main()
