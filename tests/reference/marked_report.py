"""Reads a marked reference report: the plain text and the answers marked in it.

A marked report is a head of `@key: value` lines, a line `---`, then the report's text. A figure in the text is written
⟦figure|answers⟧; the plain text holds the figure alone. Answers are joined by `;`:

    ⟦124起|disputes_received=124⟧
    ⟦十余场|publicity_events=10 over⟧                    qualifier: over, nearly, about (exact is not written)
    ⟦20—30场|publicity_events=20-30⟧                     a range
    ⟦20批次|petition_batches=20 2022⟧                    the year where it is not the report's
    ⟦95%|dispute_resolution_rate=95 2024 planned⟧        basis: planned, cumulative (actual is not written)
    ⟦100%|law_exam_participation_rate=100; law_exam_pass_rate=100⟧
    ⟦8人|enforcement_certificates_obtained=8; enforcement_certificate_holders=8 maybe⟧
    ⟦未发生|administrative_reconsiderations=0; administrative_litigations=0⟧
    ⟦36%|change:disputes_received=down 36 % 2022>2023⟧   unit: % or pp or count; direction: up, down, same

Head keys: file, township, county, city, province, year, voice, part (develop or held) and, once a line, observation:
`@observation: METRIC=VALUE RESOLUTION [YEAR]`.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

MARK = re.compile(r"⟦([^⟦⟧|]*)\|([^⟦⟧|]*)⟧")
QUALIFIERS = {"over", "nearly", "about"}
BASES = {"planned", "cumulative"}
RESOLUTIONS = {"single", "repeated", "total", "sum", "part", "restated", "zero", "conflict"}
HEAD_KEYS = {"file", "township", "county", "city", "province", "year", "voice", "part"}
NUMBER = r"\d+(?:\.\d+)?"


@dataclass(frozen=True)
class MentionAnswer:
    """One figure's reading, with the exact place of the figure in the plain text."""

    report: str
    metric: str
    value: str
    value_high: str
    qualifier: str
    period: str
    basis: str
    expected: str
    figure: str
    start: int
    end: int


@dataclass(frozen=True)
class ChangeAnswer:
    """One stated change, with the exact place of its figure."""

    report: str
    metric: str
    direction: str
    amount: str
    unit: str
    from_year: str
    to_year: str
    figure: str
    start: int
    end: int


@dataclass(frozen=True)
class ObservationAnswer:
    """The one value of a metric that the report comes down to."""

    township: str
    year: str
    metric: str
    value: str
    resolution: str


@dataclass
class MarkedReport:
    """A report's plain text with everything its author says of it."""

    path: Path
    head: dict[str, str]
    text: str
    mentions: list[MentionAnswer] = field(default_factory=list)
    changes: list[ChangeAnswer] = field(default_factory=list)
    observations: list[ObservationAnswer] = field(default_factory=list)


def read_marked(path: Path) -> MarkedReport:
    """The report at `path`; a mistake in its marks is a ValueError that names the file and the mark."""
    head_text, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    head: dict[str, str] = {}
    observations = []
    for number, line in enumerate(head_text.splitlines(), start=1):
        match = re.fullmatch(r"@(\w+): ?(.*)", line)
        if not match:
            raise ValueError(f"{path}:{number} not a head line: {line!r}")
        key, value = match[1], match[2].strip()
        if key == "observation":
            observations.append((number, value))
        elif key in HEAD_KEYS:
            head[key] = value
        else:
            raise ValueError(f"{path}:{number} unknown head key {key!r}")
    missing = {"file", "township", "year", "part"} - head.keys()
    if missing:
        raise ValueError(f"{path} head lacks {sorted(missing)}")
    report = MarkedReport(path, head, "")
    read_marks(report, body)
    for number, line in observations:
        match = re.fullmatch(rf"(\w+)=({NUMBER}) (\w+)(?: (20\d\d))?", line)
        if not match or match[3] not in RESOLUTIONS:
            raise ValueError(f"{path}:{number} bad observation {line!r}")
        report.observations.append(ObservationAnswer(head["township"], match[4] or head["year"], match[1], match[2], match[3]))
    return report


def read_marks(report: MarkedReport, body: str) -> None:
    """Sets the report's plain text, and adds what its marks answer."""
    pieces, length, last = [], 0, 0
    for match in MARK.finditer(body):
        before = body[last : match.start()]
        pieces += [before, match[1]]
        length += len(before)
        read_answers(report, match[1], match[2], length)
        length += len(match[1])
        last = match.end()
    report.text = "".join(pieces) + body[last:]
    if "⟦" in report.text or "⟧" in report.text:
        raise ValueError(f"{report.path} has a broken mark near {report.text[max(0, report.text.find('⟦')) :][:40]!r}")


def read_answers(report: MarkedReport, figure: str, answers: str, start: int) -> None:
    """Adds the answers of one mark, whose figure stands at `start` of the plain text, to the report."""
    name, end = report.head["file"], start + len(figure)
    for answer in answers.split(";"):
        answer = answer.strip()
        change = re.fullmatch(rf"change:(\w+)=(up|down|same) ({NUMBER}) (%|pp|count) (20\d\d)>(20\d\d)", answer)
        if change:
            metric, direction, amount, unit, from_year, to_year = change.groups()
            report.changes.append(ChangeAnswer(name, metric, direction, amount, unit, from_year, to_year, figure, start, end))
            continue
        match = re.fullmatch(rf"(\w+)=({NUMBER})(?:-({NUMBER}))?((?: \w+)*)", answer)
        if not match:
            raise ValueError(f"{report.path} bad answer {answer!r} at {figure!r}")
        words = match[4].split()
        unknown = [w for w in words if w not in QUALIFIERS | BASES | {"maybe"} and not re.fullmatch(r"20\d\d", w)]
        if unknown:
            raise ValueError(f"{report.path} unknown word {unknown[0]!r} in {answer!r}")
        report.mentions.append(
            MentionAnswer(
                report=name,
                metric=match[1],
                value=match[2],
                value_high=match[3] or "",
                qualifier=next((w for w in words if w in QUALIFIERS), "exact"),
                period=next((w for w in words if w.isdigit()), report.head["year"]),
                basis=next((w for w in words if w in BASES), "actual"),
                expected="maybe" if "maybe" in words else "yes",
                figure=figure,
                start=start,
                end=end,
            )
        )


def main() -> None:
    """`python -m tests.reference.marked_report FILE...` checks the marks and says what each file holds."""
    for name in sys.argv[1:]:
        report = read_marked(Path(name))
        print(
            f"{name}: {len(report.text)} characters, {len(report.mentions)} mentions, "
            f"{len(report.changes)} changes, {len(report.observations)} observations"
        )


if __name__ == "__main__":
    main()
