"""The command line in Chinese: help, wrong use, errors and warnings, with no English left but names and ids."""

import re
from pathlib import Path
from typing import Any

import pytest

from extract import cli
from extract.cli import command_tree
from extract.cli_frame import in_chinese
from extract.cli_texts import ISSUES_ZH, WARNINGS_ZH, Texts
from extract.corpus.lock import RunLock
from tests.corpus_run.corpora import LIBRARY, report, write
from tests.docs.pages import ROOT

LATIN = re.compile(r"[A-Za-z]{3,}")
#: names of formats, files, programs and choices, the same in both languages
NAMES = set(
    "township metrics serial processes dask tcp csv json xlsx html docx parquet sdmx zip duckdb markdown yaml zh en table error"
    " warning note stated computed identity observations reads none sum value wide long reports txt pdf DuckDB Dask"
    " Excel Word CSV Parquet SDMX OCR doctor dashboard extract export compare peers peer group townships county city province"
    " new near miss tidy panel size years metric PATH help".split()
)


@pytest.fixture(autouse=True)
def plain_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("LC_ALL", "LC_MESSAGES", "TOWNSHIP_METRICS_LIBRARY"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "200")


def ran(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--lang", "zh", *map(str, arguments)])
    told = capsys.readouterr()
    return int(ended.value.code or 0), told.out + told.err


def commands() -> list[list[str]]:
    found: list[list[str]] = []

    def walk(group: object, before: list[str]) -> None:
        for name, command in getattr(group, "commands", {}).items():
            found.append([*before, name])
            walk(command, [*before, name])

    walk(command_tree("en"), [])
    return found


def parameters(command: list[str]) -> set[str]:
    """What the arguments and options of a command are called, in both languages."""
    held: Any = command_tree("en")
    for name in command:
        held = held.commands[name]
    return {str(parameter.name) for parameter in held.params}


def english_in(text: str) -> list[str]:
    """English words that are no option, file or id."""
    bare = re.sub(r"--?[a-z-]+|[A-Z_]{4,}|\S*[./_~\\]\S*|\{[^}]*\}|`[^`]*`", " ", text)
    return [word for word in LATIN.findall(bare) if word not in NAMES]


@pytest.mark.parametrize("command", [[], *commands()], ids=" ".join)
def test_help_is_chinese_throughout(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, text = ran(capsys, *command, "--help")
    assert code == 0
    assert text.startswith("用法：township-metrics")
    known = {word for part in commands() for word in part} | parameters(command)
    assert [word for word in english_in(text) if word not in known] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract"], "错误：缺少参数“paths”。"),
        (["nosuch"], "错误：没有命令“nosuch”。"),
        (["extract", "x", "--audits"], "错误：没有选项 --audits。"),
        (["extract", "x", "-o"], "错误：选项 -o 后面要写内容。"),
        (["metrics", "try", "x", "--year", "y"], "错误：“--year”的值无效：应为整数。"),
        (["metrics", "try", "x", "y"], "错误：多出了参数：y。"),
        (["--lang", "fr", "metrics", "list"], "错误：没有选项 --lang。"),
        (["metrics", "list", "--lang", "fr"], "错误：没有“fr”这种语言。可用：en、zh。"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_told_in_chinese(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = ran(capsys, *arguments)
    assert code == 2
    assert told in text
    assert "Error" not in text
    assert "Usage" not in text


def test_in_english_wrong_use_stays_english(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--lang", "en", "extract"])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert "Missing argument" in told
    assert not re.search("[㐀-鿿]", told)


def test_errors_of_a_run_are_told_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = write(tmp_path / "corpus", {"石桥镇2024.txt": report()})
    assert ran(capsys, "extract", tmp_path / "gone") == (2, f"错误：没有这个文件或文件夹：{tmp_path / 'gone'}\n")
    assert "没有“spark”这种运行方式" in ran(capsys, "extract", corpus, "--engine", "spark")[1]
    assert "进程数至少为 1" in ran(capsys, "extract", corpus, "--workers", "0")[1]
    (corpus / "identity.csv").write_text("report,year\n石桥镇2024.txt,去年\n", encoding="utf-8")
    assert "identity.csv 第2行：“去年”不是年份，请写四位数字。" in ran(capsys, "extract", corpus)[1]
    (corpus / "identity.csv").unlink()
    with RunLock(tmp_path / "s.duckdb.lock"):
        code, text = ran(capsys, "extract", corpus, "--store", tmp_path / "s.duckdb")
    assert code == 3
    assert "正在写入" in text
    assert "请等它完成" in text


def test_mistakes_of_a_library_are_told_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(LIBRARY.replace("unit: 件", "einheit: 件"), encoding="utf-8")
    for command in (["metrics", "check"], ["metrics", "try", "化解9起"], ["extract", tmp_path]):
        code, text = ran(capsys, *command, "--library", broken)
        assert code in (1, 2)
        assert "没有“einheit”这个键。可用：zh, en, definition" in text
        assert "unknown key" not in text
    first = "［disputes_received］缺少键“unit”。改法：补上“unit:”。"
    assert first in ran(capsys, "doctor", tmp_path, "--library", broken)[1]
    whole = tmp_path / "whole.yaml"
    whole.write_text(LIBRARY, encoding="utf-8")
    code, text = ran(capsys, "metrics", "check", "--library", whole)
    assert code == 2
    assert "［disputes_received］读出 disputes_received 的例句有 0 个，至少要 3 个。改法：补上应当读出的句子。" in text
    assert "改法：" in text
    assert "Fix" not in text


def test_the_tree_is_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = write(tmp_path, {"石桥镇2024.txt": report()}) / "石桥镇2024.txt"
    code, text = ran(capsys, "explain", place)
    assert code == 0
    assert text.startswith("石桥镇2024.txt：")
    assert "本乡镇" in text
    assert "claimed" not in text
    code, text = ran(capsys, "metrics", "try", "全年排查矛盾纠纷124起")
    assert code == 0
    assert text.startswith("按2024年报告试读：")
    assert "排查受理纠纷 disputes_received = 124 件" in text


def test_what_a_reader_put_up_with_is_told_in_chinese() -> None:
    say = Texts("zh")
    assert (
        say.reader_warning("ocr", "3 pages were recognised from pictures; check their figures.")
        == "有 3 页由图片识别，请核对数字"
    )
    assert say.reader_warning("needs-ocr", "Pages 2, 5 are pictures and were not read.") == "第 2, 5 页是图片，没有读取"
    lost = "7 of 2000 characters could not be read as gb18030."
    assert say.reader_warning("encoding-replaced", lost) == "2000 字中有 7 字无法按文字编码读取"
    assert say.reader_warning("ocr", "no number in it") == "有 … 页由图片识别，请核对数字"
    assert Texts("en").reader_warning("ocr", "as it is") == "as it is"


def test_every_warning_and_issue_of_the_readers_has_its_chinese() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "extract" / "reading").glob("*.py")))
    codes = set(re.findall(r'ReadWarning\("([a-z-]+)"', source)) | {"encoding-doubtful", "encoding-replaced"}
    assert len(codes) >= 6
    assert codes == WARNINGS_ZH.keys()
    assert set(re.findall(r'\bissue\("([a-z-]+)"', source)) <= ISSUES_ZH.keys()


def test_our_own_words_pass_the_frame_unchanged() -> None:
    ours = "错误：没有“x”这种形式。可用：table、csv、json。"
    assert in_chinese(ours) == ours
