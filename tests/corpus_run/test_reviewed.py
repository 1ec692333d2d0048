"""Reviews and years kept by hand are in every table that a run gives out."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.cli import command_tree
from extract.corpus.result import extract_corpus
from extract.corpus.reviews import append_review, undo_review
from extract.library import load_library

TITLE = "云岫县石屏镇2024年法治政府建设工作报告"
TEXT = f"{TITLE}\n\n2024年，石屏镇依法行政。排查矛盾纠纷98件，化解94件。审查合同15份，较上年增加3份。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "石屏镇2024.txt").write_text(TEXT, encoding="utf-8")
    return folder


def decide(corpus: Path, figure: str, metric: str, action: str, value: str = "", year: int = 2024) -> None:
    result = extract_corpus(corpus, load_library())
    start = TEXT.index(figure)
    sha = str(result.reports["sha256"][0])
    cells = {"sha256": sha, "start": start, "end": start + len(figure), "figure": figure, "metric": metric, "year": year}
    append_review(
        corpus / "reviews.csv", cells | {"action": action, "value": value, "note": "", "who": "李", "when": "2025-02-01"}
    )


def run(*arguments: str) -> str:
    outcome = CliRunner().invoke(command_tree("en"), list(arguments))
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def rows(place: Path) -> list[dict[str, str]]:
    with place.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_of_a_run_carries_what_was_decided(corpus: Path, tmp_path: Path) -> None:
    decide(corpus, "94件", "disputes_resolved", "corrected", "49")
    decide(corpus, "98件", "disputes_received", "accepted")
    decide(corpus, "15份", "contracts_reviewed", "rejected")
    decide(corpus, "3份", "contracts_reviewed", "corrected", "5")
    out = {name: tmp_path / f"{name}.csv" for name in ("observations", "mentions", "changes")}
    run(
        "extract",
        str(corpus),
        "-o",
        str(out["observations"]),
        "--mentions",
        str(out["mentions"]),
        "--changes",
        str(out["changes"]),
    )
    held = {row["metric"]: (row["value"], row["resolution"]) for row in rows(out["observations"])}
    assert held == {"disputes_resolved": ("49", "reviewed"), "disputes_received": ("98", "reviewed")}
    read = {row["metric"]: (row["value"], row["flags"]) for row in rows(out["mentions"])}
    assert read == {"disputes_resolved": ("49", "reviewed"), "disputes_received": ("98", "reviewed")}
    assert [row["amount"] for row in rows(out["changes"])] == ["5"]


def test_the_tables_in_memory_are_those_of_the_files(corpus: Path) -> None:
    decide(corpus, "94件", "disputes_resolved", "corrected", "49")
    result = extract_corpus(corpus, load_library())
    observations, facts = result.observations, result.facts()
    for table in (observations, facts.observations):
        chosen = table[table["metric"] == "disputes_resolved"]
        assert chosen[["value", "resolution"]].values.tolist() == [[49.0, "reviewed"]]
    assert facts.mentions.set_index("metric").at["disputes_resolved", "value"] == 49.0


def test_a_figure_that_no_metric_took_becomes_a_value_where_a_reviewer_says_so(corpus: Path, tmp_path: Path) -> None:
    place = corpus / "石屏镇2024.txt"
    place.write_text(TEXT + "\n另有墙报26期上了墙。\n", encoding="utf-8")
    (corpus / "没有数字.txt").write_text("云岫县石屏镇2020年法治政府建设工作报告\n\n石屏镇依法行政。\n", encoding="utf-8")
    text = place.read_text("utf-8")
    result = extract_corpus(corpus, load_library())
    sha = str(result.reports.set_index("report").at["石屏镇2024.txt", "sha256"])
    start = text.index("26期")
    assert result.quantities.set_index(["report", "start"]).at[("石屏镇2024.txt", start), "metrics"] == ""
    cells = {"sha256": sha, "start": start, "end": start + 3, "figure": "26期", "metric": "legal_training_sessions", "year": 2024}
    path = corpus / "reviews.csv"
    append_review(path, cells | {"action": "assigned", "value": "26", "note": "", "who": "李", "when": "2025-02-01"})
    out = {name: tmp_path / f"{name}.csv" for name in ("observations", "mentions", "quantities")}
    told = run(
        "extract", str(corpus), "-o", str(out["observations"]), "--mentions", str(out["mentions"]),
        "--quantities", str(out["quantities"]),
    )  # fmt: skip
    assert "no longer applies" not in told
    row = next(row for row in rows(out["observations"]) if row["metric"] == "legal_training_sessions")
    assert (row["value"], row["resolution"], row["figure"], row["township"]) == ("26", "reviewed", "26期", "石屏镇")
    assert row["sentence"].strip() == "另有墙报26期上了墙。"
    assert text[int(row["start"]) : int(row["end"])] == row["figure"]
    mention = next(row for row in rows(out["mentions"]) if row["metric"] == "legal_training_sessions")
    assert (mention["id"], mention["flags"], mention["period"]) == (row["mentions"], "reviewed", "2024")
    assert [one["metrics"] for one in rows(out["quantities"]) if one["figure"] == "26期"] == ["legal_training_sessions"]
    order = [(one["report"], int(one["start"])) for one in rows(out["observations"])]
    assert order == sorted(order)
    result = extract_corpus(corpus, load_library())
    facts = result.facts()
    assert facts.observations.set_index("metric").at["legal_training_sessions", "value"] == 26.0
    assigned = facts.observations[facts.observations["metric"] == "legal_training_sessions"]
    assert facts.quotes(assigned).tolist() == [row["sentence"]]
    assert start not in set(facts.unclaimed["start"])

    assert undo_review(path) is not None
    run("extract", str(corpus), "-o", str(out["observations"]))
    assert "legal_training_sessions" not in {row["metric"] for row in rows(out["observations"])}


def test_an_assigned_figure_stands_in_a_report_that_has_no_value_of_its_own(corpus: Path, tmp_path: Path) -> None:
    text = "云岫县竹溪镇2024年法治政府建设工作报告\n\n墙报26期上了墙。\n"
    (corpus / "一竹溪镇.txt").write_text(text, encoding="utf-8")
    result = extract_corpus(corpus, load_library())
    sha = str(result.reports.set_index("report").at["一竹溪镇.txt", "sha256"])
    start = text.index("26期")
    cells = {"sha256": sha, "start": start, "end": start + 3, "figure": "26期", "metric": "legal_training_sessions", "year": 2024}
    append_review(corpus / "reviews.csv", cells | {"action": "assigned", "value": "26"})
    out = tmp_path / "out.csv"
    run("extract", str(corpus), "-o", str(out))
    assert next(row["report"] for row in rows(out)) == "一竹溪镇.txt"
    assert len(extract_corpus(corpus, load_library()).observations) == len(rows(out))
    append_review(corpus / "reviews.csv", cells | {"metric": "no_such_metric", "action": "assigned", "value": "26"})
    assert "no_such_metric): metric gone" in run("extract", str(corpus), "-o", str(out))
    assert undo_review(corpus / "reviews.csv") is not None
    (corpus / "一竹溪镇.txt").write_text(text.replace("26期", "27期"), encoding="utf-8")
    told = run("extract", str(corpus), "-o", str(out))
    assert "A review no longer applies" in told
    assert "一竹溪镇.txt" not in {row["report"] for row in rows(out)}


def test_a_review_of_a_text_that_has_changed_is_told_and_nothing_else(corpus: Path, tmp_path: Path) -> None:
    decide(corpus, "94件", "disputes_resolved", "rejected")
    (corpus / "石屏镇2024.txt").write_text(TEXT.replace("94件", "93件"), encoding="utf-8")
    out = tmp_path / "out.csv"
    told = run("extract", str(corpus), "-o", str(out))
    assert "A review no longer applies" in told
    assert "report gone" in told
    assert [row["value"] for row in rows(out) if row["metric"] == "disputes_resolved"] == ["93"]


def test_years_kept_by_hand_stand_below_those_that_were_read(corpus: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("乡镇,县,年份,化解纠纷\n石屏镇,云岫县,2022,81\n", encoding="utf-8")
    out = tmp_path / "out.csv"
    run("extract", str(corpus), "-o", str(out), "--history", str(kept))
    last = rows(out)[-1]
    assert (last["year"], last["metric"], last["value"], last["resolution"]) == ("2022", "disputes_resolved", "81", "imported")


@pytest.mark.parametrize(
    ("action", "value", "left"),
    [("rejected", "", ("12", "12个")), ("corrected", "5", ("17", "12个")), ("accepted", "", ("15", "12个"))],
)
def test_a_sum_is_added_up_anew_when_a_part_was_decided_on(
    tmp_path: Path, action: str, value: str, left: tuple[str, str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    text = f"{TITLE}\n\n2024年，石屏镇依法行政。全镇辖12个行政村、3个社区。\n"
    (folder / "石屏镇2024.txt").write_text(text, encoding="utf-8")
    result = extract_corpus(folder, load_library())
    held = result.observations.set_index("metric").loc["villages"]
    assert (held["value"], held["resolution"]) == (15, "sum")
    part = result.mentions[result.mentions["value"] == 3].iloc[0]
    review = {column: part[column] for column in ("start", "end", "figure", "metric")} | {"sha256": result.reports["sha256"][0]}
    review |= {"year": 2024, "action": action, "value": value, "note": "", "who": "李", "when": "2025-02-01"}
    append_review(folder / "reviews.csv", review)
    out = tmp_path / "out.csv"
    run("extract", str(folder), "-o", str(out))
    (row,) = [row for row in rows(out) if row["metric"] == "villages"]
    assert (row["value"], row["figure"]) == left
