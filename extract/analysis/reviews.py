"""What people decided about figures, applied to the observations of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

import pandas as pd

from extract.tables import Row

ACCEPTED, CORRECTED, REJECTED, ASSIGNED = "accepted", "corrected", "rejected", "assigned"
ACTIONS = (ACCEPTED, CORRECTED, REJECTED, ASSIGNED)
#: a review is keyed by the report's hash, the figure's stretch and the metric; the rest is what was decided
REVIEWS = "sha256 start end figure metric year action value note who when".split()
REVIEWED = "reviewed"
SUM = "sum"
STALE = "report sha256 start end figure metric action who when reason".split()


#: the mentions that a sum may be made of, by their ids: a row of the mentions table each
Parts = Mapping[str, Mapping[str, Any]]
#: what tells where a figure stands
_PLACE = ("start", "end", "figure", "sentence", "sentence_start", "page")
#: the reviews of each report, the last one of each figure: report → (start, end, metric) → review
Decisions = Mapping[str, Mapping[tuple[int, int, str], Mapping[Any, Any]]]
#: rows that reviews add to a table, by report
Added = Mapping[str, Sequence[Mapping[str, Any]]]
#: where each table keeps the number that a review corrects
_VALUES = {"observations": "value", "mentions": "value", "changes": "amount"}
_ORDER = ("start", "end", "metric", "id")


def corrected(review: Mapping[Any, Any]) -> Decimal:
    """The value that a review gives a figure."""
    return Decimal(str(review["value"]))


def decisions_of(reviews: pd.DataFrame, reports: Mapping[str, str]) -> Decisions:
    """The reviews by report; `reports` names the report of each hash.

    What is decided on a figure that no metric took (it is assigned to one, or left out) takes the place of an earlier
    assignment of the same figure, whatever metric that named.
    """
    found: dict[str, dict[tuple[int, int, str], Mapping[Any, Any]]] = {}
    for review in reviews.to_dict("records"):
        report = reports.get(str(review["sha256"]))
        if report is None:
            continue
        own = found.setdefault(report, {})
        start, end, metric = int(review["start"]), int(review["end"]), str(review["metric"])
        if review["action"] == ASSIGNED or not metric:
            same = [key for key, one in own.items() if key[:2] == (start, end) and one["action"] == ASSIGNED]
            for key in same:
                del own[key]
        own[start, end, metric] = review
    return found


def decided_rows(
    table: str,
    columns: Sequence[str],
    rows: Iterable[Row],
    decisions: Decisions,
    added: Added | None = None,
    parts: Parts | None = None,
) -> Iterator[Row]:
    """The rows of a table, a few at a time, with the reviews in them; rows stand in the order of their reports.

    `added` holds what reviews add to the table; a report without rows of its own gets its place among the others.
    `parts` are the mentions of the reviewed reports: a sum of which one was rejected or corrected is added up anew.
    """
    at = columns.index("report")
    more = added or {}
    waiting = sorted(more, reverse=True)
    for report, group in groupby(rows, key=lambda row: str(row[at])):
        while waiting and waiting[-1] < report:
            yield from _decided(table, columns, [], decisions, waiting[-1], more[waiting.pop()], parts or {})
        if waiting and waiting[-1] == report:
            waiting.pop()
        if report in decisions:
            yield from _decided(table, columns, list(group), decisions, report, more.get(report, ()), parts or {})
        else:
            yield from group
    for report in reversed(waiting):
        yield from _decided(table, columns, [], decisions, report, more[report], parts or {})


def decided_frame(
    table: str, frame: pd.DataFrame, decisions: Decisions, added: Added | None = None, parts: Parts | None = None
) -> pd.DataFrame:
    """The same for a table in memory, of which only the reviewed reports are touched."""
    mask = frame["report"].isin(set(decisions))
    if not mask.any() and not added:
        return frame
    columns = list(frame.columns)
    chosen = frame[mask].astype(object)
    rows = chosen.where(chosen.notna(), None).sort_values("report", kind="stable").itertuples(index=False, name=None)
    made = pd.DataFrame(list(decided_rows(table, columns, rows, decisions, added, parts)), columns=columns)
    return pd.concat([frame[~mask], made.astype(frame.dtypes.to_dict())], ignore_index=True)


def _decided(
    table: str,
    columns: Sequence[str],
    rows: list[Row],
    decisions: Decisions,
    report: str,
    added: Sequence[Mapping[str, Any]],
    parts: Parts,
) -> list[Row]:
    """One report's rows as the reviews leave them."""
    reviews = decisions[report]
    cells: list[dict[str, Any]] = [dict(zip(columns, row, strict=True)) for row in rows]
    if table == "quantities":
        return [tuple(row.values()) for row in _claimed(cells, reviews)]
    settled: set[tuple[Any, Any]] = set()
    kept: list[tuple[Mapping[str, Any], bool]] = []
    held: set[tuple[int, int, str]] = set()
    for row in cells:
        key = (int(row["start"]), int(row["end"]), str(row["metric"]))
        held.add(key)
        review = reviews.get(key)
        if row.get("resolution") == SUM and (summed := _added_anew(row, reviews, parts)) is not None:
            kept += [(one, True) for one in summed]
            settled.update((one["metric"], one["year"]) for one in summed)
            continue
        if review is None or (review["figure"] and str(row.get("figure", review["figure"])) != review["figure"]):
            kept.append((row, False))
            continue
        if review["action"] == REJECTED:
            continue
        if review["action"] in (CORRECTED, ASSIGNED):
            row[_VALUES[table]] = corrected(review)
            row["qualifier"] = "exact"
            if "value_high" in row:
                row["value_high"] = None
        if table == "observations":
            row["resolution"] = REVIEWED
            settled.add((row["metric"], row["year"]))
        elif "flags" in row:
            row["flags"] = ";".join([*filter(None, str(row["flags"] or "").split(";")), REVIEWED])
        kept.append((row, True))
    # a library that has learnt to take the figure meanwhile has a row of its own for it
    new = [row for row in added if (row["start"], row["end"], row["metric"]) not in held]
    if new:
        settled.update((row["metric"], row["year"]) for row in new if table == "observations")
        kept = sorted([*kept, *((row, True) for row in new)], key=lambda one: tuple(one[0][name] for name in _ORDER))
    return [
        tuple(row.get(column) for column in columns)
        for row, chosen in kept
        if chosen or table != "observations" or (row["metric"], row["year"]) not in settled
    ]


