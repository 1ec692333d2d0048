"""The sample county as tests read it: a copy without the scan, whose text recognition takes longer than all the tests."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from extract import extract_corpus, load_library
from extract.corpus.folder import STORE_FOLDER

ROOT = Path(__file__).resolve().parent.parent.parent
_NAME = "岚汀县"


def county_store(place: Path) -> Path:
    """A store beside a copy of the sample county's reports, to be written to by whoever asked for it."""
    folder = shutil.copytree(_read_once(), place / _NAME)
    return folder / STORE_FOLDER / "store.duckdb"


@cache
def _read_once() -> Path:
    """The county with its store, read once for all tests of a process."""
    place = Path(tempfile.mkdtemp(prefix="township-metrics-tests-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    folder = place / _NAME
    shutil.copytree(ROOT / "data" / _NAME, folder, ignore=shutil.ignore_patterns("*.png", STORE_FOLDER))
    extract_corpus(folder, load_library(), store=folder / STORE_FOLDER / "store.duckdb")
    return folder
