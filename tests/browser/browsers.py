"""A dashboard on a port of its own, and the browser that is on this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
_NAMES = ("chromium", "chromium-browser", "google-chrome")
#: seconds that a step may take where the machine is slow and busy; on an idle one each takes a moment
PATIENCE = 180.0
_STARTS = 3
#: drawn, connected, and nothing going on for a while
_CALM = """number => {
  const app = document.querySelector('[data-testid=stApp]')
  const busy = '[data-testid=stStatusWidget],[data-testid=stSkeleton],[data-testid=stSpinner],[data-stale=true]'
  const calm = app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && document.querySelector('h1') && !document.querySelector(busy)
  const now = performance.now()
  if (!calm || window.tmCalm?.number !== number) window.tmCalm = {number, since: now}
  return calm && now - window.tmCalm.since > 400
}"""


def browser_path() -> str | None:
    """The browser named by TOWNSHIP_METRICS_BROWSER, else one that is installed."""
    named = os.environ.get("TOWNSHIP_METRICS_BROWSER")
    return named or next((found for name in _NAMES if (found := shutil.which(name))), None)


def arguments() -> Sequence[str]:
    """What the browser is started with: nothing of its own may call out, and root has no sandbox."""
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    return [*quiet, "--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else quiet


@contextmanager
def dashboard(store: Path, language: str = "zh") -> Iterator[str]:
    """The address of a running dashboard."""
    settings = dict(os.environ) | {"TOWNSHIP_METRICS_STORE": str(store), "TOWNSHIP_METRICS_LANG": language}
    command = [sys.executable, str(ROOT / "views" / "serve.py"), "--server.headless", "true", "--server.port"]
    for start in range(_STARTS):
        port = _free_port()
        with subprocess.Popen(
            [*command, str(port)], env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                address = f"http://127.0.0.1:{port}"
                if not _answers(address, process):
                    # somebody took the port before the server did
                    assert start < _STARTS - 1, f"the dashboard ends with {process.returncode}"
                    continue
                yield address
                return
            finally:
                process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    """Waits until the server answers; false where it has ended instead."""
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=10):
                return process.poll() is None
        except (URLError, OSError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
    return False


class Watched:
    """A browser page that remembers what it asked for and what it complained of."""

    def __init__(self, page: Any) -> None:
        page.set_default_timeout(PATIENCE * 1_000)
        self.page = page
        self.calms = 0
        self.outside: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _request(self, request: Any) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
            self.outside.append(request.url)

    def _console(self, message: Any) -> None:
        # under a page's address Streamlit first looks for its server beside the page, and finds it one level up
        place = str(message.location.get("url", ""))
        if message.type == "error" and "/_stcore/" not in place:
            self.errors.append(f"{message.text} {place}")

    def open(self, address: str) -> None:
        """Opens an address and waits until the page is drawn."""
        self.page.goto(address)
        self.settle()

    def settle(self) -> None:
        """Waits until nothing runs."""
        self.calms += 1
        self.page.wait_for_function(_CALM, arg=self.calms, polling=50)
