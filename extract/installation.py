"""Where the parts of this program lie: the dashboard's page and the samples, in a clone or in an installed package."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

NAME = "township-metrics"
_PACKAGE = Path(__file__).resolve().parent
#: what a wheel puts into the package, so that no module called `views` or `dashboard` comes into anybody's way
_BUNDLED = _PACKAGE / "_app"
_OCR = ("rapidocr", "onnxruntime")
#: copied beside the samples as the last file, so that half a copy is not taken for one
_COMPLETE = "complete"


def program_version() -> str:
    """The version of the installed package."""
    try:
        return version(NAME)
    except PackageNotFoundError:
        return "0"


def is_installed() -> bool:
    """Whether this is an installed package, not a clone."""
    return _BUNDLED.is_dir()


def program_folder() -> Path:
    """The folder that holds the dashboard's page."""
    return _BUNDLED if is_installed() else _PACKAGE.parent


def dashboard_page() -> Path | None:
    """The page that Streamlit starts with; None where only the package's modules are."""
    page = program_folder() / "dashboard.py"
    return page if page.is_file() else None


def samples() -> Path | None:
    """The folder of sample corpora, in a place that may be written: a store is kept beside each.

    Those of an installed package are copied into the user's own folder first, so that nothing is written into the package.
    """
    folder = program_folder() / "data"
    if not folder.is_dir():
        return None
    return _copied(folder, user_folder() / f"samples-{program_version()}") if is_installed() else folder


def user_folder() -> Path:
    """Where programs keep what they can make again."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / NAME
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / NAME
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / NAME


def has_ocr() -> bool:
    """Whether scans can be read."""
    return all(find_spec(name) is not None for name in _OCR)


def _copied(folder: Path, place: Path) -> Path:
    if not (place / _COMPLETE).is_file():
        place.mkdir(parents=True, exist_ok=True)
        shutil.copytree(folder, place, dirs_exist_ok=True)
        (place / _COMPLETE).touch()
    return place
