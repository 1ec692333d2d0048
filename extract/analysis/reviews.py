"""What people decided about figures, applied to the observations of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from extract.matching.result import Row

ACCEPTED, CORRECTED, REJECTED = "accepted", "corrected", "rejected"
ACTIONS = (ACCEPTED, CORRECTED, REJECTED)
#: a review is keyed by the report's hash, the figure's stretch and the metric; the rest is what was decided
REVIEWS = "sha256 start end figure metric year action value note who when".split()
REVIEWED = "reviewed"
STALE = "report sha256 start end figure metric action who when reason".split()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The observations with the reviews in them, and the reviews whose figure is no longer there."""

    observations: pd.DataFrame
    stale: pd.DataFrame


def apply_reviews(observations: pd.DataFrame, reviews: pd.DataFrame, reports: pd.DataFrame) -> Reviewed:
    """Accepts, corrects and rejects figures as the reviews say, the last one on a figure counting.

    A corrected or accepted value is the only one of its report, metric and year, so that it settles a conflict. A review
    whose text or figure has gone changes nothing, and is given back as stale.
    """
    if reviews.empty:
        return Reviewed(observations, pd.DataFrame(columns=STALE))
    frame = observations.reset_index(drop=True).copy()
    names = reports.drop_duplicates("sha256").set_index("sha256")["report"].to_dict()
    place: dict[tuple[Any, ...], int] = {}
    for number, key in enumerate(zip(frame["report"], frame["start"], frame["end"], frame["metric"], strict=True)):
        place.setdefault((str(key[0]), int(key[1]), int(key[2]), str(key[3])), number)
    latest = reviews.drop_duplicates(["sha256", "start", "end", "metric"], keep="last")
    dropped: set[int] = set()
    stale: list[tuple[object, ...]] = []
    for review in latest.to_dict("records"):
        report = names.get(review["sha256"])
        row = place.get((str(report), int(review["start"]), int(review["end"]), str(review["metric"])))
        figure = str(frame.at[row, "figure"]) if row is not None and "figure" in frame else review["figure"]
        reason = "report gone" if report is None else "figure gone" if row is None else ""
        if row is not None and review["figure"] and figure != review["figure"]:
            reason = "figure changed"
        if reason or row is None:
            stale.append((report or "", *(review[column] for column in STALE[1:-1]), reason))
            continue
        _decide(frame, row, review, dropped)
    kept = frame.drop(index=sorted(dropped)).reset_index(drop=True)
    return Reviewed(kept, pd.DataFrame(stale, columns=STALE))


def _decide(frame: pd.DataFrame, row: int, review: dict[Any, Any], dropped: set[int]) -> None:
    if review["action"] == REJECTED:
        dropped.add(row)
        return
    chosen: Any = frame.loc[row]
    same = frame["report"].eq(chosen["report"]) & frame["metric"].eq(chosen["metric"]) & frame["year"].eq(chosen["year"])
    dropped.update(int(n) for n in frame.index[same.fillna(False)] if n != row)
    frame.at[row, "resolution"] = REVIEWED
    if review["action"] == CORRECTED:
        frame.at[row, "value"] = float(Decimal(str(review["value"])))
        frame.at[row, "value_high"] = None
        frame.at[row, "qualifier"] = "exact"


#: the reviews of each report, the last one of each figure: report → (start, end, metric) → review
Decisions = Mapping[str, Mapping[tuple[int, int, str], Mapping[Any, Any]]]
#: where each table keeps the number that a review corrects
_VALUES = {"observations": "value", "mentions": "value", "changes": "amount"}


def decisions_of(reviews: pd.DataFrame, reports: Mapping[str, str]) -> Decisions:
    """The reviews by report; `reports` names the report of each hash."""
    found: dict[str, dict[tuple[int, int, str], Mapping[Any, Any]]] = {}
    for review in reviews.to_dict("records"):
        report = reports.get(str(review["sha256"]))
        if report is not None:
            found.setdefault(report, {})[int(review["start"]), int(review["end"]), str(review["metric"])] = review
    return found


def decided_rows(table: str, columns: Sequence[str], rows: Iterable[Row], decisions: Decisions) -> Iterator[Row]:
    """The rows of a table, a few at a time, with the reviews in them; rows of one report stand together."""
    at = columns.index("report")
    held: list[Row] = []
    for row in rows:
        if held and held[0][at] != row[at]:
            yield from _decided(table, columns, held, decisions[str(held[0][at])])
            held = []
        if str(row[at]) in decisions:
            held.append(row)
        else:
            yield row
    if held:
        yield from _decided(table, columns, held, decisions[str(held[0][at])])


def decided_frame(table: str, frame: pd.DataFrame, decisions: Decisions) -> pd.DataFrame:
    """The same for a table in memory, of which only the reviewed reports are touched."""
    mask = frame["report"].isin(set(decisions))
    if not mask.any():
        return frame
    columns = list(frame.columns)
    chosen = frame[mask].astype(object)
    rows = chosen.where(chosen.notna(), None).sort_values("report", kind="stable").itertuples(index=False, name=None)
    made = pd.DataFrame(list(decided_rows(table, columns, rows, decisions)), columns=columns).astype(frame.dtypes.to_dict())
    return pd.concat([frame[~mask], made], ignore_index=True)


def _decided(
    table: str, columns: Sequence[str], rows: list[Row], reviews: Mapping[tuple[int, int, str], Mapping[Any, Any]]
) -> list[Row]:
    """One report's rows as the reviews leave them."""
    cells: list[dict[str, Any]] = [dict(zip(columns, row, strict=True)) for row in rows]
    settled: set[tuple[Any, Any]] = set()
    kept = []
    for row in cells:
        review = reviews.get((int(row["start"]), int(row["end"]), str(row["metric"])))
        if review is None or (review["figure"] and str(row.get("figure", review["figure"])) != review["figure"]):
            kept.append((row, False))
            continue
        if review["action"] == REJECTED:
            continue
        if review["action"] == CORRECTED:
            row[_VALUES[table]] = Decimal(str(review["value"]))
            row["qualifier"] = "exact"
            if "value_high" in row:
                row["value_high"] = None
        if table == "observations":
            row["resolution"] = REVIEWED
            settled.add((row["metric"], row["year"]))
        elif "flags" in row:
            row["flags"] = ";".join([*filter(None, str(row["flags"] or "").split(";")), REVIEWED])
        kept.append((row, True))
    return [
        tuple(row[column] for column in columns)
        for row, chosen in kept
        if chosen or table != "observations" or (row["metric"], row["year"]) not in settled
    ]


def stale_reviews(
    reviews: pd.DataFrame, reports: Mapping[str, str], figures: Mapping[tuple[str, int, int, str], str]
) -> pd.DataFrame:
    """The reviews whose report or figure is no longer there; `figures` gives what stands at each place that was read.

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
