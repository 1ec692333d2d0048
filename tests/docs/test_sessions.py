"""The sessions of the documentation, run as they stand: every `console` and `python` block, in the order of its page."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, Step, blocks, fits, steps

WITH_SESSIONS = [page for page in PAGES if steps(page)]
WITH_PYTHON = [page for page in PAGES if any(block.language == "python" for block in blocks(page))]
_PATIENCE = 1_200


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A reader's desk: the twenty Word files in a folder, and a copy of the pattern library of the project."""
    shutil.copytree(ROOT / "data" / "word-files", tmp_path / "reports", ignore=shutil.ignore_patterns(".township-metrics"))
    shutil.copy(ROOT / "metrics.yaml", tmp_path / "metrics.yaml")
    commands = tmp_path / "bin"
    commands.mkdir()
    tool = commands / "township-metrics"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m extract.cli "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    return tmp_path


def save_files(page: Path, desk: Path) -> None:
    """Blocks that the page tells its reader to save."""
    lines = page.read_text(encoding="utf-8").splitlines()
    for block in blocks(page):
        above = re.fullmatch(r"<!-- saved as (\S+) -->", lines[block.line - 3])
        if above:
            (desk / above[1]).write_text(block.text, encoding="utf-8")


def printed(step: Step, desk: Path) -> list[str]:
    settings = {key: value for key, value in os.environ.items() if not key.startswith("TOWNSHIP_METRICS")}
    settings |= {"PYTHONPATH": str(ROOT), "LANG": "zh_CN.UTF-8" if step.page.stem.endswith(".zh") else "C.UTF-8", "LC_ALL": ""}
    settings |= {
        "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(desk / "cache"),
        "COLUMNS": "200",
    }
    settings |= {"GIT_AUTHOR_NAME": "clerk", "GIT_AUTHOR_EMAIL": "clerk@localhost", "GIT_CONFIG_GLOBAL": os.devnull}
    settings |= {"GIT_COMMITTER_NAME": "clerk", "GIT_COMMITTER_EMAIL": "clerk@localhost"}
    done = subprocess.run(
        ["bash", "-c", step.command], cwd=desk, env=settings, text=True, timeout=_PATIENCE, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert done.returncode < 2, f"{step.page.name}:{step.line} ended with {done.returncode}:\n{done.stdout}"
    return [line.rstrip() for line in done.stdout.rstrip().splitlines()]


@pytest.mark.skipif(os.name == "nt", reason="the sessions are those of a Unix shell")
@pytest.mark.parametrize("page", WITH_SESSIONS, ids=lambda page: page.name)
def test_the_session_prints_what_the_page_says(page: Path, desk: Path) -> None:
    save_files(page, desk)
    for step in steps(page):
        got = printed(step, desk)
        assert fits(step.expected, got), "\n".join([f"{page.name}:{step.line} $ {step.command}", *got])


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.name)
def test_the_python_of_the_page_runs(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.language == "python":
            exec(compile("\n" * (block.line - 1) + block.text, str(page), "exec"), names)
