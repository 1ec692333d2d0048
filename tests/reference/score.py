"""Scores the program on the marked reference reports.

    python -m tests.reference.score develop [--show 40] [--min 0.97]
    python -m tests.reference.score held            (figures only: its reports are for measuring, not for reading)

A mention is right when report, metric, value, period and basis agree; rows marked `maybe` count neither way. A number stated
twice may be read once or twice. An observation is right when metric, year and value agree.
"""

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from extract.library import load_library
from extract.matching.result import Extractor, ReportResult
from extract.reading.document import Document
from tests.reference.marked_report import MarkedReport, read_marked

MARKED = Path(__file__).parent / "marked"
Key = tuple[str, Decimal, str, str]


@dataclass
class Tally:
    """Counts over all reports of one part."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.false))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}  recall {self.recall:.3f}"
            f"  ({self.right} right, {len(self.missed)} missed, {len(self.false)} false)"
        )


@dataclass
class Score:
    """All that is measured."""

    mentions: Tally = field(default_factory=Tally)
    observations: Tally = field(default_factory=Tally)
    changes: Tally = field(default_factory=Tally)
    reachable: int = 0
    period_right: int = 0
    qualifier_right: int = 0
    resolution_right: int = 0
    identity_wrong: list[str] = field(default_factory=list)
    identity_unknown: list[str] = field(default_factory=list)
    metrics: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))

    def lines(self) -> list[str]:
        hits = max(1, self.mentions.right)
        return [
            f"mentions      {self.mentions}",
            f"period, basis {self.period_right / max(1, self.reachable):.3f}   qualifier {self.qualifier_right / hits:.3f}",
            f"observations  {self.observations}  resolution {self.resolution_right / max(1, self.observations.right):.3f}",
            f"changes       {self.changes}",
            f"identity      {len(self.identity_wrong)} wrong, {len(self.identity_unknown)} unknown",
        ]

    def show(self, sentences: bool, most: int, metrics: bool) -> None:
        """Prints the figures; with `sentences` up to so many of what went wrong of each kind, with `metrics` where it did."""
        wrong = {
            "missed": self.mentions.missed,
            "false alarm": self.mentions.false,
            "observation missed": self.observations.missed,
            "observation false": self.observations.false,
            "change missed": self.changes.missed,
            "change false": self.changes.false,
            "identity": self.identity_wrong + self.identity_unknown,
        }
        for title, lines in wrong.items() if sentences else ():
            for line in lines[:most]:
                print(f"{title}: {line}")
        if metrics:
            for metric, (right, missed, false) in sorted(
                self.metrics.items(), key=lambda item: item[1][1] + item[1][2], reverse=True
            ):
                if missed or false:
                    print(f"{metric:34} {right} right {missed} missed {false} false")
        print("\n".join(self.lines()))


def context(report: MarkedReport, start: int, end: int) -> str:
    """The figure with its surroundings on one line."""
    text = report.text
    around = text[max(0, start - 45) : start] + "⟦" + text[start:end] + "⟧" + text[end : end + 18]
    return around.replace("\n", "⏎")


def score_report(score: Score, report: MarkedReport, result: ReportResult) -> None:
    """Adds one report to the score."""
    score_identity(score, report, result)
    optional = score_mentions(score, report, result)
    score_observations(score, report, result, optional)
    score_changes(score, report, result)


def score_mentions(score: Score, report: MarkedReport, result: ReportResult) -> set[Key]:
    """Adds the mentions of one report to the score; returns those that the codebook leaves open."""
    name = report.path.stem
    required: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    optional: set[Key] = set()
    places: dict[Key, str] = {}
    for m in report.mentions:
        key = (m.metric, Decimal(m.value), m.period, m.basis)
        places[key] = context(report, m.start, m.end)
        if m.expected == "yes":
            required[key].append((m.qualifier, m.value_high))
        else:
            optional.add(key)
    read: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    for row in result.reading.mentions:
        key = (row.metric.id, row.value, str(row.period.year), row.period.basis)
        read[key].append((row.qualifier, "" if row.high is None else str(row.high)))
        start, end = result.flow.raw_span(row.quantity.start, row.quantity.end)
        places.setdefault(key, context(report, start, end) + f"   by {row.trace}")
    values = {(metric, value) for metric, value, _, _ in read}
    for key, wanted in required.items():
        if key[:2] in values:
            score.reachable += 1
            score.period_right += key in read
        if key in read:
            score.mentions.right += 1
            score.metrics[key[0]][0] += 1
            score.qualifier_right += any(q == got for q, _ in wanted for got, _ in read[key])
        else:
            score.metrics[key[0]][1] += 1
            score.mentions.missed.append(f"{name:22} {' '.join(map(str, key))}\n      {places[key]}")
    for key in read:
        if key not in required and key not in optional:
            score.metrics[key[0]][2] += 1
            score.mentions.false.append(f"{name:22} {' '.join(map(str, key))}\n      {places[key]}")
    return optional


def score_identity(score: Score, report: MarkedReport, result: ReportResult) -> None:
    who = result.identity
    for key, got in (
        ("township", who.township),
        ("county", who.county),
        ("city", who.city),
        ("province", who.province),
        ("year", str(who.year or "")),
    ):
        want = report.head.get(key, "")
        if want and got != want:
            bucket = score.identity_wrong if got else score.identity_unknown
            bucket.append(f"{report.path.stem} {key}: {got!r} for {want!r}")


def score_observations(score: Score, report: MarkedReport, result: ReportResult, optional: set[Key]) -> None:
    open_keys = {(metric, period) for metric, _, period, basis in optional if basis == "actual"}
    wanted = {(o.metric, o.year, Decimal(o.value)): o.resolution for o in report.observations}
    got = {(o.metric.id, str(o.year), o.value): o.resolution for o in result.observations_found}
    for key, resolution in wanted.items():
        if key in got:
            score.observations.right += 1
            score.resolution_right += got[key] == resolution
        else:
            score.observations.missed.append(f"{report.path.stem:22} {key[0]} {key[1]} {key[2]} {resolution}")
    for key in got:
        if key not in wanted and (key[0], key[1]) not in open_keys:
            score.observations.false.append(f"{report.path.stem:22} {key[0]} {key[1]} {key[2]} {got[key]}")


def score_changes(score: Score, report: MarkedReport, result: ReportResult) -> None:
    def key(metric: str, direction: str, amount: object, unit: str, years: tuple[object, object]) -> tuple[object, ...]:
        return metric, direction, Decimal(str(amount)), unit, str(years[0]), str(years[1])

    wanted = {
        key(c.metric, c.direction, c.amount, c.unit, (c.from_year, c.to_year)): context(report, c.start, c.end)
        for c in report.changes
    }
    got = {}
    for c in result.reading.changes:
        start, end = result.flow.raw_span(c.start, c.end)
        got[key(c.metric.id, c.direction, c.amount, c.unit, (c.from_year, c.to_year))] = context(report, start, end)
    for one in wanted:
        if one in got:
            score.changes.right += 1
        else:
            score.changes.missed.append(f"{report.path.stem:22} {' '.join(map(str, one))}\n      {wanted[one]}")
    for one in got:
        if one not in wanted:
            score.changes.false.append(f"{report.path.stem:22} {' '.join(map(str, one))}\n      {got[one]}")


def score_part(part: str, only: str = "") -> Score:
    """The score of `develop` or `held`."""
    extractor = Extractor(load_library())
    score = Score()
    for path in sorted(MARKED.glob("*.txt")):
        report = read_marked(path)
        if report.head["part"] == part and only in path.stem:
            score_report(score, report, extractor.read(Document(report.text, name=report.head["file"])))
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("develop", "held"))
    parser.add_argument("--show", type=int, default=30)
    parser.add_argument("--only", default="")
    parser.add_argument("--metrics", action="store_true")
    parser.add_argument("--min", type=float, default=0.0)
    options = parser.parse_args()
    score = score_part(options.part, options.only)
    score.show(options.part == "develop", options.show, options.metrics)
    worst = min(score.mentions.precision, score.mentions.recall)
    sys.exit(0 if worst >= options.min else 1)


if __name__ == "__main__":
    main()
