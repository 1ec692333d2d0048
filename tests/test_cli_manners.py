"""How the command line treats a newcomer: version, doctor, hints, near misses, colours, languages."""

import errno
import io
import json
import sys
from pathlib import Path

import pytest

from extract import cli, cli_common, cli_doctor, installation
from extract import command as loading
from extract.cli_doctor import examine
from extract.cli_texts import _TEXTS
from extract.library import load_library
from tests.corpus_run.corpora import LIBRARY, report, write


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("LC_ALL", "LC_MESSAGES", "TOWNSHIP_METRICS_LIBRARY", "NO_COLOR"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def library(tmp_path: Path) -> str:
    (tmp_path / "small.yaml").write_text(LIBRARY, encoding="utf-8")
    return str(tmp_path / "small.yaml")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus", {"石桥镇2023.txt": report(year=2023, received=50), "石桥镇2024.txt": report()})


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


def test_version_names_the_library(library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    own = capsys.readouterr().out
    assert own.startswith(f"township-metrics {installation.program_version()}, pattern library {load_library().hash} (")
    monkeypatch.setenv("TOWNSHIP_METRICS_LIBRARY", library)
    assert run("--version", "--lang", "zh") == 0
    assert load_library(library).hash in capsys.readouterr().out


def test_without_anything_it_says_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    run("--lang", "en")
    assert "First steps: `dashboard`" in "".join(capsys.readouterr())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_is_in_one_language(language: str) -> None:
    tree = cli.command_tree(language)
    for name, command in tree.commands.items():
        texts = [command.help, *(parameter.help for parameter in command.params)]
        assert all(texts), name
        index = ("en", "zh").index(language)
        known = {pair[index] for pair in _TEXTS.values()}
        assert set(texts) <= known, name


NEAR = [
    (["compare", "--metric", "dispute_received"], "Did you mean disputes_received?"),
    (["compare", "--township", "石乔镇"], "Did you mean 石桥镇?"),
    (["compare", "--county", "甲乙丙丁县"], "No report is of the county '甲乙丙丁县'."),
    (["audit", "--severity", "warn"], "Did you mean warning?"),
    (["changes", "--origin", "state"], "Did you mean stated?"),
]


@pytest.mark.parametrize(("arguments", "message"), NEAR, ids=[" ".join(case[0]) for case in NEAR])
def test_a_near_miss_is_answered_with_the_name(
    corpus: Path, library: str, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments[0], corpus, *arguments[1:], "--library", library) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("name", ["disputes_received", "受理纠纷", "石桥"])
def test_names_may_be_told_as_people_say_them(corpus: Path, library: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    option = "--township" if name == "石桥" else "--metric"
    known = load_library(library).metrics["disputes_received"].zh
    assert run("compare", corpus, option, known if name == "受理纠纷" else name, "--library", library, "--format", "csv") == 0
    assert "石桥镇" in capsys.readouterr().out


def test_a_former_name_brings_the_whole_series(tmp_path: Path, library: str, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        f"甲县{name}{year}.txt": report(year=year).replace("石桥镇", name) for name, year in (("青芦乡", 2023), ("青芦镇", 2024))
    }
    folder = write(tmp_path / "renamed", texts)
    assert run("changes", folder, "--township", "青芦乡", "--library", library, "--format", "csv") == 0
    assert ",2023,2024," in capsys.readouterr().out


def test_what_is_unknown_or_missing_is_hinted_at(tmp_path: Path, library: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "some", {"a.txt": "全年排查纠纷5起。"})
    run("extract", folder, "--library", library)
    assert "Of 1 reports township or year is unknown (the first is a.txt)" in capsys.readouterr().err
    (tmp_path / "none").mkdir()
    run("extract", tmp_path / "none", "--library", library)
    assert "There was no report in it." in capsys.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert cli_common.painted("bad", "red", Terminal()) == "\x1b[31mbad\x1b[0m"
    assert cli_common.painted("bad", "red", io.StringIO()) == "bad"
    monkeypatch.setenv("NO_COLOR", "1")
    assert cli_common.painted("bad", "red", Terminal()) == "bad"
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert cli_common.painted("bad", "red", Terminal()) == "bad"


def test_doctor_tells_what_is_there(corpus: Path, library: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("doctor", corpus, "--library", library, "--format", "json", "--lang", "en")
    rows = {row["what"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["Python"]["result"].startswith(f"{sys.version_info.major}.{sys.version_info.minor}.")
    assert load_library(library).hash in rows["pattern library"]["result"]
    assert rows["store"]["result"].startswith("none yet; it will be ")
    assert {row["state"] for row in rows.values()} <= {"ok", "note", "problem"}
    assert all(row["advice"] for row in rows.values() if row["state"] == "problem")


def test_doctor_sees_what_is_wrong_with_library_and_store(
    corpus: Path, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "empty.txt").write_text("", encoding="utf-8")
    (corpus / "notice.txt").write_text("今日停水。", encoding="utf-8")
    run("compare", corpus, "--library", library)
    capsys.readouterr()
    other = tmp_path / "other.yaml"
    other.write_text(LIBRARY.replace("受理", "接收"), encoding="utf-8")
    found = [(finding.state, finding.found) for finding in examine(corpus, other) if finding.what == "store"]
    assert ("note", "1 files could not be read") in found
    assert ("note", "of 1 reports township or year is unknown") in found
    assert ("note", "made with another pattern library or version of the program") in found
    other.write_text("version: 1\n", encoding="utf-8")
    assert run("doctor", "--library", other) == 1
    assert "PROBLEM pattern library" in capsys.readouterr().out


def test_doctor_misses_fonts_and_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("extract.installation._PACKAGE", tmp_path / "extract")
    states = {finding.what: finding.state for finding in examine()}
    assert states["township-metrics"] == "problem"
    assert states["sample corpora"] == "note"


def test_doctor_finds_fonts_without_fontconfig(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A server's image holds the files, but no program that lists them."""
    monkeypatch.setattr("extract.cli_doctor._FONTS", {})
    monkeypatch.setattr("extract.cli_doctor._FONT_FOLDERS", (tmp_path,))
    monkeypatch.setattr("extract.cli_doctor.shutil.which", lambda _name: None)
    assert cli_doctor._fonts().state == "note"
    (tmp_path / "NotoSansCJK-Regular.ttc").write_bytes(b"")
    (tmp_path / "DejaVuSans.ttf").write_bytes(b"")
    found = cli_doctor._fonts()
    assert (found.state, found.found) == ("ok", "NotoSansCJK-Regular.ttc")


def test_an_installed_package_copies_its_samples_before_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bundled = tmp_path / "site-packages" / "extract" / "_app"
    (bundled / "data" / "county").mkdir(parents=True)
    (bundled / "data" / "county" / "report.txt").write_text("text", encoding="utf-8")
    monkeypatch.setattr("extract.installation._BUNDLED", bundled)
    monkeypatch.setattr("extract.installation.user_folder", lambda: tmp_path / "own")
    place = installation.samples()
    assert place is not None
    assert place.is_relative_to(tmp_path / "own")
    assert (place / "county" / "report.txt").read_text(encoding="utf-8") == "text"
    (place / "county" / "review.csv").write_text("mine", encoding="utf-8")
    assert installation.samples() == place
    assert (place / "county" / "review.csv").is_file(), "a second start keeps what was decided"


def test_the_store_of_a_folder_that_may_only_be_read_is_kept_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from extract.corpus import folder

    assert folder.store_place(tmp_path) == tmp_path / ".township-metrics" / "store.duckdb"
    monkeypatch.setattr(folder, "user_folder", lambda: tmp_path / "own")
    monkeypatch.setattr("os.access", lambda *_: False)
    place = folder.store_place(tmp_path / "share")
    assert place.is_relative_to(tmp_path / "own")
    assert place.parts[-3:] == ("share", ".township-metrics", "store.duckdb")
    assert place != folder.store_place(tmp_path / "other" / "share")


def test_what_another_library_gains_and_loses(
    corpus: Path, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(LIBRARY.replace("[化解, 调解成功]", "[办结]"), encoding="utf-8")
    assert run("metrics", "diff", corpus, "--library", other, "--against", library, "--format", "json", "--lang", "en") == 0
    out, err = capsys.readouterr()
    rows = [(row["change"], row["metric"], row["report"], row["figure"]) for row in json.loads(out)]
    assert rows == [
        ("lost", "disputes_resolved", "石桥镇2023.txt", "47起"),
        ("gained", "disputes_resolved", "石桥镇2023.txt", "43起"),
        ("lost", "disputes_resolved", "石桥镇2024.txt", "121起"),
        ("gained", "disputes_resolved", "石桥镇2024.txt", "117起"),
    ]
    assert "disputes_resolved: 2 gained" in err
    assert run("metrics", "diff", corpus, "--library", library, "--against", library, "--lang", "en") == 0
    assert "Both read the same." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "offered"), [("township-metrics met", "metrics"), ("township-metrics extract --sto", "--store")]
)
def test_the_shell_completes_commands_and_options(
    typed: str, offered: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_TOWNSHIP_METRICS_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    assert run() == 0
    assert capsys.readouterr().out.split() == [offered]


@pytest.mark.parametrize("error", [MemoryError(), OSError(errno.ENOMEM, "Cannot allocate memory")], ids=["ours", "the system's"])
def test_memory_that_runs_out_is_one_line(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def exhausted() -> None:
        raise error

    monkeypatch.setattr("extract.cli.main", exhausted)
    with pytest.raises(SystemExit) as ended:
        loading.main()
    assert ended.value.code == 5
    said = capsys.readouterr().err
    assert "内存不足" in said
    assert "Out of memory" in said
    assert said.count("\n") == 1
