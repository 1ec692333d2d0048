"""The compiled reading rules: found only where they fit the sources, and never in the way."""

import os
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from extract import native, native_build

ROOT = Path(native.__file__).parent.parent
ASK = """
import sys
from extract import native
print(native.state(), type(sys.modules["extract.flow"].__loader__).__name__ if "extract.flow" in sys.modules else "-")
"""


def ask(prefix: Path, plain: str = "0") -> str:
    """What a fresh Python says when compiled modules are looked for below `prefix`."""
    code = f"import sys; sys.prefix = {str(prefix)!r}\n{ASK}"
    settings = {**os.environ, "TOWNSHIP_METRICS_PLAIN": plain}
    return subprocess.run([sys.executable, "-c", code], env=settings, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("name", native.sources())
def test_the_compiler_is_shown_every_line_in_its_place(name: str) -> None:
    source = native.sources()[name].read_text(encoding="utf-8")
    shown = native_build.prepared(source)
    compile(shown, name, "exec")
    assert shown.count("\n") == source.count("\n")
    assert "slots=True" not in shown


def test_the_compiler_is_shown_what_it_can_make_fast_code_of() -> None:
    source = (
        "@dataclass(slots=True)\nclass A:\n    x: int\n    y: list[int] = field(default_factory=list)\n    z: str = ''\n\n"
        "@dataclass(frozen=True, slots=True)\nclass B:\n    x: int\n\na in (1, *b)\n"
    )
    assert native_build.prepared(source) == (
        "@dataclass(init=False)\nclass A:\n    x: int\n    y: list[int] = field(default_factory=list)\n    z: str = ''\n"
        "    def __init__(self, x: int, y: list[int] | None = None, z: str = '') -> None: "
        "self.x = x; self.y = list() if y is None else y; self.z = z\n"
        "@dataclass(init=False, unsafe_hash=True)\nclass B:\n    x: int\n    def __init__(self, x: int) -> None: self.x = x\n"
        "a in tuple((1, *b))\n"
    )


def test_constants_are_shown_as_final_and_variables_are_not() -> None:
    source = (
        '"""Doc."""\nfrom __future__ import annotations\n\nimport re\n\n'
        'A, _B = (\n    "a",\n    2,\n)\nC: dict[str, int] = {}\nF = d = E = 1\nE = 2\n'
    )
    shown = native_build.prepared(source)
    assert shown == (
        '"""Doc."""\nfrom __future__ import annotations\n\nfrom typing import Final; import re\n\n'
        "A: Final = 'a'; _B: Final = 2\n\n\n\nC: Final[dict[str, int]] = {}\nF = d = E = 1\nE = 2\n"
    )


def test_an_edited_source_has_no_compiled_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = native.folder()
    copies = {name: tmp_path / f"{name}.py" for name in native.sources()}
    for name, path in native.sources().items():
        copies[name].write_bytes(path.read_bytes())
    monkeypatch.setattr(native, "sources", lambda: copies)
    assert native.folder() == before
    copies["extract.flow"].write_text("edited = True\n", encoding="utf-8")
    assert native.folder() != before


def test_plain_python_runs_where_nothing_is_built_or_it_is_turned_off(tmp_path: Path) -> None:
    assert ask(tmp_path).split()[0] == native.PLAIN
    place = tmp_path / "township-metrics-native" / native.folder().name
    place.mkdir(parents=True)
    assert ask(tmp_path, plain="1").split()[0] == native.OFF


def test_what_cannot_be_loaded_is_left_for_plain_python(tmp_path: Path) -> None:
    place = tmp_path / "township-metrics-native" / native.folder().name
    for name in (native.SHARED, "extract/flow"):
        module = place / (name + EXTENSION_SUFFIXES[0])
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_bytes(b"no machine code")
    assert ask(tmp_path).split() == [native.BROKEN, "SourceFileLoader"]


def test_what_is_lacking_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    monkeypatch.setattr(sys, "argv", ["native_build", "--try"])
    assert native_build.main() == 0
    assert capsys.readouterr().out.count("\n") == 1
    monkeypatch.setattr(sys, "argv", ["native_build"])
    assert native_build.main() == 1
    assert "no-such-compiler" in capsys.readouterr().out
