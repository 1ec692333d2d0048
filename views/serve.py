"""Starts the dashboard's server: what the first page needs is loaded before anybody can ask for it."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: seconds after which the first page has been drawn for whoever waited for it
_LATER = 15.0
_LOG = logging.getLogger("township-metrics.dashboard")


def warm() -> None:
    """Loads the pages, the libraries that draw them, and the tables of the store that the command named."""
    from views import pages
    from views.answers import warm_up
    from views.frame import default_language
    from views.source import source_of
    from views.texts import LANGUAGES

    assert pages.PAGES
    given = os.environ.get("TOWNSHIP_METRICS_STORE", "")
    if given and Path(given).is_file():
        source, own = source_of(Path(given)), default_language()
        warm_up(source, own)
        _draw_once()
        # whoever opens the page now waits for nothing else; the other language is seldom the first thing asked for
        for language in (language for language in LANGUAGES if language != own):
            later = threading.Timer(_LATER, warm_up, (source, language))
            later.daemon = True
            later.start()
    # what is loaded stays: after every run of a page Streamlit has the rubbish collected, and need not look through it
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)


def _draw_once() -> None:
    """Draws the first page for nobody: Streamlit loads much of itself only when it draws."""
    from streamlit.testing.v1 import AppTest

    from views.parts import part

    # the command reads the settings again, and would warn that a running server does not follow them
    logging.getLogger("streamlit.config").addFilter(lambda record: "config option section" not in record.getMessage())
    # that nobody looks at the page is worth a warning to Streamlit
    logging.disable(logging.WARNING)
    try:
        AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    finally:
        logging.disable(logging.NOTSET)
        # the parts were made known to that run alone
        part.cache_clear()


def main() -> None:
    """Runs the server with the options that follow the command, as `streamlit run dashboard.py` does."""
    # the folder of this file must not lend its modules' names (`data`, `state`) to anybody else
    sys.path[0] = str(ROOT)
    from streamlit.web.cli import main as streamlit

    try:
        warm()
    except Exception:
        # the page that needs what could not be loaded says so
        _LOG.exception("the dashboard starts cold")
    streamlit(["run", str(ROOT / "dashboard.py"), *sys.argv[1:]])


if __name__ == "__main__":
    main()
