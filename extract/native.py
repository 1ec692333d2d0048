"""The reading rules as machine code, where `python -m extract.native_build` has compiled them.

What is compiled lies beside the installed packages, in a folder that is named after a digest of all its sources. Where any of
them differs from what is on disk now, there is no such folder and plain Python runs: an edit is seen at once, nothing goes stale.
`TOWNSHIP_METRICS_PLAIN=1` turns it off.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path

COMPILED, BROKEN, OFF, PLAIN = "compiled", "broken", "off", "plain"
VARIABLE = "TOWNSHIP_METRICS_PLAIN"
#: what all compiled modules share; the name that the compiler gives it
GROUP = "township_metrics_native"
SHARED = f"{GROUP}__mypyc"
_PACKAGE = Path(__file__).parent
_FOLDERS = ("figures", "report", "matching")
_FILES = (
    "flow.py", "linebreaks.py", "bare_lines.py", "olden.py", "page_marks.py", "spaced_columns.py",
    "analysis/sentences.py", "analysis/spoken.py", "corpus/rows.py",
)  # fmt: skip
#: these find files beside themselves, keep what they have computed in their instances, or take no time
_LEFT = frozenset(
    "__init__.py report/places.py report/lookup.py matching/result.py matching/explain.py matching/examples.py"
    " matching/endings.py".split()
)


def sources(package: Path = _PACKAGE) -> dict[str, Path]:
    """The modules that are compiled, by their full names, with their sources."""
    paths = [package / name for name in _FILES]
    for folder in _FOLDERS:
        paths += sorted((package / folder).glob("*.py"))
    found = {path.relative_to(package).as_posix(): path for path in paths}
    return {
        "extract." + name.removesuffix(".py").replace("/", "."): path
        for name, path in found.items()
        if name not in _LEFT and path.name not in _LEFT
    }


def home() -> Path:
    """Where compiled modules are kept."""
    return Path(sys.prefix) / "township-metrics-native"


def folder() -> Path:
    """Where the compiled modules of the sources on disk are kept, if there are any."""
    digest = sha256()
    recipe = {"": Path(__file__), "build": Path(__file__).with_name("native_build.py")}
    for name, path in (recipe | sources()).items():
        digest.update(f"{name}\n".encode() + path.read_bytes() + b"\0")
    return home() / f"{sys.implementation.cache_tag}-{digest.hexdigest()[:20]}"


class _Finder:
    """Finds the compiled form of a module before its source is looked for."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.modules = set(sources())
        self.state = COMPILED
        self._tried = False

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """The compiled module; None for any other, and for all where the shared part cannot be loaded here."""
        if name == SHARED:
            return self._spec(name)
        if name not in self.modules:
            return None
        if not self._tried:
            self._tried = True
            try:
                import_module(SHARED)
            except ImportError:
                self.state = BROKEN
        return self._spec(name) if self.state == COMPILED else None

    def _spec(self, name: str) -> ModuleSpec | None:
        for suffix in EXTENSION_SUFFIXES:
            place = self.place.joinpath(*name.split(".")).with_name(name.rpartition(".")[2] + suffix)
            if place.is_file():
                return spec_from_file_location(name, place)
        return None


_installed: list[_Finder] = []


def install() -> None:
    """Lets the compiled modules be found, if there are any for these sources and nothing turns them off."""
    if os.environ.get(VARIABLE, "0") not in ("", "0") or _installed or not home().is_dir():
        return
    try:
        place = folder()
    except OSError:
        return
    if place.is_dir():
        _installed.append(_Finder(place))
        sys.meta_path.insert(0, _installed[0])


def state() -> str:
    """What runs: compiled modules, plain Python because they are broken, turned off, or not built."""
    if _installed:
        import_module("extract.flow")
        return _installed[0].state
    return OFF if os.environ.get(VARIABLE, "0") not in ("", "0") else PLAIN
