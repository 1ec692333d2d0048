"""Whether two cells may be held against each other, and what has to be said with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

PAIRS = (
    "metric year township_a value_a qualifier_a unit_a township_b value_b qualifier_b unit_b comparable reasons id_a id_b"
).split()


def notes_of(frame: pd.DataFrame) -> Any:
    """For each row what must be said when it is compared: nothing for an exact township-wide value of the year."""
    tests = (
        ("conflict", frame["resolution"] == "conflict"),
        ("unit", ~frame["_usable"] & (frame["resolution"] != "conflict")),
        ("exactness", frame["qualifier"] != "exact"),
        ("range", frame["value_high"].notna()),
        ("part", (frame["scope"] != "township") | (frame["resolution"] == "part")),
        ("restated", frame["resolution"] == "restated"),
        ("computed", frame["resolution"] == "derived"),
        ("imported", frame["resolution"] == "imported"),
        ("doubtful", frame["flags"].fillna("") != "" if "flags" in frame else pd.Series(False, index=frame.index)),
    )
    text = np.full(len(frame), "", dtype=object)
    for word, hit in tests:
        mask = hit.fillna(False).to_numpy(bool)
        text[mask] = text[mask] + word + ";"
    return pd.Series([note.rstrip(";") for note in text], index=frame.index, dtype="string")


def comparability(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Says of two observations whether they compare: yes, limited or no, and why.

    >>> exact = {"metric": "m", "unit": "件", "year": 2024, "qualifier": "exact", "scope": "township", "resolution": "single"}
    >>> comparability(exact, exact | {"qualifier": "over"})
    ('limited', ('exactness',))
    >>> comparability(exact, exact | {"unit": "人次"})
    ('no', ('unit',))
    """
    reasons = [word for word in ("metric", "unit") if one[word] != other[word]]
    reasons += ["period"] * (one["year"] != other["year"])
    reasons += ["conflict"] * ("conflict" in (one["resolution"], other["resolution"]))
    bars = tuple(reasons)
    reasons += ["exactness"] * (one["qualifier"] != other["qualifier"] or one["qualifier"] != "exact")
    reasons += ["range"] * (_has_high(one) or _has_high(other))
    reasons += ["part"] * (_is_part(one) or _is_part(other))
    for word, resolution in (("restated", "restated"), ("computed", "derived"), ("imported", "imported")):
        reasons += [word] * (resolution in (one["resolution"], other["resolution"]))
    return ("no", bars) if bars else ("limited", tuple(reasons)) if reasons else ("yes", ())


def _has_high(row: Mapping[str, Any]) -> bool:
    high = row.get("value_high")
    return high is not None and not pd.isna(high)


def _is_part(row: Mapping[str, Any]) -> bool:
    return bool(row["scope"] != "township" or row["resolution"] == "part")


def pairs(compared: pd.DataFrame, metric: str, year: int) -> pd.DataFrame:
    """Every two townships of a compared year with what may be said of them: the cells of one metric's row held together."""
    rows: list[dict[str, Any]] = compared[(compared["metric"] == metric) & (compared["year"] == year)].to_dict("records")  # type: ignore[assignment]
    found = []
    for index, one in enumerate(rows):
        for other in rows[index + 1 :]:
            verdict, reasons = comparability(one, other)
            cells = [(row["township"], row["value"], row["qualifier"], row["unit"]) for row in (one, other)]
            found.append((metric, year, *cells[0], *cells[1], verdict, ";".join(reasons), one["id"], other["id"]))
    return pd.DataFrame(found, columns=PAIRS)
