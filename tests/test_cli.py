"""The command line: what it prints, writes, and which code it ends with."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract import cli
from tests.corpus_run.corpora import LIBRARY, report, write


@pytest.fixture(autouse=True)
def plain_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("LC_ALL", "LC_MESSAGES", "TOWNSHIP_METRICS_LIBRARY"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def library(tmp_path: Path) -> str:
    (tmp_path / "small.yaml").write_text(LIBRARY, encoding="utf-8")
    return str(tmp_path / "small.yaml")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    files = {"石桥镇2023.txt": report(year=2023, received=50), "石桥镇2024.txt": report(), "empty.txt": ""}
    return write(tmp_path / "corpus", files)


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


def test_without_o_the_table_is_printed(corpus: Path, library: str, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "empty.txt").unlink()
    assert run("extract", corpus, "--library", library) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0].split() == [
        "township",
        "year",
        "metric",
        "value",
        "value_high",
        "qualifier",
        "unit",
        "resolution",
        "sentence",
    ]
    assert out.splitlines()[1].split()[:4] == ["石桥镇", "2023", "disputes_received", "50"]
    assert err.startswith("2 read, 0 matched again, 0 unchanged, 0 gone, 0 could not be read; 6 figures, 4 claimed, 2 unclaimed")


def test_every_table(corpus: Path, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["mentions", "changes", "audit", "quantities", "reports"]
    options = [part for name in names for part in (f"--{name}", tmp_path / f"{name}.csv")]
    assert run("extract", corpus, "-o", tmp_path / "o.csv", "--library", library, *options) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "empty.txt: The file holds no text. [empty]" in err
    with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["year"], row["metric"], row["value"]) for row in rows] == [
        ("2023", "disputes_received", "50"),
        ("2023", "disputes_resolved", "47"),
        ("2024", "disputes_received", "124"),
        ("2024", "disputes_resolved", "121"),
    ]
    from extract import tables

    for name in names:
        header = (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        assert header == ",".join(getattr(tables, name.upper())), name


@pytest.mark.parametrize("form", ["csv", "json"])
def test_formats(corpus: Path, library: str, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("extract", corpus, "--library", library, "--format", form)
    printed = capsys.readouterr().out
    run("extract", corpus, "--library", library, "-o", tmp_path / f"o.{form}")
    written = (tmp_path / f"o.{form}").read_text(encoding="utf-8-sig")
    assert printed == written
    if form == "json":
        assert [row["value"] for row in json.loads(printed)] == [50, 47, 124, 121]


def test_parquet(corpus: Path, library: str, tmp_path: Path) -> None:
    assert run("extract", corpus, "--library", library, "-o", tmp_path / "out", "--format", "parquet") == 1
    assert [path.parent.parent.name for path in sorted((tmp_path / "out").rglob("*.parquet"))] == ["year=2023", "year=2024"]
    assert run("extract", corpus, "--library", library, "--format", "parquet") == 2


def test_a_store_is_kept_and_used(corpus: Path, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "deep" / "store.duckdb"
    run("extract", corpus, "--library", library, "--store", store)
    capsys.readouterr()
    assert run("extract", corpus, "--library", library, "--store", store) == 1
    assert "0 read, 0 matched again, 2 unchanged, 0 gone, 1 could not be read" in capsys.readouterr().err
    assert [path.name for path in corpus.iterdir() if path.name.startswith(".")] == [], "nothing is written beside the corpus"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["extract"], 2, "Missing argument"),
        (["extract", "none"], 2, "Error: There is no such file or folder"),
        (["extract", ".", "--engine", "spark"], 2, "Error: There is no engine 'spark'. Allowed: serial, processes, dask."),
        (["extract", ".", "--workers", "0"], 2, "Error: The number of workers must be 1 or more."),
        (["extract", ".", "--format", "xml"], 2, "Error: There is no format 'xml'. Allowed: table, csv, json, parquet."),
        (["extract", ".", "--library", "none.yaml"], 2, "none.yaml:1:1 the file does not exist."),
        (["extract", ".", "-o", "no/such/folder/o.csv"], 4, "cannot be written (there is no folder"),
        (["extract", ".", "-o", "."], 4, "cannot be written (it is a folder)"),
        (["extract", ".", "--lang", "fr"], 2, "There is no language 'fr'. Allowed: en, zh."),
        (["read", "none.txt"], 1, "There is no such file. [missing]"),
        (["read", "."], 2, "is a folder; name a file."),
        (["explain", "石桥镇2024.txt", "--metric", "disputes_recieved"], 2, "Did you mean disputes_received?"),
        (["nonsense"], 2, "No such command"),
    ],
)
def test_wrong_use(
    arguments: list[str],
    code: int,
    message: str,
    corpus: Path,
    library: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(corpus)
    monkeypatch.setenv("TOWNSHIP_METRICS_LIBRARY", library)
    assert run(*arguments) == code
    err = capsys.readouterr().err
    assert message in err
    assert "Traceback" not in err


def test_busy(corpus: Path, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from extract.corpus.lock import RunLock

    with RunLock(tmp_path / "s.duckdb.lock"):
        assert run("extract", corpus, "--library", library, "--store", tmp_path / "s.duckdb") == 3
    assert f"Another run (process {os.getpid()}) is writing" in capsys.readouterr().err


def test_bad_files_do_not_stop_the_others(tmp_path: Path, library: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(
        tmp_path / "bad", {"good.txt": report(), "nofigure.txt": "全镇依法行政工作扎实推进。", "notice.txt": "今日停水。"}
    )
    (folder / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "long.txt").write_text("法" * 1_000_000 + "排查纠纷5起", encoding="utf-8")
    assert run("extract", folder, "--library", library, "--reports", tmp_path / "r.csv") == 1
    err = capsys.readouterr().err
    assert "junk.txt: " in err
    assert "1 could not be read" in err
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {row["report"]: row for row in csv.DictReader(file)}
    assert sorted(known) == ["good.txt", "long.txt", "nofigure.txt", "notice.txt"]
    assert known["notice.txt"]["township"] == ""
    assert known["notice.txt"]["year"] == ""
    assert known["notice.txt"]["warnings"] != "", "an unknown township or year is flagged"


def test_identity_file(corpus: Path, library: str, tmp_path: Path) -> None:
    text = "report,township,county,city,province,year\n石桥镇2023.txt,金沟镇,甲县,,,2021\n"
    (corpus / "identity.csv").write_text(text, encoding="utf-8-sig")
    run("extract", corpus, "--library", library, "--reports", tmp_path / "r.csv", "-o", tmp_path / "o.csv")
    rows = (tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[1].startswith("石桥镇2023.txt,txt,金沟镇,甲县,")
    assert ",2021," in rows[1]
    (corpus / "identity.csv").write_text("report,year\nx,20\n", encoding="utf-8")
    assert run("extract", corpus, "--library", library) == 2


def test_read(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", corpus / "石桥镇2024.txt") == 0
    out = capsys.readouterr().out
    assert out.startswith("石桥镇2024.txt: txt, reader ")
    assert "encoding utf-8" in out
    assert "排查矛盾纠纷124起" in out


def test_explain(corpus: Path, library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", corpus / "石桥镇2024.txt", "--library", library, "--metric", "disputes_resolved") == 0
    out = capsys.readouterr().out
    assert "121起" in out
    assert "124起" not in out.partition("├")[2]


def test_metrics(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("metrics", "list", "--library", library, "--format", "json") == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == ["disputes_received", "disputes_resolved"]
    assert run("metrics", "try", "排查纠纷12起，化解9起", "--library", library, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(row["metric"], row["value"]) for row in found] == [("disputes_received", 12), ("disputes_resolved", 9)]
    assert run("metrics", "check", "--library", library) == 2
    err = capsys.readouterr().err
    assert f"{library}:11:3 [disputes_received] 0 of its examples read disputes_received, the least is 3." in err
    assert "    disputes_received:" in err


def test_a_finding_shows_its_place_in_a_long_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "long.yaml"
    words = ", ".join(["化解", *(f"化解{n}" for n in range(80)), "化解", *(f"调解{n}" for n in range(80))])
    path.write_text(LIBRARY.replace("化解: [化解, 调解成功]", f"化解: [{words}]"), encoding="utf-8")
    assert words in path.read_text("utf-8")
    run("metrics", "check", "--library", path)
    lines = capsys.readouterr().err.splitlines()
    shown = lines[next(i for i, line in enumerate(lines) if "stands twice" in line) + 1]
    assert "化解79, 化解, 调解0" in shown
    assert len(shown) <= 110


def test_a_broken_library_lists_every_problem(tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(LIBRARY.replace("unit: 件", "einheit: 件").replace("category: disputes", "category: none"), encoding="utf-8")
    assert run("extract", corpus, "--library", path) == 2
    assert len(capsys.readouterr().err.splitlines()) >= 4


COMMANDS = ["", "extract", "read", "explain", "dashboard", "metrics", "metrics list", "metrics check", "metrics try", "places"]


@pytest.mark.parametrize("command", [command.split() for command in COMMANDS])
def test_help_in_both_languages(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    texts = {}
    for language in ("en", "zh"):
        assert run(*command, "--help", "--lang", language) == 0
        texts[language] = capsys.readouterr().out
    body = texts["zh"].partition("\n")[2]
    assert any("\u4e00" <= character <= "\u9fff" for character in body)
    assert not any("\u4e00" <= character <= "\u9fff" for character in texts["en"])


def test_messages_in_chinese(corpus: Path, library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", corpus, "--library", library, "--lang", "zh") == 1
    err = capsys.readouterr().err
    assert "empty.txt：文件中没有文字［empty］" in err
    assert "读取 2 份" in err


def test_the_installed_command(corpus: Path, library: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extract.cli", "extract", str(corpus), "--library", library, "--format", "csv"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 1
    assert "石桥镇".encode() in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_reader_of_our_output_that_has_seen_enough(corpus: Path, library: str) -> None:
    for n in range(300):
        (corpus / f"{n}.txt").write_text(report(received=n + 10, year=2010), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "extract.cli",
        "extract",
        str(corpus),
        "--library",
        library,
        "--format",
        "csv",
        "--workers",
        "1",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
