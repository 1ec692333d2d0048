"""The commands of analysis, on a folder of reports."""

import csv
from pathlib import Path

import pytest

from extract.cli import main
from extract.corpus.facts import store_facts
from extract.exporting.files import export
from extract.library import load_library
from tests.analysis.county import TOWNS, figures, text_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("county")
    for town in TOWNS[:2]:
        (place / town).mkdir()
        for year in (2023, 2024):
            made = figures(town, year)
            made.instead = {"satisfaction": "群众满意度104.5%。"} if (town, year) == (TOWNS[0], 2024) else {}
            (place / town / f"{year}.txt").write_text(text_of(made), encoding="utf-8")
    return place


COMMANDS = [
    (["compare", "--year", "2024", "--metric", "hotline_tickets"], "热线工单"),
    (["changes", "--year", "2024", "--origin", "stated"], "agrees"),
    (["changes", "--trends", "--format", "csv"], "rank_change"),
    (["audit"], "群众满意度为104.5%，超过100%。"),
    (["audit", "--format", "json"], "Satisfaction rate is 104.5%, more than 100%."),
    (["suggest", "--account"], "unclaimed"),
    (["suggest", "--account", "--township", TOWNS[1], "--year", "2023", "--format", "csv"], f"{TOWNS[1]}/2023.txt"),
    (["export", "--year", "2024", "--township", TOWNS[0]], "群众满意度"),
    (["export", "--format", "csv"], "unit_stated"),
    (["export", "--shape", "metrics", "--year", "2024", "--format", "json"], f'"{TOWNS[0]}": '),
]


@pytest.mark.parametrize(("arguments", "expected"), COMMANDS, ids=[" ".join(case[0]) for case in COMMANDS])
def test_a_command_prints_its_table(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([arguments[0], str(folder), *arguments[1:], "--lang", "zh"])
    assert ended.value.code == 0
    assert expected in capsys.readouterr().out


def test_export_writes_the_file_and_wrong_names_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", str(folder), "-o", str(tmp_path / "a.html"), "--lang", "en"])
    assert ended.value.code == 0
    assert (tmp_path / "a.html").stat().st_size > 5_000
    with pytest.raises(SystemExit) as ended:
        main(["export", str(folder), "-o", str(tmp_path / "a.exe")])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        *((([command, "--year", "1999"]), "没有1999年的报告。现有20") for command in ("compare", "changes", "audit", "suggest")),
        (["export", "--year", "1999", "-o", "none.docx"], "没有1999年的报告"),
        (["export", "--township", "无名镇"], "没有“无名镇”的报告"),
        (["suggest", "--township", "无名镇"], "没有“无名镇”的报告"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_no_report_is_of_is_a_mistake_and_no_empty_table(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str],
    message: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main([arguments[0], str(folder), *arguments[1:], "--lang", "zh"])
    assert ended.value.code == 2
    assert message in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_full_export_streams_the_very_rows_that_are_held_in_memory_otherwise(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.duckdb"
    with pytest.raises(SystemExit):
        main(["extract", str(folder), "--store", str(store), "-o", str(tmp_path / "all.csv")])
    library = load_library()
    for year, metrics in ((None, []), (2024, ["hotline_tickets", "penalty_cases"])):
        here, streamed = tmp_path / "here.csv", tmp_path / "streamed.csv"
        export(here, store_facts(store), library, year=year, metrics=metrics)
        filters = [] if year is None else ["--year", str(year), *(part for metric in metrics for part in ("--metric", metric))]
        with pytest.raises(SystemExit) as ended:
            main(["export", str(store), *filters, "-o", str(streamed)])
        assert ended.value.code == 0
        assert streamed.read_bytes() == here.read_bytes()
        assert len(streamed.read_text(encoding="utf-8").splitlines()) > 4


def test_trends_of_a_year_end_with_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["changes", str(folder), "--trends", "--year", "2023", "--format", "csv"])
    assert ended.value.code == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert {row["last_year"] for row in rows} == {"2023"}


def test_numbers_of_wide_tables_are_printed_as_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", str(folder), "--shape", "years", "--metric", "hotline_tickets", "--lang", "zh"])
    assert f" {figures(TOWNS[0], 2024).hotline} " in capsys.readouterr().out.replace("\n", " \n")
