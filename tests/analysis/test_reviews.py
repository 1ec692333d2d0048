"""What reviewers decided is applied, and what no longer fits is told."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from extract.analysis.reviews import REVIEWS, decided_frame, decisions_of, stale_reviews
from extract.corpus.reviews import append_review, read_reviews
from extract.errors import UsageError
from tests.analysis.county import TOWNS, figures, read


def review(**cells: object) -> dict[str, object]:
    """A review of the disputes resolved in one report."""
    result = read(figures(TOWNS[0], 2022))
    row = result.observations[result.observations["metric"] == "disputes_resolved"].iloc[0]
    usual = {
        "sha256": result.document.sha256,
        "start": row["start"],
        "end": row["end"],
        "figure": row["figure"],
        "metric": row["metric"],
    }
    return usual | {"year": 2022, "value": "", "note": "", "who": "张", "when": "2025-01-05", "action": "accepted"} | cells


def decided(*rows: dict[str, object]) -> tuple[pd.DataFrame, pd.DataFrame]:
    result = read(figures(TOWNS[0], 2022))
    reviews = pd.DataFrame(rows, columns=REVIEWS)
    names = {result.document.sha256: result.document.name}
    table = decided_frame("observations", result.observations, decisions_of(reviews, names))
    places = zip(*(result.observations[name] for name in ("report", "start", "end", "metric", "figure")), strict=True)
    stale = stale_reviews(reviews, names, {(report, start, end, metric): figure for report, start, end, metric, figure in places})
    return table[table["metric"] == "disputes_resolved"], stale


def test_accepted_corrected_and_rejected() -> None:
    accepted, stale = decided(review())
    assert accepted[["value", "resolution"]].values.tolist() == [[94.0, "reviewed"]]
    assert stale.empty
    corrected, _ = decided(review(action="corrected", value="49"))
    assert corrected[["value", "resolution", "qualifier"]].values.tolist() == [[49.0, "reviewed", "exact"]]
    rejected, _ = decided(review(action="rejected"))
    assert rejected.empty


def test_the_last_review_of_a_figure_counts() -> None:
    table, _ = decided(review(action="rejected"), review(action="corrected", value="50"))
    assert table["value"].tolist() == [50.0]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [({"sha256": "other"}, "report gone"), ({"start": 3}, "figure gone"), ({"figure": "12件"}, "figure changed")],
)
def test_a_review_whose_text_has_gone_is_told(cells: dict[str, object], reason: str) -> None:
    table, stale = decided(review(action="rejected") | cells)
    assert len(table) == 1
    assert list(stale["reason"]) == [reason]


def test_two_reviewers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    rows = [review(start=n, end=n + 2, note=f"第{n}条，逗号和“引号”") for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda row: append_review(path, row), rows))
    held = read_reviews(path)
    assert sorted(held["start"]) == list(range(40))
    assert path.read_bytes().startswith(b"\xef\xbb\xbfsha256,")


def test_no_file_is_no_review(tmp_path: Path) -> None:
    assert read_reviews(tmp_path / "reviews.csv").empty


@pytest.mark.parametrize(
    "cells",
    [
        {"action": "liked"},
        {"action": "corrected", "value": "many"},
        {"start": "here"},
        {"action": "corrected", "value": "NaN"},
        {"action": "assigned", "value": "3", "metric": ""},
        {"action": "assigned", "value": "3", "year": "soon"},
        {"action": "assigned"},
    ],
)
def test_a_review_that_says_nothing_clear_is_refused(tmp_path: Path, cells: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        append_review(tmp_path / "reviews.csv", review() | cells)
    assert not (tmp_path / "reviews.csv").exists()


def test_a_figure_left_out_later_is_assigned_no_more() -> None:
    rows = [
        review(action="assigned", value="3", metric="legal_lectures"),
        review(action="assigned", value="4", metric="law_talks"),
    ]
    frame = pd.DataFrame(rows, columns=REVIEWS)
    sha = str(rows[0]["sha256"])
    assert [key[2] for key in decisions_of(frame, {sha: "a.txt"})["a.txt"]] == ["law_talks"]
    frame = pd.DataFrame([*rows, review(metric="")], columns=REVIEWS)
    assert [key[2] for key in decisions_of(frame, {sha: "a.txt"})["a.txt"]] == [""]
