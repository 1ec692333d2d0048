"""Scores the reading of single passages: `python -m tests.reference.passages develop [--set unusual] [--show 30]`.

Each file of passages/ holds, under a line `# METRIC`, passages a line each in the marks of marked_report.py, written for that
metric by somebody who saw no rule; they stand for whatever a report of 松屏镇 of 2023 says in its middle. Every second one of a
metric is held: of those the figures alone are printed. The set `unusual` are whole paragraphs of which ten in twelve say nothing
in the words that everybody uses.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from extract.library.load import load_library
from extract.matching.result import Extractor
from tests.reference.marked_report import MarkedReport, read_marks
from tests.reference.score import Score, score_changes, score_mentions

SETS = {name: Path(__file__).parent / name for name in ("passages", "unusual")}
PARTS = ("develop", "held")
YEAR = 2023


def read_passages(part: str, only: str = "", kept_in: str = "passages") -> Iterator[MarkedReport]:
    """The passages of one part of a set, each as a report of its own, named by file and line."""
    for path in sorted(SETS[kept_in].glob("*.txt")):
        metric, count = "", 0
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("# "):
                metric, count = line[2:].strip(), 0
            elif line.strip():
                passage = MarkedReport(path.with_name(f"{path.stem}:{number}"), {"file": metric, "year": str(YEAR)}, "")
                if PARTS[count % 2] == part and only in metric:
                    read_marks(passage, line)
                    yield passage
                count += 1


def score_passages(part: str, only: str = "", kept_in: str = "passages") -> Score:
    """The score of `develop` or `held`."""
    extractor = Extractor(load_library())
    score = Score()
    for passage in read_passages(part, only, kept_in):
        result = extractor.read_text(passage.text, YEAR)
        score_mentions(score, passage, result)
        score_changes(score, passage, result)
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--set", choices=SETS, default="passages")
    parser.add_argument("--show", type=int, default=30)
    parser.add_argument("--only", default="")
    parser.add_argument("--metrics", action="store_true")
    options = parser.parse_args()
    score = score_passages(options.part, options.only, options.set)
    score.show(options.part == "develop", options.show, options.metrics)


if __name__ == "__main__":
    main()
