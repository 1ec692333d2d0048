"""The command doctor: what is installed, what is missing, and what to do about it."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Annotated

import typer

from extract.cli_common import (
    FORMATS,
    FormatOption,
    LangOption,
    LibraryOption,
    argument,
    check_format,
    load,
    painted,
    print_rows,
    safe,
    say,
    told,
)
from extract.cli_library_texts import problem_text
from extract.errors import LibraryError

doctor_app = typer.Typer()
_COLUMNS = ("state", "what", "result", "advice")
_PAINTS = {"ok": "green", "note": "yellow", "problem": "red"}
_OLDEST = (3, 11)
_ROOM = 200_000_000
_FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_CHINESE_FONT = re.compile(
    r"(?:CJK|SourceHan|wqy|DroidSansFallback|simsun|simhei|msyh|NotoS\w+SC).*\.(?:ttc|ttf|otf)$", re.IGNORECASE
)
_FONTS = {
    "win32": ("C:/Windows/Fonts/msyh.ttc", "C:/Windows/Fonts/simsun.ttc"),
    "darwin": ("/System/Library/Fonts/PingFang.ttc", "/System/Library/Fonts/STHeiti Medium.ttc"),
}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox", "microsoft-edge")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: ok, note or problem; what was looked at, what was found, and what to do."""

    state: str
    what: str
    found: str
    advice: str = ""


