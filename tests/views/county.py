"""The sample county as tests read it: a copy without the scan, whose text recognition takes longer than all the tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from extract import extract_corpus, load_library
from extract.corpus.folder import STORE_FOLDER

ROOT = Path(__file__).resolve().parent.parent.parent


def county_store(place: Path) -> Path:
    """A store beside a copy of the sample county's reports."""
    folder = place / "岚汀县"
    shutil.copytree(ROOT / "data" / "岚汀县", folder, ignore=shutil.ignore_patterns("*.png", STORE_FOLDER))
    return extract_corpus(folder, load_library(), store=folder / STORE_FOLDER / "store.duckdb").store
