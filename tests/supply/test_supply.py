"""What the project is built from: pinned, licensed, and without ways to run what a file says."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
LOCKED = dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK, re.MULTILINE))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SOURCES = sorted([*(ROOT / "extract").rglob("*.py"), *(ROOT / "views").rglob("*.py"), ROOT / "dashboard.py"])
#: between processes of our own, always from the one that started the other, never back from one that has read a file
PICKLED = {
    "extract/corpus/engines/cluster.py",
    "extract/corpus/engines/worker.py",
    "extract/reading/child.py",
    "extract/reading/sandbox_worker.py",
}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "mktemp", "unsafe_load", "full_load", "system", "popen", "getoutput"}
FORBIDDEN_MODULES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "imp", "pty"}


def names_of(requirements: list[str]) -> set[str]:
    """The packages that a list of requirements names, but for the project itself."""
    found = {normal(re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0]) for line in requirements}
    return found - {"township-metrics"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_holds_every_dependency_with_hashes() -> None:
    project = PROJECT["project"]
    wanted = names_of(
        [*project["dependencies"], *project["optional-dependencies"]["dev"], *project["optional-dependencies"]["ocr"]]
    )
    assert wanted - {normal(name) for name in LOCKED} == set(), "run `make lock`"
    entries = re.split(r"^(?=[A-Za-z0-9._-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(re.findall(r"^[A-Za-z0-9._-]+==", LOCK, re.MULTILINE)) > 60
    assert [entry.split("\n")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def stated(name: str) -> str:
    """The licence that an installed package states."""
    about = importlib.metadata.metadata(name)
    expression = about.get("License-Expression")
    if expression:
        return expression
    classifiers = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return "; ".join(classifiers) or (about.get("License") or "").split("\n")[0].strip()


def installed() -> Iterator[tuple[str, str]]:
    for name in LOCKED:
        try:
            yield name, stated(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system


def test_every_licence_is_on_the_list() -> None:
    lines = (Path(__file__).parent / "licences.txt").read_text(encoding="utf-8").splitlines()
    allowed = {line for line in lines if not line.startswith("#")}
    found = list(installed())
    assert len(found) > 60
    assert [
        f"{name}: {licence}" for name, licence in found if licence not in allowed and f"{name}: {licence}" not in allowed
    ] == []


@pytest.mark.parametrize("path", SOURCES, ids=[str(path.relative_to(ROOT)) for path in SOURCES])
def test_nothing_runs_what_a_file_says(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    faults = [f"{place}:{line} {what}" for line, what in dangers(path) if not (what == "pickle" and place in PICKLED)]
    assert faults == []


def dangers(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] in FORBIDDEN_MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in FORBIDDEN_MODULES:
            yield node.lineno, str(node.module)
        elif isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            attribute = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            # re.compile compiles an expression, the builtin a program
            if name in FORBIDDEN_CALLS or attribute in FORBIDDEN_CALLS - {"compile", "eval", "exec", "system"}:
                yield node.lineno, name or attribute
            if attribute == "system" and isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "os":
                yield node.lineno, "os.system"
            if attribute == "load" and isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "yaml":
                yield node.lineno, "yaml.load"
            if any(word.arg == "shell" and getattr(word.value, "value", None) is not False for word in node.keywords):
                yield node.lineno, "shell"


def test_those_that_may_pickle_still_do() -> None:
    using = {path.relative_to(ROOT).as_posix() for path in SOURCES for _, what in dangers(path) if what == "pickle"}
    assert using == PICKLED


def test_the_security_rules_of_ruff_are_errors() -> None:
    rules = PROJECT["tool"]["ruff"]["lint"]
    assert "S" in rules["select"]
    # S101: asserts state invariants
    assert [rule for rule in rules["ignore"] if rule.startswith("S1") or rule.startswith("S6")] == ["S101"]
    own = {place: kept for place, kept in rules["per-file-ignores"].items() if place.startswith(("extract", "views"))}
    # S608: statements put together from names of our own
    assert {rule for kept in own.values() for rule in kept if rule.startswith("S")} <= {"S608", "SIM905"}
