"""Compiles the reading rules: `python -m extract.native_build [--try]`.

Needs a C compiler, Python's headers, mypy and setuptools; `--try` leaves it at one line where one of them is missing. What the
compiler is shown is a copy of the sources, changed only where it would make slow code of them or none at all, line for line.
"""

from __future__ import annotations

import ast
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from extract import native

_KEPT = 3
_SETUP = """
import sys
from setuptools import setup
from mypyc.build import mypycify

modules = mypycify(
    ["--config-file=", "--ignore-missing-imports", *{paths!r}],
    opt_level="2", debug_level="0", multi_file=True, group_name={group!r},
)
for module in modules:
    # nothing but what starts a module is called from outside the library: all else may be called directly, and inlined
    module.extra_compile_args += [] if sys.platform == "win32" else ["-fvisibility=hidden", "-fno-plt"]
setup(name={group!r}, packages=[], ext_modules=modules)
"""


def missing() -> list[str]:
    """What is needed to compile and is not there."""
    wanted = [name for name in ("mypyc", "setuptools") if find_spec(name) is None]
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        wanted.append(compiler)
    if not Path(sysconfig.get_paths()["include"], "Python.h").is_file():
        wanted.append("Python.h")
    return wanted


def build() -> Path:
    """Compiles the sources on disk and puts the result where it is looked for; raises CalledProcessError or OSError."""
    place = native.folder()
    if place.is_dir():
        return place
    native.home().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=native.home()) as work:
        package = Path(work, "extract")
        shutil.copytree(Path(__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__", "_app"))
        paths = []
        for source in native.sources(package).values():
            source.write_text(prepared(source.read_text(encoding="utf-8")), encoding="utf-8")
            paths.append(source.relative_to(work).as_posix())
        setup = Path(work, "setup.py")
        setup.write_text(_SETUP.format(group=native.GROUP, paths=paths), encoding="utf-8")
        made = Path(work, "made")
        command = [sys.executable, setup.name, "build_ext", "--build-lib", made.name, "-j", str(os.cpu_count() or 1)]
        plain = {**os.environ, native.VARIABLE: "1"}
        subprocess.run(command, cwd=work, env=plain, check=True, capture_output=True, text=True)  # noqa: S603 our own script
        made.rename(place)
    for old in sorted(native.home().glob("*-*"), key=os.path.getmtime, reverse=True)[_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
    return place


def prepared(source: str) -> str:
    """A source as the compiler is shown it: every line stays in its place.

    >>> print(prepared("@dataclass(slots=True)\\nclass A:\\n    x: int\\n    y: list[int] = field(default_factory=list)\\n"))
    @dataclass(init=False)
    class A:
        x: int
        y: list[int] = field(default_factory=list)
        def __init__(self, x: int, y: list[int] | None = None) -> None: self.x = x; self.y = list() if y is None else y
    >>> print(prepared("a in (1, *b)\\n"), end="")
    a in tuple((1, *b))
    >>> print(prepared("import re\\n_A = re.compile('a')\\nB, C = 'b', 'c'\\n"), end="")
    from typing import Final; import re
    _A: Final = re.compile('a')
    B: Final = 'b'; C: Final = 'c'
    """
    lines = source.encode().split(b"\n")
    tree = ast.parse(source)
    for line, column, old, new in sorted([*_edits(tree, source), *_constants(tree, lines)], reverse=True):
        text = lines[line - 1]
        assert text[column:].startswith(old), (line, text)
        lines[line - 1] = text[:column] + new + text[column + len(old) :]
    return b"\n".join(lines).decode()


def _edits(tree: ast.Module, source: str) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Line, column, what stands there, and what is to stand there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for operator, right in zip(node.ops, node.comparators, strict=True):
                written_out = isinstance(right, ast.Tuple | ast.List | ast.Set)
                if (
                    isinstance(operator, ast.In | ast.NotIn)
                    and written_out
                    and any(isinstance(part, ast.Starred) for part in getattr(right, "elts", ()))
                ):
                    # the compiler knows no way to look into what is only partly written out
                    yield right.lineno, right.col_offset, b"", b"tuple("
                    yield right.end_lineno or 0, right.end_col_offset or 0, b"", b")"
        elif isinstance(node, ast.ClassDef):
            yield from _of_dataclass(node, source)


def _constants(tree: ast.Module, lines: list[bytes]) -> Iterator[tuple[int, int, bytes, bytes]]:
    """A module's constants marked as final: the compiler then reads them from memory, and looks no name up in a dictionary."""
    assigned = Counter(name.id for name in ast.walk(tree) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store))
    found = list(_finals(tree, assigned, lines))
    first = next((node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom) and not _is_future(node)), None)
    if found and first is not None:
        yield first.lineno, 0, b"", b"from typing import Final; "
        yield from found


def _is_future(node: ast.Import | ast.ImportFrom) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _finals(tree: ast.Module, assigned: Counter[str], lines: list[bytes]) -> Iterator[tuple[int, int, bytes, bytes]]:
    def constant(name: ast.expr) -> bool:
        return isinstance(name, ast.Name) and name.id.isupper() and assigned[name.id] == 1

    for node in tree.body:
        if isinstance(node, ast.AnnAssign):
            if constant(node.target) and node.value is not None:
                yield node.annotation.lineno, node.annotation.col_offset, b"", b"Final["
                yield node.annotation.end_lineno or 0, node.annotation.end_col_offset or 0, b"", b"]"
        elif not isinstance(node, ast.Assign) or len(node.targets) > 1:
            continue
        elif constant(target := node.targets[0]):
            yield target.lineno, target.end_col_offset or 0, b"", b": Final"
        elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple) and all(map(constant, target.elts)):
            # A, B = 1, 2: one after the other, on the line where the first stands
            pairs = zip(target.elts, node.value.elts, strict=True)
            written = "; ".join(f"{ast.unparse(name)}: Final = {ast.unparse(value)}" for name, value in pairs)
            for line in range(node.lineno, (node.end_lineno or 0) + 1):
                yield line, 0, lines[line - 1], written.encode() if line == node.lineno else b""


