"""Reading a folder beside the pages: the run goes on while pages are looked at, tells how far it is, and can be stopped."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import Any

import streamlit as st

from extract.errors import TownshipMetricsError
from views.corpora import open_here
from views.escape import label
from views.frame import Page
from views.source import run_store

_LOG = logging.getLogger("township-metrics.dashboard")
_EVERY = 0.4


class Job:
    """One run in a thread of its own; as the run's progress it hears how far it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store: Path | None = None
        self.summary: Any = None
        self.error: TownshipMetricsError | None = None
        self.total, self.done, self.bad = 0, 0, 0
        self.began = time.monotonic()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="reading reports")
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it still reads."""
        return self._thread.is_alive()

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Stops after the report it is at; what was read until then is kept."""
        self._stop.set()

    def start(self, total: int) -> None:
        """The run begins."""
        self.total = max(total, 1)

    def advance(self, reports: int, problems: int) -> None:
        """So many more are done."""
        self.done += reports
        self.bad += problems
        if self._stop.is_set():
            # how a run is stopped everywhere: it keeps what it has and says that it is not complete
            raise KeyboardInterrupt

    def stop(self) -> None:
        """The run is over."""

    def left(self) -> int:
        """About how many seconds it will go on."""
        passed = time.monotonic() - self.began
        return round(passed * (self.total - self.done) / self.done) if self.done else 0

    def _run(self) -> None:
        try:
            self.store, self.summary = run_store(self.folder, self)
        except TownshipMetricsError as error:
            self.error = error
        except KeyboardInterrupt:
            _LOG.info("reading was stopped before the first report")
        except Exception as error:
            _LOG.exception("reading failed")
            self.error = TownshipMetricsError(str(error) or type(error).__name__)


def start_job(folder: Path) -> None:
    """Reads a folder in this window's name."""
    st.session_state["job"] = Job(folder)
    st.rerun()


def show_job(page: Page) -> bool:
    """Shows the run of this window, if there is one; True while it goes on."""
    job: Job | None = st.session_state.get("job")
    if job is None:
        return False
    if job.running:
        _watch(page, job)
        return True
    del st.session_state["job"]
    _finish(page, job)
    return False


@st.fragment(run_every=_EVERY)
def _watch(page: Page, job: Job) -> None:
    if not job.running:
        st.rerun(scope="app")
    say = page.say
    with st.container(border=True):
        share = min(job.done / job.total, 1.0) if job.total else 0.0
        words = say("reading progress", done=job.done, total=job.total or "—", problems=job.bad)
        after = say("seconds left", seconds=job.left()) if job.done else ""
        st.progress(share, text=f"{label(words)}　{after}")
        st.button(say("stopping") if job.stopped else say("cancel"), key="cancel job", on_click=job.cancel, disabled=job.stopped)


def _finish(page: Page, job: Job) -> None:
    say = page.say
    if job.error is not None:
        error = job.error
        st.session_state["run failed"] = error.zh if page.language == "zh" and error.zh else str(error)
    elif job.store is None:
        st.session_state["run failed"] = say("cancelled")
    else:
        open_here(job.store)
        done = job.summary
        words = say("run done", read=done.read + done.rematched, unchanged=done.unchanged, failed=done.failed,
                    figures=done.figures, claimed=done.claimed)  # fmt: skip
        st.session_state["run done"] = words if done.complete else f"{say('cancelled kept')} {words}"
    st.rerun()
