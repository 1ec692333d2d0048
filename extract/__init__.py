"""Reads the annual rule-of-law reports of Chinese townships into tidy tables."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from extract import native

if TYPE_CHECKING:
    from extract.analysis.audit import audit
    from extract.analysis.changes import changes
    from extract.analysis.compare import compare
    from extract.corpus.result import CorpusResult, extract_corpus
    from extract.library import load_library
    from extract.matching.result import ReportResult, extract_report
    from extract.reading import Document
    from extract.reading.sandbox import read

native.install()

#: where each name of the public interface lives; it is loaded when first asked for, so that a command starts fast
_PLACES = {
    "CorpusResult": "extract.corpus.result",
    "Document": "extract.reading",
    "ReportResult": "extract.matching.result",
    "audit": "extract.analysis.audit",
    "changes": "extract.analysis.changes",
    "compare": "extract.analysis.compare",
    "extract_corpus": "extract.corpus.result",
    "extract_report": "extract.matching.result",
    "load_library": "extract.library",
    "read": "extract.reading.sandbox",
}

__all__ = [
    "CorpusResult",
    "Document",
    "ReportResult",
    "audit",
    "changes",
    "compare",
    "extract_corpus",
    "extract_report",
    "load_library",
    "read",
]


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)
