"""Builds the wheel, installs it into a clean environment outside the tree, and uses it as an office would.

The folder's name holds a blank and Chinese characters, and the reports are a folder of Word files.
"""

from __future__ import annotations

import csv
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
_PATIENCE = 300.0
_PAGE = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file(sys.argv[1], default_timeout=600).run()
problems = [*page.exception, *page.error]
assert not problems, problems
shown = " ".join(str(part.proto) for part in page.main)
assert "荻浦桥镇" in shown or "townships" in shown or "乡镇" in shown, shown[:500]
"""


def main() -> None:
    """Every step; the first that fails ends it with its own words."""
    with tempfile.TemporaryDirectory(prefix="clean ") as folder:
        place = Path(folder) / "轮子 wheel"
        place.mkdir()
        wheel = build(place)
        container(place, wheel)
        commands = install(place, wheel)
        reports = word_files(place)
        use(commands, reports, place)
        dashboard(commands, reports, place)
    print("wheel: extract, compare, export, doctor, dashboard and its page work outside the tree")


def run(*command: object, cwd: Path, code: int = 0, **settings: str) -> str:
    """What a command prints; anything but the code expected ends the trial."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("TOWNSHIP_METRICS", "PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment | settings, capture_output=True, text=True, check=False
    )
    if done.returncode != code:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}, not {code}:\n{done.stdout}\n{done.stderr}")
    return done.stdout + done.stderr


def build(place: Path) -> Path:
    """The wheel; it must bring one top-level module, so that nobody's `views` or `dashboard` is shadowed."""
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", place, ROOT, cwd=place)
    wheel = next(place.glob("*.whl"))
    with ZipFile(wheel) as held:
        names = held.namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info" not in name.split("/")[0]}
    assert tops == {"extract"}, tops
    assert not [name for name in names if ".duckdb" in name or "__pycache__" in name], "left-overs of runs are in the wheel"
    for needed in (
        "extract/metrics.yaml",
        "extract/_app/dashboard.py",
        "extract/_app/.streamlit/config.toml",
        "extract/py.typed",
    ):
        assert needed in names, needed
    return wheel


def container(place: Path, wheel: Path) -> None:
    """What the container file copies is enough to build the same wheel; the image itself needs a container engine."""
    tree = place / "container"
    for line in (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            *sources, target = line.split()[1:]
            for source in sources:
                if (ROOT / source).is_dir():
                    shutil.copytree(
                        ROOT / source, tree / target, ignore=shutil.ignore_patterns("__pycache__", ".township-metrics")
                    )
                else:
                    tree.mkdir(exist_ok=True)
                    shutil.copy(ROOT / source, tree / target)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", tree / "wheels", ".", cwd=tree)
    with ZipFile(wheel) as one, ZipFile(next((tree / "wheels").glob("*.whl"))) as other:
        assert sorted(one.namelist()) == sorted(other.namelist()), set(one.namelist()) ^ set(other.namelist())


def install(place: Path, wheel: Path) -> Path:
    """The folder of commands of a new environment that holds the wheel and what it asks for."""
    run(sys.executable, "-m", "venv", place / "venv", cwd=place)
    commands = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=place)
    return commands


def word_files(place: Path) -> Path:
    """A folder of the sample's Word files."""
    reports = place / "年度 报告"
    reports.mkdir()
    for file in sorted((ROOT / "data").rglob("*.docx")):
        if "word-files" not in file.parts:
            shutil.copy(file, reports)
    return reports


def use(commands: Path, reports: Path, place: Path) -> None:
    """The commands that an office uses."""
    tool = commands / "township-metrics"
    own = {"XDG_CACHE_HOME": str(place / "cache"), "LANG": "C.UTF-8"}
    assert "pattern library" in run(tool, "--version", cwd=place, **own)
    said = run(tool, "extract", reports, "-o", place / "observations.csv", cwd=place, **own)
    assert "0 could not be read" in said, said
    with (place / "observations.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 100, len(rows)
    assert {row["report"].rsplit(".", 1)[1] for row in rows} == {"docx"}
    assert "荻浦桥镇" in run(tool, "compare", reports, "--metric", "disputes_received", cwd=place, **own)
    for name in ("comparison.xlsx", "comparison.html", "brief.docx", "package.zip"):
        run(tool, "export", reports, "-o", place / name, cwd=place, **own)
        assert (place / name).stat().st_size > 1_000, name
    told = run(tool, "doctor", reports, cwd=place, **own)
    assert "installed" in told, told
    library = place / "own.yaml"
    shutil.copy(ROOT / "metrics.yaml", library)
    assert str(library) in run(tool, "--version", cwd=place, TOWNSHIP_METRICS_LIBRARY=str(library), **own)
    assert str(library) in run(tool, "metrics", "check", "--library", library, cwd=place, **own)


def dashboard(commands: Path, reports: Path, place: Path) -> None:
    """The dashboard on the Word files answers, and its first page is drawn without an error, also on the bundled sample."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {"XDG_CACHE_HOME": str(place / "cache"), "LANG": "C.UTF-8"}
    environment = dict(os.environ) | own
    command = [str(commands / "township-metrics"), "dashboard", str(reports), "--no-browser", "--port", str(port)]
    with (
        (place / "dashboard.log").open("w") as log,
        subprocess.Popen(command, cwd=place, env=environment, stdout=log, stderr=log, start_new_session=True) as process,
    ):
        try:
            health(port)
        finally:
            os.killpg(process.pid, 15)
    page = next(commands.parent.rglob("_app/dashboard.py"))
    store = reports / ".township-metrics" / "store.duckdb"
    run(commands / "python", "-c", _PAGE, page, cwd=place, TOWNSHIP_METRICS_STORE=str(store), **own)
    told = "from extract.installation import samples; print(samples())"
    samples = Path(run(commands / "python", "-c", told, cwd=place, **own).strip())
    assert samples.is_relative_to(place / "cache"), samples
    run(commands / "python", "-c", _PAGE, page, cwd=place, TOWNSHIP_METRICS_SAMPLES=str(samples), **own)


def health(port: int) -> None:
    """Waits until the page's server says that it is well."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                assert answer.read() == b"ok"
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    main()
