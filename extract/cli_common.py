"""What the commands share: their language, errors as one sentence, the library, the store of a folder, tables going out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.cli_library_texts import problem_text
from extract.cli_texts import Texts
from extract.errors import LibraryError, ReadError, TownshipMetricsError, UsageError, WriteError

if TYPE_CHECKING:
    from extract.library.model import Library
    from extract.reading import Document

FORMATS = ("table", "csv", "json")
#: the language of this run; `main` sets it before any command starts
say = Texts("en")
_PAINTS = {"red": typer.colors.RED, "yellow": typer.colors.YELLOW, "green": typer.colors.GREEN}
#: how like a name must be to be offered for one that is not known
_LIKENESS = 0.5


def option(key: str, *flags: str, **more: Any) -> Any:
    """An option whose help is the text of that key."""
    return typer.Option(*(flags or (f"--{key}",)), help=key, show_default=False, **more)


def argument(key: str) -> Any:
    """An argument whose help is the text of that key."""
    return typer.Argument(help=key, show_default=False)


def _refuse_language(value: str | None) -> None:
    """A language that exists was taken out of the arguments already."""
    if value is not None:
        typer.echo(say("error", say("unknown language", value)), err=True)
        raise typer.Exit(2)


LibraryOption = Annotated[Path | None, option("library")]
LangOption = Annotated[str | None, option("lang", callback=_refuse_language)]
FormatOption = Annotated[str | None, option("format")]


@contextmanager
def told() -> Iterator[None]:
    """Turns this package's errors into one message and the exit code they stand for."""
    try:
        yield
    except LibraryError as error:
        for problem in error.problems:
            typer.echo(safe(problem_text(problem, say.language)), err=True)
        raise typer.Exit(error.exit_code) from None
    except ReadError as error:
        typer.echo(say("not read", safe(error.name), safe(say.issue(error.issue, str(error))), error.issue), err=True)
        raise typer.Exit(error.exit_code) from None
    except TownshipMetricsError as error:
        message = error.zh if say.language == "zh" and error.zh else str(error)
        typer.echo(painted(say("error", safe(message)), "red", sys.stderr), err=True)
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        # whoever read our output has seen enough; the interpreter must not complain when it closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def painted(text: str, colour: str, stream: Any) -> str:
    """The text in a colour, where a terminal shows it and nobody asked for none (NO_COLOR, TERM=dumb)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain or not stream.isatty() else typer.style(text, fg=_PAINTS[colour])


def safe(text: str) -> str:
    """A report's text for a terminal: nothing that moves the cursor."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)


def load(path: Path | None) -> Library:
    """The pattern library named, or the project's own."""
    from extract.library import load_library

    return load_library(path)


def document(file: Path) -> Document:
    """The text of one file."""
    from extract.reading.sandbox import read

    if file.is_dir():
        raise UsageError(f"{file} is a folder; name a file.", f"{file} 是文件夹，请指定文件。")
    return read(file)


def store_of(path: Path, library: Library) -> Path:
    """The store for a folder of reports, made or brought up to date; a store stays as it is."""
    from extract.corpus.folder import store_place
    from extract.corpus.progress import for_terminal
    from extract.corpus.result import open_result
    from extract.corpus.run import Options

    if path.suffix == ".duckdb":
        return path.absolute()
    folder = path if path.is_dir() else path.parent
    progress = for_terminal(say("progress"), say("progress speed"), say("progress problems"))
    return open_result([path], (), library, store_place(folder), Options(progress=progress)).store


def check_format(form: str | None, allowed: Sequence[str]) -> None:
    """Refuses a form that there is not."""
    if form is not None and form not in allowed:
        raise UsageError(say("unknown format", form, ", ".join(allowed)))


def check_choice(name: str, value: str, allowed: Sequence[str]) -> None:
    """Refuses a word that the option does not know, which would silently choose nothing."""
    if value not in allowed:
        raise UsageError(say("unknown choice", name, value, ", ".join(allowed), did_you_mean(value, allowed)))


def metric_id(name: str, library: Library, *, derived: bool = False) -> str:
    """The id of a metric told by its id or by its name in either language."""
    known: dict[str, Any] = {**library.metrics, **(library.derived if derived else {})}
    if name in known:
        return name
    names: dict[str, str] = {}
    for metric in known.values():
        for told_name in (metric.id, metric.zh, metric.en):
            names.setdefault(told_name.lower(), metric.id)
    if name.lower() in names:
        return names[name.lower()]
    raise UsageError(say("unknown metric", name, did_you_mean(name.lower(), names, names)))


def did_you_mean(name: str, known: Iterable[str], meant: dict[str, str] | None = None) -> str:
    """The nearest known name as a question, or nothing."""
    close = get_close_matches(name, list(known), n=1, cutoff=_LIKENESS)
    return say("did you mean", meant[close[0]] if meant else close[0]) if close else ""


def check_place(place: str, *, folder: bool) -> None:
    """Refuses a place that cannot be written before the work begins."""
    target = Path(place)
    if not folder and target.is_dir():
        raise WriteError(say("is folder", place))
    if not target.absolute().parent.is_dir():
        raise WriteError(say("no folder", place, target.parent))


def write_rows(place: str, form: str | None, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Writes a table as CSV or JSON; how many rows it had."""
    from extract.exporting.csv import write_csv, write_lines

    if form == "json" or (form is None and place.lower().endswith(".json")):
        from extract.exporting.console import json_lines

        return write_lines(place, json_lines(columns, rows)) - 1
    return write_csv(place, columns, rows)


def print_rows(form: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints a table as aligned columns, CSV or JSON."""
    from extract.exporting.console import json_lines, table_lines
    from extract.exporting.csv import csv_lines

    if form == "table":
        for line in table_lines(columns, rows):
            typer.echo(line)
        return
    for line in csv_lines(columns, rows) if form == "csv" else json_lines(columns, rows):
        typer.echo(line, nl=False)
