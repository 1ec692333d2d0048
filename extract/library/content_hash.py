"""The content hash of a library: the same for two files that make the same of every text."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from extract.library.model import Metric, WordSet

#: what changes no row, so that a corpus need not be read again because an example was added
WITHOUT_EFFECT = frozenset({"line", "column", "definition", "definition_en", "examples", "patterns"})


def content_hash(categories: Mapping[str, tuple[str, str]], words: Mapping[str, WordSet], metrics: Mapping[str, Metric]) -> str:
    """Twelve hex digits of what the library makes of a text.

    Comments, layout, the order of the sections' entries and of a list's words, definitions and examples leave it as it is.
    """
    meaning = {
        "categories": categories,
        "words": {name: [entry.group, sorted(entry.words)] for name, entry in words.items()},
        "metrics": {name: _meaning(metric) for name, metric in metrics.items()},
    }
    canonical = json.dumps(meaning, ensure_ascii=False, sort_keys=True, default=_plain)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _meaning(metric: Metric) -> dict[str, Any]:
    content = {key: getattr(metric, key) for key in Metric.__slots__ if key not in WITHOUT_EFFECT}
    elements = [[(e.kind, e.text, e.optional, e.far, e.beside) for e in pattern.elements] for pattern in metric.patterns]
    return content | {"patterns": elements}


def _plain(value: object) -> str:
    assert isinstance(value, Decimal)
    return format(value.normalize(), "f")
