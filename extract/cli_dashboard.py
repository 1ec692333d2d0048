"""The command dashboard."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from extract.cli_common import LangOption, LibraryOption, argument, load, option, say, store_of, told
from extract.errors import UsageError

dashboard_app = typer.Typer()


@dashboard_app.command(help="dashboard")
def dashboard(
    path: Annotated[Path | None, argument("dashboard path")] = None,
    port: Annotated[int | None, option("port", min=1, max=65535)] = None,
    host: Annotated[str, option("host")] = "127.0.0.1",
    browser: Annotated[bool, option("browser", "--browser/--no-browser")] = True,
    library: LibraryOption = None,
    lang: LangOption = None,
) -> None:
    """Opens the dashboard."""
    with told():
        from extract.installation import dashboard_page

        page = dashboard_page()
        if page is None:
            raise UsageError(say("no page"))
        settings = _settings(path, library)
        if port is None and "STREAMLIT_SERVER_PORT" not in os.environ:
            port = _free_port()
        # the server of our own loads what the first page needs before anybody asks
        start = page.parent / "views" / "serve.py"
        command = [sys.executable, str(start)] if start.is_file() else [sys.executable, "-m", "streamlit", "run", str(page)]
        command += ["--server.address", host, "--browser.gatherUsageStats", "false"]
        command += ["--server.port", str(port)] if port is not None else []
        command += [] if browser else ["--server.headless", "true"]
        if path is not None:
            command += ["--", str(path.absolute())]
        raise typer.Exit(_run(command, settings))


def _settings(path: Path | None, library: Path | None) -> dict[str, Any]:
    """The environment that tells the pages what to show."""
    from extract.installation import samples

    settings = dict(os.environ)
    found = samples()
    if found is not None:
        settings["TOWNSHIP_METRICS_SAMPLES"] = str(found)
    if path is not None:
        settings["TOWNSHIP_METRICS_STORE"] = str(store_of(path, load(library)))
    elif not {"TOWNSHIP_METRICS_STORE", "TOWNSHIP_METRICS_FOLDER"} & settings.keys():
        typer.echo(say("shows sample"), err=True)
    if any(word.startswith("--lang") for word in sys.argv):
        # the page speaks Chinese first, whatever the terminal's language is
        settings["TOWNSHIP_METRICS_LANG"] = say.language
    if library:
        settings["TOWNSHIP_METRICS_LIBRARY"] = str(library.absolute())
    typer.echo(say("stop"), err=True)
    return settings


def _free_port() -> int:
    """Streamlit's usual port, or the next one that nobody uses."""
    import socket

    for port in range(8501, 8551):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise UsageError(say("no port"))


def _run(command: list[str], settings: dict[str, Any]) -> int:
    """The page until it is stopped: Ctrl+C is the ordinary end, and a server that ends us ends the page with us."""
    with subprocess.Popen(command, env=settings) as process:  # noqa: S603  (our own page, no shell)
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        while True:
            try:
                return max(process.wait(), 0)
            except KeyboardInterrupt:
                continue
