"""The commands of analysis, on a folder of reports."""

from pathlib import Path

import pytest

from extract.cli import main
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
