"""The audit of whole texts: the same report filed twice, last year's sentences with last year's figures, a title's year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.alike import likenesses
from extract.analysis.findings import Finding
from extract.report.years import stated_years

if TYPE_CHECKING:
    from extract.analysis.facts import Facts
    from extract.library.model import Library

#: how many of a text's smallest clause hashes must meet for two texts to be compared at all
KEYS, COMMON = 8, 60
ALIKE, _SAME_FIGURES, _LEAST_FIGURES = 0.7, 0.8, 5
#: digits of repeated figures that cannot be chance any more
_LEAST_DIGITS = 4
SMALL = 10
#: as many equal counts, and as large a share of all that can be compared, are no chance in any words
LEAST_SAME, _SAME_SHARE = 5, 0.6
_LOOKS_BACK = re.compile(r"去年|上年|上一年|前年|补报|补作|补充")
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")


def filed_years(facts: Facts) -> dict[str, int | None]:
    """The year that each report was filed for: its title's, where the text speaks of another one."""
    reports = facts.reports.drop_duplicates("report")
    found: dict[str, int | None] = {}
    for report, year, warnings in zip(reports["report"], reports["year"], reports["warnings"].fillna(""), strict=True):
        found[report] = None if pd.isna(year) else int(year)
        if "year-conflict" in warnings:
            titled = stated_years(facts.heads.get(report, ""))
            found[report] = titled[0] if titled else found[report]
    return found


def title_years(facts: Facts, filed: Mapping[str, int | None]) -> Iterator[Finding]:
    """Reports whose title names one year and whose text another."""
    reports = facts.reports.drop_duplicates("report")
    conflicts = reports[reports["warnings"].fillna("").str.contains("year-conflict", regex=False)]
    for report in conflicts["report"]:
        head = facts.heads.get(report, "")
        title = filed.get(report)
        lines = [line.strip() for line in head.splitlines() if line.strip()]
        named = next((line for line in lines if title in stated_years(line)), "")
        body = head[head.find(named) + len(named) :] if named else head
        told = [
            sentence.group()
            for sentence in _SENTENCE.finditer(body)
            if (years := set(stated_years(sentence.group()))) and title not in years and not _LOOKS_BACK.search(sentence.group())
        ]
        # a look back at the year before is no contradiction
        if not told:
            continue
        text = next(year for year in stated_years(told[0]) if year != title)
        words: dict[str, object] = {"title": title, "text": text}
        yield Finding(
            "title_year", report, title, expected=title, found=text, words=words,
            sentence=told[0].strip(), other_sentence=named,
        )  # fmt: skip


def copied_reports(
    facts: Facts, series: pd.DataFrame, filed: Mapping[str, int | None], near: Sequence[tuple[str, str]] | None = None
) -> Iterator[Finding]:
    """Reports whose text and figures are nearly another's, and different reports filed for one township and year.

    `near` are the pairs to look at, where they are known: all pairs of names in order whose texts share a rare clause.
    """
    of = dict(zip(series["report"], series["series"], strict=True))
    names = dict(zip(series["report"], series["name"], strict=True))
    figures = _Figures(facts.mentions)
    twins: set[tuple[str, str]] = set()
    near = _near(facts.signatures) if near is None else near
    for (one, other), share in zip(near, likenesses(facts.signatures, near).tolist(), strict=True):
        if share < ALIKE or figures.shared(one, other) < _SAME_FIGURES:
            continue
        first, second = sorted((one, other), key=lambda name: (filed.get(name) or 0, _doubt(facts, name), name))
        twins.add((first, second))
        words: dict[str, object] = {"other_town": names.get(first, ""), "other_year": filed.get(first) or ""}
        yield Finding(
            "same_report", second, filed.get(second), other_report=first, words=words,
            sentence=_title(facts, second), other_sentence=_title(facts, first),
        )  # fmt: skip
    yield from _rivals(facts, of, names, filed, twins)


def _doubt(facts: Facts, report: str) -> bool:
    """Whether a report's text names another township: of two twins it is the copy."""
    return "township-conflict" in facts.warnings_of(report)


def _rivals(
    facts: Facts, of: Mapping[str, str], names: Mapping[str, str], filed: Mapping[str, int | None], twins: set[tuple[str, str]]
) -> Iterator[Finding]:
    rivals: dict[tuple[str, int], list[str]] = defaultdict(list)
    for report in sorted(filed):
        year = filed[report]
        if year is not None and names.get(report):
            rivals[(of[report], year)].append(report)
    published = facts.reports.drop_duplicates("report").set_index("report")["published"].fillna("").to_dict()
    for (_, year), reports in rivals.items():
        winner = max(reports, key=lambda report: (published.get(report, ""), report))
        for report in reports:
            if report != winner and tuple(sorted((report, winner))) not in {tuple(sorted(pair)) for pair in twins}:
                yield Finding("second_report", report, year, other_report=winner, sentence=_title(facts, report))


