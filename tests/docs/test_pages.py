"""The documentation says what the program does: generated pages are current, links lead somewhere, commands and keys exist."""

import re
import shlex
from pathlib import Path

import pytest

from docs.generate import stale
from extract import tables
from extract.cli import command_tree
from extract.cli_texts import ISSUES_ZH
from extract.exporting.columns import described
from extract.library import load_library
from extract.library.load import SECTIONS
from extract.library.metric_section import METRIC_KEYS
from extract.reading.issues import SENTENCES
from tests.docs.pages import PAGES, ROOT, blocks, fits, links

NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]


def test_generated_pages_are_current() -> None:
    assert stale() == []


def test_a_page_that_was_changed_by_hand_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for held in (ROOT / "docs").glob("*.md"):
        (tmp_path / held.name).write_bytes(held.read_bytes())
    page = tmp_path / "tables.md"
    page.write_text(page.read_text(encoding="utf-8").replace("| integer |", "| number |", 1), encoding="utf-8")
    monkeypatch.setattr("docs.generate.DOCS", tmp_path)
    assert [line.split(":")[0] for line in stale()] == ["docs/tables.md"]


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in links(page):
        if not re.match(r"https?://|#", target):
            assert (page.parent / target.split("#")[0]).exists(), f"{page.name} points at {target}"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_command_on_the_page_can_be_given(page: Path) -> None:
    given = [line for block in blocks(page) if block.language in ("sh", "console", "bat", "") for line in block.lines]
    given += re.findall(r"`(township-metrics [a-z][^`]+)`", page.read_text(encoding="utf-8"))
    tree = command_tree("en")
    for line in given:
        match = re.search(r"township-metrics +([a-z].*)$", line)
        if match:
            check(tree, match[1], f"{page.name}: {line}")


def check(tree: object, text: str, where: str) -> None:
    words = shlex.split(re.split(r" (?:#|\||>|&&) ?", text)[0].replace("\\", "/"))
    command = tree
    while words and getattr(command, "commands", None):
        name = words.pop(0)
        assert name in command.commands, f"{where}: there is no command {name}"  # type: ignore[attr-defined]
        command = command.commands[name]  # type: ignore[attr-defined]
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}  # type: ignore[attr-defined]
    for word in words:
        if word.startswith("-") and word != "--help":
            assert word.split("=")[0] in known, f"{where}: there is no option {word}"


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_make_target_on_the_page_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?m)(?:`|^ {4}|^)make ([a-z-]+)", page.read_text(encoding="utf-8")):
        assert re.search(rf"(?m)^{target}:", makefile), f"{page.name}: there is no target {target}"


def test_every_column_is_described() -> None:
    for name in ("mentions", "observations", "changes", "audit", "quantities", "reports"):
        for column in getattr(tables, name.upper()):
            assert all(described(name, column)), (name, column)


def test_every_reason_of_a_reader_has_its_words() -> None:
    assert set(SENTENCES) == set(ISSUES_ZH)


@pytest.mark.parametrize("key", [*METRIC_KEYS, *SECTIONS])
def test_the_pattern_language_page_knows_every_key(key: str) -> None:
    assert f"`{key}" in (ROOT / "docs" / "pattern-language.md").read_text(encoding="utf-8")


def test_every_page_is_in_the_index() -> None:
    index = set(links(ROOT / "docs" / "README.md"))
    held = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert held <= index, held - index


def test_both_readmes_show_the_same_commands() -> None:
    def commands(name: str) -> list[list[str]]:
        found = []
        for block in blocks(ROOT / name):
            if block.language in ("sh", "bat", "console"):
                found.append([re.split(r"\s+#", line)[0].rstrip() for line in block.lines])
        return found

    assert commands("README.md") == commands("README.zh.md")


def test_both_readmes_state_the_same_accuracy() -> None:
    def scores(name: str) -> list[list[str]]:
        rows = re.findall(r"(?m)^\| (?:develop|held).*$", (ROOT / name).read_text(encoding="utf-8"))
        return [re.findall(r"\d[\d.,]*\d|\d", row) for row in rows]

    assert scores("README.md")
    assert scores("README.md") == scores("README.zh.md")


def test_the_number_of_metrics_is_current() -> None:
    count = len(load_library().metrics)
    assert f"{count} metrics, from" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"共{count}个指标" in (ROOT / "README.zh.md").read_text(encoding="utf-8")


OUTPUTS = [
    (("a", "b"), ["a", "b"], True),
    (("a",), ["a", "b"], False),
    (("…", "b"), ["x", "y", "b"], True),
    (("a … c",), ["a 12 c"], True),
    (("a … c",), ["a 12 d"], False),
    ((), ["a"], False),
]


@pytest.mark.parametrize(("expected", "printed", "fit"), OUTPUTS)
def test_output_is_compared_line_by_line(expected: tuple[str, ...], printed: list[str], fit: bool) -> None:
    assert fits(expected, printed) is fit
