"""What a page shows lives in its link: pickers whose choice is read from the URL and written back to it.

Streamlit's own binding writes what an option is called, which changes with the language; here the link holds the option itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

#: the link's parameters as we last wrote them; another value there was typed, pasted or followed
_WRITTEN = "link parameters"
#: what a link always tells, because its default is another one when reports are added
_TOLD = frozenset({"metric", "year", "town", "report", "across", "upward", "from", "to", "when", "area"})


def _from_link(key: str, parse: Callable[[str], Any]) -> Any:
    """What the link says newly, or None."""
    raw = st.query_params.get(key)
    written: dict[str, str] = st.session_state.setdefault(_WRITTEN, {})
    if raw is None or (key in st.session_state and written.get(key) == raw):
        return None
    written[key] = raw
    return parse(raw)


def _to_link(key: str, text: str, default: str | None) -> None:
    """Writes the choice into the link; a default needs no word, where it does not depend on the data."""
    written: dict[str, str] = st.session_state.setdefault(_WRITTEN, {})
    if text == default:
        written.pop(key, None)
        if key in st.query_params:
            del st.query_params[key]
    elif st.query_params.get(key) != text:
        st.query_params[key] = text
        written[key] = text


def restore(key: str, options: Sequence[Any], default: Any) -> None:
    """Puts the link's choice, the present one or the default where the widget will look for it."""
    told = _from_link(key, lambda raw: next((option for option in options if str(option) == raw), None))
    if told is not None:
        st.session_state[key] = told
    elif st.session_state.get(key) not in options:
        st.session_state[key] = default


def select(label: str, options: Sequence[Any], key: str, default: Any = None, show: Callable[[Any], str] = str) -> Any:
    """One of several options."""
    first = options[0] if default is None or default not in options else default
    restore(key, options, first)
    value = st.selectbox(label, options, format_func=show, key=key)
    _to_link(key, str(value), None if key in _TOLD else str(first))
    return value


def segments(
    label: str, options: Sequence[str], key: str, show: Callable[[Any], str], *, hidden: bool = False, place: Any = None
) -> str:
    """One of few options, all of them in sight."""
    restore(key, options, options[0])
    value = (place or st).segmented_control(
        label, options, format_func=show, key=key, required=True, label_visibility="collapsed" if hidden else "visible"
    )
    value = value if value in options else options[0]
    _to_link(key, str(value), None if key in _TOLD else str(options[0]))
    return str(value)


def several(
    label: str,
    options: Sequence[str],
    key: str,
    placeholder: str,
    default: Sequence[str] = (),
    show: Callable[[Any], str] = str,
    most: int | None = None,
) -> list[str]:
    """Any of several options."""
    known = set(options)
    told = _from_link(key, lambda raw: [part for part in raw.split(",") if part in known])
    if told is not None:
        st.session_state[key] = told[:most]
    elif key not in st.session_state:
        st.session_state[key] = list(default)
    else:
        st.session_state[key] = [part for part in st.session_state[key] if part in known]
    chosen = st.multiselect(label, options, format_func=show, key=key, placeholder=placeholder, max_selections=most)
    _to_link(key, ",".join(chosen), ",".join(default))
    return [str(name) for name in chosen]


def amount(label: str, key: str, default: float, most: float, step: float) -> float:
    """A number from 0 up."""

    def parse(raw: str) -> float | None:
        try:
            value = float(raw)
        except ValueError:
            return None
        return value if 0 <= value <= most else None

    told = _from_link(key, parse)
    if told is not None or key not in st.session_state:
        st.session_state[key] = default if told is None else told
    value = float(st.number_input(label, 0.0, most, step=step, key=key, format="%g"))
    _to_link(key, f"{value:g}", f"{default:g}")
    return value


def chosen_ids(name: str = "id", most: int = 4) -> list[str]:
    """The figures that the link names."""
    return [key for key in st.query_params.get(name, "").split(",") if key][:most]


def chosen_row(name: str, count: int) -> int:
    """The row of a table that the link names, else the first."""
    raw = st.query_params.get(name, "")
    number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 8 else 0
    return number if number < count else 0


def pick_row(name: str) -> Callable[[int], None]:
    """Keeps the row that was picked in the link."""

    def pick(number: int) -> None:
        st.query_params[name] = str(number)

    return pick


def pick_id(ids: Sequence[str], name: str = "id", most: int = 1) -> Callable[[int], None]:
    """Keeps the figure of the row that was picked in the link; picked again it is let go."""

    def pick(number: int) -> None:
        toggle_id(ids[number], name, most)

    return pick


def toggle_id(key: str, name: str = "id", most: int = 1) -> None:
    """Adds a figure to those that the link names, or lets go of it; of too many the oldest goes."""
    held = chosen_ids(name)
    kept = [one for one in held if one != key] if key in held else [*held, key][-most:]
    if kept:
        st.query_params[name] = ",".join(kept)
    elif name in st.query_params:
        del st.query_params[name]
