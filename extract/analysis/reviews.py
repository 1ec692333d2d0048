"""What people decided about figures, applied to the observations of a run."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

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
