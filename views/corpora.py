"""The corpora that this server has opened, so that a link can name one: by a key that tells nothing of where it lies."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from threading import Lock

import streamlit as st

_OPENED: dict[str, Path] = {}
_LOCK = Lock()


def key_of(store: Path) -> str:
    """How a link calls the corpus of a store."""
    return blake2b(str(store).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def remember(store: Path) -> str:
    """Keeps a corpus that was read in this server for the links to it."""
    key = key_of(store)
    with _LOCK:
        _OPENED[key] = store
    return key


def find(key: str) -> Path | None:
    """The store that a link names, while this server has it."""
    with _LOCK:
        found = _OPENED.get(key)
    return found if found is not None and found.is_file() else None


def followed() -> Path | None:
    """The corpus that this window shows instead of the one of the start: chosen here, or named by the link.

    A link that names one which is not here any more leaves the window with what it shows, and says so (`link gone`).
    """
    chosen: str | None = st.session_state.get("store")
    asked = st.query_params.get("corpus", "")
    if asked and (not chosen or asked != key_of(Path(chosen))):
        found = find(asked)
        if found is None:
            st.session_state["link gone"] = True
            del st.query_params["corpus"]
        else:
            chosen = st.session_state["store"] = str(found)
    if chosen:
        key = remember(Path(chosen))
        if st.query_params.get("corpus") != key:
            st.query_params["corpus"] = key
    return Path(chosen) if chosen else None


def open_here(store: Path) -> None:
    """Shows a corpus in this window."""
    st.session_state["store"] = str(store)
    st.query_params["corpus"] = remember(store)


def leave() -> None:
    """Back to the corpus of the start."""
    st.session_state.pop("store", None)
    st.query_params.pop("corpus", None)
