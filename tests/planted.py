"""Scores the audit and the stated changes on a corpus with planted contradictions.

A corpus is a package with `marked/` reports and a `planted.yaml` that were written before the program was run on them. What it
showed is mended in general rules since, so that it is no blind measure any more; it guards what was learned.
"""

import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from extract.analysis.audit import audit
from extract.corpus.result import CorpusResult, extract_corpus
from extract.library import load_library
from tests.reference.marked_report import MarkedReport, read_marked


@dataclass
class Planted:
    """The reports of a corpus, and what is to be found in them."""

    home: Path
    planted: list[dict[str, str]] = field(init=False)
    reports: dict[str, MarkedReport] = field(init=False)

    def __post_init__(self) -> None:
        self.planted = yaml.safe_load((self.home / "planted.yaml").read_text(encoding="utf-8"))
        #: every report by its name in planted.yaml
        self.reports = {path.stem: read_marked(path) for path in sorted((self.home / "marked").glob("*.txt"))}

    def write(self, folder: Path) -> dict[str, str]:
        """Puts the plain reports into a folder; the path of each by its name."""
        paths = {}
        for name, report in self.reports.items():
            target = folder / report.head["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(report.text, encoding="utf-8")
            paths[name] = report.head["file"]
        return paths

    def read(self, folder: Path) -> tuple[CorpusResult, dict[str, str]]:
        """The reports as a run over their folder reads them, and their paths by name."""
        paths = self.write(folder)
        return extract_corpus(folder, load_library()), paths

    def audited(self, found: Any, paths: dict[str, str]) -> tuple[list[str], list[str]]:
        """What was planted and not found, and what was found and not planted."""
        rows = found.to_dict("records")
        missed = []
        for plant in self.planted:
            hit = next((row for row in rows if _is_it(row, plant, paths)), None)
            if hit is None:
                missed.append(f"{plant['kind']} {plant['report']}: {plant['sentence']}")
            else:
                rows.remove(hit)
        return missed, [f"{row['kind']} {row['report']}: {row['message']}" for row in rows]

    def changed(self, found: Any, paths: dict[str, str]) -> tuple[list[str], list[str]]:
        """The stated changes that were not read as marked, and those read where none is marked."""
        rows = {
            (row.report, row.start, row.metric): (row.direction, float(row.amount), row.unit, row.from_year, row.to_year)
            for row in found.itertuples()
        }
        wrong = []
        # a copied report says what its model says, of other years
        copies = {paths[plant["report"]] for plant in self.planted if plant["kind"] == "same_report"}
        for name, report in self.reports.items():
            for change in report.changes:
                read_as = rows.pop((paths[name], change.start, change.metric), None)
                meant = (change.direction, float(change.amount), change.unit, int(change.from_year), int(change.to_year))
                if read_as != meant:
                    wrong.append(f"{name}: {change.figure} of {change.metric} is {meant}, read {read_as}")
        return wrong, [f"{key}: {row}" for key, row in rows.items() if key[0] not in copies]

    def scored(self, folder: Path) -> dict[str, list[str]]:
        """What is missed, falsely alarmed, and wrong of the stated changes, by its name."""
        result, paths = self.read(folder)
        missed, false = self.audited(audit(result, load_library(), language="zh"), paths)
        wrong, extra = self.changed(result.changes, paths)
        return {"missed": missed, "false alarms": false, "changes wrong": wrong, "changes too many": extra}

    def print_score(self) -> None:
        """Prints the score and what is missed."""
        with tempfile.TemporaryDirectory() as folder:
            scored = self.scored(Path(folder))
        marked = sum(len(report.changes) for report in self.reports.values())
        planted, missed, false = len(self.planted), len(scored["missed"]), len(scored["false alarms"])
        lines = [
            f"planted {planted - missed} of {planted}, false alarms {false}",
            f"changes {marked - len(scored['changes wrong'])} of {marked}, false {len(scored['changes too many'])}",
            *(f"  {what}: {line}" for what, found in scored.items() for line in found),
        ]
        sys.stdout.write("\n".join(lines) + "\n")


def _is_it(row: dict[str, Any], plant: dict[str, str], paths: dict[str, str]) -> bool:
    return (row["kind"], row["report"]) == (plant["kind"], paths[plant["report"]]) and plant["metric"] in ("", row["metric"])


SCORES = ("missed", "false alarms", "changes wrong", "changes too many")
