"""The parts of pages that run in the browser: a script and a style sheet each, in files of their own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

_FOLDER = Path(__file__).resolve().parent


@lru_cache(maxsize=16)
def part(name: str) -> Any:
    """The component of a name, as a function that puts it on the page."""
    style = _FOLDER / f"{name}.css"
    css = style.read_text("utf-8") if style.is_file() else None
    return st.components.v2.component(f"township_metrics_{name}", css=css, js=(_FOLDER / f"{name}.js").read_text("utf-8"))