def _claimed(cells: list[dict[str, Any]], reviews: Mapping[tuple[int, int, str], Mapping[Any, Any]]) -> list[dict[str, Any]]:
    """The numbers of a report, of which those that were assigned belong to their metrics."""
    names = {key[:2]: key[2] for key, one in reviews.items() if one["action"] == ASSIGNED}
    for row in cells:
        name = names.get((int(row["start"]), int(row["end"])), "")
        own = list(filter(None, str(row["metrics"] or "").split(";")))
        if name and name not in own:
            row["metrics"], row["reason"] = ";".join([*own, name]), ""
    return cells


def _added_anew(
    row: dict[str, Any], reviews: Mapping[tuple[int, int, str], Mapping[Any, Any]], parts: Parts
) -> list[dict[str, Any]] | None:
    """The sum without its rejected parts and with its corrected ones, or no row; None where no part was rejected or corrected."""
    held = [parts[key] for key in str(row.get("mentions") or "").split(";") if key in parts]
    said = [reviews.get((int(part["start"]), int(part["end"]), str(row["metric"]))) for part in held]
    actions = [review["action"] if review is not None else ACCEPTED for review in said]
    if REJECTED not in actions and CORRECTED not in actions:
        return None
    left = [(part, review, action) for part, review, action in zip(held, said, actions, strict=True) if action != REJECTED]
    if not left:
        return []
    values = [
        Decimal(str(review["value"] if review is not None and action == CORRECTED else part["value"]))
        for part, review, action in left
    ]
    row["value"], row["value_high"] = sum(values, Decimal(0)), None
    row["mentions"] = ";".join(str(part["id"]) for part, _, _ in left)
    row["resolution"] = REVIEWED
    if all((part["start"], part["end"]) != (row["start"], row["end"]) for part, _, _ in left):
        row.update((column, left[0][0][column]) for column in _PLACE if column in row)
    return [row]


def stale_reviews(
    reviews: pd.DataFrame, reports: Mapping[str, str], figures: Mapping[tuple[str, int, int, str], str]
) -> pd.DataFrame:
    """The reviews whose report or figure is no longer there; `figures` gives what stands at each place.

    A review without a metric is of a figure that no metric took: it says so of the figure, and applies to no value.
    """
    stale: list[tuple[object, ...]] = []
    latest = reviews.drop_duplicates(["sha256", "start", "end", "metric"], keep="last")
    for review in latest[latest["metric"] != ""].to_dict("records"):
        report = reports.get(str(review["sha256"]))
        figure = figures.get((str(report), int(review["start"]), int(review["end"]), str(review["metric"])))
        reason = "report gone" if report is None else "figure gone" if figure is None else ""
        if figure is not None and review["figure"] and figure != review["figure"]:
            reason = "figure changed"
        if reason:
            stale.append((report or "", *(review[column] for column in STALE[1:-1]), reason))
    return pd.DataFrame(stale, columns=STALE)
