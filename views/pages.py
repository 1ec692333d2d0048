"""The pages by the names they have in links, in the order of the list."""

from __future__ import annotations

from collections.abc import Callable

from views import change, comparison, data, metrics, overview, report, review, township
from views.frame import Page

PAGES: dict[str, Callable[[Page], None]] = {
    "overview": overview.show,
    "compare": comparison.show,
    "change": change.show,
    "township": township.show,
    "report": report.show,
    "review": review.show,
    "metrics": metrics.show,
    "data": data.show,
}
