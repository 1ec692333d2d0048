"""What the next pages are drawn with, loaded and drawn once out of sight while somebody reads the first one.

Streamlit's page loads the script of each kind of element when the first of its kind is drawn, and then holds back for up to 300
milliseconds what replaces the placeholder: of every first chart and picker that was half the time until it could be seen.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from views.parts import part

#: the scripts of what the first page does not show but the next ones do, the largest first; each brings those that it needs
_SCRIPTS = ("PlotlyChart", "Selectbox", "Multiselect", "TextInput", "Progress", "NumberInput")
_STATE, _LOADED, _DRAWN = "ahead", "loaded", "drawn"


@lru_cache(maxsize=1)
def _scripts() -> list[str]:
    """The addresses of the scripts, where Streamlit's folder still names them so."""
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    found = [sorted(folder.glob(f"{name}.*.js")) for name in _SCRIPTS]
    return [f"/static/js/{one[0].name}" for one in found if len(one) == 1]


@st.fragment
def load_ahead() -> None:
    """Once a session, when the page is at rest: the scripts, then one element of each kind where nobody sees it."""
    state: Any = st.session_state
    if state.get(_STATE) == _DRAWN:
        return
    if state.get(_STATE) == _LOADED:
        state[_STATE] = _DRAWN
        with st.container(key="ahead-of-time"):
            _one_of_each()
        return

    def loaded() -> None:
        state[_STATE] = _LOADED

    part("ahead")(key="ahead-part", data={"scripts": _scripts()}, height=1, on_loaded_change=loaded)


def _one_of_each() -> None:
    hidden: Any = {"label_visibility": "collapsed"}
    # what the first chart of each kind makes ready: bars with patterns and letters, lines with marks, notes and rules
    bar = {"type": "bar", "x": [1], "y": ["—"], "text": ["—"], "orientation": "h", "marker": {"pattern": {"shape": "/"}}}
    line = {"type": "scatter", "x": [1, 2], "y": [1, 2], "mode": "lines+markers+text", "text": ["—", "—"]}
    rule = {"type": "line", "x0": 1, "x1": 1, "y0": 0, "y1": 1, "yref": "y domain", "line": {"dash": "dot"}}
    layout = {"height": 200, "title": {"text": "—"}, "shapes": [rule], "annotations": [{"text": "—", "x": 1, "y": 0}]}
    st.plotly_chart({"data": [bar, line], "layout": layout}, key="ahead chart", theme=None, config={"displayModeBar": False})
    st.selectbox("—", ["—"], key="ahead select", **hidden)
    st.multiselect("—", ["—"], key="ahead several", **hidden)
    st.text_input("—", key="ahead text", **hidden)
    st.number_input("—", key="ahead number", **hidden)
    st.progress(0)