@doctor_app.command(help="doctor")
def doctor(
    path: Annotated[Path | None, argument("doctor path")] = None,
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Looks at this installation."""
    with told():
        check_format(format, FORMATS)
        findings = list(examine(path, library))
        if format in ("csv", "json"):
            print_rows(format, _COLUMNS, [(f.state, f.what, f.found, f.advice) for f in findings])
        else:
            for finding in findings:
                mark = painted(f"{say('state ' + finding.state):<8}", _PAINTS[finding.state], sys.stdout)
                typer.echo(f"{mark}{finding.what}: {safe(finding.found)}")
                if finding.advice:
                    typer.echo(f"        {finding.advice}")
        problems = sum(finding.state == "problem" for finding in findings)
        typer.echo(say("doctor problems", problems) if problems else say("doctor well"), err=True)
        raise typer.Exit(1 if problems else 0)


def examine(path: Path | None = None, library: Path | None = None) -> Iterator[Finding]:
    """Everything looked at, in the order a newcomer needs it."""
    yield _python()
    yield _program()
    yield _native()
    yield from _packages()
    yield from _library(library)
    yield _register()
    yield from _extras()
    yield _fonts()
    yield _browser()
    yield _console()
    yield _room()
    yield from _environment()
    yield _samples()
    if path is not None:
        yield from _corpus(path, library)


def _python() -> Finding:
    found = f"{platform.python_version()}, {sys.executable}, {platform.system()} {platform.machine()}"
    is_old = sys.version_info < _OLDEST
    return Finding("problem" if is_old else "ok", "Python", found, say("advice python") if is_old else "")


def _program() -> Finding:
    from extract.installation import dashboard_page, is_installed, program_folder, program_version

    kind = say("installed" if is_installed() else "clone")
    found = f"{program_version()}, {kind}, {program_folder()}"
    if dashboard_page() is None:
        return Finding("problem", "township-metrics", found, say("no page"))
    return Finding("ok", "township-metrics", found)


def _native() -> Finding:
    """Whether the reading rules are compiled, which changes nothing but how long reading takes."""
    from extract import native

    state = native.state()
    return Finding("note" if state == native.BROKEN else "ok", say("native"), say(f"native {state}"))


def _packages() -> Iterator[Finding]:
    """Whether the packages that every installation needs are there; their versions were pip's business."""
    held, missing = [], []
    for line in requires("township-metrics") or ():
        if "extra ==" in line:
            continue
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        try:
            held.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        yield Finding("problem", say("packages"), say("missing", say("list").join(missing)), say("advice packages"))
    yield Finding("ok", say("packages"), say("list").join(held))


def _library(path: Path | None) -> Iterator[Finding]:
    try:
        known = load(path)
    except LibraryError as error:
        yield Finding("problem", say("pattern library"), problem_text(error.problems[0], say.language), say("advice library"))
        return
    yield Finding("ok", say("pattern library"), say("library found", known.hash, len(known.metrics), known.path))


def _register() -> Finding:
    from extract.report.places import default_places

    return Finding("ok", say("register"), say("register found", len(default_places())))


def _extras() -> Iterator[Finding]:
    """Packages that only some need."""
    for extra, names in (("ocr", ("rapidocr", "onnxruntime")), ("cluster", ("distributed",))):
        try:
            held = say("list").join(f"{name} {version(name)}" for name in names)
        except PackageNotFoundError:
            yield Finding("note", say(f"extra {extra}"), say("not installed"), say(f"advice {extra}"))
        else:
            yield Finding("ok", say(f"extra {extra}"), held)


def _fonts() -> Finding:
    """A font with Chinese characters, which the browser needs."""
    if sys.platform in _FONTS:
        held = [Path(place).name for place in _FONTS[sys.platform] if Path(place).is_file()]
    else:
        lister = shutil.which("fc-list")
        if lister is None:
            # a server without fontconfig may have the files all the same
            held = sorted(
                {place.name for folder in _FONT_FOLDERS for place in folder.rglob("*") if _CHINESE_FONT.search(place.name)}
            )
            if not held:
                return Finding("note", say("fonts"), say("fonts unknown"), say("advice fonts"))
        else:
            done = subprocess.run([lister, ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)  # noqa: S603  (fixed words)
            held = sorted({line.split(",")[0].strip() for line in done.stdout.splitlines() if line.strip()})
    if held:
        return Finding("ok", say("fonts"), say("list").join(held[:3]))
    return Finding("problem", say("fonts"), say("not installed"), say("advice fonts"))


def _browser() -> Finding:
    name = next((found for one in _BROWSERS if (found := shutil.which(one))), "")
    if not name and sys.platform in ("win32", "darwin"):
        name = say("browser of system")
    if not name:
        try:
            name = str(webbrowser.get().name)
        except (webbrowser.Error, AttributeError):
            name = ""
    if name:
        return Finding("ok", say("browser found"), name)
    return Finding("note", say("browser found"), say("not installed"), say("advice browser"))


def _console() -> Finding:
    encoding = (sys.stdout.encoding or "?").lower()
    named = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "-")
    found = say("console found", say.language, named, encoding)
    fits = encoding.replace("-", "") in ("utf8", "gbk", "gb18030", "cp936")
    return Finding("ok" if fits else "note", say("console"), found, "" if fits else say("advice console"))


def _room() -> Finding:
    place = tempfile.gettempdir()
    free = shutil.disk_usage(place).free
    found = say("room found", place, free // 1_000_000)
    return Finding("ok", say("room"), found) if free > _ROOM else Finding("problem", say("room"), found, say("advice room"))


def _environment() -> Iterator[Finding]:
    """What the environment changes, because it is the first thing to forget."""
    for key in sorted(os.environ):
        if key.startswith("TOWNSHIP_METRICS_") and os.environ[key]:
            yield Finding("note", say("environment"), f"{key}={os.environ[key]}", say("advice environment"))


def _samples() -> Finding:
    from extract.installation import program_folder

    folder = program_folder() / "data"
    held = sorted(place.name for place in folder.iterdir() if place.is_dir()) if folder.is_dir() else []
    found = say("list").join(held) or say("not installed")
    return Finding("ok" if held else "note", say("samples"), found)


def _corpus(path: Path, library: Path | None) -> Iterator[Finding]:
    """The store of a folder of reports: whether there is one, what is in it, and whether it is up to date."""
    from extract.corpus.folder import store_place
    from extract.corpus.reader import Store
    from extract.corpus.versions import matching_version, readers_version

    place = path if path.suffix == ".duckdb" else store_place(path if path.is_dir() else path.parent)
    if not path.exists():
        yield Finding("problem", say("store state"), say("no such file", path), say("advice path"))
        return
    if not place.is_file():
        beside = place.is_relative_to(path.absolute())
        yield Finding(
            "ok" if beside else "note", say("store state"), say("no store", place), "" if beside else say("advice store")
        )
        return
    with Store(place) as store:
        meta = store.meta()
        reports = store.ask("SELECT count(*) FROM reports")[0][0]
        failed = store.ask("SELECT count(*) FROM problems")[0][0]
        unknown = store.ask("SELECT count(*) FROM reports WHERE township = '' OR township IS NULL OR year IS NULL")[0][0]
    yield Finding("ok", say("store state"), say("store found", place, reports, place.stat().st_size // 1000))
    if failed:
        yield Finding("note", say("store state"), say("store failed", failed), say("advice failed", path))
    if unknown:
        yield Finding("note", say("store state"), say("store unknown", unknown), say("advice identity"))
    now = {"library": load(library).hash, "readers": readers_version(), "matching": matching_version()}
    if any(meta.get(key) != value for key, value in now.items()):
        yield Finding("note", say("store state"), say("store old"), say("advice old"))
