"""Has the rubbish of a page collected once the page is there.

Streamlit would do so before the browser hears that the page is done, which takes 15 ms where a county was newly chosen.
"""

from __future__ import annotations

import gc
import threading

#: seconds after which a page has been sent and is being looked at
_LATER = 0.4
_asked = threading.Lock()


def collect_later() -> None:
    """Has rubbish collected in a moment; of pages that follow each other closely once."""
    if _asked.acquire(blocking=False):
        # no daemon: what is collected may be DuckDB's, inside which no thread may be cut off when the program ends
        threading.Timer(_LATER, _collect).start()


def _collect() -> None:
    _asked.release()
    gc.collect()