def _of_dataclass(node: ast.ClassDef, source: str) -> Iterator[tuple[int, int, bytes, bytes]]:
    """A dataclass is native without slots, and made far faster by an `__init__` that is compiled with it."""
    for decorator in node.decorator_list:
        text = ast.get_source_segment(source, decorator) or ""
        if text == "dataclass(slots=True)":
            yield decorator.lineno, decorator.col_offset, text.encode(), b"dataclass(init=False)"
        elif text == "dataclass(frozen=True, slots=True)":
            # nothing compiled sets an attribute of these, which the type checker has seen to
            yield decorator.lineno, decorator.col_offset, text.encode(), b"dataclass(init=False, unsafe_hash=True)"
        else:
            continue
        line = node.end_lineno or 0
        blank = source.split("\n")[line]
        assert not blank.strip(), (line, blank)
        yield line + 1, 0, blank.encode(), b"    " + _initialiser(node).encode()


def _initialiser(node: ast.ClassDef) -> str:
    parameters, steps = ["self"], []
    for field in node.body:
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        name, kind = field.target.id, ast.unparse(field.annotation)
        default = field.value
        if isinstance(default, ast.Call) and ast.unparse(default.func) == "field":
            maker = ast.unparse(default.keywords[0].value)
            parameters.append(f"{name}: {kind} | None = None")
            steps.append(f"self.{name} = {maker}() if {name} is None else {name}")
        else:
            parameters.append(f"{name}: {kind}" + (f" = {ast.unparse(default)}" if default is not None else ""))
            steps.append(f"self.{name} = {name}")
    return f"def __init__({', '.join(parameters)}) -> None: {'; '.join(steps)}"


def main() -> int:
    """Builds, and says in one line how it went."""
    trial = "--try" in sys.argv[1:]
    lacking = missing()
    if lacking:
        print(f"compiled reading rules: not built, plain Python is used (missing: {', '.join(lacking)})")  # noqa: T201
        return 0 if trial else 1
    try:
        place = build()
    except subprocess.CalledProcessError as error:
        said = (error.stderr + error.stdout).strip().split("\n")
        problem = next((line for line in said if "error" in line.lower()), said[-1])
        print(f"compiled reading rules: not built, plain Python is used ({problem.strip()})")  # noqa: T201
        return 0 if trial else 1
    except OSError as error:
        print(f"compiled reading rules: not built, plain Python is used ({error})")  # noqa: T201
        return 0 if trial else 1
    print(f"compiled reading rules: {place}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
