"""What a page that was run shows, as one string."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

_SAYING = ("title", "header", "subheader", "caption", "markdown", "info", "warning", "error", "success", "metric", "button")
_PICKING = ("selectbox", "multiselect", "text_input", "text_area", "number_input", "toggle", "button_group")


def words_of(page: AppTest) -> str:
    """Every label, message, HTML and table of the page."""
    found: list[str] = []
    for kind in _SAYING:
        for element in page.get(kind):
            found += [str(getattr(element, name, "") or "") for name in ("value", "label", "body")]
    for kind in _PICKING:
        for element in page.get(kind):
            found.append(str(element.label))
            found += [str(option) for option in getattr(element, "options", ())]
    found += [element.proto.body for element in page.get("html")]
    for frame in page.dataframe:
        found += [str(column) for column in frame.value.columns]
        found += [str(cell) for cell in frame.value.to_numpy().ravel()]
    for told in tables_of(page):
        found += _texts(told)
    return "\n".join(found)


def tables_of(page: AppTest) -> list[dict[str, Any]]:
    """What the page's own components were given to show."""
    return [json.loads(element.proto.json) for element in page.get("bidi_component") if element.proto.json]


def _texts(told: object) -> list[str]:
    if isinstance(told, str):
        return [told]
    if isinstance(told, dict):
        return [text for value in told.values() for text in _texts(value)]
    return [text for value in told for text in _texts(value)] if isinstance(told, list) else []