def _title(facts: Facts, report: str) -> str:
    lines = [line.strip() for line in facts.heads.get(report, "").splitlines() if line.strip()]
    return next((line for line in lines if stated_years(line)), lines[0] if lines else "")[:120]


def _near(signatures: Mapping[str, Sequence[int]]) -> list[tuple[str, str]]:
    """Pairs of reports that share one of their smallest hashes; a hash of many is a phrase that everybody writes."""
    holders: dict[int, list[str]] = defaultdict(list)
    for report in sorted(signatures):
        for key in list(signatures[report])[:KEYS]:
            holders[int(key)].append(report)
    pairs = {
        (one, other)
        for reports in holders.values()
        if 1 < len(reports) <= COMMON
        for place, one in enumerate(reports)
        for other in reports[place + 1 :]
    }
    return sorted(pairs)


class _Figures:
    """What each report states, as a set of metric and value."""

    def __init__(self, mentions: pd.DataFrame) -> None:
        self.held: dict[str, Any] = {str(report): rows for report, rows in mentions.groupby("report").indices.items()}
        self.metric = mentions["metric"].to_numpy(dtype=object)
        self.value = mentions["value"].to_numpy(np.float64)

    def of(self, report: str) -> set[tuple[str, float]]:
        rows = self.held.get(report, ())
        return {(self.metric[row], self.value[row]) for row in rows}

    def shared(self, one: str, other: str) -> float:
        """The share of figures that two reports have in common, nothing where there are few."""
        a, b = self.of(one), self.of(other)
        return len(a & b) / max(len(a | b), 1) if min(len(a), len(b)) >= _LEAST_FIGURES else 0.0


def repeated_figures(facts: Facts, series: pd.DataFrame, filed: Mapping[str, int | None], library: Library) -> Iterator[Finding]:
    """Sentences of last year's report that came again with all their figures.

    What a township has (staff, villages), rates, zeros and small counts may well be the same; a few counts of two digits and
    more in the very same words may not, nor may half of all counts in whatever words.
    """
    lasting = {metric.id for metric in library.metrics.values() if metric.stock or metric.unit == "%"}
    mentions = facts.mentions
    flows = mentions[~mentions["metric"].isin(lasting) & (mentions["basis"] == "actual") & (mentions["value"] >= SMALL)]
    flows = flows.merge(series[["report", "series"]], on="report")
    flows["_filed"] = flows["report"].map(filed).astype("Int64")
    flows = flows[flows["_filed"].notna() & flows["period"].eq(flows["report_year"]).fillna(False)].drop_duplicates(
        ["report", "start"]
    )
    flows = flows.assign(_last=flows["_filed"] - 1)
    before = flows[["report", "series", "metric", "value", "_filed", "start", "sentence_key"]].rename(
        columns={"_filed": "_last", "report": "report_before", "start": "start_before", "value": "value_before"}
    )
    joined = flows.merge(before, on=["series", "metric", "_last"], suffixes=("", "_before"))
    joined = joined[joined["report"] != joined["report_before"]]
    joined["_same"] = joined["value"] == joined["value_before"]
    joined = joined.sort_values(["report", "start", "_same"], ascending=[True, True, False], kind="stable")
    joined = joined.drop_duplicates(["report", "start"])
    pair = joined.groupby(["report", "report_before"])["_same"]
    shared, compared = pair.transform("sum"), pair.transform("size")
    mass = (shared >= LEAST_SAME) & (shared >= _SAME_SHARE * compared)
    joined["_verbatim"] = joined["_same"] & (joined["sentence_key"] == joined["sentence_key_before"])
    for (report, other), rows in joined[joined["_same"] & (mass | joined["_verbatim"])].groupby(
        ["report", "report_before"], sort=True
    ):
        rows = rows.assign(_digits=_digits(rows["value"]))
        verbatim = rows.loc[rows["_verbatim"], "_digits"]
        if mass[rows.index[0]] or verbatim.sum() >= _LEAST_DIGITS or (len(verbatim) and verbatim.max() >= _LEAST_DIGITS - 1):
            first = rows.sort_values(["_verbatim", "_digits", "start"], ascending=[False, False, True], kind="stable").iloc[0]
            at = int(first["start"]), int(first["end"]), str(other), int(first["start_before"])
            value = float(first["value"])
            count: dict[str, object] = {"count": len(rows)}
            yield Finding("repeated_figures", str(report), filed[str(report)], first["metric"], None, value, *at, count)


def _digits(values: Any) -> Any:
    """How many digits of a value say something: 1200 has two."""
    return [len(format(value, ".0f").rstrip("0")) for value in values]
